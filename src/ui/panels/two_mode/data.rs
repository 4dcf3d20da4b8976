//! What the panel shows, as data.

use std::collections::BTreeSet;

use crate::analysis::group_figures::GroupFigures;
use crate::analysis::two_mode::Overlap;
use crate::model::ActorId;
use crate::scene::Highlight;

/// How many there are of what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TableCounts {
    pub tables: usize,
    /// Actors that sit at a table.
    pub members: usize,
    pub seats: usize,
}

pub fn counts(figures: &GroupFigures) -> TableCounts {
    let affiliation = &figures.tables.affiliation;
    TableCounts {
        tables: affiliation.tables().count(),
        members: affiliation
            .tables_of
            .iter()
            .filter(|tables| !tables.is_empty())
            .count(),
        seats: affiliation.members.iter().map(Vec::len).sum(),
    }
}

/// Actors with the number of tables they sit at, the most first, equal ones by name.
pub fn pressure(figures: &GroupFigures) -> Vec<(usize, usize)> {
    let (tables_of, labels) = (&figures.tables.affiliation.tables_of, &figures.snapshot.labels);
    let mut rows: Vec<(usize, usize)> = tables_of
        .iter()
        .enumerate()
        .map(|(v, tables)| (v, tables.len()))
        .filter(|&(_, count)| count > 0)
        .collect();
    rows.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| labels[a.0].cmp(&labels[b.0])));
    rows
}

/// How well the tables of one actor fit those of the others.
#[derive(Debug, Clone, PartialEq)]
pub struct FitRow {
    pub actor: usize,
    /// Mean of the next two.
    pub fit: f64,
    /// How far the company at one table comes back at another.
    pub nesting: f64,
    /// How far the nearest other sits at the same tables.
    pub likeness: f64,
    pub peer: usize,
    /// Tables of the actor where the peer is not.
    pub own_only: Vec<usize>,
    /// Tables of the peer where the actor is not.
    pub peer_only: Vec<usize>,
    /// Tables where nobody else of this network sits.
    pub alone: Vec<usize>,
    /// Far below the others.
    pub stands_out: bool,
}

/// Fewer actors than this have no outliers.
const LEAST_FOR_OUTLIERS: usize = 5;

/// Everybody asked for of whom both figures are known, the lowest fit first. A province sits with other
/// towns at every table without any region being at odds: like is held against like.
pub fn fits(figures: &GroupFigures, is_asked: impl Fn(ActorId) -> bool) -> Vec<FitRow> {
    let (affiliation, congruence) = (&figures.tables.affiliation, &figures.tables.congruence);
    let without = |tables: &[u32], others: &[u32]| -> Vec<usize> {
        let rest = tables.iter().filter(|table| !others.contains(table));
        rest.map(|&table| table as usize).collect()
    };
    let mut rows: Vec<FitRow> = congruence
        .fit()
        .into_iter()
        .enumerate()
        .filter(|(actor, _)| is_asked(figures.snapshot.actors[*actor]))
        .filter_map(|(actor, fit)| {
            let peer = congruence.closest_peer[actor]?;
            let tables = &affiliation.tables_of[actor];
            let of_peer = &affiliation.tables_of[peer.actor as usize];
            let alone = tables
                .iter()
                .filter(|&&table| affiliation.members[table as usize].len() == 1);
            Some(FitRow {
                actor,
                fit: fit?,
                nesting: congruence.nesting[actor]?,
                likeness: peer.likeness,
                peer: peer.actor as usize,
                own_only: without(tables, of_peer),
                peer_only: without(of_peer, tables),
                alone: alone.map(|&table| table as usize).collect(),
                stands_out: false,
            })
        })
        .collect();
    rows.sort_by(|a, b| a.fit.total_cmp(&b.fit).then(a.actor.cmp(&b.actor)));
    let values: Vec<f64> = rows.iter().map(|row| row.fit).collect();
    if let Some(fence) = lower_fence(&values) {
        for row in &mut rows {
            row.stands_out = row.fit < fence;
        }
    }
    rows
}

/// J.W. Tukey's fence for outliers: one and a half times the middle half below it. Values ascend.
fn lower_fence(values: &[f64]) -> Option<f64> {
    if values.len() < LEAST_FOR_OUTLIERS {
        return None;
    }
    let quartile = |share: f64| {
        let at = share * (values.len() - 1) as f64;
        let (low, high) = (values[at.floor() as usize], values[at.ceil() as usize]);
        low + (high - low) * at.fract()
    };
    let (first, third) = (quartile(0.25), quartile(0.75));
    Some(first - 1.5 * (third - first))
}

/// The actor, the one that is most like it, and the tables in which they differ.
pub fn highlight_of_fit(figures: &GroupFigures, row: &FitRow) -> Highlight {
    let differing = row.own_only.iter().chain(&row.peer_only).copied();
    let ends: BTreeSet<usize> = [row.actor, row.peer].into();
    lit(figures, &ends, &differing.collect())
}

