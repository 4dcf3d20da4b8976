//! The letters of pictures, measured on the font files themselves: the same on every machine, with or without a window.

mod drawn;
mod faces;
mod order;
mod outline;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use harfrust::{ShaperData, ShaperInstance, UnicodeBuffer, Variation};
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, GlyphId, MetadataProvider};
use unicode_normalization::char::is_combining_mark;

pub use faces::{FACES, FaceFile, REPLACEMENT, letter_without_face};
pub use order::{in_sight_order, runs_left};
pub use outline::{Outline, OutlineStep};

use crate::scene::geometry::Xy;
use crate::scene::icons;
use crate::scene::marks::{Face, Letters};
use faces::{font, is_of_more_faces, replacing_face};
use order::{Stretch, stretches};
use outline::Trace;

/// All fonts are part of the program: a picture that names no installed font has these.
pub struct Typeface {
    /// As in [`FACES`].
    words: Vec<LoadedFace>,
    icons: FontRef<'static>,
    /// As shares of the size of letters; what lies below the line counts down from it.
    ascent: f32,
    line: f32,
}

struct LoadedFace {
    font: FontRef<'static>,
    shaping: ShaperData,
    units_per_em: f32,
    scale: f32,
    /// How much lower its letters stand than those of the first, so that in height both are in the middle of the line:
    /// a share of their size.
    drop: f32,
}

/// A letter, or some together, as it stands in a line.
#[derive(Debug, Clone, PartialEq)]
pub struct SetGlyph {
    pub glyph: u32,
    /// Which bytes of the line it shows.
    pub letters: Range<usize>,
    /// To the next one, in sizes of the letters of its font.
    pub advance: f32,
    /// To the right and up, in the same.
    pub offset: Xy,
}

/// Letters of one font that stand together in a line.
#[derive(Debug, Clone, PartialEq)]
pub struct SetRun {
    /// Position in [`FACES`].
    pub face: usize,
    /// How large its letters are beside those of the first font.
    pub scale: f32,
    /// To the right and down from where the line begins, in sizes of letters.
    pub at: Xy,
    /// Whether the line has its letters as they are seen: in this order, and not others in place of what no font has.
    pub is_as_written: bool,
    pub glyphs: Vec<SetGlyph>,
}

impl SetRun {
    /// In sizes of letters.
    pub fn width(&self) -> f32 {
        self.glyphs.iter().map(|one| one.advance).sum::<f32>() * self.scale
    }
}

/// Whether who draws a text has to have its letters as shapes to show what the program shows: another reader may lack
/// the font, or lay out in another order. What no font of the program has is left to the reader's.
pub fn is_for_outlines(text: &str) -> bool {
    runs_left(text) || is_of_more_faces(text)
}

/// Where an icon that is seen in the middle of `at` begins: on whole points, so that it is as sharp in every picture as on
/// the screen, and stands in the same place.
pub fn icon_start(icon: &str, size: f32, at: Xy) -> Xy {
    /// Middles of what is seen, in sizes: the same at every size.
    static MIDDLES: LazyLock<BTreeMap<&'static str, Xy>> = LazyLock::new(|| {
        let letters = Typeface::new();
        let middle = |icon| {
            let [left, top, right, bottom] = letters.outline(icon, 1.0, Face::Icons).area;
            Xy::new((left + right) / 2.0, (top + bottom) / 2.0)
        };
        icons::ICONS
            .iter()
            .map(|&(_, icon)| (icon, middle(icon)))
            .collect()
    });
    let start = at - MIDDLES.get(icon).copied().unwrap_or_default() * size;
    // Halves go up whichever side of the board's middle it is on: the screen counts from its corner.
    Xy::new((start.x + 0.5).floor(), (start.y + 0.5).floor())
}

impl Default for Typeface {
    fn default() -> Self {
        Self::new()
    }
}

/// Above the line that letters stand on, and from one such line to the next, in sizes.
fn heights(font: &FontRef<'_>) -> (f32, f32) {
    let metrics = font.metrics(Size::unscaled(), LocationRef::default());
    let share = |units: f32| units / f32::from(metrics.units_per_em);
    (
        share(metrics.ascent),
        share(metrics.ascent - metrics.descent + metrics.leading),
    )
}

