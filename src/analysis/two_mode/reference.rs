//! Figures of a pure two-mode network, with the conventions of NetworkX's `bipartite` module.
//!
//! `mode` says for every actor in which of the two modes it is; no tie runs within a mode
//! ([`super::modes_of`] checks that). Unweighted, undirected: on the underlying network.

use rayon::prelude::*;

use crate::analysis::Network;
use crate::analysis::order_free::{Grids, Total};
use crate::numeric::square;

/// Number of actors in the mode of `v` and in the other.
fn sizes(mode: &[bool]) -> [usize; 2] {
    let second = mode.iter().filter(|&&second| second).count();
    [mode.len() - second, second]
}

fn own_and_other(mode: &[bool], v: usize) -> (f64, f64) {
    let sizes = sizes(mode);
    let own = usize::from(mode[v]);
    (sizes[own] as f64, sizes[1 - own] as f64)
}

/// Density of a two-mode network.
///
/// # Measures
/// `two_mode_density`.
///
/// # Definition
/// Ties / (size of one mode x size of the other).
///
/// # Weight
/// Not used.
///
/// # Networks
/// Directed and undirected: on U. Parallel relations count once, loops not. Disconnected: no difference.
/// Only where no tie runs within a mode.
///
/// # Normalisation
/// By the possible ties.
///
/// # Range
/// 0 to 1; `None` when a mode is empty.
///
/// # Errors
/// None.
///
/// # Complexity
/// O(n).
///
/// # Source
/// S.P. Borgatti & M.G. Everett (1997), Network analysis of 2-mode data, *Social Networks* 19, 243-269,
/// doi:10.1016/S0378-8733(96)00301-2.
///
/// ```
/// use netwerkopstelling::analysis::{Link, Network, two_mode::two_mode_density};
/// let tie = |source, target| Link { source, target, weight: 1.0 };
/// let network = Network::from_links(4, false, &[tie(0, 2), tie(0, 3), tie(1, 2)]).unwrap();
/// assert_eq!(two_mode_density(&network, &[false, false, true, true]), Some(0.75));
/// ```
pub fn two_mode_density(network: &Network, mode: &[bool]) -> Option<f64> {
    let [first, second] = sizes(mode);
    let possible = first as f64 * second as f64;
    (possible > 0.0).then(|| network.under.targets.len() as f64 / 2.0 / possible)
}

/// Degree in a two-mode network.
///
/// # Measures
/// `two_mode_degree`.
///
/// # Definition
/// Degree / size of the other mode.
///
/// # Weight
/// Not used.
///
/// # Networks
/// Directed, undirected, parallel, loops, disconnected: as [`two_mode_density`].
///
/// # Normalisation
/// By the size of the other mode.
///
/// # Range
/// 0 to 1; `None` when the other mode is empty.
///
/// # Errors
/// None.
///
/// # Complexity
/// O(n).
///
/// # Source
/// S.P. Borgatti & M.G. Everett (1997), doi:10.1016/S0378-8733(96)00301-2.
///
/// ```
/// use netwerkopstelling::analysis::{Link, Network, two_mode::two_mode_degree};
/// let tie = |source, target| Link { source, target, weight: 1.0 };
/// let network = Network::from_links(4, false, &[tie(0, 2), tie(0, 3), tie(1, 2)]).unwrap();
/// let degree = two_mode_degree(&network, &[false, false, true, true]);
/// assert_eq!(degree, [1.0, 0.5, 1.0, 0.5].map(Some));
/// ```
pub fn two_mode_degree(network: &Network, mode: &[bool]) -> Vec<Option<f64>> {
    (0..network.n)
        .map(|v| {
            let (_, other) = own_and_other(mode, v);
            (other > 0.0).then(|| network.under.degree(v) as f64 / other)
        })
        .collect()
}

