//! The icons a kind of actor can have: names in the file, characters of the icon font on the board.

use egui_phosphor::fill;

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

/// One or two letters that stand for a name when there is no icon.
pub fn initials(label: &str) -> String {
    let mut words = label
        .split(|character: char| !character.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let first = words.next().and_then(|word| word.chars().next());
    let second = words.next_back().and_then(|word| word.chars().next());
    first
        .into_iter()
        .chain(second)
        .flat_map(char::to_uppercase)
        .collect()
}
