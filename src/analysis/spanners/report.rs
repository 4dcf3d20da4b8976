//! The candidates in two parts: what follows the hand, and what may take longer.

use rayon::prelude::*;

use crate::analysis::groups::PermutationTest;
use crate::analysis::paths::{self, PathRequest};
use crate::analysis::{Cancelled, Control, Link, Network, Partition, Weighing};

use super::figures::{Dimension, DimensionFigures, Load, load, spanner_figures};
use super::missing::{MissingLink, NewRelations, missing_links, new_relations};
use super::ranking::{RankTable, Ranking, SpannerWeights, best_per_group};
use super::reasons::{PairFacts, Reason, reasons};
use super::significance::{affordable_permutations, mediation_test};
use super::stability::{Stability, Unverified, affordable_runs, under_unverified, under_weightings};
use super::team::{Team, smallest_team};

/// What the candidates are sought in, and how.
#[derive(Debug, Clone, Copy)]
pub struct SpannerRequest<'a> {
    pub network: &'a Network,
    pub dimensions: &'a [Dimension<'a>],
    /// Whether span uses weights.
    pub weighing: Weighing,
    /// Who can be a candidate; tables and the issue on the board usually not.
    pub may_be_candidate: &'a [bool],
    pub is_table: &'a [bool],
    pub weights: &'a SpannerWeights,
    /// Per pair of the network; may be empty when kinds of relations are not known.
    pub facts: &'a [PairFacts],
    /// For how many of the first candidates reasons are given.
    pub explained: usize,
}

/// The list and what belongs beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct SpannerReport {
    pub figures: Vec<DimensionFigures>,
    pub ranks: RankTable,
    pub ranking: Ranking,
    pub load: Vec<Load>,
    /// Of the first candidates, in the order of the ranking.
    pub reasons: Vec<(u32, Vec<Reason>)>,
    /// Per dimension and group the best-placed members.
    pub best_per_group: Vec<Vec<Vec<u32>>>,
    pub team: Team,
    /// Per dimension.
    pub missing_links: Vec<Vec<MissingLink>>,
}

/// Ratio of ties to expected ties at and below which two groups miss a link.
pub const MISSING_RATIO: f64 = 0.5;

/// The candidates, given passage per dimension and actor (from the pass over all shortest paths).
/// O(dimensions * two-paths), parallel over dimensions.
pub fn spanner_report(request: &SpannerRequest<'_>, passage: Vec<Vec<Option<f64>>>) -> SpannerReport {
    let SpannerRequest {
        network, dimensions, ..
    } = *request;
    assert_eq!(passage.len(), dimensions.len(), "passage per dimension");
    let figures: Vec<DimensionFigures> = dimensions
        .par_iter()
        .zip(passage)
        .map(|(&dimension, passage)| spanner_figures(network, dimension, request.weighing, passage))
        .collect();
    let ranks = RankTable::new(&figures, request.may_be_candidate);
    let ranking = Ranking::new(&ranks, request.weights);
    let load = load(network, request.is_table);
    let first: Vec<u32> = ranking
        .candidates
        .iter()
        .take(request.explained)
        .map(|candidate| candidate.actor)
        .collect();
    let reasons = first
        .par_iter()
        .map(|&actor| {
            let found = reasons(
                network,
                dimensions,
                &figures,
                request.facts,
                &load,
                actor as usize,
            );
            (actor, found)
        })
        .collect();
    let each = |partition: &Partition| best_per_group(&ranking, partition);
    SpannerReport {
        best_per_group: dimensions.iter().map(|d| each(d.partition)).collect(),
        team: smallest_team(network, dimensions, &ranking),
        missing_links: dimensions
            .iter()
            .map(|d| missing_links(network, d.partition, MISSING_RATIO))
            .collect(),
        figures,
        ranks,
        ranking,
        load,
        reasons,
    }
}

/// What [`certainty`] needs besides the request.
#[derive(Debug, Clone, Copy)]
pub struct CertaintyRequest<'a> {
    /// The relations the network was made of, and which of them nobody verified.
    pub links: &'a [Link],
    pub is_unverified: &'a [bool],
    /// Whether passage follows weighted paths.
    pub weighted_paths: bool,
    /// The first so many places are the top.
    pub top: u32,
    /// How many new relations are listed per dimension.
    pub new_relations: usize,
    pub seed: u64,
}

/// How sure the list is, and what could be added to the network.
#[derive(Debug, Clone, PartialEq)]
pub struct Certainty {
    /// Shares in the order of [`RankTable::actors`].
    pub weightings: Stability,
    /// `None` when every relation is verified.
    pub unverified: Option<Stability>,
    /// Per dimension and actor.
    pub mediation: Vec<Vec<Option<PermutationTest>>>,
    /// Per dimension; `None` when the network is too large for it.
    pub new_relations: Vec<Option<NewRelations>>,
}

/// Number of random weightings.
pub const WEIGHTINGS: u32 = 1000;

/// Stability, tests and new relations: for the background, it can take seconds.
///
/// # Errors
/// [`Cancelled`].
pub fn certainty(
    request: &SpannerRequest<'_>,
    more: &CertaintyRequest<'_>,
    ranks: &RankTable,
    control: &Control,
) -> Result<Certainty, Cancelled> {
    let SpannerRequest {
        network, dimensions, ..
    } = *request;
    let partitions: Vec<&Partition> = dimensions.iter().map(|d| d.partition).collect();
    let passage = |network: &Network| {
        let paths = PathRequest {
            weighted: more.weighted_paths,
            partitions: &partitions,
            relations: false,
            ..PathRequest::default()
        };
        // The sources of one of a thousand networks are not the progress somebody wants to see.
        control.check()?;
        Ok(paths::run(network, &paths, &Control::new())?.passage)
    };
    let weightings = under_weightings(ranks, more.top, WEIGHTINGS, more.seed, control)?;
    let mut mediation = Vec::new();
    let mut relations = Vec::new();
    for dimension in dimensions {
        let runs = affordable_permutations(network);
        mediation.push(mediation_test(
            network,
            dimension.partition,
            runs,
            more.seed,
            control,
        )?);
        relations.push(new_relations(
            network,
            dimension.partition,
            more.new_relations,
            control,
        )?);
    }
    let unverified = Unverified {
        actors: network.n,
        directed: network.directed,
        links: more.links,
        is_unverified: more.is_unverified,
        dimensions,
        weighing: request.weighing,
        may_be_candidate: request.may_be_candidate,
        weights: request.weights,
        passage: &passage,
    };
    let runs = affordable_runs(network.n, more.links.len(), dimensions.len());
    Ok(Certainty {
        weightings,
        unverified: under_unverified(&unverified, more.top, runs, more.seed, control)?,
        mediation,
        new_relations: relations,
    })
}
