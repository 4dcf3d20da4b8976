//! How sure the order is: under other weightings, and without relations nobody verified.

use rayon::prelude::*;

use crate::analysis::random::Random;
use crate::analysis::{Cancelled, Control, Link, Network, Weighing};

use super::figures::{Dimension, spanner_figures};
use super::ranking::{RankTable, SpannerWeights};

/// In which share of the runs each candidate was in the top, in the order of [`RankTable::actors`].
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Stability {
    /// The top is the first so many places; who shares the last place is in.
    pub top: u32,
    pub runs: u32,
    pub shares: Vec<f64>,
}

impl Stability {
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

/// Who is in the top: place `top` or better, ties in.
fn in_top(table: &RankTable, cell_weights: &[f64], top: u32) -> Vec<bool> {
    let means = table.mean_ranks(cell_weights);
    let place = (top as usize).clamp(1, means.len().max(1)) - 1;
    let mut sorted = means.clone();
    if sorted.is_empty() {
        return Vec::new();
    }
    let (_, &mut last, _) = sorted.select_nth_unstable_by(place, f64::total_cmp);
    means.iter().map(|&mean| mean <= last * (1.0 + 1e-10)).collect()
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

/// Stability under random weightings: every (dimension x component) gets a weight, uniformly over all
/// proportions (flat Dirichlet).
///
/// Run r draws from stream r of `seed`: the result does not depend on the number of threads.
///
/// # Errors
/// [`Cancelled`].
///
/// # Complexity
/// O(runs * cells * n).
pub fn under_weightings(
    table: &RankTable,
    top: u32,
    runs: u32,
    seed: u64,
    control: &Control,
) -> Result<Stability, Cancelled> {
    let none = || vec![0u32; table.actors.len()];
    let counts = (0..runs)
        .into_par_iter()
        .map(|run| {
            control.check()?;
            let mut random = Random::new(seed, u64::from(run));
            let weights: Vec<f64> = table.cells.iter().map(|_| random.exponential()).collect();
            Ok(in_top(table, &weights, top))
        })
        .try_fold(none, |counts, is_in: Result<Vec<bool>, Cancelled>| {
            Ok(add(counts, &is_in?))
        })
        .try_reduce(none, |a, b| Ok(sum(a, b)))?;
    Ok(Stability::from_counts(top, runs, &counts))
}

/// What has to be computed again for every network without some relations.
pub struct Unverified<'a> {
    pub actors: usize,
    pub directed: bool,
    pub links: &'a [Link],
    /// Which of the links nobody verified ("aangenomen"), in the same order.
    pub is_unverified: &'a [bool],
    pub dimensions: &'a [Dimension<'a>],
    pub weighing: Weighing,
    pub may_be_candidate: &'a [bool],
    pub weights: &'a SpannerWeights,
    /// Passage of every actor for every dimension, on another network of the same actors.
    pub passage: &'a PassageOf<'a>,
}

/// Passage per dimension and actor of a network.
pub type PassageOf<'a> = dyn Fn(&Network) -> Result<Vec<Vec<Option<f64>>>, Cancelled> + Sync + 'a;

/// Chance with which an unverified relation is left out.
pub const DROP_CHANCE: f64 = 0.2;

/// How many networks can be computed within a few seconds: 1,000 up to about 250 actors, fewer when
/// the network is larger, at least 20. Depends on the sizes only, so it is repeatable.
pub fn affordable_runs(actors: usize, links: usize, dimensions: usize) -> u32 {
    const WORK: f64 = 4e9;
    let per_run = actors as f64 * (actors + 2 * links) as f64 * (1.0 + dimensions as f64);
    (WORK / per_run.max(1.0)).clamp(20.0, 1000.0) as u32
}

/// Stability when relations nobody verified may not be there: in every run each of them is left out
/// with probability [`DROP_CHANCE`], and the whole order is computed again.
///
/// `None` when every relation is verified: there is nothing to vary. The number of runs is given with
/// the result.
///
/// # Errors
/// [`Cancelled`].
///
/// # Complexity
/// O(runs) times that of the figures; progress counts runs.
pub fn under_unverified(
    input: &Unverified<'_>,
    top: u32,
    runs: u32,
    seed: u64,
    control: &Control,
) -> Result<Option<Stability>, Cancelled> {
    assert_eq!(input.links.len(), input.is_unverified.len(), "one flag per link");
    if !input.is_unverified.contains(&true) {
        return Ok(None);
    }
    control.expect(u64::from(runs));
    let candidates = input.may_be_candidate.iter().filter(|&&may| may).count();
    let none = || vec![0u32; candidates];
    let counts = (0..runs)
        .into_par_iter()
        .map(|run| {
            control.check()?;
            let table = without_some(input, &mut Random::new(seed, u64::from(run)))?;
            control.advance(1);
            Ok(in_top(&table, &input.weights.cells(), top))
        })
        .try_fold(none, |counts, is_in: Result<Vec<bool>, Cancelled>| {
            Ok(add(counts, &is_in?))
        })
        .try_reduce(none, |a, b| Ok(sum(a, b)))?;
    Ok(Some(Stability::from_counts(top, runs, &counts)))
}

fn without_some(input: &Unverified<'_>, random: &mut Random) -> Result<RankTable, Cancelled> {
    let kept: Vec<Link> = input
        .links
        .iter()
        .zip(input.is_unverified)
        .filter(|&(_, &unverified)| !(unverified && random.unit() < DROP_CHANCE))
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
    Ok(RankTable::new(&figures, input.may_be_candidate))
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
        let found = under_weightings(&table, 1, 500, 3, &Control::new()).unwrap();
        assert_eq!(found.shares, [1.0, 0.0, 0.0]);
        let second = under_weightings(&table, 2, 500, 3, &Control::new()).unwrap();
        assert!((second.shares[1] - 0.5).abs() < 0.08, "{:?}", second.shares);
        assert_eq!(second.runs, 500);
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
            pool.install(|| under_weightings(&table, 5, 300, 9, &Control::new()).unwrap())
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
        assert_eq!(under_weightings(&table, 1, 10, 0, &control), Err(Cancelled));
    }
}
