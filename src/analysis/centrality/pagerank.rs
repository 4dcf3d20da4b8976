//! PageRank: where a walker who follows relations at random is found.

use crate::analysis::Network;
use crate::analysis::measure::{
    Citation, Descriptor, Family::Centrality, HigherIs::MoreCentral, Target::Actor, Unit::Share,
};
use crate::analysis::order_free::{Grid, sum};

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
        .map(|v| sum(network.out.weights_of(v).iter().map(|&weight| value(weight))))
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
    // What comes in at every actor, and how many times as large it can have become since.
    let mut incoming: Vec<f64> = (0..n)
        .map(|v| sum(steps[network.inc.range(v)].iter().copied()) / n as f64)
        .collect();
    let mut growth = 1.0;
    let (mut change, mut least): (f64, f64) = (2.0, f64::INFINITY);
    let whole = Grid::up_to(1.0);
    for _ in 0..2_000 {
        let lost: f64 = dangling.iter().map(|&v| whole.snap(rank[v])).sum();
        let base = (1.0 - DAMPING + DAMPING * lost) / n as f64;
        // Every round the change shrinks, until only rounding is left.
        let of_change = Grid::up_to(change.max(1e-13));
        change = 0.0;
        for ((v, next), incoming) in next.iter_mut().enumerate().zip(&mut incoming) {
            let grid = Grid::up_to(*incoming * growth);
            let range = network.inc.range(v);
            let (sources, odd_source) = network.inc.targets[range.clone()].as_chunks::<2>();
            let (taken, odd_taken) = steps[range].as_chunks::<2>();
            let mut sums = [0.0; 2];
            for (sources, taken) in sources.iter().zip(taken) {
                for lane in 0..2 {
                    sums[lane] += grid.snap(rank[sources[lane] as usize] * taken[lane]);
                }
            }
            let odd = odd_source.iter().zip(odd_taken);
            let odd: f64 = odd.map(|(&u, step)| grid.snap(rank[u as usize] * step)).sum();
            *incoming = sums[0] + sums[1] + odd;
            *next = base + DAMPING * *incoming;
            change += of_change.snap((*next - rank[v]).abs());
        }
        // Nobody has less than the share that everybody gets.
        growth = 1.0 + change * n as f64 / (1.0 - DAMPING);
        std::mem::swap(&mut rank, &mut next);
        // Every round takes off at least 0.15 of the change, until only rounding is left.
        if change <= 1e-16 || (change <= 1e-13 && change > 0.9 * least) {
            break;
        }
        least = least.min(change);
    }
    rank
}
