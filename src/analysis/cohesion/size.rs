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
    Descriptor::new(id, Cohesion, Target::Network, Count)
        .cite(WASSERMAN)
        .repeat(repeat)
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

/// How much there is, and what was merged or left out to get there.
///
/// # Measures
/// `n`, `m`, `links`, `self_loops`, `merged_parallel`, in this order.
///
/// # Definition
/// Actors; pairs of S; links as drawn; links from an actor to itself; links - loops - pairs.
///
/// # Weight
/// Not used.
///
/// # Networks
/// Directed: pairs and links are arcs, and a relation both ways is two. Undirected: one each. Parallel
/// relations are one pair, loops none; both are reported. Disconnected: no difference.
///
/// # Normalisation
/// None.
///
/// # Range
/// 0 or more.
///
/// # Errors
/// None.
///
/// # Complexity
/// O(1).
///
/// # Source
/// S. Wasserman & K. Faust (1994), *Social network analysis*, Cambridge University Press, ch. 4,
/// doi:10.1017/CBO9780511815478.
///
/// ```
/// use netwerkopstelling::analysis::{Link, Network, cohesion::size};
/// let link = |source, target| Link { source, target, weight: 1.0 };
/// let drawn = [link(0, 1), link(1, 0), link(1, 1), link(1, 2)];
/// let network = Network::from_links(4, false, &drawn).unwrap();
/// assert_eq!(size::counts(&network), [4, 2, 4, 1, 1]);
/// ```
pub fn counts(network: &Network) -> [usize; 5] {
    [
        network.n,
        network.m(),
        network.links,
        network.self_loops,
        network.merged_parallel(),
    ]
}

/// Density: how much of what could be tied is tied.
///
/// # Measures
/// `density`.
///
/// # Definition
/// Pairs of S / `n (n - 1)`; undirected: / half of that.
///
/// # Weight
/// Not used.
///
/// # Networks
/// Directed: ordered pairs. Undirected: unordered pairs. Parallel relations count once, loops not.
/// Disconnected: no difference.
///
/// # Normalisation
/// By the possible pairs.
///
/// # Range
/// 0 to 1; `None` below two actors.
///
/// # Errors
/// None.
///
/// # Complexity
/// O(1).
///
/// # Source
/// S. Wasserman & K. Faust (1994), *Social network analysis*, Cambridge University Press, ch. 4,
/// doi:10.1017/CBO9780511815478.
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

/// Reciprocity: how many arcs are answered.
///
/// # Measures
/// `reciprocity`.
///
/// # Definition
/// Arcs of S whose reverse is there too / all arcs.
///
/// # Weight
/// Not used.
///
/// # Networks
/// Directed only. Undirected: `None`. Parallel relations count once, loops not. Disconnected: no
/// difference.
///
/// # Normalisation
/// By the number of arcs.
///
/// # Range
/// 0 to 1; `None` without arcs.
///
/// # Errors
/// None.
///
/// # Complexity
/// O(m log n).
///
/// # Source
/// S. Wasserman & K. Faust (1994), *Social network analysis*, Cambridge University Press, ch. 4,
/// doi:10.1017/CBO9780511815478.
///
/// ```
/// use netwerkopstelling::analysis::{Link, Network, cohesion::size};
/// let arc = |source, target| Link { source, target, weight: 1.0 };
/// let network = Network::from_links(3, true, &[arc(0, 1), arc(1, 0), arc(2, 0)]).unwrap();
/// assert_eq!(size::reciprocity(&network), Some(2.0 / 3.0));
/// ```
pub fn reciprocity(network: &Network) -> Option<f64> {
    let mutual = network
        .pairs
        .iter()
        .filter(|pair| network.out.find(pair.target as usize, pair.source).is_some())
        .count();
    (network.directed && network.m() > 0).then(|| mutual as f64 / network.m() as f64)
}
