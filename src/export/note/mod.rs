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
mod part;
mod plain;

pub use blocks::{NoteBlock, NoteColumn, NoteDocument, NoteFigure, NoteSection, NoteTable};
pub use contents::{NoteInput, note_of};
pub use figures::NoteFigures;
pub use part::NotePart;

/// A kind of document that a note can be.
pub struct NoteFormat {
    /// What the name of a file of it ends with.
    pub extension: &'static str,
    pub write: fn(&NoteDocument) -> Vec<u8>,
}

/// All of them, in the order in which they are offered.
pub const NOTE_FORMATS: [NoteFormat; 4] = [
    NoteFormat {
        extension: "html",
        write: html::write,
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
    /// By the name of a file.
    pub fn of_name(name: &str) -> Option<&'static Self> {
        let (_, extension) = name.rsplit_once('.')?;
        NOTE_FORMATS
            .iter()
            .find(|format| format.extension.eq_ignore_ascii_case(extension))
    }
}
