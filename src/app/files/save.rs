//! Saving a constellation, with a question where something could be lost.

use std::collections::{HashMap, HashSet};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::{Doing, FileError};
use crate::formats::{self, Message};
use crate::model::Constellation;
use crate::store::{self, FileStamp, Location};

/// What a running program remembers of the files it opened and saved. A save reads it when its turn comes, not when it
/// is asked for: the save before it may be writing the same file at that moment.
#[derive(Debug, Default)]
pub struct SaveSession {
    known: Arc<Mutex<KnownFiles>>,
    /// Ends when the save that was asked for last has ended.
    last: Option<Receiver<()>>,
}

#[derive(Debug, Default)]
struct KnownFiles {
    backed_up: HashSet<Location>,
    stamps: HashMap<Location, FileStamp>,
}

fn lock(known: &Mutex<KnownFiles>) -> MutexGuard<'_, KnownFiles> {
    known.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The turn of one save: it comes when the one before it has ended, and lasts until this is dropped. Of two saves of one
/// file that are under way together the older could else be written last.
#[derive(Debug)]
pub struct SaveTurn {
    before: Option<Receiver<()>>,
    _ends: Sender<()>,
}

impl SaveTurn {
    /// Waits until the save before this one has ended, however it did.
    pub fn wait(&mut self) {
        if let Some(before) = self.before.take() {
            // Nothing is ever sent: it fails when the other end is dropped.
            let _ = before.recv();
        }
    }
}

impl SaveSession {
    /// Remembers a file as it was when it was read.
    pub fn opened(&mut self, at: impl Into<Location>, stamp: Option<FileStamp>) {
        let path = at.into();
        let stamps = &mut lock(&self.known).stamps;
        match stamp {
            Some(stamp) => stamps.insert(path, stamp),
            None => stamps.remove(&path),
        };
    }

    /// The version of a file that this program read or wrote last.
    pub fn stamp_of(&self, path: &Location) -> Option<FileStamp> {
        lock(&self.known).stamps.get(path).copied()
    }

    /// The turn of the next save.
    pub fn turn(&mut self) -> SaveTurn {
        let (ends, ended) = channel();
        SaveTurn {
            before: self.last.replace(ended),
            _ends: ends,
        }
    }

    /// A request to save to a path, to be run as a job. It asks before it replaces what this program neither read
    /// nor wrote; after a file dialog, which has asked that itself, see [`SaveRequest::replacing`].
    pub fn request(&self, at: impl Into<Location>, constellation: Constellation) -> SaveRequest {
        SaveRequest {
            constellation,
            known: Arc::clone(&self.known),
            path: at.into(),
            empty_is_agreed: false,
            replacing_is_agreed: false,
            moment: SavedMoment::default(),
        }
    }
}

/// Everything a save needs, apart from the window.
#[derive(Debug, Clone)]
pub struct SaveRequest {
    pub path: Location,
    pub constellation: Constellation,
    known: Arc<Mutex<KnownFiles>>,
    empty_is_agreed: bool,
    replacing_is_agreed: bool,
    /// When in the life of the document it is so.
    pub moment: SavedMoment,
}

/// Where a document and its journal stood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SavedMoment {
    /// Which document: another one may be on the board when the save ends.
    pub document: u64,
    pub state: u64,
    /// How many entries the journal had; `None` while it was still to be begun.
    pub entries: Option<u64>,
}

impl SaveQuestion {
    /// The question as a sentence.
    pub fn message(&self, path: &Location) -> Message {
        let message = match self {
            Self::EmptyOverFilled { actors, relations } => Message::new("save-question-empty-over-filled")
                .with("actors", *actors)
                .with("relations", *relations),
            Self::EmptyOverUnreadable => Message::new("save-question-empty-over-unreadable"),
            Self::Taken { backup } => Message::new("save-question-taken").with("backup", backup.to_string()),
            Self::ChangedOnDisk => Message::new("save-question-changed"),
        };
        message.with("file", path.to_string())
    }
}

impl SaveRequest {
    /// The same request after a file dialog in which the user chose to replace what is there.
    #[must_use]
    pub fn replacing(mut self) -> Self {
        self.replacing_is_agreed = true;
        self
    }

