//! Removing a word; one in use asks what comes in its place.

use egui::{Id, Ui};

use super::WordRow;
use crate::command::Edit;
use crate::edit::operations::WordList;
use crate::ui::widgets::{Choice, ChoiceField, Picked, SharedValue, plain_choice_ui};
use crate::ui::{FrameContext, Intents};

/// The word about to be removed, and what is to replace it.
#[derive(Debug, Clone, PartialEq)]
struct Removal {
    list: WordList,
    id: String,
    replacement: Option<String>,
}

fn key() -> Id {
    Id::new("vocabulary-remove-asked")
}

/// Removes a word nobody uses at once; about others the row asks.
pub fn ask_or_send(ui: &Ui, list: WordList, row: &WordRow, out: &mut Intents) {
    if row.used_by == 0 {
        out.push(Edit::RemoveWord {
            list,
            id: row.id.clone(),
            replacement: None,
        });
        return;
    }
    let asked = Removal {
        list,
        id: row.id.clone(),
        replacement: None,
    };
    ui.data_mut(|data| data.insert_temp(key(), asked));
}

pub fn question_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    list: WordList,
    rows: &[WordRow],
    row: &WordRow,
    out: &mut Intents,
) {
    let asked: Option<Removal> = ui.data(|data| data.get_temp(key()));
    let Some(mut asked) = asked.filter(|asked| asked.list == list && asked.id == row.id) else {
        return;
    };
    let mut is_done = false;
    egui::Frame::group(ui.style()).show(ui, |ui| {
        let values = [("count", row.used_by.into()), ("name", row.label.clone().into())];
        let text = match list {
            WordList::RelationKinds => context.texts.with("vocabulary-in-use-relations", &values),
            _ => context.texts.with("vocabulary-in-use-actors", &values),
        };
        ui.add(egui::Label::new(text).wrap());
        ui.horizontal_wrapped(|ui| {
            replacement_ui(ui, context, rows, &mut asked);
            let needs_one = list == WordList::RelationKinds && asked.replacement.is_none();
            let button = egui::Button::new(context.t("vocabulary-remove-it"));
            if ui.add_enabled(!needs_one, button).clicked() {
                out.push(Edit::RemoveWord {
                    list,
                    id: row.id.clone(),
                    replacement: asked.replacement.clone(),
                });
                is_done = true;
            }
            is_done |= ui.button(context.t("vocabulary-keep")).clicked();
        });
    });
    ui.data_mut(|data| {
        if is_done {
            data.remove::<Removal>(key());
        } else {
            data.insert_temp(key(), asked);
        }
    });
}

fn replacement_ui(ui: &mut Ui, context: &FrameContext<'_>, rows: &[WordRow], asked: &mut Removal) {
    let label = ui.label(context.t("vocabulary-replace-by"));
    let mut field = ChoiceField::new(Id::new(("vocabulary-replacement", &asked.id)), label.id);
    field.width = 200.0;
    let none = match asked.list {
        WordList::RelationKinds => context.t("vocabulary-choose"),
        _ => context.t("value-unknown"),
    };
    let shown = rows
        .iter()
        .find(|row| Some(&row.id) == asked.replacement.as_ref())
        .map_or_else(|| none.clone(), |row| row.label.clone());
    let choices = || {
        let others = rows.iter().filter(|row| row.id != asked.id);
        let nothing = (asked.list != WordList::RelationKinds).then(|| Choice::new(None, none.clone()));
        nothing
            .into_iter()
            .chain(others.map(|row| Choice::new(Some(row.id.clone()), row.label.clone())))
            .collect()
    };
    let current = SharedValue::Same(asked.replacement.clone());
    let picked = plain_choice_ui(ui, context.texts, &field, &current, &shown, choices);
    if let Some(Picked::Value(replacement)) = picked {
        asked.replacement = replacement;
    }
}
