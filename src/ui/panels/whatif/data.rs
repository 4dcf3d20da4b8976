//! The answer to an experiment, as the panel and the board show it.

use std::sync::Arc;

use crate::analysis::whatif::{Difference, RankMove};
use crate::i18n::Texts;
use crate::lens::WhatIf;
use crate::model::{ActorId, Constellation};
use crate::told::comparison::places;
use crate::told::whatif::name_of;

/// Risers, and fallers, in sight.
const MOST_MOVES: usize = 5;

/// The answer to an experiment.
#[derive(Debug, Clone, PartialEq)]
pub struct WhatIfAnswer {
    pub of: WhatIf,
    /// Actor of every index in the difference.
    pub actors: Arc<[ActorId]>,
    pub difference: Arc<Difference>,
    /// The measure of the risers and fallers.
    pub ranked_by: &'static str,
    /// Whether the kind of the relation counts in the figures at all.
    pub kind_counts: bool,
}

impl WhatIfAnswer {
    pub fn actor(&self, at: u32) -> Option<ActorId> {
        self.actors.get(at as usize).copied()
    }

    /// Actors of the parts that come loose, or that come to hang together with the rest.
    pub fn marked(&self) -> Vec<ActorId> {
        let parts = self.difference.loose.iter().chain(&self.difference.joined);
        parts.flatten().filter_map(|at| self.actor(*at)).collect()
    }
}

/// A riser or faller.
#[derive(Debug, Clone, PartialEq)]
pub struct MoveRow {
    pub actor: ActorId,
    pub name: String,
    pub text: String,
}

/// Risers and fallers, the furthest first.
pub fn move_rows(texts: Texts, constellation: &Constellation, outcome: &WhatIfAnswer) -> [Vec<MoveRow>; 2] {
    let row = |one: &RankMove| {
        let actor = outcome.actor(one.actor)?;
        Some(MoveRow {
            actor,
            name: name_of(constellation, actor),
            text: places(Some(one.before), Some(one.after)).text(texts),
        })
    };
    let difference = &outcome.difference;
    [
        difference.risers(MOST_MOVES).filter_map(row).collect(),
        difference.fallers(MOST_MOVES).filter_map(row).collect(),
    ]
}
