//! A pen for tests that keeps what is drawn.

use super::pen::{Card, Ink, Pen, StampKey, Text};
use crate::scene::geometry::Xy;
use crate::scene::labels::Area;

/// One mark as it was asked for.
#[derive(Debug, Clone, PartialEq)]
pub enum KeptMark {
    Stroke(Vec<Xy>, f32, Ink),
    Outline(Vec<Xy>, f32, Ink),
    Fill(Vec<Xy>, Ink),
    Shadow(Vec<Xy>, Ink),
    Disc(Xy, f32, Ink),
    Dashes(Vec<Xy>, Vec<f32>, f32, Ink),
    Dots(Vec<Xy>, f32, f32, Ink),
    Region(Vec<Vec<Xy>>, Ink),
    Card(Card),
    /// The words, where, their size and their colour.
    Text(String, Xy, f32, Ink),
}

impl KeptMark {
    /// All that it covers; nothing of letters, whose font this pen does not know.
    pub fn area(&self) -> Option<Area> {
        let (points, around) = match self {
            Self::Stroke(points, width, _)
            | Self::Outline(points, width, _)
            | Self::Dashes(points, _, width, _)
            | Self::Dots(points, width, _, _) => (points.clone(), width / 2.0),
            Self::Fill(points, _) | Self::Shadow(points, _) => (points.clone(), 0.0),
            Self::Disc(centre, radius, _) => (vec![*centre], *radius),
            Self::Region(rings, _) => (rings.concat(), 0.0),
            Self::Card(card) => return Some(card.area),
            Self::Text(..) => return None,
        };
        let grown = |at: &Xy| [at.x - around, at.y - around, at.x + around, at.y + around];
        points.iter().map(grown).reduce(super::tower::around)
    }
}

/// Keeps marks, each with whether it is part of a stamp.
#[derive(Debug, Default)]
pub struct KeptPen {
    pub marks: Vec<(bool, KeptMark)>,
    is_stamping: bool,
}

impl KeptPen {
    fn keep(&mut self, mark: KeptMark) {
        self.marks.push((self.is_stamping, mark));
    }

    pub fn all(&self) -> impl Iterator<Item = &KeptMark> {
        self.marks.iter().map(|(_, mark)| mark)
    }

    pub fn stamped(&self) -> impl Iterator<Item = &KeptMark> {
        let stamped = self.marks.iter().filter(|(is_stamped, _)| *is_stamped);
        stamped.map(|(_, mark)| mark)
    }
}

impl Pen for KeptPen {
    fn stroke(&mut self, points: &[Xy], width: f32, ink: impl Into<Ink>) {
        self.keep(KeptMark::Stroke(points.to_vec(), width, ink.into()));
    }
    fn outline(&mut self, points: &[Xy], width: f32, ink: impl Into<Ink>) {
        self.keep(KeptMark::Outline(points.to_vec(), width, ink.into()));
    }
    fn fill(&mut self, points: &[Xy], ink: impl Into<Ink>) {
        self.keep(KeptMark::Fill(points.to_vec(), ink.into()));
    }
    fn shadow(&mut self, points: &[Xy], _: f32, ink: impl Into<Ink>) {
        self.keep(KeptMark::Shadow(points.to_vec(), ink.into()));
    }
    fn disc(&mut self, centre: Xy, radius: f32, ink: impl Into<Ink>) {
        self.keep(KeptMark::Disc(centre, radius, ink.into()));
    }
    fn dashes(&mut self, points: &[Xy], pattern: &[f32], width: f32, ink: impl Into<Ink>) {
        self.keep(KeptMark::Dashes(
            points.to_vec(),
            pattern.to_vec(),
            width,
            ink.into(),
        ));
    }
    fn dots(&mut self, points: &[Xy], size: f32, step: f32, ink: impl Into<Ink>) {
        self.keep(KeptMark::Dots(points.to_vec(), size, step, ink.into()));
    }
    fn region(&mut self, rings: &[Vec<Xy>], _: impl Iterator<Item = Vec<Xy>>, ink: impl Into<Ink>) {
        self.keep(KeptMark::Region(rings.to_vec(), ink.into()));
    }
    fn card(&mut self, card: Card) {
        self.keep(KeptMark::Card(card));
    }
    fn stamp(&mut self, _: StampKey, _: Xy, draw: impl FnOnce(&mut Self)) {
        self.is_stamping = true;
        draw(self);
        self.is_stamping = false;
    }
    fn text(&mut self, text: Text<'_>, ink: impl Into<Ink>) {
        self.keep(KeptMark::Text(
            text.text.to_owned(),
            text.at,
            text.size,
            ink.into(),
        ));
    }
}
