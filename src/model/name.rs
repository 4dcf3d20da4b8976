//! When two names are the same to people.

use unicode_normalization::UnicodeNormalization;

/// The name as people compare it: without regard to case, Unicode form, width of letters and white space.
/// Accents count: Andre and André may be two people.
///
/// ```
/// use netwerkopstelling::model::name_key;
/// assert_eq!(name_key("Su\u{301}dwest  Fryslân "), name_key("SÚDWEST FRYSLÂN"));
/// assert_eq!(name_key("ＵＷＶ"), name_key("uwv"));
/// assert_ne!(name_key("Andre"), name_key("André"));
/// ```
pub fn name_key(name: &str) -> String {
    // Twice: lower case can come apart (İ), and what was wide must be made lower case.
    let plain: String = name.nfkc().flat_map(char::to_lowercase).nfkc().collect();
    let is_seen = |sign: &char| !matches!(sign, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}');
    let seen: String = plain.chars().filter(is_seen).collect();
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The names in what was typed or pasted: one a line, the first column of a table, without bullets. A name that
/// stands there twice is there twice: two actors may have one name.
///
/// ```
/// use netwerkopstelling::model::names_in;
/// let pasted = "- Alkmaar\r\n• UWV\t12\n\n  Élan; \nAlkmaar";
/// assert_eq!(names_in(pasted).collect::<Vec<_>>(), ["Alkmaar", "UWV", "Élan", "Alkmaar"]);
/// ```
pub fn names_in(text: &str) -> impl Iterator<Item = &str> {
    let name = |line| {
        let first = str::split(line, '\t').next().unwrap_or_default();
        let bare = first.trim().trim_start_matches(['-', '•', '*', '–', '·']);
        bare.trim_end_matches([';', ',']).trim()
    };
    text.lines().map(name).filter(|name| !name.is_empty())
}
