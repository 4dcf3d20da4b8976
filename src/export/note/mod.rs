//! THE NOTE (verslag): what a colleague who was not there needs, as blocks that every kind of document is written
//! from. All that it says of results comes from `told`.

mod blocks;
mod contents;
mod docx;
mod figures;
mod html;
mod markdown;
mod markup;
mod odt;
mod package;
mod pdf;

pub use blocks::{NoteBlock, NoteColumn, NoteDocument, NoteFigure, NoteSection, NoteTable};
pub use contents::{NoteInput, note_of};
pub use figures::NoteFigures;

use crate::takeaway::NoteKind;
pub use crate::takeaway::NotePart;

/// How a kind of document is written.
pub struct NoteFormat {
    /// What the name of a file of it ends with.
    pub extension: &'static str,
    pub write: fn(&NoteDocument) -> Vec<u8>,
}

/// All of them, in the order in which they are offered.
pub const NOTE_FORMATS: [NoteFormat; 5] = [
    NoteFormat {
        extension: "html",
        write: html::write,
    },
    NoteFormat {
        extension: "pdf",
        write: pdf::write,
    },
    NoteFormat {
        extension: "md",
        write: markdown::write,
    },
    NoteFormat {
        extension: "odt",
        write: odt::write,
    },
    NoteFormat {
        extension: "docx",
        write: docx::write,
    },
];

impl NoteFormat {
    pub fn of_kind(kind: NoteKind) -> &'static Self {
        let is_it = |format: &&Self| kind.endings().contains(&format.extension);
        let format = NOTE_FORMATS.iter().find(is_it);
        format.expect("a test finds every kind")
    }

    /// By the name of a file.
    pub fn of_name(name: &str) -> Option<&'static Self> {
        let (_, extension) = name.rsplit_once('.')?;
        NOTE_FORMATS
            .iter()
            .find(|format| format.extension.eq_ignore_ascii_case(extension))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_document_is_offered_and_can_be_written() {
        let offered = NoteKind::ALL.map(|kind| NoteFormat::of_kind(kind).extension);
        assert_eq!(offered.as_slice(), NOTE_FORMATS.map(|format| format.extension));
    }
}
