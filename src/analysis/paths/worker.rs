//! What one thread does with the sources it takes.

use super::count::{PathCount, Scaled};
use super::dijkstra::{ByArcs, Dijkstra};
use super::lanes::{AllPairs, ByClass, LANES, Lanes};
use super::nearest::Nearest;
use super::planes::Planes;
use super::queue::{Buckets, Heap, Queue};
use super::routes::{ByRoutes, Routes};
use super::sums::{MOST_SOURCES, Sums};
use super::{PathTask, units_per_source};
use crate::analysis::{Cancelled, Control};

enum Kernel {
    /// Eight sources side by side, there and back.
    Lanes(Box<Lanes>),
    /// Eight sources side by side on the way out, the planes of each on the way back.
    Steps(Box<Lanes>, Box<Routes>),
    /// The same with weights; where that is slow, source by source.
    Nearest(Box<Nearest>, Box<Routes>, Box<Dijkstra<f64, Buckets>>),
    /// Lengths too different for buckets: source by source.
    Heap(Box<Dijkstra<f64, Heap>>),
}

/// The working space of one thread, used again for every chunk it takes.
pub(super) struct Worker {
    kernel: Kernel,
    planes: Planes,
    sums: Option<Sums>,
    /// Made when somewhere there are more shortest paths than an `f64` holds.
    careful: Option<Box<Dijkstra<Scaled, Heap>>>,
}

impl Worker {
    pub fn new(task: &PathTask<'_>) -> Self {
        let n = task.n;
        let arcs = task.lengths.inc.targets.len();
        let kernel = if task.request.weighted {
            let (shortest, longest) = task.lengths.range.unwrap_or((1.0, 1.0));
            Buckets::new(shortest, longest, n, arcs).map_or_else(
                || Kernel::Heap(Box::new(Dijkstra::new(n, arcs, Heap::default()))),
                |queue| {
                    Kernel::Nearest(
                        Box::new(Nearest::new(n)),
                        Box::new(Routes::new(n, arcs)),
                        Box::new(Dijkstra::new(n, arcs, queue)),
                    )
                },
            )
        } else if task.classes.len() >= MANY_PLANES {
            Kernel::Steps(Box::new(Lanes::new(n)), Box::new(Routes::new(n, arcs)))
        } else {
            Kernel::Lanes(Box::new(Lanes::new(n)))
        };
        Self {
            kernel,
            planes: Planes::default(),
            sums: None,
            careful: None,
        }
    }

    /// Adds the paths from `sources`, the first of which has place `first` among all, to sums of this thread.
    ///
    /// # Errors
    /// [`Cancelled`], at the next batch.
    pub fn follow(
        &mut self,
        task: &PathTask<'_>,
        sources: &[u32],
        first: usize,
        control: &Control,
    ) -> Result<(), Cancelled> {
        let sums = self.sums.get_or_insert_with(|| {
            self.planes.begin(task);
            Sums::new(task)
        });
        let mut done = first;
        let planes = &mut self.planes;
        for batch in sources.chunks(LANES) {
            control.check()?;
            let is_counted = match &mut self.kernel {
                Kernel::Lanes(lanes) => side_by_side(lanes, task, batch, done, sums),
                Kernel::Steps(lanes, routes) => {
                    step_by_step((lanes, routes), task, batch, done, planes, sums)
                }
                Kernel::Nearest(nearest, routes, pass) => {
                    if nearest.forward(&task.lengths.out, batch) {
                        let per_width = pass.queue().per_width();
                        nearest_first((nearest, routes, per_width), task, batch, done, planes, sums)
                    } else {
                        one_by_one(pass, task, batch, done, planes, sums)
                    }
                }
                Kernel::Heap(pass) => one_by_one(pass, task, batch, done, planes, sums),
            };
            for (at, source) in is_counted.uncounted(batch) {
                let (n, arcs) = (task.n, task.lengths.inc.targets.len());
                let careful = self
                    .careful
                    .get_or_insert_with(|| Box::new(Dijkstra::new(n, arcs, Heap::default())));
                single(careful, task, source, done + at, planes, sums);
            }
            done += batch.len();
            control.advance(batch.len() as u64 * units_per_source(task.request.weighted));
        }
        Ok(())
    }

    /// The sums since the last call, if they could not hold `sources` more.
    pub fn full(&mut self, task: &PathTask<'_>, sources: usize) -> Option<Sums> {
        let is_full = |sums: &mut Sums| sums.from.len() + sources > MOST_SOURCES;
        let mut sums = self.sums.take_if(is_full)?;
        self.planes.end(task, &mut sums);
        Some(sums)
    }
}

/// From this many partitions on, planes side by side are faster than sources side by side.
const MANY_PLANES: usize = 3;

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
    task: &PathTask<'_>,
    batch: &[u32],
    first: usize,
    sums: &mut Sums,
) -> Uncounted {
    if !lanes.forward(&task.out, &task.inc, batch) {
        return alone(batch, |at, one| side_by_side(lanes, task, one, first + at, sums));
    }
    lanes.distances(task, first, batch.len(), sums);
    lanes_back(lanes, task, batch, sums);
    lanes.clear();
    Uncounted(0)
}

