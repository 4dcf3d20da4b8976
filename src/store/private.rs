//! What only the user may read: journals, settings, files that are being written.
//!
//! Files and folders are made closed, not closed afterwards: who opens a file in between keeps reading it.
//! On Windows the profile folder of the user is closed by its own access list, and what is made in it
//! inherits that.

use std::fs::{DirBuilder, OpenOptions};
use std::io;

use super::Location;

/// Options that make a file that only the user can read and write.
pub(super) fn private_file() -> OpenOptions {
    #[cfg_attr(
        not(unix),
        expect(unused_mut, reason = "the system's own access list does it")
    )]
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Makes a folder that only the user can look into, and those above it that are missing.
///
/// # Errors
/// What the system reports.
pub fn create_private_folder(folder: &Location) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder.path())
}

/// Endings of the files in such a folder.
#[cfg(unix)]
const ENDINGS: [&str; 4] = ["journal", "new", "damaged", "json"];

/// Closes a folder of ours that an older version left open to others, and the files in it.
#[cfg(unix)]
pub fn close_to_others(folder: &Location) {
    close(folder, 0o700);
    for file in super::files_in(folder) {
        if file.at.ending().is_some_and(|ending| ENDINGS.contains(&ending)) {
            close(&file.at, 0o600);
        }
    }
}

#[cfg(unix)]
fn close(at: &Location, mode: u32) {
    use std::fs::{Permissions, set_permissions, symlink_metadata};
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    let Ok(found) = symlink_metadata(at.path()) else {
        return;
    };
    // A folder that everybody may put files in, as the system's own for temporary ones, is not ours.
    let is_shared = found.mode() & 0o1000 != 0;
    if found.is_symlink() || is_shared || found.mode() & 0o077 == 0 {
        return;
    }
    if let Err(error) = set_permissions(at.path(), Permissions::from_mode(mode)) {
        log::warn!("a file or folder of the program stays open to others: {error}");
    }
}

/// Elsewhere an older version made nothing that others could read.
#[cfg(not(unix))]
pub fn close_to_others(_: &Location) {}
