//! Clustering and transitivity: whether the contacts of an actor know each other.

use crate::analysis::measure::{
    Citation, Descriptor,
    Family::Cohesion,
    HigherIs::MoreCohesive,
    Target::{Actor, Network},
    Unit::Share,
};

const WATTS: Citation = Citation::with_doi(
    "Watts & Strogatz 1998, Collective dynamics of small-world networks, Nature 393",
    "10.1038/30918",
);
const NEWMAN: Citation = Citation::with_doi(
    "Newman, Strogatz & Watts 2001, Random graphs with arbitrary degree distributions, Physical Review E 64",
    "10.1103/PhysRevE.64.026118",
);
const BARRAT: Citation = Citation::with_doi(
    "Barrat et al. 2004, The architecture of complex weighted networks, PNAS 101",
    "10.1073/pnas.0400087101",
);
const ONNELA: Citation = Citation::with_doi(
    "Onnela et al. 2005, Intensity and coherence of motifs in weighted complex networks, Physical Review E 71",
    "10.1103/PhysRevE.71.065103",
);
const FAGIOLO: Citation = Citation::with_doi(
    "Fagiolo 2007, Clustering in complex directed networks, Physical Review E 76",
    "10.1103/PhysRevE.76.026107",
);

pub const DESCRIPTORS: &[Descriptor] = &[
    Descriptor::new("clustering", Cohesion, Actor, Share)
        .higher_is(MoreCohesive)
        .cite(WATTS)
        .repeat("nx.clustering(U)"),
    Descriptor::new("clustering_barrat", Cohesion, Actor, Share)
        .weighted()
        .higher_is(MoreCohesive)
        .cite(BARRAT)
        .repeat(
            "(lambda g: dict(zip(U, g.transitivity_local_undirected(weights=\"weight\", mode=\"zero\"))))(__import__(\"igraph\").Graph.from_networkx(U))",
        ),
    Descriptor::new("clustering_onnela", Cohesion, Actor, Share)
        .weighted()
        .higher_is(MoreCohesive)
        .cite(ONNELA)
        .repeat("nx.clustering(U, weight=\"weight\")"),
    Descriptor::new("clustering_fagiolo", Cohesion, Actor, Share)
        .directed_only()
        .higher_is(MoreCohesive)
        .cite(FAGIOLO)
        .repeat("nx.clustering(S)"),
    Descriptor::new("clustering_mean", Cohesion, Network, Share)
        .higher_is(MoreCohesive)
        .cite(WATTS)
        .repeat("nx.average_clustering(U)"),
    Descriptor::new("clustering_mean_deg2", Cohesion, Network, Share)
        .higher_is(MoreCohesive)
        .cite(WATTS)
        .repeat(
            "(lambda c: sum(c) / len(c))([c for v, c in nx.clustering(U).items() if U.degree(v) > 1])",
        ),
    Descriptor::new("transitivity", Cohesion, Network, Share)
        .higher_is(MoreCohesive)
        .cite(NEWMAN)
        .repeat("nx.transitivity(U)"),
];
