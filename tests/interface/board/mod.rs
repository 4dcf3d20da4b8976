//! The board: what hand and keyboard do to the document.

mod bench;
mod keyboard;
mod menus;
mod pointer;
mod program;
mod redraw;
