//! Shortest paths from eight sources, as arcs in an order: for counting them, and for the way back of each
//! source with all planes side by side.
//!
//! Whether an arc is the next step of a shortest path is asked for eight sources at once and kept as a bit.
//! On the way back each node adds up rows of its successors in registers and writes once.

use super::count::TOO_MANY_PATHS;
use super::lanes::{LANES, Lanes, ReachedNode};
use super::nearest::Nearest;
use super::parts::PathsPart;
use super::planes::WayBack;
use super::quanta::{odd, origin};
use crate::analysis::Csr;
use std::ops::Range;

/// Per arc and lane, whether it is the next step of a shortest path.
struct Steps {
    /// Eight arcs in a byte, lane after lane.
    bits: Vec<u8>,
    /// Bytes of one lane, with some to spare for reading eight at once.
    stride: usize,
}

impl Steps {
    fn new(arcs: usize) -> Self {
        let stride = arcs.div_ceil(8) + 8;
        Self {
            bits: vec![0; stride * LANES],
            stride,
        }
    }

    /// Asks for every arc: `is_next` gets a node, an arc of it and the other end, and answers in the lowest bit
    /// of the byte of each lane.
    #[inline(always)]
    fn ask(&mut self, out: &Csr, is_next: impl Fn(usize, usize, usize) -> u64) {
        let mut eight = 0;
        for v in 0..out.offsets.len() - 1 {
            let range = out.range(v);
            for (&w, arc) in out.targets[range.clone()].iter().zip(range) {
                eight |= is_next(v, arc, w as usize) << (arc % 8);
                if arc % 8 == 7 {
                    self.put(arc / 8, eight);
                    eight = 0;
                }
            }
        }
        self.put(out.targets.len() / 8, eight);
    }

    #[inline(always)]
    fn put(&mut self, at: usize, eight: u64) {
        for (lane, byte) in eight.to_le_bytes().into_iter().enumerate() {
            self.bits[lane * self.stride + at] = byte;
        }
    }

    /// Calls `work` with those arcs of `range` that are a next step in `lane`.
    #[inline(always)]
    fn each(&self, lane: usize, range: Range<usize>, mut work: impl FnMut(usize)) {
        /// What eight bytes hold, wherever in the first of them it begins.
        const MOST: usize = 56;
        let bits = &self.bits[lane * self.stride..(lane + 1) * self.stride];
        let mut start = range.start;
        while start < range.end {
            let count = (range.end - start).min(MOST);
            let eight = bits[start / 8..].first_chunk().expect("some to spare");
            let mut left = (u64::from_le_bytes(*eight) >> (start % 8)) & ((1 << count) - 1);
            while left != 0 {
                work(start + left.trailing_zeros() as usize);
                left &= left - 1;
            }
            start += count;
        }
    }
}

/// Working space of one thread.
pub(super) struct Routes {
    steps: Steps,
    /// Of one lane: no node before one that it follows on a shortest path. `order[..reached]`, and one place
    /// that is written before it is known to count.
    order: Vec<u32>,
    reached: usize,
    /// Numbers of shortest paths.
    paths: Vec<f64>,
    /// By node, of all lanes: how many steps from the source, a byte each.
    levels: Vec<u64>,
    /// Of one lane: how many widths of a bucket from the source.
    widths: Vec<u32>,
    /// Where the nodes of each width begin.
    starts: Vec<u32>,
}

/// A one in the byte of each lane.
const ONES: u64 = u64::from_le_bytes([1; LANES]);
/// Level of a node that a lane does not reach; one step further is still out of range.
const UNSEEN: u8 = 0x7f;
/// The largest level that can be kept.
const MOST_LEVELS: usize = UNSEEN as usize - 1;

/// The bytes of the lanes in a mask.
fn bytes_of(mask: u8) -> u64 {
    // Byte by byte one of the bits, then moved to the lowest place.
    let one_each = (u64::from(mask) * ONES) & u64::from_le_bytes([1, 2, 4, 8, 16, 32, 64, 128]);
    ((one_each + 0x7f * ONES) >> 7) & ONES
}

