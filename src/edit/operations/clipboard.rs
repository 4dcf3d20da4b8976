//! Copy, paste, duplicate and delete.

use std::collections::BTreeMap;

use super::agreements;
use super::attributes_along::AttributesAlong;
use super::words_along::WordsAlong;
use super::{free_key, take_id};
use crate::edit::{Change, Document, EditError, Label, Selection};
use crate::model::{
    Actor, ActorId, Attribute, AttributeOf, Constellation, CopyOnWrite, NoteTarget, Point, Relation,
    RelationId, Vocabulary, attributes_of, name_key,
};

/// A part of a constellation on the clipboard: self-contained, with the words it uses.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Fragment {
    pub actors: Vec<Actor>,
    /// Only relations of which both ends are among `actors`.
    pub relations: Vec<Relation>,
    pub vocabulary: CopyOnWrite<Vocabulary>,
    /// What the attributes are that they have values of.
    pub attributes: Vec<Attribute>,
    /// Names of organisations that stayed behind, to be found again where they stand too.
    pub organisations: BTreeMap<ActorId, String>,
}

impl Fragment {
    pub fn is_empty(&self) -> bool {
        self.actors.is_empty()
    }
}

/// The selected actors with the relations among them.
pub fn copy(constellation: &Constellation, selection: &Selection) -> Fragment {
    let actors: Vec<Actor> = selection
        .actors
        .iter()
        .filter_map(|id| constellation.actor(*id))
        .cloned()
        .collect();
    let outside = actors
        .iter()
        .filter_map(|actor| actor.organisation)
        .filter(|id| !selection.actors.contains(id));
    let organisations = outside
        .filter_map(|id| Some((id, constellation.actor(id)?.label.clone())))
        .collect();
    let is_inside = |relation: &&Relation| {
        selection.actors.contains(&relation.source) && selection.actors.contains(&relation.target)
    };
    let relations: Vec<Relation> = constellation
        .relations
        .values()
        .filter(is_inside)
        .cloned()
        .collect();
    let known: Vec<Attribute> = AttributeOf::ALL
        .into_iter()
        .flat_map(|of| attributes_of(constellation, of))
        .collect();
    Fragment {
        attributes: AttributesAlong::used(&known, &actors, &relations),
        actors,
        relations,
        vocabulary: constellation.vocabulary.clone(),
        organisations,
    }
}

/// Pastes a fragment, moved by (`dx`, `dy`) or as much further as keeps it clear of what stands, and selects
/// what was pasted. Words that this constellation does not have come along.
///
/// # Errors
/// [`EditError::NothingToDo`] for an empty fragment.
pub fn paste(document: &mut Document, fragment: &Fragment, dx: f64, dy: f64) -> Result<(), EditError> {
    if fragment.is_empty() {
        return Err(EditError::NothingToDo);
    }
    document.transact(Label::Paste, |document| insert(document, fragment, dx, dy))
}

/// Copies the selected actors, with the relations among them, beside themselves.
///
/// # Errors
/// [`EditError::NothingToDo`] when no actor is selected.
pub fn duplicate(document: &mut Document, dx: f64, dy: f64) -> Result<(), EditError> {
    let fragment = copy(document.constellation(), document.selection());
    if fragment.is_empty() {
        return Err(EditError::NothingToDo);
    }
    document.transact(Label::Duplicate, |document| insert(document, &fragment, dx, dy))
}

