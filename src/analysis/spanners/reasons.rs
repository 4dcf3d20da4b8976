//! Why an actor is a candidate: counts, and the actors and relations they rest on. `told` makes the sentences.

use crate::analysis::brokerage::{Role, triples};
use crate::analysis::known::is_known;
use crate::analysis::{Network, Partition};

use super::figures::{Component, Dimension, DimensionFigures, Load};
use super::last_link::{parts, separated_pairs};

/// One reason. `actors` and `pairs` (positions in [`Network::pairs`]) light up with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    pub kind: ReasonKind,
    pub actors: Vec<u32>,
    pub pairs: Vec<u32>,
}

/// What is said, with the counts in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReasonKind {
    /// Ties with actors of this many groups, its own included, per dimension id.
    Connects { groups: Vec<(String, u32)> },
    /// The only connection between `lost` of the `connected` pairs of groups.
    LastLink {
        dimension: String,
        lost: u32,
        connected: u32,
        group_pairs: Vec<(u32, u32)>,
    },
    /// Most frequent boundary-crossing role in a dimension. `group` is the broker's own, except for a
    /// consultant (the group it mediates in) and a liaison (none). Undirected networks have no
    /// difference between letting in and bringing out: `directed` says which sentence holds.
    Role {
        dimension: String,
        role: Role,
        group: Option<String>,
        times: u32,
        directed: bool,
    },
    /// Share, in whole percents, of the shortest paths between actors of different groups, per dimension
    /// id; the largest first.
    Passage { shares: Vec<(String, u32)> },
    /// How many of its relations are informal.
    Informal { informal: u32, relations: u32 },
    /// What it already carries. Not a reason for, but a question beside it.
    Load { ties: u32, tables: u32 },
}

/// What the relations of a pair are, for counts per kind. In the order of [`Network::pairs`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PairFacts {
    pub relations: u32,
    /// Of those, of an informal kind.
    pub informal: u32,
}

/// All reasons for one actor, the weightiest first: last links, span, roles, passage, informal
/// relations, load. Reasons without content (0 times, 1 group, 0 percent) are left out.
///
/// # Complexity
/// O(dimensions * (n + m + groups^2 + degree^2 log degree)).
pub fn reasons(
    network: &Network,
    dimensions: &[Dimension<'_>],
    figures: &[DimensionFigures],
    facts: &[PairFacts],
    load: &[Load],
    actor: usize,
) -> Vec<Reason> {
    let each = || dimensions.iter().zip(figures);
    let mut reasons: Vec<Reason> = Vec::new();
    reasons.extend(each().filter_map(|(d, f)| last_link(network, d, f, actor)));
    reasons.extend(connects(network, dimensions, actor));
    reasons.extend(each().filter_map(|(d, f)| role(network, d, f, actor)));
    reasons.extend(passage(network, dimensions, figures, actor));
    reasons.extend(informal(network, facts, actor));
    reasons.extend(load.get(actor).and_then(|load| carried(network, *load, actor)));
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
    let group_pairs = separated_pairs(network, dimension.partition, actor);
    let concerned = |v: usize| {
        dimension
            .partition
            .of(v)
            .iter()
            .any(|group| group_pairs.iter().any(|&(a, b)| a == *group || b == *group))
    };
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
            connected: figures.last_links.connected,
            group_pairs,
        },
        actors: with_actor(actors, actor),
        pairs: own_pairs(network, actor, |_| true),
    })
}

fn connects(network: &Network, dimensions: &[Dimension<'_>], actor: usize) -> Option<Reason> {
    let contacts = network.under.neighbours(actor);
    let mut groups = Vec::new();
    for dimension in dimensions {
        let mut reached: Vec<u32> = contacts
            .iter()
            .map(|&w| w as usize)
            .chain([actor])
            .flat_map(|v| dimension.partition.of(v))
            .copied()
            .collect();
        reached.sort_unstable();
        reached.dedup();
        if reached.len() > 1 {
            groups.push((dimension.id.to_owned(), whole(reached.len() as f64)));
        }
    }
    if groups.is_empty() || contacts.is_empty() {
        return None;
    }
    let counts = |w: u32| dimensions.iter().any(|d| is_known(d.partition, w as usize));
    Some(Reason {
        kind: ReasonKind::Connects { groups },
        actors: with_actor(contacts.iter().copied().filter(|&w| counts(w)).collect(), actor),
        pairs: own_pairs(network, actor, counts),
    })
}

fn role(
    network: &Network,
    dimension: &Dimension<'_>,
    figures: &DimensionFigures,
    actor: usize,
) -> Option<Reason> {
    let counts = figures.roles[actor]?;
    let counts = if network.directed { counts } else { counts.half() };
    let mut best: Option<(Role, f64)> = None;
    for role in Role::ALL.into_iter().filter(|&role| role != Role::Coordinator) {
        if best.is_none_or(|(_, most)| counts.of(role) > most) {
            best = Some((role, counts.of(role)));
        }
    }
    let (role, _) = best.filter(|&(_, times)| times > 0.0)?;
    let found: Vec<_> = triples(network, dimension.partition, actor, role).collect();
    let group = match role {
        Role::Liaison | Role::Coordinator => None,
        Role::Gatekeeper | Role::Representative => dimension.partition.first(actor),
        Role::Consultant => only_group(dimension.partition, found.iter().map(|triple| triple.from)),
    };
    let mut pairs: Vec<u32> = found.iter().flat_map(|triple| triple.pairs).collect();
    pairs.sort_unstable();
    pairs.dedup();
    Some(Reason {
        kind: ReasonKind::Role {
            dimension: dimension.id.to_owned(),
            role,
            group: group.map(|group| dimension.partition.groups[group as usize].clone()),
            times: whole(found.len() as f64),
            directed: network.directed,
        },
        actors: with_actor(found.iter().flat_map(|t| [t.from, t.to]).collect(), actor),
        pairs,
    })
}

/// The group all of them are in, if there is one.
fn only_group(partition: &Partition, mut actors: impl Iterator<Item = u32>) -> Option<u32> {
    let first = partition.first(actors.next()? as usize);
    actors
        .all(|actor| partition.first(actor as usize) == first)
        .then_some(first)
        .flatten()
}

fn passage(
    network: &Network,
    dimensions: &[Dimension<'_>],
    figures: &[DimensionFigures],
    actor: usize,
) -> Option<Reason> {
    let percent = |figures: &DimensionFigures| Some(whole(figures.of(Component::Passage).at(actor)? * 100.0));
    let mut found: Vec<(&Dimension<'_>, u32)> = dimensions
        .iter()
        .zip(figures)
        .filter_map(|(dimension, figures)| Some((dimension, percent(figures)?)))
        .filter(|&(_, percent)| percent > 0)
        .collect();
    if found.is_empty() {
        return None;
    }
    found.sort_by_key(|&(_, percent)| std::cmp::Reverse(percent));
    let contacts = network.under.neighbours(actor).iter().copied();
    let counts = |w: &u32| found.iter().any(|(d, _)| is_known(d.partition, *w as usize));
    Some(Reason {
        actors: with_actor(contacts.filter(counts).collect(), actor),
        pairs: own_pairs(network, actor, |_| true),
        kind: ReasonKind::Passage {
            shares: found
                .into_iter()
                .map(|(dimension, percent)| (dimension.id.to_owned(), percent))
                .collect(),
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

fn with_actor(mut actors: Vec<u32>, actor: usize) -> Vec<u32> {
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

/// Rounded to a whole number, 0 or more.
fn whole(value: f64) -> u32 {
    // `as` saturates, which is what a count on a screen should do.
    value.round().max(0.0) as u32
}
