//! **Last link**: pairs of groups that lose all connection when one actor leaves.

use crate::analysis::joined::{Apart, Joined, joined_only_in};
use crate::analysis::{Network, Partition};

use super::forest::Forest;

/// Per dimension: how many pairs of groups hang on each actor.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LastLinks {
    /// Per actor, the pairs of groups of which members other than that actor reach each other now.
    pub connected: Vec<u32>,
    /// Per actor, those of them that no longer reach each other without it.
    pub lost: Vec<u32>,
}

impl LastLinks {
    /// Share of the pairs that others connect which hangs on each actor; `None` where there is no such pair.
    pub fn shares(&self) -> Vec<Option<f64>> {
        let share = |(&lost, &connected)| (connected > 0).then(|| f64::from(lost) / f64::from(connected));
        self.lost.iter().zip(&self.connected).map(share).collect()
    }
}

/// Counts, for every actor, the pairs of groups that only hold together through it.
///
/// # Measures
/// `last_link`: [`LastLinks::shares`].
///
/// # Definition
/// For an actor v only members *other than v* count. A pair of groups is connected when a path, of any length
/// and over any actors (also v), joins a member of one with a member of the other. It hangs on v when none are
/// joined once v and its ties are gone. A pair that is connected only because v itself is a member cannot be
/// lost by others, so it is not among v's pairs.
///
/// # Weight
/// Not used.
///
/// # Networks
/// Directed and undirected: on U. Parallel relations and loops make no difference. Disconnected: pairs of
/// groups that no path joins do not count. Actors without a group can lie on a path but are nobody's
/// member. An actor with several groups is a member of each, and so joins them.
///
/// # Normalisation
/// The share: by the pairs of groups whose members other than v are connected now; not the same number for
/// every actor.
///
/// # Range
/// Counts 0 to the connected pairs; the share 0 to 1, `None` where no pair is connected but by v's own
/// membership.
///
/// # Errors
/// None.
///
/// # Complexity
/// O(n + m + sum over cut points of what they cut off), and a term per cut point for the groups.
///
/// # Source
/// This program; no DOI.
///
/// ```
/// use netwerkopstelling::analysis::{Link, Network, Partition, spanners::last_links};
/// let tie = |source, target| Link { source, target, weight: 1.0 };
/// let network = Network::from_links(3, false, &[tie(0, 1), tie(1, 2)]).unwrap();
/// let names = ["x", "y", "z"].map(str::to_owned).to_vec();
/// let groups = Partition::single(names, &[Some(0), Some(1), Some(2)]);
/// // Without the middle one x and z are apart. Without an end only y and the other are left, and stay joined.
/// let shares = last_links(&network, &groups).shares();
/// assert_eq!(shares, [Some(0.0), Some(1.0), Some(0.0)]);
/// ```
pub fn last_links(network: &Network, partition: &Partition) -> LastLinks {
    let forest = Forest::new(network);
    let present: Vec<Vec<u32>> = forest
        .components
        .iter()
        .map(|component| distinct_groups(partition, &forest.order[component.clone()]))
        .collect();
    let homes = components_of_groups(&present, partition.groups.len());
    let mut work = LastLinkCounts::new(partition.groups.len());
    let mut lost = vec![0; network.n];
    let mut connected = vec![connected_pairs(&present, &homes); network.n];
    for (component, groups) in forest.components.iter().zip(&present) {
        if groups.len() < 2 {
            continue;
        }
        let actors = &forest.order[component.clone()];
        work.count_members(partition, actors, groups);
        let has_other_homes = |&group: &u32| homes[group as usize].len() > 1;
        let in_several: Vec<u32> = groups.iter().copied().filter(has_other_homes).collect();
        for &v in actors {
            connected[v as usize] -=
                work.own_pairs(partition.of(v as usize), groups.len(), &in_several, &homes);
            let cut_off = forest.cut_off(v as usize);
            if !cut_off.is_empty() {
                work.spread_over_parts(partition, &forest, groups, v as usize, &cut_off);
                lost[v as usize] = work.pairs_lost(groups, &homes, cut_off.len() + 1);
            }
        }
    }
    LastLinks { connected, lost }
}