    /// The same request after the user said yes to a question.
    #[must_use]
    pub fn agreed(mut self, question: SaveQuestion) -> Self {
        match question {
            SaveQuestion::EmptyOverFilled { .. } | SaveQuestion::EmptyOverUnreadable => {
                self.empty_is_agreed = true;
                self
            }
            // The version there is not the one kept before.
            SaveQuestion::Taken { .. } | SaveQuestion::ChangedOnDisk => self.replacing(),
        }
    }
}

/// What must be asked before saving.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveQuestion {
    /// The board is empty, and the file there is not.
    EmptyOverFilled { actors: usize, relations: usize },
    /// The board is empty, and the file there holds something that this program cannot read.
    EmptyOverUnreadable,
    /// Something has that name that this program neither read nor wrote. `backup`: where it is kept.
    Taken { backup: Location },
    /// The file is not as this program left it: somebody else saved it.
    ChangedOnDisk,
}

/// A save that was done.
#[derive(Debug)]
pub struct Saved {
    pub path: Location,
    /// The file is saved, but the version before it could not be kept.
    pub backup_error: Option<FileError>,
    /// The version that was written.
    pub stamp: FileStamp,
}

#[derive(Debug)]
pub enum SaveOutcome {
    Done(Saved),
    /// Nothing was written. Ask, and run the request that comes with it, [`SaveRequest::agreed`].
    Asks(SaveQuestion, Box<SaveRequest>),
}

/// Saves in our own format, atomically.
///
/// # Errors
/// When the file or its folder cannot be written or the disk is full. What was there is still there.
pub fn save(request: SaveRequest) -> Result<SaveOutcome, FileError> {
    save_and(request, |_, _, _| {})
}

/// As [`save`], and tells what is in the file once it is there, where and as which version.
///
/// # Errors
/// As [`save`].
pub fn save_and(
    request: SaveRequest,
    then: impl FnOnce(&Constellation, &Location, FileStamp),
) -> Result<SaveOutcome, FileError> {
    if let Some(question) = question(&request) {
        return Ok(SaveOutcome::Asks(question, Box::new(request)));
    }
    let path = request.path;
    let failed = |error| FileError::new(Doing::Save, &path, error);
    let is_there = store::check_replaceable(&path).map_err(failed)?;
    let bytes = formats::native::write(&request.constellation);
    let mut backup_error = None;
    // The version kept is that of before the first save; what the user agreed to replace is another one.
    let backs_up = request.replacing_is_agreed || !lock(&request.known).backed_up.contains(&path);
    let keep = || {
        let kept = (backs_up && is_there).then(|| store::keep_backup(&path));
        let failed = kept.and_then(Result::err);
        backup_error = failed.map(|error| FileError::new(Doing::Backup, &path, error));
    };
    store::write_atomically_and(&path, &bytes, keep).map_err(failed)?;
    let stamp = FileStamp::new(&bytes);
    drop(bytes);
    {
        let mut known = lock(&request.known);
        known.backed_up.insert(path.clone());
        known.stamps.insert(path.clone(), stamp);
    }
    then(&request.constellation, &path, stamp);
    Ok(SaveOutcome::Done(Saved {
        stamp,
        path,
        backup_error,
    }))
}

fn question(request: &SaveRequest) -> Option<SaveQuestion> {
    // What is no file is refused when it is written; there is nothing to ask.
    if !request.replacing_is_agreed && request.path.is_file() {
        let expected = lock(&request.known).stamps.get(&request.path).copied();
        match expected {
            None => {
                let backup = store::backup_of(&request.path);
                return Some(SaveQuestion::Taken { backup });
            }
            Some(expected) if expected.is_outdated(&request.path) => {
                return Some(SaveQuestion::ChangedOnDisk);
            }
            Some(_) => {}
        }
    }
    let is_filled = || request.path.bytes() > 0;
    if !request.empty_is_agreed && request.constellation.actors.is_empty() && is_filled() {
        let Ok(there) = super::open(&request.path) else {
            return Some(SaveQuestion::EmptyOverUnreadable);
        };
        let (actors, relations) = (
            there.loaded.constellation.actors.len(),
            there.loaded.constellation.relations.len(),
        );
        if actors > 0 {
            return Some(SaveQuestion::EmptyOverFilled { actors, relations });
        }
    }
    None
}