/// Source by source, when one of the batch had too many paths: the others are counted as in any other batch.
fn alone(batch: &[u32], mut pass: impl FnMut(usize, &[u32]) -> Uncounted) -> Uncounted {
    if batch.len() == 1 {
        return Uncounted(1);
    }
    let failed = batch.chunks(1).enumerate();
    Uncounted(failed.fold(0, |failed, (at, one)| failed | pass(at, one).0 << at))
}

fn lanes_back(lanes: &mut Lanes, task: &PathTask<'_>, batch: &[u32], sums: &mut Sums) {
    if let Some((all, planes)) = sums.nodes.split_first_mut() {
        lanes.backward(task, batch, &AllPairs, all, sums.relations.as_deref_mut());
        for (classes, plane) in task.classes.iter().zip(planes) {
            let counts = ByClass {
                class_of: &classes.of,
                rows: &classes.crossing_rows(batch),
            };
            lanes.backward(task, batch, &counts, plane, None);
        }
    }
}

fn step_by_step(
    (lanes, routes): (&mut Lanes, &mut Routes),
    task: &PathTask<'_>,
    batch: &[u32],
    first: usize,
    planes: &mut Planes,
    sums: &mut Sums,
) -> Uncounted {
    if !lanes.forward(&task.out, &task.inc, batch) {
        return alone(batch, |at, one| {
            step_by_step((&mut *lanes, &mut *routes), task, one, first + at, planes, sums)
        });
    }
    lanes.distances(task, first, batch.len(), sums);
    if task.request.betweenness {
        if routes.take_levels(lanes, &task.out) {
            for (lane, &source) in batch.iter().enumerate() {
                routes.choose_level_lane(lanes, lane);
                planes.follow(
                    &ByRoutes {
                        routes,
                        out: &task.out,
                        lane,
                    },
                    task,
                    source,
                    sums,
                );
            }
        } else {
            lanes_back(lanes, task, batch, sums);
        }
    }
    lanes.clear();
    Uncounted(0)
}

fn nearest_first(
    (nearest, routes, per_width): (&mut Nearest, &mut Routes, f64),
    task: &PathTask<'_>,
    batch: &[u32],
    first: usize,
    planes: &mut Planes,
    sums: &mut Sums,
) -> Uncounted {
    let out = &task.lengths.out;
    let mut failed = 0;
    if task.request.betweenness {
        routes.take_distances(nearest, out);
        for (lane, &source) in batch.iter().enumerate() {
            if routes.choose_distance_lane(nearest, lane, out, per_width) {
                planes.follow(&ByRoutes { routes, out, lane }, task, source, sums);
            } else {
                failed |= 1 << lane;
            }
        }
    }
    nearest.put_distances(task, batch, first, failed, sums);
    Uncounted(failed)
}

fn one_by_one<Q: Queue>(
    pass: &mut Dijkstra<f64, Q>,
    task: &PathTask<'_>,
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
    task: &PathTask<'_>,
    source: u32,
    source_at: usize,
    planes: &mut Planes,
    sums: &mut Sums,
) -> bool {
    if !pass.forward(&task.lengths, source) {
        return false;
    }
    pass.distances(task.parts.of(source as usize), source_at, sums);
    if task.request.betweenness {
        planes.follow(
            &ByArcs {
                pass,
                inc: &task.lengths.inc,
            },
            task,
            source,
            sums,
        );
    }
    pass.clear();
    true
}

#[cfg(test)]
mod tests {
    use crate::analysis::generate::{self, GeneratedWeights};
    use crate::analysis::paths::{PathRequest, Paths, run};
    use crate::analysis::{Control, Network, Partition};

    fn paths(network: &Network, weighted: bool, partitions: usize) -> Paths {
        let groups: Vec<Option<u32>> = (0..network.n as u32).map(|v| Some(v % 3)).collect();
        let partition = Partition::single(vec!["A".into(), "B".into(), "C".into()], &groups);
        let request = PathRequest {
            weighted,
            partitions: &vec![&partition; partitions],
            ..PathRequest::default()
        };
        run(network, &request, &Control::new()).unwrap()
    }

    /// Sparse: several parts, and long ways.
    fn sparse(directed: bool, seed: u64) -> Network {
        generate::network(90, 100, directed, GeneratedWeights::Digits, seed)
    }

    #[test]
    fn sources_side_by_side_and_planes_side_by_side_give_the_same_bits() {
        for (seed, directed) in (0..12).zip([false, true].into_iter().cycle()) {
            let network = sparse(directed, seed);
            let (few, many) = (paths(&network, false, 1), paths(&network, false, 9));
            assert_eq!(few.passage[0], many.passage[8]);
            let passage = few.passage.clone();
            assert_eq!(few, Paths { passage, ..many });
        }
    }
}
