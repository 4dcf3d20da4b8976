//! What the file says of attributes, held against the values that it has.

use std::collections::HashSet;

use super::dto::AttributeDto;
use super::known;
use super::read::{shallow, take};
use super::row::ReadRow;
use super::vocabulary::own_colour;
use super::write::unknown;
use crate::formats::{ImportReport, Message, ReadError};
use crate::model::{
    Attribute, AttributeOf, AttributeType, Attributes, Constellation, attributes_of, is_taken_name,
};

pub fn to_dto(attribute: &Attribute) -> AttributeDto {
    AttributeDto {
        key: attribute.key.clone(),
        label: Some(attribute.label.clone()),
        of: attribute.of.into(),
        of_type: Some(attribute.of_type.into()),
        categories: attribute.categories.clone(),
        colours: attribute
            .colours
            .iter()
            .map(|(category, colour)| (category.clone(), colour.to_hex()))
            .collect(),
        extra: unknown(&attribute.extra, known::ATTRIBUTE),
    }
}

/// Declares what the file declares, once all actors and relations are there. A value that is not of the declared type
/// goes on under another name, and that is said.
pub(super) fn declare(
    constellation: &mut Constellation,
    rows: Vec<ReadRow<AttributeDto>>,
    report: &mut ImportReport,
) -> Result<(), ReadError> {
    let mut seen: HashSet<(AttributeOf, String)> = HashSet::new();
    for (at, row) in rows.into_iter().enumerate() {
        let path = format!("vocabulary.attributes[{at}]");
        let read = take(row, &path, report);
        let of: AttributeOf = read.of.into();
        if read.key.is_empty() {
            report.notice(path, Message::new("read-notice-word-without-id"));
            continue;
        }
        if is_taken_name(of, &read.key) && !has_values(constellation, of, &read.key) {
            report.notice(
                path,
                Message::new("read-notice-attribute-taken").with("key", read.key),
            );
            continue;
        }
        if !seen.insert((of, read.key.clone())) {
            report.notice(
                path,
                Message::new("read-notice-duplicate-word").with("id", read.key),
            );
            continue;
        }
        let extra = shallow(read.extra, &path)?;
        let given = read.colours.into_iter();
        let colours = given
            .filter_map(|(category, text)| Some((category, own_colour(Some(text), &path, report)?)))
            .collect();
        let label = read.label.filter(|label| !label.trim().is_empty());
        let attribute = Attribute {
            label: label.unwrap_or_else(|| read.key.clone()),
            of_type: read
                .of_type
                .map_or_else(|| guess(constellation, of, &read.key), Into::into),
            key: read.key,
            of,
            categories: read.categories,
            colours,
            extra,
        };
        put_misfits_apart(constellation, &attribute, &path, report);
        constellation.attributes.push(attribute);
    }
    Ok(())
}

fn has_values(constellation: &Constellation, of: AttributeOf, key: &str) -> bool {
    crate::model::values_of(constellation, of).any(|values| values.get(key).is_some())
}

fn guess(constellation: &Constellation, of: AttributeOf, key: &str) -> AttributeType {
    let found = attributes_of(constellation, of);
    found
        .iter()
        .find(|one| one.key == key)
        .map_or(AttributeType::Text, |one| one.of_type)
}

fn put_misfits_apart(
    constellation: &mut Constellation,
    attribute: &Attribute,
    path: &str,
    report: &mut ImportReport,
) {
    let mut apart = |values: &mut Attributes, owner: &str| {
        let misfit = values
            .get(&attribute.key)
            .filter(|value| !attribute.of_type.fits(value));
        if misfit.is_none() {
            return;
        }
        let Some((value, at)) = values.take(&attribute.key) else {
            return;
        };
        let mut name = format!("{}_original", attribute.key);
        while values.get(&name).is_some() {
            name.push('_');
        }
        let message = Message::new("read-notice-attribute-misfit")
            .with(
                "value",
                crate::i18n::shown(&value.to_json().to_string()).into_owned(),
            )
            .with("owner", owner)
            .with("attribute", attribute.label.as_str())
            .with("name", name.as_str());
        report.notice(path, message);
        values.put(&name, value, at);
    };
    match attribute.of {
        AttributeOf::Actors => {
            for actor in constellation.actors.values_mut() {
                apart(&mut actor.attributes, &actor.label);
            }
        }
        AttributeOf::Relations => {
            for relation in constellation.relations.values_mut() {
                apart(&mut relation.attributes, &relation.key);
            }
        }
    }
}
