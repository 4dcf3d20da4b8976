//! What is said to the user: a key and its values. Readers know nothing of languages.

use crate::i18n::{Texts, Value};

/// A value inside a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg {
    Text(String),
    Number(u64),
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

/// A text of the interface by its key (`assets/locales/*/files.ftl`), with the values to fill in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    pub key: &'static str,
    pub args: Vec<(&'static str, Arg)>,
}

impl Message {
    pub fn new(key: &'static str) -> Self {
        Self {
            key,
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
            Arg::Text(text) => Value::from(text.clone()),
            Arg::Number(number) => Value::from(*number),
        };
        let values: Vec<_> = self.args.iter().map(|(name, arg)| (*name, value(arg))).collect();
        texts.with(self.key, &values)
    }
}
