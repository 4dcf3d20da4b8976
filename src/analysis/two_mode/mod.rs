//! Two-mode networks: actors and the tables (bodies, events) they sit at.

pub mod affiliation;
pub mod congruence;
pub mod descriptors;
pub mod projection;
pub mod reference;

pub use affiliation::{Affiliation, Overlap, modes_of};
pub use congruence::{Congruence, Peer, congruence};
pub use projection::{ModeKept, ProjectionWeight, projection};
pub use reference::{
    robins_alexander, two_mode_betweenness, two_mode_closeness, two_mode_closeness_of, two_mode_clustering,
    two_mode_degree, two_mode_density,
};
