//! Telling the user what is not in sight, and what went.

use super::App;
use super::notices::{Holds, Topic};
use crate::command::{Command, Edit, Look};
use crate::edit::Selection;
use crate::i18n::Texts;
use crate::model::{Actor, ActorId, Constellation};
use crate::session::{Removed, Unseen};
use crate::ui::NoticeAction;

impl App {
    /// A panel that closed may have been the only place where somebody was to be seen.
    pub(super) fn follow_lists(&mut self) {
        let lists_names = self.desk.lists_names(self.session.lens.what_if.is_some());
        if std::mem::replace(&mut self.listed_names, lists_names) && !lists_names {
            self.session.keep_in_sight(&mut self.desk);
        }
    }

    /// Says so when those who just came on the board are hidden there.
    pub(super) fn tell_hidden(&mut self, newcomers: Vec<ActorId>) {
        let constellation = self.seen().constellation();
        let is_hidden = |id: &ActorId| {
            let actor = constellation.actor(*id);
            actor.is_some_and(|actor| !self.session.lens.filters.shows_actor(actor))
        };
        let hidden = newcomers.into_iter().filter(is_hidden);
        self.tell_unseen(Unseen {
            hidden: Selection::of_actors(hidden),
            ..Unseen::default()
        });
    }

    /// Says that what was asked for is not in sight, and offers to show it.
    pub(super) fn tell_unseen(&mut self, unseen: Unseen) {
        let constellation = self.seen().constellation();
        let (texts, Unseen { hidden, off_board }) = (self.texts, unseen);
        let (key, offer, what, first) = if !hidden.is_empty() {
            let unhide = Look::Unhide(hidden.clone()).into();
            let is_relation = hidden.single_relation().is_some();
            let key = if is_relation {
                "unseen-hidden-relation"
            } else {
                "unseen-hidden"
            };
            (key, "unseen-show", hidden, unhide)
        } else if !off_board.actors.is_empty() {
            let (x, y) = self.session.lens.camera.centre;
            let centre = crate::model::Point::new(f64::from(x), f64::from(y));
            let places = constellation.free_places(centre, off_board.actors.len());
            let moves = off_board.actors.iter().copied().zip(places.into_iter().map(Some));
            let place = Edit::Place(moves.collect()).into();
            ("unseen-off-board", "unseen-place", off_board, place)
        } else {
            return;
        };
        let text = texts.with(
            key,
            &[
                ("name", name_of(constellation, texts, &what).into()),
                ("count", what.len().into()),
            ],
        );
        let action = NoticeAction {
            label: texts.t(offer),
            intents: vec![first, Look::Reveal(what.clone()).into()],
        };
        self.offer(Topic::Board, text, action, Holds::Unseen(what));
    }

    /// Says what was deleted or cut, with a button to undo it until something else is done.
    pub(super) fn tell_removed(&mut self, removed: &Removed) {
        let values = [
            (
                "name",
                removed
                    .name
                    .as_deref()
                    .map_or_else(String::new, |name| shown_name(self.texts, &self.seen.text(name)))
                    .into(),
            ),
            ("actors", removed.actors.into()),
            ("relations", removed.relations.into()),
            ("hidden", removed.hidden.into()),
        ];
        let key = match (removed.actors, removed.relations) {
            (0, _) => "removed-relations",
            (_, 0) => "removed-actors",
            _ => "removed-both",
        };
        let mut text = self.texts.with(key, &values);
        if removed.hidden > 0 {
            text = format!("{text} {}", self.texts.with("removed-hidden", &values));
        }
        let action = NoticeAction {
            label: self.texts.t("removed-undo"),
            intents: vec![Command::Undo.into()],
        };
        let holds = Holds::At(self.session.document.serial(), self.session.document.state());
        self.offer(Topic::Board, text, action, holds);
    }
}

/// The name of the only actor, or nothing.
fn name_of(constellation: &Constellation, texts: Texts, selection: &Selection) -> String {
    let only = selection.actors.first().filter(|_| selection.actors.len() == 1);
    let label = |actor: &Actor| shown_name(texts, &actor.label);
    only.and_then(|id| constellation.actor(*id))
        .map(label)
        .unwrap_or_default()
}

fn shown_name(texts: Texts, label: &str) -> String {
    match label {
        "" => texts.t("board-nameless"),
        label => label.to_owned(),
    }
}
