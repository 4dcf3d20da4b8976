//! Rankings by measure; every figure opens its definition.

use egui::{CollapsingHeader, RichText, Ui};
use egui_extras::{Column as ColumnSize, TableBuilder};
use egui_phosphor::regular as icon;

use crate::analysis::live::{Column, Live};
use crate::analysis::measure::{self, Family};
use crate::analysis::paths::MOST_EXACT;
use crate::analysis::run::Skipped;
use crate::analysis::snapshot::AnalysisSettings;
use crate::analysis::spanners::places;
use crate::command::{Look, ProgramRequest};
use crate::edit::Selection;
use crate::i18n::shown;
use crate::model::{AttributeOf, RelationKindId};
use crate::told;
use crate::told::numbers::Digits;
use crate::ui::widgets::{
    begins_anew, bold, figure_ui, heading_ui, keep_bar_free, name_button_ui, option_ui, within_ui,
};
use crate::ui::{FrameContext, Intents};

use super::spanners::explain;

pub fn centrality_ui(ui: &mut Ui, context: &FrameContext<'_>, out: &mut Intents) {
    heading_ui(ui, &context.t("centrality-title"));
    let Some(live) = context.analysis else {
        waiting_ui(ui, context, out);
        return;
    };
    basis_ui(ui, context, live, out);
    ranking_ui(ui, context, live, out);
}

/// There are no figures yet, and what can be done about it.
pub fn waiting_ui(ui: &mut Ui, context: &FrameContext<'_>, out: &mut Intents) {
    if context.program.analysis_is_stopped {
        ui.label(context.t("analysis-stopped"));
        go_on_ui(ui, context, out);
    } else {
        ui.label(context.t("analysis-waiting"));
    }
}

fn go_on_ui(ui: &mut Ui, context: &FrameContext<'_>, out: &mut Intents) {
    if ui.button(context.t("certainty-start")).clicked() {
        out.push(ProgramRequest::RunAnalysis(true));
    }
}

/// What the figures are computed from, always in sight beside them, and changed here.
pub fn basis_ui(ui: &mut Ui, context: &FrameContext<'_>, live: &Live, out: &mut Intents) {
    let mut text = told::basis(context.constellation(), &live.snapshot).text(context.texts);
    let is_stopped = !context.analysis_is_current && context.program.analysis_is_stopped;
    if is_stopped {
        text = format!("{}  {}", icon::PAUSE, context.t("analysis-stopped-before"));
    } else if !context.analysis_is_current {
        text = format!("{}  {}", icon::HOURGLASS, context.t("analysis-updating"));
    }
    CollapsingHeader::new(text)
        .id_salt("analysis-basis")
        .show(ui, |ui| {
            // Opened it leaves most of the panel to what the figures are about, and scrolls by itself.
            let most = (ui.ctx().content_rect().height() * 0.3).max(120.0);
            egui::ScrollArea::vertical()
                .id_salt("analysis-basis-body")
                .max_height(most)
                .auto_shrink([false, true])
                .show(ui, |ui| {
                    keep_bar_free(ui);
                    basis_body_ui(ui, context, live, out);
                });
        });
    if is_stopped {
        go_on_ui(ui, context, out);
    }
}

fn basis_body_ui(ui: &mut Ui, context: &FrameContext<'_>, live: &Live, out: &mut Intents) {
    let before = &context.lens.analysis_settings;
    let mut settings = before.clone();
    ui.checkbox(
        &mut settings.ignores_direction,
        context.t("analysis-ignore-direction"),
    );
    ui.checkbox(
        &mut settings.includes_wished,
        context.t("analysis-include-wished"),
    );
    ui.label(context.t("analysis-kinds"));
    for kind in &context.constellation().vocabulary.relation_kinds {
        let counts = |settings: &AnalysisSettings, id: &RelationKindId| {
            settings
                .kinds
                .as_ref()
                .map_or(!kind.is_negative, |kinds| kinds.contains(id))
        };
        let mut is_counted = counts(&settings, &kind.id);
        if ui
            .checkbox(&mut is_counted, shown(&kind.label).into_owned())
            .changed()
        {
            let all = &context.constellation().vocabulary.relation_kinds;
            let mut kinds: std::collections::BTreeSet<_> = settings.kinds.take().unwrap_or_else(|| {
                all.iter()
                    .filter(|kind| !kind.is_negative)
                    .map(|kind| kind.id.clone())
                    .collect()
            });
            if is_counted {
                kinds.insert(kind.id.clone());
            } else {
                kinds.remove(&kind.id);
            }
            settings.kinds = Some(kinds);
        }
    }
    attributes_ui(ui, context, &mut settings);
    if settings != *before {
        out.push(Look::Analyse(Box::new(settings)));
    }
    let whys = [told::not_counted(&live.snapshot), told::arrows(&live.snapshot)];
    let whys = whys.into_iter().flatten().map(|why| why.text(context.texts));
    for remark in whys.chain([context.t("analysis-loops-out")]) {
        ui.add(egui::Label::new(RichText::new(remark).weak()).wrap());
    }
}

