//! Texts as names are compared in them: letters without case, width and accents, and what stands between words.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

/// One letter or figure as it is compared, and where it stands in the text.
pub struct Letter {
    pub folded: char,
    pub start: usize,
    pub end: usize,
}

/// What stands before a letter, after the one before it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// Nothing that is seen: the same word goes on.
    None,
    /// A hyphen, an apostrophe or the like, without a space.
    Joint,
    /// White space, whatever else is there.
    Space,
    /// A point and white space: where an initial ends, or a sentence.
    Stop,
    /// Signs that say more, without the white space.
    Signs(String),
}

/// The letters and figures of a text. Everything else is what stands between them.
pub fn letters(text: &str) -> Vec<Letter> {
    let mut found: Vec<Letter> = Vec::with_capacity(text.len());
    let mut signs = text.char_indices().peekable();
    while let Some((start, sign)) = signs.next() {
        let next_is_plain = signs.peek().is_none_or(|(_, next)| next.is_ascii());
        if sign.is_ascii() && next_is_plain {
            if sign.is_ascii_alphanumeric() {
                found.push(Letter {
                    folded: sign.to_ascii_lowercase(),
                    start,
                    end: start + 1,
                });
            }
            continue;
        }
        let mut end = start + sign.len_utf8();
        // Accents that are signs of their own belong to the letter before them.
        while let Some((at, accent)) = signs.next_if(|(_, next)| canonical_combining_class(*next) != 0) {
            end = at + accent.len_utf8();
        }
        if is_apostrophe(sign) || is_unseen(sign) {
            continue;
        }
        let folded = text[start..end].nfkd().flat_map(folded_sign);
        let folded = folded.filter(|sign| sign.is_alphanumeric() && !is_apostrophe(*sign));
        found.extend(folded.map(|folded| Letter { folded, start, end }));
    }
    found
}

/// The letters of a text and nothing else: `annadeboer` of *Anna de Boër*.
pub fn in_one_piece(text: &str) -> String {
    letters(text).iter().map(|letter| letter.folded).collect()
}

/// What stands before the letter at `at`.
pub fn gap_before(text: &str, read: &[Letter], at: usize) -> Gap {
    let Some(before) = at.checked_sub(1).map(|before| &read[before]) else {
        return Gap::None;
    };
    // Of one sign that is several letters (ß) the letters stand at one place.
    match text.get(before.end..read[at].start) {
        None | Some("") => Gap::None,
        Some(between) => gap_of(between),
    }
}

/// What a text without letters is between two words.
pub fn gap_of(between: &str) -> Gap {
    let (mut has_any, mut has_space, mut has_point) = (false, false, false);
    let mut signs = String::new();
    for sign in between.chars().filter(|sign| !is_unseen(*sign)) {
        has_any = true;
        if is_apostrophe(sign) {
            continue;
        }
        for sign in std::iter::once(sign).nfkd() {
            match sign {
                sign if sign.is_whitespace() => has_space = true,
                '.' => has_point = true,
                '_' | '\u{b7}' | '\u{30fb}' => {}
                sign if is_dash(sign) || canonical_combining_class(sign) != 0 => {}
                sign => signs.push(if is_quote(sign) { '"' } else { sign }),
            }
        }
    }
    match (has_any, signs.is_empty()) {
        (false, _) => Gap::None,
        (true, false) => Gap::Signs(signs),
        (true, true) if has_space && has_point => Gap::Stop,
        (true, true) if has_space => Gap::Space,
        (true, true) => Gap::Joint,
    }
}

/// The apostrophes that keyboards and programs make of one.
pub fn is_apostrophe(sign: char) -> bool {
    matches!(
        sign,
        '\'' | '`'
            | '\u{b4}'
            | '\u{2b9}'..='\u{2bd}'
            | '\u{2c8}'
            | '\u{2018}'..='\u{201b}'
            | '\u{2032}'
            | '\u{2035}'
            | '\u{a78b}'
            | '\u{a78c}'
            | '\u{ff07}'
            | '\u{ff40}'
    )
}

