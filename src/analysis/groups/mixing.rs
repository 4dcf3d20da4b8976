//! Mixing matrix: how many ties run between which groups, against what chance would give.

use crate::analysis::known::{is_known, known};
use crate::analysis::order_free::{Grids, Total, sum};
use crate::analysis::{Network, Pair, Partition, Weighing};

/// Groups above which there is no table: nobody reads a million cells, and they would take gigabytes where every actor
/// is a group of its own.
pub const MOST_GROUPS_OF_TABLE: usize = 500;

/// A square table, row by row; row = group of the source, column = group of the target. Undirected:
/// symmetric, the ties between two groups stand in both cells.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Mixing {
    pub groups: usize,
    /// Number or summed weight of the ties.
    pub ties: Vec<f64>,
    /// What it would be if ties fell regardless of groups.
    pub expected: Vec<f64>,
    /// Pairs of actors that could be tied.
    pub possible: Vec<f64>,
}

impl Mixing {
    pub fn at(&self, row: usize, column: usize) -> usize {
        row * self.groups + column
    }

    /// Ties / expected; `None` where nothing is expected.
    pub fn ratio(&self, row: usize, column: usize) -> Option<f64> {
        let at = self.at(row, column);
        (self.expected[at] > 0.0).then(|| self.ties[at] / self.expected[at])
    }
}

/// Mixing matrix of a dimension: how many ties run from every group to every other.
///
/// # Measures
/// `mixing_ties`, `mixing_ties_w`, `mixing_expected`, `mixing_ratio`.
///
/// # Definition
/// `ties[g][h]`: ties from group g to group h. `expected[g][h]` = ties of the network x the share of all
/// pairs of actors that lie between g and h (ties of the same density everywhere). Ratio: ties / expected.
///
/// # Weight
/// Strength: summed positive weights; unweighted: each tied pair counts 1.
///
/// # Networks
/// Directed: row is the source. Undirected: symmetric, the ties between two groups stand in both cells.
/// Parallel relations count once (weighted: added up), loops not. Disconnected: no difference. An actor
/// with several groups splits its ties, and its pairs, evenly over the pairs of groups. Unknown actors and
/// their ties are left out.
///
/// # Normalisation
/// None; the ratio by what is expected.
///
/// # Range
/// Ties and expected 0 or more; [`Mixing::ratio`] above 1 is more than chance, `None` where nothing is
/// expected.
///
/// # Errors
/// With more than [`MOST_GROUPS_OF_TABLE`] groups the table is empty (no groups).
///
/// # Complexity
/// O(n + m + groups^2).
///
/// # Source
/// M.E.J. Newman (2003), Mixing patterns in networks, *Physical Review E* 67, 026126,
/// doi:10.1103/PhysRevE.67.026126.
///
/// ```
/// use netwerkopstelling::analysis::{Link, Network, Partition, Weighing, groups::mixing};
/// let tie = |source, target| Link { source, target, weight: 1.0 };
/// let network = Network::from_links(4, false, &[tie(0, 1), tie(2, 3)]).unwrap();
/// let groups = Partition::single(vec!["x".into(), "y".into()], &[0, 0, 1, 1].map(Some));
/// let table = mixing(&network, &groups, Weighing::Unweighted);
/// assert_eq!(table.ties, [1.0, 0.0, 0.0, 1.0]);
/// assert_eq!(table.ratio(0, 0), Some(3.0));
/// ```
pub fn mixing(network: &Network, partition: &Partition, weighing: Weighing) -> Mixing {
    if partition.groups.len() > MOST_GROUPS_OF_TABLE {
        return Mixing::default();
    }
    let network = known(network, partition);
    let groups = partition.groups.len();
    let mut table = Mixing {
        groups,
        ties: Vec::new(),
        expected: Vec::new(),
        possible: possible(&network, partition),
    };
    let grids = grids_of_pairs(&network, partition, weighing);
    let mut all = Total::default();
    let mut ties = vec![Total::default(); groups * groups];
    for pair in &network.pairs {
        let value = value(pair, weighing);
        all.add(grids, value);
        let (from, to) = (
            partition.of(pair.source as usize),
            partition.of(pair.target as usize),
        );
        let share = value / (from.len() * to.len()) as f64;
        for &g in from {
            for &h in to {
                let at = table.at(g as usize, h as usize);
                ties[at].add(grids, share);
            }
        }
    }
    if !network.directed {
        // Met in one of two orders: both cells hold the same.
        for g in 0..groups {
            for h in 0..g {
                let (one, other) = (table.at(g, h), table.at(h, g));
                let mut both = ties[one];
                both.join(ties[other]);
                (ties[one], ties[other]) = (both, both);
            }
        }
    }
    table.ties = ties.into_iter().map(Total::value).collect();
    let actors = (0..partition.len()).filter(|&v| is_known(partition, v)).count() as f64;
    let pairs = actors * (actors - 1.0) * if network.directed { 1.0 } else { 0.5 };
    let density = if pairs > 0.0 { all.value() / pairs } else { 0.0 };
    table.expected = table.possible.iter().map(|pairs| pairs * density).collect();
    table
}

/// What a pair of S counts for.
pub(super) fn value(pair: &Pair, weighing: Weighing) -> f64 {
    match weighing {
        Weighing::Unweighted => 1.0,
        Weighing::Weighted => pair.weight.max(0.0),
    }
}

/// For sums over the pairs of S, split over the groups of their ends; both ends of an undirected pair fit.
pub(super) fn grids_of_pairs(network: &Network, partition: &Partition, weighing: Weighing) -> Grids {
    let values = network.pairs.iter().map(|pair| value(pair, weighing));
    let pairs = 2 * network.m();
    let most = partition.most_groups();
    Grids::up_to(values.fold(0.0, f64::max) * pairs as f64, pairs * most * most)
}

