//! What the figures of this folder are called and where they come from.

use crate::analysis::measure::{
    Citation, Descriptor,
    Family::Groups,
    HigherIs::{LessCohesive, MoreSegregated},
    Target::{Actor, Group, GroupActor, GroupNetwork, GroupPair, Network},
    Unit::{self, Count, Index, Label, Share, SignedShare, Strength},
};

const KRACKHARDT: Citation = Citation::with_doi(
    "Krackhardt & Stern 1988, Informal networks and organizational crises, Social Psychology Quarterly 51",
    "10.2307/2786835",
);
const NEWMAN_MIXING: Citation = Citation::with_doi(
    "Newman 2003, Mixing patterns in networks, Physical Review E 67",
    "10.1103/PhysRevE.67.026126",
);
const NEWMAN_GIRVAN: Citation = Citation::with_doi(
    "Newman & Girvan 2004, Finding and evaluating community structure in networks, Physical Review E 69",
    "10.1103/PhysRevE.69.026113",
);
const LEICHT: Citation = Citation::with_doi(
    "Leicht & Newman 2008, Community structure in directed networks, Physical Review Letters 100",
    "10.1103/PhysRevLett.100.118703",
);
const TRAAG: Citation = Citation::with_doi(
    "Traag, Waltman & van Eck 2019, From Louvain to Leiden, Scientific Reports 9",
    "10.1038/s41598-019-41695-z",
);
const PIELOU: Citation = Citation::with_doi(
    "Pielou 1966, The measurement of diversity, Journal of Theoretical Biology 13",
    "10.1016/0022-5193(66)90013-0",
);

const fn ei(id: &'static str, python: &'static str) -> Descriptor {
    Descriptor::new(id, Groups, GroupNetwork, SignedShare)
        .cite(KRACKHARDT)
        .repeat(python)
}

const fn segregation(id: &'static str, citation: Citation, python: &'static str) -> Descriptor {
    Descriptor::new(id, Groups, GroupNetwork, SignedShare)
        .higher_is(MoreSegregated)
        .cite(citation)
        .repeat(python)
}

const fn of_pair(id: &'static str, unit: Unit) -> Descriptor {
    Descriptor::new(id, Groups, GroupPair, unit).cite(NEWMAN_MIXING)
}

