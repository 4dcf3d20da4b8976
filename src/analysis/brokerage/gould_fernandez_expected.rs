//! What Gould-Fernandez counts would be by chance: the moments given by Gould & Fernandez (1989,
//! appendix) for ties that fall independently with the density of the network, as used by R `sna`.

use crate::analysis::known::{group_sizes, is_known};
use crate::analysis::{Network, Partition, order_free};
use crate::numeric::{power, square};

use super::gould_fernandez::{RoleCounts, with_total};

/// Mean and variance per role, the total last.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct RoleMoments {
    pub expected: [f64; 6],
    pub variance: [f64; 6],
}

/// What all formulas need: sizes of the groups and three products of the density d.
pub(super) struct Moments {
    sizes: Vec<f64>,
    /// Sums over the groups of their size, its square and its cube: whole numbers, so each is exact.
    sums: [f64; 3],
    /// Number of actors with a group.
    all: f64,
    /// d^2 (1-d): chance that a given two-path is there and open.
    open: f64,
    /// d^3 (1-d)^3, d^4 (1-d)^2, d^5 (1-d): chances for two of them that share arcs.
    shared: [f64; 3],
    directed: bool,
}

/// Ordered pairs of two different things out of x; halved: C(x, 2).
fn choose_two(x: f64) -> f64 {
    x * (x - 1.0) / 2.0
}

/// How often a role counts an unordered pair.
const ORDERS: [f64; 6] = [2.0, 2.0, 1.0, 1.0, 2.0, 2.0];

impl Moments {
    /// `None` when an actor has several groups or fewer than two actors are known.
    pub fn new(network: &Network, partition: &Partition) -> Option<Self> {
        let actors = (0..network.n).filter(|&v| is_known(partition, v)).count();
        if partition.has_several() || actors < 2 {
            return None;
        }
        let all = actors as f64;
        let arcs = network.out.targets.len() as f64;
        let d = arcs / (all * (all - 1.0));
        let absent = 1.0 - d;
        let sizes: Vec<f64> = group_sizes(partition).into_iter().map(f64::from).collect();
        let sum = |k: i32| sizes.iter().map(|&size| power(size, k)).sum();
        Some(Self {
            sums: [sum(1), sum(2), sum(3)],
            sizes,
            all,
            open: square(d) * absent,
            shared: [
                power(d, 3) * power(absent, 3),
                power(d, 4) * square(absent),
                power(d, 5) * absent,
            ],
            directed: network.directed,
        })
    }

    fn own_variance(&self, expected: f64) -> f64 {
        expected * (1.0 - self.open)
    }

    /// Moments of the counts of one broker in `group`.
    ///
    /// Undirected, a pair is there in both orders or in neither, so what is counted is twice a number of
    /// unordered pairs: the same mean, and twice the variance that ordered pairs would have. Not so for
    /// representative and gatekeeper, which count a pair once each.
    pub fn of_broker(&self, group: u32) -> RoleMoments {
        let own = self.sizes[group as usize];
        let outside = self.all - own;
        // Over the other groups: sums of what is asked of every group, written as power sums.
        let [s1, s2, s3] = [1, 2, 3].map(|k| self.sums[k - 1] - power(own, k as i32));
        let (pairs, threes, squares) = (s2 - s1, s3 - 3.0 * s2 + 2.0 * s1, s2);
        // Of size * choose_two(outside - size).
        let liaison_shared = (outside * (outside - 1.0) * s1 - (2.0 * outside - 1.0) * s2 + s3) / 2.0;
        let mates = own - 1.0;
        let gate = outside * mates;
        let gate_shared = mates * choose_two(outside) + outside * choose_two(mates);
        let everyone = (self.all - 1.0) * (self.all - 2.0);
        let ways = [
            (mates * (own - 2.0), mates * (own - 2.0) * (own - 3.0)),
            (pairs, threes),
            (gate, gate_shared),
            (gate, gate_shared),
            (outside * outside - squares, 2.0 * liaison_shared),
            (everyone, everyone * (self.all - 3.0)),
        ];
        let orders = if self.directed { [1.0; 6] } else { ORDERS };
        RoleMoments {
            expected: ways.map(|(ways, _)| self.open * ways),
            variance: std::array::from_fn(|role| {
                let (ways, shared) = ways[role];
                orders[role] * (self.own_variance(self.open * ways) + 2.0 * shared * self.shared[0])
            }),
        }
    }

    /// Moments of the sums over all brokers; of arrows, as Gould and Fernandez give them. Without direction
    /// the roles of one triple exclude each other, for which they give none.
    pub fn of_network(&self) -> RoleMoments {
        let [a, b, c] = self.shared;
        let all = self.all;
        let power_sum = |k: i32| order_free::sum(self.sizes.iter().map(|&size| power(size, k)));
        let (s1, s2, s3, s4) = (power_sum(1), power_sum(2), power_sum(3), power_sum(4));
        let sum = |term: &dyn Fn(f64) -> f64| order_free::sum(self.sizes.iter().map(|&size| term(size)));
        let whole = |x: f64| {
            let threes = x * (x - 1.0) * (x - 2.0);
            (
                threes,
                threes * ((4.0 * x - 10.0) * a - 4.0 * (x - 3.0) * b + (x - 3.0) * c),
            )
        };
        let gates = sum(&|x| x * (all - x) * (x - 1.0));
        let gates_shared = sum(&|x| x * (all - x) * (x - 1.0) * ((all - 3.0) * a + (x - 2.0) * c));
        // Sums over pairs of groups (x, y), written as power sums: groups can number thousands.
        let (p, q) = (s2 - s1, s3 - s2);
        let consultant_shared = a * (s1 * (2.0 * q - 6.0 * p) + 2.0 * s2 * p)
            + c * s1 * ((all - 1.0) * p - q)
            - sum(&|x| x * x * (x - 1.0) * ((4.0 * x - 6.0) * a + (all - x - 1.0) * c));
        // Over ordered triples of different groups: sum of xyz, and of xxyz.
        let three = power(s1, 3) - 3.0 * s1 * s2 + 2.0 * s3;
        let squared = s2 * s1 * s1 - s2 * s2 - 2.0 * s3 * s1 + 2.0 * s4;
        let around = (4.0 * all - 2.0) * three - 8.0 * squared;
        let liaison_shared = (a - b) * around + c * ((all - 1.0) * three - 2.0 * squared);
        let (total, total_shared) = whole(all);
        let ways = [
            (sum(&|x| whole(x).0), sum(&|x| whole(x).1)),
            (gates, consultant_shared),
            (gates, gates_shared),
            (gates, gates_shared),
            (three, liaison_shared),
            (total, total_shared),
        ];
        RoleMoments {
            expected: ways.map(|(ways, _)| self.open * ways),
            variance: ways.map(|(ways, shared)| self.own_variance(self.open * ways) + shared),
        }
    }
}

/// `None` where the standard deviation is 0: nothing can deviate.
pub(super) fn z_scores(counts: &RoleCounts, moments: &RoleMoments) -> [Option<f64>; 6] {
    let counts = with_total(counts);
    std::array::from_fn(|at| {
        let deviation = moments.variance[at].sqrt();
        (deviation > 0.0).then(|| (counts[at] - moments.expected[at]) / deviation)
    })
}
