//! The board on the screen.

use egui::Ui;

use super::state::ViewState;
use super::{FrameContext, Intents};

/// What the board itself remembers between frames.
#[derive(Default)]
pub struct CanvasState {}

/// Draws the board in the rest of `ui` and turns input into intents.
pub fn canvas_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    canvas: &mut CanvasState,
    view: &mut ViewState,
    out: &mut Intents,
) {
    let _ = (context, canvas, view, out);
    ui.allocate_space(ui.available_size());
}
