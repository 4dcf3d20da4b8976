//! The command palette: every command by a few letters of its name, or by a word for what it does.

use egui::{Id, Key, Modifiers, RichText, TextEdit, Ui};

use super::{first_place, is_escaped, window};
use crate::command::{COMMANDS, CommandInfo, shortcut_text};
use crate::ui::panels::toolbar::command_text;
use crate::ui::widgets::{grown, panel_scroll};
use crate::ui::{FrameContext, Intents};

#[derive(Debug, Clone, Default)]
struct PaletteState {
    query: String,
    chosen: usize,
}

pub fn palette_ui(ui: &Ui, context: &FrameContext<'_>, is_open: &mut bool, out: &mut Intents) {
    let id = Id::new("palette-state");
    let mut state: PaletteState = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let mut ran = None;
    window(ui, context.t("palette-title"), is_open)
        .default_pos(first_place(ui))
        .show(ui.ctx(), |ui| {
            let rows = matching(context, &state.query);
            state.chosen = state.chosen.min(rows.len().saturating_sub(1));
            let was_chosen = state.chosen;
            if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::ArrowDown)) {
                state.chosen = (state.chosen + 1).min(rows.len().saturating_sub(1));
            }
            if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::ArrowUp)) {
                state.chosen = state.chosen.saturating_sub(1);
            }
            let is_entered = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
            let hint = context.t("palette-hint");
            let field = ui.add(
                TextEdit::singleline(&mut state.query)
                    .hint_text(&hint)
                    .desired_width(f32::INFINITY),
            );
            field.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::TextEdit, true, &hint));
            field.request_focus();
            if field.changed() {
                state.chosen = 0;
            }
            panel_scroll(ui, "palette", &state.query)
                .max_height(grown(ui, 360.0))
                .show(ui, |ui| {
                    for (at, info) in rows.iter().enumerate() {
                        let is_chosen = at == state.chosen;
                        let tone = if is_chosen {
                            ui.visuals().selection.stroke.color
                        } else {
                            ui.visuals().weak_text_color()
                        };
                        let keys = info.shortcuts.first();
                        let keys = keys.map(|keys| shortcut_text(context.texts, *keys));
                        // Without keys as well: what stands to the right puts the name to the left.
                        let keys = RichText::new(keys.unwrap_or_default()).color(tone);
                        let button = egui::Button::selectable(is_chosen, command_text(context, info.command))
                            .right_text(keys);
                        let response = ui.add_sized([ui.available_width(), grown(ui, 26.0)], button);
                        if is_chosen && at != was_chosen {
                            response.scroll_to_me(None);
                        }
                        if response.clicked() || (is_entered && at == state.chosen) {
                            ran = Some(info.command);
                        }
                    }
                    if rows.is_empty() {
                        ui.label(context.t("palette-nothing"));
                    }
                });
        });
    if let Some(command) = ran {
        out.push(command);
        *is_open = false;
    }
    if ran.is_some() || !*is_open || is_escaped(ui) {
        state = PaletteState::default();
    }
    ui.data_mut(|data| data.insert_temp(id, state));
}

/// Commands that can be run now and whose name, or the words by which they are looked for, have all words of the query;
/// those that begin with it first, then those that it names: the step that undo names is seldom meant.
fn matching(context: &FrameContext<'_>, query: &str) -> Vec<&'static CommandInfo> {
    let asked: Vec<String> = query.split_whitespace().map(str::to_lowercase).collect();
    let begins = query.trim().to_lowercase();
    let has_all = |text: &str| asked.iter().all(|word| text.contains(word));
    let mut found = Vec::new();
    for info in COMMANDS {
        let name = command_text(context, info.command).to_lowercase();
        let said = format!("{name} {}", context.t(&info.search_key()).to_lowercase());
        if !context.program.disabled.contains(&info.command) && has_all(&said) {
            found.push((!name.starts_with(&begins), !has_all(&name), info));
        }
    }
    found.sort_by_key(|&(is_elsewhere, is_by_words, _)| (is_elsewhere, is_by_words));
    found.into_iter().map(|(_, _, info)| info).collect()
}
