//! The smallest team of candidates that together reaches every group.

use super::figures::Dimension;
use super::ranking::Ranking;
use crate::analysis::Network;

/// Up to so many candidates the smallest team is always proven.
pub const MOST_PROVEN: usize = 25;

/// Beyond that the search for a proof gives up after so many steps.
const MOST_STEPS: u32 = 5_000;

/// A team that covers the groups.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Team {
    /// In the order in which they were added: the one who adds most first.
    pub members: Vec<u32>,
    /// Groups (dimension number, group number) nobody among the candidates reaches; groups without
    /// any actor are not counted.
    pub unreached: Vec<(usize, u32)>,
    /// Whether no smaller team exists; otherwise it is a good one, found greedily.
    pub is_proven_smallest: bool,
}

/// Groups as bits.
type Bits = Vec<u64>;

fn covers(bits: &Bits, wanted: &Bits) -> bool {
    bits.iter().zip(wanted).all(|(have, want)| want & !have == 0)
}

fn union(a: &Bits, b: &Bits) -> Bits {
    a.iter().zip(b).map(|(a, b)| a | b).collect()
}

fn gain(reach: &Bits, covered: &Bits) -> u32 {
    reach
        .iter()
        .zip(covered)
        .map(|(r, c)| (r & !c).count_ones())
        .sum()
}

