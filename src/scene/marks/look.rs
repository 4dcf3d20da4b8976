//! What every drawing function of the board needs to know about how it looks now.

use super::names::{FEW, LEAST_SIZE, letters_at_once};
use crate::model::Rgb;
use crate::scene::{Palette, Scene, ThemeKind, mix};

/// Lines and signs are drawn as large as at this zoom when the board is seen from further away.
const LEAST_MARK_ZOOM: f32 = 0.5;

/// How much one thing stands out from the rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Emphasis {
    #[default]
    Plain,
    /// Under the pointer, or next to what is.
    Lit,
    Selected,
    /// Something else is under the pointer.
    Quiet,
    /// Something else is being explained.
    Dimmed,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BoardLook {
    pub palette: Palette,
    pub theme: ThemeKind,
    /// Question marks and the like; left out where thousands of ties would drown in them.
    pub shows_signs: bool,
    /// There are so many ties that details of one far away are only noise.
    pub is_dense: bool,
    /// There are so many ties that two lines for one are a tangle.
    pub is_crowded: bool,
    /// 1 on a screen, more when the board is projected: letters, lines and signs grow alike.
    pub text_scale: f32,
    /// Letters of names are never smaller, in points, as long as everybody's name has a place.
    pub least_letters: f32,
    /// How much larger than usual the user wants everything, in a hall.
    pub enlarged: f32,
}

/// Height of a capital, as a share of the size of its letters.
pub const CAPITAL: f32 = 0.727;
/// What can be read from the back row: capitals of this share of a screen's height, on a board with so many pieces.
const IN_HALL: [(usize, f32); 2] = [(25, 0.022), (FEW, 0.016)];
/// With more pieces names find no room at all.
const IN_HALL_OF_MANY: f32 = 0.014;

/// Ties above which question marks and the like are left out.
const SIGNS_UP_TO: usize = 1500;
/// Ties above which a double line is not double all along.
const CROWDED_FROM: usize = 70;
/// Ties above which those far away are drawn as plain lines.
const DENSE_FROM: usize = 1200;

/// The least letters of names on a screen so high that is looked at from afar.
pub fn letters_in_hall(scene: &Scene, high: f32) -> f32 {
    let count = scene.pieces.len();
    let of_count = IN_HALL.iter().find(|(most, _)| count <= *most);
    let share = of_count.map_or(IN_HALL_OF_MANY, |(_, share)| *share);
    // Whole points, as letters are.
    (high * share / CAPITAL).ceil()
}

impl BoardLook {
    pub fn new(scene: &Scene, palette: Palette, theme: ThemeKind, text_scale: f32) -> Self {
        Self {
            palette,
            theme,
            shows_signs: scene.ties.len() <= SIGNS_UP_TO,
            is_dense: scene.ties.len() > DENSE_FROM,
            is_crowded: scene.ties.len() > CROWDED_FROM,
            text_scale,
            least_letters: LEAST_SIZE,
            enlarged: 1.0,
        }
    }

    /// On a screen of so many points that is looked at from afar, with all of the board on it. `enlarged`: how much larger
    /// than usual the user wants everything.
    pub fn in_hall(
        scene: &Scene,
        palette: Palette,
        theme: ThemeKind,
        (wide, high): (f32, f32),
        enlarged: f32,
    ) -> Self {
        let least_letters = letters_in_hall(scene, high);
        let [left, top, right, bottom] = scene.whole();
        let zoom = (wide / (right - left)).min(high / (bottom - top));
        let text_scale = least_letters / letters_at_once(zoom) * enlarged;
        Self {
            least_letters,
            enlarged,
            ..Self::new(scene, palette, theme, text_scale)
        }
    }

    /// Whether it is made for a hall.
    pub fn is_for_hall(&self) -> bool {
        self.least_letters > LEAST_SIZE
    }

    /// Points per board unit for what has to be seen at any zoom: lines, their patterns and their signs.
    pub fn mark_zoom(&self, zoom: f32) -> f32 {
        if self.is_dense {
            zoom
        } else {
            zoom.max(LEAST_MARK_ZOOM * self.text_scale)
        }
    }

    /// The colour of a line, edge or sign by its emphasis: greyer, and still distinct from the board.
    pub fn faded(&self, colour: Rgb, emphasis: Emphasis) -> Rgb {
        let share = match emphasis {
            Emphasis::Plain | Emphasis::Lit | Emphasis::Selected => return colour,
            Emphasis::Quiet => 0.7,
            Emphasis::Dimmed => 0.9,
        };
        mix(colour, self.palette.receded, share)
    }

    /// The fill of a shape whose edge is [`faded`](Self::faded): nearly the board itself, so that what is not faded
    /// stands out from afar.
    pub fn faded_fill(&self, colour: Rgb, emphasis: Emphasis) -> Rgb {
        let share = match emphasis {
            Emphasis::Plain | Emphasis::Lit | Emphasis::Selected => return colour,
            Emphasis::Quiet => 0.8,
            Emphasis::Dimmed => 0.9,
        };
        mix(colour, self.palette.board, share)
    }

    pub const fn recedes(emphasis: Emphasis) -> bool {
        matches!(emphasis, Emphasis::Quiet | Emphasis::Dimmed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Language, Vocabulary};
    use crate::scene::{SHAPE_CONTRAST, contrast, legible, legible_line};

    const THEMES: [ThemeKind; 3] = [ThemeKind::Light, ThemeKind::Dark, ThemeKind::HighContrast];

    #[test]
    fn what_recedes_is_still_told_from_the_board() {
        let words = Vocabulary::standard(Language::Nl);
        for theme in THEMES {
            let palette = Palette::of(theme);
            let look = BoardLook {
                palette,
                theme,
                shows_signs: true,
                is_dense: false,
                is_crowded: false,
                text_scale: 1.0,
                least_letters: LEAST_SIZE,
                enlarged: 1.0,
            };
            let fills = words
                .sectors
                .iter()
                .map(|sector| legible(sector.colour, palette.board));
            let lines = words
                .relation_kinds
                .iter()
                .map(|kind| legible_line(kind.colour, &palette));
            for colour in fills
                .chain(lines)
                .chain([palette.unknown, palette.ring, palette.ink])
            {
                for emphasis in [Emphasis::Quiet, Emphasis::Dimmed] {
                    let edge = look.faded(colour, emphasis);
                    let fill = look.faded_fill(colour, emphasis);
                    let icon = palette.ink_weak;
                    for (what, pair) in [
                        ("edge on board", [edge, palette.board]),
                        ("icon on fill", [icon, fill]),
                    ] {
                        let found = contrast(pair[0], pair[1]);
                        assert!(
                            found >= SHAPE_CONTRAST,
                            "{theme:?} {emphasis:?} {colour:?} {what}: {found:.2}"
                        );
                    }
                }
            }
        }
    }
}
