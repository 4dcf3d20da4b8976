//! Why an actor is a candidate: counts, and the actors and relations they rest on. `told` makes the sentences.

use crate::analysis::Network;
use crate::analysis::brokerage::Role;
use crate::analysis::known::is_known;

use super::figures::{Component, Dimension, DimensionFigures, Load};
use super::last_link::{parts, separated_groups};
use super::roles::role;

/// One reason. `actors` and `pairs` (positions in [`Network::pairs`]) light up with it.
#[derive(Debug, Clone, PartialEq)]
pub struct Reason {
    pub kind: ReasonKind,
    pub actors: Vec<u32>,
    pub pairs: Vec<u32>,
}

/// Groups of one dimension that somebody has contacts in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reached {
    pub dimension: String,
    pub groups: u32,
    /// Its own group is known, and not counted.
    pub are_others: bool,
}

/// What is said, with the counts in it.
#[derive(Debug, Clone, PartialEq)]
pub enum ReasonKind {
    /// Contacts in groups it is not in itself.
    Connects { reached: Vec<Reached> },
    /// The only connection between `lost` of the `connected` pairs of groups.
    LastLink {
        dimension: String,
        lost: u32,
        connected: u32,
    },
    /// Most frequent boundary-crossing role in a dimension.
    Role(RoleTold),
    /// Per dimension id the share of the pairs of others of different groups between which it is on the shortest
    /// paths (where several are shortest, the part of them); the largest first. Of the pairs that a path connects,
    /// unless `of_connected` says that these could not be counted.
    Passage {
        shares: Vec<(String, f64)>,
        of_connected: bool,
    },
    /// How many of its relations are informal.
    Informal { informal: u32, relations: u32 },
    /// What it already carries. Not a reason for, but a question beside it.
    Load { ties: u32, tables: u32 },
}

/// How often somebody stands in a role, as people count: every pair of others once, also where arrows or relations
/// without direction lead both ways. Where actors have several groups, a pair counts for the part of the
/// combinations of groups that fit the role.
#[derive(Debug, Clone, PartialEq)]
pub struct RoleTold {
    pub dimension: String,
    pub role: Role,
    /// Whether it also stands in the opposite role towards the same actors: then letting in and bringing out
    /// are one.
    pub both_ways: bool,
    /// The group it is about: the broker's own, or for a consultant the one it mediates in. None for a liaison,
    /// and for a consultant in more groups than one.
    pub group: Option<String>,
    /// Pairs in which it is about that group; all of them without a group.
    pub times: f64,
    /// Pairs in all groups together.
    pub in_all: f64,
}

/// What the relations of a pair are, for counts per kind. In the order of [`Network::pairs`]. A relation that counts
/// both ways is counted in one of its two pairs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PairFacts {
    pub relations: u32,
    /// Of those, of an informal kind.
    pub informal: u32,
}

/// What reasons are found in.
#[derive(Clone, Copy)]
pub struct Grounds<'a> {
    pub network: &'a Network,
    pub dimensions: &'a [Dimension<'a>],
    /// Of the dimensions, in their order.
    pub figures: &'a [DimensionFigures],
    /// Per dimension and actor, the share of the pairs of others with different groups that a path connects;
    /// `None` when that was not counted.
    pub connected: Option<&'a [Vec<Option<f64>>]>,
    pub facts: &'a [PairFacts],
    pub load: &'a [Load],
}

/// All reasons for one actor, the weightiest first: last links, span, roles, passage, informal
/// relations, load. Reasons without content (0 times, no other group, 0 percent) are left out.
///
/// # Complexity
/// O(dimensions * (n + m + groups log groups + degree^2 log degree)); groups in several parts: see
/// [`joined_only_in`](crate::analysis::joined::joined_only_in).
pub fn reasons(grounds: &Grounds<'_>, actor: usize) -> Vec<Reason> {
    let Grounds {
        network,
        dimensions,
        figures,
        ..
    } = *grounds;
    let each = || dimensions.iter().zip(figures);
    let mut reasons: Vec<Reason> = Vec::new();
    reasons.extend(each().filter_map(|(d, f)| last_link(network, d, f, actor)));
    reasons.extend(connects(network, dimensions, actor));
    reasons.extend(dimensions.iter().filter_map(|d| role(network, d, actor)));
    reasons.extend(passage(grounds, actor));
    reasons.extend(informal(network, grounds.facts, actor));
    let load = grounds.load.get(actor);
    reasons.extend(load.and_then(|load| carried(network, *load, actor)));
    reasons
}

fn last_link(
    network: &Network,
    dimension: &Dimension<'_>,
    figures: &DimensionFigures,
    actor: usize,
) -> Option<Reason> {
    let lost = figures.last_links.lost[actor];
    if lost == 0 {
        return None;
    }
    let groups = separated_groups(network, dimension.partition, actor);
    let is_concerned = |group: &u32| groups.binary_search(group).is_ok();
    let concerned = |v: usize| dimension.partition.of(v).iter().any(is_concerned);
    // Only the parts it holds together, not components it has nothing to do with.
    let actors = parts(network, Some(actor))
        .into_iter()
        .filter(|part| part.iter().any(|&v| network.under.find(actor, v).is_some()))
        .flatten()
        .filter(|&v| concerned(v as usize))
        .collect();
    Some(Reason {
        kind: ReasonKind::LastLink {
            dimension: dimension.id.to_owned(),
            lost,
            connected: figures.last_links.connected[actor],
        },
        actors: with_actor(actors, actor),
        pairs: own_pairs(network, actor, |_| true),
    })
}

