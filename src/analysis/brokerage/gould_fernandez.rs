//! Gould-Fernandez brokerage: in which role an actor stands between two others that are not tied.

use crate::analysis::known::{is_known, known};
use crate::analysis::order_free::{Grid, Grids, sum};
use crate::analysis::{Network, Partition};

use super::gould_fernandez_expected::{Moments, z_scores};

/// The role of broker `v` in an open two-path `a -> v -> b`, by the groups of the three.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// All three in one group.
    Coordinator,
    /// `a` and `b` in one group, the broker in another (also: itinerant broker).
    Consultant,
    /// `a` and the broker in one group, `b` in another: brings out.
    Representative,
    /// The broker and `b` in one group, `a` in another: lets in.
    Gatekeeper,
    /// All three in different groups.
    Liaison,
}

impl Role {
    /// In the order of R `sna::brokerage`.
    pub const ALL: [Self; 5] = [
        Self::Coordinator,
        Self::Consultant,
        Self::Representative,
        Self::Gatekeeper,
        Self::Liaison,
    ];

    /// The part of a measure's id that names the role.
    pub fn id(self) -> &'static str {
        match self {
            Self::Coordinator => "coordinator",
            Self::Consultant => "consultant",
            Self::Representative => "representative",
            Self::Gatekeeper => "gatekeeper",
            Self::Liaison => "liaison",
        }
    }

    pub fn of_groups(a: u32, broker: u32, b: u32) -> Self {
        match (a == broker, broker == b, a == b) {
            (true, true, _) => Self::Coordinator,
            (true, false, _) => Self::Representative,
            (false, true, _) => Self::Gatekeeper,
            (false, false, true) => Self::Consultant,
            (false, false, false) => Self::Liaison,
        }
    }
}

/// One number per role, in the order of [`Role::ALL`].
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct RoleCounts(pub [f64; 5]);

impl RoleCounts {
    pub fn of(&self, role: Role) -> f64 {
        self.0[role as usize]
    }

    pub fn total(&self) -> f64 {
        self.of(Role::Coordinator) + self.crossing()
    }

    /// Both ways, when each two-path was met one way.
    fn both_ways(&self) -> Self {
        let [coordinator, consultant, representative, gatekeeper, liaison] = self.0;
        let turned = representative + gatekeeper;
        Self([2.0 * coordinator, 2.0 * consultant, turned, turned, 2.0 * liaison])
    }

    /// All roles but coordinator: brokerage that crosses a boundary.
    pub fn crossing(&self) -> f64 {
        let [_, consultant, representative, gatekeeper, liaison] = self.0;
        // The two that arrows turned round swap come first: their order changes no bit.
        (representative + gatekeeper) + consultant + liaison
    }

    /// Per unordered pair, as people count in an undirected network: every pair was met in both
    /// orders. Representative and gatekeeper mirror each other, so one of the two is kept whole.
    pub fn half(&self) -> Self {
        let [coordinator, consultant, representative, gatekeeper, liaison] = self.0;
        Self([
            coordinator / 2.0,
            consultant / 2.0,
            representative,
            gatekeeper,
            liaison / 2.0,
        ])
    }
}

/// Figures of one dimension.
#[derive(Debug, Clone, PartialEq)]
pub struct Brokerage {
    /// Number of ordered pairs brokered, per actor; `None` for an actor without a group.
    pub raw: Vec<Option<RoleCounts>>,
    /// The same, each pair counting 1/k where k actors broker it.
    pub partial: Vec<Option<RoleCounts>>,
    /// Expected value per role and in total (last), by chance ties of the same density.
    pub expected: Vec<Option<[f64; 6]>>,
    /// (raw - expected) / standard deviation; `None` where that deviation is 0.
    pub z: Vec<[Option<f64>; 6]>,
    pub network: NetworkBrokerage,
}

/// Sums over all brokers.
#[derive(Debug, Clone, PartialEq)]
pub struct NetworkBrokerage {
    pub raw: [f64; 6],
    pub expected: Option<[f64; 6]>,
    pub z: [Option<f64>; 6],
}

impl Brokerage {
    /// One column, as exported.
    pub fn column(&self, role: Role) -> Vec<Option<f64>> {
        self.raw.iter().map(|counts| counts.map(|c| c.of(role))).collect()
    }

    pub fn totals(&self) -> Vec<Option<f64>> {
        self.raw.iter().map(|counts| counts.map(|c| c.total())).collect()
    }

