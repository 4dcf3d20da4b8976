//! Writing what is made from the board: figures, and the network in the formats of other programs.

use super::{Doing, FileError};
use crate::analysis::Cancelled;
use crate::export::picture::PictureRefusal;
use crate::formats::{self, MAX_FILE_BYTES, Message};
use crate::store::{self, Location, check_replaceable, keep_backup, write_atomically_and};
use crate::told::NothingToDraw;

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

/// Why there is nothing to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotMade {
    /// Why, and what to do.
    Because(Message),
    /// There is nobody to draw.
    Nothing(NothingToDraw),
    /// Somebody stopped it.
    Stopped,
}

impl From<Cancelled> for NotMade {
    fn from(_: Cancelled) -> Self {
        Self::Stopped
    }
}

impl From<PictureRefusal> for NotMade {
    fn from(refusal: PictureRefusal) -> Self {
        match refusal {
            PictureRefusal::Stopped => Self::Stopped,
            PictureRefusal::Nothing(why) => Self::Nothing(why),
            other => Self::Because(other.message()),
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
    /// There is nothing to write. What was there is as it was.
    NotMade(NotMade),
}

/// Writes what `make` gives, atomically. What is there is replaced only when that is agreed, and a network there
/// stays as `NAME.bak`, whatever is written over it.
///
/// # Errors
/// When the file or its folder cannot be written, the disk is full or the name is that of no ordinary file.
pub fn export(
    at: impl Into<Location>,
    replacing_is_agreed: bool,
    make: impl FnOnce() -> Result<ExportedFile, NotMade>,
) -> Result<ExportOutcome, FileError> {
    let path = &at.into();
    let failed = |error| FileError::new(Doing::Save, path, error);
    // Before anything is asked about or computed that cannot be written.
    check_replaceable(path).map_err(failed)?;
    if path.is_taken() && !replacing_is_agreed {
        return Ok(ExportOutcome::Asks);
    }
    let ExportedFile { bytes, losses } = match make() {
        Ok(made) => made,
        Err(why) => return Ok(ExportOutcome::NotMade(why)),
    };
    let mut backup_error = None;
    write_atomically_and(path, &bytes, || backup_error = keep_network(path)).map_err(failed)?;
    Ok(ExportOutcome::Done { backup_error, losses })
}

/// Keeps what is there when it is a network, and says why that failed. It is looked through without making one of it.
fn keep_network(path: &Location) -> Option<FileError> {
    let found = store::reader(path, MAX_FILE_BYTES).ok()?;
    if !formats::may_be_network(found) {
        return None;
    }
    let kept = keep_backup(path);
    kept.err().map(|error| FileError::new(Doing::Backup, path, error))
}
