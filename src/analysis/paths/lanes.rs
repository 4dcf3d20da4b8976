//! Eight breadth-first passes at once: the unweighted kernel.
//!
//! Brandes' algorithm, with the sources of a batch side by side in the lanes of a row. A row is one
//! cache line, every arc costs one addition of rows instead of eight unpredictable branches, and the
//! frontiers of eight sources overlap so much that an arc is read about three times instead of eight.
//! Each lane only ever meets numbers of its own source, so the width of the machine's registers
//! cannot change a result.

use super::PathTask;
use super::count::TOO_MANY_PATHS;
use super::parts::PathsPart;
use super::quanta::{self, odd, origin};
use super::sums::{DistanceSums, Sums};
use crate::analysis::Csr;

pub(super) const LANES: usize = 8;
pub(super) type LaneRow = [f64; LANES];
pub(super) type Mask = u8;

const ZERO: LaneRow = [0.0; LANES];

/// A node that is reached at some level, and by which lanes.
#[derive(Clone, Copy)]
pub(super) struct ReachedNode {
    pub node: u32,
    pub mask: Mask,
}

/// Working space of one thread; every array is all zero between batches.
pub(super) struct Lanes {
    sigma: Vec<LaneRow>,
    current: Vec<LaneRow>,
    next: Vec<LaneRow>,
    reached: Vec<Mask>,
    order: Vec<ReachedNode>,
    /// `order[levels[l]..levels[l + 1]]` is level `l`.
    levels: Vec<usize>,
    touched: Vec<u32>,
    is_touched: Vec<bool>,
}

/// What the pass counts a pair for: 1 in a lane when the pair (source of the lane, node) counts.
pub(super) trait CountedPairs {
    fn row(&self, node: usize) -> LaneRow;
}

/// Every pair counts: plain betweenness.
pub(super) struct AllPairs;

impl CountedPairs for AllPairs {
    #[inline(always)]
    fn row(&self, _node: usize) -> LaneRow {
        [1.0; LANES]
    }
}

/// Pairs count by the class of the node: betweenness between groups.
pub(super) struct ByClass<'a> {
    pub class_of: &'a [u32],
    pub rows: &'a [LaneRow],
}

impl CountedPairs for ByClass<'_> {
    #[inline(always)]
    fn row(&self, node: usize) -> LaneRow {
        self.rows[self.class_of[node] as usize]
    }
}

/// All bits of the lanes in a mask. Asked for every lane on its own this takes longer than to read it.
static BITS: [[u64; LANES]; 256] = {
    let mut rows = [[0; LANES]; 256];
    let mut mask = 0;
    while mask < rows.len() {
        let mut lane = 0;
        while lane < LANES {
            rows[mask][lane] = if mask >> lane & 1 == 1 { u64::MAX } else { 0 };
            lane += 1;
        }
        mask += 1;
    }
    rows
};

#[inline(always)]
fn select(mask: Mask, row: &LaneRow) -> LaneRow {
    let bits = &BITS[usize::from(mask)];
    let mut chosen = ZERO;
    for lane in 0..LANES {
        chosen[lane] = f64::from_bits(row[lane].to_bits() & bits[lane]);
    }
    chosen
}

/// 1 where there are none: a number of paths that is safe to divide by and to round.
#[inline(always)]
fn at_least_one(paths: &LaneRow) -> LaneRow {
    paths.map(|paths| if paths > 1.0 { paths } else { 1.0 })
}

#[inline(always)]
fn add(sum: &mut LaneRow, row: &LaneRow) {
    for lane in 0..LANES {
        sum[lane] += row[lane];
    }
}

/// How the lanes of a batch are rounded, each by the component of its source.
struct Rounding {
    /// More than any node gets, and the number that, added to a share, makes its last bit a quantum.
    most: LaneRow,
    magic: LaneRow,
    /// The bits of all of `magic` together.
    magic_bits: i64,
}

impl Rounding {
    fn new(parts: [Option<&PathsPart>; LANES]) -> Self {
        let magic = parts.map(|part| part.map_or(1.0, |part| part.shares.magic()));
        Self {
            most: parts.map(|part| part.map_or(1.0, |part| part.most)),
            magic,
            magic_bits: bits_together(&magic),
        }
    }

    /// Of all lanes together, in quanta. All sources that reach a node are of one component.
    #[inline(always)]
    fn count(&self, row: &LaneRow) -> i64 {
        let mut sums = *row;
        add(&mut sums, &self.magic);
        bits_together(&sums).wrapping_sub(self.magic_bits)
    }
}

/// In halves, so that it vectorises.
#[inline(always)]
fn bits_together(row: &LaneRow) -> i64 {
    let bits = row.map(|lane| lane.to_bits() as i64);
    let mut sums = [bits[0], bits[1]];
    for pair in 1..LANES / 2 {
        for (lane, sum) in sums.iter_mut().enumerate() {
            *sum = sum.wrapping_add(bits[2 * pair + lane]);
        }
    }
    sums[0].wrapping_add(sums[1])
}