    /// **Mediation**: the actor's share of all brokerage in the network that crosses a boundary.
    ///
    /// # Measures
    /// `mediation`.
    ///
    /// # Definition
    /// Partial brokerage in all roles but coordinator / the sum of that over all actors.
    ///
    /// # Weight
    /// Not used.
    ///
    /// # Networks
    /// Directed, undirected, parallel, loops, disconnected: as [`gould_fernandez()`].
    ///
    /// # Normalisation
    /// Adds up to 1 over the actors.
    ///
    /// # Range
    /// 0 to 1; `None` for an actor without a group, and for all when nobody brokers across groups.
    ///
    /// # Errors
    /// None.
    ///
    /// # Complexity
    /// O(n), beside [`gould_fernandez()`].
    ///
    /// # Source
    /// M. Hamilton, J. Hileman & O. Bodin (2020), Evaluating heterogeneous brokerage, *Social Networks* 61,
    /// 1-10, doi:10.1016/j.socnet.2019.08.002.
    ///
    /// ```
    /// use netwerkopstelling::analysis::{Link, Network, Partition, brokerage::gould_fernandez};
    /// let tie = |source, target| Link { source, target, weight: 1.0 };
    /// // Along the path each of the two in the middle joins x and y once.
    /// let network = Network::from_links(4, false, &[tie(0, 1), tie(1, 2), tie(2, 3)]).unwrap();
    /// let groups = Partition::single(vec!["x".into(), "y".into()], &[0, 0, 1, 1].map(Some));
    /// let mediation = gould_fernandez(&network, &groups).mediation();
    /// assert_eq!(mediation, [0.0, 0.5, 0.5, 0.0].map(Some));
    /// ```
    pub fn mediation(&self) -> Vec<Option<f64>> {
        let all = sum(self.partial.iter().flatten().map(RoleCounts::crossing));
        self.partial
            .iter()
            .map(|counts| counts.filter(|_| all > 0.0).map(|c| c.crossing() / all))
            .collect()
    }
}

/// Counts the open two-paths `a -> v -> b` per broker `v` and role.
///
/// # Measures
/// `gf_coordinator`, `gf_consultant`, `gf_representative`, `gf_gatekeeper`, `gf_liaison`, `gf_total`,
/// `gf_partial`; expected values `gf_expected_coordinator`, `gf_expected_consultant`,
/// `gf_expected_representative`, `gf_expected_gatekeeper`, `gf_expected_liaison`, `gf_expected_total`; and
/// `gf_z_coordinator`, `gf_z_consultant`, `gf_z_representative`, `gf_z_gatekeeper`, `gf_z_liaison`,
/// `gf_z_total`.
///
/// # Definition
/// Over ordered pairs `(a, b)`, `a != b`, with arcs `a -> v` and `v -> b` and **no** arc `a -> b`, the role
/// of `v` follows from the groups of the three ([`Role`]). Raw: 1 per pair. Partial: `1 / k_ab`, `k_ab` =
/// number of actors that stand between a and b in this way, whatever their role; `gf_partial` adds up all
/// roles but coordinator. Expected value, standard deviation and z of R `sna::brokerage`: chance ties of
/// density `d = m / N(N - 1)`, given the sizes of the groups.
///
/// # Weight
/// Not used.
///
/// # Networks
/// Directed: arcs as they are. Undirected: every tie both ways, so each pair counts twice (as `sna`);
/// [`RoleCounts::half`] gives the count per unordered pair. Parallel relations count once, loops not.
/// Disconnected: no difference. Actors without a group, and their ties, are left out. An actor with several
/// groups spreads each two-path evenly over the combinations of groups (fractions); expected values exist
/// only when every actor has one group at most.
///
/// # Normalisation
/// None; z by the standard deviation.
///
/// # Range
/// Raw: whole numbers 0 to (N-1)(N-2). Partial: 0 or more. z: any number; `None` where the deviation is 0
/// or N < 3. `None` for an actor without a group.
///
/// # Errors
/// None.
///
/// # Panics
/// When the partition is of another number of actors.
///
/// # Complexity
/// O(sum over v of in(v) * out(v)) time, O(n) memory besides the result.
///
/// # Source
/// R.V. Gould & R.M. Fernandez (1989), Structures of mediation, *Sociological Methodology* 19, 89-126,
/// doi:10.2307/270949.
///
/// ```
/// use netwerkopstelling::analysis::{Link, Network, Partition, brokerage::{Role, gould_fernandez}};
/// // a -> v -> b, the last two in one group: v lets a in.
/// let arc = |source, target| Link { source, target, weight: 1.0 };
/// let network = Network::from_links(3, true, &[arc(0, 1), arc(1, 2)]).unwrap();
/// let groups = Partition::single(vec!["north".into(), "south".into()], &[Some(0), Some(1), Some(1)]);
/// let brokerage = gould_fernandez(&network, &groups);
/// assert_eq!(brokerage.raw[1].unwrap().of(Role::Gatekeeper), 1.0);
/// assert_eq!(brokerage.raw[1].unwrap().total(), 1.0);
/// ```
pub fn gould_fernandez(network: &Network, partition: &Partition) -> Brokerage {
    let seen = known(network, partition);
    let (raw, partial) = count(&seen, partition);
    let of_known = |counts: Vec<RoleCounts>| -> Vec<Option<RoleCounts>> {
        counts
            .into_iter()
            .enumerate()
            .map(|(v, counts)| is_known(partition, v).then_some(counts))
            .collect()
    };
    let (raw, partial) = (of_known(raw), of_known(partial));
    let moments = Moments::new(&seen, partition);
    let (expected, z) = raw
        .iter()
        .enumerate()
        .map(|(v, counts)| match (counts, &moments) {
            (Some(counts), Some(moments)) => {
                let of_group = moments.of_broker(partition.of(v)[0]);
                (Some(of_group.expected), z_scores(counts, &of_group))
            }
            _ => (None, [None; 6]),
        })
        .unzip();
    let all = RoleCounts(Role::ALL.map(|role| sum(raw.iter().flatten().map(|counts| counts.of(role)))));
    let of_network = moments.as_ref().map(Moments::of_network);
    let network = NetworkBrokerage {
        raw: with_total(&all),
        expected: of_network.as_ref().map(|moments| moments.expected),
        z: of_network.map_or([None; 6], |moments| z_scores(&all, &moments)),
    };
    Brokerage {
        raw,
        partial,
        expected,
        z,
        network,
    }
}

