//! Triangles for the board and for the samples beside it: the screen as a pen for marks.

mod any_point;
mod brush;
mod clipping;
mod edge_texture;
mod letters;
mod line_density;
mod pen;

pub use brush::Brush;
pub use clipping::{circle, crossing};
pub use edge_texture::EdgeTexture;
pub use letters::{HALO, ScreenLetters, lay_out, lay_out_wrapped};
pub use line_density::LineDensity;
pub use pen::{ScreenPen, shift};
