//! Journals left behind by a program that did not close: finding and recovering them.

use std::ffi::OsStr;
use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use jiff::Timestamp;

use super::discarded::{keep_copy, put_away, remove_old};
use super::disk::{DiskJournal, Flush};
use super::story::{Damage, Replayed, Story};
use super::writer::{Beginning, Writer};
use crate::app::files::{Doing, FileError, is_still_at};
use crate::edit::Document;

/// A journal left behind, for the start screen.
#[derive(Debug, Clone)]
pub struct Orphan {
    /// Of the journal; names it for [`recover`] and [`discard`].
    pub path: PathBuf,
    /// When the document was opened.
    pub started: Option<Timestamp>,
    /// When the last edit was recorded.
    pub last_edit: Option<Timestamp>,
    /// The file the document belongs to, if it was ever saved.
    pub document_path: Option<PathBuf>,
    pub title: String,
    pub actors: usize,
    pub relations: usize,
    /// Edits that are not in the file.
    pub edits: u64,
    pub damage: Option<Damage>,
}

/// What came back.
#[derive(Debug)]
pub struct Recovered {
    /// With its history, marked as unsaved, and recording into `journal`.
    pub document: Document,
    pub journal: DiskJournal,
    pub document_path: Option<PathBuf>,
    pub damage: Option<Damage>,
    /// What was being typed or dragged came back too, as the last step.
    pub has_draft: bool,
}

/// The journals in a folder that no running program holds and that have edits no file has. Those without
/// are removed, those without a readable beginning are put away; what was put away long ago is removed.
pub fn orphans(folder: &Path) -> Vec<Orphan> {
    let Ok(files) = fs::read_dir(folder) else {
        return Vec::new();
    };
    remove_old(folder, SystemTime::now());
    let paths: Vec<PathBuf> = files.flatten().map(|file| file.path()).collect();
    let mut found: Vec<Orphan> = paths.iter().filter_map(|path| look_at(path)).collect();
    found.sort_by(|a, b| b.last_edit.cmp(&a.last_edit).then_with(|| a.path.cmp(&b.path)));
    found
}

fn look_at(path: &Path) -> Option<Orphan> {
    let extension = path.extension().and_then(OsStr::to_str)?;
    if !["journal", "new"].contains(&extension) {
        return None;
    }
    let mut file = open_locked(path).ok()??;
    let orphan = examine(path, extension, &mut file);
    let _ = file.unlock();
    orphan
}

fn examine(path: &Path, extension: &str, file: &mut File) -> Option<Orphan> {
    if extension == "new" {
        // Its program died before there was anything in it.
        let _ = fs::remove_file(path);
        return None;
    }
    let Ok(orphan) = tell(path, file) else {
        if let Err(error) = put_away(path) {
            log::warn!("{} cannot be read and not be put away: {error}", path.display());
        }
        return None;
    };
    if orphan.edits == 0 {
        let _ = fs::remove_file(path);
        return None;
    }
    Some(orphan)
}

/// What a journal is about.
pub(super) fn tell(path: &Path, file: &mut File) -> io::Result<Orphan> {
    let story = Story::read(file)?.ok_or(io::ErrorKind::InvalidData)?;
    let edits = story.unsaved();
    let last_edit = file.metadata().ok().and_then(|metadata| metadata.modified().ok());
    let mut replayed = story.replay();
    replayed.do_draft();
    let constellation = replayed.document.constellation();
    Ok(Orphan {
        path: path.to_owned(),
        started: replayed.started,
        // The clock of the file system may lag a little behind.
        last_edit: last_edit
            .and_then(|time| Timestamp::try_from(time).ok())
            .max(replayed.started),
        document_path: replayed.document_path,
        title: constellation.info.title.clone(),
        actors: constellation.actors.len(),
        relations: constellation.relations.len(),
        edits,
        damage: replayed.damage,
    })
}

/// `None` when a running program holds it.
pub(super) fn open_locked(path: &Path) -> io::Result<Option<File>> {
    let file = OpenOptions::new().read(true).append(true).open(path)?;
    match file.try_lock() {
        // A journal that began anew just now has let go of its old file, which is no journal any more.
        Ok(()) if !is_still_at(&file, path) => Ok(None),
        Ok(()) => Ok(Some(file)),
        Err(fs::TryLockError::WouldBlock) => Ok(None),
        Err(fs::TryLockError::Error(error)) => Err(error),
    }
}

/// Brings back everything up to the first damage, and goes on recording in the same journal. What is cut
/// off a damaged one stays in the folder `discarded`.
///
/// # Errors
/// When the journal is gone, is held by another program, or has no readable beginning.
pub fn recover(path: &Path, flush: Flush) -> Result<Recovered, FileError> {
    let fail = |error| FileError::new(Doing::Recover, path, error);
    let Some(mut file) = open_locked(path).map_err(fail)? else {
        return Err(fail(io::ErrorKind::ResourceBusy.into()));
    };
    let Some(story) = Story::read(&mut file).map_err(fail)? else {
        return Err(FileError::damaged_journal(path));
    };
    let mut replayed = story.replay();
    if replayed.damage.is_some() {
        keep_copy(path).map_err(fail)?;
    }
    file.set_len(replayed.good_bytes).map_err(fail)?;
    let journal = go_on(file, path, &mut replayed, flush);
    replayed.document.set_journal(Some(journal.recorder()));
    // Only now, so that it is recorded as the step that it has become.
    let has_draft = replayed.do_draft();
    replayed.document.mark_unsaved();
    Ok(Recovered {
        document: replayed.document,
        journal,
        document_path: replayed.document_path,
        damage: replayed.damage,
        has_draft,
    })
}

fn go_on(file: File, path: &Path, replayed: &mut Replayed, flush: Flush) -> DiskJournal {
    let beginning = Beginning {
        file,
        line_number: replayed.good_lines,
        ends: std::mem::take(&mut replayed.ends),
        bytes: replayed.good_bytes,
        resources: std::mem::take(&mut replayed.resources),
    };
    DiskJournal::over(Writer::new(path.to_owned(), beginning, flush))
}
