//! Cut points and bridges: actors and relations without which a part comes loose.

use crate::analysis::measure::{
    Citation, Descriptor,
    Family::Cohesion,
    HigherIs::MoreBridging,
    Target::{Actor, Relation},
    Unit::Flag,
};

const HOPCROFT: Citation = Citation::with_doi(
    "Hopcroft & Tarjan 1973, Algorithm 447: efficient algorithms for graph manipulation, Communications of the ACM 16",
    "10.1145/362248.362272",
);
const TARJAN: Citation = Citation::with_doi(
    "Tarjan 1974, A note on finding the bridges of a graph, Information Processing Letters 2",
    "10.1016/0020-0190(74)90003-9",
);

pub const DESCRIPTORS: &[Descriptor] = &[
    Descriptor::new("articulation", Cohesion, Actor, Flag)
        .higher_is(MoreBridging)
        .cite(HOPCROFT)
        .repeat("dict.fromkeys(U, 0) | dict.fromkeys(nx.articulation_points(U), 1)"),
    Descriptor::new("bridge", Cohesion, Relation, Flag)
        .higher_is(MoreBridging)
        .cite(TARJAN)
        .repeat("(lambda b: {(u, v): (u, v) in b or (v, u) in b for u, v in S.edges})(set(nx.bridges(U)))"),
];
