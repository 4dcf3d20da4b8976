//! Communities: groups the ties themselves show, found with the Leiden algorithm.

mod exact;
mod graph;
mod near;

use std::ops::RangeInclusive;

use rayon::prelude::*;

use crate::analysis::random::Random;
use crate::analysis::{Cancelled, Control, Network, Partition, Ties, Weighing};
use graph::Graph;

/// What can be chosen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LeidenSettings {
    /// Above 1: more and smaller communities; below 1: fewer and larger.
    pub resolution: f64,
    pub seed: u64,
    /// Independent starts, of which the one with the highest modularity is kept; more of them in a network of up to
    /// [`SMALL`] actors ([`SMALL_STARTS`]).
    pub starts: u32,
    pub weighing: Weighing,
}

impl Default for LeidenSettings {
    fn default() -> Self {
        Self {
            resolution: 1.0,
            seed: 1,
            starts: 4,
            weighing: Weighing::Unweighted,
        }
    }
}

impl LeidenSettings {
    /// How many starts a network gets, and how many of them are followed to their end.
    fn starts_in(&self, network: &Network) -> (u32, usize) {
        let starts = self.starts.max(1);
        if network.n > SMALL {
            return (starts, GO_ON);
        }
        let per_start = network.n + network.under.targets.len();
        let affordable = u32::try_from(SMALL_WORK / per_start.max(1)).unwrap_or(u32::MAX);
        let starts = starts.max(affordable.clamp(*SMALL_STARTS.start(), *SMALL_STARTS.end()));
        (starts, SMALL_GO_ON)
    }
}

/// The found division.
#[derive(Debug, Clone, PartialEq)]
pub struct Communities {
    /// Number of each actor's community, the largest community first (equal ones by first member).
    pub of: Vec<u32>,
    pub count: u32,
    /// At the resolution used; `None` without ties.
    pub modularity: Option<f64>,
    pub resolution: f64,
}

impl Communities {
    /// As a dimension; groups are called 1, 2, ...
    pub fn partition(&self) -> Partition {
        let names = (1..=self.count).map(|number| number.to_string()).collect();
        Partition::single(names, &self.of.iter().map(|&c| Some(c)).collect::<Vec<_>>())
    }
}

