//! The board under the pieces, and the facts about the constellation as a whole.

use std::sync::Arc;

use img_parts::jpeg::{JpegSegment, markers};
use img_parts::{Bytes, DynImage};
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

impl Picture {
    /// The same pixels without what a camera or a program wrote beside them: names, comments, the place where it was
    /// taken. What tells how to draw them (colours, sizes) stays. `None` where it cannot be taken apart.
    pub fn without_metadata(&self) -> Option<Self> {
        let bytes = Bytes::copy_from_slice(&self.bytes);
        let bare = match DynImage::from_bytes(bytes).ok()?? {
            DynImage::Png(mut png) => {
                png.chunks_mut().retain(|chunk| is_needed_in_png(chunk.kind()));
                png.encoder().bytes()
            }
            DynImage::Jpeg(mut jpeg) => {
                jpeg.segments_mut().retain(is_needed_in_jpeg);
                jpeg.encoder().bytes()
            }
            _ => return None,
        };
        Some(Self {
            bytes: Arc::from(&*bare),
            ..self.clone()
        })
    }
}

/// The four letters of a part of a PNG: what must be understood begins with a capital; of the rest transparency, colours
/// and the size of a pixel say how it looks. <https://www.w3.org/TR/png-3/#11Chunks>
fn is_needed_in_png(kind: [u8; 4]) -> bool {
    const LOOKS: [&[u8; 4]; 8] = [
        b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"sBIT", b"pHYs",
    ];
    kind[0].is_ascii_uppercase() || LOOKS.contains(&&kind)
}

/// Of a JPEG everything but comments and what applications put there; of those its own head, the profile of colours and
/// how colours were mixed say how it looks. <https://www.w3.org/Graphics/JPEG/itu-t81.pdf>
fn is_needed_in_jpeg(segment: &JpegSegment) -> bool {
    match segment.marker() {
        markers::APP0 | markers::APP14 => true,
        markers::APP2 => segment.contents().starts_with(b"ICC_PROFILE\0"),
        markers::APP1..=markers::APP15 | markers::COM => false,
        _ => true,
    }
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
