//! What is drawn of a letter with all that belongs to it. A font has emoji one by one and not what joins them to one, and
//! a ligature of its own for letters that the first font has: nobody should see a box, or thin letters, for that.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{compose, is_combining_mark};
use unicode_segmentation::UnicodeSegmentation;

use super::faces::{OTHER_LATIN, face_with, has_letter};

/// Says in which of its forms the letter before is to be drawn: the fonts have one.
fn is_selector(letter: char) -> bool {
    matches!(letter, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' | '\u{e0020}'..='\u{e007f}')
}

fn is_skin_tone(letter: char) -> bool {
    matches!(letter, '\u{1f3fb}'..='\u{1f3ff}')
}

const JOINER: char = '\u{200d}';

/// One grapheme as it is drawn: the emoji that it is joined of each by itself, without what joins them, says their form
/// or colours their skin; without a mark that its font has not; and in letters of the first font where it is only another
/// way to write these (`ﬁ`).
pub(super) fn drawn(grapheme: &str) -> Cow<'_, str> {
    let mut letters = grapheme.chars();
    let Some(first) = letters.next() else {
        return grapheme.into();
    };
    let face = face_with(first);
    if face == Some(0) && letters.as_str().is_empty() {
        return grapheme.into();
    }
    let mut seen = match plainly(first, face) {
        _ if is_selector(first) => String::new(),
        Some(plain) => plain,
        None => first.to_string(),
    };
    let is_drawn = |letter: char| {
        if is_selector(letter) || is_skin_tone(letter) {
            false
        } else if letter == JOINER {
            // In some scripts it is how letters are written.
            first.is_alphabetic()
        } else if is_combining_mark(letter) {
            let has = |letter| face.is_some_and(|face| has_letter(face, letter));
            has(letter) || compose(first, letter).is_some_and(has)
        } else {
            face_with(letter).is_some()
        }
    };
    seen.extend(letters.filter(|&letter| is_drawn(letter)));
    if seen == grapheme {
        grapheme.into()
    } else {
        seen.into()
    }
}

/// A letter in letters of the first font, when only one with other letters has it or none does.
fn plainly(letter: char, face: Option<usize>) -> Option<String> {
    if face.is_some_and(|face| face != OTHER_LATIN) {
        return None;
    }
    let plain: String = std::iter::once(letter).nfkd().collect();
    let is_other = !plain.starts_with(letter);
    (is_other && plain.chars().all(|letter| has_letter(0, letter))).then_some(plain)
}

/// Whether a text is drawn otherwise than it is written.
pub(super) fn is_drawn_otherwise(text: &str) -> bool {
    !text.is_ascii()
        && text
            .graphemes(true)
            .any(|letter| matches!(drawn(letter), Cow::Owned(_)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(text: &str) -> String {
        text.graphemes(true).map(drawn).collect()
    }

    #[test]
    fn of_joined_emoji_each_is_drawn_and_nothing_that_joins_them() {
        for (written, expected) in [
            ("👩\u{200d}⚕\u{fe0f} arts", "👩⚕ arts"),
            ("👍🏽 duim", "👍 duim"),
            ("1\u{fe0f}\u{20e3} een", "1 een"),
            ("🏳\u{fe0f}\u{200d}🌈", "🏳🌈"),
            ("☎\u{fe0f} bel", "☎ bel"),
            ("\u{fe0f}", ""),
        ] {
            assert_eq!(seen(written), expected, "{written}");
        }
    }

    #[test]
    fn letters_that_are_others_written_as_one_are_drawn_in_the_first_font() {
        assert_eq!(seen("ŉ eﬃciënte ﬁets"), "ʼn efficiënte fiets");
        assert_eq!(seen("№ ½ ẞ"), "№ ½ ẞ");
    }

    #[test]
    fn what_the_fonts_have_is_drawn_as_it_is_written() {
        for text in [
            "Súdwest-Fryslân",
            "e\u{301}e\u{301}n",
            "Αθήνα",
            "חיפה",
            "طنجة",
            "🇳🇱",
            "北",
            "q\u{302}",
        ] {
            assert_eq!(seen(text), text);
            assert!(!is_drawn_otherwise(text), "{text}");
        }
    }
}
