//! What only the user may read: journals, settings, files that are being written.
//!
//! Files and folders are made closed, not closed afterwards: who opens a file in between keeps reading it.
//! On Windows the profile folder of the user is closed by its own access list, and what is made in it
//! inherits that.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io;
use std::path::Path;

/// Options that make a file that only the user can read and write.
pub fn private_file() -> OpenOptions {
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
pub fn create_private_folder(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Closes a folder of ours that an older version left open to others, and the files in it.
pub fn close_to_others(folder: &Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::{MetadataExt, PermissionsExt};
        let close = |path: &Path, mode: u32| {
            let Ok(found) = fs::symlink_metadata(path) else {
                return;
            };
            // A folder that everybody may put files in, as the system's own for temporary ones, is not ours.
            let is_shared = found.mode() & 0o1000 != 0;
            if found.is_symlink() || is_shared || found.mode() & 0o077 == 0 {
                return;
            }
            if let Err(error) = fs::set_permissions(path, fs::Permissions::from_mode(mode)) {
                log::warn!("a file or folder of the program stays open to others: {error}");
            }
        };
        close(folder, 0o700);
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let is_ours = entry.path().extension().is_some_and(|end| {
                ["journal", "new", "damaged", "json"]
                    .iter()
                    .any(|ours| end == *ours)
            });
            if is_ours && entry.file_type().is_ok_and(|kind| kind.is_file()) {
                close(&entry.path(), 0o600);
            }
        }
    }
    #[cfg(not(unix))]
    let _ = folder;
}

/// Whether the name still leads to the open file: another program may have put another in its place.
pub fn is_still_at(file: &File, path: &Path) -> bool {
    let (Ok(open), Ok(found)) = (file.metadata(), fs::metadata(path)) else {
        return false;
    };
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        (open.dev(), open.ino()) == (found.dev(), found.ino())
    }
    #[cfg(not(unix))]
    {
        open.len() == found.len() && open.created().ok() == found.created().ok()
    }
}
