//! Degree and strength: how many relations an actor has, and how strong they are together.

use crate::analysis::measure::{
    Citation, Descriptor,
    Family::Centrality,
    HigherIs::MoreCentral,
    Target::Actor,
    Unit::{Count, Strength},
};
use crate::analysis::{Csr, Network};

const FREEMAN: Citation = Citation::with_doi(
    "Freeman 1978, Centrality in social networks: conceptual clarification, Social Networks 1",
    "10.1016/0378-8733(78)90021-7",
);
const BARRAT: Citation = Citation::with_doi(
    "Barrat et al. 2004, The architecture of complex weighted networks, PNAS 101",
    "10.1073/pnas.0400087101",
);

const fn degree(id: &'static str, repeat: &'static str) -> Descriptor {
    Descriptor::new(id, Centrality, Actor, Count)
        .higher_is(MoreCentral)
        .cite(FREEMAN)
        .repeat(repeat)
}

const fn strength(id: &'static str, repeat: &'static str) -> Descriptor {
    Descriptor::new(id, Centrality, Actor, Strength)
        .weighted()
        .higher_is(MoreCentral)
        .cite(BARRAT)
        .repeat(repeat)
}

pub const DESCRIPTORS: &[Descriptor] = &[
    degree("degree", "dict(S.degree())"),
    degree("degree_in", "dict(S.in_degree())").directed_only(),
    degree("degree_out", "dict(S.out_degree())").directed_only(),
    degree("contacts", "dict(U.degree())").directed_only(),
    degree("degree_multi", "dict(G.degree())"),
    degree("degree_multi_in", "dict(G.in_degree())").directed_only(),
    degree("degree_multi_out", "dict(G.out_degree())").directed_only(),
    strength("strength", "dict(S.degree(weight=\"weight\"))"),
    strength("strength_in", "dict(S.in_degree(weight=\"weight\"))").directed_only(),
    strength("strength_out", "dict(S.out_degree(weight=\"weight\"))").directed_only(),
];

/// Numbers of relations per actor, each pair counted once; loops never.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Degrees {
    /// In plus out; undirected: the number of neighbours.
    pub total: Vec<u32>,
    pub inc: Vec<u32>,
    pub out: Vec<u32>,
    /// Different others, in whichever direction.
    pub contacts: Vec<u32>,
}

/// Degree: the number of different neighbours in S. Weights have no meaning here; parallel relations
/// count once, loops not. Range 0 to n-1 (total, directed: 2(n-1)). O(n).
///
/// ```
/// use netwerkopstelling::analysis::{Link, Network, centrality::degree};
/// let arc = |source, target| Link { source, target, weight: 1.0 };
/// let network = Network::from_links(3, true, &[arc(0, 1), arc(1, 0), arc(2, 0)]).unwrap();
/// let degrees = degree::degrees(&network);
/// assert_eq!((degrees.total[0], degrees.inc[0], degrees.contacts[0]), (3, 2, 2));
/// ```
pub fn degrees(network: &Network) -> Degrees {
    let of = |csr: &Csr| (0..network.n).map(|v| csr.degree(v) as u32).collect::<Vec<_>>();
    let (out, inc, contacts) = (of(&network.out), of(&network.inc), of(&network.under));
    let total = if network.directed {
        out.iter().zip(&inc).map(|(a, b)| a + b).collect()
    } else {
        out.clone()
    };
    Degrees {
        total,
        inc,
        out,
        contacts,
    }
}

/// Ends of the links as drawn: parallel links each, a loop twice.
pub fn link_ends(network: &Network) -> Vec<u32> {
    let ends = network.degree_multi_in.iter().zip(&network.degree_multi_out);
    ends.map(|(a, b)| a + b).collect()
}

/// Sums of weights per actor.
#[derive(Debug, Clone, PartialEq)]
pub struct Strengths {
    pub total: Vec<f64>,
    pub inc: Vec<f64>,
    pub out: Vec<f64>,
}

/// Strength: the weights of the pairs of S added up, weights of 0 and below included, loops not.
/// Unit: that of the weights. Barrat et al. 2004, doi:10.1073/pnas.0400087101. O(m).
pub fn strengths(network: &Network) -> Strengths {
    let of = |csr: &Csr| {
        (0..network.n)
            .map(|v| csr.weights_of(v).iter().sum::<f64>())
            .collect::<Vec<f64>>()
    };
    let (out, inc) = (of(&network.out), of(&network.inc));
    let total = if network.directed {
        out.iter().zip(&inc).map(|(a, b)| a + b).collect()
    } else {
        out.clone()
    };
    Strengths { total, inc, out }
}
