//! One pass of Dijkstra's algorithm per source: the weighted kernel where lengths differ very much, where nodes
//! come nearer too often for [`super::nearest`], and where there are more shortest paths than an `f64` holds.
//!
//! Three rounds: distances, then the arcs on shortest paths (`distance + length` of the node before equal
//! to the node's own distance with a relative tolerance of 1e-10), then the numbers of paths over these
//! arcs alone. The arcs are kept, so the way back visits no others.
//!
//! A step can be so short compared with a path that it changes no digit of its length. Of two nodes that are equally far
//! the one in fewer steps comes first, and neither follows the other when these are equal as well: so who follows
//! whom does not depend on an order of the actors.

use super::count::PathCount;
use super::parts::PathsPart;
use super::planes::WayBack;
use super::queue::Queue;
use super::sums::{Departures, Sums};
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

/// Working space of one thread.
pub(super) struct Dijkstra<C, Q> {
    distance: Vec<f64>,
    /// On the shortest path with the fewest; not kept where distances alone give the order.
    steps: Vec<u32>,
    paths: Vec<C>,
    is_settled: Vec<bool>,
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
            steps: vec![0; n],
            paths: vec![C::NONE; n],
            is_settled: vec![false; n],
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
        let steps = self.steps.as_mut_slice();
        distance[source as usize] = 0.0;
        steps[source as usize] = 0;
        self.queue.put(source, 0.0, 0);
        while let Some(v) = self.queue.take() {
            if std::mem::replace(&mut self.is_settled[v as usize], true) {
                continue;
            }
            self.order.push(v);
            let (own, next) = (distance[v as usize], steps[v as usize] + 1);
            let range = out.range(v as usize);
            let mut count = 0;
            for (&w, &length) in out.targets[range.clone()].iter().zip(&out.weights[range]) {
                let (old, new) = (distance[w as usize], own + length);
                // Never nearer than a settled node: that is not farther than `own`, and not in more steps.
                let mut is_nearer = new < old;
                if !Q::PUTS_PREDECESSORS_FIRST {
                    is_nearer |= (new == old) & (next < steps[w as usize]);
                    steps[w as usize] = if is_nearer { next } else { steps[w as usize] };
                }
                nearer[count] = w;
                count += usize::from(is_nearer);
                distance[w as usize] = if is_nearer { new } else { old };
            }
            for &w in &nearer[..count] {
                self.queue.put(w, distance[w as usize], steps[w as usize]);
            }
        }
        self.queue.clear();
    }

    /// The arcs on shortest paths.
    #[inline(always)]
    fn look_back(&mut self, inc: &Csr) {
        let (distance, steps) = (self.distance.as_slice(), self.steps.as_slice());
        let (arcs, heads) = (self.arcs.as_mut_slice(), self.heads.as_mut_slice());
        let mut found = 0;
        for &v in &self.order {
            let (far, own_steps) = (distance[v as usize], steps[v as usize]);
            let limit = far * (1.0 + TIE_TOLERANCE);
            let range = inc.range(v as usize);
            let ends = inc.targets[range.clone()].iter().zip(&inc.weights[range.clone()]);
            for ((&u, &length), arc) in ends.zip(range.start as u32..) {
                let before = distance[u as usize];
                let is_before = Q::PUTS_PREDECESSORS_FIRST
                    || (before < far) | ((before == far) & (steps[u as usize] < own_steps));
                arcs[found] = arc;
                heads[found] = v;
                found += usize::from((before + length <= limit) & is_before);
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

    /// Distances of this pass, into the figures of its source and (directed) of its targets, in quanta of `part`.
    pub fn distances(&self, part: &PathsPart, source_at: usize, sums: &mut Sums) {
        let others = self.order.get(1..).unwrap_or_default();
        let distance = |&v: &u32| self.distance[v as usize];
        sums.from
            .push((source_at, Departures::of(others.iter().map(distance))));
        if sums.keeps_incoming() {
            for v in others {
                sums.arrivals(part, *v as usize, 1, distance(v));
            }
        }
    }

    /// Makes the working space ready for the next source.
    pub fn clear(&mut self) {
        for &v in &self.order {
            self.distance[v as usize] = f64::INFINITY;
            self.paths[v as usize] = C::NONE;
            self.is_settled[v as usize] = false;
        }
        self.order.clear();
        self.found = 0;
        self.ends.clear();
    }
}

/// The way back over the arcs that the pass kept, of `inc`.
pub(super) struct ByArcs<'a, C, Q> {
    pub pass: &'a Dijkstra<C, Q>,
    pub inc: &'a Csr,
}

impl<C: PathCount, Q: Queue> WayBack for ByArcs<'_, C, Q> {
    #[inline(always)]
    fn back<const P: usize>(
        &self,
        part: &PathsPart,
        ends: impl Fn(usize) -> [f64; P],
        gathered: &mut [[f64; P]],
        nodes: &mut [[i64; P]],
        mut relations: Option<&mut [i64]>,
    ) {
        let (pass, inc) = (self.pass, self.inc);
        let counts = pass.paths.as_slice();
        let most = part.most;
        for &v in &pass.order {
            gathered[v as usize] = [counts[v as usize].start(most); P];
        }
        for at in (1..pass.order.len()).rev() {
            let w = pass.order[at] as usize;
            let paths = counts[w];
            let own = gathered[w].map(|gathered| paths.flow(gathered, most));
            let mut flow = ends(w);
            for plane in 0..P {
                nodes[w][plane] += part.shares.count(own[plane]);
                flow[plane] += own[plane];
            }
            let rates = flow.map(|flow| paths.rate(flow));
            for &arc in &pass.arcs[pass.ends[at - 1] as usize..pass.ends[at] as usize] {
                let v = inc.targets[arc as usize] as usize;
                for (gathered, rate) in gathered[v].iter_mut().zip(rates) {
                    *gathered = counts[v].gather(*gathered, rate, most);
                }
                if let Some(relations) = relations.as_deref_mut() {
                    let share = counts[v].times(rates[0]);
                    relations[inc.pairs[arc as usize] as usize] += part.shares.count(share);
                }
            }
        }
    }
}
