//! FIGURES to bytes of others: JSON columns and sheets, the same from the window and from the command line.

mod certainty;
pub mod json;
pub mod sheets;
pub mod spreadsheet;

use std::sync::Arc;

pub use certainty::{Certainty, THOROUGH, has_candidates};

use crate::analysis::live::Live;
use crate::analysis::run::Wanted;
use crate::analysis::snapshot::AnalysisSettings;
use crate::analysis::two_mode::{Affiliation, Overlap};
use crate::model::Constellation;

/// A constellation with its figures.
#[derive(Debug, Clone)]
pub struct Analysed {
    pub constellation: Constellation,
    pub settings: AnalysisSettings,
    pub live: Arc<Live>,
    pub certainty: Certainty,
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
        let actors = self.live.snapshot.actors.iter();
        actors
            .filter_map(|id| self.constellation.actor(*id))
            .map(|it| it.key.as_str())
            .collect()
    }
}
