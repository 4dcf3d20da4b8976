//! The letters of pictures, measured on the font files themselves: the same on every machine, with or without a window.

use std::ops::Range;

use harfrust::{ShaperData, ShaperInstance, UnicodeBuffer, Variation};
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider};

use crate::scene::geometry::Xy;
use crate::scene::icons;
use crate::scene::marks::{Face, Letters, WORD_FONT};

/// Both fonts are part of the program: a picture that names no installed font has these.
pub struct Typeface {
    words: FontRef<'static>,
    icons: FontRef<'static>,
    shaping: ShaperData,
    units_per_em: f32,
    /// As shares of the size of letters; what lies below the line counts down from it.
    ascent: f32,
    line: f32,
}

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

/// A letter, or some together, as it stands in a line.
#[derive(Debug, Clone, PartialEq)]
pub struct SetGlyph {
    /// 0 for what the font has no letter for.
    pub glyph: u32,
    /// Which bytes of the line it shows.
    pub letters: Range<usize>,
    /// To the next one, in sizes of the letters.
    pub advance: f32,
    /// To the right and up, in sizes of the letters.
    pub offset: Xy,
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

impl Default for Typeface {
    fn default() -> Self {
        Self::new()
    }
}

impl Typeface {
    pub fn new() -> Self {
        let words = FontRef::new(WORD_FONT).expect("part of the program");
        let icons = FontRef::new(icons::font()).expect("part of the program");
        let metrics = words.metrics(Size::unscaled(), LocationRef::default());
        let units_per_em = f32::from(metrics.units_per_em);
        Self {
            shaping: ShaperData::new(&words),
            units_per_em,
            ascent: metrics.ascent / units_per_em,
            line: (metrics.ascent - metrics.descent + metrics.leading) / units_per_em,
            words,
            icons,
        }
    }

    /// From the top of a line to where its letters stand.
    pub fn ascent(&self, size: f32) -> f32 {
        self.ascent * size
    }

    /// From one line to the next: in whole points, as the screen has it.
    pub fn line(&self, size: f32) -> f32 {
        (self.line * size).round()
    }

    fn shaped(&self, line: &str, weight: u16) -> harfrust::GlyphBuffer {
        let weight = Variation {
            tag: harfrust::Tag::new(b"wght"),
            value: f32::from(weight),
        };
        let instance = ShaperInstance::from_variations(&self.words, [weight]);
        let shaper = self.shaping.shaper(&self.words).instance(Some(&instance)).build();
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(line);
        buffer.guess_segment_properties();
        shaper.shape(buffer, harfrust::ShapeOptions::new())
    }

    /// The letters of a line one after the other, in units of their size.
    pub fn run(&self, line: &str, weight: u16) -> Vec<SetGlyph> {
        let glyphs = self.shaped(line, weight);
        let mut starts: Vec<usize> = glyphs
            .glyph_infos()
            .iter()
            .map(|info| info.cluster as usize)
            .collect();
        starts.sort_unstable();
        starts.dedup();
        let share = |units: i32| units as f32 / self.units_per_em;
        let set = |(info, place): (&harfrust::GlyphInfo, &harfrust::GlyphPosition)| {
            let from = info.cluster as usize;
            let next = starts.partition_point(|&start| start <= from);
            SetGlyph {
                glyph: info.glyph_id,
                letters: from..starts.get(next).copied().unwrap_or(line.len()),
                advance: share(place.x_advance),
                offset: Xy::new(share(place.x_offset), share(place.y_offset)),
            }
        };
        let infos = glyphs.glyph_infos().iter();
        infos.zip(glyphs.glyph_positions()).map(set).collect()
    }

    pub fn width(&self, line: &str, size: f32, weight: u16) -> f32 {
        let advances = self.shaped(line, weight);
        let units: i32 = advances.glyph_positions().iter().map(|at| at.x_advance).sum();
        units as f32 / self.units_per_em * size
    }

    /// One line of letters as shapes. Empty when nothing of it is to be seen.
    pub fn outline(&self, line: &str, size: f32, face: Face) -> Outline {
        let mut trace = Trace::default();
        match face {
            Face::Icons => {
                let glyphs = self.icons.charmap();
                for letter in line.chars() {
                    trace.draw(&self.icons, glyphs.map(letter), size, LocationRef::default());
                }
            }
            Face::Words(weight) => {
                let location = self.words.axes().location([("wght", f32::from(weight))]);
                let glyphs = self.shaped(line, weight);
                let scale = size / self.units_per_em;
                let mut pen = 0.0;
                for (info, place) in glyphs.glyph_infos().iter().zip(glyphs.glyph_positions()) {
                    trace.x = pen + place.x_offset as f32 * scale;
                    trace.y = -(place.y_offset as f32) * scale;
                    let glyph = Some(GlyphId::new(info.glyph_id));
                    trace.draw(&self.words, glyph, size, LocationRef::from(&location));
                    pen += place.x_advance as f32 * scale;
                }
            }
        }
        Outline {
            steps: trace.steps,
            area: trace.area.unwrap_or_default(),
        }
    }
}

impl Letters for Typeface {
    fn extent(&self, text: &str, size: f32, weight: u16) -> (f32, f32) {
        let widths = text.lines().map(|line| self.width(line, size, weight));
        let lines = text.lines().count().max(1) as f32;
        (widths.fold(0.0, f32::max), lines * self.line(size))
    }
}

/// Follows the outline of letters.
#[derive(Default)]
struct Trace {
    steps: Vec<OutlineStep>,
    area: Option<[f32; 4]>,
    x: f32,
    y: f32,
}

impl Trace {
    fn draw(&mut self, font: &FontRef<'_>, glyph: Option<GlyphId>, size: f32, location: LocationRef<'_>) {
        let Some(outline) = glyph.and_then(|glyph| font.outline_glyphs().get(glyph)) else {
            return;
        };
        let settings = DrawSettings::unhinted(Size::new(size), location);
        // A broken letter is drawn as far as it goes.
        let _ = outline.draw(settings, self);
    }

    /// A point of the font, of which the y runs up.
    fn at(&mut self, x: f32, y: f32) -> Xy {
        let (x, y) = (self.x + x, self.y - y);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heavier_and_larger_letters_are_wider_and_every_line_counts() {
        let typeface = Typeface::new();
        let (plain, high) = typeface.extent("Hoogheemraadschap", 20.0, 400);
        assert!(plain > 150.0 && plain < 220.0, "{plain}");
        assert!(typeface.extent("Hoogheemraadschap", 20.0, 700).0 > plain * 1.02);
        let (twice, _) = typeface.extent("Hoogheemraadschap", 40.0, 400);
        assert!((twice - 2.0 * plain).abs() < 0.01);
        let (wide, two) = typeface.extent("Hoogheemraadschap\nA", 20.0, 400);
        assert_eq!((wide, two), (plain, 2.0 * high));
    }

    #[test]
    fn an_icon_and_a_letter_have_an_outline_and_a_space_has_none() {
        let typeface = Typeface::new();
        let icon = icons::icon("gavel").expect("a known icon");
        for (text, face) in [(icon, Face::Icons), ("R", Face::Words(400))] {
            let outline = typeface.outline(text, 30.0, face);
            let [left, top, right, bottom] = outline.area;
            assert!(right - left > 10.0 && bottom - top > 10.0, "{:?}", outline.area);
            assert!(matches!(outline.steps[0], OutlineStep::Move(_)));
            assert_eq!(outline.steps.last(), Some(&OutlineStep::Close));
        }
        assert_eq!(typeface.outline(" ", 30.0, Face::Words(400)).steps, []);
    }
}
