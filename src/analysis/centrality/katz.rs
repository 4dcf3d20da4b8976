//! Katz centrality: walks of every length count, longer ones less.

use crate::analysis::measure::{
    Citation, Descriptor, Family::Centrality, HigherIs::MoreCentral, Target::Actor, Unit::Share,
};

const KATZ: Citation = Citation::with_doi(
    "Katz 1953, A new status index derived from sociometric analysis, Psychometrika 18",
    "10.1007/BF02289026",
);

pub const DESCRIPTORS: &[Descriptor] = &[Descriptor::new("katz", Centrality, Actor, Share)
    .higher_is(MoreCentral)
    .cite(KATZ)
    .repeat("nx.katz_centrality_numpy(S, alpha=0.85 / max(abs(nx.adjacency_spectrum(S, weight=None))))")];
