//! Distances of the whole network: how many steps, how far at most, who cannot be reached.
//!
//! The report has them from the shared pass, [`crate::analysis::paths::run`].

use crate::analysis::centrality::closeness::distances;
use crate::analysis::measure::{
    Citation, Descriptor,
    Family::Cohesion,
    HigherIs::{LessCohesive, MoreCohesive},
    Target,
    Unit::{Index, Length, Share},
};
use crate::analysis::{Cancelled, Control, Network, Weighing};

const WATTS: Citation = Citation::with_doi(
    "Watts & Strogatz 1998, Collective dynamics of small-world networks, Nature 393",
    "10.1038/30918",
);
const WASSERMAN: Citation = Citation::with_doi(
    "Wasserman & Faust 1994, Social network analysis, Cambridge University Press, ch. 4",
    "10.1017/CBO9780511815478",
);
const LATORA: Citation = Citation::with_doi(
    "Latora & Marchiori 2001, Efficient behavior of small-world networks, Physical Review Letters 87",
    "10.1103/PhysRevLett.87.198701",
);

pub const DESCRIPTORS: &[Descriptor] = &[
    Descriptor::new("mean_distance", Cohesion, Target::Network, Length)
        .higher_is(LessCohesive)
        .cite(WATTS)
        .repeat(
            "(lambda d: sum(d) / len(d))([x for _, r in nx.all_pairs_shortest_path_length(S) for x in r.values() if x])",
        ),
    Descriptor::new("mean_distance_w", Cohesion, Target::Network, Length)
        .weighted()
        .higher_is(LessCohesive)
        .cite(WATTS)
        .repeat(
            "(lambda d: sum(d) / len(d))([x for _, r in nx.all_pairs_dijkstra_path_length(D, weight=\"distance\") for x in r.values() if x])",
        ),
    Descriptor::new("diameter", Cohesion, Target::Network, Length)
        .higher_is(LessCohesive)
        .cite(WASSERMAN)
        .repeat("max(x for _, r in nx.all_pairs_shortest_path_length(S) for x in r.values())"),
    Descriptor::new("diameter_w", Cohesion, Target::Network, Length)
        .weighted()
        .higher_is(LessCohesive)
        .cite(WASSERMAN)
        .repeat(
            "max(x for _, r in nx.all_pairs_dijkstra_path_length(D, weight=\"distance\") for x in r.values())",
        ),
    Descriptor::new("reachable_share", Cohesion, Target::Network, Share)
        .higher_is(MoreCohesive)
        .cite(WASSERMAN)
        .repeat(
            "sum(len(r) - 1 for _, r in nx.all_pairs_shortest_path_length(S)) / (len(S) * (len(S) - 1))",
        ),
    Descriptor::new("efficiency", Cohesion, Target::Network, Share)
        .higher_is(MoreCohesive)
        .cite(LATORA)
        .repeat("sum(nx.harmonic_centrality(S).values()) / (len(S) * (len(S) - 1))"),
    Descriptor::new("efficiency_w", Cohesion, Target::Network, Index)
        .weighted()
        .higher_is(MoreCohesive)
        .cite(LATORA)
        .repeat(
            "sum(nx.harmonic_centrality(D, distance=\"distance\").values()) / (len(D) * (len(D) - 1))",
        ),
];

pub use crate::analysis::paths::{Distances, Paths};

/// Mean distance: how many steps others are away.
///
/// # Measures
/// `mean_distance`, `mean_distance_w`.
///
/// # Definition
/// Mean of d(s, t) over the ordered pairs that a path connects.
///
/// # Weight
/// Strength: a step has length 1 / weight, and pairs whose weights do not add up to more than 0 are left
/// out. Lengths are equal when they differ by at most 1e-10 of themselves
/// ([`crate::analysis::paths::TIE_TOLERANCE`]).
///
/// # Networks
/// Directed: ordered pairs, along the arrows. Undirected: both ways. Parallel relations count once
/// (weighted: added up), loops not. Disconnected: pairs without a path do not count; [`reachable_share`]
/// stands beside it.
///
/// # Normalisation
/// By the connected pairs.
///
/// # Range
/// 1 or more; weighted above 0. `None` when nobody reaches anybody.
///
/// # Errors
/// [`Cancelled`].
///
/// # Complexity
/// O(n m) unweighted, O(n (m + n log n)) weighted, memory O(n + m). The report has it from one pass for
/// everything with shortest paths, [`crate::analysis::paths::run`].
///
/// # Source
/// D.J. Watts & S.H. Strogatz (1998), Collective dynamics of small-world networks, *Nature* 393, 440-442,
/// doi:10.1038/30918.
///
/// ```
/// use netwerkopstelling::analysis::{Control, Link, Network, Weighing};
/// use netwerkopstelling::analysis::cohesion::distances;
/// let link = |source, target| Link { source, target, weight: 1.0 };
/// let path = Network::from_links(3, false, &[link(0, 1), link(1, 2)]).unwrap();
/// let found = distances::mean_distance(&path, Weighing::Unweighted, &Control::new()).unwrap();
/// assert_eq!(found, Some(4.0 / 3.0));
/// ```
pub fn mean_distance(
    network: &Network,
    weighing: Weighing,
    control: &Control,
) -> Result<Option<f64>, Cancelled> {
    Ok(distances(network, weighing, control)?.mean_distance)
}

