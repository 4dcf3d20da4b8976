//! FIGURES and pictures to bytes of others: JSON columns, sheets, SVG, the note, the same from the window and from the
//! command line.

mod certainty;
pub mod json;
pub mod note;
pub mod picture;
pub mod sheets;
pub mod spreadsheet;

use std::sync::Arc;

pub use certainty::{Certainty, THOROUGH, has_candidates};

use crate::analysis::live::Live;
use crate::analysis::run::Wanted;
use crate::analysis::snapshot::{AnalysisSettings, Snapshot};
use crate::analysis::two_mode::{Affiliation, Overlap};
use crate::model::{Constellation, RelationKind};

/// Figures, with what is printed of the constellation that they are of.
#[derive(Debug, Clone)]
pub struct Analysed {
    pub source: AnalysedSource,
    pub settings: AnalysisSettings,
    pub live: Arc<Live>,
    pub certainty: Certainty,
}

/// What is printed of a constellation beside its figures: a large one need not stay while they are computed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnalysedSource {
    /// Id in the file of every index.
    pub ids: Vec<String>,
    /// Ids of the kinds of relation that count.
    pub kinds: Vec<String>,
    /// Actors that the filters hide.
    pub actors_hidden: usize,
}

impl AnalysedSource {
    pub fn new(constellation: &Constellation, settings: &AnalysisSettings, snapshot: &Snapshot) -> Self {
        let counts = |kind: &&RelationKind| match &settings.kinds {
            Some(kinds) => kinds.contains(&kind.id),
            None => !kind.is_negative,
        };
        let kinds = constellation.vocabulary.relation_kinds.iter().filter(counts);
        let actors = snapshot.actors.iter();
        let ids = actors.filter_map(|id| constellation.actor(*id));
        Self {
            ids: ids.map(|it| it.key.clone()).collect(),
            kinds: kinds.map(|kind| kind.id.to_string()).collect(),
            actors_hidden: constellation.actors.len() - snapshot.actors.len(),
        }
    }
}

/// Whether a measure is to be printed, by its id.
pub type MeasureFilter<'a> = &'a dyn Fn(&str) -> bool;

/// Why an actor is a candidate, in sentences: whoever has the texts writes them.
pub type Reasons<'a> = &'a dyn Fn(usize) -> Vec<String>;

/// Up to so many actors what every single one's leaving changes is computed unasked: it takes longest.
const MOST_WITH_LEAVING: usize = 500;

/// The measures of an export in which nobody chose.
pub fn wanted(actors: usize) -> Wanted {
    if actors <= MOST_WITH_LEAVING {
        Wanted::All
    } else {
        Wanted::Live
    }
}

impl Analysed {
    /// Pairs of tables with members in common.
    pub fn overlaps(&self) -> Vec<Overlap> {
        let snapshot = &self.live.snapshot;
        Affiliation::new(&snapshot.network, &snapshot.is_table).overlaps()
    }

    /// Id in the file of every index.
    pub fn ids(&self) -> Vec<&str> {
        self.source.ids.iter().map(String::as_str).collect()
    }
}
