//! What the user has selected. It travels with undo and redo.

use std::collections::BTreeSet;

use crate::model::{ActorId, Constellation, RelationId};

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Selection {
    pub actors: BTreeSet<ActorId>,
    pub relations: BTreeSet<RelationId>,
}

impl Selection {
    pub fn is_empty(&self) -> bool {
        self.actors.is_empty() && self.relations.is_empty()
    }

    pub fn len(&self) -> usize {
        self.actors.len() + self.relations.len()
    }

    pub fn of_actor(id: ActorId) -> Self {
        Self {
            actors: BTreeSet::from([id]),
            ..Self::default()
        }
    }

    pub fn of_relation(id: RelationId) -> Self {
        Self {
            relations: BTreeSet::from([id]),
            ..Self::default()
        }
    }

    pub fn of_actors(ids: impl IntoIterator<Item = ActorId>) -> Self {
        Self {
            actors: ids.into_iter().collect(),
            ..Self::default()
        }
    }

    /// The selected actor when exactly one actor and nothing else is selected.
    pub fn single_actor(&self) -> Option<ActorId> {
        (self.len() == 1).then(|| self.actors.first().copied()).flatten()
    }

    pub fn single_relation(&self) -> Option<RelationId> {
        (self.len() == 1)
            .then(|| self.relations.first().copied())
            .flatten()
    }

    /// Drops what no longer exists.
    pub fn retain_existing(&mut self, constellation: &Constellation) {
        self.actors.retain(|id| constellation.actors.contains_key(id));
        self.relations
            .retain(|id| constellation.relations.contains_key(id));
    }
}