/// The groups of the pairs behind one count of [`last_links`], ascending, by searching the network without the
/// actor. O(n + m + groups log groups) where groups are in one part each.
pub fn separated_groups(network: &Network, partition: &Partition, actor: usize) -> Vec<u32> {
    separated(network, partition, actor).groups
}

fn separated(network: &Network, partition: &Partition, actor: usize) -> Apart {
    let joined = |without: Option<usize>| {
        let groups_in = |part: Vec<u32>| -> Vec<u32> {
            let members = part.into_iter().filter(|&v| v as usize != actor);
            members.flat_map(|v| partition.of(v as usize)).copied().collect()
        };
        let parts = parts(network, without);
        Joined::new(partition.groups.len(), parts.into_iter().map(groups_in))
    };
    joined_only_in(&joined(None), &joined(Some(actor)), 0)
}

/// Weak components, as lists of actors, of the network without one actor. O(n + m).
pub fn parts(network: &Network, without: Option<usize>) -> Vec<Vec<u32>> {
    let mut seen = vec![false; network.n];
    if let Some(v) = without {
        seen[v] = true;
    }
    let mut parts = Vec::new();
    for (start, number) in (0..network.n).zip(0u32..) {
        if std::mem::replace(&mut seen[start], true) {
            continue;
        }
        let mut part = vec![number];
        let mut at = 0;
        while at < part.len() {
            for &w in network.under.neighbours(part[at] as usize) {
                if !std::mem::replace(&mut seen[w as usize], true) {
                    part.push(w);
                }
            }
            at += 1;
        }
        parts.push(part);
    }
    parts
}

fn distinct_groups(partition: &Partition, members: &[u32]) -> Vec<u32> {
    let mut groups: Vec<u32> = members
        .iter()
        .flat_map(|&v| partition.of(v as usize))
        .copied()
        .collect();
    groups.sort_unstable();
    groups.dedup();
    groups
}

/// For every group the numbers of the components it occurs in, ascending.
fn components_of_groups(present: &[Vec<u32>], groups: usize) -> Vec<Vec<u32>> {
    let mut homes: Vec<Vec<u32>> = vec![Vec::new(); groups];
    for (component, number) in present.iter().zip(0u32..) {
        for &group in component {
            homes[group as usize].push(number);
        }
    }
    homes
}

fn connected_pairs(present: &[Vec<u32>], homes: &[Vec<u32>]) -> u32 {
    let mut seen_by = vec![usize::MAX; homes.len()];
    let mut ordered: u64 = 0;
    for (group, homes) in homes.iter().enumerate() {
        if let &[home] = homes.as_slice() {
            ordered += present[home as usize].len() as u64 - 1;
            continue;
        }
        seen_by[group] = group;
        for &home in homes {
            for &other in &present[home as usize] {
                if std::mem::replace(&mut seen_by[other as usize], group) != group {
                    ordered += 1;
                }
            }
        }
    }
    u32::try_from(ordered / 2).unwrap_or(u32::MAX)
}

/// Room reused from cut point to cut point, indexed by group.
struct LastLinkCounts {
    /// Members in the component at hand.
    members: Vec<u32>,
    /// Members in the parts that are cut off.
    cut_members: Vec<u32>,
    /// In which parts a group occurs; part 0 is what stays around the cut point's parent.
    parts: Vec<Vec<u32>>,
}

impl LastLinkCounts {
    fn new(groups: usize) -> Self {
        Self {
            members: vec![0; groups],
            cut_members: vec![0; groups],
            parts: vec![Vec::new(); groups],
        }
    }

    fn count_members(&mut self, partition: &Partition, actors: &[u32], groups: &[u32]) {
        for &group in groups {
            self.members[group as usize] = 0;
        }
        for &v in actors {
            for &group in partition.of(v as usize) {
                self.members[group as usize] += 1;
            }
        }
    }

