//! Leaving out the actors nobody gave a group: unknown is never silently a group.

use std::borrow::Cow;

use super::{Network, Partition};

/// The network among the actors that have a group; the others stay as isolates, so that indices do
/// not shift. Everything about a partition is computed on this, and is `None` for unknown actors.
///
/// Pair indices are those of the returned network. O(n + m), or O(n) when all
/// are known or without ties.
pub fn known<'a>(network: &'a Network, partition: &Partition) -> Cow<'a, Network> {
    assert_eq!(network.n, partition.len(), "one entry per actor");
    if (0..network.n).all(|v| is_known(partition, v) || network.under.degree(v) == 0) {
        return Cow::Borrowed(network);
    }
    Cow::Owned(network.filtered(|pair| {
        is_known(partition, pair.source as usize) && is_known(partition, pair.target as usize)
    }))
}

pub fn is_known(partition: &Partition, v: usize) -> bool {
    partition.knows(v)
}

/// Number of actors per group; an actor with several groups counts in each.
pub fn group_sizes(partition: &Partition) -> Vec<u32> {
    let mut sizes = vec![0; partition.groups.len()];
    for v in 0..partition.len() {
        for &group in partition.of(v) {
            sizes[group as usize] += 1;
        }
    }
    sizes
}
