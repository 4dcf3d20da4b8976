//! Attributes that come along with pieces from another constellation.

use std::collections::HashMap;

use crate::edit::{Change, Document, EditError, InPlace};
use crate::model::{
    Actor, Attribute, AttributeOf, AttributeValue, Attributes, Relation, name_key, new_attribute_key,
};

/// What each attribute that came along is called here.
#[derive(Debug, Default)]
pub struct AttributesAlong {
    keys: HashMap<(AttributeOf, String), String>,
}

impl AttributesAlong {
    /// Those among `from` of which these actors and relations have values.
    pub fn used(from: &[Attribute], actors: &[Actor], relations: &[Relation]) -> Vec<Attribute> {
        let is_used = |one: &&Attribute| match one.of {
            AttributeOf::Actors => actors
                .iter()
                .any(|actor| actor.attributes.get(&one.key).is_some()),
            AttributeOf::Relations => relations.iter().any(|tie| tie.attributes.get(&one.key).is_some()),
        };
        from.iter().filter(is_used).cloned().collect()
    }

    /// Declares here what is not known here. An attribute with the same key, or else with the same name, is the same
    /// attribute when it takes the values; else the values come under a name of their own.
    ///
    /// # Errors
    /// None at present: what is declared fits.
    pub fn bring(
        document: &mut Document,
        from: &[Attribute],
        actors: &[Actor],
        relations: &[Relation],
    ) -> Result<Self, EditError> {
        let mut along = Self::default();
        for attribute in from {
            let values: Vec<&AttributeValue> = match attribute.of {
                AttributeOf::Actors => actors
                    .iter()
                    .filter_map(|one| one.attributes.get(&attribute.key))
                    .collect(),
                AttributeOf::Relations => {
                    let values = relations.iter().map(|one| &one.attributes);
                    values.filter_map(|values| values.get(&attribute.key)).collect()
                }
            };
            let known = document.attributes(attribute.of);
            let takes = |one: &&Attribute| values.iter().all(|value| one.of_type.fits(value));
            let label = name_key(&attribute.label);
            let same = known.iter().find(|one| one.key == attribute.key);
            let same = same.or_else(|| known.iter().find(|one| name_key(&one.label) == label));
            let key = match same.filter(takes) {
                Some(same) => same.key.clone(),
                None => declare(document, attribute, &known)?,
            };
            along.keys.insert((attribute.of, attribute.key.clone()), key);
        }
        Ok(along)
    }

    pub fn translate(&self, of: AttributeOf, values: &mut Attributes) {
        let is_renamed = |key: &str| self.keys.get(&(of, key.to_owned())).is_some_and(|new| new != key);
        if values.iter().all(|(key, _)| !is_renamed(key)) {
            return;
        }
        let mut translated = Attributes::default();
        for (key, value) in values.iter() {
            let new = self.keys.get(&(of, key.to_owned())).map_or(key, String::as_str);
            translated.insert(new, value.clone());
        }
        *values = translated;
    }
}

fn declare(document: &mut Document, attribute: &Attribute, known: &[Attribute]) -> Result<String, EditError> {
    let is_known = |key: &str| known.iter().any(|one| one.key == key);
    let mut attribute = attribute.clone();
    if is_known(&attribute.key) {
        attribute.key = new_attribute_key(attribute.of, &attribute.key, is_known);
    }
    if known.iter().any(|one| one.label == attribute.label) {
        attribute.label.clone_from(&attribute.key);
    }
    let (of, key) = (attribute.of, attribute.key.clone());
    let at = document.constellation().attributes.len();
    let value = Box::new(attribute);
    document.apply(Change::AttributeDefinition {
        of,
        key: key.clone(),
        to: Some(InPlace { value, at }),
    })?;
    Ok(key)
}
