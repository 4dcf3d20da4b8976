//! Writing a journal.

use std::io::{self, BufWriter, Write};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::line::{Header, write_header};
use super::queue::{QueuedRecorder, RecordQueue};
use super::writer::{Writer, WrittenStart};
use crate::edit::journal::{Entry, Journal};
use crate::formats::stored::{VERSION, WrittenConstellation};
use crate::model::Constellation;
use crate::store::{self, FileStamp, HeldFile, Location};

/// When what was written is forced to the disk, against a power cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flush {
    /// Before the edit returns.
    AtOnce,
    /// On a thread of its own, as soon as the disk keeps up.
    Beside,
}

/// Where a document comes from.
#[derive(Debug, Clone, Copy, Default)]
pub struct Origin<'a> {
    /// The file that saving it writes to.
    pub path: Option<&'a Location>,
    /// The version of that file that was read or written.
    pub stamp: Option<FileStamp>,
    /// No file has what it holds already: it comes back edited or not.
    pub is_in_no_file: bool,
}

/// The journal of the open document. Give [`DiskJournal::recorder`] to the document, and
/// [`close`](DiskJournal::close) it when the document is closed: dropped without that, it stays for the
/// next start to find. A clone is the same journal.
#[derive(Debug, Clone)]
pub struct DiskJournal {
    pub(super) shared: Arc<Mutex<Writer>>,
    /// Writes beside the edits; `None` where an edit returns only when it is on the disk.
    queue: Option<Arc<RecordQueue>>,
}

impl DiskJournal {
    /// Starts a journal for a document that was just opened or begun.
    ///
    /// # Errors
    /// When the folder cannot be written. Editing goes on without a journal; the user must be told.
    pub fn create(
        folder: impl Into<Location>,
        base: &Constellation,
        document_path: Option<Location>,
        flush: Flush,
    ) -> io::Result<Self> {
        let origin = Origin {
            path: document_path.as_ref(),
            ..Origin::default()
        };
        Self::begin(folder, base, origin, flush)
    }

    /// As [`create`](Self::create), with all that is known of where the document comes from.
    ///
    /// # Errors
    /// As [`create`](Self::create).
    pub fn begin(
        folder: impl Into<Location>,
        base: &Constellation,
        origin: Origin<'_>,
        flush: Flush,
    ) -> io::Result<Self> {
        let folder = &folder.into();
        store::create_private_folder(folder)?;
        let mut tries = 0;
        let (file, path) = loop {
            tries += 1;
            match begin(folder, base, origin, flush) {
                // A program that starts at this very moment took it for one left behind.
                Err(error) if was_taken(&error) && tries < MOST_TRIES => {}
                begun => break begun?,
            }
        };
        let beginning = WrittenStart::after_header(file, base)?;
        Ok(Self::over(Writer::new(path, beginning, flush), flush))
    }

    /// Goes on with this writer.
    pub(super) fn over(writer: Writer, flush: Flush) -> Self {
        let entries = writer.entries();
        let shared = Arc::new(Mutex::new(writer));
        let queue = match flush {
            Flush::AtOnce => None,
            Flush::Beside => RecordQueue::start(Arc::clone(&shared), entries)
                .inspect_err(|error| log::warn!("edits wait for the journal: {error}"))
                .ok(),
        };
        let queue = queue.map(Arc::new);
        Self { shared, queue }
    }

    /// What records the edits of the document.
    pub fn recorder(&self) -> Box<dyn Journal> {
        match &self.queue {
            None => Box::new(Recorder {
                shared: Arc::clone(&self.shared),
            }),
            Some(queue) => Box::new(QueuedRecorder {
                queue: Arc::clone(queue),
            }),
        }
    }

    /// Waits until all that was recorded is written: for a job, and before the program ends.
    pub fn settle(&self) {
        if let Some(queue) = &self.queue {
            queue.settle();
        }
    }

    /// How many entries were recorded: ask together with the state that is being saved, and give it to
    /// [`DiskJournal::saved`] when it is.
    pub fn entries(&self) -> u64 {
        match &self.queue {
            None => lock(&self.shared).entries(),
            Some(queue) => queue.entries(),
        }
    }

    pub fn path(&self) -> Location {
        lock(&self.shared).path().to_owned()
    }

