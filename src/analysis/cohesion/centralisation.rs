//! Freeman's centralisation: how much the network hangs on one actor.

use crate::analysis::measure::{Citation, Descriptor, Family::Cohesion, Target::Network, Unit::Share};

const FREEMAN: Citation = Citation::with_doi(
    "Freeman 1978, Centrality in social networks: conceptual clarification, Social Networks 1",
    "10.1016/0378-8733(78)90021-7",
);

const fn centralisation(id: &'static str, repeat: &'static str) -> Descriptor {
    Descriptor::new(id, Cohesion, Network, Share)
        .cite(FREEMAN)
        .repeat(repeat)
}

pub const DESCRIPTORS: &[Descriptor] = &[
    centralisation(
        "centralisation_degree",
        "(lambda c: sum(max(c) - x for x in c) / ((len(c) - 1) * (len(c) - 2)))([d for _, d in S.degree()])",
    )
    .undirected_only(),
    centralisation(
        "centralisation_in_degree",
        "(lambda c: sum(max(c) - x for x in c) / (len(c) - 1) ** 2)([d for _, d in S.in_degree()])",
    )
    .directed_only(),
    centralisation(
        "centralisation_out_degree",
        "(lambda c: sum(max(c) - x for x in c) / (len(c) - 1) ** 2)([d for _, d in S.out_degree()])",
    )
    .directed_only(),
    centralisation(
        "centralisation_betweenness",
        "(lambda c: sum(max(c) - x for x in c) / (len(c) - 1))(nx.betweenness_centrality(S).values())",
    ),
    centralisation(
        "centralisation_closeness",
        "(lambda c: sum(max(c) - x for x in c) * (2 * len(c) - 3) / ((len(c) - 1) * (len(c) - 2)))(nx.closeness_centrality(S).values())",
    )
    .undirected_only(),
];
