//! What users do with attributes: giving values, and saying what an attribute is.

use std::sync::Arc;

use crate::edit::{AttributeOwner, Change, Document, EditError, InPlace, Label};
use crate::model::{
    Attribute, AttributeOf, AttributeType, AttributeValue, Constellation, Rgb, new_attribute_key,
};

/// One change to what an attribute is.
#[derive(Debug, Clone, PartialEq)]
pub enum AttributeEdit {
    Label(String),
    /// Values become of this type too.
    Type(AttributeType),
    /// Words to choose from, in their order.
    Categories(Vec<String>),
    /// Colour of a category, by its text; with `None` one that tells it from the others.
    Colour(String, Option<Rgb>),
}

/// Gives an attribute a value, or (with `None`) takes it away, of one or many actors or relations. From then on it is
/// declared what the attribute is: its type would change under the hands of who fills in values otherwise.
///
/// # Errors
/// An attribute or owner that does not exist, or a value that is not of its type; then nothing is changed.
pub fn set_attribute(
    document: &mut Document,
    owners: &[AttributeOwner],
    key: &str,
    value: Option<&AttributeValue>,
) -> Result<(), EditError> {
    let Some(first) = owners.first() else {
        return Err(EditError::NothingToDo);
    };
    let of = first.of();
    document.transact(Label::EditAttribute, |document| {
        if let Some(value) = value {
            let attribute = declare(document, of, key)?;
            let value = converted(&attribute, value)?;
            owners
                .iter()
                .try_for_each(|owner| put(document, *owner, key, value.clone()))
        } else {
            owners.iter().try_for_each(|owner| take(document, *owner, key))
        }
    })
}

fn converted(attribute: &Attribute, value: &AttributeValue) -> Result<AttributeValue, EditError> {
    attribute.of_type.convert(value).ok_or_else(|| EditError::Misfit {
        attribute: attribute.label.clone(),
        value: value.to_json().to_string(),
    })
}

fn no_owner(owner: AttributeOwner) -> EditError {
    match owner {
        AttributeOwner::Actor(id) => EditError::NoSuchActor(id),
        AttributeOwner::Relation(id) => EditError::NoSuchRelation(id),
    }
}

fn put(
    document: &mut Document,
    owner: AttributeOwner,
    key: &str,
    value: AttributeValue,
) -> Result<(), EditError> {
    let values = owner
        .values(document.constellation())
        .ok_or_else(|| no_owner(owner))?;
    let at = values.position(key).unwrap_or(values.len());
    let to = Some(InPlace { value, at });
    let key = key.to_owned();
    document.apply(Change::Attribute { owner, key, to })
}

fn take(document: &mut Document, owner: AttributeOwner, key: &str) -> Result<(), EditError> {
    let values = owner
        .values(document.constellation())
        .ok_or_else(|| no_owner(owner))?;
    if values.get(key).is_none() {
        return Ok(());
    }
    let key = key.to_owned();
    document.apply(Change::Attribute { owner, key, to: None })
}

/// What the attribute is; declared from here on.
fn declare(document: &mut Document, of: AttributeOf, key: &str) -> Result<Attribute, EditError> {
    if let Some(attribute) = document.constellation().declared(of, key) {
        return Ok(attribute.clone());
    }
    let guessed = find(&document.attributes(of), key)?;
    define(document, guessed.clone())?;
    Ok(guessed)
}

fn find(attributes: &Arc<[Attribute]>, key: &str) -> Result<Attribute, EditError> {
    let found = attributes.iter().find(|one| one.key == key).cloned();
    found.ok_or_else(|| EditError::NoSuchAttribute(key.to_owned()))
}

/// Declares an attribute where it stands, or as the last.
fn define(document: &mut Document, attribute: Attribute) -> Result<(), EditError> {
    let (of, key) = (attribute.of, attribute.key.clone());
    let list = &document.constellation().attributes;
    let place = list.iter().position(|one| one.of == of && one.key == key);
    let at = place.unwrap_or(list.len());
    let value = Box::new(attribute);
    let to = Some(InPlace { value, at });
    document.apply(Change::AttributeDefinition { of, key, to })
}

fn undeclare(document: &mut Document, of: AttributeOf, key: &str) -> Result<(), EditError> {
    if document.constellation().declared(of, key).is_none() {
        return Ok(());
    }
    let key = key.to_owned();
    document.apply(Change::AttributeDefinition { of, key, to: None })
}

