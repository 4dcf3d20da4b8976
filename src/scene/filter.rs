//! Which actors and relations are shown. A view, not an edit: nothing of this is in the document.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::AttributeFilters;
use crate::model::{
    Actor, ActorKindId, AttributeOf, Constellation, DomainId, LevelId, RegionId, Relation, RelationKindId,
    RelationStatus, SectorId,
};

/// What is left out. Empty sets leave nothing out; actors of which nothing is said stay visible.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Filters {
    pub actor_kinds: BTreeSet<ActorKindId>,
    pub sectors: BTreeSet<SectorId>,
    pub levels: BTreeSet<LevelId>,
    pub domains: BTreeSet<DomainId>,
    pub regions: BTreeSet<RegionId>,
    pub relation_kinds: BTreeSet<RelationKindId>,
    pub statuses: Vec<RelationStatus>,
    /// Relations weaker than this are left out.
    pub min_weight: Option<f64>,
    pub max_weight: Option<f64>,
    /// Leave out relations that were not verified.
    pub hides_assumed: bool,
    pub actor_attributes: AttributeFilters,
    pub relation_attributes: AttributeFilters,
}

/// How many actors and relations the filters hide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Hidden {
    pub actors: usize,
    pub relations: usize,
}

impl Filters {
    pub fn is_active(&self) -> bool {
        *self != Self::default()
    }

    /// An actor with several domains is hidden only when all of them are.
    pub fn shows_actor(&self, actor: &Actor) -> bool {
        let is_in = |hidden: bool| !hidden;
        is_in(
            actor
                .kind
                .as_ref()
                .is_some_and(|id| self.actor_kinds.contains(id)),
        ) && is_in(actor.sector.as_ref().is_some_and(|id| self.sectors.contains(id)))
            && is_in(actor.level.as_ref().is_some_and(|id| self.levels.contains(id)))
            && is_in(actor.region.as_ref().is_some_and(|id| self.regions.contains(id)))
            && is_in(!actor.domains.is_empty() && actor.domains.iter().all(|id| self.domains.contains(id)))
            && self.actor_attributes.shows(&actor.attributes)
    }

    /// Whether the relation itself passes; it also needs both ends to be shown.
    pub fn shows_relation(&self, relation: &Relation) -> bool {
        !self.relation_kinds.contains(&relation.kind)
            && !self.statuses.contains(&relation.status)
            && self.min_weight.is_none_or(|least| relation.weight >= least)
            && self.max_weight.is_none_or(|most| relation.weight <= most)
            && (relation.verified || !self.hides_assumed)
            && self.relation_attributes.shows(&relation.attributes)
    }

    /// Whether the relation and both its ends are shown.
    pub fn shows_tie(&self, constellation: &Constellation, relation: &Relation) -> bool {
        let shows_end = |id| {
            constellation
                .actor(id)
                .is_some_and(|actor| self.shows_actor(actor))
        };
        self.shows_relation(relation) && shows_end(relation.source) && shows_end(relation.target)
    }

    /// Takes away what hides this actor, and nothing else.
    pub fn show_actor(&mut self, actor: &Actor) {
        if let Some(kind) = &actor.kind {
            self.actor_kinds.remove(kind);
        }
        if let Some(sector) = &actor.sector {
            self.sectors.remove(sector);
        }
        if let Some(level) = &actor.level {
            self.levels.remove(level);
        }
        if let Some(region) = &actor.region {
            self.regions.remove(region);
        }
        if !actor.domains.is_empty() && actor.domains.iter().all(|id| self.domains.contains(id)) {
            for domain in &actor.domains {
                self.domains.remove(domain);
            }
        }
        self.actor_attributes.show(&actor.attributes);
    }

    /// What the attributes of one or the other leave out.
    pub fn attributes(&self, of: AttributeOf) -> &AttributeFilters {
        match of {
            AttributeOf::Actors => &self.actor_attributes,
            AttributeOf::Relations => &self.relation_attributes,
        }
    }

    pub fn attributes_mut(&mut self, of: AttributeOf) -> &mut AttributeFilters {
        match of {
            AttributeOf::Actors => &mut self.actor_attributes,
            AttributeOf::Relations => &mut self.relation_attributes,
        }
    }

    /// Takes away what hides this relation and its ends, and nothing else.
    pub fn show_tie(&mut self, constellation: &Constellation, relation: &Relation) {
        for end in [relation.source, relation.target] {
            if let Some(actor) = constellation.actor(end) {
                self.show_actor(actor);
            }
        }
        self.relation_kinds.remove(&relation.kind);
        self.statuses.retain(|status| *status != relation.status);
        self.min_weight = self.min_weight.filter(|least| relation.weight >= *least);
        self.max_weight = self.max_weight.filter(|most| relation.weight <= *most);
        self.hides_assumed &= relation.verified;
        self.relation_attributes.show(&relation.attributes);
    }

    pub fn hidden(&self, constellation: &Constellation) -> Hidden {
        Hidden {
            actors: constellation
                .actors
                .values()
                .filter(|actor| !self.shows_actor(actor))
                .count(),
            relations: constellation
                .relations
                .values()
                .filter(|relation| !self.shows_tie(constellation, relation))
                .count(),
        }
    }
}
