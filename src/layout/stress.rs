//! Placement by stress: distance on the board as close as can be to distance in the network.

use crate::numeric::{exp, hypot, ln, sin_cos};

use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_pcg::Pcg64Mcg;

use super::network::{EDGE_LENGTH, PathLengths};
use super::{GoOn, Place};

/// Up to this many actors every pair counts; above it each actor is measured against some pivots only.
pub const MAX_EXACT: usize = 2_500;
const PIVOTS: usize = 60;
const ROUNDS: usize = 40;
/// Many pairs hold each other in place sooner (15 are enough in the paper below).
const ROUNDS_OF_MANY: usize = 20;
const MANY: usize = 1_000;

/// One pair whose distance on the board matters.
#[derive(Clone, Copy)]
struct Term {
    a: u32,
    b: u32,
    length: f64,
}

/// Places the actors of `part`, who can all reach each other, with stress by stochastic gradient descent
/// (Zheng, Pawar and Goodman 2019, doi:10.1109/TVCG.2018.2859997), weights 1 / distance squared. After every
/// round `settle` may put pieces back where they may stand. Places of others are not looked at.
///
/// Time O(n m log n + rounds n^2) up to [`MAX_EXACT`] actors, O(rounds (m + 60 n)) above. Same seed, same
/// places.
pub(super) fn stress(
    part: &[u32],
    network: &PathLengths,
    scale: f64,
    seed: u64,
    places: &mut [Place],
    settle: impl Fn(&mut [Place]),
    go_on: GoOn<'_>,
) {
    let mut terms = terms(part, network, scale, go_on);
    let lengths = || terms.iter().map(|it| it.length);
    let (Some(longest), Some(shortest)) = (lengths().reduce(f64::max), lengths().reduce(f64::min)) else {
        return;
    };
    let mut rng = Pcg64Mcg::seed_from_u64(seed);
    // Step sizes fall from "every pair at once right" to "a tenth of the shortest pair".
    let first = longest * longest;
    let last = 0.1 * shortest * shortest;
    let rounds = if part.len() > MANY { ROUNDS_OF_MANY } else { ROUNDS };
    let decay = ln(last / first) / (rounds as f64 - 1.0);
    for round in 0..rounds {
        if !go_on(0.3 + 0.7 * round as f32 / rounds as f32) {
            return;
        }
        let eta = first * exp(decay * round as f64);
        terms.shuffle(&mut rng);
        for term in &terms {
            relax(*term, eta, places);
        }
        settle(places);
    }
}

/// A sunflower: no two on one spot, and no chance needed to start.
pub(super) fn sunflower(part: &[u32], places: &mut [Place]) {
    for (rank, &v) in part.iter().enumerate() {
        let away = (rank as f64).sqrt() * EDGE_LENGTH;
        let (sin, cos) = sin_cos(rank as f64 * 2.399_963_229_728_653);
        places[v as usize] = Place::new(cos * away, sin * away);
    }
}

fn terms(part: &[u32], network: &PathLengths, scale: f64, go_on: GoOn<'_>) -> Vec<Term> {
    let mut scratch = vec![0.0; network.len()];
    let mut terms = Vec::new();
    let is_exact = part.len() <= MAX_EXACT;
    let stride = if is_exact { 1 } else { part.len() / PIVOTS };
    for (rank, &v) in part.iter().enumerate().step_by(stride) {
        if rank % (64 * stride) == 0 && !go_on(0.3 * rank as f32 / part.len() as f32) {
            return Vec::new();
        }
        let reached = network.reach(v, &mut scratch);
        let counts = |w: u32| if is_exact { w > v } else { w != v };
        let reached = reached.iter().filter(|(w, _)| counts(*w));
        terms.extend(reached.map(|&(w, length)| Term {
            a: v,
            b: w,
            length: length * scale,
        }));
    }
    if !is_exact {
        let near = |&v: &u32| {
            let near = network.neighbours(v).iter().filter(move |(w, _)| v < *w);
            near.map(move |&(w, length)| Term {
                a: v,
                b: w,
                length: length * scale,
            })
        };
        terms.extend(part.iter().flat_map(near));
    }
    terms
}

/// Moves one pair towards its length; a pair moves at most all the way.
fn relax(term: Term, eta: f64, places: &mut [Place]) {
    let (a, b) = (places[term.a as usize], places[term.b as usize]);
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let distance = hypot(dx, dy).max(1e-9);
    let share = (eta / (term.length * term.length)).min(1.0);
    let step = share * (distance - term.length) / 2.0 / distance;
    places[term.a as usize] = Place::new(a.x + dx * step, a.y + dy * step);
    places[term.b as usize] = Place::new(b.x - dx * step, b.y - dy * step);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn placed(n: usize, links: &[(u32, u32)]) -> Vec<Place> {
        let network = PathLengths::new(n, links);
        let mut places = vec![Place::default(); n];
        for part in network.components() {
            sunflower(&part, &mut places);
            stress(&part, &network, 1.0, 1, &mut places, |_| {}, &|_| true);
        }
        places
    }

    #[test]
    fn a_path_becomes_almost_a_line() {
        let links: Vec<(u32, u32)> = (0..9).map(|v| (v, v + 1)).collect();
        let places = placed(10, &links);
        let steps: f64 = places.windows(2).map(|two| two[0].distance(two[1])).sum();
        let length = places[0].distance(places[9]);
        assert!(length > 0.93 * steps, "{length} of {steps}");
    }

    #[test]
    fn beyond_the_exact_size_neighbours_still_end_up_near() {
        let n = MAX_EXACT as u32 + 500;
        let links: Vec<(u32, u32)> = (0..n).map(|v| (v, (v + 1) % n)).collect();
        let places = placed(n as usize, &links);
        let lengths = links
            .iter()
            .map(|&(a, b)| places[a as usize].distance(places[b as usize]));
        let mean = lengths.sum::<f64>() / f64::from(n);
        assert!(mean < 2.0 * EDGE_LENGTH, "{mean}");
    }

    #[test]
    fn a_job_that_is_given_up_stops() {
        let network = PathLengths::new(3, &[(0, 1), (1, 2)]);
        let mut places = vec![Place::default(); 3];
        sunflower(&[0, 1, 2], &mut places);
        let before = places.clone();
        stress(&[0, 1, 2], &network, 1.0, 1, &mut places, |_| {}, &|_| false);
        assert_eq!(places, before);
    }
}
