//! How single values are read and written: forgiving where other programs write the same thing otherwise.

use serde::de::{Deserialize, Deserializer, Error};

#[derive(serde::Deserialize)]
#[serde(untagged)]
enum IdText {
    Text(String),
    Whole(i64),
    Large(u64),
    Real(f64),
    Flag(bool),
}

/// Ids are text here; many programs write numbers.
pub(super) fn id_text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    Ok(id_text_option(deserializer)?.unwrap_or_default())
}

pub(super) fn id_text_option<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    let found = Option::<IdText>::deserialize(deserializer)?;
    Ok(found.map(|id| match id {
        IdText::Text(text) => text,
        IdText::Whole(number) => number.to_string(),
        IdText::Large(number) => number.to_string(),
        IdText::Real(number) => number.to_string(),
        IdText::Flag(flag) => flag.to_string(),
    }))
}

/// A whole number, also when it is written as 3.0, as pandas does.
pub(super) fn whole_number<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u32>, D::Error> {
    match Option::<f64>::deserialize(deserializer)? {
        None => Ok(None),
        Some(number) if number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&number) => {
            Ok(Some(number as u32))
        }
        Some(number) => Err(D::Error::custom(format!("{number} is not a whole number from 0"))),
    }
}

/// A weight that is there and empty is no number: not the same as one that is not there.
pub(super) fn weight<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<f64>, D::Error> {
    Ok(Some(
        Option::<f64>::deserialize(deserializer)?.unwrap_or(f64::NAN),
    ))
}

pub(super) fn is_empty_text(text: &str) -> bool {
    text.is_empty()
}

// serde passes a reference.
#[allow(clippy::trivially_copy_pass_by_ref)]
pub(super) fn is_false(flag: &bool) -> bool {
    !*flag
}
