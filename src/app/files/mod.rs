//! Opening and saving: the good file always survives, and what goes wrong is a sentence.
//!
//! Everything here may take longer than a frame: the window runs it as a job.

mod error;
mod export;
mod save;

pub use error::{Doing, FileError};
pub use export::{ExportOutcome, ExportedFile, NotMade, export};
pub use save::{SaveOutcome, SaveQuestion, SaveRequest, SaveSession, Saved, SavedMoment, save, save_and};

use crate::formats::{self, Loaded, MAX_FILE_BYTES};
use crate::store::{self, FileStamp, Location};

/// A file that was read.
#[derive(Debug)]
pub struct Opened {
    pub path: Location,
    pub loaded: Loaded,
    /// The version that was read; give it to [`SaveSession::opened`].
    pub stamp: FileStamp,
}

/// Reads a file of any format we know.
///
/// # Errors
/// When it cannot be opened, is no ordinary file, is too large or is not a network.
pub fn open(at: impl Into<Location>) -> Result<Opened, FileError> {
    let path = at.into();
    let bytes = bytes(&path, MAX_FILE_BYTES)?;
    let stamp = FileStamp::new(&bytes);
    let loaded = formats::read(bytes).map_err(|error| FileError::unreadable(&path, error))?;
    Ok(Opened { path, loaded, stamp })
}

/// Everything in a file of at most so many bytes.
///
/// # Errors
/// When it cannot be opened, is no ordinary file or is larger.
pub fn bytes(path: &Location, most: u64) -> Result<Vec<u8>, FileError> {
    store::read(path, most).map_err(|refusal| FileError::refused(path, most, refusal))
}

/// Whether it can be read, as [`bytes`] would say.
///
/// # Errors
/// As [`bytes`].
pub fn check(path: &Location) -> Result<(), FileError> {
    let refused = |refusal| FileError::refused(path, MAX_FILE_BYTES, refusal);
    store::check_readable(path, MAX_FILE_BYTES).map_err(refused)
}
