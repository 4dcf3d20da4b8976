//! What the journal of a document records: enough to repeat every edit since the document was opened.
//!
//! Where the entries go is the program's business ([`Journal`]); a journal on disk is flushed entry by
//! entry, so that a killed program loses at most the gesture in progress.

use std::io;

use super::{Change, Document, EditError, Label, Selection, Transaction};
use crate::model::{Codes, Constellation};

/// One line of the journal.
#[derive(Debug, Clone, PartialEq)]
pub enum Entry {
    /// A gesture that was finished.
    Commit {
        label: Label,
        changes: Vec<Change>,
        selection: Selection,
    },
    Undo,
    Redo,
    /// As `Undo`, of a step that this journal may not hold: it is from before the journal began anew.
    TakenBack(Box<Step>),
    /// As `Redo`, of such a step.
    DoneAgain(Box<Step>),
    /// The codes in place of names as they are from here on. No step: nothing takes it back.
    Codes(Codes),
}

/// A step that is recorded whole.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    pub label: Label,
    pub changes: Vec<Change>,
    pub inverses: Vec<Change>,
    pub selection_before: Selection,
    pub selection_after: Selection,
}

impl Step {
    pub(super) fn of(transaction: &Transaction) -> Self {
        Self {
            label: transaction.label,
            changes: transaction.changes.clone(),
            inverses: transaction.inverses.clone(),
            selection_before: transaction.selection_before.clone(),
            selection_after: transaction.selection_after.clone(),
        }
    }

    pub(super) fn is_of(&self, transaction: &Transaction) -> bool {
        self.label == transaction.label
            && self.changes == transaction.changes
            && self.inverses == transaction.inverses
    }

    pub(super) fn into_transaction(self, state: u64) -> Transaction {
        Transaction {
            label: self.label,
            changes: self.changes,
            inverses: self.inverses,
            selection_before: self.selection_before,
            selection_after: self.selection_after,
            state,
        }
    }
}

/// Takes the entries as they happen.
pub trait Journal: Send {
    /// Records one entry, durably against a crash of the program.
    ///
    /// # Errors
    /// What the medium reports (full, read-only). The edit itself has happened; the user must be told.
    fn record(&mut self, entry: &Entry) -> io::Result<()>;

    /// Records a draft, in place of the one before: text being typed, a drag under
    /// way. `None` when nothing is unfinished any more; the next entry has the same effect.
    ///
    /// # Errors
    /// As [`Journal::record`].
    fn draft(&mut self, draft: Option<&Entry>) -> io::Result<()> {
        let _ = draft;
        Ok(())
    }
}

/// Repeats recorded entries on a document. Used for recovery and for replay of a session.
///
/// # Errors
/// The number of the entry that does not fit and why; the document holds everything before it.
pub fn replay(
    document: &mut Document,
    entries: impl IntoIterator<Item = Entry>,
) -> Result<(), (usize, EditError)> {
    for (at, entry) in entries.into_iter().enumerate() {
        replay_one(document, entry).map_err(|error| (at, error))?;
    }
    Ok(())
}

/// Repeats one recorded entry.
///
/// # Errors
/// When it does not fit; the document is as it was.
pub fn replay_one(document: &mut Document, entry: Entry) -> Result<(), EditError> {
    match entry {
        Entry::Commit {
            label,
            changes,
            selection,
        } => document.transact(label, |document| {
            for change in changes {
                document.apply(change)?;
            }
            document.set_selection(selection);
            Ok(())
        }),
        Entry::Undo => {
            document.undo();
            Ok(())
        }
        Entry::Redo => {
            document.redo();
            Ok(())
        }
        Entry::TakenBack(step) => document.take_back(*step),
        Entry::DoneAgain(step) => document.do_again(*step),
        Entry::Codes(codes) => {
            document.put_codes(codes);
            Ok(())
        }
    }
}

/// Builds the document that a base and its entries describe.
///
/// # Errors
/// As [`replay`]; the document with everything before the misfit comes with the error.
pub fn recover(
    base: Constellation,
    entries: Vec<Entry>,
) -> Result<Document, Box<(Document, usize, EditError)>> {
    let mut document = Document::new(base);
    match replay(&mut document, entries) {
        Ok(()) => Ok(document),
        Err((at, error)) => Err(Box::new((document, at, error))),
    }
}
