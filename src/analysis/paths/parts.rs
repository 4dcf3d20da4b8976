//! The components of a network, and the quantum of sums within each of them: a second network beside it
//! changes no bit of the first.

use super::quanta::{Quanta, Wide};
use super::turn;
use crate::analysis::order_free::power_above;
use crate::analysis::{Network, Pair, cohesion::components};

/// What holds for one component.
#[derive(Debug, Clone, Copy)]
pub(super) struct PathsPart {
    /// More than any node there gets from one source, a power of two.
    pub most: f64,
    /// Shares of nodes and pairs in the paths from one source.
    pub shares: Quanta,
    /// Lowest bits of sums of incoming distances, and of their inverse.
    pub total: i32,
    pub inverse: i32,
    /// Whether paths are followed against the arrows.
    pub turned: bool,
}

pub(super) struct PathsParts {
    of: Vec<u32>,
    parts: Vec<PathsPart>,
}

impl PathsParts {
    pub fn new(network: &Network, weighted: bool) -> Self {
        let (of, count) = components::weak_components(network);
        let mut ranges = vec![(f64::INFINITY, f64::MIN_POSITIVE); count];
        let counts = |pair: &&Pair| !weighted || pair.weight > 0.0;
        for pair in network.pairs.iter().filter(counts) {
            let (smallest, largest) = &mut ranges[of[pair.source as usize] as usize];
            let weight = if weighted { pair.weight } else { 1.0 };
            *smallest = smallest.min(weight);
            *largest = largest.max(weight);
        }
        let largest: Vec<f64> = ranges.iter().map(|range| range.1).collect();
        let turned = turn::turned(network, &of, weighted.then_some(&largest));
        let sizes = components::sizes(&of, count).into_iter().zip(ranges).zip(turned);
        let parts = sizes.map(|((size, (smallest, largest)), turned)| {
            let most = power_above(f64::from(size));
            let actors = exponent(most);
            PathsPart {
                most,
                shares: Quanta::of_terms(f64::from(size)),
                // A path has fewer steps than there are actors, and comes from each of them.
                total: Wide::lowest(exponent(1.0 / smallest) + 1 + 2 * actors),
                inverse: Wide::lowest(exponent(largest) + 1 + actors),
                turned,
            }
        });
        Self {
            parts: parts.collect(),
            of,
        }
    }

    #[inline(always)]
    pub fn of(&self, node: usize) -> &PathsPart {
        &self.parts[self.of[node] as usize]
    }
}

/// The power of two at or below a number.
fn exponent(number: f64) -> i32 {
    (number.to_bits() >> 52) as i32 - 1023
}
