//! One line of a journal: numbered and with a checksum, so that a damaged or missing line is noticed.

use std::io::{self, Write};

use serde::{Deserialize, Serialize};

use crate::formats::stored::{
    LogEntry, StoredBytes, StoredConstellation, StoredEntry, VERSION, WrittenConstellation, first_version,
};
use crate::store::FileStamp;
use crate::tally;

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum JournalLine {
    /// Written by [`write_header`], which has no constellation of its own.
    #[serde(skip_serializing)]
    Header(Box<Header>),
    /// An entry with the moment at which it was done.
    Done(LogEntry),
    /// As program version 0.1.0 wrote it: without the moment, with the bytes of pictures in it.
    Entry(StoredEntry),
    /// As journals between the versions have it: as `Done`, without the moment.
    Referring(StoredEntry),
    /// What is not done yet; the next one or the next entry takes its place.
    Draft(Option<StoredEntry>),
    /// The bytes of a picture, before the first line that names it.
    Resource { name: String, bytes: StoredBytes },
    /// The document was saved as it was after the first `entries` entries.
    Saved {
        entries: u64,
        path: Option<String>,
        /// The version of the file that was written.
        #[serde(default)]
        stamp: Option<FileStamp>,
    },
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Header<Base = StoredConstellation> {
    /// Of the format.
    #[serde(default = "first_version")]
    pub version: u32,
    /// Version of the program that wrote it.
    pub program: String,
    /// When the document was opened, ISO 8601.
    pub started: String,
    /// The file the document came from.
    pub path: Option<String>,
    /// The version of that file that was read.
    #[serde(default)]
    pub stamp: Option<FileStamp>,
    /// The base itself is in no file and must come back, edited or not.
    #[serde(default)]
    pub is_in_no_file: bool,
    pub base: Base,
}

/// The first line, of a document that goes on being edited. Gone through twice, for the checksum and for the file:
/// as one text a large constellation would take many times the room of its file.
pub(super) fn write_header(mut out: impl Write, header: &Header<WrittenConstellation<'_>>) -> io::Result<()> {
    #[derive(Serialize)]
    struct FirstLine<'a> {
        header: &'a Header<WrittenConstellation<'a>>,
    }
    tally::add(|done| done.texts += 1);
    let line = FirstLine { header };
    let mut sum = Checksum::of_line(0);
    serde_json::to_writer(&mut sum, &line)?;
    write!(out, "{}", opening(0, &sum))?;
    serde_json::to_writer(&mut out, &line)?;
    out.write_all(b"}\n")?;
    out.flush()
}

/// `{"n":0,"sum":"...","line":...}` and a new line.
pub(super) fn encode(number: u64, line: &JournalLine) -> std::io::Result<Vec<u8>> {
    encode_json(number, &serde_json::to_string(line)?)
}

/// A line of another journal, with the number it has here; `None` when it is no line.
pub(super) fn renumbered(number: u64, line: &[u8]) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(line).ok()?.strip_suffix("}\n")?;
    let (_, json) = text.split_once("\",\"line\":")?;
    encode_json(number, json).ok()
}

fn encode_json(number: u64, json: &str) -> std::io::Result<Vec<u8>> {
    let sum = checksum(number, json);
    Ok(format!("{}{json}}}\n", opening(number, &sum)).into_bytes())
}

fn opening(number: u64, sum: &Checksum) -> String {
    format!("{{\"n\":{number},\"sum\":\"{:016x}\",\"line\":", sum.0)
}

/// The version that the head of a journal names, when it is newer than what is read here: its lines may be anything.
pub(super) fn newer_version(first: &[u8]) -> Option<u32> {
    #[derive(Deserialize)]
    struct AnyFirstLine {
        header: AnyHeader,
    }
    #[derive(Deserialize)]
    struct AnyHeader {
        version: u32,
    }
    let first: AnyFirstLine = serde_json::from_str(sound_json(0, first)?).ok()?;
    Some(first.header.version).filter(|version| *version > VERSION)
}

/// The line with this number, without its new line; `None` when it is anything else.
pub(super) fn decode(number: u64, bytes: &[u8]) -> Option<JournalLine> {
    serde_json::from_str(sound_json(number, bytes)?).ok()
}

/// What is in a line, when number and checksum are right.
fn sound_json(number: u64, bytes: &[u8]) -> Option<&str> {
    let text = std::str::from_utf8(bytes).ok()?;
    let rest = text.strip_prefix(&format!("{{\"n\":{number},\"sum\":\""))?;
    let (sum, rest) = rest.split_at_checked(16)?;
    let json = rest.strip_prefix("\",\"line\":")?.strip_suffix('}')?;
    let is_sound = u64::from_str_radix(sum, 16).ok() == Some(checksum(number, json).0);
    is_sound.then_some(json)
}

/// FNV-1a, 64 bits: enough against accidents. <https://doi.org/10.17487/RFC9923>
pub(super) struct Checksum(u64);

impl Checksum {
    pub fn of(bytes: &[u8]) -> u64 {
        let mut sum = Self::of_line(0);
        sum.add(bytes);
        sum.0
    }

    fn of_line(number: u64) -> Self {
        let mut sum = Self(0xcbf2_9ce4_8422_2325);
        sum.add(&number.to_le_bytes());
        sum
    }

    fn add(&mut self, bytes: &[u8]) {
        let step = |sum: u64, byte: &u8| (sum ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        self.0 = bytes.iter().fold(self.0, step);
    }
}

impl Write for Checksum {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.add(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn checksum(number: u64, json: &str) -> Checksum {
    let mut sum = Checksum::of_line(number);
    sum.add(json.as_bytes());
    sum
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Constellation, Language};

    #[test]
    fn a_line_with_any_byte_changed_is_noticed() {
        let line = encode(7, &JournalLine::Entry(StoredEntry::Undo)).unwrap();
        let line = &line[..line.len() - 1];
        assert!(matches!(
            decode(7, line),
            Some(JournalLine::Entry(StoredEntry::Undo))
        ));
        assert!(decode(8, line).is_none());
        for at in 0..line.len() {
            let mut damaged = line.to_vec();
            damaged[at] ^= 1;
            assert!(decode(7, &damaged).is_none(), "byte {at}");
        }
    }

    #[test]
    fn the_first_line_is_read_as_every_other() {
        let base = Constellation::new(Language::Nl);
        let header = Header {
            version: VERSION,
            program: "1".to_owned(),
            started: "now".to_owned(),
            path: None,
            stamp: None,
            is_in_no_file: false,
            base: WrittenConstellation(&base),
        };
        let mut line = Vec::new();
        write_header(&mut line, &header).unwrap();
        let Some(JournalLine::Header(found)) = decode(0, line.strip_suffix(b"\n").unwrap()) else {
            panic!("a header was written");
        };
        assert_eq!(found.started, "now");
        assert_eq!(found.base.restored(), Some(base));
        assert_eq!(newer_version(line.strip_suffix(b"\n").unwrap()), None);
    }
}
