//! Whether the journal does what it is for: what could not be written is written as soon as it can be, without a
//! further edit, and a journal that is not there any more is noticed.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, TryLockError};
use std::time::Duration;

use super::disk::{DiskJournal, lock};
use super::writer::Writer;
use crate::formats::Message;
use crate::jobs::{Every, Wake};
use crate::store::{self, Location};
use crate::told::system_refused;

/// How often is looked.
const PERIOD: Duration = Duration::from_millis(1500);

/// What a journal needs beside what is on the board: its first lines.
const FIRST_LINES: u64 = 1 << 12;

/// Why nothing is recorded at the moment.
#[derive(Debug, Clone, PartialEq)]
pub struct Trouble {
    /// Why, as part of a sentence: the user chose no place for a journal, and cannot choose another.
    pub reason: Message,
    /// The file was deleted or moved: what is written to it is lost.
    pub is_gone: bool,
    /// How many bytes a new journal needs, where there is none: a small disk has room again long before a large one.
    pub needs: u64,
}

impl Trouble {
    pub fn of(error: &io::Error) -> Self {
        Self::because(system_refused(error))
    }

    pub fn because(reason: Message) -> Self {
        Self {
            reason,
            is_gone: false,
            needs: 0,
        }
    }
}

impl DiskJournal {
    /// Watches the journal until the returned value is dropped; `wake` is called when something changed.
    ///
    /// # Errors
    /// When the system has no thread left for it.
    pub fn watch(&self, wake: Wake) -> io::Result<Every> {
        let shared = Arc::downgrade(&self.shared);
        // What the interface knows: trouble comes up here, and also while an entry is written.
        let mut known = None;
        Every::start("journal-watch", PERIOD, move || {
            let Some(shared) = shared.upgrade() else { return };
            let mut writer = lock(&shared);
            writer.catch_up();
            let has_changed = writer.trouble != known;
            known.clone_from(&writer.trouble);
            drop(writer);
            if has_changed {
                wake();
            }
        })
    }

    /// Why nothing is recorded at the moment, if so; the outer `None` while it is being written.
    #[allow(clippy::option_option, reason = "not known now is not the same as no trouble")]
    pub fn trouble(&self) -> Option<Option<Trouble>> {
        match self.shared.try_lock() {
            Ok(writer) => Some(writer.trouble.clone()),
            Err(TryLockError::Poisoned(writer)) => Some(writer.into_inner().trouble.clone()),
            Err(TryLockError::WouldBlock) => None,
        }
    }
}

impl Writer {
    /// Writes what could not be written before, and looks whether the file is still there.
    fn catch_up(&mut self) {
        let result = if self.pending.is_empty() && self.trouble.is_none() {
            self.flushed()
        } else {
            self.write_pending()
        };
        self.trouble = if self.file.is_gone_from(&self.path) {
            Some(Trouble {
                is_gone: true,
                ..Trouble::because(Message::new("journal-reason-gone"))
            })
        } else {
            result.err().map(|error| Trouble::of(&error))
        };
    }
}

/// Waits for a folder to take journals.
pub struct FolderProbe {
    has_room: Arc<AtomicBool>,
    _every: Every,
}

impl FolderProbe {
    /// Looks repeatedly; `wake` is called once there is room for a journal of this many bytes.
    ///
    /// # Errors
    /// When the system has no thread left for it.
    pub fn start(folder: &Location, needs: u64, wake: Wake) -> io::Result<Self> {
        let has_room = Arc::new(AtomicBool::new(false));
        let found = Arc::clone(&has_room);
        let folder = folder.to_owned();
        let every = Every::start("journal-probe", PERIOD, move || {
            if !found.load(Ordering::Relaxed) && probe(&folder, needs + FIRST_LINES).is_ok() {
                found.store(true, Ordering::Relaxed);
                wake();
            }
        })?;
        Ok(Self {
            has_room,
            _every: every,
        })
    }

    pub fn has_room(&self) -> bool {
        self.has_room.load(Ordering::Relaxed)
    }
}

fn probe(folder: &Location, bytes: u64) -> io::Result<()> {
    store::create_private_folder(folder)?;
    // By this ending it goes away at the next start, should the program die here.
    store::try_room(
        &folder.inside(&format!("{}-probe.new", store::own_number())),
        bytes,
    )
}
