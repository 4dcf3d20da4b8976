//! Counting shortest paths, also when there are more than an `f64` can hold.

use crate::numeric::power;

use super::quanta::{odd, origin};

/// Above this an `f64` no longer counts shortest paths safely: well below the largest number, so that a flow per
/// path is not too small to count either.
pub(super) const TOO_MANY_PATHS: f64 = 1e250;

/// A number of shortest paths.
pub(super) trait PathCount: Copy {
    /// Flow per path: made once per node, used for every arc into it.
    type Rate: Copy;
    const NONE: Self;
    const ONE: Self;
    fn plus(self, other: Self) -> Self;
    fn rate(self, flow: f64) -> Self::Rate;
    /// What flows over `self` paths.
    fn times(self, rate: Self::Rate) -> f64;
    /// Where a node with `self` paths begins to gather what flows on from it, at most `most`: a power of two.
    fn start(self, most: f64) -> f64;
    /// The sum with this added; the same in every order.
    fn gather(self, gathered: f64, rate: Self::Rate, most: f64) -> f64;
    /// The number of paths that goes on, from the sum.
    fn flow(self, gathered: f64, most: f64) -> f64;
    fn is_counted(self) -> bool;
    fn is_too_large(self) -> bool;
}

impl PathCount for f64 {
    type Rate = f64;
    const NONE: Self = 0.0;
    const ONE: Self = 1.0;

    #[inline(always)]
    fn plus(self, other: Self) -> Self {
        self + other
    }

    // As in the kernels with several sources: the same operations give the same bits.
    #[inline(always)]
    fn rate(self, flow: f64) -> f64 {
        odd(flow * (1.0 / self))
    }

    #[inline(always)]
    fn times(self, rate: f64) -> f64 {
        self * rate
    }

    #[inline(always)]
    fn start(self, most: f64) -> f64 {
        origin(most, self)
    }

    #[inline(always)]
    fn gather(self, gathered: f64, rate: f64, _most: f64) -> f64 {
        gathered + rate
    }

    #[inline(always)]
    fn flow(self, gathered: f64, most: f64) -> f64 {
        (gathered - origin(most, self)) * self
    }

    #[inline(always)]
    fn is_counted(self) -> bool {
        self > 0.0
    }

    #[inline(always)]
    fn is_too_large(self) -> bool {
        self > TOO_MANY_PATHS
    }
}

/// A count with its own exponent: `mantissa * 2^exponent`. A chain of a thousand diamonds has 2^1000
/// shortest paths, and a longer one more than an `f64` can hold.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Scaled {
    mantissa: f64,
    exponent: i64,
}

const STEP: i64 = 512;

impl PathCount for Scaled {
    /// Of how many paths, and the flow over all of them.
    type Rate = (Self, f64);
    const NONE: Self = Self {
        mantissa: 0.0,
        exponent: 0,
    };
    const ONE: Self = Self {
        mantissa: 1.0,
        exponent: 0,
    };

    fn plus(self, other: Self) -> Self {
        let (large, small) = if self.exponent >= other.exponent && self.is_counted() || !other.is_counted() {
            (self, other)
        } else {
            (other, self)
        };
        let mut sum = Self {
            mantissa: large.mantissa + shifted(small.mantissa, small.exponent - large.exponent),
            exponent: large.exponent,
        };
        if sum.mantissa > 1e160 {
            sum.mantissa = shifted(sum.mantissa, -STEP);
            sum.exponent += STEP;
        }
        sum
    }

    fn rate(self, flow: f64) -> (Self, f64) {
        (self, flow)
    }

    fn times(self, (all, flow): (Self, f64)) -> f64 {
        shifted(self.mantissa / all.mantissa, self.exponent - all.exponent) * flow
    }

    fn start(self, _most: f64) -> f64 {
        0.0
    }

    fn gather(self, gathered: f64, rate: (Self, f64), most: f64) -> f64 {
        // Multiples of one quantum: these add up exactly.
        gathered + ((self.times(rate) + most) - most)
    }

    fn flow(self, gathered: f64, _most: f64) -> f64 {
        gathered
    }

    fn is_counted(self) -> bool {
        self.mantissa > 0.0
    }

    fn is_too_large(self) -> bool {
        false
    }
}

fn shifted(value: f64, exponent: i64) -> f64 {
    value
        * power(
            2f64,
            i32::try_from(exponent.clamp(-2_000, 2_000)).expect("clamped"),
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doubling_five_thousand_times_keeps_shares() {
        let mut count = Scaled::ONE;
        let mut half = count;
        for _ in 0..5_000 {
            half = count;
            count = count.plus(count);
        }
        assert_eq!(half.times(count.rate(1.0)), 0.5);
        assert_eq!(Scaled::ONE.times(count.rate(1.0)), 0.0);
    }

    #[test]
    fn adding_nothing_changes_nothing() {
        let many = (0..3_000).fold(Scaled::ONE, |count, _| count.plus(count));
        assert_eq!(many.plus(Scaled::NONE), many);
        assert_eq!(Scaled::NONE.plus(many), many);
    }
}
