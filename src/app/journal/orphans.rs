//! Journals left behind by a program that did not close: finding, recovering and putting them away.

use std::io;

use jiff::Timestamp;

use super::discarded::{keep_damaged, put_away};
use super::disk::{DiskJournal, Flush};
use super::story::{Damage, Reading, Replayed, Story};
use super::writer::{Writer, WrittenStart};
use crate::app::files::{Doing, FileError};
use crate::edit::Document;
use crate::pseudonyms::title_that_names_nobody;
use crate::store::{self, FileStamp, HeldFile, Location, files_in};

/// A journal left behind, for the start screen.
#[derive(Debug, Clone)]
pub struct Orphan {
    /// Of the journal; names it for [`recover`] and [`discard`].
    pub path: Location,
    /// When the document was opened.
    pub started: Option<Timestamp>,
    /// When the last edit was recorded.
    pub last_edit: Option<Timestamp>,
    /// The file the document belongs to, if it was ever saved.
    pub document_path: Option<Location>,
    /// With codes where it has any: whoever looks on at the start saw no names before.
    pub title: String,
    pub has_codes: bool,
    pub actors: usize,
    pub relations: usize,
    /// Steps that come back with it and that undo can take back, as the history counts them: an undo is not one
    /// more.
    pub edits: usize,
    pub damage: Option<Damage>,
    /// A newer version of the program wrote it: only that one can bring it back, and nothing more is known of it.
    pub needs_newer_program: bool,
    /// The file is not the version any more with which the work began.
    pub file_has_changed: bool,
    /// When it was thrown away.
    pub discarded: Option<Timestamp>,
}

/// What came back.
#[derive(Debug)]
pub struct Recovered {
    /// With its history, marked as unsaved, and recording into `journal`.
    pub document: Document,
    pub journal: DiskJournal,
    pub document_path: Option<Location>,
    /// The version of that file that the work goes on from; unknown for a journal of an older program.
    pub stamp: Option<FileStamp>,
    /// The file is not that version any more; see [`Recovered::look_at_file`].
    pub file_has_changed: bool,
    pub damage: Option<Damage>,
    /// What was being typed or dragged came back too, as the last step.
    pub has_draft: bool,
}

impl Recovered {
    /// Looks whether the file is still as it was when the work began. Reads it whole.
    pub fn look_at_file(&mut self) {
        if let (Some(path), Some(stamp)) = (&self.document_path, self.stamp) {
            self.file_has_changed = stamp.is_outdated(path);
        }
    }
}

/// The journals in a folder that no running program holds and that have something that is in no file. Those without
/// are removed, those without a readable beginning are put away.
pub fn orphans(folder: impl Into<Location>) -> Vec<Orphan> {
    orphans_and_held(&folder.into()).0
}

/// As [`orphans`], with the journals that some program holds: this one, one that runs beside it, or one that was
/// killed and of which the system has not cleared everything away.
pub(super) fn orphans_and_held(folder: &Location) -> (Vec<Orphan>, Vec<Location>) {
    let mut held = Vec::new();
    let files = files_in(folder);
    let mut found: Vec<Orphan> = (files.iter())
        .filter_map(|file| look_at(&file.at, &mut held))
        .collect();
    found.sort_by(|a, b| b.last_edit.cmp(&a.last_edit).then_with(|| a.path.cmp(&b.path)));
    (found, held)
}

/// Whether it is there and no program holds it any more.
pub fn is_let_go(path: &Location) -> bool {
    match open_locked(path) {
        Ok(Some(file)) => {
            file.let_go();
            true
        }
        Ok(None) | Err(_) => false,
    }
}

fn look_at(path: &Location, held: &mut Vec<Location>) -> Option<Orphan> {
    let extension = path.ending()?;
    if !["journal", "new"].contains(&extension) {
        return None;
    }
    let Some(file) = open_locked(path).ok()? else {
        held.push(path.clone());
        return None;
    };
    let orphan = examine(path, extension, &file);
    file.let_go();
    orphan
}

fn examine(path: &Location, extension: &str, file: &HeldFile) -> Option<Orphan> {
    if extension == "new" {
        // Its program died before there was anything in it.
        let _ = store::remove(path);
        return None;
    }
    match Story::read(file) {
        Ok(Reading::Journal(story)) => {
            let found = if story.has_unsaved() {
                described(path, *story, file)
            } else {
                None
            };
            if found.is_none() {
                let _ = store::remove(path);
            }
            found
        }
        Ok(Reading::Newer { version }) => {
            log::warn!("a journal is of version {version}");
            Some(of_newer_program(path, file))
        }
        Ok(Reading::Unreadable) | Err(_) => {
            if let Err(error) = put_away(path) {
                log::warn!("a journal cannot be read and not be put away: {error}");
            }
            None
        }
    }
}

/// One that was thrown away, when it can be read.
pub(super) fn look_at_discarded(path: &Location) -> Option<Orphan> {
    if path.ending()? != "journal" {
        return None;
    }
    let file = HeldFile::look_into(path).ok()?;
    match Story::read(&file).ok()? {
        Reading::Journal(story) => {
            let last_edit = last_edit(&story, &file);
            let mut replayed = story.replay();
            replayed.do_draft();
            Some(describe(path, replayed, last_edit))
        }
        Reading::Newer { .. } => Some(of_newer_program(path, &file)),
        Reading::Unreadable => None,
    }
}

