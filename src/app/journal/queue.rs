//! Recording without waiting: entries are handed over and written in their order, on a thread beside the edits.

use std::io;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use super::disk::lock;
use super::writer::Writer;
use crate::edit::journal::{Entry, Journal};
use crate::jobs::InTurn;

enum Record {
    Entry(Box<Entry>),
    Draft(Option<Box<Entry>>),
}

/// Entries on their way into the file of a journal.
pub(super) struct RecordQueue {
    in_turn: InTurn<Record>,
    /// Alive as long as something may be on its way into it.
    _writer: Arc<Mutex<Writer>>,
    /// Handed over so far, with those that were in the file already.
    entries: AtomicU64,
}

impl std::fmt::Debug for RecordQueue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("RecordQueue").finish_non_exhaustive()
    }
}

impl RecordQueue {
    /// `entries`: those in the file already.
    pub fn start(writer: Arc<Mutex<Writer>>, entries: u64) -> io::Result<Self> {
        let shared = Arc::downgrade(&writer);
        let write = move |record| {
            let Some(writer) = shared.upgrade() else { return };
            let mut writer = lock(&writer);
            let result = match record {
                Record::Entry(entry) => writer.record(&entry),
                Record::Draft(draft) => writer.draft(draft.as_deref()),
            };
            // The writer keeps it as its trouble, which the user hears of.
            if let Err(error) = result {
                log::warn!("the journal could not be written: {error}");
            }
        };
        Ok(Self {
            in_turn: InTurn::start("journal-record", write)?,
            _writer: writer,
            entries: AtomicU64::new(entries),
        })
    }

    pub fn entries(&self) -> u64 {
        self.entries.load(Ordering::Relaxed)
    }

    pub fn settle(&self) {
        self.in_turn.wait();
    }
}

impl Drop for RecordQueue {
    /// Whoever lets go last, when the program ends or on a thread of its own, sees to it that all is written.
    fn drop(&mut self) {
        self.settle();
    }
}

pub(super) struct QueuedRecorder {
    pub queue: Arc<RecordQueue>,
}

impl Journal for QueuedRecorder {
    /// What goes wrong is known only later: see [`super::DiskJournal::trouble`].
    fn record(&mut self, entry: &Entry) -> io::Result<()> {
        self.queue.entries.fetch_add(1, Ordering::Relaxed);
        self.queue
            .in_turn
            .hand_over(Record::Entry(Box::new(entry.clone())));
        Ok(())
    }

    fn draft(&mut self, draft: Option<&Entry>) -> io::Result<()> {
        let draft = draft.cloned().map(Box::new);
        self.queue.in_turn.hand_over(Record::Draft(draft));
        Ok(())
    }
}
