//! What was thrown away: kept for a while in the folder `discarded` beside the journals, so that it can be taken
//! back.

use std::io::{self, Write};

use jiff::{SignedDuration, Timestamp};

use super::orphans::{Orphan, look_at_discarded, orphans_and_held};
use crate::app::files::{Doing, FileError};
use crate::store::{self, HeldFile, Location, files_in};

/// How long it is kept.
pub const KEPT_DAYS: u32 = 30;

/// Work of programs that are not there any more.
#[derive(Debug, Default)]
pub struct LeftWork {
    /// Left behind, the newest first.
    pub left: Vec<Orphan>,
    /// Journals that a program holds: whether they are left behind is not known before it lets go.
    pub held: Vec<Location>,
    /// Thrown away and still there, the last thrown away first.
    pub discarded: Vec<Orphan>,
    /// The size of all that was thrown away, also of what cannot be read any more.
    pub discarded_bytes: u64,
}

/// Looks for it. What was thrown away too long ago is removed.
pub fn find(folder: impl Into<Location>) -> LeftWork {
    find_at(folder, store::now())
}

/// As [`find`], at another moment.
pub fn find_at(folder: impl Into<Location>, now: Timestamp) -> LeftWork {
    let folder = &folder.into();
    // First: a journal without a readable beginning is put away by it.
    let (left, held) = orphans_and_held(folder);
    let mut found = LeftWork {
        left,
        held,
        ..LeftWork::default()
    };
    for file in files_in(&discarded_in(folder)) {
        let path = &file.at;
        let discarded = discarded_at(path).or(file.modified);
        let age = discarded.map(|time| now.duration_since(time));
        if age.is_some_and(|age| age > SignedDuration::from_hours(24 * i64::from(KEPT_DAYS))) {
            if let Err(error) = store::remove(path) {
                log::warn!("discarded work cannot be removed: {error}");
            }
            continue;
        }
        found.discarded_bytes += file.bytes;
        if let Some(mut orphan) = look_at_discarded(path) {
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
pub(super) fn put_away(path: &Location) -> io::Result<()> {
    store::rename(path, &place_for(path, "journal")?)
}

/// Keeps a copy there of what is about to be cut off. Read by who holds it: on Windows nobody else can.
pub(super) fn keep_damaged(path: &Location, held: &HeldFile) -> io::Result<()> {
    let mut copy = HeldFile::create(&place_for(path, "damaged")?)?;
    copy.write_all(&held.read_from(0)?)
}

fn place_for(path: &Location, extension: &str) -> io::Result<Location> {
    let folder = discarded_in(&folder_of(path));
    store::create_private_folder(&folder)?;
    let now = store::now().as_millisecond();
    let name = |at: i64| folder.inside(&format!("{}.{at}.{extension}", stem(path)));
    let free = store::free_name((now..).map(name));
    free.ok_or_else(|| io::ErrorKind::AlreadyExists.into())
}

/// Takes back what was thrown away, and gives its new place: among what is left behind.
///
/// # Errors
/// When it is not there any more or cannot be moved.
pub fn take_back(path: impl Into<Location>) -> Result<Location, FileError> {
    let path = &path.into();
    let folder = folder_of(&folder_of(path));
    let name = |number: u32| match number {
        0 => folder.inside(&format!("{}.journal", stem(path))),
        _ => folder.inside(&format!("{}-{number}.journal", stem(path))),
    };
    let free = store::free_name((0..).map(name)).unwrap_or_else(|| name(0));
    store::rename(path, &free).map_err(|error| FileError::new(Doing::Recover, path, error))?;
    Ok(free)
}

/// Removes for good all that was thrown away.
///
/// # Errors
/// The first file that cannot be removed; the others are.
pub fn remove_discarded(folder: impl Into<Location>) -> Result<(), FileError> {
    let folder = &folder.into();
    let mut result = Ok(());
    for file in files_in(&discarded_in(folder)) {
        if let Err(error) = store::remove(&file.at) {
            result = result.and(Err(FileError::new(Doing::Discard, &file.at, error)));
        }
    }
    result
}

fn discarded_in(folder: &Location) -> Location {
    folder.inside("discarded")
}

fn folder_of(path: &Location) -> Location {
    path.folder().unwrap_or_else(|| Location::typed(""))
}

/// The name of a journal up to its first dot.
fn stem(path: &Location) -> String {
    let name = path.name();
    name.split('.').next().unwrap_or_default().to_owned()
}

fn discarded_at(path: &Location) -> Option<Timestamp> {
    let name = path.name();
    let moment = name.split('.').nth(1)?.parse().ok()?;
    Timestamp::from_millisecond(moment).ok()
}
