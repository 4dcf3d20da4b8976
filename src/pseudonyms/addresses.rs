//! Addresses in texts: of e-mail, of pages. They are written without spaces and capitals, so that a name in one is no
//! word of its own; and an address of e-mail is itself somebody's.

use std::ops::Range;

/// What stands where an address was that names nobody who is known.
pub const LEFT_OUT: &str = "…";

/// An address in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    pub place: Range<usize>,
    pub is_email: bool,
}

/// The addresses of a text, in order. O(text).
pub fn addresses(text: &str) -> Vec<Address> {
    let mut found = Vec::new();
    let mut start = 0;
    let is_edge = |sign: char| {
        sign.is_whitespace()
            || matches!(
                sign,
                '<' | '>' | '(' | ')' | '[' | ']' | '{' | '}' | '"' | '|' | ',' | ';'
            )
    };
    let ends = text.char_indices().filter(|(_, sign)| is_edge(*sign));
    let ends = ends.map(|(at, sign)| (at, at + sign.len_utf8()));
    for (end, next) in ends.chain(std::iter::once((text.len(), text.len()))) {
        let word = &text[start..end];
        let from = word.len()
            - word
                .trim_start_matches(|sign: char| !sign.is_alphanumeric())
                .len();
        let to = word.trim_end_matches(|sign: char| !sign.is_alphanumeric()).len();
        if from < to {
            let word = &word[from..to];
            let is_email = is_email(word);
            if is_email || is_page(word) {
                found.push(Address {
                    place: start + from..start + to,
                    is_email,
                });
            }
        }
        start = next;
    }
    found
}

fn is_email(word: &str) -> bool {
    word.split_once('@')
        .is_some_and(|(who, at)| !who.is_empty() && at.contains('.'))
}

/// `https://…`, `www.…`, or a name of a site: `zon.nl/team`.
fn is_page(word: &str) -> bool {
    let lower = word.to_lowercase();
    if lower.contains("://") || lower.starts_with("www.") {
        return true;
    }
    let site = lower.split('/').next().unwrap_or_default();
    let mut parts = site.rsplit('.');
    let last = parts.next().unwrap_or_default();
    let before = parts.next().unwrap_or_default();
    let is_part = |part: &str| {
        part.chars()
            .all(|sign| sign.is_ascii_alphanumeric() || sign == '-')
    };
    // What follows the point is a land or a sort of site, in small letters: "klaar.Daarna" is a slip of the pen.
    let is_small = word.contains(&format!(".{last}"));
    (2..=6).contains(&last.len())
        && last.chars().all(|sign| sign.is_ascii_alphabetic())
        && before.len() > 1
        && is_part(before)
        && is_small
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_found_as_people_write_it_and_a_sentence_is_none() {
        let found = |text: &'static str| -> Vec<(&str, bool)> {
            let found = addresses(text);
            found
                .into_iter()
                .map(|one| (&text[one.place], one.is_email))
                .collect()
        };
        assert_eq!(
            found("Mail <A.Boer@zon.nl>, of zie https://zon.nl/team?x=1; www.zon.nl. Ook zon.nl/over!"),
            [
                ("A.Boer@zon.nl", true),
                ("https://zon.nl/team?x=1", false),
                ("www.zon.nl", false),
                ("zon.nl/over", false)
            ]
        );
        for text in [
            "",
            "Klaar.Daarna",
            "en/of",
            "B.V. in o.a. 3.5 delen",
            "@anna",
            "a @ b.nl",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
