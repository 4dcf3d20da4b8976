//! Sums over sources and targets, in whole numbers of a quantum: the same bits in every order of the actors,
//! and on any number of threads.
//!
//! What one source gives to a node is rounded to a quantum that follows from the size of the component alone, and
//! counted. Along the way back, where every nanosecond counts, rates are added to an [`origin`] instead: a number so
//! large that what is added to it is rounded to one quantum by the addition itself.

use crate::analysis::order_free::power_above;
use crate::numeric::power;

const EXPONENT: u64 = 0x7ff << 52;
const ONE: u64 = 1023 << 52;

/// Counts terms of at least 0 in quanta.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Quanta {
    magic: f64,
}

impl Quanta {
    /// For terms of at most `largest`: 2^52 quanta, so that a thousand still fit in 64 bits.
    pub fn of_terms(largest: f64) -> Self {
        Self {
            magic: power_above(largest),
        }
    }

    /// Added to a term, makes one quantum the last bit of it.
    pub fn magic(self) -> f64 {
        self.magic
    }

    #[inline(always)]
    pub fn count(self, term: f64) -> i64 {
        // The sum has the exponent of `magic`: its last bit is one quantum.
        (term + self.magic).to_bits() as i64 - self.magic.to_bits() as i64
    }

    /// The value of this many quanta.
    pub fn value(self, count: i128) -> f64 {
        count as f64 * self.quantum()
    }

    fn quantum(self) -> f64 {
        const PART: f64 = 1.0 / TWO_52 as f64;
        self.magic * PART
    }
}

/// Counts terms in quanta, and what that leaves of them in quanta of those: sums of up to 2^20 terms, exact unless
/// terms differ by a factor of 2^40.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fine {
    whole: Quanta,
    rest_magic: f64,
}

/// Quanta of the rest in a quantum, as a power of two.
const FINER: u32 = 44;

impl Fine {
    /// For this many terms of at least 0 and at most `largest`.
    pub fn of_sum(largest: f64, terms: u32) -> Self {
        let room = (power_above(f64::from(terms)) / 1024.0).max(1.0);
        let whole = Quanta {
            magic: power_above(largest) * room,
        };
        Self {
            whole,
            // One and a half times a power of two: the rest has either sign.
            rest_magic: 1.5 * TWO_52 as f64 * whole.quantum() / (1u64 << FINER) as f64,
        }
    }

    /// In quanta, and in quanta of the rest. To be added with [`add`].
    #[inline(always)]
    pub fn count(self, term: f64) -> [i64; 2] {
        let (magic, rest_magic) = (self.whole.magic, self.rest_magic);
        let near = term + magic;
        let rest = (term - (near - magic)) + rest_magic;
        [
            near.to_bits().wrapping_sub(magic.to_bits()) as i64,
            rest.to_bits().wrapping_sub(rest_magic.to_bits()) as i64,
        ]
    }

    /// Rounded once. NaN where the sum could be beyond all numbers.
    pub fn value(self, [whole, rest]: [i64; 2]) -> f64 {
        if self.whole.magic.is_infinite() {
            return f64::NAN;
        }
        let count = (i128::from(whole) << FINER) + i128::from(rest);
        count as f64 * (self.whole.quantum() / (1u64 << FINER) as f64)
    }
}

/// Adds a [`Fine::count`] this many times. Wraps: the count of an infinite sum is never used.
#[inline(always)]
pub(super) fn add(sum: &mut [i64; 2], count: [i64; 2], times: u32) {
    for (sum, count) in sum.iter_mut().zip(count) {
        *sum = sum.wrapping_add(count.wrapping_mul(i64::from(times)));
    }
}

/// Where to begin adding rates, made [`odd`], that stay below `most` / `paths` together: what is above it in the end
/// is their sum, rounded term by term.
///
/// The quantum is the last bit of the origin. Half a quantum, which would be rounded up or down by what was added
/// before, does not occur: every odd rate is less than half the origin and has a last bit of a quarter of it at most.
/// `most` is a power of two.
#[inline(always)]
pub(super) fn origin(most: f64, paths: f64) -> f64 {
    const TWICE: u64 = 1 << 52;
    f64::from_bits(most.to_bits() + (TWICE + ONE) - (paths.to_bits() & EXPONENT))
}

/// With the last bit set.
#[inline(always)]
pub(super) fn odd(rate: f64) -> f64 {
    f64::from_bits(rate.to_bits() | 1)
}

/// A sum of positive numbers of very different sizes, exact: 192 bits, the lowest of which stands for 2^`lowest`.
/// All users of one sum must agree on `lowest`.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Wide([u64; 3]);

/// Bits of a [`Wide`] but for one, as a margin.
const WIDTH: i32 = 191;

impl Wide {
    /// The lowest bit for sums that stay below 2^`end`.
    pub fn lowest(end: i32) -> i32 {
        end - WIDTH
    }

