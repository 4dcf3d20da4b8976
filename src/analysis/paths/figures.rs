//! From sums over sources to the figures, by the conventions.

use super::sums::{Departures, Merged};
use super::{PathTask, Sources};
use crate::analysis::{Network, Values, order_free};

/// Distances from (or to) every actor.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Distances {
    /// Number of others reached.
    pub reached: Vec<u32>,
    /// Sum of their distances.
    pub total: Vec<f64>,
    /// Wasserman & Faust: (r/(n-1)) · (r / sum of distances); 0 for who reaches nobody.
    pub closeness: Vec<Option<f64>>,
    /// Sum of 1/d, divided by n-1.
    pub harmonic: Vec<Option<f64>>,
}

/// Everything one pass gives. Values are in the order of the network's indices.
///
/// Figures of the network are over the ordered pairs that a path connects; `None` is undefined.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Paths {
    pub weighted: bool,
    /// Sum over pairs of the share of shortest paths that pass; undirected: each pair once.
    /// From a sample, scaled up to all sources.
    pub betweenness: Vec<f64>,
    /// Divided by the number of pairs of others; `None` below three actors.
    pub betweenness_norm: Vec<Option<f64>>,
    /// In the order of [`crate::analysis::Network::pairs`]; `None` where a weighted path cannot pass,
    /// because the weights of the pair do not add up to more than 0.
    pub edge_betweenness: Vec<Option<f64>>,
    pub edge_betweenness_norm: Vec<Option<f64>>,
    /// Per partition: betweenness over the pairs whose groups differ, divided by the number of such
    /// pairs of others. `None` when there is no such pair.
    pub passage: Vec<Values>,
    /// Distances from every actor (empty when sampled).
    pub out: Distances,
    /// Distances to every actor; equal to `out` when undirected.
    pub inc: Distances,
    /// Longest finite distance from every actor; `None` for who reaches nobody.
    pub eccentricity: Vec<Option<f64>>,
    pub mean_distance: Option<f64>,
    pub diameter: Option<f64>,
    pub reachable_share: Option<f64>,
    pub efficiency: Option<f64>,
    /// Number of sources followed: n when exact.
    pub sources: usize,
}

impl Paths {
    /// The weighted figures of a network in which every step has this length, from the unweighted ones.
    pub fn stretched(&self, length: f64) -> Self {
        let over = |values: &[Option<f64>]| -> Vec<Option<f64>> {
            values
                .iter()
                .map(|value| value.map(|value| value / length))
                .collect()
        };
        let distances = |distances: &Distances| Distances {
            reached: distances.reached.clone(),
            total: distances.total.iter().map(|total| total * length).collect(),
            closeness: over(&distances.closeness),
            harmonic: over(&distances.harmonic),
        };
        let times = |value: Option<f64>| value.map(|value| value * length);
        Self {
            weighted: true,
            out: distances(&self.out),
            inc: distances(&self.inc),
            eccentricity: self.eccentricity.iter().map(|&value| times(value)).collect(),
            mean_distance: times(self.mean_distance),
            diameter: times(self.diameter),
            efficiency: self.efficiency.map(|value| value / length),
            ..self.clone()
        }
    }
}

