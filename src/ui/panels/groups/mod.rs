//! Groups and cohesion: who has to do with whom, how even that is, what holds it together.

mod cuts;
mod data;
mod figures;
mod found;
mod helix;
mod inward;
mod matrix;

use std::borrow::Cow;

use egui::{Align, ComboBox, Layout, RichText, Ui, vec2};

use crate::analysis::group_figures::{COMMUNITY, Division, GroupFigures};
use crate::command::Intent;
use crate::i18n::{Texts, shown};
use crate::scene::Highlight;
use crate::ui::state::ViewState;
use crate::ui::widgets::{bold, heading_ui, keep_bar_free, panel_scroll, remark_ui, section_ui};
use crate::ui::{FrameContext, GroupsOnShow, Intents};

use crate::told::{cohesion, dimension_name};

/// Instead of a division: outlines only what is densely tied.
pub const CORE: &str = "core";

/// What a cell of the matrix says in a number; its colour is always the ratio.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum CellNumber {
    #[default]
    Ratio,
    Ties,
    Expected,
}

/// What the panel remembers between frames.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct GroupsView {
    /// Id of the division on show; the first one as long as none was chosen.
    pub dimension: Option<String>,
    pub cell_number: CellNumber,
    pub counts_weights: bool,
    /// Row and column that are lit on the board.
    pub cell: Option<(u32, u32)>,
    /// Division with outlines on the board, or [`CORE`].
    pub hulls_by: Option<String>,
    /// Cut points and bridges are marked on the board.
    pub marks_cuts: bool,
}

impl GroupsView {
    /// Outlines around the groups the ties themselves show, or none.
    pub fn toggle_hulls(&mut self) {
        self.hulls_by = match self.hulls_by {
            Some(_) => None,
            None => Some(COMMUNITY.to_owned()),
        };
    }

    pub fn is_on_board(&self) -> bool {
        self.hulls_by.is_some() || self.marks_cuts
    }
}

pub fn groups_ui(ui: &mut Ui, context: &FrameContext<'_>, view: &mut ViewState, out: &mut Intents) {
    // Content that asks for less must not make the panel narrower.
    ui.set_min_width(ui.available_width());
    heading_ui(ui, &context.t("panel-cohesion"));
    let Some((live, shown)) = context.analysis.zip(context.groups) else {
        super::centrality::waiting_ui(ui, context, out);
        return;
    };
    super::centrality::basis_ui(ui, context, view, live, out);
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
                divided_ui(ui, context, view, shown, out);
            }
            section_ui(
                ui,
                "groups-found-title",
                context.t("groups-found-title"),
                false,
                |ui| {
                    found::found_ui(ui, context, view, shown.figures, out);
                },
            );
            section_ui(
                ui,
                "groups-cuts-title",
                context.t("groups-cuts-title"),
                false,
                |ui| {
                    cuts::cuts_ui(ui, context, view, shown.figures, out);
                },
            );
            section_ui(
                ui,
                "groups-core-title",
                context.t("groups-core-title"),
                false,
                |ui| {
                    cuts::core_ui(ui, context, view, shown.figures, out);
                },
            );
            section_ui(
                ui,
                "groups-figures-title",
                context.t("groups-figures-title"),
                false,
                |ui| {
                    figures::figures_ui(ui, context, view, live, shown.figures);
                },
            );
            ui.add_space(8.0);
        });
}

/// What asks for groups to compare.
fn divided_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    view: &mut ViewState,
    shown: GroupsOnShow<'_>,
    out: &mut Intents,
) {
    let at = dimension_ui(ui, context, view, shown.figures);
    let division = &shown.figures.divisions[at];
    section_ui(
        ui,
        "groups-matrix-title",
        context.t("groups-matrix-title"),
        true,
        |ui| {
            matrix::matrix_ui(ui, context, view, shown.figures, division, out);
        },
    );
    section_ui(
        ui,
        "groups-inward-title",
        context.t("groups-inward-title"),
        true,
        |ui| {
            let test = shown.tests.map(|tests| tests[at]);
            inward::inward_ui(ui, context, view, shown.figures, division, test, out);
        },
    );
}

/// The division that the sections below are about; gives its place.
fn dimension_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    view: &mut ViewState,
    figures: &GroupFigures,
) -> usize {
    let chosen = view.groups.dimension.as_ref();
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
                    if ui.selectable_label(is_chosen, name).clicked() {
                        view.groups.dimension = Some(division.id.clone());
                        view.groups.cell = None;
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
        community_name(figures, group, texts)
    } else {
        shown(&division.partition.groups[group as usize]).into_owned()
    }
}

/// A found group is called after its member with the most relations within it.
pub fn community_name(figures: &GroupFigures, group: u32, texts: Texts) -> String {
    let centre = data::centre_of(figures, group);
    let name = centre.map_or(Cow::Borrowed(""), |v| shown(&figures.snapshot.labels[v]));
    cohesion::community_name(data::letter(group as usize), &name).text(texts)
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
    view: &ViewState,
    text: &str,
    highlight: impl FnOnce() -> Highlight,
    out: &mut Intents,
) {
    let button = egui::Button::new(RichText::new(text)).frame(false).wrap();
    let response = ui.add(button).on_hover_text(context.t("spanners-light-up"));
    if response.clicked() {
        let asked = Some(highlight());
        let is_lit = view.highlight == asked;
        out.push(Intent::SetHighlight(asked.filter(|_| !is_lit)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_for_outlines_takes_away_whatever_outlines_there_are() {
        let mut view = GroupsView::default();
        view.toggle_hulls();
        assert_eq!(view.hulls_by.as_deref(), Some(COMMUNITY));
        view.hulls_by = Some("sector".to_owned());
        view.toggle_hulls();
        assert!(!view.is_on_board());
    }
}