/// Closeness divided by what is possible in two modes, times the share of the others reached.
///
/// # Measures
/// `two_mode_closeness`.
///
/// # Definition
/// `(other + 2 (own - 1)) / sum of distances * r / (n - 1)`, r the number of actors reached, `own` and
/// `other` the sizes of the modes.
///
/// # Weight
/// Not used.
///
/// # Networks
/// Directed, undirected, parallel, loops: as [`two_mode_density`]. Disconnected: the share of the others
/// that is reached counts.
///
/// # Normalisation
/// By the smallest sum of distances that two modes of these sizes allow.
///
/// # Range
/// 0 (reaches nobody) to 1; `None` when there is one actor.
///
/// # Errors
/// None.
///
/// # Complexity
/// O(n m).
///
/// # Source
/// S.P. Borgatti & M.G. Everett (1997), doi:10.1016/S0378-8733(96)00301-2.
///
/// ```
/// use netwerkopstelling::analysis::{Link, Network, two_mode::two_mode_closeness};
/// let tie = |source, target| Link { source, target, weight: 1.0 };
/// let path = Network::from_links(4, false, &[tie(1, 2), tie(2, 0), tie(0, 3)]).unwrap();
/// let closeness = two_mode_closeness(&path, &[false, false, true, true]);
/// assert_eq!(closeness, [1.0, 4.0 / 6.0, 1.0, 4.0 / 6.0].map(Some));
/// ```
pub fn two_mode_closeness(network: &Network, mode: &[bool]) -> Vec<Option<f64>> {
    let distances: Vec<(u32, f64)> = (0..network.n)
        .into_par_iter()
        .map(|v| breadth_first(network, v))
        .collect();
    let (reached, total): (Vec<u32>, Vec<f64>) = distances.into_iter().unzip();
    two_mode_closeness_of(mode, &reached, &total)
}

/// The same, from how many others each actor reaches and the sum of their distances. O(n).
pub fn two_mode_closeness_of(mode: &[bool], reached: &[u32], total: &[f64]) -> Vec<Option<f64>> {
    let (n, sizes) = (mode.len() as f64, sizes(mode).map(|size| size as f64));
    let closeness = |v: usize| {
        if n < 2.0 {
            return None;
        }
        if reached[v] == 0 {
            return Some(0.0);
        }
        let own = usize::from(mode[v]);
        let possible = sizes[1 - own] + 2.0 * (sizes[own] - 1.0);
        Some(possible / total[v] * (f64::from(reached[v]) / (n - 1.0)))
    };
    (0..mode.len()).map(closeness).collect()
}

/// Number of others reached and the sum of their distances.
fn breadth_first(network: &Network, source: usize) -> (u32, f64) {
    let mut distance = vec![u32::MAX; network.n];
    distance[source] = 0;
    let mut order = vec![source];
    let (mut at, mut sum) = (0, 0u64);
    while at < order.len() {
        let v = order[at];
        at += 1;
        for &w in network.under.neighbours(v) {
            let w = w as usize;
            if distance[w] == u32::MAX {
                distance[w] = distance[v] + 1;
                sum += u64::from(distance[w]);
                order.push(w);
            }
        }
    }
    (u32::try_from(order.len() - 1).expect("below 2^31"), sum as f64)
}

/// Betweenness divided by the largest that is possible in networks with modes of these sizes.
///
/// # Measures
/// `two_mode_betweenness`.
///
/// # Definition
/// `betweenness` (not normalised, undirected, unweighted) / the largest possible for the actor's mode.
///
/// # Weight
/// Not used.
///
/// # Networks
/// Directed: not asked for. Undirected, parallel, loops: as [`two_mode_density`]. Disconnected: no
/// difference.
///
/// # Normalisation
/// By that largest value, a formula of the sizes of both modes.
///
/// # Range
/// 0 to 1; `None` where the largest is 0.
///
/// # Errors
/// None.
///
/// # Complexity
/// O(n) beside betweenness.
///
/// # Source
/// S.P. Borgatti & D.S. Halgin (2011), Analyzing affiliation networks, in *The Sage Handbook of Social
/// Network Analysis*, doi:10.4135/9781446294413.n28.
///
/// ```
/// use netwerkopstelling::analysis::two_mode::two_mode_betweenness;
/// // The path 1 - 2 - 0 - 3: both in the middle are between two pairs.
/// let betweenness = two_mode_betweenness(&[false, false, true, true], &[2.0, 0.0, 2.0, 0.0]);
/// assert_eq!(betweenness, [1.0, 0.0, 1.0, 0.0].map(Some));
/// ```
pub fn two_mode_betweenness(mode: &[bool], betweenness: &[f64]) -> Vec<Option<f64>> {
    let most = |own: f64, other: f64| {
        let whole = ((own - 1.0) / other).floor();
        let rest = (own - 1.0) - whole * other;
        0.5 * (square(other) * square(whole + 1.0) + other * (whole + 1.0) * (2.0 * rest - whole - 1.0)
            - rest * (2.0 * whole - rest + 3.0))
    };
    betweenness
        .iter()
        .enumerate()
        .map(|(v, betweenness)| {
            let (own, other) = own_and_other(mode, v);
            let most = if other > 0.0 { most(own, other) } else { 0.0 };
            (most > 0.0).then(|| betweenness / most)
        })
        .collect()
}

