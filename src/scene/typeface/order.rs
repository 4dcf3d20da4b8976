//! In which order letters stand in a line: most scripts run to the right, Hebrew and Arabic to the left, and a line may
//! have both (the Unicode bidirectional algorithm, UAX 9).

use std::borrow::Cow;

use unicode_bidi::{BidiClass, BidiInfo, bidi_class};
use unicode_segmentation::UnicodeSegmentation;

use super::drawn::{drawn, is_drawn_otherwise};
use super::faces::face_of;

/// Letters of one font that stand together. A shaper turns those around of which the script runs to the left.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Stretch<'a> {
    pub face: usize,
    pub letters: Cow<'a, str>,
    /// Where in the line they begin; `None` when they are not there as they stand here.
    pub from: Option<usize>,
    runs_left: bool,
}

/// Whether part of a text runs to the left.
pub fn runs_left(text: &str) -> bool {
    !text.is_ascii() && text.chars().any(is_of_left)
}

fn is_of_left(letter: char) -> bool {
    matches!(bidi_class(letter), BidiClass::R | BidiClass::AL)
}

/// A line in stretches, from left to right as they are seen.
pub(super) fn stretches(line: &str) -> Vec<Stretch<'_>> {
    if !runs_left(line) {
        return of_one_face(line, 0);
    }
    let info = BidiInfo::new(line, None);
    let mut found = Vec::new();
    for paragraph in &info.paragraphs {
        let (levels, runs) = info.visual_runs(paragraph, paragraph.range.clone());
        for run in runs {
            let mut stretches = of_one_face(&line[run.clone()], run.start);
            if levels[run.start].is_rtl() {
                stretches.reverse();
                for stretch in stretches.iter_mut().filter(|stretch| !stretch.runs_left) {
                    stretch.letters = turned(&stretch.letters).into();
                    stretch.from = None;
                }
            }
            found.extend(stretches);
        }
    }
    found
}

/// A line in stretches as it is read; `start` is where in the whole it begins.
fn of_one_face(line: &str, start: usize) -> Vec<Stretch<'_>> {
    if line.is_ascii() && !line.is_empty() {
        return vec![stretch(line, 0, start)];
    }
    let mut found = Vec::new();
    let (mut from, mut face) = (0, None);
    for (at, grapheme) in line.grapheme_indices(true) {
        if let Cow::Owned(seen) = drawn(grapheme) {
            let before = face.take();
            found.extend(before.map(|last| stretch(&line[from..at], last, start + from)));
            from = at + grapheme.len();
            found.extend(seen.graphemes(true).map(|one| Stretch {
                letters: one.to_owned().into(),
                from: None,
                ..stretch(one, face_of(one), 0)
            }));
            continue;
        }
        let of_this = face_of(grapheme);
        if let Some(last) = face.replace(of_this)
            && last != of_this
        {
            found.push(stretch(&line[from..at], last, start + from));
            from = at;
        }
    }
    found.extend(face.map(|last| stretch(&line[from..], last, start + from)));
    found
}

fn stretch(letters: &str, face: usize, from: usize) -> Stretch<'_> {
    Stretch {
        face,
        letters: letters.into(),
        from: Some(from),
        runs_left: runs_left(letters),
    }
}

/// From the other side, with brackets that still hold what is between them.
fn turned(letters: &str) -> String {
    let mirrored = |letter: &str| match letter {
        "(" => ")".to_owned(),
        ")" => "(".to_owned(),
        "[" => "]".to_owned(),
        "]" => "[".to_owned(),
        "{" => "}".to_owned(),
        "}" => "{".to_owned(),
        "<" => ">".to_owned(),
        ">" => "<".to_owned(),
        "«" => "»".to_owned(),
        "»" => "«".to_owned(),
        "‹" => "›".to_owned(),
        "›" => "‹".to_owned(),
        _ => letter.to_owned(),
    };
    letters.graphemes(true).rev().map(mirrored).collect()
}

