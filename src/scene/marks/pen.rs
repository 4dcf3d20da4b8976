//! What draws marks.

use crate::model::Rgb;
use crate::scene::geometry::Xy;

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

/// Which letters.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Face {
    /// The interface's own, as heavy as this: 400 is plain, 700 is bold.
    Words(u16),
    Icons,
}

/// One line of text about a point: the middle of what is seen of the letters, since icons do not sit in the middle of
/// their line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Text<'a> {
    pub text: &'a str,
    pub at: Xy,
    pub size: f32,
    pub face: Face,
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

    /// A mark that is drawn around (0, 0) once and put down at many places.
    fn stamp(&mut self, key: StampKey, at: Xy, draw: impl FnOnce(&mut Self));

    fn text(&mut self, text: Text<'_>, ink: impl Into<Ink>);

    /// The part of a line that matters, begun a whole number of `period`s after its start, so that a pattern along it
    /// stays where it is.
    fn in_sight(&self, points: &[Xy], _period: f32) -> Vec<Xy> {
        points.to_vec()
    }
}
