//! What one thread adds up over some sources, and how that is added together.

use super::PathTask;
use super::parts::PathsPart;
use super::quanta::{self, Fine, Wide};

/// Figures of one source: the actors it reaches.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Departures {
    pub reached: u32,
    pub total: f64,
    pub inverse: f64,
    pub farthest: f64,
}

impl Departures {
    /// From the distances of whom it reaches, but for itself.
    pub fn of(distances: impl Iterator<Item = f64> + Clone) -> Self {
        let (mut reached, mut nearest, mut farthest) = (0, f64::INFINITY, 0.0f64);
        for distance in distances.clone() {
            reached += 1;
            nearest = nearest.min(distance);
            farthest = farthest.max(distance);
        }
        let sums = DistanceSums::new(reached, nearest, farthest);
        let (mut total, mut inverse) = ([0; 2], [0; 2]);
        for distance in distances {
            quanta::add(&mut total, sums.total.count(distance), 1);
            quanta::add(&mut inverse, sums.inverse.count(1.0 / distance), 1);
        }
        sums.departures(reached, farthest, total, inverse)
    }
}

/// How the distances of one source are added up.
#[derive(Clone, Copy)]
pub(super) struct DistanceSums {
    pub total: Fine,
    pub inverse: Fine,
}

impl DistanceSums {
    pub fn new(reached: u32, nearest: f64, farthest: f64) -> Self {
        Self {
            total: Fine::of_sum(farthest, reached),
            inverse: Fine::of_sum(1.0 / nearest, reached),
        }
    }

    pub fn departures(self, reached: u32, farthest: f64, total: [i64; 2], inverse: [i64; 2]) -> Departures {
        if reached == 0 {
            return Departures::default();
        }
        Departures {
            reached,
            total: self.total.value(total),
            inverse: self.inverse.value(inverse),
            farthest,
        }
    }
}

/// Figures of one target over all sources.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Arrivals {
    pub reached_by: u32,
    pub total: Wide,
    pub inverse: Wide,
    pub farthest: f64,
}

impl Arrivals {
    pub fn departures(&self, part: &PathsPart) -> Departures {
        Departures {
            reached: self.reached_by,
            total: self.total.value(part.total),
            inverse: self.inverse.value(part.inverse),
            farthest: self.farthest,
        }
    }
}

/// Sums over some sources, [`MOST_SOURCES`] at most. Shares are in quanta of the component ([`PathsPart::shares`]).
pub(super) struct Sums {
    /// Betweenness over all pairs, then over the crossing pairs of each partition.
    pub nodes: Vec<Vec<i64>>,
    pub relations: Option<Vec<i64>>,
    /// With the place of the source among all.
    pub from: Vec<(usize, Departures)>,
    /// By target; empty when undirected, where both directions are the same.
    pub to: Vec<Arrivals>,
}

impl Sums {
    pub fn new(task: &PathTask<'_>) -> Self {
        Self {
            nodes: vec![vec![0; task.n]; task.planes()],
            relations: task.keeps_relations().then(|| vec![0; task.pairs]),
            from: Vec::new(),
            to: vec![Arrivals::default(); task.targets()],
        }
    }

    #[inline(always)]
    pub fn keeps_incoming(&self) -> bool {
        !self.to.is_empty()
    }

    #[inline(always)]
    pub fn arrivals(&mut self, part: &PathsPart, target: usize, sources: u32, distance: f64) {
        let to = &mut self.to[target];
        to.reached_by += sources;
        to.total.add(distance, sources, part.total);
        to.inverse.add(1.0 / distance, sources, part.inverse);
        to.farthest = to.farthest.max(distance);
    }
}

/// This many shares of a source, each below 2^52 quanta, fit in 64 bits.
pub(super) const MOST_SOURCES: usize = 1024;

/// The sums of all threads, in whatever order they came: nothing here is rounded.
pub(super) struct Merged {
    pub nodes: Vec<Vec<i128>>,
    pub relations: Option<Vec<i128>>,
    /// By source.
    pub from: Vec<Departures>,
    pub to: Vec<Arrivals>,
}

impl Merged {
    pub fn new(task: &PathTask<'_>, sources: usize) -> Self {
        Self {
            nodes: vec![vec![0; task.n]; task.planes()],
            relations: task.keeps_relations().then(|| vec![0; task.pairs]),
            from: vec![Departures::default(); sources],
            to: vec![Arrivals::default(); task.targets()],
        }
    }

    pub fn add(&mut self, sums: &Sums) {
        for (sum, part) in self.nodes.iter_mut().zip(&sums.nodes) {
            add(sum, part);
        }
        if let (Some(sum), Some(part)) = (&mut self.relations, &sums.relations) {
            add(sum, part);
        }
        for &(place, from) in &sums.from {
            self.from[place] = from;
        }
        for (sum, part) in self.to.iter_mut().zip(&sums.to) {
            sum.reached_by += part.reached_by;
            sum.total.append(part.total);
            sum.inverse.append(part.inverse);
            sum.farthest = sum.farthest.max(part.farthest);
        }
    }
}

fn add(sum: &mut [i128], part: &[i64]) {
    for (sum, &part) in sum.iter_mut().zip(part) {
        *sum += i128::from(part);
    }
}
