//! Relations as they are stored.

use crate::edit::RelationField;
use crate::formats::native::words::{DirectionDto, StatusDto};
use crate::model::{Extra, Relation};

stored_struct!(
    /// A relation, by the numbers and words of its constellation.
    StoredRelation of Relation {
        id: u32,
        key: String,
        source: u32,
        target: u32,
        kind: String,
        weight: f64,
        direction: DirectionDto,
        status: StatusDto,
        verified: bool,
        motive: String,
        note: String,
        /// As version 0.1.0 called them.
        #[serde(rename = "extra")]
        attributes: Extra,
    }
);

stored_enum!(
    /// One field of a relation, and what it says.
    #[serde(rename_all = "kebab-case", deny_unknown_fields)]
    StoredRelationField of RelationField {
        Ends { source: u32, target: u32 },
        Kind(String),
        Weight(f64),
        Direction(DirectionDto),
        Status(StatusDto),
        Verified(bool),
        Motive(String),
        Note(String),
    }
);