/// Adds an attribute that nobody has yet, and returns its key.
///
/// # Errors
/// A name that is empty or that an attribute of these has already.
pub fn add_attribute(
    document: &mut Document,
    of: AttributeOf,
    label: &str,
    of_type: AttributeType,
) -> Result<String, EditError> {
    let label = label.trim();
    let known = document.attributes(of);
    if label.is_empty() || known.iter().any(|one| one.label == label) {
        return Err(EditError::BadKey(label.to_owned()));
    }
    // Also what no type takes stands under a name.
    let is_used = |key: &str| {
        let mut all = crate::model::values_of(document.constellation(), of);
        known.iter().any(|one| one.key == key) || all.any(|values| values.get(key).is_some())
    };
    let mut attribute = Attribute::new(of, &new_attribute_key(of, label, is_used), of_type);
    label.clone_into(&mut attribute.label);
    let key = attribute.key.clone();
    document.transact(Label::DefineAttribute, |document| define(document, attribute))?;
    Ok(key)
}

/// Says otherwise what an attribute is.
///
/// # Errors
/// No such attribute, a name that is empty or taken, or a value that cannot be of the new type; then nothing is
/// changed.
pub fn edit_attribute(
    document: &mut Document,
    of: AttributeOf,
    key: &str,
    edit: &AttributeEdit,
) -> Result<(), EditError> {
    let known = document.attributes(of);
    let mut attribute = find(&known, key)?;
    document.transact(Label::DefineAttribute, |document| match edit {
        AttributeEdit::Label(label) => {
            let label = label.trim();
            let is_taken = known.iter().any(|one| one.key != key && one.label == label);
            if label.is_empty() || is_taken {
                return Err(EditError::BadKey(label.to_owned()));
            }
            label.clone_into(&mut attribute.label);
            define(document, attribute)
        }
        AttributeEdit::Type(of_type) => {
            attribute.of_type = *of_type;
            retype(document, attribute)
        }
        AttributeEdit::Categories(categories) => {
            attribute.categories.clone_from(categories);
            define(document, attribute)
        }
        AttributeEdit::Colour(category, colour) => {
            match colour {
                Some(colour) => attribute.colours.insert(category.clone(), *colour),
                None => attribute.colours.remove(category),
            };
            define(document, attribute)
        }
    })
}

/// Without a declaration in between: values of the old type do not fit the new one, nor those of the new the old.
fn retype(document: &mut Document, attribute: Attribute) -> Result<(), EditError> {
    let (of, key) = (attribute.of, attribute.key.clone());
    let list = &document.constellation().attributes;
    let place = list.iter().position(|one| one.of == of && one.key == key);
    let mut converted_values = Vec::new();
    for owner in owners(document.constellation(), of) {
        let values = owner.values(document.constellation());
        if let Some(value) = values.and_then(|values| values.get(&key))
            && !attribute.of_type.fits(value)
        {
            converted_values.push((owner, converted(&attribute, value)?));
        }
    }
    undeclare(document, of, &key)?;
    for (owner, value) in converted_values {
        put(document, owner, &key, value)?;
    }
    let at = place.unwrap_or(document.constellation().attributes.len());
    let value = Box::new(attribute);
    let to = Some(InPlace { value, at });
    document.apply(Change::AttributeDefinition { of, key, to })
}

/// Takes an attribute away, with the values that everybody has of it.
///
/// # Errors
/// No such attribute.
pub fn remove_attribute(document: &mut Document, of: AttributeOf, key: &str) -> Result<(), EditError> {
    find(&document.attributes(of), key)?;
    document.transact(Label::RemoveAttribute, |document| {
        for owner in owners(document.constellation(), of) {
            take(document, owner, key)?;
        }
        undeclare(document, of, key)
    })
}

