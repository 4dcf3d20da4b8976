//! Experiments beside the board: asked for while the hand moves, answered by a job, newest wins. The document
//! is only read.

use std::sync::Arc;

use crate::analysis::live::Live;
use crate::analysis::run::{self, Request};
use crate::analysis::snapshot::{AnalysisSettings, Snapshot, Visible};
use crate::analysis::spanners::Dimension;
use crate::analysis::whatif::{Difference, Moment, difference, wanted};
use crate::analysis::{Cancelled, Control};
use crate::desk::Desk;
use crate::edit::Document;
use crate::edit::operations::{self as op, NewRelation};
use crate::jobs::{Derived, Wake};
use crate::lens::{Lens, WhatIf};
use crate::model::{Constellation, RelationKindId};
use crate::scene::Filters;
use crate::ui::panels::whatif::data;

/// What is asked; equal questions have equal answers.
#[derive(Debug, Clone, PartialEq)]
struct WhatIfQuestion {
    of: WhatIf,
    /// Kind and weight of the relation that would come.
    relation: Option<(RelationKindId, f64)>,
    ranked_by: &'static str,
    /// Which figures it is compared with.
    analysis: u64,
}

/// The experiment on show, and the job that makes the next.
pub struct Experiments {
    /// What differs from these figures of the board as it is.
    derived: Derived<WhatIfQuestion, (Arc<Live>, Difference)>,
}

impl Experiments {
    pub fn new(wake: Wake) -> Self {
        Self {
            derived: Derived::new("what-if", wake),
        }
    }

    /// Asks for the experiment of the view, unless that was done. `live` are the figures of the board as it
    /// is now, `None` while they are not there; `analysis` tells one set of figures from the next.
    pub fn update(
        &mut self,
        constellation: &Constellation,
        lens: &Lens,
        desk: &Desk,
        live: Option<&Arc<Live>>,
        analysis: u64,
    ) {
        let Some(of) = lens.what_if else {
            self.derived.clear();
            return;
        };
        let (Some(live), false) = (live, is_open_question(of)) else {
            return;
        };
        let relation =
            matches!(of, WhatIf::With(_)).then(|| (desk.active_relation_kind.clone(), desk.active_weight));
        let question = WhatIfQuestion {
            of,
            relation,
            ranked_by: lens.ranked_by,
            analysis,
        };
        self.derived.ask_anew(&question, || {
            let (question, before) = (question.clone(), Arc::clone(live));
            let constellation = constellation.clone();
            let (filters, settings) = (lens.filters.clone(), lens.analysis_settings.clone());
            move |control: &Control| {
                let after = network_after(constellation, &question, &filters, &settings)?;
                let difference = differing(&before, &after, question.ranked_by, control)?;
                Ok((before, difference))
            }
        });
    }

    /// The newest answer, when there is one; or what went wrong.
    pub fn poll(
        &mut self,
        constellation: &Constellation,
        settings: &AnalysisSettings,
    ) -> Option<Result<data::WhatIfAnswer, String>> {
        if let Some(reason) = self.derived.poll() {
            return Some(Err(reason));
        }
        let (question, (before, difference)) = self.derived.take()?;
        if self.derived.asked()?.analysis != question.analysis {
            // Of a board as it was before.
            return None;
        }
        let kind_counts = question.relation.is_none_or(|(kind, _)| match &settings.kinds {
            Some(kinds) => kinds.contains(&kind),
            None => !constellation
                .vocabulary
                .relation_kind(&kind)
                .is_some_and(|kind| kind.is_negative),
        });
        Some(Ok(data::WhatIfAnswer {
            of: question.of,
            actors: before.snapshot.actors.as_slice().into(),
            difference: Arc::new(difference),
            ranked_by: question.ranked_by,
            kind_counts,
        }))
    }
}

fn is_open_question(of: WhatIf) -> bool {
    matches!(of, WhatIf::Without(None) | WhatIf::With(None))
}

/// The network as it would be. There is none where the experiment makes no sense: a relation with itself counts
/// nowhere, and is refused as any other bad relation would be.
fn network_after(
    constellation: Constellation,
    question: &WhatIfQuestion,
    filters: &Filters,
    settings: &AnalysisSettings,
) -> Result<Snapshot, Cancelled> {
    let without = match question.of {
        WhatIf::Without(actor) => actor,
        WhatIf::With(_) => None,
    };
    let visible = Visible {
        actor: &|actor| filters.shows_actor(actor) && Some(actor.id) != without,
        relation: &|tie| filters.shows_relation(tie),
    };
    let built = match (question.of, &question.relation) {
        (WhatIf::With(Some((source, target))), Some((kind, weight))) => {
            // By the very operation that would draw it: same direction, same refusals.
            let mut tried = Document::new(constellation);
            let new = NewRelation {
                source,
                target,
                kind: kind.clone(),
                weight: *weight,
            };
            op::add_relation(&mut tried, new).map_err(|_| Cancelled)?;
            Snapshot::build(tried.constellation(), settings, visible)
        }
        _ => Snapshot::build(&constellation, settings, visible),
    };
    built.map_err(|error| {
        log::error!("the experiment cannot be analysed: {error}");
        Cancelled
    })
}

/// Only what the panel shows: figures of the network and of the dimensions, and one measure for the places.
fn differing(
    before: &Live,
    after: &Snapshot,
    ranked_by: &'static str,
    control: &Control,
) -> Result<Difference, Cancelled> {
    let dimensions = after.dimensions.iter().map(|one| Dimension {
        id: &one.id,
        partition: &one.partition,
    });
    let request = Request {
        network: &after.network,
        dimensions: dimensions.collect(),
        is_table: after.knows_tables().then_some(&after.is_table),
        wanted: wanted(ranked_by),
        sources: after.sources,
    };
    let report = run::run(&request, control)?;
    let before = Moment {
        snapshot: &before.snapshot,
        report: &before.report,
    };
    let after = Moment {
        snapshot: after,
        report: &report,
    };
    Ok(difference(before, after, ranked_by))
}
