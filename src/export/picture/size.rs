//! How large a picture is: pixels, or a sheet of paper.

/// The size of a picture as it is shown or printed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PictureSize {
    wide: f32,
    high: f32,
    unit: SizeUnit,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum SizeUnit {
    Pixels,
    Millimetres,
}

/// Sheets of paper, long side and short side in millimetres.
const SHEETS: [(&str, f32, f32); 5] = [
    ("A4", 297.0, 210.0),
    ("A3", 420.0, 297.0),
    ("A2", 594.0, 420.0),
    ("A1", 841.0, 594.0),
    ("A0", 1189.0, 841.0),
];
const PIXELS_PER_MILLIMETRE: f32 = 96.0 / 25.4;
/// Pixels a side.
const LEAST: f32 = 200.0;
const MOST: f32 = 20_000.0;
/// Letters are laid out for a picture of at most so many points a side; a larger one is the same, larger.
const MOST_POINTS: f32 = 1600.0;

impl Default for PictureSize {
    fn default() -> Self {
        Self {
            wide: 1600.0,
            high: 1000.0,
            unit: SizeUnit::Pixels,
        }
    }
}

impl PictureSize {
    /// `A3` (lying down) or `1920x1080`. `None` when it says no size, or one that no picture has.
    pub fn parse(text: &str) -> Option<Self> {
        let sheet = SHEETS.iter().find(|(name, _, _)| name.eq_ignore_ascii_case(text));
        if let Some(&(_, wide, high)) = sheet {
            let unit = SizeUnit::Millimetres;
            return Some(Self { wide, high, unit });
        }
        let (wide, high) = text.split_once(['x', 'X'])?;
        let side = |text: &str| {
            let pixels = f32::from(text.parse::<u16>().ok()?);
            (LEAST..=MOST).contains(&pixels).then_some(pixels)
        };
        Some(Self {
            wide: side(wide)?,
            high: side(high)?,
            unit: SizeUnit::Pixels,
        })
    }

    /// Width and height for the head of an SVG file.
    pub fn shown(&self) -> [String; 2] {
        let unit = match self.unit {
            SizeUnit::Pixels => "",
            SizeUnit::Millimetres => "mm",
        };
        [self.wide, self.high].map(|side| format!("{side}{unit}"))
    }

    /// What there is to lay out in, in points.
    pub fn room(&self) -> (f32, f32) {
        let points = match self.unit {
            SizeUnit::Pixels => 1.0,
            SizeUnit::Millimetres => PIXELS_PER_MILLIMETRE,
        };
        let (wide, high) = (self.wide * points, self.high * points);
        let smaller = (MOST_POINTS / wide.max(high)).min(1.0);
        (wide * smaller, high * smaller)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_a_sheet_or_two_sides_and_nothing_else() {
        let shown = |text: &str| PictureSize::parse(text).map(|size| size.shown().join(" "));
        assert_eq!(shown("A3").as_deref(), Some("420mm 297mm"));
        assert_eq!(shown("a0").as_deref(), Some("1189mm 841mm"));
        assert_eq!(shown("1920x1080").as_deref(), Some("1920 1080"));
        for wrong in [
            "",
            "A5",
            "1920",
            "x",
            "0x0",
            "199x900",
            "20001x900",
            "-5x9",
            "1e3x900",
            "3x4x5",
        ] {
            assert_eq!(shown(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_poster_is_a_larger_screen_and_not_a_screen_with_smaller_letters() {
        let room = |text: &str| PictureSize::parse(text).expect("a size").room();
        assert_eq!(room("1280x800"), (1280.0, 800.0));
        let (wide, high) = room("3840x2160");
        assert_eq!((wide, high), (1600.0, 900.0));
        let ((wide, high), (more, taller)) = (room("A3"), room("A0"));
        assert!(wide < 1600.0 && (more - 1600.0).abs() < 0.01);
        assert!((wide / high - more / taller).abs() < 0.01);
    }
}
