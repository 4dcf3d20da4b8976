//! Forcing files to the disk, against a power cut. It can take a second on a slow disk, so the thread of the interface
//! never does it: every call is counted for its thread, and a test holds that.

use std::fs::File;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use crate::tally;

/// Held by who forces a file to the disk; all of it by who plays a disk that does not answer.
static DISK: RwLock<()> = RwLock::new(());

fn ask_disk() -> RwLockReadGuard<'static, ()> {
    tally::add(|done| done.syncs += 1);
    DISK.read().unwrap_or_else(PoisonError::into_inner)
}

/// A disk that does not answer until this is dropped: for tests of who waits for it.
pub fn hold_disk() -> RwLockWriteGuard<'static, ()> {
    DISK.write().unwrap_or_else(PoisonError::into_inner)
}

/// Folders on disks that are full.
static FULL: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

fn full() -> MutexGuard<'static, Vec<PathBuf>> {
    FULL.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A folder on a disk without room for anything new, until this is dropped.
pub struct FullDisk(PathBuf);

impl Drop for FullDisk {
    fn drop(&mut self) {
        full().retain(|folder| *folder != self.0);
    }
}

/// For tests of who writes to a disk that is full: into this folder nothing new can be written.
pub fn fill_disk(folder: &Path) -> FullDisk {
    full().push(folder.to_owned());
    FullDisk(folder.to_owned())
}

/// # Errors
/// The disk is full that the file would be on.
pub(super) fn ask_for_room(file: &Path) -> io::Result<()> {
    if full().iter().any(|folder| file.starts_with(folder)) {
        return Err(ErrorKind::StorageFull.into());
    }
    Ok(())
}

/// Content and description of the file.
///
/// # Errors
/// What the system reports.
pub fn sync_file(file: &File) -> io::Result<()> {
    let _asked = ask_disk();
    file.sync_all()
}

/// The content of the file, and of its description what is needed to read that.
///
/// # Errors
/// What the system reports.
pub fn sync_content(file: &File) -> io::Result<()> {
    let _asked = ask_disk();
    file.sync_data()
}
