//! Closeness, harmonic centrality and eccentricity: how near an actor is to the others.

use crate::analysis::measure::{
    Citation, Descriptor,
    Family::Centrality,
    HigherIs::{LessCentral, MoreCentral},
    Target::Actor,
    Unit::{Index, Length, Share},
};

const WASSERMAN: Citation = Citation::with_doi(
    "Wasserman & Faust 1994, Social network analysis, Cambridge University Press, formula 5.22 and p. 201",
    "10.1017/CBO9780511815478",
);
const MARCHIORI: Citation = Citation::with_doi(
    "Marchiori & Latora 2000, Harmony in the small-world, Physica A 285; as a centrality in Boldi & Vigna 2014",
    "10.1080/15427951.2013.865686",
);
const HAGE: Citation = Citation::with_doi(
    "Hage & Harary 1995, Eccentricity and centrality in networks, Social Networks 17",
    "10.1016/0378-8733(94)00248-9",
);

const fn closeness(id: &'static str, repeat: &'static str) -> Descriptor {
    Descriptor::new(id, Centrality, Actor, Share)
        .higher_is(MoreCentral)
        .cite(WASSERMAN)
        .repeat(repeat)
}

const fn closeness_w(id: &'static str, repeat: &'static str) -> Descriptor {
    let mut descriptor = closeness(id, repeat).weighted();
    descriptor.unit = Index;
    descriptor
}

const fn harmonic(id: &'static str, repeat: &'static str) -> Descriptor {
    Descriptor::new(id, Centrality, Actor, Share)
        .higher_is(MoreCentral)
        .cite(MARCHIORI)
        .repeat(repeat)
}

const fn harmonic_w(id: &'static str, repeat: &'static str) -> Descriptor {
    let mut descriptor = harmonic(id, repeat).weighted();
    descriptor.unit = Index;
    descriptor
}

pub const DESCRIPTORS: &[Descriptor] = &[
    closeness("closeness", "nx.closeness_centrality(S)").undirected_only(),
    closeness("closeness_in", "nx.closeness_centrality(S)").directed_only(),
    closeness("closeness_out", "nx.closeness_centrality(S.reverse())").directed_only(),
    closeness_w("closeness_w", "nx.closeness_centrality(D, distance=\"distance\")").undirected_only(),
    closeness_w("closeness_w_in", "nx.closeness_centrality(D, distance=\"distance\")").directed_only(),
    closeness_w(
        "closeness_w_out",
        "nx.closeness_centrality(D.reverse(), distance=\"distance\")",
    )
    .directed_only(),
    harmonic(
        "harmonic",
        "{v: h / (len(S) - 1) for v, h in nx.harmonic_centrality(S).items()}",
    )
    .undirected_only(),
    harmonic(
        "harmonic_in",
        "{v: h / (len(S) - 1) for v, h in nx.harmonic_centrality(S).items()}",
    )
    .directed_only(),
    harmonic(
        "harmonic_out",
        "{v: h / (len(S) - 1) for v, h in nx.harmonic_centrality(S.reverse()).items()}",
    )
    .directed_only(),
    harmonic_w(
        "harmonic_w",
        "{v: h / (len(D) - 1) for v, h in nx.harmonic_centrality(D, distance=\"distance\").items()}",
    )
    .undirected_only(),
    harmonic_w(
        "harmonic_w_in",
        "{v: h / (len(D) - 1) for v, h in nx.harmonic_centrality(D, distance=\"distance\").items()}",
    )
    .directed_only(),
    harmonic_w(
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
