//! Reading a journal.

use std::io;

use jiff::Timestamp;

use super::line::{Header, JournalLine, decode, newer_version};
use super::resources::{Resources, name_for_bytes};
use crate::edit::Document;
use crate::edit::journal::{Entry, replay, replay_one};
use crate::formats::stored::{LogEntry, Storable, StoredEntry, first_version};
use crate::formats::{self, MAX_FILE_BYTES, Message};
use crate::model::Constellation;
use crate::store::{self, FileStamp, HeldFile, Location};

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

/// What a file turned out to be.
pub(super) enum Reading {
    Journal(Box<Story>),
    /// A journal in a version of the format that this program does not know.
    Newer {
        version: u32,
    },
    /// Nothing with a readable beginning.
    Unreadable,
}

/// The lines of a journal, up to the first that cannot be read.
pub(super) struct Story {
    header: Header<Constellation>,
    resources: Resources,
    entries: Vec<Entry>,
    /// Where the header ends, and each entry.
    ends: Vec<End>,
    /// When the last entry was done, as far as the journal says so.
    last_done: Option<Timestamp>,
    /// What was not done yet when the program died.
    draft: Option<Entry>,
    /// How many entries the last save had in it, where it was saved, and as which version.
    saved: Option<(u64, Option<String>, Option<FileStamp>)>,
    end: End,
    damage: Option<Damage>,
}

/// A place between two lines.
#[derive(Debug, Clone, Copy)]
struct End {
    bytes: u64,
    lines: u64,
}

/// A journal, replayed.
pub(super) struct Replayed {
    pub document: Document,
    /// What the file had when the work began, while that is what the file still has: it was not saved since.
    pub began_as: Option<Constellation>,
    pub started: Option<Timestamp>,
    pub document_path: Option<Location>,
    /// The version of that file that was read or written last.
    pub stamp: Option<FileStamp>,
    /// What was not done yet; it fits.
    pub draft: Option<Entry>,
    pub resources: Resources,
    /// Length of the file up to and including the header, and each entry.
    pub ends: Vec<u64>,
    pub good_bytes: u64,
    pub good_lines: u64,
    pub damage: Option<Damage>,
}

impl Story {
    pub fn read(file: &HeldFile) -> io::Result<Reading> {
        let bytes = file.read_from(0)?;
        let mut lines = bytes.split_inclusive(|byte| *byte == b'\n').peekable();
        let first = lines.next().unwrap_or_default();
        if let Some(version) = whole(first).and_then(newer_version) {
            return Ok(Reading::Newer { version });
        }
        let Some(header) = whole(first).and_then(read_header) else {
            return Ok(Reading::Unreadable);
        };
        let mut story = Self::after(header, first.len() as u64);
        while let Some(bytes) = lines.next() {
            let line = whole(bytes).and_then(|line| decode(story.end.lines, line));
            if !line.is_some_and(|line| story.take_in(line, bytes.len() as u64)) {
                let is_torn_end = lines.peek().is_none() && whole(bytes).is_none();
                story.damage = (!is_torn_end).then(|| Damage::Lines {
                    line: story.end.lines as usize + 1,
                    lost: 1 + lines.count(),
                });
                break;
            }
        }
        Ok(Reading::Journal(Box::new(story)))
    }

    fn after(header: Header<Constellation>, bytes: u64) -> Self {
        let mut resources = Resources::default();
        if let Some(picture) = &header.base.board.picture {
            resources.take_in(&picture.bytes);
        }
        let end = End { bytes, lines: 1 };
        Self {
            header,
            resources,
            entries: Vec::new(),
            ends: vec![end],
            last_done: None,
            draft: None,
            saved: None,
            end,
            damage: None,
        }
    }

    /// Returns whether the line makes sense.
    fn take_in(&mut self, line: JournalLine, bytes: u64) -> bool {
        self.end.bytes += bytes;
        self.end.lines += 1;
        let is_sound = match line {
            JournalLine::Done(LogEntry { at, entry }) => {
                self.last_done = at.parse().ok().or(self.last_done);
                let entry = self.whole_entry(entry);
                self.add(entry)
            }
            JournalLine::Entry(entry) => self.add(Entry::restored(entry)),
            JournalLine::Referring(entry) => {
                let entry = self.whole_entry(entry);
                self.add(entry)
            }
            JournalLine::Draft(Some(entry)) => {
                self.draft = self.whole_entry(entry);
                self.draft.is_some()
            }
            JournalLine::Draft(None) => {
                self.draft = None;
                true
            }
            JournalLine::Resource { name, bytes } => {
                self.resources.insert(name, bytes.0);
                true
            }
            JournalLine::Saved { entries, path, stamp } => {
                self.saved = Some((entries, path, stamp));
                true
            }
            JournalLine::Header(_) => true,
        };
        if !is_sound {
            self.end.bytes -= bytes;
            self.end.lines -= 1;
        }
        is_sound
    }

    /// With its pictures; `None` when one is not there.
    fn whole_entry(&self, mut entry: StoredEntry) -> Option<Entry> {
        if self.header.version == first_version() {
            name_for_bytes(&mut entry);
        }
        let is_whole = self.resources.resolve(&mut entry);
        is_whole.then(|| Entry::restored(entry)).flatten()
    }

