//! What the figures of this folder are called and where they come from.

use crate::analysis::measure::{
    Citation, Descriptor,
    Family::Groups,
    HigherIs::{LessCohesive, MoreSegregated},
    Target::{Actor, GroupActor, GroupNetwork, Network},
    Unit::{Label, Share, SignedShare},
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

const fn ei(id: &'static str) -> Descriptor {
    Descriptor::new(id, Groups, GroupNetwork, SignedShare).cite(KRACKHARDT)
}

const fn segregation(id: &'static str, citation: Citation) -> Descriptor {
    Descriptor::new(id, Groups, GroupNetwork, SignedShare)
        .higher_is(MoreSegregated)
        .cite(citation)
}

pub const DESCRIPTORS: &[Descriptor] = &[
    ei("ei"),
    ei("ei_w").weighted(),
    ei("ei_expected_density"),
    Descriptor::new("node_ei", Groups, GroupActor, SignedShare).cite(KRACKHARDT),
    Descriptor::new("node_ei_w", Groups, GroupActor, SignedShare)
        .weighted()
        .cite(KRACKHARDT),
    segregation("assortativity", NEWMAN_MIXING),
    segregation("assortativity_w", NEWMAN_MIXING).weighted(),
    segregation("modularity", NEWMAN_GIRVAN),
    segregation("modularity_w", NEWMAN_GIRVAN).weighted(),
    segregation("modularity_directed", LEICHT).directed_only(),
    Descriptor::new("same_share", Groups, GroupNetwork, Share).higher_is(MoreSegregated),
    Descriptor::new("same_share_expected", Groups, GroupNetwork, Share),
    Descriptor::new("helix_balance", Groups, GroupNetwork, Share).cite(PIELOU),
    Descriptor::new("helix_balance_w", Groups, GroupNetwork, Share)
        .weighted()
        .cite(PIELOU),
    Descriptor::new("community", Groups, Actor, Label).cite(TRAAG),
    Descriptor::new("community_modularity", Groups, Network, SignedShare)
        .higher_is(LessCohesive)
        .cite(TRAAG),
];
