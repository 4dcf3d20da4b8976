//! What can be undone and redone: lists of changes with their inverses, never copies of the whole.

use super::{Change, Selection};

macro_rules! labels {
    ($($(#[$meta:meta])* $variant:ident => $key:literal,)*) => {
        /// What a gesture did, as the user would name it. The interface has a text for every key.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Label {
            $($(#[$meta])* $variant,)*
        }

        impl Label {
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// Key of the text that completes "Undo: ...".
            pub fn key(self) -> &'static str {
                match self { $(Self::$variant => $key,)* }
            }
        }
    };
}

labels! {
    AddActor => "step-add-actor",
    AddActors => "step-add-actors",
    EditActor => "step-edit-actor",
    /// The human card of a candidate.
    EditCard => "step-edit-card",
    RenameActor => "step-rename-actor",
    MoveActors => "step-move-actors",
    ToTray => "step-to-tray",
    AddRelation => "step-add-relation",
    EditRelation => "step-edit-relation",
    ReverseRelation => "step-reverse-relation",
    SetKind => "step-set-kind",
    SetWeight => "step-set-weight",
    Delete => "step-delete",
    Paste => "step-paste",
    Cut => "step-cut",
    Duplicate => "step-duplicate",
    Align => "step-align",
    Distribute => "step-distribute",
    Layout => "step-layout",
    EditInfo => "step-edit-info",
    EditBoard => "step-edit-board",
    EditVocabulary => "step-edit-vocabulary",
    EditAttribute => "step-edit-attribute",
    /// What an attribute is: its name, its type, its words.
    DefineAttribute => "step-define-attribute",
    RemoveAttribute => "step-remove-attribute",
    AddNote => "step-add-note",
    EditNote => "step-edit-note",
    DeleteNote => "step-delete-note",
    AddAgreement => "step-add-agreement",
    EditAgreement => "step-edit-agreement",
    /// It was done.
    TickAgreement => "step-tick-agreement",
    DeleteAgreement => "step-delete-agreement",
    Import => "step-import",
}

/// One gesture: what it changed, how to take it back, and what was selected on either side.
#[derive(Debug, Clone, PartialEq)]
pub struct Transaction {
    pub label: Label,
    /// In the order they were applied.
    pub changes: Vec<Change>,
    /// `inverses[i]` takes back `changes[i]`; apply them last to first.
    pub inverses: Vec<Change>,
    pub selection_before: Selection,
    pub selection_after: Selection,
    /// Names the state of the document after this transaction; never reused.
    pub(super) state: u64,
}

impl Transaction {
    pub fn touches_network(&self) -> bool {
        self.changes.iter().any(Change::touches_network)
    }
}

/// All gestures so far, and those taken back.
#[derive(Debug, Clone, Default)]
pub struct History {
    pub(super) done: Vec<Transaction>,
    pub(super) undone: Vec<Transaction>,
}

impl History {
    /// Label of the step that undo would take back.
    pub fn undo_label(&self) -> Option<Label> {
        self.done.last().map(|transaction| transaction.label)
    }

    pub fn redo_label(&self) -> Option<Label> {
        self.undone.last().map(|transaction| transaction.label)
    }

    /// The steps that can be undone, oldest first.
    pub fn steps(&self) -> impl ExactSizeIterator<Item = &Transaction> + DoubleEndedIterator {
        self.done.iter()
    }

    pub(super) fn state(&self) -> u64 {
        self.done.last().map_or(0, |transaction| transaction.state)
    }
}
