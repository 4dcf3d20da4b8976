//! How large a picture is: pixels, or a sheet of paper.

use serde::{Deserialize, Serialize};

/// The size of a picture as it is shown or printed.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
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
/// Their names, the smallest first.
pub const SHEET_NAMES: [&str; 5] = [SHEETS[0].0, SHEETS[1].0, SHEETS[2].0, SHEETS[3].0, SHEETS[4].0];
/// A slide of 16 to 9.
pub const SLIDE: &str = "1920x1080";
const PIXELS_PER_MILLIMETRE: f32 = 96.0 / 25.4;
/// Pixels a side. On less there is no room for question, board, legend and footer in letters that anybody reads.
const LEAST: f32 = 400.0;
const MOST: f32 = 20_000.0;
/// Letters are laid out for a picture of at most so many points a side; a larger one is the same, larger.
const MOST_POINTS: f32 = 1600.0;

/// More take longer than anybody waits, and more memory than many a laptop has: four bytes each, three times. A0 at 192
/// to the inch is 57 million.
const MOST_PIXELS: u64 = 130_000_000;

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

    /// What [`Self::parse`] makes it of again.
    pub fn name(&self) -> String {
        match self.unit {
            SizeUnit::Pixels => format!("{}x{}", self.wide, self.high),
            SizeUnit::Millimetres => {
                let sheet = SHEETS.iter().find(|(_, wide, _)| *wide == self.wide);
                sheet.map_or("", |(name, _, _)| name).to_owned()
            }
        }
    }

    /// The sheet that lies in every printer.
    pub fn paper_at_hand() -> Self {
        let (_, wide, high) = SHEETS[0];
        let unit = SizeUnit::Millimetres;
        Self { wide, high, unit }
    }

    /// Width and height for the head of an SVG file.
    pub fn shown(&self) -> [String; 2] {
        let unit = match self.unit {
            SizeUnit::Pixels => "",
            SizeUnit::Millimetres => "mm",
        };
        [self.wide, self.high].map(|side| format!("{side}{unit}"))
    }

    /// How large the sheet of paper is, in points of paper (72 to the inch). A pixel is 1/96 inch, as in CSS.
    pub fn paper(&self) -> (f32, f32) {
        let points = match self.unit {
            SizeUnit::Pixels => 72.0 / 96.0,
            SizeUnit::Millimetres => 72.0 / 25.4,
        };
        (self.wide * points, self.high * points)
    }

    /// How many pixels it has when every one of the size is drawn as `scale` by `scale`; a sheet of paper has 96 to the
    /// inch. `None` for more pixels than a picture may have.
    pub fn pixels(&self, scale: f32) -> Option<(u32, u32)> {
        let pixels = match self.unit {
            SizeUnit::Pixels => 1.0,
            SizeUnit::Millimetres => PIXELS_PER_MILLIMETRE,
        };
        let [wide, high] = [self.wide, self.high].map(|side| (side * pixels * scale).round() as u32);
        (u64::from(wide) * u64::from(high) <= MOST_PIXELS).then_some((wide, high))
    }

    /// What there is to lay out in, in points.
    pub fn room(&self) -> (f32, f32) {
        let points = match self.unit {
            SizeUnit::Pixels => 1.0,
            SizeUnit::Millimetres => PIXELS_PER_MILLIMETRE,
        };
        let (wide, high) = (self.wide * points, self.high * points);
        // Not so much smaller that a strip has no room across.
        let smaller = (MOST_POINTS / wide.max(high))
            .max(LEAST / wide.min(high))
            .min(1.0);
        (wide * smaller, high * smaller)
    }
}

impl TryFrom<String> for PictureSize {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("no size of a picture")
    }
}

impl From<PictureSize> for String {
    fn from(size: PictureSize) -> Self {
        size.name()
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
        for name in SHEET_NAMES.into_iter().chain([SLIDE, "1600x1000"]) {
            assert_eq!(PictureSize::parse(name).expect("a size").name(), name);
        }
        for wrong in [
            "",
            "A5",
            "1920",
            "x",
            "0x0",
            "399x900",
            "20001x900",
            "-5x9",
            "1e3x900",
            "3x4x5",
        ] {
            assert_eq!(shown(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_size_has_as_much_paper_and_as_many_pixels_as_it_says() {
        let size = |text: &str| PictureSize::parse(text).expect("a size");
        assert_eq!(size("1920x1080").pixels(2.0), Some((3840, 2160)));
        assert_eq!(size("A4").pixels(1.0), Some((1123, 794)));
        assert!(size("A0").pixels(2.0).is_some());
        assert_eq!(size("A0").pixels(4.0), None);
        let near = |(wide, high): (f32, f32), expected: (f32, f32)| {
            assert!((wide - expected.0).abs() < 0.1 && (high - expected.1).abs() < 0.1);
        };
        near(size("A4").paper(), (841.9, 595.3));
        near(size("800x400").paper(), (600.0, 300.0));
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
        assert_eq!(room("20000x400"), (20_000.0, 400.0));
        assert_eq!(room("2000x8000"), (400.0, 1600.0));
    }
}
