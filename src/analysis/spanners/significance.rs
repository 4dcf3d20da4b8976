//! Permutation test of mediation: would the actor mediate as much if the groups fell by chance?

use rayon::prelude::*;

use crate::analysis::groups::{is_at_least, shuffled};
use crate::analysis::known::{is_known, known};
use crate::analysis::order_free::sum;
use crate::analysis::random::Random;
use crate::analysis::{Cancelled, Control, Network, Partition};

/// The mediation of one actor beside that by chance.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MediationTest {
    pub observed: f64,
    pub mean: f64,
    /// Share of the arrangements, the observed one included, with a share at least as high.
    pub p_high: f64,
    pub runs: u32,
}

/// The open two-paths of the network with their worth, by broker: these do not change when labels do.
struct TwoPaths {
    offsets: Vec<usize>,
    ends: Vec<[u32; 2]>,
    /// 1 / number of actors that stand between the same two.
    worth: Vec<f64>,
}

impl TwoPaths {
    /// Undirected: each unordered pair once, as shares do not change by counting both orders.
    fn new(network: &Network) -> Self {
        // Counted first, then put in their place: sorted afterwards they would need thrice the room.
        let mut offsets = vec![0usize; network.n + 1];
        each_two_path(network, |broker, _, _| offsets[broker as usize + 1] += 1);
        for v in 0..network.n {
            offsets[v + 1] += offsets[v];
        }
        let all = offsets[network.n];
        let (mut ends, mut worth) = (vec![[0; 2]; all], vec![0.0; all]);
        let mut next = offsets.clone();
        each_two_path(network, |broker, between, brokers| {
            let at = &mut next[broker as usize];
            ends[*at] = between;
            worth[*at] = 1.0 / f64::from(brokers);
            *at += 1;
        });
        Self { offsets, ends, worth }
    }

    /// Part of the two-paths over a broker that crosses a boundary, each with its worth.
    fn crossing(&self, partition: &Partition, v: usize) -> impl Iterator<Item = f64> + Clone {
        (self.offsets[v]..self.offsets[v + 1]).map(move |at| {
            let [a, b] = self.ends[at].map(|end| partition.of(end as usize));
            self.worth[at] * (1.0 - coordinated(a, partition.of(v), b))
        })
    }

    /// Share of all boundary-crossing brokerage per broker; 0 when there is none. The same bits whatever the
    /// order of actors.
    fn observed(&self, partition: &Partition) -> Vec<f64> {
        let crossing = (0..partition.len()).map(|v| sum(self.crossing(partition, v)));
        let crossing: Vec<f64> = crossing.collect();
        shares(sum(crossing.iter().copied()), crossing)
    }

    /// The same within rounding, in half of the time.
    fn mediation(&self, partition: &Partition) -> Vec<f64> {
        let crossing = (0..partition.len()).map(|v| self.crossing(partition, v).sum());
        let crossing: Vec<f64> = crossing.collect();
        shares(crossing.iter().sum(), crossing)
    }
}

fn shares(all: f64, crossing: Vec<f64>) -> Vec<f64> {
    crossing
        .into_iter()
        .map(|own| if all > 0.0 { own / all } else { 0.0 })
        .collect()
}

/// Visits every open two-path as its broker, its ends and the number of actors between those. The ends of one
/// broker ascend.
fn each_two_path(network: &Network, mut visit: impl FnMut(u32, [u32; 2], u32)) {
    let mut paths_to = vec![0u32; network.n];
    let mut tied_from = vec![u32::MAX; network.n];
    for (a, number) in (0..network.n).zip(0u32..) {
        let via = network.out.neighbours(a);
        tied_from[a] = number;
        for &v in via {
            tied_from[v as usize] = number;
            for &b in network.out.neighbours(v as usize) {
                paths_to[b as usize] += 1;
            }
        }
        for &v in via {
            for &b in network.out.neighbours(v as usize) {
                if tied_from[b as usize] != number && (network.directed || number < b) {
                    visit(v, [number, b], paths_to[b as usize]);
                }
            }
        }
        for &v in via {
            for &b in network.out.neighbours(v as usize) {
                paths_to[b as usize] = 0;
            }
        }
    }
}

/// The part of a two-path that stays within one group.
fn coordinated(a: &[u32], broker: &[u32], b: &[u32]) -> f64 {
    match (a, broker, b) {
        ([a], [v], [b]) => f64::from(u8::from(a == v && v == b)),
        _ => {
            let common = broker
                .iter()
                .filter(|group| a.contains(group) && b.contains(group))
                .count();
            common as f64 / (a.len() * broker.len() * b.len()) as f64
        }
    }
}

