//! The constellation as a whole, when nothing is selected.

use egui::{FocusDirection, Id, Key, Modifiers, Ui};

use super::data::OverviewData;
use crate::command::{Command, Edit};
use crate::model::Info;
use crate::ui::keys::{self, KeyOwner};
use crate::ui::panels::tray;
use crate::ui::widgets::{Field, field_ui, heading_ui, remark_ui, row_ui};
use crate::ui::{FrameContext, Intents};

pub fn overview_ui(ui: &mut Ui, context: &FrameContext<'_>, data: &OverviewData, out: &mut Intents) {
    heading_ui(ui, &context.t("inspector-overview"));
    let info = &context.constellation().info;
    row_ui(ui, &context.t("field-title"), |ui, label| {
        let field = Field::new(Id::new("overview-title"), &info.title).labelled(label);
        field_ui(ui, field, out, |title| {
            Edit::SetInfo(Box::new(Info {
                title,
                ..info.clone()
            }))
        });
    });
    let is_in_question = keys::owner(ui.ctx()) == KeyOwner::Field(question_field());
    go_on_to_names(ui, context, is_in_question);
    let label = ui.label(egui::RichText::new(context.t("field-issue")).weak());
    let hint = context.t("field-issue-hint");
    let field = Field::new(question_field(), &info.issue)
        .labelled(label.id)
        .hint(&hint)
        .rows(3);
    field_ui(ui, field, out, |issue| {
        Edit::SetInfo(Box::new(Info {
            issue,
            ..info.clone()
        }))
    });
    if ui.button(context.t("overview-properties")).clicked() {
        out.push(Command::Properties);
    }
    heading_ui(ui, &context.t("overview-counts"));
    counts_ui(ui, context, data);
    if !data.hints.is_empty() {
        heading_ui(ui, &context.t("overview-hints"));
        for (key, count) in &data.hints {
            ui.horizontal_top(|ui| {
                ui.label("•");
                remark_ui(ui, &context.texts.with(key, &[("count", (*count).into())]));
            });
        }
    }
}

/// The question the whole is about.
pub fn question_field() -> Id {
    Id::new("overview-issue")
}

/// Enter ends the question; with Shift it makes a line. As long as nobody takes part, naming them comes next.
fn go_on_to_names(ui: &Ui, context: &FrameContext<'_>, is_in_question: bool) {
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if !is_in_question || !context.constellation().actors.is_empty() {
        return;
    }
    let has_shift = ui.input(|input| input.modifiers.shift);
    if has_shift || !(pressed(Key::Enter) || pressed(Key::Tab)) {
        return;
    }
    ui.memory_mut(|memory| {
        memory.move_focus(FocusDirection::None);
        memory.request_focus(tray::name_field());
    });
}

fn counts_ui(ui: &mut Ui, context: &FrameContext<'_>, data: &OverviewData) {
    let counts = [
        ("overview-count-actors", data.actors),
        ("overview-count-in-tray", data.in_tray),
        ("overview-count-relations", data.relations),
        ("overview-count-assumed", data.assumed),
        ("overview-count-notes", data.notes),
    ];
    for (key, count) in counts {
        row_ui(ui, &context.t(key), |ui, label| {
            ui.label(context.texts.count(count as u64)).labelled_by(label);
        });
    }
}
