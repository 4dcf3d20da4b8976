//! Betweenness of actors and relations: the share of shortest paths that pass.

use crate::analysis::measure::{
    Citation, Descriptor,
    Family::Centrality,
    HigherIs::{MoreBridging, MoreCentral},
    Target::{Actor, GroupActor, Relation},
    Unit::{Index, Share},
};
use crate::analysis::paths::{self, PathRequest};
use crate::analysis::{Cancelled, Control, Network, Partition, Values, Weighing};

const FREEMAN: Citation = Citation::with_doi(
    "Freeman 1977, A set of measures of centrality based on betweenness, Sociometry 40; Brandes 2001, A faster algorithm for betweenness centrality, Journal of Mathematical Sociology 25",
    "10.2307/3033543",
);
const BRANDES: Citation = Citation::with_doi(
    "Brandes 2001, A faster algorithm for betweenness centrality, Journal of Mathematical Sociology 25",
    "10.1080/0022250X.2001.9990249",
);
const GIRVAN: Citation = Citation::with_doi(
    "Girvan & Newman 2002, Community structure in social and biological networks, PNAS 99",
    "10.1073/pnas.122653799",
);
/// Betweenness restricted to pairs of given end points: of two groups in Flom et al., here of any number.
const VARIANTS: Citation = Citation::with_doi(
    "Brandes 2008, On variants of shortest-path betweenness centrality and their generic computation, Social Networks 30; the idea: Flom, Friedman, Strauss & Neaigus 2004, A new measure of linkage between two sub-networks, Connections 26(1), 62-70 (no DOI)",
    "10.1016/j.socnet.2007.11.001",
);

pub const DESCRIPTORS: &[Descriptor] = &[
    Descriptor::new("betweenness", Centrality, Actor, Index)
        .higher_is(MoreCentral)
        .cite(FREEMAN)
        .repeat("nx.betweenness_centrality(S, normalized=False)"),
    Descriptor::new("betweenness_norm", Centrality, Actor, Share)
        .higher_is(MoreCentral)
        .cite(FREEMAN)
        .repeat("nx.betweenness_centrality(S)"),
    Descriptor::new("betweenness_w", Centrality, Actor, Index)
        .weighted()
        .higher_is(MoreCentral)
        .cite(BRANDES)
        .repeat("nx.betweenness_centrality(D, weight=\"distance\", normalized=False)"),
    Descriptor::new("betweenness_w_norm", Centrality, Actor, Share)
        .weighted()
        .higher_is(MoreCentral)
        .cite(BRANDES)
        .repeat("nx.betweenness_centrality(D, weight=\"distance\")"),
    Descriptor::new("passage", Centrality, GroupActor, Share)
        .higher_is(MoreBridging)
        .cite(VARIANTS)
        .repeat("{v: b / crossing(v) for v, b in passing().items() if crossing(v)}"),
    Descriptor::new("passage_w", Centrality, GroupActor, Share)
        .weighted()
        .higher_is(MoreBridging)
        .cite(VARIANTS)
        .repeat("{v: b / crossing(v) for v, b in passing(weight=\"distance\").items() if crossing(v)}"),
    Descriptor::new("edge_betweenness", Centrality, Relation, Index)
        .higher_is(MoreBridging)
        .cite(GIRVAN)
        .repeat("nx.edge_betweenness_centrality(S, normalized=False)"),
    Descriptor::new("edge_betweenness_norm", Centrality, Relation, Share)
        .higher_is(MoreBridging)
        .cite(GIRVAN)
        .repeat("nx.edge_betweenness_centrality(S)"),
    Descriptor::new("edge_betweenness_w", Centrality, Relation, Index)
        .weighted()
        .higher_is(MoreBridging)
        .cite(GIRVAN)
        .repeat("nx.edge_betweenness_centrality(D, weight=\"distance\", normalized=False)"),
    Descriptor::new("edge_betweenness_w_norm", Centrality, Relation, Share)
        .weighted()
        .higher_is(MoreBridging)
        .cite(GIRVAN)
        .repeat("nx.edge_betweenness_centrality(D, weight=\"distance\")"),
];

/// Betweenness: how much an actor is between others.
///
/// # Measures
/// `betweenness`, `betweenness_norm`, `betweenness_w`, `betweenness_w_norm`.
///
/// # Definition
/// Sum over pairs s, t of other actors of the share of shortest paths between them that pass.
///
/// # Weight
/// Strength: a step has length 1 / weight, and pairs whose weights do not add up to more than 0 are left
/// out. Lengths are equal when they differ by at most 1e-10 of themselves
/// ([`crate::analysis::paths::TIE_TOLERANCE`]).
///
/// # Networks
/// Directed: along the arrows, every ordered pair counts. Undirected: both ways, every unordered pair
/// counts once. Parallel relations count once (weighted: added up), loops not. Disconnected: pairs without
/// a path count for nothing.
///
/// # Normalisation
/// `_norm`: by the pairs of others, (n-1)(n-2) ordered or half of that.
///
/// # Range
/// 0 or more; `_norm` 0 to 1, undefined below three actors.
///
/// # Errors
/// [`Cancelled`].
///
/// # Complexity
/// O(n m) unweighted, O(n (m + n log n)) weighted, memory O(n + m). The report has it from one pass for
/// everything with shortest paths, [`paths::run`].
///
/// # Source
/// L.C. Freeman (1977), A set of measures of centrality based on betweenness, *Sociometry* 40, 35-41,
/// doi:10.2307/3033543; U. Brandes (2001), A faster algorithm for betweenness centrality, *Journal of
/// Mathematical Sociology* 25, 163-177, doi:10.1080/0022250X.2001.9990249.
///
/// ```
/// use netwerkopstelling::analysis::{Control, Link, Network, Weighing, centrality::betweenness};
/// let link = |source, target| Link { source, target, weight: 1.0 };
/// let path = Network::from_links(3, false, &[link(0, 1), link(1, 2)]).unwrap();
/// let found = betweenness::betweenness(&path, Weighing::Unweighted, &Control::new()).unwrap();
/// assert_eq!(found, [0.0, 1.0, 0.0]);
/// ```
pub fn betweenness(network: &Network, weighing: Weighing, control: &Control) -> Result<Vec<f64>, Cancelled> {
    let request = PathRequest {
        weighted: weighing == Weighing::Weighted,
        relations: false,
        ..PathRequest::default()
    };
    Ok(paths::run(network, &request, control)?.betweenness)
}

