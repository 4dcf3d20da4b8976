//! One line of a journal: numbered and with a checksum, so that a damaged or missing line is noticed.

use serde::{Deserialize, Serialize};

use crate::edit::journal::Entry;
use crate::model::Constellation;

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Line {
    Header(Box<Header>),
    Entry(Entry),
    /// The document was saved as it was after the first `entries` entries.
    Saved {
        entries: u64,
        path: Option<String>,
    },
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Header {
    /// Version of the program that wrote it.
    pub program: String,
    /// When the document was opened, ISO 8601.
    pub started: String,
    /// The file the document came from.
    pub path: Option<String>,
    pub base: Constellation,
}

/// `{"n":0,"sum":"...","line":...}` and a new line.
pub(super) fn encode(number: u64, line: &Line) -> std::io::Result<Vec<u8>> {
    encode_json(number, &serde_json::to_string(line)?)
}

/// As [`encode`], for an entry that is not ours to keep.
pub(super) fn encode_entry(number: u64, entry: &Entry) -> std::io::Result<Vec<u8>> {
    encode_json(
        number,
        &format!("{{\"entry\":{}}}", serde_json::to_string(entry)?),
    )
}

fn encode_json(number: u64, json: &str) -> std::io::Result<Vec<u8>> {
    let sum = checksum(number, json);
    Ok(format!("{{\"n\":{number},\"sum\":\"{sum:016x}\",\"line\":{json}}}\n").into_bytes())
}

/// The line with this number, without its new line; `None` when it is anything else.
pub(super) fn decode(number: u64, bytes: &[u8]) -> Option<Line> {
    let text = std::str::from_utf8(bytes).ok()?;
    let rest = text.strip_prefix(&format!("{{\"n\":{number},\"sum\":\""))?;
    let (sum, rest) = rest.split_at_checked(16)?;
    let json = rest.strip_prefix("\",\"line\":")?.strip_suffix('}')?;
    let is_sound = u64::from_str_radix(sum, 16).ok() == Some(checksum(number, json));
    is_sound.then(|| serde_json::from_str(json).ok()).flatten()
}

/// FNV-1a, 64 bits: enough against accidents. <https://doi.org/10.17487/RFC9923>
fn checksum(number: u64, json: &str) -> u64 {
    let step = |sum: u64, byte: &u8| (sum ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
    let sum = number.to_le_bytes().iter().fold(0xcbf2_9ce4_8422_2325, step);
    json.as_bytes().iter().fold(sum, step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_with_any_byte_changed_is_noticed() {
        let line = encode(7, &Line::Entry(Entry::Undo)).unwrap();
        let line = &line[..line.len() - 1];
        assert!(matches!(decode(7, line), Some(Line::Entry(Entry::Undo))));
        assert!(decode(8, line).is_none());
        for at in 0..line.len() {
            let mut damaged = line.to_vec();
            damaged[at] ^= 1;
            assert!(decode(7, &damaged).is_none(), "byte {at}");
        }
    }
}