fn connects(network: &Network, dimensions: &[Dimension<'_>], actor: usize) -> Option<Reason> {
    let contacts = network.under.neighbours(actor);
    let mut found = Vec::new();
    for dimension in dimensions {
        let own = dimension.partition.of(actor);
        let mut groups: Vec<u32> = contacts
            .iter()
            .flat_map(|&w| dimension.partition.of(w as usize))
            .copied()
            .filter(|group| !own.contains(group))
            .collect();
        groups.sort_unstable();
        groups.dedup();
        // For an actor without a group of its own, one other group makes no bridge.
        if groups.len() > usize::from(own.is_empty()) {
            found.push(Reached {
                dimension: dimension.id.to_owned(),
                groups: u32::try_from(groups.len()).expect("below 2^31"),
                are_others: !own.is_empty(),
            });
        }
    }
    if found.is_empty() {
        return None;
    }
    let counts = |w: u32| dimensions.iter().any(|d| is_known(d.partition, w as usize));
    Some(Reason {
        kind: ReasonKind::Connects { reached: found },
        actors: with_actor(contacts.iter().copied().filter(|&w| counts(w)).collect(), actor),
        pairs: own_pairs(network, actor, counts),
    })
}

/// Below this a sentence would round it to zero.
const LEAST_SHARE: f64 = 0.005;

fn passage(grounds: &Grounds<'_>, actor: usize) -> Option<Reason> {
    let network = grounds.network;
    let share = |at: usize, figures: &DimensionFigures| {
        let of_all = figures.of(Component::Passage).at(actor)?;
        let Some(connected) = grounds.connected else {
            return Some(of_all);
        };
        let connected = connected.get(at)?.get(actor).copied().flatten()?;
        // An estimate from a sample may be a little too high.
        (connected > 0.0).then(|| (of_all / connected).min(1.0))
    };
    let mut found: Vec<(&Dimension<'_>, f64)> = grounds
        .dimensions
        .iter()
        .zip(grounds.figures)
        .enumerate()
        .filter_map(|(at, (dimension, figures))| Some((dimension, share(at, figures)?)))
        .filter(|&(_, share)| share >= LEAST_SHARE)
        .collect();
    if found.is_empty() {
        return None;
    }
    found.sort_by(|a, b| b.1.total_cmp(&a.1));
    let contacts = network.under.neighbours(actor).iter().copied();
    let counts = |w: &u32| found.iter().any(|(d, _)| is_known(d.partition, *w as usize));
    Some(Reason {
        actors: with_actor(contacts.filter(counts).collect(), actor),
        pairs: own_pairs(network, actor, |_| true),
        kind: ReasonKind::Passage {
            shares: found
                .into_iter()
                .map(|(dimension, share)| (dimension.id.to_owned(), share))
                .collect(),
            of_connected: grounds.connected.is_some(),
        },
    })
}

fn informal(network: &Network, facts: &[PairFacts], actor: usize) -> Option<Reason> {
    let mut pairs = own_pairs(network, actor, |_| true);
    let fact = |pair: u32| facts.get(pair as usize).copied().unwrap_or_default();
    let relations: u32 = pairs.iter().map(|&pair| fact(pair).relations).sum();
    let informal: u32 = pairs.iter().map(|&pair| fact(pair).informal).sum();
    if informal == 0 {
        return None;
    }
    pairs.retain(|&pair| fact(pair).informal > 0);
    let ends = pairs.iter().flat_map(|&pair| {
        let pair = network.pairs[pair as usize];
        [pair.source, pair.target]
    });
    Some(Reason {
        actors: with_actor(ends.collect(), actor),
        kind: ReasonKind::Informal { informal, relations },
        pairs,
    })
}

fn carried(network: &Network, load: Load, actor: usize) -> Option<Reason> {
    (load.ties > 0).then(|| Reason {
        kind: ReasonKind::Load {
            ties: load.ties,
            tables: load.tables,
        },
        actors: with_actor(network.under.neighbours(actor).to_vec(), actor),
        pairs: own_pairs(network, actor, |_| true),
    })
}

pub(super) fn with_actor(mut actors: Vec<u32>, actor: usize) -> Vec<u32> {
    actors.push(u32::try_from(actor).expect("below 2^31"));
    actors.sort_unstable();
    actors.dedup();
    actors
}

/// The pairs of one actor, in both directions, with contacts that count.
fn own_pairs(network: &Network, actor: usize, counts: impl Fn(u32) -> bool) -> Vec<u32> {
    let mut pairs: Vec<u32> = [&network.out, &network.inc]
        .into_iter()
        .flat_map(|csr| csr.range(actor).map(move |at| (csr.targets[at], csr.pairs[at])))
        .filter(|&(contact, _)| counts(contact))
        .map(|(_, pair)| pair)
        .collect();
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}
