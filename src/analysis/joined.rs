//! Pairs of groups with members in one part of a network, before and after something changed. Thousands of groups
//! have millions of pairs: they are counted, and only the first few are listed.

use std::collections::HashMap;

/// Which groups have a member in which part of a network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Joined {
    /// Per part its groups, ascending.
    groups_of: Vec<Vec<u32>>,
    /// Per group its parts, ascending.
    parts_of: Vec<Vec<u32>>,
}

/// Pairs that are joined in the one and not in the other.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Apart {
    pub count: u64,
    /// The first of them, each with the lower group first.
    pub first: Vec<(u32, u32)>,
    /// The groups in any of them, ascending.
    pub groups: Vec<u32>,
}

impl Joined {
    /// `parts`: of every part the groups of its members, as often as they occur.
    pub fn new(groups: usize, parts: impl IntoIterator<Item = Vec<u32>>) -> Self {
        let mut groups_of = Vec::new();
        let mut parts_of = vec![Vec::new(); groups];
        for (mut present, part) in parts.into_iter().zip(0u32..) {
            present.sort_unstable();
            present.dedup();
            for &group in &present {
                parts_of[group as usize].push(part);
            }
            groups_of.push(present);
        }
        Self { groups_of, parts_of }
    }

    fn is_in(&self, group: u32, part: u32) -> bool {
        self.parts_of[group as usize].binary_search(&part).is_ok()
    }
}

/// Pairs of groups with a part in common in `one` and none in `other`; the first `most` of them are listed.
///
/// # Complexity
/// O(groups log groups) where groups have one part; a group in several looks through all groups of these.
pub fn joined_only_in(one: &Joined, other: &Joined, most: usize) -> Apart {
    let mut marks = SeenGroups::new(one.parts_of.len());
    let mut found = Apart::default();
    let mut known: HashMap<(u32, u32), usize> = HashMap::new();
    for (group, parts) in (0u32..).zip(one.parts_of.iter().zip(&other.parts_of)) {
        let partners = match (parts.0.as_slice(), parts.1.as_slice()) {
            ([], _) => 0,
            ([part], []) => one.groups_of[*part as usize].len() - 1,
            // The same for all groups of these two parts.
            (&[part], &[its]) => *known
                .entry((part, its))
                .or_insert_with(|| groups_missing(one, part, other, its)),
            _ => marks.partners(one, other, group).len(),
        };
        if partners > 0 {
            found.count += partners as u64;
            found.groups.push(group);
        }
    }
    // Each pair was met from both sides.
    found.count /= 2;
    for &group in &found.groups {
        let missing = most - found.first.len();
        if missing == 0 {
            break;
        }
        let mut partners = marks.partners(one, other, group);
        partners.retain(|&partner| partner > group);
        partners.sort_unstable();
        let pairs = partners.into_iter().take(missing);
        found.first.extend(pairs.map(|partner| (group, partner)));
    }
    found
}

/// How many groups of a part are not in a part of the other.
fn groups_missing(one: &Joined, part: u32, other: &Joined, its: u32) -> usize {
    let (here, there) = (&one.groups_of[part as usize], &other.groups_of[its as usize]);
    let common = if here.len() < there.len() {
        here.iter().filter(|&&group| other.is_in(group, its)).count()
    } else {
        there.iter().filter(|&&group| one.is_in(group, part)).count()
    };
    here.len() - common
}

/// Groups seen, forgotten without touching them all.
struct SeenGroups {
    seen_in: Vec<u64>,
    round: u64,
}

impl SeenGroups {
    fn new(groups: usize) -> Self {
        Self {
            seen_in: vec![0; groups],
            round: 0,
        }
    }

    /// Whether the group was not seen in this round.
    fn see(&mut self, group: u32) -> bool {
        std::mem::replace(&mut self.seen_in[group as usize], self.round) != self.round
    }

    fn partners(&mut self, one: &Joined, other: &Joined, group: u32) -> Vec<u32> {
        self.round += 1;
        self.see(group);
        for &part in &other.parts_of[group as usize] {
            for &joined in &other.groups_of[part as usize] {
                self.see(joined);
            }
        }
        let parts = one.parts_of[group as usize].iter();
        let joined = parts.flat_map(|&part| &one.groups_of[part as usize]);
        joined.copied().filter(|&group| self.see(group)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    const GROUPS: u32 = 6;

    fn pairs(parts: &[Vec<u32>]) -> BTreeSet<(u32, u32)> {
        let in_part = |part: &Vec<u32>| {
            let part = part.clone();
            let all = part.clone().into_iter().flat_map(move |a| {
                let with = part.clone().into_iter();
                with.map(move |b| (a, b))
            });
            all.filter(|(a, b)| a < b).collect::<Vec<_>>()
        };
        parts.iter().flat_map(in_part).collect()
    }

    fn parts() -> impl Strategy<Value = Vec<Vec<u32>>> {
        proptest::collection::vec(proptest::collection::vec(0..GROUPS, 0..5), 0..5)
    }

    proptest! {
        #[test]
        fn pairs_are_those_found_by_listing_all_of_them(before in parts(), after in parts(), most in 0usize..20) {
            let joined = |parts: &[Vec<u32>]| Joined::new(GROUPS as usize, parts.to_vec());
            let found = joined_only_in(&joined(&before), &joined(&after), most);
            let listed: Vec<(u32, u32)> = (&pairs(&before) - &pairs(&after)).into_iter().collect();
            prop_assert_eq!(found.count, listed.len() as u64);
            let groups: BTreeSet<u32> = listed.iter().flat_map(|&(a, b)| [a, b]).collect();
            prop_assert_eq!(found.groups, groups.into_iter().collect::<Vec<_>>());
            prop_assert_eq!(&found.first[..], &listed[..most.min(listed.len())]);
        }
    }
}