    /// Pairs of groups that are joined in the component at hand, and nowhere else, only because one actor
    /// is their only member there. Those groups are `of`, unless another member is there. The component has so many
    /// `groups`; those that are `in_several` components may be joined elsewhere.
    fn own_pairs(&self, of: &[u32], groups: usize, in_several: &[u32], homes: &[Vec<u32>]) -> u32 {
        let is_alone = |group: u32| self.members[group as usize] == 1;
        let alone: Vec<u32> = of.iter().copied().filter(|&group| is_alone(group)).collect();
        let mut pairs = 0;
        for (at, &own) in alone.iter().enumerate() {
            let seen = &alone[..at];
            let of_own = &homes[own as usize];
            pairs += groups - 1 - at;
            if of_own.len() > 1 {
                let is_new = |other: u32| other != own && !seen.contains(&other);
                let stays =
                    |&&other: &&u32| is_new(other) && common_items(of_own, &homes[other as usize]) > 1;
                pairs -= in_several.iter().filter(stays).count();
            }
        }
        u32::try_from(pairs).unwrap_or(u32::MAX)
    }

    fn spread_over_parts(
        &mut self,
        partition: &Partition,
        forest: &Forest,
        groups: &[u32],
        v: usize,
        cut_off: &[std::ops::Range<usize>],
    ) {
        for &group in groups {
            self.parts[group as usize].clear();
            self.cut_members[group as usize] = 0;
        }
        for (interval, part) in cut_off.iter().zip(1u32..) {
            for &w in &forest.order[interval.clone()] {
                for &group in partition.of(w as usize) {
                    self.cut_members[group as usize] += 1;
                    if self.parts[group as usize].last() != Some(&part) {
                        self.parts[group as usize].push(part);
                    }
                }
            }
        }
        for &group in groups {
            let own = u32::from(partition.of(v).contains(&group));
            if self.members[group as usize] > self.cut_members[group as usize] + own {
                self.parts[group as usize].insert(0, 0);
            }
        }
    }

    /// Pairs of groups without a part, or another component, in common. Groups in one part of one
    /// component are counted per part; only the others are compared one by one.
    fn pairs_lost(&self, groups: &[u32], homes: &[Vec<u32>], parts: usize) -> u32 {
        let mut plain_per_part = vec![0u64; parts];
        let mut spread: Vec<usize> = Vec::new();
        for &group in groups {
            let group = group as usize;
            match self.parts[group].as_slice() {
                [] => {}
                [part] if homes[group].len() == 1 => plain_per_part[*part as usize] += 1,
                _ => spread.push(group),
            }
        }
        let plain: u64 = plain_per_part.iter().sum();
        let within: u64 = plain_per_part.iter().map(|&count| count * count).sum();
        let mut lost = (plain * plain - within) / 2;
        for (at, &group) in spread.iter().enumerate() {
            let reached: u64 = self.parts[group]
                .iter()
                .map(|&part| plain_per_part[part as usize])
                .sum();
            lost += plain - reached;
            for &other in &spread[at + 1..] {
                let apart = common_items(&self.parts[group], &self.parts[other]) == 0;
                // The one home they surely share is the component that falls apart.
                lost += u64::from(apart && common_items(&homes[group], &homes[other]) < 2);
            }
        }
        u32::try_from(lost).unwrap_or(u32::MAX)
    }
}

