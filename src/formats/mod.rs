//! BYTES to constellation and back: one file per format, one row per format in [`FORMATS`].
//!
//! A reader builds a new [`Constellation`] or says in one sentence why it cannot; it never panics and never
//! loses anything silently: what it read is what it made, merged or skipped, each with its place.

mod lenient;
mod limits;
pub mod native;
mod node_link;
mod probe;
pub mod register;
mod repeated;
mod report;
pub mod stored;

pub use crate::i18n::{Arg, Message};
pub use limits::{MAX_ACTORS, MAX_FILE_BYTES, MAX_RELATIONS, MAX_TABLE_BYTES};
pub use report::{ErrorKind, FilePlace, ImportReport, MAX_NOTICES, ReadError, Remark};

use std::borrow::Cow;
use std::io::{BufRead, BufReader, Read};

use crate::model::Constellation;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FormatId {
    /// `*.opstelling.json` and `*.opstelling`: everything, and node-link JSON at the same time.
    Native,
    /// Node-link JSON with `edges`, as NetworkX 3.4 and later.
    NetworkX,
    /// Node-link JSON with `links`, as D3 and older NetworkX.
    D3,
}

/// One row of the table of formats.
#[derive(Debug, Clone, Copy)]
pub struct Format {
    pub id: FormatId,
    /// Key of its name for the user.
    pub name_key: &'static str,
    /// Without the leading dot.
    pub extensions: &'static [&'static str],
    /// Whether [`read`] knows it.
    pub reads: bool,
    /// `None` when it can only be read.
    pub write: Option<fn(&Constellation) -> Vec<u8>>,
    /// What of a constellation it cannot hold.
    pub losses: fn(&Constellation) -> Vec<Message>,
}

pub const FORMATS: &[Format] = &[
    Format {
        id: FormatId::Native,
        name_key: "format-native",
        extensions: &["opstelling.json", "opstelling"],
        reads: true,
        write: Some(native::write),
        losses: |_| Vec::new(),
    },
    Format {
        id: FormatId::NetworkX,
        name_key: "format-networkx",
        extensions: &["json"],
        reads: true,
        write: Some(node_link::write_networkx),
        losses: node_link::losses,
    },
    Format {
        id: FormatId::D3,
        name_key: "format-d3",
        extensions: &["json"],
        reads: true,
        write: Some(node_link::write_d3),
        losses: node_link::losses_d3,
    },
];

/// The row of a format.
pub fn format(id: FormatId) -> &'static Format {
    FORMATS
        .iter()
        .find(|row| row.id == id)
        .expect("every format has its row; a test holds the table to it")
}

/// What a reader made of a file.
#[derive(Debug, Clone)]
pub struct Loaded {
    pub constellation: Constellation,
    /// The format it was recognised as. Only [`FormatId::Native`] can be saved back in place.
    pub format: FormatId,
    pub report: ImportReport,
}

/// Reads a file of any format we know, recognised by its content and not by its name.
///
/// Bytes that are handed over (a `Vec`) are let go as soon as their fields are known: the text of a large file beside
/// the network that is made of it is memory for nothing.
///
/// # Errors
/// A sentence with place and hint; nothing is half loaded.
pub fn read<'a>(bytes: impl Into<Cow<'a, [u8]>>) -> Result<Loaded, ReadError> {
    let parsed = parse(&bytes.into())?;
    parsed.build()
}

/// Whether a network may be lost with a file: read through once, and nothing of it kept. What begins as one and cannot be
/// read to its end (half of it, or numbers that JSON does not have) may be.
pub fn may_be_network(file: impl Read) -> bool {
    const BYTE_ORDER_MARK: &[u8] = &[0xef, 0xbb, 0xbf];
    let mut file = BufReader::new(file);
    if file
        .fill_buf()
        .is_ok_and(|start| start.starts_with(BYTE_ORDER_MARK))
    {
        file.consume(BYTE_ORDER_MARK.len());
    }
    let is_object = file.buffer().trim_ascii_start().starts_with(b"{");
    let probe = || serde_json::from_reader::<_, probe::FileProbe>(file);
    is_object && probe().map_or(true, |probe| probe.is_native() || probe.has_nodes())
}

