//! Letters of texts as they are compared: whatever their case, their width and the signs between words.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

/// One letter as it is compared, and where it stands in the text.
pub struct Letter {
    pub folded: char,
    pub start: usize,
    pub end: usize,
}

/// A text as it is compared: in lower case, one width and one Unicode form, with one space for whatever stands between
/// words (`den-helder` and `Den Helder` are the same).
pub fn letters(text: &str) -> Vec<Letter> {
    let mut found: Vec<Letter> = Vec::with_capacity(text.len());
    let mut signs = text.char_indices().peekable();
    while let Some((start, sign)) = signs.next() {
        let mut end = start + sign.len_utf8();
        // Accents that are signs of their own belong to the letter before them.
        while let Some((at, accent)) = signs.next_if(|(_, next)| canonical_combining_class(*next) != 0) {
            end = at + accent.len_utf8();
        }
        if matches!(sign, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}') {
            continue;
        }
        let is_between =
            |sign: char| sign.is_whitespace() || matches!(sign, '-' | '_' | '\u{2010}'..='\u{2015}');
        let plain = text[start..end].nfkc().flat_map(char::to_lowercase).nfkc();
        for folded in plain.map(|one| if is_between(one) { ' ' } else { one }) {
            if folded == ' '
                && let Some(last) = found.last_mut().filter(|last| last.folded == ' ')
            {
                last.end = end;
                continue;
            }
            found.push(Letter { folded, start, end });
        }
    }
    found
}

pub fn folded(text: &str) -> Vec<char> {
    let folded: Vec<char> = letters(text).iter().map(|letter| letter.folded).collect();
    let is_space = |sign: &char| *sign == ' ';
    let from = folded
        .iter()
        .position(|sign| !is_space(sign))
        .unwrap_or(folded.len());
    let to = folded
        .iter()
        .rposition(|sign| !is_space(sign))
        .map_or(from, |at| at + 1);
    folded[from..to].to_vec()
}

/// Letters and figures only, without accents, as an address has them.
pub fn in_one_piece(text: &str) -> String {
    let plain = text.nfkd().filter(|sign| sign.is_alphanumeric());
    plain.flat_map(char::to_lowercase).collect()
}

pub fn starts_word(read: &[Letter], at: usize) -> bool {
    let is_letter = |at: usize| read[at].folded.is_alphanumeric();
    is_letter(at) && (at == 0 || !is_letter(at - 1))
}
