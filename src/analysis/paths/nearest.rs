//! Distances from eight sources at once: the weighted kernel.
//!
//! A node whose distance fell in any lane passes its row on to its neighbours, until no distance falls. In
//! one lane that would visit nodes more often than Dijkstra's algorithm; in eight, whose fronts overlap,
//! less than a third as often, and without a queue by distance. What is reached is the same to the last
//! bit: the least over all paths of lengths added up from the source on.

use super::PathTask;
use super::dijkstra::TIE_TOLERANCE;
use super::lanes::{LANES, LaneRow, Mask};
use super::sums::{DistanceSums, Sums};
use crate::analysis::Csr;

/// Visits per node of eight sources together.
const MOST_VISITS: usize = 24;
const FAR: LaneRow = [f64::INFINITY; LANES];

/// Working space of one thread.
pub(super) struct Nearest {
    rows: Vec<LaneRow>,
    limits: Vec<LaneRow>,
    /// How many others each source reaches, and how far.
    reached: LaneRow,
    farthest: LaneRow,
    /// Nodes whose neighbours may come nearer, as a ring: every node waits at most once, and one place is
    /// written before it is known to count.
    ring: Vec<u32>,
    is_waiting: Vec<bool>,
}

impl Nearest {
    pub fn new(n: usize) -> Self {
        Self {
            rows: vec![FAR; n],
            limits: vec![FAR; n],
            reached: [0.0; LANES],
            farthest: [0.0; LANES],
            ring: vec![0; n + 1],
            is_waiting: vec![false; n],
        }
    }

    /// Distances from `sources`, at most [`LANES`]. `false` when nodes come nearer too often: in a network like
    /// a long ladder Dijkstra's algorithm is faster.
    #[inline(never)]
    pub fn forward(&mut self, out: &Csr, sources: &[u32]) -> bool {
        let mut visits_left = MOST_VISITS * self.rows.len();
        let (rows, ring) = (self.rows.as_mut_slice(), self.ring.as_mut_slice());
        let is_waiting = self.is_waiting.as_mut_slice();
        rows.fill(FAR);
        let (mut first, mut last) = (0, 0);
        for (lane, &source) in sources.iter().enumerate() {
            rows[source as usize][lane] = 0.0;
            if !std::mem::replace(&mut is_waiting[source as usize], true) {
                ring[last] = source;
                last += 1;
            }
        }
        while first != last {
            if visits_left == 0 {
                is_waiting.fill(false);
                return false;
            }
            visits_left -= 1;
            let v = ring[first] as usize;
            first = if first + 1 == ring.len() { 0 } else { first + 1 };
            is_waiting[v] = false;
            let own = rows[v];
            let range = out.range(v);
            for (&w, &length) in out.targets[range.clone()].iter().zip(&out.weights[range]) {
                let row = &mut rows[w as usize];
                let mut changed = 0;
                for lane in 0..LANES {
                    let (old, new) = (row[lane], own[lane] + length);
                    let near = if new < old { new } else { old };
                    changed |= near.to_bits() ^ old.to_bits();
                    row[lane] = near;
                }
                let waits = &mut is_waiting[w as usize];
                ring[last] = w;
                let is_new = (changed != 0) & !*waits;
                *waits |= is_new;
                last += usize::from(is_new);
                last = if last == ring.len() { 0 } else { last };
            }
        }
        let (mut reached, mut farthest) = ([0.0; LANES], [0.0; LANES]);
        for (limit, row) in self.limits.iter_mut().zip(rows) {
            for lane in 0..LANES {
                let distance = row[lane];
                limit[lane] = distance * (1.0 + TIE_TOLERANCE);
                let counts = is_of_another(distance);
                reached[lane] += if counts { 1.0 } else { 0.0 };
                let far = if counts { distance } else { 0.0 };
                farthest[lane] = if far > farthest[lane] { far } else { farthest[lane] };
            }
        }
        (self.reached, self.farthest) = (reached, farthest);
        true
    }