impl Lanes {
    pub fn new(n: usize) -> Self {
        Self {
            sigma: vec![ZERO; n],
            current: vec![ZERO; n],
            next: vec![ZERO; n],
            reached: vec![0; n],
            order: Vec::with_capacity(n * 4),
            levels: Vec::new(),
            touched: Vec::with_capacity(n),
            is_touched: vec![false; n],
        }
    }

    /// Breadth first from `sources` (at most [`LANES`], all different). `false` when there are too
    /// many shortest paths from one of them to count in an `f64`; the working space is then clean again.
    pub fn forward(&mut self, out: &Csr, inc: &Csr, sources: &[u32]) -> bool {
        let n = self.reached.len();
        let full: Mask = Mask::MAX >> (LANES - sources.len());
        let mut open_arcs = inc.targets.len();
        self.order.clear();
        self.levels.clear();
        self.levels.push(0);
        for (lane, &source) in sources.iter().enumerate() {
            let s = source as usize;
            self.sigma[s][lane] = 1.0;
            self.current[s][lane] = 1.0;
            self.reached[s] = 1 << lane;
            self.order.push(ReachedNode {
                node: source,
                mask: 1 << lane,
            });
            if self.reached[s] == full {
                open_arcs -= inc.degree(s);
            }
        }
        let mut peak = ZERO;
        let mut start = 0;
        loop {
            let end = self.order.len();
            self.levels.push(end);
            let frontier_arcs: usize = self.order[start..end]
                .iter()
                .map(|entry| out.degree(entry.node as usize))
                .sum();
            // Pulling adds up in registers, pushing reads and writes memory: about 3 against 2.
            if open_arcs * 2 < frontier_arcs * 3 {
                for w in 0..n {
                    if self.reached[w] != full {
                        let mut sum = ZERO;
                        for &v in inc.neighbours(w) {
                            add(&mut sum, &self.current[v as usize]);
                        }
                        self.arrive(w, &sum, full, inc, &mut open_arcs, &mut peak);
                    }
                }
            } else {
                self.push(start..end, out, full);
                for at in 0..self.touched.len() {
                    let w = self.touched[at] as usize;
                    let sum = self.next[w];
                    self.next[w] = ZERO;
                    self.arrive(w, &sum, full, inc, &mut open_arcs, &mut peak);
                }
            }
            for entry in &self.order[start..end] {
                self.current[entry.node as usize] = ZERO;
            }
            std::mem::swap(&mut self.current, &mut self.next);
            if self.order.len() == end {
                break;
            }
            start = end;
        }
        let countable = peak.iter().all(|&count| count < TOO_MANY_PATHS);
        if !countable {
            self.clear();
        }
        countable
    }

    /// Adds the counts of the frontier to all its neighbours, noting each neighbour once.
    #[inline(always)]
    fn push(&mut self, frontier: std::ops::Range<usize>, out: &Csr, full: Mask) {
        self.touched.clear();
        for at in frontier {
            let v = self.order[at].node as usize;
            let row = self.current[v];
            for &w in out.neighbours(v) {
                let w = w as usize;
                if self.reached[w] == full {
                    continue;
                }
                add(&mut self.next[w], &row);
                if !self.is_touched[w] {
                    self.is_touched[w] = true;
                    self.touched.push(w as u32);
                }
            }
        }
        for &w in &self.touched {
            self.is_touched[w as usize] = false;
        }
    }

    /// Node `w` gets `sum` shortest paths in the lanes that had not reached it yet.
    #[inline(always)]
    fn arrive(
        &mut self,
        w: usize,
        sum: &LaneRow,
        full: Mask,
        inc: &Csr,
        open_arcs: &mut usize,
        peak: &mut LaneRow,
    ) {
        let mut hit: Mask = 0;
        for (lane, count) in sum.iter().enumerate() {
            hit |= Mask::from(*count > 0.0) << lane;
        }
        let new = hit & !self.reached[w];
        if new == 0 {
            return;
        }
        let row = select(new, sum);
        for lane in 0..LANES {
            peak[lane] = if row[lane] > peak[lane] {
                row[lane]
            } else {
                peak[lane]
            };
        }
        add(&mut self.sigma[w], &row);
        self.next[w] = row;
        self.reached[w] |= new;
        if self.reached[w] == full {
            *open_arcs -= inc.degree(w);
        }
        self.order.push(ReachedNode {
            node: w as u32,
            mask: new,
        });
    }

    /// Numbers of levels, including level 0.
    fn level_count(&self) -> usize {
        self.levels.len() - 1
    }

    /// Level by level, which nodes are reached there and by which lanes.
    pub fn entries(&self) -> impl Iterator<Item = &[ReachedNode]> {
        self.levels.windows(2).map(|ends| &self.order[ends[0]..ends[1]])
    }

