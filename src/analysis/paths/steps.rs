//! One breadth-first pass with all planes side by side: the unweighted kernel for many partitions.
//!
//! Arcs on shortest paths are noted on the way out, without a jump that cannot be foreseen, and paths are
//! counted over them alone; on the way back each node adds up rows of its successors in registers and
//! writes once.

use super::sums::Sums;
use crate::analysis::Csr;

const UNSEEN: u32 = u32::MAX;
/// As in [`super::count`]: above this the careful kernel counts.
const TOO_MANY_PATHS: f64 = 1e250;

/// Working space of one thread.
pub(super) struct Steps {
    level: Vec<u32>,
    paths: Vec<f64>,
    /// `order[..reached]`, and one place that is written before it is known to count.
    order: Vec<u32>,
    reached: usize,
    /// Arcs to the next level; those of `order[i]` begin at `starts[i]` and end at `starts[i + 1]`.
    arcs: Vec<u32>,
    /// Where each of `arcs` begins.
    tails: Vec<u32>,
    starts: Vec<u32>,
}

impl Steps {
    /// For `n` nodes and `arcs` arcs, those of undirected ones counted both ways.
    pub fn new(n: usize, arcs: usize) -> Self {
        Self {
            level: vec![UNSEEN; n],
            paths: vec![0.0; n],
            order: vec![0; n + 1],
            reached: 0,
            arcs: vec![0; arcs + 1],
            tails: vec![0; arcs + 1],
            starts: vec![0; n + 1],
        }
    }

    /// Shortest paths from `source`. `false` when there are too many to count; then it is clean again.
    // Not inlined: among the other kernels of the worker its variables would not stay in registers.
    #[inline(never)]
    pub fn forward(&mut self, out: &Csr, source: u32) -> bool {
        self.explore(out, source);
        let countable = self.count(out, source);
        if !countable {
            self.clear();
        }
        countable
    }

    /// Levels, the order of nodes, and the arcs that lead one level further. Whether an arc does is a coin
    /// that no processor foresees, so nothing here jumps on it.
    fn explore(&mut self, out: &Csr, source: u32) {
        let (level, order) = (self.level.as_mut_slice(), self.order.as_mut_slice());
        let (arcs, tails) = (self.arcs.as_mut_slice(), self.tails.as_mut_slice());
        level[source as usize] = 0;
        order[0] = source;
        let (mut at, mut reached, mut found) = (0, 1, 0);
        while at < reached {
            let v = order[at];
            let next = level[v as usize] + 1;
            self.starts[at] = found as u32;
            let range = out.range(v as usize);
            for (&w, arc) in out.targets[range.clone()].iter().zip(range.start as u32..) {
                let seen = level[w as usize];
                level[w as usize] = seen.min(next);
                order[reached] = w;
                reached += usize::from(seen == UNSEEN);
                arcs[found] = arc;
                tails[found] = v;
                found += usize::from(seen >= next);
            }
            at += 1;
        }
        self.starts[reached] = found as u32;
        self.reached = reached;
    }

    /// Numbers of shortest paths. `false` when there are too many.
    fn count(&mut self, out: &Csr, source: u32) -> bool {
        let found = self.starts[self.reached] as usize;
        let paths = self.paths.as_mut_slice();
        paths[source as usize] = 1.0;
        for (&arc, &tail) in self.arcs[..found].iter().zip(&self.tails[..found]) {
            paths[out.targets[arc as usize] as usize] += paths[tail as usize];
        }
        let order = self.order[..self.reached].iter();
        let peak = order.map(|&v| paths[v as usize]).fold(0.0, f64::max);
        peak < TOO_MANY_PATHS
    }

    /// Distances of this pass, into the figures of its source and (directed) of its targets.
    pub fn distances(&self, source_at: usize, sums: &mut Sums) {
        let order = &self.order[..self.reached];
        for same in order[1..].chunk_by(|&a, &b| self.level[a as usize] == self.level[b as usize]) {
            let steps = f64::from(self.level[same[0] as usize]);
            sums.departures(source_at, same.len() as u32, steps);
            sums.farthest(source_at, steps);
            if sums.keeps_incoming() {
                for &w in same {
                    sums.arrivals(w as usize, 1, steps);
                }
            }
        }
    }

    /// As [`super::dijkstra::Dijkstra::backward`]; `rates` is working space.
    #[inline(always)]
    pub fn backward<const P: usize>(
        &self,
        out: &Csr,
        ends: impl Fn(usize) -> [f64; P],
        rates: &mut [[f64; P]],
        nodes: &mut [[f64; P]],
        mut relations: Option<&mut [f64]>,
    ) {
        for at in (0..self.reached).rev() {
            let v = self.order[at] as usize;
            let own = self.paths[v];
            let mut share = [0.0; P];
            for &arc in &self.arcs[self.starts[at] as usize..self.starts[at + 1] as usize] {
                let row = &rates[out.targets[arc as usize] as usize];
                for (share, rate) in share.iter_mut().zip(row) {
                    *share += rate;
                }
                if let Some(relations) = relations.as_deref_mut() {
                    relations[out.pairs[arc as usize] as usize] += row[0] * own;
                }
            }
            if at > 0 {
                let per_path = 1.0 / own;
                let ends = ends(v);
                for plane in 0..P {
                    let share = share[plane] * own;
                    nodes[v][plane] += share;
                    rates[v][plane] = (ends[plane] + share) * per_path;
                }
            }
        }
    }

    /// Makes the working space ready for the next source.
    pub fn clear(&mut self) {
        for &v in &self.order[..self.reached] {
            self.level[v as usize] = UNSEEN;
            self.paths[v as usize] = 0.0;
        }
        self.reached = 0;
    }
}
