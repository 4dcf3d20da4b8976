//! "Arrange": a job finds places for the pieces, and they come on the board as one step to undo.

mod plan;
mod rooms;

pub use plan::{Arranged, Plan, Who};

use std::cell::Cell;
use std::collections::BTreeSet;

use super::App;
use super::notices::Topic;
use crate::analysis::{Cancelled, Control};
use crate::desk::CameraRequest;
use crate::edit::operations as op;
use crate::jobs::{Derived, Wake};
use crate::model::ActorId;
use crate::ui::Severity;

/// Parts in which progress is counted.
const PARTS: u64 = 1_000;

/// What was asked, and of which board.
#[derive(Debug, Clone, PartialEq)]
struct ArrangeRequest {
    document_number: u64,
    content: u64,
    selected: BTreeSet<ActorId>,
    who: Who,
    /// Nobody asked: a file without places was opened.
    is_welcome: bool,
}

/// The job that places pieces.
pub struct Arranging {
    /// `None` where there are not two pieces to arrange.
    derived: Derived<ArrangeRequest, Option<Arranged>>,
}

impl Arranging {
    pub fn new(wake: Wake) -> Self {
        Self {
            derived: Derived::new("arrange", wake),
        }
    }

    pub fn cancel(&mut self) {
        self.derived.clear();
    }

    /// Share done of what is under way.
    pub fn progress(&self) -> Option<f32> {
        self.derived.progress()
    }
}

/// Places everybody, and tells how far it is.
fn run(plan: &Plan, control: &Control) -> Result<Arranged, Cancelled> {
    control.expect(PARTS);
    let reported = Cell::new(0);
    let arranged = plan.run(&|share| {
        let now = (f64::from(share) * PARTS as f64) as u64;
        control.advance(now.saturating_sub(reported.get()));
        reported.set(reported.get().max(now));
        !control.is_cancelled()
    });
    control.check()?;
    Ok(arranged)
}

impl App {
    /// Starts arranging what is selected, or everybody.
    pub(super) fn arrange(&mut self, who: Who) {
        let selected = self.session.document.selection().actors.clone();
        self.ask_to_arrange(selected, who, false);
    }

    /// A file of another program in which nobody has a place: who opens it wants to see a drawing.
    pub(super) fn arrange_newcomers(&mut self) {
        self.ask_to_arrange(BTreeSet::new(), Who::Everybody, true);
    }

    fn ask_to_arrange(&mut self, selected: BTreeSet<ActorId>, who: Who, is_welcome: bool) {
        let asked = ArrangeRequest {
            document_number: self.session.document.serial(),
            content: self.session.document.revision().content,
            selected,
            who,
            is_welcome,
        };
        let (selected, who) = (asked.selected.clone(), asked.who.clone());
        let constellation = self.session.document.constellation().clone();
        let filters = self.session.lens.filters.clone();
        self.arranging.derived.ask(asked, move |control| {
            let plan = Plan::new(&constellation, &filters, &selected, &who);
            drop(constellation);
            plan.map(|plan| run(&plan, control)).transpose()
        });
    }

    /// Puts the pieces where the job says. A drag under way is not taken out of the hand.
    pub(super) fn follow_arranging(&mut self) {
        self.program.arranging = self.arranging.progress();
        if self.session.document.is_in_gesture() {
            return;
        }
        if let Some(reason) = self.arranging.derived.poll() {
            log::error!("arranging failed: {reason}");
            self.tell(Topic::Program, Severity::Error, self.texts.t("notice-failed"));
        }
        let Some((asked, Some(arranged))) = self.arranging.derived.take() else {
            return;
        };
        if asked.document_number != self.session.document.serial() {
            return;
        }
        if asked.content == self.session.document.revision().content {
            self.put_in_place(&asked, arranged);
        } else {
            // Places for a board that has changed since.
            self.ask_to_arrange(asked.selected, asked.who, asked.is_welcome);
        }
    }

    fn put_in_place(&mut self, asked: &ArrangeRequest, arranged: Arranged) {
        let count = arranged.moves.len();
        let before = self.session.document.state();
        if let Err(error) = op::arrange(&mut self.session.document, arranged.board, &arranged.moves) {
            log::error!("the arrangement was refused: {error}");
            return;
        }
        if self.session.document.state() == before {
            let text = self.texts.t("notice-arranged-already");
            self.tell(Topic::Board, Severity::Info, text);
            return;
        }
        if arranged.is_whole {
            self.desk.camera_request = Some(CameraRequest::Fit);
        }
        if asked.is_welcome {
            // Nothing of the user's would be lost: opening the file again gives the same places.
            self.session.document.mark_saved();
            let text = self
                .texts
                .with("notice-arranged-newcomers", &[("count", count.into())]);
            self.tell(Topic::Board, Severity::Info, text);
        }
    }
}