pub(super) fn with_total(counts: &RoleCounts) -> [f64; 6] {
    let [a, b, c, d, e] = counts.0;
    [a, b, c, d, e, counts.total()]
}

/// Raw and partial counts. Per source `a` two rounds over its two-paths: how many lead to each `b`,
/// then what each of them is worth.
fn count(network: &Network, partition: &Partition) -> (Vec<RoleCounts>, Vec<RoleCounts>) {
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
    // Divided once: a broker out of so many.
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::testing::network;

    fn groups(of: &[Option<u32>]) -> Partition {
        let names = (0..4).map(|g| format!("g{g}")).collect();
        Partition::single(names, of)
    }

    #[test]
    fn each_role_is_recognised_by_the_groups_of_the_three() {
        let net = network(3, true, &[(0, 1), (1, 2)]);
        let role_of = |groups_of: [u32; 3]| {
            let found = gould_fernandez(&net, &groups(&groups_of.map(Some))).raw[1].unwrap();
            assert_eq!(found.total(), 1.0);
            *Role::ALL.iter().find(|&&role| found.of(role) == 1.0).unwrap()
        };
        assert_eq!(role_of([0, 0, 0]), Role::Coordinator);
        assert_eq!(role_of([0, 1, 0]), Role::Consultant);
        assert_eq!(role_of([0, 0, 1]), Role::Representative);
        assert_eq!(role_of([0, 1, 1]), Role::Gatekeeper);
        assert_eq!(role_of([0, 1, 2]), Role::Liaison);
    }

    #[test]
    fn a_closed_or_returning_two_path_is_no_brokerage() {
        let net = network(3, true, &[(0, 1), (1, 2), (0, 2), (1, 0)]);
        let result = gould_fernandez(&net, &groups(&[Some(0), Some(1), Some(2)]));
        assert_eq!(result.totals(), vec![Some(0.0); 3]);
        assert_eq!(
            result.mediation(),
            vec![None; 3],
            "nobody brokers: a share has no meaning"
        );
    }

    #[test]
    fn partial_brokerage_is_shared_between_all_who_stand_in_between() {
        // 0 - 1 - 3 and 0 - 2 - 3: both brokers carry half of both orders.
        let net = network(4, false, &[(0, 1), (1, 3), (0, 2), (2, 3)]);
        let result = gould_fernandez(&net, &groups(&[Some(0), Some(2), Some(3), Some(1)]));
        assert_eq!(result.raw[1].unwrap().of(Role::Liaison), 2.0);
        assert_eq!(result.partial[1].unwrap().of(Role::Liaison), 1.0);
        assert_eq!(result.raw[1].unwrap().half().of(Role::Liaison), 1.0);
        let mediation: f64 = result.mediation().iter().flatten().sum();
        assert!((mediation - 1.0).abs() < 1e-15);
    }

    #[test]
    fn actors_without_a_group_are_left_out_with_their_ties() {
        let net = network(4, false, &[(0, 1), (1, 2), (1, 3)]);
        let result = gould_fernandez(&net, &groups(&[Some(0), Some(0), Some(1), None]));
        assert_eq!(result.raw[3], None);
        assert_eq!(result.raw[1].unwrap().total(), 2.0);
        assert_eq!(result.expected[3], None);
    }

    #[test]
    fn several_groups_spread_a_two_path_over_the_roles() {
        let net = network(3, true, &[(0, 1), (1, 2)]);
        let names = vec!["x".to_owned(), "y".to_owned()];
        let partition = Partition::multiple(names, &[vec![0], vec![0, 1], vec![1]]);
        let result = gould_fernandez(&net, &partition);
        let counts = result.raw[1].unwrap();
        assert_eq!(
            (counts.of(Role::Representative), counts.of(Role::Gatekeeper)),
            (0.5, 0.5)
        );
        assert_eq!(result.expected[1], None);
    }
}
