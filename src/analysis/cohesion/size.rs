//! Counts, density and reciprocity: how much there is.

use crate::analysis::Network;
use crate::analysis::measure::{
    Citation, Descriptor,
    Family::Cohesion,
    HigherIs::MoreCohesive,
    Target,
    Unit::{Count, Share},
};

const WASSERMAN: Citation = Citation::with_doi(
    "Wasserman & Faust 1994, Social network analysis, Cambridge University Press, ch. 4",
    "10.1017/CBO9780511815478",
);

const fn count(id: &'static str, repeat: &'static str) -> Descriptor {
    Descriptor::new(id, Cohesion, Target::Network, Count).repeat(repeat)
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
    Descriptor::new("density", Cohesion, Target::Network, Share)
        .higher_is(MoreCohesive)
        .cite(WASSERMAN)
        .repeat("nx.density(S)"),
    Descriptor::new("reciprocity", Cohesion, Target::Network, Share)
        .directed_only()
        .higher_is(MoreCohesive)
        .cite(WASSERMAN)
        .repeat("nx.overall_reciprocity(S)"),
];

/// Density: pairs of S divided by n(n-1), undirected by half of it. Weights, parallel relations and loops
/// do not count. Range 0 to 1; `None` below two actors. Wasserman & Faust 1994, ch. 4.
///
/// ```
/// use netwerkopstelling::analysis::{Link, Network, cohesion::size};
/// let arc = Network::from_links(2, true, &[Link { source: 0, target: 1, weight: 1.0 }]).unwrap();
/// assert_eq!(size::density(&arc), Some(0.5));
/// ```
pub fn density(network: &Network) -> Option<f64> {
    let n = network.n as f64;
    let directions = if network.directed { 1.0 } else { 2.0 };
    (network.n > 1).then(|| network.m() as f64 * directions / (n * (n - 1.0)))
}

/// Reciprocity: arcs of S whose reverse is there too, divided by all arcs. Range 0 to 1; `None` when
/// undirected or without arcs. O(m log n). Wasserman & Faust 1994, ch. 4.
pub fn reciprocity(network: &Network) -> Option<f64> {
    let mutual = network
        .pairs
        .iter()
        .filter(|pair| network.out.find(pair.target as usize, pair.source).is_some())
        .count();
    (network.directed && network.m() > 0).then(|| mutual as f64 / network.m() as f64)
}
