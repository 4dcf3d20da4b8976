//! Balance between government, business, knowledge and society, as a picture.

use std::f32::consts::{FRAC_PI_2, TAU};

use egui::{
    Align2, FontId, Pos2, Rect, RichText, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo, WidgetType, pos2, vec2,
};

use super::data::{Helix, Party, Sectors, TableHelix};
use super::row_ui;
use crate::analysis::group_figures::GroupFigures;
use crate::analysis::measure::Unit;
use crate::command::Look;
use crate::i18n::{Message, shown};
use crate::scene::{Highlight, legible};
use crate::told::counts::score;
use crate::told::groups::{Divided, balance};
use crate::told::numbers::{figure, percent_short};
use crate::ui::widgets::{bold, colour, remark_ui, right_ui, rows_ui};
use crate::ui::{FrameContext, Intents};

/// Tables in sight at once; the least balanced come first.
const TABLES: usize = 8;
/// Height of one of the others with its bar, in points.
const USUAL_TABLE: f32 = 44.0;
const ROSETTE: f32 = 118.0;

pub fn helix_ui(ui: &mut Ui, context: &FrameContext<'_>, figures: &GroupFigures, out: &mut Intents) {
    let sectors = Sectors::new(figures, context.constellation());
    let (actors, ends) = (sectors.actors(), sectors.ends());
    if actors.is_none() {
        remark_ui(ui, &context.t("helix-none"));
        return;
    }
    remark_ui(ui, &context.t("helix-lead"));
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 16.0;
        for (what, helix) in [(Divided::Actors, &actors), (Divided::Contacts, &ends)] {
            ui.vertical(|ui| rosette_ui(ui, context, what, helix.as_ref()));
        }
    });
    parties_ui(ui, context, actors.as_ref(), ends.as_ref());
    let contacts = ends.map(|helix| (Divided::Contacts, helix));
    if let Some((what, helix)) = contacts.or(actors.map(|helix| (Divided::Actors, helix))) {
        ui.label(in_words(context, what, &helix));
    }
    tables_ui(ui, context, figures, &sectors, out);
}

/// A petal per party; its area is its part, the dashed ring is where all would be with equal parts.
fn rosette_ui(ui: &mut Ui, context: &FrameContext<'_>, what: Divided, helix: Option<&Helix>) {
    let caption = context.t(match what {
        Divided::Contacts => "helix-ends",
        Divided::Actors | Divided::Members => "helix-actors",
    });
    ui.label(bold(&caption));
    let Some(helix) = helix else {
        ui.label(context.t("figure-undefined-word"));
        return;
    };
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(ROSETTE), Sense::hover());
    let words = format!("{caption}. {}", in_words(context, what, helix));
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, &words));
    let painter = ui.painter_at(rect);
    let (centre, reach) = (rect.center(), ROSETTE / 2.0 - 3.0);
    let step = TAU / helix.parties.len() as f32;
    for (at, party) in helix.parties.iter().enumerate() {
        let from = step * at as f32 - FRAC_PI_2;
        let radius = reach * (party.share as f32).sqrt();
        if radius > 0.5 {
            let fill = colour(legible(party.colour, context.palette.board));
            let edge = Stroke::new(1.5, ui.visuals().panel_fill);
            painter.add(Shape::convex_polygon(
                petal(centre, radius, from, step),
                fill,
                edge,
            ));
        }
    }
    // All of it, were one party to have everything.
    let guide = ui.visuals().widgets.noninteractive.bg_stroke;
    painter.circle_stroke(centre, reach, guide);
    let ring = reach / (helix.parties.len() as f32).sqrt();
    let mut points: Vec<Pos2> = (0..=64)
        .map(|at| centre + ring * Vec2::angled(TAU * at as f32 / 64.0))
        .collect();
    points.push(points[0]);
    let ink = Stroke::new(1.5, ui.visuals().text_color());
    painter.extend(Shape::dashed_line(&points, ink, 5.0, 4.0));
    response.on_hover_text(words);
    let balance = Message::new("helix-balance").with("balance", score(helix.balance));
    ui.label(balance.text(context.texts));
}

fn petal(centre: Pos2, radius: f32, from: f32, step: f32) -> Vec<Pos2> {
    const STEPS: usize = 24;
    let arc = (0..=STEPS).map(|at| from + step * at as f32 / STEPS as f32);
    std::iter::once(centre)
        .chain(arc.map(|angle| centre + radius * Vec2::angled(angle)))
        .collect()
}