/// Attributes of actors that divide them as a sector does, once somebody says so: a file of elsewhere may have many.
fn attributes_ui(ui: &mut Ui, context: &FrameContext<'_>, settings: &mut AnalysisSettings) {
    let attributes = context.document.attributes(AttributeOf::Actors);
    let mut categorical = attributes
        .iter()
        .filter(|one| one.of_type.is_categorical())
        .peekable();
    if categorical.peek().is_none() {
        return;
    }
    ui.label(bold(context.t("basis-attributes")).size(13.0));
    for attribute in categorical {
        let mut divides = settings.attributes.contains(&attribute.key);
        if ui
            .checkbox(&mut divides, shown(&attribute.label).into_owned())
            .changed()
        {
            if divides {
                settings.attributes.insert(attribute.key.clone());
            } else {
                settings.attributes.remove(&attribute.key);
            }
        }
    }
}

pub(super) fn measure_name(context: &FrameContext<'_>, id: &str) -> String {
    let has_arrows = context
        .analysis
        .is_some_and(|live| live.snapshot.network.directed);
    let name = |found| told::measure_name(context.texts, found, has_arrows);
    measure::find(id).map_or_else(|| id.to_owned(), name)
}

fn ranking_ui(ui: &mut Ui, context: &FrameContext<'_>, live: &Live, out: &mut Intents) {
    let dimension = context.lens.roles_dimension.clone();
    let dimension = dimension.as_deref();
    let chosen = live
        .column_in(context.lens.ranked_by, dimension)
        .map_or("degree", |column| column.id);
    let label = ui.label(context.t("centrality-by"));
    ui.horizontal(|ui| {
        // The button beside it fits in the panel too: what is wider makes the panel wider for good.
        within_ui(ui, ui.available_width() - 40.0, |ui| {
            egui::ComboBox::from_id_salt("ranked-by")
                .selected_text(measure_name(context, chosen))
                .width(ui.available_width())
                .height(420.0)
                .wrap()
                .show_ui(ui, |ui| measures_ui(ui, context, live, out))
                .response
                .labelled_by(label.id);
        });
        info_button_ui(ui, context, chosen, out);
    });
    if live.column(chosen).is_none() {
        super::roles::dimension_choice_ui(ui, context, live, out);
    }
    let mut follows = context.lens.size_by == Some(chosen);
    if ui.checkbox(&mut follows, context.t("centrality-size")).changed() {
        out.push(Look::SizeBy(follows.then_some(chosen)));
    } else if context.lens.size_by.is_some() && !follows {
        // Looking at another measure takes the sizes along: two measures at once would confuse.
        out.push(Look::SizeBy(Some(chosen)));
    }
    ui.add_enabled_ui(follows, |ui| {
        let mut badges = context.lens.shows_rank_badges;
        if ui.checkbox(&mut badges, context.t("centrality-badges")).changed() {
            out.push(Look::RankBadges(badges));
        }
    });
    skipped_ui(ui, context, live, out);
    if let Some(column) = live.column_in(chosen, dimension) {
        table_ui(ui, context, live, column, out);
    }
}

/// Every measure of actors by family; those that need a dimension come with the first one's columns.
fn measures_ui(ui: &mut Ui, context: &FrameContext<'_>, live: &Live, out: &mut Intents) {
    for (family, key) in FAMILIES {
        let of_actors = live.report.actors.iter();
        let in_groups = live
            .report
            .dimensions
            .first()
            .into_iter()
            .flat_map(|one| &one.actors);
        let ids: Vec<&'static str> = of_actors
            .chain(in_groups)
            .map(|column| column.id)
            .filter(|id| measure::find(id).is_some_and(|found| found.family == family))
            .collect();
        if !ids.is_empty() {
            ui.label(RichText::new(context.t(key)).weak());
        }
        for id in ids {
            let is_chosen = context.lens.ranked_by == id;
            if option_ui(ui, is_chosen, measure_name(context, id)).clicked() {
                out.push(Look::RankedBy(id));
            }
        }
    }
}

const FAMILIES: [(Family, &str); 6] = [
    (Family::Centrality, "family-centrality"),
    (Family::Brokerage, "family-brokerage"),
    (Family::Groups, "family-groups"),
    (Family::Cohesion, "family-cohesion"),
    (Family::TwoMode, "family-two-mode"),
    (Family::WhatIf, "family-what-if"),
];

/// Thousandths: what a sample may differ, in a normalised betweenness.
const SAMPLING_PERMILLE: u16 = 20;

