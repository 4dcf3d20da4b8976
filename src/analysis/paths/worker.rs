//! What one thread does with a chunk of sources.

use super::Task;
use super::count::{PathCount, Scaled};
use super::dijkstra::Dijkstra;
use super::lanes::{AllPairs, ByClass, LANES, Lanes};
use super::queue::{Buckets, Heap, Queue};
use super::sums::Sums;
use crate::analysis::{Cancelled, Control};

enum Kernel {
    Unweighted(Box<Lanes>),
    Buckets(Box<Dijkstra<f64, Buckets>>),
    Heap(Box<Dijkstra<f64, Heap>>),
}

/// The working space of one thread, used again for every chunk it takes.
pub(super) struct Worker {
    kernel: Kernel,
    /// Made when somewhere there are more shortest paths than an `f64` holds.
    careful: Option<Box<Dijkstra<Scaled, Heap>>>,
}

impl Worker {
    pub fn new(task: &Task<'_>) -> Self {
        let n = task.network.n;
        let kernel = if task.request.weighted {
            let (shortest, longest) = task.lengths.range.unwrap_or((1.0, 1.0));
            Buckets::new(shortest, longest, n).map_or_else(
                || Kernel::Heap(Box::new(Dijkstra::new(n, Heap::default()))),
                |queue| Kernel::Buckets(Box::new(Dijkstra::new(n, queue))),
            )
        } else {
            Kernel::Unweighted(Box::new(Lanes::new(n)))
        };
        Self {
            kernel,
            careful: None,
        }
    }

    /// # Errors
    /// [`Cancelled`], at the next batch.
    pub fn chunk(&mut self, task: &Task<'_>, sources: &[u32], control: &Control) -> Result<Sums, Cancelled> {
        let mut sums = task.sums(sources.len());
        let mut done = 0;
        for batch in sources.chunks(LANES) {
            control.check()?;
            let is_counted = match &mut self.kernel {
                Kernel::Unweighted(lanes) => unweighted(lanes, task, batch, done, &mut sums),
                Kernel::Buckets(pass) => one_by_one(pass, task, batch, done, &mut sums),
                Kernel::Heap(pass) => one_by_one(pass, task, batch, done, &mut sums),
            };
            for (at, source) in is_counted.uncounted(batch) {
                let careful = self
                    .careful
                    .get_or_insert_with(|| Box::new(Dijkstra::new(task.network.n, Heap::default())));
                single(careful, task, source, done + at, &mut sums);
            }
            done += batch.len();
            control.advance(batch.len() as u64);
        }
        Ok(sums)
    }
}

/// Which sources of a batch could not be counted: bit by position.
struct Uncounted(u8);

impl Uncounted {
    fn uncounted(self, batch: &[u32]) -> impl Iterator<Item = (usize, u32)> {
        let bits = self.0;
        batch
            .iter()
            .copied()
            .enumerate()
            .filter(move |(at, _)| bits >> at & 1 == 1)
    }
}

fn unweighted(lanes: &mut Lanes, task: &Task<'_>, batch: &[u32], first: usize, sums: &mut Sums) -> Uncounted {
    let out = &task.network.out;
    if !lanes.forward(out, &task.network.inc, batch) {
        return Uncounted(u8::MAX);
    }
    lanes.distances(first, sums);
    if let Some((all, planes)) = sums.nodes.split_first_mut() {
        lanes.backward(out, &AllPairs, all, sums.relations.as_deref_mut());
        for (classes, plane) in task.classes.iter().zip(planes) {
            let counts = ByClass {
                class_of: &classes.of,
                rows: &classes.crossing_rows(batch),
            };
            lanes.backward(out, &counts, plane, None);
        }
    }
    lanes.clear();
    Uncounted(0)
}

fn one_by_one<Q: Queue>(
    pass: &mut Dijkstra<f64, Q>,
    task: &Task<'_>,
    batch: &[u32],
    first: usize,
    sums: &mut Sums,
) -> Uncounted {
    let mut failed = 0;
    for (at, &source) in batch.iter().enumerate() {
        if !single(pass, task, source, first + at, sums) {
            failed |= 1 << at;
        }
    }
    Uncounted(failed)
}

fn single<C: PathCount, Q: Queue>(
    pass: &mut Dijkstra<C, Q>,
    task: &Task<'_>,
    source: u32,
    source_at: usize,
    sums: &mut Sums,
) -> bool {
    if !pass.forward(&task.lengths, source) {
        return false;
    }
    pass.distances(source_at, sums);
    if let Some((all, planes)) = sums.nodes.split_first_mut() {
        let inc = &task.lengths.inc;
        pass.backward(inc, |_| 1.0, all, sums.relations.as_deref_mut());
        for (classes, plane) in task.classes.iter().zip(planes) {
            let crossing = classes.crossing(source);
            pass.backward(inc, |node| crossing[classes.of[node] as usize], plane, None);
        }
    }
    pass.clear();
    true
}