/// What actors count for, split over their groups.
struct Sizes {
    /// Per group: summed shares.
    of_groups: Vec<f64>,
    /// Per group: summed squares of shares, what actors would count for with themselves.
    with_self: Vec<f64>,
}

impl Sizes {
    fn of(partition: &Partition) -> Self {
        let grids = Grids::up_to(partition.len() as f64, partition.len());
        let mut sums = vec![[Total::default(); 2]; partition.groups.len()];
        for v in 0..partition.len() {
            let own = partition.of(v);
            let share = 1.0 / own.len().max(1) as f64;
            for &g in own {
                let [size, with_self] = &mut sums[g as usize];
                size.add(grids, share);
                with_self.add(grids, share * share);
            }
        }
        let of_groups = sums.iter().map(|sums| sums[0].value()).collect();
        let with_self = sums.iter().map(|sums| sums[1].value()).collect();
        Self { of_groups, with_self }
    }
}

/// Ordered pairs of different actors within a group, split over the groups of both. O(n), whatever the number of
/// groups.
pub(super) fn pairs_within(partition: &Partition) -> f64 {
    let sizes = Sizes::of(partition);
    let both = sizes.of_groups.iter().zip(&sizes.with_self);
    sum(both.map(|(size, with_self)| size * size - with_self))
}

/// Ordered pairs of different actors per cell, split over the groups of both.
fn possible(network: &Network, partition: &Partition) -> Vec<f64> {
    let groups = partition.groups.len();
    let sizes = Sizes::of(partition);
    let mut same_actor = vec![Total::default(); groups * groups];
    let grids = Grids::up_to(partition.len() as f64, partition.len());
    for v in 0..partition.len() {
        let own = partition.of(v);
        let share = 1.0 / own.len().max(1) as f64;
        for (&g, &h) in own.iter().flat_map(|g| own.iter().map(move |h| (g, h))) {
            same_actor[g as usize * groups + h as usize].add(grids, share * share);
        }
    }
    // Directed pairs have two orders; undirected, those within a group were met twice.
    let cell = |(at, same): (usize, &Total)| {
        let (g, h) = (at / groups, at % groups);
        let possible = sizes.of_groups[g] * sizes.of_groups[h] - same.value();
        match (network.directed, g == h) {
            (false, true) => 0.5 * possible,
            _ => possible,
        }
    };
    same_actor.iter().enumerate().map(cell).collect()
}

/// The pairs ([`Network::pairs`]) that run from group `from` to group `to` (undirected: between them):
/// what lights up when a cell is clicked. O(m).
pub fn pairs_between(network: &Network, partition: &Partition, from: u32, to: u32) -> Vec<u32> {
    let runs =
        |a: u32, b: u32| partition.of(a as usize).contains(&from) && partition.of(b as usize).contains(&to);
    network
        .pairs
        .iter()
        .zip(0u32..)
        .filter(|(pair, _)| {
            runs(pair.source, pair.target) || !network.directed && runs(pair.target, pair.source)
        })
        .map(|(_, at)| at)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Link;
    use crate::analysis::testing::network;

    #[test]
    fn several_groups_split_a_tie_and_what_is_expected() {
        let tie = |source, target| Link {
            source,
            target,
            weight: 2.0,
        };
        let net = Network::from_links(3, false, &[tie(0, 1), tie(1, 2)]).unwrap();
        let names = ["x", "y"].map(str::to_owned).to_vec();
        let partition = Partition::multiple(names, &[vec![0], vec![0, 1], vec![1]]);
        let table = mixing(&net, &partition, Weighing::Weighted);
        assert_eq!(table.ties, [1.0, 2.0, 2.0, 1.0]);
        assert_eq!(table.possible, [0.5, 2.0, 2.0, 0.5]);
        let unordered = table.expected[0] + table.expected[1] + table.expected[3];
        assert!(
            (unordered - 4.0).abs() < 1e-12,
            "all of the weight is expected somewhere"
        );
        assert_eq!(pairs_between(&net, &partition, 1, 0), vec![0, 1]);
    }

    #[test]
    fn unknown_actors_are_not_a_group() {
        let net = network(3, true, &[(0, 1), (1, 2)]);
        let partition = Partition::single(vec!["x".to_owned()], &[Some(0), Some(0), None]);
        let table = mixing(&net, &partition, Weighing::Unweighted);
        assert_eq!((table.ties[0], table.expected[0]), (1.0, 1.0));
    }

    #[test]
    fn pairs_within_groups_are_the_diagonal_of_the_table() {
        let net = network(4, true, &[(0, 1)]);
        let names = ["x", "y", "z"].map(str::to_owned).to_vec();
        let partition = Partition::multiple(names, &[vec![0], vec![0, 1], vec![1, 2], vec![]]);
        let table = mixing(&net, &partition, Weighing::Unweighted);
        let diagonal: f64 = (0..3).map(|g| table.possible[table.at(g, g)]).sum();
        // Both with the second actor, in two orders, and half of its ties: 2 * 1/2 + 2 * 1/4.
        assert_eq!((pairs_within(&partition), diagonal), (1.5, 1.5));
    }

    #[test]
    fn there_is_no_table_of_more_groups_than_anybody_reads() {
        let count = MOST_GROUPS_OF_TABLE + 1;
        let own: Vec<Option<u32>> = (0..count as u32).map(Some).collect();
        let names = (0..count).map(|group| group.to_string()).collect();
        let partition = Partition::single(names, &own);
        let net = network(count, false, &[(0, 1)]);
        assert_eq!(mixing(&net, &partition, Weighing::Unweighted), Mixing::default());
        assert_eq!(pairs_within(&partition), 0.0);
    }
}