    /// Numbers of shortest paths to a node.
    #[inline(always)]
    pub fn paths(&self, node: usize) -> &LaneRow {
        &self.sigma[node]
    }

    fn level(&self, level: usize) -> std::ops::Range<usize> {
        self.levels[level]..self.levels[level + 1]
    }

    /// Distances of this batch, into the figures of its sources and (directed) of its targets.
    pub fn distances(&self, task: &PathTask<'_>, first_source: usize, lanes: usize, sums: &mut Sums) {
        let mut steps = Vec::with_capacity(self.level_count());
        for level in 1..self.level_count() {
            let mut reached = [0u32; LANES];
            for entry in &self.order[self.level(level)] {
                for (lane, count) in reached.iter_mut().enumerate() {
                    *count += u32::from(entry.mask >> lane & 1);
                }
                if sums.keeps_incoming() {
                    let (node, sources) = (entry.node as usize, entry.mask.count_ones());
                    sums.arrivals(task.parts.of(node), node, sources, level as f64);
                }
            }
            steps.push(reached);
        }
        for lane in 0..lanes {
            let levels = || {
                (1u32..)
                    .zip(&steps)
                    .map(|(level, reached)| (level, reached[lane]))
            };
            let reached = levels().map(|(_, reached)| reached).sum();
            let farthest = levels()
                .filter(|(_, reached)| *reached > 0)
                .map(|(level, _)| level);
            let farthest = f64::from(farthest.last().unwrap_or(0));
            let distances = DistanceSums::new(reached, 1.0, farthest);
            let (mut total, mut inverse) = ([0; 2], [0; 2]);
            for (level, reached) in levels() {
                let level = f64::from(level);
                quanta::add(&mut total, distances.total.count(level), reached);
                quanta::add(&mut inverse, distances.inverse.count(1.0 / level), reached);
            }
            sums.from.push((
                first_source + lane,
                distances.departures(reached, farthest, total, inverse),
            ));
        }
    }

    /// The share of each node in the shortest paths of the pairs that `counts` names, added to `nodes`;
    /// and of each pair of `out`, added to `relations`: both in quanta of the component. `sources` are those
    /// of the way out.
    #[inline(always)]
    pub fn backward<C: CountedPairs>(
        &mut self,
        task: &PathTask<'_>,
        sources: &[u32],
        counts: &C,
        nodes: &mut [i64],
        mut relations: Option<&mut [i64]>,
    ) {
        let out = &*task.out;
        let part_of = |lane: usize| sources.get(lane).map(|&source| task.parts.of(source as usize));
        let rounding = Rounding::new(std::array::from_fn(part_of));
        let last = self.level_count() - 1;
        for level in (0..=last).rev() {
            if level == 0 && relations.is_none() {
                break;
            }
            for at in self.level(level) {
                let ReachedNode { node, mask } = self.order[at];
                let v = node as usize;
                let sigma = select(mask, &self.sigma[v]);
                let paths = at_least_one(&sigma);
                let mut share = ZERO;
                if level < last {
                    let mut origins = ZERO;
                    for lane in 0..LANES {
                        origins[lane] = origin(rounding.most[lane], paths[lane]);
                    }
                    share = origins;
                    if let Some(relations) = relations.as_deref_mut() {
                        for arc in out.range(v) {
                            let row = &self.current[out.targets[arc] as usize];
                            let mut part = ZERO;
                            for lane in 0..LANES {
                                part[lane] = sigma[lane] * row[lane];
                            }
                            relations[out.pairs[arc] as usize] += rounding.count(&part);
                            add(&mut share, row);
                        }
                    } else {
                        for &w in out.neighbours(v) {
                            add(&mut share, &self.current[w as usize]);
                        }
                    }
                    for lane in 0..LANES {
                        share[lane] = (share[lane] - origins[lane]) * sigma[lane];
                    }
                }
                if level > 0 {
                    nodes[v] += rounding.count(&share);
                    let ends = counts.row(v);
                    for lane in 0..LANES {
                        share[lane] = odd((ends[lane] + share[lane]) * (1.0 / paths[lane]));
                    }
                    self.next[v] = select(mask, &share);
                }
            }
            if level < last {
                for at in self.level(level + 1) {
                    self.current[self.order[at].node as usize] = ZERO;
                }
            }
            std::mem::swap(&mut self.current, &mut self.next);
        }
        // Level 1 (or 0) is what is left in `current`.
        for at in 0..self.levels[last.min(1) + 1] {
            self.current[self.order[at].node as usize] = ZERO;
            self.next[self.order[at].node as usize] = ZERO;
        }
    }

    /// Makes the working space all zero again.
    pub fn clear(&mut self) {
        for entry in &self.order {
            let v = entry.node as usize;
            self.sigma[v] = ZERO;
            self.current[v] = ZERO;
            self.next[v] = ZERO;
            self.reached[v] = 0;
        }
        self.order.clear();
    }
}
