//! What follows from the weights the user gives: how firm every place is, and the smallest teams. Quick
//! enough to be asked for again while a slider moves, beside the interface.

use crate::analysis::{Cancelled, Control, Network};

use super::figures::Dimension;
use super::ranking::{RankTable, Ranking, SpannerWeights};
use super::reasons::Reason;
use super::stability::{Stability, Thinned, under_unverified, under_weightings};
use super::team::{Team, smallest_team};

/// Number of random weightings.
pub const WEIGHTINGS: u32 = 1000;

/// The same runs every time, so that two people see the same figures.
pub const SEED: u64 = 1;

/// The default number of first places that stability is about: no more than a third of
/// the candidates, or being in it says nothing.
pub fn default_top(candidates: usize) -> u32 {
    u32::try_from(candidates / 3).unwrap_or(u32::MAX).clamp(1, 5)
}

#[derive(Clone, Copy)]
pub struct StandingRequest<'a> {
    pub network: &'a Network,
    pub dimensions: &'a [Dimension<'a>],
    pub ranks: &'a RankTable,
    pub weights: &'a SpannerWeights,
    /// `None` until they are computed.
    pub thinned: Option<&'a Thinned>,
    pub top: u32,
    pub seed: u64,
    /// Why an actor is a candidate.
    pub explain: &'a (dyn Fn(u32) -> Vec<Reason> + Sync),
}

#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    /// The order these figures are about.
    pub ranking: Ranking,
    pub weightings: Stability,
    /// `None` when all relations are verified, the network is too large, or it is not computed yet.
    pub unverified: Option<Stability>,
    /// Per dimension the smallest team that reaches each of its groups.
    pub teams: Vec<Team>,
    /// The smallest team that reaches every group of every dimension.
    pub whole_team: Team,
    /// Why the first candidates of this order are there, by actor.
    pub reasons: Vec<(u32, Vec<Reason>)>,
}

/// For how many of the first candidates reasons are given.
const EXPLAINED: usize = 10;

/// Computes it.
///
/// # Errors
/// [`Cancelled`].
///
/// # Complexity
/// O(1000 * cells * n), and that of [`smallest_team`] per dimension.
pub fn standing(request: &StandingRequest<'_>, control: &Control) -> Result<Standing, Cancelled> {
    let StandingRequest {
        network,
        dimensions,
        ranks,
        top,
        ..
    } = *request;
    let cells = request.weights.cells();
    let ranking = Ranking::new(ranks, request.weights);
    let weightings = under_weightings(ranks, &cells, top, WEIGHTINGS, request.seed, control)?;
    let unverified = request
        .thinned
        .and_then(|thinned| under_unverified(thinned, &cells, top));
    let mut teams = Vec::new();
    for dimension in dimensions {
        control.check()?;
        teams.push(smallest_team(network, std::slice::from_ref(dimension), &ranking));
    }
    let mut reasons = Vec::new();
    for candidate in ranking.candidates.iter().take(EXPLAINED) {
        control.check()?;
        reasons.push((candidate.actor, (request.explain)(candidate.actor)));
    }
    Ok(Standing {
        whole_team: smallest_team(network, dimensions, &ranking),
        reasons,
        ranking,
        weightings,
        unverified,
        teams,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_top_is_at_most_five_and_never_most_of_the_candidates() {
        assert_eq!([0, 2, 7, 12, 39].map(default_top), [1, 1, 2, 4, 5]);
    }
}
