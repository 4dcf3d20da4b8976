//! The constellation as a whole, when nothing is selected.

use egui::{Id, Ui};

use super::data::OverviewData;
use crate::command::{Command, Intent};
use crate::model::Info;
use crate::ui::widgets::{Field, field_ui, heading_ui, remark_ui, row_ui};
use crate::ui::{FrameContext, Intents};

pub fn overview_ui(ui: &mut Ui, context: &FrameContext<'_>, data: &OverviewData, out: &mut Intents) {
    heading_ui(ui, &context.t("inspector-overview"));
    let info = &context.constellation().info;
    row_ui(ui, &context.t("field-title"), |ui, label| {
        let field = Field::new(Id::new("overview-title"), &info.title).labelled(label);
        field_ui(ui, field, out, |title| {
            Intent::SetInfo(Box::new(Info {
                title,
                ..info.clone()
            }))
        });
    });
    let label = ui.label(egui::RichText::new(context.t("field-issue")).weak());
    let hint = context.t("field-issue-hint");
    let field = Field::new(Id::new("overview-issue"), &info.issue)
        .labelled(label.id)
        .hint(&hint)
        .rows(3);
    field_ui(ui, field, out, |issue| {
        Intent::SetInfo(Box::new(Info {
            issue,
            ..info.clone()
        }))
    });
    if ui.button(context.t("overview-properties")).clicked() {
        out.push(Intent::Run(Command::Properties));
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
