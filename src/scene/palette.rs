//! Colours of the board per theme; the same on the screen and in pictures.

use std::sync::LazyLock;

use crate::model::Rgb;
use crate::numeric;

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
    /// Edge of the board, of zones on it and of fields and buttons; 3:1 on `board`.
    pub board_edge: Rgb,
    /// Text on the board.
    pub ink: Rgb,
    /// Text of less weight; still 4.5:1 on `board`.
    pub ink_weak: Rgb,
    /// Behind the letters of labels.
    pub halo: Rgb,
    /// Between parts of a panel, and the tint of zones: decoration, nothing rests on seeing it.
    pub guide: Rgb,
    /// What colours recede towards while something else is looked at; 3:1 on `board`.
    pub receded: Rgb,
    /// Fill of a piece of which the sector (or whatever colours it) is not known.
    pub unknown: Rgb,
    /// Of no hue that a standard kind of relation has.
    pub selection: Rgb,
    pub ring: Rgb,
    /// Levels above the actor's own; 3:1 on `board`, and thinner than `ring`.
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
                board_edge: Rgb(0x84, 0x8d, 0x9b),
                ink: Rgb(0x17, 0x1d, 0x27),
                ink_weak: Rgb(0x52, 0x5c, 0x6b),
                halo: Rgb(0xfd, 0xfd, 0xfb),
                guide: Rgb(0xd3, 0xd9, 0xe1),
                receded: Rgb(0x88, 0x8e, 0x98),
                unknown: Rgb(0x8a, 0x93, 0xa0),
                selection: Rgb(0x7c, 0x1f, 0xd1),
                ring: Rgb(0x2b, 0x35, 0x44),
                ring_empty: Rgb(0x8a, 0x93, 0xa0),
                line_contrast: 3,
            },
            ThemeKind::Dark => Self {
                surround: Rgb(0x12, 0x16, 0x1d),
                board: Rgb(0x1b, 0x21, 0x2b),
                board_edge: Rgb(0x6b, 0x78, 0x8a),
                ink: Rgb(0xf0, 0xf3, 0xf7),
                ink_weak: Rgb(0xaa, 0xb5, 0xc4),
                halo: Rgb(0x1b, 0x21, 0x2b),
                guide: Rgb(0x35, 0x3f, 0x4e),
                receded: Rgb(0x7c, 0x83, 0x8e),
                unknown: Rgb(0x8a, 0x95, 0xa5),
                selection: Rgb(0xcc, 0xa0, 0xff),
                ring: Rgb(0xe3, 0xe8, 0xef),
                ring_empty: Rgb(0x6b, 0x78, 0x8a),
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
                receded: Rgb(0x8c, 0x8c, 0x8c),
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
    // Every scene asks for thousands of these, for colours that are to stand out: a power each was half its cost.
    static ALL: LazyLock<[f64; 256]> = LazyLock::new(|| {
        std::array::from_fn(|channel| {
            let value = channel as f64 / 255.0;
            if value <= 0.04045 {
                value / 12.92
            } else {
                numeric::raised((value + 0.055) / 1.055, 2.4)
            }
        })
    });
    ALL[usize::from(channel)]
}

pub(super) fn luminance(Rgb(red, green, blue): Rgb) -> f64 {
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

/// Contrast that text needs with what is behind it (WCAG 2.2, 1.4.3).
pub const TEXT_CONTRAST: f64 = 4.5;
/// Contrast that shapes, icons and large text need (WCAG 2.2, 1.4.11).
pub const SHAPE_CONTRAST: f64 = 3.0;

/// What samples of lines need, so that 3:1 is left where they are thinnest.
pub const SAMPLE_CONTRAST: f64 = 4.5;

/// Black or white for letters on `fill`: white where that can be read, else whichever reads better. One of the two
/// always reaches [`TEXT_CONTRAST`].
pub fn ink_on(fill: Rgb) -> Rgb {
    let (black, white) = (Rgb(0x00, 0x00, 0x00), Rgb(0xff, 0xff, 0xff));
    if contrast(fill, white) >= TEXT_CONTRAST {
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
            for (what, shape) in [
                ("selection", palette.selection),
                ("unknown", palette.unknown),
                ("board_edge", palette.board_edge),
                ("ring_empty", palette.ring_empty),
                ("receded", palette.receded),
            ] {
                let found = contrast(shape, palette.board);
                assert!(found >= SHAPE_CONTRAST, "{theme:?} {what}: {found:.2}");
            }
        }
    }

    #[test]
    fn letters_on_any_fill_reach_the_contrast_of_text() {
        for red in (0..=255).step_by(15) {
            for green in (0..=255).step_by(15) {
                for blue in (0..=255).step_by(15) {
                    let fill = Rgb(red, green, blue);
                    assert!(contrast(fill, ink_on(fill)) >= TEXT_CONTRAST, "{fill:?}");
                }
            }
        }
    }

    /// CIE 1976 L*a*b* of an sRGB colour, white D65.
    fn lab(colour: Rgb) -> [f64; 3] {
        let [red, green, blue] = [colour.0, colour.1, colour.2].map(linear);
        let rows = [
            [0.412_456, 0.357_576, 0.180_438],
            [0.212_673, 0.715_152, 0.072_175],
            [0.019_334, 0.119_192, 0.950_304],
        ];
        let white = [0.950_47, 1.0, 1.088_83];
        let [x, y, z] = [0, 1, 2].map(|at| {
            let row: [f64; 3] = rows[at];
            let share = (row[0] * red + row[1] * green + row[2] * blue) / white[at];
            if share > 0.008_856 {
                share.cbrt()
            } else {
                7.787 * share + 16.0 / 116.0
            }
        });
        [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
    }

    #[test]
    fn the_colour_of_selection_is_not_that_of_a_kind_of_relation_or_a_sector() {
        let words = crate::model::Vocabulary::standard(crate::model::Language::Nl);
        for theme in [ThemeKind::Light, ThemeKind::Dark, ThemeKind::HighContrast] {
            let palette = Palette::of(theme);
            let lines = words.relation_kinds.iter();
            let lines = lines.map(|kind| crate::scene::legible_line(kind.colour, &palette));
            let sectors = words.sectors.iter();
            let sectors = sectors.map(|sector| crate::scene::legible(sector.colour, palette.board));
            for other in lines.chain(sectors) {
                let (a, b) = (lab(palette.selection), lab(other));
                let apart = (0..3).map(|at| (a[at] - b[at]).powi(2)).sum::<f64>().sqrt();
                assert!(
                    apart >= 30.0,
                    "{theme:?}: {:?} beside {other:?}: {apart:.0}",
                    palette.selection
                );
            }
        }
    }
}
