//! PICTURES of the board for outside the program, drawn by the same marks as the screen.

mod board;
mod groups;
mod page;
mod size;
mod svg;
mod typeface;

pub use board::BoardView;
pub use groups::named_groups;
pub use page::{PictureInput, svg_of, svg_of_view};
pub use size::PictureSize;
pub use typeface::Typeface;
