//! Text that any document can hold.

use crate::i18n::harmless;

/// On one line, without what turns or hides letters.
pub fn line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for letter in text.chars() {
        let letter = match letter {
            '\u{fffe}' | '\u{ffff}' => char::REPLACEMENT_CHARACTER,
            letter => harmless(letter),
        };
        if letter == ' ' && (line.is_empty() || line.ends_with(' ')) {
            continue;
        }
        line.push(letter);
    }
    line.truncate(line.trim_end_matches(' ').len());
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_keeps_its_letters_and_loses_what_no_document_holds() {
        assert_eq!(line(" a\r\n\tb \u{2028}c\u{1b}[31m "), "a b c␛[31m");
        assert_eq!(
            line("x\u{202e}y\u{0}\u{9b}\u{7f}\u{ffff}"),
            "x\u{fffd}y␀\u{fffd}␡\u{fffd}"
        );
        assert_eq!(
            line("Súdwest\u{a0}Fryslân משרד \u{1f600}"),
            "Súdwest\u{a0}Fryslân משרד \u{1f600}"
        );
    }
}
