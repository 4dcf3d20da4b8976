//! What is in sight: nothing that the user does not see stays selected, so that no command can change it.
//!
//! The one place that prunes the selection. It runs after every request and when a panel closed, because
//! filters, edits, undo and panels can all take something out of sight.

use super::App;
use super::notices::Holds;
use crate::command::{Command, Intent};
use crate::edit::Selection;
use crate::i18n::Texts;
use crate::model::{Actor, ActorId, Constellation, Relation};
use crate::ui::state::{LeftTab, RightTab, Screen, ViewState};
use crate::ui::{NoticeAction, Severity};

/// What a request selected and the user cannot see.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Unseen {
    /// Left out by the filters.
    pub hidden: Selection,
    /// In no place on the board, while no list with its name stands open.
    pub off_board: Selection,
}

impl Unseen {
    fn is_empty(&self) -> bool {
        self.hidden.is_empty() && self.off_board.is_empty()
    }
}

/// Whether the user asks for what is selected then. Who filters, undoes or closes a panel does not.
pub fn asks_to_see(intent: &Intent) -> bool {
    !matches!(
        intent,
        Intent::Run(_)
            | Intent::SetFilters(_)
            | Intent::EndGesture
            | Intent::AbortGesture
            | Intent::FinishRename
    )
}

/// Whether something can be out of sight after it. A drag of many pieces goes through here every frame.
pub fn can_hide(intent: &Intent) -> bool {
    match intent {
        Intent::Place(moves) => moves.iter().any(|(_, to)| to.is_none()),
        _ => true,
    }
}

impl App {
    /// A panel that closed may have been the only place where somebody was to be seen.
    pub(super) fn follow_lists(&mut self) {
        let lists_names = lists_names(&self.view);
        if std::mem::replace(&mut self.listed_names, lists_names) && !lists_names {
            self.keep_in_sight();
        }
    }

    /// Drops from the selection what is not in sight, and returns it.
    pub(super) fn keep_in_sight(&mut self) -> Unseen {
        let constellation = self.document.constellation();
        let filters = &self.view.filters;
        let lists_names = lists_names(&self.view);
        let mut seen = self.document.selection().clone();
        let mut unseen = Unseen::default();
        seen.actors.retain(|id| {
            let Some(actor) = constellation.actor(*id) else {
                return false;
            };
            let is_shown = filters.shows_actor(actor);
            let is_seen = is_shown && (actor.pos.is_some() || lists_names);
            if !is_seen {
                let list = if is_shown {
                    &mut unseen.off_board
                } else {
                    &mut unseen.hidden
                };
                list.actors.insert(*id);
            }
            is_seen
        });
        seen.relations.retain(|id| {
            let Some(relation) = constellation.relation(*id) else {
                return false;
            };
            let is_shown = filters.shows_tie(constellation, relation);
            let is_seen = is_shown && (is_drawn(constellation, relation) || lists_names);
            if !is_seen {
                let list = if is_shown {
                    &mut unseen.off_board
                } else {
                    &mut unseen.hidden
                };
                list.relations.insert(*id);
            }
            is_seen
        });
        let is_seen = |id| {
            constellation
                .actor(id)
                .is_some_and(|actor| filters.shows_actor(actor))
        };
        self.view.relating_from = self.view.relating_from.filter(|id| is_seen(*id));
        if !unseen.is_empty() {
            self.document.set_selection(seen);
        }
        unseen
    }

    /// Says so when those who just came on the board are hidden there.
    pub(super) fn tell_hidden(&mut self, newcomers: Vec<ActorId>) {
        let constellation = self.document.constellation();
        let is_hidden = |id: &ActorId| {
            let actor = constellation.actor(*id);
            actor.is_some_and(|actor| !self.view.filters.shows_actor(actor))
        };
        let hidden = newcomers.into_iter().filter(is_hidden);
        self.tell_unseen(Unseen {
            hidden: Selection::of_actors(hidden),
            ..Unseen::default()
        });
    }

