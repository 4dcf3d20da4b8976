//! The journal on disk: every edit of the open document, written as it happens, so that a killed program
//! loses at most the gesture in progress.
//!
//! One file per open document, JSON lines: a header with the constellation as it was opened, then every
//! [`Entry`](crate::edit::journal::Entry). The running program holds a lock of the system on its file, so
//! that another one never takes it for left behind. On a clean close the file goes away.
//!
//! A line is handed to the system before the edit returns: that survives the death of the program. Forcing
//! it to the disk, against a power cut, may take longer than a frame and is done beside.

mod disk;
mod line;
mod orphans;

pub use disk::{DiskJournal, Flush};
pub use orphans::{Damage, Orphan, Recovered, discard, orphans, recover};
