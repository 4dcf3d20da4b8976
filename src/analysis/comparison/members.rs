//! Actors and relations come, gone and changed, by id.

use std::collections::BTreeMap;

use crate::analysis::order_free;

/// One relation of one of the networks; actors by id, so that both networks can order theirs freely.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ComparedRelation<'a> {
    pub source: &'a str,
    pub target: &'a str,
    /// Id of the kind; relations of different kinds are different relations.
    pub kind: &'a str,
    /// `false`: source and target have no order (undirected and mutual relations).
    pub is_directed: bool,
    pub weight: f64,
}

/// What became of the relations of one kind between the same two actors. Parallel ones of the same
/// kind are taken together: their number and summed weight are compared.
#[derive(Debug, Clone, PartialEq)]
pub struct RelationChange {
    pub source: String,
    pub target: String,
    pub kind: String,
    pub is_directed: bool,
    /// Number and summed weight; 0 when absent.
    pub before: (u32, f64),
    pub after: (u32, f64),
}

/// What differs from the first to the second. All lists are in the order of ids.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Comparison {
    pub actors_came: Vec<String>,
    pub actors_gone: Vec<String>,
    pub actors_stayed: Vec<String>,
    pub relations_came: Vec<RelationChange>,
    pub relations_gone: Vec<RelationChange>,
    pub relations_changed: Vec<RelationChange>,
    /// Number of relations (source, target, kind) that are the same in both.
    pub relations_same: usize,
}

type RelationKey<'a> = (&'a str, &'a str, &'a str, bool);

fn key<'a>(relation: &ComparedRelation<'a>) -> RelationKey<'a> {
    let (source, target) = (relation.source, relation.target);
    let (source, target) = if relation.is_directed || source <= target {
        (source, target)
    } else {
        (target, source)
    };
    (source, target, relation.kind, relation.is_directed)
}

/// Compares two networks by the ids of actors and the kinds of relations.
///
/// # Conventions
/// A relation has changed when its number or its summed weight differs by more than 1e-12 of itself. A
/// relation turned round, or of another kind, is one gone and one come. Ids given twice count once.
///
/// # Complexity
/// O((n + m) log (n + m)).
///
/// ```
/// use netwerkopstelling::analysis::comparison::{ComparedRelation, compare};
/// let tie = |source, target, weight| ComparedRelation {
///     source, target, kind: "info", is_directed: false, weight,
/// };
/// let ids = |ids: &[&str]| ids.iter().map(|id| id.to_string()).collect::<Vec<_>>();
/// let found = compare(
///     (&ids(&["a", "b"]), &[tie("a", "b", 1.0)]),
///     (&ids(&["a", "b", "c"]), &[tie("b", "a", 2.0), tie("b", "c", 1.0)]),
/// );
/// assert_eq!(found.actors_came, ["c"]);
/// assert_eq!(found.relations_changed[0].after, (1, 2.0));
/// assert_eq!(found.relations_came.len(), 1);
/// ```
pub fn compare<'a>(
    before: (&'a [String], &[ComparedRelation<'a>]),
    after: (&'a [String], &[ComparedRelation<'a>]),
) -> Comparison {
    let mut found = Comparison::default();
    let mut actors: BTreeMap<&str, [bool; 2]> = BTreeMap::new();
    let mut relations: BTreeMap<RelationKey<'_>, [Vec<f64>; 2]> = BTreeMap::new();
    for (side, (ids, list)) in [before, after].into_iter().enumerate() {
        for id in ids {
            actors.entry(id).or_default()[side] = true;
        }
        for relation in list {
            relations.entry(key(relation)).or_default()[side].push(relation.weight);
        }
    }
    for (id, present) in actors {
        let list = match present {
            [true, true] => &mut found.actors_stayed,
            [true, false] => &mut found.actors_gone,
            [false, _] => &mut found.actors_came,
        };
        list.push(id.to_owned());
    }
    for ((source, target, kind, is_directed), weights) in relations {
        // In whichever order the files have them.
        let [before, after] = weights.map(|weights| {
            let count = u32::try_from(weights.len()).expect("below 2^32");
            (count, order_free::sum(weights))
        });
        let change = RelationChange {
            source: source.to_owned(),
            target: target.to_owned(),
            kind: kind.to_owned(),
            is_directed,
            before,
            after,
        };
        if before.0 == 0 {
            found.relations_came.push(change);
        } else if after.0 == 0 {
            found.relations_gone.push(change);
        } else if before.0 != after.0 || differs(before.1, after.1) {
            found.relations_changed.push(change);
        } else {
            found.relations_same += 1;
        }
    }
    found
}

pub(super) fn differs(before: f64, after: f64) -> bool {
    (before - after).abs() > 1e-12 * before.abs().max(after.abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn relation<'a>(
        source: &'a str,
        target: &'a str,
        kind: &'a str,
        is_directed: bool,
    ) -> ComparedRelation<'a> {
        ComparedRelation {
            source,
            target,
            kind,
            is_directed,
            weight: 1.0,
        }
    }

    #[test]
    fn a_network_compared_with_itself_has_no_differences() {
        let ids = ["a", "b"].map(str::to_owned);
        let list = [relation("a", "b", "x", true), relation("b", "a", "x", true)];
        let found = compare((&ids, &list), (&ids, &list));
        assert_eq!(found.relations_same, 2);
        assert_eq!(found.actors_stayed.len(), 2);
        assert!(found.relations_changed.is_empty() && found.relations_came.is_empty());
    }

    #[test]
    fn a_relation_turned_round_went_and_came() {
        let ids = ["a", "b"].map(str::to_owned);
        let found = compare(
            (&ids, &[relation("a", "b", "x", true)]),
            (&ids, &[relation("b", "a", "x", true)]),
        );
        assert_eq!((found.relations_came.len(), found.relations_gone.len()), (1, 1));
    }

    #[test]
    fn losing_one_of_two_parallel_relations_is_a_change() {
        let ids = ["a", "b"].map(str::to_owned);
        let two = [relation("a", "b", "x", false), relation("b", "a", "x", false)];
        let found = compare((&ids, &two), (&ids, &two[..1]));
        assert_eq!(found.relations_changed[0].before, (2, 2.0));
        assert_eq!(found.relations_changed[0].after, (1, 1.0));
    }
}
