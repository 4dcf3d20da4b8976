//! Closeness, harmonic centrality and eccentricity: how near an actor is to the others.

use crate::analysis::measure::{
    Citation, Descriptor,
    Family::Centrality,
    HigherIs::{LessCentral, MoreCentral},
    Target::Actor,
    Unit::{Index, Length, Share},
};
use crate::analysis::paths::{self, Distances, PathRequest, Paths};
use crate::analysis::{Cancelled, Control, Network, Weighing};

const WASSERMAN: Citation = Citation::with_doi(
    "Wasserman & Faust 1994, Social network analysis, Cambridge University Press, formula 5.22 and p. 201",
    "10.1017/CBO9780511815478",
);
const BOLDI: Citation = Citation::with_doi(
    "Boldi & Vigna 2014, Axioms for centrality, Internet Mathematics 10; the mean: Marchiori & Latora 2000, Harmony in the small-world, Physica A 285",
    "10.1080/15427951.2013.865686",
);
const HAGE: Citation = Citation::with_doi(
    "Hage & Harary 1995, Eccentricity and centrality in networks, Social Networks 17",
    "10.1016/0378-8733(94)00248-9",
);

const fn of_closeness(id: &'static str, repeat: &'static str) -> Descriptor {
    Descriptor::new(id, Centrality, Actor, Share)
        .higher_is(MoreCentral)
        .cite(WASSERMAN)
        .repeat(repeat)
}

const fn of_closeness_w(id: &'static str, repeat: &'static str) -> Descriptor {
    let mut descriptor = of_closeness(id, repeat).weighted();
    descriptor.unit = Index;
    descriptor
}

const fn of_harmonic(id: &'static str, repeat: &'static str) -> Descriptor {
    Descriptor::new(id, Centrality, Actor, Share)
        .higher_is(MoreCentral)
        .cite(BOLDI)
        .repeat(repeat)
}

const fn of_harmonic_w(id: &'static str, repeat: &'static str) -> Descriptor {
    let mut descriptor = of_harmonic(id, repeat).weighted();
    descriptor.unit = Index;
    descriptor
}

pub const DESCRIPTORS: &[Descriptor] = &[
    of_closeness("closeness", "nx.closeness_centrality(S)").undirected_only(),
    of_closeness("closeness_in", "nx.closeness_centrality(S)").directed_only(),
    of_closeness("closeness_out", "nx.closeness_centrality(S.reverse())").directed_only(),
    of_closeness_w("closeness_w", "nx.closeness_centrality(D, distance=\"distance\")").undirected_only(),
    of_closeness_w("closeness_w_in", "nx.closeness_centrality(D, distance=\"distance\")").directed_only(),
    of_closeness_w(
        "closeness_w_out",
        "nx.closeness_centrality(D.reverse(), distance=\"distance\")",
    )
    .directed_only(),
    of_harmonic(
        "harmonic",
        "{v: h / (len(S) - 1) for v, h in nx.harmonic_centrality(S).items()}",
    )
    .undirected_only(),
    of_harmonic(
        "harmonic_in",
        "{v: h / (len(S) - 1) for v, h in nx.harmonic_centrality(S).items()}",
    )
    .directed_only(),
    of_harmonic(
        "harmonic_out",
        "{v: h / (len(S) - 1) for v, h in nx.harmonic_centrality(S.reverse()).items()}",
    )
    .directed_only(),
    of_harmonic_w(
        "harmonic_w",
        "{v: h / (len(D) - 1) for v, h in nx.harmonic_centrality(D, distance=\"distance\").items()}",
    )
    .undirected_only(),
    of_harmonic_w(
        "harmonic_w_in",
        "{v: h / (len(D) - 1) for v, h in nx.harmonic_centrality(D, distance=\"distance\").items()}",
    )
    .directed_only(),
    of_harmonic_w(
        "harmonic_w_out",
        "{v: h / (len(D) - 1) for v, h in nx.harmonic_centrality(D.reverse(), distance=\"distance\").items()}",
    )
    .directed_only(),
    Descriptor::new("eccentricity", Centrality, Actor, Length)
        .higher_is(LessCentral)
        .cite(HAGE)
        .repeat("{v: max(d.values()) or None for v, d in nx.all_pairs_shortest_path_length(S)}"),
    Descriptor::new("eccentricity_w", Centrality, Actor, Length)
        .weighted()
        .higher_is(LessCentral)
        .cite(HAGE)
        .repeat(
            "{v: max(d.values()) or None for v, d in nx.all_pairs_dijkstra_path_length(D, weight=\"distance\")}",
        ),
];

