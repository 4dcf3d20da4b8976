//! What one thread does with a chunk of sources.

use super::Task;
use super::count::{PathCount, Scaled};
use super::dijkstra::Dijkstra;
use super::lanes::{AllPairs, ByClass, LANES, Lanes};
use super::queue::{Buckets, Fifo, Heap, Queue};
use super::sums::Sums;
use crate::analysis::{Cancelled, Control};

enum Kernel {
    /// Eight sources side by side.
    Lanes(Box<Lanes>),
    /// One source, with the planes side by side.
    Steps(Box<Dijkstra<f64, Fifo>>),
    Buckets(Box<Dijkstra<f64, Buckets>>),
    Heap(Box<Dijkstra<f64, Heap>>),
}

/// The working space of one thread, used again for every chunk it takes.
pub(super) struct Worker {
    kernel: Kernel,
    planes: Planes,
    /// Made when somewhere there are more shortest paths than an `f64` holds.
    careful: Option<Box<Dijkstra<Scaled, Heap>>>,
}

impl Worker {
    pub fn new(task: &Task<'_>) -> Self {
        let n = task.network.n;
        let arcs = task.lengths.inc.targets.len();
        let kernel = if task.request.weighted {
            let (shortest, longest) = task.lengths.range.unwrap_or((1.0, 1.0));
            Buckets::new(shortest, longest, n, arcs).map_or_else(
                || Kernel::Heap(Box::new(Dijkstra::new(n, arcs, Heap::default()))),
                |queue| Kernel::Buckets(Box::new(Dijkstra::new(n, arcs, queue))),
            )
        } else if task.classes.len() >= MANY_PLANES {
            Kernel::Steps(Box::new(Dijkstra::new(n, arcs, Fifo::new(n))))
        } else {
            Kernel::Lanes(Box::new(Lanes::new(n)))
        };
        Self {
            kernel,
            planes: Planes::default(),
            careful: None,
        }
    }

    /// # Errors
    /// [`Cancelled`], at the next batch.
    pub fn chunk(&mut self, task: &Task<'_>, sources: &[u32], control: &Control) -> Result<Sums, Cancelled> {
        let mut sums = task.sums(sources.len());
        let mut done = 0;
        let planes = &mut self.planes;
        planes.begin(task);
        for batch in sources.chunks(LANES) {
            control.check()?;
            let is_counted = match &mut self.kernel {
                Kernel::Lanes(lanes) => side_by_side(lanes, task, batch, done, &mut sums),
                Kernel::Steps(pass) => one_by_one(pass, task, batch, done, planes, &mut sums),
                Kernel::Buckets(pass) => one_by_one(pass, task, batch, done, planes, &mut sums),
                Kernel::Heap(pass) => one_by_one(pass, task, batch, done, planes, &mut sums),
            };
            for (at, source) in is_counted.uncounted(batch) {
                let (n, arcs) = (task.network.n, task.lengths.inc.targets.len());
                let careful = self
                    .careful
                    .get_or_insert_with(|| Box::new(Dijkstra::new(n, arcs, Heap::default())));
                single(careful, task, source, done + at, planes, &mut sums);
            }
            done += batch.len();
            control.advance(batch.len() as u64);
        }
        planes.end(task, &mut sums);
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

fn side_by_side(
    lanes: &mut Lanes,
    task: &Task<'_>,
    batch: &[u32],
    first: usize,
    sums: &mut Sums,
) -> Uncounted {
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
    planes: &mut Planes,
    sums: &mut Sums,
) -> Uncounted {
    let mut failed = 0;
    for (at, &source) in batch.iter().enumerate() {
        if !single(pass, task, source, first + at, planes, sums) {
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
    planes: &mut Planes,
    sums: &mut Sums,
) -> bool {
    if !pass.forward(&task.lengths, source) {
        return false;
    }
    pass.distances(source_at, sums);
    if task.request.betweenness {
        planes.backward(pass, task, source, sums);
    }
    pass.clear();
    true
}

/// From so many partitions on, planes side by side are faster than sources side by side.
const MANY_PLANES: usize = 3;
/// Planes in one row: a cache line.
const WIDTH: usize = 8;
type Row = [f64; WIDTH];

/// Working space for the way back of one source.
#[derive(Default)]
struct Planes {
    share: Vec<[f64; 1]>,
    share_rows: Vec<Row>,
    /// Per [`WIDTH`] planes, the first of which is that of all pairs, the sums of one chunk by node.
    rows: Vec<Vec<Row>>,
}

impl Planes {
    fn begin(&mut self, task: &Task<'_>) {
        if !task.request.betweenness {
            return;
        }
        let n = task.network.n;
        if task.classes.is_empty() {
            self.share.resize(n, [0.0]);
        } else {
            self.share_rows.resize(n, [0.0; WIDTH]);
            let count = (1 + task.classes.len()).div_ceil(WIDTH);
            self.rows.resize(count, vec![[0.0; WIDTH]; n]);
            for rows in &mut self.rows {
                rows.fill([0.0; WIDTH]);
            }
        }
    }

    #[inline(always)]
    fn backward<C: PathCount, Q: Queue>(
        &mut self,
        pass: &Dijkstra<C, Q>,
        task: &Task<'_>,
        source: u32,
        sums: &mut Sums,
    ) {
        let inc = &task.lengths.inc;
        let mut relations = sums.relations.as_deref_mut();
        if task.classes.is_empty() {
            let (nodes, _) = sums.nodes[0].as_chunks_mut::<1>();
            pass.backward(inc, |_| [1.0], &mut self.share, nodes, relations);
            return;
        }
        for (group, rows) in self.rows.iter_mut().enumerate() {
            // The first plane counts every pair, the others those that cross a border.
            let first = (group * WIDTH).saturating_sub(1);
            let count = if group == 0 { WIDTH - 1 } else { WIDTH };
            let classes = &task.classes[first..task.classes.len().min(first + count)];
            let crossing: Vec<_> = classes.iter().map(|classes| classes.crossing(source)).collect();
            let ends = |node: usize| {
                let mut ends = [0.0; WIDTH];
                let own = if group == 0 {
                    ends[0] = 1.0;
                    &mut ends[1..]
                } else {
                    &mut ends[..]
                };
                for ((end, classes), crossing) in own.iter_mut().zip(classes).zip(&crossing) {
                    *end = crossing[classes.of[node] as usize];
                }
                ends
            };
            let relations = relations.take();
            pass.backward(inc, ends, &mut self.share_rows, rows, relations);
        }
    }

    /// From rows to the planes of the chunk.
    fn end(&mut self, task: &Task<'_>, sums: &mut Sums) {
        if !task.request.betweenness || task.classes.is_empty() {
            return;
        }
        for (plane, nodes) in sums.nodes.iter_mut().enumerate() {
            let rows = &self.rows[plane / WIDTH];
            for (sum, row) in nodes.iter_mut().zip(rows) {
                *sum += row[plane % WIDTH];
            }
        }
    }
}
