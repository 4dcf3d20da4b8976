//! What the tests of measures begin with.

use super::{Link, Network};

/// Links of weight 1.
pub fn links(ends: &[(u32, u32)]) -> Vec<Link> {
    ends.iter()
        .map(|&(source, target)| Link {
            source,
            target,
            weight: 1.0,
        })
        .collect()
}

/// A network of `n` actors with these links, all of weight 1.
pub fn network(n: usize, directed: bool, ends: &[(u32, u32)]) -> Network {
    Network::from_links(n, directed, &links(ends)).unwrap()
}
