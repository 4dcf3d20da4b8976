//! What would change: an actor who leaves, a relation that comes.

pub mod leave;
