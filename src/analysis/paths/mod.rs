//! The shared pass: everything that needs shortest paths, for all dimensions at once.
//!
//! One pass per source (eight at once: breadth first, or by who comes nearer when weighted; Dijkstra's
//! algorithm where that is faster) gives betweenness of actors and relations, betweenness over the pairs of different groups of any number of partitions,
//! closeness, harmonic centrality, eccentricity, mean distance, diameter, reach and efficiency.
//!
//! **Definition.** Brandes' accumulation: the dependency of a source s on v is
//! δ(v) = Σ_w σ(v)/σ(w) · (c(s,w) + δ(w)) over the nodes w right after v on shortest paths from s, with
//! c = 1 (all pairs) or 1 only when s and w differ in the partition.
//! **Weights** are strengths: a step has length 1 / weight. Pairs with a summed weight of 0 or less are
//! left out of weighted passes. Lengths are equal when they differ by at most 1e-10 of themselves.
//! **Parallel** links count once (unweighted) or added up (weighted); loops not at all. **Directed**:
//! along the arrows. **Disconnected**: pairs without a path count for nothing.
//! **Complexity.** O(n·m) unweighted; weighted O(n·m) with at most a constant times more, or
//! O(n·(m + n log n)); memory O(n + m).
//! **Determinism.** What sources give is added up in whole quanta, which are never rounded: the same bits for every
//! number of threads, every order of the actors, every kernel and every other network beside this one, as long as there
//! are at most 2^53 shortest paths between two actors. Turning all arrows changes no bit either: every component
//! is followed along or against them by a fingerprint of its own.
//! **Source.** Brandes 2001, doi:10.1080/0022250X.2001.9990249; Brandes 2008,
//! doi:10.1016/j.socnet.2007.11.001; batches of sources as in Then et al. 2014,
//! doi:10.14778/2735496.2735507; sampling bound after Brandes & Pich 2007, doi:10.1142/S0218127407018403.

mod classes;
mod count;
mod dijkstra;
mod figures;
mod lanes;
mod nearest;
mod parts;
mod planes;
mod quanta;
mod queue;
mod routes;
mod sample;
mod sums;
mod turn;
mod worker;

pub use dijkstra::TIE_TOLERANCE;
pub use figures::{Distances, Paths};
pub use sample::{MOST_EXACT, Sampling, Sources};

use super::{Cancelled, Control, Csr, Network, Partition};
use classes::Classes;
use dijkstra::Lengths;
use parts::PathsParts;
use rayon::prelude::*;
use std::borrow::Cow;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use sums::{MOST_SOURCES, Merged, Sums};
use worker::Worker;

/// What a pass has to compute.
#[derive(Debug, Clone, Copy)]
pub struct PathRequest<'a> {
    pub weighted: bool,
    /// One plane of betweenness for each: only pairs whose groups differ.
    pub partitions: &'a [&'a Partition],
    /// Also for every relation.
    pub relations: bool,
    /// `false`: distances only, which saves more than half of the work.
    pub betweenness: bool,
    pub sources: Sources,
}

impl Default for PathRequest<'_> {
    fn default() -> Self {
        Self {
            weighted: false,
            partitions: &[],
            relations: true,
            betweenness: true,
            sources: Sources::Exact,
        }
    }
}

/// What all threads read.
struct PathTask<'a> {
    n: usize,
    directed: bool,
    pairs: usize,
    request: PathRequest<'a>,
    /// The arcs as they are followed ([`turn`]).
    out: Cow<'a, Csr>,
    inc: Cow<'a, Csr>,
    /// Lengths of P when weighted; of S, all 1, otherwise (for counts that need [`count::Scaled`]).
    lengths: Lengths,
    classes: Vec<Classes<'a>>,
    parts: PathsParts,
}

