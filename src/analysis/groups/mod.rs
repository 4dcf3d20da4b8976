//! How ties run within and between groups, and which groups the ties themselves show.

pub mod assortativity;
pub mod descriptors;
pub mod external_internal;
pub mod helix;
pub mod leiden;
pub mod mixing;
pub mod modularity;
pub mod permutation;

pub use assortativity::{assortativity, same_share, same_share_expected};
pub use external_internal::{ExternalInternal, GroupTies, external_internal};
pub use helix::{Balance, balance, relation_balance, table_balance};
pub use leiden::{Communities, LeidenSettings, SMALL, SMALL_STARTS, communities};
pub use mixing::{MOST_GROUPS_OF_TABLE, Mixing, mixing, pairs_between};
pub use modularity::{modularity, modularity_directed};
pub(super) use permutation::is_at_least;
pub use permutation::{PermutationTest, ei_permutation_test, shuffled};

use super::Partition;

/// The part of a tie between two actors that runs within one group: the share of their pairs of groups
/// that are equal. 0 or 1 when both have one group; both are known.
#[inline]
pub(crate) fn internal_share(partition: &Partition, v: usize, w: usize) -> f64 {
    if !partition.has_several() {
        return if partition.first(v) == partition.first(w) {
            1.0
        } else {
            0.0
        };
    }
    equal_share(partition.of(v), partition.of(w))
}

/// The share of pairs of groups that are equal.
#[inline]
fn equal_share(a: &[u32], b: &[u32]) -> f64 {
    if let ([a], [b]) = (a, b) {
        return if a == b { 1.0 } else { 0.0 };
    }
    let common = a.iter().filter(|group| b.contains(group)).count();
    common as f64 / (a.len() * b.len()) as f64
}
