//! The interface without a screen: clicking, typing and dragging by accessibility label.

mod agreements;
mod arranging;
mod at_rest;
mod attributes;
mod board;
#[path = "../pictures/board.rs"]
mod board_alone;
#[path = "../pictures/sample.rs"]
mod board_sample;
mod colouring;
mod columns;
mod comparison;
mod contrast;
mod drafts;
mod drawing;
mod elsewhere;
mod experiment;
mod flow;
mod groups;
mod hall;
mod hand;
mod keys;
mod long_names;
mod notes;
mod nothing_lost;
mod notices;
mod panels;
mod path_field;
mod picture;
mod program;
mod promises;
mod pseudonyms;
mod room;
mod safe;
mod search;
mod sheet;
mod spanners;
mod spoken;
mod take_along;
mod waiting;
mod walk;
