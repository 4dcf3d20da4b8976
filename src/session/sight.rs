//! What is in sight: nothing that the user does not see stays selected, so that no command can change it.

use super::Session;
use crate::command::{DeskChange, Edit, Intent, Look, ProgramRequest};
use crate::desk::Desk;
use crate::edit::Selection;
use crate::edit::operations::relations_going;
use crate::model::{Actor, Constellation, Relation};
use crate::scene::Filters;

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

/// What went, for the notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Removed {
    /// The name of the only actor that went.
    pub name: Option<String>,
    pub actors: usize,
    pub relations: usize,
    /// Of the relations, those that filters hid.
    pub hidden: usize,
}

/// Whether the user asks for what is selected then. Who filters, undoes or closes a panel does not.
pub fn asks_to_see(intent: &Intent) -> bool {
    match intent {
        Intent::Edit(edit) => !matches!(edit, Edit::End | Edit::Abort | Edit::Undo | Edit::Redo),
        Intent::Look(look) => matches!(look, Look::Select(_) | Look::Reveal(_)),
        Intent::Program(request) => matches!(request, ProgramRequest::PasteText(_)),
        Intent::Run(_) | Intent::Desk(_) | Intent::File(_) => false,
    }
}

/// Whether something can be out of sight after it. A drag of many pieces goes through here every frame.
pub fn can_hide(intent: &Intent) -> bool {
    match intent {
        Intent::Edit(Edit::Place(moves)) => moves.iter().any(|(_, to)| to.is_none()),
        Intent::Look(Look::Camera(_) | Look::Try(_)) | Intent::Desk(DeskChange::TypeName(_)) => false,
        _ => true,
    }
}

impl Session {
    /// Drops from the selection what is not in sight, and returns it. It runs after every request and when a panel
    /// closed, because filters, edits, undo and panels can all take something out of sight.
    pub fn keep_in_sight(&mut self, desk: &mut Desk) -> Unseen {
        let constellation = self.document.constellation();
        let filters = &self.lens.filters;
        let lists_names = desk.lists_names(self.lens.what_if.is_some());
        let mut seen = self.document.selection().clone();
        let mut unseen = Unseen::default();
        seen.actors.retain(|id| {
            let Some(actor) = constellation.actor(*id) else {
                return false;
            };
            let is_shown = filters.shows_actor(actor);
            let is_seen = is_shown && (actor.pos.is_some() || lists_names);
            if !is_seen {
                unseen.list(is_shown).actors.insert(*id);
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
                unseen.list(is_shown).relations.insert(*id);
            }
            is_seen
        });
        let is_shown = |actor: &Actor| filters.shows_actor(actor);
        let is_seen = |id| constellation.actor(id).is_some_and(is_shown);
        desk.relating_from = desk.relating_from.filter(|id| is_seen(*id));
        if !unseen.is_empty() {
            self.document.set_selection(seen);
        }
        unseen
    }
}

impl Unseen {
    fn list(&mut self, is_shown: bool) -> &mut Selection {
        if is_shown {
            &mut self.off_board
        } else {
            &mut self.hidden
        }
    }
}

/// What deleting this takes away, relations of its actors included.
pub(super) fn about_to_remove(
    constellation: &Constellation,
    filters: &Filters,
    selection: &Selection,
) -> Removed {
    let going = relations_going(constellation, selection);
    let is_hidden = |id| {
        let relation = constellation.relation(id);
        relation.is_some_and(|relation| !filters.shows_tie(constellation, relation))
    };
    let only = selection.actors.first().filter(|_| selection.actors.len() == 1);
    Removed {
        name: only.and_then(|id| Some(constellation.actor(*id)?.label.clone())),
        actors: selection.actors.len(),
        hidden: going.iter().filter(|id| is_hidden(**id)).count(),
        relations: going.len(),
    }
}

fn is_drawn(constellation: &Constellation, relation: &Relation) -> bool {
    let stands = |id| constellation.actor(id).is_some_and(|actor| actor.pos.is_some());
    stands(relation.source) && stands(relation.target)
}