/// Two-mode clustering: how alike the contacts are of actors that have one in common.
///
/// # Measures
/// `two_mode_clustering_dot`.
///
/// # Definition
/// Mean over actors u at distance two of `|N(v) and N(u)| / |N(v) or N(u)|` (the "dot" variant).
///
/// # Weight
/// Not used.
///
/// # Networks
/// Directed, undirected, parallel, loops, disconnected: as [`two_mode_density`].
///
/// # Normalisation
/// By the contacts of either.
///
/// # Range
/// 0 to 1; 0 without actors at distance two.
///
/// # Errors
/// None.
///
/// # Complexity
/// O(two-paths).
///
/// # Source
/// M. Latapy, C. Magnien & N. Del Vecchio (2008), Basic notions for the analysis of large two-mode
/// networks, *Social Networks* 30, 31-48, doi:10.1016/j.socnet.2007.04.006.
///
/// ```
/// use netwerkopstelling::analysis::{Link, Network, two_mode::two_mode_clustering};
/// let tie = |source, target| Link { source, target, weight: 1.0 };
/// let path = Network::from_links(4, false, &[tie(1, 2), tie(2, 0), tie(0, 3)]).unwrap();
/// assert_eq!(two_mode_clustering(&path), [0.5; 4]);
/// ```
pub fn two_mode_clustering(network: &Network) -> Vec<f64> {
    let mut common = vec![0u32; network.n];
    let mut met: Vec<u32> = Vec::new();
    (0..network.n)
        .map(|v| {
            let own = network.under.neighbours(v);
            for &via in own {
                for &u in network.under.neighbours(via as usize) {
                    if u as usize != v {
                        if common[u as usize] == 0 {
                            met.push(u);
                        }
                        common[u as usize] += 1;
                    }
                }
            }
            let count = met.len();
            let grids = Grids::up_to(count as f64, count);
            let mut total = Total::default();
            for u in met.drain(..) {
                let both = std::mem::take(&mut common[u as usize]) as usize;
                let either = own.len() + network.under.degree(u as usize) - both;
                total.add(grids, both as f64 / either as f64);
            }
            if count == 0 {
                0.0
            } else {
                total.value() / count as f64
            }
        })
        .collect()
}

/// Robins-Alexander clustering: how many paths over three ties close.
///
/// # Measures
/// `robins_alexander`.
///
/// # Definition
/// 4 x four-cycles / three-paths.
///
/// # Weight
/// Not used.
///
/// # Networks
/// Directed, undirected, parallel, loops, disconnected: as [`two_mode_density`].
///
/// # Normalisation
/// By the paths that could close.
///
/// # Range
/// 0 to 1; `None` without three-paths.
///
/// # Errors
/// None.
///
/// # Complexity
/// O(sum over v of degree^2).
///
/// # Source
/// G. Robins & M. Alexander (2004), Small worlds among interlocking directors, *Computational &
/// Mathematical Organization Theory* 10, 69-94, doi:10.1023/B:CMOT.0000032580.12184.c0.
///
/// ```
/// use netwerkopstelling::analysis::{Link, Network, two_mode::robins_alexander};
/// let tie = |source, target| Link { source, target, weight: 1.0 };
/// let square = Network::from_links(4, false, &[tie(0, 2), tie(0, 3), tie(1, 2), tie(1, 3)]).unwrap();
/// assert_eq!(robins_alexander(&square), Some(1.0));
/// ```
pub fn robins_alexander(network: &Network) -> Option<f64> {
    let mut paths_to = vec![0u64; network.n];
    // Every four-cycle is met from each of its four actors.
    let mut cycles_times_four = 0u64;
    let mut three_paths = 0u64;
    for v in 0..network.n {
        let mut met: Vec<usize> = Vec::new();
        for &via in network.under.neighbours(v) {
            for &u in network.under.neighbours(via as usize) {
                let u = u as usize;
                if u != v {
                    if paths_to[u] == 0 {
                        met.push(u);
                    }
                    paths_to[u] += 1;
                }
            }
            if (via as usize) > v {
                three_paths +=
                    (network.under.degree(v) as u64 - 1) * (network.under.degree(via as usize) as u64 - 1);
            }
        }
        for u in met {
            let paths = std::mem::take(&mut paths_to[u]);
            cycles_times_four += paths * (paths - 1) / 2;
        }
    }
    (three_paths > 0).then(|| cycles_times_four as f64 / three_paths as f64)
}
