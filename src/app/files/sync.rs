//! Forcing files to the disk, against a power cut. It can take a second on a slow disk, so the thread of the interface
//! never does it: every call is counted for its thread, and a test holds that.

use std::cell::Cell;
use std::fs::File;
use std::io;

thread_local! {
    static SYNCED: Cell<u64> = const { Cell::new(0) };
}

fn count() {
    SYNCED.with(|synced| synced.set(synced.get() + 1));
}

/// How often this thread has waited for a disk.
pub fn synced_here() -> u64 {
    SYNCED.with(Cell::get)
}

/// Content and description of the file.
///
/// # Errors
/// What the system reports.
pub fn sync_file(file: &File) -> io::Result<()> {
    count();
    file.sync_all()
}

/// The content of the file, and of its description what is needed to read that.
///
/// # Errors
/// What the system reports.
pub fn sync_content(file: &File) -> io::Result<()> {
    count();
    file.sync_data()
}
