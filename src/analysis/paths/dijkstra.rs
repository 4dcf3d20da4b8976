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
    /// Arcs of `inc` on shortest paths, `arcs[..found]`; those into `order[i]` end at `ends[i]`.
    arcs: Vec<u32>,
    found: usize,
    ends: Vec<u32>,
}

impl<C: PathCount, Q: Queue> Dijkstra<C, Q> {
    /// For networks of `n` nodes and `arcs` arcs, those of undirected ones counted both ways.
    pub fn new(n: usize, arcs: usize, queue: Q) -> Self {
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
            arcs: vec![0; arcs],
            found: 0,
            ends: Vec::with_capacity(n),
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
            self.ends.push(self.found as u32);
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
                self.arcs[self.found] = arc as u32;
                self.found += 1;
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
        // Plain slices: their places are not read anew after every write.
        let (state, before) = (self.state.as_mut_slice(), self.arcs.as_mut_slice());
        let (queue, mut found) = (&mut self.queue, self.found);
        let limit = distance * (1.0 + TIE_TOLERANCE);
        let mut paths = C::NONE;
        let range = arcs.range(v as usize);
        let ends = arcs.targets[range.clone()].iter();
        for ((&w, &length), arc) in ends.zip(&arcs.weights[range.clone()]).zip(range.start as u32..) {
            let state = &mut state[w as usize];
            let (back, forth) = (state.distance + length, distance + length);
            // Most arcs are neither: one jump that is easy to foresee.
            if (back <= limit) | (forth < state.distance) {
                if state.paths.is_counted() {
                    if back <= limit {
                        paths = paths.plus(state.paths);
                        before[found] = arc;
                        found += 1;
                    }
                } else if forth < state.distance {
                    state.distance = forth;
                    queue.put(w, forth);
                }
            }
        }
        self.found = found;
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

    /// For `P` planes side by side: the share of each node in the shortest paths to the nodes for which
    /// `ends` is 1, added to `nodes`; and (of the first plane) of each pair, added to `relations`.
    /// `share` is all zero before and after.
    #[inline(always)]
    pub fn backward<const P: usize>(
        &self,
        inc: &Csr,
        ends: impl Fn(usize) -> [f64; P],
        share: &mut [[f64; P]],
        nodes: &mut [[f64; P]],
        mut relations: Option<&mut [f64]>,
    ) {
        let state = self.state.as_slice();
        for at in (1..self.order.len()).rev() {
            let w = self.order[at] as usize;
            let own = std::mem::replace(&mut share[w], [0.0; P]);
            let mut flow = ends(w);
            for plane in 0..P {
                nodes[w][plane] += own[plane];
                flow[plane] += own[plane];
            }
            let paths = state[w].paths;
            let rates = flow.map(|flow| paths.rate(flow));
            for &arc in &self.arcs[self.ends[at - 1] as usize..self.ends[at] as usize] {
                let v = inc.targets[arc as usize] as usize;
                let parts = rates.map(|rate| state[v].paths.times(rate));
                for (share, part) in share[v].iter_mut().zip(parts) {
                    *share += part;
                }
                if let Some(relations) = relations.as_deref_mut() {
                    relations[inc.pairs[arc as usize] as usize] += parts[0];
                }
            }
        }
        if let Some(&source) = self.order.first() {
            share[source as usize] = [0.0; P];
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
        self.found = 0;
        self.ends.clear();
    }
}
