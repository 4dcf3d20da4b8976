//! One of two constellations, as far as a comparison needs it: two files of 100 MB never have to be in memory
//! together, nor beside the figures of either.

use std::collections::BTreeMap;

use super::ComparedRelation;
use super::constellations::CompareError;
use crate::analysis::live::request;
use crate::analysis::measure::{self, Descriptor, Target};
use crate::analysis::run::{self, Skipped, Wanted};
use crate::analysis::snapshot::{AnalysisSettings, LeftOut, Snapshot, Visible};
use crate::analysis::{Control, Values};
use crate::model::{
    Actor, ActorId, Constellation, Direction, DomainId, RelationKindId, RelationStatus, Vocabulary,
};

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

/// The fields of an actor that are compared, in this order.
pub(super) const FIELDS: [&str; 9] = [
    "label",
    "kind",
    "sector",
    "level",
    "domains",
    "region",
    "organisation",
    "influence",
    "stance",
];

/// How much of one constellation counts in its figures, and what is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CountedSide {
    /// Those that count, of how many.
    pub actors: (usize, usize),
    pub relations: (usize, usize),
    /// Arrows or pairs of the network.
    pub ties: usize,
    pub has_arrows: bool,
    /// Those of the relations that do not count. Ended and wished ones are not in the lists either.
    pub left_out: LeftOut,
}

impl CountedSide {
    fn of(constellation: &Constellation, snapshot: &Snapshot) -> Self {
        Self {
            actors: (snapshot.network.n, constellation.actors.len()),
            relations: (snapshot.relations_counted(), constellation.relations.len()),
            ties: snapshot.network.m(),
            has_arrows: snapshot.network.directed,
            left_out: snapshot.left_out,
        }
    }
}

