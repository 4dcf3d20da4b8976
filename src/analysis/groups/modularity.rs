//! Modularity: how much more of the ties falls within groups than the actors' degrees explain.

use crate::analysis::known::known;
use crate::analysis::order_free::{Grids, Total, sum};
use crate::analysis::{Network, Partition, Ties, Weighing};
use crate::numeric::square;

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
    let memberships = ties.targets().len() * partition.most_groups();
    let grids = Grids::up_to(ties.most(), memberships);
    let mut degrees = vec![Total::default(); partition.groups.len()];
    let (mut all, mut within) = (Total::default(), Total::default());
    ties.each_pair(|v, w, value| {
        all.add(grids, value);
        within.add(grids, value * internal_share(partition, v, w));
        for end in [v, w] {
            for &group in partition.of(end) {
                degrees[group as usize].add(grids, value / partition.of(end).len() as f64);
            }
        }
    });
    let (all, within) = (all.value(), within.value());
    let by_chance = sum(degrees.iter().map(|degree| square(degree.value() / (2.0 * all))));
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
    let all = network.m() as f64;
    let grids = Grids::up_to(all, network.m() * partition.most_groups());
    let mut out = vec![Total::default(); partition.groups.len()];
    let mut inc = out.clone();
    let mut within = Total::default();
    for pair in &network.pairs {
        let (source, target) = (pair.source as usize, pair.target as usize);
        within.add(grids, internal_share(partition, source, target));
        for (totals, v) in [(&mut out, source), (&mut inc, target)] {
            for &group in partition.of(v) {
                totals[group as usize].add(grids, 1.0 / partition.of(v).len() as f64);
            }
        }
    }
    let shares = |totals: &Total| totals.value() / all;
    let by_chance = sum(out.iter().zip(&inc).map(|(a, b)| shares(a) * shares(b)));
    (all > 0.0).then(|| within.value() / all - by_chance)
}
