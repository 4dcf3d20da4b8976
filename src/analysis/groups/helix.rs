//! Balance between the parties of a triple or quadruple helix.

use crate::analysis::order_free::{Grids, Total, sum};
use crate::analysis::{Network, Partition, Ties, Weighing};
use crate::numeric::ln;

/// How evenly something is divided over groups.
#[derive(Debug, Clone, PartialEq)]
pub struct Balance {
    /// Part of every group, adding up to 1.
    pub shares: Vec<f64>,
    /// Entropy of the shares divided by the largest possible one: 0 is one party only, 1 is all equal.
    pub balance: f64,
}

/// Normalised Shannon entropy `-sum p ln p / ln k` over k groups, empty ones included: a party that is
/// missing counts as missing. `None` when nothing is counted or there are fewer than two groups.
///
/// # Source
/// C.E. Shannon (1948), doi:10.1002/j.1538-7305.1948.tb01338.x, normalised after E.C. Pielou (1966),
/// doi:10.1016/0022-5193(66)90013-0; the helix: H. Etzkowitz & L. Leydesdorff (2000),
/// doi:10.1016/S0048-7333(99)00055-4.
///
/// ```
/// use netwerkopstelling::analysis::groups::balance;
/// assert_eq!(balance(&[2.0, 2.0, 2.0, 2.0]).unwrap().balance, 1.0);
/// assert_eq!(balance(&[5.0, 5.0, 0.0, 0.0]).unwrap().balance, 0.5);
/// assert_eq!(balance(&[0.0, 0.0]), None);
/// ```
pub fn balance(counts: &[f64]) -> Option<Balance> {
    let all = sum(counts.iter().copied());
    if counts.len() < 2 || all <= 0.0 {
        return None;
    }
    let shares: Vec<f64> = counts.iter().map(|count| count / all).collect();
    let present = shares.iter().filter(|&&share| share > 0.0);
    let entropy = sum(present.map(|&share| -share * ln(share)));
    Some(Balance {
        // Nothing but one group gives -0, which would be written with its sign.
        balance: (entropy / ln(counts.len() as f64)).clamp(0.0, 1.0) + 0.0,
        shares,
    })
}

/// Balance of the parties among the members of one body.
///
/// # Measures
/// `table_balance`.
///
/// # Definition
/// Normalised entropy `-sum p ln p / ln k` of the groups of its contacts ([`balance`]): k groups, empty
/// ones included.
///
/// # Weight
/// Not used.
///
/// # Networks
/// Directed and undirected: contacts in whichever direction. Parallel relations count once, loops not.
/// Disconnected: no difference. A contact in several groups counts for a part in each; one without a group
/// does not count.
///
/// # Normalisation
/// By the largest possible entropy.
///
/// # Range
/// 0 (one party) to 1 (all equal); `None` without contacts that have a group.
///
/// # Errors
/// None.
///
/// # Complexity
/// O(degree).
///
/// # Source
/// E.C. Pielou (1966), The measurement of diversity, *Journal of Theoretical Biology* 13, 131-144,
/// doi:10.1016/0022-5193(66)90013-0; the helix: H. Etzkowitz & L. Leydesdorff (2000),
/// doi:10.1016/S0048-7333(99)00055-4.
///
/// ```
/// use netwerkopstelling::analysis::{Link, Network, Partition, groups::table_balance};
/// let tie = |source, target| Link { source, target, weight: 1.0 };
/// let network = Network::from_links(3, false, &[tie(0, 2), tie(1, 2)]).unwrap();
/// let parties = Partition::single(vec!["x".into(), "y".into()], &[Some(0), Some(1), None]);
/// assert_eq!(table_balance(&network, &parties, 2).unwrap().balance, 1.0);
/// assert_eq!(table_balance(&network, &parties, 0), None);
/// ```
pub fn table_balance(network: &Network, partition: &Partition, table: usize) -> Option<Balance> {
    let members = network.under.neighbours(table);
    let mut counts = GroupCounts::up_to(members.len() as f64, members.len(), partition);
    for &member in members {
        counts.add_shares(member as usize, 1.0);
    }
    balance(&counts.values())
}

/// Balance of the parties over relations.
///
/// # Measures
/// `helix_balance`, `helix_balance_w`.
///
/// # Definition
/// Normalised entropy `-sum p ln p / ln k` ([`balance`]) of the part of all ends of ties that each of the k
/// groups has.
///
/// # Weight
/// Strength: the part of the summed positive weight.
///
/// # Networks
/// Directed and undirected: on U, where a mutual pair is one tie. Parallel relations count once (weighted:
/// added up), loops not. Disconnected: no difference. An actor in several groups counts for a part in each;
/// the end of an actor without a group does not count, the other end does.
///
/// # Normalisation
/// By the largest possible entropy.
///
/// # Range
/// 0 (one party) to 1 (all equal); `None` when nothing is counted or there are fewer than two groups.
///
/// # Errors
/// None.
///
/// # Complexity
/// O(n + m).
///
/// # Source
/// E.C. Pielou (1966), The measurement of diversity, *Journal of Theoretical Biology* 13, 131-144,
/// doi:10.1016/0022-5193(66)90013-0; the helix: H. Etzkowitz & L. Leydesdorff (2000),
/// doi:10.1016/S0048-7333(99)00055-4.
///
/// ```
/// use netwerkopstelling::analysis::{Link, Network, Partition, Weighing, groups::relation_balance};
/// let tie = |source, target| Link { source, target, weight: 1.0 };
/// let network = Network::from_links(3, false, &[tie(0, 1), tie(1, 2)]).unwrap();
/// let parties = Partition::single(vec!["x".into(), "y".into()], &[0, 1, 0].map(Some));
/// let found = relation_balance(&network, &parties, Weighing::Unweighted).unwrap();
/// assert_eq!((found.shares, found.balance), (vec![0.5, 0.5], 1.0));
/// ```
pub fn relation_balance(network: &Network, partition: &Partition, weighing: Weighing) -> Option<Balance> {
    let ties = Ties::underlying(network, weighing);
    let mut counts = GroupCounts::up_to(ties.most(), ties.targets().len(), partition);
    ties.each_pair(|v, w, value| {
        counts.add_shares(v, value);
        counts.add_shares(w, value);
    });
    balance(&counts.values())
}

/// What every group has, an actor's part split evenly over its groups.
struct GroupCounts<'a> {
    partition: &'a Partition,
    grids: Grids,
    totals: Vec<Total>,
}

impl<'a> GroupCounts<'a> {
    fn up_to(bound: f64, ends: usize, partition: &'a Partition) -> Self {
        Self {
            grids: Grids::up_to(bound, ends * partition.most_groups()),
            totals: vec![Total::default(); partition.groups.len()],
            partition,
        }
    }

    fn add_shares(&mut self, actor: usize, value: f64) {
        let groups = self.partition.of(actor);
        for &group in groups {
            self.totals[group as usize].add(self.grids, value / groups.len() as f64);
        }
    }

    fn values(&self) -> Vec<f64> {
        self.totals.iter().map(|total| total.value()).collect()
    }
}