/// Diameter: how far two actors are apart at most.
///
/// # Measures
/// `diameter`, `diameter_w`.
///
/// # Definition
/// Longest finite distance.
///
/// # Weight
/// Strength: a step has length 1 / weight, and pairs whose weights do not add up to more than 0 are left
/// out. Lengths are equal when they differ by at most 1e-10 of themselves
/// ([`crate::analysis::paths::TIE_TOLERANCE`]).
///
/// # Networks
/// Directed: ordered pairs, along the arrows. Undirected: both ways. Parallel relations count once
/// (weighted: added up), loops not. Disconnected: pairs without a path do not count.
///
/// # Normalisation
/// None.
///
/// # Range
/// 1 or more; weighted above 0. `None` when nobody reaches anybody.
///
/// # Errors
/// [`Cancelled`].
///
/// # Complexity
/// O(n m) unweighted, O(n (m + n log n)) weighted, memory O(n + m). The report has it from one pass for
/// everything with shortest paths, [`crate::analysis::paths::run`].
///
/// # Source
/// S. Wasserman & K. Faust (1994), *Social network analysis*, Cambridge University Press, ch. 4,
/// doi:10.1017/CBO9780511815478.
///
/// ```
/// use netwerkopstelling::analysis::{Control, Link, Network, Weighing};
/// use netwerkopstelling::analysis::cohesion::distances;
/// let link = |source, target| Link { source, target, weight: 1.0 };
/// let path = Network::from_links(3, false, &[link(0, 1), link(1, 2)]).unwrap();
/// let found = distances::diameter(&path, Weighing::Unweighted, &Control::new()).unwrap();
/// assert_eq!(found, Some(2.0));
/// ```
pub fn diameter(network: &Network, weighing: Weighing, control: &Control) -> Result<Option<f64>, Cancelled> {
    Ok(distances(network, weighing, control)?.diameter)
}

/// How many of the pairs a path connects.
///
/// # Measures
/// `reachable_share`.
///
/// # Definition
/// Ordered pairs with a path / `n (n - 1)`.
///
/// # Weight
/// Strength: a step has length 1 / weight, and pairs whose weights do not add up to more than 0 are left
/// out. Lengths are equal when they differ by at most 1e-10 of themselves
/// ([`crate::analysis::paths::TIE_TOLERANCE`]).
///
/// # Networks
/// Directed: ordered pairs, along the arrows. Undirected: both ways. Parallel relations count once
/// (weighted: added up), loops not. Disconnected: that is what lowers it.
///
/// # Normalisation
/// By the possible pairs.
///
/// # Range
/// 0 to 1; `None` below two actors.
///
/// # Errors
/// [`Cancelled`].
///
/// # Complexity
/// O(n m) unweighted, O(n (m + n log n)) weighted, memory O(n + m). The report has it from one pass for
/// everything with shortest paths, [`crate::analysis::paths::run`].
///
/// # Source
/// S. Wasserman & K. Faust (1994), *Social network analysis*, Cambridge University Press, ch. 4,
/// doi:10.1017/CBO9780511815478.
///
/// ```
/// use netwerkopstelling::analysis::{Control, Link, Network, Weighing};
/// use netwerkopstelling::analysis::cohesion::distances;
/// let link = |source, target| Link { source, target, weight: 1.0 };
/// let path = Network::from_links(3, false, &[link(0, 1), link(1, 2)]).unwrap();
/// let found = distances::reachable_share(&path, Weighing::Unweighted, &Control::new()).unwrap();
/// assert_eq!(found, Some(1.0));
/// ```
pub fn reachable_share(
    network: &Network,
    weighing: Weighing,
    control: &Control,
) -> Result<Option<f64>, Cancelled> {
    Ok(distances(network, weighing, control)?.reachable_share)
}

/// Efficiency: how easily everybody reaches everybody.
///
/// # Measures
/// `efficiency`, `efficiency_w`.
///
/// # Definition
/// Mean of `1 / d(s, t)` over all ordered pairs.
///
/// # Weight
/// Strength: a step has length 1 / weight, and pairs whose weights do not add up to more than 0 are left
/// out. Lengths are equal when they differ by at most 1e-10 of themselves
/// ([`crate::analysis::paths::TIE_TOLERANCE`]).
///
/// # Networks
/// Directed: ordered pairs, along the arrows. Undirected: both ways. Parallel relations count once
/// (weighted: added up), loops not. Disconnected: a pair without a path counts 0.
///
/// # Normalisation
/// By `n (n - 1)`.
///
/// # Range
/// 0 to 1; weighted 0 or more. `None` below two actors.
///
/// # Errors
/// [`Cancelled`].
///
/// # Complexity
/// O(n m) unweighted, O(n (m + n log n)) weighted, memory O(n + m). The report has it from one pass for
/// everything with shortest paths, [`crate::analysis::paths::run`].
///
/// # Source
/// V. Latora & M. Marchiori (2001), Efficient behavior of small-world networks, *Physical Review Letters*
/// 87, 198701, doi:10.1103/PhysRevLett.87.198701.
///
/// ```
/// use netwerkopstelling::analysis::{Control, Link, Network, Weighing};
/// use netwerkopstelling::analysis::cohesion::distances;
/// let link = |source, target| Link { source, target, weight: 1.0 };
/// let path = Network::from_links(3, false, &[link(0, 1), link(1, 2)]).unwrap();
/// let found = distances::efficiency(&path, Weighing::Unweighted, &Control::new()).unwrap();
/// assert_eq!(found, Some((1.0 + 1.0 + 0.5) / 3.0));
/// ```
pub fn efficiency(
    network: &Network,
    weighing: Weighing,
    control: &Control,
) -> Result<Option<f64>, Cancelled> {
    Ok(distances(network, weighing, control)?.efficiency)
}
