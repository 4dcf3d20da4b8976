//! Recovered work that the user did not want: put away, to be had back for some time.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::orphans::{Orphan, open_locked, tell};
use crate::app::files::{Doing, FileError, create_private_folder};

/// How long what was put away can be had back.
pub const KEPT_DAYS: u64 = 30;

/// Work that was put away.
#[derive(Debug, Clone)]
pub struct Discarded {
    /// What it is; its path names it for [`bring_back`].
    pub work: Orphan,
    /// When it was put away.
    pub since: Option<SystemTime>,
}

/// Puts a journal in the folder `discarded`, where the user can still find it.
///
/// # Errors
/// When it is held by a running program or cannot be moved.
pub fn discard(path: &Path) -> Result<(), FileError> {
    let fail = |error| FileError::new(Doing::Discard, path, error);
    let Some(held) = open_locked(path).map_err(fail)? else {
        return Err(fail(io::ErrorKind::ResourceBusy.into()));
    };
    let result = put_away(path).map_err(fail);
    let _ = held.unlock();
    result
}

/// The work that was put away, the latest first. Journals that cannot be read are not among it.
pub fn discarded(journals: &Path) -> Vec<Discarded> {
    let mut found: Vec<Discarded> = files_in(&folder_in(journals))
        .filter_map(|path| {
            let mut file = open_locked(&path).ok()??;
            let since = file.metadata().and_then(|metadata| metadata.modified()).ok();
            let work = tell(&path, &mut file).ok()?;
            let _ = file.unlock();
            Some(Discarded { work, since })
        })
        .collect();
    found.sort_by(|a, b| b.since.cmp(&a.since).then_with(|| a.work.path.cmp(&b.work.path)));
    found
}

/// Puts work back among what can be recovered. Returns its new path.
///
/// # Errors
/// When it is gone or cannot be moved.
pub fn bring_back(path: &Path) -> Result<PathBuf, FileError> {
    let fail = |error| FileError::new(Doing::Recover, path, error);
    let journals = path.parent().and_then(Path::parent);
    let journals = journals.ok_or_else(|| fail(io::ErrorKind::InvalidFilename.into()))?;
    let target = free_name(journals, path);
    fs::rename(path, &target).map_err(fail)?;
    Ok(target)
}

/// Removes what was put away for good, at once. Returns how many there were.
///
/// # Errors
/// What the system reports of the first that could not be removed.
pub fn remove_discarded(journals: &Path) -> io::Result<usize> {
    let mut removed = 0;
    for path in files_in(&folder_in(journals)) {
        fs::remove_file(path)?;
        removed += 1;
    }
    Ok(removed)
}

/// Removes what was put away so long ago that nobody will ask for it.
pub(super) fn remove_old(journals: &Path, now: SystemTime) {
    for path in files_in(&folder_in(journals)) {
        let age = age(&path, now);
        if age.is_some_and(|age| age > Duration::from_secs(KEPT_DAYS * 24 * 3600))
            && let Err(error) = fs::remove_file(&path)
        {
            log::warn!("{} is old and cannot be removed: {error}", path.display());
        }
    }
}

fn age(path: &Path, now: SystemTime) -> Option<Duration> {
    let modified = fs::symlink_metadata(path).and_then(|metadata| metadata.modified());
    now.duration_since(modified.ok()?).ok()
}

fn folder_in(journals: &Path) -> PathBuf {
    journals.join("discarded")
}

fn files_in(folder: &Path) -> impl Iterator<Item = PathBuf> + use<> {
    let all = fs::read_dir(folder).into_iter().flatten().flatten();
    all.map(|file| file.path())
        .filter(|path| path.extension() == Some(OsStr::new("journal")))
}

pub(super) fn put_away(path: &Path) -> io::Result<()> {
    let target = free_name(&discarded_folder(path)?, path);
    fs::rename(path, &target)?;
    keep_from_now(&target);
    Ok(())
}

/// A copy of a damaged journal, beside what was put away.
pub(super) fn keep_copy(path: &Path) -> io::Result<()> {
    let target = free_name(&discarded_folder(path)?, path);
    fs::copy(path, &target)?;
    keep_from_now(&target);
    Ok(())
}

/// The time that it is kept is counted from when it was put away.
fn keep_from_now(path: &Path) {
    let touched = File::options().append(true).open(path);
    if let Err(error) = touched.and_then(|file| file.set_modified(SystemTime::now())) {
        log::warn!("{} keeps its old time: {error}", path.display());
    }
}

fn discarded_folder(path: &Path) -> io::Result<PathBuf> {
    let folder = path.with_file_name("discarded");
    create_private_folder(&folder)?;
    Ok(folder)
}

fn free_name(folder: &Path, path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default();
    let plain = folder.join(name);
    if !plain.exists() {
        return plain;
    }
    let numbered = |number: u32| plain.with_extension(format!("{number}.journal"));
    (2..)
        .map(numbered)
        .find(|path| !path.exists())
        .expect("the numbers do not run out")
}
