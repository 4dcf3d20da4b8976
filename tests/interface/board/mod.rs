//! The board: what hand and keyboard do to the document.

pub mod bench;
mod frames;
mod keyboard;
mod menus;
mod pointer;
mod program;
mod redraw;
