//! PageRank: where a walker who follows relations at random is found.

use crate::analysis::Network;
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

/// Probability of following a relation rather than jumping anywhere.
pub const DAMPING: f64 = 0.85;

/// PageRank: where a walker who follows relations at random is found.
///
/// # Measures
/// `pagerank`, `pagerank_w`.
///
/// # Definition
/// The stationary distribution of a walker who follows an outgoing relation with probability [`DAMPING`]
/// and jumps to any actor otherwise; from an actor without outgoing relations always.
///
/// # Weight
/// Strength: a relation is followed in proportion to it. Pairs of weight 0 or less are left out.
/// Unweighted: every pair 1.
///
/// # Networks
/// Directed: along the arrows. Undirected: in both directions. Parallel relations are added up (weighted)
/// or count once, loops are left out. Disconnected: the jumps join all parts; an isolate sends its part to
/// everybody (NetworKit does not do that).
///
/// # Normalisation
/// Adds up to 1.
///
/// # Range
/// Above 0 to 1; empty for an empty network.
///
/// # Errors
/// None.
///
/// # Complexity
/// About 220 rounds of O(m).
///
/// # Source
/// S. Brin & L. Page (1998), The anatomy of a large-scale hypertextual web search engine, *Computer
/// Networks* 30, 107-117, doi:10.1016/S0169-7552(98)00110-X.
///
/// ```
/// use netwerkopstelling::analysis::{Link, Network, centrality::pagerank};
/// let arc = Network::from_links(2, true, &[Link { source: 0, target: 1, weight: 1.0 }]).unwrap();
/// let rank = pagerank::pagerank(&arc, false);
/// assert!((rank[1] / rank[0] - 1.85).abs() < 1e-12);
/// ```
pub fn pagerank(network: &Network, weighted: bool) -> Vec<f64> {
    let n = network.n;
    let value = |weight: f64| match (weighted, weight > 0.0) {
        (false, _) => 1.0,
        (true, true) => weight,
        (true, false) => 0.0,
    };
    let out_sums: Vec<f64> = (0..n)
        .map(|v| {
            network
                .out
                .weights_of(v)
                .iter()
                .map(|&weight| value(weight))
                .sum()
        })
        .collect();
    let dangling: Vec<usize> = (0..n).filter(|&v| out_sums[v] <= 0.0).collect();
    // The chance of every step, in the order of `inc`.
    let steps: Vec<f64> = network
        .inc
        .targets
        .iter()
        .zip(&network.inc.weights)
        .map(|(&u, &weight)| match value(weight) {
            weight if weight > 0.0 => weight / out_sums[u as usize],
            _ => 0.0,
        })
        .collect();
    let mut rank = vec![1.0 / n as f64; n];
    let mut next = vec![0.0; n];
    let mut least = f64::INFINITY;
    for _ in 0..2_000 {
        let lost: f64 = dangling.iter().map(|&v| rank[v]).sum();
        let base = (1.0 - DAMPING + DAMPING * lost) / n as f64;
        let mut change: f64 = 0.0;
        for (v, next) in next.iter_mut().enumerate() {
            let range = network.inc.range(v);
            let sources = network.inc.targets[range.clone()].iter().zip(&steps[range]);
            let incoming: f64 = sources.map(|(&u, step)| rank[u as usize] * step).sum();
            *next = base + DAMPING * incoming;
            change += (*next - rank[v]).abs();
        }
        std::mem::swap(&mut rank, &mut next);
        // Every round takes off at least 0.15 of the change, until only rounding is left.
        if change <= 1e-16 || (change <= 1e-13 && change > 0.9 * least) {
            break;
        }
        least = least.min(change);
    }
    rank
}
