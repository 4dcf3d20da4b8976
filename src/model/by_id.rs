//! Things by their id, in the order of the ids, in chunks that can be shared: a job takes all of them in no time, and
//! an edit meanwhile copies one chunk. As a tree would, but for that, and packed as ids are given out: the newest last.

use std::fmt;
use std::iter::{FusedIterator, Zip};
use std::ops::Index;
use std::slice;

use super::CopyOnWrite;
use crate::tally;

/// So many in a chunk at most. An edit while a job holds the board copies so many actors: microseconds.
const CHUNK: usize = 64;

#[derive(Debug, Clone, PartialEq)]
struct Chunk<K, V> {
    /// Ascending; apart from the values, so that looking for one stays in a few lines of memory.
    keys: Vec<K>,
    values: Vec<V>,
}

/// A map from ids to what bears them. A clone shares everything with it.
pub struct ById<K, V> {
    /// None is empty.
    chunks: CopyOnWrite<Vec<CopyOnWrite<Chunk<K, V>>>>,
    len: usize,
}

impl<K: Ord + Copy, V: Clone> ById<K, V> {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn len(&self) -> usize {
        self.len
    }

    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The chunk that holds the key, or would.
    fn chunk_of(&self, key: K) -> Option<usize> {
        let after = self.chunks.partition_point(|chunk| chunk.keys[0] <= key);
        after.checked_sub(1)
    }

    fn find(&self, key: K) -> Option<(usize, usize)> {
        let chunk = self.chunk_of(key)?;
        let at = self.chunks[chunk].keys.binary_search(&key).ok()?;
        Some((chunk, at))
    }

    pub fn get(&self, key: &K) -> Option<&V> {
        let (chunk, at) = self.find(*key)?;
        Some(&self.chunks[chunk].values[at])
    }

    pub fn get_mut(&mut self, key: &K) -> Option<&mut V> {
        let (chunk, at) = self.find(*key)?;
        Some(&mut self.chunks[chunk].values[at])
    }

    pub fn contains_key(&self, key: &K) -> bool {
        self.find(*key).is_some()
    }

    /// Puts it in, and returns what bore the id before.
    pub fn insert(&mut self, key: K, value: V) -> Option<V> {
        let Some(at) = self.chunk_of(key) else {
            // Before all others, or the first.
            self.add_in(0, 0, key, value);
            return None;
        };
        match self.chunks[at].keys.binary_search(&key) {
            Ok(found) => Some(std::mem::replace(&mut self.chunks[at].values[found], value)),
            Err(place) => {
                self.add_in(at, place, key, value);
                None
            }
        }
    }

    /// Adds at this place in this chunk, which makes room first when it is full.
    fn add_in(&mut self, at: usize, place: usize, key: K, value: V) {
        self.len += 1;
        let len = self.chunks.get(at).map_or(CHUNK, |chunk| chunk.keys.len());
        if len < CHUNK {
            let chunk = &mut *self.chunks[at];
            chunk.keys.insert(place, key);
            chunk.values.insert(place, value);
            return;
        }
        if self.chunks.is_empty() || (at + 1 == self.chunks.len() && place == len) {
            // Ids are given out in order: full chunks stay full.
            self.chunks.push(CopyOnWrite::new(Chunk {
                keys: vec![key],
                values: vec![value],
            }));
            return;
        }
        let half = len / 2;
        let chunk = &mut *self.chunks[at];
        let upper = Chunk {
            keys: chunk.keys.split_off(half),
            values: chunk.values.split_off(half),
        };
        self.chunks.insert(at + 1, CopyOnWrite::new(upper));
        let (at, place) = if place > half {
            (at + 1, place - half)
        } else {
            (at, place)
        };
        let chunk = &mut *self.chunks[at];
        chunk.keys.insert(place, key);
        chunk.values.insert(place, value);
    }

