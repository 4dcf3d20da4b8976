//! The two symmetric forms of a network that measures about contacts and groups work on.

use super::Network;

/// Whether a tie counts for 1 or for its weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Weighing {
    Unweighted,
    Weighted,
}

impl Weighing {
    pub const BOTH: [Self; 2] = [Self::Unweighted, Self::Weighted];
}

/// Symmetric ties in rows: the contacts of `v` are `targets[range(v)]`, ascending.
#[derive(Debug, Clone, PartialEq)]
pub struct Ties {
    offsets: Vec<u32>,
    targets: Vec<u32>,
    values: Vec<f64>,
    largest: Vec<f64>,
}

impl Ties {
    /// Graph U: every tied pair once. Unweighted: value 1. Weighted: the weights of both arcs added;
    /// pairs whose summed weight in one direction is not positive are left out of that sum.
    pub fn underlying(network: &Network, weighing: Weighing) -> Self {
        match weighing {
            Weighing::Unweighted => Self {
                offsets: network.under.offsets.clone(),
                targets: network.under.targets.clone(),
                values: vec![1.0; network.under.targets.len()],
                largest: (0..network.n)
                    .map(|v| if network.under.degree(v) > 0 { 1.0 } else { 0.0 })
                    .collect(),
            },
            Weighing::Weighted => Self::symmetric(network, weighing),
        }
    }

    /// `a_vw + a_wv`: unweighted, a mutual pair counts 2 and a one-way pair 1 (undirected: always 1,
    /// as only proportions are used). Weighted: the positive weights of both arcs added.
    pub fn symmetric(network: &Network, weighing: Weighing) -> Self {
        let weight = |at: Option<usize>| {
            at.map_or(0.0, |at| match weighing {
                Weighing::Unweighted => 1.0,
                Weighing::Weighted => network.out.weights[at].max(0.0),
            })
        };
        if !network.directed {
            // Out and under are the same rows.
            let under = |at: usize| weight(Some(at));
            return Self::from_rows(network, weighing, |_, at| under(at));
        }
        Self::from_rows(network, weighing, |v, at| {
            let w = network.under.targets[at];
            let back = u32::try_from(v).expect("below 2^31");
            weight(network.out.find(v, w)) + weight(network.out.find(w as usize, back))
        })
    }

    fn from_rows(network: &Network, weighing: Weighing, value: impl Fn(usize, usize) -> f64) -> Self {
        let mut ties = Self {
            offsets: Vec::with_capacity(network.n + 1),
            targets: Vec::with_capacity(network.under.targets.len()),
            values: Vec::with_capacity(network.under.targets.len()),
            largest: Vec::with_capacity(network.n),
        };
        ties.offsets.push(0);
        for v in 0..network.n {
            let mut largest: f64 = 0.0;
            for at in network.under.range(v) {
                let (w, value) = (network.under.targets[at], value(v, at));
                if weighing == Weighing::Unweighted || value > 0.0 {
                    ties.targets.push(w);
                    ties.values.push(value);
                    largest = largest.max(value);
                }
            }
            ties.largest.push(largest);
            ties.offsets
                .push(u32::try_from(ties.targets.len()).expect("below 2^31 by construction"));
        }
        ties
    }

    pub fn n(&self) -> usize {
        self.largest.len()
    }

    /// The places of the contacts of `v` among all ends of ties.
    pub(crate) fn range(&self, v: usize) -> std::ops::Range<usize> {
        self.offsets[v] as usize..self.offsets[v + 1] as usize
    }

    /// Ends of ties, row after row.
    pub(crate) fn targets(&self) -> &[u32] {
        &self.targets
    }

    /// The contacts of `v` with the value of each tie.
    pub fn of(&self, v: usize) -> impl Iterator<Item = (usize, f64)> + Clone + '_ {
        self.range(v)
            .map(|at| (self.targets[at] as usize, self.values[at]))
    }

    pub fn contacts(&self, v: usize) -> usize {
        self.range(v).len()
    }

    /// Largest value among the ties of `v`, 0 for an isolate. Sums over a row are taken of
    /// value / largest, so that weights of 1e200 do not overflow when they are squared.
    pub fn largest(&self, v: usize) -> f64 {
        self.largest[v]
    }

    /// No sum of values, each tie once for either end at most, is larger; by the largest value and a count, so
    /// the same whatever the order of actors.
    pub(crate) fn most(&self) -> f64 {
        self.largest.iter().copied().fold(0.0, f64::max) * self.targets.len() as f64
    }

    /// Calls `work` with every tie once, `v < w`.
    pub fn each_pair(&self, mut work: impl FnMut(usize, usize, f64)) {
        for v in 0..self.n() {
            let range = self.range(v);
            // Ascending: those after `v` come last.
            let first = self.targets[range.clone()].partition_point(|&w| w as usize <= v);
            for at in range.start + first..range.end {
                work(v, self.targets[at] as usize, self.values[at]);
            }
        }
    }
}
