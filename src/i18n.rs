//! Texts of the interface, in Dutch and English, from `assets/locales`.
//!
//! A text is asked for by its key; a missing key shows the key itself, and a test fails on it. After adding a
//! new `.ftl` file, touch this file: the loader lists the folder when it is compiled.

mod message;

use std::borrow::Cow;
use std::collections::HashMap;

use fluent_templates::fluent_bundle::FluentValue;
use fluent_templates::{Loader, static_loader};
use unic_langid::{LanguageIdentifier, langid};

use crate::model::Language;
pub use message::{Arg, Message};

static_loader! {
    static LOCALES = {
        locales: "./assets/locales",
        fallback_language: "nl",
        // Isolation marks are for mixed writing directions; in a label they are only noise.
        customise: |bundle| {
            bundle.set_use_isolating(false);
            let is_dutch = bundle.locales.first() == Some(&NL);
            bundle.set_formatter(Some(if is_dutch { number_in_dutch } else { number_in_english }));
        },
    };
}

const NL: LanguageIdentifier = langid!("nl");
const EN: LanguageIdentifier = langid!("en");

/// A value inside a text.
pub type Value = FluentValue<'static>;

/// The texts of one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Texts {
    pub language: Language,
}

impl Texts {
    pub fn new(language: Language) -> Self {
        Self { language }
    }

