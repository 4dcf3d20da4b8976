//! Values of attributes, and all that one actor or relation has.

use std::fmt;

use indexmap::IndexMap;
use serde_json::{Number, Value};

use crate::model::Extra;

/// One text, number, or yes or no.
#[derive(Debug, Clone, PartialEq)]
pub enum Scalar {
    Text(String),
    Whole(i64),
    /// Finite.
    Number(f64),
    Flag(bool),
}

impl Scalar {
    /// `None` for what is none: nothing, a list, an object, or a whole number without room.
    fn of(value: &Value) -> Option<Self> {
        match value {
            Value::String(text) => Some(Self::Text(text.clone())),
            Value::Bool(flag) => Some(Self::Flag(*flag)),
            Value::Number(number) if number.is_f64() => number.as_f64().map(Self::Number),
            Value::Number(number) => number.as_i64().map(Self::Whole),
            Value::Null | Value::Array(_) | Value::Object(_) => None,
        }
    }

    fn to_json(&self) -> Value {
        match self {
            Self::Text(text) => Value::String(text.clone()),
            Self::Whole(number) => Value::Number((*number).into()),
            Self::Number(number) => Number::from_f64(*number).map_or(Value::Null, Value::Number),
            Self::Flag(flag) => Value::Bool(*flag),
        }
    }

    pub fn is_number(&self) -> bool {
        matches!(self, Self::Whole(_) | Self::Number(_))
    }

    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Whole(number) => Some(*number as f64),
            Self::Number(number) => Some(*number),
            Self::Text(_) | Self::Flag(_) => None,
        }
    }

    fn is_empty(&self) -> bool {
        matches!(self, Self::Text(text) if text.is_empty())
    }
}

/// As files have it: texts as they are, `true`, `false`, and numbers with a point.
impl fmt::Display for Scalar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            other => other.to_json().fmt(f),
        }
    }
}

/// What an attribute says of one actor or relation, in the shape that the file has it.
#[derive(Debug, Clone, PartialEq)]
pub enum AttributeValue {
    One(Scalar),
    List(Vec<Scalar>),
    /// What no type takes: nothing, an object, a list in a list, a whole number beyond 64 bits. Kept as it came.
    Kept(Value),
}

impl AttributeValue {
    pub fn text(text: &str) -> Self {
        Self::One(Scalar::Text(text.to_owned()))
    }

    /// Whether it says anything.
    pub fn is_said(&self) -> bool {
        match self {
            Self::One(scalar) => !scalar.is_empty(),
            Self::List(list) => !list.is_empty(),
            Self::Kept(_) => false,
        }
    }

    /// What it says, one by one: one for a single value, none for what no type takes.
    pub fn scalars(&self) -> &[Scalar] {
        match self {
            Self::One(scalar) => std::slice::from_ref(scalar),
            Self::List(list) => list,
            Self::Kept(_) => &[],
        }
    }

    pub fn to_json(&self) -> Value {
        match self {
            Self::One(scalar) => scalar.to_json(),
            Self::List(list) => list.iter().map(Scalar::to_json).collect(),
            Self::Kept(value) => value.clone(),
        }
    }
}

impl From<Value> for AttributeValue {
    fn from(value: Value) -> Self {
        if let Some(scalar) = Scalar::of(&value) {
            return Self::One(scalar);
        }
        if let Value::Array(list) = &value
            && let Some(list) = list.iter().map(Scalar::of).collect()
        {
            return Self::List(list);
        }
        Self::Kept(value)
    }
}

impl From<&str> for AttributeValue {
    fn from(text: &str) -> Self {
        Self::text(text)
    }
}

/// The values of one actor or relation by the key of their attribute, in the order of the file.
///
/// Most relations have none: an empty map in each of 50,000 would be megabytes.
#[derive(Debug, Clone, Default)]
pub struct Attributes(Option<Box<IndexMap<String, AttributeValue>>>);

impl Attributes {
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub fn len(&self) -> usize {
        self.0.as_ref().map_or(0, |values| values.len())
    }

