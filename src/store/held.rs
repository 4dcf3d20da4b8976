//! A file that stays open, as a journal does.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, Read, Seek, SeekFrom, Write};

use jiff::Timestamp;

use super::Location;
use super::private::private_file;
use super::sync::{sync_content, sync_file};

/// A file of the program's own that stays open. Nobody else can read it, and while it is locked no other program takes it
/// for left behind. What is written goes to its end.
#[derive(Debug)]
pub struct HeldFile(File);

impl HeldFile {
    /// A new one, that nobody else can read from the first byte on.
    ///
    /// # Errors
    /// What the system reports; also when something has that name.
    pub fn create(at: &Location) -> io::Result<Self> {
        let mut options = private_file();
        let options = at_its_end(options.read(true)).create_new(true);
        options.open(at.path()).map(Self)
    }

    /// One that is there.
    ///
    /// # Errors
    /// What the system reports.
    pub fn open(at: &Location) -> io::Result<Self> {
        at_its_end(OpenOptions::new().read(true))
            .open(at.path())
            .map(Self)
    }

    /// One that is there, to look into only.
    ///
    /// # Errors
    /// What the system reports.
    pub fn look_into(at: &Location) -> io::Result<Self> {
        File::open(at.path()).map(Self)
    }

    /// Keeps other programs from it, until this one ends or lets go.
    ///
    /// # Errors
    /// `WouldBlock` when another program holds it.
    pub fn lock(&self) -> io::Result<()> {
        self.0.try_lock().map_err(|error| match error {
            TryLockError::WouldBlock => ErrorKind::WouldBlock.into(),
            TryLockError::Error(error) => error,
        })
    }

    /// Closing the file may not be enough: who forces it to the disk, or a process that was just being started, may
    /// have it open a moment longer.
    pub fn let_go(&self) {
        let _ = self.0.unlock();
    }

    /// Its length.
    ///
    /// # Errors
    /// What the system reports.
    pub fn bytes(&self) -> io::Result<u64> {
        Ok(self.0.metadata()?.len())
    }

    /// When it was written last, as the file system has it.
    pub fn modified(&self) -> Option<Timestamp> {
        let written = self.0.metadata().ok()?.modified().ok()?;
        Timestamp::try_from(written).ok()
    }

    /// Everything from there on.
    ///
    /// # Errors
    /// What the system reports.
    pub fn read_from(&self, start: u64) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let mut file = &self.0;
        file.seek(SeekFrom::Start(start))?;
        file.read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// Leaves the first bytes only.
    ///
    /// # Errors
    /// What the system reports.
    pub fn cut(&self, bytes: u64) -> io::Result<()> {
        self.0.set_len(bytes)
    }

    /// Forces what was written to the disk.
    ///
    /// # Errors
    /// What the system reports.
    pub fn sync(&self) -> io::Result<()> {
        sync_content(&self.0)
    }

    /// Whether the name still leads to it: another program may have put another in its place.
    pub fn is_still_at(&self, at: &Location) -> bool {
        let (Ok(open), Ok(found)) = (self.0.metadata(), fs::metadata(at.path())) else {
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

    /// Whether somebody took it away: what is written to it reaches nobody. Where the system does not say, it is
    /// there.
    pub fn is_gone_from(&self, at: &Location) -> bool {
        let named = fs::symlink_metadata(at.path());
        #[cfg(unix)]
        if let (Ok(named), Ok(open)) = (&named, self.0.metadata()) {
            use std::os::unix::fs::MetadataExt;
            return (named.dev(), named.ino()) != (open.dev(), open.ino());
        }
        named.is_err_and(|error| error.kind() == ErrorKind::NotFound)
    }
}

/// To be written at its end. Windows lets nobody cut a file that was opened for that alone, so there it is opened to be
/// written anywhere; its end is looked up at each write ([`go_to_end`]).
fn at_its_end(options: &mut OpenOptions) -> &mut OpenOptions {
    if cfg!(windows) {
        options.write(true)
    } else {
        options.append(true)
    }
}

fn go_to_end(mut file: &File) -> io::Result<()> {
    if cfg!(windows) {
        file.seek(SeekFrom::End(0))?;
    }
    Ok(())
}

impl Write for HeldFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        go_to_end(&self.0)?;
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

impl Write for &HeldFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        go_to_end(&self.0)?;
        (&self.0).write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        (&self.0).flush()
    }
}

/// Whether a private file of so many bytes can be made there. It does not stay.
///
/// # Errors
/// What the system reports.
pub fn try_room(at: &Location, bytes: u64) -> io::Result<()> {
    let mut options = private_file();
    let options = options.write(true).create(true).truncate(true);
    let written = options.open(at.path()).and_then(|mut file| {
        io::copy(&mut io::repeat(0).take(bytes), &mut file)?;
        sync_file(&file)
    });
    let removed = fs::remove_file(at.path());
    written.and(removed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_one_holds_another_cannot_and_can_once_it_let_go() {
        let home = tempfile::tempdir().unwrap();
        let at = Location::from(home.path()).inside("x.journal");
        let mine = HeldFile::create(&at).unwrap();
        mine.lock().unwrap();
        let other = HeldFile::open(&at).unwrap();
        assert_eq!(other.lock().unwrap_err().kind(), ErrorKind::WouldBlock);
        mine.let_go();
        other.lock().unwrap();
    }

    #[test]
    fn what_is_written_after_looking_into_it_or_cutting_it_goes_to_its_end() {
        let home = tempfile::tempdir().unwrap();
        let at = Location::from(home.path()).inside("x.journal");
        let mut file = HeldFile::create(&at).unwrap();
        file.lock().unwrap();
        file.write_all(b"Alkmaar Hoorn").unwrap();
        assert_eq!(file.read_from(8).unwrap(), b"Hoorn");
        file.cut(7).unwrap();
        file.read_from(2).unwrap();
        (&file).write_all(b" Den Helder").unwrap();
        assert_eq!(file.read_from(0).unwrap(), b"Alkmaar Den Helder");
        drop(file);
        let mut again = HeldFile::open(&at).unwrap();
        again.cut(8).unwrap();
        again.write_all(b"Schagen").unwrap();
        assert_eq!(fs::read(&at).unwrap(), b"Alkmaar Schagen");
    }

    #[test]
    fn a_file_that_was_taken_away_or_replaced_is_known_as_gone() {
        let home = tempfile::tempdir().unwrap();
        let [at, other] = ["x", "y"].map(|name| Location::from(home.path()).inside(name));
        let file = HeldFile::create(&at).unwrap();
        assert!(file.is_still_at(&at) && !file.is_gone_from(&at));
        fs::remove_file(&at).unwrap();
        assert!(!file.is_still_at(&at) && file.is_gone_from(&at));
        drop(HeldFile::create(&other).unwrap());
        fs::rename(&other, &at).unwrap();
        assert!(cfg!(not(unix)) || file.is_gone_from(&at));
    }

    #[test]
    fn a_trial_of_room_leaves_nothing_behind() {
        let home = tempfile::tempdir().unwrap();
        try_room(&Location::from(home.path()).inside("probe"), 10_000).unwrap();
        assert_eq!(fs::read_dir(home.path()).unwrap().count(), 0);
    }
}
