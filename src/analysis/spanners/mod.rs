//! Boundary-spanner candidates: who connects groups, in several dimensions at once, how sure that is,
//! and on what it rests. A position in the network is an opportunity, not a competence.

mod connected;
pub mod descriptors;
pub mod evidence;
pub mod figures;
mod forest;
pub mod last_link;
pub mod missing;
pub mod ranking;
pub mod reasons;
mod roles;
pub mod significance;
pub mod stability;
pub mod standing;
pub mod team;

pub(in crate::analysis) use connected::connected_shares;
pub use evidence::{Evidence, EvidenceRequest, evidence};
pub use figures::{Component, Dimension, DimensionFigures, Load, load, spanner_figures};
pub use last_link::{LastLinks, last_links, parts, separated_groups};
pub use missing::{
    MissingLink, MissingRelation, NewRelations, affordable_relations, missing_links, new_relations,
};
pub use ranking::{Candidate, RankTable, Ranking, SpannerWeights, best_per_group, places, rank_values};
pub use reasons::{Grounds, PairFacts, Reached, Reason, ReasonKind, RoleTold, reasons};
pub use significance::{MediationTest, affordable_permutations, mediation_test};
pub use stability::{
    RelationsOfLinks, Stability, Thinned, Unverified, affordable_runs, thinned, under_unverified,
    under_weightings,
};
pub use standing::{Standing, StandingRequest, default_top, standing};
pub use team::{Team, smallest_team};
