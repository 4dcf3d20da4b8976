//! What the program tells the user without being asked: sentences beside the board, never in its way.

use std::sync::Arc;

use super::App;
use crate::command::Intent;
use crate::desk::InSight;
use crate::edit::Selection;
use crate::model::Background;
use crate::told::NothingToDraw;
use crate::ui::{NoticeAction, NoticeView, Severity};

/// The most that are kept; older ones are dropped.
const KEPT: usize = 5;

/// How long a message stays that nobody dismisses. Warnings and errors stay.
const INFO_SECS: f64 = 6.0;
/// Who is offered something needs the time to read it and to go there.
const OFFER_SECS: f64 = 15.0;

/// How long what a notice says is so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Holds {
    Always,
    /// Until something else is done: by the number of the document and its state.
    At(u64, u64),
    /// Until what it is about was undone.
    Since(u64, u64),
    /// While somebody of these is hidden or has no place on the board.
    Unseen(Selection),
    /// While there is nothing to draw for this reason.
    Nothing(NothingToDraw),
    /// While the picture that was looked at last lies under the board.
    UnderBoard,
}

impl App {
    /// Takes back what is not so any more. The scene is that of this frame.
    pub(super) fn withdraw_notices(&mut self) {
        let mut notices = std::mem::take(&mut self.notices);
        notices.shown.retain(|shown| self.holds(&shown.holds));
        self.notices = notices;
    }

    fn holds(&self, holds: &Holds) -> bool {
        let document = &self.session.document;
        let (serial, state) = (document.serial(), document.state());
        match holds {
            Holds::Always => true,
            Holds::At(of, at) => (*of, *at) == (serial, state),
            Holds::Since(of, since) => *of == serial && state >= *since,
            Holds::Unseen(of) => self.is_any_unseen(of),
            Holds::Nothing(why) => self.is_nothing_to_draw(*why),
            Holds::UnderBoard => {
                let board = &document.constellation().board;
                let picture = board.picture.as_ref().map(|picture| &picture.bytes);
                let seen = picture.zip(self.picture_seen.as_ref());
                board.background == Background::Picture
                    && seen.is_some_and(|(there, seen)| Arc::ptr_eq(there, seen))
            }
        }
    }

    fn is_any_unseen(&self, of: &Selection) -> bool {
        let constellation = self.session.document.constellation();
        let filters = &self.session.lens.filters;
        let mut actors = of.actors.iter().filter_map(|id| constellation.actor(*id));
        let mut relations = of.relations.iter().filter_map(|id| constellation.relation(*id));
        actors.any(|actor| actor.pos.is_none() || !filters.shows_actor(actor))
            || relations.any(|relation| !filters.shows_tie(constellation, relation))
    }

    fn is_nothing_to_draw(&self, why: NothingToDraw) -> bool {
        let scene = self.scene.scene();
        match why {
            NothingToDraw::NobodyOnBoard => scene.pieces.is_empty(),
            NothingToDraw::AllHidden => scene.pieces.is_empty() && self.session.lens.filters.is_active(),
            NothingToDraw::NobodySelected => self.session.document.selection().is_empty(),
            NothingToDraw::NobodyInSight => !self.canvas.has_piece_in_sight(scene),
        }
    }
}

/// What a notice is about: the next about the same replaces it, and it goes when its cause is gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// What is wrong with the program itself, or was found beside the board.
    Program,
    /// The file that was read last, and what was not in it.
    Opening,
    /// Whether the board is in a file.
    Saving,
    Exporting,
    Comparing,
    Picture,
    /// Something that was asked for and not done.
    Refused,
    /// What was done on the board.
    Board,
}

impl Topic {
    /// Whether several at once tell more than the last.
    fn adds_up(self) -> bool {
        matches!(self, Self::Program | Self::Board)
    }
}

#[derive(Debug)]
struct ShownNotice {
    view: NoticeView,
    topic: Topic,
    since_secs: f64,
    holds: Holds,
}

impl ShownNotice {
    /// Whether nobody has to send it away.
    fn goes(&self) -> bool {
        self.view.severity == Severity::Info || self.topic == Topic::Refused
    }

