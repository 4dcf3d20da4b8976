//! Saving a constellation, with a question where something could be lost.

use std::collections::{HashMap, HashSet};

use super::{Doing, FileError};
use crate::formats::{self, Message};
use crate::model::Constellation;
use crate::store::{self, FileStamp, Location};

/// What a running program remembers of the files it opened and saved.
#[derive(Debug, Default)]
pub struct SaveSession {
    backed_up: HashSet<Location>,
    stamps: HashMap<Location, FileStamp>,
}

impl SaveSession {
    /// Remembers a file as it was when it was read.
    pub fn opened(&mut self, at: impl Into<Location>, stamp: Option<FileStamp>) {
        let path = at.into();
        match stamp {
            Some(stamp) => self.stamps.insert(path, stamp),
            None => self.stamps.remove(&path),
        };
    }

    /// The version of a file that this program read or wrote last.
    pub fn stamp_of(&self, path: &Location) -> Option<FileStamp> {
        self.stamps.get(path).copied()
    }

    /// A request to save to a path, to be run as a job. It asks before it replaces what this program neither read
    /// nor wrote; after a file dialog, which has asked that itself, see [`SaveRequest::replacing`].
    pub fn request(&self, at: impl Into<Location>, constellation: Constellation) -> SaveRequest {
        let path = at.into();
        SaveRequest {
            constellation,
            backs_up: !self.backed_up.contains(&path),
            expected: self.stamps.get(&path).copied(),
            path,
            empty_is_agreed: false,
            replacing_is_agreed: false,
            moment: SavedMoment::default(),
        }
    }

    /// Remembers what a save did.
    pub fn saved(&mut self, saved: &Saved) {
        self.backed_up.insert(saved.path.clone());
        self.opened(&saved.path, Some(saved.stamp));
    }
}

/// Everything a save needs, apart from the window.
#[derive(Debug, Clone)]
pub struct SaveRequest {
    pub path: Location,
    pub constellation: Constellation,
    /// Keep the previous version as `.bak`.
    backs_up: bool,
    expected: Option<FileStamp>,
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
        self.backs_up = true;
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
    let keep = || {
        let kept = (request.backs_up && is_there).then(|| store::keep_backup(&path));
        let failed = kept.and_then(Result::err);
        backup_error = failed.map(|error| FileError::new(Doing::Backup, &path, error));
    };
    store::write_atomically_and(&path, &bytes, keep).map_err(failed)?;
    let stamp = FileStamp::new(&bytes);
    drop(bytes);
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
        match request.expected {
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
