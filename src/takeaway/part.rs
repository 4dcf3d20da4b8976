//! What a note has, each of which can be left out.

use serde::{Deserialize, Serialize};

/// One part of a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NotePart {
    /// Question, date, place, who set it up, where the facts come from.
    About,
    /// The board with its legend.
    Picture,
    /// Actors by sector.
    Actors,
    /// Relations by kind, with what is assumed and not checked.
    Relations,
    /// Candidates for bridge builder, with how sure.
    Builders,
    /// Influence on the question.
    Towers,
    /// Groups that lack ties.
    Missing,
    /// Groups that the ties show, and what the network hangs together by.
    Groups,
    /// Figures with their definitions.
    Figures,
    /// Who does what, by when.
    Agreements,
    /// What was noted in the session.
    Remarks,
    /// What the note is not about.
    LeftOut,
    /// Program, version, settings, how to repeat it.
    Program,
}

impl NotePart {
    /// In the order of the note.
    pub const ALL: [Self; 13] = [
        Self::About,
        Self::Picture,
        Self::Actors,
        Self::Relations,
        Self::Builders,
        Self::Towers,
        Self::Missing,
        Self::Groups,
        Self::Figures,
        Self::Agreements,
        Self::Remarks,
        Self::LeftOut,
        Self::Program,
    ];

    /// What a user types, the same in every language; the text of its heading has the key `note-part-NAME`.
    pub fn name(self) -> &'static str {
        match self {
            Self::About => "about",
            Self::Picture => "picture",
            Self::Actors => "actors",
            Self::Relations => "relations",
            Self::Builders => "builders",
            Self::Towers => "towers",
            Self::Missing => "missing",
            Self::Groups => "groups",
            Self::Figures => "figures",
            Self::Agreements => "agreements",
            Self::Remarks => "remarks",
            Self::LeftOut => "left-out",
            Self::Program => "program",
        }
    }

    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.name() == name)
    }
}
