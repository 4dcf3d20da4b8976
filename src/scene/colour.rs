//! Which colour a piece has, and making any colour stand out from the board.

use std::collections::HashMap;

use super::build::SceneInput;
use super::palette::{SAMPLE_CONTRAST, SHAPE_CONTRAST};
use super::{ColourBy, Palette, contrast};
use crate::model::{Actor, ActorKindId, LevelId, RegionId, Rgb, SectorId};

/// The colour, made darker or lighter until it stands out from `board`. Colours that do so stay as they are.
pub fn legible(colour: Rgb, board: Rgb) -> Rgb {
    with_contrast(colour, board, SHAPE_CONTRAST)
}

/// As [`legible`], for the sample of a line in a panel. A thin line loses part of its contrast to its soft edges.
pub fn legible_sample(colour: Rgb, ground: Rgb) -> Rgb {
    with_contrast(colour, ground, SAMPLE_CONTRAST)
}

/// As [`legible`], for a thin line on the board.
pub fn legible_line(colour: Rgb, palette: &Palette) -> Rgb {
    with_contrast(colour, palette.board, f64::from(palette.line_contrast))
}

fn with_contrast(colour: Rgb, board: Rgb, wanted: f64) -> Rgb {
    const STEPS: u32 = 32;
    let towards = super::ink_on(board);
    (0..=STEPS)
        .map(|step| mix(colour, towards, step as f32 / STEPS as f32))
        .find(|&mixed| contrast(mixed, board) >= wanted)
        .unwrap_or(towards)
}

/// `share` 0 is `from`, 1 is `to`.
pub fn mix(from: Rgb, to: Rgb, share: f32) -> Rgb {
    let part = |a: u8, b: u8| (f32::from(a) + (f32::from(b) - f32::from(a)) * share).round() as u8;
    Rgb(part(from.0, to.0), part(from.1, to.1), part(from.2, to.2))
}

/// Colours that stay apart for the colour-blind (Okabe and Ito 2008, and three of Tol's muted set), for lists
/// that have no colours of their own.
const APART: [Rgb; 10] = [
    Rgb(0x00, 0x72, 0xb2),
    Rgb(0xe6, 0x9f, 0x00),
    Rgb(0x00, 0x9e, 0x73),
    Rgb(0xcc, 0x79, 0xa7),
    Rgb(0xd5, 0x5e, 0x00),
    Rgb(0x56, 0xb4, 0xe9),
    Rgb(0x88, 0x22, 0x55),
    Rgb(0x99, 0x99, 0x33),
    Rgb(0x33, 0x22, 0x88),
    Rgb(0x66, 0x66, 0x66),
];

/// Ends of the scale for ordered lists, from small to large.
const SCALE: (Rgb, Rgb) = (Rgb(0x7f, 0xb8, 0xd8), Rgb(0x2a, 0x1f, 0x6f));

/// The colour of the word at a place of a list of this length, for lists without colours of their own.
pub(super) fn list_colour(colour_by: ColourBy, at: usize, count: usize) -> Rgb {
    if colour_by == ColourBy::Level {
        let share = at as f32 / count.saturating_sub(1).max(1) as f32;
        return mix(SCALE.0, SCALE.1, share);
    }
    apart(at)
}

/// A colour that stays apart from those of the other numbers.
pub(super) fn apart(at: usize) -> Rgb {
    let base = APART[at % APART.len()];
    // A second and third round through the colours is lighter, so that no two words look alike.
    mix(
        base,
        Rgb(0xff, 0xff, 0xff),
        (at / APART.len()) as f32 * 0.25 % 0.75,
    )
}

/// Fills of the pieces of one scene.
pub(super) struct Colours<'a> {
    colour_by: ColourBy,
    by_word: HashMap<&'a str, Rgb>,
    unknown: Rgb,
}

impl<'a> Colours<'a> {
    pub(super) fn new(input: SceneInput<'a>) -> Self {
        let colour_by = input.appearance.colour_by;
        let by_word = words(input)
            .into_iter()
            .map(|(id, _, colour)| (id, colour))
            .collect();
        Self {
            colour_by,
            by_word,
            unknown: input.palette.unknown,
        }
    }

    pub(super) fn of(&self, actor: &Actor) -> Rgb {
        word_of(self.colour_by, actor)
            .and_then(|word| self.by_word.get(word))
            .copied()
            .unwrap_or(self.unknown)
    }
}

/// The word that colours this actor.
pub(super) fn word_of(colour_by: ColourBy, actor: &Actor) -> Option<&str> {
    match colour_by {
        ColourBy::Sector => actor.sector.as_ref().map(SectorId::as_str),
        ColourBy::Level => actor.level.as_ref().map(LevelId::as_str),
        ColourBy::Region => actor.region.as_ref().map(RegionId::as_str),
        ColourBy::Kind => actor.kind.as_ref().map(ActorKindId::as_str),
    }
}

/// The words that colour pieces now, in their own order: id, label, colour on this board.
pub(super) fn words<'a>(input: SceneInput<'a>) -> Vec<(&'a str, &'a str, Rgb)> {
    let words = &input.constellation.vocabulary;
    let colour_by = input.appearance.colour_by;
    let own: Vec<(&str, &str, Option<Rgb>)> = match colour_by {
        ColourBy::Sector => words
            .sectors
            .iter()
            .map(|word| (word.id.as_str(), word.label.as_str(), Some(word.colour)))
            .collect(),
        ColourBy::Level => words
            .levels
            .iter()
            .map(|word| (word.id.as_str(), word.label.as_str(), None))
            .collect(),
        ColourBy::Region => words
            .regions
            .iter()
            .map(|word| (word.id.as_str(), word.label.as_str(), None))
            .collect(),
        ColourBy::Kind => words
            .actor_kinds
            .iter()
            .map(|word| (word.id.as_str(), word.label.as_str(), None))
            .collect(),
    };
    let count = own.len();
    own.into_iter()
        .enumerate()
        .map(|(at, (id, label, colour))| {
            let colour = colour.unwrap_or_else(|| list_colour(colour_by, at, count));
            (id, label, legible(colour, input.palette.board))
        })
        .collect()
}
