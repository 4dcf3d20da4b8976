//! Overlegtafels: who sits at which, how they overlap, and whether the regions behind them match.

mod congruence;
mod data;

use egui::{Button, CollapsingHeader, Sense, Ui, WidgetInfo, WidgetType, pos2, vec2};

use crate::analysis::group_figures::GroupFigures;
use crate::command::{DeskChange, FileRequest, Look};
use crate::desk::ProjectedSide;
use crate::i18n::shown;
use crate::scene::Highlight;
use crate::told::tables as told;
use crate::ui::panels::centrality::info_button_ui;
use crate::ui::widgets::{heading_ui, keep_bar_free, panel_scroll, remark_ui, section_ui};
use crate::ui::{FrameContext, Intents, theme};
use data::{counts, highlight_of_member, highlight_of_overlap, pressure};

/// Rows in sight at once; the rest on request.
const SHOWN: usize = 8;

pub fn two_mode_ui(ui: &mut Ui, context: &FrameContext<'_>, out: &mut Intents) {
    // Content that asks for less must not make the panel narrower.
    ui.set_min_width(ui.available_width());
    heading_ui(ui, &context.t("panel-two-mode"));
    let Some((live, shown)) = context.analysis.zip(context.groups) else {
        super::centrality::waiting_ui(ui, context, out);
        return;
    };
    super::centrality::basis_ui(ui, context, live, out);
    let figures = shown.figures;
    let counts = counts(figures);
    panel_scroll(ui, "two-mode", context.document.serial())
        .auto_shrink(false)
        .show(ui, |ui| {
            keep_bar_free(ui);
            if counts.tables == 0 {
                remark_ui(ui, &context.t("tables-none"));
                return;
            }
            let seats = told::seats(counts.tables, counts.members, counts.seats);
            ui.label(seats.text(context.texts));
            section_ui(
                ui,
                "congruence-title",
                context.t("congruence-title"),
                true,
                |ui| {
                    congruence::congruence_ui(ui, context, figures, out);
                },
            );
            section_ui(ui, "pressure-title", context.t("pressure-title"), true, |ui| {
                pressure_ui(ui, context, figures, out);
            });
            section_ui(ui, "overlap-title", context.t("overlap-title"), false, |ui| {
                overlap_ui(ui, context, figures, out);
            });
            section_ui(
                ui,
                "projection-title",
                context.t("projection-title"),
                false,
                |ui| {
                    projection_ui(ui, context, out);
                },
            );
            ui.add_space(8.0);
        });
}

/// Lights something up on the board, or puts it out when it was lit.
fn toggle_light(context: &FrameContext<'_>, lit: Highlight, out: &mut Intents) {
    let lit = Some(lit);
    let is_lit = context.lens.highlight == lit;
    out.push(Look::Highlight(lit.filter(|_| !is_lit)));
}

/// How many tables everybody sits at.
fn pressure_ui(ui: &mut Ui, context: &FrameContext<'_>, figures: &GroupFigures, out: &mut Intents) {
    let rows = pressure(figures);
    ui.horizontal(|ui| {
        ui.label(context.t("pressure-lead"));
        info_button_ui(ui, context, "affiliation_degree", out);
    });
    let most = rows.first().map_or(1, |row| row.1);
    let (first, rest) = rows.split_at(rows.len().min(SHOWN));
    for &row in first {
        pressure_row_ui(ui, context, figures, row, most, out);
    }
    more_ui(ui, context, "pressure-more", rest, |ui, &row| {
        pressure_row_ui(ui, context, figures, row, most, out);
    });
}

