//! How sure the order is: under other weightings, and without relations nobody verified.

use rayon::prelude::*;

use crate::analysis::random::Random;
use crate::analysis::{Cancelled, Control, Link, Network, Values, Weighing};

use super::figures::{Dimension, spanner_figures};
use super::ranking::RankTable;

/// In which share of the runs each candidate was in the top, in the order of [`RankTable::actors`].
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Stability {
    /// The top is the first `top` places; actors that share the last place are in it.
    pub top: u32,
    pub runs: u32,
    pub shares: Vec<f64>,
}

impl Stability {
    /// The share of one candidate, by its place in [`RankTable::actors`].
    pub fn share_of(&self, table: &RankTable, actor: u32) -> Option<f64> {
        let at = table.actors.binary_search(&actor).ok()?;
        self.shares.get(at).copied()
    }

    fn from_counts(top: u32, runs: u32, counts: &[u32]) -> Self {
        Self {
            top,
            runs,
            shares: counts
                .iter()
                .map(|&count| f64::from(count) / f64::from(runs.max(1)))
                .collect(),
        }
    }
}

/// Who is in the top: place `top` or better, ties in. Never who is no candidate in this network.
fn in_top(table: &RankTable, cell_weights: &[f64], top: u32) -> Vec<bool> {
    let means = table.mean_ranks(cell_weights);
    let mut sorted: Vec<f64> = (0..means.len())
        .filter(|&at| table.is_here(at))
        .map(|at| means[at])
        .collect();
    if sorted.is_empty() {
        return vec![false; means.len()];
    }
    let place = (top as usize).clamp(1, sorted.len()) - 1;
    let (_, &mut last, _) = sorted.select_nth_unstable_by(place, f64::total_cmp);
    let is_in = |(at, &mean): (usize, &f64)| table.is_here(at) && mean <= last * (1.0 + 1e-10);
    means.iter().enumerate().map(is_in).collect()
}

fn add(mut counts: Vec<u32>, more: &[bool]) -> Vec<u32> {
    for (count, &is_in) in counts.iter_mut().zip(more) {
        *count += u32::from(is_in);
    }
    counts
}

fn sum(mut a: Vec<u32>, b: Vec<u32>) -> Vec<u32> {
    for (a, b) in a.iter_mut().zip(b) {
        *a += b;
    }
    a
}

/// Stability under random weightings.
///
/// # Measures
/// `stability_weightings`.
///
/// # Definition
/// Every (dimension x component) that has a weight above 0 gets another one, uniformly over all proportions
/// (flat Dirichlet); counted is how often each candidate is in the top. What the user has set to 0 stays
/// out: it was decided that it does not matter. Run r draws from stream r of `seed`: the result does not
/// depend on the number of threads.
///
/// # Weight
/// Of a relation: as in the ranks.
///
/// # Networks
/// Directed, undirected, parallel, loops, disconnected: as the ranks.
///
/// # Normalisation
/// By the number of runs.
///
/// # Range
/// 0 to 1.
///
/// # Errors
/// [`Cancelled`].
///
/// # Complexity
/// O(runs * cells * n).
///
/// # Source
/// This program; no DOI.
///
/// ```
/// use netwerkopstelling::analysis::{Control, spanners::{RankTable, under_weightings}};
/// let table = RankTable { actors: vec![0, 1], cells: vec![vec![1, 2]; 4] };
/// let found = under_weightings(&table, &[1.0; 4], 1, 100, 1, &Control::new()).unwrap();
/// assert_eq!(found.shares, [1.0, 0.0]);
/// ```
pub fn under_weightings(
    table: &RankTable,
    cell_weights: &[f64],
    top: u32,
    runs: u32,
    seed: u64,
    control: &Control,
) -> Result<Stability, Cancelled> {
    assert_eq!(cell_weights.len(), table.cells.len(), "one weight per cell");
    let none = || vec![0u32; table.actors.len()];
    let counts = (0..runs)
        .into_par_iter()
        .map(|run| {
            control.check()?;
            let mut random = Random::new(seed, u64::from(run));
            let drawn: Vec<f64> = cell_weights
                .iter()
                .map(|&weight| {
                    // Drawn for every cell, so that switching one off leaves the others as they were.
                    let share = random.exponential();
                    if weight > 0.0 { share } else { 0.0 }
                })
                .collect();
            Ok(in_top(table, &drawn, top))
        })
        .try_fold(none, |counts, is_in: Result<Vec<bool>, Cancelled>| {
            Ok(add(counts, &is_in?))
        })
        .try_reduce(none, |a, b| Ok(sum(a, b)))?;
    Ok(Stability::from_counts(top, runs, &counts))
}

/// The relations a network was made of. A relation can be several links (both ways) that come and go
/// together.
#[derive(Debug, Clone, Copy)]
pub struct RelationsOfLinks<'a> {
    pub links: &'a [Link],
    /// The relation each link is of, as a position in `is_unverified`.
    pub relation_of: &'a [u32],
    /// Which relations nobody verified ("aangenomen").
    pub is_unverified: &'a [bool],
}

