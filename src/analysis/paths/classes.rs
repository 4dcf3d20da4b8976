//! Which pairs of actors cross a border of a partition.

use super::lanes::{LANES, LaneRow};
use crate::analysis::Partition;
use std::borrow::Cow;
use std::collections::HashMap;

/// Actors with the same groups are one class, so that "do these two differ?" is asked per class.
pub(super) struct Classes<'a> {
    partition: &'a Partition,
    pub of: Vec<u32>,
    /// One actor of each class.
    examples: Vec<u32>,
    sizes: Vec<u32>,
    /// Row by row, when there are not too many classes: 1 where two classes cross.
    table: Vec<f64>,
    /// Per class a row over all nodes, when that is not too much: all bits where they cross.
    rows: Vec<u8>,
}

/// More classes are compared when they are asked for.
const MOST_IN_TABLE: usize = 512;
/// Bytes of rows; above this they are made when they are asked for.
const MOST_IN_ROWS: usize = 1 << 20;

impl<'a> Classes<'a> {
    pub fn new(partition: &'a Partition) -> Self {
        let mut numbers: HashMap<&[u32], u32> = HashMap::new();
        let mut classes = Self {
            partition,
            of: Vec::with_capacity(partition.len()),
            examples: Vec::new(),
            sizes: Vec::new(),
            table: Vec::new(),
            rows: Vec::new(),
        };
        for node in 0..partition.len() {
            let class = *numbers.entry(partition.of(node)).or_insert_with(|| {
                classes.examples.push(node as u32);
                classes.sizes.push(0);
                (classes.examples.len() - 1) as u32
            });
            classes.sizes[class as usize] += 1;
            classes.of.push(class);
        }
        if classes.examples.len() <= MOST_IN_TABLE {
            for &example in &classes.examples {
                classes.table.extend(classes.compared(example));
            }
            if classes.examples.len() * partition.len() <= MOST_IN_ROWS {
                for &example in &classes.examples {
                    let crossing = classes.crossing(example);
                    let bits = |&class: &u32| {
                        if crossing[class as usize] > 0.0 {
                            u8::MAX
                        } else {
                            0
                        }
                    };
                    let row: Vec<u8> = classes.of.iter().map(bits).collect();
                    classes.rows.extend(row);
                }
            }
        }
        classes
    }

    fn compared(&self, source: u32) -> Vec<f64> {
        let crosses = |example: u32| self.partition.crosses(source as usize, example as usize);
        let examples = self.examples.iter();
        examples
            .map(|&example| f64::from(u8::from(crosses(example))))
            .collect()
    }

    /// 1 for the classes whose groups all differ from those of `source`, else 0.
    pub fn crossing(&self, source: u32) -> Cow<'_, [f64]> {
        if self.table.is_empty() {
            return Cow::Owned(self.compared(source));
        }
        let (count, class) = (self.examples.len(), self.of[source as usize] as usize);
        Cow::Borrowed(&self.table[class * count..(class + 1) * count])
    }

    /// Sets `bit` of the nodes that differ from `source`.
    pub fn mark_crossing(&self, source: u32, bit: u8, masks: &mut [u8]) {
        let n = self.of.len();
        if self.rows.is_empty() {
            let crossing = self.crossing(source);
            for (mask, &class) in masks.iter_mut().zip(&self.of) {
                *mask |= if crossing[class as usize] > 0.0 { bit } else { 0 };
            }
        } else {
            let row = &self.rows[self.of[source as usize] as usize * n..][..n];
            for (mask, bits) in masks.iter_mut().zip(row) {
                *mask |= bits & bit;
            }
        }
    }

    /// The same for a batch of sources: a row per class, a lane per source.
    pub fn crossing_rows(&self, sources: &[u32]) -> Vec<LaneRow> {
        let mut rows = vec![[0.0; LANES]; self.examples.len()];
        for (lane, &source) in sources.iter().enumerate() {
            for (row, &crosses) in rows.iter_mut().zip(self.crossing(source).iter()) {
                row[lane] = crosses;
            }
        }
        rows
    }

    /// How many others each actor differs from.
    pub fn crossing_counts(&self) -> Vec<u64> {
        let per_class: Vec<u64> = if self.partition.has_several() {
            self.examples
                .iter()
                .map(|&a| {
                    self.examples
                        .iter()
                        .zip(&self.sizes)
                        .filter(|&(&b, _)| self.partition.crosses(a as usize, b as usize))
                        .map(|(_, &size)| u64::from(size))
                        .sum()
                })
                .collect()
        } else {
            let is_known = |example: u32| !self.partition.of(example as usize).is_empty();
            let known: u64 = self
                .examples
                .iter()
                .zip(&self.sizes)
                .filter(|&(&example, _)| is_known(example))
                .map(|(_, &size)| u64::from(size))
                .sum();
            self.examples
                .iter()
                .zip(&self.sizes)
                .map(|(&example, &size)| {
                    if is_known(example) {
                        known - u64::from(size)
                    } else {
                        0
                    }
                })
                .collect()
        };
        self.of.iter().map(|&class| per_class[class as usize]).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn actors_without_a_group_cross_no_border() {
        let partition = Partition::single(vec!["A".into(), "B".into()], &[Some(0), Some(1), None, Some(0)]);
        let classes = Classes::new(&partition);
        assert_eq!(classes.crossing_counts(), vec![1, 2, 0, 1]);
    }

    #[test]
    fn actors_with_a_group_in_common_cross_no_border() {
        let partition = Partition::multiple(
            vec!["A".into(), "B".into()],
            &[vec![0], vec![0, 1], vec![1], vec![]],
        );
        let classes = Classes::new(&partition);
        assert_eq!(classes.crossing_counts(), vec![1, 0, 1, 0]);
    }
}
