//! Networks for benchmarks and tests: the same numbers on every machine, from a seed.

use crate::numeric::square;

use super::snapshot::{NamedPartition, Snapshot};
use super::{Link, Network, Partition};
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64Mcg;
use std::collections::HashSet;

/// What the weights of a generated network look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GeneratedWeights {
    /// Whole numbers from 1 to 9, as typed in a session: many paths of equal length.
    Digits,
    /// Any number from 0.1 to 10: hardly any paths of equal length.
    Real,
}

/// A random network of `n` actors and `m` different pairs in `groups` groups, of which about half are
/// inside a group: the shape of cooperation by region. No loops, no parallel links.
///
/// # Panics
/// When `m` pairs do not fit `n` actors.
pub fn regions(
    n: usize,
    m: usize,
    groups: usize,
    weights: GeneratedWeights,
    seed: u64,
) -> (Vec<Link>, Partition) {
    let mut random = Pcg64Mcg::seed_from_u64(seed);
    let pairs = n * n.saturating_sub(1) / 2;
    assert!(m <= pairs, "{m} pairs of {n} actors");
    let groups = groups.clamp(1, n.max(1));
    let mut taken = HashSet::with_capacity(m);
    let mut links = Vec::with_capacity(m);
    while links.len() < m {
        let source = random.random_range(0..n);
        let target = if random.random_bool(0.5) {
            // Actors of one group are numbered with a step of `groups`.
            let own = source % groups;
            let members = (n - own).div_ceil(groups);
            own + groups * random.random_range(0..members)
        } else {
            random.random_range(0..n)
        };
        let (low, high) = (source.min(target) as u32, source.max(target) as u32);
        if low == high || !taken.insert((low, high)) {
            // A full group: half of the draws are over all pairs, so this ends.
            continue;
        }
        let weight = match weights {
            GeneratedWeights::Digits => f64::from(random.random_range(1..=9u32)),
            GeneratedWeights::Real => random.random_range(0.1..10.0),
        };
        links.push(Link {
            source: low,
            target: high,
            weight,
        });
    }
    let names = (0..groups).map(|group| format!("region {group}")).collect();
    let of: Vec<Option<u32>> = (0..n).map(|node| Some((node % groups) as u32)).collect();
    (links, Partition::single(names, &of))
}

/// The network of [`regions`], ready to analyse.
pub fn network(n: usize, m: usize, directed: bool, weights: GeneratedWeights, seed: u64) -> Network {
    let (links, _) = regions(n, m, 8, weights, seed);
    Network::from_links(n, directed, &links).expect("generated links are valid")
}

/// A two-mode network of the size of a register: `bodies` each with a few to many of `members`, drawn so
/// that some members sit in many bodies.
pub fn register(members: usize, bodies: usize, m: usize, seed: u64) -> Network {
    let mut random = Pcg64Mcg::seed_from_u64(seed);
    let mut taken = HashSet::with_capacity(m);
    let mut links = Vec::with_capacity(m);
    let m = m.min(members * bodies);
    while links.len() < m {
        // Squaring favours low numbers: a few large bodies, many small ones.
        let body = (bodies as f64 * square(random.random::<f64>())) as u32;
        let member = random.random_range(0..members) as u32;
        if taken.insert((member, body)) {
            links.push(Link {
                source: member,
                target: members as u32 + body,
                weight: 1.0,
            });
        }
    }
    Network::from_links(members + bodies, false, &links).expect("generated links are valid")
}

/// A network with everything the app knows of one: tables, and five dimensions in which one actor in ten
/// has no group. Bodies of a [`register`] are its tables: the actors from `first_table` on.
pub fn snapshot(network: Network, first_table: usize, seed: u64) -> Snapshot {
    let n = network.n;
    let mut random = Pcg64Mcg::seed_from_u64(seed);
    let mut dimensions = Vec::new();
    for (id, groups, most) in [
        ("sector", 4, 1),
        ("level", 4, 1),
        ("domain", 6, 2),
        ("region", 8, 1),
        ("organisation", n / 12 + 2, 1),
    ] {
        let of: Vec<Vec<u32>> = (0..n)
            .map(|_| {
                let is_known = random.random_bool(0.9);
                let own = if is_known {
                    random.random_range(1..=most)
                } else {
                    0
                };
                (0..own).map(|_| random.random_range(0..groups as u32)).collect()
            })
            .collect();
        let names = (0..groups).map(|group| format!("{id} {group}")).collect();
        dimensions.push(NamedPartition {
            id: id.to_owned(),
            partition: Partition::multiple(names, &of),
        });
    }
    let is_table = (0..n).map(|actor| actor >= first_table).collect();
    Snapshot::of_network(network, is_table, dimensions)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_network() {
        let make = |seed| network(50, 200, true, GeneratedWeights::Real, seed);
        assert_eq!(make(1), make(1));
        assert_ne!(make(1), make(2));
        assert_eq!((make(1).n, make(1).m()), (50, 200));
    }

    #[test]
    fn a_register_has_the_size_asked_for() {
        let network = register(400, 600, 3_000, 1);
        assert_eq!((network.n, network.m()), (1_000, 3_000));
    }
}
