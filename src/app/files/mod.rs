//! Opening and saving: the good file always survives, and what goes wrong is a sentence.
//!
//! Everything here may take longer than a frame: the window runs it as a job.

mod atomic;
mod error;
mod export;
mod folders;
mod leftovers;
mod private;
mod save;
mod stamp;
mod sync;

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

pub use atomic::{NoOrdinaryFile, keep_backup, write_atomically, write_privately};
pub(crate) use error::io_reason;
pub use error::{Doing, FileError};
pub use export::{ExportOutcome, ExportedFile, export, is_taken};
pub use folders::{Folders, HOME_VARIABLE};
pub use leftovers::remove_leftovers;
pub use private::{close_to_others, create_private_folder, is_still_at, private_file};
pub use save::{SaveOutcome, SaveQuestion, SaveRequest, SaveSession, Saved, SavedMoment, save, save_and};
pub use stamp::FileStamp;
pub use sync::{hold_disk, sync_content, sync_file};

use crate::formats::{self, ErrorKind, FilePlace, Loaded, MAX_FILE_BYTES, ReadError};

/// A file that was read.
#[derive(Debug)]
pub struct Opened {
    pub path: PathBuf,
    pub loaded: Loaded,
    /// The version that was read; give it to [`SaveSession::opened`].
    pub stamp: FileStamp,
}

/// Reads a file of any format we know.
///
/// # Errors
/// When it cannot be opened, is no ordinary file, is too large or is not a network.
pub fn open(path: &Path) -> Result<Opened, FileError> {
    let fail = |error| FileError::new(Doing::Open, path, error);
    // Asked before opening: opening a pipe waits for whoever writes to it.
    let metadata = std::fs::metadata(path).map_err(fail)?;
    if !metadata.is_file() {
        return Err(FileError::not_a_file(path));
    }
    let too_large = |bytes: u64| {
        let kind = ErrorKind::TooLarge {
            mib: bytes.div_ceil(1 << 20),
            limit_mib: MAX_FILE_BYTES >> 20,
        };
        FileError::unreadable(path, ReadError::new(FilePlace::Whole, kind))
    };
    if metadata.len() > MAX_FILE_BYTES {
        return Err(too_large(metadata.len()));
    }
    let file = File::open(path).map_err(fail)?;
    let mut bytes = Vec::with_capacity(metadata.len() as usize + 1);
    // A file may grow while it is being read.
    file.take(MAX_FILE_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(fail)?;
    if bytes.len() as u64 > MAX_FILE_BYTES {
        return Err(too_large(bytes.len() as u64));
    }
    let stamp = FileStamp::new(&bytes);
    let loaded = formats::read(bytes).map_err(|error| FileError::unreadable(path, error))?;
    Ok(Opened {
        path: path.to_owned(),
        loaded,
        stamp,
    })
}
