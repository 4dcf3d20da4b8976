//! E-I index: whether ties run outward or inward.

use crate::analysis::known::{is_known, known};
use crate::analysis::order_free::{Grids, Total, sum, sums};
use crate::analysis::{Network, Partition, Ties, Weighing};

use super::internal_share;
use super::mixing::pairs_within;

/// Ties within and out of one group.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct GroupTies {
    /// Each tie within the group once.
    pub internal_once: f64,
    pub external: f64,
}

fn index(external: f64, internal: f64) -> Option<f64> {
    let all = external + internal;
    (all > 0.0).then(|| (external - internal) / all)
}

impl GroupTies {
    /// An inner tie counted from both ends, as UCINET.
    pub fn ei(&self) -> Option<f64> {
        index(self.external, 2.0 * self.internal_once)
    }

    /// An inner tie counted once.
    pub fn ei_once(&self) -> Option<f64> {
        index(self.external, self.internal_once)
    }
}

/// E-I of the network, of every actor and of every group.
#[derive(Debug, Clone, PartialEq)]
pub struct ExternalInternal {
    pub internal: f64,
    pub external: f64,
    pub ei: Option<f64>,
    /// What the index would be with ties of equal density everywhere.
    pub expected: Option<f64>,
    pub actors: Vec<Option<f64>>,
    pub groups: Vec<GroupTies>,
}

/// External-internal index of a dimension: whether ties look inward or outward.
///
/// # Measures
/// `ei`, `ei_w`, `ei_expected_density`, `group_ei`, `node_ei`, `node_ei_w`.
///
/// # Definition
/// `(E - I) / (E + I)`, with I the ties within a group and E those between groups: of the network, of an
/// actor's own ties, of the ties of a group's members. Expected: the index with ties of equal density
/// everywhere.
///
/// # Weight
/// Strength: summed positive weights of both arcs instead of counting ties.
///
/// # Networks
/// Directed and undirected: on U, where a mutual pair is one tie. Parallel relations count once (weighted:
/// added up), loops not. Disconnected: no difference. A tie of actors with several groups counts as
/// internal for the share of equal pairs of groups. Unknown actors and their ties are left out. Of a group
/// an inner tie counts from both ends, as in UCINET; [`GroupTies::ei_once`] counts it once.
///
/// # Normalisation
/// By the ties counted.
///
/// # Range
/// -1 (all ties inward) to 1 (all outward); `None` without ties.
///
/// # Errors
/// None.
///
/// # Complexity
/// O(n + m + groups^2).
///
/// # Source
/// D. Krackhardt & R.N. Stern (1988), Informal networks and organizational crises, *Social Psychology
/// Quarterly* 51, 123-140, doi:10.2307/2786835.
///
/// ```
/// use netwerkopstelling::analysis::{Link, Network, Partition, Weighing, groups::external_internal};
/// let tie = |source, target| Link { source, target, weight: 1.0 };
/// let network = Network::from_links(3, false, &[tie(0, 1), tie(1, 2), tie(0, 2)]).unwrap();
/// let groups = Partition::single(vec!["x".into(), "y".into()], &[0, 0, 1].map(Some));
/// let found = external_internal(&network, &groups, Weighing::Unweighted);
/// assert_eq!((found.external, found.internal), (2.0, 1.0));
/// assert_eq!(found.actors[2], Some(1.0));
/// ```
pub fn external_internal(network: &Network, partition: &Partition, weighing: Weighing) -> ExternalInternal {
    let seen = known(network, partition);
    external_internal_among(&seen, &Ties::underlying(&seen, weighing), partition)
}

/// The same of a network of known actors, with its underlying ties.
pub(crate) fn external_internal_among(
    network: &Network,
    ties: &Ties,
    partition: &Partition,
) -> ExternalInternal {
    // Of every group its internal ties, then its external ones.
    let groups = sums(2 * partition.groups.len(), |terms| {
        ties.each_pair(|v, w, value| {
            let (a, b) = (partition.of(v), partition.of(w));
            let share = value / (a.len() * b.len()) as f64;
            for &g in a {
                for &h in b {
                    if g == h {
                        terms.add(2 * g as usize, share);
                    } else {
                        terms.add(2 * g as usize + 1, share);
                        terms.add(2 * h as usize + 1, share);
                    }
                }
            }
        });
    });
    let of_group = |sums: &[f64; 2]| GroupTies {
        internal_once: sums[0],
        external: sums[1],
    };
    let groups: Vec<GroupTies> = groups.as_chunks::<2>().0.iter().map(of_group).collect();
    let internal = sum(groups.iter().map(|group| group.internal_once));
    // From both ends.
    let external = sum(groups.iter().map(|group| group.external)) / 2.0;
    let of_actor = |v: usize| {
        let grids = Grids::up_to(ties.largest(v) * ties.contacts(v) as f64, ties.contacts(v));
        let (mut internal, mut external) = (Total::default(), Total::default());
        for (w, value) in ties.of(v) {
            let within = internal_share(partition, v, w);
            internal.add(grids, value * within);
            external.add(grids, value * (1.0 - within));
        }
        index(external.value(), internal.value())
    };
    ExternalInternal {
        internal,
        external,
        ei: index(external, internal),
        expected: expected_by_density(partition),
        actors: (0..network.n).map(of_actor).collect(),
        groups,
    }
}

/// Over the pairs of actors that could be tied; in either order, so directed or not is the same.
fn expected_by_density(partition: &Partition) -> Option<f64> {
    let known = (0..partition.len()).filter(|&v| is_known(partition, v)).count() as f64;
    let internal = pairs_within(partition);
    index(known * (known - 1.0) - internal, internal)
}
