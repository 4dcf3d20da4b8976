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
use crate::jobs::{Latest, Outcome, Wake};
use crate::lens::WhatIf;
use crate::model::{Constellation, RelationKindId};
use crate::scene::Filters;
use crate::session::Session;
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

struct Job {
    question: WhatIfQuestion,
    before: Arc<Live>,
    after: Snapshot,
}

/// The experiment on show, and the job that makes the next.
pub struct Experiments {
    job: Latest<Job, (WhatIfQuestion, Difference)>,
    asked: Option<WhatIfQuestion>,
    /// The figures of the board as it is, with the number of the analysis they are of.
    before: Option<(u64, Arc<Live>)>,
}

impl Experiments {
    pub fn new(wake: Wake) -> Self {
        Self {
            job: Latest::new("what-if", wake, answer),
            asked: None,
            before: None,
        }
    }

    /// Asks for the experiment of the view, unless that was done. `live` are the figures of the board as it
    /// is now, `None` while they are not there; `analysis` tells one set of figures from the next.
    pub fn update(&mut self, session: &Session, desk: &Desk, live: Option<&Arc<Live>>, analysis: u64) {
        let lens = &session.lens;
        let Some(of) = lens.what_if else {
            self.asked = None;
            self.before = None;
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
        if self.asked.as_ref() == Some(&question) {
            return;
        }
        if self.before.as_ref().is_none_or(|(number, _)| *number != analysis) {
            self.before = Some((analysis, Arc::clone(live)));
        }
        let after = snapshot(
            session.document.constellation(),
            &question,
            &lens.filters,
            &lens.analysis_settings,
        );
        if let (Some(after), Some((_, before))) = (after, &self.before) {
            let before = Arc::clone(before);
            self.job.request(Job {
                question: question.clone(),
                before,
                after,
            });
        }
        self.asked = Some(question);
    }

    /// The newest answer, when there is one; or what went wrong.
    pub fn poll(
        &mut self,
        constellation: &Constellation,
        settings: &AnalysisSettings,
    ) -> Option<Result<data::WhatIfAnswer, String>> {
        let (question, difference) = match self.job.poll()? {
            Outcome::Done(answer) => answer,
            Outcome::Panicked(reason) => return Some(Err(reason)),
        };
        let (number, before) = self.before.as_ref()?;
        if *number != question.analysis {
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

/// The network as it would be; `None` where the experiment makes no sense (a relation with itself counts
/// nowhere, and is refused as any other bad relation would be).
fn snapshot(
    constellation: &Constellation,
    question: &WhatIfQuestion,
    filters: &Filters,
    settings: &AnalysisSettings,
) -> Option<Snapshot> {
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
            // On a copy, by the very operation that would draw it: same direction, same refusals.
            let mut copy = Document::new(constellation.clone());
            let new = NewRelation {
                source,
                target,
                kind: kind.clone(),
                weight: *weight,
            };
            op::add_relation(&mut copy, new).ok()?;
            Snapshot::build(copy.constellation(), settings, visible)
        }
        _ => Snapshot::build(constellation, settings, visible),
    };
    built
        .map_err(|error| log::error!("the experiment cannot be analysed: {error}"))
        .ok()
}

/// Only what the panel shows: figures of the network and of the dimensions, and one measure for the places.
fn answer(job: Job, control: &Control) -> Result<(WhatIfQuestion, Difference), Cancelled> {
    let after = &job.after;
    let request = Request {
        network: &after.network,
        dimensions: after
            .dimensions
            .iter()
            .map(|one| Dimension {
                id: &one.id,
                partition: &one.partition,
            })
            .collect(),
        is_table: after.knows_tables().then_some(&after.is_table),
        wanted: wanted(job.question.ranked_by),
        sources: after.sources,
    };
    let report = run::run(&request, control)?;
    let before = Moment {
        snapshot: &job.before.snapshot,
        report: &job.before.report,
    };
    let after = Moment {
        snapshot: after,
        report: &report,
    };
    let found = difference(before, after, job.question.ranked_by);
    Ok((job.question, found))
}
