//! Counting of two-paths by the role of who stands in the middle.

use super::gould_fernandez::{Role, RoleCounts};
use crate::analysis::order_free::{Grid, Grids};
use crate::analysis::{Network, Partition};

/// Raw and partial counts. Per source `a` two rounds over its two-paths: how many lead to each `b`,
/// then what each of them is worth.
pub(super) fn count(network: &Network, partition: &Partition) -> (Vec<RoleCounts>, Vec<RoleCounts>) {
    let n = network.n;
    let out = &network.out;
    let group: Vec<u32> = (0..n).map(|v| partition.first(v).unwrap_or(0)).collect();
    let splits = partition.has_several().then(|| Splits::new(partition));
    let mut tallies = Tallies::new(n, splits.is_some());
    let mut paths_to = vec![0u32; n];
    // Which source last made b its own target: marks closed pairs without clearing.
    let mut tied_from = vec![u32::MAX; n];
    // Ends of open two-paths over one broker, with their shares, and a place to write in before it counts.
    let mut open = vec![(0u32, 0.0); n + 1];
    // Undirected, the way back mirrors the way out: only ends after `a` in the row of each broker, in which
    // `a` moves on by one every time.
    let mut passed = vec![0; n];
    let after = |passed: &[usize], v: u32| {
        let row = out.neighbours(v as usize);
        if network.directed {
            row
        } else {
            &row[passed[v as usize] + 1..]
        }
    };
    // Divided once: by the number of brokers.
    let most = (0..n).map(|v| out.degree(v)).max().unwrap_or(0);
    let one_out_of: Vec<f64> = (0..=most).map(|brokers| 1.0 / brokers as f64).collect();
    // The same when every arrow is turned round.
    let most_ends = |v: usize| network.inc.degree(v).max(out.degree(v));
    let two_paths = |v: usize| network.inc.degree(v) as f64 * out.degree(v) as f64;
    for (a, stamp) in (0..n).zip(0u32..) {
        let via = out.neighbours(a);
        tied_from[a] = stamp;
        for &v in via {
            tied_from[v as usize] = stamp;
        }
        for &v in via {
            for &b in after(&passed, v) {
                paths_to[b as usize] += 1;
            }
        }
        for &v in via {
            let mut count = 0;
            let grid = Grid::up_to(most_ends(v as usize) as f64);
            for &b in after(&passed, v) {
                open[count] = (b, grid.snap(one_out_of[paths_to[b as usize] as usize]));
                count += usize::from(tied_from[b as usize] != stamp);
            }
            let (v, ends) = (v as usize, open[..count].iter());
            let found = match &splits {
                Some(splits) => splits.over(a, v, ends, grid),
                None => roles_over(
                    [group[a], group[v]],
                    ends.map(|&(b, share)| (group[b as usize], share)),
                ),
            };
            tallies.add(v, found, Grids::up_to(two_paths(v), most_ends(v)));
        }
        for &v in via {
            for &b in after(&passed, v) {
                paths_to[b as usize] = 0;
            }
            passed[v as usize] += 1;
        }
    }
    tallies.counts(!network.directed)
}

/// What the brokers were found to do, source by source. The sums of one source are exact on a grid of their
/// broker; those of all sources are too, in totals with room for every bit.
struct Tallies {
    /// Whole numbers where nobody has several groups; else empty.
    raw: Vec<RoleCounts>,
    /// Else these.
    raw_split: Vec<RoleTotals>,
    partial: Vec<RoleTotals>,
}

/// A [`Total`](crate::analysis::order_free::Total) per role, side by side.
#[derive(Clone, Copy, Default)]
struct RoleTotals {
    whole: [f64; 5],
    rest: [f64; 5],
}

impl RoleTotals {
    fn add(&mut self, grids: Grids, counts: RoleCounts) {
        for role in 0..5 {
            let (near, rest) = grids.split(counts.0[role]);
            self.whole[role] += near;
            self.rest[role] += rest;
        }
    }

    fn values(self) -> RoleCounts {
        RoleCounts(std::array::from_fn(|role| self.whole[role] + self.rest[role]))
    }
}

impl Tallies {
    fn new(n: usize, is_split: bool) -> Self {
        Self {
            raw: vec![RoleCounts::default(); if is_split { 0 } else { n }],
            raw_split: vec![RoleTotals::default(); if is_split { n } else { 0 }],
            partial: vec![RoleTotals::default(); n],
        }
    }

    fn add(&mut self, v: usize, [raw, partial]: [RoleCounts; 2], grids: Grids) {
        self.partial[v].add(grids, partial);
        if let Some(totals) = self.raw_split.get_mut(v) {
            totals.add(grids, raw);
        } else {
            for (sum, count) in self.raw[v].0.iter_mut().zip(raw.0) {
                *sum += count;
            }
        }
    }

