//! Gould-Fernandez roles of every actor in one dimension: who lets in, brings out, mediates.

use egui::{RichText, Ui};

use crate::analysis::brokerage::Role;
use crate::analysis::live::Live;
use crate::command::Look;
use crate::edit::Selection;
use crate::ui::{FrameContext, Intents};

use super::spanners::parts::explain_ui;
use crate::told::dimension_name;
use crate::told::numbers::Digits;
use crate::ui::widgets::{
    bold, figure_ui, keep_bar_free, option_ui, panel_scroll, remark_ui, rows_ui, section_ui,
};

/// An actor with how often it has each role, in the order of [`Role::ALL`].
#[derive(Debug, Clone, PartialEq)]
pub struct RoleRow {
    pub at: usize,
    pub counts: [f64; 5],
}

/// Who has a role in this dimension, with the counts that are exported too; first who most often crosses a boundary.
pub fn role_rows(live: &Live, dimension: usize) -> Vec<RoleRow> {
    let raw = &live.figures[dimension].roles;
    let mut rows: Vec<((f64, f64), RoleRow)> = raw
        .iter()
        .enumerate()
        .filter_map(|(at, counts)| {
            let counts = counts.as_ref()?;
            let row = RoleRow {
                at,
                counts: Role::ALL.map(|role| counts.of(role)),
            };
            (counts.total() > 0.0).then(|| ((counts.crossing(), counts.total()), row))
        })
        .collect();
    rows.sort_by(|(a, one), (b, other)| {
        b.0.total_cmp(&a.0)
            .then(b.1.total_cmp(&a.1))
            .then(one.at.cmp(&other.at))
    });
    rows.into_iter().map(|(_, row)| row).collect()
}

pub fn roles_ui(ui: &mut Ui, context: &FrameContext<'_>, live: &Live, out: &mut Intents) {
    section_ui(ui, "roles", context.t("roles-title"), false, |ui| {
        let at = ui
            .horizontal(|ui| {
                let at = dimension_choice_ui(ui, context, live, out);
                explain_ui(ui, context, "gf_total", out);
                at
            })
            .inner;
        let rows = role_rows(live, at);
        if rows.is_empty() {
            ui.label(context.t("roles-none"));
            return;
        }
        table_ui(ui, context, live, &rows, out);
        legend_ui(ui, context);
    });
}

/// What the short names over the columns stand for.
fn legend_ui(ui: &mut Ui, context: &FrameContext<'_>) {
    ui.add_space(4.0);
    for role in Role::ALL {
        let key = role_key(role);
        let values = [
            ("short", context.t(&format!("{key}-short")).into()),
            ("role", context.t(key).into()),
        ];
        let text = context.texts.with("roles-legend", &values);
        let text = egui::RichText::new(text).weak().size(13.0);
        ui.add(egui::Label::new(text).wrap());
    }
    ui.add_space(2.0);
    remark_ui(ui, &context.t("roles-explained"));
}

/// The dimension that roles and rankings are shown for; gives its place.
pub fn dimension_choice_ui(ui: &mut Ui, context: &FrameContext<'_>, live: &Live, out: &mut Intents) -> usize {
    let chosen = context.lens.roles_dimension.as_ref();
    let at = live
        .figures
        .iter()
        .position(|figures| Some(&figures.id) == chosen)
        .unwrap_or(0);
    ui.horizontal(|ui| {
        let label = ui.label(context.t("roles-by"));
        egui::ComboBox::from_id_salt("roles-dimension")
            .selected_text(dimension_name(context.texts, &live.figures[at].id))
            .show_ui(ui, |ui| {
                for figures in &live.figures {
                    let name = dimension_name(context.texts, &figures.id);
                    let is_chosen = figures.id == live.figures[at].id;
                    if option_ui(ui, is_chosen, name).clicked() {
                        out.push(Look::RolesDimension(Some(figures.id.clone())));
                    }
                }
            })
            .response
            .labelled_by(label.id);
    });
    at
}

/// Key of a role's name; `KEY-short` heads its column.
fn role_key(role: Role) -> &'static str {
    match role {
        Role::Coordinator => "role-coordinator",
        Role::Consultant => "role-consultant",
        Role::Representative => "role-representative",
        Role::Gatekeeper => "role-gatekeeper",
        Role::Liaison => "role-liaison",
    }
}

/// Room between two columns of figures, in points.
const GAP: f32 = 6.0;

