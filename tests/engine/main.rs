//! The engine against figures computed by other software, and against its own invariants.

mod board_memory;
mod brokerage;
mod centrality;
mod cohesion;
mod coverage;
mod golden;
mod group_properties;
mod groups;
mod memory;
mod paths;
mod progress;
mod properties;
mod repeat;
mod report;
mod report_properties;
mod small_communities;
mod spanner_properties;
mod spanner_search;
mod spanners;
mod two_mode;
mod whatif;

/// What tests of measures begin with, here and beside the measures.
#[path = "../../src/analysis/testing.rs"]
mod support;

use netwerkopstelling::analysis::{Link, Network};
