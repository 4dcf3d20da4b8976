//! Who stands near whom: lengths of relations, and distances along them.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Distance on the board that suits two actors with a relation, give or take.
pub const EDGE_LENGTH: f64 = 230.0;
/// Of two who are wholly alike in whom they reach, as a share of [`EDGE_LENGTH`].
const SHORTEST: f64 = 0.5;
/// What the distance grows by, as a share of [`EDGE_LENGTH`], for two who are not alike at all.
const CONTRAST: f64 = 2.4;
/// Steps of the walk that tells who are alike: enough to see a group, too few to leave it.
const STEPS: usize = 3;
/// In a network this large, only direct neighbours are compared.
const MAX_WALKED: usize = 2_500;

/// Neighbours of every actor, with the distance on the board that suits them.
///
/// Two actors that reach the same others in a few steps get a short relation, two that reach different ones a
/// long one: that is what sets groups apart on the board. Lengths that follow from neighbours in common are
/// of Gansner, Koren and North 2004 (doi:10.1007/978-3-540-31843-9_25), likeness by short random walks of
/// Pons and Latapy 2006 (doi:10.7155/jgaa.00124); here it is the cosine of where both walks end, with a step
/// in place allowed, as neighbours would otherwise never be in the same spot.
pub(super) struct PathLengths {
    neighbours: Vec<Vec<(u32, f64)>>,
}

impl PathLengths {
    /// Links are taken both ways, loops and repeats have no effect.
    pub fn new(n: usize, links: &[(u32, u32)]) -> Self {
        let mut near = vec![Vec::new(); n];
        for &(a, b) in links.iter().filter(|(a, b)| a != b) {
            near[a as usize].push(b);
            near[b as usize].push(a);
        }
        for list in &mut near {
            list.sort_unstable();
            list.dedup();
        }
        let ends = walks(&near);
        let with_lengths = |(v, list): (usize, &Vec<u32>)| -> Vec<(u32, f64)> {
            let likeness = |w: u32| f64::from(dot(&ends[v], &ends[w as usize]));
            let length = |w: u32| EDGE_LENGTH * (SHORTEST + CONTRAST * (1.0 - likeness(w)).max(0.0));
            list.iter().map(|&w| (w, length(w))).collect()
        };
        Self {
            neighbours: near.iter().enumerate().map(with_lengths).collect(),
        }
    }

    pub fn len(&self) -> usize {
        self.neighbours.len()
    }

    pub fn neighbours(&self, of: u32) -> &[(u32, f64)] {
        &self.neighbours[of as usize]
    }

    /// Everyone in reach of `start` with the distance along relations, in order of distance. `scratch` has a
    /// place per actor.
    pub fn reach(&self, start: u32, scratch: &mut [f64]) -> Vec<(u32, f64)> {
        scratch.fill(f64::INFINITY);
        scratch[start as usize] = 0.0;
        let mut order = Vec::new();
        // Positive finite numbers sort as their bits do.
        let mut queue = BinaryHeap::from([Reverse((0.0f64.to_bits(), start))]);
        while let Some(Reverse((bits, v))) = queue.pop() {
            let distance = f64::from_bits(bits);
            if distance > scratch[v as usize] {
                continue;
            }
            order.push((v, distance));
            for &(w, length) in self.neighbours(v) {
                let there = distance + length;
                if there < scratch[w as usize] {
                    scratch[w as usize] = there;
                    queue.push(Reverse((there.to_bits(), w)));
                }
            }
        }
        order
    }

    /// Parts that no relation joins, the largest first.
    pub fn components(&self) -> Vec<Vec<u32>> {
        let mut is_seen = vec![false; self.len()];
        let mut parts = Vec::new();
        for start in 0..self.len() as u32 {
            if std::mem::replace(&mut is_seen[start as usize], true) {
                continue;
            }
            let mut part = vec![start];
            let mut at = 0;
            while let Some(&v) = part.get(at) {
                at += 1;
                for &(w, _) in self.neighbours(v) {
                    if !std::mem::replace(&mut is_seen[w as usize], true) {
                        part.push(w);
                    }
                }
            }
            parts.push(part);
        }
        parts.sort_by_key(|part| Reverse(part.len()));
        parts
    }
}

/// Where a walker from each actor is after some steps: of length 1, in order of actors, who is met often
/// anyhow counting for less.
fn walks(near: &[Vec<u32>]) -> Vec<Vec<(u32, f32)>> {
    let steps = if near.len() > MAX_WALKED { 1 } else { STEPS };
    let ways = |v: u32| near[v as usize].len() as f32 + 1.0;
    let mut chance = vec![0.0_f32; near.len()];
    let mut walk = |start: u32| {
        let mut now = vec![(start, 1.0_f32)];
        for _ in 0..steps {
            let mut met: Vec<u32> = Vec::new();
            for &(v, share) in &now {
                let each = share / ways(v);
                for &w in near[v as usize].iter().chain(std::iter::once(&v)) {
                    if chance[w as usize] == 0.0 {
                        met.push(w);
                    }
                    chance[w as usize] += each;
                }
            }
            met.sort_unstable();
            let take = |w: u32| (w, std::mem::take(&mut chance[w as usize]));
            now = met.into_iter().map(take).collect();
        }
        for (w, share) in &mut now {
            *share /= ways(*w).sqrt();
        }
        let length = now.iter().map(|(_, share)| share * share).sum::<f32>().sqrt();
        now.iter_mut().for_each(|(_, share)| *share /= length);
        now
    };
    (0..near.len() as u32).map(&mut walk).collect()
}

fn dot(a: &[(u32, f32)], b: &[(u32, f32)]) -> f32 {
    let (mut at, mut sum) = (0, 0.0);
    for &(v, share) in a {
        while at < b.len() && b[at].0 < v {
            at += 1;
        }
        match b.get(at) {
            Some(&(w, other)) if w == v => sum += share * other,
            Some(_) => {}
            None => break,
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_reach_the_same_others_are_near_and_a_bridge_is_long() {
        // Two triangles joined by one relation.
        let links = [(0, 1), (1, 2), (2, 0), (3, 4), (4, 5), (5, 3), (2, 3)];
        let network = PathLengths::new(6, &links);
        let length = |v: u32, w: u32| {
            let found = network.neighbours(v).iter().find(|it| it.0 == w);
            found.unwrap().1
        };
        assert_eq!(length(0, 2), length(2, 0));
        assert!((length(0, 1) - SHORTEST * EDGE_LENGTH).abs() < 1.0);
        assert!(length(2, 3) > 1.5 * length(0, 2));
    }

    #[test]
    fn reach_goes_along_the_shortest_way_and_stays_in_the_part() {
        let network = PathLengths::new(5, &[(0, 1), (1, 2), (2, 0), (2, 2), (1, 0), (3, 4)]);
        let mut scratch = vec![0.0; 5];
        let reached = network.reach(0, &mut scratch);
        assert_eq!(reached[0], (0, 0.0));
        assert_eq!(reached.len(), 3);
        assert!(reached.windows(2).all(|two| two[0].1 <= two[1].1));
        assert_eq!(network.components(), [vec![0, 1, 2], vec![3, 4]]);
    }
}
