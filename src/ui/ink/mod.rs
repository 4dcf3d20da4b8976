//! Triangles for the board and for the samples beside it: the screen as a pen for marks.

mod brush;
mod course;
mod mist;
mod pen;
mod spot;
mod stencil;

pub use brush::Brush;
pub use course::{circle, crossing};
pub use mist::Mist;
pub use pen::ScreenPen;
pub use stencil::Stencil;