/// Communities of the underlying undirected network by modularity (Leiden).
///
/// # Measures
/// `community`, `community_modularity`.
///
/// # Definition
/// Local moving, refinement of every community into well-connected parts, aggregation, repeated until
/// nothing improves; the best of 4 starts, and up to [`SMALL`] actors of 8 to 64 ([`SMALL_STARTS`]: the fewer actors
/// and ties, the more) and half as many that begin from groups made by chance. There, a connected part of up to 10 actors gets the best division of all. Quality: modularity with resolution (Reichardt &
/// Bornholdt). Every community found is connected.
///
/// # Weight
/// Strength, when the settings ask for it: positive weights, both arcs added.
///
/// # Networks
/// Directed and undirected: on U. Parallel relations count once (weighted: added up), loops not.
/// Disconnected: no community spans two parts; isolates are communities of their own.
///
/// # Normalisation
/// Numbers by size, the largest community first.
///
/// # Range
/// Numbers 0 to the number of communities - 1. Modularity -1/2 to 1 at resolution 1; `None` without ties.
///
/// # Errors
/// [`Cancelled`].
///
/// # Complexity
/// About O(starts * m) per round, few rounds. Same seed, same answer, whatever the number of threads. It is
/// a search: another seed can find another division that is as good; modularity reached is given with the
/// result.
///
/// # Source
/// V.A. Traag, L. Waltman & N.J. van Eck (2019), From Louvain to Leiden, *Scientific Reports* 9, 5233,
/// doi:10.1038/s41598-019-41695-z.
///
/// ```
/// use netwerkopstelling::analysis::{Control, Link, Network};
/// use netwerkopstelling::analysis::groups::{LeidenSettings, communities};
/// let tie = |source, target| Link { source, target, weight: 1.0 };
/// let two_pairs = Network::from_links(4, false, &[tie(0, 1), tie(2, 3)]).unwrap();
/// let found = communities(&two_pairs, &LeidenSettings::default(), &Control::new()).unwrap();
/// assert_eq!((found.of, found.modularity), (vec![0, 0, 1, 1], Some(0.5)));
/// ```
pub fn communities(
    network: &Network,
    settings: &LeidenSettings,
    control: &Control,
) -> Result<Communities, Cancelled> {
    let graph = Graph::of(&Ties::underlying(network, settings.weighing));
    let (starts, go_on) = settings.starts_in(network);
    // From everybody alone, searches go uphill by one path much like another; from a division by chance by others.
    let by_chance = if network.n <= SMALL { starts / 2 } else { 0 };
    let mut searches: Vec<LeidenSearch> = (0..starts + by_chance)
        .into_par_iter()
        .map(|start| {
            let mut search = LeidenSearch::new(&graph, settings, start);
            if start >= starts {
                search.divide_by_chance();
            }
            search.go(&graph, settings.resolution, FIRST_ROUNDS, control)?;
            Ok(search)
        })
        .collect::<Result<_, Cancelled>>()?;
    // Stable: equally promising starts stay in the order of their numbers.
    searches.sort_by(|a, b| b.quality.total_cmp(&a.quality));
    searches.truncate(go_on);
    searches
        .par_iter_mut()
        .try_for_each(|search| search.go(&graph, settings.resolution, MOST_ROUNDS, control))?;
    searches.sort_by_key(|search| search.start);
    let best = searches.into_iter().reduce(|best, next| {
        // Differences by rounding must not decide which start wins.
        if next.quality > best.quality + 1e-12 {
            next
        } else {
            best
        }
    });
    let LeidenSearch {
        mut of, mut quality, ..
    } = best.expect("at least one start");
    if network.n <= SMALL && graph.twice_all > 0.0 {
        of = exact::apart(&graph, &of);
        exact::improve(&graph, &mut of, settings.resolution);
        quality = graph.quality(&of, settings.resolution);
    }
    let (of, count) = numbered_by_size(&of);
    Ok(Communities {
        of,
        count,
        modularity: (graph.twice_all > 0.0).then_some(quality),
        resolution: settings.resolution,
    })
}

/// Up to so many actors a network gets more starts: it costs little, and people know everybody in it.
pub const SMALL: usize = 128;
/// Starts in a small network: the fewer actors and ties, the more.
pub const SMALL_STARTS: RangeInclusive<u32> = 8..=64;
/// Actors and ends of ties that all starts in a small network together begin with.
const SMALL_WORK: usize = 16_000;
/// After so many rounds only the most promising starts are followed further.
const FIRST_ROUNDS: usize = 1;
const GO_ON: usize = 2;
const SMALL_GO_ON: usize = 8;
const MOST_ROUNDS: usize = 50;

/// One start and how far it came.
struct LeidenSearch {
    start: u32,
    random: Random,
    of: Vec<u32>,
    quality: f64,
    is_at_rest: bool,
}

impl LeidenSearch {
    fn new(graph: &Graph, settings: &LeidenSettings, start: u32) -> Self {
        Self {
            start,
            random: Random::new(settings.seed, u64::from(start)),
            of: (0..u32::try_from(graph.n()).expect("below 2^31")).collect(),
            quality: f64::NEG_INFINITY,
            is_at_rest: false,
        }
    }

    /// Begins from a few groups that chance made, and not from everybody alone.
    fn divide_by_chance(&mut self) {
        let most = (self.of.len() / 2).max(2);
        let groups = 2 + self.start as usize % most;
        for group in &mut self.of {
            *group = u32::try_from(self.random.below(groups)).expect("below 2^31");
        }
    }

    /// Rounds until the quality no longer rises.
    fn go(
        &mut self,
        graph: &Graph,
        resolution: f64,
        rounds: usize,
        control: &Control,
    ) -> Result<(), Cancelled> {
        for _ in 0..rounds {
            control.check()?;
            if self.is_at_rest {
                break;
            }
            let (next, reached) = round(graph, &self.of, resolution, &mut self.random);
            self.is_at_rest = reached <= self.quality + 1e-12;
            if !self.is_at_rest {
                (self.of, self.quality) = (next, reached);
            }
        }
        Ok(())
    }
}

