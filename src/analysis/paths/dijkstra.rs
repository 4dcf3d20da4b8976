//! One pass of Dijkstra's algorithm per source: the weighted kernel where lengths differ very much, where nodes
//! come nearer too often for [`super::nearest`], and where there are more shortest paths than an `f64` holds.
//!
//! Three rounds: distances, then the arcs on shortest paths (`distance + length` of the node before equal
//! to the node's own distance with a relative tolerance of 1e-10), then the numbers of paths over these
//! arcs alone. The arcs are kept, so the way back visits no others.

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
    /// Shortest and longest length; `None` without arcs.
    pub range: Option<(f64, f64)>,
}

const UNSEEN: u32 = u32::MAX;

/// Working space of one thread.
pub(super) struct Dijkstra<C, Q> {
    distance: Vec<f64>,
    paths: Vec<C>,
    /// Place in `order`; [`UNSEEN`] until the node is settled.
    place: Vec<u32>,
    queue: Q,
    order: Vec<u32>,
    /// Nodes that have just come nearer; one place more than the highest degree.
    nearer: Vec<u32>,
    /// Arcs of `inc` on shortest paths, `arcs[..found]`; those into `order[i]` end at `ends[i]`.
    arcs: Vec<u32>,
    /// Where each of `arcs` ends.
    heads: Vec<u32>,
    found: usize,
    ends: Vec<u32>,
}

impl<C: PathCount, Q: Queue> Dijkstra<C, Q> {
    /// For networks of `n` nodes and `arcs` arcs, those of undirected ones counted both ways.
    pub fn new(n: usize, arcs: usize, queue: Q) -> Self {
        Self {
            distance: vec![f64::INFINITY; n],
            paths: vec![C::NONE; n],
            place: vec![UNSEEN; n],
            queue,
            order: Vec::with_capacity(n),
            nearer: vec![0; n + 1],
            arcs: vec![0; arcs + 1],
            heads: vec![0; arcs + 1],
            found: 0,
            ends: Vec::with_capacity(n),
        }
    }

    pub fn queue(&self) -> &Q {
        &self.queue
    }

    /// Shortest paths from `source`. `false` when there are too many to count in `C`.
    // Not inlined: among the other kernels of the worker its variables would not stay in registers.
    #[inline(never)]
    pub fn forward(&mut self, lengths: &Lengths, source: u32) -> bool {
        self.settle(&lengths.out, source);
        self.look_back(&lengths.inc);
        let countable = self.count(&lengths.inc, source);
        if !countable {
            self.clear();
        }
        countable
    }

    /// Distances, and the order of nodes. Whether an arc brings its end nearer is a coin that no processor
    /// foresees: those that do are gathered without a jump first.
    #[inline(always)]
    fn settle(&mut self, out: &Csr, source: u32) {
        let (distance, nearer) = (self.distance.as_mut_slice(), self.nearer.as_mut_slice());
        distance[source as usize] = 0.0;
        self.queue.put(source, 0.0);
        while let Some(v) = self.queue.take() {
            if self.place[v as usize] != UNSEEN {
                continue;
            }
            self.place[v as usize] = self.order.len() as u32;
            self.order.push(v);
            let own = distance[v as usize];
            let range = out.range(v as usize);
            let mut count = 0;
            for (&w, &length) in out.targets[range.clone()].iter().zip(&out.weights[range]) {
                let (old, new) = (distance[w as usize], own + length);
                // Never nearer than a settled node: that is not farther than `own`.
                nearer[count] = w;
                count += usize::from(new < old);
                distance[w as usize] = if new < old { new } else { old };
            }
            for &w in &nearer[..count] {
                self.queue.put(w, distance[w as usize]);
            }
        }
        self.queue.clear();
    }

    /// The arcs on shortest paths.
    #[inline(always)]
    fn look_back(&mut self, inc: &Csr) {
        let (distance, place) = (self.distance.as_slice(), self.place.as_slice());
        let (arcs, heads) = (self.arcs.as_mut_slice(), self.heads.as_mut_slice());
        let mut found = 0;
        for (&v, at) in self.order.iter().zip(0..) {
            let limit = distance[v as usize] * (1.0 + TIE_TOLERANCE);
            let range = inc.range(v as usize);
            let ends = inc.targets[range.clone()].iter().zip(&inc.weights[range.clone()]);
            for ((&u, &length), arc) in ends.zip(range.start as u32..) {
                let is_before = Q::PUTS_PREDECESSORS_FIRST || place[u as usize] < at;
                arcs[found] = arc;
                heads[found] = v;
                found += usize::from((distance[u as usize] + length <= limit) & is_before);
            }
            self.ends.push(found as u32);
        }
        self.found = found;
    }

    /// Numbers of shortest paths. `false` when there are too many.
    #[inline(always)]
    fn count(&mut self, inc: &Csr, source: u32) -> bool {
        let paths = self.paths.as_mut_slice();
        paths[source as usize] = C::ONE;
        for (&arc, &head) in self.arcs[..self.found].iter().zip(&self.heads[..self.found]) {
            let tail = paths[inc.targets[arc as usize] as usize];
            paths[head as usize] = paths[head as usize].plus(tail);
        }
        let mut order = self.order.iter();
        order.all(|&v| !paths[v as usize].is_too_large())
    }

    /// Distances of this pass, into the figures of its source and (directed) of its targets.
    pub fn distances(&self, source_at: usize, sums: &mut Sums) {
        for &v in self.order.iter().skip(1) {
            let distance = self.distance[v as usize];
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
        let counts = self.paths.as_slice();
        for at in (1..self.order.len()).rev() {
            let w = self.order[at] as usize;
            let own = std::mem::replace(&mut share[w], [0.0; P]);
            let mut flow = ends(w);
            for plane in 0..P {
                nodes[w][plane] += own[plane];
                flow[plane] += own[plane];
            }
            let paths = counts[w];
            let rates = flow.map(|flow| paths.rate(flow));
            for &arc in &self.arcs[self.ends[at - 1] as usize..self.ends[at] as usize] {
                let v = inc.targets[arc as usize] as usize;
                let parts = rates.map(|rate| counts[v].times(rate));
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
            self.distance[v as usize] = f64::INFINITY;
            self.paths[v as usize] = C::NONE;
            self.place[v as usize] = UNSEEN;
        }
        self.order.clear();
        self.found = 0;
        self.ends.clear();
    }
}
