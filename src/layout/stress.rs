//! Placement by stress: distance on the board as close as can be to distance in the network.

use std::collections::VecDeque;

use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_pcg::Pcg64Mcg;

use super::Place;

/// Distance on the board of two actors with a relation.
pub const EDGE_LENGTH: f64 = 230.0;
/// Up to this many actors every pair counts; above it each actor is measured against some pivots only.
pub const MAX_EXACT: usize = 2_500;
const PIVOTS: usize = 60;
const ROUNDS: usize = 40;
/// Components are packed with this much room between them.
const COMPONENT_GAP: f64 = 260.0;

/// One pair whose distance on the board matters.
#[derive(Clone, Copy)]
struct Term {
    a: u32,
    b: u32,
    length: f64,
}

/// Places `n` actors with stress by stochastic gradient descent (Zheng, Pawar and Goodman 2019,
/// doi:10.1109/TVCG.2018.2859997), weights 1 / distance squared. Components are placed apart, the largest
/// first, in rows. Links are taken both ways, loops and repeats have no effect.
///
/// Time O(n m + rounds n^2) up to [`MAX_EXACT`] actors, O(rounds (m + 60 n)) above. Same seed, same places.
pub fn stress(n: usize, links: &[(u32, u32)], seed: u64, stop: &dyn Fn() -> bool) -> Vec<Place> {
    let neighbours = neighbours(n, links);
    let mut places = vec![Place::default(); n];
    let mut parts = components(&neighbours);
    parts.sort_by_key(|part| std::cmp::Reverse(part.len()));
    let mut rng = Pcg64Mcg::seed_from_u64(seed);
    for part in &parts {
        place_component(part, &neighbours, &mut places, &mut rng, stop);
    }
    pack(&parts, &mut places);
    places
}

fn neighbours(n: usize, links: &[(u32, u32)]) -> Vec<Vec<u32>> {
    let mut neighbours = vec![Vec::new(); n];
    for &(a, b) in links.iter().filter(|(a, b)| a != b) {
        neighbours[a as usize].push(b);
        neighbours[b as usize].push(a);
    }
    for list in &mut neighbours {
        list.sort_unstable();
        list.dedup();
    }
    neighbours
}

/// Steps from `start` to everyone in reach, in the order they are reached.
fn reach(start: u32, neighbours: &[Vec<u32>], steps: &mut [u32]) -> Vec<u32> {
    steps.fill(u32::MAX);
    steps[start as usize] = 0;
    let mut order = vec![start];
    let mut queue = VecDeque::from([start]);
    while let Some(v) = queue.pop_front() {
        for &w in &neighbours[v as usize] {
            if steps[w as usize] == u32::MAX {
                steps[w as usize] = steps[v as usize] + 1;
                order.push(w);
                queue.push_back(w);
            }
        }
    }
    order
}

fn components(neighbours: &[Vec<u32>]) -> Vec<Vec<u32>> {
    let mut is_seen = vec![false; neighbours.len()];
    let mut steps = vec![0; neighbours.len()];
    let mut parts = Vec::new();
    for v in 0..neighbours.len() as u32 {
        if is_seen[v as usize] {
            continue;
        }
        let part = if neighbours[v as usize].is_empty() {
            vec![v]
        } else {
            reach(v, neighbours, &mut steps)
        };
        for &w in &part {
            is_seen[w as usize] = true;
        }
        parts.push(part);
    }
    parts
}

fn terms(part: &[u32], neighbours: &[Vec<u32>]) -> Vec<Term> {
    let mut steps = vec![0; neighbours.len()];
    let mut terms = Vec::new();
    let is_exact = part.len() <= MAX_EXACT;
    let stride = if is_exact { 1 } else { part.len() / PIVOTS };
    for &v in part.iter().step_by(stride) {
        let reached = reach(v, neighbours, &mut steps);
        terms.extend(
            reached
                .iter()
                .filter(|&&w| if is_exact { w > v } else { w != v })
                .map(|&w| Term {
                    a: v,
                    b: w,
                    length: f64::from(steps[w as usize]) * EDGE_LENGTH,
                }),
        );
    }
    if !is_exact {
        let pairs = part
            .iter()
            .flat_map(|&v| neighbours[v as usize].iter().map(move |&w| (v, w)));
        terms.extend(pairs.filter(|(v, w)| v < w).map(|(a, b)| Term {
            a,
            b,
            length: EDGE_LENGTH,
        }));
    }
    terms
}

