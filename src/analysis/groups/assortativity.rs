//! Assortativity by group: do like and like find each other?

use crate::analysis::known::{is_known, known};
use crate::analysis::order_free::{Grids, Total, sum};
use crate::analysis::{Network, Partition, Weighing};
use crate::numeric::square;

use super::internal_share;
use super::mixing::{grids_of_pairs, pairs_within, value};

/// Assortativity coefficient of a dimension: whether like is tied to like.
///
/// # Measures
/// `assortativity`, `assortativity_w`.
///
/// # Definition
/// `(trace e - sum_g a_g b_g) / (1 - sum_g a_g b_g)`, with `e_gh` the share of ties from group g to h, `a`
/// its row sums and `b` its column sums.
///
/// # Weight
/// Strength: positive weights are added up instead of counting ties.
///
/// # Networks
/// Directed: as drawn. Undirected: every tie both ways. Parallel relations count once (weighted: added up),
/// loops not. Disconnected: no difference. An actor with several groups splits its ties evenly. Unknown
/// actors and their ties are left out.
///
/// # Normalisation
/// By the largest value possible with these row and column sums.
///
/// # Range
/// Below 0 (unlike seek each other) to 1 (all ties within groups). `None` without ties, or when all ties
/// are within one group (0 / 0).
///
/// # Errors
/// None.
///
/// # Complexity
/// O(n + m + groups).
///
/// # Source
/// M.E.J. Newman (2003), Mixing patterns in networks, *Physical Review E* 67, 026126,
/// doi:10.1103/PhysRevE.67.026126.
///
/// ```
/// use netwerkopstelling::analysis::{Link, Network, Partition, Weighing, groups::assortativity};
/// let tie = |source, target| Link { source, target, weight: 1.0 };
/// let network = Network::from_links(4, false, &[tie(0, 1), tie(2, 3)]).unwrap();
/// let groups = Partition::single(vec!["x".into(), "y".into()], &[0, 0, 1, 1].map(Some));
/// assert_eq!(assortativity(&network, &groups, Weighing::Unweighted), Some(1.0));
/// ```
pub fn assortativity(network: &Network, partition: &Partition, weighing: Weighing) -> Option<f64> {
    let network = known(network, partition);
    let grids = grids_of_pairs(&network, partition, weighing);
    let mut from = vec![Total::default(); partition.groups.len()];
    let mut to = from.clone();
    let (mut all, mut within) = (Total::default(), Total::default());
    for pair in &network.pairs {
        let value = value(pair, weighing);
        let (source, target) = (pair.source as usize, pair.target as usize);
        all.add(grids, value);
        within.add(grids, value * internal_share(partition, source, target));
        for (ends, v) in [(&mut from, source), (&mut to, target)] {
            for &group in partition.of(v) {
                ends[group as usize].add(grids, value / partition.of(v).len() as f64);
            }
        }
    }
    let (all, within) = (all.value(), within.value());
    if all <= 0.0 {
        return None;
    }
    let by_chance = sum(from.iter().zip(&to).map(|(&a, &b)| {
        if network.directed {
            a.value() / all * (b.value() / all)
        } else {
            let mut both = a;
            both.join(b);
            square(both.value() / all / 2.0)
        }
    }));
    let room = 1.0 - by_chance;
    (room > 1e-15).then(|| (within / all - by_chance) / room)
}

/// How many of the ties run within a group.
///
/// # Measures
/// `same_share`.
///
/// # Definition
/// Tied pairs within a group / all tied pairs; directed: of the arcs.
///
/// # Weight
/// Not used.
///
/// # Networks
/// Directed, undirected, parallel, loops, disconnected: as [`assortativity`].
///
/// # Normalisation
/// By the number of ties.
///
/// # Range
/// 0 to 1; `None` without ties.
///
/// # Errors
/// None.
///
/// # Complexity
/// O(n + m).
///
/// # Source
/// The trace of e in M.E.J. Newman (2003), doi:10.1103/PhysRevE.67.026126.
///
/// ```
/// use netwerkopstelling::analysis::{Link, Network, Partition, groups::same_share};
/// let tie = |source, target| Link { source, target, weight: 1.0 };
/// let network = Network::from_links(3, false, &[tie(0, 1), tie(1, 2)]).unwrap();
/// let groups = Partition::single(vec!["x".into(), "y".into()], &[0, 0, 1].map(Some));
/// assert_eq!(same_share(&network, &groups), Some(0.5));
/// ```
pub fn same_share(network: &Network, partition: &Partition) -> Option<f64> {
    let network = known(network, partition);
    let grids = Grids::up_to(network.m() as f64, network.m());
    let mut within = Total::default();
    for pair in &network.pairs {
        let share = internal_share(partition, pair.source as usize, pair.target as usize);
        within.add(grids, share);
    }
    (network.m() > 0).then(|| within.value() / network.m() as f64)
}

/// [`same_share`] if ties fell regardless of groups.
///
/// # Measures
/// `same_share_expected`.
///
/// # Definition
/// Pairs of known actors with a group in common / all pairs of known actors. Actors with several groups
/// count for the share of equal pairs of groups.
///
/// # Weight
/// Not used.
///
/// # Networks
/// Of the groups alone: directed, undirected, parallel relations, loops and disconnected parts make no
/// difference.
///
/// # Normalisation
/// By the number of pairs.
///
/// # Range
/// 0 to 1; `None` with fewer than two known actors.
///
/// # Errors
/// None.
///
/// # Complexity
/// O(n), counting an actor once for each of its groups.
///
/// # Source
/// Ties of equal density, as for the mixing matrix of M.E.J. Newman (2003), doi:10.1103/PhysRevE.67.026126.
///
/// ```
/// use netwerkopstelling::analysis::{Partition, groups::same_share_expected};
/// let groups = Partition::single(vec!["x".into(), "y".into()], &[0, 0, 1].map(Some));
/// assert_eq!(same_share_expected(&groups), Some(1.0 / 3.0));
/// ```
pub fn same_share_expected(partition: &Partition) -> Option<f64> {
    let known = (0..partition.len()).filter(|&v| is_known(partition, v)).count() as f64;
    (known >= 2.0).then(|| pairs_within(partition) / (known * (known - 1.0)))
}
