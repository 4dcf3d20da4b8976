//! The way back of one source for all partitions side by side.

use super::PathTask;
use super::parts::PathsPart;
use super::sums::Sums;

/// A pass that knows its shortest paths, on which shares go back to the source.
pub(super) trait WayBack {
    /// For `P` planes side by side: the share of each node in the shortest paths to the nodes for which
    /// `ends` is 1, added to `nodes`; and (of the first plane) of each pair, added to `relations`: in quanta of
    /// `part`, the component of the source. `rates` is working space.
    fn back<const P: usize>(
        &self,
        part: &PathsPart,
        ends: impl Fn(usize) -> [f64; P],
        rates: &mut [[f64; P]],
        nodes: &mut [[i64; P]],
        relations: Option<&mut [i64]>,
    );
}

/// Planes in one row: a cache line.
const WIDTH: usize = 8;
type PlaneRow = [f64; WIDTH];
/// What nodes have in each, in quanta.
type PlaneCounts = [i64; WIDTH];

/// What a pair counts for in every plane, by the planes in which it counts.
static COUNTS: [PlaneRow; 256] = {
    let mut rows = [[0.0; WIDTH]; 256];
    let mut mask = 0;
    while mask < rows.len() {
        let mut plane = 0;
        while plane < WIDTH {
            rows[mask][plane] = (mask >> plane & 1) as f64;
            plane += 1;
        }
        mask += 1;
    }
    rows
};

/// Working space for the way back of one source.
#[derive(Default)]
pub(super) struct Planes {
    /// Per node, the share that is passed on: without partitions, and with. Holds leftovers between passes.
    rate: Vec<[f64; 1]>,
    rates: Vec<PlaneRow>,
    /// By node, in which planes a pair with the source counts.
    ends: Vec<u8>,
    /// Per [`WIDTH`] planes, the first of which is that of all pairs, the sums by node.
    rows: Vec<Vec<PlaneCounts>>,
}

impl Planes {
    /// Makes room, and begins at nothing.
    pub fn begin(&mut self, task: &PathTask<'_>) {
        if !task.request.betweenness {
            return;
        }
        let n = task.n;
        if task.classes.is_empty() {
            self.rate.resize(n, [0.0]);
        } else {
            self.rates.resize(n, [0.0; WIDTH]);
            self.ends.resize(n, 0);
            let count = (1 + task.classes.len()).div_ceil(WIDTH);
            self.rows.resize(count, vec![[0; WIDTH]; n]);
            for rows in &mut self.rows {
                rows.fill([0; WIDTH]);
            }
        }
    }

    /// The way back of one source, in all planes.
    #[inline(always)]
    pub fn follow(&mut self, way: &impl WayBack, task: &PathTask<'_>, source: u32, sums: &mut Sums) {
        let part = task.parts.of(source as usize);
        if task.classes.is_empty() {
            let (nodes, relations) = only_plane(sums);
            way.back(part, |_| [1.0], &mut self.rate, nodes, relations);
            return;
        }
        let rates = self.rates.as_mut_slice();
        let ends = self.ends.as_mut_slice();
        each_row(
            &mut self.rows,
            ends,
            task,
            source,
            sums,
            |ends, nodes, relations| {
                way.back(part, |node| COUNTS[ends[node] as usize], rates, nodes, relations);
            },
        );
    }

    /// From rows to the planes of the sums.
    pub fn end(&mut self, task: &PathTask<'_>, sums: &mut Sums) {
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

/// Without partitions there is one plane: that of all pairs. And the relations.
fn only_plane(sums: &mut Sums) -> (&mut [[i64; 1]], Option<&mut [i64]>) {
    let (nodes, _) = sums.nodes[0].as_chunks_mut();
    (nodes, sums.relations.as_deref_mut())
}

/// Calls `work` per row of planes with what counts by node, the sums to add to, and (once) the relations.
/// The first plane of the first row counts every pair, the others those that cross a border.
#[inline(always)]
fn each_row(
    rows: &mut [Vec<PlaneCounts>],
    ends: &mut [u8],
    task: &PathTask<'_>,
    source: u32,
    sums: &mut Sums,
    mut work: impl FnMut(&[u8], &mut [PlaneCounts], Option<&mut [i64]>),
) {
    let mut relations = sums.relations.as_deref_mut();
    for (at, nodes) in rows.iter_mut().enumerate() {
        let first = (at * WIDTH).saturating_sub(1);
        let skipped = usize::from(at == 0);
        ends.fill(u8::from(at == 0));
        let classes = task.classes[first..].iter().take(WIDTH - skipped);
        for (classes, plane) in classes.zip(skipped..) {
            classes.mark_crossing(source, 1 << plane, ends);
        }
        work(ends, nodes, relations.take());
    }
}