pub const DESCRIPTORS: &[Descriptor] = &[
    of_pair("mixing_ties", Count).repeat(
        "{(g, h): sum(runs(u, v, g, h) for u, v in K.edges) for g in members for h in members}",
    ),
    of_pair("mixing_ties_w", Strength).weighted().repeat(
        "{(g, h): sum(w * runs(u, v, g, h) for u, v, w in K.edges(data=\"weight\")) for g in members for h in members}",
    ),
    of_pair("mixing_expected", Index).repeat(
        "{(g, h): nx.density(K) * possible(g, h) for g in members for h in members}",
    ),
    of_pair("mixing_ratio", Index).repeat(
        "{(g, h): sum(runs(u, v, g, h) for u, v in K.edges) / possible(g, h) / nx.density(K) for g in members for h in members if possible(g, h) and K.edges}",
    ),
    ei("ei", "mean(1 - 2 * same(u, v) for u, v in KU.edges)"),
    ei(
        "ei_w",
        "sum(w * (1 - 2 * same(u, v)) for u, v, w in KU.edges(data=\"weight\")) / KU.size(weight=\"weight\")",
    )
    .weighted(),
    ei(
        "ei_expected_density",
        "mean(1 - 2 * same(a, b) for a, b in combinations(group, 2))",
    ),
    Descriptor::new("ei_p", Groups, GroupNetwork, Share)
        .cite(KRACKHARDT)
        .by_chance(),
    Descriptor::new("group_ei", Groups, Group, SignedShare)
        .cite(KRACKHARDT)
        .repeat(
            "{g: sum(part[v][g] * (1 - 2 * part[w].get(g, 0)) for v in members[g] for w in KU[v]) / sum(part[v][g] * len(KU[v]) for v in members[g]) for g in members if any(KU[v] for v in members[g])}",
        ),
    Descriptor::new("node_ei", Groups, GroupActor, SignedShare)
        .cite(KRACKHARDT)
        .repeat("{v: mean(1 - 2 * same(v, w) for w in KU[v]) for v in KU if KU[v]}"),
    Descriptor::new("node_ei_w", Groups, GroupActor, SignedShare)
        .weighted()
        .cite(KRACKHARDT)
        .repeat(
            "{v: sum(l[\"weight\"] * (1 - 2 * same(v, w)) for w, l in KU[v].items()) / KU.degree(v, weight=\"weight\") for v in KU if KU[v]}",
        ),
    segregation(
        "assortativity",
        NEWMAN_MIXING,
        "(nx.set_node_attributes(S, group, \"group\"), nx.attribute_assortativity_coefficient(K, \"group\"))[1]",
    )
    .repeat_split("nx.algorithms.assortativity.correlation.attribute_ac(np.array([[sum(part[u].get(g, 0) * part[v].get(h, 0) for u, v in K.to_directed().edges) for h in members] for g in members], float))"),
    segregation(
        "assortativity_w",
        NEWMAN_MIXING,
        "nx.algorithms.assortativity.correlation.attribute_ac(np.array([[sum(w * part[u].get(g, 0) * part[v].get(h, 0) for u, v, w in K.to_directed().edges(data=\"weight\")) for h in members] for g in members], float))",
    )
    .weighted(),
    segregation(
        "modularity",
        NEWMAN_GIRVAN,
        "nx.community.modularity(KU, members.values(), weight=None)",
    )
    .repeat_split("sum(same(u, v) for u, v in KU.edges) / KU.size() - sum((sum(KU.degree(v) * part[v][g] for v in members[g]) / (2 * KU.size())) ** 2 for g in members)"),
    segregation(
        "modularity_w",
        NEWMAN_GIRVAN,
        "nx.community.modularity(KU, members.values())",
    )
    .weighted()
    .repeat_split("(lambda m: sum(w * same(u, v) for u, v, w in KU.edges(data=\"weight\")) / m - sum((sum(KU.degree(v, weight=\"weight\") * part[v][g] for v in members[g]) / (2 * m)) ** 2 for g in members))(KU.size(weight=\"weight\"))"),
    segregation(
        "modularity_directed",
        LEICHT,
        "nx.community.modularity(K, members.values(), weight=None)",
    )
    .directed_only()
    .repeat_split("sum(same(u, v) for u, v in K.edges) / K.size() - sum(sum(K.out_degree(v) * part[v][g] for v in members[g]) * sum(K.in_degree(v) * part[v][g] for v in members[g]) for g in members) / K.size() ** 2"),
    Descriptor::new("same_share", Groups, GroupNetwork, Share)
        .higher_is(MoreSegregated)
        .cite(NEWMAN_MIXING)
        .repeat("mean(same(u, v) for u, v in K.edges)"),
    Descriptor::new("same_share_expected", Groups, GroupNetwork, Share)
        .cite(NEWMAN_MIXING)
        .repeat("mean(same(a, b) for a, b in combinations(group, 2))"),
    Descriptor::new("helix_balance", Groups, GroupNetwork, Share)
        .cite(PIELOU)
        .repeat(
            "(lambda k: sum(-x / sum(k) * log(x / sum(k)) for x in k if x) / log(len(k)))([sum(U.degree(v) * part[v][g] for v in members[g]) for g in members])",
        ),
    Descriptor::new("helix_balance_w", Groups, GroupNetwork, Share)
        .weighted()
        .cite(PIELOU)
        .repeat(
            "(lambda k: sum(-x / sum(k) * log(x / sum(k)) for x in k if x) / log(len(k)))([sum(U.degree(v, weight=\"weight\") * part[v][g] for v in members[g]) for g in members])",
        ),
    Descriptor::new("table_balance", Groups, GroupActor, Share)
        .cite(PIELOU)
        .repeat(
            "{t: sum(-k / sum(c) * log(k / sum(c)) for k in c if k) / log(len(members)) for t in U if t in TABLES and seats[t] for c in [[sum(part[v].get(g, 0) for v in U[t] if v in part) for g in members]] if any(c)}",
        ),
    Descriptor::new("community", Groups, Actor, Label)
        .cite(TRAAG)
        .by_chance(),
    Descriptor::new("community_modularity", Groups, Network, SignedShare)
        .higher_is(LessCohesive)
        .cite(TRAAG)
        .by_chance(),
];