/// A one in the bytes that are zero.
#[inline(always)]
fn zero_bytes(bytes: u64) -> u64 {
    // Seven bits at a time, so that nothing is carried from one byte to the next.
    let low = (bytes & (0x7f * ONES)) + 0x7f * ONES;
    (!(low | bytes) >> 7) & ONES
}

impl Routes {
    /// For `n` nodes and `arcs` arcs, those of undirected ones counted both ways.
    pub fn new(n: usize, arcs: usize) -> Self {
        Self {
            steps: Steps::new(arcs),
            order: vec![0; n + 1],
            reached: 0,
            paths: vec![0.0; n],
            levels: vec![0; n],
            widths: vec![0; n],
            starts: Vec::new(),
        }
    }

    /// The steps of a breadth-first pass. `false` when it goes too far.
    // Not inlined: among the other kernels of the worker its variables would not stay in registers.
    #[inline(never)]
    pub fn take_levels(&mut self, lanes: &Lanes, out: &Csr) -> bool {
        if lanes.entries().count() > MOST_LEVELS {
            return false;
        }
        let levels = self.levels.as_mut_slice();
        levels.fill(ONES * u64::from(UNSEEN));
        for (entries, level) in lanes.entries().zip(0u8..) {
            for &ReachedNode { node, mask } in entries {
                levels[node as usize] ^= bytes_of(mask) * u64::from(UNSEEN ^ level);
            }
        }
        let levels = self.levels.as_slice();
        self.steps
            .ask(out, |v, _, w| zero_bytes(levels[w] ^ (levels[v] + ONES)));
        true
    }

    /// One lane of it, on which [`ByRoutes`] goes on.
    #[inline(never)]
    pub fn choose_level_lane(&mut self, lanes: &Lanes, lane: usize) {
        let order = self.order.as_mut_slice();
        let mut reached = 0;
        for entry in lanes.entries().flatten() {
            order[reached] = entry.node;
            reached += usize::from(entry.mask >> lane & 1);
        }
        self.reached = reached;
        for &v in &self.order[..reached] {
            self.paths[v as usize] = lanes.paths(v as usize)[lane];
        }
    }

    /// The steps of a pass with weights, whose lengths are the weights of `out`.
    #[inline(never)]
    pub fn take_distances(&mut self, nearest: &Nearest, out: &Csr) {
        let (distances, limits) = (nearest.distances(), nearest.limits());
        let lengths = out.weights.as_slice();
        self.steps.ask(out, |v, arc, w| {
            let (own, limit, length) = (&distances[v], &limits[w], lengths[arc]);
            let mut bytes = 0;
            for lane in 0..LANES {
                bytes |= u64::from(own[lane] + length <= limit[lane]) << (8 * lane);
            }
            bytes
        });
    }

    /// One lane of it, on which [`ByRoutes`] goes on. A step is never shorter than a width, of which there
    /// are `per_width` in 1. `false` when there are too many paths to count.
    #[inline(never)]
    pub fn choose_distance_lane(
        &mut self,
        nearest: &Nearest,
        lane: usize,
        out: &Csr,
        per_width: f64,
    ) -> bool {
        self.put_in_order(nearest, lane, per_width);
        let paths = self.paths.as_mut_slice();
        paths.fill(0.0);
        let order = &self.order[..self.reached];
        if let Some(&source) = order.first() {
            paths[source as usize] = 1.0;
        }
        let mut peak = 0.0;
        for &v in order {
            let own = paths[v as usize];
            peak = if own > peak { own } else { peak };
            self.steps.each(lane, out.range(v as usize), |arc| {
                paths[out.targets[arc] as usize] += own;
            });
        }
        peak <= TOO_MANY_PATHS
    }

