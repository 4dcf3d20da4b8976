//! Every figure of the network as a whole, each one click from its definition.

use egui::{Label, RichText, Ui};

use super::row_ui;

use crate::analysis::group_figures::GroupFigures;
use crate::analysis::live::Live;
use crate::analysis::measure::{self, Family, Target, Unit};
use crate::analysis::run::Skipped;
use crate::told::dimension_name;
use crate::told::numbers::{decimals_of, figure};
use crate::ui::panels::centrality::{info_button_ui, measure_name};
use crate::ui::widgets::{bold, figure_ui, right_ui};
use crate::ui::{FrameContext, Intents};

/// A figure, or why there is none.
#[derive(Debug, Clone, Copy, PartialEq)]
enum ShownFigure {
    Value(f64),
    /// Not defined in this network: the definition says when.
    Undefined,
    Skipped(Skipped),
}

/// The figures of the network that have a meaning here, in the order of the table of measures.
fn rows(live: &Live, family: Family) -> Vec<(&'static str, ShownFigure)> {
    let is_directed = live.snapshot.network.directed;
    let belongs = |found: &&measure::Descriptor| {
        found.family == family && found.target == Target::Network && found.needs.are_met_by(is_directed)
    };
    measure::all()
        .filter(belongs)
        .filter_map(|found| {
            let skipped = live.report.skipped.iter().find(|(id, _)| *id == found.id);
            let figure = live.report.network.iter().find(|figure| figure.id == found.id);
            let shown = match (figure.and_then(|figure| figure.value), skipped) {
                (Some(value), _) => ShownFigure::Value(value),
                (None, Some((_, why))) => ShownFigure::Skipped(*why),
                (None, None) if figure.is_some() => ShownFigure::Undefined,
                // Not asked for in this network: a two-mode figure without two modes.
                (None, None) => return None,
            };
            Some((found.id, shown))
        })
        .collect()
}

pub fn figures_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    live: &Live,
    figures: &GroupFigures,
    out: &mut Intents,
) {
    for (family, key) in [
        (Family::Cohesion, "family-cohesion"),
        (Family::Groups, "family-groups"),
        (Family::Centrality, "family-centrality"),
        (Family::TwoMode, "family-two-mode"),
    ] {
        let rows = rows(live, family);
        if !rows.is_empty() {
            table_ui(ui, context, &context.t(key), &rows, out);
        }
    }
    let chosen = context.lens.groups.dimension.clone();
    let id = chosen.or_else(|| figures.divisions.first().map(|division| division.id.clone()));
    let Some(found) = id.and_then(|id| live.report.dimension(&id)) else {
        return;
    };
    let of_dimension: Vec<(&'static str, ShownFigure)> = found
        .network
        .iter()
        .map(|figure| {
            (
                figure.id,
                figure.value.map_or(ShownFigure::Undefined, ShownFigure::Value),
            )
        })
        .collect();
    let values = [("dimension", dimension_name(context.texts, &found.id).into())];
    let title = context.texts.with("figures-of-dimension", &values);
    table_ui(ui, context, &title, &of_dimension, out);
}

fn table_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    title: &str,
    rows: &[(&'static str, ShownFigure)],
    out: &mut Intents,
) {
    ui.add_space(4.0);
    ui.label(bold(title));
    // With a gap between figure and button.
    let widths = [ui.available_width() - 96.0 - 10.0 - 36.0, 96.0, 10.0, 36.0];
    for &(id, shown) in rows {
        row_ui(ui, &widths, |ui, column| match column {
            0 => {
                ui.add(Label::new(measure_name(context, id)).wrap());
            }
            1 => value_ui(ui, context, id, shown),
            2 => {}
            _ => info_button_ui(ui, context, id, out),
        });
    }
}

fn value_ui(ui: &mut Ui, context: &FrameContext<'_>, id: &str, shown: ShownFigure) {
    let why = match shown {
        ShownFigure::Value(value) => {
            let unit = measure::find(id).map_or(Unit::Score, |found| found.unit);
            let text = figure(context.texts, unit, value);
            let rest = decimals_of(context.texts);
            let response = right_ui(ui, |ui| figure_ui(ui, context.texts, &text, &rest));
            response.on_hover_text(context.texts.number(value, 12));
            return;
        }
        ShownFigure::Undefined => {
            let key = measure::find(id).map(|found| format!("{}.convention", found.text_key()));
            key.map(|key| context.t(&key)).unwrap_or_default()
        }
        ShownFigure::Skipped(Skipped::TooManyActors { most }) => {
            context.texts.with("figures-too-many", &[("most", most.into())])
        }
        ShownFigure::Skipped(Skipped::Sampled) => context.t("figures-not-sampled"),
        ShownFigure::Skipped(Skipped::NotConverged) => context.t("figures-not-converged"),
    };
    let text = RichText::new(context.t("figure-undefined-word")).weak();
    ui.add(Label::new(text).wrap()).on_hover_text(why);
}
