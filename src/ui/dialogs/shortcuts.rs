//! All keys, made from the one command table.

use egui::{Grid, Ui};

use super::{first_place, window};
use crate::command::{COMMANDS, Family, shortcut_text};
use crate::ui::FrameContext;
use crate::ui::widgets::{bold, heading_ui, panel_scroll};

/// Gestures and keys of the board that are no commands: keys of "what you do" and "what it means" texts.
const GESTURES: usize = 12;

pub fn shortcuts_ui(ui: &Ui, context: &FrameContext<'_>, is_open: &mut bool) {
    let height = ui.ctx().content_rect().height() * 0.75;
    window(context.t("command-shortcuts"), is_open)
        .default_pos(first_place(ui))
        .default_size([620.0, height])
        .show(ui.ctx(), |ui| {
            panel_scroll(ui, "shortcuts", ())
                .auto_shrink(false)
                .show(ui, |ui| {
                    gestures_ui(ui, context);
                    for family in Family::MENUS.into_iter().chain([Family::Board]) {
                        family_ui(ui, context, family);
                    }
                });
        });
}

fn gestures_ui(ui: &mut Ui, context: &FrameContext<'_>) {
    heading_ui(ui, &context.t("shortcuts-gestures"));
    Grid::new("gestures")
        .num_columns(2)
        .spacing([24.0, 5.0])
        .show(ui, |ui| {
            for number in 1..=GESTURES {
                ui.label(bold(context.t(&format!("gesture-{number}-do"))));
                ui.label(context.t(&format!("gesture-{number}-means")));
                ui.end_row();
            }
        });
}

fn family_ui(ui: &mut Ui, context: &FrameContext<'_>, family: Family) {
    heading_ui(ui, &context.t(family.key()));
    Grid::new(family.key())
        .num_columns(2)
        .spacing([24.0, 5.0])
        .show(ui, |ui| {
            for info in COMMANDS
                .iter()
                .filter(|info| info.family == family && !info.shortcuts.is_empty())
            {
                let keys: Vec<_> = info
                    .shortcuts
                    .iter()
                    .map(|keys| shortcut_text(context.texts, *keys))
                    .collect();
                ui.label(bold(keys.join("  ·  ")));
                ui.label(context.t(info.key));
                ui.end_row();
            }
        });
}
