//! E-I: whether relations run inward or outward, of the whole, of groups and of actors, and how sure that is.

use egui::{
    Align2, CollapsingHeader, FontId, Rect, Sense, Spinner, Stroke, Ui, WidgetInfo, WidgetType, pos2, vec2,
};

use super::data::{highlight_of_actor, highlight_of_group};
use super::{group_name, light_button_ui, row_ui};
use crate::analysis::group_figures::{Division, GroupFigures};
use crate::analysis::groups::{GroupTies, PermutationTest};
use crate::i18n::{Message, shown};
use crate::told::counts::{Counted, score};
use crate::told::groups::{inward, inward_counts};
use crate::told::numbers::Digits;
use crate::ui::panels::centrality::info_button_ui;
use crate::ui::widgets::{bold, colour, figure_ui, name_button_ui, remark_ui, right_ui, rows_ui};
use crate::ui::{FrameContext, Intents, theme};

/// `test`: `None` while it is being computed.
pub fn inward_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    figures: &GroupFigures,
    division: &Division,
    test: Option<Option<PermutationTest>>,
    out: &mut Intents,
) {
    let found = &division.external_internal;
    let Some(ei) = found.ei else {
        remark_ui(ui, &context.t("inward-none"));
        return;
    };
    ui.horizontal(|ui| {
        let figure = Message::new("inward-figure").with("ei", score(ei));
        ui.label(bold(figure.text(context.texts)));
        info_button_ui(ui, context, "ei", out);
    });
    gauge_ui(ui, context, ei, test.flatten().as_ref());
    ui.label(inward_counts(found.internal, found.external).text(context.texts));
    remark_ui(ui, &Counted::Pairs.how().text(context.texts));
    match test {
        None => {
            ui.horizontal(|ui| {
                ui.add(Spinner::new());
                ui.label(context.t("inward-testing"));
            });
        }
        Some(None) => {
            remark_ui(ui, &context.t("inward-untested"));
        }
        Some(Some(test)) => {
            ui.label(inward(&test).text(context.texts));
        }
    }
    CollapsingHeader::new(context.t("inward-groups"))
        .id_salt("inward-groups")
        .show_unindented(ui, |ui| groups_ui(ui, context, figures, division, out));
    CollapsingHeader::new(context.t("inward-actors"))
        .id_salt("inward-actors")
        .show_unindented(ui, |ui| actors_ui(ui, context, figures, division, out));
}

/// From all inward to all outward, with where chance puts it.
fn gauge_ui(ui: &mut Ui, context: &FrameContext<'_>, ei: f64, test: Option<&PermutationTest>) {
    let width = ui.available_width();
    let (rect, response) = ui.allocate_exact_size(vec2(width, 44.0), Sense::hover());
    let words = context.t("inward-gauge");
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, &words));
    let weak = ui.visuals().weak_text_color();
    let line = rect.shrink2(vec2(8.0, 0.0));
    let y = rect.top() + 14.0;
    let x = |value: f64| line.left() + line.width() * (value as f32 + 1.0) / 2.0;
    let painter = ui.painter();
    painter.hline(line.x_range(), y, Stroke::new(2.0, weak));
    for value in [-1.0, 0.0, 1.0] {
        painter.vline(x(value), y - 4.0..=y + 4.0, Stroke::new(1.5, weak));
    }
    if let Some(test) = test {
        let reach = 2.0 * test.deviation;
        let low = x((test.mean - reach).max(-1.0));
        let high = x((test.mean + reach).min(1.0));
        let band = Rect::from_min_max(pos2(low, y - 6.0), pos2(high.max(low + 3.0), y + 6.0));
        painter.rect_filled(band, 3.0, colour(context.palette.unknown).gamma_multiply(0.55));
    }
    let accent = theme::accent(context.theme);
    painter.circle(
        pos2(x(ei), y),
        7.0,
        accent,
        Stroke::new(2.0, ui.visuals().panel_fill),
    );
    let font = FontId::proportional(11.5);
    let bottom = rect.bottom();
    for (at, align, key) in [
        (line.left(), Align2::LEFT_BOTTOM, "inward-left"),
        (line.center().x, Align2::CENTER_BOTTOM, "inward-middle"),
        (line.right(), Align2::RIGHT_BOTTOM, "inward-right"),
    ] {
        painter.text(pos2(at, bottom), align, context.t(key), font.clone(), weak);
    }
    response.on_hover_text(words);
}

