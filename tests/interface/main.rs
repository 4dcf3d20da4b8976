//! The interface without a screen: clicking, typing and dragging by accessibility label.

mod board;
mod flow;
mod panels;
mod program;