    pub fn get(&self, key: &str) -> Option<&AttributeValue> {
        self.0.as_ref()?.get(key)
    }

    fn values_mut(&mut self) -> &mut IndexMap<String, AttributeValue> {
        self.0.get_or_insert_default()
    }

    /// The value when it says something.
    pub fn said(&self, key: &str) -> Option<&AttributeValue> {
        self.get(key).filter(|value| value.is_said())
    }

    /// Place of a value among the others.
    pub fn position(&self, key: &str) -> Option<usize> {
        self.0.as_ref()?.get_index_of(key)
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, &AttributeValue)> {
        let values = self.0.iter().flat_map(|values| values.iter());
        values.map(|(key, value)| (key.as_str(), value))
    }

    /// Puts a value in, in place of what is there, or else at the end.
    pub fn insert(&mut self, key: &str, value: impl Into<AttributeValue>) {
        self.values_mut().insert(key.to_owned(), value.into());
    }

    /// Puts a value in at a place, or at the end when there are not so many; returns what it had and where.
    pub fn put(&mut self, key: &str, value: AttributeValue, at: usize) -> Option<(AttributeValue, usize)> {
        let before = self.take(key);
        let at = at.min(self.len());
        self.values_mut().shift_insert(at, key.to_owned(), value);
        before
    }

    /// Takes a value out, and says where it was.
    pub fn take(&mut self, key: &str) -> Option<(AttributeValue, usize)> {
        let (at, _, value) = self.0.as_mut()?.shift_remove_full(key)?;
        Some((value, at))
    }

    /// Keeps a value under a name that is not one of ours, as `FIELD_original`; gives that name.
    pub fn keep(&mut self, field: &str, value: impl Into<AttributeValue>) -> String {
        let mut name = format!("{field}_original");
        while self.get(&name).is_some() {
            name.push('_');
        }
        self.values_mut().insert(name.clone(), value.into());
        name
    }

    /// Fields of a file.
    pub fn of_fields(fields: Extra) -> Self {
        let values = |fields: Extra| {
            fields
                .into_iter()
                .map(|(key, value)| (key, value.into()))
                .collect()
        };
        Self((!fields.is_empty()).then(|| Box::new(values(fields))))
    }

    /// As fields of a file.
    pub fn to_fields(&self) -> Extra {
        self.iter()
            .map(|(key, value)| (key.to_owned(), value.to_json()))
            .collect()
    }
}

/// The order counts: it is that of the file.
impl PartialEq for Attributes {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn whatever_a_file_says_comes_back_as_it_was_and_in_its_order() {
        let fields = json!({
            "z": "tekst", "leeg": "", "niets": null, "heel": 3, "half": 2.5, "gaaf": 3.0, "ja": true,
            "rij": ["a", 1, 0.5, false], "in rij": [["a"]], "ding": {"b": 1, "a": null},
            "groot": 18_446_744_073_709_551_615_u64, "min": -9_223_372_036_854_775_808_i64, "geen": [],
        });
        let Value::Object(fields) = fields else {
            unreachable!()
        };
        let attributes = Attributes::of_fields(fields.clone());
        let texts = [&fields, &attributes.to_fields()].map(|fields| serde_json::to_string(fields).unwrap());
        assert_eq!(texts[0], texts[1]);
    }

    #[test]
    fn a_value_comes_back_at_the_place_it_had() {
        let mut attributes = Attributes::default();
        for key in ["a", "b", "c"] {
            attributes.insert(key, Value::from(key));
        }
        let whole = attributes.clone();
        let (value, at) = attributes.take("b").unwrap();
        assert_eq!((attributes.len(), at), (2, 1));
        assert_ne!(attributes, whole);
        assert_eq!(attributes.put("b", value, at), None);
        assert_eq!(attributes, whole);
        let before = attributes.put("a", AttributeValue::text("x"), 9);
        assert_eq!(before, Some((AttributeValue::text("a"), 0)));
        assert_eq!(attributes.position("a"), Some(2));
    }
}
