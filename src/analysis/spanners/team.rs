//! The smallest team of candidates that together reaches every group.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::figures::Dimension;
use super::ranking::Ranking;
use crate::analysis::Network;

/// Up to this many candidates the smallest team is always proven.
pub const MOST_PROVEN: usize = 25;

/// Beyond that the search for a proof gives up after this many steps.
const MOST_STEPS: u32 = 5_000;

/// With more groups than these, and more candidates than [`MOST_PROVEN`], nothing smaller than the greedy team is
/// searched for: teams are of dozens then, and the search would never end.
const MOST_SEARCHED: usize = 500;

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
type GroupBits = Vec<u64>;

fn covers(bits: &GroupBits, wanted: &GroupBits) -> bool {
    bits.iter().zip(wanted).all(|(have, want)| want & !have == 0)
}

fn union(a: &GroupBits, b: &GroupBits) -> GroupBits {
    a.iter().zip(b).map(|(a, b)| a | b).collect()
}

fn gain(reach: &GroupBits, covered: &GroupBits) -> u32 {
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
/// up, and with more than 500 groups it is not begun either: the best team so far is reported as not proven.
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
/// None: groups that nobody reaches are reported separately.
///
/// # Complexity
/// Greedy O((n + m) log n) where looking anew is rare; exact at most exponential in the team, for 25 candidates
/// milliseconds, for more a bounded number of steps of O(candidates * groups / 64).
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
    let numbering = Numbering::new(dimensions);
    let reach: Vec<Vec<u32>> = ranking
        .candidates
        .iter()
        .map(|candidate| numbering.reached(network, candidate.actor as usize))
        .collect();
    let mut wanted = vec![false; numbering.groups];
    for &group in reach.iter().flatten() {
        wanted[group as usize] = true;
    }
    let places: Vec<u32> = ranking.candidates.iter().map(|c| c.rank).collect();
    let start = greedy(&reach, numbering.groups);
    let is_searched = reach.len() <= MOST_PROVEN || numbering.groups <= MOST_SEARCHED;
    let (chosen, is_proven_smallest) = if is_searched {
        smallest(&reach, &wanted, &places, &start)
    } else {
        let is_least = start.len() < 2;
        (start, is_least)
    };
    let actor = |at: usize| ranking.candidates[at].actor;
    Team {
        members: chosen.into_iter().map(actor).collect(),
        unreached: numbering.unreached(network.n, &wanted),
        is_proven_smallest,
    }
}

/// The groups of all dimensions, numbered through.
struct Numbering<'a> {
    dimensions: &'a [Dimension<'a>],
    /// Of the first group of each dimension.
    first: Vec<u32>,
    groups: usize,
}

impl<'a> Numbering<'a> {
    fn new(dimensions: &'a [Dimension<'a>]) -> Self {
        let mut groups = 0;
        let mut first = Vec::with_capacity(dimensions.len());
        for dimension in dimensions {
            first.push(u32::try_from(groups).expect("fewer groups than actors"));
            groups += dimension.partition.groups.len();
        }
        Self {
            dimensions,
            first,
            groups,
        }
    }

    fn own(&self, v: usize) -> impl Iterator<Item = u32> + '_ {
        let each = self.dimensions.iter().zip(&self.first);
        each.flat_map(move |(dimension, &first)| {
            let groups = dimension.partition.of(v).iter();
            groups.map(move |group| first + group)
        })
    }

    /// The groups of an actor and its contacts, each once.
    fn reached(&self, network: &Network, v: usize) -> Vec<u32> {
        let contacts = network.under.neighbours(v).iter();
        let mut groups: Vec<u32> = self
            .own(v)
            .chain(contacts.flat_map(|&w| self.own(w as usize)))
            .collect();
        groups.sort_unstable();
        groups.dedup();
        groups.shrink_to_fit();
        groups
    }

    /// Groups with an actor that are not among the wanted, by dimension.
    fn unreached(&self, actors: usize, wanted: &[bool]) -> Vec<(usize, u32)> {
        let mut is_open = vec![false; self.groups];
        for group in (0..actors).flat_map(|v| self.own(v)) {
            is_open[group as usize] = !wanted[group as usize];
        }
        let each = self.dimensions.iter().zip(&self.first).enumerate();
        each.flat_map(|(number, (dimension, &first))| {
            let groups = (0u32..).take(dimension.partition.groups.len());
            groups.map(move |group| (number, group, first + group))
        })
        .filter(|&(_, _, at)| is_open[at as usize])
        .map(|(number, group, _)| (number, group))
        .collect()
    }
}