    /// When it goes by itself.
    fn ends_at_secs(&self) -> Option<f64> {
        let stays = match self.view.action {
            Some(_) => OFFER_SECS,
            // What was refused has not happened: once it is read, nothing is left of it.
            None if self.topic == Topic::Refused => OFFER_SECS,
            None => INFO_SECS,
        };
        self.goes().then_some(self.since_secs + stays)
    }
}

#[derive(Debug, Default)]
pub struct Notices {
    shown: Vec<ShownNotice>,
    last_id: u64,
}

impl Notices {
    /// `now_secs` is the time of the frame. Returns what names it, to take it back when its cause is gone.
    pub fn tell(&mut self, topic: Topic, severity: Severity, text: String, now_secs: f64) -> u64 {
        if !topic.adds_up() {
            self.clear(topic);
        }
        self.tell_too(topic, severity, text, now_secs)
    }

    /// Beside an earlier notice about the same.
    pub fn tell_too(&mut self, topic: Topic, severity: Severity, text: String, now_secs: f64) -> u64 {
        self.tell_with(topic, (severity, text), None, Holds::Always, now_secs)
    }

    /// It is tried again, or done after all.
    pub fn clear(&mut self, topic: Topic) {
        self.shown.retain(|shown| shown.topic != topic);
    }

    /// Another document comes onto the board: only what is about the program still holds.
    pub fn leave_document(&mut self) {
        self.shown.retain(|shown| shown.topic == Topic::Program);
    }

    /// With an offer to do something about it.
    pub fn tell_with(
        &mut self,
        topic: Topic,
        (severity, text): (Severity, String),
        action: Option<NoticeAction>,
        holds: Holds,
        now_secs: f64,
    ) -> u64 {
        if self.shown.last().is_some_and(|last| last.view.text == text) {
            self.shown.pop();
        }
        self.last_id += 1;
        self.shown.push(ShownNotice {
            view: NoticeView {
                id: self.last_id,
                severity,
                text,
                action,
                goes: false,
            },
            topic,
            since_secs: now_secs,
            holds,
        });
        if self.shown.len() > KEPT {
            self.shown.remove(0);
        }
        self.last_id
    }

    pub fn dismiss(&mut self, id: u64) {
        self.shown.retain(|shown| shown.view.id != id);
    }

    /// Drops what has been read long enough. Returns when to look again, in seconds from now.
    pub fn expire(&mut self, now_secs: f64) -> Option<f64> {
        self.shown
            .retain(|shown| shown.ends_at_secs().is_none_or(|end| end > now_secs));
        self.shown
            .iter()
            .filter_map(ShownNotice::ends_at_secs)
            .map(|end| end - now_secs)
            .reduce(f64::min)
    }

    /// The notices on show, and why what was to be taken along was not made, for the window where that is chosen. Actions
    /// on the board are only offered where the board is in sight.
    pub fn views(&self, sight: InSight) -> (Vec<NoticeView>, Vec<NoticeView>) {
        let can_do = |action: &NoticeAction| {
            sight != InSight::Start || !action.intents.iter().any(Intent::needs_board)
        };
        let view = |shown: &ShownNotice| NoticeView {
            action: shown.view.action.clone().filter(can_do),
            goes: shown.goes(),
            ..shown.view.clone()
        };
        let is_why_not =
            |shown: &&ShownNotice| shown.topic == Topic::Exporting && shown.view.severity == Severity::Error;
        let (why_not, others): (Vec<_>, Vec<_>) = self.shown.iter().partition(is_why_not);
        let views = |some: Vec<&ShownNotice>| some.into_iter().map(view).collect();
        (views(others), views(why_not))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn information_goes_by_itself_and_an_error_stays() {
        let mut notices = Notices::default();
        notices.tell(Topic::Board, Severity::Info, "saved".to_owned(), 0.0);
        notices.tell(Topic::Program, Severity::Error, "disk full".to_owned(), 0.0);
        assert_eq!(notices.expire(1.0), Some(5.0));
        assert_eq!(notices.expire(7.0), None);
        let (views, _) = notices.views(InSight::Board);
        assert_eq!(views.len(), 1);
        assert_eq!(views[0].text, "disk full");
    }
}
