//! Two networks, or two opnames of one, side by side: who and what came, went and changed.

pub mod constellations;
pub mod figures;
pub mod members;

pub use constellations::{
    ActorChange, CompareError, Differences, DimensionFigures, FieldChange, Ranks, USUAL_MEASURES,
    compare_constellations,
};
pub use figures::{FigureChange, RankChange, figure_changes, has_places, rank_changes};
pub use members::{ComparedRelation, Comparison, RelationChange, compare};
