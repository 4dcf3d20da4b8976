//! What other programs write where JSON has no word for it: `NaN` and infinity (Python), and ids with more
//! digits than a number has room for (social media); and what is JSON by the letter and means nothing: numbers beyond
//! all bounds, and half a character.

use super::MAX_NOTICES;
use crate::i18n::shown_up_to;

/// A text that the parser accepts, and what was changed in it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Mended {
    pub text: String,
    /// Values that are not numbers: now `null`.
    pub unknown: usize,
    /// Whole numbers that became text where text is not expected: ids and names are text anyway.
    pub long: usize,
    /// What is told one by one, the first [`MAX_NOTICES`] of it.
    pub told: Vec<(String, Mend)>,
    /// What is beyond those.
    pub more: usize,
}

/// A change that is told with its place.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Mend {
    /// A number beyond all bounds, as it stood there: now text.
    Beyond(String),
    /// Half a character, written as an escape without its other half: now the sign for a character that is not known.
    HalfCharacter,
}

/// Names of fields whose numbers become text in any case.
const NAMES: [&str; 9] = [
    "nodes", "id", "key", "name", "label", "title", "source", "target", "index",
];

/// Longest whole number that surely fits in 64 bits.
const DIGITS: usize = 18;

/// `NaN` and infinity become `null`; whole numbers beyond 64 bits and numbers beyond all bounds the text of their
/// digits; half a character the sign for an unknown one. `None` when there is nothing of the kind. Columns in a changed
/// line are shifted a little.
pub(super) fn mend(text: &str) -> Option<Mended> {
    let bytes = text.as_bytes();
    let mut mender = Mender {
        text,
        mended: Mended::default(),
        copied: 0,
        path: Path::default(),
    };
    let mut at = 0;
    let mut last_text = "";
    while at < bytes.len() {
        let one = bytes[at];
        match one {
            b'"' => {
                let end = mender.text_from(at);
                last_text = text[at..end].trim_matches('"');
                at = end;
                continue;
            }
            b':' => mender.path.field(last_text),
            b',' => mender.path.next(),
            b'{' | b'[' => mender.path.open(one == b'['),
            b'}' | b']' => mender.path.close(),
            b'-' | b'0'..=b'9' | b'N' | b'I' => {
                let end = end_of_word(bytes, at);
                mender.word(at, end);
                at = end;
                continue;
            }
            _ => {}
        }
        at += 1;
    }
    if mender.copied == 0 {
        return None;
    }
    mender.mended.text.push_str(&text[mender.copied..]);
    Some(mender.mended)
}

struct Mender<'a> {
    text: &'a str,
    mended: Mended,
    /// So much of the text was looked after.
    copied: usize,
    path: Path<'a>,
}

impl Mender<'_> {
    fn replace(&mut self, from: usize, to: usize, instead: &str) {
        self.mended.text.push_str(&self.text[self.copied..from]);
        self.mended.text.push_str(instead);
        self.copied = to;
    }

    fn tell(&mut self, mend: Mend) {
        if self.mended.told.len() < MAX_NOTICES {
            self.mended.told.push((self.path.shown(), mend));
        } else {
            self.mended.more += 1;
        }
    }

    /// Looks at a number, or at what stands where one should; gives its end.
    fn word(&mut self, from: usize, to: usize) {
        let word = &self.text[from..to];
        match word {
            "NaN" | "-NaN" | "Infinity" | "-Infinity" => {
                self.mended.unknown += 1;
                self.replace(from, to, "null");
            }
            _ if is_long(word) => {
                self.mended.long += usize::from(!NAMES.contains(&self.path.last_field()));
                self.replace(from, to, &format!("\"{word}\""));
            }
            _ if is_beyond(word) => {
                let shown = shown_up_to(word, MOST_SHOWN).into_owned();
                self.tell(Mend::Beyond(shown));
                self.replace(from, to, &format!("\"{word}\""));
            }
            _ => {}
        }
    }

    /// Looks at a text that begins here; gives its end.
    fn text_from(&mut self, from: usize) -> usize {
        let bytes = self.text.as_bytes();
        let mut at = from + 1;
        while at < bytes.len() {
            match bytes[at] {
                b'\\' => match half(bytes, at) {
                    None => at += 2,
                    Some(Half::First) if half(bytes, at + ESCAPE) == Some(Half::Second) => at += 2 * ESCAPE,
                    Some(_) => {
                        self.tell(Mend::HalfCharacter);
                        self.replace(at, at + ESCAPE, "\\ufffd");
                        at += ESCAPE;
                    }
                },
                b'"' => return at + 1,
                _ => at += 1,
            }
        }
        bytes.len()
    }
}

/// Where in the file something stands.
#[derive(Default)]
struct Path<'a> {
    steps: Vec<Step<'a>>,
    /// Levels below those that are kept: the parser reads no file that deep.
    deeper: usize,
}

