//! From sums over sources to the figures, by the conventions.

use super::sums::{Arrivals, Departures, Sums};
use super::{Sources, Task};
use crate::analysis::Values;

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

pub(super) fn finish(task: &Task<'_>, sources: &[u32], sums: Sums) -> Paths {
    let network = task.network;
    let n = network.n;
    let directions = if network.directed { 1.0 } else { 2.0 };
    // A sample stands for all sources.
    let scale = n as f64 / sources.len().max(1) as f64 / directions;
    let pairs = ordered_pairs(n) / directions;
    let pairs_of_others = ordered_pairs(n.saturating_sub(1)) / directions;
    let share_of = |total: f64| move |&value: &f64| (total > 0.0).then(|| value / total);
    let mut planes = sums.nodes.into_iter();
    let betweenness = scaled(planes.next().unwrap_or_default(), scale);
    let mut edge_betweenness: Vec<Option<f64>> = scaled(sums.relations.unwrap_or_default(), scale)
        .into_iter()
        .map(Some)
        .collect();
    if task.request.weighted {
        for (value, pair) in edge_betweenness.iter_mut().zip(&network.pairs) {
            if pair.weight <= 0.0 {
                *value = None;
            }
        }
    }
    let passage = planes
        .zip(&task.classes)
        .map(|(plane, classes)| {
            let counts = classes.crossing_counts();
            let all: u64 = counts.iter().sum();
            plane
                .iter()
                .zip(&counts)
                .map(|(&value, &own)| {
                    // Ordered pairs: an actor is an end of `own` pairs in each of two directions.
                    let of_others = (all - 2 * own) as f64;
                    (of_others > 0.0).then(|| value * scale * directions / of_others)
                })
                .collect()
        })
        .collect();
    let exact = task.request.sources == Sources::Exact;
    let (out, inc) = if exact {
        distances(n, &sums.from, &sums.to)
    } else {
        Default::default()
    };
    let reached: u64 = sums.from.iter().map(|from| u64::from(from.reached)).sum();
    let total: f64 = sums.from.iter().map(|from| from.total).sum();
    let inverse: f64 = sums.from.iter().map(|from| from.inverse).sum();
    let farthest = |from: &Departures| (from.reached > 0).then_some(from.farthest);
    let sampled_pairs = sources.len() as f64 * n.saturating_sub(1) as f64;
    let over_pairs = |sum: f64| (sampled_pairs > 0.0).then(|| sum / sampled_pairs);
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
        out,
        inc,
        eccentricity: if exact {
            sums.from.iter().map(farthest).collect()
        } else {
            Vec::new()
        },
        mean_distance: (reached > 0).then(|| total / reached as f64),
        diameter: sums.from.iter().filter_map(farthest).reduce(f64::max),
        reachable_share: over_pairs(reached as f64),
        efficiency: over_pairs(inverse),
        sources: sources.len(),
    }
}

fn ordered_pairs(n: usize) -> f64 {
    n as f64 * n.saturating_sub(1) as f64
}

fn scaled(mut values: Vec<f64>, scale: f64) -> Vec<f64> {
    for value in &mut values {
        *value *= scale;
    }
    values
}

fn distances(n: usize, from: &[Departures], to: &[Arrivals]) -> (Distances, Distances) {
    let out = from.iter().map(|from| (from.reached, from.total, from.inverse));
    let out = by_actor(n, out);
    let inc = if to.is_empty() {
        out.clone()
    } else {
        by_actor(n, to.iter().map(|to| (to.reached_by, to.total, to.inverse)))
    };
    (out, inc)
}

fn by_actor(n: usize, sums: impl Iterator<Item = (u32, f64, f64)>) -> Distances {
    let mut distances = Distances::default();
    for (reached, total, inverse) in sums {
        distances.reached.push(reached);
        distances.total.push(total);
        let others = n as f64 - 1.0;
        let share = f64::from(reached) / others;
        let closeness = if reached == 0 {
            0.0
        } else {
            share * (f64::from(reached) / total)
        };
        distances.closeness.push((n > 1).then_some(closeness));
        distances.harmonic.push((n > 1).then(|| inverse / others));
    }
    distances
}
