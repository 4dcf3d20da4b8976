//! Distances of the whole network: how many steps, how far at most, who cannot be reached.
//!
//! Computed by the shared pass, [`crate::analysis::paths::run`], as [`Paths::mean_distance`],
//! [`Paths::diameter`], [`Paths::reachable_share`] and [`Paths::efficiency`].

use crate::analysis::measure::{
    Citation, Descriptor,
    Family::Cohesion,
    HigherIs::{LessCohesive, MoreCohesive},
    Target::Network,
    Unit::{Index, Length, Share},
};

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
    Descriptor::new("mean_distance", Cohesion, Network, Length)
        .higher_is(LessCohesive)
        .cite(WATTS)
        .repeat(
            "(lambda d: sum(d) / len(d))([x for _, r in nx.all_pairs_shortest_path_length(S) for x in r.values() if x])",
        ),
    Descriptor::new("mean_distance_w", Cohesion, Network, Length)
        .weighted()
        .higher_is(LessCohesive)
        .cite(WATTS)
        .repeat(
            "(lambda d: sum(d) / len(d))([x for _, r in nx.all_pairs_dijkstra_path_length(D, weight=\"distance\") for x in r.values() if x])",
        ),
    Descriptor::new("diameter", Cohesion, Network, Length)
        .higher_is(LessCohesive)
        .cite(WASSERMAN)
        .repeat("max(x for _, r in nx.all_pairs_shortest_path_length(S) for x in r.values())"),
    Descriptor::new("diameter_w", Cohesion, Network, Length)
        .weighted()
        .higher_is(LessCohesive)
        .cite(WASSERMAN)
        .repeat(
            "max(x for _, r in nx.all_pairs_dijkstra_path_length(D, weight=\"distance\") for x in r.values())",
        ),
    Descriptor::new("reachable_share", Cohesion, Network, Share)
        .higher_is(MoreCohesive)
        .cite(WASSERMAN)
        .repeat(
            "sum(len(r) - 1 for _, r in nx.all_pairs_shortest_path_length(S)) / (len(S) * (len(S) - 1))",
        ),
    Descriptor::new("efficiency", Cohesion, Network, Share)
        .higher_is(MoreCohesive)
        .cite(LATORA)
        .repeat("sum(nx.harmonic_centrality(S).values()) / (len(S) * (len(S) - 1))"),
    Descriptor::new("efficiency_w", Cohesion, Network, Index)
        .weighted()
        .higher_is(MoreCohesive)
        .cite(LATORA)
        .repeat(
            "sum(nx.harmonic_centrality(D, distance=\"distance\").values()) / (len(D) * (len(D) - 1))",
        ),
];

pub use crate::analysis::paths::{Distances, Paths};
