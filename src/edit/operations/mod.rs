//! What users do, in terms of changes. Every function is one step to undo, or joins the open gesture.

mod actors;
mod agreements;
mod attributes;
mod attributes_along;
mod clipboard;
mod relations;
mod vocabulary;
mod whole;
mod words_along;

pub use actors::{
    ActorEdit, Alignment, Axis, NewActor, add_actor, add_actors, align, arrange, distribute, edit_actors,
    place,
};
pub use agreements::{add_agreement, delete_agreement, edit_agreement, edit_who_agreed};
pub use attributes::{AttributeEdit, add_attribute, edit_attribute, remove_attribute, set_attribute};
pub use clipboard::{Fragment, copy, delete, duplicate, paste, relations_going};
pub use relations::{NewRelation, RelationEdit, add_relation, add_wished_relation, edit_relations};
pub use vocabulary::{
    Word, WordList, add_word, edit_word, has_word, move_word, remove_word, usable_relation_kind,
};
pub use whole::{add_note, delete_note, edit_note, give_codes, give_codes_to_newcomers, set_board, set_info};

use super::{Change, Document, EditError};

/// Gives out the next number.
fn take_id(document: &mut Document) -> Result<u32, EditError> {
    let id = document.constellation().next_id;
    document.apply(Change::NextId {
        to: id.checked_add(1).ok_or(EditError::BadId(id))?,
    })?;
    Ok(id)
}

/// A key for a new thing: `prefix` and its number, with a tail in the rare case that a file used that up.
fn free_key(prefix: &str, id: u32, is_taken: impl Fn(&str) -> bool) -> String {
    let plain = format!("{prefix}{id}");
    if !is_taken(&plain) {
        return plain;
    }
    (2u32..)
        .map(|tail| format!("{prefix}{id}-{tail}"))
        .find(|key| !is_taken(key))
        .expect("the numbers do not run out")
}
