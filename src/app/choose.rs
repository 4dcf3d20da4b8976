//! The system's file dialogs, on a thread of their own: the board never waits for them.

#[cfg(not(target_arch = "wasm32"))]
mod native;

use std::path::PathBuf;

use crate::desk::PathPurpose;
use crate::i18n::Texts;

#[cfg(not(target_arch = "wasm32"))]
pub use native::ask;

/// How a dialog ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PathChoice {
    Chosen(PathBuf),
    Cancelled,
    /// The system offers no file dialogs.
    Unavailable,
}

/// Everything a dialog needs to know, so that it can run anywhere.
#[derive(Debug, Clone)]
pub struct DialogRequest {
    pub purpose: PathPurpose,
    pub texts: Texts,
    /// Suggested name, for saving.
    pub name: String,
    pub folder: Option<PathBuf>,
}

/// A page may not wait for a dialog: there, opening and saving begin with a press of the user and go on by
/// themselves.
#[cfg(target_arch = "wasm32")]
pub fn ask(_: &DialogRequest) -> PathChoice {
    PathChoice::Unavailable
}