/// The smallest team that reaches every group of every dimension.
///
/// # Measures
/// `spanner_team`.
///
/// # Definition
/// An actor reaches a group when it is a member of it or is tied to a member. Greedy: again and again the
/// candidate who reaches most groups not yet reached, ties to the better place in the ranking. Then the
/// smallest team is searched for, and of several that are equally small the one with the lowest sum of
/// places. With at most [`MOST_PROVEN`] candidates the search goes on to the end; with more it can be given
/// up, and the best team so far is told as not proven.
///
/// # Weight
/// Not used.
///
/// # Networks
/// Directed and undirected: contacts in whichever direction. Parallel relations and loops make no
/// difference. Disconnected: no difference. Unknown actors are in no group, but can be in the team.
///
/// # Normalisation
/// None.
///
/// # Range
/// 0 (no groups) to the number of groups.
///
/// # Errors
/// None: groups nobody reaches are told apart.
///
/// # Complexity
/// Greedy O(team * candidates * groups / 64); exact at most exponential in the team, for 25 candidates
/// milliseconds, for more a bounded number of steps.
///
/// # Source
/// V. Chvatal (1979), A greedy heuristic for the set-covering problem, *Mathematics of Operations Research*
/// 4, 233-235, doi:10.1287/moor.4.3.233.
///
/// ```
/// use netwerkopstelling::analysis::{Link, Network, Partition};
/// use netwerkopstelling::analysis::spanners::{Dimension, RankTable, Ranking, SpannerWeights, smallest_team};
/// let tie = |source, target| Link { source, target, weight: 1.0 };
/// // 0 is tied to nobody of z, 1 and 3 to everybody; 1 has the better place.
/// let network = Network::from_links(4, false, &[tie(0, 1), tie(1, 2), tie(1, 3), tie(3, 2)]).unwrap();
/// let groups = Partition::single(vec!["x".into(), "y".into(), "z".into()], &[0, 1, 2, 0].map(Some));
/// let table = RankTable { actors: vec![0, 1, 2, 3], cells: vec![vec![4, 1, 3, 2]; 4] };
/// let ranking = Ranking::new(&table, &SpannerWeights::equal(1));
/// let team = smallest_team(&network, &[Dimension { id: "sector", partition: &groups }], &ranking);
/// assert_eq!((team.members, team.is_proven_smallest), (vec![1], true));
/// ```
pub fn smallest_team(network: &Network, dimensions: &[Dimension<'_>], ranking: &Ranking) -> Team {
    let first_bit: Vec<usize> = dimensions
        .iter()
        .scan(0, |next, dimension| {
            let first = *next;
            *next += dimension.partition.groups.len();
            Some(first)
        })
        .collect();
    let groups: usize = dimensions.iter().map(|d| d.partition.groups.len()).sum();
    let own = |bits: &mut Bits, v: usize| {
        for (dimension, &first) in dimensions.iter().zip(&first_bit) {
            for &group in dimension.partition.of(v) {
                let bit = first + group as usize;
                bits[bit / 64] |= 1 << (bit % 64);
            }
        }
    };
    let mut present: Bits = vec![0; groups.div_ceil(64)];
    for v in 0..network.n {
        own(&mut present, v);
    }
    let reach: Vec<Bits> = ranking
        .candidates
        .iter()
        .map(|candidate| {
            let v = candidate.actor as usize;
            let mut bits = vec![0; present.len()];
            own(&mut bits, v);
            for &w in network.under.neighbours(v) {
                own(&mut bits, w as usize);
            }
            bits
        })
        .collect();
    let wanted = reach
        .iter()
        .fold(vec![0; present.len()], |all, bits| union(&all, bits));
    let unreached = dimensions
        .iter()
        .zip(&first_bit)
        .enumerate()
        .flat_map(|(number, (dimension, &first))| {
            (0u32..)
                .take(dimension.partition.groups.len())
                .map(move |group| (number, group, first + group as usize))
        })
        .filter(|&(_, _, bit)| (present[bit / 64] & !wanted[bit / 64]) >> (bit % 64) & 1 == 1)
        .map(|(number, group, _)| (number, group))
        .collect();
    let places: Vec<u32> = ranking.candidates.iter().map(|c| c.rank).collect();
    let useful = undominated(&reach);
    let reach: Vec<Bits> = useful.iter().map(|&at| reach[at].clone()).collect();
    let places: Vec<u32> = useful.iter().map(|&at| places[at]).collect();
    let most_steps = if ranking.candidates.len() <= MOST_PROVEN {
        u32::MAX
    } else {
        MOST_STEPS
    };
    let start = greedy(&reach, &wanted);
    let (chosen, is_proven_smallest) = exact(&reach, &wanted, &places, start, most_steps);
    Team {
        members: chosen
            .into_iter()
            .map(|at| ranking.candidates[useful[at]].actor)
            .collect(),
        unreached,
        is_proven_smallest,
    }
}

/// Candidates that reach something a better placed one does not: the others are never needed. Above a
/// few thousand nobody is left out, as finding them would take longer than it saves.
fn undominated(reach: &[Bits]) -> Vec<usize> {
    const MOST: usize = 4000;
    let mut useful: Vec<usize> = Vec::new();
    for (at, bits) in reach.iter().enumerate() {
        let is_dominated = reach.len() <= MOST && useful.iter().any(|&better| covers(&reach[better], bits));
        if !is_dominated {
            useful.push(at);
        }
    }
    useful
}

/// Candidates come in order of their places, so the first of equals is the better placed.
fn greedy(reach: &[Bits], wanted: &Bits) -> Vec<usize> {
    let mut covered: Bits = vec![0; wanted.len()];
    let mut chosen = Vec::new();
    while !covers(&covered, wanted) {
        let mut best = (0, 0);
        for (at, bits) in reach.iter().enumerate() {
            let gain = gain(bits, &covered);
            if gain > best.1 {
                best = (at, gain);
            }
        }
        covered = union(&covered, &reach[best.0]);
        chosen.push(best.0);
    }
    chosen
}

/// Branches on the group that fewest candidates reach; never deeper than the best team so far. Says
/// whether it came to the end.
fn exact(
    reach: &[Bits],
    wanted: &Bits,
    places: &[u32],
    start: Vec<usize>,
    most_steps: u32,
) -> (Vec<usize>, bool) {
    struct Search<'a> {
        reach: &'a [Bits],
        wanted: &'a Bits,
        places: &'a [u32],
        best: Vec<usize>,
        best_sum: u32,
        steps_left: u32,
    }
    impl Search<'_> {
        fn sum(&self, team: &[usize]) -> u32 {
            team.iter().map(|&at| self.places[at]).sum()
        }

        fn go(&mut self, team: &mut Vec<usize>, covered: &Bits) {
            self.steps_left = self.steps_left.saturating_sub(1);
            if self.steps_left == 0 {
                return;
            }
            if covers(covered, self.wanted) {
                let sum = self.sum(team);
                if (team.len(), sum) < (self.best.len(), self.best_sum) {
                    (self.best, self.best_sum) = (team.clone(), sum);
                }
                return;
            }
            let most = self.reach.iter().map(|bits| gain(bits, covered)).max();
            let open = gain(self.wanted, covered);
            let at_least = open.div_ceil(most.unwrap_or(1).max(1)) as usize;
            if team.len() + at_least > self.best.len() {
                return;
            }
            let hardest = (0..self.wanted.len() * 64)
                .filter(|bit| (self.wanted[bit / 64] & !covered[bit / 64]) >> (bit % 64) & 1 == 1)
                .min_by_key(|bit| self.reaching(*bit).count())
                .expect("something is not covered");
            let options: Vec<usize> = self.reaching(hardest).collect();
            for at in options {
                team.push(at);
                let covered = union(covered, &self.reach[at]);
                self.go(team, &covered);
                team.pop();
            }
        }

        fn reaching(&self, bit: usize) -> impl Iterator<Item = usize> + '_ {
            self.reach
                .iter()
                .enumerate()
                .filter(move |(_, bits)| bits[bit / 64] >> (bit % 64) & 1 == 1)
                .map(|(at, _)| at)
        }
    }
    let mut search = Search {
        reach,
        wanted,
        places,
        best_sum: start.iter().map(|&at| places[at]).sum(),
        best: start,
        steps_left: most_steps,
    };
    search.go(&mut Vec::new(), &vec![0; wanted.len()]);
    let is_proven = search.steps_left > 0;
    let mut best = search.best;
    best.sort_unstable();
    // The one who adds most first, as the greedy team is told.
    let mut covered: Bits = vec![0; wanted.len()];
    let mut ordered = Vec::new();
    while !best.is_empty() {
        let next = (0..best.len())
            .max_by_key(|&at| (gain(&reach[best[at]], &covered), std::cmp::Reverse(at)))
            .expect("not empty");
        let member = best.remove(next);
        covered = union(&covered, &reach[member]);
        ordered.push(member);
    }
    (ordered, is_proven)
}
