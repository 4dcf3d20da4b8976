//! Journals left behind by a program that did not close: finding, recovering and putting them away.

use std::ffi::OsStr;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::disk::{DiskJournal, Flush};
use super::line::{Header, Line, decode};
use crate::app::files::{Doing, FileError};
use crate::edit::Document;
use crate::edit::journal::{Entry, replay};
use crate::formats::Message;

/// What is wrong with a journal. A last line cut short by the death of the program is no damage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Damage {
    /// This line (from 1) and everything after it cannot be read: `lost` lines.
    Lines { line: usize, lost: usize },
    /// This edit (from 1) does not fit the one before it; it and `lost - 1` more are left out.
    Misfit { edit: usize, lost: usize },
}

impl Damage {
    /// What happened and what is lost, as a sentence.
    pub fn message(self) -> Message {
        match self {
            Self::Lines { line, lost } => Message::new("recovery-damage-lines")
                .with("line", line)
                .with("lost", lost),
            Self::Misfit { edit, lost } => Message::new("recovery-damage-misfit")
                .with("edit", edit)
                .with("lost", lost),
        }
    }
}

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
}

/// The journals in a folder that no running program holds and that have edits no file has. Those without
/// are removed, those without a readable beginning are put away.
pub fn orphans(folder: &Path) -> Vec<Orphan> {
    let Ok(files) = fs::read_dir(folder) else {
        return Vec::new();
    };
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
    let Ok(Some(story)) = Story::read(file) else {
        if let Err(error) = put_away(path) {
            log::warn!("{} cannot be read and not be put away: {error}", path.display());
        }
        return None;
    };
    let edits = story.unsaved();
    if edits == 0 {
        let _ = fs::remove_file(path);
        return None;
    }
    let last_edit = file.metadata().ok().and_then(|metadata| metadata.modified().ok());
    let replayed = story.replay();
    let constellation = replayed.document.constellation();
    Some(Orphan {
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
fn open_locked(path: &Path) -> io::Result<Option<File>> {
    let file = OpenOptions::new().read(true).append(true).open(path)?;
    match file.try_lock() {
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
        let folder = discarded_folder(path).map_err(fail)?;
        let copy = free_name(&folder, path);
        fs::copy(path, copy).map_err(fail)?;
    }
    file.set_len(replayed.good_bytes).map_err(fail)?;
    let journal = DiskJournal::over(
        file,
        path.to_owned(),
        replayed.good_lines,
        replayed.good_entries,
        flush,
    )
    .map_err(fail)?;
    replayed.document.set_journal(Some(journal.recorder()));
    replayed.document.mark_unsaved();
    Ok(Recovered {
        document: replayed.document,
        journal,
        document_path: replayed.document_path,
        damage: replayed.damage,
    })
}

/// Puts a journal in the folder `discarded`, where the user can still find it.
///
/// # Errors
/// When it is held by a running program or cannot be moved.
pub fn discard(path: &Path) -> Result<(), FileError> {
    let fail = |error| FileError::new(Doing::Discard, path, error);
    let Some(held) = open_locked(path).map_err(fail)? else {
        return Err(fail(io::ErrorKind::ResourceBusy.into()));
    };
    let result = put_away(path).map_err(fail);
    let _ = held.unlock();
    result
}

fn put_away(path: &Path) -> io::Result<()> {
    let folder = discarded_folder(path)?;
    fs::rename(path, free_name(&folder, path))
}

fn discarded_folder(path: &Path) -> io::Result<PathBuf> {
    let folder = path.with_file_name("discarded");
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

fn free_name(folder: &Path, path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default();
    let plain = folder.join(name);
    if !plain.exists() {
        return plain;
    }
    let numbered = |number: u32| plain.with_extension(format!("{number}.journal"));
    (2..)
        .map(numbered)
        .find(|path| !path.exists())
        .expect("the numbers do not run out")
}

/// The lines of a journal, up to the first that cannot be read.
struct Story {
    header: Header,
    /// Length in bytes and lines of the header.
    header_end: (u64, u64),
    /// Each with the length of the file up to and including it, and the lines up to and including it.
    entries: Vec<(Entry, u64, u64)>,
    /// How many entries the last save had in it, and where it was saved.
    saved: Option<(u64, Option<String>)>,
    good_bytes: u64,
    good_lines: u64,
    damage: Option<Damage>,
}

struct Replayed {
    document: Document,
    started: Option<Timestamp>,
    document_path: Option<PathBuf>,
    good_bytes: u64,
    good_lines: u64,
    good_entries: u64,
    damage: Option<Damage>,
}

impl Story {
    /// `None` without a readable header.
    fn read(file: &mut File) -> io::Result<Option<Self>> {
        let mut bytes = Vec::new();
        file.seek(SeekFrom::Start(0))?;
        file.read_to_end(&mut bytes)?;
        let mut lines = bytes.split_inclusive(|byte| *byte == b'\n').peekable();
        let first = lines.next().unwrap_or_default();
        let Some(Line::Header(header)) = whole(first).and_then(|line| decode(0, line)) else {
            return Ok(None);
        };
        let mut story = Self {
            header: *header,
            header_end: (first.len() as u64, 1),
            entries: Vec::new(),
            saved: None,
            good_bytes: first.len() as u64,
            good_lines: 1,
            damage: None,
        };
        while let Some(bytes) = lines.next() {
            let line = whole(bytes).and_then(|line| decode(story.good_lines, line));
            let Some(line) = line else {
                let is_torn_end = lines.peek().is_none() && whole(bytes).is_none();
                story.damage = (!is_torn_end).then(|| Damage::Lines {
                    line: story.good_lines as usize + 1,
                    lost: 1 + lines.count(),
                });
                break;
            };
            story.good_bytes += bytes.len() as u64;
            story.good_lines += 1;
            match line {
                Line::Entry(entry) => story.entries.push((entry, story.good_bytes, story.good_lines)),
                Line::Saved { entries, path } => story.saved = Some((entries, path)),
                Line::Header(_) => {}
            }
        }
        Ok(Some(story))
    }

    /// Entries that no file has; a damaged tail is counted as one, so that it is not passed over.
    fn unsaved(&self) -> u64 {
        let saved = self.saved.as_ref().map_or(0, |(entries, _)| *entries);
        (self.entries.len() as u64).saturating_sub(saved) + u64::from(self.damage.is_some())
    }

    fn replay(self) -> Replayed {
        let started = self.header.started.parse().ok();
        let path = match self.saved {
            Some((_, path)) => path,
            None => self.header.path,
        };
        let mut replayed = Replayed {
            document: Document::new(self.header.base),
            started,
            document_path: path.map(PathBuf::from),
            good_bytes: self.good_bytes,
            good_lines: self.good_lines,
            good_entries: self.entries.len() as u64,
            damage: self.damage,
        };
        let ends: Vec<(u64, u64)> = self.entries.iter().map(|one| (one.1, one.2)).collect();
        let entries = self.entries.into_iter().map(|one| one.0);
        if let Err((at, error)) = replay(&mut replayed.document, entries) {
            log::warn!("edit {} of a journal does not fit: {error}", at + 1);
            replayed.damage = Some(Damage::Misfit {
                edit: at + 1,
                lost: ends.len() - at,
            });
            replayed.good_entries = at as u64;
            // Cut just before the misfit: where the entry before it ends, or nowhere when it is the first.
            if let Some(&(bytes, lines)) = at.checked_sub(1).and_then(|before| ends.get(before)) {
                (replayed.good_bytes, replayed.good_lines) = (bytes, lines);
            } else {
                (replayed.good_bytes, replayed.good_lines) = self.header_end;
            }
        }
        replayed
    }
}

/// A line without its new line; `None` when it has none.
fn whole(line: &[u8]) -> Option<&[u8]> {
    line.strip_suffix(b"\n")
}
