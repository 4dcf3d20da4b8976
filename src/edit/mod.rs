//! HOW a constellation changes: the only code that mutates one.
//!
//! A [`Change`] is data: applied, it returns its inverse. A gesture of the user is one [`Transaction`] with
//! one label. Undo, redo, recovery after a crash and replay of a session are the same mechanism: lists of
//! changes applied in order.

mod change;
mod document;
mod gesture;
mod history;
pub mod journal;
pub mod operations;
mod selection;
mod shown;
#[cfg(test)]
pub(crate) mod testing;

pub use change::{ActorField, AgreementField, AttributeOwner, Change, EditError, InPlace, RelationField};
pub use document::{Document, Revision};
pub use history::{History, Label, Transaction};
pub use selection::Selection;
