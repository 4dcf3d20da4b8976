//! Two constellations side by side: who and what came, went and changed, and what that does to the figures.

use std::collections::BTreeMap;

use super::{
    ComparedRelation, Comparison, FigureChange, RankChange, compare, figure_changes, has_places, rank_changes,
};
use crate::analysis::live::{Live, live_with};
use crate::analysis::measure;
use crate::analysis::run::Wanted;
use crate::analysis::snapshot::{AnalysisSettings, Snapshot, Visible};
use crate::analysis::{Cancelled, Control, NetworkError};
use crate::model::{Actor, Constellation, Direction, RelationStatus};

/// Measures of which places are compared when none are named: those that both networks have.
pub const USUAL_MEASURES: [&str; 8] = [
    "degree",
    "strength",
    "betweenness_norm",
    "betweenness_w_norm",
    "closeness",
    "closeness_in",
    "eigenvector",
    "pagerank",
];

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
pub struct DimensionFigures {
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
    pub figures: Vec<FigureChange>,
    pub dimensions: Vec<DimensionFigures>,
    pub ranks: Vec<Ranks>,
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

/// Compares two constellations; `measures` are those of the places, `None` for [`USUAL_MEASURES`].
///
/// # Conventions
/// - Actors are the same when their key is. A relation is told by its ends, kind and direction; parallel ones
///   of one kind are taken together (see [`compare`]).
/// - Relations of every kind are compared, existing ones only (wished ones too when the settings say so): one
///   that has ended is gone. The figures are of the relations that the settings let count.
/// - Places are among the actors of both (see [`rank_changes`]).
///
/// # Errors
/// A network too large to analyse, or [`CompareError::Cancelled`].
pub fn compare_constellations(
    before: &Constellation,
    after: &Constellation,
    settings: &AnalysisSettings,
    measures: Option<&[&'static str]>,
    control: &Control,
) -> Result<Differences, CompareError> {
    let asked = measures.unwrap_or(&USUAL_MEASURES);
    // What takes long is computed when it is asked for by name.
    let takes_long = |id: &&str| measure::find(id).is_some_and(|found| !Wanted::Live.wants(found));
    let wanted = if asked.iter().any(takes_long) {
        Wanted::All
    } else {
        Wanted::Live
    };
    let (first, second) = (
        analyse(before, settings, wanted.clone(), control)?,
        analyse(after, settings, wanted, control)?,
    );
    let (ids, others) = (keys(before), keys(after));
    let members = compare(
        (&ids, &relations(before, settings)),
        (&others, &relations(after, settings)),
    );
    let ranks = asked
        .iter()
        .filter(|measure| has_places(measure))
        .filter_map(|&measure| {
            let (was, is) = (first.column(measure)?, second.column(measure)?);
            Some(Ranks {
                measure,
                changes: rank_changes((&ids, &was.values), (&others, &is.values)),
            })
        });
    Ok(Differences {
        actors_changed: actors_changed(before, after),
        has_arrows: first.snapshot.network.directed || second.snapshot.network.directed,
        figures: figure_changes(&network_figures(&first), &network_figures(&second)),
        dimensions: dimensions(&first, &second),
        ranks: ranks.collect(),
        labels: labels(before).chain(labels(after)).collect(),
        members,
    })
}

fn analyse(
    constellation: &Constellation,
    settings: &AnalysisSettings,
    wanted: Wanted,
    control: &Control,
) -> Result<Live, CompareError> {
    let snapshot = Snapshot::build(constellation, settings, Visible::ALL).map_err(CompareError::Network)?;
    Ok(live_with(snapshot, wanted, control)?)
}

/// In the order of the network's indices, which is that of the ids.
fn keys(constellation: &Constellation) -> Vec<String> {
    constellation
        .actors
        .values()
        .map(|actor| actor.key.clone())
        .collect()
}

fn labels(constellation: &Constellation) -> impl Iterator<Item = (String, String)> + '_ {
    constellation
        .actors
        .values()
        .map(|actor| (actor.key.clone(), actor.label.clone()))
}

fn relations(constellation: &Constellation, settings: &AnalysisSettings) -> Vec<ComparedRelation> {
    let key = |id| constellation.actor(id).map(|actor| actor.key.clone());
    constellation
        .relations
        .values()
        .filter(|relation| match relation.status {
            RelationStatus::Existing => true,
            RelationStatus::Wished => settings.includes_wished,
            RelationStatus::Ended => false,
        })
        .filter_map(|relation| {
            Some(ComparedRelation {
                source: key(relation.source)?,
                target: key(relation.target)?,
                kind: relation.kind.to_string(),
                is_directed: relation.direction == Direction::Directed,
                weight: relation.weight,
            })
        })
        .collect()
}

fn network_figures(live: &Live) -> Vec<(&str, Option<f64>)> {
    let figures = live.report.network.iter();
    figures.map(|figure| (figure.id, figure.value)).collect()
}

fn dimensions(first: &Live, second: &Live) -> Vec<DimensionFigures> {
    let figures = |found: &crate::analysis::report::DimensionReport| -> Vec<(&'static str, Option<f64>)> {
        found
            .network
            .iter()
            .map(|figure| (figure.id, figure.value))
            .collect()
    };
    let both = first.report.dimensions.iter().filter_map(|was| {
        let is = second.report.dimension(&was.id)?;
        Some(DimensionFigures {
            id: was.id.clone(),
            figures: figure_changes(&figures(was), &figures(is)),
        })
    });
    both.collect()
}

fn actors_changed(before: &Constellation, after: &Constellation) -> Vec<ActorChange> {
    let later: BTreeMap<&str, &Actor> = after
        .actors
        .values()
        .map(|actor| (actor.key.as_str(), actor))
        .collect();
    let mut changed: Vec<ActorChange> = before
        .actors
        .values()
        .filter_map(|was| {
            let is = later.get(was.key.as_str())?;
            let fields: Vec<FieldChange> = fields(before, was)
                .into_iter()
                .zip(fields(after, is))
                .filter(|((_, was), (_, is))| was != is)
                .map(|((field, before), (_, after))| FieldChange { field, before, after })
                .collect();
            (!fields.is_empty()).then(|| ActorChange {
                key: was.key.clone(),
                fields,
            })
        })
        .collect();
    changed.sort_by(|a, b| a.key.cmp(&b.key));
    changed
}

/// What is said of an actor, by ids of the vocabulary: these are the same in every language.
fn fields(constellation: &Constellation, actor: &Actor) -> [(&'static str, String); 9] {
    fn text(value: Option<&impl ToString>) -> String {
        value.map(ToString::to_string).unwrap_or_default()
    }
    let organisation = actor.organisation.and_then(|id| constellation.actor(id));
    let domains: Vec<String> = actor.domains.iter().map(ToString::to_string).collect();
    [
        ("label", actor.label.clone()),
        ("kind", text(actor.kind.as_ref())),
        ("sector", text(actor.sector.as_ref())),
        ("level", text(actor.level.as_ref())),
        ("domains", domains.join(", ")),
        ("region", text(actor.region.as_ref())),
        (
            "organisation",
            organisation.map(|actor| actor.key.clone()).unwrap_or_default(),
        ),
        ("influence", text(actor.influence.as_ref())),
        (
            "stance",
            actor
                .stance
                .map(|stance| format!("{stance:?}").to_lowercase())
                .unwrap_or_default(),
        ),
    ]
}