    fn counts(self, is_met_one_way: bool) -> (Vec<RoleCounts>, Vec<RoleCounts>) {
        let both = |counts: RoleCounts| {
            if is_met_one_way {
                counts.both_ways()
            } else {
                counts
            }
        };
        let values = |totals: RoleTotals| both(totals.values());
        let raw = self.raw.into_iter().map(both);
        (
            raw.chain(self.raw_split.into_iter().map(values)).collect(),
            self.partial.into_iter().map(values).collect(),
        )
    }
}

/// Raw and partial counts of the two-paths from an actor of one group over a broker of another, by the group
/// and the share of where they end. Added up without a jump: the group of an end is hard to foresee.
fn roles_over([from, broker]: [u32; 2], ends: impl Iterator<Item = (u32, f64)>) -> [RoleCounts; 2] {
    let mut counts = [0u32; 3];
    let mut shares = [0.0; 3];
    for (end, share) in ends {
        let in_broker = end == broker;
        let in_from = (end == from) & !in_broker;
        let is = [in_broker, in_from, !in_broker & !in_from];
        for at in 0..3 {
            counts[at] += u32::from(is[at]);
            shares[at] += if is[at] { share } else { 0.0 };
        }
    }
    [counts.map(f64::from), shares].map(|[in_broker, in_from, elsewhere]| {
        let mut roles = RoleCounts::default();
        if from == broker {
            roles.0[Role::Coordinator as usize] = in_broker;
            roles.0[Role::Representative as usize] = elsewhere;
        } else {
            roles.0[Role::Gatekeeper as usize] = in_broker;
            roles.0[Role::Consultant as usize] = in_from;
            roles.0[Role::Liaison as usize] = elsewhere;
        }
        roles
    })
}

/// The splits of [`split_roles`] by sets of groups as bits; one by one where there are too many groups.
struct Splits<'a> {
    partition: &'a Partition,
    sets: Vec<u64>,
    sizes: Vec<u32>,
}

impl<'a> Splits<'a> {
    fn new(partition: &'a Partition) -> Self {
        let set = |v: usize| partition.of(v).iter().fold(0, |set, group| set | 1u64 << group);
        let sets = if partition.groups.len() <= 64 {
            (0..partition.len()).map(set).collect()
        } else {
            Vec::new()
        };
        let size = |v: usize| partition.of(v).len() as u32;
        Self {
            sizes: (0..partition.len()).map(size).collect(),
            partition,
            sets,
        }
    }

    /// Raw and partial counts of the two-paths from `a` over `v` to `ends`, each with its share, on the grid of
    /// the broker.
    fn over<'e>(
        &self,
        a: usize,
        v: usize,
        ends: impl Iterator<Item = &'e (u32, f64)>,
        grid: Grid,
    ) -> [RoleCounts; 2] {
        let mut found = [RoleCounts::default(); 2];
        let mut add = |parts: [f64; 5], share: f64| {
            for (role, part) in parts.into_iter().enumerate() {
                found[0].0[role] += grid.snap(part);
                found[1].0[role] += grid.snap(part * share);
            }
        };
        if self.sets.is_empty() {
            for &(b, share) in ends {
                let of = |actor: usize| self.partition.of(actor);
                add(split_roles(of(a), of(v), of(b as usize)), share);
            }
            return found;
        }
        let (of_a, of_v) = (self.sets[a], self.sets[v]);
        let (in_a, in_v, in_both) = (self.sizes[a], self.sizes[v], (of_a & of_v).count_ones());
        for &(b, share) in ends {
            let of_b = self.sets[b as usize];
            let in_b = self.sizes[b as usize];
            // Of the combinations of groups of the three. Whole numbers: the same from either end.
            let coordinator = (of_a & of_v & of_b).count_ones();
            let representative = in_both * in_b - coordinator;
            let gatekeeper = (of_v & of_b).count_ones() * in_a - coordinator;
            let consultant = (of_a & of_b).count_ones() * in_v - coordinator;
            let all = in_a * in_v * in_b;
            let liaison = all - coordinator - representative - gatekeeper - consultant;
            let per_combination = 1.0 / f64::from(all);
            let roles = [coordinator, consultant, representative, gatekeeper, liaison];
            add(roles.map(|count| f64::from(count) * per_combination), share);
        }
        found
    }
}

/// One two-path spread evenly over the combinations of groups of the three.
pub(super) fn split_roles(a: &[u32], broker: &[u32], b: &[u32]) -> [f64; 5] {
    let mut counts = [0u32; 5];
    for &group_a in a {
        for &group_v in broker {
            for &group_b in b {
                counts[Role::of_groups(group_a, group_v, group_b) as usize] += 1;
            }
        }
    }
    let combinations: u32 = counts.iter().sum();
    counts.map(|count| f64::from(count) / f64::from(combinations))
}