/// The fields of a file, of which nothing is made yet.
struct Parsed {
    fields: Fields,
    report: ImportReport,
    /// Said after everything else.
    mended: Vec<Remark>,
}

enum Fields {
    Native(Box<native::dto::FileDto>),
    Foreign(Box<node_link::Top>),
}

impl Parsed {
    fn build(self) -> Result<Loaded, ReadError> {
        let mut loaded = match self.fields {
            Fields::Native(file) => native::make(*file, self.report),
            Fields::Foreign(top) => node_link::make(*top, self.report),
        }?;
        for remark in self.mended {
            loaded.report.remark(remark);
        }
        Ok(loaded)
    }
}

fn parse(bytes: &[u8]) -> Result<Parsed, ReadError> {
    crate::tally::add(|done| done.texts += 1);
    let text = probe::text(bytes)?;
    limits::check_size(text)?;
    match probe::FileProbe::of(text) {
        Ok(probe) => {
            limits::check(&probe, text)?;
            match lenient::mend(text) {
                Some(mended) => mended_fields(&mended, &probe),
                None => fields(text, &probe),
            }
        }
        // Numbers that JSON does not have, or half a character: mended, and told.
        Err(error)
            if matches!(
                error.kind,
                ErrorKind::NotANumber { .. } | ErrorKind::Syntax { .. }
            ) =>
        {
            let mended = lenient::mend(text).ok_or(error)?;
            let probe = probe::FileProbe::of(&mended.text)?;
            limits::check(&probe, text)?;
            mended_fields(&mended, &probe)
        }
        Err(error) => Err(error),
    }
}

fn fields(text: &str, probe: &probe::FileProbe) -> Result<Parsed, ReadError> {
    let is_foreign = !probe.is_native();
    if is_foreign && !probe.has_nodes() {
        return Err(ReadError::new(FilePlace::Whole, ErrorKind::NotANetwork));
    }
    let mut report = ImportReport::default();
    repeated::tell(text, is_foreign, &mut report);
    let fields = if is_foreign {
        Fields::Foreign(Box::new(node_link::parse(text)?))
    } else {
        Fields::Native(Box::new(native::parse(text, probe)?))
    };
    Ok(Parsed {
        fields,
        report,
        mended: Vec::new(),
    })
}

/// The fields of a file of which something was rewritten before it could be read, with remarks about that.
fn mended_fields(mended: &lenient::Mended, probe: &probe::FileProbe) -> Result<Parsed, ReadError> {
    let mut parsed = fields(&mended.text, probe)?;
    for (key, count) in [
        ("read-notice-not-a-number", mended.unknown),
        ("read-notice-long-number", mended.long),
    ] {
        if count > 0 {
            let message = Message::new(key).with("count", count);
            let place = FilePlace::Whole;
            parsed.mended.push(Remark { place, message });
        }
    }
    for (path, mend) in &mended.told {
        let message = match mend {
            lenient::Mend::Beyond(value) => {
                Message::new("read-notice-beyond-number").with("value", value.as_str())
            }
            lenient::Mend::HalfCharacter => Message::new("read-notice-half-character"),
        };
        let place = match path.as_str() {
            "" => FilePlace::Whole,
            path => FilePlace::Path(path.to_owned()),
        };
        parsed.mended.push(Remark { place, message });
    }
    parsed.report.more_notices += mended.more;
    Ok(parsed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_has_one_row() {
        for id in [FormatId::Native, FormatId::NetworkX, FormatId::D3] {
            assert_eq!(FORMATS.iter().filter(|row| row.id == id).count(), 1, "{id:?}");
        }
    }

    #[test]
    fn a_network_may_be_lost_with_what_begins_as_one() {
        let ours = format!("{{\"format\":\"{}\"}}", native::FORMAT);
        for text in [
            "{\"nodes\":[]}",
            "\u{feff} {\"nodes\":[1]}",
            "{\"nodes\":[{\"id\":0,\"x\":NaN}]}",
            "{\"nodes\": [",
            ours.as_str(),
        ] {
            assert!(may_be_network(text.as_bytes()), "{text}");
        }
        for text in ["", "[]", "naam\nJan\n", "{}", "{\"a\":[{\"nodes\":[]}]}", "\"{\""] {
            assert!(!may_be_network(text.as_bytes()), "{text}");
        }
    }
}
