//! What a note is to be.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::NotePart;
use crate::model::Language;

/// A kind of document that a note can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoteKind {
    #[default]
    Html,
    Pdf,
    Markdown,
    Odt,
    Docx,
}

impl NoteKind {
    /// In the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Html, Self::Pdf, Self::Markdown, Self::Odt, Self::Docx];

    /// What stands behind the name of a file of it; its text has the key `note-kind-ENDING`.
    pub fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Html => &["html"],
            Self::Pdf => &["pdf"],
            Self::Markdown => &["md"],
            Self::Odt => &["odt"],
            Self::Docx => &["docx"],
        }
    }
}

/// What a note is to be, and what is not in it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct NoteSettings {
    pub kind: NoteKind,
    /// `None`: that of the program.
    pub language: Option<Language>,
    pub without: BTreeSet<NotePart>,
}
