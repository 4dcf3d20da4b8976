//! The dense network every measure works on: arrays in CSR form, indices `0..n`.
//!
//! Conventions: self loops are left out and counted; parallel links of one pair are merged, their
//! weights added (directed: per ordered pair, undirected: per unordered pair), whatever their order to the
//! same bits. That is graph *S*.
//! *P* is S without the pairs whose summed weight is not positive: measures that use weights skip
//! those. *U* is S without directions, the weights of both arcs added.

use std::fmt;
use std::sync::Arc;

use super::order_free;

/// One tie as it was drawn: an arc when the network is directed, an edge when it is not.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Link {
    pub source: u32,
    pub target: u32,
    /// Strength. Any finite number; the app only makes weights from 1e-12 to 1e12.
    pub weight: f64,
}

/// All links between the same two nodes, merged. Undirected: `source < target`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair {
    pub source: u32,
    pub target: u32,
    pub weight: f64,
    /// How many links were merged into this pair.
    pub links: u32,
}

/// All links of a pair as one.
impl From<&Pair> for Link {
    fn from(pair: &Pair) -> Self {
        Self {
            source: pair.source,
            target: pair.target,
            weight: pair.weight,
        }
    }
}

/// Compressed rows: the neighbours of node `v` are `targets[offsets[v]..offsets[v + 1]]`, ascending.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Csr {
    pub offsets: Vec<u32>,
    pub targets: Vec<u32>,
    pub weights: Vec<f64>,
    /// Position in [`Network::pairs`] of each entry (in U: of one of the two arcs).
    pub pairs: Vec<u32>,
}

impl Csr {
    /// Rows of entries that come in the order of their columns, as often as needed: `each` calls its
    /// argument with row, column, weight and pair. O(n + entries), without sorting.
    fn from_ordered(n: usize, each: impl Fn(&mut dyn FnMut(u32, u32, f64, u32))) -> Self {
        let mut offsets = vec![0u32; n + 1];
        each(&mut |row, _, _, _| offsets[row as usize + 1] += 1);
        for v in 0..n {
            offsets[v + 1] += offsets[v];
        }
        let entries = offsets[n] as usize;
        let mut csr = Self {
            targets: vec![0; entries],
            weights: vec![0.0; entries],
            pairs: vec![0; entries],
            offsets,
        };
        let mut next = csr.offsets.clone();
        each(&mut |row, column, weight, pair| {
            let at = next[row as usize] as usize;
            next[row as usize] += 1;
            csr.targets[at] = column;
            csr.weights[at] = weight;
            csr.pairs[at] = pair;
        });
        csr
    }

    /// Row by row from one matrix or another.
    pub(super) fn of_rows<'a>(n: usize, rows: impl Fn(usize) -> &'a Self) -> Self {
        let mut csr = Self {
            offsets: vec![0],
            ..Self::default()
        };
        for v in 0..n {
            let (from, range) = (rows(v), rows(v).range(v));
            csr.targets.extend(&from.targets[range.clone()]);
            csr.weights.extend(&from.weights[range.clone()]);
            csr.pairs.extend(&from.pairs[range]);
            csr.offsets.push(csr.targets.len() as u32);
        }
        csr
    }

    pub fn range(&self, v: usize) -> std::ops::Range<usize> {
        self.offsets[v] as usize..self.offsets[v + 1] as usize
    }

    pub fn neighbours(&self, v: usize) -> &[u32] {
        &self.targets[self.range(v)]
    }

    pub fn weights_of(&self, v: usize) -> &[f64] {
        &self.weights[self.range(v)]
    }

    pub fn degree(&self, v: usize) -> usize {
        self.range(v).len()
    }

    /// Position of the entry `v -> w`, if there is one. O(log degree).
    pub fn find(&self, v: usize, w: u32) -> Option<usize> {
        let range = self.range(v);
        self.targets[range.clone()]
            .binary_search(&w)
            .ok()
            .map(|at| range.start + at)
    }
}