/// Height of a group whose name stands on one line.
const ROW: f32 = 20.0;

fn groups_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    figures: &GroupFigures,
    division: &Division,
    out: &mut Intents,
) {
    let ties = &division.external_internal.groups;
    let widths = [ui.available_width() - 3.0 * 62.0, 62.0, 62.0, 62.0];
    let heads = ["inward-group", "inward-within", "inward-out", "inward-ei"];
    row_ui(ui, &widths, |ui, column| {
        let head = bold(context.t(heads[column]));
        if column == 0 {
            ui.label(head);
        } else {
            right_ui(ui, |ui| ui.label(head));
        }
    });
    let counts = Digits::of(ties.iter().flat_map(|ties| [ties.internal_once, ties.external])).at_most(1);
    let indices = Digits::of(ties.iter().filter_map(GroupTies::ei));
    let list = ("inward-groups", &division.id);
    rows_ui(ui, list, ROW, ties.len(), |ui, at| {
        let (group, ties) = (at as u32, &ties[at]);
        row_ui(ui, &widths, |ui, column| {
            let text = match column {
                0 => {
                    let name = group_name(figures, division, group, context.texts);
                    let lit = || highlight_of_group(figures, division, group);
                    light_button_ui(ui, context, &name, lit, out);
                    return;
                }
                1 => counts.text(context.texts, ties.internal_once),
                2 => counts.text(context.texts, ties.external),
                _ => ties.ei().map_or_else(
                    || context.t("figure-undefined"),
                    |value| indices.text(context.texts, value),
                ),
            };
            let digits = if column < 3 { counts } else { indices };
            let rest = digits.rest(context.texts);
            right_ui(ui, |ui| figure_ui(ui, context.texts, &text, &rest));
        });
    });
    remark_ui(ui, &context.t("inward-groups-how"));
}

fn actors_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    figures: &GroupFigures,
    division: &Division,
    out: &mut Intents,
) {
    let values = &division.external_internal.actors;
    let mut rows: Vec<(usize, f64)> = values
        .iter()
        .enumerate()
        .filter_map(|(v, value)| Some((v, (*value)?)))
        .collect();
    let labels = &figures.snapshot.labels;
    rows.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| labels[a.0].cmp(&labels[b.0])));
    remark_ui(ui, &context.t("inward-actors-lead"));
    let row_height = 22.0;
    let digits = Digits::of(rows.iter().map(|row| row.1));
    egui::ScrollArea::vertical()
        .id_salt("inward-actors")
        .max_height(260.0)
        .show_rows(ui, row_height, rows.len(), |ui, range| {
            for &(v, value) in &rows[range] {
                ui.horizontal(|ui| {
                    ui.set_height(row_height);
                    ui.allocate_ui(vec2(48.0, row_height), |ui| {
                        ui.set_width(48.0);
                        let text = digits.text(context.texts, value);
                        let rest = digits.rest(context.texts);
                        right_ui(ui, |ui| figure_ui(ui, context.texts, &text, &rest));
                    });
                    let name = &*shown(&labels[v]);
                    if name_button_ui(ui, name).clicked() {
                        let lit = Some(highlight_of_actor(figures, v));
                        let is_lit = context.lens.highlight == lit;
                        out.push(crate::command::Look::Highlight(lit.filter(|_| !is_lit)));
                    }
                });
            }
        });
}
