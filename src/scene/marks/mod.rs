//! HOW what is visible is drawn: shapes of pieces, courses of ties, signs, symbols. Drawn through a [`Pen`], so that
//! the screen and every picture show the same.
//!
//! All in points of what is drawn on, with the board's (0, 0) at (0, 0): board units times the zoom. Not in board
//! units, because letters, edges and signs have least sizes of their own. Two things may differ from pen to pen: what
//! [`detail`] leaves out far away, and the snapping of lines and letters to whole pixels, which is the pen's own.

mod course;
pub mod detail;
mod line;
mod look;
mod pen;
mod piece;
mod symbol;
mod tie;

pub use course::{arc, circle};
pub use line::{draw_line, each_dash, each_step, part};
pub use look::{BoardLook, Emphasis};
pub use pen::{Face, Ink, Pen, StampKey, Text};
pub use piece::draw_piece;
pub use symbol::{draw_symbol, hull_fill};
pub use tie::{draw_tie, tie_ink};
