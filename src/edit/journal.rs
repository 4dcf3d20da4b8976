//! What the journal of a document records: enough to repeat every edit since the document was opened.
//!
//! Where the entries go is the program's business ([`Journal`]); a journal on disk is flushed entry by
//! entry, so that a killed program loses at most the gesture in progress.

use std::io;

use serde::{Deserialize, Serialize};

use super::{Change, Document, EditError, Label, Selection};
use crate::model::Constellation;

/// One line of the journal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Entry {
    /// A gesture that was finished.
    Commit {
        label: Label,
        changes: Vec<Change>,
        selection: Selection,
    },
    Undo,
    Redo,
}

/// Takes the entries as they happen.
pub trait Journal: Send {
    /// Records one entry, durably against a crash of the program.
    ///
    /// # Errors
    /// What the medium reports (full, read-only). The edit itself has happened; the user must hear of it.
    fn record(&mut self, entry: &Entry) -> io::Result<()>;
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
        match entry {
            Entry::Commit {
                label,
                changes,
                selection,
            } => {
                document
                    .transact(label, |document| {
                        for change in changes {
                            document.apply(change)?;
                        }
                        document.set_selection(selection);
                        Ok(())
                    })
                    .map_err(|error| (at, error))?;
            }
            Entry::Undo => {
                document.undo();
            }
            Entry::Redo => {
                document.redo();
            }
        }
    }
    Ok(())
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
