//! Drawing and describing relations.

use super::{free_key, take_id};
use crate::edit::{Change, Document, EditError, Label, RelationField, Selection};
use crate::model::{ActorId, Relation, RelationId, RelationKindId, RelationStatus};

/// A relation to be drawn; what is not said here comes from its kind.
#[derive(Debug, Clone, PartialEq)]
pub struct NewRelation {
    pub source: ActorId,
    pub target: ActorId,
    pub kind: RelationKindId,
    pub weight: f64,
}

/// One change to one or many relations.
#[derive(Debug, Clone, PartialEq)]
pub enum RelationEdit {
    /// Gives a field a value.
    Set(RelationField),
    /// Swaps source and target.
    Reverse,
}

impl From<RelationField> for RelationEdit {
    fn from(field: RelationField) -> Self {
        Self::Set(field)
    }
}

impl RelationEdit {
    fn apply_to(&self, relation: &mut Relation) {
        match self.clone() {
            Self::Set(field) => {
                field.put_in(relation);
            }
            Self::Reverse => std::mem::swap(&mut relation.source, &mut relation.target),
        }
    }

    fn label(&self) -> Label {
        match self {
            Self::Set(RelationField::Kind(_)) => Label::SetKind,
            Self::Set(RelationField::Weight(_)) => Label::SetWeight,
            Self::Reverse => Label::ReverseRelation,
            _ => Label::EditRelation,
        }
    }
}

/// Draws a relation and selects it.
///
/// # Errors
/// An end or kind that does not exist, or a weight that cannot be one.
pub fn add_relation(document: &mut Document, new: NewRelation) -> Result<RelationId, EditError> {
    document.transact(Label::AddRelation, |document| {
        let number = take_id(document)?;
        let constellation = document.constellation();
        let key = free_key("r", number, |key| {
            constellation.relations.values().any(|other| other.key == key)
        });
        let id = RelationId(number);
        let mut relation = Relation::new(id, &key, new.source, new.target, new.kind);
        relation.weight = new.weight;
        if let Some(kind) = constellation.vocabulary.relation_kind(&relation.kind) {
            relation.direction = kind.direction;
        }
        document.apply(Change::Relation {
            id,
            to: Some(Box::new(relation)),
        })?;
        document.set_selection(Selection::of_relation(id));
        Ok(id)
    })
}

/// Draws a relation that people wish for, as one step, and selects it.
///
/// # Errors
/// As [`add_relation`].
pub fn add_wished_relation(document: &mut Document, new: NewRelation) -> Result<RelationId, EditError> {
    document.transact(Label::AddRelation, |document| {
        let id = add_relation(document, new)?;
        edit_relations(
            document,
            &[id],
            &RelationField::Status(RelationStatus::Wished).into(),
        )?;
        Ok(id)
    })
}

/// Describes one or many relations.
///
/// # Errors
/// A relation or kind that does not exist, or a weight that cannot be one; then none is changed.
pub fn edit_relations(
    document: &mut Document,
    ids: &[RelationId],
    edit: &RelationEdit,
) -> Result<(), EditError> {
    document.transact(edit.label(), |document| {
        for &id in ids {
            let before = document
                .constellation()
                .relation(id)
                .ok_or(EditError::NoSuchRelation(id))?;
            let mut relation = before.clone();
            edit.apply_to(&mut relation);
            for to in RelationField::between(before, relation) {
                document.apply(Change::RelationField { id, to })?;
            }
        }
        Ok(())
    })
}