    /// Adds a term this many times, a few at most.
    #[inline(always)]
    pub fn add(&mut self, term: f64, times: u32, lowest: i32) {
        let bits = term.to_bits();
        let exponent = ((bits & EXPONENT) >> 52) as i32;
        let mantissa = (bits & (TWO_52 - 1)) | if exponent > 0 { TWO_52 } else { 0 };
        let place = exponent.max(1) - 1075 - lowest;
        if place < 0 {
            // The rest is too small to change the sum.
            let kept = mantissa.checked_shr(place.unsigned_abs()).unwrap_or(0);
            self.put(0, u128::from(kept) * u128::from(times));
        } else {
            let place = place as usize;
            self.put(
                place / 64,
                u128::from(mantissa * u64::from(times)) << (place % 64),
            );
        }
    }

    pub fn append(&mut self, other: Self) {
        for (limb, part) in other.0.into_iter().enumerate() {
            self.put(limb, u128::from(part));
        }
    }

    #[inline(always)]
    fn put(&mut self, first: usize, bits: u128) {
        let mut carry = bits;
        for limb in &mut self.0[first.min(2)..] {
            carry += u128::from(*limb);
            *limb = carry as u64;
            carry >>= 64;
        }
    }

    /// Rounded once.
    pub fn value(self, lowest: i32) -> f64 {
        let [low, middle, high] = self.0;
        let (bits, dropped) = if high == 0 {
            (u128::from(middle) << 64 | u128::from(low), 0)
        } else {
            // As many of the highest bits as fit, and one bit for all that are left out.
            let dropped = 64 - high.leading_zeros();
            let upper = u128::from(high) << 64 | u128::from(middle);
            let kept = (upper << (64 - dropped)) | (u128::from(low) >> dropped);
            let is_left = low & (u64::MAX >> (64 - dropped)) != 0;
            (kept | u128::from(is_left), dropped)
        };
        let lowest = lowest + dropped as i32;
        // In two steps: one power could be beyond all numbers where the product is not.
        let half = lowest / 2;
        bits as f64 * power(2f64, half) * power(2f64, lowest - half)
    }
}

const TWO_52: u64 = 1 << 52;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_kinds_of_exact_sums_round_to_the_same() {
        for scale in [7.0, 0.3, 1e9, 1e-9] {
            let terms = || (1..3_000).map(|at| scale / f64::from(at));
            let (fine, lowest) = (Fine::of_sum(scale, 3_000), Wide::lowest(60));
            let (mut count, mut wide) = ([0, 0], Wide::default());
            for term in terms() {
                add(&mut count, fine.count(term), 1);
                wide.add(term, 1, lowest);
            }
            assert_eq!(fine.value(count), wide.value(lowest));
            let plain: f64 = terms().sum();
            assert!((plain - fine.value(count)).abs() < 1e-12 * plain);
        }
    }

    #[test]
    fn one_term_is_its_own_sum() {
        for term in [1.0 / 3.0, 0.1, 5.0 / 3.0, 1e-7, 6.02e23] {
            for terms in [1, 10_000] {
                let fine = Fine::of_sum(term, terms);
                assert_eq!(fine.value(fine.count(term)), term);
            }
            let mut wide = Wide::default();
            wide.add(term, 1, -90);
            assert_eq!(wide.value(-90), term);
        }
    }

    #[test]
    fn whole_numbers_and_halves_are_counted_exactly() {
        let quanta = Quanta::of_terms(12.0);
        let count = [12.0, 0.5, 3.25].map(|term| i128::from(quanta.count(term)));
        assert_eq!(quanta.value(count.iter().sum()), 15.75);
    }

    #[test]
    fn rates_above_an_origin_add_up_to_the_same_in_any_order() {
        for paths in [1.0, 3.0, 1e6, 1.5e200] {
            let from = origin(256.0, paths);
            let rates: Vec<f64> = (1..40)
                .map(|at| odd(200.0 / paths / f64::from(at * at)))
                .collect();
            let forth = rates.iter().fold(from, |sum, rate| sum + rate) - from;
            let back = rates.iter().rev().fold(from, |sum, rate| sum + rate) - from;
            assert_eq!(forth, back);
            let exact: f64 = rates.iter().sum();
            assert!((forth - exact).abs() < 1e-12 * exact, "{forth} {exact}");
        }
    }

    #[test]
    fn a_wide_sum_keeps_the_smallest_beside_the_largest() {
        let lowest = Wide::lowest(50);
        let mut sum = Wide::default();
        for term in [1e12, 1e-12, 3e-12, 1e12] {
            sum.add(term, 1, lowest);
        }
        let mut large = Wide::default();
        large.add(1e12, 2, lowest);
        assert_eq!(sum.value(lowest), 2e12);
        assert_ne!(sum, large);
        let mut small = Wide::default();
        small.append(sum);
        for _ in 0..1_000_000 {
            small.add(1e-7, 1, lowest);
        }
        assert!((small.value(lowest) - (2e12 + 0.1)).abs() < 1e-3);
        let mut tiny = Wide::default();
        tiny.add(1e-12, 1, lowest);
        assert_eq!(tiny.value(lowest), 1e-12);
    }
}