enum Step<'a> {
    /// A place in a list.
    At(usize),
    /// A field of an object; empty before its name.
    Field(&'a str),
}

impl<'a> Path<'a> {
    const DEEPEST: usize = 200;

    fn open(&mut self, is_list: bool) {
        if self.steps.len() == Self::DEEPEST {
            self.deeper += 1;
        } else {
            self.steps
                .push(if is_list { Step::At(0) } else { Step::Field("") });
        }
    }

    fn close(&mut self) {
        if self.deeper > 0 {
            self.deeper -= 1;
        } else {
            self.steps.pop();
        }
    }

    fn next(&mut self) {
        match self.steps.last_mut().filter(|_| self.deeper == 0) {
            Some(Step::At(at)) => *at += 1,
            Some(Step::Field(name)) => *name = "",
            None => {}
        }
    }

    fn field(&mut self, name: &'a str) {
        if let Some(Step::Field(field)) = self.steps.last_mut().filter(|_| self.deeper == 0) {
            *field = name;
        }
    }

    fn last_field(&self) -> &'a str {
        let names = self.steps.iter().rev().filter_map(|step| match step {
            Step::Field(name) => Some(*name),
            Step::At(_) => None,
        });
        names.into_iter().next().unwrap_or_default()
    }

    /// As every remark says it: `nodes[3].weight`.
    fn shown(&self) -> String {
        let mut path = String::new();
        for step in &self.steps {
            match step {
                Step::At(at) => path.push_str(&format!("[{at}]")),
                Step::Field("") => {}
                Step::Field(name) => {
                    let dot = if path.is_empty() { "" } else { "." };
                    path.push_str(dot);
                    path.push_str(&shown_up_to(name, MOST_SHOWN));
                }
            }
        }
        path
    }
}

/// Letters of a number or of the name of a field that are told.
const MOST_SHOWN: usize = 60;

/// Length of an escape such as `\ud83d`.
const ESCAPE: usize = 6;

#[derive(Debug, PartialEq, Eq)]
enum Half {
    First,
    Second,
}

/// Which half of a character is escaped here, as UTF-16 has them; `None` for anything else.
fn half(bytes: &[u8], at: usize) -> Option<Half> {
    let digits = bytes.get(at..at + ESCAPE)?.strip_prefix(b"\\u")?;
    let digits = std::str::from_utf8(digits).ok()?;
    let is_hex = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    match u32::from_str_radix(digits, 16).ok().filter(|_| is_hex)? {
        0xd800..=0xdbff => Some(Half::First),
        0xdc00..=0xdfff => Some(Half::Second),
        _ => None,
    }
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

/// Whether a number, as JSON writes it, is larger than any.
fn is_beyond(word: &str) -> bool {
    let is_of_number = |one: u8| one.is_ascii_digit() || b"+-.eE".contains(&one);
    // A whole word that is read as a number, and no faster look would do: most numbers are a few digits.
    word.len() > 4 && word.bytes().all(is_of_number) && word.parse::<f64>().is_ok_and(f64::is_infinite)
}

/// Whether a whole number, as JSON writes it, has more digits than a number keeps.
fn is_long(word: &str) -> bool {
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
        assert_eq!((mended.unknown, mended.long, mended.told), (2, 1, vec![]));
    }

    #[test]
    fn a_number_beyond_bounds_and_half_a_character_are_told_with_their_place() {
        let text =
            r#"{"a": [1, {"b": -2.5e999, "c\udc00": "x\ud83d\ude00\ud800y"}], "d": {"e": []}, "f": 1e400}"#;
        let mended = mend(text).unwrap();
        assert_eq!(
            mended.text,
            r#"{"a": [1, {"b": "-2.5e999", "c\ufffd": "x\ud83d\ude00\ufffdy"}], "d": {"e": []}, "f": "1e400"}"#
        );
        let told: Vec<(&str, &Mend)> = mended
            .told
            .iter()
            .map(|(place, mend)| (place.as_str(), mend))
            .collect();
        assert_eq!(
            told,
            [
                ("a[1].b", &Mend::Beyond("-2.5e999".to_owned())),
                ("a[1]", &Mend::HalfCharacter),
                ("a[1].c\\udc00", &Mend::HalfCharacter),
                ("f", &Mend::Beyond("1e400".to_owned())),
            ]
        );
        let many = format!("[{}1e999]", "1e999,".repeat(MAX_NOTICES + 9));
        let mended = mend(&many).unwrap();
        assert_eq!((mended.told.len(), mended.more), (MAX_NOTICES, 10));
        let deep = format!("{}1e999{}, 1e999", "[".repeat(100_000), "]".repeat(100_000));
        assert_eq!(mend(&deep).unwrap().told[1].0, "");
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
            r#"["\ud83d\ude00", "\\ud800", "\u00e9", "\ud8", 1e300]"#,
        ] {
            assert_eq!(mend(text), None, "{text}");
        }
    }
}
