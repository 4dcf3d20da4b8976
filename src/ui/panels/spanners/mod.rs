//! Bridge builders: who, why and how sure; per group, as a team, and what is missing. Every sentence lights
//! up on the board what it rests on, every figure opens its definition.

mod best;
mod candidates;
pub mod card;
mod certainty;
mod missing;
pub(in crate::ui) mod parts;
mod reasons;
mod team;
mod weights;

use egui::{RichText, Ui};

use crate::command::DeskChange;
use crate::desk::Dialog;
use crate::told;
use crate::ui::widgets::{heading_ui, keep_bar_free, panel_scroll, remark_ui};
use crate::ui::{FrameContext, Intents};

pub fn spanners_ui(ui: &mut Ui, context: &FrameContext<'_>, out: &mut Intents) {
    heading_ui(ui, &context.t("spanners-title"));
    ui.label(RichText::new(context.t("spanners-lead")).weak());
    let Some(live) = context.analysis else {
        super::centrality::waiting_ui(ui, context, out);
        return;
    };
    super::centrality::basis_ui(ui, context, live, out);
    if live.figures.is_empty() || live.ranking.candidates.is_empty() {
        ui.add_space(8.0);
        ui.label(context.t("spanners-none"));
        // With tables left out nobody may be left: the way back must stay in sight.
        weights::weights_ui(ui, context, live, out);
        return;
    }
    let (weights, _) = context.lens.spanner_weighing(live);
    let ranking = live.rank_by(&weights);
    panel_scroll(ui, "spanners", context.document.serial())
        .auto_shrink(false)
        .show(ui, |ui| {
            keep_bar_free(ui);
            if let Some(why) = told::nothing_bridged(live) {
                ui.label(why.text(context.texts));
            } else {
                candidates::candidates_ui(ui, context, live, &ranking, out);
                best::best_ui(ui, context, live, &ranking, out);
            }
            team::team_ui(ui, context, out);
            missing::missing_ui(ui, context, out);
            super::roles::roles_ui(ui, context, live, out);
            weights::weights_ui(ui, context, live, out);
            ui.add_space(6.0);
            remark_ui(ui, &context.t("spanners-caution"));
            ui.add_space(8.0);
        });
}

/// Opens the explanation of a measure.
pub fn explain(id: &'static str, out: &mut Intents) {
    out.push(DeskChange::Open(Dialog::Measure(id)));
}
