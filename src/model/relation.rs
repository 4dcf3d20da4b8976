//! A relation: a tie of one kind between two actors.

use serde::{Deserialize, Serialize};

use super::{ActorId, Attributes, RelationId, RelationKindId};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Direction {
    /// From source to target.
    Directed,
    /// Both ways.
    Mutual,
    /// Direction has no meaning here.
    #[default]
    Undirected,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RelationStatus {
    /// bestaand
    #[default]
    Existing,
    /// gewenst
    Wished,
    /// vervallen
    Ended,
}

/// One relation. Several of several kinds may join the same pair, in both directions; loops are allowed.
#[derive(Debug, Clone, PartialEq)]
pub struct Relation {
    pub id: RelationId,
    /// Identity in the file; unique among relations, never changes.
    pub key: String,
    pub source: ActorId,
    pub target: ActorId,
    pub kind: RelationKindId,
    /// Strength: within [`WEIGHTS`].
    pub weight: f64,
    pub direction: Direction,
    pub status: RelationStatus,
    /// *nagegaan* (true) or *aangenomen* (false).
    pub verified: bool,
    pub motive: String,
    pub note: String,
    /// What is said of it beside the fields above.
    pub attributes: Attributes,
}

impl Relation {
    /// An existing, not yet verified relation of weight 1.
    pub fn new(id: RelationId, key: &str, source: ActorId, target: ActorId, kind: RelationKindId) -> Self {
        Self {
            id,
            key: key.to_owned(),
            source,
            target,
            kind,
            weight: 1.0,
            direction: Direction::default(),
            status: RelationStatus::default(),
            verified: false,
            motive: String::new(),
            note: String::new(),
            attributes: Attributes::default(),
        }
    }

    /// What figures can be computed from. All fields are named, so that a new one is decided about here.
    pub fn counted(&self) -> impl PartialEq + use<'_> {
        let Self {
            id,
            key,
            source,
            target,
            kind,
            weight,
            direction,
            status,
            verified,
            motive: _,
            note: _,
            attributes: _,
        } = self;
        let identity = (id, key);
        (
            identity, source, target, kind, weight, direction, status, verified,
        )
    }

    pub fn touches(&self, actor: ActorId) -> bool {
        self.source == actor || self.target == actor
    }

    pub fn is_loop(&self) -> bool {
        self.source == self.target
    }

    /// The end that is not `actor`; for a loop the actor itself.
    pub fn other_end(&self, actor: ActorId) -> ActorId {
        if self.source == actor {
            self.target
        } else {
            self.source
        }
    }
}

/// The smallest and the largest weight. Beyond them sums, squares and distances leave the range of a
/// number, and figures contradict each other: two weights of 1e308 have no finite sum.
pub const WEIGHTS: std::ops::RangeInclusive<f64> = 1e-12..=1e12;

/// Whether a number may be a weight.
pub fn is_valid_weight(weight: f64) -> bool {
    WEIGHTS.contains(&weight)
}