    fn add(&mut self, entry: Option<Entry>) -> bool {
        let Some(entry) = entry else {
            return false;
        };
        self.draft = None;
        self.entries.push(entry);
        self.ends.push(self.end);
        true
    }

    /// Edits that no file has, what was being typed among them; a damaged tail is counted as one, so that it
    /// is not passed over.
    pub fn unsaved(&self) -> u64 {
        let saved = self.saved.as_ref().map_or(0, |(entries, ..)| *entries);
        let open = u64::from(self.damage.is_some()) + u64::from(self.draft.is_some());
        (self.entries.len() as u64).saturating_sub(saved) + open
    }

    /// When the last edit was done; `None` where only what was being typed, or nothing, is in it.
    pub fn last_done(&self) -> Option<Timestamp> {
        self.last_done.filter(|_| self.draft.is_none())
    }

    /// Whether there is anything that no file has: edits, or all of it when it never was in a file.
    pub fn has_unsaved(&self) -> bool {
        self.unsaved() > 0 || (self.saved.is_none() && self.header.is_in_no_file)
    }

    pub fn replay(self) -> Replayed {
        // The first version did not say whether there was a file.
        let began_in_file = !self.header.is_in_no_file && self.header.version != first_version();
        let is_as_it_began = self.saved.is_none() && began_in_file;
        let (path, stamp) = match self.saved {
            Some((_, path, stamp)) => (path, stamp),
            None => (self.header.path, self.header.stamp),
        };
        let mut replayed = Replayed {
            began_as: is_as_it_began.then(|| self.header.base.clone()),
            document: Document::new(self.header.base),
            started: self.header.started.parse().ok(),
            document_path: path.map(|path| Location::from(&path)),
            stamp,
            draft: self.draft,
            resources: self.resources,
            ends: self.ends.iter().map(|end| end.bytes).collect(),
            good_bytes: self.end.bytes,
            good_lines: self.end.lines,
            damage: self.damage,
        };
        let count = self.entries.len();
        if let Err((at, error)) = replay(&mut replayed.document, self.entries) {
            log::warn!("edit {} of a journal does not fit: {error}", at + 1);
            replayed.damage = Some(Damage::Misfit {
                edit: at + 1,
                lost: count - at,
            });
            replayed.draft = None;
            // Cut just before the misfit: where the entry before it ends, or the header.
            replayed.ends.truncate(at + 1);
            (replayed.good_bytes, replayed.good_lines) = (self.ends[at].bytes, self.ends[at].lines);
        }
        replayed
    }
}

impl Replayed {
    /// Whether all that came back is in the file, or was there when the work began: everything was undone, or the
    /// program died after it wrote the file and before it wrote down that it had. Reads the file.
    pub fn has_nothing_new(&self) -> bool {
        let found = self.document.constellation();
        if self.damage.is_some() || self.draft.is_some() {
            return false;
        }
        let is_same = |other: &Constellation| have_same_content(found, other);
        let in_file = || {
            let path = self.document_path.as_ref()?;
            let bytes = store::read(path, MAX_FILE_BYTES).ok()?;
            let loaded = formats::read(bytes).ok()?;
            // What was skipped in it is not there to compare.
            loaded.report.is_lossless().then_some(loaded.constellation)
        };
        self.began_as.as_ref().is_some_and(is_same) || in_file().as_ref().is_some_and(is_same)
    }

    /// What was being typed or dragged becomes a step like any other, that can be undone. Returns whether there
    /// was any.
    pub fn do_draft(&mut self) -> bool {
        let Some(draft) = self.draft.take() else {
            return false;
        };
        let result = replay_one(&mut self.document, draft);
        if let Err(error) = &result {
            log::warn!("what was not done yet does not fit: {error}");
            let edit = self.ends.len();
            self.damage.get_or_insert(Damage::Misfit { edit, lost: 1 });
        }
        result.is_ok()
    }
}

/// Whether two constellations are written as one and the same file. Numbers that were given out and taken back are no
/// content.
fn have_same_content(one: &Constellation, other: &Constellation) -> bool {
    let next_id = one.next_id.max(other.next_id);
    let written = |constellation: &Constellation| {
        let mut constellation = constellation.clone();
        constellation.next_id = next_id;
        formats::native::write(&constellation)
    };
    let counts = |it: &Constellation| (it.actors.len(), it.relations.len(), it.notes.len());
    counts(one) == counts(other) && written(one) == written(other)
}

/// The head, with the constellation in it.
fn read_header(line: &[u8]) -> Option<Header<Constellation>> {
    let Some(JournalLine::Header(header)) = decode(0, line) else {
        return None;
    };
    let Header {
        version,
        program,
        started,
        path,
        stamp,
        is_in_no_file,
        base,
    } = *header;
    Some(Header {
        version,
        program,
        started,
        path,
        stamp,
        is_in_no_file,
        base: base.restored()?,
    })
}

/// A line without its new line; `None` when it has none.
fn whole(line: &[u8]) -> Option<&[u8]> {
    line.strip_suffix(b"\n")
}
