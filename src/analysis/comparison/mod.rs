//! Two networks, or two opnames of one, side by side: who and what came, went and changed.

pub mod figures;
pub mod members;

pub use figures::{FigureChange, RankChange, figure_changes, rank_changes};
pub use members::{ComparedRelation, Comparison, RelationChange, compare};
