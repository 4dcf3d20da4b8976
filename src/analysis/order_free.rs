//! Sums that do not depend on the order of what is added up.
//!
//! An addition of floating-point numbers rounds, so the same terms in another order end in other last bits, and
//! the same network with its actors in another order would get other figures: too little to see, enough to break
//! a tie or to show a change where nothing changed. Terms that are multiples of one quantum add up exactly, in
//! any order, as long as the sum has no more bits than a number can hold. So every term is rounded first, to a
//! quantum that follows from all terms together.
//!
//! **Source.** Demmel & Nguyen 2015, Parallel reproducible summation, IEEE Transactions on Computers 64,
//! doi:10.1109/TC.2014.2345391.

/// The smallest power of two above a magnitude; at least 2^-960, so that a quantum is a normal number.
pub fn power_above(magnitude: f64) -> f64 {
    const EXPONENT: u64 = 0x7ff << 52;
    let least = f64::from_bits((1023 - 960) << 52);
    let below = f64::from_bits(magnitude.to_bits() & EXPONENT);
    (2.0 * below).max(least)
}

/// Rounds terms to one quantum.
///
/// ```
/// use netwerkopstelling::analysis::order_free::Grid;
/// let grid = Grid::up_to(1.0);
/// let [a, b, c] = [0.1, 0.2, 0.3].map(|term| grid.snap(term));
/// assert_eq!((a + b) + c, a + (b + c));
/// assert_ne!((0.1 + 0.2) + 0.3, 0.1 + (0.2 + 0.3));
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Grid {
    magic: f64,
}

impl Grid {
    /// For terms whose sum, whatever is left out of it, is never beyond `bound` in either direction. The quantum is
    /// 2^-50 of it at most. `bound` must not depend on an order itself: a count, or a largest value.
    pub fn up_to(bound: f64) -> Self {
        // One and a half times a power of two: what is added changes no exponent, whatever its sign.
        Self {
            magic: 3.0 * power_above(bound),
        }
    }

    /// The nearest multiple of the quantum.
    #[inline(always)]
    pub fn snap(self, term: f64) -> f64 {
        (term + self.magic) - self.magic
    }
}

/// Two grids, one below the other: a term is split between them, and what a [`Grid`] alone would round off is kept.
///
/// ```
/// use netwerkopstelling::analysis::order_free::{Grids, Total};
/// let grids = Grids::up_to(1.0, 3);
/// let total = |terms: [f64; 3]| {
///     let mut total = Total::default();
///     terms.into_iter().for_each(|term| total.add(grids, term));
///     total.value()
/// };
/// assert_eq!(total([0.1, 0.2, 0.3]), 0.6);
/// assert_eq!(total([0.3, 0.2, 0.1]), 0.6);
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Grids {
    upper: Grid,
    lower: Grid,
}

impl Grids {
    /// For at most this many terms whose sum, and that of any part of them, is never beyond `bound`; see
    /// [`Grid::up_to`]. What is rounded off is about 2^-100 of the bound: a bound may be roomy.
    pub fn up_to(bound: f64, terms: usize) -> Self {
        Self {
            upper: Grid::up_to(bound),
            lower: Grid::up_to(terms as f64 * (bound * QUANTUM)),
        }
    }

    /// A term as two, each a multiple of the quantum of its own grid.
    #[inline(always)]
    pub fn split(self, term: f64) -> (f64, f64) {
        let near = self.upper.snap(term);
        (near, self.lower.snap(term - near))
    }
}

/// A sum in the making, near the exact one; the same bits in every order. All its terms are split by the same
/// [`Grids`].
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Total {
    whole: f64,
    rest: f64,
}

impl Total {
    #[inline(always)]
    pub fn add(&mut self, grids: Grids, term: f64) {
        let (near, rest) = grids.split(term);
        self.whole += near;
        self.rest += rest;
    }

    /// Both sums together: of other terms, split by the same grids.
    #[inline(always)]
    pub fn join(&mut self, other: Self) {
        self.whole += other.whole;
        self.rest += other.rest;
    }

    #[inline(always)]
    pub fn value(self) -> f64 {
        self.whole + self.rest
    }
}

/// The sums of groups of terms, each as [`sum`] gives it. `each` is called two times, with the same terms.
///
/// ```
/// use netwerkopstelling::analysis::order_free::sums;
/// let found = sums(2, |terms| {
///     terms.add(1, 1e200);
///     terms.add(0, 0.1);
///     terms.add(0, 0.2);
///     terms.add(0, 0.3);
/// });
/// assert_eq!(found, [0.6, 1e200]);
/// ```
pub fn sums(groups: usize, each: impl Fn(&mut Terms)) -> Vec<f64> {
    let mut largest = Terms::Largest(vec![(0.0, 0); groups]);
    each(&mut largest);
    let Terms::Largest(found) = largest else {
        return Vec::new();
    };
    let empty = |(largest, count): (f64, usize)| {
        let grids = Grids::up_to(count as f64 * largest, count);
        (grids, Total::default())
    };
    let mut added = Terms::Added(found.into_iter().map(empty).collect());
    each(&mut added);
    match added {
        Terms::Added(totals) => totals.iter().map(|(_, total)| total.value()).collect(),
        Terms::Largest(_) => Vec::new(),
    }
}

