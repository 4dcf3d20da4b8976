//! Which actor belongs to which group, in one dimension (sector, level, domain, region, ...).

/// Group membership of every actor in one dimension.
///
/// An actor has no group (unknown: it is never silently a group), one, or several (domains).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Partition {
    /// Names of the groups, in the order of the vocabulary (levels are ordered).
    pub groups: Vec<String>,
    offsets: Vec<u32>,
    members: Vec<u32>,
    /// Per actor, to skip the lookup in `offsets` where nobody has several; [`UNKNOWN`] without a group.
    firsts: Vec<u32>,
    has_several: bool,
}

const UNKNOWN: u32 = u32::MAX;

impl Partition {
    /// One group per actor at most; `None` is unknown.
    pub fn single(groups: Vec<String>, of: &[Option<u32>]) -> Self {
        let lists: Vec<Vec<u32>> = of.iter().map(|group| group.iter().copied().collect()).collect();
        Self::multiple(groups, &lists)
    }

    /// Any number of groups per actor. Group numbers that repeat within an actor count once.
    ///
    /// # Panics
    /// When a group number is not below `groups.len()`: a mistake of the caller.
    pub fn multiple(groups: Vec<String>, of: &[Vec<u32>]) -> Self {
        let mut offsets = Vec::with_capacity(of.len() + 1);
        let mut members = Vec::new();
        let mut firsts = Vec::with_capacity(of.len());
        let mut has_several = false;
        offsets.push(0);
        for list in of {
            let start = members.len();
            for &group in list {
                assert!(
                    (group as usize) < groups.len(),
                    "group {group} of {}",
                    groups.len()
                );
                if !members[start..].contains(&group) {
                    members.push(group);
                }
            }
            members[start..].sort_unstable();
            firsts.push(members.get(start).copied().unwrap_or(UNKNOWN));
            has_several |= members.len() > start + 1;
            offsets.push(u32::try_from(members.len()).expect("fewer than 2^32 memberships"));
        }
        Self {
            groups,
            offsets,
            members,
            firsts,
            has_several,
        }
    }

    /// Number of actors.
    pub fn len(&self) -> usize {
        self.offsets.len().saturating_sub(1)
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// All groups of an actor, ascending; empty is unknown.
    pub fn of(&self, node: usize) -> &[u32] {
        &self.members[self.offsets[node] as usize..self.offsets[node + 1] as usize]
    }

    /// The one group of an actor: `None` when unknown; the first when it has several.
    pub fn first(&self, node: usize) -> Option<u32> {
        Some(self.firsts[node]).filter(|&group| group != UNKNOWN)
    }

    /// Whether the group of an actor is known.
    pub fn knows(&self, node: usize) -> bool {
        self.firsts[node] != UNKNOWN
    }

    /// Most groups of one actor.
    pub fn most_groups(&self) -> usize {
        let counts = self.offsets.windows(2).map(|ends| ends[1] - ends[0]);
        counts.max().unwrap_or(0) as usize
    }

    /// Whether any actor has more groups than one.
    pub fn has_several(&self) -> bool {
        self.has_several
    }

    /// Whether two actors differ in this dimension: both known and no group in common.
    pub fn crosses(&self, a: usize, b: usize) -> bool {
        if !self.has_several {
            let (a, b) = (self.firsts[a], self.firsts[b]);
            return a != b && a != UNKNOWN && b != UNKNOWN;
        }
        let (a, b) = (self.of(a), self.of(b));
        !a.is_empty() && !b.is_empty() && !a.iter().any(|group| b.contains(group))
    }
}