    pub fn remove(&mut self, key: &K) -> Option<V> {
        let (at, place) = self.find(*key)?;
        self.len -= 1;
        let chunk = &mut *self.chunks[at];
        chunk.keys.remove(place);
        let value = chunk.values.remove(place);
        if chunk.keys.is_empty() {
            self.chunks.remove(at);
        }
        Some(value)
    }

    pub fn iter(&self) -> ByIdIter<'_, K, V> {
        ByIdIter {
            chunks: self.chunks.iter(),
            front: None,
            back: None,
            left: self.len,
        }
    }

    /// Copies every chunk that others hold: for who makes a board, not for who edits one.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut V> {
        let chunks = self.chunks.iter_mut();
        chunks.flat_map(|chunk| chunk.values.iter_mut())
    }

    pub fn keys(&self) -> impl ExactSizeIterator<Item = &K> + DoubleEndedIterator + Clone {
        self.iter().map(|(key, _)| key)
    }

    pub fn values(&self) -> impl ExactSizeIterator<Item = &V> + DoubleEndedIterator + Clone {
        self.iter().map(|(_, value)| value)
    }
}

type InChunk<'a, K, V> = Zip<slice::Iter<'a, K>, slice::Iter<'a, V>>;

/// In the order of the ids.
pub struct ByIdIter<'a, K, V> {
    chunks: slice::Iter<'a, CopyOnWrite<Chunk<K, V>>>,
    front: Option<InChunk<'a, K, V>>,
    back: Option<InChunk<'a, K, V>>,
    left: usize,
}

impl<K, V> Clone for ByIdIter<'_, K, V> {
    fn clone(&self) -> Self {
        Self {
            chunks: self.chunks.clone(),
            front: self.front.clone(),
            back: self.back.clone(),
            left: self.left,
        }
    }
}

impl<K, V> Chunk<K, V> {
    fn walk(&self) -> InChunk<'_, K, V> {
        tally::add(|done| done.walks += 1);
        self.keys.iter().zip(&self.values)
    }
}

impl<'a, K, V> Iterator for ByIdIter<'a, K, V> {
    type Item = (&'a K, &'a V);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(found) = self.front.as_mut().and_then(Iterator::next) {
                self.left -= 1;
                return Some(found);
            }
            match self.chunks.next() {
                Some(chunk) => self.front = Some(chunk.walk()),
                None => {
                    let last = self.back.as_mut()?.next()?;
                    self.left -= 1;
                    return Some(last);
                }
            }
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }

    /// Chunk by chunk: what walks over all of them does not ask for every single one.
    fn fold<B, F: FnMut(B, Self::Item) -> B>(self, init: B, mut with: F) -> B {
        let mut found = init;
        for item in self.front.into_iter().flatten() {
            found = with(found, item);
        }
        for chunk in self.chunks {
            for item in chunk.walk() {
                found = with(found, item);
            }
        }
        for item in self.back.into_iter().flatten() {
            found = with(found, item);
        }
        found
    }
}

impl<K, V> DoubleEndedIterator for ByIdIter<'_, K, V> {
    fn next_back(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(found) = self.back.as_mut().and_then(DoubleEndedIterator::next_back) {
                self.left -= 1;
                return Some(found);
            }
            match self.chunks.next_back() {
                Some(chunk) => self.back = Some(chunk.walk()),
                None => {
                    let first = self.front.as_mut()?.next_back()?;
                    self.left -= 1;
                    return Some(first);
                }
            }
        }
    }
}

impl<K, V> ExactSizeIterator for ByIdIter<'_, K, V> {}
impl<K, V> FusedIterator for ByIdIter<'_, K, V> {}

impl<'a, K: Ord + Copy, V: Clone> IntoIterator for &'a ById<K, V> {
    type Item = (&'a K, &'a V);
    type IntoIter = ByIdIter<'a, K, V>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<K: Ord + Copy, V: Clone> FromIterator<(K, V)> for ById<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(items: I) -> Self {
        let mut made = Self::default();
        made.extend(items);
        made
    }
}

