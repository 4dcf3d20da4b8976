//! Functions that the C library of every system rounds in its own way: here from one source, so that a figure
//! is the same to the last bit on every platform. (The four operations, the square root and whole powers by
//! repeated multiplication are exactly defined, and need no care; `powi` multiplies in an order of its
//! choosing.) `tests/architecture.rs` holds that analysis, layout and what is drawn of them use no others.

/// The natural logarithm.
pub fn ln(x: f64) -> f64 {
    libm::log(x)
}

/// The logarithm to the base 2.
pub fn log2(x: f64) -> f64 {
    libm::log2(x)
}

/// e to the power of `x`.
pub fn exp(x: f64) -> f64 {
    libm::exp(x)
}

/// The cube root.
pub fn cbrt(x: f64) -> f64 {
    libm::cbrt(x)
}

/// The length of the third side of a right-angled triangle, also where squares would overflow.
pub fn hypot(x: f64, y: f64) -> f64 {
    libm::hypot(x, y)
}

/// Sine and cosine of an angle in radians.
pub fn sin_cos(angle: f64) -> (f64, f64) {
    libm::sincos(angle)
}

/// The angle of the direction `(x, y)`, from -pi to pi.
pub fn atan2(y: f64, x: f64) -> f64 {
    libm::atan2(y, x)
}

/// Any power; a whole one is [`power`].
pub fn raised(x: f64, exponent: f64) -> f64 {
    libm::pow(x, exponent)
}

pub fn square(x: f64) -> f64 {
    x * x
}

/// A whole power, by squaring: always multiplied in the same order.
pub fn power(x: f64, exponent: i32) -> f64 {
    let (mut base, mut left, mut product) = (x, exponent.unsigned_abs(), 1.0);
    while left > 0 {
        if left % 2 == 1 {
            product *= base;
        }
        base *= base;
        left /= 2;
    }
    if exponent < 0 { 1.0 / product } else { product }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_bits_are_these_on_every_system() {
        let bits = [
            (ln(10.0), 0x4002_6bb1_bbb5_5516),
            (log2(10.0), 0x400a_934f_0979_a371),
            (raised(10.0, 0.45), 0x4006_8c0c_59ab_1564),
            (exp(1.0), 0x4005_bf0a_8b14_576a),
            (cbrt(10.0), 0x4001_3c48_4138_704f),
            (sin_cos(1.0).0, 0x3fea_ed54_8f09_0cee),
            (sin_cos(1.0).1, 0x3fe1_4a28_0fb5_068c),
        ];
        for (at, (found, expected)) in bits.into_iter().enumerate() {
            assert_eq!(found.to_bits(), expected, "{at}: {:x}", found.to_bits());
        }
        assert_eq!((hypot(3.0, 4.0), hypot(3e200, 0.0)), (5.0, 3e200));
        assert_eq!(atan2(1.0, 1.0), std::f64::consts::FRAC_PI_4);
    }

    #[test]
    fn whole_powers_of_two_are_exact() {
        assert_eq!(power(2.0, 60), (1u64 << 60) as f64);
        assert_eq!(power(2.0, -3), 0.125);
        assert_eq!((power(-3.0, 3), power(7.0, 0), square(-3.0)), (-27.0, 1.0, 9.0));
    }
}