/// An actor and all its tables.
pub fn highlight_of_member(figures: &GroupFigures, actor: usize) -> Highlight {
    let tables = figures.tables.affiliation.tables_of[actor].iter();
    lit(
        figures,
        &[actor].into(),
        &tables.map(|&table| table as usize).collect(),
    )
}

/// Two tables and everybody at either.
pub fn highlight_of_overlap(figures: &GroupFigures, overlap: &Overlap) -> Highlight {
    let tables: BTreeSet<usize> = [overlap.a as usize, overlap.b as usize].into();
    let members = &figures.tables.affiliation.members;
    let sitting = tables.iter().flat_map(|&table| &members[table]);
    lit(figures, &sitting.map(|&v| v as usize).collect(), &tables)
}

/// Actors, tables, and the seats of these at those.
fn lit(figures: &GroupFigures, members: &BTreeSet<usize>, tables: &BTreeSet<usize>) -> Highlight {
    let snapshot = &figures.snapshot;
    let actors: BTreeSet<ActorId> = members
        .iter()
        .chain(tables)
        .map(|&v| snapshot.actors[v])
        .collect();
    let is_seat = |a: usize, b: usize| members.contains(&a) && tables.contains(&b);
    let relations: BTreeSet<_> = snapshot
        .network
        .pairs
        .iter()
        .zip(snapshot.relations.iter())
        .filter(|(pair, _)| {
            let (a, b) = (pair.source as usize, pair.target as usize);
            is_seat(a, b) || is_seat(b, a)
        })
        .flat_map(|(_, relations)| relations.iter().copied())
        .collect();
    if relations.is_empty() {
        Highlight::of_actors_alone(actors)
    } else {
        Highlight { actors, relations }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Control;
    use crate::analysis::group_figures::group_figures;
    use crate::analysis::snapshot::{AnalysisSettings, Snapshot, Visible};
    use crate::edit::operations::{self as op, NewActor, NewRelation};
    use crate::edit::{ActorField, Document};
    use crate::model::{Constellation, Language};

    /// Six towns at three tables; the last one sits at a table of its own instead of the third.
    fn region() -> GroupFigures {
        let mut document = Document::new(Constellation::new(Language::Nl));
        let new = |label: String, kind: &str| NewActor {
            label,
            kind: Some(kind.into()),
            pos: None,
        };
        let body = document
            .constellation()
            .vocabulary
            .actor_kinds
            .iter()
            .find(|kind| kind.is_body)
            .map(|kind| kind.id.to_string());
        let body = body.unwrap();
        let towns = (0..6).map(|at| new(format!("stad {at}"), "gemeente"));
        let tables = (0..4).map(|at| new(format!("tafel {at}"), &body));
        let ids = op::add_actors(&mut document, towns.chain(tables).collect()).unwrap();
        op::edit_actors(&mut document, &ids[..1], &ActorField::Note("x".to_owned()).into()).unwrap();
        for town in 0..6 {
            let seats: &[usize] = if town == 5 { &[6, 7, 9] } else { &[6, 7, 8] };
            for &table in seats {
                let new = NewRelation {
                    source: ids[town],
                    target: ids[table],
                    kind: "formeel".into(),
                    weight: 1.0,
                };
                op::add_relation(&mut document, new).unwrap();
            }
        }
        let settings = AnalysisSettings::default();
        let snapshot = Snapshot::build(document.constellation(), &settings, Visible::ALL).unwrap();
        group_figures(snapshot, &Control::new()).unwrap()
    }

    #[test]
    fn who_sits_elsewhere_comes_first_and_stands_out_with_the_tables_that_differ() {
        let figures = region();
        let counts = counts(&figures);
        assert_eq!((counts.tables, counts.members, counts.seats), (4, 6, 18));
        let rows = fits(&figures, |_| true);
        let first = &rows[0];
        assert_eq!(figures.snapshot.labels[first.actor], "stad 5");
        assert!(first.stands_out && !rows[1].stands_out);
        assert_eq!(
            (&first.own_only, &first.peer_only, &first.alone),
            (&vec![9], &vec![8], &vec![9])
        );
        assert_eq!(first.likeness, 0.5);
        let only_two = fits(&figures, |id| id <= figures.snapshot.actors[1]);
        assert_eq!(only_two.len(), 2);
        let lit = highlight_of_fit(&figures, first);
        assert_eq!((lit.actors.len(), lit.relations.len()), (4, 2));
    }

    #[test]
    fn an_overlap_lights_both_tables_and_all_their_seats() {
        let figures = region();
        let overlap = figures.tables.overlaps[0];
        assert_eq!((overlap.shared, overlap.jaccard), (6, 1.0));
        let lit = highlight_of_overlap(&figures, &overlap);
        assert_eq!((lit.actors.len(), lit.relations.len()), (8, 12));
    }

    #[test]
    fn a_few_values_have_no_outliers() {
        assert_eq!(lower_fence(&[0.1, 0.9, 0.9, 0.9]), None);
        assert!(lower_fence(&[0.1, 0.9, 0.9, 0.9, 1.0]).is_some_and(|fence| fence > 0.1));
    }
}
