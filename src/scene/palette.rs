//! Colours of the board per theme; the same on the screen and in pictures.

use crate::model::Rgb;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ThemeKind {
    #[default]
    Light,
    Dark,
    HighContrast,
}

/// Colours of everything on the board that is not the constellation's own word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    /// Outside the edge of the board.
    pub surround: Rgb,
    pub board: Rgb,
    pub board_edge: Rgb,
    /// Text on the board.
    pub ink: Rgb,
    /// Text of less weight; still 4.5:1 on `board`.
    pub ink_weak: Rgb,
    /// Behind the letters of labels.
    pub halo: Rgb,
    pub guide: Rgb,
    /// Fill of a piece of which the sector (or whatever colours it) is not known.
    pub unknown: Rgb,
    pub selection: Rgb,
    pub ring: Rgb,
    pub ring_empty: Rgb,
    /// Contrast to `board` that a thin line needs, to 1: bright colours smear out on a dark board.
    pub line_contrast: u8,
}

impl Palette {
    pub const fn of(theme: ThemeKind) -> Self {
        match theme {
            ThemeKind::Light => Self {
                surround: Rgb(0xe9, 0xec, 0xf0),
                board: Rgb(0xfd, 0xfd, 0xfb),
                board_edge: Rgb(0xb5, 0xbd, 0xc8),
                ink: Rgb(0x17, 0x1d, 0x27),
                ink_weak: Rgb(0x52, 0x5c, 0x6b),
                halo: Rgb(0xfd, 0xfd, 0xfb),
                guide: Rgb(0xd3, 0xd9, 0xe1),
                unknown: Rgb(0x8a, 0x93, 0xa0),
                selection: Rgb(0xc2, 0x41, 0x0c),
                ring: Rgb(0x2b, 0x35, 0x44),
                ring_empty: Rgb(0xcf, 0xd5, 0xdd),
                line_contrast: 3,
            },
            ThemeKind::Dark => Self {
                surround: Rgb(0x12, 0x16, 0x1d),
                board: Rgb(0x1b, 0x21, 0x2b),
                board_edge: Rgb(0x4c, 0x58, 0x69),
                ink: Rgb(0xf0, 0xf3, 0xf7),
                ink_weak: Rgb(0xaa, 0xb5, 0xc4),
                halo: Rgb(0x1b, 0x21, 0x2b),
                guide: Rgb(0x35, 0x3f, 0x4e),
                unknown: Rgb(0x8a, 0x95, 0xa5),
                selection: Rgb(0xff, 0xb2, 0x5c),
                ring: Rgb(0xe3, 0xe8, 0xef),
                ring_empty: Rgb(0x45, 0x50, 0x60),
                line_contrast: 5,
            },
            ThemeKind::HighContrast => Self {
                surround: Rgb(0, 0, 0),
                board: Rgb(0, 0, 0),
                board_edge: Rgb(0xff, 0xff, 0xff),
                ink: Rgb(0xff, 0xff, 0xff),
                ink_weak: Rgb(0xff, 0xff, 0xff),
                halo: Rgb(0, 0, 0),
                guide: Rgb(0x80, 0x80, 0x80),
                unknown: Rgb(0xa0, 0xa0, 0xa0),
                selection: Rgb(0xff, 0xff, 0x00),
                ring: Rgb(0xff, 0xff, 0xff),
                ring_empty: Rgb(0x70, 0x70, 0x70),
                line_contrast: 9,
            },
        }
    }
}

/// Contrast ratio of WCAG 2.2: 1 (none) to 21 (black on white).
pub fn contrast(a: Rgb, b: Rgb) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Light of one channel of sRGB, 0 to 1.
pub(super) fn linear(channel: u8) -> f64 {
    let value = f64::from(channel) / 255.0;
    if value <= 0.04045 {
        value / 12.92
    } else {
        ((value + 0.055) / 1.055).powf(2.4)
    }
}

pub(super) fn luminance(Rgb(red, green, blue): Rgb) -> f64 {
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

/// Black or white, whichever reads better on `fill`.
pub fn ink_on(fill: Rgb) -> Rgb {
    let (black, white) = (Rgb(0x10, 0x14, 0x1a), Rgb(0xff, 0xff, 0xff));
    if contrast(fill, white) >= 3.0 {
        white
    } else {
        black
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_on_the_board_is_legible_in_every_theme() {
        for theme in [ThemeKind::Light, ThemeKind::Dark, ThemeKind::HighContrast] {
            let palette = Palette::of(theme);
            assert!(contrast(palette.ink, palette.board) >= 7.0, "{theme:?}");
            assert!(contrast(palette.ink_weak, palette.board) >= 4.5, "{theme:?}");
            assert!(contrast(palette.selection, palette.board) >= 3.0, "{theme:?}");
            assert!(contrast(palette.unknown, palette.board) >= 3.0, "{theme:?}");
        }
    }
}
