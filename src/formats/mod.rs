//! BYTES to constellation and back: one file per format, one row per format in [`FORMATS`].
//!
//! A reader builds a new [`Constellation`] or says in one sentence why it cannot; it never panics and never
//! loses anything silently: what it read is what it made, merged or skipped, each with its place.

pub mod native;
mod node_link;
mod probe;
pub mod register;
mod report;

pub use crate::i18n::{Arg, Message};
pub use report::{ErrorKind, Place, ReadError, Remark, Report};

use crate::model::Constellation;

/// Larger files are refused before they are read: 256 MiB.
pub const MAX_FILE_BYTES: u64 = 256 << 20;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FormatId {
    /// `*.opstelling.json`: everything, and node-link JSON at the same time.
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
    /// Without the leading dot; the first is the one to suggest.
    pub extensions: &'static [&'static str],
    /// Whether [`read`] knows it.
    pub reads: bool,
    /// `None` when it can only be read.
    pub write: Option<fn(&Constellation) -> Vec<u8>>,
}

pub const FORMATS: &[Format] = &[
    Format {
        id: FormatId::Native,
        name_key: "format-native",
        extensions: &["opstelling.json"],
        reads: true,
        write: Some(native::write),
    },
    Format {
        id: FormatId::NetworkX,
        name_key: "format-networkx",
        extensions: &["json"],
        reads: true,
        write: Some(node_link::write_networkx),
    },
    Format {
        id: FormatId::D3,
        name_key: "format-d3",
        extensions: &["json"],
        reads: true,
        write: Some(node_link::write_d3),
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
    pub report: Report,
}

/// Reads a file of any format we know, recognised by its content and not by its name.
///
/// # Errors
/// A sentence with place and hint; nothing is half loaded.
pub fn read(bytes: &[u8]) -> Result<Loaded, ReadError> {
    let text = probe::text(bytes)?;
    let probe = probe::Probe::of(text)?;
    if probe.is_native() {
        native::read(text, &probe)
    } else if probe.has_nodes {
        node_link::read(text, &probe)
    } else {
        Err(ReadError::new(Place::Whole, ErrorKind::NotANetwork))
    }
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
}