/// Where [`sums`] wants the terms of its groups.
#[derive(Debug)]
pub enum Terms {
    /// First: how large they are, and how many.
    Largest(Vec<(f64, usize)>),
    /// Then their sum.
    Added(Vec<(Grids, Total)>),
}

impl Terms {
    #[inline(always)]
    pub fn add(&mut self, group: usize, term: f64) {
        match self {
            Self::Largest(found) => {
                let (largest, count) = &mut found[group];
                *largest = larger(*largest, term.abs());
                *count += 1;
            }
            Self::Added(totals) => {
                let (grids, total) = &mut totals[group];
                total.add(*grids, term);
            }
        }
    }
}

/// Adds up terms; the same bits in every order. Near the exact sum. O(terms), which are made two times.
///
/// ```
/// use netwerkopstelling::analysis::order_free::sum;
/// let terms = [0.1, 1e10, 0.3, -1e10];
/// assert_eq!(sum(terms), sum([-1e10, 0.3, 0.1, 1e10]));
/// assert_eq!(sum(terms), 0.4);
/// ```
pub fn sum<I: IntoIterator<Item = f64, IntoIter: Clone>>(terms: I) -> f64 {
    let terms = terms.into_iter();
    let (mut count, mut largest, mut plain) = (0usize, 0.0f64, 0.0);
    for term in terms.clone() {
        count += 1;
        largest = larger(largest, term.abs());
        plain += term;
    }
    // Two terms have one order; what is infinite stays so.
    if count <= 2 || largest == f64::INFINITY {
        return plain;
    }
    let bound = count as f64 * largest;
    if bound >= LARGE {
        let smaller: Vec<f64> = terms.map(|term| term / LARGE).collect();
        return sum(smaller) * LARGE;
    }
    let grids = Grids::up_to(bound, count);
    let mut total = Total::default();
    for term in terms {
        total.add(grids, term);
    }
    total.value()
}

/// Without the NaN handling of `f64::max`: one instruction.
#[inline(always)]
fn larger(a: f64, b: f64) -> f64 {
    if a > b { a } else { b }
}

/// The largest quantum of a [`Grid`], as a share of its bound: rounding moves a term by at most this.
const QUANTUM: f64 = 1.0 / (1u64 << 50) as f64;
/// Beyond this a grid has no room; a power of two.
const LARGE: f64 = f64::from_bits((1023 + 900) << 52);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::random::Random;
    use crate::numeric::power;

    fn terms(seed: u64, count: usize, spread: i32) -> Vec<f64> {
        let mut random = Random::new(seed, 0);
        (0..count)
            .map(|at| (random.unit() - 0.3) * power(2f64, at as i32 * spread % 97))
            .collect()
    }

    #[test]
    fn any_order_gives_the_same_bits() {
        for (seed, spread) in [(1, 0), (2, 1), (3, 7), (4, 31)] {
            let mut terms = terms(seed, 300, spread);
            let forth = sum(terms.iter().copied());
            terms.reverse();
            assert_eq!(sum(terms.iter().copied()), forth);
            terms.sort_by(f64::total_cmp);
            assert_eq!(sum(terms.iter().copied()), forth);
            terms.rotate_left(111);
            assert_eq!(sum(terms), forth);
        }
    }

    #[test]
    fn a_sum_is_that_of_whole_numbers() {
        let terms: Vec<f64> = (1..=1_000u32)
            .map(|at| f64::from(at) * power(2f64, -60))
            .collect();
        assert_eq!(sum(terms), 500_500.0 * power(2f64, -60));
        assert_eq!(sum([1e16, 1.0, -1e16, 1.0]), 2.0);
    }

    #[test]
    fn the_largest_and_the_smallest_numbers_are_added_too() {
        assert_eq!(
            sum([f64::MAX / 4.0, f64::MAX / 4.0, f64::MAX / 4.0]),
            f64::MAX / 4.0 * 3.0
        );
        assert_eq!(sum([1e-280, 2e-280, 4e-280]), 7e-280);
        assert_eq!(sum([0.0; 5]), 0.0);
        assert_eq!(sum([]), 0.0);
        assert_eq!(sum([f64::INFINITY, 1.0, 2.0]), f64::INFINITY);
    }
}
