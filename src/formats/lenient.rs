//! What other programs write where JSON has no word for it: `NaN` and infinity (Python), and ids with more
//! digits than a number has room for (social media).

/// A text that the parser accepts, and what was changed in it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Mended {
    pub text: String,
    /// Values that are not numbers: now `null`.
    pub unknown: usize,
    /// Whole numbers that became text where text is not expected: ids and names are text anyway.
    pub long: usize,
}

/// Names of fields whose numbers become text in any case.
const NAMES: [&str; 9] = [
    "nodes", "id", "key", "name", "label", "title", "source", "target", "index",
];

/// Longest whole number that surely fits in 64 bits.
const DIGITS: usize = 18;

/// `NaN` and infinity become `null`, whole numbers beyond 64 bits the text of their digits. `None` when there
/// is nothing of the kind. Columns in a changed line are shifted a little.
pub(super) fn mend(text: &str) -> Option<Mended> {
    let bytes = text.as_bytes();
    let mut mended = Mended::default();
    let (mut at, mut copied) = (0, 0);
    let (mut last_text, mut field) = ("", "");
    while at < bytes.len() {
        match bytes[at] {
            b'"' => {
                let end = end_of_text(bytes, at);
                last_text = text[at..end].trim_matches('"');
                at = end;
            }
            b':' => {
                field = last_text;
                at += 1;
            }
            b'-' | b'0'..=b'9' | b'N' | b'I' => {
                let end = end_of_word(bytes, at);
                let word = &text[at..end];
                let instead = match word {
                    "NaN" | "-NaN" | "Infinity" | "-Infinity" => {
                        mended.unknown += 1;
                        Some("null".to_owned())
                    }
                    _ if is_beyond(word) => {
                        mended.long += usize::from(!NAMES.contains(&field));
                        Some(format!("\"{word}\""))
                    }
                    _ => None,
                };
                if let Some(instead) = instead {
                    mended.text.push_str(&text[copied..at]);
                    mended.text.push_str(&instead);
                    copied = end;
                }
                at = end;
            }
            _ => at += 1,
        }
    }
    if copied == 0 {
        return None;
    }
    mended.text.push_str(&text[copied..]);
    Some(mended)
}

fn end_of_text(bytes: &[u8], from: usize) -> usize {
    let mut at = from + 1;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 2,
            b'"' => return at + 1,
            _ => at += 1,
        }
    }
    bytes.len()
}

fn end_of_word(bytes: &[u8], from: usize) -> usize {
    let is_in_word = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.');
    let rest = &bytes[from..];
    from + rest
        .iter()
        .position(|byte| !is_in_word(byte))
        .unwrap_or(rest.len())
        .max(1)
}

/// Whether a whole number, as JSON writes it, has more digits than a number keeps.
fn is_beyond(word: &str) -> bool {
    let digits = word.strip_prefix('-').unwrap_or(word);
    digits.len() > DIGITS
        && !digits.starts_with('0')
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && word.parse::<i64>().is_err()
        && word.parse::<u64>().is_err()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_number_is_unknown_and_long_digits_stay() {
        let text = r#"{"NaN 5": [NaN, -Infinity,"a\"NaN"], "id": 98765432109876543210, "n": 18446744073709551615, "m": [98765432109876543210]}"#;
        let mended = mend(text).unwrap();
        assert_eq!(
            mended.text,
            r#"{"NaN 5": [null, null,"a\"NaN"], "id": "98765432109876543210", "n": 18446744073709551615, "m": ["98765432109876543210"]}"#
        );
        assert_eq!((mended.unknown, mended.long), (2, 1));
    }

    #[test]
    fn other_texts_stay_as_they_are() {
        for text in [
            r#"{"a": [1.5e-3, -7, true, null, "12345678901234567890123"]}"#,
            "Nan",
            "\"open",
            "\"\\",
            "-",
            "12345678901234567890.5",
        ] {
            assert_eq!(mend(text), None, "{text}");
        }
    }
}
