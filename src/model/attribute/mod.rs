//! Attributes (kenmerken): what is said of actors and relations beside our own fields, with a type.
//!
//! A file of elsewhere has attributes of its own; users add theirs. An actor or relation keeps its values
//! ([`Attributes`]); what an attribute is, says its definition ([`Attribute`]). A definition is *declared* when a user
//! gave it: it is in [`Constellation::attributes`], and every value fits it. Of others the type is *guessed* from their
//! values by a fixed rule ([`attributes_of`]), so that a file that declares nothing stays as it was.

mod convert;
mod date;
mod guess;
mod value;

use std::collections::BTreeMap;

use super::{Constellation, Extra, Rgb};

pub use date::{date_in, is_date, shown_date};
pub use guess::{attributes_of, categories_of, values_of};
pub use value::{AttributeValue, Attributes, Scalar};

/// What an attribute is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AttributeOf {
    Actors,
    Relations,
}

impl AttributeOf {
    pub const ALL: [Self; 2] = [Self::Actors, Self::Relations];
}

/// What the values of an attribute are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum AttributeType {
    #[default]
    Text,
    WholeNumber,
    Number,
    YesNo,
    /// A day: a text as ISO 8601 has it.
    Date,
    /// One of some words or numbers that come back: it divides actors into groups.
    Category,
    /// Several texts at once.
    List,
}

impl AttributeType {
    pub const ALL: [Self; 7] = [
        Self::Text,
        Self::WholeNumber,
        Self::Number,
        Self::YesNo,
        Self::Date,
        Self::Category,
        Self::List,
    ];

    /// Whether a value can stand under an attribute of this type. What no type takes ([`AttributeValue::Kept`]) and
    /// an empty text say nothing, and can stand under all.
    pub fn fits(self, value: &AttributeValue) -> bool {
        let scalar = match value {
            AttributeValue::Kept(_) => return true,
            AttributeValue::List(_) => return self == Self::List,
            AttributeValue::One(scalar) => scalar,
        };
        match (self, scalar) {
            (_, Scalar::Text(text)) if text.is_empty() => true,
            (Self::Text | Self::Category | Self::List, _)
            | (Self::WholeNumber, Scalar::Whole(_))
            | (Self::Number, Scalar::Whole(_) | Scalar::Number(_))
            | (Self::YesNo, Scalar::Flag(_)) => true,
            (Self::Date, Scalar::Text(text)) => is_date(text),
            _ => false,
        }
    }

    /// Whether it divides actors into groups.
    pub fn is_categorical(self) -> bool {
        matches!(self, Self::Category | Self::YesNo)
    }

    pub fn is_numeric(self) -> bool {
        matches!(self, Self::WholeNumber | Self::Number)
    }
}

/// What an attribute is.
#[derive(Debug, Clone, PartialEq)]
pub struct Attribute {
    /// Name of the field in files; unique among the attributes of actors, or of relations; never changes.
    pub key: String,
    pub of: AttributeOf,
    /// As users see it; the key as long as nobody called it otherwise.
    pub label: String,
    pub of_type: AttributeType,
    /// Of a category: words to choose from, in their order. Others may be used as well.
    pub categories: Vec<String>,
    /// Of categories that the user gave one, by their text.
    pub colours: BTreeMap<String, Rgb>,
    pub extra: Extra,
}

impl Attribute {
    pub fn new(of: AttributeOf, key: &str, of_type: AttributeType) -> Self {
        Self {
            key: key.to_owned(),
            of,
            label: key.to_owned(),
            of_type,
            categories: Vec::new(),
            colours: BTreeMap::new(),
            extra: Extra::new(),
        }
    }
}

/// Our own fields, in our file and in node-link JSON, and the names under which programs look for what is ours: no
/// attribute is called so by us. A file of elsewhere may have one, which then stays.
const TAKEN: [(AttributeOf, &[&str]); 2] = [
    (
        AttributeOf::Actors,
        &[
            "id",
            "label",
            "kind",
            "sector",
            "level",
            "domains",
            "region",
            "organisation",
            "x",
            "y",
            "gaze_deg",
            "influence",
            "stance",
            "tempo",
            "interests",
            "form",
            "motive",
            "note",
            "card",
            "key",
            "name",
            "title",
            "group",
            "domain",
            "pos",
            "attributes",
            "size",
            "color",
            "index",
        ],
    ),
    (
        AttributeOf::Relations,
        &[
            "source",
            "target",
            "key",
            "kind",
            "weight",
            "direction",
            "status",
            "verified",
            "motive",
            "note",
            "id",
            "label",
            "name",
            "type",
            "relation",
            "value",
            "directed",
            "undirected",
            "attributes",
            "mirror_of",
            "color",
        ],
    ),
];

/// Whether a field of this name means something else in our file, or to programs that read it.
pub fn is_taken_name(of: AttributeOf, name: &str) -> bool {
    let (_, names) = TAKEN[of as usize];
    names.contains(&name)
}

impl Constellation {
    /// The declared definition of an attribute.
    pub fn declared(&self, of: AttributeOf, key: &str) -> Option<&Attribute> {
        self.attributes.iter().find(|one| one.of == of && one.key == key)
    }
}

/// A key for a new attribute: its label, numbered when something is called so already.
///
/// ```
/// use netwerkopstelling::model::{AttributeOf, new_attribute_key};
/// assert_eq!(new_attribute_key(AttributeOf::Actors, "Aantal fte", |_| false), "Aantal fte");
/// assert_eq!(new_attribute_key(AttributeOf::Actors, "label", |_| false), "label-2");
/// ```
pub fn new_attribute_key(of: AttributeOf, label: &str, is_used: impl Fn(&str) -> bool) -> String {
    let is_free = |key: &str| !is_taken_name(of, key) && !is_used(key);
    if is_free(label) {
        return label.to_owned();
    }
    (2u32..)
        .map(|number| format!("{label}-{number}"))
        .find(|key| is_free(key))
        .expect("the numbers do not run out")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_that_are_taken_stand_with_what_they_are_of() {
        for of in AttributeOf::ALL {
            assert_eq!(TAKEN[of as usize].0, of);
        }
        assert!(is_taken_name(AttributeOf::Relations, "weight"));
        assert!(!is_taken_name(AttributeOf::Actors, "weight"));
    }

    #[test]
    fn every_value_fits_its_type_and_no_other_by_accident() {
        let text = |text: &str| AttributeValue::One(Scalar::Text(text.to_owned()));
        let fitting = |value: AttributeValue| -> Vec<AttributeType> {
            AttributeType::ALL
                .into_iter()
                .filter(|one| one.fits(&value))
                .collect()
        };
        use AttributeType::{Category, Date, List, Number, Text, WholeNumber, YesNo};
        assert_eq!(fitting(text("veel")), [Text, Category, List]);
        assert_eq!(fitting(text("2026-11-29")), [Text, Date, Category, List]);
        assert_eq!(fitting(text("2026-02-30")), [Text, Category, List]);
        assert_eq!(
            fitting(AttributeValue::One(Scalar::Whole(3))),
            [Text, WholeNumber, Number, Category, List]
        );
        assert_eq!(
            fitting(AttributeValue::One(Scalar::Number(3.0))),
            [Text, Number, Category, List]
        );
        assert_eq!(
            fitting(AttributeValue::One(Scalar::Flag(true))),
            [Text, YesNo, Category, List]
        );
        assert_eq!(fitting(AttributeValue::List(Vec::new())), [List]);
        assert_eq!(fitting(text("")), AttributeType::ALL);
    }
}