pub(super) fn finish(task: &PathTask<'_>, network: &Network, sources: usize, sums: &Merged) -> Paths {
    let n = network.n;
    let directions = if network.directed { 1.0 } else { 2.0 };
    // A sample stands for all sources.
    let scale = n as f64 / sources.max(1) as f64 / directions;
    let pairs = ordered_pairs(n) / directions;
    let pairs_of_others = ordered_pairs(n.saturating_sub(1)) / directions;
    let share_of = |total: f64| move |&value: &f64| (total > 0.0).then(|| value / total);
    let value = |(node, &count): (usize, &i128)| task.parts.of(node).shares.value(count) * scale;
    let of_actors = |counts: &[i128]| counts.iter().enumerate().map(value).collect::<Vec<f64>>();
    let betweenness = sums.nodes.first().map(|all| of_actors(all)).unwrap_or_default();
    let edge_betweenness: Vec<Option<f64>> = sums
        .relations
        .iter()
        .flatten()
        .zip(&network.pairs)
        .map(|(count, pair)| {
            let is_passed = !task.request.weighted || pair.weight > 0.0;
            is_passed.then(|| value((pair.source as usize, count)))
        })
        .collect();
    let passage = sums
        .nodes
        .iter()
        .skip(1)
        .zip(&task.classes)
        .map(|(plane, classes)| {
            let counts = classes.crossing_counts();
            let all: u64 = counts.iter().sum();
            of_actors(plane)
                .into_iter()
                .zip(&counts)
                .map(|(value, &own)| {
                    // Ordered pairs: an actor is an end of `own` pairs in each of two directions.
                    let of_others = (all - 2 * own) as f64;
                    (of_others > 0.0).then(|| value * directions / of_others)
                })
                .collect()
        })
        .collect();
    let along = &sums.from;
    let is_exact = task.request.sources == Sources::Exact;
    let [out, inc] = if is_exact {
        both_ways(task, sums)
    } else {
        Default::default()
    };
    let farthest = |from: &Departures| (from.reached > 0).then_some(from.farthest);
    let reached: u64 = along.iter().map(|from| u64::from(from.reached)).sum();
    let total = order_free::sum(along.iter().map(|from| from.total));
    let inverse = order_free::sum(along.iter().map(|from| from.inverse));
    let followed_pairs = sources as f64 * n.saturating_sub(1) as f64;
    // Infinite lengths have no sum.
    let is_known = |value: &f64| !value.is_nan();
    let over_pairs = |sum: f64| {
        (followed_pairs > 0.0)
            .then(|| sum / followed_pairs)
            .filter(is_known)
    };
    Paths {
        weighted: task.request.weighted,
        betweenness_norm: betweenness.iter().map(share_of(pairs_of_others)).collect(),
        betweenness,
        edge_betweenness_norm: edge_betweenness
            .iter()
            .map(|value| value.and_then(|value| share_of(pairs)(&value)))
            .collect(),
        edge_betweenness,
        passage,
        eccentricity: out.iter().map(farthest).collect(),
        out: by_actor(n, &out),
        inc: by_actor(n, &inc),
        mean_distance: (reached > 0).then(|| total / reached as f64).filter(is_known),
        diameter: along.iter().filter_map(farthest).reduce(f64::max),
        reachable_share: over_pairs(reached as f64),
        efficiency: over_pairs(inverse),
        sources,
    }
}

/// Figures of the distances from every actor, and to it.
fn both_ways(task: &PathTask<'_>, sums: &Merged) -> [Vec<Departures>; 2] {
    let mut out = sums.from.clone();
    let to = sums.to.iter().enumerate();
    let mut inc: Vec<Departures> = to.map(|(node, to)| to.departures(task.parts.of(node))).collect();
    if !task.directed {
        inc.clone_from(&out);
    }
    for (node, (out, inc)) in out.iter_mut().zip(&mut inc).enumerate() {
        if task.parts.of(node).turned {
            std::mem::swap(out, inc);
        }
    }
    [out, inc]
}

fn ordered_pairs(n: usize) -> f64 {
    n as f64 * n.saturating_sub(1) as f64
}

fn by_actor(n: usize, sums: &[Departures]) -> Distances {
    let mut distances = Distances::default();
    for sum in sums {
        distances.reached.push(sum.reached);
        distances.total.push(sum.total);
        let (others, reached) = (n as f64 - 1.0, f64::from(sum.reached));
        let closeness = if sum.reached == 0 {
            0.0
        } else {
            reached / others * (reached / sum.total)
        };
        let is_known = |value: &f64| !value.is_nan();
        distances
            .closeness
            .push((n > 1).then_some(closeness).filter(is_known));
        distances
            .harmonic
            .push((n > 1).then(|| sum.inverse / others).filter(is_known));
    }
    distances
}