/// Why figures are missing or estimated, and what can be done about it.
fn skipped_ui(ui: &mut Ui, context: &FrameContext<'_>, live: &Live, out: &mut Intents) {
    let mut sample = |permille| {
        let settings = AnalysisSettings {
            sampling_permille: permille,
            ..context.lens.analysis_settings.clone()
        };
        out.push(Look::Analyse(Box::new(settings)));
    };
    let permille = context.lens.analysis_settings.sampling_permille;
    if let (Some(sources), Some(permille)) = (live.report.sampled_sources, permille) {
        let values = [
            ("sources", sources.into()),
            ("actors", live.snapshot.network.n.into()),
            (
                "error",
                context.texts.number(f64::from(permille) / 1000.0, 3).into(),
            ),
        ];
        ui.label(context.texts.with("figures-sampled", &values));
    }
    if permille.is_some() {
        if live.report.sampled_sources.is_none() {
            ui.label(RichText::new(context.t("figures-sampling")).weak());
        }
        // Exactly is not an offer where nobody would wait for it.
        let way_back = if live.snapshot.network.n > MOST_EXACT {
            "figures-without-sample"
        } else {
            "figures-exact"
        };
        if ui.button(context.t(way_back)).clicked() {
            sample(None);
        }
        return;
    }
    let too_many = live.report.skipped.iter().find_map(|(id, why)| match why {
        Skipped::TooManyActors { most } if measure::find(id)?.family == Family::Centrality => Some(*most),
        _ => None,
    });
    if let Some(most) = too_many {
        ui.label(context.texts.with("figures-too-many", &[("most", most.into())]));
        if ui.button(context.t("figures-sample")).clicked() {
            sample(Some(SAMPLING_PERMILLE));
            // What the estimate is about, once it is there.
            out.push(Look::RankedBy("betweenness_norm"));
        }
    }
}

pub(super) fn info_button_ui(ui: &mut Ui, context: &FrameContext<'_>, id: &'static str, out: &mut Intents) {
    let hint = context.t("explain-figure");
    let response = ui.button(icon::QUESTION);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Button, true, &hint));
    if response.on_hover_text(hint).clicked() {
        explain(id, out);
    }
}

/// Actors with their place, the highest first; equal values by name, and last who has no value.
fn ranked(live: &Live, column: &Column) -> Vec<(Option<u32>, usize)> {
    let mut rows: Vec<(Option<u32>, usize)> = places(column.values.iter()).into_iter().zip(0..).collect();
    rows.sort_by(|a, b| {
        let last = |place: Option<u32>| place.unwrap_or(u32::MAX);
        last(a.0)
            .cmp(&last(b.0))
            .then_with(|| live.snapshot.labels[a.1].cmp(&live.snapshot.labels[b.1]))
    });
    rows
}

fn table_ui(ui: &mut Ui, context: &FrameContext<'_>, live: &Live, column: &Column, out: &mut Intents) {
    let rows = ranked(live, column);
    let most = column.values.iter().flatten().fold(0.0, f64::max);
    let digits = Digits::of(column.values.iter().flatten());
    let width = ui.available_width();
    let is_new = begins_anew(ui, "ranking", (context.document.serial(), column.id));
    let mut table = TableBuilder::new(ui);
    if is_new {
        table = table.vertical_scroll_offset(0.0);
    }
    table
        .id_salt("ranking")
        .striped(true)
        .cell_layout(egui::Layout::left_to_right(egui::Align::Center))
        .column(ColumnSize::exact(34.0))
        .column(ColumnSize::exact((width - 34.0 - 92.0).max(90.0)).clip(true))
        .column(ColumnSize::exact(76.0))
        .header(24.0, |mut header| {
            for key in ["column-rank", "column-actor", "column-value"] {
                header.col(|ui| {
                    ui.label(crate::ui::widgets::bold(context.t(key)));
                });
            }
        })
        .body(|body| {
            body.rows(24.0, rows.len(), |mut row| {
                let (place, at) = rows[row.index()];
                let actor = live.snapshot.actors[at];
                row.set_selected(context.selection().actors.contains(&actor));
                row.col(|ui| {
                    let place = place.map(|place| context.texts.count(u64::from(place)));
                    ui.label(place.unwrap_or_default());
                });
                row.col(|ui| {
                    let name = shown(&live.snapshot.labels[at]);
                    if name_button_ui(ui, &name).clicked() {
                        out.push(Look::Reveal(Selection::of_actor(actor)));
                    }
                });
                row.col(|ui| value_ui(ui, context, column.values.at(at), most, digits));
            });
        });
}

/// The value over a bar that shows its share of the highest.
fn value_ui(ui: &mut Ui, context: &FrameContext<'_>, value: Option<f64>, most: f64, digits: Digits) {
    let rect = ui.available_rect_before_wrap();
    if let Some(value) = value
        && most > 0.0
    {
        let share = (value / most).clamp(0.0, 1.0) as f32;
        let bar = rect
            .with_max_x(rect.left() + rect.width() * share)
            .shrink2(egui::vec2(0.0, 3.0));
        let fill = crate::ui::theme::accent(context.theme).gamma_multiply(0.28);
        ui.painter().rect_filled(bar, 2.0, fill);
    }
    let text = value.map_or_else(
        || context.t("figure-undefined"),
        |value| digits.text(context.texts, value),
    );
    let exact = |value| context.texts.number(value, 12);
    let hint = value.map_or_else(|| context.t("figure-undefined-why"), exact);
    let rest = digits.rest(context.texts);
    let layout = egui::Layout::right_to_left(egui::Align::Center);
    ui.with_layout(layout, |ui| {
        // The bar of the table must not cover it.
        ui.add_space(6.0);
        figure_ui(ui, context.texts, &text, &rest).on_hover_text(hint);
    });
}
