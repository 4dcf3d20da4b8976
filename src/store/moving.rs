//! Files that get another name, or go.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;
use std::thread;
use std::time::Duration;

use super::Location;

/// In one step; what has the new name is replaced.
///
/// # Errors
/// What the system reports.
pub fn rename(from: &Location, to: &Location) -> io::Result<()> {
    put_in_place(from.path(), to.path())
}

/// How long Windows is asked again: a scanner of viruses or of text looks into every new file, and for that moment nobody
/// can put another in its place.
const TRIES: u32 = 20;
const BETWEEN: Duration = Duration::from_millis(50);

/// As [`rename`]. On Windows what another program has open is in the way; that is mostly over in a moment, and is told as
/// what it is when it is not.
pub(super) fn put_in_place(from: &Path, to: &Path) -> io::Result<()> {
    let once = || fs::rename(from, to);
    if !cfg!(windows) {
        return once();
    }
    let wait = || thread::sleep(BETWEEN);
    patiently(once, wait).map_err(|error| of_file_in_use(error, to.is_file()))
}

/// Until it is done, or refused for another reason than that somebody is busy with the file.
fn patiently(mut once: impl FnMut() -> io::Result<()>, wait: impl Fn()) -> io::Result<()> {
    for _ in 1..TRIES {
        match once() {
            Err(error) if may_pass(&error) => wait(),
            ended => return ended,
        }
    }
    once()
}

/// Windows says *denied* (5) of a file that cannot be replaced because it is open, and *in use* (32, 33) of others.
fn may_pass(error: &io::Error) -> bool {
    error.kind() == ErrorKind::PermissionDenied || matches!(error.raw_os_error(), Some(5 | 32 | 33))
}

/// The new version could be written beside it: what is denied is not the folder.
fn of_file_in_use(error: io::Error, is_there: bool) -> io::Error {
    match error.kind() {
        ErrorKind::PermissionDenied if is_there => ErrorKind::ResourceBusy.into(),
        _ => error,
    }
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

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[test]
    fn what_is_in_use_for_a_moment_is_asked_again_and_what_stays_so_is_told() {
        let refused = |kind: ErrorKind| move || Err(io::Error::from(kind));
        let waits = Cell::new(0);
        let wait = || waits.set(waits.get() + 1);
        let left = Cell::new(3);
        let in_use_thrice = || match left.get() {
            0 => Ok(()),
            more => {
                left.set(more - 1);
                refused(ErrorKind::PermissionDenied)()
            }
        };
        patiently(in_use_thrice, wait).unwrap();
        assert_eq!(waits.take(), 3);
        let error = patiently(refused(ErrorKind::PermissionDenied), wait).unwrap_err();
        assert_eq!(waits.take(), TRIES - 1);
        assert_eq!(of_file_in_use(error, true).kind(), ErrorKind::ResourceBusy);
        let full = patiently(refused(ErrorKind::StorageFull), wait).unwrap_err();
        assert_eq!(
            (full.kind(), waits.get()),
            (ErrorKind::StorageFull, 0),
            "waiting makes no room"
        );
        let elsewhere = of_file_in_use(ErrorKind::PermissionDenied.into(), false);
        assert_eq!(elsewhere.kind(), ErrorKind::PermissionDenied);
    }

    #[cfg(windows)]
    #[test]
    fn a_file_that_another_program_keeps_open_is_told_as_in_use_and_stays() {
        use std::os::windows::fs::OpenOptionsExt;
        let home = tempfile::tempdir().unwrap();
        let [new, old] = ["new", "old"].map(|name| home.path().join(name));
        fs::write(&new, "new").unwrap();
        fs::write(&old, "old").unwrap();
        // Others may read and write it, as many programs have it, and not take it away.
        let held = fs::OpenOptions::new()
            .read(true)
            .share_mode(3)
            .open(&old)
            .unwrap();
        let error = put_in_place(&new, &old).unwrap_err();
        assert!(
            error.kind() == ErrorKind::ResourceBusy || error.raw_os_error() == Some(32),
            "{error:?}"
        );
        assert_eq!(fs::read_to_string(&old).unwrap(), "old");
        drop(held);
        put_in_place(&new, &old).unwrap();
        assert_eq!(fs::read_to_string(&old).unwrap(), "new");
    }
}
