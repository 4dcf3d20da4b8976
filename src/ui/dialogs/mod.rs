//! Windows above the board. They do not block it, save for a question about losing work.

mod about;
mod colours;
pub mod comparison;
pub mod find;
pub mod focus;
mod measure;
pub mod measures;
mod palette;
mod path_field;
mod properties;
pub mod pseudonyms;
mod question;
mod settings;
mod shortcuts;
pub mod take_along;
mod vocabulary;

use egui::{Align2, Id, Ui, Window};

use super::keys::{self, KeyOwner};
use super::widgets::grown;
use super::{FrameContext, Intents};
use crate::command::{DeskChange, FileRequest, Intent, Look};
use crate::desk::Dialog;

/// Draws the window that is open, if any.
pub fn dialogs_ui(ui: &mut Ui, context: &FrameContext<'_>, out: &mut Intents) {
    let (layers, asked) = (focus::layers(ui.ctx()), out.as_slice().len());
    question::question_ui(ui, context, out);
    dialog_ui(ui, context, out);
    let dialog = left_open(context.desk.dialog.as_ref(), &out.as_slice()[asked..]);
    let dialog = dialog.map(|dialog| focus::ShownWindow::Dialog(Id::new(std::mem::discriminant(dialog))));
    let is_answer = |intent: &Intent| matches!(intent, Intent::File(FileRequest::Answer(_)));
    if out.as_slice()[asked..].iter().any(is_answer) {
        focus::note_answered(ui.ctx());
    }
    let question = context
        .program
        .question
        .as_ref()
        .map(|_| focus::ShownWindow::Question);
    let to_board = out.as_slice()[asked..]
        .iter()
        .any(|intent| matches!(intent, Intent::Look(Look::Reveal(_))));
    focus::follow(ui.ctx(), &layers, question.or(dialog), to_board);
}

/// The window that stands open when this is done.
fn left_open<'a>(open: Option<&'a Dialog>, asked: &'a [Intent]) -> Option<&'a Dialog> {
    asked.iter().fold(open, |open, intent| match intent {
        Intent::Desk(DeskChange::Open(dialog)) => Some(dialog),
        Intent::Desk(DeskChange::Close(dialog)) => open.filter(|open| *open != dialog),
        _ => open,
    })
}

fn dialog_ui(ui: &mut Ui, context: &FrameContext<'_>, out: &mut Intents) {
    let Some(dialog) = context.desk.dialog.clone() else {
        return;
    };
    let mut is_open = true;
    match dialog.clone() {
        Dialog::Settings => settings::settings_ui(ui, context, &mut is_open, out),
        Dialog::Shortcuts => shortcuts::shortcuts_ui(ui, context, &mut is_open),
        Dialog::About => about::about_ui(ui, context, &mut is_open),
        Dialog::Palette => palette::palette_ui(ui, context, &mut is_open, out),
        Dialog::PathField(purpose) => path_field::path_field_ui(ui, context, purpose, &mut is_open, out),
        Dialog::Properties => properties::properties_ui(ui, context, &mut is_open, out),
        Dialog::FindActor => find::find_ui(ui, context, &mut is_open, out),
        Dialog::Vocabulary(list) => {
            vocabulary::vocabulary_ui(ui, context, list, &mut is_open, out);
        }
        Dialog::Colours => colours::colours_ui(ui, context, &mut is_open, out),
        Dialog::Measure(id) => measure::measure_ui(ui, context, id, &mut is_open, out),
        Dialog::Comparison => comparison::comparison_ui(ui, context, &mut is_open, out),
        Dialog::Pseudonyms => pseudonyms::pseudonyms_ui(ui, context, &mut is_open, out),
        Dialog::Measures => measures::measures_ui(ui, context, &mut is_open, out),
        Dialog::TakeAlong => take_along::take_along_ui(ui, context, &mut is_open, out),
    }
    let is_escaped = is_escaped(ui);
    if !is_open || is_escaped {
        out.push(DeskChange::Close(dialog));
    }
}

/// Whether Esc means the window: an open list closes first, a question is answered first.
pub(super) fn is_escaped(ui: &Ui) -> bool {
    let owner = keys::owner(ui.ctx());
    let is_ours = !matches!(owner, KeyOwner::Popup | KeyOwner::Question);
    is_ours && ui.input(|input| input.key_pressed(egui::Key::Escape))
}

/// The frame that all of our windows share.
pub(super) fn window<'a>(ui: &Ui, title: String, is_open: &'a mut bool) -> Window<'a> {
    let width = grown(ui, 460.0);
    // In a hall it begins at the size that it has there, whatever the user gave it at the desk.
    let id = Id::new((&title, width.round() as i32));
    Window::new(title)
        .id(id)
        .open(is_open)
        .collapsible(false)
        .pivot(Align2::CENTER_CENTER)
        .resizable(true)
        .default_width(width)
}

/// Where a window appears first: a little above the middle, which looks like the middle.
pub(super) fn first_place(ui: &Ui) -> egui::Pos2 {
    let rect = ui.ctx().content_rect();
    rect.center() - egui::vec2(0.0, rect.height() * 0.06)
}
