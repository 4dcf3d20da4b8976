//! Who is in the middle: measures of the position of one actor.

pub mod betweenness;
pub mod closeness;
pub mod core;
pub mod degree;
pub mod eigenvector;
pub mod katz;
pub mod pagerank;
pub mod perron;