    /// Distances of this batch, into the figures of its sources and (directed) of its targets; but for the
    /// lanes of `left_out`.
    pub fn put_distances(
        &self,
        task: &PathTask<'_>,
        sources: &[u32],
        first_source: usize,
        left_out: Mask,
        sums: &mut Sums,
    ) {
        let reached = self.reached.map(|reached| reached as u32);
        // The nearest of all is a neighbour.
        let nearest = |lane: usize| {
            let steps = sources
                .get(lane)
                .map(|&source| task.lengths.out.weights_of(source as usize));
            let steps = steps.unwrap_or_default().iter();
            steps.copied().fold(f64::INFINITY, f64::min)
        };
        let by_lane: [DistanceSums; LANES] =
            std::array::from_fn(|lane| DistanceSums::new(reached[lane], nearest(lane), self.farthest[lane]));
        let (mut total, mut inverse) = ([[0i64; LANES]; 2], [[0i64; LANES]; 2]);
        for row in &self.rows {
            for lane in 0..LANES {
                let distance = row[lane];
                let counts = is_of_another(distance);
                let (near, per) = if counts {
                    (distance, 1.0 / distance)
                } else {
                    (0.0, 0.0)
                };
                let (near, per) = (by_lane[lane].total.count(near), by_lane[lane].inverse.count(per));
                for part in 0..2 {
                    total[part][lane] = total[part][lane].wrapping_add(near[part]);
                    inverse[part][lane] = inverse[part][lane].wrapping_add(per[part]);
                }
            }
        }
        let is_taken = |&lane: &usize| left_out >> lane & 1 == 0;
        for lane in (0..sources.len()).filter(is_taken) {
            let [total, inverse] = [&total, &inverse].map(|sum| sum.map(|row| row[lane]));
            let departures = by_lane[lane].departures(reached[lane], self.farthest[lane], total, inverse);
            sums.from.push((first_source + lane, departures));
        }
        if sums.keeps_incoming() {
            for (node, row) in self.rows.iter().enumerate() {
                for lane in (0..LANES)
                    .filter(is_taken)
                    .filter(|&lane| is_of_another(row[lane]))
                {
                    sums.arrivals(task.parts.of(node), node, 1, row[lane]);
                }
            }
        }
    }

    /// By node, from all sources; infinite where a lane does not come.
    pub fn distances(&self) -> &[LaneRow] {
        &self.rows
    }

    /// By node, how far at most is as near as it gets.
    pub fn limits(&self) -> &[LaneRow] {
        &self.limits
    }
}

/// Not of the source itself, and not of who cannot be reached.
#[inline(always)]
fn is_of_another(distance: f64) -> bool {
    (distance > 0.0) & (distance < f64::INFINITY)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::paths::{PathRequest, lengths, run};
    use crate::analysis::{Control, Link, Network};
    use crate::numeric::square;

    /// A path with shortcuts that are longer than the way around: nodes come nearer again and again.
    fn detours(last: u32) -> Network {
        let tie = |source, target, length: f64| Link {
            source,
            target,
            weight: 1.0 / length,
        };
        let steps = (0..last).map(|at| tie(at, at + 1, 1.0));
        let jumps = (0..last).flat_map(|at| {
            let ends = (at + 2..=last).step_by(3);
            ends.map(move |end| tie(at, end, square(f64::from(end - at))))
        });
        Network::from_links(last as usize + 1, false, &steps.chain(jumps).collect::<Vec<_>>()).unwrap()
    }

    #[test]
    fn a_network_of_detours_is_left_to_dijkstra_and_the_next_is_not() {
        let network = detours(300);
        let out = lengths(false, &network.out, &network.inc, true).out;
        let mut nearest = Nearest::new(301);
        let sources: Vec<u32> = (0..8).collect();
        assert!(!nearest.forward(&out, &sources));
        let path = |v: u32| Link {
            source: v,
            target: v + 1,
            weight: 0.5,
        };
        let path = Network::from_links(301, false, &(0..300).map(path).collect::<Vec<_>>()).unwrap();
        assert!(nearest.forward(&lengths(false, &path.out, &path.inc, true).out, &sources));
        assert_eq!(
            (nearest.distances()[300][0], nearest.distances()[1][7]),
            (600.0, 12.0)
        );
    }

    #[test]
    fn a_network_of_detours_gets_its_figures_all_the_same() {
        let found = run(
            &detours(300),
            &PathRequest {
                weighted: true,
                ..PathRequest::default()
            },
            &Control::new(),
        );
        let found = found.unwrap();
        assert_eq!(found.diameter, Some(300.0));
        for (v, value) in found.betweenness.iter().enumerate() {
            assert!(
                (value - (v * (300 - v)) as f64).abs() <= 1e-9 * value,
                "actor {v}: {value}"
            );
        }
    }
}
