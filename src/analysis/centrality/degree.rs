//! Degree and strength: how many relations an actor has, and how strong they are together.

use crate::analysis::measure::{
    Citation, Descriptor,
    Family::Centrality,
    HigherIs::MoreCentral,
    Target::Actor,
    Unit::{Count, Strength},
};
use crate::analysis::{Csr, Network, order_free};

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

/// Degree: how many relations an actor has.
///
/// # Measures
/// `degree`, `degree_in`, `degree_out`, `contacts`.
///
/// # Definition
/// Number of pairs of S at the actor: `out(v)` arcs that leave, `in(v)` that arrive. Total when directed:
/// `in + out`; undirected: the number of neighbours. Contacts: different others, in whichever direction.
///
/// # Weight
/// Not used.
///
/// # Networks
/// Directed: three numbers, and a mutual pair counts twice in the total. Undirected: all three are the
/// same. Parallel relations count once, loops not. Disconnected: no difference.
///
/// # Normalisation
/// None.
///
/// # Range
/// 0 to n-1; the total of a directed network to 2(n-1).
///
/// # Errors
/// None.
///
/// # Complexity
/// O(n).
///
/// # Source
/// L.C. Freeman (1978), Centrality in social networks: conceptual clarification, *Social Networks* 1,
/// 215-239, doi:10.1016/0378-8733(78)90021-7.
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

/// Ends of the links as drawn.
///
/// # Measures
/// `degree_multi`, `degree_multi_in`, `degree_multi_out` (the last two: [`Network::degree_multi_in`] and
/// [`Network::degree_multi_out`]).
///
/// # Definition
/// Number of ends of links at the actor, before anything is merged.
///
/// # Weight
/// Not used.
///
/// # Networks
/// Directed: ends that arrive and that leave apart. Undirected: added up. Parallel links count each, a loop
/// twice. Disconnected: no difference.
///
/// # Normalisation
/// None.
///
/// # Range
/// 0 to twice the number of links.
///
/// # Errors
/// None.
///
/// # Complexity
/// O(n).
///
/// # Source
/// As `degree` of a multigraph in NetworkX and igraph; Freeman (1978), doi:10.1016/0378-8733(78)90021-7.
///
/// ```
/// use netwerkopstelling::analysis::{Link, Network, centrality::degree};
/// let link = |source, target| Link { source, target, weight: 1.0 };
/// let drawn = [link(0, 1), link(0, 1), link(0, 0)];
/// let network = Network::from_links(2, false, &drawn).unwrap();
/// assert_eq!(degree::link_ends(&network), [4, 2]);
/// ```
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

/// Strength: how strong the relations of an actor are together.
///
/// # Measures
/// `strength`, `strength_in`, `strength_out`.
///
/// # Definition
/// `s(v) = sum of w(v, u)` over the pairs of S at the actor.
///
/// # Weight
/// Strength of the relation; added up. Weights of 0 and below, which only other programs' data has, are
/// added too.
///
/// # Networks
/// Directed: arcs that arrive, that leave, and both together. Undirected: all three are the same. Parallel
/// relations are added up, loops left out. Disconnected: no difference.
///
/// # Normalisation
/// None: the unit is that of the weights.
///
/// # Range
/// 0 or more for weights above 0, without a fixed maximum.
///
/// # Errors
/// None.
///
/// # Complexity
/// O(m).
///
/// # Source
/// A. Barrat, M. Barthelemy, R. Pastor-Satorras & A. Vespignani (2004), The architecture of complex
/// weighted networks, *PNAS* 101, 3747-3752, doi:10.1073/pnas.0400087101.
///
/// ```
/// use netwerkopstelling::analysis::{Link, Network, centrality::degree};
/// let arcs = [Link { source: 0, target: 1, weight: 2.0 }, Link { source: 1, target: 0, weight: 3.0 }];
/// let network = Network::from_links(2, true, &arcs).unwrap();
/// let strengths = degree::strengths(&network);
/// assert_eq!((strengths.total[0], strengths.inc[0], strengths.out[0]), (5.0, 3.0, 2.0));
/// ```
pub fn strengths(network: &Network) -> Strengths {
    let of = |csr: &Csr| {
        (0..network.n)
            .map(|v| order_free::sum(csr.weights_of(v).iter().copied()))
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
