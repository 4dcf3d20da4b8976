//! Groups and cohesion: who has to do with whom, how even that is, what holds it together.

mod cuts;
mod data;
mod figures;
mod found;
mod helix;
mod inward;
mod matrix;

use egui::{Align, ComboBox, Layout, RichText, Ui, vec2};

use crate::analysis::group_figures::{COMMUNITY, Division, GroupFigures};
use crate::command::Look;
use crate::i18n::{Texts, shown};
use crate::lens::GroupsLens;
use crate::scene::Highlight;
use crate::ui::widgets::{bold, heading_ui, keep_bar_free, option_ui, panel_scroll, remark_ui, section_ui};
use crate::ui::{FrameContext, GroupsOnShow, Intents};

use crate::told::{cohesion, dimension_name};

pub fn groups_ui(ui: &mut Ui, context: &FrameContext<'_>, out: &mut Intents) {
    // Content that asks for less must not make the panel narrower.
    ui.set_min_width(ui.available_width());
    heading_ui(ui, &context.t("panel-cohesion"));
    let Some((live, shown)) = context.analysis.zip(context.groups) else {
        super::centrality::waiting_ui(ui, context, out);
        return;
    };
    super::centrality::basis_ui(ui, context, live, out);
    panel_scroll(ui, "groups", context.document.serial())
        .auto_shrink(false)
        .show(ui, |ui| {
            keep_bar_free(ui);
            section_ui(
                ui,
                "groups-helix-title",
                context.t("groups-helix-title"),
                true,
                |ui| {
                    helix::helix_ui(ui, context, shown.figures, out);
                },
            );
            if shown.figures.divisions.is_empty() {
                remark_ui(ui, &context.t("groups-none"));
            } else {
                divided_ui(ui, context, shown, out);
            }
            section_ui(
                ui,
                "groups-found-title",
                context.t("groups-found-title"),
                false,
                |ui| {
                    found::found_ui(ui, context, shown.figures, out);
                },
            );
            section_ui(
                ui,
                "groups-cuts-title",
                context.t("groups-cuts-title"),
                false,
                |ui| {
                    cuts::cuts_ui(ui, context, shown.figures, out);
                },
            );
            section_ui(
                ui,
                "groups-core-title",
                context.t("groups-core-title"),
                false,
                |ui| {
                    cuts::core_ui(ui, context, shown.figures, out);
                },
            );
            section_ui(
                ui,
                "groups-figures-title",
                context.t("groups-figures-title"),
                false,
                |ui| {
                    figures::figures_ui(ui, context, live, shown.figures, out);
                },
            );
            ui.add_space(8.0);
        });
}

/// What asks for groups to compare.
fn divided_ui(ui: &mut Ui, context: &FrameContext<'_>, shown: GroupsOnShow<'_>, out: &mut Intents) {
    let at = dimension_ui(ui, context, shown.figures, out);
    let division = &shown.figures.divisions[at];
    section_ui(
        ui,
        "groups-matrix-title",
        context.t("groups-matrix-title"),
        true,
        |ui| {
            matrix::matrix_ui(ui, context, shown.figures, division, out);
        },
    );
    section_ui(
        ui,
        "groups-inward-title",
        context.t("groups-inward-title"),
        true,
        |ui| {
            let test = shown.tests.map(|tests| tests[at]);
            inward::inward_ui(ui, context, shown.figures, division, test, out);
        },
    );
}

/// The division that the sections below are about; gives its place.
fn dimension_ui(ui: &mut Ui, context: &FrameContext<'_>, figures: &GroupFigures, out: &mut Intents) -> usize {
    let chosen = context.lens.groups.dimension.as_ref();
    let found = figures
        .divisions
        .iter()
        .position(|division| Some(&division.id) == chosen);
    let at = found.unwrap_or(0);
    ui.add_space(6.0);
    ui.horizontal(|ui| {
        let label = ui.label(bold(context.t("groups-by")));
        ComboBox::from_id_salt("groups-dimension")
            .selected_text(dimension_name(context.texts, &figures.divisions[at].id))
            .width(190.0)
            .show_ui(ui, |ui| {
                for division in &figures.divisions {
                    let name = dimension_name(context.texts, &division.id);
                    let is_chosen = division.id == figures.divisions[at].id;
                    if option_ui(ui, is_chosen, name).clicked() {
                        let groups = GroupsLens {
                            dimension: Some(division.id.clone()),
                            cell: None,
                            ..context.lens.groups.clone()
                        };
                        out.push(Look::Groups(Box::new(groups)));
                    }
                }
            })
            .response
            .labelled_by(label.id);
    });
    at
}

/// A group of a division as people call it.
fn group_name(figures: &GroupFigures, division: &Division, group: u32, texts: Texts) -> String {
    if division.id == COMMUNITY {
        cohesion::found_group_name(figures, group, texts)
    } else {
        shown(&division.partition.groups[group as usize]).into_owned()
    }
}

/// One row of a table with columns of these widths; long words wrap within theirs.
fn row_ui(ui: &mut Ui, widths: &[f32], mut cell_ui: impl FnMut(&mut Ui, usize)) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        // A name that can be clicked stands on the line of the numbers beside it.
        ui.spacing_mut().button_padding.y = 0.0;
        ui.spacing_mut().interact_size.y = 20.0;
        for (at, &width) in widths.iter().enumerate() {
            ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
                ui.set_width(width - 8.0);
                cell_ui(ui, at);
            });
        }
    });
}

/// A row of a list that lights something up on the board, and puts it out again.
fn light_button_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    text: &str,
    highlight: impl FnOnce() -> Highlight,
    out: &mut Intents,
) {
    let button = egui::Button::new(RichText::new(text)).frame(false).wrap();
    let response = ui.add(button).on_hover_text(context.t("spanners-light-up"));
    if response.clicked() {
        let asked = Some(highlight());
        let is_lit = context.lens.highlight == asked;
        out.push(Look::Highlight(asked.filter(|_| !is_lit)));
    }
}