/// What has to be computed again for every network without some relations.
#[derive(Clone, Copy)]
pub struct Unverified<'a> {
    pub actors: usize,
    pub directed: bool,
    pub relations: RelationsOfLinks<'a>,
    pub dimensions: &'a [Dimension<'a>],
    pub weighing: Weighing,
    pub may_be_candidate: &'a [bool],
    /// Passage of every actor for every dimension, on another network of the same actors.
    pub passage: &'a PassageOf<'a>,
}

/// Passage per dimension and actor of a network.
pub type PassageOf<'a> = dyn Fn(&Network) -> Result<Vec<Values>, Cancelled> + Sync + 'a;

/// Chance with which an unverified relation is left out.
pub const DROP_CHANCE: f64 = 0.2;

/// The ranks in networks without some of the relations nobody verified.
#[derive(Debug, Clone, PartialEq)]
pub enum Thinned {
    /// Every relation is verified: there is nothing to vary.
    AllVerified,
    /// The network is too large to be computed often enough.
    TooLarge,
    /// The same candidates in every table; who has no relation left in one of the networks is none there.
    Tables(Vec<RankTable>),
}

/// How many networks can be computed within a few seconds: 1,000 up to about 250 actors, fewer when
/// the network is larger, at least 20; `None` when even those would take minutes. Depends on the sizes
/// only, so it is repeatable.
pub fn affordable_runs(actors: usize, links: usize, dimensions: usize) -> Option<u32> {
    const WORK: f64 = 4e9;
    const LEAST: f64 = 20.0;
    let per_run = actors as f64 * (actors + 2 * links) as f64 * (1.0 + dimensions as f64);
    let affordable = WORK / per_run.max(1.0);
    (affordable * 10.0 >= LEAST).then(|| affordable.clamp(LEAST, 1000.0) as u32)
}

/// Computes the ranks anew when relations nobody verified may not be there: in every run each of them is
/// left out with probability [`DROP_CHANCE`]. [`under_unverified`] makes a stability of it, for any
/// weights.
///
/// Progress: `runs` units, announced by the caller.
///
/// # Errors
/// [`Cancelled`].
///
/// # Complexity
/// O(runs) times that of the figures; memory O(runs * cells * n).
pub fn thinned(
    input: &Unverified<'_>,
    runs: Option<u32>,
    seed: u64,
    control: &Control,
) -> Result<Thinned, Cancelled> {
    let RelationsOfLinks {
        links, relation_of, ..
    } = input.relations;
    assert_eq!(links.len(), relation_of.len(), "one relation per link");
    if !input.relations.is_unverified.contains(&true) {
        return Ok(Thinned::AllVerified);
    }
    let Some(runs) = runs else {
        return Ok(Thinned::TooLarge);
    };
    let tables = (0..runs)
        .into_par_iter()
        .map(|run| {
            control.check()?;
            let table = without_some(input, &mut Random::new(seed, u64::from(run)))?;
            control.advance(1);
            Ok(table)
        })
        .collect::<Result<_, Cancelled>>()?;
    Ok(Thinned::Tables(tables))
}

/// Stability without some of the relations nobody verified.
///
/// # Measures
/// `stability_unverified`.
///
/// # Definition
/// In which share of the networks of [`thinned()`] each candidate is in the top, with these weights; in
/// each of them every relation that nobody verified is left out with probability [`DROP_CHANCE`]. Who has no
/// relation left is no candidate in that network, so not in its top either. Run r draws from stream r of
/// the seed.
///
/// # Weight
/// Of a relation: as in the ranks.
///
/// # Networks
/// Directed, undirected, parallel, loops, disconnected: as the ranks. A relation that goes both ways comes
/// and goes as one.
///
/// # Normalisation
/// By the number of networks.
///
/// # Range
/// 0 to 1; `None` when all relations are verified or the network is too large.
///
/// # Errors
/// None.
///
/// # Complexity
/// O(runs * cells * n).
///
/// # Source
/// This program; no DOI.
///
/// ```
/// use netwerkopstelling::analysis::spanners::{RankTable, Thinned, under_unverified};
/// let table = |first, second| RankTable { actors: vec![0, 1], cells: vec![vec![first, second]; 4] };
/// let thinned = Thinned::Tables(vec![table(1, 2), table(1, 2), table(2, 1), table(1, 2)]);
/// assert_eq!(under_unverified(&thinned, &[1.0; 4], 1).unwrap().shares, [0.75, 0.25]);
/// ```
pub fn under_unverified(thinned: &Thinned, cell_weights: &[f64], top: u32) -> Option<Stability> {
    let Thinned::Tables(tables) = thinned else {
        return None;
    };
    let candidates = tables.first()?.actors.len();
    let none = || vec![0u32; candidates];
    let counts = tables
        .par_iter()
        .fold(none, |counts, table| {
            add(counts, &in_top(table, cell_weights, top))
        })
        .reduce(none, sum);
    let runs = u32::try_from(tables.len()).expect("at most a thousand");
    Some(Stability::from_counts(top, runs, &counts))
}

