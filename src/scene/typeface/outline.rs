//! Letters as shapes.

use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider};

use crate::scene::geometry::Xy;

/// The outline of some letters, begun at (0, 0) on their line, and the box around it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Outline {
    pub steps: Vec<OutlineStep>,
    /// Left, top, right, bottom.
    pub area: [f32; 4],
}

/// A step along an outline, with the points that bend it and the one where it ends.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum OutlineStep {
    Move(Xy),
    Line(Xy),
    Quad(Xy, Xy),
    Curve(Xy, Xy, Xy),
    Close,
}

impl OutlineStep {
    pub fn moved(self, by: Xy) -> Self {
        match self {
            Self::Move(to) => Self::Move(to + by),
            Self::Line(to) => Self::Line(to + by),
            Self::Quad(bend, to) => Self::Quad(bend + by, to + by),
            Self::Curve(out_of, into, to) => Self::Curve(out_of + by, into + by, to + by),
            Self::Close => Self::Close,
        }
    }
}

/// Follows the outline of letters.
#[derive(Default)]
pub(super) struct Trace {
    steps: Vec<OutlineStep>,
    area: Option<[f32; 4]>,
    /// Where the next letter stands.
    pub at: Xy,
}

impl Trace {
    pub fn into_outline(self) -> Outline {
        Outline {
            steps: self.steps,
            area: self.area.unwrap_or_default(),
        }
    }

    pub fn draw(&mut self, font: &FontRef<'_>, glyph: Option<GlyphId>, size: f32, location: LocationRef<'_>) {
        let Some(outline) = glyph.and_then(|glyph| font.outline_glyphs().get(glyph)) else {
            return;
        };
        let settings = DrawSettings::unhinted(Size::new(size), location);
        // A broken letter is drawn as far as it goes.
        let _ = outline.draw(settings, self);
    }

    /// A point of the font, of which the y runs up.
    fn at(&mut self, x: f32, y: f32) -> Xy {
        let (x, y) = (self.at.x + x, self.at.y - y);
        let [left, top, right, bottom] = self.area.unwrap_or([x, y, x, y]);
        self.area = Some([left.min(x), top.min(y), right.max(x), bottom.max(y)]);
        Xy::new(x, y)
    }
}

impl OutlinePen for Trace {
    fn move_to(&mut self, x: f32, y: f32) {
        let to = self.at(x, y);
        self.steps.push(OutlineStep::Move(to));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let to = self.at(x, y);
        self.steps.push(OutlineStep::Line(to));
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        let (bend, to) = (self.at(cx, cy), self.at(x, y));
        self.steps.push(OutlineStep::Quad(bend, to));
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        let (out_of, into, to) = (self.at(ax, ay), self.at(bx, by), self.at(x, y));
        self.steps.push(OutlineStep::Curve(out_of, into, to));
    }

    fn close(&mut self) {
        self.steps.push(OutlineStep::Close);
    }
}
