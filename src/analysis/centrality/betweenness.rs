//! Betweenness of actors and relations: the share of shortest paths that pass.

use crate::analysis::measure::{
    Citation, Descriptor,
    Family::Centrality,
    HigherIs::{MoreBridging, MoreCentral},
    Target::{Actor, GroupActor, Relation},
    Unit::{Index, Share},
};

const FREEMAN: Citation = Citation::with_doi(
    "Freeman 1977, A set of measures of centrality based on betweenness, Sociometry 40; computed as in Brandes 2001",
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
/// Betweenness restricted to pairs of given end points: Flom et al. 2004 (two groups), here any number.
const FLOM: Citation = Citation::with_doi(
    "Flom, Friedman, Strauss & Neaigus 2004, A new measure of linkage between two sub-networks, Connections 26; variants in Brandes 2008",
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
        .cite(FLOM)
        .repeat("{v: b / crossing(v) for v, b in passing().items() if crossing(v)}"),
    Descriptor::new("passage_w", Centrality, GroupActor, Share)
        .weighted()
        .higher_is(MoreBridging)
        .cite(FLOM)
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