    fn identifier(self) -> &'static LanguageIdentifier {
        static IDENTIFIERS: [LanguageIdentifier; 2] = [NL, EN];
        match self.language {
            Language::Nl => &IDENTIFIERS[0],
            Language::En => &IDENTIFIERS[1],
        }
    }

    /// The text of a key; the key itself when there is none.
    pub fn t(self, key: &str) -> String {
        LOCALES
            .try_lookup(self.identifier(), key)
            .unwrap_or_else(|| key.to_owned())
    }

    /// The text of a key with values filled in: `texts.with("hidden", &[("count", 3.into())])`. Of a value
    /// without end only a part is filled in: see [`shown`].
    pub fn with(self, key: &str, values: &[(&'static str, Value)]) -> String {
        let values = values.iter().map(|(name, value)| (*name, bounded(value)));
        self.filled(key, values)
    }

    /// As [`Self::with`], for values that are sentences or lists themselves: each name in them is bounded already,
    /// and a list of many names is whole.
    fn filled(self, key: &str, values: impl IntoIterator<Item = (&'static str, Value)>) -> String {
        let arguments: HashMap<Cow<'static, str>, Value> = values
            .into_iter()
            .map(|(name, value)| (Cow::Borrowed(name), value))
            .collect();
        LOCALES
            .try_lookup_with_args(self.identifier(), key, &arguments)
            .unwrap_or_else(|| key.to_owned())
    }

    /// As [`Self::with`], and in the place of `list.0` names after each other, all of them: each is bounded, the list is
    /// not.
    pub fn listing<N: AsRef<str>>(
        self,
        key: &str,
        values: &[(&'static str, Value)],
        list: (&'static str, &[N]),
    ) -> String {
        let names: Vec<Cow<'_, str>> = list.1.iter().map(|name| shown(name.as_ref())).collect();
        let values = values.iter().map(|(name, value)| (*name, bounded(value)));
        self.filled(key, values.chain([(list.0, names.join(", ").into())]))
    }

    /// Whether there is a text for the key in this very language.
    pub fn has(self, key: &str) -> bool {
        LOCALES.try_lookup(self.identifier(), key).is_some()
    }

    /// A whole number with its thousands apart: "1.000" in Dutch, "1,000" in English.
    pub fn count(self, value: u64) -> String {
        written(&value.to_string(), self.language)
    }

    /// A number to read: decimal comma and thousands apart as people of this language write them, at most
    /// `decimals` decimals.
    pub fn number(self, value: f64, decimals: usize) -> String {
        written(&shortest(value, decimals), self.language)
    }

    /// A number as [`Self::number`] writes it, with exactly so many decimals: for columns.
    pub fn fixed(self, value: f64, decimals: usize) -> String {
        written(&fixed(value, decimals), self.language)
    }

    /// What stands between a number and its decimals.
    pub fn decimal_mark(self) -> char {
        match self.language {
            Language::Nl => ',',
            Language::En => '.',
        }
    }

    /// A number to type over or for a table: the decimal mark of this language, thousands not apart.
    pub fn plain_number(self, value: f64, decimals: usize) -> String {
        let number = shortest(value, decimals);
        match self.language {
            Language::Nl => number.replace('.', ","),
            Language::En => number,
        }
    }
}

fn bounded(value: &Value) -> Value {
    match value {
        Value::String(text) => Value::String(shown(text).into_owned().into()),
        other => other.clone(),
    }
}

/// With exactly so many decimals, as people round: half goes up, away from zero. What counts is the number in fifteen
/// digits, all that a machine keeps through a sum: 1.005 and not the 1.00499999999999989 that stands for it, and 14.5 for
/// a share of 0.145 times a hundred, which comes out as 14.499999999999998.
fn rounded(value: f64, decimals: usize) -> String {
    let value = format!("{value:.14e}").parse().unwrap_or(value);
    let plain = value.to_string();
    let (whole, rest) = plain.split_once('.').unwrap_or((&plain, ""));
    let Some(beyond) = rest.as_bytes().get(decimals) else {
        // Exact: only zeros are missing. Infinity has no decimals here either.
        return format!("{value:.decimals$}");
    };
    let mut digits = format!("{whole}{}", &rest[..decimals]).into_bytes();
    if *beyond >= b'5' {
        let mut at = digits.len();
        loop {
            match at.checked_sub(1).map(|before| digits[before]) {
                Some(b'9') => {
                    at -= 1;
                    digits[at] = b'0';
                }
                Some(digit) if digit.is_ascii_digit() => {
                    digits[at - 1] += 1;
                    break;
                }
                // Before the first digit, or behind a minus.
                _ => {
                    digits.insert(at, b'1');
                    break;
                }
            }
        }
    }
    if decimals > 0 {
        digits.insert(digits.len() - decimals, b'.');
    }
    digits.into_iter().map(char::from).collect()
}

/// At most `decimals` decimals, and no zeros at the end.
fn shortest(value: f64, decimals: usize) -> String {
    let plain = rounded(value, decimals);
    let trimmed = if plain.contains('.') {
        plain.trim_end_matches('0').trim_end_matches('.')
    } else {
        &plain
    };
    // Rounded to nothing: a minus would only raise questions.
    if trimmed == "-0" { "0" } else { trimmed }.to_owned()
}

/// Exactly `decimals` decimals.
fn fixed(value: f64, decimals: usize) -> String {
    let plain = rounded(value, decimals);
    let is_nothing = plain.bytes().all(|digit| b"-0.".contains(&digit));
    // Rounded to nothing: a minus would only raise questions.
    if is_nothing {
        plain.trim_start_matches('-').to_owned()
    } else {
        plain
    }
}

/// This many decimals, or more where that would round a number to nothing: then its first three digits show.
pub fn decimals_that_show(value: f64, decimals: usize) -> usize {
    const MOST: usize = 20;
    let shifted = |decimals: usize| value.abs() * 10_f64.powi(i32::try_from(decimals).unwrap_or(0));
    if value == 0.0 || shifted(decimals) >= 1.0 {
        return decimals;
    }
    let shows = |decimals: &usize| shifted(*decimals) >= 100.0;
    (decimals..MOST).find(shows).unwrap_or(MOST)
}

/// Before a number below nothing that people read: a hyphen is too short, and binds words. What is typed over,
/// and what other programs read, has the hyphen.
pub const MINUS: char = '−';

/// A number in digits with a point, as people of this language write it. What is not such a number (an
/// exponent, infinity) keeps its digits together.
fn written(plain: &str, language: Language) -> String {
    let (apart, mark) = match language {
        Language::Nl => ('.', ","),
        Language::En => (',', "."),
    };
    let (whole, decimals) = plain.split_once('.').unwrap_or((plain, ""));
    let (sign, digits) = match whole.strip_prefix('-') {
        Some(digits) => (Some(MINUS), digits),
        None => (None, whole),
    };
    let mut text = String::from_iter(sign);
    let is_number = digits.bytes().all(|digit| digit.is_ascii_digit());
    for (at, digit) in digits.chars().enumerate() {
        if is_number && at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(apart);
        }
        text.push(digit);
    }
    if !decimals.is_empty() {
        text.push_str(mark);
        text.push_str(decimals);
    }
    text
}

/// Numbers inside texts look as numbers elsewhere.
fn number_in(value: &FluentValue<'_>, language: Language) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(written(&number.as_string(), language)),
        _ => None,
    }
}

fn number_in_dutch<Memory>(value: &FluentValue<'_>, _: &Memory) -> Option<String> {
    number_in(value, Language::Nl)
}

fn number_in_english<Memory>(value: &FluentValue<'_>, _: &Memory) -> Option<String> {
    number_in(value, Language::En)
}

/// At most so many characters of a name or a word are shown, followed by "…": a file may hold a name of millions,
/// and laying that out takes gigabytes.
pub const MOST_SHOWN: usize = 1000;

/// The part of a name or word from a document that is shown. Everything on the screen goes through here first;
/// document and file keep the whole.
pub fn shown(text: &str) -> Cow<'_, str> {
    shown_up_to(text, MOST_SHOWN)
}

/// As [`shown`], for texts that may be longer: notes, the question.
pub fn shown_up_to(text: &str, most: usize) -> Cow<'_, str> {
    let end = text.char_indices().nth(most).filter(|_| text.len() > most);
    let (part, is_cut) = end.map_or((text, false), |(end, _)| (&text[..end], true));
    let harms = |letter: char| !matches!(letter, '\n' | '\t' | '\r') && harmless(letter) != letter;
    if !is_cut && !part.contains(harms) {
        return Cow::Borrowed(text);
    }
    // Lines stay lines: who lays out one line makes them spaces.
    let letters = part
        .chars()
        .map(|letter| if harms(letter) { harmless(letter) } else { letter });
    Cow::Owned(letters.chain(is_cut.then_some('…')).collect())
}

/// A text of a document on one line, as any document can hold it: without what turns or hides letters, and with one space
/// between words.
pub fn line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for letter in text.chars().map(harmless) {
        if letter == ' ' && (line.is_empty() || line.ends_with(' ')) {
            continue;
        }
        line.push(letter);
    }
    line.truncate(line.trim_end_matches(' ').len());
    line
}

