//! What the figures of this folder are called and where they come from.

use crate::analysis::measure::{
    Citation, Descriptor,
    Family::Brokerage,
    HigherIs::{LessBridging, MoreBridging, MoreCentral},
    Target::{Actor, GroupActor},
    Unit::{Count, Index, Score, Share},
};

const BURT: Citation = Citation::with_doi(
    "Burt 1992, Structural Holes, Harvard University Press",
    "10.4159/9780674029095",
);
const GOULD_FERNANDEZ: Citation = Citation::with_doi(
    "Gould & Fernandez 1989, Structures of mediation, Sociological Methodology 19",
    "10.2307/270949",
);
const GUIMERA_AMARAL: Citation = Citation::with_doi(
    "Guimera & Amaral 2005, Functional cartography of complex metabolic networks, Nature 433",
    "10.1038/nature03288",
);
const HAMILTON: Citation = Citation::with_doi(
    "Hamilton, Hileman & Bodin 2020, Evaluating heterogeneous brokerage, Social Networks 61",
    "10.1016/j.socnet.2019.08.002",
);
const HWANG: Citation = Citation::with_doi(
    "Hwang, Kim, Ramanathan & Zhang 2008, Bridging centrality: graph mining from element level to group level, KDD '08",
    "10.1145/1401890.1401934",
);
const PHIPSON: Citation = Citation::with_doi(
    "Phipson & Smyth 2010, Permutation p-values should never be zero, Statistical Applications in Genetics and Molecular Biology 9",
    "10.2202/1544-6115.1585",
);
const RANKS: Citation =
    Citation::without_doi("This program: mean of the ranks over dimensions and components");
const OWN: Citation =
    Citation::without_doi("This program: pairs of groups that fall apart when one actor leaves");

/// The software of which our golden values of chance expectations are.
const SNA: &str = "R sna::brokerage";

const fn count(id: &'static str, python: &'static str) -> Descriptor {
    Descriptor::new(id, Brokerage, GroupActor, Count)
        .higher_is(MoreBridging)
        .cite(GOULD_FERNANDEZ)
        .repeat(python)
}

const fn expected(id: &'static str) -> Descriptor {
    Descriptor::new(id, Brokerage, GroupActor, Index)
        .cite(GOULD_FERNANDEZ)
        .repeat_in(SNA)
}

/// Of `sna` where the network is directed; see the text of the measure.
const fn z(id: &'static str) -> Descriptor {
    Descriptor::new(id, Brokerage, GroupActor, Score)
        .higher_is(MoreBridging)
        .cite(GOULD_FERNANDEZ)
        .repeat_in(SNA)
}

