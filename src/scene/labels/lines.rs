//! Names in lines.

use crate::i18n::shown_up_to;

/// At most this many letters of a name are drawn: with more of them a name fills the board itself, finds no
/// room on it, and does not stand there at all.
pub const MOST_ON_BOARD: usize = 90;

/// Breaks a long name into at most three lines of about the same length, between words only. Only of a name that
/// is no name any more a part is left out, which "…" says.
pub fn wrapped(label: &str) -> String {
    wrapped_up_to(label, MOST_ON_BOARD)
}

/// As [`wrapped`], of a name for which there is less room.
pub fn wrapped_up_to(label: &str, most: usize) -> String {
    wrapped_to(label, most, COMFORTABLE)
}

/// Letters on a line of a name that can be read at a glance.
const COMFORTABLE: usize = 18;

/// As [`wrapped`], in lines of about so many letters: there may be room for a name that is narrow, or low.
pub fn wrapped_otherwise(label: &str, letters: usize) -> String {
    wrapped_to(label, MOST_ON_BOARD, letters)
}

fn wrapped_to(label: &str, most: usize, comfortable: usize) -> String {
    let label = &*shown_up_to(label, most);
    let words: Vec<&str> = label.split_whitespace().collect();
    let length = |text: &str| text.chars().count();
    let total = words
        .iter()
        .map(|word| length(word) + 1)
        .sum::<usize>()
        .saturating_sub(1);
    let lines = total.div_ceil(comfortable).clamp(1, 3);
    if lines == 1 {
        return words.join(" ");
    }
    let longest = words.iter().map(|word| length(word)).max().unwrap_or(0);
    let least = longest.max(total.div_ceil(lines));
    (least..=total)
        .map(|width| filled(&words, width))
        .find(|filled| filled.len() <= lines)
        .unwrap_or_else(|| vec![words.join(" ")])
        .join("\n")
}

/// The text in lines of at most `width` characters where words allow it.
pub fn lines_of(text: &str, width: usize) -> Vec<String> {
    filled(&text.split_whitespace().collect::<Vec<_>>(), width)
}

fn filled(words: &[&str], width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push((*word).to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_break_between_words_and_lose_nothing() {
        for name in [
            "Gemeente Alkmaar",
            "Gemeenschappelijke Regeling Veiligheidsregio Noord-Holland Noord",
            "Hoogheemraadschap Hollands Noorderkwartier",
            "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
            "",
        ] {
            let text = wrapped(name);
            assert!(text.lines().count() <= 3, "{text}");
            assert_eq!(
                text.split_whitespace().collect::<Vec<_>>(),
                name.split_whitespace().collect::<Vec<_>>()
            );
        }
        assert_eq!(wrapped("Gemeente Alkmaar"), "Gemeente Alkmaar");
        assert_eq!(
            wrapped("Hoogheemraadschap Hollands Noorderkwartier")
                .lines()
                .count(),
            3
        );
    }
}