    /// Says that what was asked for is not in sight, and offers to show it.
    pub(super) fn tell_unseen(&mut self, unseen: Unseen) {
        let constellation = self.document.constellation();
        let (texts, Unseen { hidden, off_board }) = (self.texts, unseen);
        let (key, offer, what, first) = if !hidden.is_empty() {
            let unhide = Intent::Unhide(hidden.clone());
            let is_relation = hidden.single_relation().is_some();
            let key = if is_relation {
                "unseen-hidden-relation"
            } else {
                "unseen-hidden"
            };
            (key, "unseen-show", hidden, unhide)
        } else if !off_board.actors.is_empty() {
            let (x, y) = self.view.camera.centre;
            let centre = crate::model::Point::new(f64::from(x), f64::from(y));
            let places = constellation.free_places(centre, off_board.actors.len());
            let moves = off_board.actors.iter().copied().zip(places.into_iter().map(Some));
            let place = Intent::Place(moves.collect());
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
            intents: vec![first, Intent::Reveal(what)],
        };
        self.tell_with(Severity::Info, text, action, Holds::Always);
    }

    /// Takes away just those filters that hide this.
    pub(super) fn unhide(&mut self, selection: &Selection) {
        let constellation = self.document.constellation();
        for id in &selection.relations {
            if let Some(relation) = constellation.relation(*id) {
                self.view.filters.show_tie(constellation, relation);
            }
        }
        for id in &selection.actors {
            if let Some(actor) = constellation.actor(*id) {
                self.view.filters.show_actor(actor);
            }
        }
    }

    /// Says what was deleted or cut, with a way back beside it for as long as nothing else was done.
    pub(super) fn tell_removed(&mut self, removed: &Removed) {
        let values = [
            ("name", removed.name.clone().into()),
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
            intents: vec![Intent::Run(Command::Undo)],
        };
        let holds = Holds::At(self.document_number, self.document.state());
        self.tell_with(Severity::Info, text, action, holds);
    }

    /// What deleting the selection takes away, relations of its actors included.
    pub(super) fn about_to_remove(&self) -> Removed {
        let constellation = self.document.constellation();
        let selection = self.document.selection();
        let going = crate::edit::operations::relations_going(constellation, selection);
        let is_hidden = |id| {
            let relation = constellation.relation(id);
            relation.is_some_and(|relation| !self.view.filters.shows_tie(constellation, relation))
        };
        Removed {
            name: name_of(constellation, self.texts, selection),
            actors: selection.actors.len(),
            hidden: going.iter().filter(|id| is_hidden(**id)).count(),
            relations: going.len(),
        }
    }
}

/// What went, for the notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Removed {
    name: String,
    actors: usize,
    relations: usize,
    /// Of the relations, those that filters hid.
    hidden: usize,
}

/// The name of the only actor, or nothing.
fn name_of(constellation: &Constellation, texts: Texts, selection: &Selection) -> String {
    let only = selection.actors.first().filter(|_| selection.actors.len() == 1);
    let label = |actor: &Actor| match actor.label.as_str() {
        "" => texts.t("board-nameless"),
        label => label.to_owned(),
    };
    only.and_then(|id| constellation.actor(*id))
        .map(label)
        .unwrap_or_default()
}

fn is_drawn(constellation: &Constellation, relation: &Relation) -> bool {
    let stands = |id| constellation.actor(id).is_some_and(|actor| actor.pos.is_some());
    stands(relation.source) && stands(relation.target)
}

/// Whether the names of those who are not on the board can be read, in a list or as what is selected.
fn lists_names(view: &ViewState) -> bool {
    let shows_panels = view.screen == Screen::Board && !view.hall_mode;
    let in_tray = view.left_is_open && view.left_tab == LeftTab::Tray;
    let in_inspector = view.right_is_open && view.right_tab == RightTab::Selection && view.what_if.is_none();
    shows_panels && (in_tray || in_inspector || view.table_is_open)
}
