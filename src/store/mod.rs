//! The one edge to the platform: files and folders, locks, the clock, the dialogs of the system.
//!
//! Nothing else in the program knows what a path is, opens a file or asks for the time; who needs that asks here, with a
//! [`Location`] for where. What is here is the native side: Linux, Windows, macOS. A page in a browser has the same
//! names with another inside, and needs nothing else than this folder to be written again. (Text on the clipboard is the
//! window toolkit's on every platform; `app/clipboard.rs` is the one place that asks it.)
//!
//! What is read or written may take longer than a frame: the window asks from a job. What is handed to a
//! disk, and every wait for one, is counted ([`crate::tally`]).

mod atomic;
mod clipboard;
mod clock;
mod dialogs;
mod folders;
mod held;
mod leftovers;
mod location;
mod moving;
mod names;
mod private;
mod process;
mod read;
mod stamp;
mod sync;
mod viewer;

pub use atomic::{
    NoOrdinaryFile, ReadOnly, backup_of, check_replaceable, keep_backup, write_atomically,
    write_atomically_and, write_privately,
};
pub use clipboard::{CopiedPixels, NoClipboard, PictureClipboard};
pub use clock::{ProcessAge, in_local_time, now, now_of_notes, process_age};
pub use dialogs::{FileDialog, PathChoice, ask, show_sentence};
pub use folders::{Folders, HOME_VARIABLE};
pub use held::{HeldFile, try_room};
pub use leftovers::{remove_leftovers, remove_older_files};
pub use location::Location;
pub use moving::{free_name, own_number, remove, rename};
pub use names::{RefusedName, plain_name};
pub use private::{close_to_others, create_private_folder};
pub use process::{start_again, start_beside};
pub use read::{FolderEntry, ReadRefusal, check_readable, files_in, read, reader};
pub use stamp::FileStamp;
pub use sync::{FullDisk, fill_disk, hold_disk};
pub use viewer::{NoViewer, Viewer};
