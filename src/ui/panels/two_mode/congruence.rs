//! Whether the regions behind the tables match, per actor: as a picture and in sentences.

use std::collections::BTreeSet;

use egui::{Align2, Button, ComboBox, FontId, Rect, Sense, Stroke, Ui, WidgetInfo, WidgetType, pos2, vec2};

use super::data::{FitRow, fits, highlight_of_fit};
use super::{more_ui, toggle_light};
use crate::analysis::group_figures::GroupFigures;
use crate::command::Look;
use crate::i18n::shown;
use crate::model::{ActorId, LevelId};
use crate::told::numbers::percent_short;
use crate::told::tables::{self, TableFit};
use crate::ui::panels::centrality::info_button_ui;
use crate::ui::widgets::{bold, option_ui, remark_ui};
use crate::ui::{FrameContext, Intents, theme};

/// Actors with a whole sentence at once.
const TOLD: usize = 4;
pub fn congruence_ui(ui: &mut Ui, context: &FrameContext<'_>, figures: &GroupFigures, out: &mut Intents) {
    level_ui(ui, context, figures, out);
    let level = context.lens.tables_level.as_ref();
    let is_asked = |id: ActorId| {
        let actor = context.constellation().actor(id);
        level.is_none() || actor.is_some_and(|actor| actor.level.as_ref() == level)
    };
    let rows = fits(figures, is_asked);
    if rows.is_empty() {
        remark_ui(ui, &context.t("congruence-none"));
        return;
    }
    remark_ui(ui, &context.t("congruence-lead"));
    picture_ui(ui, context, figures, &rows);
    measures_ui(ui, context, out);
    ui.label(verdict(context, figures, &rows));
    let (first, rest) = rows.split_at(rows.len().min(TOLD));
    for row in first {
        row_ui(ui, context, figures, row, out);
    }
    more_ui(ui, context, "congruence-more", rest, |ui, row| {
        row_ui(ui, context, figures, row, out);
    });
    remark_ui(ui, &context.t("congruence-caution"));
}

/// Whose tables are held against each other, when those who sit at them are of several levels.
fn level_ui(ui: &mut Ui, context: &FrameContext<'_>, figures: &GroupFigures, out: &mut Intents) {
    let constellation = context.constellation();
    let (actors, tables_of) = (&figures.snapshot.actors, &figures.tables.affiliation.tables_of);
    let sitting = actors
        .iter()
        .zip(tables_of)
        .filter(|(_, tables)| !tables.is_empty());
    let found: BTreeSet<&LevelId> = sitting
        .filter_map(|(id, _)| constellation.actor(*id)?.level.as_ref())
        .collect();
    if found.len() < 2 {
        if context.lens.tables_level.is_some() {
            out.push(Look::TablesLevel(None));
        }
        return;
    }
    let levels = constellation.vocabulary.levels.iter();
    let levels: Vec<_> = levels.filter(|level| found.contains(&level.id)).collect();
    let chosen = levels
        .iter()
        .find(|level| Some(&level.id) == context.lens.tables_level.as_ref());
    let everybody = context.t("congruence-everybody");
    let text = shown(chosen.map_or(everybody.as_str(), |level| level.label.as_str()));
    ui.horizontal(|ui| {
        let label = ui.label(context.t("congruence-whose"));
        ComboBox::from_id_salt("tables-level")
            .selected_text(&*text)
            .show_ui(ui, |ui| {
                let named = levels.iter().map(|level| (Some(&level.id), level.label.as_str()));
                for (id, label) in std::iter::once((None, everybody.as_str())).chain(named) {
                    let is_chosen = context.lens.tables_level.as_ref() == id;
                    if option_ui(ui, is_chosen, &*shown(label)).clicked() {
                        out.push(Look::TablesLevel(id.cloned()));
                    }
                }
            })
            .response
            .labelled_by(label.id);
    });
}

/// What both axes are, and their mean; each with its definition.
fn measures_ui(ui: &mut Ui, context: &FrameContext<'_>, out: &mut Intents) {
    for (key, id) in [
        ("congruence-nesting", "nesting"),
        ("congruence-peer", "closest_peer"),
        ("congruence-fit", "region_fit"),
    ] {
        ui.horizontal(|ui| {
            ui.set_width(ui.available_width());
            info_button_ui(ui, context, id, out);
            ui.add(egui::Label::new(context.t(key)).wrap());
        });
    }
}

fn verdict(context: &FrameContext<'_>, figures: &GroupFigures, rows: &[FitRow]) -> String {
    let outliers = rows.iter().filter(|row| row.stands_out);
    let names: Vec<&str> = outliers
        .map(|row| figures.snapshot.labels[row.actor].as_str())
        .collect();
    tables::outliers(&names).text(context.texts)
}

fn row_ui(ui: &mut Ui, context: &FrameContext<'_>, figures: &GroupFigures, row: &FitRow, out: &mut Intents) {
    let label = &*shown(&figures.snapshot.labels[row.actor]);
    egui::Frame::group(ui.style()).inner_margin(6).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            ui.label(bold(percent_short(row.fit).text(context.texts)).size(15.0));
            ui.add(egui::Label::new(bold(label).size(15.0)).truncate());
        });
        let button = Button::new(in_words(context, figures, row)).frame(false).wrap();
        if ui
            .add(button)
            .on_hover_text(context.t("spanners-light-up"))
            .clicked()
        {
            toggle_light(context, highlight_of_fit(figures, row), out);
        }
    });
}

