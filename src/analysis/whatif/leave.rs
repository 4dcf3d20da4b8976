//! Without this actor: what falls apart, and what becomes longer.

use super::reach::{Histogram, ReachBits, from_one};
use crate::analysis::measure::{
    Citation, Descriptor,
    Family::WhatIf,
    HigherIs::MoreLost,
    Target::Actor,
    Unit::{Count, Difference, Share, SignedShare},
};
use crate::analysis::{Cancelled, Control, Network};
use rayon::prelude::*;

const LATORA: Citation = Citation::with_doi(
    "Latora & Marchiori 2001, Efficient behavior of small-world networks, Physical Review Letters 87; the loss as a centrality: Latora & Marchiori 2007, New Journal of Physics 9(6), 188",
    "10.1103/PhysRevLett.87.198701",
);
const BORGATTI: Citation = Citation::with_doi(
    "Borgatti 2006, Identifying sets of key players in a social network, Computational and Mathematical Organization Theory 12",
    "10.1007/s10588-006-7084-x",
);

pub const DESCRIPTORS: &[Descriptor] = &[
    Descriptor::new("leave_comp_delta", WhatIf, Actor, Difference)
        .higher_is(MoreLost)
        .cite(BORGATTI)
        .repeat(
            "{v: nx.number_connected_components(U.subgraph(set(U) - {v})) - nx.number_connected_components(U) for v in U}",
        ),
    Descriptor::new("leave_largest_after", WhatIf, Actor, Count)
        .cite(BORGATTI)
        .repeat(
            "{v: max(map(len, nx.connected_components(U.subgraph(set(U) - {v})))) for v in U}",
        ),
    Descriptor::new("leave_eff_after", WhatIf, Actor, Share)
        .cite(LATORA)
        .repeat(
            "{v: sum(nx.harmonic_centrality(S.subgraph(set(S) - {v})).values()) / ((len(S) - 1) * (len(S) - 2)) for v in S}",
        ),
    Descriptor::new("leave_eff_rest_before", WhatIf, Actor, Share)
        .cite(LATORA)
        .repeat(
            "(lambda d: {v: sum(1 / x for s, r in d for t, x in r.items() if x and v not in (s, t)) / ((len(S) - 1) * (len(S) - 2)) for v in S})(list(nx.all_pairs_shortest_path_length(S)))",
        ),
    Descriptor::new("leave_eff_loss", WhatIf, Actor, SignedShare)
        .higher_is(MoreLost)
        .cite(LATORA)
        .repeat(
            "(lambda d: {v: (sum(1 / x for s, r in d for t, x in r.items() if x and v not in (s, t)) - sum(nx.harmonic_centrality(S.subgraph(set(S) - {v})).values())) / ((len(S) - 1) * (len(S) - 2)) for v in S})(list(nx.all_pairs_shortest_path_length(S)))",
        ),
    Descriptor::new("leave_pairs_lost", WhatIf, Actor, Count)
        .higher_is(MoreLost)
        .cite(BORGATTI)
        .repeat(
            "(lambda p: {v: sum(v not in q for q in p) - sum(1 for s, r in nx.all_pairs_shortest_path_length(S.subgraph(set(S) - {v})) for t in r if s != t) for v in S})([(s, t) for s, r in nx.all_pairs_shortest_path_length(S) for t in r if s != t])",
        ),
];

/// The measures of this file that one walk over the network gives: see [`crate::analysis::cohesion::cuts`].
pub const IDS_OF_CUTS: [&str; 2] = ["leave_comp_delta", "leave_largest_after"];

/// Above this number of actors the efficiency without each of them takes minutes; ask for single actors.
pub const MOST_ACTORS: usize = 2_000;

/// About as long as a source of weighted paths in networks of this size.
const UNITS_PER_ACTOR: u64 = 4;

/// Units of progress that [`leave_all`] announces.
pub fn units(network: &Network) -> u64 {
    network.n as u64 * UNITS_PER_ACTOR
}

