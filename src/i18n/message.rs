//! A sentence as data: a key of `assets/locales` with its values, which can be sentences themselves. Whoever
//! makes one knows no language; whoever shows it has the texts.

use std::borrow::Cow;

use super::{Texts, Value, fixed, shortest, shown, written};

/// A value inside a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg {
    /// As it stands: a name out of the document, a path.
    Text(String),
    /// Shown with its thousands apart; chooses between one and more.
    Number(u64),
    /// A number with decimals, in digits with a point; see [`Arg::decimal`].
    Decimal(String),
    /// A text with its own key.
    Phrase(Message),
    /// Texts joined as "a, b en c".
    List(Vec<Message>),
}

impl Arg {
    /// A number shown with at most so many decimals.
    pub fn decimal(value: f64, decimals: usize) -> Self {
        Self::Decimal(shortest(value, decimals))
    }

    /// A number shown with exactly so many decimals: beside others of its sort.
    pub fn fixed(value: f64, decimals: usize) -> Self {
        Self::Decimal(fixed(value, decimals))
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Self::Number(number as u64)
    }
}

impl From<u32> for Arg {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<u64> for Arg {
    fn from(number: u64) -> Self {
        Self::Number(number)
    }
}

impl From<Message> for Arg {
    fn from(message: Message) -> Self {
        Self::Phrase(message)
    }
}

impl From<Vec<Message>> for Arg {
    fn from(messages: Vec<Message>) -> Self {
        Self::List(messages)
    }
}

/// A text of the interface by its key, with the values to fill in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    pub key: Cow<'static, str>,
    pub args: Vec<(&'static str, Arg)>,
}

impl Message {
    pub fn new(key: impl Into<Cow<'static, str>>) -> Self {
        Self {
            key: key.into(),
            args: Vec::new(),
        }
    }

    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// The sentence in a language.
    pub fn text(&self, texts: Texts) -> String {
        let value = |arg: &Arg| match arg {
            Arg::Text(text) => Value::from(shown(text).into_owned()),
            Arg::Number(number) => Value::from(*number),
            Arg::Decimal(plain) => Value::from(written(plain, texts.language)),
            Arg::Phrase(message) => Value::from(message.text(texts)),
            Arg::List(messages) => Value::from(joined(messages, texts)),
        };
        let values = self.args.iter().map(|(name, arg)| (*name, value(arg)));
        texts.filled(&self.key, values)
    }
}

/// "a, b en c".
fn joined(messages: &[Message], texts: Texts) -> String {
    let mut parts = messages.iter().rev().map(|message| message.text(texts));
    let Some(mut rest) = parts.next() else {
        return String::new();
    };
    for (at, first) in parts.enumerate() {
        let key = if at == 0 { "list-and" } else { "list-comma" };
        rest = texts.filled(key, [("first", first.into()), ("rest", rest.into())]);
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;

    #[test]
    fn a_sentence_takes_sentences_lists_and_numbers_in_its_language() {
        let part = |count: u32| Message::new("status-actors").with("count", count);
        let values = vec![part(1), part(2), part(1_000)];
        let whole = Message::new("list-comma").with("first", Arg::decimal(-1_234.56, 1));
        let whole = whole.with("rest", values);
        let text = |language| whole.text(Texts::new(language));
        assert_eq!(
            text(Language::Nl),
            "−1.234,6, 1 actor, 2 actoren en 1.000 actoren"
        );
        assert_eq!(text(Language::En), "−1,234.6, 1 actor, 2 actors and 1,000 actors");
        assert_eq!(joined(&[], Texts::default()), "");
    }

    #[test]
    fn of_a_name_without_end_a_part_is_told_and_a_list_of_many_names_is_whole() {
        let name = |label: &str| Message::new("list-comma").with("first", label).with("rest", "");
        let texts = Texts::default();
        let text = name(&"a".repeat(1_000_000)).text(texts);
        assert!(
            text.starts_with("aaa") && text.chars().count() < 1_010,
            "{}",
            text.len()
        );
        let many: Vec<_> = (0..500).map(|at| name(&format!("actor {at}"))).collect();
        let text = Message::new("list-comma")
            .with("first", "alle")
            .with("rest", many)
            .text(texts);
        assert!(text.contains("actor 499") && !text.contains('…'), "{text}");
    }
}
