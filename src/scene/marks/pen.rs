//! What draws marks.

use crate::model::Rgb;
use crate::scene::geometry::Xy;
use crate::scene::labels::Area;

/// A colour, and how much of it shows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ink {
    pub tone: Rgb,
    /// 1 hides what is under it, 0 shows nothing.
    pub strength: f32,
}

impl Ink {
    pub fn faint(self, share: f32) -> Self {
        Self {
            strength: self.strength * share,
            ..self
        }
    }
}

impl From<Rgb> for Ink {
    fn from(tone: Rgb) -> Self {
        Self { tone, strength: 1.0 }
    }
}

/// The file of the interface's own face, of which the weight can be chosen.
pub static WORD_FONT: &[u8] = include_bytes!("../../../assets/fonts/Inter.var.ttf");

/// Which letters.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Face {
    /// The interface's own, as heavy as this: 400 is plain, 700 is bold.
    Words(u16),
    Icons,
}

/// Which point of a text is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// The middle of what is seen of one line: icons do not sit in the middle of theirs.
    Seen,
    /// The middle of the upper edge; lines are centred.
    Top,
    /// The middle; lines are centred.
    Middle,
    TopLeft,
}

/// What is around letters, so that they are told from what is under them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Halo {
    pub width: f32,
    pub tone: Rgb,
}

/// A text in the lines that it has.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Text<'a> {
    pub text: &'a str,
    pub at: Xy,
    pub anchor: Anchor,
    pub size: f32,
    pub face: Face,
    pub halo: Option<Halo>,
}

/// Where the line around a card runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rim {
    Outside,
    Middle,
    Inside,
}

/// A rectangle, with round corners perhaps.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Card {
    pub area: Area,
    pub corner: f32,
    pub fill: Ink,
    /// Width and ink of the line around it.
    pub rim: Option<(f32, Ink, Rim)>,
}

impl Card {
    pub fn plain(area: Area, corner: f32, fill: impl Into<Ink>) -> Self {
        Self {
            area,
            corner,
            fill: fill.into(),
            rim: None,
        }
    }
}

/// Measures letters as they will be drawn.
pub trait Letters {
    /// Width and height of a text in the lines that it has.
    fn extent(&self, text: &str, size: f32, weight: u16) -> (f32, f32);
}

/// What a mark is, its size in bits, and its colours.
pub type StampKey = (&'static str, u32, [Rgb; 2]);

/// Draws marks on the screen or in a picture, each over the ones before.
pub trait Pen: Sized {
    /// A line along the points.
    fn stroke(&mut self, points: &[Xy], width: f32, ink: impl Into<Ink>);

    /// A line around the points.
    fn outline(&mut self, points: &[Xy], width: f32, ink: impl Into<Ink>);

    /// A filled convex shape, its points clockwise.
    fn fill(&mut self, points: &[Xy], ink: impl Into<Ink>);

    /// As [`Self::fill`], with an edge that fades over `softness`.
    fn shadow(&mut self, points: &[Xy], softness: f32, ink: impl Into<Ink>);

    fn disc(&mut self, centre: Xy, radius: f32, ink: impl Into<Ink>);

    /// A disc so small that no eye sees what stands there.
    fn speck(&mut self, centre: Xy, radius: f32, ink: impl Into<Ink>) {
        self.disc(centre, radius, ink);
    }

    /// A line in dashes: drawn and skipped lengths in turn.
    fn dashes(&mut self, points: &[Xy], pattern: &[f32], width: f32, ink: impl Into<Ink>);

    /// A line of dots this wide, one every `step`, the first half a step from the start.
    fn dots(&mut self, points: &[Xy], size: f32, step: f32, ink: impl Into<Ink>);

    /// The inside of closed lines; what an even number of them surrounds is outside. `parts`: the same in convex
    /// parts, which meet but do not overlap.
    fn region(&mut self, rings: &[Vec<Xy>], parts: impl Iterator<Item = Vec<Xy>>, ink: impl Into<Ink>);

    fn card(&mut self, card: Card);

    /// A mark that is drawn around (0, 0) once and put down at many places.
    fn stamp(&mut self, key: StampKey, at: Xy, draw: impl FnOnce(&mut Self));

    fn text(&mut self, text: Text<'_>, ink: impl Into<Ink>);

    /// The part of a line that matters, begun a whole number of `period`s after its start, so that a pattern along it
    /// stays where it is.
    fn in_sight(&self, points: &[Xy], _period: f32) -> Vec<Xy> {
        points.to_vec()
    }
}
