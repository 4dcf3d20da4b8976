//! The board under the pieces, and the facts about the constellation as a whole.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{ActorId, Codes, CopyOnWrite, Extra, NoteId, Point, RelationId};

/// What the board shows under the pieces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Background {
    /// Only the edge of the board: outside it is outside the network.
    #[default]
    Empty,
    /// Rings of influence around the question.
    Rings,
    /// The four perspectives on government.
    Quadrants,
    /// A field per sector.
    SectorFields,
    /// A band per scale level.
    LevelBands,
    /// The user's own picture or map.
    Picture,
}

impl Background {
    pub const ALL: [Self; 6] = [
        Self::Empty,
        Self::Rings,
        Self::Quadrants,
        Self::SectorFields,
        Self::LevelBands,
        Self::Picture,
    ];
}

/// A picture the user put under the board; it travels inside the file.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    pub name: String,
    /// `image/png` or `image/jpeg`.
    pub mime: String,
    /// The encoded file, as it was read.
    pub bytes: Arc<[u8]>,
}

/// The board: `width` x `height` board units around (0, 0).
#[derive(Debug, Clone, PartialEq)]
pub struct Board {
    pub width: f64,
    pub height: f64,
    pub background: Background,
    pub picture: Option<Picture>,
    /// Place of the question as a piece of its own; `None` when it is not on the board.
    pub issue_pos: Option<Point>,
    /// What pieces are coloured by when the file is opened: a word of ours or the key of an attribute. `None`: by sector.
    pub colour_by: Option<String>,
    pub extra: CopyOnWrite<Extra>,
}

impl Default for Board {
    fn default() -> Self {
        Self {
            width: 1600.0,
            height: 1000.0,
            background: Background::Empty,
            picture: None,
            issue_pos: None,
            colour_by: None,
            extra: CopyOnWrite::default(),
        }
    }
}

/// Language of a constellation's own words, as a BCP 47 tag in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    #[default]
    Nl,
    En,
}

/// Facts about the constellation as a whole.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Info {
    pub title: String,
    /// The question or task the network is about (opgave / vraag).
    pub issue: String,
    /// As the user wrote it, by preference ISO 8601.
    pub date: String,
    pub place: String,
    pub language: Language,
    /// Where the facts come from.
    pub source: String,
    pub description: String,
    /// Who set it up.
    pub author: String,
    /// What stands for the names of actors where these are not to be read; empty until that was asked for.
    pub codes: CopyOnWrite<Codes>,
    pub extra: CopyOnWrite<Extra>,
}

/// What a note is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoteTarget {
    Constellation,
    Actor(ActorId),
    Relation(RelationId),
}

/// Something said in the session, worth keeping.
#[derive(Debug, Clone, PartialEq)]
pub struct Note {
    pub id: NoteId,
    pub text: String,
    pub about: NoteTarget,
    /// ISO 8601, empty when unknown.
    pub at: String,
    pub extra: Extra,
}
