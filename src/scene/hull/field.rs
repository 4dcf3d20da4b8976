//! How far every spot of a grid is from an outline: below 0 is inside.

use crate::scene::geometry::Xy;

/// Spots along the longer side of the grid: enough for a smooth line.
const MOST_STEPS: f32 = 150.0;
/// Smaller steps would not be seen.
const LEAST_STEP: f32 = 3.0;
/// Part of the reach that an outline is rounded over, to each side.
const ROUNDING: f32 = 0.3;

pub struct OutlineField {
    left: f32,
    top: f32,
    step: f32,
    /// Steps that an outline is rounded over, to each side.
    rounding: usize,
    pub columns: usize,
    pub rows: usize,
    values: Vec<f32>,
}

impl OutlineField {
    /// A field outside everything, with room for outlines up to `reach` around the places.
    pub fn around(places: &[[f32; 2]], reach: f32) -> Option<Self> {
        let range = |axis: usize| {
            let values = places.iter().map(|place| place[axis]);
            values.fold(None, |range: Option<(f32, f32)>, value| {
                let (low, high) = range.unwrap_or((value, value));
                Some((low.min(value), high.max(value)))
            })
        };
        let ((left, right), (top, bottom)) = (range(0)?, range(1)?);
        let longest = (right - left).max(bottom - top) + 2.0 * reach;
        let step = (longest / MOST_STEPS).max(LEAST_STEP).max(reach / 12.0);
        let rounding = (ROUNDING * reach / step).round().clamp(1.0, 6.0) as usize;
        // More spots than needed on every side: the outline closes within the grid, rounded and all.
        let around = (2 * rounding + 2) as f32 * step;
        let margin = reach + around;
        let count = |low: f32, high: f32| ((high - low + 2.0 * margin) / step).ceil() as usize + 1;
        let (columns, rows) = (count(left, right), count(top, bottom));
        Some(Self {
            left: left - margin,
            top: top - margin,
            step,
            rounding,
            columns,
            rows,
            values: vec![around; columns * rows],
        })
    }

    pub fn at(&self, column: usize, row: usize) -> f32 {
        self.values[row * self.columns + column]
    }

    pub fn place(&self, column: usize, row: usize) -> [f32; 2] {
        [
            self.left + self.step * column as f32,
            self.top + self.step * row as f32,
        ]
    }

    /// Whether a disc touches the grid.
    pub fn reaches(&self, at: [f32; 2], radius: f32) -> bool {
        let [right, bottom] = self.place(self.columns, self.rows);
        at[0] > self.left - radius
            && at[0] < right + radius
            && at[1] > self.top - radius
            && at[1] < bottom + radius
    }

    /// Everything within `reach` of a line is inside.
    pub fn add_line(&mut self, from: [f32; 2], to: [f32; 2], reach: f32) {
        let margin = reach + (2 * self.rounding + 2) as f32 * self.step;
        self.update(&[from, to], margin, |value, at| {
            value.min(distance(at, from, to) - reach)
        });
    }

    /// Everything within `reach` of a convex shape is inside.
    pub fn add_convex(&mut self, corners: &[[f32; 2]], reach: f32) {
        self.update(corners, 0.0, |value, at| {
            if super::tree::is_within(corners, at, 0.0) {
                -reach
            } else {
                value
            }
        });
        for (at, &from) in corners.iter().enumerate() {
            self.add_line(from, corners[(at + 1) % corners.len()], reach);
        }
    }

    /// Everything within `room` of a place is outside.
    pub fn carve(&mut self, place: [f32; 2], room: f32) {
        let margin = room + 2.0 * self.step;
        self.update(&[place], margin, |value, at| {
            value.max(room - distance(at, place, place))
        });
    }

    /// Whatever is surrounded belongs to it.
    pub fn fill_holes(&mut self) {
        let mut is_outside = vec![false; self.values.len()];
        let mut edge = vec![0];
        is_outside[0] = true;
        while let Some(at) = edge.pop() {
            let (column, row) = (at % self.columns, at / self.columns);
            let next = [
                (column > 0).then(|| at - 1),
                (column + 1 < self.columns).then(|| at + 1),
                (row > 0).then(|| at - self.columns),
                (row + 1 < self.rows).then(|| at + self.columns),
            ];
            for other in next.into_iter().flatten() {
                if !is_outside[other] && self.values[other] >= 0.0 {
                    is_outside[other] = true;
                    edge.push(other);
                }
            }
        }
        for (value, is_outside) in self.values.iter_mut().zip(is_outside) {
            if !is_outside && *value >= 0.0 {
                *value = -self.step;
            }
        }
    }

    /// Takes the sharpness out of corners.
    pub fn round(&mut self) {
        for row in self.values.chunks_mut(self.columns) {
            row.copy_from_slice(&averaged(row, self.rounding));
        }
        for column in 0..self.columns {
            let spots = (0..self.rows).map(|row| row * self.columns + column);
            let values: Vec<f32> = spots.clone().map(|at| self.values[at]).collect();
            for (at, value) in spots.zip(averaged(&values, self.rounding)) {
                self.values[at] = value;
            }
        }
    }

    /// The value at the spot nearest to a place on the grid.
    pub fn near(&self, place: [f32; 2]) -> f32 {
        let column = ((place[0] - self.left) / self.step).round().max(0.0) as usize;
        let row = ((place[1] - self.top) / self.step).round().max(0.0) as usize;
        self.at(column.min(self.columns - 1), row.min(self.rows - 1))
    }

    /// Changes the spots in the box around some places, widened by `margin`.
    fn update(&mut self, places: &[[f32; 2]], margin: f32, change: impl Fn(f32, [f32; 2]) -> f32) {
        let range = |axis: usize, start: f32, count: usize| {
            let values = || places.iter().map(|place| place[axis]);
            let low = (values().fold(f32::INFINITY, f32::min) - margin - start) / self.step;
            let high = (values().fold(f32::NEG_INFINITY, f32::max) + margin - start) / self.step;
            (low.max(0.0) as usize).min(count)..((high.max(-1.0) + 1.0) as usize).min(count)
        };
        let columns = range(0, self.left, self.columns);
        for row in range(1, self.top, self.rows) {
            for column in columns.clone() {
                let place = self.place(column, row);
                let value = &mut self.values[row * self.columns + column];
                *value = change(*value, place);
            }
        }
    }
}

/// The mean of every value and this many to both sides; beyond the ends, the end values.
fn averaged(values: &[f32], rounding: usize) -> Vec<f32> {
    let last = values.len() - 1;
    let at = |place: isize| f64::from(values[(place.max(0) as usize).min(last)]);
    let reach = rounding as isize;
    let mut sum: f64 = (-reach..=reach).map(at).sum();
    (0..values.len() as isize)
        .map(|place| {
            let mean = sum / (2 * reach + 1) as f64;
            sum += at(place + reach + 1) - at(place - reach);
            mean as f32
        })
        .collect()
}

/// From a spot to a line between two places.
pub fn distance(at: [f32; 2], from: [f32; 2], to: [f32; 2]) -> f32 {
    let (along, rest) = (
        [to[0] - from[0], to[1] - from[1]],
        [at[0] - from[0], at[1] - from[1]],
    );
    let length_squared = along[0] * along[0] + along[1] * along[1];
    let share = if length_squared > 0.0 {
        ((along[0] * rest[0] + along[1] * rest[1]) / length_squared).clamp(0.0, 1.0)
    } else {
        0.0
    };
    Xy::new(rest[0] - share * along[0], rest[1] - share * along[1]).length()
}
