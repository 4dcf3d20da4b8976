//! What an experiment changes: two analyses of almost the same network, laid side by side.

use std::collections::BTreeMap;

use crate::analysis::cohesion::components::weak_components;
use crate::analysis::comparison::{FigureChange, figure_changes, has_places, rank_changes};
use crate::analysis::joined::{Joined, joined_only_in};
use crate::analysis::measure::{self, Descriptor, Target};
use crate::analysis::report::Report;
use crate::analysis::run::Wanted;
use crate::analysis::snapshot::{NamedPartition, Snapshot};

/// A network and its figures at one moment.
#[derive(Debug, Clone, Copy)]
pub struct Moment<'a> {
    pub snapshot: &'a Snapshot,
    pub report: &'a Report,
}

/// An actor that is there at both moments, with its place by one measure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RankMove {
    /// Index in the first network.
    pub actor: u32,
    /// Place among the actors of both moments; ties share one.
    pub before: u32,
    pub after: u32,
}

impl RankMove {
    /// Places risen; negative when fallen.
    pub fn risen(self) -> i64 {
        i64::from(self.before) - i64::from(self.after)
    }
}

/// Pairs of groups that are named one by one.
const MOST_PAIRS: usize = 8;

/// Pairs of groups, by their names.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GroupPairs {
    /// Only the first: thousands of groups have millions of pairs.
    pub first: Vec<(String, String)>,
    /// How many there are in all.
    pub count: u64,
}

/// Changes in one dimension.
#[derive(Debug, Clone, PartialEq)]
pub struct DimensionChange {
    pub id: String,
    pub figures: Vec<FigureChange>,
    /// Pairs of groups of which no member reaches a member of the other any more.
    pub lost: GroupPairs,
    /// Pairs of groups that reach each other for the first time.
    pub gained: GroupPairs,
}

/// Everything that differs from the first moment to the second. Actors by their index in the first network.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Difference {
    /// Each direction counts, at one moment at the least.
    pub has_arrows: bool,
    /// Every figure of the network, in the order of the table of measures.
    pub figures: Vec<FigureChange>,
    pub dimensions: Vec<DimensionChange>,
    /// Parts that no longer hang together with the largest one they were tied to, largest first; all of them
    /// where none is the largest.
    pub loose: Vec<Vec<u32>>,
    /// Parts that were loose and now hang together with a larger one.
    pub joined: Vec<Vec<u32>>,
    /// Risers first, fallers last; who keeps its place is left out.
    pub moves: Vec<RankMove>,
}

impl Difference {
    /// The best risers, at most `most`.
    pub fn risers(&self, most: usize) -> impl Iterator<Item = &RankMove> {
        self.moves.iter().filter(|one| one.risen() > 0).take(most)
    }

    /// The worst fallers first, at most `most`.
    pub fn fallers(&self, most: usize) -> impl Iterator<Item = &RankMove> {
        self.moves.iter().rev().filter(|one| one.risen() < 0).take(most)
    }
}

/// The difference between two moments; places are by the measure `ranked_by`.
///
/// # Conventions
/// Parts and pairs of groups are about the actors of both moments, without directions and weights: an actor
/// that left is nobody's member, but a path could run over it before. Groups are those of the first moment.
/// A figure that is not defined at one of the moments has no difference.
///
/// # Complexity
/// O((n + m) log n + groups log groups), without any measure: both reports are there already. Groups in several
/// parts: see [`joined_only_in`].
pub fn difference(before: Moment<'_>, after: Moment<'_>, ranked_by: &str) -> Difference {
    let parts = ActorParts::new(before.snapshot, after.snapshot);
    Difference {
        has_arrows: before.snapshot.network.directed || after.snapshot.network.directed,
        figures: figure_changes(&network_figures(before.report), &network_figures(after.report)),
        dimensions: before
            .snapshot
            .dimensions
            .iter()
            .map(|dimension| dimension_change(dimension, before, after, &parts))
            .collect(),
        loose: parts.apart(false),
        joined: parts.apart(true),
        moves: moves(before, after, ranked_by),
    }
}

/// What has to be computed for the second moment: every figure of the network and of its dimensions, and the
/// measure of the places.
pub fn wanted(ranked_by: &str) -> Wanted {
    let is_shown = |descriptor: &&Descriptor| {
        matches!(descriptor.target, Target::Network | Target::GroupNetwork) || descriptor.id == ranked_by
    };
    let shown = measure::all().filter(is_shown);
    Wanted::Only(shown.map(|descriptor| descriptor.id.to_owned()).collect())
}

