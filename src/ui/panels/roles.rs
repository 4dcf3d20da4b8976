//! Gould-Fernandez roles of every actor in one dimension: who lets in, brings out, mediates.

use egui::Ui;
use egui_extras::{Column as ColumnSize, TableBuilder};

use crate::analysis::brokerage::Role;
use crate::analysis::live::Live;
use crate::command::Look;
use crate::edit::Selection;
use crate::ui::{FrameContext, Intents};

use super::spanners::parts::explain_ui;
use crate::told::dimension_name;
use crate::told::numbers::Digits;
use crate::ui::widgets::{figure_ui, option_ui, remark_ui, section_ui};

/// An actor with how often it has each role, in the order of [`Role::ALL`].
#[derive(Debug, Clone, PartialEq)]
pub struct RoleRow {
    pub at: usize,
    pub counts: [f64; 5],
}

/// Who has a role that crosses a boundary in this dimension, most often first.
pub fn role_rows(live: &Live, dimension: usize) -> Vec<RoleRow> {
    let raw = &live.figures[dimension].roles;
    let mut rows: Vec<(f64, RoleRow)> = raw
        .iter()
        .enumerate()
        .filter_map(|(at, counts)| {
            let counts = counts.as_ref()?;
            // People count a pair once where direction has no meaning, as the sentences do.
            let counts = if live.snapshot.network.directed {
                *counts
            } else {
                counts.half()
            };
            let row = RoleRow {
                at,
                counts: Role::ALL.map(|role| counts.of(role)),
            };
            (counts.crossing() > 0.0).then(|| (counts.crossing(), row))
        })
        .collect();
    rows.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.at.cmp(&b.1.at)));
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

fn table_ui(ui: &mut Ui, context: &FrameContext<'_>, live: &Live, rows: &[RoleRow], out: &mut Intents) {
    let width = ui.available_width();
    let digits = Digits::of(rows.iter().flat_map(|row| row.counts)).at_most(1);
    let rest = digits.rest(context.texts);
    let mut table = TableBuilder::new(ui)
        .id_salt("roles-table")
        .striped(true)
        .cell_layout(egui::Layout::left_to_right(egui::Align::Center))
        .max_scroll_height(240.0)
        .column(ColumnSize::exact((width - 5.0 * 44.0).max(80.0)).clip(true));
    for _ in Role::ALL {
        table = table.column(ColumnSize::exact(36.0));
    }
    table
        .header(24.0, |mut header| {
            header.col(|ui| {
                ui.label(context.t("column-actor"));
            });
            for role in Role::ALL {
                header.col(|ui| {
                    let key = role_key(role);
                    ui.label(context.t(&format!("{key}-short")))
                        .on_hover_text(context.t(key));
                });
            }
        })
        .body(|body| {
            body.rows(24.0, rows.len(), |mut row| {
                let shown = &rows[row.index()];
                let actor = live.snapshot.actors[shown.at];
                row.set_selected(context.selection().actors.contains(&actor));
                row.col(|ui| {
                    let label = crate::i18n::shown(&live.snapshot.labels[shown.at]);
                    let name = egui::Button::new(&*label).frame(false).truncate();
                    if ui.add(name).clicked() {
                        out.push(Look::Reveal(Selection::of_actor(actor)));
                    }
                });
                for count in shown.counts {
                    row.col(|ui| {
                        let layout = egui::Layout::right_to_left(egui::Align::Center);
                        let text = digits.text(context.texts, count);
                        ui.with_layout(layout, |ui| figure_ui(ui, context.texts, &text, &rest));
                    });
                }
            });
        });
}