/// All that is known of a journal that only a newer program can read.
fn of_newer_program(path: &Location, file: &HeldFile) -> Orphan {
    Orphan {
        path: path.to_owned(),
        started: None,
        last_edit: file.modified(),
        document_path: None,
        title: String::new(),
        has_codes: false,
        actors: 0,
        relations: 0,
        edits: 0,
        damage: None,
        needs_newer_program: true,
        file_has_changed: false,
        discarded: None,
    }
}

/// What a journal is about; `None` when all of it is in the file.
fn described(path: &Location, story: Story, file: &HeldFile) -> Option<Orphan> {
    let last_edit = last_edit(&story, file);
    let mut replayed = story.replay();
    replayed.do_draft();
    (!replayed.has_nothing_new()).then(|| describe(path, replayed, last_edit))
}

/// A file that was copied or restored has a time that says nothing.
fn last_edit(story: &Story, file: &HeldFile) -> Option<Timestamp> {
    story.last_done().or_else(|| file.modified())
}

fn describe(path: &Location, replayed: Replayed, last_edit: Option<Timestamp>) -> Orphan {
    let constellation = replayed.document.constellation();
    let has_codes = !constellation.info.codes.of.is_empty();
    let file = replayed.document_path.as_ref().zip(replayed.stamp);
    let file_has_changed = file.is_some_and(|(path, stamp)| stamp.is_outdated(path));
    Orphan {
        path: path.to_owned(),
        started: replayed.started,
        // The clock of the file system may lag a little behind.
        last_edit: last_edit.max(replayed.started),
        document_path: replayed.document_path,
        title: if has_codes {
            title_that_names_nobody(constellation)
        } else {
            constellation.info.title.clone()
        },
        has_codes,
        actors: constellation.actors.len(),
        relations: constellation.relations.len(),
        edits: replayed.document.history().steps().len(),
        damage: replayed.damage,
        needs_newer_program: false,
        file_has_changed,
        discarded: None,
    }
}

/// `None` when a running program holds it.
fn open_locked(path: &Location) -> io::Result<Option<HeldFile>> {
    let file = HeldFile::open(path)?;
    match file.lock() {
        // A journal that began anew just now has let go of its old file, which is no journal any more.
        Ok(()) if !file.is_still_at(path) => Ok(None),
        Ok(()) => Ok(Some(file)),
        Err(error) if error.kind() == io::ErrorKind::WouldBlock => Ok(None),
        Err(error) => Err(error),
    }
}

/// Brings back everything up to the first damage, and goes on recording in the same journal. What is cut
/// off a damaged one stays in the folder `discarded`.
///
/// # Errors
/// When the journal is gone, is held by another program, has no readable beginning, or is of a newer program.
pub fn recover(path: impl Into<Location>, flush: Flush) -> Result<Recovered, FileError> {
    let path = &path.into();
    let fail = |error| FileError::new(Doing::Recover, path, error);
    let Some(file) = open_locked(path).map_err(fail)? else {
        return Err(FileError::in_other_window(Doing::Recover, path));
    };
    let story = match Story::read(&file).map_err(fail)? {
        Reading::Journal(story) => story,
        Reading::Newer { .. } => return Err(FileError::newer_journal(path)),
        Reading::Unreadable => return Err(FileError::damaged_journal(path)),
    };
    let mut replayed = story.replay();
    if replayed.damage.is_some() {
        keep_damaged(path, &file).map_err(fail)?;
    }
    file.cut(replayed.good_bytes).map_err(fail)?;
    let journal = go_on(file, path, &mut replayed, flush);
    replayed.document.set_journal(Some(journal.recorder()));
    // Only now, so that it is recorded as the step that it has become.
    let has_draft = replayed.do_draft();
    replayed.document.mark_unsaved();
    Ok(Recovered {
        document: replayed.document,
        journal,
        document_path: replayed.document_path,
        stamp: replayed.stamp,
        file_has_changed: false,
        damage: replayed.damage,
        has_draft,
    })
}

/// Puts a journal in the folder `discarded`, where the user can still find it.
///
/// # Errors
/// When it is held by a running program or cannot be moved.
pub fn discard(path: impl Into<Location>) -> Result<(), FileError> {
    let path = &path.into();
    let fail = |error| FileError::new(Doing::Discard, path, error);
    let Some(held) = open_locked(path).map_err(fail)? else {
        return Err(FileError::in_other_window(Doing::Discard, path));
    };
    let result = put_away(path).map_err(fail);
    held.let_go();
    result
}

fn go_on(file: HeldFile, path: &Location, replayed: &mut Replayed, flush: Flush) -> DiskJournal {
    let beginning = WrittenStart {
        file,
        line_number: replayed.good_lines,
        ends: std::mem::take(&mut replayed.ends),
        bytes: replayed.good_bytes,
        resources: std::mem::take(&mut replayed.resources),
    };
    DiskJournal::over(Writer::new(path.to_owned(), beginning, flush), flush)
}
