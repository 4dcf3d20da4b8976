//! The line where a field is 0, and the area within it (marching squares: W.E. Lorensen & H.E. Cline 1987,
//! doi:10.1145/37402.37422, in two dimensions).

use std::collections::BTreeMap;

use super::field::OutlineField;

/// A side of a cell: the spot it starts from, and whether it runs down or to the right.
type CellSide = (usize, usize, bool);

struct ContourCell<'a> {
    field: &'a OutlineField,
    column: usize,
    row: usize,
}

impl ContourCell<'_> {
    /// Clockwise from the top left.
    fn corners(&self) -> [(usize, usize); 4] {
        let (column, row) = (self.column, self.row);
        [
            (column, row),
            (column + 1, row),
            (column + 1, row + 1),
            (column, row + 1),
        ]
    }

    fn value(&self, corner: usize) -> f32 {
        let (column, row) = self.corners()[corner % 4];
        self.field.at(column, row)
    }

    fn is_inside(&self, corner: usize) -> bool {
        self.value(corner) < 0.0
    }

    /// The side after a corner.
    fn side(&self, corner: usize) -> CellSide {
        let (column, row) = (self.column, self.row);
        match corner {
            0 => (column, row, false),
            1 => (column + 1, row, true),
            2 => (column, row + 1, false),
            _ => (column, row, true),
        }
    }

    /// Where the outline crosses the side after a corner.
    fn crossing(&self, corner: usize) -> [f32; 2] {
        // Always from the same end, so that both cells of a side find the same place to the last bit.
        let (from, to) = if corner < 2 {
            (corner, corner + 1)
        } else {
            ((corner + 1) % 4, corner)
        };
        let (low, high) = (self.value(from), self.value(to));
        let share = low / (low - high);
        let place = |corner: usize| {
            let (column, row) = self.corners()[corner % 4];
            self.field.place(column, row)
        };
        let (a, b) = (place(from), place(to));
        [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])]
    }

    /// Whether the outline runs through it.
    fn is_crossed(&self) -> bool {
        let (at, row) = (self.column, self.row);
        let is_inside = |column, row| self.field.at(column, row) < 0.0;
        let first = is_inside(at, row);
        is_inside(at + 1, row) != first
            || is_inside(at, row + 1) != first
            || is_inside(at + 1, row + 1) != first
    }

    /// Whether two opposite corners that are inside belong together.
    fn joins_middle(&self) -> bool {
        (0..4).map(|corner| self.value(corner)).sum::<f32>() < 0.0
    }

    /// Pieces of outline, clockwise around what is inside: from the side after one corner to that after another.
    fn lines(&self) -> Vec<(usize, usize)> {
        // Going around the cell, the inside is left at `leaves` and entered at `enters`.
        let sides = (0..4).filter(|&corner| self.is_inside(corner) != self.is_inside((corner + 1) % 4));
        let (leaves, enters): (Vec<usize>, Vec<usize>) = sides.partition(|&corner| self.is_inside(corner));
        match leaves.as_slice() {
            [] => Vec::new(),
            [one] => vec![(*one, enters[0])],
            both => {
                let next = |from: usize| {
                    let step = if self.joins_middle() { 1 } else { 3 };
                    (from + step) % 4
                };
                both.iter().map(|&leave| (leave, next(leave))).collect()
            }
        }
    }
}

fn cells(field: &OutlineField) -> impl Iterator<Item = ContourCell<'_>> {
    (0..field.rows - 1)
        .flat_map(move |row| (0..field.columns - 1).map(move |column| ContourCell { field, column, row }))
}

/// Closed lines around what is inside, and around holes in it.
pub fn rings(field: &OutlineField) -> Vec<Vec<[f32; 2]>> {
    let mut next: BTreeMap<CellSide, (CellSide, [f32; 2])> = BTreeMap::new();
    for cell in cells(field).filter(ContourCell::is_crossed) {
        for (from, to) in cell.lines() {
            next.insert(cell.side(from), (cell.side(to), cell.crossing(from)));
        }
    }
    let mut rings = Vec::new();
    while let Some((start, _)) = next.first_key_value() {
        let mut side = *start;
        let mut ring = Vec::new();
        while let Some((after, place)) = next.remove(&side) {
            ring.push(place);
            side = after;
        }
        // A speck between two spots of the grid is no hull and no hole.
        if ring.len() > 4 {
            rings.push(ring);
        }
    }
    rings
}

/// Convex parts that together cover what is inside.
pub fn fill(field: &OutlineField) -> Vec<Vec<[f32; 2]>> {
    let mut parts = Vec::new();
    for row in 0..field.rows - 1 {
        let mut run: Option<usize> = None;
        for column in 0..field.columns {
            let cell = ContourCell { field, column, row };
            let is_last = column + 1 == field.columns;
            let is_crossed = !is_last && cell.is_crossed();
            let is_whole = !is_last && !is_crossed && cell.is_inside(0);
            if is_whole {
                run.get_or_insert(column);
                continue;
            }
            if let Some(start) = run.take() {
                parts.push(vec![
                    field.place(start, row),
                    field.place(column, row),
                    field.place(column, row + 1),
                    field.place(start, row + 1),
                ]);
            }
            if is_crossed {
                parts.extend(part_of(&cell));
            }
        }
    }
    parts
}

/// What is inside of a cell that the outline runs through.
fn part_of(cell: &ContourCell<'_>) -> Vec<Vec<[f32; 2]>> {
    let lines = cell.lines();
    if lines.len() == 2 && !cell.joins_middle() {
        let triangle = |&(leave, enter): &(usize, usize)| {
            let (column, row) = cell.corners()[leave];
            vec![
                cell.crossing(enter),
                cell.field.place(column, row),
                cell.crossing(leave),
            ]
        };
        return lines.iter().map(triangle).collect();
    }
    if lines.is_empty() {
        return Vec::new();
    }
    let mut part = Vec::new();
    for corner in 0..4 {
        if cell.is_inside(corner) {
            let (column, row) = cell.corners()[corner];
            part.push(cell.field.place(column, row));
        }
        if cell.is_inside(corner) != cell.is_inside((corner + 1) % 4) {
            part.push(cell.crossing(corner));
        }
    }
    vec![part]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_spot_of_the_grid_alone_is_no_hull_and_two_beside_each_other_are_one() {
        let around = |spots: usize| {
            let mut field = OutlineField::around(&[[0.0, 0.0]], 60.0).expect("a place");
            let (column, row) = (field.columns / 2, field.rows / 2);
            let (from, to) = (field.place(column, row), field.place(column + spots - 1, row));
            let step = field.place(1, 0)[0] - field.place(0, 0)[0];
            field.add_line(from, to, step / 2.0);
            rings(&field)
        };
        assert!(around(1).is_empty());
        let pair = around(2);
        assert_eq!(pair.iter().map(Vec::len).collect::<Vec<_>>(), [6]);
    }
}
