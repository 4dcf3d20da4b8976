//! Points of marks and of the screen library, drawn alike.

use egui::{Pos2, pos2};

use crate::scene::geometry::Xy;

/// A point, whoever made it: thousands of lines need not be copied to be drawn.
pub trait AnyPoint: Copy + Into<Xy> {
    fn pos(self) -> Pos2;
}

impl AnyPoint for Pos2 {
    fn pos(self) -> Pos2 {
        self
    }
}

impl AnyPoint for Xy {
    fn pos(self) -> Pos2 {
        pos2(self.x, self.y)
    }
}

impl From<Pos2> for Xy {
    fn from(at: Pos2) -> Self {
        Self::new(at.x, at.y)
    }
}
