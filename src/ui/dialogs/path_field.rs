//! A path typed by hand, for systems that offer no file dialog.

use std::path::PathBuf;

use egui::{Id, TextEdit, Ui};

use super::{first_place, window};
use crate::command::FileRequest;
use crate::desk::PathPurpose;
use crate::ui::{FrameContext, Intents};

pub fn path_field_ui(
    ui: &Ui,
    context: &FrameContext<'_>,
    purpose: PathPurpose,
    is_open: &mut bool,
    out: &mut Intents,
) {
    let id = Id::new("path-field");
    let mut text: String = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let mut is_done = false;
    let (title, action) = match purpose {
        PathPurpose::Open => ("path-open-title", "path-open-do"),
        PathPurpose::Compare => ("path-compare-title", "path-open-do"),
        PathPurpose::Picture => ("path-picture-title", "path-open-do"),
        PathPurpose::SaveAs => ("path-save-title", "path-save-do"),
        PathPurpose::ExportNodeLink | PathPurpose::ExportFigures => ("path-export-title", "path-save-do"),
    };
    window(context.t(title), is_open)
        .default_pos(first_place(ui))
        .show(ui.ctx(), |ui| {
            ui.label(context.t("path-why"));
            if purpose == PathPurpose::ExportFigures {
                ui.label(context.t("path-figures"));
            }
            let label = ui.label(context.t("path-label"));
            let field = ui
                .add(TextEdit::singleline(&mut text).desired_width(f32::INFINITY))
                .labelled_by(label.id);
            let is_entered = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
            let is_usable = !text.trim().is_empty();
            let is_pressed = ui
                .add_enabled(is_usable, egui::Button::new(context.t(action)))
                .clicked();
            if is_usable && (is_entered || is_pressed) {
                out.push(FileRequest::PathChosen(purpose, PathBuf::from(text.trim())));
                is_done = true;
            }
        });
    if is_done {
        *is_open = false;
        text.clear();
    }
    ui.data_mut(|data| data.insert_temp(id, text));
}
