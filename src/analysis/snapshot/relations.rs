//! The way back from pairs of the network to the relations they were made of.

use std::ops::Index;

use crate::model::RelationId;

/// The relations that were merged into each pair, in two lists: a list of its own for each of 50,000 pairs would take
/// five times the room.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct RelationsOfPairs {
    /// Where those of each pair begin, and where the last end.
    starts: Vec<u32>,
    relations: Vec<RelationId>,
}

impl RelationsOfPairs {
    /// From relations with the pair each is in, in any order of the pairs; those of one pair keep theirs.
    pub(super) fn new(pairs: usize, noted: &[(u32, RelationId)]) -> Self {
        let mut starts = vec![0u32; pairs + 1];
        for &(pair, _) in noted {
            starts[pair as usize + 1] += 1;
        }
        for at in 0..pairs {
            starts[at + 1] += starts[at];
        }
        let mut next = starts.clone();
        let mut relations = vec![RelationId(0); noted.len()];
        for &(pair, relation) in noted {
            let at = &mut next[pair as usize];
            relations[*at as usize] = relation;
            *at += 1;
        }
        Self { starts, relations }
    }

    /// Those of every pair.
    pub fn iter(&self) -> impl Iterator<Item = &[RelationId]> {
        (1..self.starts.len()).map(|after| &self[after - 1])
    }
}

impl Index<usize> for RelationsOfPairs {
    type Output = [RelationId];

    /// # Panics
    /// There is no such pair.
    fn index(&self, pair: usize) -> &[RelationId] {
        &self.relations[self.starts[pair] as usize..self.starts[pair + 1] as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relations_stand_with_their_pair_in_the_order_they_were_noted_in() {
        let noted = [(2, 9), (0, 4), (2, 1), (2, 5)].map(|(pair, id)| (pair, RelationId(id)));
        let found = RelationsOfPairs::new(4, &noted);
        let listed: Vec<Vec<u32>> = found
            .iter()
            .map(|of| of.iter().map(|id| id.0).collect())
            .collect();
        assert_eq!(listed, [vec![4], vec![], vec![9, 1, 5], vec![]]);
        assert_eq!(found[2], [RelationId(9), RelationId(1), RelationId(5)]);
        assert_eq!(RelationsOfPairs::new(0, &[]).iter().count(), 0);
    }
}
