//! The panels around the board, each drawn alone against a document.

mod bench;
mod dialogs;
mod inspector;
mod left;
mod measures;
mod pictures;
mod tables;
