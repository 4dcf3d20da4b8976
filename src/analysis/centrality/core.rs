//! k-core number: how deep in the dense part of the network an actor sits.

use crate::analysis::measure::{
    Citation, Descriptor, Family::Centrality, HigherIs::MoreCentral, Target::Actor, Unit::Count,
};

const SEIDMAN: Citation = Citation::with_doi(
    "Seidman 1983, Network structure and minimum degree, Social Networks 5",
    "10.1016/0378-8733(83)90028-X",
);

pub const DESCRIPTORS: &[Descriptor] = &[Descriptor::new("core", Centrality, Actor, Count)
    .higher_is(MoreCentral)
    .cite(SEIDMAN)
    .repeat("nx.core_number(U)")];
