//! Changes of what is said of actors and relations beside our own fields, and of what that is.

use super::Change;
use crate::edit::EditError;
use crate::model::{
    ActorId, Attribute, AttributeOf, AttributeValue, Attributes, Constellation, RelationId, values_of,
};

/// Who has a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AttributeOwner {
    Actor(ActorId),
    Relation(RelationId),
}

impl AttributeOwner {
    pub fn of(self) -> AttributeOf {
        match self {
            Self::Actor(_) => AttributeOf::Actors,
            Self::Relation(_) => AttributeOf::Relations,
        }
    }

    /// The values it has; `None` when it does not exist.
    pub fn values(self, constellation: &Constellation) -> Option<&Attributes> {
        match self {
            Self::Actor(id) => constellation.actor(id).map(|actor| &actor.attributes),
            Self::Relation(id) => constellation.relation(id).map(|relation| &relation.attributes),
        }
    }

    fn values_mut(self, constellation: &mut Constellation) -> Result<&mut Attributes, EditError> {
        match self {
            Self::Actor(id) => {
                let actor = constellation
                    .actors
                    .get_mut(&id)
                    .ok_or(EditError::NoSuchActor(id))?;
                Ok(&mut actor.attributes)
            }
            Self::Relation(id) => {
                let relation = constellation.relations.get_mut(&id);
                Ok(&mut relation.ok_or(EditError::NoSuchRelation(id))?.attributes)
            }
        }
    }
}

/// Something with its place among others of its kind: taken back, it stands where it stood, and the file is the same
/// to the byte.
#[derive(Debug, Clone, PartialEq)]
pub struct InPlace<T> {
    pub value: T,
    pub at: usize,
}

/// Refuses a value that is not of the type that was declared.
fn check(
    constellation: &Constellation,
    of: AttributeOf,
    key: &str,
    value: &AttributeValue,
) -> Result<(), EditError> {
    match constellation.declared(of, key) {
        Some(attribute) if !attribute.of_type.fits(value) => Err(EditError::Misfit {
            attribute: attribute.label.clone(),
            value: value.to_json().to_string(),
        }),
        _ => Ok(()),
    }
}

/// Refuses any of these values that is not of its declared type.
pub(super) fn check_all(
    constellation: &Constellation,
    of: AttributeOf,
    values: &Attributes,
) -> Result<(), EditError> {
    if constellation.attributes.is_empty() {
        return Ok(());
    }
    values
        .iter()
        .try_for_each(|(key, value)| check(constellation, of, key, value))
}

pub(super) fn set_value(
    constellation: &mut Constellation,
    owner: AttributeOwner,
    key: String,
    to: Option<InPlace<AttributeValue>>,
) -> Result<Change, EditError> {
    if key.is_empty() {
        return Err(EditError::BadKey(key));
    }
    if let Some(InPlace { value, .. }) = &to {
        check(constellation, owner.of(), &key, value)?;
    }
    let values = owner.values_mut(constellation)?;
    let before = match to {
        Some(InPlace { value, at }) => values.put(&key, value, at),
        None => values.take(&key),
    };
    let to = before.map(|(value, at)| InPlace { value, at });
    Ok(Change::Attribute { owner, key, to })
}

pub(super) fn set_definition(
    constellation: &mut Constellation,
    of: AttributeOf,
    key: String,
    to: Option<InPlace<Box<Attribute>>>,
) -> Result<Change, EditError> {
    if let Some(InPlace { value: attribute, .. }) = &to {
        if key.is_empty() || attribute.key != key || attribute.of != of {
            return Err(EditError::BadKey(key));
        }
        let mut values = values_of(constellation, of).filter_map(|values| values.get(&key));
        if let Some(misfit) = values.find(|value| !attribute.of_type.fits(value)) {
            return Err(EditError::Misfit {
                attribute: attribute.label.clone(),
                value: misfit.to_json().to_string(),
            });
        }
    }
    let list = &mut constellation.attributes;
    let found = list.iter().position(|one| one.of == of && one.key == key);
    let before = found.map(|at| InPlace {
        value: Box::new(list.remove(at)),
        at,
    });
    if let Some(InPlace { value, at }) = to {
        list.insert(at.min(list.len()), *value);
    }
    Ok(Change::AttributeDefinition { of, key, to: before })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::testing::document_of;
    use crate::model::{AttributeType, Scalar};

    fn whole(number: i64) -> AttributeValue {
        AttributeValue::One(Scalar::Whole(number))
    }

    fn set(owner: AttributeOwner, key: &str, value: AttributeValue, at: usize) -> Change {
        Change::Attribute {
            owner,
            key: key.to_owned(),
            to: Some(InPlace { value, at }),
        }
    }

    fn define(key: &str, of_type: AttributeType) -> Change {
        let value = Box::new(Attribute::new(AttributeOf::Actors, key, of_type));
        Change::AttributeDefinition {
            of: AttributeOf::Actors,
            key: key.to_owned(),
            to: Some(InPlace { value, at: 0 }),
        }
    }

    #[test]
    fn a_value_that_comes_and_goes_leaves_the_others_where_they_were() {
        let (document, ids) = document_of(["a"]);
        let mut constellation = document.constellation().clone();
        let owner = AttributeOwner::Actor(ids[0]);
        for (key, number) in [("x", 1), ("y", 2), ("z", 3)] {
            set(owner, key, whole(number), 9)
                .apply(&mut constellation)
                .unwrap();
        }
        let before = constellation.clone();
        let gone = Change::Attribute {
            owner,
            key: "y".to_owned(),
            to: None,
        };
        for change in [gone, set(owner, "y", whole(7), 1), set(owner, "x", whole(1), 2)] {
            let back = change.apply(&mut constellation).unwrap();
            back.apply(&mut constellation).unwrap();
            assert_eq!(constellation, before);
        }
    }

    #[test]
    fn a_value_that_is_not_of_the_declared_type_is_refused_and_so_is_a_type_that_a_value_does_not_fit() {
        let (document, ids) = document_of(["a"]);
        let mut constellation = document.constellation().clone();
        let owner = AttributeOwner::Actor(ids[0]);
        define("fte", AttributeType::WholeNumber)
            .apply(&mut constellation)
            .unwrap();
        set(owner, "fte", whole(3), 0).apply(&mut constellation).unwrap();
        let before = constellation.clone();
        for change in [
            set(owner, "fte", AttributeValue::text("drie"), 0),
            define("fte", AttributeType::Date),
            define("", AttributeType::Text),
            set(owner, "", whole(1), 0),
            set(AttributeOwner::Actor(ActorId(99)), "fte", whole(1), 0),
        ] {
            assert!(change.clone().apply(&mut constellation).is_err(), "{change:?}");
            assert_eq!(constellation, before, "{change:?}");
        }
        let mut actor = constellation.actors[&ids[0]].clone();
        actor.attributes.insert("fte", AttributeValue::text("drie"));
        let whole_actor = Change::Actor {
            id: ids[0],
            to: Some(Box::new(actor)),
        };
        assert!(whole_actor.apply(&mut constellation).is_err());
        define("fte", AttributeType::Number)
            .apply(&mut constellation)
            .unwrap();
    }
}
