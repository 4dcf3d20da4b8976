//! Counts, density and reciprocity: how much there is.

use crate::analysis::measure::{
    Citation, Descriptor,
    Family::Cohesion,
    HigherIs::MoreCohesive,
    Target::Network,
    Unit::{Count, Share},
};

const WASSERMAN: Citation = Citation::with_doi(
    "Wasserman & Faust 1994, Social network analysis, Cambridge University Press, ch. 4",
    "10.1017/CBO9780511815478",
);

const fn count(id: &'static str, repeat: &'static str) -> Descriptor {
    Descriptor::new(id, Cohesion, Network, Count).repeat(repeat)
}

pub const DESCRIPTORS: &[Descriptor] = &[
    count("n", "len(S)"),
    count("m", "S.number_of_edges()"),
    count("links", "G.number_of_edges()"),
    count("self_loops", "nx.number_of_selfloops(G)"),
    count(
        "merged_parallel",
        "G.number_of_edges() - nx.number_of_selfloops(G) - S.number_of_edges()",
    ),
    Descriptor::new("density", Cohesion, Network, Share)
        .higher_is(MoreCohesive)
        .cite(WASSERMAN)
        .repeat("nx.density(S)"),
    Descriptor::new("reciprocity", Cohesion, Network, Share)
        .directed_only()
        .higher_is(MoreCohesive)
        .cite(WASSERMAN)
        .repeat("nx.overall_reciprocity(S)"),
];
