//! Entries of the log as they are stored.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::whole::StoredCodes;
use super::{StoredChange, StoredPicture};
use crate::edit::journal::{Entry, Step};
use crate::edit::{Label, Selection};

/// An entry and the moment at which it was done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LogEntry {
    /// ISO 8601, in UTC.
    pub at: String,
    pub entry: StoredEntry,
}

stored_enum!(
    /// One gesture, or one step taken back or done again.
    #[serde(rename_all = "kebab-case", deny_unknown_fields)]
    StoredEntry of Entry {
        Commit {
            label: StoredLabel,
            changes: Vec<StoredChange>,
            selection: StoredSelection,
        },
        Undo,
        Redo,
        TakenBack(Box<StoredStep>),
        DoneAgain(Box<StoredStep>),
        Codes(StoredCodes),
    }
);

impl StoredEntry {
    /// The pictures in it.
    pub fn pictures_mut(&mut self) -> impl Iterator<Item = &mut StoredPicture> {
        let (one, other): (&mut [StoredChange], &mut [StoredChange]) = match self {
            Self::Commit { changes, .. } => (changes, &mut []),
            Self::TakenBack(step) | Self::DoneAgain(step) => (&mut step.changes, &mut step.inverses),
            Self::Undo | Self::Redo | Self::Codes(_) => (&mut [], &mut []),
        };
        let changes = one.iter_mut().chain(other);
        changes.filter_map(StoredChange::picture_mut)
    }
}

stored_struct!(
    /// A step that is stored whole.
    StoredStep of Step {
        label: StoredLabel,
        changes: Vec<StoredChange>,
        inverses: Vec<StoredChange>,
        selection_before: StoredSelection,
        selection_after: StoredSelection,
    }
);

stored_struct!(
    /// What was selected.
    #[derive(Default)]
    #[serde(default)]
    StoredSelection of Selection {
        actors: BTreeSet<u32>,
        relations: BTreeSet<u32>,
    }
);

stored_enum!(
    /// What a gesture did, as the user would name it.
    #[derive(Copy)]
    StoredLabel of Label {
        AddActor,
        AddActors,
        EditActor,
        EditCard,
        RenameActor,
        MoveActors,
        ToTray,
        AddRelation,
        EditRelation,
        ReverseRelation,
        SetKind,
        SetWeight,
        Delete,
        Paste,
        Cut,
        Duplicate,
        Align,
        Distribute,
        Layout,
        EditInfo,
        EditBoard,
        EditVocabulary,
        EditAttribute,
        DefineAttribute,
        RemoveAttribute,
        AddNote,
        EditNote,
        DeleteNote,
        AddAgreement,
        EditAgreement,
        TickAgreement,
        DeleteAgreement,
        Import,
    }
);
