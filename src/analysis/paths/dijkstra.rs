//! One pass of Dijkstra's algorithm per source: the weighted kernel.
//!
//! Counts of shortest paths are pulled when a node is settled, from predecessors that are final by
//! then: `distance + length` equal to the node's own distance with a relative tolerance of 1e-10.
//! The arcs found are kept, so the way back visits only arcs on shortest paths.

use super::count::PathCount;
use super::queue::Queue;
use super::sums::Sums;
use crate::analysis::Csr;

/// Relative difference below which two path lengths are equal.
pub const TIE_TOLERANCE: f64 = 1e-10;

/// Arcs with lengths, in both directions.
pub(super) struct Lengths {
    pub out: Csr,
    pub inc: Csr,
    pub directed: bool,
    /// Shortest and longest length; `None` without arcs.
    pub range: Option<(f64, f64)>,
}

#[derive(Clone, Copy)]
struct State<C> {
    distance: f64,
    /// Not counted until the node is settled.
    paths: C,
}

/// Working space of one thread.
pub(super) struct Dijkstra<C, Q> {
    state: Vec<State<C>>,
    queue: Q,
    order: Vec<u32>,
    /// Arcs of `inc` on shortest paths; those into `order[i]` end at `ends[i]`.
    arcs: Vec<u32>,
    ends: Vec<u32>,
    share: Vec<f64>,
}

impl<C: PathCount, Q: Queue> Dijkstra<C, Q> {
    pub fn new(n: usize, queue: Q) -> Self {
        Self {
            state: vec![
                State {
                    distance: f64::INFINITY,
                    paths: C::NONE
                };
                n
            ],
            queue,
            order: Vec::with_capacity(n),
            arcs: Vec::new(),
            ends: Vec::with_capacity(n),
            share: vec![0.0; n],
        }
    }

    /// Shortest paths from `source`. `false` when there are too many to count in `C`.
    #[inline(always)]
    pub fn forward(&mut self, lengths: &Lengths, source: u32) -> bool {
        let mut countable = true;
        self.state[source as usize].distance = 0.0;
        self.queue.put(source, 0.0);
        while let Some(v) = self.queue.take() {
            let State { distance, paths } = self.state[v as usize];
            if paths.is_counted() {
                continue;
            }
            let paths = if lengths.directed {
                let paths = self.pull(&lengths.inc, v, distance);
                self.relax(&lengths.out, v, distance);
                paths
            } else {
                self.pull_and_relax(&lengths.out, v, distance)
            };
            let paths = if v == source { C::ONE } else { paths };
            countable &= !paths.is_too_large();
            self.state[v as usize].paths = paths;
            self.order.push(v);
            self.ends.push(self.arcs.len() as u32);
        }
        self.queue.clear();
        if !countable {
            self.clear();
        }
        countable
    }

    #[inline(always)]
    fn pull(&mut self, inc: &Csr, v: u32, distance: f64) -> C {
        let limit = distance * (1.0 + TIE_TOLERANCE);
        let mut paths = C::NONE;
        for arc in inc.range(v as usize) {
            let before = self.state[inc.targets[arc] as usize];
            if before.paths.is_counted() && before.distance + inc.weights[arc] <= limit {
                paths = paths.plus(before.paths);
                self.arcs.push(arc as u32);
            }
        }
        paths
    }

    #[inline(always)]
    fn relax(&mut self, out: &Csr, v: u32, distance: f64) {
        for arc in out.range(v as usize) {
            let w = out.targets[arc];
            let longer = distance + out.weights[arc];
            let state = &mut self.state[w as usize];
            if longer < state.distance && !state.paths.is_counted() {
                state.distance = longer;
                self.queue.put(w, longer);
            }
        }
    }

    /// Both at once where the arcs are the same: half the memory is read.
    #[inline(always)]
    fn pull_and_relax(&mut self, arcs: &Csr, v: u32, distance: f64) -> C {
        let limit = distance * (1.0 + TIE_TOLERANCE);
        let mut paths = C::NONE;
        let range = arcs.range(v as usize);
        let first = range.start;
        for (at, (&w, &length)) in arcs.targets[range.clone()]
            .iter()
            .zip(&arcs.weights[range])
            .enumerate()
        {
            let state = &mut self.state[w as usize];
            if state.paths.is_counted() {
                if state.distance + length <= limit {
                    paths = paths.plus(state.paths);
                    self.arcs.push((first + at) as u32);
                }
            } else if distance + length < state.distance {
                state.distance = distance + length;
                self.queue.put(w, distance + length);
            }
        }
        paths
    }

    /// Distances of this pass, into the figures of its source and (directed) of its targets.
    pub fn distances(&self, source_at: usize, sums: &mut Sums) {
        for &v in self.order.iter().skip(1) {
            let distance = self.state[v as usize].distance;
            sums.departures(source_at, 1, distance);
            if sums.keeps_incoming() {
                sums.arrivals(v as usize, 1, distance);
            }
            sums.farthest(source_at, distance);
        }
    }

    /// The share of each node in the shortest paths to the nodes for which `ends` is 1, added to `nodes`;
    /// and of each pair, added to `relations`.
    #[inline(always)]
    pub fn backward(
        &mut self,
        inc: &Csr,
        ends: impl Fn(usize) -> f64,
        nodes: &mut [f64],
        mut relations: Option<&mut [f64]>,
    ) {
        for at in (1..self.order.len()).rev() {
            let w = self.order[at] as usize;
            let share = self.share[w];
            self.share[w] = 0.0;
            nodes[w] += share;
            let flow = ends(w) + share;
            let paths = self.state[w].paths;
            for &arc in &self.arcs[self.ends[at - 1] as usize..self.ends[at] as usize] {
                let v = inc.targets[arc as usize] as usize;
                let part = self.state[v].paths.share_of(paths) * flow;
                self.share[v] += part;
                if let Some(relations) = relations.as_deref_mut() {
                    relations[inc.pairs[arc as usize] as usize] += part;
                }
            }
        }
        if let Some(&source) = self.order.first() {
            self.share[source as usize] = 0.0;
        }
    }

    /// Makes the working space ready for the next source.
    pub fn clear(&mut self) {
        for &v in &self.order {
            self.state[v as usize] = State {
                distance: f64::INFINITY,
                paths: C::NONE,
            };
        }
        self.order.clear();
        self.arcs.clear();
        self.ends.clear();
    }
}
