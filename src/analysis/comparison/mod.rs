//! Two networks, or two opnames of one, side by side: who and what came, went and changed.

pub mod constellations;
pub mod figures;
pub mod members;
pub mod side;

pub use constellations::{
    ActorChange, CompareError, Differences, DimensionChanges, FieldChange, Ranks, compare_sides,
};
pub use figures::{FigureChange, RankChange, figure_changes, has_places, rank_changes};
pub use members::{ComparedRelation, Comparison, RelationChange, compare};
pub use side::{ComparedSide, CountedSide, USUAL_MEASURES};