/// What is seen where a document has a sign that is no letter. The font of the program has it, so that it is seen in the
/// window and in every picture; the pictures of control characters (`␛`) it has not.
pub const NO_LETTER: char = '⌧';

/// The letter that is shown for one of a document: a terminal obeys nothing of it, and it turns or hides none of the
/// letters after it: [`NO_LETTER`] stands for what would. Line breaks and tabs are spaces.
pub fn harmless(letter: char) -> char {
    match letter {
        '\n' | '\t' | '\r' | '\u{2028}' | '\u{2029}' => ' ',
        // Control characters; what turns the direction of what follows, so that a name reads as another; and what is no
        // letter and never will be, of which XML and what is made of it cannot hold some.
        '\u{0}'..='\u{1f}'
        | '\u{7f}'..='\u{9f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}'
        | '\u{fdd0}'..='\u{fdef}' => NO_LETTER,
        letter if u32::from(letter) & 0xfffe == 0xfffe => NO_LETTER,
        // What others write for a letter that they could not read: no font of the program has it.
        char::REPLACEMENT_CHARACTER => NO_LETTER,
        letter => letter,
    }
}

/// What a value becomes when the part that was shown of it is `edited`: while the "…" stands at its end, what was
/// not shown stays.
pub fn edited_whole(edited: &str, value: &str, most: usize) -> String {
    let rest = value.char_indices().nth(most).map(|(end, _)| &value[end..]);
    match (edited.strip_suffix('…'), rest) {
        (Some(part), Some(rest)) => format!("{part}{rest}"),
        _ => edited.to_owned(),
    }
}

