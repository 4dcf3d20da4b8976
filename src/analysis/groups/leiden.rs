//! Communities: groups the ties themselves show, found with the Leiden algorithm.

use rayon::prelude::*;

use crate::analysis::random::Random;
use crate::analysis::{Cancelled, Control, Network, Partition, Ties, Weighing};

/// What can be chosen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LeidenSettings {
    /// Above 1: more and smaller communities; below 1: fewer and larger.
    pub resolution: f64,
    pub seed: u64,
    /// Independent starts, of which the one with the highest modularity is kept; twice as many in a small network.
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
/// nothing improves; the best of several starts. Quality: modularity with resolution (Reichardt &
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
    let more = if network.n <= SMALL { SMALL_MORE } else { 1 };
    let mut searches: Vec<Search> = (0..settings.starts.max(1) * more)
        .into_par_iter()
        .map(|start| {
            let mut search = Search::new(&graph, settings, start);
            search.go(&graph, settings.resolution, FIRST_ROUNDS, control)?;
            Ok(search)
        })
        .collect::<Result<_, Cancelled>>()?;
    // Stable: equally promising starts stay in the order of their numbers.
    searches.sort_by(|a, b| b.quality.total_cmp(&a.quality));
    searches.truncate(GO_ON);
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
    let Search { of, quality, .. } = best.expect("at least one start");
    let (of, count) = numbered_by_size(&of);
    Ok(Communities {
        of,
        count,
        modularity: (graph.twice_all > 0.0).then_some(quality),
        resolution: settings.resolution,
    })
}

/// A small network has few good divisions, which a start easily misses, and costs little.
const SMALL: usize = 128;
const SMALL_MORE: u32 = 2;
/// After so many rounds only the [`GO_ON`] most promising starts are followed further.
const FIRST_ROUNDS: usize = 1;
const GO_ON: usize = 2;
const MOST_ROUNDS: usize = 50;

/// One start and how far it came.
struct Search {
    start: u32,
    random: Random,
    of: Vec<u32>,
    quality: f64,
    is_at_rest: bool,
}

