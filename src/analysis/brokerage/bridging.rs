//! Bridging centrality: on many shortest paths, between contacts that are busier than oneself.

use crate::analysis::{Network, order_free};

/// Bridging centrality of every actor: a quiet actor that ties busy ones.
///
/// # Measures
/// `bridging`.
///
/// # Definition
/// Betweenness times the bridging coefficient `(1 / k_v) / sum over contacts w of 1 / k_w`, with k the
/// number of contacts.
///
/// # Weight
/// Not used: `betweenness` is unweighted and not normalised.
///
/// # Networks
/// Directed: betweenness along the arrows; contacts count in whichever direction. Undirected: as they are.
/// Parallel relations count once, loops not. Disconnected: no difference.
///
/// # Normalisation
/// None.
///
/// # Range
/// 0 or more, without a fixed maximum; `None` without contacts: there is nothing to bridge.
///
/// # Errors
/// None.
///
/// # Complexity
/// O(n + m) on top of betweenness.
///
/// # Source
/// W. Hwang, T. Kim, M. Ramanathan & A. Zhang (2008), Bridging centrality: graph mining from element level
/// to group level, *KDD '08*, 336-344, doi:10.1145/1401890.1401934.
///
/// ```
/// use netwerkopstelling::analysis::{Link, Network, brokerage::bridging};
/// let link = |source, target| Link { source, target, weight: 1.0 };
/// let path = Network::from_links(3, false, &[link(0, 1), link(1, 2)]).unwrap();
/// assert_eq!(bridging(&path, &[0.0, 1.0, 0.0]), [0.0, 0.25, 0.0].map(Some));
/// let alone = Network::from_links(1, false, &[]).unwrap();
/// assert_eq!(bridging(&alone, &[0.0]), [None]);
/// ```
pub fn bridging(network: &Network, betweenness: &[f64]) -> Vec<Option<f64>> {
    let under = &network.under;
    let inverse = |v: usize| 1.0 / under.degree(v) as f64;
    betweenness
        .iter()
        .enumerate()
        .map(|(v, &value)| {
            if under.degree(v) == 0 {
                return None;
            }
            let around = order_free::sum(under.neighbours(v).iter().map(|&w| inverse(w as usize)));
            Some(value * inverse(v) / around)
        })
        .collect()
}
