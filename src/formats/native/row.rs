//! One object of the file, read forgivingly: a field of the wrong kind costs that field, not the file.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::{Deserialize, DeserializeOwned, Deserializer};
use serde::ser::{Serialize, Serializer};
use serde_json::{Map, Value};

use crate::formats::Message;
use crate::i18n::shown_up_to;

/// Letters of a value that are quoted.
const MOST_QUOTED: usize = 60;

/// A value with what had to be left out of it.
#[derive(Debug, Clone, Default)]
pub struct ReadRow<T> {
    pub value: T,
    pub dropped: Vec<Dropped>,
    /// Why the whole cannot be read, found by another reader.
    pub refused: Option<Message>,
}

/// A field that was not of the expected kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dropped {
    /// Empty when the whole is not an object.
    pub field: String,
    /// What stood there.
    pub value: Value,
}

impl Dropped {
    /// `text`, `number`, `flag`, `list` or `object`.
    pub fn found(&self) -> &'static str {
        kind_of(&self.value)
    }
}

/// The beginning of a value, short enough for a sentence: texts between quotes, numbers and others as they are.
pub(in crate::formats) fn quoted(value: &Value) -> String {
    match value {
        Value::String(text) => format!("\"{}\"", shown_up_to(text, MOST_QUOTED)),
        other => shown_up_to(&other.to_string(), MOST_QUOTED).into_owned(),
    }
}

impl<T> From<T> for ReadRow<T> {
    fn from(value: T) -> Self {
        Self {
            value,
            dropped: Vec::new(),
            refused: None,
        }
    }
}

impl<T> ReadRow<T> {
    /// What is said when the whole is not an object: nothing can be made of it.
    pub fn no_object(&self) -> Option<Message> {
        let whole = self.dropped.iter().find(|one| one.field.is_empty())?;
        Some(Message::new("read-skip-no-object").with("found", whole.found()))
    }
}

impl<T: DeserializeOwned + Default> ReadRow<T> {
    pub fn from_value(value: Value) -> Self {
        if let Ok(value) = T::deserialize(&value) {
            return value.into();
        }
        let Value::Object(map) = value else {
            return Self {
                value: T::default(),
                dropped: vec![Dropped {
                    field: String::new(),
                    value,
                }],
                refused: None,
            };
        };
        let mut fitting = Map::new();
        let mut dropped = Vec::new();
        for (field, value) in map {
            let alone = Value::Object(Map::from_iter([(field, value)]));
            let fits = T::deserialize(&alone).is_ok();
            let Value::Object(alone) = alone else { continue };
            for (field, value) in alone {
                if fits {
                    fitting.insert(field, value);
                } else if !value.is_null() {
                    dropped.push(Dropped { field, value });
                }
            }
        }
        Self {
            value: T::deserialize(&Value::Object(fitting)).unwrap_or_default(),
            dropped,
            refused: None,
        }
    }
}

pub(super) fn kind_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "nothing",
        Value::Bool(_) => "flag",
        Value::Number(_) => "number",
        Value::String(_) => "text",
        Value::Array(_) => "list",
        Value::Object(_) => "object",
    }
}

impl<'de, T: DeserializeOwned + Default> Deserialize<'de> for ReadRow<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Value::deserialize(deserializer).map(Self::from_value)
    }
}

impl<T: Serialize> Serialize for ReadRow<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value.serialize(serializer)
    }
}

impl<T: JsonSchema> JsonSchema for ReadRow<T> {
    fn inline_schema() -> bool {
        T::inline_schema()
    }

    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn schema_id() -> Cow<'static, str> {
        T::schema_id()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}
