//! Changing the facts about the whole: title and question, the board, notes.

use super::take_id;
use crate::edit::{Change, Document, EditError, Label};
use crate::model::{Board, Info, Note, NoteId, NoteTarget};

/// # Errors
/// None at present; the signature is that of every operation.
pub fn set_info(document: &mut Document, mut info: Info) -> Result<(), EditError> {
    info.codes = Default::default();
    document.transact(Label::EditInfo, |document| {
        document.apply(Change::Info { to: Box::new(info) })
    })
}

/// Gives everybody without one a code in place of a name; nothing when all have theirs. It is no step that undo takes
/// back: who looks on may have seen the codes, and would see names instead.
pub fn give_codes(document: &mut Document) {
    document.give_codes();
}

/// Newcomers get codes as soon as anybody has: who goes again before they are shown leaves a number behind, so that
/// nobody is ever called what another was.
pub fn give_codes_to_newcomers(document: &mut Document) {
    if !document.constellation().info.codes.is_empty() {
        document.give_codes();
    }
}

/// # Errors
/// A size or place that is not finite.
pub fn set_board(document: &mut Document, board: Board) -> Result<(), EditError> {
    document.transact(Label::EditBoard, |document| apply_board(document, board))
}

/// Only the parts that differ: most of the time the picture is not one of them.
pub(super) fn apply_board(document: &mut Document, board: Board) -> Result<(), EditError> {
    let mut changes = Change::between_boards(&document.constellation().board, board).into_iter();
    changes.try_for_each(|change| document.apply(change))
}

/// `at` is an ISO 8601 time, or empty.
///
/// # Errors
/// When the note is about something that does not exist.
pub fn add_note(
    document: &mut Document,
    about: NoteTarget,
    text: &str,
    at: &str,
) -> Result<NoteId, EditError> {
    document.transact(Label::AddNote, |document| {
        let id = NoteId(take_id(document)?);
        let note = Note {
            id,
            text: text.to_owned(),
            about,
            at: at.to_owned(),
            extra: Default::default(),
        };
        document.apply(Change::Note {
            id,
            to: Some(Box::new(note)),
        })?;
        Ok(id)
    })
}

/// # Errors
/// When there is no such note.
pub fn edit_note(document: &mut Document, id: NoteId, text: &str) -> Result<(), EditError> {
    document.transact(Label::EditNote, |document| {
        let before = document
            .constellation()
            .notes
            .get(&id)
            .ok_or(EditError::NoSuchNote(id))?;
        let note = Note {
            text: text.to_owned(),
            ..before.clone()
        };
        document.apply(Change::Note {
            id,
            to: Some(Box::new(note)),
        })
    })
}

/// # Errors
/// When there is no such note.
pub fn delete_note(document: &mut Document, id: NoteId) -> Result<(), EditError> {
    document.transact(Label::DeleteNote, |document| {
        document.apply(Change::Note { id, to: None })
    })
}
