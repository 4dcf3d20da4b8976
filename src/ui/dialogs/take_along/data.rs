use egui::Ui;

use super::halves_ui;
use crate::command::FileRequest;
use crate::desk::PathPurpose;
use crate::takeaway::DataKind;
use crate::ui::widgets::remark_ui;
use crate::ui::{FrameContext, Intents};

pub fn data_ui(ui: &mut Ui, context: &FrameContext<'_>, chosen: &mut DataKind, out: &mut Intents) {
    let mut next = *chosen;
    halves_ui(
        ui,
        |ui| {
            for kind in DataKind::ALL {
                if ui.radio(next == kind, context.t(key(kind))).clicked() {
                    next = kind;
                }
            }
        },
        |ui, _| {
            ui.vertical(|ui| remark_ui(ui, &context.t(&format!("{}-hint", key(*chosen)))));
        },
        |ui| {
            if ui.button(context.t("take-save-data")).clicked() {
                out.push(FileRequest::Choose(purpose(*chosen)));
            }
        },
    );
    *chosen = next;
}

fn key(kind: DataKind) -> &'static str {
    match kind {
        DataKind::Network => "take-data-network",
        DataKind::ActorFigures => "take-data-actor-figures",
        DataKind::AllFigures => "take-data-all-figures",
    }
}

fn purpose(kind: DataKind) -> PathPurpose {
    match kind {
        DataKind::Network => PathPurpose::ExportNodeLink,
        DataKind::ActorFigures => PathPurpose::ExportFigures,
        DataKind::AllFigures => PathPurpose::ExportAllFigures,
    }
}
