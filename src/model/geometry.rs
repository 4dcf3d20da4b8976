//! Places on the board and colours, free of any drawing library.

/// A place in board units: x to the right, y down. Always finite.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Point {
    pub x: f64,
    pub y: f64,
}

impl Point {
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    pub fn is_finite(self) -> bool {
        self.x.is_finite() && self.y.is_finite()
    }

    /// Rounded to a tenth of a board unit: what a hand can place, and short in the file.
    pub fn rounded(self) -> Self {
        // + 0.0 turns -0.0 into 0.0, so that the file has one way to write it.
        let round = |value: f64| (value * 10.0).round() / 10.0 + 0.0;
        Self::new(round(self.x), round(self.y))
    }

    pub fn offset(self, dx: f64, dy: f64) -> Self {
        Self::new(self.x + dx, self.y + dy)
    }

    pub fn distance(self, other: Self) -> f64 {
        (self.x - other.x).hypot(self.y - other.y)
    }
}

/// An opaque sRGB colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rgb(pub u8, pub u8, pub u8);

impl Rgb {
    /// `#rrggbb`.
    pub fn to_hex(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }

    /// Reads `#rrggbb` or `rrggbb`, in either case.
    pub fn from_hex(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').unwrap_or(text);
        if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let part = |from: usize| u8::from_str_radix(&digits[from..from + 2], 16).ok();
        Some(Self(part(0)?, part(2)?, part(4)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_reads_back_as_written() {
        let colour = Rgb(1, 171, 255);
        assert_eq!(Rgb::from_hex(&colour.to_hex()), Some(colour));
        assert_eq!(Rgb::from_hex("#12345"), None);
        assert_eq!(Rgb::from_hex("#ééé"), None);
    }

    #[test]
    fn rounding_has_one_way_to_write_zero() {
        assert!(Point::new(-0.01, 0.0).rounded().x.is_sign_positive());
    }
}
