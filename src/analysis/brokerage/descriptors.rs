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
const OWN: Citation =
    Citation::without_doi("This program: pairs of groups that fall apart when one actor leaves");

const fn count(id: &'static str) -> Descriptor {
    Descriptor::new(id, Brokerage, GroupActor, Count)
        .higher_is(MoreBridging)
        .cite(GOULD_FERNANDEZ)
}

const fn z(id: &'static str) -> Descriptor {
    Descriptor::new(id, Brokerage, GroupActor, Score)
        .higher_is(MoreBridging)
        .cite(GOULD_FERNANDEZ)
}

pub const DESCRIPTORS: &[Descriptor] = &[
    Descriptor::new("constraint", Brokerage, Actor, Index)
        .higher_is(LessBridging)
        .cite(BURT)
        .repeat("nx.constraint(S)"),
    Descriptor::new("constraint_w", Brokerage, Actor, Index)
        .weighted()
        .higher_is(LessBridging)
        .cite(BURT)
        .repeat("nx.constraint(D, weight=\"weight\")"),
    Descriptor::new("effective_size", Brokerage, Actor, Index)
        .higher_is(MoreBridging)
        .cite(BURT),
    Descriptor::new("effective_size_w", Brokerage, Actor, Index)
        .weighted()
        .higher_is(MoreBridging)
        .cite(BURT),
    Descriptor::new("efficiency_burt", Brokerage, Actor, Share)
        .higher_is(MoreBridging)
        .cite(BURT),
    Descriptor::new("efficiency_burt_w", Brokerage, Actor, Share)
        .weighted()
        .higher_is(MoreBridging)
        .cite(BURT),
    Descriptor::new("hierarchy", Brokerage, Actor, Share)
        .higher_is(LessBridging)
        .cite(BURT),
    Descriptor::new("hierarchy_w", Brokerage, Actor, Share)
        .weighted()
        .higher_is(LessBridging)
        .cite(BURT),
    Descriptor::new("constraint_ego", Brokerage, Actor, Index)
        .higher_is(LessBridging)
        .cite(BURT),
    Descriptor::new("effective_size_ego", Brokerage, Actor, Index)
        .higher_is(MoreBridging)
        .cite(BURT),
    count("gf_coordinator"),
    count("gf_consultant"),
    count("gf_representative"),
    count("gf_gatekeeper"),
    count("gf_liaison"),
    count("gf_total"),
    z("gf_z_coordinator"),
    z("gf_z_consultant"),
    z("gf_z_representative"),
    z("gf_z_gatekeeper"),
    z("gf_z_liaison"),
    z("gf_z_total"),
    Descriptor::new("gf_partial", Brokerage, GroupActor, Index)
        .higher_is(MoreBridging)
        .cite(GOULD_FERNANDEZ),
    Descriptor::new("participation", Brokerage, GroupActor, Share)
        .higher_is(MoreBridging)
        .cite(GUIMERA_AMARAL),
    Descriptor::new("participation_w", Brokerage, GroupActor, Share)
        .weighted()
        .higher_is(MoreBridging)
        .cite(GUIMERA_AMARAL),
    Descriptor::new("zscore", Brokerage, GroupActor, Score)
        .higher_is(MoreCentral)
        .cite(GUIMERA_AMARAL),
    Descriptor::new("zscore_w", Brokerage, GroupActor, Score)
        .weighted()
        .higher_is(MoreCentral)
        .cite(GUIMERA_AMARAL),
    Descriptor::new("mediation", Brokerage, GroupActor, Share)
        .higher_is(MoreBridging)
        .cite(HAMILTON),
    Descriptor::new("last_link", Brokerage, GroupActor, Share)
        .higher_is(MoreBridging)
        .cite(OWN),
];
