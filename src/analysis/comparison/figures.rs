//! Rank risers and fallers, and the figures of both networks side by side.

use std::collections::HashMap;

use crate::analysis::Values;
use crate::analysis::measure::{self, Unit};
use crate::analysis::spanners::places;

/// An actor in both networks, with its place in each.
#[derive(Debug, Clone, PartialEq)]
pub struct RankChange {
    pub id: String,
    /// Place among the actors of both networks with a value; ties share one. `None` without a value.
    pub rank_before: Option<u32>,
    pub rank_after: Option<u32>,
    pub before: Option<f64>,
    pub after: Option<f64>,
}

impl RankChange {
    /// Places risen; negative when fallen. `None` when it has no place in one of the two.
    pub fn risen(&self) -> Option<i64> {
        Some(i64::from(self.rank_before?) - i64::from(self.rank_after?))
    }
}

/// Whether the values of a measure have an order: the number of a component or a community is a name.
pub fn has_places(measure: &str) -> bool {
    measure::find(measure).is_some_and(|found| !matches!(found.unit, Unit::Label))
}

/// How the actors that are in both networks changed places by one measure, the highest riser first
/// (equal ones by id).
///
/// # Conventions
/// Ranked among the common actors alone: an actor that came or went changes no place. The highest value is place 1,
/// ties (to 1e-10) share a place. An actor without a value has no place, and neither rises nor falls: those come last.
/// Values are in the order of the ids.
///
/// # Complexity
/// O(n log n).
///
/// ```
/// use netwerkopstelling::analysis::comparison::rank_changes;
/// let ids = |ids: &[&str]| ids.iter().map(|id| id.to_string()).collect::<Vec<_>>();
/// let changes = rank_changes(
///     (&ids(&["a", "b", "gone"]), &[3.0, 1.0, 9.0].map(Some).into_iter().collect()),
///     (&ids(&["b", "a", "new"]), &[5.0, 3.0, 9.0].map(Some).into_iter().collect()),
/// );
/// assert_eq!((changes[0].id.as_str(), changes[0].risen()), ("b", Some(1)));
/// assert_eq!((changes[1].id.as_str(), changes[1].risen()), ("a", Some(-1)));
/// ```
pub fn rank_changes(before: (&[String], &Values), after: (&[String], &Values)) -> Vec<RankChange> {
    let later: HashMap<&str, Option<f64>> = after.0.iter().map(String::as_str).zip(after.1.iter()).collect();
    let common: Vec<(&str, Option<f64>, Option<f64>)> = before
        .0
        .iter()
        .zip(before.1.iter())
        .filter_map(|(id, value)| later.get(id.as_str()).map(|&after| (id.as_str(), value, after)))
        .collect();
    let ranks_before = places(common.iter().map(|&(_, before, _)| before));
    let ranks_after = places(common.iter().map(|&(_, _, after)| after));
    let mut changes: Vec<RankChange> = common
        .into_iter()
        .zip(ranks_before.into_iter().zip(ranks_after))
        .map(|((id, before, after), (rank_before, rank_after))| RankChange {
            id: id.to_owned(),
            rank_before,
            rank_after,
            before,
            after,
        })
        .collect();
    changes.sort_by(|a, b| b.risen().cmp(&a.risen()).then_with(|| a.id.cmp(&b.id)));
    changes
}

/// One figure of both networks.
#[derive(Debug, Clone, PartialEq)]
pub struct FigureChange {
    pub id: String,
    pub before: Option<f64>,
    pub after: Option<f64>,
}

impl FigureChange {
    /// `None` when one of the two is not defined.
    pub fn difference(&self) -> Option<f64> {
        Some(self.after? - self.before?)
    }
}

/// The figures side by side, in the order of the first network; those only in the second come last.
pub fn figure_changes(before: &[(&str, Option<f64>)], after: &[(&str, Option<f64>)]) -> Vec<FigureChange> {
    let value = |figures: &[(&str, Option<f64>)], id: &str| {
        figures
            .iter()
            .find(|(own, _)| *own == id)
            .and_then(|(_, value)| *value)
    };
    let only_after = after
        .iter()
        .filter(|(id, _)| before.iter().all(|(own, _)| own != id));
    before
        .iter()
        .chain(only_after)
        .map(|&(id, _)| FigureChange {
            id: id.to_owned(),
            before: value(before, id),
            after: value(after, id),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_that_vanished_has_no_place_and_moves_nobody() {
        let ids = ["a", "b", "c"].map(str::to_owned);
        let values = |values: [Option<f64>; 3]| -> Values { values.into_iter().collect() };
        // Below 0 too: an unknown value is not above a known one.
        let before = values([Some(-1.0), Some(-2.0), Some(-3.0)]);
        let after = values([None, Some(-3.0), Some(-2.0)]);
        let changes = rank_changes((&ids, &before), (&ids, &after));
        let found = |id: &str| changes.iter().find(|change| change.id == id).unwrap();
        assert_eq!((found("a").rank_before, found("a").rank_after), (Some(1), None));
        assert_eq!(found("a").risen(), None);
        assert_eq!((found("b").rank_after, found("c").rank_after), (Some(2), Some(1)));
        assert_eq!(changes.last().unwrap().id, "a");
    }

    #[test]
    fn the_number_of_a_community_is_a_name_and_no_place() {
        assert!(!has_places("community") && !has_places("component"));
        assert!(has_places("degree") && has_places("core"));
    }

    #[test]
    fn figures_of_either_network_are_listed_once() {
        let changes = figure_changes(
            &[("density", Some(0.5)), ("diameter", None)],
            &[("diameter", Some(3.0)), ("ei", Some(0.1))],
        );
        let ids: Vec<&str> = changes.iter().map(|change| change.id.as_str()).collect();
        assert_eq!(ids, ["density", "diameter", "ei"]);
        assert_eq!(changes[1].difference(), None);
        assert_eq!(changes[1].after, Some(3.0));
    }
}
