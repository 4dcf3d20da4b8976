//! The one place from where picture, note and data leave the program.

mod data;
mod note;
mod picture;

use egui::{Align, Button, Layout, Sense, Ui, Vec2, vec2};

use super::{first_place, window};
use crate::command::{Command, ProgramRequest, SettingChange};
use crate::i18n::Message;
use crate::scene::Hidden;
use crate::takeaway::TakenSort;
use crate::told::{PictureCounts, hidden_on_picture};
use crate::ui::notices::NoticeStrip;
use crate::ui::widgets::{SharedValue, switch_ui};
use crate::ui::{FrameContext, Intents};

pub use picture::preview_room;

/// On screens up to that of a laptop, and as large as a large screen has use for.
const SIZES: [Vec2; 2] = [vec2(960.0, 600.0), vec2(1280.0, 780.0)];
/// Of a large screen; the board stays in sight around it.
const SHARE: f32 = 0.7;
/// What the window leaves free of a small screen: its own frame and title, and the edge of the board.
const AROUND: Vec2 = vec2(48.0, 110.0);
/// Width of what is chosen, beside the preview.
const CHOICES: f32 = 372.0;
/// Height of the row of buttons, with the line above it.
const ACTIONS: f32 = 46.0;

pub fn take_along_ui(ui: &Ui, context: &FrameContext<'_>, is_open: &mut bool, out: &mut Intents) {
    let chosen = context.own.take_along.cloned().unwrap_or_default();
    let mut next = chosen.clone();
    let screen = ui.ctx().content_rect().size();
    let size = (screen * SHARE).clamp(SIZES[0], SIZES[1]).min(screen - AROUND);
    window(ui, context.t("take-title"), is_open)
        .default_pos(first_place(ui))
        .fixed_size(size)
        .show(ui.ctx(), |ui| {
            let sorts = TakenSort::ALL.map(|sort| {
                let text = context.t(sort_key(sort));
                (sort, text.clone(), text)
            });
            ui.horizontal(|ui| {
                if let Some(sort) = switch_ui(ui, SharedValue::Same(next.sort), &sorts) {
                    next.sort = sort;
                }
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    codes_ui(ui, context, out);
                });
            });
            ui.separator();
            not_taken_ui(ui, context, out);
            match next.sort {
                TakenSort::Picture => picture::picture_ui(ui, context, &mut next.picture, out),
                TakenSort::Note => note::note_ui(ui, context, &mut next.note, out),
                TakenSort::Data => data::data_ui(ui, context, &mut next.data, out),
            }
        });
    if next != chosen {
        let change = SettingChange::TakeAlong(Box::new(next));
        out.push(ProgramRequest::Change(change));
    }
}

/// Why what was chosen was not made the last time: another place or another choice may do.
fn not_taken_ui(ui: &mut Ui, context: &FrameContext<'_>, out: &mut Intents) {
    let width = ui.available_width();
    let Some(why) = NoticeStrip::of(ui, context, &context.program.not_taken, width) else {
        return;
    };
    let (rect, _) = ui.allocate_exact_size(vec2(width, why.height), Sense::hover());
    why.ui(ui, rect, out);
}

/// Whether names leave the program as codes, and where that is decided.
fn codes_ui(ui: &mut Ui, context: &FrameContext<'_>, out: &mut Intents) {
    let are_codes = context.lens.pseudonyms.are_on();
    let text = context.t(Command::Pseudonyms.info().key);
    if ui.add(Button::new(text).selected(are_codes)).clicked() {
        out.push(Command::Pseudonyms);
    }
}

fn sort_key(sort: TakenSort) -> &'static str {
    match sort {
        TakenSort::Picture => "take-picture",
        TakenSort::Note => "take-note",
        TakenSort::Data => "take-data",
    }
}

/// What filters hide, and what becomes of that in what is taken along; `None` when they hide nothing.
fn hidden_text(context: &FrameContext<'_>, key: &'static str) -> Option<String> {
    let Hidden { actors, relations } = context.hidden;
    let counts = PictureCounts {
        hidden: (actors, relations),
        ..PictureCounts::default()
    };
    let hidden = hidden_on_picture(counts)?;
    Some(Message::new(key).with("hidden", hidden).text(context.texts))
}

/// What is chosen at the left and what becomes of it at the right, above a row of buttons.
fn halves_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    out: &mut Intents,
    choices: impl FnOnce(&mut Ui),
    beside: impl FnOnce(&mut Ui, Vec2),
    actions: impl FnOnce(&mut Ui, &mut Intents),
) {
    let room = ui.available_size();
    let height = (room.y - ACTIONS).max(160.0);
    ui.horizontal_top(|ui| {
        ui.allocate_ui_with_layout(
            vec2(CHOICES, height),
            egui::Layout::top_down(egui::Align::Min),
            |ui| {
                ui.set_min_size(vec2(CHOICES, height));
                choices(ui);
            },
        );
        let left = vec2(room.x - CHOICES - ui.spacing().item_spacing.x, height);
        beside(ui, left);
    });
    ui.separator();
    ui.horizontal(|ui| {
        actions(ui, out);
        progress_ui(ui, context, out);
    });
}

/// How far what is being made is, and how it is stopped: beside the button that began it.
fn progress_ui(ui: &mut Ui, context: &FrameContext<'_>, out: &mut Intents) {
    let Some(share) = context.program.exporting else {
        return;
    };
    ui.add(egui::ProgressBar::new(share).desired_width(120.0));
    if ui.button(context.t("take-stop")).clicked() {
        out.push(ProgramRequest::StopExporting);
    }
}
