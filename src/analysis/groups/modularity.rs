//! Modularity: how much more of the ties falls within groups than the actors' degrees explain.

use crate::analysis::known::known;
use crate::analysis::{Network, Partition, Ties, Weighing};

use super::internal_share;

/// Modularity of a given dimension: ties within groups beyond what degrees give.
///
/// # Measures
/// `modularity`, `modularity_w`.
///
/// # Definition
/// `sum over groups g of I_g / m - resolution * (K_g / 2m)^2`, `I_g` ties within g, `K_g` the degrees of
/// its members added up, m all ties.
///
/// # Weight
/// Strength: positive weights added over both arcs.
///
/// # Networks
/// Directed and undirected: on U. Parallel relations count once (weighted: added up), loops not.
/// Disconnected: no difference. An actor with several groups belongs to each for an equal part. Unknown
/// actors and their ties are left out.
///
/// # Normalisation
/// By all ties.
///
/// # Range
/// -1/2 to 1 at resolution 1; `None` without ties.
///
/// # Errors
/// None.
///
/// # Complexity
/// O(n + m + groups).
///
/// # Source
/// M.E.J. Newman & M. Girvan (2004), Finding and evaluating community structure in networks, *Physical
/// Review E* 69, 026113, doi:10.1103/PhysRevE.69.026113.
///
/// ```
/// use netwerkopstelling::analysis::{Link, Network, Partition, Weighing, groups::modularity};
/// let tie = |source, target| Link { source, target, weight: 1.0 };
/// let network = Network::from_links(4, false, &[tie(0, 1), tie(2, 3)]).unwrap();
/// let groups = Partition::single(vec!["x".into(), "y".into()], &[0, 0, 1, 1].map(Some));
/// assert_eq!(modularity(&network, &groups, Weighing::Unweighted, 1.0), Some(0.5));
/// ```
pub fn modularity(
    network: &Network,
    partition: &Partition,
    weighing: Weighing,
    resolution: f64,
) -> Option<f64> {
    let ties = Ties::underlying(&known(network, partition), weighing);
    modularity_among(&ties, partition, resolution)
}

/// The same of the underlying ties of known actors.
pub(crate) fn modularity_among(ties: &Ties, partition: &Partition, resolution: f64) -> Option<f64> {
    let mut degrees = vec![0.0; partition.groups.len()];
    let (mut all, mut within) = (0.0, 0.0);
    ties.each_pair(|v, w, value| {
        all += value;
        within += value * internal_share(partition, v, w);
        for end in [v, w] {
            for &group in partition.of(end) {
                degrees[group as usize] += value / partition.of(end).len() as f64;
            }
        }
    });
    let by_chance: f64 = degrees.iter().map(|degree| (degree / (2.0 * all)).powi(2)).sum();
    (all > 0.0).then(|| within / all - resolution * by_chance)
}

/// Modularity of a directed network.
///
/// # Measures
/// `modularity_directed`.
///
/// # Definition
/// `sum of (A_vw - k_v,out k_w,in / m) / m` over ordered pairs within a group; resolution 1.
///
/// # Weight
/// Not used.
///
/// # Networks
/// Directed only: along the arcs of S. Undirected: not asked for. Parallel, loops, disconnected, several
/// groups and unknown actors: as [`modularity`].
///
/// # Normalisation
/// By all arcs.
///
/// # Range
/// -1 to 1; `None` without arcs.
///
/// # Errors
/// None.
///
/// # Complexity
/// O(n + m + groups).
///
/// # Source
/// E.A. Leicht & M.E.J. Newman (2008), Community structure in directed networks, *Physical Review Letters*
/// 100, 118703, doi:10.1103/PhysRevLett.100.118703.
///
/// ```
/// use netwerkopstelling::analysis::{Link, Network, Partition, groups::modularity_directed};
/// let arc = |source, target| Link { source, target, weight: 1.0 };
/// let network = Network::from_links(4, true, &[arc(0, 1), arc(2, 3)]).unwrap();
/// let groups = Partition::single(vec!["x".into(), "y".into()], &[0, 0, 1, 1].map(Some));
/// assert_eq!(modularity_directed(&network, &groups), Some(0.5));
/// ```
pub fn modularity_directed(network: &Network, partition: &Partition) -> Option<f64> {
    let network = known(network, partition);
    let mut out = vec![0.0; partition.groups.len()];
    let mut inc = vec![0.0; partition.groups.len()];
    let mut within = 0.0;
    for pair in &network.pairs {
        let (source, target) = (pair.source as usize, pair.target as usize);
        within += internal_share(partition, source, target);
        for (sums, v) in [(&mut out, source), (&mut inc, target)] {
            for &group in partition.of(v) {
                sums[group as usize] += 1.0 / partition.of(v).len() as f64;
            }
        }
    }
    let all = network.m() as f64;
    let by_chance: f64 = out.iter().zip(&inc).map(|(a, b)| a / all * (b / all)).sum();
    (all > 0.0).then(|| within / all - by_chance)
}