fn network_figures(report: &Report) -> Vec<(&str, Option<f64>)> {
    report
        .network
        .iter()
        .map(|figure| (figure.id, figure.value))
        .collect()
}

/// The actors of both moments with the component they are in at each.
struct ActorParts {
    actors: Vec<(u32, [u32; 2])>,
}

impl ActorParts {
    fn new(before: &Snapshot, after: &Snapshot) -> Self {
        let (first, _) = weak_components(&before.network);
        let (second, _) = weak_components(&after.network);
        let actors = (0u32..)
            .zip(&before.actors)
            .zip(first)
            .filter_map(|((at, &actor), part)| {
                let then = after.index_of(actor)?;
                Some((at, [part, second[then]]))
            });
        Self {
            actors: actors.collect(),
        }
    }

    /// What fell apart, or (`reversed`) what came together: the pieces of every part but its largest.
    fn apart(&self, reversed: bool) -> Vec<Vec<u32>> {
        let (whole, piece) = if reversed { (1, 0) } else { (0, 1) };
        let mut pieces: BTreeMap<u32, BTreeMap<u32, Vec<u32>>> = BTreeMap::new();
        for (actor, parts) in &self.actors {
            pieces
                .entry(parts[whole])
                .or_default()
                .entry(parts[piece])
                .or_default()
                .push(*actor);
        }
        let mut found = Vec::new();
        for pieces in pieces.into_values().filter(|pieces| pieces.len() > 1) {
            let mut pieces: Vec<Vec<u32>> = pieces.into_values().collect();
            pieces.sort_by_key(|piece| (std::cmp::Reverse(piece.len()), piece[0]));
            // Where no piece is the largest, none of them is the rest of the network.
            let has_largest = pieces[0].len() > pieces[1].len();
            found.extend(pieces.drain(usize::from(has_largest)..));
        }
        found.sort_by_key(|piece| (std::cmp::Reverse(piece.len()), piece[0]));
        found
    }

    /// Which groups have members in which component at a moment (0 or 1).
    fn joined(&self, dimension: &NamedPartition, moment: usize) -> Joined {
        let mut groups: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        for (actor, parts) in &self.actors {
            let own = dimension.partition.of(*actor as usize);
            groups.entry(parts[moment]).or_default().extend(own);
        }
        Joined::new(dimension.partition.groups.len(), groups.into_values())
    }
}

fn dimension_change(
    dimension: &NamedPartition,
    before: Moment<'_>,
    after: Moment<'_>,
    parts: &ActorParts,
) -> DimensionChange {
    let figures = |report: &Report| -> Vec<(&'static str, Option<f64>)> {
        let found = report.dimension(&dimension.id);
        found.map_or_else(Vec::new, |found| {
            found
                .network
                .iter()
                .map(|figure| (figure.id, figure.value))
                .collect()
        })
    };
    let [was, is] = [0, 1].map(|moment| parts.joined(dimension, moment));
    let only_in = |one: &Joined, other: &Joined| {
        let found = joined_only_in(one, other, MOST_PAIRS);
        let name = |group: u32| dimension.partition.groups[group as usize].clone();
        GroupPairs {
            first: found.first.iter().map(|&(g, h)| (name(g), name(h))).collect(),
            count: found.count,
        }
    };
    DimensionChange {
        id: dimension.id.clone(),
        figures: figure_changes(&figures(before.report), &figures(after.report)),
        lost: only_in(&was, &is),
        gained: only_in(&is, &was),
    }
}