fn insert(document: &mut Document, fragment: &Fragment, dx: f64, dy: f64) -> Result<(), EditError> {
    let mut vocabulary = Vocabulary::clone(&document.constellation().vocabulary);
    let words = WordsAlong::bring(
        &mut vocabulary,
        &fragment.vocabulary,
        &fragment.actors,
        &fragment.relations,
    );
    document.apply(Change::Vocabulary {
        to: Box::new(vocabulary),
    })?;
    let attributes = AttributesAlong::bring(
        document,
        &fragment.attributes,
        &fragment.actors,
        &fragment.relations,
    )?;
    let places: Vec<Point> = fragment
        .actors
        .iter()
        .filter_map(|actor| Some(actor.pos?.offset(dx, dy)))
        .collect();
    let clear = document.constellation().clear_offset(&places);
    let (dx, dy) = (dx + clear.0, dy + clear.1);
    let mut new_ids: BTreeMap<ActorId, ActorId> = BTreeMap::new();
    for source in &fragment.actors {
        let number = take_id(document)?;
        new_ids.insert(source.id, ActorId(number));
    }
    // First without organisations: an actor's organisation may come later in the list.
    for source in &fragment.actors {
        let id = new_ids[&source.id];
        let constellation = document.constellation();
        let key = free_key("a", id.0, |key| {
            constellation.actors.values().any(|actor| actor.key == key)
        });
        document.forget_code(&key);
        let pos = source.pos.map(|pos: Point| pos.offset(dx, dy).rounded());
        let mut actor = Actor {
            id,
            key,
            pos,
            organisation: None,
            ..source.clone()
        };
        words.translate_actor(&mut actor);
        attributes.translate(AttributeOf::Actors, &mut actor.attributes);
        document.apply(Change::Actor {
            id,
            to: Some(Box::new(actor)),
        })?;
    }
    for source in &fragment.actors {
        let Some(organisation) = source.organisation else {
            continue;
        };
        let id = new_ids[&source.id];
        let inside = new_ids.get(&organisation).copied();
        let outside = same_actor(document.constellation(), organisation, &fragment.organisations);
        if let (Some(found), Some(actor)) = (inside.or(outside), document.constellation().actor(id).cloned())
        {
            let actor = Actor {
                organisation: Some(found),
                ..actor
            };
            document.apply(Change::Actor {
                id,
                to: Some(Box::new(actor)),
            })?;
        }
    }
    for source in &fragment.relations {
        let (Some(&from), Some(&to)) = (new_ids.get(&source.source), new_ids.get(&source.target)) else {
            continue;
        };
        let id = RelationId(take_id(document)?);
        let constellation = document.constellation();
        let key = free_key("r", id.0, |key| {
            constellation.relations.values().any(|other| other.key == key)
        });
        let mut relation = Relation {
            id,
            key,
            source: from,
            target: to,
            ..source.clone()
        };
        words.translate_relation(&mut relation);
        attributes.translate(AttributeOf::Relations, &mut relation.attributes);
        document.apply(Change::Relation {
            id,
            to: Some(Box::new(relation)),
        })?;
    }
    document.set_selection(Selection::of_actors(new_ids.into_values()));
    Ok(())
}

/// An organisation that was not copied, by its name: in another constellation its number is somebody else's.
fn same_actor(
    constellation: &Constellation,
    id: ActorId,
    names: &BTreeMap<ActorId, String>,
) -> Option<ActorId> {
    let name = name_key(names.get(&id)?);
    let is_same = |actor: &&Actor| !name.is_empty() && name_key(&actor.label) == name;
    let by_number = constellation.actor(id).filter(is_same);
    by_number
        .or_else(|| constellation.actors.values().find(is_same))
        .map(|actor| actor.id)
}

/// The relations that go when this is deleted: those selected, and those of selected actors.
pub fn relations_going(constellation: &Constellation, selection: &Selection) -> Vec<RelationId> {
    let is_going = |relation: &&Relation| {
        selection.relations.contains(&relation.id)
            || selection.actors.contains(&relation.source)
            || selection.actors.contains(&relation.target)
    };
    let going = constellation.relations.values().filter(is_going);
    going.map(|one| one.id).collect()
}

/// Removes what is selected, with the relations of removed actors, notes about them, and their role as
/// somebody's organisation; agreements stay, with names in place of who is gone. `label` tells a cut from a deletion.
///
/// # Errors
/// [`EditError::NothingToDo`] when nothing is selected.
pub fn delete(document: &mut Document, selection: &Selection, label: Label) -> Result<(), EditError> {
    if selection.is_empty() {
        return Err(EditError::NothingToDo);
    }
    document.transact(label, |document| {
        let constellation = document.constellation();
        let relations = relations_going(constellation, selection);
        let is_lost = |about: NoteTarget| match about {
            NoteTarget::Actor(id) => selection.actors.contains(&id),
            NoteTarget::Relation(id) => relations.binary_search(&id).is_ok(),
            NoteTarget::Constellation => false,
        };
        let notes: Vec<_> = constellation
            .notes
            .values()
            .filter(|note| is_lost(note.about))
            .map(|one| one.id)
            .collect();
        let loses_organisation = |actor: &&Actor| {
            actor
                .organisation
                .is_some_and(|organisation| selection.actors.contains(&organisation))
        };
        let members: Vec<Actor> = constellation
            .actors
            .values()
            .filter(loses_organisation)
            .cloned()
            .collect();
        let agreements = agreements::without(
            constellation,
            |id| selection.actors.contains(&id),
            |id| relations.binary_search(&id).is_ok(),
        );
        for change in agreements {
            document.apply(change)?;
        }
        for id in notes {
            document.apply(Change::Note { id, to: None })?;
        }
        for id in relations {
            document.apply(Change::Relation { id, to: None })?;
        }
        for member in members {
            let actor = Actor {
                organisation: None,
                ..member
            };
            document.apply(Change::Actor {
                id: actor.id,
                to: Some(Box::new(actor)),
            })?;
        }
        for &id in &selection.actors {
            document.apply(Change::Actor { id, to: None })?;
        }
        document.set_selection(Selection::default());
        Ok(())
    })
}
