//! Writing what is made from the board: figures, and the network in the formats of other programs.

use std::path::Path;

use super::atomic::{keep_backup, replaceable, write_atomically};
use super::{Doing, FileError};
use crate::formats::Message;

/// A file to write, and what of the document is not in it.
#[derive(Debug, Default)]
pub struct ExportedFile {
    pub bytes: Vec<u8>,
    pub losses: Vec<Message>,
}

impl From<Vec<u8>> for ExportedFile {
    fn from(bytes: Vec<u8>) -> Self {
        Self {
            bytes,
            losses: Vec::new(),
        }
    }
}

/// What became of an export.
#[derive(Debug)]
pub enum ExportOutcome {
    Done {
        /// The file is written, but the network that was there before could not be kept.
        backup_error: Option<FileError>,
        /// What the file cannot hold.
        losses: Vec<Message>,
    },
    /// Something has that name, and nobody agreed to replace it. Nothing was written.
    Asks,
}

/// Whether something has this name already.
pub fn is_taken(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// Writes what `make` gives, atomically. What is there is replaced only when that is agreed, and a network there
/// stays as `NAME.bak`, whatever is written over it.
///
/// # Errors
/// When the file or its folder cannot be written, the disk is full or the name is that of no ordinary file.
pub fn export(
    path: &Path,
    replacing_is_agreed: bool,
    make: impl FnOnce() -> ExportedFile,
) -> Result<ExportOutcome, FileError> {
    if is_taken(path) && !replacing_is_agreed {
        return Ok(ExportOutcome::Asks);
    }
    let failed = |error| FileError::new(Doing::Save, path, error);
    // Before anything is computed that cannot be written.
    replaceable(path).map_err(failed)?;
    let ExportedFile { bytes, losses } = make();
    let backup_error = keep_network(path);
    write_atomically(path, &bytes).map_err(failed)?;
    Ok(ExportOutcome::Done { backup_error, losses })
}

/// Keeps what is there when it is a network, and says why that failed.
fn keep_network(path: &Path) -> Option<FileError> {
    super::open(path).ok()?;
    let kept = keep_backup(path);
    kept.err().map(|error| FileError::new(Doing::Backup, path, error))
}
