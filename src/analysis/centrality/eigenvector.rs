//! Eigenvector centrality: central is who is tied to central actors.

use super::perron::{NoVector, perron};
use crate::analysis::Network;
use crate::analysis::measure::{
    Citation, Descriptor, Family::Centrality, HigherIs::MoreCentral, Target::Actor, Unit::Share,
};

const BONACICH: Citation = Citation::with_doi(
    "Bonacich 1972, Factoring and weighting approaches to status scores and clique identification, Journal of Mathematical Sociology 2",
    "10.1080/0022250X.1972.9989806",
);

pub const DESCRIPTORS: &[Descriptor] = &[
    Descriptor::new("eigenvector", Centrality, Actor, Share)
        .higher_is(MoreCentral)
        .cite(BONACICH)
        .repeat("nx.eigenvector_centrality(S, max_iter=100000, tol=1e-13)"),
    Descriptor::new("eigenvector_w", Centrality, Actor, Share)
        .weighted()
        .higher_is(MoreCentral)
        .cite(BONACICH)
        .repeat("nx.eigenvector_centrality(D, max_iter=100000, tol=1e-13, weight=\"scaled\")"),
];

/// Eigenvector centrality: central is who is tied to central actors.
///
/// # Measures
/// `eigenvector`, `eigenvector_w`.
///
/// # Definition
/// The vector x with `x(v)` proportional to the sum of `w(u, v) x(u)` over neighbours u, for the largest
/// eigenvalue; non-negative.
///
/// # Weight
/// Strength: a stronger tie passes on more. Pairs of weight 0 or less are left out. Unweighted: every pair
/// 1.
///
/// # Networks
/// Directed: over arcs that arrive, u -> v. Undirected: over all neighbours. Parallel relations are added
/// up (weighted) or count once, loops are left out. Disconnected, undirected: only the component with the
/// largest eigenvalue has values above 0; with equal eigenvalues, the projection of the all-ones vector. As
/// NetworkX.
///
/// # Normalisation
/// 2-norm 1.
///
/// # Range
/// 0 to 1.
///
/// # Errors
/// [`NoVector`]: without a cycle, with two equally leading parts when directed, or when the iteration does
/// not come to rest.
///
/// # Complexity
/// O(m) per round; the rounds are bounded.
///
/// # Source
/// P. Bonacich (1972), Factoring and weighting approaches to status scores and clique identification,
/// *Journal of Mathematical Sociology* 2, 113-120, doi:10.1080/0022250X.1972.9989806.
///
/// ```
/// use netwerkopstelling::analysis::{Link, Network, centrality::eigenvector};
/// let pair = Network::from_links(2, false, &[Link { source: 0, target: 1, weight: 3.0 }]).unwrap();
/// let x = eigenvector::eigenvector(&pair, true).unwrap();
/// assert!((x[0] - 0.5f64.sqrt()).abs() < 1e-15);
/// ```
pub fn eigenvector(network: &Network, weighted: bool) -> Result<Vec<f64>, NoVector> {
    perron(network, weighted).vector
}
