//! Seeded random draws whose result does not depend on the machine, the number of threads or the
//! version of a library: the generator is PCG (fixed by its paper), what is drawn from it is here.

use crate::numeric::ln;

use rand_pcg::Pcg64Mcg;
use rand_pcg::rand_core::{Rng, SeedableRng};

/// A stream of random numbers, fixed by a seed and the number of a stream.
pub struct Random(Pcg64Mcg);

impl Random {
    /// Stream `stream` of `seed`: runs that are computed in parallel each take their own.
    pub fn new(seed: u64, stream: u64) -> Self {
        // Odd constant of the golden ratio: neighbouring streams start far apart.
        Self(Pcg64Mcg::seed_from_u64(
            seed ^ stream.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15),
        ))
    }

    /// From 0 up to, not including, 1.
    pub fn unit(&mut self) -> f64 {
        const STEP: f64 = 1.0 / (1u64 << 53) as f64;
        (self.0.next_u64() >> 11) as f64 * STEP
    }

    /// A whole number below `bound`, each equally likely (Lemire's rejection). `bound` above 0.
    pub fn below(&mut self, bound: usize) -> usize {
        let bound = bound as u64;
        loop {
            let wide = u128::from(self.0.next_u64()) * u128::from(bound);
            let low = wide as u64;
            // The threshold is below the bound: mostly it need not be divided for.
            if low >= bound || low >= bound.wrapping_neg() % bound {
                return (wide >> 64) as usize;
            }
        }
    }

    /// Exponential with mean 1: normalised, several of these are a uniform draw of proportions.
    pub fn exponential(&mut self) -> f64 {
        -ln(1.0 - self.unit())
    }

    /// Fisher-Yates: every order equally likely.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stream_of_a_seed_is_fixed() {
        let mut random = Random::new(1, 0);
        let drawn: Vec<usize> = (0..6).map(|_| random.below(10)).collect();
        let mut again = Random::new(1, 0);
        assert_eq!(drawn, (0..6).map(|_| again.below(10)).collect::<Vec<_>>());
        let mut other = Random::new(1, 1);
        assert_ne!(drawn, (0..6).map(|_| other.below(10)).collect::<Vec<_>>());
    }

    #[test]
    fn shuffling_reaches_every_order_about_equally_often() {
        let mut random = Random::new(7, 0);
        let mut seen = std::collections::HashMap::new();
        for _ in 0..6000 {
            let mut items = [0, 1, 2];
            random.shuffle(&mut items);
            *seen.entry(items).or_insert(0) += 1;
        }
        assert_eq!(seen.len(), 6);
        assert!(
            seen.values().all(|&times| (850..1150).contains(&times)),
            "{seen:?}"
        );
    }
}
