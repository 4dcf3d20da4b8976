//! The file of a journal, line by line.

use std::io::{self, Write};
use std::sync::Arc;

use super::discarded::put_away;
use super::disk::Flush;
use super::line::{JournalLine, decode, encode, renumbered};
use super::resources::Resources;
use super::watch::Trouble;
use crate::edit::journal::Entry;
use crate::formats::stored::{LogEntry, Storable, StoredBytes, StoredEntry};
use crate::jobs::{Latest, Outcome};
use crate::model::Constellation;
use crate::store::{self, FileStamp, HeldFile, Location};
use crate::tally;

/// What is in a file already.
pub(super) struct WrittenStart {
    pub file: HeldFile,
    /// Number of the next line.
    pub line_number: u64,
    /// Length of the file up to and including the header, and each entry.
    pub ends: Vec<u64>,
    pub bytes: u64,
    pub resources: Resources,
}

impl WrittenStart {
    /// Of a file with a header only.
    pub fn after_header(file: HeldFile, base: &Constellation) -> io::Result<Self> {
        let bytes = file.bytes()?;
        let mut resources = Resources::default();
        if let Some(picture) = &base.board.picture {
            resources.take_in(&picture.bytes);
        }
        Ok(Self {
            file,
            line_number: 1,
            ends: vec![bytes],
            bytes,
            resources,
        })
    }
}

pub(super) struct Writer {
    pub(super) file: Arc<HeldFile>,
    pub(super) path: Location,
    /// Number of the next line.
    line_number: u64,
    /// Entries recorded before the file began anew.
    entries_before: u64,
    /// Length of the file up to and including the header, and each entry.
    ends: Vec<u64>,
    /// Length of the file once all of it is written.
    bytes: u64,
    /// The pictures that the file holds.
    resources: Resources,
    /// What a full disk has not taken yet. The rest of a line follows once there is room.
    pub(super) pending: Vec<u8>,
    /// Why the last line is not safe.
    pub(super) trouble: Option<Trouble>,
    flusher: Option<Latest<Arc<HeldFile>, io::Result<()>>>,
    is_closed: bool,
}

impl std::fmt::Debug for Writer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Writer")
            .field("path", &self.path)
            .finish_non_exhaustive()
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        self.file.let_go();
    }
}

impl Writer {
    /// Goes on with a file whose lock is held.
    pub fn new(path: Location, beginning: WrittenStart, flush: Flush) -> Self {
        let flusher = match flush {
            Flush::AtOnce => None,
            Flush::Beside => {
                let sync = move |file: Arc<HeldFile>, _: &_| Ok(file.sync());
                Some(Latest::new("journal", Arc::new(|| {}), sync))
            }
        };
        let writer = Self {
            file: Arc::new(beginning.file),
            path,
            line_number: beginning.line_number,
            entries_before: 0,
            ends: beginning.ends,
            bytes: beginning.bytes,
            resources: beginning.resources,
            pending: Vec::new(),
            trouble: None,
            flusher,
            is_closed: false,
        };
        if let Some(flusher) = &writer.flusher {
            flusher.request(Arc::clone(&writer.file));
        }
        writer
    }

    pub fn path(&self) -> &Location {
        &self.path
    }

    pub fn entries(&self) -> u64 {
        self.entries_before + self.ends.len() as u64 - 1
    }

    pub fn record(&mut self, entry: &Entry) -> io::Result<()> {
        let at = store::now().to_string();
        let mut entry = entry.stored();
        let new = self.resources.refer(&mut entry);
        let lines = self.lines(&new, &JournalLine::Done(LogEntry { at, entry }))?;
        self.ends.push(self.bytes + lines.len() as u64);
        self.write(&lines)
    }

    pub fn draft(&mut self, draft: Option<&Entry>) -> io::Result<()> {
        let mut draft = draft.map(Storable::stored);
        let new = draft.as_mut().map(|entry| self.resources.refer(entry));
        let new = new.unwrap_or_default();
        let lines = self.lines(&new, &JournalLine::Draft(draft))?;
        self.write(&lines)
    }

    pub fn note_saved(
        &mut self,
        entries: u64,
        path: Option<String>,
        stamp: Option<FileStamp>,
    ) -> io::Result<()> {
        let entries = entries.saturating_sub(self.entries_before);
        let line = self.one_line(|number| encode(number, &JournalLine::Saved { entries, path, stamp }))?;
        self.write(&line)
    }

    pub fn close(&mut self) -> io::Result<()> {
        self.is_closed = true;
        store::remove(&self.path)
    }

    pub fn put_away(&mut self) -> io::Result<()> {
        self.is_closed = true;
        put_away(&self.path)
    }

