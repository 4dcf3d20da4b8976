//! What takes room on a board, found by place.

use super::{Area, LabelRequest, overlap};
use crate::scene::geometry::Xy;

const NONE: u32 = u32::MAX;

/// Areas by cell, as linked lists in one vector: no allocation per cell.
pub(super) struct LabelGrid {
    left: f32,
    top: f32,
    cell: f32,
    columns: usize,
    rows: usize,
    heads: Vec<u32>,
    links: Vec<(u32, u32)>,
    areas: Vec<(Area, usize)>,
}

impl LabelGrid {
    /// With the obstacles in it.
    pub fn of(requests: &[LabelRequest], obstacles: &[Area]) -> Self {
        let mut taken = Self::around(requests, obstacles);
        for (at, &area) in obstacles.iter().enumerate() {
            taken.insert(area, at);
        }
        taken
    }

    fn around(requests: &[LabelRequest], obstacles: &[Area]) -> Self {
        const MOST_CELLS: f32 = 40_000.0;
        let mut bounds = [f32::INFINITY, f32::INFINITY, f32::NEG_INFINITY, f32::NEG_INFINITY];
        let mut height = 0.0;
        for request in requests {
            let reach = request.clearance + request.size.0.max(request.size.1);
            let Xy { x, y } = request.centre;
            bounds = [
                bounds[0].min(x - reach),
                bounds[1].min(y - reach),
                bounds[2].max(x + reach),
                bounds[3].max(y + reach),
            ];
            height += request.size.1;
        }
        for area in obstacles {
            bounds = [
                bounds[0].min(area[0]),
                bounds[1].min(area[1]),
                bounds[2].max(area[2]),
                bounds[3].max(area[3]),
            ];
        }
        let (width, tall) = ((bounds[2] - bounds[0]).max(1.0), (bounds[3] - bounds[1]).max(1.0));
        let wished = (1.5 * height / requests.len().max(1) as f32).max(1.0);
        let cell = wished.max((width * tall / MOST_CELLS).sqrt());
        let (columns, rows) = if width.is_finite() && tall.is_finite() {
            ((width / cell) as usize + 1, (tall / cell) as usize + 1)
        } else {
            (1, 1)
        };
        Self {
            left: bounds[0],
            top: bounds[1],
            cell,
            columns,
            rows,
            heads: vec![NONE; columns * rows],
            links: Vec::new(),
            areas: Vec::new(),
        }
    }

    fn cells(&self, area: Area) -> impl Iterator<Item = usize> + use<> {
        let column = |x: f32| (((x - self.left) / self.cell).max(0.0) as usize).min(self.columns - 1);
        let row = |y: f32| (((y - self.top) / self.cell).max(0.0) as usize).min(self.rows - 1);
        let (from, to) = (column(area[0]), column(area[2]));
        let columns = self.columns;
        (row(area[1])..=row(area[3])).flat_map(move |row| (from..=to).map(move |at| row * columns + at))
    }

    pub fn insert(&mut self, area: Area, owner: usize) {
        let id = self.areas.len() as u32;
        self.areas.push((area, owner));
        for cell in self.cells(area) {
            self.links.push((id, self.heads[cell]));
            self.heads[cell] = self.links.len() as u32 - 1;
        }
    }

    pub fn is_taken(&self, area: Area, owner: usize) -> bool {
        self.cells(area).any(|cell| {
            let mut link = self.heads[cell];
            while link != NONE {
                let (id, next) = self.links[link as usize];
                let (other, other_owner) = self.areas[id as usize];
                if other_owner != owner && overlap(area, other) {
                    return true;
                }
                link = next;
            }
            false
        })
    }
}