/// The name over a bar as long as the number of tables.
fn pressure_row_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    figures: &GroupFigures,
    (actor, count): (usize, usize),
    most: usize,
    out: &mut Intents,
) {
    let label = &*shown(&figures.snapshot.labels[actor]);
    let height = 24.0;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    let words = told::pressure(label, count).text(context.texts);
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, &words));
    let numbers = 34.0;
    let wide = (rect.width() - numbers) * count as f32 / most as f32;
    let bar = rect.with_max_x(rect.left() + wide).shrink2(vec2(0.0, 2.0));
    let fill = theme::accent(context.theme).gamma_multiply(0.28);
    ui.painter().rect_filled(bar, 3.0, fill);
    let ink = ui.visuals().text_color();
    let name = egui::WidgetText::from(label).into_galley(
        ui,
        Some(egui::TextWrapMode::Truncate),
        rect.width() - numbers - 8.0,
        egui::TextStyle::Body,
    );
    let at = pos2(rect.left() + 6.0, rect.center().y - name.size().y / 2.0);
    ui.painter().galley(at, name, ink);
    let font = egui::FontId::proportional(14.0);
    ui.painter().text(
        rect.right_center() - vec2(5.0, 0.0),
        egui::Align2::RIGHT_CENTER,
        context.texts.count(count as u64),
        font,
        ink,
    );
    if response.has_focus() || response.hovered() {
        let edge = egui::Stroke::new(1.5, ink);
        ui.painter()
            .rect_stroke(rect, 3.0, edge, egui::StrokeKind::Inside);
    }
    if response.on_hover_text(words).clicked() {
        toggle_light(context, highlight_of_member(figures, actor), out);
    }
}

/// Tables that share most of their members.
fn overlap_ui(ui: &mut Ui, context: &FrameContext<'_>, figures: &GroupFigures, out: &mut Intents) {
    let overlaps = &figures.tables.overlaps;
    if overlaps.is_empty() {
        remark_ui(ui, &context.t("overlap-none"));
        return;
    }
    ui.horizontal_top(|ui| {
        info_button_ui(ui, context, "table_overlap", out);
        remark_ui(ui, &context.t("overlap-lead"));
    });
    let mut row_ui = |ui: &mut Ui, overlap: &crate::analysis::two_mode::Overlap| {
        let label = |table: u32| figures.snapshot.labels[table as usize].as_str();
        let members = |table: u32| figures.tables.affiliation.members[table as usize].len();
        let either = members(overlap.a) + members(overlap.b) - overlap.shared as usize;
        let shared = overlap.shared as usize;
        let sentence = told::overlap([label(overlap.a), label(overlap.b)], shared, either);
        let button = Button::new(sentence.text(context.texts)).frame(false).wrap();
        if ui
            .add(button)
            .on_hover_text(context.t("spanners-light-up"))
            .clicked()
        {
            toggle_light(context, highlight_of_overlap(figures, overlap), out);
        }
    };
    let (first, rest) = overlaps.split_at(overlaps.len().min(SHOWN));
    for overlap in first {
        row_ui(ui, overlap);
    }
    // Pairs grow with the square of the tables; past these the likeness is faint anyway.
    let (listed, left_out) = rest.split_at(rest.len().min(60));
    more_ui(ui, context, "overlap-more", listed, row_ui);
    if !left_out.is_empty() {
        let values = [("count", left_out.len().into())];
        remark_ui(ui, &context.texts.with("overlap-rest", &values));
    }
}

fn more_ui<T>(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    id: &str,
    rows: &[T],
    mut row_ui: impl FnMut(&mut Ui, &T),
) {
    if rows.is_empty() {
        return;
    }
    let text = context.texts.with("groups-more", &[("count", rows.len().into())]);
    CollapsingHeader::new(text).id_salt(id).show_unindented(ui, |ui| {
        for row in rows {
            row_ui(ui, row);
        }
    });
}

/// A one-mode network of the tables or of their members, as a constellation of its own.
fn projection_ui(ui: &mut Ui, context: &FrameContext<'_>, out: &mut Intents) {
    remark_ui(ui, &context.t("projection-lead"));
    let mut asked = context.desk.projection;
    for (side, key) in [
        (ProjectedSide::Actors, "projection-actors"),
        (ProjectedSide::Tables, "projection-tables"),
    ] {
        ui.radio_value(&mut asked.side, side, context.t(key));
    }
    ui.checkbox(&mut asked.counts_small_more, context.t("projection-newman"))
        .on_hover_text(context.t("projection-newman-hint"));
    if asked != context.desk.projection {
        out.push(DeskChange::Projection(asked));
    }
    if ui.button(context.t("projection-open")).clicked() {
        out.push(FileRequest::OpenProjection(asked));
    }
}
