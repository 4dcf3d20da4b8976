//! A first look at the bytes: text or not, JSON or not, whose.

use serde::de::{Deserialize, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use super::limits::MAX_FILE_BYTES;
use super::{ErrorKind, FilePlace, ReadError};

/// The bytes as text, without byte order mark.
pub(super) fn text(bytes: &[u8]) -> Result<&str, ReadError> {
    let whole = |kind| Err(ReadError::new(FilePlace::Whole, kind));
    if bytes.len() as u64 > MAX_FILE_BYTES {
        return whole(too_large(bytes.len() as u64, MAX_FILE_BYTES));
    }
    if is_utf16(bytes) {
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
        let place = FilePlace::Line {
            line: before.iter().filter(|byte| **byte == b'\n').count() + 1,
            column: String::from_utf8_lossy(&before[line_start..]).chars().count() + 1,
        };
        ReadError::new(place, ErrorKind::NotUtf8)
    })
}

/// Text of which every character takes two bytes: it begins with a mark, or every other byte is zero, as where
/// most characters are ASCII.
pub(super) fn is_utf16(bytes: &[u8]) -> bool {
    const LOOKED_AT: usize = 200;
    let start = &bytes[..bytes.len().min(LOOKED_AT)];
    let nothings = |first: usize| {
        start
            .iter()
            .skip(first)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    let (even, odd) = (nothings(0), nothings(1));
    let (few, many) = (even.min(odd), even.max(odd));
    start.starts_with(&[0xff, 0xfe])
        || start.starts_with(&[0xfe, 0xff])
        || (few == 0 && many > start.len() / 4)
}

/// What is said of a file over the limit.
pub(super) fn too_large(bytes: u64, limit_bytes: u64) -> ErrorKind {
    ErrorKind::TooLarge {
        mib: bytes.div_ceil(1 << 20),
        limit_mib: limit_bytes >> 20,
    }
}

/// A list at the top of a file: how much is in it.
#[derive(Debug)]
pub(super) struct Listed {
    pub name: &'static str,
    /// How many lists of this name there are.
    pub lists: usize,
    /// Elements of all of them.
    pub items: usize,
    /// Room of all of them, and of the largest element.
    pub room: usize,
    pub largest: usize,
}

impl Listed {
    fn new(name: &'static str) -> Self {
        Self {
            name,
            lists: 0,
            items: 0,
            room: 0,
            largest: 0,
        }
    }
}

/// What stands at the top of a JSON file, and how much it is: known without keeping any of it.
#[derive(Debug)]
pub(super) struct FileProbe {
    pub format: Option<Value>,
    pub version: Option<Value>,
    pub nodes: Listed,
    pub edges: Listed,
    pub links: Listed,
    /// A field beside these lists that takes too much.
    pub large_beside: Option<String>,
    beside: usize,
}

impl Default for FileProbe {
    fn default() -> Self {
        Self {
            format: None,
            version: None,
            nodes: Listed::new("nodes"),
            edges: Listed::new("edges"),
            links: Listed::new("links"),
            large_beside: None,
            beside: 0,
        }
    }
}

impl FileProbe {
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

    pub fn has_nodes(&self) -> bool {
        self.nodes.lists > 0
    }

    /// The list that takes most, when it takes more than all that is beside the lists.
    pub fn heaviest(&self) -> Option<&Listed> {
        let lists = [&self.nodes, &self.edges, &self.links];
        let heaviest = lists.into_iter().max_by_key(|list| list.room);
        heaviest.filter(|list| list.room > self.beside)
    }

    /// What the whole would take.
    pub fn room(&self) -> usize {
        self.nodes.room + self.edges.room + self.links.room + self.beside
    }
}

impl<'de> Deserialize<'de> for FileProbe {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ProbeVisitor;
        impl<'de> Visitor<'de> for ProbeVisitor {
            type Value = FileProbe;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<FileProbe, A::Error> {
                let mut probe = FileProbe::default();
                while let Some(key) = map.next_key::<String>()? {
                    let list = match key.as_str() {
                        "nodes" => &mut probe.nodes,
                        "edges" => &mut probe.edges,
                        "links" => &mut probe.links,
                        _ => {
                            let room = match key.as_str() {
                                "format" => map.next_value_seed(Noted(&mut probe.format))?,
                                "version" => map.next_value_seed(Noted(&mut probe.version))?,
                                _ => map.next_value::<Measured>()?.room,
                            };
                            probe.beside += room;
                            if super::limits::is_large_beside(room) {
                                probe.large_beside = Some(key);
                            }
                            continue;
                        }
                    };
                    let found: Measured = map.next_value()?;
                    list.lists += 1;
                    list.items += found.items;
                    list.room += found.room;
                    list.largest = list.largest.max(found.largest);
                }
                Ok(probe)
            }
        }
        deserializer.deserialize_map(ProbeVisitor)
    }
}

