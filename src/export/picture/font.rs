//! The letters that an SVG file uses, as fonts within it: who has not installed ours reads the same picture. A font per
//! weight, with the letters of the file and how they stand beside each other, and nothing else.
//!
//! subsetter leaves out what tells which letter a glyph is, as a PDF has that elsewhere; it is put back here.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use skrifa::instance::Size;
use skrifa::{FontRef, MetadataProvider};
use subsetter::GlyphRemapper;
use unicode_normalization::UnicodeNormalization;
use write_fonts::FontBuilder;
use write_fonts::tables::cmap::Cmap;
use write_fonts::types::{GlyphId, Tag};

use crate::scene::typeface::{FACES, SetRun, Typeface};

/// Pairs of letters that a table of this form has room for.
const MOST_PAIRS: usize = 10_000;
/// Readers that have the fonts of the file do not look for these.
const OTHERS: &str = "Inter,'Inter Variable','Helvetica Neue',Arial,sans-serif";

/// What is written of one weight.
#[derive(Debug, Default)]
struct WrittenLetters {
    letters: BTreeSet<char>,
    /// Places in the font's own list, and the room between them that their widths do not say, in sizes.
    pairs: BTreeMap<(u32, u32), f32>,
}

/// What is written in a file, by weight.
#[derive(Debug, Default)]
pub struct FileFonts(BTreeMap<u16, WrittenLetters>);

impl FileFonts {
    /// A line that is written; gives how wide it is, in sizes.
    pub fn take_in(&mut self, line: &str, weight: u16, letters: &Typeface) -> f32 {
        let written = self.0.entry(weight).or_default();
        written.letters.extend(line.chars());
        // What readers make of a letter and an accent.
        written.letters.extend(line.nfc());
        let runs = letters.run(line, weight);
        for run in runs.iter().filter(|run| run.face == 0) {
            let beside = run.glyphs.iter().zip(run.glyphs.iter().skip(1));
            written
                .pairs
                .extend(beside.map(|(one, next)| ((one.glyph, next.glyph), one.advance)));
        }
        runs.last().map_or(0.0, |last| last.at.x + SetRun::width(last))
    }

    /// The fonts, and which is that of every weight; nothing where nothing was written.
    pub fn style(&self) -> String {
        let mut style = String::new();
        for (weight, written) in &self.0 {
            let name = format!("Netwerkopstelling {weight}");
            if let Some(font) = written.font(*weight) {
                let font = STANDARD.encode(font);
                let _ = writeln!(
                    style,
                    "@font-face{{font-family:'{name}';font-weight:1 1000;src:url(data:font/ttf;base64,{font})}}"
                );
            }
            let _ = writeln!(style, ".{}{{font-family:'{name}',{OTHERS}}}", class(*weight));
        }
        style
    }
}

/// What letters of a weight are called in the file.
pub fn class(weight: u16) -> String {
    format!("w{weight}")
}

impl WrittenLetters {
    /// `None` when there is nothing that our font has; a mistake is in the log.
    fn font(&self, weight: u16) -> Option<Vec<u8>> {
        let bytes = FACES[0].bytes;
        let whole = FontRef::new(bytes).ok()?;
        let known = whole.charmap();
        let mut numbers = GlyphRemapper::new();
        let mut letters: Vec<(char, GlyphId)> = Vec::new();
        let mut plain: BTreeMap<u32, GlyphId> = BTreeMap::new();
        for &letter in &self.letters {
            let Some(glyph) = known.map(letter) else { continue };
            let number = GlyphId::new(numbers.remap(u16::try_from(glyph.to_u32()).ok()?).into());
            plain.insert(glyph.to_u32(), number);
            letters.push((letter, number));
        }
        if letters.is_empty() {
            return None;
        }
        let at = [(subsetter::Tag::new(b"wght"), f32::from(weight))];
        let part = subsetter::subset_with_variations(bytes, 0, &at, &numbers);
        let part = part
            .inspect_err(|error| log::error!("letters of a picture: {error}"))
            .ok()?;
        let letters = Cmap::from_mappings(letters).ok()?;
        let mut font = FontBuilder::new();
        font.copy_missing_tables(write_fonts::read::FontRef::new(&part).ok()?);
        font.add_table(&letters).ok()?;
        // Browsers take no font without it.
        let about = whole.table_data(skrifa::Tag::new(b"OS/2"))?;
        font.add_raw(Tag::new(b"OS/2"), about.as_bytes().to_vec());
        if let Some(beside) = self.beside(&whole, weight, &plain) {
            font.add_raw(Tag::new(b"kern"), beside);
        }
        Some(font.build())
    }

