//! What tests begin with: a document with some actors and relations.

use super::Document;
use super::operations::{NewActor, NewRelation, add_actors, add_relation};
use crate::model::{ActorId, Constellation, Language, RelationId};

/// A document with actors of these names in the tray.
pub fn document_of<Name: AsRef<str>>(names: impl IntoIterator<Item = Name>) -> (Document, Vec<ActorId>) {
    let mut document = Document::new(Constellation::new(Language::Nl));
    let new = names.into_iter().map(|name| NewActor {
        label: name.as_ref().to_owned(),
        ..NewActor::default()
    });
    let ids = add_actors(&mut document, new.collect()).unwrap();
    (document, ids)
}

/// Draws a relation of weight 1, in the direction its kind has by itself.
pub fn relate(document: &mut Document, source: ActorId, target: ActorId, kind: &str) -> RelationId {
    let new = NewRelation {
        source,
        target,
        kind: kind.into(),
        weight: 1.0,
    };
    add_relation(document, new).unwrap()
}
