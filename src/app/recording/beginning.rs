//! A journal that is being begun on another thread: its first line holds the whole document. What is done
//! meanwhile waits, and goes into it as soon as it is there.

use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::app::journal::{DiskJournal, Origin, Trouble};
use crate::edit::journal::{Entry, Journal};
use crate::jobs::{Once, Outcome, Wake};
use crate::model::Constellation;
use crate::store::{FileStamp, Folders, Location};

/// As [`Origin`], for a job.
#[derive(Debug, Clone, Default)]
pub struct OwnOrigin {
    pub path: Option<Location>,
    pub stamp: Option<FileStamp>,
    pub is_in_no_file: bool,
}

/// What was recorded before there was a journal.
#[derive(Default)]
struct WaitingEntries {
    entries: Vec<Entry>,
    draft: Option<Entry>,
}

struct Buffer {
    waiting: Arc<Mutex<WaitingEntries>>,
}

fn lock(waiting: &Mutex<WaitingEntries>) -> MutexGuard<'_, WaitingEntries> {
    waiting.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Journal for Buffer {
    fn record(&mut self, entry: &Entry) -> io::Result<()> {
        let mut waiting = lock(&self.waiting);
        waiting.entries.push(entry.clone());
        waiting.draft = None;
        Ok(())
    }

    fn draft(&mut self, draft: Option<&Entry>) -> io::Result<()> {
        lock(&self.waiting).draft = draft.cloned();
        Ok(())
    }
}

pub struct Beginning {
    job: Once<Result<DiskJournal, Trouble>>,
    waiting: Arc<Mutex<WaitingEntries>>,
    wake: Wake,
}

impl Beginning {
    pub fn start(folders: Option<Folders>, wake: Wake, base: Constellation, origin: OwnOrigin) -> Self {
        let begin = move || {
            let origin = Origin {
                path: origin.path.as_ref(),
                stamp: origin.stamp,
                is_in_no_file: origin.is_in_no_file,
            };
            super::begin(folders.as_ref(), &base, origin)
        };
        Self {
            job: Once::start("journal-begin", Arc::clone(&wake), begin),
            waiting: Arc::default(),
            wake,
        }
    }

    /// What records the edits until the journal is there.
    pub fn recorder(&self) -> Box<dyn Journal> {
        let waiting = Arc::clone(&self.waiting);
        Box::new(Buffer { waiting })
    }

    /// The journal with all that waited for it, when it is there; or why there is none.
    pub fn poll(&self) -> Option<Result<DiskJournal, Trouble>> {
        let outcome = self.job.poll()?;
        Some(hand_over(&self.waiting, outcome))
    }

    /// As [`Self::poll`], when nothing else is left to be done.
    pub fn wait(self) -> Option<Result<DiskJournal, Trouble>> {
        let outcome = self.job.wait()?;
        Some(hand_over(&self.waiting, outcome))
    }

    /// It is not wanted any more.
    pub fn give_up(self) -> Once<()> {
        let job = self.job;
        let close = move || {
            if let Some(Outcome::Done(Ok(journal))) = job.wait()
                && let Err(error) = journal.close()
            {
                log::warn!("the journal could not be removed: {error}");
            }
        };
        Once::start("journal-close", self.wake, close)
    }
}

fn hand_over(
    waiting: &Mutex<WaitingEntries>,
    outcome: Outcome<Result<DiskJournal, Trouble>>,
) -> Result<DiskJournal, Trouble> {
    let journal = match outcome {
        Outcome::Done(begun) => begun?,
        Outcome::Panicked(reason) => {
            log::error!("the journal cannot be begun: {reason}");
            return Err(Trouble::of(&io::Error::other(reason)));
        }
    };
    let waiting = std::mem::take(&mut *lock(waiting));
    let mut recorder = journal.recorder();
    let recorded = waiting
        .entries
        .iter()
        .try_for_each(|entry| recorder.record(entry));
    let recorded = recorded.and_then(|()| match &waiting.draft {
        Some(draft) => recorder.draft(Some(draft)),
        None => Ok(()),
    });
    // The journal knows as well, and whether it lasts.
    if let Err(error) = recorded {
        log::warn!("what waited for the journal could not be recorded: {error}");
    }
    Ok(journal)
}
