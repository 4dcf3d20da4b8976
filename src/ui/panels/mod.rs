//! The panels around the board: each a data builder (tested as data) and a drawing function.

pub mod agreements;
mod attribute_values;
pub mod below;
pub mod centrality;
pub mod colouring;
mod fields;
pub mod filters;
pub mod groups;
pub mod inspector;
pub mod order;
pub mod roles;
pub mod spanners;
pub mod start;
pub mod status;
pub mod tables;
pub mod toolbar;
pub mod tray;
pub mod two_mode;
pub mod whatif;
pub mod words;