/// Candidates come in order of their places, so the first of equals is the better placed. What somebody would add
/// only gets less, so it is looked at anew only for who would be first by what it added before.
fn greedy(reach: &[Vec<u32>], groups: usize) -> Vec<usize> {
    let mut is_covered = vec![false; groups];
    let mut chosen = Vec::new();
    let mut waiting: BinaryHeap<(usize, Reverse<usize>)> = reach
        .iter()
        .enumerate()
        .map(|(at, groups)| (groups.len(), Reverse(at)))
        .collect();
    while let Some((_, Reverse(at))) = waiting.pop() {
        let adds = reach[at].iter().filter(|&&group| !is_covered[group as usize]);
        let now = (adds.count(), Reverse(at));
        if now.0 == 0 {
            continue;
        }
        if waiting.peek().is_some_and(|next| *next > now) {
            waiting.push(now);
            continue;
        }
        for &group in &reach[at] {
            is_covered[group as usize] = true;
        }
        chosen.push(at);
    }
    chosen
}

/// Searches for a smaller team than the one to start with; says whether none can be smaller.
fn smallest(reach: &[Vec<u32>], wanted: &[bool], places: &[u32], start: &[usize]) -> (Vec<usize>, bool) {
    let to_bits = |groups: &mut dyn Iterator<Item = usize>| {
        let mut bits: GroupBits = vec![0; wanted.len().div_ceil(64)];
        for group in groups {
            bits[group / 64] |= 1 << (group % 64);
        }
        bits
    };
    let all: Vec<GroupBits> = reach
        .iter()
        .map(|groups| to_bits(&mut groups.iter().map(|&group| group as usize)))
        .collect();
    let wanted = to_bits(&mut (0..wanted.len()).filter(|&group| wanted[group]));
    let useful = undominated(&all);
    let most_steps = if reach.len() <= MOST_PROVEN {
        u32::MAX
    } else {
        MOST_STEPS
    };
    let bits: Vec<GroupBits> = useful.iter().map(|&at| all[at].clone()).collect();
    let places: Vec<u32> = useful.iter().map(|&at| places[at]).collect();
    // Nobody who is dominated comes first in the greedy team: a better placed one adds as much.
    let of_useful = |at: &usize| useful.binary_search(at).expect("the greedy team is of these");
    let start = start.iter().map(of_useful).collect();
    let (chosen, is_proven) = exact(&bits, &wanted, &places, start, most_steps);
    (chosen.into_iter().map(|at| useful[at]).collect(), is_proven)
}

/// Candidates that reach something a better placed one does not: the others are never needed. Above a
/// few thousand nobody is left out, as finding them would take longer than it saves.
fn undominated(reach: &[GroupBits]) -> Vec<usize> {
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

/// Branches on the group that fewest candidates reach; never deeper than the best team so far. Says
/// whether it came to the end.
fn exact(
    reach: &[GroupBits],
    wanted: &GroupBits,
    places: &[u32],
    start: Vec<usize>,
    most_steps: u32,
) -> (Vec<usize>, bool) {
    struct TeamSearch<'a> {
        reach: &'a [GroupBits],
        /// Per group who reaches it.
        reaching: Vec<Vec<usize>>,
        wanted: &'a GroupBits,
        places: &'a [u32],
        best: Vec<usize>,
        best_sum: u32,
        steps_left: u32,
    }
    impl TeamSearch<'_> {
        fn sum(&self, team: &[usize]) -> u32 {
            team.iter().map(|&at| self.places[at]).sum()
        }

        fn go(&mut self, team: &mut Vec<usize>, covered: &GroupBits) {
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
                .min_by_key(|bit| self.reaching[*bit].len())
                .expect("something is not covered");
            for at in self.reaching[hardest].clone() {
                team.push(at);
                let covered = union(covered, &self.reach[at]);
                self.go(team, &covered);
                team.pop();
            }
        }
    }
    let is_in = |bits: &GroupBits, bit: usize| bits[bit / 64] >> (bit % 64) & 1 == 1;
    let reaching = |bit: usize| (0..reach.len()).filter(|&at| is_in(&reach[at], bit)).collect();
    let mut search = TeamSearch {
        reach,
        reaching: (0..wanted.len() * 64).map(reaching).collect(),
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
    // The one who adds most first, as the greedy team is ordered.
    let mut covered: GroupBits = vec![0; wanted.len()];
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Looks at every candidate for every place in the team.
    fn plain(reach: &[Vec<u32>], groups: usize) -> Vec<usize> {
        let mut is_covered = vec![false; groups];
        let mut chosen = Vec::new();
        loop {
            let adds = |at: usize| {
                let open = reach[at].iter().filter(|&&group| !is_covered[group as usize]);
                open.count()
            };
            let best = (0..reach.len()).max_by_key(|&at| (adds(at), Reverse(at)));
            let Some(best) = best.filter(|&at| adds(at) > 0) else {
                return chosen;
            };
            for &group in &reach[best] {
                is_covered[group as usize] = true;
            }
            chosen.push(best);
        }
    }

    proptest! {
        #[test]
        fn the_greedy_team_is_that_of_looking_at_everybody_each_time(
            reach in proptest::collection::vec(proptest::collection::btree_set(0u32..12, 0..6), 0..14),
        ) {
            let reach: Vec<Vec<u32>> = reach.into_iter().map(|groups| groups.into_iter().collect()).collect();
            prop_assert_eq!(greedy(&reach, 12), plain(&reach, 12));
        }
    }
}