/// The pass without what only betweenness needs.
pub(in crate::analysis) fn distances(
    network: &Network,
    weighing: Weighing,
    control: &Control,
) -> Result<Paths, Cancelled> {
    let request = PathRequest {
        weighted: weighing == Weighing::Weighted,
        relations: false,
        betweenness: false,
        ..PathRequest::default()
    };
    paths::run(network, &request, control)
}

/// Closeness: how near an actor is to the others it reaches, in [to it, from it].
///
/// # Measures
/// `closeness`, `closeness_in`, `closeness_out`, `closeness_w`, `closeness_w_in`, `closeness_w_out`.
///
/// # Definition
/// `r / (n - 1) * r / sum of distances`, with r the number of others reached: Wasserman & Faust's form,
/// which compares actors of different components.
///
/// # Weight
/// Strength: a step has length 1 / weight, and pairs whose weights do not add up to more than 0 are left
/// out. Lengths are equal when they differ by at most 1e-10 of themselves
/// ([`crate::analysis::paths::TIE_TOLERANCE`]).
///
/// # Networks
/// Directed: to the actor (`_in`, as NetworkX) and from it (`_out`), along the arrows. Undirected: both are
/// the same. Parallel relations count once (weighted: added up), loops not. Disconnected: the share of the
/// others that is reached counts.
///
/// # Normalisation
/// By n-1, twice.
///
/// # Range
/// 0 (reaches nobody) to 1; weighted 0 or more. `None` in a network of one.
///
/// # Errors
/// [`Cancelled`].
///
/// # Complexity
/// O(n m) unweighted, O(n (m + n log n)) weighted, memory O(n + m). The report has it from one pass for
/// everything with shortest paths, [`paths::run`].
///
/// # Source
/// S. Wasserman & K. Faust (1994), *Social network analysis*, Cambridge University Press, formula 5.22 and
/// p. 201, doi:10.1017/CBO9780511815478.
///
/// ```
/// use netwerkopstelling::analysis::{Control, Link, Network, Weighing};
/// use netwerkopstelling::analysis::centrality::closeness;
/// let link = |source, target| Link { source, target, weight: 1.0 };
/// let path = Network::from_links(3, false, &[link(0, 1), link(1, 2)]).unwrap();
/// let found = closeness::closeness(&path, Weighing::Unweighted, &Control::new()).unwrap();
/// assert_eq!(found[0], [2.0 / 3.0, 1.0, 2.0 / 3.0].map(Some));
/// ```
pub fn closeness(
    network: &Network,
    weighing: Weighing,
    control: &Control,
) -> Result<[Vec<Option<f64>>; 2], Cancelled> {
    let Paths { out, inc, .. } = distances(network, weighing, control)?;
    Ok([inc, out].map(|distances: Distances| distances.closeness))
}