fn without_some(input: &Unverified<'_>, random: &mut Random) -> Result<RankTable, Cancelled> {
    let relations = input.relations;
    let is_kept: Vec<bool> = relations
        .is_unverified
        .iter()
        .map(|&unverified| !(unverified && random.unit() < DROP_CHANCE))
        .collect();
    let kept: Vec<Link> = relations
        .links
        .iter()
        .zip(relations.relation_of)
        .filter(|&(_, &relation)| is_kept[relation as usize])
        .map(|(link, _)| *link)
        .collect();
    let network = Network::from_links(input.actors, input.directed, &kept)
        .expect("links of a network without some of them are links of a network");
    let passage = (input.passage)(&network)?;
    let figures: Vec<_> = input
        .dimensions
        .iter()
        .zip(passage)
        .map(|(&dimension, passage)| spanner_figures(&network, dimension, input.weighing, passage))
        .collect();
    let is_tied = |actor: u32| network.under.degree(actor as usize) > 0;
    Ok(RankTable::among(&figures, input.may_be_candidate, is_tied))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_leads_in_every_cell_is_always_in_the_top() {
        let table = RankTable {
            actors: vec![0, 1, 2],
            cells: vec![vec![1, 2, 3], vec![1, 3, 2], vec![1, 2, 3], vec![1, 3, 2]],
        };
        let found = under_weightings(&table, &[1.0; 4], 1, 500, 3, &Control::new()).unwrap();
        assert_eq!(found.shares, [1.0, 0.0, 0.0]);
        let second = under_weightings(&table, &[1.0; 4], 2, 500, 3, &Control::new()).unwrap();
        assert!((second.shares[1] - 0.5).abs() < 0.08, "{:?}", second.shares);
        assert_eq!(second.runs, 500);
    }

    #[test]
    fn what_the_user_has_switched_off_is_not_weighed() {
        let table = RankTable {
            actors: vec![4, 7],
            cells: vec![vec![1, 2], vec![2, 1]],
        };
        let found = under_weightings(&table, &[1.0, 0.0], 1, 200, 3, &Control::new()).unwrap();
        assert_eq!(found.shares, [1.0, 0.0]);
        assert_eq!(found.share_of(&table, 7), Some(0.0));
        assert_eq!(found.share_of(&table, 5), None);
    }

    #[test]
    fn who_has_no_relation_left_is_no_candidate() {
        // x - h assumed, h - y verified. In about a fifth of the networks only h - y is left, where neither
        // bridges anything: both are first. x is first nowhere.
        let tie = |source, target| Link {
            source,
            target,
            weight: 1.0,
        };
        let links = [tie(0, 1), tie(1, 2)];
        let names = ["a", "b", "c"].map(str::to_owned).to_vec();
        let partition = crate::analysis::Partition::single(names, &[Some(0), Some(2), Some(1)]);
        let dimensions = [Dimension {
            id: "sector",
            partition: &partition,
        }];
        let passage = |network: &Network| Ok(vec![Values::undefined(network.n)]);
        let input = Unverified {
            actors: 3,
            directed: false,
            relations: RelationsOfLinks {
                links: &links,
                relation_of: &[0, 1],
                is_unverified: &[true, false],
            },
            dimensions: &dimensions,
            weighing: Weighing::Weighted,
            may_be_candidate: &[true; 3],
            passage: &passage,
        };
        let thinned = thinned(&input, Some(500), 1, &Control::new()).unwrap();
        let found = under_unverified(&thinned, &[1.0; 4], 1).unwrap();
        assert_eq!((found.shares[0], found.shares[1]), (0.0, 1.0));
        assert!((found.shares[2] - 0.2).abs() < 0.06, "{:?}", found.shares);
    }

    #[test]
    fn a_network_that_would_take_minutes_is_not_computed_twenty_times() {
        assert_eq!(affordable_runs(39, 120, 4), Some(1000));
        assert!(affordable_runs(1011, 3551, 5).is_some_and(|runs| (20..1000).contains(&runs)));
        assert_eq!(affordable_runs(50_000, 250_000, 4), None);
    }

    #[test]
    fn the_result_does_not_depend_on_the_number_of_threads() {
        let table = RankTable {
            actors: (0..40).collect(),
            cells: (0..8u32)
                .map(|cell| (0..40).map(|v| 1 + (v * 7 + cell * 13) % 40).collect())
                .collect(),
        };
        let with = |threads| {
            let pool = rayon::ThreadPoolBuilder::new()
                .num_threads(threads)
                .build()
                .unwrap();
            pool.install(|| under_weightings(&table, &[1.0; 8], 5, 300, 9, &Control::new()).unwrap())
        };
        assert_eq!(with(1), with(3));
    }

    #[test]
    fn a_cancelled_computation_gives_no_result() {
        let table = RankTable {
            actors: vec![0],
            cells: vec![vec![1]],
        };
        let control = Control::new();
        control.cancel();
        assert_eq!(
            under_weightings(&table, &[1.0], 1, 10, 0, &control),
            Err(Cancelled)
        );
    }
}