/// Betweenness of relations, in the order of [`Network::pairs`].
///
/// # Measures
/// `edge_betweenness`, `edge_betweenness_norm`, `edge_betweenness_w`, `edge_betweenness_w_norm`.
///
/// # Definition
/// Sum over pairs of actors of the share of shortest paths between them that run over the relation; the
/// pairs of its own ends count.
///
/// # Weight
/// Strength: a step has length 1 / weight, and pairs whose weights do not add up to more than 0 are left
/// out. Lengths are equal when they differ by at most 1e-10 of themselves
/// ([`crate::analysis::paths::TIE_TOLERANCE`]).
///
/// # Networks
/// Directed: along the arrows, every ordered pair counts. Undirected: both ways, every unordered pair
/// counts once. Parallel relations count once (weighted: added up), loops not. Disconnected: pairs without
/// a path count for nothing.
///
/// # Normalisation
/// `_norm`: by all pairs, n(n-1) ordered or half of that.
///
/// # Range
/// 0 or more; `_norm` 0 to 1. `None` where a weighted path cannot pass.
///
/// # Errors
/// [`Cancelled`].
///
/// # Complexity
/// O(n m) unweighted, O(n (m + n log n)) weighted, memory O(n + m). The report has it from one pass for
/// everything with shortest paths, [`paths::run`].
///
/// # Source
/// M. Girvan & M.E.J. Newman (2002), Community structure in social and biological networks, *PNAS* 99,
/// 7821-7826, doi:10.1073/pnas.122653799.
///
/// ```
/// use netwerkopstelling::analysis::{Control, Link, Network, Weighing, centrality::betweenness};
/// let link = |source, target| Link { source, target, weight: 1.0 };
/// let path = Network::from_links(3, false, &[link(0, 1), link(1, 2)]).unwrap();
/// let found = betweenness::edge_betweenness(&path, Weighing::Unweighted, &Control::new()).unwrap();
/// assert_eq!(found, [Some(2.0), Some(2.0)]);
/// ```
pub fn edge_betweenness(
    network: &Network,
    weighing: Weighing,
    control: &Control,
) -> Result<Vec<Option<f64>>, Cancelled> {
    let request = PathRequest {
        weighted: weighing == Weighing::Weighted,
        ..PathRequest::default()
    };
    Ok(paths::run(network, &request, control)?.edge_betweenness)
}

/// **Passage**: betweenness between actors of different groups only.
///
/// # Measures
/// `passage`, `passage_w`.
///
/// # Definition
/// Sum over pairs s, t of other actors whose groups differ of the share of shortest paths between them that
/// pass, divided by the number of those pairs.
///
/// # Weight
/// Strength: a step has length 1 / weight, and pairs whose weights do not add up to more than 0 are left
/// out. Lengths are equal when they differ by at most 1e-10 of themselves
/// ([`crate::analysis::paths::TIE_TOLERANCE`]).
///
/// # Networks
/// Directed: along the arrows, every ordered pair counts. Undirected: both ways, every unordered pair
/// counts once. Parallel relations count once (weighted: added up), loops not. Disconnected: pairs without
/// a path count for nothing. Actors without a group lie on paths but are no ends. Actors with several
/// groups differ when they have none in common.
///
/// # Normalisation
/// By the pairs of others whose groups differ.
///
/// # Range
/// 0 to 1; `None` when there is no such pair.
///
/// # Errors
/// [`Cancelled`].
///
/// # Complexity
/// O(n m) unweighted, O(n (m + n log n)) weighted, memory O(n + m). The report has it from one pass for
/// everything with shortest paths, [`paths::run`].
///
/// # Source
/// The idea, for two groups: P.L. Flom, S.R. Friedman, S. Strauss & A. Neaigus (2004), A new measure of
/// linkage between two sub-networks, *Connections* 26(1), 62-70 (no DOI); the algorithm: U. Brandes (2008),
/// On variants of shortest-path betweenness centrality and their generic computation, *Social Networks* 30,
/// 136-145, doi:10.1016/j.socnet.2007.11.001.
///
/// ```
/// use netwerkopstelling::analysis::{Control, Link, Network, Partition, Weighing, centrality::betweenness};
/// let link = |source, target| Link { source, target, weight: 1.0 };
/// let path = Network::from_links(3, false, &[link(0, 1), link(1, 2)]).unwrap();
/// let groups = Partition::single(vec!["x".into(), "y".into()], &[0, 0, 1].map(Some));
/// let found = betweenness::passage(&path, &groups, Weighing::Unweighted, &Control::new()).unwrap();
/// assert_eq!(found, [Some(0.0), Some(1.0), None]);
/// ```
pub fn passage(
    network: &Network,
    partition: &Partition,
    weighing: Weighing,
    control: &Control,
) -> Result<Values, Cancelled> {
    let request = PathRequest {
        weighted: weighing == Weighing::Weighted,
        partitions: &[partition],
        relations: false,
        ..PathRequest::default()
    };
    let mut found = paths::run(network, &request, control)?.passage;
    Ok(found.swap_remove(0))
}
