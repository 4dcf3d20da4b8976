//! A file is either the old one or the new one, never half of it.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use super::private::{create_private_folder, private_file};

/// Writes beside the file, forces it to disk, and puts it in place in one step. Where that fails, what was
/// there is untouched. A link is followed; the permissions of an existing file stay.
///
/// # Errors
/// What the system reports.
pub fn write_atomically(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let target = behind_links(path);
    refuse_device(&target)?;
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

/// The file that a path leads to: renaming over a link would cut it, also one to a file that is still to come.
fn behind_links(path: &Path) -> PathBuf {
    /// As many as the system follows itself; more of them are a ring.
    const MOST: usize = 40;
    let mut path = path.to_owned();
    for _ in 0..MOST {
        if let Ok(target) = fs::canonicalize(&path) {
            return target;
        }
        let Ok(next) = fs::read_link(&path) else { break };
        path = path
            .parent()
            .map_or_else(|| next.clone(), |folder| folder.join(&next));
    }
    path
}

/// A file beside it would take the place of a device, a pipe or a folder.
fn refuse_device(path: &Path) -> io::Result<()> {
    match fs::metadata(path) {
        Ok(found) if found.is_dir() => Err(io::ErrorKind::IsADirectory.into()),
        Ok(found) if !found.is_file() => Err(io::ErrorKind::Unsupported.into()),
        _ => Ok(()),
    }
}

/// As [`write_atomically`], of a file that only the user may read, in a folder that only the user may look into.
///
/// # Errors
/// What the system reports.
pub fn write_privately(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        create_private_folder(folder)?;
    }
    let target = behind_links(path);
    let beside = name_beside(&target, "tmp")?;
    let mut file = private_file().write(true).create_new(true).open(&beside)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    if let Err(error) = written.and_then(|()| fs::rename(&beside, &target)) {
        let _ = fs::remove_file(&beside);
        return Err(error);
    }
    sync_folder_of(&target);
    Ok(())
}

fn write_new(path: &Path, bytes: &[u8], like: &Path) -> io::Result<()> {
    let mut file = private_file().write(true).create_new(true).open(path)?;
    file.write_all(bytes)?;
    // Only when it is whole: half of it, left behind by a killed program, is for nobody else.
    let permissions = fs::metadata(like).map(|metadata| metadata.permissions());
    if let Ok(permissions) = permissions.or_else(|_| usual_permissions(path)) {
        file.set_permissions(permissions)?;
    }
    file.sync_all()
}

/// What the system gives a new file in this folder.
fn usual_permissions(path: &Path) -> io::Result<fs::Permissions> {
    let empty = with_suffix(&path.with_extension(""), ".mode");
    let permissions = File::create_new(&empty).and_then(|file| Ok(file.metadata()?.permissions()));
    let _ = fs::remove_file(&empty);
    permissions
}

/// Keeps what is there now as `NAME.bak`. Needs no room on the disk where the file system knows hard links.
///
/// # Errors
/// What the system reports; what is there stays.
pub fn keep_backup(path: &Path) -> io::Result<()> {
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
