//! Writing a journal.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;

use super::line::{Header, Line, encode, encode_entry, write_header};
use crate::edit::journal::{Entry, Journal};
use crate::jobs::Latest;
use crate::model::Constellation;

/// When what was written is forced to the disk, against a power cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flush {
    /// Before the edit returns.
    AtOnce,
    /// On a thread of its own, as soon as the disk keeps up.
    Beside,
}

/// The journal of the open document. Give [`DiskJournal::recorder`] to the document, and
/// [`close`](DiskJournal::close) it when the document is closed: dropped without that, it stays for the
/// next start to find.
#[derive(Debug)]
pub struct DiskJournal {
    shared: Arc<Mutex<Writer>>,
}

struct Writer {
    file: File,
    path: PathBuf,
    /// Number of the next line.
    line_number: u64,
    /// Entries recorded so far.
    entries: u64,
    /// What a full disk has not taken yet. The rest of a line follows once there is room.
    pending: Vec<u8>,
    flusher: Option<Latest<(), io::Result<()>>>,
}

impl std::fmt::Debug for Writer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Writer")
            .field("path", &self.path)
            .finish_non_exhaustive()
    }
}

impl DiskJournal {
    /// Starts a journal for a document that was just opened or begun.
    ///
    /// # Errors
    /// When the folder cannot be written. Editing goes on without a journal; the user must hear of it.
    pub fn create(
        folder: &Path,
        base: &Constellation,
        document_path: Option<&Path>,
        flush: Flush,
    ) -> io::Result<Self> {
        fs::create_dir_all(folder)?;
        let mut tries = 0;
        let (file, path) = loop {
            tries += 1;
            match begin(folder, base, document_path) {
                // A program that starts at this very moment took it for one left behind.
                Err(error) if was_taken(&error) && tries < MOST_TRIES => {}
                begun => break begun?,
            }
        };
        Self::over(file, path, 1, 0, flush)
    }

    /// Goes on with a journal whose lock is held and whose lines have been read.
    pub(super) fn over(
        file: File,
        path: PathBuf,
        line_number: u64,
        entries: u64,
        flush: Flush,
    ) -> io::Result<Self> {
        let flusher = match flush {
            Flush::AtOnce => None,
            Flush::Beside => {
                let file = file.try_clone()?;
                let sync = move |(), _: &_| Ok(file.sync_data());
                Some(Latest::new("journal", Arc::new(|| {}), sync))
            }
        };
        let writer = Writer {
            file,
            path,
            line_number,
            entries,
            pending: Vec::new(),
            flusher,
        };
        Ok(Self {
            shared: Arc::new(Mutex::new(writer)),
        })
    }

    /// What records the edits of the document.
    pub fn recorder(&self) -> Box<dyn Journal> {
        Box::new(Recorder {
            shared: Arc::clone(&self.shared),
        })
    }

    /// How many entries were recorded: ask together with the state that is being saved, and give it to
    /// [`DiskJournal::saved`] when it is.
    pub fn entries(&self) -> u64 {
        lock(&self.shared).entries
    }

    pub fn path(&self) -> PathBuf {
        lock(&self.shared).path.clone()
    }

    /// The document was saved to `path` as it was after `entries` entries: these need no recovery any more.
    ///
    /// # Errors
    /// What the system reports. Recovery would offer more than needed, and nothing is lost.
    pub fn saved(&self, entries: u64, path: &Path) -> io::Result<()> {
        let mut writer = lock(&self.shared);
        let path = as_text(Some(path));
        let line = encode(writer.line_number, &Line::Saved { entries, path })?;
        writer.write(&line)
    }

    /// The document is closed and nothing of it needs to be recovered.
    ///
    /// # Errors
    /// When the file cannot be removed; the next start will offer it for recovery.
    pub fn close(self) -> io::Result<()> {
        let writer = lock(&self.shared);
        fs::remove_file(&writer.path)
    }
}

/// How often a journal is begun anew when it is taken away before it is locked: once or twice at most, unless
/// something else is the matter.
const MOST_TRIES: u32 = 20;

fn was_taken(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::NotFound)
}

/// A locked journal with its header, and its name.
fn begin(folder: &Path, base: &Constellation, document_path: Option<&Path>) -> io::Result<(File, PathBuf)> {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let now = Timestamp::now();
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let name = format!("{}-{}-{count}", now.as_millisecond(), std::process::id());
    let beside = folder.join(format!("{name}.new"));
    let file = OpenOptions::new()
        .read(true)
        .append(true)
        .create_new(true)
        .open(&beside)?;
    let path = folder.join(format!("{name}.journal"));
    let header = Header {
        program: env!("CARGO_PKG_VERSION").to_owned(),
        started: now.to_string(),
        path: as_text(document_path),
        base,
    };
    // Locked before it bears the name that other programs look for.
    let written = file
        .try_lock()
        .map_err(io::Error::from)
        .and_then(|()| write_header(BufWriter::new(&file), &header))
        .and_then(|()| file.sync_data())
        .and_then(|()| fs::rename(&beside, &path));
    if let Err(error) = written {
        let _ = fs::remove_file(&beside);
        return Err(error);
    }
    Ok((file, path))
}

/// Paths that are no text are not kept: the recovered document asks where to save.
fn as_text(path: Option<&Path>) -> Option<String> {
    let absolute = std::path::absolute(path?).ok()?;
    absolute.to_str().map(str::to_owned)
}

fn lock(shared: &Mutex<Writer>) -> MutexGuard<'_, Writer> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Drop for Writer {
    fn drop(&mut self) {
        // Closing the file may not be enough: the thread that forces it to the disk, or a process that was
        // just being started, may have it open a moment longer.
        let _ = self.file.unlock();
    }
}

impl Writer {
    /// Hands a line to the system, after whatever could not be written before.
    fn write(&mut self, line: &[u8]) -> io::Result<()> {
        self.line_number += 1;
        self.pending.extend_from_slice(line);
        while !self.pending.is_empty() {
            match self.file.write(&self.pending) {
                Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
                Ok(written) => {
                    self.pending.drain(..written);
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        match &self.flusher {
            None => self.file.sync_data(),
            Some(flusher) => {
                flusher.request(());
                match flusher.poll() {
                    Some(crate::jobs::Outcome::Done(result)) => result,
                    _ => Ok(()),
                }
            }
        }
    }
}

struct Recorder {
    shared: Arc<Mutex<Writer>>,
}

impl Journal for Recorder {
    fn record(&mut self, entry: &Entry) -> io::Result<()> {
        let mut writer = lock(&self.shared);
        let line = encode_entry(writer.line_number, entry)?;
        writer.entries += 1;
        writer.write(&line)
    }
}
