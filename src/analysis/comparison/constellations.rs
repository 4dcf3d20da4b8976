//! Two constellations side by side: who and what came, went and changed, and what that does to the figures.

use std::collections::BTreeMap;

use super::side::{ComparedSide, CountedSide, FIELDS};
use super::{Comparison, FigureChange, RankChange, compare, figure_changes, has_places, rank_changes};
use crate::analysis::run::Skipped;
use crate::analysis::{Cancelled, NetworkError};

/// One property of an actor that is not what it was; empty is "not said".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldChange {
    /// `label`, `kind`, `sector`, `level`, `domains`, `region`, `organisation`, `influence` or `stance`.
    pub field: &'static str,
    pub before: String,
    pub after: String,
}

/// An actor in both constellations of which something else is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActorChange {
    pub key: String,
    pub fields: Vec<FieldChange>,
}

/// Figures of one dimension that both have.
#[derive(Debug, Clone, PartialEq)]
pub struct DimensionChanges {
    pub id: String,
    pub figures: Vec<FigureChange>,
}

/// Places by one measure, the highest riser first.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranks {
    pub measure: &'static str,
    pub changes: Vec<RankChange>,
}

impl Ranks {
    /// Nobody has a place in both networks.
    pub fn are_empty(&self) -> bool {
        self.changes.iter().all(|change| change.risen().is_none())
    }
}

/// Everything that differs. Actors and relations are matched by the keys of the files.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Differences {
    pub members: Comparison,
    pub actors_changed: Vec<ActorChange>,
    /// Each direction counts, in one of the two at the least.
    pub has_arrows: bool,
    /// What counts of the first, and of the second.
    pub counted: [CountedSide; 2],
    pub figures: Vec<FigureChange>,
    pub dimensions: Vec<DimensionChanges>,
    pub ranks: Vec<Ranks>,
    /// Measures that were not computed of one of the two, and why.
    pub skipped: Vec<(&'static str, Skipped)>,
    /// Name of every actor in either; where it changed, the later one.
    pub labels: BTreeMap<String, String>,
}

impl Differences {
    pub fn label<'a>(&'a self, key: &'a str) -> &'a str {
        self.labels.get(key).map_or(key, String::as_str)
    }
}

/// Why two constellations cannot be compared.
#[derive(Debug, Clone, PartialEq)]
pub enum CompareError {
    Network(NetworkError),
    Cancelled,
}

impl From<Cancelled> for CompareError {
    fn from(_: Cancelled) -> Self {
        Self::Cancelled
    }
}

/// Lays two constellations side by side.
///
/// # Conventions
/// - Actors are the same when their key is. A relation is identified by its ends, kind and direction; parallel ones
///   of one kind are taken together (see [`compare`]).
/// - Relations of every kind are compared, existing ones only (wished ones too when the settings say so): one
///   that has ended is gone. The figures are of the relations that the settings let count.
/// - Places are among the actors of both (see [`rank_changes`]), by the measures that were asked for of the first.
pub fn compare_sides(before: &ComparedSide, after: &ComparedSide) -> Differences {
    let members = compare(
        (&before.keys, &before.relations()),
        (&after.keys, &after.relations()),
    );
    let ranks = before.columns.iter().filter_map(|(measure, was)| {
        let is = after.column(measure).filter(|_| has_places(measure))?;
        Some(Ranks {
            measure,
            changes: rank_changes((&before.keys, was), (&after.keys, is)),
        })
    });
    let mut skipped = before.skipped.clone();
    skipped.extend(after.skipped.iter().filter(|one| !before.skipped.contains(one)));
    Differences {
        actors_changed: actors_changed(before, after),
        has_arrows: before.counted.has_arrows || after.counted.has_arrows,
        counted: [before.counted, after.counted],
        figures: figure_changes(&before.network, &after.network),
        dimensions: dimensions(before, after),
        ranks: ranks.collect(),
        labels: before.labels().chain(after.labels()).collect(),
        members,
        skipped,
    }
}

fn dimensions(before: &ComparedSide, after: &ComparedSide) -> Vec<DimensionChanges> {
    let both = before.dimensions.iter().filter_map(|(id, was)| {
        let (_, is) = after.dimensions.iter().find(|(other, _)| other == id)?;
        Some(DimensionChanges {
            id: id.clone(),
            figures: figure_changes(was, is),
        })
    });
    both.collect()
}

fn actors_changed(before: &ComparedSide, after: &ComparedSide) -> Vec<ActorChange> {
    let later: BTreeMap<&str, &[String; FIELDS.len()]> =
        after.keys.iter().map(String::as_str).zip(&after.fields).collect();
    let mut changed: Vec<ActorChange> = before
        .keys
        .iter()
        .zip(&before.fields)
        .filter_map(|(key, was)| {
            let is = later.get(key.as_str())?;
            let fields: Vec<FieldChange> = FIELDS
                .into_iter()
                .zip(was.iter().zip(is.iter()))
                .filter(|(_, (was, is))| was != is)
                .map(|(field, (was, is))| FieldChange {
                    field,
                    before: was.clone(),
                    after: is.clone(),
                })
                .collect();
            (!fields.is_empty()).then(|| ActorChange {
                key: key.clone(),
                fields,
            })
        })
        .collect();
    changed.sort_by(|a, b| a.key.cmp(&b.key));
    changed
}