pub const DESCRIPTORS: &[Descriptor] = &[
    Descriptor::new("constraint", Brokerage, Actor, Index)
        .higher_is(LessBridging)
        .cite(BURT)
        .repeat("{v: sum(nx.local_constraint(S, v, u) for u in contacts[v]) for v in S if contacts[v]}"),
    Descriptor::new("constraint_w", Brokerage, Actor, Index)
        .weighted()
        .higher_is(LessBridging)
        .cite(BURT)
        .repeat("{v: sum(nx.local_constraint(D, v, u, weight=\"weight\") for u in contacts[v]) for v in D if contacts[v]}"),
    Descriptor::new("effective_size", Brokerage, Actor, Index)
        .higher_is(MoreBridging)
        .cite(BURT)
        .repeat("{v: sum(1 - sum(share(S, v, w) * share(S, u, w, norm=max) for w in contacts[u] - {v}) for u in contacts[v]) for v in S if contacts[v]}"),
    Descriptor::new("effective_size_w", Brokerage, Actor, Index)
        .weighted()
        .higher_is(MoreBridging)
        .cite(BURT)
        .repeat("{v: sum(1 - sum(share(D, v, w, weight=\"weight\") * share(D, u, w, norm=max, weight=\"weight\") for w in contacts[u] - {v}) for u in contacts[v]) for v in D if contacts[v]}"),
    Descriptor::new("efficiency_burt", Brokerage, Actor, Share)
        .higher_is(MoreBridging)
        .cite(BURT)
        .repeat("{v: sum(1 - sum(share(S, v, w) * share(S, u, w, norm=max) for w in contacts[u] - {v}) for u in contacts[v]) / len(contacts[v]) for v in S if contacts[v]}"),
    Descriptor::new("efficiency_burt_w", Brokerage, Actor, Share)
        .weighted()
        .higher_is(MoreBridging)
        .cite(BURT)
        .repeat("{v: sum(1 - sum(share(D, v, w, weight=\"weight\") * share(D, u, w, norm=max, weight=\"weight\") for w in contacts[u] - {v}) for u in contacts[v]) / len(contacts[v]) for v in D if contacts[v]}"),
    Descriptor::new("hierarchy", Brokerage, Actor, Share)
        .higher_is(LessBridging)
        .cite(BURT)
        .repeat("{v: sum(c * log(c) for c in x) / (len(x) * log(len(x))) if len(x) > 1 else 1 for v in S if contacts[v] for l in [[nx.local_constraint(S, v, u) for u in contacts[v]]] for x in [[c / mean(l) for c in l]]}"),
    Descriptor::new("hierarchy_w", Brokerage, Actor, Share)
        .weighted()
        .higher_is(LessBridging)
        .cite(BURT)
        .repeat("{v: sum(c * log(c) for c in x) / (len(x) * log(len(x))) if len(x) > 1 else 1 for v in D if contacts[v] for l in [[nx.local_constraint(D, v, u, weight=\"weight\") for u in contacts[v]]] for x in [[c / mean(l) for c in l]]}"),
    Descriptor::new("constraint_ego", Brokerage, Actor, Index)
        .higher_is(LessBridging)
        .cite(BURT)
        .repeat("{v: sum(nx.local_constraint(E, v, u) for u in contacts[v]) for v in S if contacts[v] for E in [nx.ego_graph(S, v, undirected=True)]}"),
    Descriptor::new("effective_size_ego", Brokerage, Actor, Index)
        .higher_is(MoreBridging)
        .cite(BURT)
        .repeat("{v: sum(1 - sum(share(E, v, w) * share(E, u, w, norm=max) for w in E if w not in (u, v)) for u in contacts[v]) for v in S if contacts[v] for E in [nx.ego_graph(S, v, undirected=True)]}"),
    count(
        "gf_coordinator",
        "brokered(lambda a, v, b: a == v == b)",
    ),
    count(
        "gf_consultant",
        "brokered(lambda a, v, b: a == b != v)",
    ),
    count(
        "gf_representative",
        "brokered(lambda a, v, b: a == v != b)",
    ),
    count(
        "gf_gatekeeper",
        "brokered(lambda a, v, b: a != v == b)",
    ),
    count(
        "gf_liaison",
        "brokered(lambda a, v, b: len({a, v, b}) == 3)",
    ),
    count("gf_total", "brokered(lambda a, v, b: True)"),
    expected("gf_expected_coordinator"),
    expected("gf_expected_consultant"),
    expected("gf_expected_representative"),
    expected("gf_expected_gatekeeper"),
    expected("gf_expected_liaison"),
    expected("gf_expected_total"),
    z("gf_z_coordinator"),
    z("gf_z_consultant"),
    z("gf_z_representative"),
    z("gf_z_gatekeeper"),
    z("gf_z_liaison"),
    z("gf_z_total"),
    Descriptor::new("gf_partial", Brokerage, GroupActor, Index)
        .higher_is(MoreBridging)
        .cite(GOULD_FERNANDEZ)
        .repeat("partial()"),
    Descriptor::new("participation", Brokerage, GroupActor, Share)
        .higher_is(MoreBridging)
        .cite(GUIMERA_AMARAL)
        .repeat("{v: 1 - sum(sum(part[w].get(g, 0) for w in KU[v]) ** 2 for g in members) / KU.degree(v) ** 2 for v in KU if KU.degree(v)}"),
    Descriptor::new("participation_w", Brokerage, GroupActor, Share)
        .weighted()
        .higher_is(MoreBridging)
        .cite(GUIMERA_AMARAL)
        .repeat("{v: 1 - sum(sum(l[\"weight\"] * part[w].get(g, 0) for w, l in KU[v].items()) ** 2 for g in members) / KU.degree(v, weight=\"weight\") ** 2 for v in KU if KU.degree(v)}"),
    Descriptor::new("zscore", Brokerage, GroupActor, Score)
        .higher_is(MoreCentral)
        .cite(GUIMERA_AMARAL)
        .repeat("(lambda z: {v: mean(z[g][v] for g in part[v]) for v in KU})({g: standard({v: sum(part[v][g] * part[w].get(g, 0) for w in KU[v]) for v in members[g]}) for g in members})"),
    Descriptor::new("zscore_w", Brokerage, GroupActor, Score)
        .weighted()
        .higher_is(MoreCentral)
        .cite(GUIMERA_AMARAL)
        .repeat("(lambda z: {v: mean(z[g][v] for g in part[v]) for v in KU})({g: standard({v: sum(l[\"exact\"] * part[v][g] * part[w].get(g, 0) for w, l in KU[v].items()) for v in members[g]}) for g in members})"),
    Descriptor::new("mediation", Brokerage, GroupActor, Share)
        .higher_is(MoreBridging)
        .cite(HAMILTON)
        .repeat("(lambda p: {v: x / sum(p.values()) for v, x in p.items()})(partial())"),
    Descriptor::new("bridging", Brokerage, Actor, Index)
        .higher_is(MoreBridging)
        .cite(HWANG)
        .repeat("{v: b / U.degree(v) / sum(1 / U.degree(w) for w in U[v]) for v, b in nx.betweenness_centrality(S, normalized=False).items() if U[v]}"),
    Descriptor::new("last_link", Brokerage, GroupActor, Share)
        .higher_is(MoreBridging)
        .cite(OWN)
        .repeat("{v: len(now - joined(U.subgraph(set(U) - {v}))) / len(now) for v in U for now in [joined(U, v)] if now}"),
    Descriptor::new("spanner_mean_rank", Brokerage, Actor, Index)
        .higher_is(LessBridging)
        .cite(RANKS),
    Descriptor::new("stability_weightings", Brokerage, Actor, Share)
        .cite(RANKS)
        .by_chance(),
    Descriptor::new("stability_unverified", Brokerage, Actor, Share)
        .cite(RANKS)
        .by_chance(),
    Descriptor::new("mediation_p", Brokerage, GroupActor, Share)
        .cite(PHIPSON)
        .by_chance(),
];
