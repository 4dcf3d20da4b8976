//! Triangles for the board and for the samples beside it: the screen as a pen for marks.

mod brush;
mod course;
mod letters;
mod mist;
mod pen;
mod spot;
mod stencil;

pub use brush::Brush;
pub use course::{circle, crossing};
pub use letters::{HALO, ScreenLetters, lay_out, lay_out_wrapped};
pub use mist::Mist;
pub use pen::{ScreenPen, shift};
pub use stencil::Stencil;
