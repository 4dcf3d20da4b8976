//! Keys belong to what has the keyboard, and events come in the order in which they were made.

mod ahead;
mod dialogs;
mod escape;
mod lists;
mod owner;
mod undo;
mod unseen;