/// Harmonic centrality: the mean of 1 / distance, in [to the actor, from it].
///
/// # Measures
/// `harmonic`, `harmonic_in`, `harmonic_out`, `harmonic_w`, `harmonic_w_in`, `harmonic_w_out`.
///
/// # Definition
/// Sum over the others of `1 / d`, divided by n-1.
///
/// # Weight
/// Strength: a step has length 1 / weight, and pairs whose weights do not add up to more than 0 are left
/// out. Lengths are equal when they differ by at most 1e-10 of themselves
/// ([`crate::analysis::paths::TIE_TOLERANCE`]).
///
/// # Networks
/// Directed: to the actor (`_in`, as NetworkX) and from it (`_out`), along the arrows. Undirected: both are
/// the same. Parallel relations count once (weighted: added up), loops not. Disconnected: who is not
/// reached adds 0.
///
/// # Normalisation
/// By n-1.
///
/// # Range
/// 0 to 1; weighted 0 or more. `None` in a network of one.
///
/// # Errors
/// [`Cancelled`].
///
/// # Complexity
/// O(n m) unweighted, O(n (m + n log n)) weighted, memory O(n + m). The report has it from one pass for
/// everything with shortest paths, [`paths::run`].
///
/// # Source
/// P. Boldi & S. Vigna (2014), Axioms for centrality, *Internet Mathematics* 10, 222-262,
/// doi:10.1080/15427951.2013.865686; the mean: M. Marchiori & V. Latora (2000), Harmony in the small-world,
/// *Physica A* 285, 539-546.
///
/// ```
/// use netwerkopstelling::analysis::{Control, Link, Network, Weighing};
/// use netwerkopstelling::analysis::centrality::closeness;
/// let link = |source, target| Link { source, target, weight: 1.0 };
/// let path = Network::from_links(3, false, &[link(0, 1), link(1, 2)]).unwrap();
/// let found = closeness::harmonic(&path, Weighing::Unweighted, &Control::new()).unwrap();
/// assert_eq!(found[1], [0.75, 1.0, 0.75].map(Some));
/// ```
pub fn harmonic(
    network: &Network,
    weighing: Weighing,
    control: &Control,
) -> Result<[Vec<Option<f64>>; 2], Cancelled> {
    let Paths { out, inc, .. } = distances(network, weighing, control)?;
    Ok([inc, out].map(|distances: Distances| distances.harmonic))
}

/// Eccentricity: how far the farthest actor is that an actor reaches.
///
/// # Measures
/// `eccentricity`, `eccentricity_w`.
///
/// # Definition
/// Longest finite distance from the actor.
///
/// # Weight
/// Strength: a step has length 1 / weight, and pairs whose weights do not add up to more than 0 are left
/// out. Lengths are equal when they differ by at most 1e-10 of themselves
/// ([`crate::analysis::paths::TIE_TOLERANCE`]).
///
/// # Networks
/// Directed: along the arrows. Undirected: both ways. Parallel relations count once (weighted: added up),
/// loops not. Disconnected: who is not reached does not count.
///
/// # Normalisation
/// None.
///
/// # Range
/// Above 0, at most the diameter; `None` for who reaches nobody.
///
/// # Errors
/// [`Cancelled`].
///
/// # Complexity
/// O(n m) unweighted, O(n (m + n log n)) weighted, memory O(n + m). The report has it from one pass for
/// everything with shortest paths, [`paths::run`].
///
/// # Source
/// P. Hage & F. Harary (1995), Eccentricity and centrality in networks, *Social Networks* 17, 57-63,
/// doi:10.1016/0378-8733(94)00248-9.
///
/// ```
/// use netwerkopstelling::analysis::{Control, Link, Network, Weighing};
/// use netwerkopstelling::analysis::centrality::closeness;
/// let link = |source, target| Link { source, target, weight: 1.0 };
/// let path = Network::from_links(3, false, &[link(0, 1), link(1, 2)]).unwrap();
/// let found = closeness::eccentricity(&path, Weighing::Unweighted, &Control::new()).unwrap();
/// assert_eq!(found, [2.0, 1.0, 2.0].map(Some));
/// ```
pub fn eccentricity(
    network: &Network,
    weighing: Weighing,
    control: &Control,
) -> Result<Vec<Option<f64>>, Cancelled> {
    Ok(distances(network, weighing, control)?.eccentricity)
}
