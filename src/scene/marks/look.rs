//! What every drawing function of the board needs to know about how it looks now.

use crate::model::Rgb;
use crate::scene::{Palette, Scene, ThemeKind, mix};

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
    /// 1 on a screen, more when the board is projected.
    pub text_scale: f32,
}

/// Ties above which question marks and the like are left out.
const SIGNS_UP_TO: usize = 1500;
/// Ties above which those far away are drawn as plain lines.
const DENSE_FROM: usize = 1200;

impl BoardLook {
    pub fn new(scene: &Scene, palette: Palette, theme: ThemeKind, text_scale: f32) -> Self {
        Self {
            palette,
            theme,
            shows_signs: scene.ties.len() <= SIGNS_UP_TO,
            is_dense: scene.ties.len() > DENSE_FROM,
            text_scale,
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
                text_scale: 1.0,
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
