//! Words that pasted pieces bring from another constellation.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{
    Actor, ActorKind, ActorKindId, Domain, DomainId, LevelId, Region, RegionId, Relation, RelationKind,
    RelationKindId, ScaleLevel, Sector, SectorId, Vocabulary, name_key,
};

/// The id here of each word that was brought.
#[derive(Debug, Default)]
pub struct WordsAlong {
    actor_kinds: BTreeMap<ActorKindId, ActorKindId>,
    sectors: BTreeMap<SectorId, SectorId>,
    levels: BTreeMap<LevelId, LevelId>,
    domains: BTreeMap<DomainId, DomainId>,
    regions: BTreeMap<RegionId, RegionId>,
    relation_kinds: BTreeMap<RelationKindId, RelationKindId>,
}

impl WordsAlong {
    /// Adds to `here` the words in use by these actors and relations that it lacks. A word with the same
    /// label, or else with the same id, is the same word.
    pub fn bring(here: &mut Vocabulary, from: &Vocabulary, actors: &[Actor], relations: &[Relation]) -> Self {
        let kinds = actors.iter().filter_map(|actor| actor.kind.clone()).collect();
        let known = here.actor_kinds.len();
        let actor_kinds = bring(&mut here.actor_kinds, &from.actor_kinds, &kinds);
        // A kind that is new here says what its actors start with.
        let is_new = here.actor_kinds.len() > known;
        let new_kinds = from
            .actor_kinds
            .iter()
            .filter(|kind| is_new && kinds.contains(&kind.id));
        let (kind_sectors, kind_levels): (Vec<_>, Vec<_>) = new_kinds
            .map(|kind| (kind.sector.clone(), kind.level.clone()))
            .unzip();
        let sectors = actors.iter().filter_map(|actor| actor.sector.clone());
        let sectors = sectors.chain(kind_sectors.into_iter().flatten()).collect();
        let levels = actors.iter().filter_map(|actor| actor.level.clone());
        let levels = levels.chain(kind_levels.into_iter().flatten()).collect();
        let domains = actors.iter().flat_map(|actor| actor.domains.clone()).collect();
        let regions = actors.iter().filter_map(|actor| actor.region.clone()).collect();
        let relation_kinds = relations.iter().map(|relation| relation.kind.clone()).collect();
        let along = Self {
            sectors: bring(&mut here.sectors, &from.sectors, &sectors),
            levels: bring(&mut here.levels, &from.levels, &levels),
            domains: bring(&mut here.domains, &from.domains, &domains),
            regions: bring(&mut here.regions, &from.regions, &regions),
            relation_kinds: bring(&mut here.relation_kinds, &from.relation_kinds, &relation_kinds),
            actor_kinds,
        };
        along.describe_new_kinds(here, from);
        along
    }

    /// The sector and level of a new kind are still words of the other constellation.
    fn describe_new_kinds(&self, here: &mut Vocabulary, from: &Vocabulary) {
        for (there, id) in &self.actor_kinds {
            let source = from.actor_kind(there);
            let kind = here.actor_kinds.iter_mut().find(|kind| kind.id == *id);
            if let (Some(source), Some(kind)) = (source, kind)
                && kind == source
            {
                kind.sector = word(&self.sectors, kind.sector.take());
                kind.level = word(&self.levels, kind.level.take());
            }
        }
    }

    pub fn translate_actor(&self, actor: &mut Actor) {
        actor.kind = word(&self.actor_kinds, actor.kind.take());
        actor.sector = word(&self.sectors, actor.sector.take());
        actor.level = word(&self.levels, actor.level.take());
        actor.region = word(&self.regions, actor.region.take());
        let mut domains: Vec<DomainId> = Vec::new();
        for domain in std::mem::take(&mut actor.domains) {
            let domain = self.domains.get(&domain).cloned();
            domains.extend(domain.filter(|domain| !domains.contains(domain)));
        }
        actor.domains = domains;
    }

    pub fn translate_relation(&self, relation: &mut Relation) {
        if let Some(kind) = self.relation_kinds.get(&relation.kind) {
            relation.kind = kind.clone();
        }
    }
}

/// A word that neither constellation explains is dropped.
fn word<Id: Ord + Clone>(words: &BTreeMap<Id, Id>, id: Option<Id>) -> Option<Id> {
    id.and_then(|id| words.get(&id).cloned())
}

/// One entry of a list of words.
trait ListedWord: Clone {
    type Id: Clone + Ord;
    fn id(&self) -> &Self::Id;
    fn label(&self) -> &str;
}

macro_rules! entries {
    ($($entry:ident $id:ident),*) => {
        $(impl ListedWord for $entry {
            type Id = $id;
            fn id(&self) -> &$id {
                &self.id
            }
            fn label(&self) -> &str {
                &self.label
            }
        })*
    };
}

entries!(
    ActorKind ActorKindId, Sector SectorId, ScaleLevel LevelId, Domain DomainId, Region RegionId,
    RelationKind RelationKindId
);

fn bring<T: ListedWord>(here: &mut Vec<T>, from: &[T], used: &BTreeSet<T::Id>) -> BTreeMap<T::Id, T::Id> {
    let mut along = BTreeMap::new();
    // The order of levels has meaning: a word comes right after the one that preceded it there.
    let mut after = None;
    for entry in from {
        let label = name_key(entry.label());
        let same_label = here.iter().position(|other| name_key(other.label()) == label);
        let same = same_label.or_else(|| here.iter().position(|other| other.id() == entry.id()));
        if let Some(at) = same {
            along.insert(entry.id().clone(), here[at].id().clone());
            after = Some(at);
        } else if used.contains(entry.id()) {
            let at = after.map_or(here.len(), |after| after + 1);
            here.insert(at, entry.clone());
            along.insert(entry.id().clone(), entry.id().clone());
            after = Some(at);
        }
    }
    along
}
