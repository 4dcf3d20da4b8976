//! What the figures beside the candidates are called and where they come from.

use crate::analysis::measure::{
    Citation, Descriptor,
    Family::Spanners,
    HigherIs::MoreBridging,
    Target::Candidate,
    Unit::{Count, Score, Share},
};

const OWN_LOAD: Citation = Citation::without_doi("This program: contacts, and tables among them");
const LYSIAS: Citation = Citation::without_doi(
    "This program, after Lysias 2025, Krachtig Noord-Holland Noord, ch. 3F: one bridge builder per sub-region",
);
const CHVATAL: Citation = Citation::with_doi(
    "Chvatal 1979, A greedy heuristic for the set-covering problem, Mathematics of Operations Research 4",
    "10.1287/moor.4.3.233",
);
const NEWMAN: Citation = Citation::with_doi(
    "Newman 2003, Mixing patterns in networks, Physical Review E 67",
    "10.1103/PhysRevE.67.026126",
);
const LATORA: Citation = Citation::with_doi(
    "Latora & Marchiori 2001, Efficient behavior of small-world networks, Physical Review Letters 87",
    "10.1103/PhysRevLett.87.198701",
);

pub const DESCRIPTORS: &[Descriptor] = &[
    Descriptor::new("spanner_load", Spanners, Candidate, Count).cite(OWN_LOAD),
    Descriptor::new("spanner_best", Spanners, Candidate, Count).cite(LYSIAS),
    Descriptor::new("spanner_team", Spanners, Candidate, Count).cite(CHVATAL),
    Descriptor::new("missing_link", Spanners, Candidate, Score).cite(NEWMAN),
    Descriptor::new("new_relation_gain", Spanners, Candidate, Share)
        .higher_is(MoreBridging)
        .cite(LATORA),
];
