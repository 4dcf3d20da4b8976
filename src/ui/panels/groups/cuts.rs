//! What the network hangs together by: cut points, bridges, and the core.

use std::collections::BTreeSet;

use egui::Ui;

use super::data::highlight_of_actor;
use super::light_button_ui;
use crate::analysis::group_figures::GroupFigures;
use crate::command::Look;
use crate::i18n::{Message, shown};
use crate::lens::{CORE, GroupsLens};
use crate::scene::Highlight;
use crate::told::cohesion;
use crate::ui::panels::centrality::info_button_ui;
use crate::ui::widgets::{bold, remark_ui};
use crate::ui::{FrameContext, Intents};

/// More than people can go through together are folded away.
const SHOWN: usize = 12;

pub fn cuts_ui(ui: &mut Ui, context: &FrameContext<'_>, figures: &GroupFigures, out: &mut Intents) {
    remark_ui(ui, &context.t("cuts-lead"));
    let mut marks = context.lens.groups.marks_cuts;
    if ui.checkbox(&mut marks, context.t("cuts-mark")).changed() {
        out.push(Look::ToggleCuts);
    }
    let points = figures.cut_points();
    let bridges = figures.bridges();
    title_ui(
        ui,
        context,
        &cohesion::cut_points(points.len()),
        "articulation",
        out,
    );
    let labels = &figures.snapshot.labels;
    listed_ui(ui, context, "cuts-points-more", &points, |ui, &(v, parts)| {
        let text = cohesion::cut_point(&shown(&labels[v]), parts.unsigned_abs()).text(context.texts);
        light_button_ui(ui, context, &text, || highlight_of_actor(figures, v), out);
    });
    title_ui(ui, context, &cohesion::bridges(bridges.len()), "bridge", out);
    listed_ui(ui, context, "cuts-bridges-more", &bridges, |ui, (ends, pairs)| {
        let [a, b] = ends.map(|end| shown(&labels[end]));
        let text = cohesion::bridge([&a, &b]).text(context.texts);
        let lit = || Highlight {
            actors: ends.map(|end| figures.snapshot.actors[end]).into(),
            relations: pairs
                .iter()
                .flat_map(|&pair| figures.snapshot.relations[pair].iter().copied())
                .collect(),
        };
        light_button_ui(ui, context, &text, lit, out);
    });
}

fn title_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    title: &Message,
    measure: &'static str,
    out: &mut Intents,
) {
    ui.horizontal(|ui| {
        ui.label(bold(title.text(context.texts)));
        info_button_ui(ui, context, measure, out);
    });
}

/// The first few, the rest on request.
fn listed_ui<T>(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    id: &str,
    rows: &[T],
    mut row_ui: impl FnMut(&mut Ui, &T),
) {
    let (first, rest) = rows.split_at(rows.len().min(SHOWN));
    for row in first {
        row_ui(ui, row);
    }
    if !rest.is_empty() {
        let more = context.texts.with("groups-more", &[("count", rest.len().into())]);
        egui::CollapsingHeader::new(more)
            .id_salt(id)
            .show_unindented(ui, |ui| {
                for row in rest {
                    row_ui(ui, row);
                }
            });
    }
}

pub fn core_ui(ui: &mut Ui, context: &FrameContext<'_>, figures: &GroupFigures, out: &mut Intents) {
    let Some(core) = &figures.core else {
        remark_ui(ui, &context.t("core-none"));
        return;
    };
    remark_ui(ui, &context.t("core-lead"));
    ui.horizontal(|ui| {
        ui.label(bold(cohesion::core_fit(core.fit).text(context.texts)));
        info_button_ui(ui, context, "core_fit", out);
    });
    let sentence = cohesion::core(core.fit, core.size, core.is_core.len());
    ui.label(sentence.text(context.texts));
    let mut is_outlined = context.lens.groups.hulls_by.as_deref() == Some(CORE);
    if ui.checkbox(&mut is_outlined, context.t("core-outline")).changed() {
        let groups = GroupsLens {
            hulls_by: is_outlined.then(|| CORE.to_owned()),
            ..context.lens.groups.clone()
        };
        out.push(Look::Groups(Box::new(groups)));
    }
    let snapshot = &figures.snapshot;
    let members: Vec<usize> = (0..core.is_core.len()).filter(|&v| core.is_core[v]).collect();
    let all = || Highlight {
        actors: members
            .iter()
            .map(|&v| snapshot.actors[v])
            .collect::<BTreeSet<_>>(),
        relations: BTreeSet::new(),
    };
    light_button_ui(ui, context, &context.t("core-light-up"), all, out);
    listed_ui(ui, context, "core-more", &members, |ui, &v| {
        light_button_ui(
            ui,
            context,
            &shown(&snapshot.labels[v]),
            || highlight_of_actor(figures, v),
            out,
        );
    });
}
