//! Components: the parts into which the network falls.

use crate::analysis::measure::{
    Citation, Descriptor,
    Family::Cohesion,
    HigherIs::{LessCohesive, MoreCohesive},
    Target::{Actor, Network},
    Unit::{Count, Label},
};

const TARJAN: Citation = Citation::with_doi(
    "Tarjan 1972, Depth-first search and linear graph algorithms, SIAM Journal on Computing 1",
    "10.1137/0201010",
);

pub const DESCRIPTORS: &[Descriptor] = &[
    Descriptor::new("component", Cohesion, Actor, Label)
        .cite(TARJAN)
        .repeat("{v: i for i, c in enumerate(nx.connected_components(U)) for v in c}"),
    Descriptor::new("n_components", Cohesion, Network, Count)
        .higher_is(LessCohesive)
        .cite(TARJAN)
        .repeat("nx.number_connected_components(U)"),
    Descriptor::new("largest_component", Cohesion, Network, Count)
        .higher_is(MoreCohesive)
        .cite(TARJAN)
        .repeat("max(map(len, nx.connected_components(U)), default=0)"),
    Descriptor::new("n_strong_components", Cohesion, Network, Count)
        .directed_only()
        .higher_is(LessCohesive)
        .cite(TARJAN)
        .repeat("nx.number_strongly_connected_components(S)"),
];
