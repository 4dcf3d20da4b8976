//! A file is either the old one or the new one, never half of it.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

/// Writes beside the file, forces it to disk, and puts it in place in one step. Where that fails, what was
/// there is untouched. A link is followed; the permissions of an existing file stay.
///
/// # Errors
/// What the system reports.
pub fn write_atomically(path: &Path, bytes: &[u8]) -> io::Result<()> {
    // Through a link to the file itself: renaming over the link would cut it.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let beside = name_beside(&target, "tmp")?;
    let result = write_new(&beside, bytes, &target).and_then(|()| fs::rename(&beside, &target));
    if let Err(error) = result {
        // Ours, half-written and of no use; that it cannot be removed is not the news.
        let _ = fs::remove_file(&beside);
        return Err(error);
    }
    sync_folder_of(&target);
    Ok(())
}

fn write_new(path: &Path, bytes: &[u8], like: &Path) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(bytes)?;
    if let Ok(metadata) = fs::metadata(like) {
        file.set_permissions(metadata.permissions())?;
    }
    file.sync_all()
}

/// Keeps what is there now as `NAME.bak`. Needs no room on the disk where the file system knows hard links.
pub(super) fn keep_backup(path: &Path) -> io::Result<()> {
    let target = fs::canonicalize(path)?;
    let backup = with_suffix(&target, ".bak");
    let beside = name_beside(&target, "bak.tmp")?;
    if fs::hard_link(&target, &beside).is_err() {
        let bytes = fs::read(&target)?;
        write_new(&beside, &bytes, &target).inspect_err(|_| {
            let _ = fs::remove_file(&beside);
        })?;
    }
    // On Unix renaming one link over another of the same file does nothing, and leaves both.
    let result = fs::rename(&beside, &backup);
    let _ = fs::remove_file(&beside);
    result
}

pub(super) fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(path.as_os_str());
    name.push(suffix);
    PathBuf::from(name)
}

/// A name in the same folder that no other program and no other save of ours uses.
fn name_beside(path: &Path, suffix: &str) -> io::Result<PathBuf> {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let name = path
        .file_name()
        .ok_or_else(|| io::Error::from(io::ErrorKind::InvalidFilename))?;
    let mut beside = OsString::from(".");
    beside.push(name);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    beside.push(format!(".{}-{count}.{suffix}", std::process::id()));
    Ok(path.with_file_name(beside))
}

/// So that the new name survives a power cut; not every system can, and the file itself is safe already.
fn sync_folder_of(path: &Path) {
    if let Some(folder) = path.parent()
        && let Ok(folder) = File::open(folder)
    {
        let _ = folder.sync_all();
    }
}