/// Keeps a short value, and gives its room.
struct Noted<'a>(&'a mut Option<Value>);

impl<'de> DeserializeSeed<'de> for Noted<'_> {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        let found = Measured::deserialize(deserializer)?;
        *self.0 = Some(found.scalar.unwrap_or_default());
        Ok(found.room)
    }
}

/// A value that was read and not kept: what it would take in memory as a `serde_json::Value`.
#[derive(Default)]
struct Measured {
    /// Bytes, on the high side: a list has room for twice what is in it while it grows.
    room: usize,
    /// Of a list.
    items: usize,
    largest: usize,
    /// A number, or a text that is short.
    scalar: Option<Value>,
}

impl Measured {
    const VALUE: usize = 100;
    const FIELD: usize = 40;
    const OBJECT: usize = 350;

    fn scalar(value: Value) -> Self {
        Self {
            room: Self::VALUE,
            scalar: Some(value),
            ..Self::default()
        }
    }
}

impl<'de> Deserialize<'de> for Measured {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Any;
        impl<'de> Visitor<'de> for Any {
            type Value = Measured;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("any value")
            }

            fn visit_unit<E>(self) -> Result<Measured, E> {
                Ok(Measured::scalar(Value::Null))
            }

            fn visit_bool<E>(self, flag: bool) -> Result<Measured, E> {
                Ok(Measured::scalar(flag.into()))
            }

            fn visit_i64<E>(self, number: i64) -> Result<Measured, E> {
                Ok(Measured::scalar(number.into()))
            }

            fn visit_u64<E>(self, number: u64) -> Result<Measured, E> {
                Ok(Measured::scalar(number.into()))
            }

            fn visit_f64<E>(self, number: f64) -> Result<Measured, E> {
                Ok(Measured::scalar(number.into()))
            }

            fn visit_str<E>(self, text: &str) -> Result<Measured, E> {
                const SHORT: usize = 64;
                Ok(Measured {
                    room: Measured::VALUE + text.len(),
                    scalar: (text.len() <= SHORT).then(|| text.into()),
                    ..Measured::default()
                })
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Measured, A::Error> {
                let mut found = Measured {
                    room: Measured::VALUE,
                    ..Measured::default()
                };
                while let Some(item) = list.next_element::<Measured>()? {
                    found.items += 1;
                    found.room += item.room;
                    found.largest = found.largest.max(item.room);
                }
                Ok(found)
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Measured, A::Error> {
                let mut found = Measured {
                    room: Measured::VALUE,
                    ..Measured::default()
                };
                while let Some(NameLength(name)) = map.next_key::<NameLength>()? {
                    if found.room == Measured::VALUE {
                        found.room += Measured::OBJECT;
                    }
                    found.room += Measured::FIELD + name + map.next_value::<Measured>()?.room;
                }
                Ok(found)
            }
        }
        deserializer.deserialize_any(Any)
    }
}

/// Length of the name of a field.
struct NameLength(usize);

impl<'de> Deserialize<'de> for NameLength {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct NameLengthVisitor;
        impl Visitor<'_> for NameLengthVisitor {
            type Value = NameLength;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a name")
            }

            fn visit_str<E>(self, text: &str) -> Result<NameLength, E> {
                Ok(NameLength(text.len()))
            }
        }
        deserializer.deserialize_str(NameLengthVisitor)
    }
}

/// The parser's error as ours, with its place.
pub(super) fn explain(text: &str, error: &serde_json::Error) -> ReadError {
    use serde_json::error::Category;
    let place = if error.line() == 0 {
        FilePlace::Whole
    } else {
        FilePlace::Line {
            line: error.line(),
            column: error.column().max(1),
        }
    };
    let detail = error.to_string();
    // The parser's text ends with its own place, which we give separately.
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
            let value = word_at(text, error);
            ErrorKind::NotANumber { value }
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

/// More letters of a number do not help to find it.
const MOST_OF_NUMBER: usize = 40;

/// The number that the parser stumbled over, as it stands there: it stops within it or right behind.
fn word_at(text: &str, error: &serde_json::Error) -> String {
    let line = text.split('\n').nth(error.line().saturating_sub(1));
    let line = line.unwrap_or_default().as_bytes();
    let is_of_word = |at: usize| {
        let byte = line.get(at);
        byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(byte))
    };
    let at = error.column().saturating_sub(1).min(line.len());
    let within = (at.saturating_sub(1)..=at)
        .rfind(|at| is_of_word(*at))
        .unwrap_or(at);
    let from = (0..=within)
        .rev()
        .take_while(|at| is_of_word(*at))
        .last()
        .unwrap_or(within);
    let to = (within..line.len())
        .take_while(|at| is_of_word(*at))
        .last()
        .map_or(from, |last| last + 1);
    let word = String::from_utf8_lossy(&line[from..to]);
    crate::i18n::shown_up_to(&word, MOST_OF_NUMBER).into_owned()
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
