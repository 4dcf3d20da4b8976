//! All keys, made from the one command table.

use egui::{Grid, TextStyle, TextWrapMode, Ui, WidgetText};

use super::{first_place, window};
use crate::command::{COMMANDS, CommandFamily, CommandInfo, shortcut_text};
use crate::ui::FrameContext;
use crate::ui::widgets::{bold, grown, heading_ui, panel_scroll};

/// Gestures and keys of the board that are no commands: keys of "what you do" and "what it means" texts.
const GESTURES: usize = 14;

pub fn shortcuts_ui(ui: &Ui, context: &FrameContext<'_>, is_open: &mut bool) {
    let height = ui.ctx().content_rect().height() * 0.75;
    window(ui, context.t("command-shortcuts"), is_open)
        .default_pos(first_place(ui))
        .default_size([grown(ui, 620.0), height])
        .show(ui.ctx(), |ui| {
            panel_scroll(ui, "shortcuts", ())
                .auto_shrink(false)
                .show(ui, |ui| {
                    // One width for all of them: what the keys mean stands in one column through all sections.
                    let width = widest(ui, context);
                    gestures_ui(ui, context, width);
                    for family in families() {
                        family_ui(ui, context, family, width);
                    }
                });
        });
}

fn families() -> impl Iterator<Item = CommandFamily> {
    CommandFamily::MENUS.into_iter().chain([CommandFamily::Board])
}

/// Keys and name of every command of a family that has keys.
fn rows(context: &FrameContext<'_>, family: CommandFamily) -> impl Iterator<Item = (String, String)> {
    let of_family = move |info: &&CommandInfo| info.family == family && !info.shortcuts.is_empty();
    COMMANDS.iter().filter(of_family).map(|info| {
        let keys = info.shortcuts.iter();
        let keys: Vec<_> = keys.map(|keys| shortcut_text(context.texts, *keys)).collect();
        (keys.join("  ·  "), context.t(info.key))
    })
}

/// What is done by hand, and what that means.
fn gestures(context: &FrameContext<'_>) -> impl Iterator<Item = (String, String)> {
    let part = |number: usize, part: &str| context.t(&format!("gesture-{number}-{part}"));
    (1..=GESTURES).map(move |number| (part(number, "do"), part(number, "means")))
}

/// The width of the widest of the first columns.
fn widest(ui: &Ui, context: &FrameContext<'_>) -> f32 {
    let of_families = families().flat_map(|family| rows(context, family));
    let width = |(text, _): (String, String)| {
        let text = WidgetText::from(bold(text));
        let galley = text.into_galley(ui, Some(TextWrapMode::Extend), f32::INFINITY, TextStyle::Body);
        galley.size().x
    };
    gestures(context)
        .chain(of_families)
        .map(width)
        .fold(0.0, f32::max)
}

fn gestures_ui(ui: &mut Ui, context: &FrameContext<'_>, width: f32) {
    heading_ui(ui, &context.t("shortcuts-gestures"));
    rows_ui(ui, "gestures", width, gestures(context));
}

fn family_ui(ui: &mut Ui, context: &FrameContext<'_>, family: CommandFamily, width: f32) {
    heading_ui(ui, &context.t(family.key()));
    rows_ui(ui, family.key(), width, rows(context, family));
}

fn rows_ui(ui: &mut Ui, id: &str, width: f32, rows: impl Iterator<Item = (String, String)>) {
    let grid = Grid::new(id).num_columns(2).spacing([24.0, 5.0]);
    grid.min_col_width(width).show(ui, |ui| {
        for (keys, means) in rows {
            ui.label(bold(keys));
            ui.label(means);
            ui.end_row();
        }
    });
}
