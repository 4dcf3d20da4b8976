//! PICTURES of the board for outside the program, drawn by the same marks as the screen.

mod board;
mod font;
mod groups;
mod lines;
mod page;
mod paper;
mod pixels;
mod sheet;
mod subject;
mod svg;

pub use crate::scene::typeface::Typeface;
pub use board::BoardView;
pub use groups::named_groups;
pub use page::{PictureInput, pdf_of, png_of, say_question_once, svg_of, svg_of_view};
pub use paper::{PaperSheet, SheetFonts};
pub use pixels::PicturePixels;
pub use sheet::{Medium, SheetLine, SheetPaint, SheetShape, SheetWords};
pub use subject::{DrawnPicture, PicturePart, PictureRefusal, PictureSubject};

pub use crate::takeaway::PictureSize;

/// A picture that cannot be made; why is in the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoPicture;
