//! Core and periphery: how well "everyone in the core knows everyone" describes the network.

use crate::analysis::measure::{
    Citation, Descriptor,
    Family::Cohesion,
    HigherIs::MoreCentral,
    Target::{Actor, Network},
    Unit::{Count, Flag, SignedShare},
};

const BORGATTI: Citation = Citation::with_doi(
    "Borgatti & Everett 2000, Models of core/periphery structures, Social Networks 21",
    "10.1016/S0378-8733(99)00019-2",
);

pub const DESCRIPTORS: &[Descriptor] = &[
    Descriptor::new("core_member", Cohesion, Actor, Flag)
        .higher_is(MoreCentral)
        .cite(BORGATTI),
    Descriptor::new("core_fit", Cohesion, Network, SignedShare).cite(BORGATTI),
    Descriptor::new("core_size", Cohesion, Network, Count).cite(BORGATTI),
];
