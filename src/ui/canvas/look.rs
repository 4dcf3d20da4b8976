//! What every drawing function of the board needs to know about how it looks now.

use crate::model::Rgb;
use crate::scene::{Palette, ThemeKind, mix};
use crate::ui::FrameContext;

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
pub struct Look {
    pub palette: Palette,
    pub theme: ThemeKind,
    /// Question marks and the like; left out where thousands of ties would drown in them.
    pub shows_signs: bool,
    /// So many ties that the details of one far away only make noise.
    pub is_dense: bool,
    /// 1 on a desk, more when the board is projected.
    pub text_scale: f32,
}

/// Ties above which question marks and the like are left out.
const SIGNS_UP_TO: usize = 1500;
/// Ties above which those far away are drawn as plain lines.
const DENSE_FROM: usize = 1200;

impl Look {
    pub fn new(context: &FrameContext<'_>, text_scale: f32) -> Self {
        Self {
            palette: *context.palette,
            theme: context.theme,
            shows_signs: context.scene.ties.len() <= SIGNS_UP_TO,
            is_dense: context.scene.ties.len() > DENSE_FROM,
            text_scale,
        }
    }

    /// The colour as its emphasis asks, mixed with the board rather than translucent.
    pub fn faded(&self, colour: Rgb, emphasis: Emphasis) -> Rgb {
        let share = match emphasis {
            Emphasis::Plain | Emphasis::Lit | Emphasis::Selected => return colour,
            Emphasis::Quiet => 0.55,
            Emphasis::Dimmed => 0.8,
        };
        mix(colour, self.palette.board, share)
    }
}
