//! What holds the members of a group together: their corners, or the shortest tree between them.

use super::field::distance;
use crate::scene::geometry::Xy;

/// Above this much work the way between two members may run past others; it is carved out there anyway.
const MOST_CHECKS: usize = 100_000;

/// Corners of the smallest convex shape around some places, clockwise on the board (A.M. Andrew 1979,
/// doi:10.1016/0020-0190(79)90072-3). O(n log n).
pub fn convex_corners(places: &[[f32; 2]]) -> Vec<[f32; 2]> {
    let mut sorted = places.to_vec();
    sorted.sort_by(|a, b| a[0].total_cmp(&b[0]).then(a[1].total_cmp(&b[1])));
    sorted.dedup();
    if sorted.len() < 3 {
        return sorted;
    }
    let turn =
        |a: [f32; 2], b: [f32; 2], c: [f32; 2]| (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
    let half = |places: &mut dyn Iterator<Item = [f32; 2]>| {
        let mut line: Vec<[f32; 2]> = Vec::new();
        for place in places {
            while line.len() > 1 && turn(line[line.len() - 2], line[line.len() - 1], place) <= 0.0 {
                line.pop();
            }
            line.push(place);
        }
        line.pop();
        line
    };
    let mut corners = half(&mut sorted.iter().copied());
    corners.extend(half(&mut sorted.iter().rev().copied()));
    corners
}

/// Whether a disc touches a convex shape.
pub fn is_within(corners: &[[f32; 2]], at: [f32; 2], radius: f32) -> bool {
    let ends = || corners.iter().zip(corners.iter().cycle().skip(1));
    let is_left = |(a, b): (&[f32; 2], &[f32; 2])| {
        (b[0] - a[0]) * (at[1] - a[1]) - (b[1] - a[1]) * (at[0] - a[0]) >= 0.0
    };
    corners.len() > 2 && ends().all(is_left) || ends().any(|(&a, &b)| distance(at, a, b) < radius)
}

/// Lines that join all places: the shortest tree, which rather makes a detour than runs over somebody else.
pub fn branches(places: &[[f32; 2]], others: &[([f32; 2], f32)], near: f32) -> Vec<[[f32; 2]; 2]> {
    let looks_aside = places.len().pow(2) * others.len() <= MOST_CHECKS;
    shortest_tree(places, |from, to| {
        let detour = if looks_aside {
            in_the_way(from, to, others)
        } else {
            0
        };
        length(from, to) + near * detour as f32
    })
}

/// Every line between two places shorter than `near` with nobody else on it, the shortest first.
pub fn shortcuts(places: &[[f32; 2]], others: &[([f32; 2], f32)], near: f32) -> Vec<[[f32; 2]; 2]> {
    let mut found = Vec::new();
    for (at, &from) in places.iter().enumerate() {
        let reach = |&(other, room): &([f32; 2], f32)| length(from, other) < near + room;
        let around: Vec<([f32; 2], f32)> = others.iter().copied().filter(reach).collect();
        for &to in &places[at + 1..] {
            if length(from, to) < near && in_the_way(from, to, &around) == 0 {
                found.push([from, to]);
            }
        }
    }
    found.sort_by(|a, b| length(a[0], a[1]).total_cmp(&length(b[0], b[1])));
    found
}

fn length(from: [f32; 2], to: [f32; 2]) -> f32 {
    Xy::new(to[0] - from[0], to[1] - from[1]).length()
}

/// How many others a line runs over.
fn in_the_way(from: [f32; 2], to: [f32; 2], others: &[([f32; 2], f32)]) -> usize {
    let hit = |&&(at, room): &&([f32; 2], f32)| distance(at, from, to) < room;
    others.iter().filter(hit).count()
}

/// R.C. Prim 1957, doi:10.1002/j.1538-7305.1957.tb01515.x: the nearest place that is not in the tree joins it.
fn shortest_tree(places: &[[f32; 2]], cost: impl Fn([f32; 2], [f32; 2]) -> f32) -> Vec<[[f32; 2]; 2]> {
    let count = places.len();
    let mut branches = Vec::with_capacity(count);
    let mut best: Vec<(f32, usize)> = places.iter().map(|&place| (cost(places[0], place), 0)).collect();
    let mut is_in = vec![false; count];
    is_in[0] = true;
    for _ in 1..count {
        let outside = (0..count).filter(|&at| !is_in[at]);
        let Some(joins) = outside.min_by(|&a, &b| best[a].0.total_cmp(&best[b].0)) else {
            break;
        };
        is_in[joins] = true;
        branches.push([places[best[joins].1], places[joins]]);
        for at in (0..count).filter(|&at| !is_in[at]) {
            let through = cost(places[joins], places[at]);
            if through < best[at].0 {
                best[at] = (through, joins);
            }
        }
    }
    branches
}
