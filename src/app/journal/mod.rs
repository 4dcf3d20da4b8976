//! The journal on disk: every edit of the open document, written as it happens, so that a killed program
//! loses at most the gesture in progress.
//!
//! One file per open document, JSON lines: a header with the constellation as it was opened or last saved,
//! then every [`Entry`](crate::edit::journal::Entry) since; a picture is written once and named after that.
//! What is not done yet (text being typed, a drag under way) is there as a draft. After a save the journal
//! begins anew, in a file that takes the place of the old one in one step. The running program
//! holds a system lock on its file, so that no other program takes it for an orphan. On a clean close
//! the file goes away.
//!
//! The interface hands every entry to a thread that has nothing else to do, and goes on: writing a line takes as long
//! as the disk is slow. A moment later the line is with the system, which survives the death of the program; forcing
//! it to the disk, against a power cut, is done on another thread.

mod discarded;
mod disk;
mod line;
mod orphans;
mod queue;
mod resources;
mod story;
mod watch;
mod writer;

pub use discarded::{KEPT_DAYS, LeftWork, find, find_at, remove_discarded, take_back};
pub use disk::{DiskJournal, Flush, Origin, header_bytes};
pub use orphans::{Orphan, Recovered, discard, is_let_go, orphans, recover};
pub use story::Damage;
pub use watch::{FolderProbe, Trouble};