/// A text for who sets letters from left to right and turns around only what is of one font: its lines with their
/// stretches in the order in which they are seen, in the letters that are drawn. What needs nothing comes back as it was.
///
/// ```
/// use netwerkopstelling::scene::typeface::in_sight_order;
/// assert_eq!(in_sight_order("Alkmaar"), "Alkmaar");
/// // The second word stands at the left.
/// assert_eq!(in_sight_order("שלום עולם"), "עולם שלום");
/// ```
pub fn in_sight_order(text: &str) -> Cow<'_, str> {
    if !runs_left(text) && !is_drawn_otherwise(text) {
        return text.into();
    }
    let lines: Vec<String> = text.lines().map(line_in_sight_order).collect();
    lines.join("\n").into()
}

fn line_in_sight_order(line: &str) -> String {
    /// Seen nowhere, and of another font than letters that run to the left.
    const BETWEEN: char = '\u{200b}';
    let mut seen = String::with_capacity(line.len());
    let mut before: Option<Stretch<'_>> = None;
    for stretch in stretches(line) {
        let merges =
            |before: &Stretch<'_>| before.face == stretch.face && (before.runs_left || stretch.runs_left);
        if before.as_ref().is_some_and(merges) {
            seen.push(BETWEEN);
        }
        seen.push_str(&stretch.letters);
        before = Some(stretch);
    }
    seen
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(line: &str) -> Vec<String> {
        let stretches = stretches(line).into_iter();
        stretches.map(|stretch| stretch.letters.into_owned()).collect()
    }

    #[test]
    fn words_of_a_script_that_runs_left_stand_from_right_to_left() {
        assert_eq!(seen("עיריית חיפה"), ["חיפה", " ", "עיריית"]);
        // In a line that begins with Latin letters that part stays at the left.
        assert_eq!(seen("Stichting בית לחם"), ["Stichting ", "לחם", " ", "בית"]);
        // And in one that begins with Arabic ones a Latin word stands at the left of them, as it is.
        assert_eq!(seen("بلدية Alkmaar"), ["Alkmaar", " ", "بلدية"]);
    }

    #[test]
    fn numbers_keep_their_order_and_brackets_what_they_hold() {
        assert_eq!(seen("חיפה 2030"), ["2030", " ", "חיפה"]);
        assert_eq!(
            seen("חיפה (צפון)"),
            ["(", "צפון", ") ", "חיפה"].map(str::to_owned)
        );
    }

    #[test]
    fn letters_of_two_directions_in_one_font_are_kept_apart() {
        // Arabic digits run to the right, also beside the letters.
        assert_eq!(in_sight_order("طنجة٢٣"), "٢٣\u{200b}طنجة");
        assert_eq!(in_sight_order("Alkmaar\nעכו א"), "Alkmaar\nא עכו");
    }

    #[test]
    fn a_line_is_cut_where_the_font_changes_and_nowhere_else() {
        assert_eq!(seen("Gemeente Αθήνα"), ["Gemeente Αθήνα"]);
        assert_eq!(seen("Brug 🌉 west"), ["Brug ", "🌉", " west"]);
        assert_eq!(seen(""), [""; 0]);
        let stretches = stretches("Brug 🌉 west");
        assert_eq!(
            stretches.iter().filter_map(|one| one.from).collect::<Vec<_>>(),
            [0, 5, 9]
        );
    }

    #[test]
    fn a_text_is_set_in_the_letters_that_are_drawn_also_where_nothing_in_it_runs_left() {
        for (written, expected) in [
            ("Buurtteam 👍🏽", "Buurtteam 👍"),
            ("e\u{fb03}ciënt\ne\u{fb01}n", "efficiënt\nefin"),
            ("Café 北", "Café 北"),
        ] {
            assert_eq!(in_sight_order(written), expected);
        }
    }
}
