//! Colours from less to more than expected: blue to orange through the colour of the surroundings.
//!
//! Blue and orange stay apart for every kind of colour blindness. Steps of equal size look equal: they are
//! mixed in Oklab (B. Ottosson 2020, bottosson.github.io/posts/oklab).

use super::palette::linear;
use super::{ThemeKind, contrast};
use crate::model::Rgb;
use crate::numeric;

/// The three colours a scale runs through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Diverging {
    pub less: Rgb,
    pub middle: Rgb,
    pub more: Rgb,
}

impl Diverging {
    pub const fn of(theme: ThemeKind) -> Self {
        match theme {
            ThemeKind::Light => Self {
                less: Rgb(0x1f, 0x5f, 0xa8),
                middle: Rgb(0xf4, 0xf4, 0xf2),
                more: Rgb(0xb3, 0x52, 0x06),
            },
            ThemeKind::Dark => Self {
                less: Rgb(0x6b, 0xb0, 0xf0),
                middle: Rgb(0x26, 0x2d, 0x38),
                more: Rgb(0xf0, 0x9a, 0x4a),
            },
            ThemeKind::HighContrast => Self {
                less: Rgb(0x6f, 0xc0, 0xff),
                middle: Rgb(0x18, 0x18, 0x18),
                more: Rgb(0xff, 0xa0, 0x30),
            },
        }
    }

    /// The colour at a place from -1 (`less`) over 0 (`middle`) to 1 (`more`).
    pub fn at(&self, place: f64) -> Rgb {
        let end = if place < 0.0 { self.less } else { self.more };
        blend(self.middle, end, place.abs().min(1.0))
    }

    /// The place of a ratio: equal for twice as much and half as much, at the ends from four times.
    pub fn place_of_ratio(ratio: f64) -> f64 {
        (numeric::log2(ratio.max(0.0)) / 2.0).clamp(-1.0, 1.0)
    }
}

/// Black or white, whichever reads better; at least 4.5 to 1 on any colour.
pub fn text_on(fill: Rgb) -> Rgb {
    let (black, white) = (Rgb(0, 0, 0), Rgb(0xff, 0xff, 0xff));
    if contrast(fill, white) > contrast(fill, black) {
        white
    } else {
        black
    }
}

fn blend(from: Rgb, to: Rgb, share: f64) -> Rgb {
    let (a, b) = (oklab(from), oklab(to));
    let part = |at: usize| a[at] + (b[at] - a[at]) * share;
    rgb([part(0), part(1), part(2)])
}

/// Lightness, green to red, blue to yellow.
fn oklab(Rgb(red, green, blue): Rgb) -> [f64; 3] {
    let (r, g, b) = (linear(red), linear(green), linear(blue));
    let l = numeric::cbrt(0.412_221_470_8 * r + 0.536_332_536_3 * g + 0.051_445_992_9 * b);
    let m = numeric::cbrt(0.211_903_498_2 * r + 0.680_699_545_1 * g + 0.107_396_956_6 * b);
    let s = numeric::cbrt(0.088_302_461_9 * r + 0.281_718_837_6 * g + 0.629_978_700_5 * b);
    [
        0.210_454_255_3 * l + 0.793_617_785_0 * m - 0.004_072_046_8 * s,
        1.977_998_495_1 * l - 2.428_592_205_0 * m + 0.450_593_709_9 * s,
        0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766_0 * s,
    ]
}

fn rgb([light, a, b]: [f64; 3]) -> Rgb {
    let l = numeric::power(light + 0.396_337_777_4 * a + 0.215_803_757_3 * b, 3);
    let m = numeric::power(light - 0.105_561_345_8 * a - 0.063_854_172_8 * b, 3);
    let s = numeric::power(light - 0.089_484_177_5 * a - 1.291_485_548_0 * b, 3);
    let coded = |value: f64| {
        let value = value.clamp(0.0, 1.0);
        let value = if value <= 0.003_130_8 {
            value * 12.92
        } else {
            1.055 * numeric::raised(value, 1.0 / 2.4) - 0.055
        };
        (value * 255.0).round() as u8
    };
    Rgb(
        coded(4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s),
        coded(-1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s),
        coded(-0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701_0 * s),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const THEMES: [ThemeKind; 3] = [ThemeKind::Light, ThemeKind::Dark, ThemeKind::HighContrast];

    fn steps() -> impl Iterator<Item = f64> {
        (-40..=40).map(|step| f64::from(step) / 40.0)
    }

    #[test]
    fn a_number_can_be_read_on_every_step_of_every_theme() {
        for theme in THEMES {
            for place in steps() {
                let fill = Diverging::of(theme).at(place);
                assert!(contrast(fill, text_on(fill)) >= 4.5, "{theme:?} {place}");
            }
        }
    }

    #[test]
    fn lightness_runs_evenly_from_the_middle_to_both_ends() {
        for theme in THEMES {
            let scale = Diverging::of(theme);
            let light = |place: f64| oklab(scale.at(place))[0];
            for end in [-1.0, 1.0] {
                let whole = light(end) - light(0.0);
                for step in 0..=20 {
                    let share = f64::from(step) / 20.0;
                    let even = light(0.0) + share * whole;
                    assert!(
                        (light(end * share) - even).abs() < 0.012,
                        "{theme:?} {end} {share}"
                    );
                }
            }
            let (less, more) = (light(-1.0) - light(0.0), light(1.0) - light(0.0));
            assert!(
                (less - more).abs() < 0.1,
                "{theme:?}: both ends are as far from the middle"
            );
        }
    }

    #[test]
    fn both_ends_stay_apart_without_red_and_green() {
        // Seen by somebody without red or green cones, blue to yellow remains.
        for theme in THEMES {
            let scale = Diverging::of(theme);
            let blue_to_yellow = |place: f64| oklab(scale.at(place))[2];
            assert!(blue_to_yellow(0.6) - blue_to_yellow(-0.6) > 0.1, "{theme:?}");
        }
    }

    #[test]
    fn twice_and_half_lie_as_far_from_the_middle() {
        let place = Diverging::place_of_ratio;
        assert_eq!((place(1.0), place(0.0), place(16.0)), (0.0, -1.0, 1.0));
        assert!((place(2.0) + place(0.5)).abs() < 1e-12);
    }

    #[test]
    fn a_colour_survives_the_way_there_and_back() {
        for colour in [
            Rgb(0, 0, 0),
            Rgb(255, 255, 255),
            Rgb(0x1f, 0x5f, 0xa8),
            Rgb(0xff, 0xa0, 0x30),
        ] {
            assert_eq!(rgb(oklab(colour)), colour);
        }
    }
}
