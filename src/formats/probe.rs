//! A first look at the bytes: text or not, JSON or not, whose.

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::Value;

use super::{ErrorKind, MAX_FILE_BYTES, Place, ReadError};

/// The bytes as text, without byte order mark.
pub(super) fn text(bytes: &[u8]) -> Result<&str, ReadError> {
    let whole = |kind| Err(ReadError::new(Place::Whole, kind));
    if bytes.len() as u64 > MAX_FILE_BYTES {
        return whole(too_large(bytes.len() as u64, MAX_FILE_BYTES));
    }
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return whole(ErrorKind::Utf16);
    }
    let bytes = bytes.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(bytes);
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return whole(ErrorKind::Empty);
    }
    std::str::from_utf8(bytes).map_err(|error| {
        let before = &bytes[..error.valid_up_to()];
        let line_start = before
            .iter()
            .rposition(|byte| *byte == b'\n')
            .map_or(0, |at| at + 1);
        let place = Place::Line {
            line: before.iter().filter(|byte| **byte == b'\n').count() + 1,
            column: String::from_utf8_lossy(&before[line_start..]).chars().count() + 1,
        };
        ReadError::new(place, ErrorKind::NotUtf8)
    })
}

/// What is said of a file over the limit.
pub(super) fn too_large(bytes: u64, limit_bytes: u64) -> ErrorKind {
    ErrorKind::TooLarge {
        mib: bytes.div_ceil(1 << 20),
        limit_mib: limit_bytes >> 20,
    }
}

/// What stands at the top of a JSON file.
#[derive(Debug, Default)]
pub(super) struct Probe {
    pub format: Option<Value>,
    pub version: Option<Value>,
    pub has_nodes: bool,
    pub has_edges: bool,
    pub has_links: bool,
}

impl Probe {
    /// Reads through the whole text once, keeping only the top.
    pub fn of(text: &str) -> Result<Self, ReadError> {
        // Anything but an object is JSON without a network in it.
        if !text.trim_start().starts_with('{') {
            return match serde_json::from_str::<IgnoredAny>(text) {
                Ok(_) => Ok(Self::default()),
                Err(error) => Err(explain(text, &error)),
            };
        }
        serde_json::from_str(text).map_err(|error| explain(text, &error))
    }

    pub fn is_native(&self) -> bool {
        self.format.as_ref().and_then(Value::as_str) == Some(super::native::FORMAT)
    }
}

impl<'de> Deserialize<'de> for Probe {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Top;
        impl<'de> Visitor<'de> for Top {
            type Value = Probe;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Probe, A::Error> {
                let mut probe = Probe::default();
                while let Some(key) = map.next_key::<String>()? {
                    match key.as_str() {
                        "format" => probe.format = Some(map.next_value()?),
                        "version" => probe.version = Some(map.next_value()?),
                        _ => {
                            probe.has_nodes |= key == "nodes";
                            probe.has_edges |= key == "edges";
                            probe.has_links |= key == "links";
                            map.next_value::<IgnoredAny>()?;
                        }
                    }
                }
                Ok(probe)
            }
        }
        deserializer.deserialize_map(Top)
    }
}

/// The parser's error as ours, with its place.
pub(super) fn explain(text: &str, error: &serde_json::Error) -> ReadError {
    use serde_json::error::Category;
    let place = if error.line() == 0 {
        Place::Whole
    } else {
        Place::Line {
            line: error.line(),
            column: error.column().max(1),
        }
    };
    let detail = error.to_string();
    // The parser's text ends in its own place, which we give apart.
    let detail = detail.split(" at line ").next().unwrap_or_default().to_owned();
    let kind = match error.classify() {
        Category::Eof | Category::Io => ErrorKind::Truncated,
        Category::Data => ErrorKind::WrongShape { detail },
        // The parser calls half a number at the end an invalid one.
        Category::Syntax if detail.contains("invalid number") && is_at_end(text, error) => {
            ErrorKind::Truncated
        }
        Category::Syntax if detail.contains("recursion limit") => ErrorKind::TooDeep,
        Category::Syntax if detail.contains("out of range") || is_python_number(text, error) => {
            ErrorKind::NotANumber
        }
        Category::Syntax => ErrorKind::Syntax { detail },
    };
    ReadError::new(place, kind)
}

fn is_at_end(text: &str, error: &serde_json::Error) -> bool {
    let mut rest = text.split('\n').skip(error.line().saturating_sub(1));
    let is_last_column = rest.next().is_none_or(|line| error.column() >= line.len());
    is_last_column && rest.all(str::is_empty)
}

/// Whether the parser stumbled over `NaN`, `Infinity` or `-Infinity`, as Python's `json` writes them.
fn is_python_number(text: &str, error: &serde_json::Error) -> bool {
    let Some(line) = text.split('\n').nth(error.line().saturating_sub(1)) else {
        return false;
    };
    let at = error.column().saturating_sub(1).min(line.len());
    // The parser counts bytes and stops at the first letter, or after a minus sign.
    let (from, to) = (at.saturating_sub(1), (at + 9).min(line.len()));
    let near = String::from_utf8_lossy(&line.as_bytes()[from..to]);
    near.contains("NaN") || near.contains("Infinity") || near.contains("-Inf")
}
