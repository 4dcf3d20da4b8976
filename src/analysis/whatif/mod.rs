//! What would change: an actor who leaves, a relation that comes.

pub mod change;
pub mod difference;
pub mod leave;
mod reach;

pub use difference::{Difference, DimensionChange, GroupPairs, Moment, RankMove, difference, wanted};
