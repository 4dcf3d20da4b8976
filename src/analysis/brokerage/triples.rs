//! The single two-paths behind a brokerage figure: what lights up on the board.

use crate::analysis::known::is_known;
use crate::analysis::{Network, Partition};

use super::Role;
use super::gould_fernandez_counts::split_roles;

/// An open two-path `from -> broker -> to` with the pairs ([`Network::pairs`]) it runs over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Triple {
    pub from: u32,
    pub broker: u32,
    pub to: u32,
    pub pairs: [u32; 2],
}

/// Every open two-path in which `broker` has `role`, in the order of (from, to).
///
/// Undirected: each unordered pair once for the symmetric roles (`from < to`); as gatekeeper `to` is
/// the one in the broker's own group, as representative `from`. An actor with several groups: the
/// two-path is listed for every role it counts for. Unknown actors take no part.
///
/// # Complexity
/// O(in(v) * out(v) * log degree) for broker v.
///
/// ```
/// use netwerkopstelling::analysis::{Link, Network, Partition, brokerage::{Role, triples}};
/// let arc = |source, target| Link { source, target, weight: 1.0 };
/// let network = Network::from_links(3, true, &[arc(0, 1), arc(1, 2)]).unwrap();
/// let groups = Partition::single(vec!["x".into(), "y".into()], &[Some(0), Some(1), Some(1)]);
/// let found: Vec<_> = triples(&network, &groups, 1, Role::Gatekeeper).collect();
/// assert_eq!((found[0].from, found[0].to, found[0].pairs), (0, 2, [0, 1]));
/// ```
pub fn triples<'a>(
    network: &'a Network,
    partition: &'a Partition,
    broker: usize,
    role: Role,
) -> impl Iterator<Item = Triple> + 'a {
    let symmetric = !network.directed && !matches!(role, Role::Gatekeeper | Role::Representative);
    let has_group = is_known(partition, broker);
    network
        .inc
        .range(broker)
        .filter(move |_| has_group)
        .flat_map(move |in_at| {
            let from = network.inc.targets[in_at];
            network.out.range(broker).filter_map(move |out_at| {
                let to = network.out.targets[out_at];
                let counts = from != to
                    && !(symmetric && from > to)
                    && is_known(partition, from as usize)
                    && is_known(partition, to as usize)
                    && has_role(partition, [from as usize, broker, to as usize], role)
                    && network.out.find(from as usize, to).is_none();
                counts.then(|| Triple {
                    from,
                    broker: u32::try_from(broker).expect("below 2^31"),
                    to,
                    pairs: [network.inc.pairs[in_at], network.out.pairs[out_at]],
                })
            })
        })
}

fn has_role(partition: &Partition, [a, broker, b]: [usize; 3], role: Role) -> bool {
    if let (false, [Some(a), Some(broker), Some(b)]) = (
        partition.has_several(),
        [a, broker, b].map(|actor| partition.first(actor)),
    ) {
        return Role::of_groups(a, broker, b) == role;
    }
    split_roles(partition.of(a), partition.of(broker), partition.of(b))[role as usize] > 0.0
}
