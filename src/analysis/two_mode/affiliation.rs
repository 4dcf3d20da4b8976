//! Which actors are tables, who sits at them, and how the tables overlap.

use crate::analysis::{Network, Partition};
use std::cmp::Reverse;

/// Who sits at which table.
///
/// A table is an actor of a kind that has members (samenwerkingsverband, overlegtafel) and has at least
/// one contact that is not a table itself. Directions, weights and parallel relations do not matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Affiliation {
    pub is_table: Vec<bool>,
    /// Ascending; empty for an actor that is no table.
    pub members: Vec<Vec<u32>>,
    /// Ascending; empty for a table. Its length is the *overlegdruk* of the actor.
    pub tables_of: Vec<Vec<u32>>,
    /// Tied pairs that are not between a table and a member: 0 in a pure two-mode network.
    pub other_ties: usize,
}

/// Tables that share members.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Overlap {
    pub a: u32,
    pub b: u32,
    pub shared: u32,
    /// Shared members / members of either: 0 to 1.
    pub jaccard: f64,
}

impl Affiliation {
    /// Recognises the tables among the actors whose kind can be one. O(n + m).
    ///
    /// ```
    /// use netwerkopstelling::analysis::{Link, Network, two_mode::Affiliation};
    /// let tie = |source, target| Link { source, target, weight: 1.0 };
    /// let network = Network::from_links(4, false, &[tie(0, 2), tie(1, 2)]).unwrap();
    /// let found = Affiliation::new(&network, &[false, false, true, true]);
    /// assert_eq!(found.members[2], [0, 1]);
    /// assert!(!found.is_table[3], "nobody sits at it");
    /// ```
    pub fn new(network: &Network, can_be_table: &[bool]) -> Self {
        let has_member = |v: usize| {
            network
                .under
                .neighbours(v)
                .iter()
                .any(|&w| !can_be_table[w as usize])
        };
        let is_table: Vec<bool> = (0..network.n).map(|v| can_be_table[v] && has_member(v)).collect();
        let contacts = |v: usize, tables: bool| -> Vec<u32> {
            network
                .under
                .neighbours(v)
                .iter()
                .copied()
                .filter(|&w| is_table[w as usize] == tables)
                .collect()
        };
        let members: Vec<Vec<u32>> = (0..network.n)
            .map(|v| {
                if is_table[v] {
                    contacts(v, false)
                } else {
                    Vec::new()
                }
            })
            .collect();
        let tables_of: Vec<Vec<u32>> = (0..network.n)
            .map(|v| {
                if is_table[v] {
                    Vec::new()
                } else {
                    contacts(v, true)
                }
            })
            .collect();
        let seats: usize = members.iter().map(Vec::len).sum();
        Self {
            is_table,
            members,
            tables_of,
            other_ties: network.under.targets.len() / 2 - seats,
        }
    }

