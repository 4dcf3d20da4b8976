//! The network as it would be: with a relation more, or an actor less.

use crate::analysis::{Link, Network, NetworkError};

fn links(network: &Network) -> Vec<Link> {
    network.pairs.iter().map(Link::from).collect()
}

/// With one relation more. Directed networks: an arc, and when `is_mutual` also the arc back.
///
/// ```
/// use netwerkopstelling::analysis::{Network, whatif::change};
/// let empty = Network::from_links(2, false, &[]).unwrap();
/// assert_eq!(change::with_relation(&empty, 0, 1, 2.0, false).unwrap().m(), 1);
/// ```
///
/// # Errors
/// As [`Network::from_links`]: an actor that does not exist, or a weight that is not finite.
pub fn with_relation(
    network: &Network,
    source: u32,
    target: u32,
    weight: f64,
    is_mutual: bool,
) -> Result<Network, NetworkError> {
    let mut links = links(network);
    links.push(Link {
        source,
        target,
        weight,
    });
    if is_mutual && network.directed {
        links.push(Link {
            source: target,
            target: source,
            weight,
        });
    }
    Network::from_links(network.n, network.directed, &links)
}

/// Without this actor: those after it move up one place.
pub fn without_actor(network: &Network, actor: u32) -> Network {
    let moved = |v: u32| if v > actor { v - 1 } else { v };
    let kept: Vec<Link> = links(network)
        .into_iter()
        .filter(|link| link.source != actor && link.target != actor)
        .map(|link| Link {
            source: moved(link.source),
            target: moved(link.target),
            ..link
        })
        .collect();
    let n = network.n - usize::from((actor as usize) < network.n);
    Network::from_links(n, network.directed, &kept).expect("part of a valid network")
}