    /// How much nearer or further letters stand to each other than their widths say (table `kern`, format 0).
    fn beside(&self, whole: &FontRef<'_>, weight: u16, plain: &BTreeMap<u32, GlyphId>) -> Option<Vec<u8>> {
        let location = whole.axes().location([("wght", f32::from(weight))]);
        let metrics = whole.glyph_metrics(Size::unscaled(), &location);
        let per_size = f32::from(whole.metrics(Size::unscaled(), &location).units_per_em);
        let mut rows: BTreeMap<(u32, u32), i16> = BTreeMap::new();
        for (&(one, next), advance) in &self.pairs {
            let (Some(left), Some(right)) = (plain.get(&one), plain.get(&next)) else {
                continue;
            };
            let own = metrics
                .advance_width(skrifa::GlyphId::new(one))
                .unwrap_or_default();
            let nearer = (advance * per_size - own).round() as i16;
            if nearer != 0 && rows.len() < MOST_PAIRS {
                rows.insert((left.to_u32(), right.to_u32()), nearer);
            }
        }
        let count = u16::try_from(rows.len()).ok().filter(|count| *count > 0)?;
        let steps = count.ilog2();
        let range = 6 * (1 << steps);
        let mut table = Vec::new();
        // One table of version 0, then its own head: horizontal, format 0.
        let head = [
            0,
            1,
            0,
            14 + 6 * count,
            1,
            count,
            range,
            steps as u16,
            6 * count - range,
        ];
        for word in head {
            table.extend(word.to_be_bytes());
        }
        for ((left, right), nearer) in rows {
            for number in [left, right] {
                table.extend((number as u16).to_be_bytes());
            }
            table.extend(nearer.to_be_bytes());
        }
        Some(table)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Units of our font per size of letters.
    fn units() -> f32 {
        let font = FontRef::new(FACES[0].bytes).expect("part of the program");
        let metrics = font.metrics(Size::unscaled(), skrifa::instance::LocationRef::default());
        f32::from(metrics.units_per_em)
    }

    /// A font that was written, read by the crates that shape letters.
    fn written(lines: &[&str], weight: u16) -> Vec<u8> {
        let (letters, mut fonts) = (Typeface::new(), FileFonts::default());
        for line in lines {
            fonts.take_in(line, weight, &letters);
        }
        fonts.0[&weight].font(weight).expect("a font")
    }

    fn shaped(font: &[u8], line: &str) -> Vec<(u32, i32)> {
        let font = harfrust::FontRef::new(font).expect("a font");
        let data = harfrust::ShaperData::new(&font);
        let shaper = data.shaper(&font).build();
        let mut buffer = harfrust::UnicodeBuffer::new();
        buffer.push_str(line);
        buffer.guess_segment_properties();
        let glyphs = shaper.shape(buffer, harfrust::ShapeOptions::new());
        let places = glyphs.glyph_infos().iter().zip(glyphs.glyph_positions());
        places
            .map(|(info, place)| (info.glyph_id, place.x_advance))
            .collect()
    }

    #[test]
    fn a_font_of_the_letters_of_a_file_is_small_and_sets_them_as_ours_does() {
        let lines = ["AV Wethouder", "Súdwest-Fryslân", "Κιλκίς", "Ty. We, Yo"];
        for weight in [400, 560, 680] {
            let font = written(&lines, weight);
            assert!(font.len() < 20_000, "{}", font.len());
            let letters = Typeface::new();
            for line in lines {
                let ours: f32 = letters.width(line, units(), weight);
                let theirs: i32 = shaped(&font, line).iter().map(|(_, advance)| advance).sum();
                assert!(
                    (ours - theirs as f32).abs() < 4.0,
                    "{line} at {weight}: {ours} {theirs}"
                );
                assert!(shaped(&font, line).iter().all(|(glyph, _)| *glyph > 0), "{line}");
            }
            // A letter with an accent apart is that letter here too.
            assert_eq!(shaped(&font, "Su\u{301}dwest"), shaped(&font, "Súdwest"));
            assert!(
                shaped(&font, "Q").iter().all(|(glyph, _)| *glyph == 0),
                "it has no other letters"
            );
        }
    }

    #[test]
    fn letters_stand_as_near_as_in_our_font() {
        let letters = Typeface::new();
        let apart = letters.width("A", units(), 560) + letters.width("V", units(), 560);
        let together = letters.width("AV", units(), 560);
        assert!(together < apart - 20.0, "{together} {apart}");
        let theirs: i32 = shaped(&written(&["AV"], 560), "AV").iter().map(|one| one.1).sum();
        assert!((together - theirs as f32).abs() < 2.0, "{together} {theirs}");
    }

    #[test]
    fn where_nothing_is_written_there_is_no_font_and_no_style() {
        assert_eq!(FileFonts::default().style(), "");
        let (letters, mut fonts) = (Typeface::new(), FileFonts::default());
        fonts.take_in("北", 400, &letters);
        assert!(!fonts.style().contains("@font-face"));
        assert!(fonts.style().contains(".w400{font-family:"));
    }
}