/// Number of permutations that fits in a few seconds: 999, fewer for networks with very many
/// two-paths, at least 99. Depends on the network only.
pub fn affordable_permutations(network: &Network) -> u32 {
    let two_paths: usize = (0..network.n)
        .map(|v| network.inc.degree(v) * network.out.degree(v))
        .sum();
    (1e9 / two_paths.max(1) as f64).clamp(99.0, 999.0) as u32
}

/// Permutation test of the mediation of every actor: would it mediate as much if the groups fell by chance?
///
/// # Measures
/// `mediation_p`: `p_high` of the test.
///
/// # Definition
/// Ties stay, group labels are shuffled over the known actors. `p_high` is the share of arrangements, the
/// observed one included, in which the actor mediates at least as much.
///
/// # Weight
/// Not used.
///
/// # Networks
/// Directed, undirected, parallel, loops, disconnected: as
/// [`gould_fernandez()`](crate::analysis::brokerage::gould_fernandez()).
///
/// # Normalisation
/// By the number of arrangements: the runs and the observed one.
///
/// # Range
/// 1 / (runs + 1) to 1, never 0. `None` for actors without a group, and for all when nobody mediates or
/// `runs` is 0. Many actors are tested at once: with p below 0.05, one in twenty stands out by chance.
///
/// # Errors
/// [`Cancelled`].
///
/// # Complexity
/// O(runs * two-paths) time, O(two-paths) memory. Run r draws from stream r of `seed`. Progress:
/// at most `runs` units, announced by the caller.
///
/// # Source
/// The test: P. Good (2000), *Permutation Tests*, Springer, doi:10.1007/978-1-4757-3235-1; why p is never
/// 0: B. Phipson & G.K. Smyth (2010), doi:10.2202/1544-6115.1585; brokerage across groups: M. Hamilton, J.
/// Hileman & O. Bodin (2020), Evaluating heterogeneous brokerage, *Social Networks* 61, 1-10,
/// doi:10.1016/j.socnet.2019.08.002.
///
/// ```
/// use netwerkopstelling::analysis::{Control, Link, Network, Partition, spanners::mediation_test};
/// let tie = |source, target| Link { source, target, weight: 1.0 };
/// // 0 is the only one between the others, however the labels fall.
/// let network = Network::from_links(3, false, &[tie(0, 1), tie(0, 2)]).unwrap();
/// let groups = Partition::single(vec!["x".into(), "y".into()], &[0, 0, 1].map(Some));
/// let tests = mediation_test(&network, &groups, 99, 1, &Control::new()).unwrap();
/// assert_eq!(tests[0].map(|test| (test.observed, test.mean, test.p_high)), Some((1.0, 1.0, 1.0)));
/// ```
pub fn mediation_test(
    network: &Network,
    partition: &Partition,
    runs: u32,
    seed: u64,
    control: &Control,
) -> Result<Vec<Option<MediationTest>>, Cancelled> {
    let paths = TwoPaths::new(&known(network, partition));
    let observed = paths.observed(partition);
    if runs == 0 || observed.iter().all(|&share| share == 0.0) {
        return Ok(vec![None; network.n]);
    }
    let mut tallies = vec![RunTally::default(); network.n];
    let mut done = 0;
    while done < runs {
        let batch = done..runs.min(done + runs_at_once(network.n));
        done = batch.end;
        let shuffles: Vec<Vec<f64>> = batch
            .into_par_iter()
            .map(|run| {
                control.check()?;
                let labels = shuffled(partition, &mut Random::new(seed, u64::from(run)));
                control.advance(1);
                Ok(paths.mediation(&labels))
            })
            .collect::<Result<_, Cancelled>>()?;
        for shares in shuffles {
            for ((tally, share), &observed) in tallies.iter_mut().zip(shares).zip(&observed) {
                tally.add(share, observed);
            }
        }
    }
    let test = |(v, tally): (usize, RunTally)| is_known(partition, v).then(|| tally.test(observed[v], runs));
    Ok(tallies.into_iter().enumerate().map(test).collect())
}

/// Runs that wait together for their turn to be counted: all of them would take a hundred times the room of
/// the network.
fn runs_at_once(actors: usize) -> u32 {
    const FIGURES: usize = 1 << 18;
    (FIGURES / actors.max(1)).clamp(16, 1024) as u32
}

/// What the runs so far said of one actor. They are added in their order: the same bits for every number of
/// threads.
#[derive(Debug, Clone, Copy, Default)]
struct RunTally {
    sum: f64,
    at_least: u32,
}

impl RunTally {
    fn add(&mut self, share: f64, observed: f64) {
        self.sum += share;
        self.at_least += u32::from(is_at_least(share, observed));
    }

    fn test(self, observed: f64, runs: u32) -> MediationTest {
        MediationTest {
            observed,
            mean: self.sum / f64::from(runs),
            p_high: f64::from(self.at_least + 1) / (f64::from(runs) + 1.0),
            runs,
        }
    }
}
