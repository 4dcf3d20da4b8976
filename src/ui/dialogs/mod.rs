//! Windows above the board.

use egui::Ui;

use super::state::ViewState;
use super::{FrameContext, Intents};

/// Draws the window that is open, if any.
pub fn dialogs_ui(ui: &mut Ui, context: &FrameContext<'_>, view: &mut ViewState, out: &mut Intents) {
    let _ = (ui, context, view, out);
}
