//! Degree assortativity: whether actors with many contacts are tied to each other.

use crate::analysis::measure::{Citation, Descriptor, Family::Cohesion, Target::Network, Unit::SignedShare};

const NEWMAN: Citation = Citation::with_doi(
    "Newman 2003, Mixing patterns in networks, Physical Review E 67",
    "10.1103/PhysRevE.67.026126",
);

pub const DESCRIPTORS: &[Descriptor] =
    &[
        Descriptor::new("assortativity_degree", Cohesion, Network, SignedShare)
            .cite(NEWMAN)
            .repeat("nx.degree_assortativity_coefficient(U)"),
    ];
