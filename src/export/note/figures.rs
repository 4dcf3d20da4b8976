//! The figures that a note tells.

use std::sync::Arc;

use crate::analysis::Control;
use crate::analysis::group_figures::{GroupFigures, group_figures};
use crate::analysis::live::{Live, live_with};
use crate::analysis::run::Wanted;
use crate::analysis::snapshot::{AnalysisSettings, Snapshot, Visible};
use crate::analysis::spanners::{SpannerWeights, default_top};
use crate::analysis::{Cancelled, NetworkError};
use crate::export::Certainty;
use crate::model::Constellation;
use crate::scene::Filters;

/// Of what the filters let through.
#[derive(Debug, Clone)]
pub struct NoteFigures {
    pub settings: AnalysisSettings,
    pub live: Arc<Live>,
    pub certainty: Certainty,
    pub groups: GroupFigures,
}

impl NoteFigures {
    /// The network that they are of.
    ///
    /// # Errors
    /// One that cannot be analysed.
    pub fn network(
        constellation: &Constellation,
        filters: &Filters,
        settings: &AnalysisSettings,
    ) -> Result<Snapshot, NetworkError> {
        let visible = Visible {
            actor: &|actor| filters.shows_actor(actor),
            relation: &|tie| filters.shows_relation(tie),
        };
        Snapshot::build(constellation, settings, visible)
    }

    /// Computes them, with all weights equal and the usual number of first places.
    ///
    /// # Errors
    /// [`Cancelled`] when somebody stops it.
    pub fn of(snapshot: Snapshot, settings: AnalysisSettings, control: &Control) -> Result<Self, Cancelled> {
        let equal = |live: &Live| {
            let weights = SpannerWeights::equal(live.figures.len());
            (weights, default_top(live.ranks.actors.len()))
        };
        Self::weighed(snapshot, settings, equal, control)
    }

    /// Computes them, the candidates weighed as somebody wants them to be, and how many first places certainty is about.
    ///
    /// # Errors
    /// [`Cancelled`] when somebody stops it.
    pub fn weighed(
        snapshot: Snapshot,
        settings: AnalysisSettings,
        weigh: impl FnOnce(&Live) -> (SpannerWeights, u32),
        control: &Control,
    ) -> Result<Self, Cancelled> {
        // What every single one's leaving changes takes longest, and is not told.
        let live = live_with(snapshot, Wanted::Live, control)?;
        let (weights, top) = weigh(&live);
        let groups = group_figures(Arc::clone(&live.snapshot), control)?;
        let certainty = Certainty::with(&live, weights, top, true);
        Ok(Self {
            settings,
            live: Arc::new(live),
            certainty,
            groups,
        })
    }
}
