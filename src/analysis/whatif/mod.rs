//! What would change: an actor who leaves, a relation that comes.

pub mod change;
pub mod leave;
mod reach;