/// Every party with its part of the actors and of the ends of relations.
fn parties_ui(ui: &mut Ui, context: &FrameContext<'_>, actors: Option<&Helix>, ends: Option<&Helix>) {
    let parties = actors.or(ends).map_or(&[] as &[Party], |helix| &helix.parties);
    let share = |helix: Option<&Helix>, at: usize| {
        helix.map_or_else(
            || context.t("figure-undefined"),
            |helix| percent_short(helix.parties[at].share).text(context.texts),
        )
    };
    let widths = [28.0, ui.available_width() - 28.0 - 2.0 * 86.0, 86.0, 86.0];
    row_ui(ui, &widths, |ui, column| {
        if let Some(key) = [None, None, Some("helix-actors"), Some("helix-ends")][column] {
            right_ui(ui, |ui| ui.label(RichText::new(context.t(key)).weak()));
        }
    });
    for (at, party) in parties.iter().enumerate() {
        row_ui(ui, &widths, |ui, column| match column {
            0 => {
                let (dot, _) = ui.allocate_exact_size(vec2(14.0, 18.0), Sense::hover());
                let fill = colour(legible(party.colour, context.palette.board));
                ui.painter().circle_filled(dot.center(), 6.0, fill);
            }
            1 => {
                ui.add(egui::Label::new(shown(&party.label).into_owned()).wrap());
            }
            2 => {
                right_ui(ui, |ui| ui.label(share(actors, at)));
            }
            _ => {
                right_ui(ui, |ui| ui.label(share(ends, at)));
            }
        });
    }
}

fn in_words(context: &FrameContext<'_>, what: Divided, helix: &Helix) -> String {
    let largest = helix.largest().map(|party| (party.label.as_str(), party.share));
    balance(what, helix.balance, largest, &helix.missing()).text(context.texts)
}

fn tables_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    figures: &GroupFigures,
    sectors: &Sectors<'_>,
    out: &mut Intents,
) {
    let count = figures.tables.affiliation.tables().count();
    if count == 0 {
        return;
    }
    egui::CollapsingHeader::new(context.texts.with("helix-tables", &[("count", count.into())]))
        .id_salt("helix-tables")
        .show_unindented(ui, |ui| {
            let tables = sectors.tables();
            remark_ui(ui, &context.t("helix-tables-lead"));
            for found in tables.iter().take(TABLES) {
                table_ui(ui, context, figures, found, out);
            }
            if tables.len() > TABLES {
                let rest = [("count", (tables.len() - TABLES).into())];
                egui::CollapsingHeader::new(context.texts.with("groups-more", &rest))
                    .id_salt("helix-more")
                    .show_unindented(ui, |ui| {
                        let rest = &tables[TABLES..];
                        rows_ui(ui, "helix-rest", USUAL_TABLE, rest.len(), |ui, at| {
                            table_ui(ui, context, figures, &rest[at], out);
                        });
                    });
            }
        });
}

/// The name of a table over a bar of its members by sector.
fn table_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    figures: &GroupFigures,
    found: &TableHelix,
    out: &mut Intents,
) {
    let label = &*shown(&figures.snapshot.labels[found.table]);
    let button = egui::Button::new(label).frame(false).wrap();
    if ui
        .add(button)
        .on_hover_text(context.t("spanners-light-up"))
        .clicked()
    {
        let lit: Highlight = super::data::highlight_of_actor(figures, found.table);
        out.push(Look::Highlight(Some(lit)));
    }
    let width = ui.available_width();
    let (rect, response) = ui.allocate_exact_size(vec2(width, 16.0), Sense::hover());
    let words = format!("{label}. {}", in_words(context, Divided::Members, &found.helix));
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, &words));
    let room = 40.0;
    let mut left = rect.left();
    for party in &found.helix.parties {
        let wide = (rect.width() - room) * party.share as f32;
        let part = Rect::from_min_size(pos2(left, rect.top() + 2.0), vec2(wide, 12.0));
        let fill = colour(legible(party.colour, context.palette.board));
        ui.painter().rect_filled(part, 2.0, fill);
        left += wide;
    }
    let font = FontId::proportional(12.5);
    let number = figure(context.texts, Unit::Score, found.helix.balance);
    let ink = ui.visuals().text_color();
    ui.painter()
        .text(rect.right_center(), Align2::RIGHT_CENTER, number, font, ink);
    response.on_hover_text(words);
    ui.add_space(2.0);
}