    /// The document was saved to `path`, as this version of it, as it was after `entries` entries: `base`. The
    /// journal begins anew from there, and holds nothing of before. Takes as long as writing the base does: for a job.
    ///
    /// The document must have [set a checkpoint](crate::edit::Document::set_checkpoint) at that moment.
    ///
    /// # Errors
    /// What the system reports. Recovery would offer more than needed, and nothing is lost.
    pub fn saved(
        &self,
        entries: u64,
        base: &Constellation,
        at: impl Into<Location>,
        stamp: Option<FileStamp>,
    ) -> io::Result<()> {
        // The entries that it counts are in the file then.
        self.settle();
        let path = &at.into();
        let origin = Origin {
            path: Some(path),
            stamp,
            is_in_no_file: false,
        };
        self.begin_anew(entries, base, origin).or_else(|error| {
            log::warn!("the journal cannot begin anew: {error}");
            lock(&self.shared).note_saved(entries, as_text(Some(path)), stamp)
        })
    }

    fn begin_anew(&self, entries: u64, base: &Constellation, origin: Origin<'_>) -> io::Result<()> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let beside = self.path().with_ending(&format!("{count}.new"));
        let (file, beside) = begin_beside(&beside, base, origin, Flush::AtOnce)?;
        let begun = WrittenStart::after_header(file, base).and_then(|beginning| {
            // From here on edits wait, for as long as it takes to copy those made while saving.
            let mut writer = lock(&self.shared);
            writer.go_on_in(&beside, beginning, entries)
        });
        if begun.is_err() {
            let _ = store::remove(&beside);
        }
        begun
    }

    /// The document is closed and nothing of it needs to be recovered.
    ///
    /// # Errors
    /// When the file cannot be removed; the next start will offer it for recovery.
    pub fn close(self) -> io::Result<()> {
        self.settle();
        lock(&self.shared).close()
    }

    /// The document is closed and its work was not wanted: kept for a while with what was thrown away.
    ///
    /// # Errors
    /// When the file cannot be moved; the next start will offer it for recovery.
    pub fn put_away(self) -> io::Result<()> {
        self.settle();
        lock(&self.shared).put_away()
    }
}

/// How often a journal is begun anew when it is taken away before it is locked: once or twice at most, unless
/// something else is the matter.
const MOST_TRIES: u32 = 20;

fn was_taken(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::NotFound)
}

/// A locked journal with its header, and its name.
fn begin(
    folder: &Location,
    base: &Constellation,
    origin: Origin<'_>,
    flush: Flush,
) -> io::Result<(HeldFile, Location)> {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let now = store::now().as_millisecond();
    let name = folder.inside(&format!("{now}-{}-{count}.new", store::own_number()));
    let path = name.with_ending("journal");
    let (file, beside) = begin_beside(&name, base, origin, flush)?;
    if let Err(error) = store::rename(&beside, &path) {
        let _ = store::remove(&beside);
        return Err(error);
    }
    Ok((file, path))
}

/// As [`begin`], under a name that no program takes for a journal.
fn begin_beside(
    beside: &Location,
    base: &Constellation,
    origin: Origin<'_>,
    flush: Flush,
) -> io::Result<(HeldFile, Location)> {
    let file = HeldFile::create(beside)?;
    let header = header(base, origin);
    // Locked before it bears the name that other programs look for.
    let written = file
        .lock()
        .and_then(|()| write_header(BufWriter::new(&file), &header))
        .and_then(|()| match flush {
            Flush::AtOnce => file.sync(),
            Flush::Beside => Ok(()),
        });
    if let Err(error) = written {
        let _ = store::remove(beside);
        return Err(error);
    }
    Ok((file, beside.to_owned()))
}

fn header<'a>(base: &'a Constellation, origin: Origin<'_>) -> Header<WrittenConstellation<'a>> {
    Header {
        version: VERSION,
        program: env!("CARGO_PKG_VERSION").to_owned(),
        started: store::now().to_string(),
        path: as_text(origin.path),
        stamp: origin.stamp,
        is_in_no_file: origin.is_in_no_file,
        base: WrittenConstellation(base),
    }
}

/// How much room a journal of this document takes when it begins.
pub fn header_bytes(base: &Constellation, origin: Origin<'_>) -> u64 {
    /// Counts, and keeps nothing.
    struct ByteCounter(u64);

    impl Write for ByteCounter {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0 += bytes.len() as u64;
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    let mut counted = ByteCounter(0);
    // Nothing that is counted refuses to be.
    let _ = write_header(&mut counted, &header(base, origin));
    counted.0
}

/// Paths that are no text are not kept: the recovered document asks where to save.
fn as_text(path: Option<&Location>) -> Option<String> {
    path?.absolute().as_text().map(str::to_owned)
}

pub(super) fn lock(shared: &Mutex<Writer>) -> MutexGuard<'_, Writer> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

struct Recorder {
    shared: Arc<Mutex<Writer>>,
}

impl Journal for Recorder {
    fn record(&mut self, entry: &Entry) -> io::Result<()> {
        lock(&self.shared).record(entry)
    }

    fn draft(&mut self, draft: Option<&Entry>) -> io::Result<()> {
        lock(&self.shared).draft(draft)
    }
}