fn moves(before: Moment<'_>, after: Moment<'_>, ranked_by: &str) -> Vec<RankMove> {
    let ids =
        |snapshot: &Snapshot| -> Vec<String> { snapshot.actors.iter().map(ToString::to_string).collect() };
    if !has_places(ranked_by) {
        return Vec::new();
    }
    let (Some(first), Some(second)) = (
        before.report.actor_column(ranked_by),
        after.report.actor_column(ranked_by),
    ) else {
        return Vec::new();
    };
    let first_ids = ids(before.snapshot);
    let place_of: BTreeMap<&str, u32> = first_ids.iter().map(String::as_str).zip(0u32..).collect();
    rank_changes((&first_ids, first), (&ids(after.snapshot), second))
        .into_iter()
        .filter_map(|change| {
            let (before, after) = (change.rank_before?, change.rank_after?);
            let actor = place_of[change.id.as_str()];
            (before != after).then_some(RankMove { actor, before, after })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Control;
    use crate::analysis::live::{Live, live};
    use crate::analysis::snapshot::{AnalysisSettings, Visible};
    use crate::edit::operations::{self as op};
    use crate::edit::testing::{document_of, relate};
    use crate::edit::{ActorField, Document};
    use crate::model::ActorId;

    fn document(names: &[&str], ties: &[(usize, usize)]) -> (Document, Vec<ActorId>) {
        let (mut document, ids) = document_of(names);
        for &(from, to) in ties {
            relate(&mut document, ids[from], ids[to], "samenwerking");
        }
        (document, ids)
    }

    fn analysed(document: &Document, without: Option<ActorId>) -> Live {
        let visible = Visible {
            actor: &|actor| Some(actor.id) != without,
            relation: &|_| true,
        };
        let snapshot =
            Snapshot::build(document.constellation(), &AnalysisSettings::default(), visible).unwrap();
        live(snapshot, &Control::new()).unwrap()
    }

    fn between(before: &Live, after: &Live) -> Difference {
        fn moment(live: &Live) -> Moment<'_> {
            let Live { snapshot, report, .. } = live;
            Moment { snapshot, report }
        }
        difference(moment(before), moment(after), "betweenness")
    }

    fn figure<'a>(found: &'a Difference, id: &str) -> &'a FigureChange {
        found.figures.iter().find(|change| change.id == id).unwrap()
    }

    #[test]
    fn without_the_middle_of_a_path_both_ends_come_loose() {
        // a - b - c - d: without b the others are {a} and {c, d}.
        let (document, ids) = document(&["a", "b", "c", "d"], &[(0, 1), (1, 2), (2, 3)]);
        let found = between(&analysed(&document, None), &analysed(&document, Some(ids[1])));
        assert_eq!(found.loose, [vec![0]]);
        assert!(found.joined.is_empty());
        let value = |id| (figure(&found, id).before, figure(&found, id).after);
        assert_eq!(value("n"), (Some(4.0), Some(3.0)));
        assert_eq!(value("m"), (Some(3.0), Some(1.0)));
        assert_eq!(value("n_components"), (Some(1.0), Some(2.0)));
        assert_eq!(value("density"), (Some(0.5), Some(1.0 / 3.0)));
        // Before c stood on 2 of the 3 pairs, now on none: it shares the first place with all.
        assert_eq!(value("diameter"), (Some(3.0), Some(1.0)));
    }

    #[test]
    fn a_pair_of_groups_that_only_met_through_one_actor_is_named() {
        let (mut document, ids) = document(&["a", "b", "c"], &[(0, 1), (1, 2)]);
        let sector = |document: &mut Document, id, name: &str| {
            op::edit_actors(document, &[id], &ActorField::Sector(Some(name.into())).into()).unwrap();
        };
        sector(&mut document, ids[0], "overheid");
        sector(&mut document, ids[2], "omgeving");
        let found = between(&analysed(&document, None), &analysed(&document, Some(ids[1])));
        let pair = ("Overheid".to_owned(), "Omgeving".to_owned());
        assert_eq!(found.dimensions[0].lost.first, std::slice::from_ref(&pair));
        // The other way round they meet for the first time.
        let back = between(&analysed(&document, Some(ids[1])), &analysed(&document, None));
        assert_eq!(back.dimensions[0].gained.first, [pair]);
        assert_eq!(back.joined, [vec![0], vec![1]], "a, and c: the second without b");
    }

    #[test]
    fn a_shortcut_lets_the_old_middle_fall_and_the_new_ends_rise() {
        // A path of five; the middle one stands on most paths until both ends are tied.
        let (mut document, ids) = document(&["a", "b", "c", "d", "e"], &[(0, 1), (1, 2), (2, 3), (3, 4)]);
        let before = analysed(&document, None);
        relate(&mut document, ids[0], ids[4], "samenwerking");
        let found = between(&before, &analysed(&document, None));
        // In a ring of five everybody stands on one shortest path: all share the first place.
        let risers: Vec<(u32, i64)> = found.risers(9).map(|one| (one.actor, one.risen())).collect();
        assert_eq!(risers, [(0, 3), (4, 3), (1, 1), (3, 1)]);
        assert_eq!(found.fallers(9).count(), 0);
        assert_eq!(figure(&found, "diameter").difference(), Some(-2.0));
        assert!(found.loose.is_empty() && found.joined.is_empty());
    }

    #[test]
    fn nothing_differs_from_itself() {
        let (document, _) = document(&["a", "b", "c"], &[(0, 1)]);
        let live = analysed(&document, None);
        let found = between(&live, &live);
        assert!(found.figures.iter().all(|change| change.before == change.after));
        assert!(found.moves.is_empty() && found.loose.is_empty() && found.joined.is_empty());
    }
}
