use egui::Ui;

use super::{halves_ui, hidden_text};
use crate::command::FileRequest;
use crate::desk::PathPurpose;
use crate::takeaway::DataKind;
use crate::ui::widgets::remark_ui;
use crate::ui::{FrameContext, Intents};

pub fn data_ui(ui: &mut Ui, context: &FrameContext<'_>, chosen: &mut DataKind, out: &mut Intents) {
    let mut next = *chosen;
    halves_ui(
        ui,
        context,
        out,
        |ui| {
            for kind in DataKind::ALL {
                if ui.radio(next == kind, context.t(key(kind))).clicked() {
                    next = kind;
                }
            }
        },
        |ui, room| {
            ui.vertical(|ui| {
                ui.set_max_width(room.x);
                remark_ui(ui, &context.t(&format!("{}-hint", key(*chosen))));
                if *chosen != DataKind::Network
                    && let Some(text) = hidden_text(context, "take-data-hidden")
                {
                    remark_ui(ui, &text);
                }
            });
        },
        |ui, out| {
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
