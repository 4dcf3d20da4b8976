//! What lies behind the candidates and takes longer than a frame, but does not depend on how they are
//! weighed: computed once per network, beside the interface.

use crate::analysis::paths::{self, PathRequest, Sources};
use crate::analysis::{Cancelled, Control, Network, Partition, Weighing};

use super::figures::Dimension;
use super::missing::{MissingLink, NewRelations, affordable_relations, missing_links, new_relations};
use super::significance::{MediationTest, affordable_permutations, mediation_test};
use super::stability::{RelationsOfLinks, Thinned, Unverified, affordable_runs, thinned};

/// What the evidence is sought in, and how.
#[derive(Clone, Copy)]
pub struct EvidenceRequest<'a> {
    pub network: &'a Network,
    pub dimensions: &'a [Dimension<'a>],
    /// Who can be a candidate.
    pub may_be_candidate: &'a [bool],
    /// The relations the network was made of.
    pub relations: RelationsOfLinks<'a>,
    /// Whether span uses weights.
    pub weighing: Weighing,
    /// From whom the paths of passage are followed.
    pub sources: Sources,
    /// In a network of members and tables, who is a table: relations run from one side to the other.
    pub is_table: Option<&'a [bool]>,
    /// How many new relations are listed per dimension.
    pub new_relations: usize,
    pub seed: u64,
}

/// How sure the candidates are, and what could be added to the network.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    /// Ranks in networks without some of the relations nobody verified.
    pub thinned: Thinned,
    /// Per dimension and actor.
    pub mediation: Vec<Vec<Option<MediationTest>>>,
    /// Per dimension, the largest shortage first.
    pub missing_links: Vec<Vec<MissingLink>>,
    /// Per dimension; `None` when the network is too large for it.
    pub new_relations: Vec<Option<NewRelations>>,
}

/// Ratio of ties to expected ties at and below which two groups miss a link.
pub const MISSING_RATIO: f64 = 0.5;

/// Computing a network again takes about this many times as long as one permutation.
const UNITS_PER_RUN: u64 = 10;

/// Gathers it. Same request, same result, whatever the number of threads.
///
/// # Errors
/// [`Cancelled`].
///
/// # Complexity
/// Bounded: the number of runs follows from the size of the network ([`affordable_runs`],
/// [`affordable_permutations`], [`affordable_relations`]), so that it stays a matter of seconds.
pub fn evidence(request: &EvidenceRequest<'_>, control: &Control) -> Result<Evidence, Cancelled> {
    let EvidenceRequest {
        network,
        dimensions,
        relations,
        seed,
        ..
    } = *request;
    let permutations = affordable_permutations(network);
    let runs = affordable_runs(network.n, relations.links.len(), dimensions.len());
    let has_runs = relations.is_unverified.contains(&true);
    let of_runs = u64::from(runs.filter(|_| has_runs).unwrap_or(0)) * UNITS_PER_RUN;
    let of_relations = affordable_relations(network.n) as u64;
    let per_dimension = u64::from(permutations) + of_relations;
    control.expect(of_runs + per_dimension * dimensions.len() as u64);

    let mut found = Evidence {
        thinned: Thinned::AllVerified,
        mediation: Vec::new(),
        missing_links: Vec::new(),
        new_relations: Vec::new(),
    };
    for dimension in dimensions {
        let partition = dimension.partition;
        let tests = mediation_test(network, partition, permutations, seed, control)?;
        found.mediation.push(tests);
        let missing = missing_links(network, partition, request.is_table, MISSING_RATIO);
        found.missing_links.push(missing);
        let best = new_relations(
            network,
            partition,
            request.is_table,
            request.new_relations,
            control,
        )?;
        let evaluated = best.as_ref().map_or(0, |best| best.evaluated as u64);
        control.advance(of_relations.saturating_sub(evaluated));
        found.new_relations.push(best);
    }
    found.thinned = without_unverified(request, runs, control)?;
    Ok(found)
}

fn without_unverified(
    request: &EvidenceRequest<'_>,
    runs: Option<u32>,
    control: &Control,
) -> Result<Thinned, Cancelled> {
    let partitions: Vec<&Partition> = request.dimensions.iter().map(|d| d.partition).collect();
    let passage = |network: &Network| {
        let paths = PathRequest {
            partitions: &partitions,
            relations: false,
            sources: request.sources,
            ..PathRequest::default()
        };
        // The sources of one of a thousand networks are not the progress somebody wants to see.
        control.check()?;
        let found = paths::run(network, &paths, &Control::new())?.passage;
        control.advance(UNITS_PER_RUN - 1);
        Ok(found)
    };
    let unverified = Unverified {
        actors: request.network.n,
        directed: request.network.directed,
        relations: request.relations,
        dimensions: request.dimensions,
        weighing: request.weighing,
        may_be_candidate: request.may_be_candidate,
        passage: &passage,
    };
    thinned(&unverified, runs, request.seed, control)
}
