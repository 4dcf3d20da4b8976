//! Everybody's distances at once, as bits: fast enough to try every "what if" of a small network.

use crate::analysis::Csr;

/// How many ordered pairs are at each distance: `counts[d]`, with `counts[0]` always 0.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Histogram {
    pub counts: Vec<i64>,
}

impl Histogram {
    fn add(&mut self, distance: usize, pairs: i64) {
        if self.counts.len() <= distance {
            self.counts.resize(distance + 1, 0);
        }
        self.counts[distance] += pairs;
    }

    /// Takes away the pairs of `other`.
    pub fn less(mut self, other: &Self) -> Self {
        for (distance, &pairs) in other.counts.iter().enumerate() {
            self.add(distance, -pairs);
        }
        self
    }

    pub fn pairs(&self) -> i64 {
        self.counts.iter().sum()
    }

    /// Sum of 1 / distance.
    pub fn inverse(&self) -> f64 {
        let counts = self.counts.iter().enumerate().skip(1);
        counts
            .map(|(distance, &pairs)| pairs as f64 / distance as f64)
            .sum()
    }
}

/// Working space: one row of bits per actor (who has reached it, who reached it last step).
#[derive(Default)]
pub(super) struct ReachBits {
    reached: Vec<u64>,
    last: Vec<u64>,
    next: Vec<u64>,
}

impl ReachBits {
    /// Distances of all ordered pairs along arcs, as if `without` were not there.
    pub fn all_pairs(&mut self, inc: &Csr, n: usize, without: Option<usize>) -> Histogram {
        let words = n.div_ceil(64);
        for rows in [&mut self.reached, &mut self.last, &mut self.next] {
            rows.clear();
            rows.resize(n * words, 0);
        }
        for v in (0..n).filter(|&v| Some(v) != without) {
            self.reached[v * words + v / 64] = 1 << (v % 64);
            self.last[v * words + v / 64] = 1 << (v % 64);
        }
        let mut histogram = Histogram::default();
        for distance in 1..n.max(1) {
            let mut found = 0;
            for w in (0..n).filter(|&w| Some(w) != without) {
                let own = w * words..(w + 1) * words;
                let row = &mut self.next[own.clone()];
                row.fill(0);
                for &v in inc.neighbours(w) {
                    let from = v as usize * words;
                    for (bits, last) in row.iter_mut().zip(&self.last[from..from + words]) {
                        *bits |= last;
                    }
                }
                for (bits, reached) in row.iter_mut().zip(&mut self.reached[own]) {
                    *bits &= !*reached;
                    *reached |= *bits;
                    found += i64::from(bits.count_ones());
                }
            }
            if found == 0 {
                break;
            }
            histogram.add(distance, found);
            std::mem::swap(&mut self.last, &mut self.next);
        }
        histogram
    }
}

/// Distances from one actor.
pub(super) fn from_one(out: &Csr, n: usize, source: usize) -> Histogram {
    let mut is_reached = vec![false; n];
    is_reached[source] = true;
    let mut frontier = vec![source];
    let mut histogram = Histogram::default();
    for distance in 1..n {
        let mut next = Vec::new();
        for &v in &frontier {
            for &w in out.neighbours(v) {
                if !std::mem::replace(&mut is_reached[w as usize], true) {
                    next.push(w as usize);
                }
            }
        }
        if next.is_empty() {
            break;
        }
        histogram.add(distance, next.len() as i64);
        frontier = next;
    }
    histogram
}