    pub fn tables(&self) -> impl Iterator<Item = u32> + '_ {
        (0u32..)
            .zip(&self.is_table)
            .filter(|&(_, &is)| is)
            .map(|(v, _)| v)
    }

    /// Seats: members of a table, tables of an actor (overlegdruk).
    ///
    /// # Measures
    /// `affiliation_degree`.
    ///
    /// # Definition
    /// Number of contacts of the other mode.
    ///
    /// # Weight
    /// Not used.
    ///
    /// # Networks
    /// Directed and undirected: contacts in whichever direction. Parallel relations count once, loops not.
    /// Disconnected: no difference. Ties between two tables, or two members, do not count.
    ///
    /// # Normalisation
    /// None.
    ///
    /// # Range
    /// 0 to the size of the other mode.
    ///
    /// # Errors
    /// None.
    ///
    /// # Complexity
    /// O(1): they were listed by [`Affiliation::new`].
    ///
    /// # Source
    /// S.P. Borgatti & M.G. Everett (1997), Network analysis of 2-mode data, *Social Networks* 19, 243-269,
    /// doi:10.1016/S0378-8733(96)00301-2.
    ///
    /// ```
    /// use netwerkopstelling::analysis::{Link, Network, two_mode::Affiliation};
    /// let tie = |source, target| Link { source, target, weight: 1.0 };
    /// let network = Network::from_links(3, false, &[tie(0, 2), tie(1, 2)]).unwrap();
    /// let tables = Affiliation::new(&network, &[false, false, true]);
    /// assert_eq!((tables.affiliation_degree(2), tables.affiliation_degree(0)), (2, 1));
    /// ```
    pub fn affiliation_degree(&self, v: usize) -> usize {
        self.members[v].len() + self.tables_of[v].len()
    }

    /// Pairs of tables with at least one member in common, `a < b`, in that order.
    ///
    /// # Measures
    /// `table_overlap`: [`Overlap::jaccard`].
    ///
    /// # Definition
    /// Members that two tables share, divided by the members of either.
    ///
    /// # Weight
    /// Not used.
    ///
    /// # Networks
    /// Directed and undirected: members in whichever direction. Parallel relations count once, loops not.
    /// Disconnected: tables in different parts share nobody, and are no pair here.
    ///
    /// # Normalisation
    /// By the members of either table.
    ///
    /// # Range
    /// Above 0 to 1; 1 for tables with the same members.
    ///
    /// # Errors
    /// None.
    ///
    /// # Complexity
    /// O(sum over actors of tables^2).
    ///
    /// # Source
    /// P. Jaccard (1912), The distribution of the flora in the alpine zone, *New Phytologist* 11, 37-50,
    /// doi:10.1111/j.1469-8137.1912.tb05611.x.
    ///
    /// ```
    /// use netwerkopstelling::analysis::{Link, Network, two_mode::Affiliation};
    /// let tie = |source, target| Link { source, target, weight: 1.0 };
    /// let network = Network::from_links(4, false, &[tie(0, 2), tie(1, 2), tie(1, 3)]).unwrap();
    /// let tables = Affiliation::new(&network, &[false, false, true, true]);
    /// assert_eq!(tables.overlaps()[0].jaccard, 0.5);
    /// ```
    pub fn overlaps(&self) -> Vec<Overlap> {
        let mut shared_with = vec![0u32; self.is_table.len()];
        let mut found = Vec::new();
        for a in self.tables() {
            let mut met: Vec<u32> = Vec::new();
            for &member in &self.members[a as usize] {
                for &b in self.tables_of[member as usize].iter().filter(|&&b| b > a) {
                    if shared_with[b as usize] == 0 {
                        met.push(b);
                    }
                    shared_with[b as usize] += 1;
                }
            }
            met.sort_unstable();
            for b in met {
                let shared = std::mem::take(&mut shared_with[b as usize]);
                let either = self.members[a as usize].len() + self.members[b as usize].len();
                found.push(Overlap {
                    a,
                    b,
                    shared,
                    jaccard: f64::from(shared) / (either as f64 - f64::from(shared)),
                });
            }
        }
        found
    }
}

/// Number of items two ascending lists have in common.
pub(super) fn shared(a: &[u32], b: &[u32]) -> usize {
    let (mut i, mut j, mut shared) = (0, 0, 0);
    while i < a.len() && j < b.len() {
        // Without jumps: which list is ahead cannot be foreseen.
        let (x, y) = (a[i], b[j]);
        shared += usize::from(x == y);
        i += usize::from(x <= y);
        j += usize::from(y <= x);
    }
    shared
}

/// The modes by an attribute: `true` for actors of the table group, when every actor has one of exactly two groups
/// and no tie runs within a group; otherwise `None`. The table group is the one with fewer actors, or with the later
/// name when both have as many. O(n + m).
pub fn modes_of(network: &Network, partition: &Partition) -> Option<Vec<bool>> {
    let [first, second] = partition.groups.as_slice() else {
        return None;
    };
    if partition.has_several() {
        return None;
    }
    let group_of: Vec<u32> = (0..network.n)
        .map(|v| partition.first(v))
        .collect::<Option<_>>()?;
    let of_second = group_of.iter().filter(|&&group| group == 1).count();
    let of_first = network.n - of_second;
    // Not by which comes first in the file: its order means nothing.
    let is_second = (of_second, Reverse(second)) < (of_first, Reverse(first));
    let mode: Vec<bool> = group_of.iter().map(|&group| (group == 1) == is_second).collect();
    network
        .pairs
        .iter()
        .all(|pair| mode[pair.source as usize] != mode[pair.target as usize])
        .then_some(mode)
}
