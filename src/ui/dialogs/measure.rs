//! Definition, convention, source and repetition of one measure.

use egui::{Context, Id, RichText, Ui};

use super::{first_place, window};
use crate::analysis::measure::{self, Descriptor, Repeat};
use crate::analysis::repeat::Preparation;
use crate::command::{Command, ProgramRequest};
use crate::model::Constellation;
use crate::scene::Filters;
use crate::told::{dimension_name, measure_name};
use crate::ui::widgets::{bold, heading_ui, key_beyond_places, made_once, remark_ui};
use crate::ui::{FrameContext, Intents};

pub fn measure_ui(ui: &Ui, context: &FrameContext<'_>, id: &str, is_open: &mut bool, out: &mut Intents) {
    let Some(found) = measure::find(id) else {
        *is_open = false;
        return;
    };
    let key = found.text_key();
    let has_arrows = context
        .analysis
        .is_some_and(|live| live.snapshot.network.directed);
    window(ui, measure_name(context.texts, found, has_arrows), is_open)
        .default_pos(first_place(ui))
        .default_width(520.0)
        .show(ui.ctx(), |ui| {
            ui.label(context.t(&format!("{key}.definition")));
            heading_ui(ui, &context.t("measure-how"));
            ui.label(context.t(&format!("{key}.convention")));
            if let Some(citation) = found.citation {
                heading_ui(ui, &context.t("measure-source"));
                ui.label(citation.text);
                if let Some(doi) = citation.doi {
                    ui.hyperlink(format!("https://doi.org/{doi}"));
                }
            }
            heading_ui(ui, &context.t("measure-repeat"));
            repeat_ui(ui, context, found, out);
            ui.add_space(6.0);
            ui.horizontal_wrapped(|ui| {
                ui.label(bold(context.texts.with("measure-id", &[("id", found.id.into())])).weak());
                if ui.button(context.t("command-all-measures")).clicked() {
                    out.push(Command::AllMeasures);
                }
            });
        });
}

fn repeat_ui(ui: &mut Ui, context: &FrameContext<'_>, found: &Descriptor, out: &mut Intents) {
    let preparation = preparation(ui.ctx(), context);
    let line = match found.repeat {
        Repeat::Line(line) => found.repeat_line(preparation.has_several_groups).unwrap_or(line),
        Repeat::Elsewhere(software) => {
            let values = [("software", software.into())];
            ui.label(context.texts.with("measure-repeat-elsewhere", &values));
            return;
        }
        Repeat::Chance => {
            ui.label(context.t("measure-repeat-chance"));
            return;
        }
        Repeat::NoPeer => {
            ui.label(context.t("measure-repeat-no-peer"));
            return;
        }
    };
    ui.label(context.t("measure-repeat-lead"));
    egui::Frame::new()
        .fill(ui.visuals().extreme_bg_color)
        .inner_margin(8.0)
        .corner_radius(4.0)
        .show(ui, |ui| {
            ui.add(egui::Label::new(RichText::new(line).monospace()).wrap());
        });
    if found.is_of_dimension() {
        let name = dimension_name(context.texts, &preparation.dimension);
        let values = [("dimension", name.into())];
        let key = if preparation.has_several_groups {
            "measure-repeat-several"
        } else {
            "measure-repeat-dimension"
        };
        remark_ui(ui, &context.texts.with(key, &values));
    }
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        if ui.button(context.t("measure-copy-line")).clicked() {
            out.push(ProgramRequest::CopyText(line.to_owned()));
        }
        let program = ui.button(context.t("measure-copy-program"));
        if program
            .on_hover_text(context.t("measure-copy-program.hint"))
            .clicked()
            && let Some(program) = preparation.program(found)
        {
            out.push(ProgramRequest::CopyText(program));
        }
    });
}

/// What files call the actors and the relations that the filters hide.
fn hidden_keys(constellation: &Constellation, filters: &Filters) -> (Vec<String>, Vec<String>) {
    let actors = constellation.actors.values();
    let actors = actors.filter(|actor| !filters.shows_actor(actor));
    let relations = constellation.relations.values();
    let relations = relations.filter(|relation| !filters.shows_relation(relation));
    (
        actors.map(|actor| actor.key.clone()).collect(),
        relations.map(|relation| relation.key.clone()).collect(),
    )
}

/// What the figures on show were computed from.
fn preparation(ctx: &Context, context: &FrameContext<'_>) -> Preparation {
    let constellation = context.constellation();
    let settings = &context.lens.analysis_settings;
    let counts = |kind: &&crate::model::RelationKind| match &settings.kinds {
        Some(kinds) => kinds.contains(&kind.id),
        None => !kind.is_negative,
    };
    let kinds = constellation.vocabulary.relation_kinds.iter();
    let dimensions = context.analysis.map_or(&[][..], |live| &live.snapshot.dimensions);
    let chosen = dimensions
        .iter()
        .find(|one| Some(&one.id) == context.lens.roles_dimension.as_ref());
    let dimension = chosen.or(dimensions.first());
    let tables = context.analysis.map_or_else(Vec::new, |live| {
        let snapshot = &live.snapshot;
        let bodies = snapshot
            .actors
            .iter()
            .zip(&snapshot.is_table)
            .filter(|(_, is_table)| **is_table);
        bodies
            .filter_map(|(id, _)| Some(constellation.actor(*id)?.key.clone()))
            .collect()
    });
    let filters = &context.lens.filters;
    let from = (key_beyond_places(context.document), filters.clone());
    let hidden = made_once(ctx, Id::new("hidden-keys"), from, || {
        hidden_keys(constellation, filters)
    });
    Preparation {
        file: context
            .own
            .file_name()
            .unwrap_or_else(|| context.t("measure-repeat-file")),
        dimension: dimension.map_or_else(|| "sector".to_owned(), |one| one.id.clone()),
        has_several_groups: dimension.is_some_and(|one| one.partition.has_several()),
        includes_wished: settings.includes_wished,
        ignores_direction: settings.ignores_direction,
        kinds_left_out: kinds
            .filter(|kind| !counts(kind))
            .map(|kind| kind.id.to_string())
            .collect(),
        hidden_actors: hidden.0.clone(),
        tables,
        hidden_relations: hidden.1.clone(),
    }
}
