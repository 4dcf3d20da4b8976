//! Mixing matrix: how many ties run between which groups, against what chance would give.

use crate::analysis::known::{is_known, known};
use crate::analysis::{Network, Partition, Weighing};

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
/// None.
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
    let network = known(network, partition);
    let groups = partition.groups.len();
    let mut table = Mixing {
        groups,
        ties: vec![0.0; groups * groups],
        expected: Vec::new(),
        possible: possible_pairs(partition),
    };
    let mut all = 0.0;
    for pair in &network.pairs {
        let value = match weighing {
            Weighing::Unweighted => 1.0,
            Weighing::Weighted => pair.weight.max(0.0),
        };
        all += value;
        let (from, to) = (
            partition.of(pair.source as usize),
            partition.of(pair.target as usize),
        );
        let share = value / (from.len() * to.len()) as f64;
        for &g in from {
            for &h in to {
                let at = table.at(g as usize, h as usize);
                table.ties[at] += share;
            }
        }
    }
    if !network.directed {
        fold(&mut table.ties, groups, 1.0);
        fold(&mut table.possible, groups, 0.5);
    }
    let actors = (0..partition.len()).filter(|&v| is_known(partition, v)).count() as f64;
    let pairs = actors * (actors - 1.0) * if network.directed { 1.0 } else { 0.5 };
    let density = if pairs > 0.0 { all / pairs } else { 0.0 };
    table.expected = table.possible.iter().map(|pairs| pairs * density).collect();
    table
}

/// Ordered pairs of different actors per cell, split over the groups of both.
fn possible_pairs(partition: &Partition) -> Vec<f64> {
    let groups = partition.groups.len();
    let mut size = vec![0.0; groups];
    let mut same_actor = vec![0.0; groups * groups];
    for v in 0..partition.len() {
        let own = partition.of(v);
        let share = 1.0 / own.len().max(1) as f64;
        for &g in own {
            size[g as usize] += share;
            for &h in own {
                same_actor[g as usize * groups + h as usize] += share * share;
            }
        }
    }
    (0..groups * groups)
        .map(|at| size[at / groups] * size[at % groups] - same_actor[at])
        .collect()
}

/// Adds both halves of a table; the diagonal is taken times `own`.
fn fold(table: &mut [f64], groups: usize, own: f64) {
    for g in 0..groups {
        table[g * groups + g] *= own;
        for h in 0..g {
            // Pairs that could be tied were counted in both orders, ties in one.
            let both = (table[g * groups + h] + table[h * groups + g]) * own;
            table[g * groups + h] = both;
            table[h * groups + g] = both;
        }
    }
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
}
