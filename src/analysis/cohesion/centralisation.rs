//! Freeman's centralisation: how much the network hangs on one actor.

use crate::analysis::measure::{Citation, Descriptor, Family::Cohesion, Target::Network, Unit::Share};
use crate::analysis::order_free;
use crate::numeric::square;

const FREEMAN: Citation = Citation::with_doi(
    "Freeman 1978, Centrality in social networks: conceptual clarification, Social Networks 1",
    "10.1016/0378-8733(78)90021-7",
);

const fn of_network(id: &'static str, repeat: &'static str) -> Descriptor {
    Descriptor::new(id, Cohesion, Network, Share)
        .cite(FREEMAN)
        .repeat(repeat)
}

pub const DESCRIPTORS: &[Descriptor] = &[
    of_network(
        "centralisation_degree",
        "(lambda c: sum(max(c) - x for x in c) / ((len(c) - 1) * (len(c) - 2)))([d for _, d in S.degree()])",
    )
    .undirected_only(),
    of_network(
        "centralisation_in_degree",
        "(lambda c: sum(max(c) - x for x in c) / (len(c) - 1) ** 2)([d for _, d in S.in_degree()])",
    )
    .directed_only(),
    of_network(
        "centralisation_out_degree",
        "(lambda c: sum(max(c) - x for x in c) / (len(c) - 1) ** 2)([d for _, d in S.out_degree()])",
    )
    .directed_only(),
    of_network(
        "centralisation_betweenness",
        "(lambda c: sum(max(c) - x for x in c) / (len(c) - 1))(nx.betweenness_centrality(S).values())",
    ),
    of_network(
        "centralisation_closeness",
        "(lambda c: sum(max(c) - x for x in c) * (2 * len(c) - 3) / ((len(c) - 1) * (len(c) - 2)) if nx.is_connected(S) else None)(nx.closeness_centrality(S).values())",
    )
    .undirected_only(),
];

/// Freeman's centralisation: how much the network hangs on one actor.
///
/// # Measures
/// `centralisation_degree`, `centralisation_in_degree`, `centralisation_out_degree`,
/// `centralisation_betweenness`, `centralisation_closeness`.
///
/// # Definition
/// `sum over v of (largest - c(v)) / most`, with `most` the same sum in the most centralised network of
/// this size: [`most_by_degree`], [`most_by_directed_degree`], [`most_by_betweenness`],
/// [`most_by_closeness`].
///
/// # Weight
/// Not used: of the unweighted centralities, betweenness normalised.
///
/// # Networks
/// Directed: by in- and out-degree, and by betweenness. Undirected: by degree, betweenness and closeness.
/// Parallel relations count once, loops not. Disconnected: none by closeness, as there is no most
/// centralised network then.
///
/// # Normalisation
/// 1 in a star (when directed: of arcs).
///
/// # Range
/// 0 (all equal) to 1; `None` below three actors or when a value is undefined.
///
/// # Errors
/// None.
///
/// # Complexity
/// O(n) on top of the centrality.
///
/// # Source
/// L.C. Freeman (1978), Centrality in social networks: conceptual clarification, *Social Networks* 1,
/// 215-239, doi:10.1016/0378-8733(78)90021-7.
///
/// ```
/// use netwerkopstelling::analysis::cohesion::centralisation;
/// let star = [Some(3.0), Some(1.0), Some(1.0), Some(1.0)];
/// assert_eq!(centralisation::centralisation(&star, centralisation::most_by_degree(4)), Some(1.0));
/// ```
pub fn centralisation(values: &[Option<f64>], most: f64) -> Option<f64> {
    let values: Vec<f64> = values.iter().copied().collect::<Option<_>>()?;
    let largest = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    (values.len() > 2).then(|| order_free::sum(values.iter().map(|value| largest - value)) / most)
}

/// Undirected degree in a star: (n-1)(n-2).
pub fn most_by_degree(n: usize) -> f64 {
    (n as f64 - 1.0) * (n as f64 - 2.0)
}

/// In- or out-degree in a star of arcs: (n-1)².
pub fn most_by_directed_degree(n: usize) -> f64 {
    square(n as f64 - 1.0)
}

/// Normalised betweenness in a star: n-1.
pub fn most_by_betweenness(n: usize) -> f64 {
    n as f64 - 1.0
}

/// Closeness in a star: (n-1)(n-2)/(2n-3). Has a meaning in a connected, undirected network only.
pub fn most_by_closeness(n: usize) -> f64 {
    most_by_degree(n) / (2.0 * n as f64 - 3.0)
}
