//! What was thrown away: kept for a while in the folder `discarded` beside the journals, so that it can be taken
//! back.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use jiff::{SignedDuration, Timestamp};

use super::orphans::{Orphan, look_at_discarded, orphans};
use crate::app::files::{Doing, FileError, create_private_folder};

/// How long it is kept.
pub const KEPT_DAYS: u32 = 30;

/// Work of programs that are not there any more.
#[derive(Debug, Default)]
pub struct Found {
    /// Left behind, the newest first.
    pub left: Vec<Orphan>,
    /// Thrown away and still there, the last thrown away first.
    pub discarded: Vec<Orphan>,
    /// The size of all that was thrown away, also of what cannot be read any more.
    pub discarded_bytes: u64,
}

/// Looks for it. What was thrown away too long ago is removed.
pub fn find(folder: &Path) -> Found {
    find_at(folder, Timestamp::now())
}

/// As [`find`], at another moment.
pub fn find_at(folder: &Path, now: Timestamp) -> Found {
    // First: a journal without a readable beginning is put away by it.
    let left = orphans(folder);
    let mut found = Found {
        left,
        ..Found::default()
    };
    for path in files_in(&discarded_in(folder)) {
        let Ok(metadata) = fs::metadata(&path) else {
            continue;
        };
        let written = metadata.modified().ok();
        let discarded = discarded_at(&path).or_else(|| Timestamp::try_from(written?).ok());
        let age = discarded.map(|time| now.duration_since(time));
        if age.is_some_and(|age| age > SignedDuration::from_hours(24 * i64::from(KEPT_DAYS))) {
            if let Err(error) = fs::remove_file(&path) {
                log::warn!("discarded work cannot be removed: {error}");
            }
            continue;
        }
        found.discarded_bytes += metadata.len();
        if let Some(mut orphan) = look_at_discarded(&path) {
            orphan.discarded = discarded;
            found.discarded.push(orphan);
        }
    }
    found
        .discarded
        .sort_by_key(|orphan| std::cmp::Reverse(orphan.discarded));
    found
}

/// Moves it to the folder `discarded`, with the moment in its name.
pub(super) fn put_away(path: &Path) -> io::Result<()> {
    fs::rename(path, place_for(path, "journal")?)
}

/// Keeps a copy there of what is about to be cut off.
pub(super) fn keep_damaged(path: &Path) -> io::Result<()> {
    fs::copy(path, place_for(path, "damaged")?).map(|_| ())
}

fn place_for(path: &Path, extension: &str) -> io::Result<PathBuf> {
    let folder = discarded_in(path.parent().unwrap_or(Path::new("")));
    create_private_folder(&folder)?;
    let now = Timestamp::now().as_millisecond();
    let name = |at: i64| folder.join(format!("{}.{at}.{extension}", stem(path)));
    let free = (now..).map(name).find(|path| !path.exists());
    free.ok_or_else(|| io::ErrorKind::AlreadyExists.into())
}

/// Takes back what was thrown away, and gives its new place: among what is left behind.
///
/// # Errors
/// When it is not there any more or cannot be moved.
pub fn take_back(path: &Path) -> Result<PathBuf, FileError> {
    let folder = path.parent().and_then(Path::parent).unwrap_or(Path::new(""));
    let name = |number: u32| match number {
        0 => folder.join(format!("{}.journal", stem(path))),
        _ => folder.join(format!("{}-{number}.journal", stem(path))),
    };
    let free = (0..).map(name).find(|path| !path.exists());
    let free = free.unwrap_or_else(|| name(0));
    fs::rename(path, &free).map_err(|error| FileError::new(Doing::Recover, path, error))?;
    Ok(free)
}

/// Removes for good all that was thrown away.
///
/// # Errors
/// The first file that cannot be removed; the others are.
pub fn remove_discarded(folder: &Path) -> Result<(), FileError> {
    let mut result = Ok(());
    for path in files_in(&discarded_in(folder)) {
        if let Err(error) = fs::remove_file(&path) {
            result = result.and(Err(FileError::new(Doing::Discard, &path, error)));
        }
    }
    result
}

fn discarded_in(folder: &Path) -> PathBuf {
    folder.join("discarded")
}

fn files_in(folder: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    let is_file = |file: &fs::DirEntry| file.file_type().is_ok_and(|kind| kind.is_file());
    files.filter(is_file).map(|file| file.path()).collect()
}

/// The name of a journal up to its first dot.
fn stem(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.split('.').next().unwrap_or_default().to_owned()
}

fn discarded_at(path: &Path) -> Option<Timestamp> {
    let name = path.file_name()?.to_str()?;
    let moment = name.split('.').nth(1)?.parse().ok()?;
    Timestamp::from_millisecond(moment).ok()
}
