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
        "{(g, h): sum((group[u], group[v]) == (g, h) or (not directed and (group[v], group[u]) == (g, h)) for u, v in K.edges) for g in members for h in members}",
    ),
    of_pair("mixing_ties_w", Strength).weighted().repeat(
        "{(g, h): sum(w for u, v, w in K.edges(data=\"weight\") if (group[u], group[v]) == (g, h) or (not directed and (group[v], group[u]) == (g, h))) for g in members for h in members}",
    ),
    of_pair("mixing_expected", Index).repeat(
        "{(g, h): nx.density(K) * len(members[g]) * (len(members[h]) - (g == h)) / (1 if directed or g != h else 2) for g in members for h in members}",
    ),
    of_pair("mixing_ratio", Index).repeat(
        "{(g, h): sum(K.has_edge(u, v) for u in members[g] for v in members[h]) / pairs / nx.density(K) for g in members for h in members for pairs in [len(members[g]) * (len(members[h]) - (g == h))] if pairs and K.edges}",
    ),
    ei("ei", "mean(1 if group[u] != group[v] else -1 for u, v in KU.edges)"),
    ei(
        "ei_w",
        "sum(w if group[u] != group[v] else -w for u, v, w in KU.edges(data=\"weight\")) / KU.size(weight=\"weight\")",
    )
    .weighted(),
    ei(
        "ei_expected_density",
        "mean(1 if group[a] != group[b] else -1 for a, b in combinations(group, 2))",
    ),
    Descriptor::new("ei_p", Groups, GroupNetwork, Share)
        .cite(KRACKHARDT)
        .by_chance(),
    Descriptor::new("group_ei", Groups, Group, SignedShare)
        .cite(KRACKHARDT)
        .repeat(
            "{g: mean(1 if group[w] != g else -1 for v in members[g] for w in KU[v]) for g in members if any(KU[v] for v in members[g])}",
        ),
    Descriptor::new("node_ei", Groups, GroupActor, SignedShare)
        .cite(KRACKHARDT)
        .repeat("{v: mean(1 if group[w] != group[v] else -1 for w in KU[v]) for v in KU if KU[v]}"),
    Descriptor::new("node_ei_w", Groups, GroupActor, SignedShare)
        .weighted()
        .cite(KRACKHARDT)
        .repeat(
            "{v: sum(l[\"weight\"] if group[w] != group[v] else -l[\"weight\"] for w, l in KU[v].items()) / KU.degree(v, weight=\"weight\") for v in KU if KU[v]}",
        ),
    segregation(
        "assortativity",
        NEWMAN_MIXING,
        "(nx.set_node_attributes(S, group, \"group\"), nx.attribute_assortativity_coefficient(K, \"group\"))[1]",
    ),
    segregation(
        "assortativity_w",
        NEWMAN_MIXING,
        "nx.algorithms.assortativity.correlation.attribute_ac(np.array([[sum(A[u][v][\"weight\"] for u in members[g] for v in members[h] if A.has_edge(u, v)) for h in members] for g in members for A in [K.to_directed()]]))",
    )
    .weighted(),
    segregation(
        "modularity",
        NEWMAN_GIRVAN,
        "nx.community.modularity(KU, members.values(), weight=None)",
    ),
    segregation(
        "modularity_w",
        NEWMAN_GIRVAN,
        "nx.community.modularity(KU, members.values())",
    )
    .weighted(),
    segregation(
        "modularity_directed",
        LEICHT,
        "nx.community.modularity(K, members.values(), weight=None)",
    )
    .directed_only(),
    Descriptor::new("same_share", Groups, GroupNetwork, Share)
        .higher_is(MoreSegregated)
        .cite(NEWMAN_MIXING)
        .repeat("mean(1 if group[u] == group[v] else 0 for u, v in K.edges)"),
    Descriptor::new("same_share_expected", Groups, GroupNetwork, Share)
        .cite(NEWMAN_MIXING)
        .repeat("mean(1 if group[a] == group[b] else 0 for a, b in combinations(group, 2))"),
    Descriptor::new("helix_balance", Groups, GroupNetwork, Share)
        .cite(PIELOU)
        .repeat(
            "(lambda k: sum(-x / sum(k) * log(x / sum(k)) for x in k if x) / log(len(k)))([sum(U.degree(v) for v in m) for m in members.values()])",
        ),
    Descriptor::new("helix_balance_w", Groups, GroupNetwork, Share)
        .weighted()
        .cite(PIELOU)
        .repeat(
            "(lambda k: sum(-x / sum(k) * log(x / sum(k)) for x in k if x) / log(len(k)))([sum(U.degree(v, weight=\"weight\") for v in m) for m in members.values()])",
        ),
    Descriptor::new("table_balance", Groups, GroupActor, Share)
        .cite(PIELOU)
        .repeat(
            "{t: sum(-k / sum(c.values()) * log(k / sum(c.values())) for k in c.values()) / log(len(members)) for t in U if t in TABLES and seats[t] for c in [Counter(group[v] for v in U[t] if v in group)] if c}",
        ),
    Descriptor::new("community", Groups, Actor, Label)
        .cite(TRAAG)
        .by_chance(),
    Descriptor::new("community_modularity", Groups, Network, SignedShare)
        .higher_is(LessCohesive)
        .cite(TRAAG)
        .by_chance(),
];
