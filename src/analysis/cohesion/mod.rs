//! How well the network as a whole hangs together.

pub mod centralisation;
pub mod clustering;
pub mod components;
mod core_border;
pub mod core_periphery;
pub mod cuts;
pub mod distances;
pub mod mixing;
pub mod size;
