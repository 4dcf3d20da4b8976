//! A sentence as data: a key of `reasons.ftl` with arguments, which can be sentences themselves. The
//! analysis writes no text; whoever has the texts renders it.

/// What stands in a sentence.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg {
    Number(u64),
    /// Shown with its thousands apart.
    Count(u64),
    /// Shown with at most so many decimals.
    Decimal(f64, usize),
    /// A name out of the document: of a group or an actor.
    Name(String),
    /// A text with its own key.
    Phrase(Message),
    /// Texts joined as "a, b en c".
    List(Vec<Message>),
}

/// Key and arguments of one text.
#[derive(Debug, Clone, PartialEq)]
pub struct Message {
    pub key: String,
    pub args: Vec<(&'static str, Arg)>,
}

/// How to look up one key with its arguments.
pub type Lookup<'a> = dyn Fn(&str, &[(&'static str, Plain)]) -> String + 'a;

/// An argument after rendering what was nested in it.
#[derive(Debug, Clone, PartialEq)]
pub enum Plain {
    Number(u64),
    Count(u64),
    Decimal(f64, usize),
    Text(String),
}

impl Message {
    pub fn new(key: impl Into<String>, args: Vec<(&'static str, Arg)>) -> Self {
        Self {
            key: key.into(),
            args,
        }
    }

    /// The text, given how to look up one key. Lists use the keys `reason-list-and` (the last two)
    /// and `reason-list-comma`, both with `$first` and `$rest`.
    pub fn render(&self, lookup: &Lookup<'_>) -> String {
        let args: Vec<(&'static str, Plain)> = self
            .args
            .iter()
            .map(|(name, arg)| {
                let plain = match arg {
                    Arg::Number(number) => Plain::Number(*number),
                    Arg::Count(count) => Plain::Count(*count),
                    Arg::Decimal(value, decimals) => Plain::Decimal(*value, *decimals),
                    Arg::Name(name) => Plain::Text(name.clone()),
                    Arg::Phrase(message) => Plain::Text(message.render(lookup)),
                    Arg::List(messages) => Plain::Text(join(messages, lookup)),
                };
                (*name, plain)
            })
            .collect();
        lookup(&self.key, &args)
    }
}

fn join(messages: &[Message], lookup: &Lookup<'_>) -> String {
    let mut texts = messages.iter().rev().map(|message| message.render(lookup));
    let Some(mut joined) = texts.next() else {
        return String::new();
    };
    for (at, text) in texts.enumerate() {
        let key = if at == 0 {
            "reason-list-and"
        } else {
            "reason-list-comma"
        };
        joined = lookup(
            key,
            &[("first", Plain::Text(text)), ("rest", Plain::Text(joined))],
        );
    }
    joined
}

/// Dimensions that have their own words; any other is called by its name.
pub(super) const NAMED: [&str; 6] = ["sector", "level", "domain", "region", "organisation", "community"];

/// What a dimension is called.
pub fn dimension_name(id: &str) -> Arg {
    if NAMED.contains(&id) {
        Arg::Phrase(Message::new(format!("dimension-{id}"), Vec::new()))
    } else {
        Arg::Name(id.to_owned())
    }
}
