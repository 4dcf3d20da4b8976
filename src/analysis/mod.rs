//! PURE measures on a dense snapshot of the network.
//!
//! A measure is a descriptor (id, family, convention, source) plus a pure function on a [`Network`].
//! Same input and seed, same output to the last bit, whatever the number of threads. A figure does not
//! depend on the order of actors and relations either ([`order_free`]), but for what is found by a search or drawn by
//! chance: communities, core, permutation tests.
//!
//! Every measure is documented on one template, where it is computed: the ids of the measures, definition, meaning
//! of a weight, what kinds of network it is about, normalisation, range, errors, complexity, source, and an example
//! with a figure that can be checked by hand. A test walks them all (`tests/architecture/measures.rs`). In it S is the
//! network with one relation per pair and U the same without directions ([`Network`]).

pub mod brokerage;
pub mod centrality;
pub mod cohesion;
pub mod comparison;
pub mod control;
pub mod dimensions;
pub mod generate;
pub mod group_figures;
pub mod groups;
pub mod joined;
pub mod known;
pub mod live;
pub mod measure;
pub mod network;
pub mod order_free;
pub mod partition;
pub mod paths;
pub mod random;
pub mod repeat;
pub mod report;
pub mod run;
pub mod snapshot;
pub mod spanners;
#[cfg(test)]
pub(crate) mod testing;
pub mod ties;
pub mod two_mode;
pub mod values;
pub mod whatif;

pub use control::{Cancelled, Control};
pub use measure::Descriptor;
pub use network::{Csr, Link, Network, NetworkError, Pair};
pub use partition::Partition;
pub use ties::{Ties, Weighing};
pub use values::Values;
