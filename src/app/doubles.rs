//! Pointing at names that are there already. They are allowed: two people can have one name.

use std::collections::{BTreeSet, HashMap};

use super::App;
use super::notices::{Holds, Topic};
use crate::command::{Edit, Intent, Look, ProgramRequest};
use crate::edit::operations::ActorEdit;
use crate::edit::{ActorField, Selection};
use crate::model::{ActorId, name_key};
use crate::ui::NoticeAction;

/// At most this many names are listed: nobody reads more.
const MOST_NAMES: usize = 4;

/// Whose names a request gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Named {
    These(Vec<ActorId>),
    /// Those that it makes, and selects.
    New,
    /// As [`Named::New`], with the names that they had together elsewhere.
    Copies,
}

/// Whether the request gives names that somebody typed or pasted.
pub fn named_by(intent: &Intent) -> Option<Named> {
    match intent {
        Intent::Edit(Edit::EditActors(ids, ActorEdit::Set(ActorField::Label(_)))) => {
            Some(Named::These(ids.clone()))
        }
        Intent::Edit(Edit::AddActor(_) | Edit::AddActors(_) | Edit::AddNamesInSight(_)) => Some(Named::New),
        Intent::Edit(Edit::Paste(..)) => Some(Named::Copies),
        Intent::Program(ProgramRequest::PasteText(text)) => Some(if super::clipboard::is_fragment(text) {
            Named::Copies
        } else {
            Named::New
        }),
        _ => None,
    }
}

impl App {
    /// Says which of the names just given were there before, and offers to go there.
    pub(super) fn tell_doubles(&mut self, named: Named) {
        let constellation = self.seen().constellation();
        let are_copies = named == Named::Copies;
        let given: BTreeSet<ActorId> = match named {
            Named::These(ids) => ids.into_iter().collect(),
            Named::New | Named::Copies => self.session.document.selection().actors.clone(),
        };
        let mut by_key: HashMap<String, Vec<ActorId>> = HashMap::new();
        for id in &given {
            if let Some(actor) = constellation.actor(*id) {
                by_key.entry(name_key(&actor.label)).or_default();
            }
        }
        by_key.remove("");
        for actor in constellation.actors.values() {
            if let Some(ids) = by_key.get_mut(&name_key(&actor.label)) {
                ids.push(actor.id);
            }
        }
        let mut there: Vec<ActorId> = Vec::new();
        let mut names: Vec<String> = Vec::new();
        for ids in by_key.into_values().filter(|ids| ids.len() > 1) {
            let before: Vec<ActorId> = ids.iter().copied().filter(|id| !given.contains(id)).collect();
            // All of them came in one list: the first is the one that was there. Copies had their names before.
            there.extend(if before.is_empty() && !are_copies {
                vec![ids[0]]
            } else {
                before
            });
        }
        there.sort_unstable();
        // One more than is listed says that there are more; a pasted list may hold thousands.
        for id in &there {
            let label = constellation.actor(*id).map(|actor| actor.label.clone());
            names.extend(label.filter(|label| !names.contains(label)));
            if names.len() > MOST_NAMES {
                break;
            }
        }
        if there.is_empty() {
            return;
        }
        let (count, is_one) = (there.len(), names.len() == 1);
        let is_cut = names.len() > MOST_NAMES;
        names.truncate(MOST_NAMES);
        let mut listed = names.join(", ");
        if is_cut {
            listed.push('…');
        }
        let values = [
            ("name", listed.clone().into()),
            ("names", listed.into()),
            ("count", count.into()),
        ];
        let key = if is_one { "double-one" } else { "double-several" };
        let text = self.texts.with(key, &values);
        let action = NoticeAction {
            label: self.texts.t("double-go"),
            intents: vec![Look::Reveal(Selection::of_actors(there)).into()],
        };
        // Taking the name back takes this back; a step that is still open gets the next state.
        let state = self.session.document.state() + u64::from(self.session.document.is_in_gesture());
        let holds = Holds::Since(self.session.document.serial(), state);
        self.offer(Topic::Board, text, action, holds);
    }
}
