//! Groups the ties themselves show, and outlines on the board around these or any other groups.

use egui::{ComboBox, Ui};

use super::data::highlight_of_group;
use super::light_button_ui;
use crate::analysis::group_figures::{COMMUNITY, GroupFigures};
use crate::command::Look;
use crate::i18n::Texts;
use crate::lens::{CORE, GroupsLens};
use crate::told::cohesion::found_group_name;
use crate::told::{cohesion, dimension_name};
use crate::ui::panels::centrality::info_button_ui;
use crate::ui::widgets::{option_ui, remark_ui, rows_ui};
use crate::ui::{FrameContext, Intents};

/// Height of a community whose name stands on one line.
const ROW: f32 = 20.0;

pub fn found_ui(ui: &mut Ui, context: &FrameContext<'_>, figures: &GroupFigures, out: &mut Intents) {
    remark_ui(ui, &context.t("groups-found-lead"));
    hulls_ui(ui, context, figures, out);
    let Some(division) = figures.division(COMMUNITY) else {
        ui.label(context.t("groups-found-none"));
        return;
    };
    if let Some(modularity) = figures.communities.modularity {
        ui.horizontal(|ui| {
            let found = cohesion::communities(division.sizes.len(), modularity);
            ui.label(found.text(context.texts));
            info_button_ui(ui, context, "community_modularity", out);
        });
    }
    rows_ui(ui, "groups-found", ROW, division.sizes.len(), |ui, at| {
        let group = at as u32;
        let name = found_group_name(figures, group, context.texts);
        let text = cohesion::community(name, division.sizes[at]).text(context.texts);
        let lit = || highlight_of_group(figures, division, group);
        light_button_ui(ui, context, &text, lit, out);
    });
    let alone = division.partition.len() - division.sizes.iter().sum::<u32>() as usize;
    if let Some(alone) = cohesion::in_no_community(alone) {
        remark_ui(ui, &alone.text(context.texts));
    }
}

/// What the outlines on the board are of.
fn hulls_ui(ui: &mut Ui, context: &FrameContext<'_>, figures: &GroupFigures, out: &mut Intents) {
    let mut ids: Vec<&str> = figures
        .divisions
        .iter()
        .map(|division| division.id.as_str())
        .collect();
    if figures.core.is_some() {
        ids.push(CORE);
    }
    ui.horizontal(|ui| {
        let label = ui.label(context.t("groups-hulls"));
        let chosen = context.lens.groups.hulls_by.clone();
        let text = chosen.as_deref().map_or_else(
            || context.t("groups-hulls-off"),
            |id| hulls_name(context.texts, id),
        );
        ComboBox::from_id_salt("groups-hulls")
            .selected_text(text)
            .width(150.0)
            .show_ui(ui, |ui| {
                let off = context.t("groups-hulls-off");
                let named = ids
                    .into_iter()
                    .map(|id| (Some(id), hulls_name(context.texts, id)));
                for (id, name) in std::iter::once((None, off)).chain(named) {
                    if option_ui(ui, chosen.as_deref() == id, name).clicked() {
                        let groups = GroupsLens {
                            hulls_by: id.map(str::to_owned),
                            ..context.lens.groups.clone()
                        };
                        out.push(Look::Groups(Box::new(groups)));
                    }
                }
            })
            .response
            .labelled_by(label.id);
    });
}

fn hulls_name(texts: Texts, id: &str) -> String {
    if id == CORE {
        texts.t("groups-core")
    } else {
        dimension_name(texts, id)
    }
}
