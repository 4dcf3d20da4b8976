//! Exact, or from a sample of sources with a stated error.

use crate::numeric::ln;

use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_pcg::Pcg64Mcg;

/// Above this number of actors the exact figures take minutes: a sample is offered.
pub const MOST_EXACT: usize = 50_000;

/// From which sources paths are followed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Sources {
    /// From every actor.
    Exact,
    Sample(Sampling),
}

/// A sample of sources, drawn without putting back.
///
/// The share of shortest paths of one source that pass an actor is between 0 and 1, so by Hoeffding's
/// inequality the estimate of every normalised betweenness is at most [`Sampling::error`] from the
/// exact one with probability at least [`Sampling::confidence`], for all actors together.
///
/// Brandes & Pich 2007, Centrality estimation in large networks, doi:10.1142/S0218127407018403;
/// Hoeffding 1963, doi:10.1080/01621459.1963.10500830.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sampling {
    /// Largest error of a normalised betweenness, 0 to 1.
    pub error: f64,
    /// Probability that no actor's error is larger, 0 to 1.
    pub confidence: f64,
    pub seed: u64,
}

impl Default for Sampling {
    fn default() -> Self {
        Self {
            error: 0.02,
            confidence: 0.95,
            seed: 1,
        }
    }
}

impl Sampling {
    /// How many sources this takes: ln(2n / (1 - confidence)) / (2 error²), at most n.
    pub fn size(&self, n: usize) -> usize {
        let risk = (1.0 - self.confidence).max(f64::MIN_POSITIVE);
        let size = ln(2.0 * n as f64 / risk) / (2.0 * self.error * self.error);
        // Saturates: an error of 0 asks for every source.
        (size.ceil() as usize).clamp(n.min(1), n)
    }
}

impl Sources {
    /// Exact up to [`MOST_EXACT`] actors, else the default sample.
    pub fn fitting(n: usize) -> Self {
        if n <= MOST_EXACT {
            Self::Exact
        } else {
            Self::Sample(Sampling::default())
        }
    }

    /// How many actors paths are followed from, of `n`.
    pub fn count(&self, n: usize) -> usize {
        match self {
            Self::Exact => n,
            Self::Sample(sampling) => sampling.size(n),
        }
    }

    pub(super) fn list(&self, n: usize) -> Vec<u32> {
        let all = 0..u32::try_from(n).expect("below 2^31");
        match self {
            Self::Exact => all.collect(),
            Self::Sample(sampling) => {
                let mut random = Pcg64Mcg::seed_from_u64(sampling.seed);
                let mut everyone: Vec<u32> = all.collect();
                let (chosen, _) = everyone.partial_shuffle(&mut random, sampling.size(n));
                let mut chosen = chosen.to_vec();
                chosen.sort_unstable();
                chosen
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_smaller_error_needs_more_sources() {
        let rough = Sampling {
            error: 0.05,
            ..Sampling::default()
        };
        assert_eq!(rough.size(100_000), 3_041);
        assert!(Sampling::default().size(100_000) > rough.size(100_000));
        assert_eq!(rough.size(10), 10);
        assert_eq!(rough.size(0), 0);
    }

    #[test]
    fn the_same_seed_draws_the_same_sources() {
        let sources = Sources::Sample(Sampling {
            error: 0.2,
            ..Sampling::default()
        });
        assert_eq!(sources.list(10_000), sources.list(10_000));
    }
}
