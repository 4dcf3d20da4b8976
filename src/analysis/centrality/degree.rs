//! Degree and strength: how many relations an actor has, and how strong they are together.

use crate::analysis::measure::{
    Citation, Descriptor,
    Family::Centrality,
    HigherIs::MoreCentral,
    Target::Actor,
    Unit::{Count, Strength},
};

const FREEMAN: Citation = Citation::with_doi(
    "Freeman 1978, Centrality in social networks: conceptual clarification, Social Networks 1",
    "10.1016/0378-8733(78)90021-7",
);
const BARRAT: Citation = Citation::with_doi(
    "Barrat et al. 2004, The architecture of complex weighted networks, PNAS 101",
    "10.1073/pnas.0400087101",
);

const fn degree(id: &'static str, repeat: &'static str) -> Descriptor {
    Descriptor::new(id, Centrality, Actor, Count)
        .higher_is(MoreCentral)
        .cite(FREEMAN)
        .repeat(repeat)
}

const fn strength(id: &'static str, repeat: &'static str) -> Descriptor {
    Descriptor::new(id, Centrality, Actor, Strength)
        .weighted()
        .higher_is(MoreCentral)
        .cite(BARRAT)
        .repeat(repeat)
}

pub const DESCRIPTORS: &[Descriptor] = &[
    degree("degree", "dict(S.degree())"),
    degree("degree_in", "dict(S.in_degree())").directed_only(),
    degree("degree_out", "dict(S.out_degree())").directed_only(),
    degree("contacts", "dict(U.degree())").directed_only(),
    degree("degree_multi", "dict(G.degree())"),
    degree("degree_multi_in", "dict(G.in_degree())").directed_only(),
    degree("degree_multi_out", "dict(G.out_degree())").directed_only(),
    strength("strength", "dict(S.degree(weight=\"weight\"))"),
    strength("strength_in", "dict(S.in_degree(weight=\"weight\"))").directed_only(),
    strength("strength_out", "dict(S.out_degree(weight=\"weight\"))").directed_only(),
];
