//! The words of a constellation as they are stored.

use serde::{Deserialize, Serialize};

use super::Storable;
use crate::formats::native::words::{DirectionDto, LayerDto, LineDto, ShapeDto};
use crate::model::{ActorKind, Domain, Extra, Region, RelationKind, ScaleLevel, Sector, Vocabulary};

stored_struct!(
    /// A kind of actor.
    StoredActorKind of ActorKind {
        id: String,
        label: String,
        shape: ShapeDto,
        icon: String,
        sector: Option<String>,
        level: Option<String>,
        is_body: bool,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        colour: Option<[u8; 3]>,
        extra: Extra,
    }
);

stored_struct!(
    /// A sector.
    StoredSector of Sector { id: String, label: String, colour: [u8; 3], extra: Extra }
);

stored_struct!(
    /// A level.
    StoredLevel of ScaleLevel {
        id: String,
        label: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        colour: Option<[u8; 3]>,
        extra: Extra,
    }
);

stored_struct!(
    /// A domain.
    StoredDomain of Domain {
        id: String,
        label: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        colour: Option<[u8; 3]>,
        extra: Extra,
    }
);

stored_struct!(
    /// A region.
    StoredRegion of Region {
        id: String,
        label: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        colour: Option<[u8; 3]>,
        extra: Extra,
    }
);

stored_struct!(
    /// A kind of relation.
    StoredRelationKind of RelationKind {
        id: String,
        label: String,
        colour: [u8; 3],
        line: LineDto,
        layer: Option<LayerDto>,
        is_negative: bool,
        direction: DirectionDto,
        extra: Extra,
    }
);

/// All words, each list in its order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StoredVocabulary {
    actor_kinds: Vec<StoredActorKind>,
    sectors: Vec<StoredSector>,
    levels: Vec<StoredLevel>,
    domains: Vec<StoredDomain>,
    regions: Vec<StoredRegion>,
    relation_kinds: Vec<StoredRelationKind>,
    extra: Extra,
}

impl Storable for Vocabulary {
    type Stored = StoredVocabulary;

    fn stored(&self) -> StoredVocabulary {
        StoredVocabulary {
            actor_kinds: self.actor_kinds.stored(),
            sectors: self.sectors.stored(),
            levels: self.levels.stored(),
            domains: self.domains.stored(),
            regions: self.regions.stored(),
            relation_kinds: self.relation_kinds.stored(),
            extra: self.extra.stored(),
        }
    }

    /// By a function that takes every list: a new one does not compile until it is here too.
    fn restored(stored: StoredVocabulary) -> Option<Self> {
        Some(Self::of_lists(
            Storable::restored(stored.actor_kinds)?,
            Storable::restored(stored.sectors)?,
            Storable::restored(stored.levels)?,
            Storable::restored(stored.domains)?,
            Storable::restored(stored.regions)?,
            Storable::restored(stored.relation_kinds)?,
            stored.extra,
        ))
    }
}
