//! Question and footer: lines of words across a page, above and below the rest.

use unicode_segmentation::UnicodeSegmentation;

use crate::i18n::shown_up_to;
use crate::model::Rgb;
use crate::scene::geometry::Xy;
use crate::scene::marks::{Anchor, Face, Halo, Letters, Text, halo_width};
use crate::scene::typeface::Typeface;

/// Space around what is on the picture.
pub const MARGIN: f32 = 24.0;
const QUESTION: LineFace = LineFace {
    size: 24.0,
    weight: 660,
};
const FOOTER: LineFace = LineFace {
    size: 13.0,
    weight: 450,
};
/// A question longer than this is no heading.
const MOST_OF_QUESTION: usize = 240;

#[derive(Debug, Clone, Copy)]
struct LineFace {
    size: f32,
    weight: u16,
}

/// Lines of words across the page.
pub struct PageLines {
    words: String,
    left: f32,
    pub top: f32,
    pub bottom: f32,
    anchor: Anchor,
    face: LineFace,
    /// Whether a word is wider than the page.
    pub breaks_words: bool,
}

impl PageLines {
    pub fn text(&self, surround: Rgb) -> Text<'_> {
        let LineFace { size, weight } = self.face;
        Text {
            text: &self.words,
            at: Xy::new(self.left, self.top),
            anchor: self.anchor,
            size,
            face: Face::Words(weight),
            // Seen only where something lies under it.
            halo: Some(Halo {
                width: halo_width(size),
                tone: surround,
            }),
        }
    }
}

/// The question in the middle above the rest.
pub fn question(letters: &Typeface, said: &str, (wide, _): (f32, f32)) -> Option<PageLines> {
    let text = shown_up_to(said, MOST_OF_QUESTION);
    if text.is_empty() {
        return None;
    }
    let (words, breaks_words) = balanced(letters, &text, wide - 2.0 * MARGIN);
    let (_, high) = letters.extent(&words, QUESTION.size, QUESTION.weight);
    let top = MARGIN / 2.0;
    Some(PageLines {
        words,
        left: wide / 2.0,
        top,
        bottom: top + high,
        anchor: Anchor::Top,
        face: QUESTION,
        breaks_words,
    })
}

/// When and where it was, and over how many, below the rest.
pub fn footer(letters: &Typeface, said: &str, (wide, high): (f32, f32)) -> Option<PageLines> {
    if said.is_empty() {
        return None;
    }
    let (lines, breaks_words) = in_lines(letters, said, FOOTER, wide - 2.0 * MARGIN);
    let words = lines.join("\n");
    let (_, tall) = letters.extent(&words, FOOTER.size, FOOTER.weight);
    let bottom = high - MARGIN / 2.0;
    Some(PageLines {
        words,
        left: MARGIN,
        top: bottom - tall,
        bottom,
        anchor: Anchor::TopLeft,
        face: FOOTER,
        breaks_words,
    })
}

/// In as few lines as fit, about equally long: a last word alone on its line looks like a mistake. And whether a word had
/// to be broken.
fn balanced(letters: &Typeface, text: &str, most: f32) -> (String, bool) {
    let lay_out = |width: f32| in_lines(letters, text, QUESTION, width);
    let (mut best, breaks_words) = lay_out(most);
    let (mut narrow, mut wide) = (most / 2.0, most);
    while best.len() > 1 && !breaks_words && wide - narrow > QUESTION.size {
        let width = f32::midpoint(narrow, wide);
        let (lines, breaks_more) = lay_out(width);
        if lines.len() == best.len() && !breaks_more {
            (best, wide) = (lines, width);
        } else {
            narrow = width;
        }
    }
    (best.join("\n"), breaks_words)
}

/// No line is wider than this, though a word should have to be broken; and whether one was.
fn in_lines(letters: &Typeface, text: &str, face: LineFace, width: f32) -> (Vec<String>, bool) {
    let fits = |line: &str| letters.width(line, face.size, face.weight) <= width;
    let mut lines: Vec<String> = Vec::new();
    let mut breaks_words = false;
    for word in text.split_whitespace() {
        let longer = lines.last().map(|line| format!("{line} {word}"));
        match (longer.filter(|line| fits(line)), lines.last_mut()) {
            (Some(longer), Some(last)) => *last = longer,
            _ if fits(word) => lines.push(word.to_owned()),
            _ => {
                breaks_words = true;
                lines.extend(broken(word, fits));
            }
        }
    }
    (lines, breaks_words)
}

/// A word in parts that each fit on a line.
fn broken(word: &str, fits: impl Fn(&str) -> bool) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for letter in word.graphemes(true) {
        let longer = parts.last().map(|part| format!("{part}{letter}"));
        match (longer.filter(|part| fits(part)), parts.last_mut()) {
            (Some(longer), Some(last)) => *last = longer,
            _ => parts.push(letter.to_owned()),
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn widths(letters: &Typeface, lines: &str) -> Vec<f32> {
        let lines = lines.lines();
        lines
            .map(|line| letters.width(line, QUESTION.size, QUESTION.weight))
            .collect()
    }

    #[test]
    fn a_long_question_stands_in_lines_of_about_the_same_length() {
        let letters = Typeface::new();
        let question =
            "Wie moeten er samenwerken om in 2030 iedereen in de regio aan passend werk te helpen?";
        let (lines, breaks_words) = balanced(&letters, question, 620.0);
        let widths = widths(&letters, &lines);
        assert_eq!(
            lines.split_whitespace().count(),
            question.split_whitespace().count()
        );
        assert!(
            widths.len() == 2 && widths.iter().all(|&width| width <= 620.0),
            "{widths:?}"
        );
        assert!(widths[1] > 0.7 * widths[0], "{widths:?}");
        assert!(!breaks_words);
    }

    #[test]
    fn a_word_wider_than_the_page_breaks_and_none_of_it_is_beyond_the_edge() {
        let letters = Typeface::new();
        let long = "samenwerkingsverbandenoverleg".repeat(3);
        let (lines, breaks_words) = balanced(&letters, &format!("Wie zit in {long}?"), 300.0);
        assert!(breaks_words);
        assert!(
            widths(&letters, &lines).iter().all(|&width| width <= 300.0),
            "{lines}"
        );
        assert_eq!(lines.replace('\n', ""), format!("Wie zit in{long}?"));
    }
}