    /// Goes on in a file with another base: the document as it was after so many entries. What was recorded
    /// since comes along, and the file takes the place of this one in one step.
    pub fn go_on_in(&mut self, beside: &Location, mut begun: WrittenStart, entries: u64) -> io::Result<()> {
        let past = entries.checked_sub(self.entries_before);
        let from = past.and_then(|past| self.ends.get(usize::try_from(past).ok()?));
        let Some(&from) = from.filter(|_| !self.is_closed && self.pending.is_empty()) else {
            return Err(io::Error::other(
                "it was closed, has begun anew already, or waits for room",
            ));
        };
        let tail = self.file.read_from(from)?;
        let mut lines = Vec::new();
        let mut old_number = None;
        for line in tail.split_inclusive(|byte| *byte == b'\n') {
            let number = old_number.map_or_else(|| number_of(line), |number: u64| Some(number + 1));
            old_number = number;
            self.bring_along(number, line, &mut begun, &mut lines)?;
        }
        begun.file.write_all(&lines)?;
        store::rename(beside, &self.path)?;
        let old = std::mem::replace(&mut self.file, Arc::new(begun.file));
        old.let_go();
        self.entries_before = entries;
        self.line_number = begun.line_number;
        self.ends = begun.ends;
        self.bytes = begun.bytes;
        self.resources = begun.resources;
        // It is there, and has had room.
        self.trouble = None;
        match &self.flusher {
            Some(flusher) => {
                flusher.request(Arc::clone(&self.file));
                Ok(())
            }
            None => self.file.sync(),
        }
    }

    /// One line of this file into the next one, after the pictures that it needs there.
    fn bring_along(
        &self,
        number: Option<u64>,
        line: &[u8],
        begun: &mut WrittenStart,
        out: &mut Vec<u8>,
    ) -> io::Result<()> {
        let damaged = || io::Error::from(io::ErrorKind::InvalidData);
        let read = number.and_then(|number| decode(number, line.strip_suffix(b"\n")?));
        let (mut entry, is_entry) = match read.ok_or_else(damaged)? {
            // Of an older save; what is needed of pictures follows by itself.
            JournalLine::Header(_) | JournalLine::Saved { .. } | JournalLine::Resource { .. } => {
                return Ok(());
            }
            JournalLine::Entry(_) => (None, true),
            JournalLine::Referring(entry) | JournalLine::Done(LogEntry { entry, .. }) => (Some(entry), true),
            JournalLine::Draft(entry) => (entry, false),
        };
        for picture in entry.iter_mut().flat_map(StoredEntry::pictures_mut) {
            let name = picture.resource.take().ok_or_else(damaged)?;
            let bytes = self.resources.get(&name).ok_or_else(damaged)?;
            match begun.resources.get(&name) {
                Some(held) if **held == **bytes => continue,
                Some(_) => return Err(damaged()),
                None => {}
            }
            begun.resources.insert(name.clone(), Arc::clone(bytes));
            let line = JournalLine::Resource {
                name,
                bytes: StoredBytes(Arc::clone(bytes)),
            };
            let line = encode(begun.line_number, &line)?;
            begun.push(&line, false, out);
        }
        let line = renumbered(begun.line_number, line).ok_or_else(damaged)?;
        begun.push(&line, is_entry, out);
        Ok(())
    }

    fn one_line(&mut self, encode: impl FnOnce(u64) -> io::Result<Vec<u8>>) -> io::Result<Vec<u8>> {
        let line = encode(self.line_number)?;
        self.line_number += 1;
        Ok(line)
    }

    /// The line, after the resources of these names.
    fn lines(&mut self, names: &[String], line: &JournalLine) -> io::Result<Vec<u8>> {
        let mut lines = Vec::new();
        for name in names {
            let Some(bytes) = self.resources.get(name).cloned() else {
                continue;
            };
            let name = name.clone();
            let bytes = StoredBytes(bytes);
            let line = JournalLine::Resource { name, bytes };
            lines.extend(self.one_line(|number| encode(number, &line))?);
        }
        lines.extend(self.one_line(|number| encode(number, line))?);
        Ok(lines)
    }

    /// Hands lines to the system, after whatever could not be written before.
    fn write(&mut self, lines: &[u8]) -> io::Result<()> {
        self.bytes += lines.len() as u64;
        self.pending.extend_from_slice(lines);
        let result = self.write_pending();
        // A file that is gone takes every line, and keeps none.
        if !self.trouble.as_ref().is_some_and(|trouble| trouble.is_gone) {
            self.trouble = result.as_ref().err().map(Trouble::of);
        }
        result
    }

    pub(super) fn write_pending(&mut self) -> io::Result<()> {
        while !self.pending.is_empty() {
            match (&*self.file).write(&self.pending) {
                Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
                Ok(written) => {
                    tally::add(|done| done.bytes += written as u64);
                    self.pending.drain(..written);
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        // What a picture took is not kept for the next line.
        self.pending.shrink_to(1 << 16);
        match &self.flusher {
            None => self.file.sync(),
            Some(flusher) => {
                flusher.request(Arc::clone(&self.file));
                self.flushed()
            }
        }
    }

    /// How forcing earlier lines to the disk ended, as far as it has and nobody asked yet.
    pub(super) fn flushed(&self) -> io::Result<()> {
        match self.flusher.as_ref().and_then(Latest::poll) {
            Some(Outcome::Done(result)) => result,
            _ => Ok(()),
        }
    }
}

impl WrittenStart {
    fn push(&mut self, line: &[u8], is_entry: bool, out: &mut Vec<u8>) {
        out.extend_from_slice(line);
        self.line_number += 1;
        self.bytes += line.len() as u64;
        if is_entry {
            self.ends.push(self.bytes);
        }
    }
}

/// The number that a line says it has.
fn number_of(line: &[u8]) -> Option<u64> {
    let text = std::str::from_utf8(line).ok()?;
    let (number, _) = text.strip_prefix("{\"n\":")?.split_once(',')?;
    number.parse().ok()
}
