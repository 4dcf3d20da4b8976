//! Gould-Fernandez brokerage: in which role an actor stands between two others that are not tied.

use crate::analysis::known::{is_known, known};
use crate::analysis::order_free::sum;
use crate::analysis::{Network, Partition};

use super::gould_fernandez_counts::count;
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
    pub(super) fn both_ways(&self) -> Self {
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
    /// Of a directed network only.
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
    /// O(n), on top of [`gould_fernandez()`].
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
/// density `d = arcs / N(N - 1)`, given the sizes of the groups.
///
/// # Weight
/// Not used.
///
/// # Networks
/// Directed: arcs as they are. Undirected: every tie both ways, so each pair counts twice in the counts and
/// their expected values (as `sna`; representative and gatekeeper count it once each);
/// [`RoleCounts::half`] gives the count per unordered pair. The standard deviation of z is that of ties that
/// are there both ways or not at all: `sna` takes the two orders of a pair for independent, which makes z of
/// the other roles and of the total too large by the square root of 2. Parallel relations count once, loops not.
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
///
/// // A path without arrows: one of the three pairs is not tied. The chance of that, for the one who stands
/// // between, is p = 2/3 * 2/3 * 1/3 = 4/27, so z = (1 - p) / sqrt(p (1 - p)) = sqrt(23/4).
/// let network = Network::from_links(3, false, &[arc(0, 1), arc(1, 2)]).unwrap();
/// let z = gould_fernandez(&network, &groups).z[1][5].unwrap();
/// assert!((z - 5.75f64.sqrt()).abs() < 1e-12);
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
        z: of_network
            .filter(|_| network.directed)
            .map_or([None; 6], |moments| z_scores(&all, &moments)),
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
