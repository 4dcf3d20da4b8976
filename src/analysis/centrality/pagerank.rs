//! PageRank: where a walker who follows relations at random is found.

use crate::analysis::measure::{
    Citation, Descriptor, Family::Centrality, HigherIs::MoreCentral, Target::Actor, Unit::Share,
};

const BRIN: Citation = Citation::with_doi(
    "Brin & Page 1998, The anatomy of a large-scale hypertextual web search engine, Computer Networks 30",
    "10.1016/S0169-7552(98)00110-X",
);

pub const DESCRIPTORS: &[Descriptor] = &[
    Descriptor::new("pagerank", Centrality, Actor, Share)
        .higher_is(MoreCentral)
        .cite(BRIN)
        .repeat("nx.pagerank(S, weight=None, tol=1e-15, max_iter=10000)"),
    Descriptor::new("pagerank_w", Centrality, Actor, Share)
        .weighted()
        .higher_is(MoreCentral)
        .cite(BRIN)
        .repeat("nx.pagerank(D, tol=1e-15, max_iter=10000)"),
];