/// The analysed network.
#[derive(Debug, Clone, PartialEq)]
pub struct Network {
    pub n: usize,
    pub directed: bool,
    /// Merged pairs, sorted by (source, target).
    pub pairs: Vec<Pair>,
    /// S by source. Undirected: every pair twice.
    pub out: Arc<Csr>,
    /// S by target: equals `out` when undirected.
    pub inc: Arc<Csr>,
    /// U: the underlying undirected network, every pair twice. Equals `out` when undirected.
    pub under: Arc<Csr>,
    /// Number of links given, before merging and leaving out loops.
    pub links: usize,
    /// Number of self loops left out.
    pub self_loops: usize,
    /// Link ends per node, self loops counting 2 (1 in + 1 out): the degree before S is made.
    pub degree_multi_out: Vec<u32>,
    pub degree_multi_in: Vec<u32>,
}

/// Why a network cannot be made.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum NetworkError {
    /// Link number `link` names a node that does not exist.
    NoSuchNode { link: usize, node: u32 },
    /// Link number `link` has a weight that is not a finite number.
    WeightNotFinite { link: usize, weight: f64 },
    /// More than 2^31 nodes or links.
    TooLarge,
}

impl fmt::Display for NetworkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSuchNode { link, node } => {
                write!(f, "link {link} names node {node}, which does not exist")
            }
            Self::WeightNotFinite { link, weight } => {
                write!(f, "link {link} has weight {weight}, which is not a finite number")
            }
            Self::TooLarge => write!(f, "more than 2^31 nodes or links"),
        }
    }
}

impl std::error::Error for NetworkError {}

impl Network {
    /// Merges the links into S and U. O(n + m log m).
    ///
    /// # Errors
    /// A link to a node that does not exist, a weight that is not finite, or a network too large
    /// for 32-bit indices.
    pub fn from_links(n: usize, directed: bool, links: &[Link]) -> Result<Self, NetworkError> {
        if n >= 1 << 31 || links.len() >= 1 << 30 {
            return Err(NetworkError::TooLarge);
        }
        let mut degree_multi_out = vec![0u32; n];
        let mut degree_multi_in = vec![0u32; n];
        let mut self_loops = 0;
        let mut ordered = Vec::with_capacity(links.len());
        for (at, link) in links.iter().enumerate() {
            for node in [link.source, link.target] {
                if node as usize >= n {
                    return Err(NetworkError::NoSuchNode { link: at, node });
                }
            }
            if !link.weight.is_finite() {
                return Err(NetworkError::WeightNotFinite {
                    link: at,
                    weight: link.weight,
                });
            }
            degree_multi_out[link.source as usize] += 1;
            degree_multi_in[link.target as usize] += 1;
            if link.source == link.target {
                self_loops += 1;
                continue;
            }
            let (source, target) = if directed || link.source < link.target {
                (link.source, link.target)
            } else {
                (link.target, link.source)
            };
            ordered.push(((source, target), link.weight));
        }
        ordered.sort_unstable_by_key(|&(ends, _)| ends);
        let mut pairs: Vec<Pair> = Vec::with_capacity(ordered.len());
        for links in ordered.chunk_by(|(ends, _), (others, _)| ends == others) {
            let ((source, target), weight) = links[0];
            pairs.push(Pair {
                source,
                target,
                weight: match links {
                    [_] => weight,
                    _ => order_free::sum(links.iter().map(|&(_, weight)| weight)),
                },
                links: u32::try_from(links.len()).expect("below 2^30"),
            });
        }
        let [out, inc, under] = rows(n, directed, &pairs);
        Ok(Self {
            n,
            directed,
            pairs,
            out,
            inc,
            under,
            links: links.len(),
            self_loops,
            degree_multi_out,
            degree_multi_in,
        })
    }

    /// Only the pairs that `keeps` says, between the same actors; pairs are numbered anew. O(n + m).
    #[must_use]
    pub fn filtered(&self, keeps: impl Fn(&Pair) -> bool) -> Self {
        let pairs: Vec<Pair> = self.pairs.iter().copied().filter(keeps).collect();
        let [out, inc, under] = rows(self.n, self.directed, &pairs);
        let (mut degree_multi_out, mut degree_multi_in) = (vec![0; self.n], vec![0; self.n]);
        for pair in &pairs {
            degree_multi_out[pair.source as usize] += pair.links;
            degree_multi_in[pair.target as usize] += pair.links;
        }
        Self {
            links: pairs.iter().map(|pair| pair.links as usize).sum(),
            self_loops: 0,
            n: self.n,
            directed: self.directed,
            pairs,
            out,
            inc,
            under,
            degree_multi_out,
            degree_multi_in,
        }
    }

