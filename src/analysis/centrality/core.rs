//! k-core number: how deep in the dense part of the network an actor sits.

use crate::analysis::Network;
use crate::analysis::measure::{
    Citation, Descriptor, Family::Centrality, HigherIs::MoreCentral, Target::Actor, Unit::Count,
};

const SEIDMAN: Citation = Citation::with_doi(
    "Seidman 1983, Network structure and minimum degree, Social Networks 5",
    "10.1016/0378-8733(83)90028-X",
);

pub const DESCRIPTORS: &[Descriptor] = &[Descriptor::new("core", Centrality, Actor, Count)
    .higher_is(MoreCentral)
    .cite(SEIDMAN)
    .repeat("nx.core_number(U)")];

/// Core number: how deep in the dense part of the network an actor sits.
///
/// # Measures
/// `core`.
///
/// # Definition
/// The largest k for which the actor is in a part of U where everyone has at least k contacts in that part.
///
/// # Weight
/// Not used.
///
/// # Networks
/// Directed and undirected: on U, where a contact counts once in whichever direction. Parallel relations
/// count once, loops not. Disconnected: every component has its own cores.
///
/// # Normalisation
/// None.
///
/// # Range
/// 0 (nobody tied) to n-1.
///
/// # Errors
/// None.
///
/// # Complexity
/// O(n + m): actors are peeled off from the fewest contacts up (Batagelj & Zaveršnik 2003).
///
/// # Source
/// S.B. Seidman (1983), Network structure and minimum degree, *Social Networks* 5, 269-287,
/// doi:10.1016/0378-8733(83)90028-X.
///
/// ```
/// use netwerkopstelling::analysis::{Link, Network, centrality::core};
/// let link = |source, target| Link { source, target, weight: 1.0 };
/// let kite = Network::from_links(4, false, &[link(0, 1), link(1, 2), link(2, 0), link(2, 3)]).unwrap();
/// assert_eq!(core::core_numbers(&kite), [2, 2, 2, 1]);
/// ```
pub fn core_numbers(network: &Network) -> Vec<u32> {
    let under = &network.under;
    let mut left: Vec<u32> = (0..network.n).map(|v| under.degree(v) as u32).collect();
    let most = left.iter().copied().max().unwrap_or(0) as usize;
    let mut waiting: Vec<Vec<u32>> = vec![Vec::new(); most + 1];
    for (v, &degree) in left.iter().enumerate() {
        waiting[degree as usize].push(v as u32);
    }
    let mut core = vec![u32::MAX; network.n];
    let mut k = 0;
    while k <= most {
        let Some(v) = waiting[k].pop() else {
            k += 1;
            continue;
        };
        let v = v as usize;
        // Entries of a higher degree stay behind when a degree falls: only the last one counts.
        if core[v] != u32::MAX {
            continue;
        }
        core[v] = k as u32;
        for &w in under.neighbours(v) {
            let degree = &mut left[w as usize];
            if core[w as usize] == u32::MAX && *degree as usize > k {
                *degree -= 1;
                waiting[*degree as usize].push(w);
            }
        }
    }
    core
}
