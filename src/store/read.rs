//! Reading a file whole, and looking into folders.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};

use jiff::Timestamp;

use super::Location;

/// Why a file was not read.
#[derive(Debug)]
pub enum ReadRefusal {
    /// A folder, a device, a pipe.
    NotAFile,
    /// It has this many bytes at least.
    TooLarge(u64),
    System(io::Error),
}

impl From<io::Error> for ReadRefusal {
    fn from(error: io::Error) -> Self {
        Self::System(error)
    }
}

/// Everything in a file of at most so many bytes.
///
/// # Errors
/// When it is no ordinary file, is larger, or the system refuses.
pub fn read(at: &Location, most: u64) -> Result<Vec<u8>, ReadRefusal> {
    let length = length_of_file(at, most)?;
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or(0) + 1);
    // A file may grow while it is being read.
    let file = File::open(at.path())?;
    file.take(most + 1).read_to_end(&mut bytes)?;
    match bytes.len() as u64 {
        length if length > most => Err(ReadRefusal::TooLarge(length)),
        _ => Ok(bytes),
    }
}

/// As [`read`], for who goes through it and keeps nothing: of a large file no more than a piece is in memory.
///
/// # Errors
/// As [`read`].
pub fn reader(at: &Location, most: u64) -> Result<impl Read, ReadRefusal> {
    length_of_file(at, most)?;
    Ok(File::open(at.path())?.take(most))
}

/// Whether it can be read: asked where that is needed much later.
///
/// # Errors
/// As [`read`].
pub fn check_readable(at: &Location, most: u64) -> Result<(), ReadRefusal> {
    length_of_file(at, most).map(|_| ())
}

/// The length of an ordinary file of at most so many bytes. Asked before opening: that waits for whoever writes to a
/// pipe, and `/dev/zero` never ends.
fn length_of_file(at: &Location, most: u64) -> Result<u64, ReadRefusal> {
    let found = fs::metadata(at.path())?;
    if found.is_dir() {
        return Err(io::Error::from(ErrorKind::IsADirectory).into());
    }
    if !found.is_file() {
        return Err(ReadRefusal::NotAFile);
    }
    match found.len() {
        length if length > most => Err(ReadRefusal::TooLarge(length)),
        length => Ok(length),
    }
}

/// What is known of a file in a folder.
#[derive(Debug, Clone)]
pub struct FolderEntry {
    pub at: Location,
    pub bytes: u64,
    pub modified: Option<Timestamp>,
}

/// The ordinary files in a folder, in no order; none where it cannot be looked into.
pub fn files_in(folder: &Location) -> Vec<FolderEntry> {
    let entries = fs::read_dir(folder.path()).into_iter().flatten().flatten();
    let entry = |entry: fs::DirEntry| {
        let found = entry.metadata().ok().filter(fs::Metadata::is_file)?;
        let modified = found.modified().ok();
        Some(FolderEntry {
            at: entry.path().into(),
            bytes: found.len(),
            modified: modified.and_then(|time| Timestamp::try_from(time).ok()),
        })
    };
    entries.filter_map(entry).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_up_to_the_limit_and_refused_beyond_it() {
        let home = tempfile::tempdir().unwrap();
        let at = Location::from(home.path()).inside("x");
        fs::write(&at, "Hoorn").unwrap();
        assert_eq!(read(&at, 5).unwrap(), b"Hoorn");
        assert!(matches!(read(&at, 4), Err(ReadRefusal::TooLarge(5))));
        assert!(check_readable(&at, 5).is_ok());
        assert!(matches!(check_readable(&at, 4), Err(ReadRefusal::TooLarge(5))));
    }

    #[test]
    fn what_is_no_file_is_told_apart_from_what_is_not_there() {
        let home = tempfile::tempdir().unwrap();
        let at = Location::from(home.path());
        let kind = |at: &Location| match read(at, 5) {
            Err(ReadRefusal::System(error)) => Some(error.kind()),
            _ => None,
        };
        assert_eq!(kind(&at), Some(ErrorKind::IsADirectory));
        assert_eq!(kind(&at.inside("weg")), Some(ErrorKind::NotFound));
        #[cfg(target_os = "linux")]
        assert!(matches!(
            read(&Location::typed("/dev/zero"), 5),
            Err(ReadRefusal::NotAFile)
        ));
    }

    #[test]
    fn a_folder_gives_its_files_and_not_its_folders() {
        let home = tempfile::tempdir().unwrap();
        let folder = Location::from(home.path());
        fs::write(folder.inside("x"), "Hoorn").unwrap();
        fs::create_dir(folder.inside("y")).unwrap();
        let files = files_in(&folder);
        assert_eq!(files.len(), 1);
        assert_eq!((files[0].at.name().as_str(), files[0].bytes), ("x", 5));
        assert!(files[0].modified.is_some());
        assert!(files_in(&folder.inside("weg")).is_empty());
    }
}