fn place_component(
    part: &[u32],
    neighbours: &[Vec<u32>],
    places: &mut [Place],
    rng: &mut Pcg64Mcg,
    stop: &dyn Fn() -> bool,
) {
    // A sunflower: no two on one spot, and no chance needed to start.
    for (rank, &v) in part.iter().enumerate() {
        let away = (rank as f64).sqrt() * EDGE_LENGTH;
        let turn = rank as f64 * 2.399_963_229_728_653;
        places[v as usize] = Place::new(turn.cos() * away, turn.sin() * away);
    }
    let mut terms = terms(part, neighbours);
    let Some(longest) = terms.iter().map(|it| it.length).reduce(f64::max) else {
        return;
    };
    // Step sizes fall from "every pair at once right" to "a tenth of the shortest pair".
    let first = longest * longest;
    let last = 0.1 * EDGE_LENGTH * EDGE_LENGTH;
    let decay = (last / first).ln() / (ROUNDS as f64 - 1.0);
    for round in 0..ROUNDS {
        if stop() {
            return;
        }
        let eta = first * (decay * round as f64).exp();
        terms.shuffle(rng);
        for term in &terms {
            relax(*term, eta, places);
        }
    }
}

/// Moves one pair towards its length; a pair moves at most all the way.
fn relax(term: Term, eta: f64, places: &mut [Place]) {
    let (a, b) = (places[term.a as usize], places[term.b as usize]);
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let distance = dx.hypot(dy).max(1e-9);
    let share = (eta / (term.length * term.length)).min(1.0);
    let step = share * (distance - term.length) / 2.0 / distance;
    places[term.a as usize] = Place::new(a.x + dx * step, a.y + dy * step);
    places[term.b as usize] = Place::new(b.x - dx * step, b.y - dy * step);
}

/// Sets the components in rows about as wide as high, and the whole around (0, 0).
fn pack(parts: &[Vec<u32>], places: &mut [Place]) {
    let boxes: Vec<(Place, Place)> = parts.iter().map(|part| bounds(part, places)).collect();
    let size =
        |(low, high): &(Place, Place)| (high.x - low.x + COMPONENT_GAP, high.y - low.y + COMPONENT_GAP);
    let area: f64 = boxes.iter().map(size).map(|(width, height)| width * height).sum();
    let widest = boxes.iter().map(|it| size(it).0).fold(0.0, f64::max);
    // Boards are wider than high.
    let row_width = (area * 1.6).sqrt().max(widest);
    let (mut x, mut y, mut row_height) = (0.0, 0.0, 0.0_f64);
    for (part, corners) in parts.iter().zip(&boxes) {
        let (width, height) = size(corners);
        if x > 0.0 && x + width > row_width {
            y += row_height;
            (x, row_height) = (0.0, 0.0);
        }
        for &v in part {
            let place = &mut places[v as usize];
            *place = Place::new(place.x - corners.0.x + x, place.y - corners.0.y + y);
        }
        x += width;
        row_height = row_height.max(height);
    }
    let everyone: Vec<u32> = (0..places.len() as u32).collect();
    let (low, high) = bounds(&everyone, places);
    for place in places {
        place.x -= (low.x + high.x) / 2.0;
        place.y -= (low.y + high.y) / 2.0;
    }
}

fn bounds(part: &[u32], places: &[Place]) -> (Place, Place) {
    let mut low = Place::new(f64::INFINITY, f64::INFINITY);
    let mut high = Place::new(f64::NEG_INFINITY, f64::NEG_INFINITY);
    for &v in part {
        let place = places[v as usize];
        low = Place::new(low.x.min(place.x), low.y.min(place.y));
        high = Place::new(high.x.max(place.x), high.y.max(place.y));
    }
    (low, high)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn distance(a: Place, b: Place) -> f64 {
        (a.x - b.x).hypot(a.y - b.y)
    }

    #[test]
    fn a_path_becomes_almost_a_line() {
        let links: Vec<(u32, u32)> = (0..9).map(|v| (v, v + 1)).collect();
        let places = stress(10, &links, 1, &|| false);
        let length = distance(places[0], places[9]);
        assert!(length > 0.93 * 9.0 * EDGE_LENGTH, "{length}");
    }

    #[test]
    fn components_do_not_lie_over_each_other() {
        let links = [(0, 1), (1, 2), (3, 4), (5, 5)];
        let places = stress(6, &links, 1, &|| false);
        for a in 0..3 {
            for b in 3..6 {
                assert!(distance(places[a], places[b]) > 0.9 * COMPONENT_GAP);
            }
        }
    }

    #[test]
    fn beyond_the_exact_size_neighbours_still_end_up_near() {
        let n = MAX_EXACT as u32 + 500;
        let links: Vec<(u32, u32)> = (0..n).map(|v| (v, (v + 1) % n)).collect();
        let places = stress(n as usize, &links, 1, &|| false);
        let mean = links
            .iter()
            .map(|&(a, b)| distance(places[a as usize], places[b as usize]))
            .sum::<f64>()
            / f64::from(n);
        assert!(mean < 2.0 * EDGE_LENGTH, "{mean}");
    }
}
