//! Where in a view something lies that is laid over it.

use crate::scene::labels::Area;

/// Distance to the edge of the view, and to what lies beside it.
const MARGIN: f32 = 8.0;
pub(super) const APART: f32 = 4.0;
/// The outermost place at either side: places are counted from the middle, where it is 0.
const EDGE: i8 = 32;
/// From one place to the next where all of a view is looked through.
const EVERY: usize = 2;

/// Where in a view something lies: from -32 (left, above) to 32 (right, below).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Perch {
    across: i8,
    down: i8,
}

impl Default for Perch {
    fn default() -> Self {
        Self {
            across: -EDGE,
            down: EDGE,
        }
    }
}

impl Perch {
    /// Along the edges: the corners first, from the lower left on, then what is between them.
    pub fn all() -> impl Iterator<Item = Self> {
        const HALF: i8 = EDGE / 2;
        let corners = [(-EDGE, EDGE), (EDGE, EDGE), (EDGE, -EDGE), (-EDGE, -EDGE)];
        let between = [0, HALF, -HALF]
            .into_iter()
            .flat_map(|along| [(-EDGE, along), (EDGE, along), (along, EDGE), (along, -EDGE)]);
        corners
            .into_iter()
            .chain(between)
            .map(|(across, down)| Self { across, down })
    }

    /// All over the view.
    pub fn everywhere() -> impl Iterator<Item = Self> {
        let steps = || (-EDGE..=EDGE).step_by(EVERY);
        steps().flat_map(move |down| steps().map(move |across| Self { across, down }))
    }

    pub fn is_corner(self) -> bool {
        self.across.abs() == self.down.abs()
    }

    /// Left, in the middle or right, and up, in the middle or down: from -1 to 1.
    pub fn sides(self) -> (f32, f32) {
        let side = |at: i8| f32::from(at) / f32::from(EDGE);
        (side(self.across), side(self.down))
    }

    /// Something of this size at its place in a view.
    pub fn place(self, (wide, high): (f32, f32), [left, top, right, bottom]: Area) -> Area {
        let (across, down) = self.sides();
        let at = |side: f32, from: f32, to: f32, size: f32| {
            let room = (to - from - size - 2.0 * MARGIN).max(0.0);
            (from + MARGIN + room * (side + 1.0) / 2.0).round()
        };
        let (x, y) = (at(across, left, right, wide), at(down, top, bottom, high));
        [x, y, x + wide, y + high]
    }

    /// What of a view is beside something of this size there; all of it when that is in its midst.
    pub fn beside(self, (wide, high): (f32, f32), [left, top, right, bottom]: Area) -> Area {
        let (wide, high) = (wide + MARGIN + APART, high + MARGIN + APART);
        match (self.across, self.down) {
            (across, _) if across == -EDGE => [left + wide, top, right, bottom],
            (across, _) if across == EDGE => [left, top, right - wide, bottom],
            (_, down) if down == EDGE => [left, top, right, bottom - high],
            (_, down) if down == -EDGE => [left, top + high, right, bottom],
            _ => [left, top, right, bottom],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_has_room_in_a_view_lies_within_it_at_every_perch() {
        let view = [100.0, 50.0, 900.0, 650.0];
        for perch in Perch::all().chain(Perch::everywhere()) {
            let [left, top, right, bottom] = perch.place((300.0, 200.0), view);
            assert!(
                left >= 108.0 && top >= 58.0 && right <= 892.0 && bottom <= 642.0,
                "{perch:?}"
            );
        }
    }

    #[test]
    fn what_is_beside_something_at_an_edge_ends_a_little_before_it_and_holds_all_of_the_other_sides() {
        let view = [100.0, 50.0, 900.0, 650.0];
        let size = (300.0, 200.0);
        let mut sides = [0; 4];
        for perch in Perch::all().chain(Perch::everywhere()) {
            let (placed, beside) = (perch.place(size, view), perch.beside(size, view));
            let moved: Vec<usize> = (0..4).filter(|&side| beside[side] != view[side]).collect();
            assert!(moved.len() <= 1, "{perch:?}: {beside:?}");
            for side in moved {
                // What is cut off on the left is left of what is left.
                let gap = if side < 2 {
                    beside[side] - placed[side + 2]
                } else {
                    placed[side - 2] - beside[side]
                };
                assert!((gap - APART).abs() < 1.0, "{perch:?}: {gap}");
                sides[side] += 1;
            }
        }
        assert!(sides.iter().all(|&count| count > 0), "{sides:?}");
    }
}
