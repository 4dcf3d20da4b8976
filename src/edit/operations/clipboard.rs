//! Copy, paste, duplicate and delete.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{free_key, take_id};
use crate::edit::{Change, Document, EditError, Label, Selection};
use crate::model::{Actor, ActorId, Constellation, NoteTarget, Point, Relation, RelationId, Vocabulary};

/// A part of a constellation on the clipboard: self-contained, with the words it uses.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Fragment {
    pub actors: Vec<Actor>,
    /// Only relations of which both ends are among `actors`.
    pub relations: Vec<Relation>,
    pub vocabulary: Vocabulary,
}

impl Fragment {
    pub fn is_empty(&self) -> bool {
        self.actors.is_empty()
    }
}

/// The selected actors with the relations among them.
pub fn copy(constellation: &Constellation, selection: &Selection) -> Fragment {
    let actors = selection
        .actors
        .iter()
        .filter_map(|id| constellation.actor(*id))
        .cloned()
        .collect();
    let is_inside = |relation: &&Relation| {
        selection.actors.contains(&relation.source) && selection.actors.contains(&relation.target)
    };
    Fragment {
        actors,
        relations: constellation
            .relations
            .values()
            .filter(is_inside)
            .cloned()
            .collect(),
        vocabulary: constellation.vocabulary.clone(),
    }
}

/// Pastes a fragment, moved by (`dx`, `dy`), and selects what was pasted. Words that this constellation
/// does not have come along.
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
    add_missing_words(document, &fragment.vocabulary)?;
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
        let pos = source.pos.map(|pos: Point| pos.offset(dx, dy).rounded());
        let actor = Actor {
            id,
            key,
            pos,
            organisation: None,
            ..source.clone()
        };
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
        let outside = document.constellation().actor(organisation).map(|actor| actor.id);
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
        let relation = Relation {
            id,
            key,
            source: from,
            target: to,
            ..source.clone()
        };
        document.apply(Change::Relation {
            id,
            to: Some(Box::new(relation)),
        })?;
    }
    document.set_selection(Selection::of_actors(new_ids.into_values()));
    Ok(())
}

fn add_missing_words(document: &mut Document, from: &Vocabulary) -> Result<(), EditError> {
    fn add<T: Clone>(to: &mut Vec<T>, from: &[T], same: impl Fn(&T, &T) -> bool) {
        for entry in from {
            if !to.iter().any(|other| same(entry, other)) {
                to.push(entry.clone());
            }
        }
    }
    let mut vocabulary = document.constellation().vocabulary.clone();
    add(&mut vocabulary.sectors, &from.sectors, |a, b| a.id == b.id);
    add(&mut vocabulary.levels, &from.levels, |a, b| a.id == b.id);
    add(&mut vocabulary.domains, &from.domains, |a, b| a.id == b.id);
    add(&mut vocabulary.regions, &from.regions, |a, b| a.id == b.id);
    add(&mut vocabulary.actor_kinds, &from.actor_kinds, |a, b| {
        a.id == b.id
    });
    add(&mut vocabulary.relation_kinds, &from.relation_kinds, |a, b| {
        a.id == b.id
    });
    document.apply(Change::Vocabulary {
        to: Box::new(vocabulary),
    })
}

/// Removes what is selected, with the relations of removed actors, notes about them, and their role as
/// somebody's organisation. `label` tells a cut from a deletion.
///
/// # Errors
/// [`EditError::NothingToDo`] when nothing is selected.
pub fn delete(document: &mut Document, selection: &Selection, label: Label) -> Result<(), EditError> {
    if selection.is_empty() {
        return Err(EditError::NothingToDo);
    }
    document.transact(label, |document| {
        let constellation = document.constellation();
        let is_going = |relation: &&Relation| {
            selection.relations.contains(&relation.id)
                || selection.actors.contains(&relation.source)
                || selection.actors.contains(&relation.target)
        };
        let relations: Vec<_> = constellation
            .relations
            .values()
            .filter(is_going)
            .map(|one| one.id)
            .collect();
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