/// A name over as many lines as it needs, and under it the five counts below their headings: beside each other in a
/// narrow panel one of the two would be cut.
fn table_ui(ui: &mut Ui, context: &FrameContext<'_>, live: &Live, rows: &[RoleRow], out: &mut Intents) {
    let digits = Digits::of(rows.iter().flat_map(|row| row.counts)).at_most(1);
    let headings = Role::ALL.map(|role| bold(context.t(&format!("{}-short", role_key(role)))));
    let most = rows.iter().flat_map(|row| row.counts).fold(0.0, f64::max);
    let widest = headings
        .iter()
        .cloned()
        .chain([RichText::new(digits.text(context.texts, most))]);
    let widest = widest.map(|text| width_of(ui, text)).fold(0.0, f32::max);
    // The bar of the list lies beside them.
    let width = ((ui.available_width() - 2.0 * MARGIN - BAR) / 5.0).max(widest + GAP);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(MARGIN);
        for (heading, role) in headings.into_iter().zip(Role::ALL) {
            cell_ui(ui, width, |ui| {
                ui.label(heading).on_hover_text(context.t(role_key(role)));
            });
        }
    });
    let subject = (context.document.serial(), live.figures.len(), rows.len());
    panel_scroll(ui, "roles-table", subject)
        .max_height(300.0)
        .show(ui, |ui| {
            keep_bar_free(ui);
            ui.spacing_mut().item_spacing.y = 0.0;
            rows_ui(ui, "roles-rows", 46.0, rows.len(), |ui, at| {
                row_ui(ui, context, live, &rows[at], (at, width, digits), out);
            });
        });
}

/// Room around a row, in points.
const MARGIN: f32 = 4.0;
/// What the bar of a list takes.
const BAR: f32 = 8.0;

fn row_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    live: &Live,
    row: &RoleRow,
    (at, width, digits): (usize, f32, Digits),
    out: &mut Intents,
) {
    let actor = live.snapshot.actors[row.at];
    let is_selected = context.selection().actors.contains(&actor);
    let visuals = ui.visuals();
    let fill = match (is_selected, at % 2) {
        (true, _) => visuals.selection.bg_fill,
        (false, 0) => visuals.faint_bg_color,
        (false, _) => egui::Color32::TRANSPARENT,
    };
    let ink = is_selected.then_some(visuals.selection.stroke.color);
    egui::Frame::NONE.fill(fill).inner_margin(MARGIN).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.visuals_mut().override_text_color = ink;
        let label = crate::i18n::shown(&live.snapshot.labels[row.at]);
        if ui.add(egui::Button::new(&*label).frame(false).wrap()).clicked() {
            out.push(Look::Reveal(Selection::of_actor(actor)));
        }
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            let rest = digits.rest(context.texts);
            for count in row.counts {
                let text = digits.text(context.texts, count);
                cell_ui(ui, width, |ui| {
                    figure_ui(ui, context.texts, &text, &rest);
                });
            }
        });
    });
}

fn cell_ui(ui: &mut Ui, width: f32, contents: impl FnOnce(&mut Ui)) {
    let layout = egui::Layout::right_to_left(egui::Align::Center);
    ui.allocate_ui_with_layout(egui::vec2(width, 18.0), layout, contents);
}

fn width_of(ui: &Ui, text: RichText) -> f32 {
    let extend = Some(egui::TextWrapMode::Extend);
    let text = egui::WidgetText::from(text);
    text.into_galley(ui, extend, f32::INFINITY, egui::TextStyle::Body)
        .size()
        .x
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Control;
    use crate::analysis::Partition;
    use crate::analysis::live::live;
    use crate::analysis::snapshot::{NamedPartition, Snapshot};
    use crate::analysis::testing::network;

    /// A star whose middle is 1, and whose others are of these groups.
    fn rows(directed: bool, of: [u32; 4]) -> (Live, Vec<RoleRow>) {
        let groups = ["x", "y"].map(str::to_owned).to_vec();
        let partition = Partition::single(groups, &of.map(Some));
        let dimensions = vec![NamedPartition {
            id: "sector".to_owned(),
            partition,
        }];
        let network = network(4, directed, &[(0, 1), (1, 2), (1, 3)]);
        let live = live(
            Snapshot::of_network(network, vec![false; 4], dimensions),
            &Control::new(),
        )
        .unwrap();
        let rows = role_rows(&live, 0);
        (live, rows)
    }

    #[test]
    fn who_stands_between_two_of_the_own_group_has_a_role_too() {
        let (_, rows) = rows(true, [0, 0, 0, 0]);
        assert_eq!(rows.len(), 1);
        assert_eq!((rows[0].at, rows[0].counts), (1, [2.0, 0.0, 0.0, 0.0, 0.0]));
    }

    #[test]
    fn the_counts_are_those_of_the_exported_columns() {
        for directed in [false, true] {
            let (live, rows) = rows(directed, [0, 1, 1, 0]);
            let of = live.figures[0].roles[1].unwrap();
            assert_eq!(
                rows[0].counts,
                Role::ALL.map(|role| of.of(role)),
                "directed: {directed}"
            );
            assert!(of.total() > 0.0);
        }
    }
}
