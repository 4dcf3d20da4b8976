//! Boundary-spanner candidates: who connects groups, in several dimensions at once, how sure that is,
//! and on what it rests. A position in the network is an opportunity, not a competence.

pub mod figures;
mod forest;
pub mod last_link;
pub mod message;
pub mod ranking;
pub mod reasons;

pub use figures::{Component, Dimension, DimensionFigures, Load, load, spanner_figures};
pub use last_link::{LastLinks, last_links, parts, separated_pairs};
pub use message::{Arg, Lookup, Message, Plain};
pub use ranking::{Candidate, RankTable, Ranking, SpannerWeights, best_per_group, rank_values};
pub use reasons::{PairFacts, Reason, ReasonKind, reasons};
