//! Eigenvector centrality: central is who is tied to central actors.

use crate::analysis::measure::{
    Citation, Descriptor, Family::Centrality, HigherIs::MoreCentral, Target::Actor, Unit::Share,
};

const BONACICH: Citation = Citation::with_doi(
    "Bonacich 1972, Factoring and weighting approaches to status scores and clique identification, Journal of Mathematical Sociology 2",
    "10.1080/0022250X.1972.9989806",
);

pub const DESCRIPTORS: &[Descriptor] = &[
    Descriptor::new("eigenvector", Centrality, Actor, Share)
        .higher_is(MoreCentral)
        .cite(BONACICH)
        .repeat("nx.eigenvector_centrality(S, max_iter=100000, tol=1e-14)"),
    Descriptor::new("eigenvector_w", Centrality, Actor, Share)
        .weighted()
        .higher_is(MoreCentral)
        .cite(BONACICH)
        .repeat("nx.eigenvector_centrality(D, max_iter=100000, tol=1e-14, weight=\"weight\")"),
];
