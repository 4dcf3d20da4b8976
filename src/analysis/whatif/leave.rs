//! Without this actor: what falls apart, and what becomes longer.

use crate::analysis::measure::{
    Citation, Descriptor,
    Family::WhatIf,
    HigherIs::MoreLost,
    Target::Actor,
    Unit::{Count, Difference, Share, SignedShare},
};

const LATORA: Citation = Citation::with_doi(
    "Latora & Marchiori 2007, A measure of centrality based on network efficiency, New Journal of Physics 9",
    "10.1088/1367-2630/9/6/188",
);
const BORGATTI: Citation = Citation::with_doi(
    "Borgatti 2006, Identifying sets of key players in a social network, Computational and Mathematical Organization Theory 12",
    "10.1007/s10588-006-7084-x",
);

pub const DESCRIPTORS: &[Descriptor] = &[
    Descriptor::new("leave_comp_delta", WhatIf, Actor, Difference)
        .higher_is(MoreLost)
        .cite(BORGATTI)
        .repeat(
            "{v: nx.number_connected_components(U.subgraph(set(U) - {v})) - nx.number_connected_components(U) for v in U}",
        ),
    Descriptor::new("leave_largest_after", WhatIf, Actor, Count)
        .cite(BORGATTI)
        .repeat(
            "{v: max(map(len, nx.connected_components(U.subgraph(set(U) - {v})))) for v in U}",
        ),
    Descriptor::new("leave_eff_after", WhatIf, Actor, Share)
        .cite(LATORA)
        .repeat(
            "{v: sum(nx.harmonic_centrality(S.subgraph(set(S) - {v})).values()) / ((len(S) - 1) * (len(S) - 2)) for v in S}",
        ),
    Descriptor::new("leave_eff_rest_before", WhatIf, Actor, Share)
        .cite(LATORA)
        .repeat(
            "(lambda d: {v: sum(1 / x for s, r in d for t, x in r.items() if x and v not in (s, t)) / ((len(S) - 1) * (len(S) - 2)) for v in S})(list(nx.all_pairs_shortest_path_length(S)))",
        ),
    Descriptor::new("leave_eff_loss", WhatIf, Actor, SignedShare)
        .higher_is(MoreLost)
        .cite(LATORA),
    Descriptor::new("leave_pairs_lost", WhatIf, Actor, Count)
        .higher_is(MoreLost)
        .cite(BORGATTI)
        .repeat(
            "(lambda p: {v: sum(v not in q for q in p) - len([q for s, r in nx.all_pairs_shortest_path_length(S.subgraph(set(S) - {v})) for t in r if s != t]) for v in S})([(s, t) for s, r in nx.all_pairs_shortest_path_length(S) for t in r if s != t])",
        ),
];
