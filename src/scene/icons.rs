//! The icons a kind of actor can have: names in the file, characters of the icon font on the board.

use egui_phosphor::fill;
use unicode_segmentation::UnicodeSegmentation;

use crate::i18n::shown;

/// The file of the font that has them.
pub fn font() -> &'static [u8] {
    egui_phosphor::Variant::Fill.font_bytes()
}

/// Name and character; the names are those of the Phosphor set, so that a file stays readable elsewhere.
pub const ICONS: &[(&str, &str)] = &[
    ("buildings", fill::BUILDINGS),
    ("building-office", fill::BUILDING_OFFICE),
    ("map-trifold", fill::MAP_TRIFOLD),
    ("crown", fill::CROWN),
    ("drop", fill::DROP),
    ("compass", fill::COMPASS),
    ("briefcase", fill::BRIEFCASE),
    ("graduation-cap", fill::GRADUATION_CAP),
    ("flask", fill::FLASK),
    ("factory", fill::FACTORY),
    ("storefront", fill::STOREFRONT),
    ("handshake", fill::HANDSHAKE),
    ("megaphone", fill::MEGAPHONE),
    ("heart", fill::HEART),
    ("users-three", fill::USERS_THREE),
    ("gavel", fill::GAVEL),
    ("table", fill::TABLE),
    ("user", fill::USER),
    ("globe", fill::GLOBE),
    ("house", fill::HOUSE),
    ("lightning", fill::LIGHTNING),
    ("car", fill::CAR),
    ("first-aid-kit", fill::FIRST_AID_KIT),
    ("leaf", fill::LEAF),
    ("scales", fill::SCALES),
    ("shield-check", fill::SHIELD_CHECK),
    ("star", fill::STAR),
    ("wrench", fill::WRENCH),
];

/// The character of a named icon.
pub fn icon(name: &str) -> Option<&'static str> {
    ICONS
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, character)| *character)
}

/// One or two letters that stand for a name when there is no icon; an accent goes with its letter, whether it is a
/// sign of its own in the name or not.
pub fn initials(label: &str) -> String {
    let is_letter = |letter: &str| letter.starts_with(char::is_alphanumeric);
    // Of a name without end a part is read.
    let shown = shown(label);
    let words = shown.grapheme_indices(true).scan(false, |in_word, (at, letter)| {
        let begins = is_letter(letter) && !*in_word;
        *in_word = is_letter(letter);
        Some(begins.then_some((at, letter)))
    });
    let mut words = words.flatten();
    let first = words.next();
    let last = words.last();
    let letters = first.into_iter().chain(last);
    letters.map(|(_, letter)| letter.to_uppercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_are_whole_letters_of_the_first_and_the_last_word() {
        for (name, letters) in [
            ("Álvarez, Ana", "ÁA"),
            ("A\u{301}lvarez", "A\u{301}"),
            ("A\u{301}na de la O\u{308}st", "A\u{301}O\u{308}"),
            ("'s-Gravenhage", "SG"),
            ("gemeente Súdwest-Fryslân", "GF"),
            ("ijsclub", "I"),
            ("straße", "S"),
            ("…", ""),
        ] {
            assert_eq!(initials(name), letters, "{name}");
        }
    }
}