/// Hyphens, dashes and the sign of minus.
pub fn is_dash(sign: char) -> bool {
    matches!(
        sign,
        '-' | '\u{2043}' | '\u{2010}'
            ..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' | '\u{2e3a}' | '\u{2e3b}'
    )
}

pub fn is_quote(sign: char) -> bool {
    matches!(
        sign,
        '"' | '\u{201c}'..='\u{201f}' | '\u{ab}' | '\u{bb}' | '\u{2033}'
    )
}

/// What takes no room in a text, or only says which way it runs.
pub fn is_unseen(sign: char) -> bool {
    matches!(
        sign,
        '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{180b}'..='\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{e0000}'..='\u{e01ef}'
    )
}

/// Without case and accent: ß and SS are one, and so are İ, I, ı and i. What a letter is made of when it does not come
/// apart by itself (ł, ø) is what people type for it.
fn folded_sign(sign: char) -> impl Iterator<Item = char> {
    let is_accent = canonical_combining_class(sign) != 0;
    let plain = (!is_accent).then_some(sign).into_iter();
    // There and back: a small letter can have a capital that is two, and a capital a small letter of its own.
    let plain = plain.flat_map(char::to_lowercase).flat_map(char::to_uppercase);
    plain.flat_map(char::to_lowercase).flat_map(|sign| {
        let (first, second) = match sign {
            'æ' => ('a', Some('e')),
            'œ' => ('o', Some('e')),
            'þ' => ('t', Some('h')),
            'ø' => ('o', None),
            'ł' => ('l', None),
            'đ' | 'ð' => ('d', None),
            'ħ' => ('h', None),
            'ŋ' => ('n', None),
            'ŧ' => ('t', None),
            other => (other, None),
        };
        std::iter::once(first).chain(second)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_alike_whatever_their_case_width_form_and_accent() {
        for (one, other) in [
            ("Straßer", "STRASSER"),
            ("STRAẞE", "strasse"),
            ("İpek Işık", "ipek isik"),
            ("i\u{307}pek", "IPEK"),
            ("Zoë Ünlü", "zoe u\u{308}nlu"),
            ("Łukasz Żółć", "Lukasz Zolc"),
            ("Σίσυφος", "ΣΙΣΥΦΟΣ"),
            ("ＭＡＸ", "max"),
            ("ﬁn", "fin"),
            ("Sørensen", "Sorensen"),
            ("Ĳsbrand", "IJsbrand"),
            ("a\u{ad}b\u{200b}c\u{202e}d\u{fe0f}", "abcd"),
        ] {
            assert_eq!(in_one_piece(one), in_one_piece(other), "{one}");
        }
        assert_ne!(in_one_piece("Boer"), in_one_piece("Bor"));
    }

    #[test]
    fn a_letter_knows_where_it_stands_also_when_it_is_one_of_two() {
        let text = "Weiß e\u{301}n";
        let read = letters(text);
        let places: Vec<&str> = read.iter().map(|one| &text[one.start..one.end]).collect();
        assert_eq!(places, ["W", "e", "i", "ß", "ß", "e\u{301}", "n"]);
        let gaps: Vec<Gap> = (0..read.len()).map(|at| gap_before(text, &read, at)).collect();
        assert_eq!(gaps[4], Gap::None);
        assert_eq!(gaps[5], Gap::Space);
    }

    #[test]
    fn what_stands_between_words_is_one_of_five() {
        for apostrophe in ["'", "’", "‘", "ʼ", "`", "´", "＇", "-", "–", "‑", "_", "."] {
            assert_eq!(gap_of(apostrophe), Gap::Joint, "{apostrophe}");
        }
        for space in [" ", "\n", " - ", "\u{a0}", "\t’"] {
            assert_eq!(gap_of(space), Gap::Space, "{space:?}");
        }
        assert_eq!(gap_of(". "), Gap::Stop);
        assert_eq!(gap_of("\u{200b}"), Gap::None);
        assert_eq!(gap_of(" („"), Gap::Signs("(\"".to_owned()));
        assert_eq!(gap_of("“"), gap_of("\""));
    }
}
