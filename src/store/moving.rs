//! Files that get another name, or go.

use std::fs;
use std::io;

use super::Location;

/// In one step; what has the new name is replaced.
///
/// # Errors
/// What the system reports.
pub fn rename(from: &Location, to: &Location) -> io::Result<()> {
    fs::rename(from.path(), to.path())
}

/// # Errors
/// What the system reports.
pub fn copy(from: &Location, to: &Location) -> io::Result<()> {
    fs::copy(from.path(), to.path()).map(|_| ())
}

/// # Errors
/// What the system reports.
pub fn remove(at: &Location) -> io::Result<()> {
    fs::remove_file(at.path())
}

/// A number that no other running program of ours has, for names of files.
pub fn own_number() -> u32 {
    std::process::id()
}

/// The first of these names that nothing has.
pub fn free_name(names: impl IntoIterator<Item = Location>) -> Option<Location> {
    names.into_iter().find(|name| !name.is_taken())
}
