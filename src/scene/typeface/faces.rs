//! The fonts that are part of the program, in the order in which a letter is looked for in them. The window and every
//! picture have these and no others, so that a name looks alike in all of them and on every machine.

use std::sync::LazyLock;

use skrifa::charmap::Charmap;
use skrifa::{FontRef, MetadataProvider};
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

use super::drawn::{drawn, is_drawn_otherwise};
use crate::scene::marks::WORD_FONT;

/// A font and how large its letters are beside those of the first.
pub struct FaceFile {
    pub name: &'static str,
    pub bytes: &'static [u8],
    pub scale: f32,
}

const fn face(name: &'static str, bytes: &'static [u8], scale: f32) -> FaceFile {
    FaceFile { name, bytes, scale }
}

/// Latin, Greek and Cyrillic letters are in the first; then Hebrew, Arabic, other Cyrillic, emoji and signs. Names and
/// scales of three are those of the screen library, which has them too.
pub static FACES: [FaceFile; 7] = [
    face("inter", WORD_FONT, 1.0),
    face(
        "noto-sans-hebrew",
        include_bytes!("../../../assets/fonts/NotoSansHebrew.ttf"),
        1.0,
    ),
    face(
        "noto-sans-arabic",
        include_bytes!("../../../assets/fonts/NotoSansArabic.ttf"),
        1.0,
    ),
    face("Ubuntu-Light", epaint_default_fonts::UBUNTU_LIGHT, 1.0),
    face(
        "NotoEmoji-Regular",
        epaint_default_fonts::NOTO_EMOJI_REGULAR,
        0.81,
    ),
    // Emoji that the one before is too old for, such as a handshake.
    face(
        "noto-emoji-more",
        include_bytes!("../../../assets/fonts/NotoEmojiMore.ttf"),
        0.81,
    ),
    face("emoji-icon-font", epaint_default_fonts::EMOJI_ICON, 0.9),
];

/// Position of the one that has Latin letters other than those of the first, and thinner.
pub(super) const OTHER_LATIN: usize = 3;

/// What stands for a letter that is in none of them; it is in one of them itself.
pub const REPLACEMENT: char = '\u{25fb}';

static CHARMAPS: LazyLock<Vec<Charmap<'static>>> = LazyLock::new(|| {
    let fonts = FACES.iter().map(|face| font(face.bytes));
    fonts.map(|font| font.charmap()).collect()
});

pub(super) fn font(bytes: &'static [u8]) -> FontRef<'static> {
    FontRef::new(bytes).expect("part of the program")
}

/// The face that has a letter; `None` when none does.
pub(super) fn face_with(letter: char) -> Option<usize> {
    if letter.is_ascii() || is_unseen(letter) {
        return Some(0);
    }
    CHARMAPS.iter().position(|known| known.map(letter).is_some())
}

pub(super) fn has_letter(face: usize, letter: char) -> bool {
    CHARMAPS
        .get(face)
        .is_some_and(|known| known.map(letter).is_some())
}

/// Where a letter with all that belongs to it is drawn from; its first sign says which.
pub(super) fn face_of(grapheme: &str) -> usize {
    let first = grapheme.chars().next().unwrap_or(' ');
    face_with(first).unwrap_or_else(replacing_face)
}

pub(super) fn replacing_face() -> usize {
    face_with(REPLACEMENT).unwrap_or_default()
}

/// What says how letters go together and is no sign itself.
fn is_unseen(letter: char) -> bool {
    letter.is_control()
        || matches!(letter,
            '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2009}' | '\u{202f}' | '\u{2060}'..='\u{206f}'
            | '\u{feff}')
}

/// The first letter of a text that no font of the program has: [`REPLACEMENT`] stands for it.
///
/// ```
/// use netwerkopstelling::scene::typeface::letter_without_face;
/// assert_eq!(letter_without_face("Αθήνα, Київ, עכו, طنجة, 🌉🤝"), None);
/// assert_eq!(letter_without_face("Bureau 北京"), Some('北'));
/// ```
pub fn letter_without_face(text: &str) -> Option<char> {
    if text.is_ascii() {
        return None;
    }
    let firsts = text
        .graphemes(true)
        .filter_map(|letter| drawn(letter).chars().next());
    firsts
        .filter(|&letter| !is_combining_mark(letter))
        .find(|&letter| face_with(letter).is_none())
}

/// Whether a text is drawn in letters of another font than the first of the program, or in other letters than it has.
pub(super) fn is_of_more_faces(text: &str) -> bool {
    let firsts = text.graphemes(true).filter_map(|letter| letter.chars().next());
    let is_of_others = || firsts.filter_map(face_with).any(|face| face > 0);
    !text.is_ascii() && (is_of_others() || is_drawn_otherwise(text))
}
