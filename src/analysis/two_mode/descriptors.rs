//! What the figures of this folder are called and where they come from.

use crate::analysis::measure::{
    Citation, Descriptor,
    Family::TwoMode,
    HigherIs::{MoreCentral, MoreCohesive},
    Target::{Actor, Network, TablePair},
    Unit::{Count, Share},
};

const BORGATTI_EVERETT: Citation = Citation::with_doi(
    "Borgatti & Everett 1997, Network analysis of 2-mode data, Social Networks 19",
    "10.1016/S0378-8733(96)00301-2",
);
const BORGATTI_HALGIN: Citation = Citation::with_doi(
    "Borgatti & Halgin 2011, Analyzing affiliation networks, The Sage Handbook of Social Network Analysis",
    "10.4135/9781446294413.n28",
);
const LATAPY: Citation = Citation::with_doi(
    "Latapy, Magnien & Del Vecchio 2008, Basic notions for the analysis of large two-mode networks, Social Networks 30",
    "10.1016/j.socnet.2007.04.006",
);
const ROBINS: Citation = Citation::with_doi(
    "Robins & Alexander 2004, Small worlds among interlocking directors, Computational & Mathematical Organization Theory 10",
    "10.1023/B:CMOT.0000032580.12184.c0",
);
const JACCARD: Citation = Citation::with_doi(
    "Jaccard 1912, The distribution of the flora in the alpine zone, New Phytologist 11",
    "10.1111/j.1469-8137.1912.tb05611.x",
);
const SIMPSON: Citation = Citation::with_doi(
    "Simpson 1943, Mammals and the nature of continents, American Journal of Science 241",
    "10.2475/ajs.241.1.1",
);
const BASELGA: Citation = Citation::with_doi(
    "Baselga 2010, Partitioning the turnover and nestedness components of beta diversity, Global Ecology and Biogeography 19",
    "10.1111/j.1466-8238.2009.00490.x",
);

pub const DESCRIPTORS: &[Descriptor] = &[
    Descriptor::new("affiliation_degree", TwoMode, Actor, Count)
        .higher_is(MoreCentral)
        .cite(BORGATTI_EVERETT)
        .repeat("{v: len(seats[v]) for v in U}"),
    Descriptor::new("table_overlap", TwoMode, TablePair, Share)
        .cite(JACCARD)
        .repeat("{(a, b): len(seats[a] & seats[b]) / len(seats[a] | seats[b]) for a, b in combinations(sorted(TABLES), 2) if seats[a] & seats[b]}"),
    Descriptor::new("congruence", TwoMode, Actor, Share)
        .higher_is(MoreCohesive)
        .cite(JACCARD)
        .repeat("{v: mean(j) for v in U if v not in TABLES for j in [[len(c & d) / len(c | d) for a, b in combinations(seats[v], 2) for c, d in [(seats[a] - {v}, seats[b] - {v})] if c | d]] if j}"),
    Descriptor::new("closest_peer", TwoMode, Actor, Share)
        .higher_is(MoreCohesive)
        .cite(JACCARD)
        .repeat("{v: max(len(seats[v] & seats[w]) / len(seats[v] | seats[w]) for w in near) for v in U if v not in TABLES for near in [set().union(*(seats[t] for t in seats[v])) - {v}] if near}"),
    Descriptor::new("nesting", TwoMode, Actor, Share)
        .higher_is(MoreCohesive)
        .cite(SIMPSON)
        .repeat("{v: mean(j) for v in U if v not in TABLES for j in [[len(c & d) / min(len(c), len(d)) if c and d else 0 for a, b in combinations(seats[v], 2) for c, d in [(seats[a] - {v}, seats[b] - {v})]]] if j}"),
    Descriptor::new("region_fit", TwoMode, Actor, Share)
        .higher_is(MoreCohesive)
        .cite(BASELGA)
        .repeat("{v: (mean(j) + max(len(seats[v] & seats[w]) / len(seats[v] | seats[w]) for w in near)) / 2 for v in U if v not in TABLES for j in [[len(c & d) / min(len(c), len(d)) if c and d else 0 for a, b in combinations(seats[v], 2) for c, d in [(seats[a] - {v}, seats[b] - {v})]]] for near in [set().union(*(seats[t] for t in seats[v])) - {v}] if j and near}"),
    Descriptor::new("two_mode_degree", TwoMode, Actor, Share)
        .higher_is(MoreCentral)
        .cite(BORGATTI_EVERETT)
        .repeat("nx.bipartite.degree_centrality(U, TABLES)"),
    Descriptor::new("two_mode_closeness", TwoMode, Actor, Share)
        .higher_is(MoreCentral)
        .cite(BORGATTI_EVERETT)
        .repeat("nx.bipartite.closeness_centrality(U, TABLES)"),
    Descriptor::new("two_mode_betweenness", TwoMode, Actor, Share)
        .higher_is(MoreCentral)
        .cite(BORGATTI_HALGIN)
        .repeat("nx.bipartite.betweenness_centrality(U, TABLES)"),
    Descriptor::new("two_mode_clustering_dot", TwoMode, Actor, Share)
        .higher_is(MoreCohesive)
        .cite(LATAPY)
        .repeat("nx.bipartite.latapy_clustering(U)"),
    Descriptor::new("two_mode_density", TwoMode, Network, Share)
        .higher_is(MoreCohesive)
        .cite(BORGATTI_EVERETT)
        .repeat("nx.bipartite.density(U, TABLES)"),
    Descriptor::new("robins_alexander", TwoMode, Network, Share)
        .higher_is(MoreCohesive)
        .cite(ROBINS)
        .repeat("nx.bipartite.robins_alexander_clustering(U) if any(len(contacts[u]) > 1 < len(contacts[v]) for u, v in U.edges) else None"),
];
