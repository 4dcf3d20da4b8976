//! The user's own words: six lists to add to, rename, order, colour and remove from.

mod data;
mod details;
mod remove;

use egui::{Id, Key, TextEdit, Ui};

pub use data::WordRow;

use super::{first_place, window};
use crate::command::{DeskChange, Edit};
use crate::desk::Dialog;
use crate::edit::operations::WordList;
use crate::ui::widgets::{
    Field, field_ui, forget_standing, key_beyond_places, made_once, note_standing, panel_scroll, remark_ui,
    rows_ui, sign_button_ui,
};
use crate::ui::{FrameContext, Intents};

/// Height of most words with what they mean, in points.
const USUAL_ROW: f32 = 56.0;

pub fn vocabulary_ui(
    ui: &Ui,
    context: &FrameContext<'_>,
    list: WordList,
    is_open: &mut bool,
    out: &mut Intents,
) {
    window(ui, context.t("vocabulary-title"), is_open)
        .default_pos(first_place(ui))
        .default_size([640.0, 560.0])
        .show(ui.ctx(), |ui| {
            ui.horizontal_wrapped(|ui| {
                for other in WordList::ALL {
                    let tab = ui.selectable_label(list == other, context.t(list_key(other)));
                    if tab.clicked() {
                        out.push(DeskChange::Open(Dialog::Vocabulary(other)));
                    }
                }
            });
            remark_ui(ui, &context.t(hint_key(list)));
            add_ui(ui, context, list, out);
            ui.separator();
            let from = key_beyond_places(context.document);
            let rows = made_once(ui.ctx(), Id::new(("vocabulary-rows", list)), from, || {
                data::rows(context.constellation(), list)
            });
            panel_scroll(ui, "vocabulary", list)
                .auto_shrink([false, false])
                .show(ui, |ui| {
                    rows_ui(ui, list, USUAL_ROW, rows.len(), |ui, at| {
                        ui.push_id((list, &rows[at].id), |ui| {
                            row_ui(ui, context, list, &rows, at, out);
                        });
                    });
                    if rows.is_empty() {
                        remark_ui(ui, &context.t("vocabulary-empty"));
                    }
                });
        });
}

fn row_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    list: WordList,
    rows: &[WordRow],
    at: usize,
    out: &mut Intents,
) {
    let row = &rows[at];
    let named = |key: &str| context.texts.with(key, &[("name", row.label.clone().into())]);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        ui.add_enabled_ui(at > 0, |ui| {
            if sign_button_ui(ui, "↑", &named("vocabulary-up")).clicked() {
                out.push(Edit::MoveWord {
                    list,
                    from: at,
                    to: at - 1,
                });
            }
        });
        ui.add_enabled_ui(at + 1 < rows.len(), |ui| {
            if sign_button_ui(ui, "↓", &named("vocabulary-down")).clicked() {
                out.push(Edit::MoveWord {
                    list,
                    from: at,
                    to: at + 1,
                });
            }
        });
        details::mark_ui(ui, context, row, out);
        let name = named("vocabulary-name");
        let mut field = Field::new(Id::new(("word-name", list, &row.id)), &row.label).named(&name);
        field.width = (ui.available_width() - 130.0).max(80.0);
        field_ui(ui, field, out, |text| {
            Edit::EditWord(Box::new(data::renamed(&row.word, &text)))
        });
        if sign_button_ui(ui, "×", &named("vocabulary-remove")).clicked() {
            remove::ask_or_send(ui, list, row, out);
        }
        ui.label(
            context
                .texts
                .with("vocabulary-used", &[("count", row.used_by.into())]),
        );
    });
    details::details_ui(ui, context, row, out);
    remove::question_ui(ui, context, list, rows, row, out);
}

fn add_ui(ui: &mut Ui, context: &FrameContext<'_>, list: WordList, out: &mut Intents) {
    let key = Id::new(("vocabulary-new", list));
    let mut text: String = ui.data(|data| data.get_temp(key)).unwrap_or_default();
    ui.horizontal(|ui| {
        let name = context.t("vocabulary-new");
        let response = ui.add(
            TextEdit::singleline(&mut text)
                .id(key.with("field"))
                .hint_text(name.as_str())
                .desired_width(260.0),
        );
        ui.ctx()
            .accesskit_node_builder(response.id, |builder| builder.set_label(name.as_str()));
        let is_entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let is_pressed = ui
            .add_enabled(
                !text.trim().is_empty(),
                egui::Button::new(context.t("vocabulary-add")),
            )
            .clicked();
        if (is_entered || is_pressed) && !text.trim().is_empty() {
            out.push(Edit::AddWord(list, text.trim().to_owned()));
            text.clear();
            // The next word can be typed at once.
            response.request_focus();
        }
    });
    match text.trim() {
        "" => forget_standing(ui.ctx(), key),
        word => note_standing(ui.ctx(), key, vec![Edit::AddWord(list, word.to_owned())]),
    }
    ui.data_mut(|data| data.insert_temp(key, text));
}

fn list_key(list: WordList) -> &'static str {
    match list {
        WordList::ActorKinds => "vocabulary-actor-kinds",
        WordList::RelationKinds => "vocabulary-relation-kinds",
        WordList::Sectors => "vocabulary-sectors",
        WordList::Levels => "vocabulary-levels",
        WordList::Domains => "vocabulary-domains",
        WordList::Regions => "vocabulary-regions",
    }
}

fn hint_key(list: WordList) -> &'static str {
    match list {
        WordList::ActorKinds => "vocabulary-actor-kinds-hint",
        WordList::RelationKinds => "vocabulary-relation-kinds-hint",
        WordList::Sectors => "vocabulary-sectors-hint",
        WordList::Levels => "vocabulary-levels-hint",
        WordList::Domains => "vocabulary-domains-hint",
        WordList::Regions => "vocabulary-regions-hint",
    }
}