impl<K: Ord + Copy, V: Clone> Extend<(K, V)> for ById<K, V> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, items: I) {
        for (key, value) in items {
            self.insert(key, value);
        }
    }
}

impl<K, V> Default for ById<K, V> {
    fn default() -> Self {
        Self {
            chunks: CopyOnWrite::new(Vec::new()),
            len: 0,
        }
    }
}

impl<K, V> Clone for ById<K, V> {
    fn clone(&self) -> Self {
        Self {
            chunks: self.chunks.clone(),
            len: self.len,
        }
    }
}

/// By what is in it: where chunks end says nothing.
impl<K: Ord + Copy, V: Clone + PartialEq> PartialEq for ById<K, V> {
    fn eq(&self, other: &Self) -> bool {
        self.len == other.len && (self.chunks == other.chunks || self.iter().eq(other.iter()))
    }
}

impl<K: Ord + Copy + fmt::Debug, V: Clone + fmt::Debug> fmt::Debug for ById<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

impl<K: Ord + Copy, V: Clone> Index<&K> for ById<K, V> {
    type Output = V;

    fn index(&self, key: &K) -> &V {
        self.get(key).expect("nobody has this id")
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;
    use crate::tally;

    fn of(count: u32) -> ById<u32, u32> {
        (0..count).map(|id| (id, id * 10)).collect()
    }

    #[test]
    fn a_change_while_others_hold_it_copies_one_piece_and_the_list_of_pieces() {
        let mut mine = of(50_000);
        let copied_here = || tally::here().copies;
        let before = copied_here();
        *mine.get_mut(&7).unwrap() = 1;
        mine.insert(50_000, 2);
        assert_eq!(copied_here(), before, "nobody else holds it");
        let theirs = mine.clone();
        *mine.get_mut(&7).unwrap() = 3;
        *mine.get_mut(&8).unwrap() = 4;
        assert_eq!(copied_here(), before + 2);
        mine.remove(&40_000);
        assert_eq!(copied_here(), before + 3, "another chunk");
        assert_eq!((mine[&7], theirs[&7]), (3, 1));
        assert_eq!((mine.len(), theirs.len()), (50_000, 50_001));
    }

    #[test]
    fn ids_given_out_in_order_leave_no_room_unused() {
        let full = of(640);
        assert_eq!(full.chunks.len(), 10);
    }

    #[test]
    fn it_is_walked_from_both_ends_at_once() {
        let all = of(200);
        let mut walk = all.keys();
        let mut seen = Vec::new();
        while let Some(first) = walk.next() {
            seen.push(*first);
            seen.extend(walk.next_back());
        }
        assert_eq!(walk.len(), 0);
        seen.sort_unstable();
        assert_eq!(seen, (0..200).collect::<Vec<u32>>());
    }

    proptest! {
        #[test]
        fn whatever_is_put_in_and_taken_out_it_holds_what_a_tree_holds(
            steps in prop::collection::vec((0u8..4, 0u32..300, any::<u32>()), 0..900)
        ) {
            let (mut ours, mut tree) = (ById::<u32, u32>::new(), BTreeMap::new());
            for (kind, key, value) in steps {
                match kind {
                    0 => prop_assert_eq!(ours.remove(&key), tree.remove(&key)),
                    1 => prop_assert_eq!(ours.get(&key), tree.get(&key)),
                    _ => prop_assert_eq!(ours.insert(key, value), tree.insert(key, value)),
                }
                prop_assert_eq!(ours.len(), tree.len());
            }
            prop_assert!(ours.iter().eq(&tree));
            prop_assert!(ours.iter().rev().eq(tree.iter().rev()));
            let folded = ours.values().fold(0u64, |sum, value| sum + u64::from(*value));
            prop_assert_eq!(folded, tree.values().map(|value| u64::from(*value)).sum::<u64>());
            prop_assert_eq!(&tree.clone().into_iter().collect::<ById<u32, u32>>(), &ours);
            prop_assert!(ours.chunks.iter().all(|chunk| !chunk.keys.is_empty()));
        }
    }
}
