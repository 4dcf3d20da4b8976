//! What happens to the document under the hand: nothing unseen is changed, nothing lands on another, nothing is
//! read as what it is not.

mod bench;
mod names;
mod numbers;
mod places;
mod towers;
mod unseen;
mod window;
mod words;
