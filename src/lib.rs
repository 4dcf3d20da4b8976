//! Netwerkopstelling: set up a constellation of actors and relations, and see who builds the bridges.

pub mod analysis;
pub mod edit;
pub mod model;