fn owners(constellation: &Constellation, of: AttributeOf) -> Vec<AttributeOwner> {
    match of {
        AttributeOf::Actors => constellation
            .actors
            .keys()
            .copied()
            .map(AttributeOwner::Actor)
            .collect(),
        AttributeOf::Relations => {
            let relations = constellation.relations.keys().copied();
            relations.map(AttributeOwner::Relation).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::testing::document_of;
    use crate::model::{Scalar, validate};

    fn whole(number: i64) -> AttributeValue {
        AttributeValue::One(Scalar::Whole(number))
    }

    fn types(document: &Document) -> Vec<(String, AttributeType)> {
        let attributes = document.attributes(AttributeOf::Actors);
        attributes
            .iter()
            .map(|one| (one.key.clone(), one.of_type))
            .collect()
    }

    #[test]
    fn a_value_typed_as_text_becomes_one_of_the_type_and_one_that_cannot_is_refused() {
        let (mut document, ids) = document_of(["a", "b"]);
        let owners: Vec<_> = ids.iter().copied().map(AttributeOwner::Actor).collect();
        let key = add_attribute(
            &mut document,
            AttributeOf::Actors,
            " Aantal fte ",
            AttributeType::Number,
        )
        .unwrap();
        assert_eq!(key, "Aantal fte");
        set_attribute(&mut document, &owners, &key, Some(&AttributeValue::text("2,5"))).unwrap();
        let values = |document: &Document| {
            let actors = document.constellation().actors.values();
            actors
                .map(|actor| actor.attributes.get(&key).cloned())
                .collect::<Vec<_>>()
        };
        assert_eq!(
            values(&document),
            vec![Some(AttributeValue::One(Scalar::Number(2.5))); 2]
        );
        let refused = set_attribute(&mut document, &owners, &key, Some(&AttributeValue::text("veel")));
        assert!(matches!(refused, Err(EditError::Misfit { .. })), "{refused:?}");
        assert_eq!(
            values(&document),
            vec![Some(AttributeValue::One(Scalar::Number(2.5))); 2]
        );
        set_attribute(&mut document, &owners[..1], &key, None).unwrap();
        assert_eq!(values(&document)[0], None);
        document.undo();
        document.undo();
        document.undo();
        assert_eq!(
            *document.constellation(),
            *document_of(["a", "b"]).0.constellation()
        );
    }

    #[test]
    fn who_fills_in_a_value_of_a_file_keeps_the_type_that_was_shown() {
        let (mut document, ids) = document_of(["a", "b"]);
        let mut constellation = document.constellation().clone();
        for actor in constellation.actors.values_mut() {
            actor.attributes.insert("nummer", whole(i64::from(actor.id.0)));
        }
        document = Document::new(constellation);
        assert_eq!(document.constellation().attributes, []);
        let owner = AttributeOwner::Actor(ids[0]);
        set_attribute(&mut document, &[owner], "nummer", Some(&whole(9))).unwrap();
        assert_eq!(document.constellation().attributes.len(), 1);
        let refused = set_attribute(
            &mut document,
            &[owner],
            "nummer",
            Some(&AttributeValue::text("x")),
        );
        assert!(refused.is_err());
        document.undo();
        assert_eq!(
            document.constellation().attributes,
            [],
            "taken back with the value"
        );
    }

    #[test]
    fn another_type_takes_the_values_along_or_none_of_them() {
        let (mut document, ids) = document_of(["a", "b"]);
        let key = add_attribute(&mut document, AttributeOf::Actors, "sinds", AttributeType::Text).unwrap();
        let set = |document: &mut Document, at: usize, text: &str| {
            let owner = AttributeOwner::Actor(ids[at]);
            set_attribute(document, &[owner], "sinds", Some(&AttributeValue::text(text))).unwrap();
        };
        set(&mut document, 0, "1-2-2020");
        set(&mut document, 1, "vroeger");
        let to_date = AttributeEdit::Type(AttributeType::Date);
        let before = document.constellation().clone();
        assert!(edit_attribute(&mut document, AttributeOf::Actors, &key, &to_date).is_err());
        assert_eq!(*document.constellation(), before);
        set(&mut document, 1, "2021-03-04");
        edit_attribute(&mut document, AttributeOf::Actors, &key, &to_date).unwrap();
        assert_eq!(types(&document), [(key.clone(), AttributeType::Date)]);
        let first = &document.constellation().actors[&ids[0]];
        assert_eq!(
            first.attributes.get(&key),
            Some(&AttributeValue::text("2020-02-01"))
        );
        assert_eq!(validate(document.constellation()), []);
        document.undo();
        assert_eq!(types(&document)[0].1, AttributeType::Text);
    }

    #[test]
    fn a_name_is_unique_and_never_one_of_our_own_fields_and_a_removed_attribute_leaves_nothing() {
        let (mut document, ids) = document_of(["a"]);
        let of = AttributeOf::Actors;
        let empty = document.constellation().clone();
        let key = add_attribute(&mut document, of, "label", AttributeType::Text).unwrap();
        assert_eq!(key, "label-2");
        assert!(add_attribute(&mut document, of, "label", AttributeType::Text).is_err());
        assert!(add_attribute(&mut document, of, "  ", AttributeType::Text).is_err());
        edit_attribute(
            &mut document,
            of,
            &key,
            &AttributeEdit::Label("Etiket".to_owned()),
        )
        .unwrap();
        let owner = AttributeOwner::Actor(ids[0]);
        set_attribute(&mut document, &[owner], &key, Some(&AttributeValue::text("x"))).unwrap();
        assert!(set_attribute(&mut document, &[owner], "onbekend", Some(&whole(1))).is_err());
        remove_attribute(&mut document, of, &key).unwrap();
        assert_eq!(*document.constellation(), empty);
        assert_eq!(types(&document), []);
    }
}
