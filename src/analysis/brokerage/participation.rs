//! Over how many groups an actor's ties are spread, and how central it is within its own.

use crate::analysis::known::{is_known, known};
use crate::analysis::order_free::{Grid, power_above, sum};
use crate::analysis::ties::{Ties, Weighing};
use crate::analysis::{Network, Partition};
use crate::numeric::square;

/// Participation coefficient; **span** of a boundary-spanner candidate.
///
/// # Measures
/// `participation`, `participation_w`.
///
/// # Definition
/// `1 - sum over groups s of (k_vs / k_v)^2`, with `k_vs` the ties of v with group s and `k_v` all of them.
///
/// # Weight
/// Strength: positive weights are added up instead of counting ties.
///
/// # Networks
/// Directed and undirected: on U, where a mutual pair is one tie. Parallel relations are added up
/// (weighted) or count once; loops not. Disconnected: no difference. A contact with several groups splits
/// the tie evenly over them. Unknown actors and their ties are left out.
///
/// # Normalisation
/// By the actor's own ties.
///
/// # Range
/// 0 (all ties in one group) to 1 - 1/(number of groups); `None` for unknown actors and actors without
/// ties.
///
/// # Errors
/// None.
///
/// # Complexity
/// O(n + m).
///
/// # Source
/// R. Guimera & L.A.N. Amaral (2005), Functional cartography of complex metabolic networks, *Nature* 433,
/// 895-900, doi:10.1038/nature03288.
///
/// ```
/// use netwerkopstelling::analysis::{Link, Network, Partition, Weighing, brokerage::participation};
/// let tie = |source, target| Link { source, target, weight: 1.0 };
/// let network = Network::from_links(3, false, &[tie(0, 1), tie(0, 2)]).unwrap();
/// let groups = Partition::single(vec!["x".into(), "y".into()], &[Some(0), Some(0), Some(1)]);
/// assert_eq!(participation(&network, &groups, Weighing::Unweighted)[0], Some(0.5));
/// ```
pub fn participation(network: &Network, partition: &Partition, weighing: Weighing) -> Vec<Option<f64>> {
    participation_among(&Ties::underlying(&known(network, partition), weighing), partition)
}

/// The same of the underlying ties of known actors.
pub(crate) fn participation_among(ties: &Ties, partition: &Partition) -> Vec<Option<f64>> {
    let mut with_group = vec![0.0; partition.groups.len()];
    (0..ties.n())
        .map(|v| {
            if ties.contacts(v) == 0 {
                return None;
            }
            let mut all = 0.0;
            // A power of two: weights keep all their bits.
            let scale = power_above(ties.largest(v));
            let grid = Grid::up_to(ties.contacts(v) as f64);
            for (w, value) in ties.of(v) {
                let groups = partition.of(w);
                let share = grid.snap(value / scale / groups.len() as f64);
                for &group in groups {
                    with_group[group as usize] += share;
                    all += share;
                }
            }
            let (mut concentration, grid) = (0.0, Grid::up_to(1.0));
            for (w, _) in ties.of(v) {
                for &group in partition.of(w) {
                    let share = std::mem::take(&mut with_group[group as usize]) / all;
                    concentration += grid.snap(square(share));
                }
            }
            Some(1.0 - concentration)
        })
        .collect()
}

/// Within-module degree z-score: how much more an actor is tied within its group than its mates are.
///
/// # Measures
/// `zscore`, `zscore_w`.
///
/// # Definition
/// `(k_v,own - mean) / sd` over the members of the group; population standard deviation.
///
/// # Weight
/// Strength: positive weights are added up instead of counting ties.
///
/// # Networks
/// Directed, undirected, parallel, loops, disconnected: as [`participation`]. An actor with several groups
/// gets the mean of its z-scores, a tie within a group counting for the share of its pairs of groups that
/// fall there.
///
/// # Normalisation
/// By the standard deviation of the group.
///
/// # Range
/// Any number; 0 when all members are tied equally much (sd = 0 up to rounding), `None` for unknown actors.
///
/// # Errors
/// None.
///
/// # Complexity
/// O(n + m).
///
/// # Source
/// R. Guimera & L.A.N. Amaral (2005), *Nature* 433, 895-900, doi:10.1038/nature03288.
///
/// ```
/// use netwerkopstelling::analysis::{Link, Network, Partition, Weighing, brokerage::within_module_z};
/// let tie = |source, target| Link { source, target, weight: 1.0 };
/// // A pair and two who are alone, in one group: 1, 1, 0 and 0 ties, mean 1/2, sd 1/2.
/// let network = Network::from_links(4, false, &[tie(0, 1)]).unwrap();
/// let groups = Partition::single(vec!["x".into()], &[Some(0); 4]);
/// let z = within_module_z(&network, &groups, Weighing::Unweighted);
/// assert_eq!(z, [1.0, 1.0, -1.0, -1.0].map(Some));
/// ```
pub fn within_module_z(network: &Network, partition: &Partition, weighing: Weighing) -> Vec<Option<f64>> {
    within_module_z_among(&Ties::underlying(&known(network, partition), weighing), partition)
}

/// The same of the underlying ties of known actors.
pub(crate) fn within_module_z_among(ties: &Ties, partition: &Partition) -> Vec<Option<f64>> {
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); partition.groups.len()];
    for v in 0..ties.n() {
        for &group in partition.of(v) {
            members[group as usize].push(v);
        }
    }
    let mut scores = vec![Vec::new(); ties.n()];
    for (group, members) in members.iter().enumerate() {
        let own: Vec<f64> = members
            .iter()
            .map(|&v| within(ties, partition, v, u32::try_from(group).expect("group number")))
            .collect();
        for (&v, z) in members.iter().zip(standardised(&own)) {
            scores[v].push(z);
        }
    }
    let mean = |scores: &[f64]| sum(scores.iter().copied()) / scores.len() as f64;
    (0..ties.n())
        .map(|v| is_known(partition, v).then(|| mean(&scores[v])))
        .collect()
}

fn within(ties: &Ties, partition: &Partition, v: usize, group: u32) -> f64 {
    if !partition.has_several() {
        // No jump: whether a contact is in the group is hard to foresee.
        let inside = |(w, value)| {
            if partition.first(w) == Some(group) {
                value
            } else {
                0.0
            }
        };
        return sum(ties.of(v).map(inside));
    }
    let own = partition.of(v).len();
    let inside = ties.of(v).filter(|&(w, _)| partition.of(w).contains(&group));
    sum(inside.map(|(w, value)| value / (own * partition.of(w).len()) as f64))
}

/// (x - mean) / sd, on x divided by the largest: squares of 1e200 would overflow.
fn standardised(values: &[f64]) -> Vec<f64> {
    let largest = values.iter().copied().fold(0.0, f64::max);
    if largest <= 0.0 {
        return vec![0.0; values.len()];
    }
    let count = values.len() as f64;
    let scaled: Vec<f64> = values.iter().map(|value| value / largest).collect();
    let mean = sum(scaled.iter().copied()) / count;
    let variance = sum(scaled.iter().map(|x| square(x - mean))) / count;
    let deviation = variance.sqrt();
    if deviation <= 1e-12 {
        return vec![0.0; values.len()];
    }
    scaled.iter().map(|x| (x - mean) / deviation).collect()
}