/// Move, refine, aggregate, until every community is one node of the aggregated network; and the quality that
/// is reached.
fn round(graph: &Graph, start: &[u32], resolution: f64, random: &mut Random) -> (Vec<u32>, f64) {
    let mut level = graph.clone();
    let (mut of, _) = dense(start);
    // Which node of the level every actor is in.
    let mut node_of: Vec<u32> = (0..u32::try_from(graph.n()).expect("below 2^31")).collect();
    loop {
        level.move_nodes(&mut of, resolution, random);
        let (moved, count) = dense(&of);
        of = moved;
        if count == level.n() {
            break;
        }
        let refined = level.refine(&of, resolution, random);
        let (refined, parts) = dense(&refined);
        if parts == level.n() {
            // Nothing could be merged: the communities themselves are what is left to merge.
            break;
        }
        let mut of_part = vec![0; parts];
        for (node, &part) in refined.iter().enumerate() {
            of_part[part as usize] = of[node];
        }
        level = level.aggregated(&refined, parts);
        for node in &mut node_of {
            *node = refined[*node as usize];
        }
        of = of_part;
    }
    let quality = level.quality(&of, resolution);
    let of_actors = node_of.into_iter().map(|node| of[node as usize]);
    (of_actors.collect(), quality)
}

/// Numbers 0.. in order of first appearance, and how many.
fn dense(of: &[u32]) -> (Vec<u32>, usize) {
    let mut number = vec![u32::MAX; of.iter().map(|&c| c as usize + 1).max().unwrap_or(0)];
    let mut next = 0;
    let renumbered = of
        .iter()
        .map(|&c| {
            if number[c as usize] == u32::MAX {
                number[c as usize] = next;
                next += 1;
            }
            number[c as usize]
        })
        .collect();
    (renumbered, next as usize)
}

fn numbered_by_size(of: &[u32]) -> (Vec<u32>, u32) {
    let (of, count) = dense(of);
    let mut size = vec![0usize; count];
    for &c in &of {
        size[c as usize] += 1;
    }
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by_key(|&c| (std::cmp::Reverse(size[c]), c));
    let mut place = vec![0u32; count];
    for (&c, at) in order.iter().zip(0u32..) {
        place[c] = at;
    }
    let renumbered = of.iter().map(|&c| place[c as usize]).collect();
    (renumbered, u32::try_from(count).expect("below 2^31"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::generate::{GeneratedWeights, regions};
    use crate::i18n::Texts;
    use crate::model::Language;

    fn starts(n: usize, m: usize) -> (u32, usize) {
        let (links, _) = regions(n, m, 5, GeneratedWeights::Digits, 1);
        let network = Network::from_links(n, false, &links).unwrap();
        LeidenSettings::default().starts_in(&network)
    }

    #[test]
    fn a_small_network_gets_more_starts_for_bounded_work_and_a_larger_one_none() {
        assert_eq!(starts(20, 40), (64, 8));
        assert_eq!(starts(60, 300), (24, 8));
        assert_eq!(starts(128, 2_000), (8, 8));
        assert_eq!(starts(129, 200), (4, 2));
        assert_eq!(starts(200, 1_000), (4, 2));
        for m in [100, 300, 600, 900] {
            let (starts, _) = starts(128, m);
            assert!(
                starts == 8 || starts as usize * (128 + 2 * m) <= SMALL_WORK,
                "{m}"
            );
        }
    }

    #[test]
    fn the_explanation_names_the_starts_that_are_made() {
        for language in [Language::Nl, Language::En] {
            let text = Texts::new(language).t("measure-community-modularity.convention");
            let numbers: Vec<String> = text
                .split(|c: char| !c.is_ascii_digit())
                .filter(|number| !number.is_empty())
                .map(str::to_owned)
                .collect();
            let (least, most) = (*SMALL_STARTS.start(), *SMALL_STARTS.end());
            let starts = LeidenSettings::default().starts;
            let [small, exact] = [SMALL, exact::MOST].map(|most| u32::try_from(most).unwrap());
            let expected = [starts, small, least, most, exact];
            assert_eq!(numbers, expected.map(|number| number.to_string()), "{text}");
        }
    }
}
