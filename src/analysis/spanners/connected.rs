//! Which share of the pairs with different groups a path connects at all: what a sentence about passage is of.

use crate::analysis::cohesion::components::strong_components;
use crate::analysis::known::is_known;
use crate::analysis::{Csr, Network, Partition};

/// Above this the sets of who reaches whom would need too much memory.
const MOST_ACTORS: usize = 20_000;

/// Of the ordered pairs of others whose groups differ, the share that a path connects, per partition and
/// actor; `None` for an actor without such pairs. `None` for a network that is too large for it.
///
/// # Complexity
/// O(n * (n + m) / 64) for who reaches whom, and O(n^2 / 64) per partition.
pub(in crate::analysis) fn connected_shares(
    network: &Network,
    partitions: &[&Partition],
) -> Option<Vec<Vec<Option<f64>>>> {
    let n = network.n;
    if n > MOST_ACTORS {
        return None;
    }
    let borders: Vec<Borders<'_>> = partitions
        .iter()
        .map(|partition| Borders::new(partition))
        .collect();
    let (of, count) = strong_components(network);
    // A component has a higher number than those it leads to.
    let along = ComponentReach::new(&of, count, &network.out, 0..count);
    let mut ends: Vec<Ends> = borders.iter().map(|one| Ends::of(one, &along)).collect();
    if network.directed {
        drop(along);
        let against = ComponentReach::new(&of, count, &network.inc, (0..count).rev());
        for (one, borders) in ends.iter_mut().zip(&borders) {
            one.incoming = borders.counts(Some(&against));
        }
    }
    Some(ends.iter().map(Ends::shares).collect())
}

type GroupBitRow = Vec<u64>;

fn row(n: usize) -> GroupBitRow {
    vec![0; n.div_ceil(64)]
}

fn set(row: &mut GroupBitRow, at: usize) {
    row[at / 64] |= 1 << (at % 64);
}

fn has(row: &GroupBitRow, at: usize) -> bool {
    row[at / 64] >> (at % 64) & 1 == 1
}

/// Who is reached from each strong component.
struct ComponentReach<'a> {
    of: &'a [u32],
    rows: Vec<GroupBitRow>,
}

impl<'a> ComponentReach<'a> {
    /// `order`: every component after those its arcs lead to.
    fn new(of: &'a [u32], count: usize, arcs: &Csr, order: impl Iterator<Item = usize>) -> Self {
        let mut members = vec![Vec::new(); count];
        for (v, &component) in of.iter().enumerate() {
            members[component as usize].push(v);
        }
        let mut rows = vec![GroupBitRow::new(); count];
        for component in order {
            let mut own = row(of.len());
            members[component].iter().for_each(|&v| set(&mut own, v));
            for &w in members[component].iter().flat_map(|&v| arcs.neighbours(v)) {
                if !has(&own, w as usize) {
                    let reached = &rows[of[w as usize] as usize];
                    own.iter_mut().zip(reached).for_each(|(own, more)| *own |= more);
                }
            }
            rows[component] = own;
        }
        Self { of, rows }
    }

    fn from(&self, v: usize) -> &GroupBitRow {
        &self.rows[self.of[v] as usize]
    }
}

/// Who is in which group.
struct Borders<'a> {
    partition: &'a Partition,
    known: GroupBitRow,
    groups: Vec<GroupBitRow>,
}

impl<'a> Borders<'a> {
    fn new(partition: &'a Partition) -> Self {
        let n = partition.len();
        let mut known = row(n);
        let mut groups = vec![row(n); partition.groups.len()];
        for v in (0..n).filter(|&v| is_known(partition, v)) {
            set(&mut known, v);
            for &group in partition.of(v) {
                set(&mut groups[group as usize], v);
            }
        }
        Self {
            partition,
            known,
            groups,
        }
    }

    /// Per actor, the others of different groups; of those it reaches, when that is given.
    fn counts(&self, reach: Option<&ComponentReach<'_>>) -> Vec<u64> {
        let count = |v: usize| {
            let own = self.partition.of(v);
            if own.is_empty() {
                return 0;
            }
            let words = self.known.iter().enumerate().map(|(at, &known)| {
                let reached = reach.map_or(u64::MAX, |reach| reach.from(v)[at]);
                let alike = own
                    .iter()
                    .fold(0, |all, &group| all | self.groups[group as usize][at]);
                u64::from((known & reached & !alike).count_ones())
            });
            words.sum()
        };
        (0..self.partition.len()).map(count).collect()
    }
}

/// Pairs per actor that is one of their ends.
struct Ends {
    all: Vec<u64>,
    outgoing: Vec<u64>,
    incoming: Vec<u64>,
}

impl Ends {
    fn of(borders: &Borders<'_>, along: &ComponentReach<'_>) -> Self {
        let outgoing = borders.counts(Some(along));
        Self {
            all: borders.counts(None),
            incoming: outgoing.clone(),
            outgoing,
        }
    }

    fn shares(&self) -> Vec<Option<f64>> {
        let all: u64 = self.all.iter().sum();
        let connected: u64 = self.outgoing.iter().sum();
        let share = |v: usize| {
            let of_others = all - 2 * self.all[v];
            let connected = connected - self.outgoing[v] - self.incoming[v];
            (of_others > 0).then(|| connected as f64 / of_others as f64)
        };
        (0..self.all.len()).map(share).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::testing::network;

    /// Counted pair by pair.
    fn by_hand(network: &Network, partition: &Partition) -> Vec<Option<f64>> {
        let reaches = |from: usize, to: usize| {
            let mut seen = vec![from];
            let mut at = 0;
            while at < seen.len() {
                for &next in network.out.neighbours(seen[at]) {
                    if !seen.contains(&(next as usize)) {
                        seen.push(next as usize);
                    }
                }
                at += 1;
            }
            seen.contains(&to)
        };
        let share = |v: usize| {
            let others = || (0..network.n).filter(move |&other| other != v);
            let pairs: Vec<_> = others()
                .flat_map(|s| others().map(move |t| (s, t)))
                .filter(|&(s, t)| partition.crosses(s, t))
                .collect();
            let connected = pairs.iter().filter(|&&(s, t)| reaches(s, t)).count();
            (!pairs.is_empty()).then(|| connected as f64 / pairs.len() as f64)
        };
        (0..network.n).map(share).collect()
    }

    #[test]
    fn pairs_that_no_path_connects_are_not_counted() {
        let ends = [(0, 1), (1, 2), (2, 0), (2, 3), (3, 4), (5, 6), (6, 5), (7, 4)];
        let groups = ["x", "y", "z"].map(str::to_owned).to_vec();
        let lists = [
            vec![0],
            vec![1],
            vec![0, 1],
            vec![2],
            vec![],
            vec![0],
            vec![2, 1],
            vec![1],
        ];
        let several = Partition::multiple(groups.clone(), &lists);
        let single: Vec<_> = lists.iter().map(|list| list.first().copied()).collect();
        let single = Partition::single(groups, &single);
        for directed in [false, true] {
            let network = network(8, directed, &ends);
            let found = connected_shares(&network, &[&several, &single]).unwrap();
            assert_eq!(found[0], by_hand(&network, &several), "directed: {directed}");
            assert_eq!(found[1], by_hand(&network, &single), "directed: {directed}");
        }
    }
}