impl Search {
    fn new(graph: &Graph, settings: &LeidenSettings, start: u32) -> Self {
        Self {
            start,
            random: Random::new(settings.seed, u64::from(start)),
            of: (0..u32::try_from(graph.n()).expect("below 2^31")).collect(),
            quality: f64::NEG_INFINITY,
            is_at_rest: false,
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

/// A weighted undirected network whose nodes can stand for many actors.
#[derive(Clone)]
struct Graph {
    offsets: Vec<usize>,
    targets: Vec<u32>,
    weights: Vec<f64>,
    /// Weight inside a node, counted once.
    inside: Vec<f64>,
    /// Sum of the weights at a node, what is inside counted twice.
    strength: Vec<f64>,
    /// Sum of all strengths: 2m.
    twice_all: f64,
    /// Mean weight of a tie of the original network: the unit of a gain.
    unit: f64,
}

impl Graph {
    fn of(ties: &Ties) -> Self {
        let mut graph = Self {
            offsets: vec![0],
            targets: Vec::new(),
            weights: Vec::new(),
            inside: vec![0.0; ties.n()],
            strength: Vec::new(),
            twice_all: 0.0,
            unit: 1.0,
        };
        for v in 0..ties.n() {
            for (w, value) in ties.of(v) {
                graph.targets.push(u32::try_from(w).expect("below 2^31"));
                graph.weights.push(value);
            }
            graph.offsets.push(graph.targets.len());
            graph.strength.push(ties.of(v).map(|(_, value)| value).sum());
        }
        graph.twice_all = graph.strength.iter().sum();
        graph.unit = graph.twice_all / graph.targets.len().max(1) as f64;
        graph
    }

    fn n(&self) -> usize {
        self.strength.len()
    }

    fn ties(&self, v: usize) -> impl Iterator<Item = (usize, f64)> + '_ {
        (self.offsets[v]..self.offsets[v + 1]).map(|at| (self.targets[at] as usize, self.weights[at]))
    }

    /// Weight of the ties of `v` within its own community, without those inside a node. No jump: whether a
    /// tie stays within is hard to foresee; and four sums, none of which waits for another.
    fn weight_within(&self, v: usize, of: &[u32]) -> f64 {
        let (own, arcs) = (of[v], self.offsets[v]..self.offsets[v + 1]);
        let (targets, rest) = self.targets[arcs.clone()].as_chunks::<4>();
        let (weights, rest_weights) = self.weights[arcs].as_chunks::<4>();
        let within = |w: u32, weight: f64| if of[w as usize] == own { weight } else { 0.0 };
        let mut sums = [0.0; 4];
        for (targets, weights) in targets.iter().zip(weights) {
            for lane in 0..4 {
                sums[lane] += within(targets[lane], weights[lane]);
            }
        }
        for (lane, (&w, &weight)) in rest.iter().zip(rest_weights).enumerate() {
            sums[lane] += within(w, weight);
        }
        (sums[0] + sums[1]) + (sums[2] + sums[3])
    }

    fn totals(&self, of: &[u32]) -> Vec<f64> {
        let mut totals = vec![0.0; self.n().max(1)];
        for (v, &c) in of.iter().enumerate() {
            totals[c as usize] += self.strength[v];
        }
        totals
    }

    fn quality(&self, of: &[u32], resolution: f64) -> f64 {
        if self.twice_all <= 0.0 {
            return 0.0;
        }
        let mut within = 0.0;
        for v in 0..self.n() {
            within += 2.0 * self.inside[v];
            within += self.weight_within(v, of);
        }
        let by_chance: f64 = self
            .totals(of)
            .iter()
            .map(|total| (total / self.twice_all).powi(2))
            .sum();
        within / self.twice_all - resolution * by_chance
    }

    /// What chance gives between weights `a` and `b`; the quotient first, against overflow.
    fn by_chance(&self, resolution: f64, a: f64, b: f64) -> f64 {
        resolution * a * (b / self.twice_all)
    }

    /// Fast local moving: every node to the community where it gains most; who may be affected by a
    /// move is looked at again.
    fn move_nodes(&self, of: &mut [u32], resolution: f64, random: &mut Random) {
        let n = self.n();
        let mut queue: Vec<u32> = (0..u32::try_from(n).expect("below 2^31")).collect();
        random.shuffle(&mut queue);
        let mut queued = vec![true; n];
        let mut totals = self.totals(of);
        // A division per move, not per look.
        let mut shares: Vec<f64> = totals.iter().map(|total| total / self.twice_all).collect();
        let mut members = vec![0u32; n];
        for &c in of.iter() {
            members[c as usize] += 1;
        }
        let mut empty: Vec<u32> = (0..n)
            .filter(|&c| members[c] == 0)
            .map(|c| u32::try_from(c).expect("below 2^31"))
            .collect();
        let mut near = Near::new(n);
        // As a ring: every node waits at most once.
        let (mut first, mut waiting) = (0, n);
        while waiting > 0 {
            let v = queue[first] as usize;
            first = if first + 1 == n { 0 } else { first + 1 };
            waiting -= 1;
            queued[v] = false;
            let own = of[v];
            totals[own as usize] -= self.strength[v];
            shares[own as usize] = totals[own as usize] / self.twice_all;
            members[own as usize] -= 1;
            for (w, weight) in self.ties(v) {
                near.add(of[w], weight);
            }
            let attraction = resolution * self.strength[v];
            let gain = |c: u32| near.weights[c as usize] - attraction * shares[c as usize];
            let (mut best, mut most) = (own, gain(own));
            let alone = empty.last().filter(|_| members[own as usize] > 0);
            for &c in near.found().iter().chain(alone) {
                let gained = gain(c);
                if gained > most + 1e-10 * self.unit {
                    (best, most) = (c, gained);
                }
            }
            near.clear();
            if best != own {
                if empty.last() == Some(&best) {
                    empty.pop();
                }
                if members[own as usize] == 0 {
                    empty.push(own);
                }
                for (w, _) in self.ties(v) {
                    if of[w] != best && !std::mem::replace(&mut queued[w], true) {
                        let last = first + waiting;
                        queue[if last < n { last } else { last - n }] = w as u32;
                        waiting += 1;
                    }
                }
            }
            of[v] = best;
            totals[best as usize] += self.strength[v];
            shares[best as usize] = totals[best as usize] / self.twice_all;
            members[best as usize] += 1;
        }
    }

    /// Splits every community into well-connected parts: nodes that are still alone join, by chance
    /// but rather where it gains more, a part of their own community that is well connected to it.
    fn refine(&self, of: &[u32], resolution: f64, random: &mut Random) -> Vec<u32> {
        /// Traag et al.: how much chance; 0 would always take the best.
        const RANDOMNESS: f64 = 0.01;
        let n = self.n();
        let mut part: Vec<u32> = (0..u32::try_from(n).expect("below 2^31")).collect();
        let community_total = self.totals(of);
        let mut total = self.strength.clone();
        // Weight between a part and the rest of its community.
        let mut outward: Vec<f64> = (0..n).map(|v| self.weight_within(v, of)).collect();
        let mut alone = vec![true; n];
        let mut near = Near::new(n);
        let mut choices: Vec<(u32, f64)> = Vec::new();
        let mut order: Vec<usize> = (0..n).collect();
        random.shuffle(&mut order);
        let well_connected = |outward: f64, total: f64, community: f64| {
            outward >= self.by_chance(resolution, total, community - total) - 1e-10 * self.unit
        };
        for v in order {
            let community = community_total[of[v] as usize];
            if !alone[v] || !well_connected(outward[v], self.strength[v], community) {
                continue;
            }
            for (w, weight) in self.ties(v) {
                near.add_if(of[w] == of[v], part[w], weight);
            }
            choices.clear();
            for &p in near.found() {
                let at = p as usize;
                let gain = near.weights[at] - self.by_chance(resolution, self.strength[v], total[at]);
                if gain >= 0.0 && well_connected(outward[at], total[at], community) {
                    choices.push((p, gain / self.unit / RANDOMNESS));
                }
            }
            if let Some(p) = choose(&choices, random) {
                let at = p as usize;
                outward[at] += outward[v] - 2.0 * near.weights[at];
                total[at] += self.strength[v];
                part[v] = p;
                alone[v] = false;
                alone[at] = false;
            }
            near.clear();
        }
        part
    }

    fn aggregated(&self, part: &[u32], parts: usize) -> Self {
        let mut inside = vec![0.0; parts];
        let mut strength = vec![0.0; parts];
        // Where the members of each part begin in `order`.
        let mut starts = vec![0usize; parts + 1];
        for (v, &p) in part.iter().enumerate() {
            inside[p as usize] += self.inside[v];
            strength[p as usize] += self.strength[v];
            starts[p as usize + 1] += 1;
        }
        for p in 0..parts {
            starts[p + 1] += starts[p];
        }
        let (mut order, mut next) = (vec![0u32; self.n()], starts.clone());
        for (v, &p) in (0u32..).zip(part) {
            order[next[p as usize]] = v;
            next[p as usize] += 1;
        }
        let mut graph = Self {
            offsets: vec![0],
            targets: Vec::new(),
            weights: Vec::new(),
            inside,
            strength,
            twice_all: self.twice_all,
            unit: self.unit,
        };
        let mut near = Near::new(parts);
        for p in 0..parts {
            for &v in &order[starts[p]..starts[p + 1]] {
                for (w, weight) in self.ties(v as usize) {
                    near.add(part[w], weight);
                }
            }
            // Met from both ends.
            graph.inside[p] += near.weights[p] / 2.0;
            for &q in near.found().iter().filter(|&&q| q as usize != p) {
                graph.targets.push(q);
                graph.weights.push(near.weights[q as usize]);
            }
            near.clear();
            graph.offsets.push(graph.targets.len());
        }
        graph
    }
}

/// The communities beside a node, and how much binds the node to each.
struct Near {
    /// By community; 0 for those that are not near.
    weights: Vec<f64>,
    /// `list[..count]`, in the order in which they were met.
    list: Vec<u32>,
    count: usize,
}

impl Near {
    fn new(communities: usize) -> Self {
        Self {
            weights: vec![0.0; communities],
            list: vec![0; communities + 1],
            count: 0,
        }
    }

    /// No jump: whether a community is new is hard to foresee.
    #[inline(always)]
    fn add(&mut self, community: u32, weight: f64) {
        self.add_if(true, community, weight);
    }

    #[inline(always)]
    fn add_if(&mut self, counts: bool, community: u32, weight: f64) {
        let known = &mut self.weights[community as usize];
        self.list[self.count] = community;
        self.count += usize::from(counts & (*known == 0.0));
        *known += if counts { weight } else { 0.0 };
    }

    fn found(&self) -> &[u32] {
        &self.list[..self.count]
    }

    fn clear(&mut self) {
        for &community in &self.list[..self.count] {
            self.weights[community as usize] = 0.0;
        }
        self.count = 0;
    }
}

/// One of the choices, with chance proportional to e to the power of its score.
fn choose(choices: &[(u32, f64)], random: &mut Random) -> Option<u32> {
    if let [] | [_] = choices {
        return choices.first().map(|&(choice, _)| choice);
    }
    let most = choices
        .iter()
        .map(|&(_, score)| score)
        .fold(f64::NEG_INFINITY, f64::max);
    let all: f64 = choices.iter().map(|&(_, score)| (score - most).exp()).sum();
    let mut left = random.unit() * all;
    for &(choice, score) in choices {
        left -= (score - most).exp();
        if left < 0.0 {
            return Some(choice);
        }
    }
    choices.last().map(|&(choice, _)| choice)
}