/// What leaving the field of a name makes of it; `None` when it stays as it was, also when nothing is left in the
/// field.
pub fn edited_name(typed: &str, name: &str) -> Option<String> {
    let typed = typed.trim();
    let is_edited = !typed.is_empty() && typed != shown(name).trim();
    is_edited.then(|| edited_whole(typed, name, MOST_SHOWN))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn a_line_keeps_its_letters_and_loses_what_no_document_holds() {
        assert_eq!(line(" a\r\n\tb \u{2028}c\u{1b}[31m "), "a b c⌧[31m");
        assert_eq!(line("x\u{202e}y\u{0}\u{9b}\u{7f}\u{ffff}"), "x⌧y⌧⌧⌧⌧");
        assert_eq!(
            line("Súdwest\u{a0}Fryslân משרד \u{1f600}"),
            "Súdwest\u{a0}Fryslân משרד \u{1f600}"
        );
        assert_eq!(line("\u{fdd0}\u{1fffe}\u{fffd}"), "⌧⌧⌧");
    }

    #[test]
    fn what_is_shown_turns_and_hides_nothing_and_keeps_its_lines() {
        assert_eq!(shown("Anna\u{202e}reoB"), "Anna⌧reoB");
        assert_eq!(shown("een\ntwee\u{0}\u{fffe}"), "een\ntwee⌧⌧");
        assert_eq!(shown_up_to("\u{1}bc", 2), "⌧b…");
        assert!(matches!(shown("Anna\nBob"), Cow::Borrowed(_)));
    }

    #[test]
    fn editing_the_part_of_a_text_that_is_shown_keeps_the_rest() {
        let value = "één twee drie";
        assert_eq!(shown_up_to(value, 8), "één twee…");
        assert_eq!(edited_whole("EEN twee…", value, 8), "EEN twee drie");
        assert_eq!(
            edited_whole("nu anders", value, 8),
            "nu anders",
            "the sign was taken away"
        );
        assert_eq!(
            edited_whole("kort…", "kort", 8),
            "kort…",
            "the sign is the user's own"
        );
    }

    #[test]
    fn every_language_has_a_name_in_every_language() {
        for texts in [Texts::new(Language::Nl), Texts::new(Language::En)] {
            assert!(texts.has("language-nl") && texts.has("language-en"));
        }
    }

    #[test]
    fn a_list_of_names_is_whole_and_a_name_in_it_is_not() {
        let names: Vec<String> = (0..200).map(|at| format!("measure_{at}")).collect();
        let texts = Texts::new(Language::En);
        let long = "x".repeat(5_000);
        let said = |names: &[String]| {
            texts.listing(
                "cli-measure-unknown",
                &[("measure", long.clone().into())],
                ("known", names),
            )
        };
        let text = said(&names);
        assert!(text.ends_with("measure_199."), "{text}");
        assert!(text.matches('x').count() <= MOST_SHOWN, "{text}");
        assert!(said(std::slice::from_ref(&long)).matches('x').count() <= 2 * MOST_SHOWN);
    }

    #[test]
    fn thousands_stand_apart_as_people_write_them() {
        assert_eq!(Texts::new(Language::Nl).count(1_000), "1.000");
        assert_eq!(Texts::new(Language::En).count(1_234_567), "1,234,567");
        assert_eq!(Texts::new(Language::Nl).count(999), "999");
    }

    #[test]
    fn a_number_has_the_decimal_mark_of_its_language() {
        assert_eq!(Texts::new(Language::Nl).number(1.50, 2), "1,5");
        assert_eq!(Texts::new(Language::En).number(100.0, 2), "100");
        assert_eq!(Texts::new(Language::En).number(-0.001, 2), "0");
        assert_eq!(Texts::new(Language::Nl).number(-12_345.678, 2), "−12.345,68");
        assert_eq!(Texts::new(Language::En).number(12_345.678, 1), "12,345.7");
        assert_eq!(Texts::new(Language::Nl).plain_number(12_345.5, 2), "12345,5");
        for (value, shown) in [
            (1e-12, "0,000000000001"),
            (0.000_123_45, "0,000123"),
            (1.000_4, "1"),
            (0.0, "0"),
        ] {
            let decimals = decimals_that_show(value, 3);
            assert_eq!(Texts::new(Language::Nl).plain_number(value, decimals), shown);
        }
        assert_eq!(Texts::new(Language::En).number(f64::INFINITY, 2), "inf");
    }

    #[test]
    fn a_half_is_rounded_away_from_zero_as_people_read_it() {
        for (value, decimals, shown) in [
            (2.25, 1, "2,3"),
            (0.125, 2, "0,13"),
            (1.005, 2, "1,01"),
            (0.5, 0, "1"),
            (2.5, 0, "3"),
            (-0.5, 0, "−1"),
            (-2.25, 1, "−2,3"),
            (9.95, 1, "10,0"),
            (-99.5, 0, "−100"),
            (999.5, 0, "1.000"),
            (0.0625, 3, "0,063"),
            (2.249_999, 1, "2,2"),
            (0.145 * 100.0, 0, "15"),
            (0.285 * 100.0, 0, "29"),
            (1e-9, 3, "0,000"),
            (1e21, 1, "1.000.000.000.000.000.000.000,0"),
            (3.0, 2, "3,00"),
        ] {
            assert_eq!(Texts::new(Language::Nl).fixed(value, decimals), shown, "{value}");
        }
        assert_eq!(Texts::new(Language::En).number(2.25, 1), "2.3");
        assert_eq!(Texts::new(Language::Nl).plain_number(-0.035, 2), "-0,04");
        // Wherever no digit is a half, as the machine rounds.
        for at in -5000..5000 {
            let value = f64::from(at) * 0.003_7;
            let machine = format!("{value:.2}");
            if !value.to_string().ends_with('5') {
                assert_eq!(rounded(value, 2), machine, "{value}");
            }
        }
        assert_eq!(rounded(f64::NAN, 2), "NaN");
    }

    #[test]
    fn a_count_inside_a_text_looks_as_anywhere_else_and_still_chooses_the_word() {
        let actors = |language, count: usize| {
            let texts = Texts::new(language);
            texts.with("status-actors", &[("count", count.into())])
        };
        assert_eq!(actors(Language::Nl, 1), "1 actor");
        assert_eq!(actors(Language::Nl, 50_000), "50.000 actoren");
        assert_eq!(actors(Language::En, 50_000), "50,000 actors");
    }

    /// Every key of a language's files, and the names of all values in its texts.
    fn keys_and_values(language: &str) -> (Vec<String>, HashSet<String>) {
        let folder = format!("{}/assets/locales/{language}", env!("CARGO_MANIFEST_DIR"));
        let (mut keys, mut values) = (Vec::new(), HashSet::new());
        for file in std::fs::read_dir(folder).unwrap() {
            for line in std::fs::read_to_string(file.unwrap().path()).unwrap().lines() {
                let is_key = line.starts_with(|first: char| first.is_ascii_alphabetic());
                if let Some((key, _)) = line.split_once(" =").filter(|_| is_key) {
                    keys.push(key.to_owned());
                }
                let is_of_name = |c: char| c.is_ascii_alphanumeric() || "-_".contains(c);
                let names = line.split('$').skip(1);
                values.extend(
                    names.map(|rest| rest.chars().take_while(|&c| is_of_name(c)).collect::<String>()),
                );
            }
        }
        (keys, values)
    }

    #[test]
    fn every_text_can_be_written_with_its_values() {
        for (language, folder) in [(Language::Nl, "nl"), (Language::En, "en")] {
            let (keys, names) = keys_and_values(folder);
            assert!(keys.len() > 900, "{} keys", keys.len());
            // A few dozen names, once, in a test.
            let leak = |name: String| &*Box::leak(name.into_boxed_str());
            let values: Vec<(&'static str, Value)> =
                names.into_iter().map(|name| (leak(name), 2.into())).collect();
            for key in keys {
                let text = Texts::new(language).with(&key, &values);
                assert!(
                    text != key && !text.contains(['{', '}']),
                    "{folder} {key}: {text}"
                );
            }
        }
    }
}
