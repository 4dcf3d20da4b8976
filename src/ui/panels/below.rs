//! What stands below the board: actors or relations as a table, or what was agreed.

use egui::Ui;

use super::{agreements, tables};
use crate::command::DeskChange;
use crate::desk::{Below, TableTab};
use crate::ui::{FrameContext, Intents};

pub fn below_ui(ui: &mut Ui, context: &FrameContext<'_>, out: &mut Intents) {
    match context.desk.below {
        Below::Table => tables::tables_ui(ui, context, out),
        Below::Agreements => agreements::agreements_ui(ui, context, out),
    }
}

/// The choice between them, at the beginning of a row.
pub fn tabs_ui(ui: &mut Ui, context: &FrameContext<'_>, out: &mut Intents) {
    let constellation = context.constellation();
    let is_table = context.desk.below == Below::Table;
    let tables = [
        (TableTab::Actors, "table-actors", constellation.actors.len()),
        (
            TableTab::Relations,
            "table-relations",
            constellation.relations.len(),
        ),
    ];
    for (tab, key, count) in tables {
        let text = context.texts.with(key, &[("count", count.into())]);
        let is_shown = is_table && context.desk.table_tab == tab;
        if ui.selectable_label(is_shown, text).clicked() {
            out.push(DeskChange::OpenTable(tab));
        }
    }
    let count = constellation.agreements.len();
    let text = context.texts.with("table-agreements", &[("count", count.into())]);
    if ui.selectable_label(!is_table, text).clicked() {
        out.push(DeskChange::WriteAgreement);
    }
}