    /// Nearest first, as far as that matters: within one width no node follows another.
    fn put_in_order(&mut self, nearest: &Nearest, lane: usize, per_width: f64) {
        const FAR: u32 = u32::MAX;
        let rows = nearest.distances();
        let n = rows.len();
        let mut farthest = 0;
        for (width, row) in self.widths.iter_mut().zip(rows) {
            // Saturating: who is not reached is FAR.
            *width = (row[lane] * per_width) as u32;
            farthest = farthest.max(if *width == FAR { 0 } else { *width });
        }
        if farthest as usize > 8 * n {
            let mut reached = 0;
            for v in (0..n).filter(|&v| rows[v][lane] < f64::INFINITY) {
                self.order[reached] = v as u32;
                reached += 1;
            }
            self.order[..reached].sort_unstable_by_key(|&v| rows[v as usize][lane].to_bits());
            self.reached = reached;
            return;
        }
        let (starts, unseen) = (&mut self.starts, farthest + 1);
        starts.clear();
        starts.resize(unseen as usize + 2, 0);
        for &width in &self.widths {
            starts[width.min(unseen) as usize + 1] += 1;
        }
        let mut sum = 0;
        for start in starts.iter_mut() {
            sum += *start;
            *start = sum;
        }
        self.reached = starts[unseen as usize] as usize;
        for (v, &width) in (0..).zip(&self.widths) {
            let place = &mut starts[width.min(unseen) as usize];
            self.order[*place as usize] = v;
            *place += 1;
        }
    }
}

/// The way back of the lane that was chosen.
pub(super) struct ByRoutes<'a> {
    pub routes: &'a Routes,
    pub out: &'a Csr,
    pub lane: usize,
}

impl WayBack for ByRoutes<'_> {
    #[inline(always)]
    fn back<const P: usize>(
        &self,
        part: &PathsPart,
        ends: impl Fn(usize) -> [f64; P],
        rates: &mut [[f64; P]],
        nodes: &mut [[i64; P]],
        mut relations: Option<&mut [i64]>,
    ) {
        let (routes, out) = (self.routes, self.out);
        for (at, &v) in routes.order[..routes.reached].iter().enumerate().rev() {
            let v = v as usize;
            let own = routes.paths[v];
            let origin = origin(part.most, own);
            let mut share = [origin; P];
            routes.steps.each(self.lane, out.range(v), |arc| {
                let row = &rates[out.targets[arc] as usize];
                for (share, rate) in share.iter_mut().zip(row) {
                    *share += rate;
                }
                if let Some(relations) = relations.as_deref_mut() {
                    relations[out.pairs[arc] as usize] += part.shares.count(row[0] * own);
                }
            });
            if at > 0 {
                let per_path = 1.0 / own;
                let ends = ends(v);
                for plane in 0..P {
                    let share = (share[plane] - origin) * own;
                    nodes[v][plane] += part.shares.count(share);
                    rates[v][plane] = odd((ends[plane] + share) * per_path);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mask_becomes_a_byte_per_lane() {
        for mask in 0..=u8::MAX {
            let expected: [u8; LANES] = std::array::from_fn(|lane| mask >> lane & 1);
            assert_eq!(bytes_of(mask).to_le_bytes(), expected);
        }
    }

    #[test]
    fn bytes_that_are_zero_are_told_whatever_stands_beside_them() {
        for bytes in [[0, 0xff, 0, 0x80, 1, 0x7f, 0, 0x81], [0xff; LANES], [0; LANES]] {
            let expected = bytes.map(|byte: u8| u8::from(byte == 0));
            assert_eq!(zero_bytes(u64::from_le_bytes(bytes)).to_le_bytes(), expected);
        }
    }

    #[test]
    fn steps_are_found_again_per_lane_also_across_many_arcs() {
        // One node with 200 arcs; in lane 3 every seventh is a step.
        let out = Csr {
            offsets: vec![0, 1, 201],
            targets: vec![0; 201],
            ..Csr::default()
        };
        let mut steps = Steps::new(201);
        steps.ask(&out, |_, arc, _| u64::from(arc % 7 == 0) << 24);
        let mut found = Vec::new();
        steps.each(3, out.range(1), |arc| found.push(arc));
        assert_eq!(found, (1..201).filter(|arc| arc % 7 == 0).collect::<Vec<_>>());
        steps.each(2, 0..201, |arc| panic!("arc {arc} in another lane"));
    }
}