/// Of two ascending lists.
fn common_items(a: &[u32], b: &[u32]) -> usize {
    let (mut i, mut j, mut common) = (0, 0, 0);
    while i < a.len() && j < b.len() {
        match a[i].cmp(&b[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                common += 1;
                i += 1;
                j += 1;
            }
        }
    }
    common
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::testing::network;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    /// Pairs of groups with members other than `actor` in one part of the network `without` somebody.
    fn joined_pairs(
        network: &Network,
        partition: &Partition,
        actor: usize,
        without: Option<usize>,
    ) -> BTreeSet<(u32, u32)> {
        let mut joined = BTreeSet::new();
        for part in parts(network, without) {
            let members: Vec<u32> = part.into_iter().filter(|&v| v as usize != actor).collect();
            let groups = distinct_groups(partition, &members);
            for (at, &g) in groups.iter().enumerate() {
                joined.extend(groups[at + 1..].iter().map(|&h| (g, h)));
            }
        }
        joined
    }

    #[test]
    fn the_middle_of_a_path_holds_the_ends_together() {
        let net = network(5, false, &[(0, 1), (1, 2), (2, 3), (3, 4)]);
        let names = ["a", "b", "c"].map(str::to_owned).to_vec();
        let partition = Partition::single(names, &[Some(0), Some(0), Some(1), Some(2), Some(2)]);
        let links = last_links(&net, &partition);
        // Actor 2 is the only b: for it only ac is left.
        assert_eq!(links.connected, vec![3, 3, 1, 3, 3]);
        // Without 1, actor 0 is the only member of a left and reaches nobody: ab and ac.
        assert_eq!(links.lost, vec![0, 2, 1, 2, 0]);
        assert_eq!(separated_groups(&net, &partition, 2), vec![0, 2]);
    }

    #[test]
    fn who_alone_is_a_group_loses_the_one_pair_of_the_others() {
        // x(A) - h(C) - y(B): of AB, AC and BC only AB is not about h itself.
        let net = network(3, false, &[(0, 1), (1, 2)]);
        let names = ["a", "b", "c"].map(str::to_owned).to_vec();
        let partition = Partition::single(names, &[Some(0), Some(2), Some(1)]);
        assert_eq!(
            last_links(&net, &partition).shares(),
            [Some(0.0), Some(1.0), Some(0.0)]
        );
        // x(A) - h(C): nothing is left that others connect, for either.
        let net = network(3, false, &[(0, 1)]);
        assert_eq!(last_links(&net, &partition).shares()[..2], [None, None]);
        // y(B) loses nothing: x and h hold A and C together.
        assert_eq!(last_links(&net, &partition).shares()[2], Some(0.0));
    }

    #[test]
    fn a_circle_hangs_on_nobody() {
        let net = network(4, false, &[(0, 1), (1, 2), (2, 3), (3, 0)]);
        let names = ["a", "b"].map(str::to_owned).to_vec();
        let partition = Partition::single(names, &[Some(0), Some(1), Some(0), Some(1)]);
        assert_eq!(last_links(&net, &partition).lost, vec![0; 4]);
    }

    proptest! {
        #[test]
        fn counts_agree_with_taking_every_actor_out(
            n in 1usize..14,
            ends in proptest::collection::vec((0u32..14, 0u32..14), 0..16),
            groups in proptest::collection::vec(proptest::collection::vec(0u32..5, 0..3), 14),
        ) {
            let ends: Vec<_> = ends.into_iter().filter(|&(a, b)| (a as usize) < n && (b as usize) < n).collect();
            let net = network(n, false, &ends);
            let names = (0..5).map(|g| g.to_string()).collect();
            let partition = Partition::multiple(names, &groups[..n]);
            let links = last_links(&net, &partition);
            for v in 0..n {
                let (before, after) = (joined_pairs(&net, &partition, v, None), joined_pairs(&net, &partition, v, Some(v)));
                let lost = &before - &after;
                prop_assert_eq!(links.lost[v] as usize, lost.len());
                prop_assert_eq!(u64::from(links.lost[v]), separated(&net, &partition, v).count);
                let groups: BTreeSet<u32> = lost.into_iter().flat_map(|(g, h)| [g, h]).collect();
                prop_assert_eq!(separated_groups(&net, &partition, v), groups.into_iter().collect::<Vec<_>>());
                prop_assert_eq!(links.connected[v] as usize, before.len());
            }
        }
    }
}
