//! Permutation tests: would the figure be as extreme if the labels fell on the actors by chance?

use rayon::prelude::*;

use crate::analysis::known::{is_known, known};
use crate::analysis::random::Random;
use crate::analysis::{Cancelled, Control, Network, Partition, Ties, Weighing};
use crate::numeric::square;

use super::{external_internal, internal_share};

/// An observed figure against the same figure under shuffled labels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PermutationTest {
    pub observed: f64,
    pub mean: f64,
    /// Population standard deviation over the runs.
    pub deviation: f64,
    /// Share of the arrangements, the observed one included, with a figure at most as high.
    pub p_low: f64,
    /// The same, at least as high.
    pub p_high: f64,
    pub runs: u32,
}

impl PermutationTest {
    /// The smaller of the two tails.
    pub fn p(&self) -> f64 {
        self.p_low.min(self.p_high)
    }

    pub fn new(observed: f64, runs: &[f64]) -> Self {
        let count = runs.len() as f64;
        let mean = runs.iter().sum::<f64>() / count;
        let variance = runs.iter().map(|x| square(x - mean)).sum::<f64>() / count;
        let at_most = runs.iter().filter(|&&x| x <= observed + slack(observed)).count();
        let at_least = runs.iter().filter(|&&x| is_at_least(x, observed)).count();
        Self {
            observed,
            mean,
            deviation: variance.sqrt(),
            p_low: (at_most + 1) as f64 / (count + 1.0),
            p_high: (at_least + 1) as f64 / (count + 1.0),
            runs: u32::try_from(runs.len()).expect("below 2^32"),
        }
    }
}

/// What only differs from the observed figure by the order of its sums counts as equal.
fn slack(observed: f64) -> f64 {
    1e-10 * observed.abs().max(1e-300)
}

/// Whether the figure of a run is at least as high as the observed one.
pub(in crate::analysis) fn is_at_least(figure: f64, observed: f64) -> bool {
    figure >= observed - slack(observed)
}

/// The same groups over other actors: the group sets of the known actors in random order; unknown
/// actors stay unknown.
pub fn shuffled(partition: &Partition, random: &mut Random) -> Partition {
    let known: Vec<usize> = (0..partition.len()).filter(|&v| is_known(partition, v)).collect();
    let mut takes_from = known.clone();
    random.shuffle(&mut takes_from);
    let mut of = vec![Vec::new(); partition.len()];
    for (&v, &from) in known.iter().zip(&takes_from) {
        of[v] = partition.of(from).to_vec();
    }
    Partition::multiple(partition.groups.clone(), &of)
}

/// Permutation test of the E-I index of the network: would it be as extreme if the groups fell by chance?
///
/// # Measures
/// `ei_p`: [`PermutationTest::p`].
///
/// # Definition
/// Ties stay, group labels are shuffled over the known actors. p is the share of arrangements, the observed
/// one included, with an index at most as low, or at least as high: the smaller of the two.
///
/// # Weight
/// As [`external_internal()`].
///
/// # Networks
/// Directed, undirected, parallel, loops, disconnected: as [`external_internal()`].
///
/// # Normalisation
/// By the number of arrangements: the runs and the observed one.
///
/// # Range
/// 1 / (runs + 1) to 1, never 0; `None` when the index is undefined or `runs` is 0.
///
/// # Errors
/// [`Cancelled`].
///
/// # Complexity
/// O(runs * (n + m)). Run r draws from stream r of the seed, so the result does not depend on the number of
/// threads.
///
/// # Source
/// D. Krackhardt & R.N. Stern (1988), doi:10.2307/2786835 (UCINET does the same); why p is never 0: B.
/// Phipson & G.K. Smyth (2010), doi:10.2202/1544-6115.1585.
///
/// ```
/// use netwerkopstelling::analysis::{Control, Link, Network, Partition, Weighing};
/// use netwerkopstelling::analysis::groups::ei_permutation_test;
/// let tie = |source, target| Link { source, target, weight: 1.0 };
/// let network = Network::from_links(4, false, &[tie(0, 1), tie(2, 3)]).unwrap();
/// let groups = Partition::single(vec!["x".into(), "y".into()], &[0, 0, 1, 1].map(Some));
/// let test = ei_permutation_test(&network, &groups, Weighing::Unweighted, 999, 1, &Control::new());
/// let test = test.unwrap().unwrap();
/// // One of the three ways to split four actors in pairs has all ties inward.
/// assert!((test.p_low - 1.0 / 3.0).abs() < 0.06);
/// ```
pub fn ei_permutation_test(
    network: &Network,
    partition: &Partition,
    weighing: Weighing,
    runs: u32,
    seed: u64,
    control: &Control,
) -> Result<Option<PermutationTest>, Cancelled> {
    let Some(observed) = external_internal(network, partition, weighing).ei else {
        return Ok(None);
    };
    if runs == 0 {
        return Ok(None);
    }
    let ties = Ties::underlying(&known(network, partition), weighing);
    control.expect(u64::from(runs));
    let figures: Vec<f64> = (0..runs)
        .into_par_iter()
        .map(|run| {
            control.check()?;
            let labels = shuffled(partition, &mut Random::new(seed, u64::from(run)));
            let (mut all, mut internal) = (0.0, 0.0);
            ties.each_pair(|v, w, value| {
                all += value;
                internal += value * internal_share(&labels, v, w);
            });
            control.advance(1);
            Ok((all - 2.0 * internal) / all)
        })
        .collect::<Result<_, Cancelled>>()?;
    Ok(Some(PermutationTest::new(observed, &figures)))
}