    /// Number of merged pairs: arcs when directed, edges when not.
    pub fn m(&self) -> usize {
        self.pairs.len()
    }

    /// Links that disappeared into another link of the same pair.
    pub fn merged_parallel(&self) -> usize {
        self.links - self.self_loops - self.pairs.len()
    }
}

/// Out, in and under of pairs in the order of (source, target).
fn rows(n: usize, directed: bool, pairs: &[Pair]) -> [Arc<Csr>; 3] {
    let forward = |entry: &mut dyn FnMut(u32, u32, f64, u32)| {
        for (pair, at) in pairs.iter().zip(0u32..) {
            entry(pair.source, pair.target, pair.weight, at);
        }
    };
    let backward = |entry: &mut dyn FnMut(u32, u32, f64, u32)| {
        for (pair, at) in pairs.iter().zip(0u32..) {
            entry(pair.target, pair.source, pair.weight, at);
        }
    };
    if directed {
        let (out, inc) = (Csr::from_ordered(n, forward), Csr::from_ordered(n, backward));
        let under = merged(n, &out, &inc);
        return [out, inc, under].map(Arc::new);
    }
    // A source is below its target: what comes from the other end has the lower columns of a row.
    let out = Csr::from_ordered(n, |entry| {
        backward(entry);
        forward(entry);
    });
    let out = Arc::new(out);
    [Arc::clone(&out), Arc::clone(&out), out]
}

/// Both rows of every node as one; the weights of a column in both are added.
fn merged(n: usize, out: &Csr, inc: &Csr) -> Csr {
    let mut both = Csr {
        offsets: vec![0],
        ..Csr::default()
    };
    for v in 0..n {
        let (mut forth, mut back) = (out.range(v).peekable(), inc.range(v).peekable());
        loop {
            let column = |csr: &Csr, at: Option<&usize>| at.map(|&at| csr.targets[at]);
            let (to, from) = (column(out, forth.peek()), column(inc, back.peek()));
            let Some(target) = to.into_iter().chain(from).min() else {
                break;
            };
            let forth = if to == Some(target) { forth.next() } else { None };
            let back = if from == Some(target) { back.next() } else { None };
            let pairs = forth.map(|at| out.pairs[at]).into_iter();
            let pairs = pairs.chain(back.map(|at| inc.pairs[at]));
            let weight = |csr: &Csr, at: Option<usize>| at.map_or(0.0, |at| csr.weights[at]);
            both.targets.push(target);
            both.weights.push(weight(out, forth) + weight(inc, back));
            both.pairs.push(pairs.min().expect("one of the two is there"));
        }
        both.offsets
            .push(u32::try_from(both.targets.len()).expect("below 2^31 by construction"));
    }
    both
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(source: u32, target: u32, weight: f64) -> Link {
        Link {
            source,
            target,
            weight,
        }
    }

    #[test]
    fn parallel_links_are_added_up_and_loops_left_out() {
        let net =
            Network::from_links(3, false, &[link(1, 0, 1.0), link(0, 1, 2.0), link(2, 2, 5.0)]).unwrap();
        assert_eq!(
            net.pairs,
            vec![Pair {
                source: 0,
                target: 1,
                weight: 3.0,
                links: 2
            }]
        );
        assert_eq!((net.self_loops, net.merged_parallel()), (1, 1));
        assert_eq!(net.degree_multi_out[2] + net.degree_multi_in[2], 2);
        assert_eq!(net.out.neighbours(1), &[0]);
    }

    #[test]
    fn underlying_network_adds_both_directions() {
        let net = Network::from_links(2, true, &[link(0, 1, 1.0), link(1, 0, 2.5)]).unwrap();
        assert_eq!(net.m(), 2);
        assert_eq!(net.under.neighbours(0), &[1]);
        assert_eq!(net.under.weights_of(0), &[3.5]);
        assert_eq!(net.under.weights_of(1), &[3.5]);
    }

    #[test]
    fn a_weight_that_is_no_number_is_refused_with_its_place() {
        let error = Network::from_links(2, true, &[link(0, 1, f64::NAN)]).unwrap_err();
        assert!(matches!(error, NetworkError::WeightNotFinite { link: 0, .. }));
    }
}