/// Computes what `request` asks.
///
/// ```
/// use netwerkopstelling::analysis::{Control, Link, Network, paths};
/// let link = |source, target| Link { source, target, weight: 1.0 };
/// let path = Network::from_links(3, false, &[link(0, 1), link(1, 2)]).unwrap();
/// let paths = paths::run(&path, &paths::PathRequest::default(), &Control::new()).unwrap();
/// assert_eq!(paths.betweenness, [0.0, 1.0, 0.0]);
/// assert_eq!(paths.edge_betweenness, [Some(2.0), Some(2.0)]);
/// ```
///
/// # Errors
/// [`Cancelled`] when `control` was cancelled before the end.
///
/// # Panics
/// When a partition has another number of actors than the network: a mistake of the caller.
pub fn run(network: &Network, request: &PathRequest<'_>, control: &Control) -> Result<Paths, Cancelled> {
    for partition in request.partitions {
        assert_eq!(partition.len(), network.n, "actors of the partition");
    }
    let task = PathTask::new(network, *request);
    let sources = request.sources.list(network.n);
    control.expect(sources.len() as u64 * units_per_source(request.weighted));
    let chunk_len = chunk_len(sources.len());
    let chunks: Vec<&[u32]> = sources.chunks(chunk_len).collect();
    let next = AtomicUsize::new(0);
    let merged = Mutex::new(Merged::new(&task, sources.len()));
    let merge = |sums: Option<Sums>| {
        if let Some(sums) = sums {
            merged.lock().unwrap_or_else(PoisonError::into_inner).add(&sums);
        }
    };
    // Every thread takes the first chunk nobody has.
    (0..rayon::current_num_threads())
        .into_par_iter()
        .try_for_each(|_| {
            let mut worker: Option<Worker> = None;
            while let Some(at) = Some(next.fetch_add(1, Ordering::Relaxed)).filter(|&at| at < chunks.len()) {
                let worker = worker.get_or_insert_with(|| Worker::new(&task));
                merge(worker.full(&task, chunk_len));
                worker.follow(&task, chunks[at], at * chunk_len, control)?;
            }
            if let Some(mut worker) = worker {
                merge(worker.full(&task, MOST_SOURCES));
            }
            Ok(())
        })?;
    let merged = merged.into_inner().unwrap_or_else(PoisonError::into_inner);
    Ok(figures::finish(&task, network, sources.len(), &merged))
}

/// Units of progress per source: following weights takes two to three times as long.
pub fn units_per_source(weighted: bool) -> u64 {
    if weighted { 5 } else { 2 }
}

/// Sources that a thread takes at once: a multiple of the lanes, at most 64 times if that is not too many to add up.
fn chunk_len(sources: usize) -> usize {
    sources
        .div_ceil(64)
        .next_multiple_of(lanes::LANES)
        .clamp(lanes::LANES, MOST_SOURCES)
}

impl<'a> PathTask<'a> {
    fn new(network: &'a Network, request: PathRequest<'a>) -> Self {
        let parts = PathsParts::new(network, request.weighted);
        let [out, inc] = turn::followed(network, |v| parts.of(v).turned);
        let lengths = lengths(network.directed, &out, &inc, request.weighted);
        Self {
            n: network.n,
            directed: network.directed,
            pairs: network.m(),
            parts,
            classes: request.partitions.iter().map(|p| Classes::new(p)).collect(),
            request,
            out,
            inc,
            lengths,
        }
    }

    /// Of betweenness: over all pairs, and over those that cross a border of each partition.
    fn planes(&self) -> usize {
        if self.request.betweenness {
            1 + self.classes.len()
        } else {
            0
        }
    }

    fn keeps_relations(&self) -> bool {
        self.request.relations && self.request.betweenness
    }

    /// Actors whose incoming distances are not their outgoing ones.
    fn targets(&self) -> usize {
        if self.directed { self.n } else { 0 }
    }
}

/// The length of every step when all are equal: then weights change no path, only its length.
/// `None` when they are not, or one cannot be passed; 1 without relations.
pub fn equal_length(network: &Network) -> Option<f64> {
    let Some(first) = network.pairs.first() else {
        return Some(1.0);
    };
    let length = 1.0 / first.weight;
    let is_equal = network.pairs.iter().all(|pair| pair.weight == first.weight);
    (is_equal && length > 0.0 && length.is_finite() && length.is_normal()).then_some(length)
}

fn lengths(directed: bool, out: &Csr, inc: &Csr, weighted: bool) -> Lengths {
    let convert = |csr: &Csr| {
        let mut kept = Csr {
            offsets: Vec::with_capacity(csr.offsets.len()),
            ..Csr::default()
        };
        kept.offsets.push(0);
        for v in 0..csr.offsets.len() - 1 {
            for arc in csr.range(v) {
                let length = if weighted { 1.0 / csr.weights[arc] } else { 1.0 };
                // Infinite: the reciprocal of the weight overflows. Nothing can pass there.
                if length > 0.0 && length.is_finite() {
                    kept.targets.push(csr.targets[arc]);
                    kept.weights.push(length);
                    kept.pairs.push(csr.pairs[arc]);
                }
            }
            kept.offsets.push(kept.targets.len() as u32);
        }
        kept
    };
    let out = convert(out);
    let inc = if directed { convert(inc) } else { out.clone() };
    let range = out
        .weights
        .iter()
        .fold(None, |range: Option<(f64, f64)>, &length| {
            Some(range.map_or((length, length), |(low, high)| {
                (low.min(length), high.max(length))
            }))
        });
    Lengths { out, inc, range }
}
