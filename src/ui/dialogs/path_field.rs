//! A path typed by hand, for systems that offer no file dialog.

use crate::store::Location;

use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{Id, Response, TextEdit, Ui};

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
    // Where a file was opened is not where the next one is saved.
    let id = Id::new(("path-field", purpose));
    let mut text: String = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let mut is_done = false;
    let (title, action) = match purpose {
        PathPurpose::Open => ("path-open-title", "path-open-do"),
        PathPurpose::Compare => ("path-compare-title", "path-open-do"),
        PathPurpose::Picture => ("path-picture-title", "path-open-do"),
        PathPurpose::SaveAs => ("path-save-title", "path-save-do"),
        PathPurpose::SaveKey => ("path-key-title", "path-save-do"),
        PathPurpose::ExportNodeLink
        | PathPurpose::ExportFigures
        | PathPurpose::ExportAllFigures
        | PathPurpose::ExportPicture(_)
        | PathPurpose::ExportNote(_) => ("path-export-title", "path-save-do"),
    };
    window(ui, context.t(title), is_open)
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
            // Who comes back with another path types it over the one before; a press puts the mark where it is.
            let is_pressing = ui.input(|input| input.pointer.any_down() || input.pointer.any_released());
            if comes_back(ui, &field) && !is_pressing {
                select_all(ui, field.id, &text);
            }
            written_as(ui, context, purpose, &text);
            let is_entered = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
            let is_usable = !text.trim().is_empty();
            let is_pressed = ui
                .add_enabled(is_usable, egui::Button::new(context.t(action)))
                .clicked();
            if is_usable && (is_entered || is_pressed) {
                out.push(FileRequest::PathChosen(purpose, Location::typed(&text)));
                is_done = true;
            }
        });
    if is_done {
        *is_open = false;
        text.clear();
    }
    ui.data_mut(|data| data.insert_temp(id, text));
}

/// The whole name, where an ending comes after what was typed: `/dev/null` is another file then.
fn written_as(ui: &mut Ui, context: &FrameContext<'_>, purpose: PathPurpose, text: &str) {
    let typed = Location::typed(text);
    let path = purpose.with_ending(typed.clone());
    if path != typed && !text.trim().is_empty() {
        let name = path.to_string();
        ui.label(context.texts.with("path-written-as", &[("file", name.into())]));
    }
}

fn select_all(ui: &Ui, id: Id, text: &str) {
    if let Some(mut state) = TextEditState::load(ui.ctx(), id) {
        let all = CCursorRange::two(CCursor::new(0), CCursor::new(text.chars().count()));
        state.cursor.set_char_range(Some(all));
        state.store(ui.ctx(), id);
    }
}

/// Whether the field has got the keyboard since the frame before. The toolkit does not tell it of a keyboard that
/// was given after the field was drawn, as a window that opens does.
fn comes_back(ui: &Ui, field: &Response) -> bool {
    let (id, pass) = (field.id.with("last-with-keyboard"), ui.ctx().cumulative_pass_nr());
    if !field.has_focus() {
        return false;
    }
    let last: Option<u64> = ui.data(|data| data.get_temp(id));
    ui.data_mut(|data| data.insert_temp(id, pass));
    last.is_none_or(|last| last + 1 < pass)
}