/// Figures by the id of their measure.
type FiguresById = Vec<(&'static str, Option<f64>)>;

/// What is compared of one constellation.
#[derive(Debug)]
pub struct ComparedSide {
    /// In the order of the network's indices, which is that of the ids.
    pub(super) keys: Vec<String>,
    /// Of every actor, by ids of the vocabulary: these are the same in every language. Empty is "not said".
    pub(super) fields: Vec<[String; FIELDS.len()]>,
    relations: Vec<ComparedTie>,
    kinds: Vec<String>,
    words: Vocabulary,
    pub(super) counted: CountedSide,
    pub(super) network: FiguresById,
    pub(super) dimensions: Vec<(String, FiguresById)>,
    pub(super) columns: Vec<(&'static str, Values)>,
    pub(super) skipped: Vec<(&'static str, Skipped)>,
}

/// A relation by places in the lists of actors and kinds: as three texts, half a million take 100 MB.
#[derive(Debug)]
struct ComparedTie {
    source: u32,
    target: u32,
    kind: u32,
    is_directed: bool,
    weight: f64,
}

impl ComparedSide {
    /// Keeps what is compared of a constellation and frees the rest, then computes its figures: those of the
    /// whole, and of every actor by `measures` (`None`: by [`USUAL_MEASURES`]). Nothing else is computed.
    ///
    /// # Errors
    /// A network too large to analyse, or [`CompareError::Cancelled`].
    pub fn of(
        constellation: Constellation,
        settings: &AnalysisSettings,
        measures: Option<&[&'static str]>,
        control: &Control,
    ) -> Result<Self, CompareError> {
        let asked = measures.unwrap_or(&USUAL_MEASURES);
        let snapshot =
            Snapshot::build(&constellation, settings, Visible::ALL).map_err(CompareError::Network)?;
        let counted = CountedSide::of(&constellation, &snapshot);
        let mut side = Self::without_figures(constellation, settings);
        side.counted = counted;
        let found = run::compute(&request(&snapshot, wanted(asked)), control)?.report;
        let figures = |list: &[run::NetworkFigure]| list.iter().map(|one| (one.id, one.value)).collect();
        let columns = asked.iter().filter_map(|&id| {
            let values = found.actor_column(id)?.clone();
            Some((id, values))
        });
        side.columns = columns.collect();
        side.network = figures(&found.network);
        let dimensions = found.dimensions.iter();
        side.dimensions = dimensions
            .map(|one| (one.id.clone(), figures(&one.network)))
            .collect();
        side.skipped = found.skipped;
        Ok(side)
    }

    fn without_figures(constellation: Constellation, settings: &AnalysisSettings) -> Self {
        let actors = || constellation.actors.values();
        let (relations, kinds) = ties(&constellation, settings);
        Self {
            keys: actors().map(|actor| actor.key.clone()).collect(),
            fields: actors().map(|actor| fields(&constellation, actor)).collect(),
            relations,
            kinds,
            counted: CountedSide::default(),
            network: Vec::new(),
            dimensions: Vec::new(),
            columns: Vec::new(),
            skipped: Vec::new(),
            words: constellation.vocabulary.into_inner().with_labels_of_their_own(),
        }
    }

    /// The words whose label is not their id; the rest is freed.
    pub fn into_words(self) -> Vocabulary {
        self.words
    }

    pub(super) fn labels(&self) -> impl Iterator<Item = (String, String)> + '_ {
        let labels = self.fields.iter().map(|fields| fields[0].clone());
        self.keys.iter().cloned().zip(labels)
    }

    pub(super) fn column(&self, id: &str) -> Option<&Values> {
        let mut columns = self.columns.iter();
        columns.find(|(own, _)| *own == id).map(|(_, values)| values)
    }

    pub(super) fn relations(&self) -> Vec<ComparedRelation<'_>> {
        let relation = |tie: &ComparedTie| ComparedRelation {
            source: &self.keys[tie.source as usize],
            target: &self.keys[tie.target as usize],
            kind: &self.kinds[tie.kind as usize],
            is_directed: tie.is_directed,
            weight: tie.weight,
        };
        self.relations.iter().map(relation).collect()
    }
}

/// Every figure of the network and of its dimensions, and the measures of the places.
fn wanted(asked: &[&'static str]) -> Wanted {
    // What takes long is computed when it is asked for by name.
    let is_wanted = |one: &&Descriptor| {
        let is_of_whole = matches!(one.target, Target::Network | Target::GroupNetwork);
        (is_of_whole && Wanted::Live.wants(one)) || asked.contains(&one.id)
    };
    let wanted = measure::all().filter(is_wanted);
    Wanted::Whole(wanted.map(|one| one.id.to_owned()).collect())
}

/// The relations that are compared, and the kinds they point at.
fn ties(constellation: &Constellation, settings: &AnalysisSettings) -> (Vec<ComparedTie>, Vec<String>) {
    let places: BTreeMap<ActorId, u32> = constellation.actors.keys().copied().zip(0..).collect();
    let mut kinds: BTreeMap<&RelationKindId, u32> = BTreeMap::new();
    let is_compared = |status| match status {
        RelationStatus::Existing => true,
        RelationStatus::Wished => settings.includes_wished,
        RelationStatus::Ended => false,
    };
    let mut ties = Vec::new();
    let mut names = Vec::new();
    for relation in constellation.relations.values() {
        let ends = (places.get(&relation.source), places.get(&relation.target));
        let (true, (Some(&source), Some(&target))) = (is_compared(relation.status), ends) else {
            continue;
        };
        let kind = *kinds.entry(&relation.kind).or_insert_with(|| {
            names.push(relation.kind.to_string());
            names.len() as u32 - 1
        });
        ties.push(ComparedTie {
            source,
            target,
            kind,
            is_directed: relation.direction == Direction::Directed,
            weight: relation.weight,
        });
    }
    (ties, names)
}

fn fields(constellation: &Constellation, actor: &Actor) -> [String; FIELDS.len()] {
    fn text(value: Option<&impl ToString>) -> String {
        value.map(ToString::to_string).unwrap_or_default()
    }
    let organisation = actor.organisation.and_then(|id| constellation.actor(id));
    let domains: Vec<&str> = actor.domains.iter().map(DomainId::as_str).collect();
    let stance = actor.stance.map(|stance| format!("{stance:?}").to_lowercase());
    [
        actor.label.clone(),
        text(actor.kind.as_ref()),
        text(actor.sector.as_ref()),
        text(actor.level.as_ref()),
        domains.join(", "),
        text(actor.region.as_ref()),
        organisation.map(|actor| actor.key.clone()).unwrap_or_default(),
        text(actor.influence.as_ref()),
        stance.unwrap_or_default(),
    ]
}
