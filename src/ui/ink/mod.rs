//! Triangles for the board and for the samples beside it: what a line looks like is said once.

mod brush;
mod course;
pub mod line;
mod mist;
mod stencil;

pub use brush::Brush;
pub use course::{arc, circle, crossing};
pub use mist::Mist;
pub use stencil::Stencil;