/// What happens to the others when one actor leaves.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Leave {
    /// Mean of 1 / distance over the ordered pairs of the others, without the actor. `None` with fewer
    /// than two others.
    pub eff_after: Option<f64>,
    /// The same pairs while the actor is still there.
    pub eff_rest_before: Option<f64>,
    /// `eff_rest_before - eff_after`.
    pub eff_loss: Option<f64>,
    /// Ordered pairs of others that only this actor connected.
    pub pairs_lost: i64,
}

/// What the others lose when an actor leaves: for every actor, in the order of the network's indices.
///
/// # Measures
/// `leave_eff_after`, `leave_eff_rest_before`, `leave_eff_loss`, `leave_pairs_lost`.
///
/// # Definition
/// Efficiency of the rest: mean of `1 / d(s, t)` over ordered pairs of the others, without the actor and
/// while it is there; the loss is the difference. Pairs lost: ordered pairs of others that only this actor
/// connects.
///
/// # Weight
/// Not used.
///
/// # Networks
/// Directed: along the arrows. Undirected: both ways, so each pair counts twice. Parallel relations count
/// once, loops not. Disconnected: a pair without a path counts 0.
///
/// # Normalisation
/// Efficiency by the `(n - 1) (n - 2)` ordered pairs of the others.
///
/// # Range
/// Efficiency 0 to 1, the loss 0 to 1; `None` with fewer than two others. Pairs 0 to `(n - 1) (n - 2)`.
///
/// # Errors
/// [`Cancelled`] when `control` was cancelled before the end.
///
/// # Complexity
/// O(n · m · diameter · n/64): a few milliseconds for 200 actors.
///
/// # Source
/// V. Latora & M. Marchiori (2001), Efficient behavior of small-world networks, *Physical Review Letters*
/// 87, 198701, doi:10.1103/PhysRevLett.87.198701; as a centrality in their A measure of centrality based on
/// network efficiency (2007), *New Journal of Physics* 9(6), 188. Pairs lost: S.P. Borgatti (2006),
/// doi:10.1007/s10588-006-7084-x.
///
/// ```
/// use netwerkopstelling::analysis::{Control, Link, Network, whatif::leave};
/// let link = |source, target| Link { source, target, weight: 1.0 };
/// let path = Network::from_links(3, false, &[link(0, 1), link(1, 2)]).unwrap();
/// let left = leave::leave_all(&path, &Control::new()).unwrap();
/// assert_eq!((left[1].pairs_lost, left[1].eff_loss), (2, Some(0.5)));
/// ```
pub fn leave_all(network: &Network, control: &Control) -> Result<Vec<Leave>, Cancelled> {
    let before = ReachBits::default().all_pairs(&network.inc, network.n, None);
    control.expect(units(network));
    (0..network.n)
        .into_par_iter()
        .map_init(ReachBits::default, |bits, v| {
            control.check()?;
            control.advance(UNITS_PER_ACTOR);
            Ok(leave(network, v, &before, bits))
        })
        .collect()
}

/// For one actor.
pub fn leave_one(network: &Network, actor: usize) -> Leave {
    let mut bits = ReachBits::default();
    let before = bits.all_pairs(&network.inc, network.n, None);
    leave(network, actor, &before, &mut bits)
}

fn leave(network: &Network, v: usize, before: &Histogram, bits: &mut ReachBits) -> Leave {
    let n = network.n;
    // Whole numbers of pairs per distance: what is not lost is exactly 0.
    let rest = before
        .clone()
        .less(&from_one(&network.out, n, v))
        .less(&from_one(&network.inc, n, v));
    let after = bits.all_pairs(&network.inc, n, Some(v));
    let pairs = (n as f64 - 1.0) * (n as f64 - 2.0);
    let mean = |histogram: &Histogram| (n > 2).then(|| histogram.inverse() / pairs);
    Leave {
        eff_after: mean(&after),
        eff_rest_before: mean(&rest),
        eff_loss: mean(&rest.clone().less(&after)),
        pairs_lost: rest.pairs() - after.pairs(),
    }
}
