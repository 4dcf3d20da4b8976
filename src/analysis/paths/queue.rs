//! The order in which Dijkstra's algorithm settles nodes.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Gives nodes in an order in which none comes before one that it can be a successor of.
pub(super) trait Queue {
    /// Whether a node on a shortest path always comes before the next one by its distance alone, however short the
    /// step between them is in comparison with the whole path.
    const PUTS_PREDECESSORS_FIRST: bool;
    /// A node at a distance and in a number of steps; the same node may be put in several times.
    fn put(&mut self, node: u32, distance: f64, steps: u32);
    fn take(&mut self) -> Option<u32>;
    fn clear(&mut self);
}

const EMPTY: u32 = u32::MAX;

/// Buckets as wide as the shortest step: nodes in one bucket cannot precede one another, so their
/// order does not matter and no heap is needed (Dinic 1978). The ring is as long as the longest step.
pub(super) struct Buckets {
    per_width: f64,
    heads: Vec<u32>,
    filled: Vec<u64>,
    /// Node and the next entry of the same bucket; `entries[..used]`. As many as there are arcs, and one.
    entries: Vec<(u32, u32)>,
    used: usize,
    at: usize,
    waiting: usize,
}

/// Narrower than the shortest step, so that neither rounding nor [`super::TIE_TOLERANCE`] of a path of
/// [`LONGEST_PATH`] steps can put a successor in the bucket of its predecessor.
const NARROWER: f64 = 0.875;
/// The longest path, in shortest steps.
const LONGEST_PATH: f64 = 1e9;
const MOST_BUCKETS: f64 = 131_072.0;

impl Buckets {
    /// `None` when the lengths differ too much: then a heap is better, and rounding could spoil the
    /// order of buckets.
    pub fn new(shortest: f64, longest: f64, n: usize, arcs: usize) -> Option<Self> {
        let width = shortest * NARROWER;
        let ratio = longest / width;
        let usable = width.is_normal()
            && (1.0 / width).is_normal()
            && ratio < MOST_BUCKETS - 2.0
            && ratio * (n as f64) < LONGEST_PATH;
        usable.then(|| {
            let buckets = (ratio as usize + 3).next_power_of_two().max(64);
            Self {
                per_width: 1.0 / width,
                heads: vec![EMPTY; buckets],
                filled: vec![0; buckets / 64],
                entries: vec![(EMPTY, EMPTY); arcs + 1],
                used: 0,
                at: 0,
                waiting: 0,
            }
        })
    }

    /// How many buckets there are in a distance of 1.
    pub fn per_width(&self) -> f64 {
        self.per_width
    }

    /// The first filled bucket at or after `self.at`, around the ring.
    #[inline(always)]
    fn next_filled(&self) -> usize {
        let words = self.filled.len();
        let mut word = self.at / 64;
        let mut bits = self.filled[word] & (u64::MAX << (self.at % 64));
        while bits == 0 {
            word = (word + 1) & (words - 1);
            bits = self.filled[word];
        }
        word * 64 + bits.trailing_zeros() as usize
    }
}

impl Queue for Buckets {
    const PUTS_PREDECESSORS_FIRST: bool = true;

    #[inline(always)]
    fn put(&mut self, node: u32, distance: f64, _steps: u32) {
        let bucket = (distance * self.per_width) as u64 as usize & (self.heads.len() - 1);
        self.entries[self.used] = (node, self.heads[bucket]);
        self.heads[bucket] = self.used as u32;
        self.used += 1;
        self.filled[bucket / 64] |= 1 << (bucket % 64);
        self.waiting += 1;
    }

    #[inline(always)]
    fn take(&mut self) -> Option<u32> {
        if self.waiting == 0 {
            return None;
        }
        self.waiting -= 1;
        let mut head = self.heads[self.at];
        if head == EMPTY {
            self.at = self.next_filled();
            head = self.heads[self.at];
        }
        let (node, next) = self.entries[head as usize];
        self.heads[self.at] = next;
        if next == EMPTY {
            self.filled[self.at / 64] &= !(1 << (self.at % 64));
        }
        Some(node)
    }

    fn clear(&mut self) {
        self.used = 0;
        self.at = 0;
        debug_assert_eq!(self.waiting, 0, "a pass ends with an empty queue");
    }
}

/// A binary heap, for lengths of any size.
#[derive(Default)]
pub(super) struct Heap {
    entries: BinaryHeap<Reverse<(u64, u32, u32)>>,
}

impl Queue for Heap {
    // Where a step vanishes in the distance by rounding, both ends are equally far.
    const PUTS_PREDECESSORS_FIRST: bool = false;

    fn put(&mut self, node: u32, distance: f64, steps: u32) {
        // Bits of non-negative floats are ordered as the floats are.
        self.entries.push(Reverse((distance.to_bits(), steps, node)));
    }

    fn take(&mut self) -> Option<u32> {
        self.entries.pop().map(|Reverse((.., node))| node)
    }

    fn clear(&mut self) {
        self.entries.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buckets_hand_out_nodes_by_distance() {
        let mut queue = Buckets::new(1.0, 3.0, 10, 9).unwrap();
        for (node, distance) in [(3, 2.5), (1, 0.5), (2, 1.25)] {
            queue.put(node, distance, 1);
        }
        assert_eq!(queue.take(), Some(1));
        queue.put(4, 3.4, 1);
        assert_eq!(
            (queue.take(), queue.take(), queue.take(), queue.take()),
            (Some(2), Some(3), Some(4), None)
        );
    }

    #[test]
    fn lengths_that_differ_too_much_need_the_heap() {
        assert!(Buckets::new(1e-12, 1e12, 10, 9).is_none());
        assert!(Buckets::new(1e-320, 1e-320, 10, 9).is_none());
    }
}