fn in_words(context: &FrameContext<'_>, figures: &GroupFigures, row: &FitRow) -> String {
    let label = |v: usize| figures.snapshot.labels[v].as_str();
    let labels = |some: &[usize]| some.iter().map(|&v| label(v)).collect();
    let messages = tables::fit(&TableFit {
        nesting: row.nesting,
        likeness: row.likeness,
        peer: label(row.peer),
        own_only: labels(&row.own_only),
        alone: labels(&row.alone),
        peer_only: labels(&row.peer_only),
    });
    let sentences: Vec<String> = messages.iter().map(|it| it.text(context.texts)).collect();
    sentences.join("\n")
}

/// Everybody as a dot: to the right the same company at every table, upwards a twin at the same tables.
fn picture_ui(ui: &mut Ui, context: &FrameContext<'_>, figures: &GroupFigures, rows: &[FitRow]) {
    let width = ui.available_width();
    let (rect, response) = ui.allocate_exact_size(vec2(width, 200.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, verdict(context, figures, rows)));
    let plot = Rect::from_min_max(rect.min + vec2(24.0, 8.0), rect.max - vec2(10.0, 22.0));
    let painter = ui.painter();
    let (ink, weak) = (ui.visuals().text_color(), ui.visuals().weak_text_color());
    let guide = ui.visuals().widgets.noninteractive.bg_stroke;
    painter.rect(
        plot,
        2.0,
        ui.visuals().extreme_bg_color,
        guide,
        egui::StrokeKind::Outside,
    );
    for share in [0.25, 0.5, 0.75] {
        painter.hline(plot.x_range(), plot.bottom() - plot.height() * share, guide);
        painter.vline(plot.left() + plot.width() * share, plot.y_range(), guide);
    }
    let font = FontId::proportional(11.5);
    let words = |key: &str| context.t(key);
    painter.text(
        pos2(plot.center().x, rect.bottom()),
        Align2::CENTER_BOTTOM,
        words("congruence-axis-nesting"),
        font.clone(),
        weak,
    );
    let upward = painter.layout_no_wrap(words("congruence-axis-peer"), font, weak);
    let foot = pos2(rect.left() + 4.0, plot.center().y + upward.size().x / 2.0);
    let turned = egui::epaint::TextShape::new(foot, upward, weak).with_angle(-std::f32::consts::FRAC_PI_2);
    painter.add(turned);
    let place = |row: &FitRow| {
        let inner = plot.shrink(7.0);
        pos2(
            inner.left() + inner.width() * row.nesting as f32,
            inner.bottom() - inner.height() * row.likeness as f32,
        )
    };
    let accent = theme::accent(context.theme);
    let edge = Stroke::new(1.5, ui.visuals().extreme_bg_color);
    let mut taken: Vec<Rect> = Vec::new();
    for row in rows.iter().rev() {
        let at = place(row);
        let (radius, fill) = if row.stands_out {
            (6.5, accent)
        } else {
            (4.5, weak)
        };
        painter.circle(at, radius, fill, edge);
        taken.push(Rect::from_center_size(at, egui::Vec2::splat(2.0 * radius)));
    }
    for row in rows.iter().filter(|row| row.stands_out).take(8) {
        let name = shown(&figures.snapshot.labels[row.actor]).into_owned();
        let galley = painter.layout_no_wrap(name, FontId::proportional(13.0), ink);
        let (at, size) = (place(row), galley.size());
        let corners = [
            vec2(10.0, -size.y / 2.0),
            vec2(-10.0 - size.x, -size.y / 2.0),
            vec2(-size.x / 2.0, 9.0),
            vec2(-size.x / 2.0, -9.0 - size.y),
            vec2(7.0, 1.0),
            vec2(-7.0 - size.x, -1.0 - size.y),
        ];
        let is_free =
            |area: &Rect| plot.contains_rect(*area) && !taken.iter().any(|other| other.intersects(*area));
        // Where many stand out only some are named: the list has them all.
        let mut areas = corners
            .map(|corner| Rect::from_min_size(at + corner, size))
            .into_iter();
        let Some(area) = areas.find(is_free) else {
            continue;
        };
        taken.push(area);
        painter.galley(area.min, galley, ink);
    }
    pointed_ui(&response, context, figures, rows, place);
}

/// The names of the dots under the pointer: several may lie on one spot.
fn pointed_ui(
    response: &egui::Response,
    context: &FrameContext<'_>,
    figures: &GroupFigures,
    rows: &[FitRow],
    place: impl Fn(&FitRow) -> egui::Pos2,
) {
    let Some(pointer) = response.hover_pos() else {
        return;
    };
    let near = rows.iter().filter(|row| place(row).distance(pointer) < 9.0);
    let names: Vec<String> = near
        .map(|row| {
            let label = &*shown(&figures.snapshot.labels[row.actor]);
            format!("{label}: {}", percent_short(row.fit).text(context.texts))
        })
        .collect();
    if !names.is_empty() {
        response.clone().on_hover_text(names.join("\n"));
    }
}