impl Typeface {
    pub fn new() -> Self {
        let (ascent, line) = heights(&font(FACES[0].bytes));
        let load = |face: &FaceFile| {
            let font = font(face.bytes);
            let (own_ascent, own_line) = heights(&font);
            LoadedFace {
                shaping: ShaperData::new(&font),
                units_per_em: f32::from(
                    font.metrics(Size::unscaled(), LocationRef::default())
                        .units_per_em,
                ),
                scale: face.scale,
                drop: own_ascent * face.scale - ascent + (line - own_line * face.scale) / 2.0,
                font,
            }
        };
        Self {
            words: FACES.iter().map(load).collect(),
            icons: font(icons::font()),
            ascent,
            line,
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

    /// The letters of a line from left to right, in units of their size.
    pub fn run(&self, line: &str, weight: u16) -> Vec<SetRun> {
        let mut runs: Vec<SetRun> = Vec::new();
        for stretch in stretches(line) {
            let x = runs.last().map_or(0.0, |last| last.at.x + last.width());
            self.set(&stretch, weight, x, &mut runs);
        }
        runs
    }

    /// Appends the letters of a stretch that begins at `x`.
    fn set(&self, stretch: &Stretch<'_>, weight: u16, mut x: f32, runs: &mut Vec<SetRun>) {
        let face = &self.words[stretch.face];
        let letters = &*stretch.letters;
        let glyphs = face.shaped(letters, weight);
        let mut starts: Vec<usize> = glyphs
            .glyph_infos()
            .iter()
            .map(|info| info.cluster as usize)
            .collect();
        starts.sort_unstable();
        starts.dedup();
        let begin = stretch.from.unwrap_or_default();
        let is_as_written = stretch.from.is_some() && !runs_left(letters);
        let share = |units: i32| units as f32 / face.units_per_em;
        let mut run = face.run(stretch.face, x, is_as_written);
        let mut replaced = None;
        for (info, place) in glyphs.glyph_infos().iter().zip(glyphs.glyph_positions()) {
            let from = info.cluster as usize;
            let next = starts.partition_point(|&start| start <= from);
            let until = starts.get(next).copied().unwrap_or(letters.len());
            let shown = begin + from..begin + until;
            if info.glyph_id > 0 {
                run.glyphs.push(SetGlyph {
                    glyph: info.glyph_id,
                    letters: shown,
                    advance: share(place.x_advance),
                    offset: Xy::new(share(place.x_offset), share(place.y_offset)),
                });
                continue;
            }
            // One sign for what no font has, whatever belongs to it.
            let is_mark = letters[from..].starts_with(is_combining_mark);
            if is_mark || replaced.replace(from) == Some(from) {
                run.is_as_written = false;
                continue;
            }
            x += run.width();
            push(runs, run);
            let other = self.replacement(shown, x);
            x += other.width();
            push(runs, other);
            run = face.run(stretch.face, x, is_as_written);
        }
        push(runs, run);
    }

    fn replacement(&self, letters: Range<usize>, x: f32) -> SetRun {
        let at = replacing_face();
        let face = &self.words[at];
        let glyph = face.font.charmap().map(REPLACEMENT).unwrap_or_default();
        let metrics = face.font.glyph_metrics(Size::unscaled(), LocationRef::default());
        let advance = metrics.advance_width(glyph).unwrap_or_default() / face.units_per_em;
        let mut run = face.run(at, x, false);
        run.glyphs.push(SetGlyph {
            glyph: glyph.to_u32(),
            letters,
            advance,
            offset: Xy::ZERO,
        });
        run
    }

    pub fn width(&self, line: &str, size: f32, weight: u16) -> f32 {
        let runs = self.run(line, weight);
        runs.last().map_or(0.0, |last| last.at.x + last.width()) * size
    }

    /// One line of letters as shapes. Empty when nothing of it is to be seen.
    pub fn outline(&self, line: &str, size: f32, face: Face) -> Outline {
        match face {
            Face::Icons => {
                let mut trace = Trace::default();
                let glyphs = self.icons.charmap();
                for letter in line.chars() {
                    trace.draw(&self.icons, glyphs.map(letter), size, LocationRef::default());
                }
                trace.into_outline()
            }
            Face::Words(weight) => self.outline_of(&self.run(line, weight), size, weight),
        }
    }

    /// Letters that have their places, as shapes.
    pub fn outline_of(&self, runs: &[SetRun], size: f32, weight: u16) -> Outline {
        let mut trace = Trace::default();
        for run in runs {
            let face = &self.words[run.face];
            let location = face.font.axes().location([("wght", f32::from(weight))]);
            let size_here = size * run.scale;
            let mut pen = 0.0;
            for one in &run.glyphs {
                let offset = Xy::new(pen + one.offset.x, -one.offset.y);
                trace.at = run.at * size + offset * size_here;
                let glyph = Some(GlyphId::new(one.glyph));
                trace.draw(&face.font, glyph, size_here, LocationRef::from(&location));
                pen += one.advance;
            }
        }
        trace.into_outline()
    }
}

impl LoadedFace {
    fn shaped(&self, letters: &str, weight: u16) -> harfrust::GlyphBuffer {
        let weight = Variation {
            tag: harfrust::Tag::new(b"wght"),
            value: f32::from(weight),
        };
        let instance = ShaperInstance::from_variations(&self.font, [weight]);
        let shaper = self.shaping.shaper(&self.font).instance(Some(&instance)).build();
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(letters);
        buffer.guess_segment_properties();
        shaper.shape(buffer, harfrust::ShapeOptions::new())
    }

    fn run(&self, face: usize, x: f32, is_as_written: bool) -> SetRun {
        SetRun {
            face,
            scale: self.scale,
            at: Xy::new(x, self.drop),
            is_as_written,
            glyphs: Vec::new(),
        }
    }
}

/// Nothing is no run, and what goes on is none of its own.
fn push(runs: &mut Vec<SetRun>, run: SetRun) {
    if !run.glyphs.is_empty() {
        runs.push(run);
    }
}

impl Letters for Typeface {
    fn extent(&self, text: &str, size: f32, weight: u16) -> (f32, f32) {
        let widths = text.lines().map(|line| self.width(line, size, weight));
        let lines = text.lines().count().max(1) as f32;
        (widths.fold(0.0, f32::max), lines * self.line(size))
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

    #[test]
    fn greek_cyrillic_hebrew_arabic_and_emoji_have_letters_of_the_program() {
        let typeface = Typeface::new();
        for name in ["Αθήνα", "Київ", "חיפה", "طنجة", "🌉", "🤝", "🙂", "é", "北"] {
            let outline = typeface.outline(name, 30.0, Face::Words(560));
            let [left, _, right, _] = outline.area;
            let wide = typeface.width(name, 30.0, 560);
            assert!(
                right - left > 5.0 && (right - left) < wide * 1.3,
                "{name}: {wide}"
            );
        }
        let faces = |name: &str| -> Vec<usize> {
            let runs = typeface.run(name, 560);
            runs.iter().map(|run| run.face).collect()
        };
        assert_eq!(faces("Αθήνα Київ"), [0]);
        assert_eq!(faces("חיפה طنجة"), [2, 0, 1]);
        assert_eq!(faces("A🌉"), [0, replacing_face()]);
    }

    #[test]
    fn arabic_letters_join_and_run_left() {
        let typeface = Typeface::new();
        // Joined, the three letters are other shapes than each alone.
        let [run] = &typeface.run("بلد", 400)[..] else {
            panic!("one stretch");
        };
        let alone: Vec<u32> = ["ب", "ل", "د"]
            .iter()
            .map(|letter| typeface.run(letter, 400)[0].glyphs[0].glyph)
            .collect();
        let joined: Vec<u32> = run.glyphs.iter().map(|one| one.glyph).collect();
        assert!(joined.iter().filter(|glyph| alone.contains(glyph)).count() < 2);
        // The last letter of the word is the first from the left.
        assert!(run.glyphs[0].letters.start > run.glyphs[run.glyphs.len() - 1].letters.start);
        assert!(!run.is_as_written);
    }

    #[test]
    fn one_sign_stands_for_a_letter_that_no_font_has_and_the_line_is_not_as_written() {
        let typeface = Typeface::new();
        let runs = typeface.run("A北B", 400);
        assert_eq!(runs.len(), 3);
        assert_eq!(runs[1].glyphs.len(), 1);
        assert_eq!(runs[1].glyphs[0].letters, 1..4);
        let written: Vec<bool> = runs.iter().map(|run| run.is_as_written).collect();
        assert_eq!(written, [true, false, true]);
        assert!(typeface.width("A北B", 20.0, 400) > typeface.width("AB", 20.0, 400) + 5.0);
        let twice = typeface.outline("北京", 20.0, Face::Words(400));
        assert!(twice.steps.len() >= 2 * typeface.outline("北", 20.0, Face::Words(400)).steps.len());
    }

    #[test]
    fn letters_of_another_font_or_that_run_left_are_shapes_in_a_file_and_those_of_our_own_are_text() {
        for own in ["Alkmaar", "Δήμος Αθηναίων", "Київ", "één", ""] {
            assert!(!is_for_outlines(own), "{own}");
        }
        for others in ["Brug 🌉 west", "☎", "🙂", "חיפה", "طنجة", "Stichting בית"] {
            assert!(is_for_outlines(others), "{others}");
        }
    }
}
