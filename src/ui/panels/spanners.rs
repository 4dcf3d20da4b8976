//! Bridge builders: candidates in order, with what each rests on, in sentences that light up the board.

use egui::{Align, CollapsingHeader, Layout, RichText, ScrollArea, Slider, Ui};
use egui_phosphor::regular as icon;

use crate::analysis::live::Live;
use crate::analysis::spanners::{Candidate, Component, Message, Plain, Ranking, Reason, SpannerWeights};
use crate::command::Intent;
use crate::edit::Selection;
use crate::i18n::{Texts, Value};
use crate::scene::Highlight;
use crate::ui::state::{Dialog, ViewState};
use crate::ui::widgets::{bold, heading_ui};
use crate::ui::{FrameContext, Intents};

/// Reasons in sight at once; the weightiest come first.
const REASONS: usize = 4;

/// More candidates than a group can discuss are on request.
const SHOWN: usize = 10;

pub fn spanners_ui(ui: &mut Ui, context: &FrameContext<'_>, view: &mut ViewState, out: &mut Intents) {
    heading_ui(ui, &context.t("spanners-title"));
    ui.label(RichText::new(context.t("spanners-lead")).weak());
    let Some(live) = context.analysis else {
        ui.label(context.t("analysis-waiting"));
        return;
    };
    super::centrality::basis_ui(ui, context, view, live);
    if live.figures.is_empty() || live.ranking.candidates.is_empty() {
        ui.add_space(8.0);
        ui.label(context.t("spanners-none"));
        return;
    }
    let weights = weights_of(view, live);
    weights_ui(ui, context, view, live, weights.clone());
    super::roles::roles_ui(ui, context, view, live, out);
    let ranking = live.rank_by(&weights);
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let shown = if view.shows_all_spanners {
            ranking.candidates.len()
        } else {
            SHOWN
        };
        for candidate in ranking.candidates.iter().take(shown) {
            candidate_ui(ui, context, live, &ranking, candidate, out);
        }
        if ranking.candidates.len() > SHOWN {
            let key = if view.shows_all_spanners {
                "spanners-fewer"
            } else {
                "spanners-all"
            };
            if ui
                .button(
                    context
                        .texts
                        .with(key, &[("count", ranking.candidates.len().into())]),
                )
                .clicked()
            {
                view.shows_all_spanners = !view.shows_all_spanners;
            }
        }
        ui.add_space(6.0);
        ui.label(RichText::new(context.t("spanners-caution")).weak());
    });
}

/// The user's weights; equal ones as long as none were chosen for these dimensions.
fn weights_of(view: &ViewState, live: &Live) -> SpannerWeights {
    let weight = |id: &str| view.spanner_dimension_weights.get(id).copied().unwrap_or(1.0);
    SpannerWeights {
        dimensions: live.figures.iter().map(|figures| weight(&figures.id)).collect(),
        components: view.spanner_component_weights,
    }
}

fn weights_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    view: &mut ViewState,
    live: &Live,
    now: SpannerWeights,
) {
    CollapsingHeader::new(context.t("spanners-weights"))
        .id_salt("spanner-weights")
        .show(ui, |ui| {
            for (figures, weight) in live.figures.iter().zip(now.dimensions) {
                let mut value = weight;
                let text = dimension_name(context.texts, &figures.id);
                if slider_ui(ui, &text, &mut value) {
                    view.spanner_dimension_weights.insert(figures.id.clone(), value);
                }
            }
            ui.separator();
            for (at, component) in Component::ALL.into_iter().enumerate() {
                let text = context.t(component_key(component));
                slider_ui(ui, &text, &mut view.spanner_component_weights[at]);
            }
            if ui.button(context.t("spanners-weights-equal")).clicked() {
                view.spanner_dimension_weights.clear();
                view.spanner_component_weights = [1.0; 4];
            }
        });
}

fn slider_ui(ui: &mut Ui, text: &str, value: &mut f64) -> bool {
    ui.horizontal(|ui| {
        let label = ui.add_sized([130.0, 20.0], egui::Label::new(text).truncate());
        ui.add(Slider::new(value, 0.0..=3.0).max_decimals(1))
            .labelled_by(label.id)
            .changed()
    })
    .inner
}

/// Name of a dimension: one of ours, or an attribute of the file.
pub fn dimension_name(texts: Texts, id: &str) -> String {
    let key = format!("dimension-{id}");
    if texts.has(&key) {
        texts.t(&key)
    } else {
        id.to_owned()
    }
}

/// Key of a component's name.
fn component_key(component: Component) -> &'static str {
    match component {
        Component::Span => "component-span",
        Component::Mediation => "component-mediation",
        Component::Passage => "component-passage",
        Component::LastLink => "component-last-link",
    }
}

fn candidate_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    live: &Live,
    ranking: &Ranking,
    candidate: &Candidate,
    out: &mut Intents,
) {
    let actor = live.snapshot.actors[candidate.actor as usize];
    let label = &live.snapshot.labels[candidate.actor as usize];
    let is_selected = context.selection().actors.contains(&actor);
    egui::Frame::group(ui.style()).inner_margin(8).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            ui.label(bold(format!("{}.", candidate.rank)).size(16.0));
            let name = egui::Button::selectable(is_selected, bold(label).size(15.0)).truncate();
            let response = ui.add(name).on_hover_text(context.t("spanners-select"));
            if response.clicked() {
                out.push(Intent::Reveal(Selection::of_actor(actor)));
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                components_ui(ui, context, live, ranking, candidate);
            });
        });
        let reasons = live.reasons_of(candidate.actor as usize);
        let (first, rest) = reasons.split_at(reasons.len().min(REASONS));
        for reason in first {
            reason_ui(ui, context, live, candidate.actor, reason, out);
        }
        if !rest.is_empty() {
            let more = context
                .texts
                .with("spanners-more-reasons", &[("count", rest.len().into())]);
            CollapsingHeader::new(more)
                .id_salt(("reasons", actor))
                .show(ui, |ui| {
                    for reason in rest {
                        reason_ui(ui, context, live, candidate.actor, reason, out);
                    }
                });
        }
    });
}

/// Four small bars, one per component: how high the actor ranks in it over all dimensions together.
fn components_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    live: &Live,
    ranking: &Ranking,
    candidate: &Candidate,
) {
    let worst = ranking.candidates.len().max(2) as f32;
    let (rect, response) = ui.allocate_exact_size(egui::vec2(52.0, 20.0), egui::Sense::hover());
    let accent = crate::ui::theme::accent(context.theme);
    let back = ui.visuals().widgets.noninteractive.bg_stroke.color;
    let mut lines = Vec::new();
    for (at, component) in Component::ALL.into_iter().enumerate() {
        let ranks = candidate.cell_ranks.iter().skip(at).step_by(4);
        let mean = ranks.clone().sum::<u32>() as f32 / live.figures.len().max(1) as f32;
        let share = ((worst - mean) / (worst - 1.0)).clamp(0.0, 1.0);
        let left = rect.left() + at as f32 * 13.0;
        let full = egui::Rect::from_min_size(egui::pos2(left, rect.top()), egui::vec2(10.0, rect.height()));
        let bar = full.with_min_y(full.bottom() - full.height() * share);
        ui.painter().rect_filled(full, 2.0, back);
        ui.painter().rect_filled(bar, 2.0, accent);
        let values = [("rank", context.texts.number(f64::from(mean), 1).into())];
        lines.push(format!(
            "{}: {}",
            context.t(component_key(component)),
            context.texts.with("spanners-mean-rank", &values)
        ));
    }
    response.on_hover_text(lines.join("\n"));
}

fn reason_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    live: &Live,
    actor: u32,
    reason: &Reason,
    out: &mut Intents,
) {
    let highlight = highlight_of(live, actor, reason);
    let text = format!(
        "{}  {}",
        icon::LIGHTBULB,
        sentence(context.texts, &reason.message())
    );
    let response = ui.add(egui::Button::new(text).wrap().frame(false));
    if response.on_hover_text(context.t("spanners-light-up")).clicked() {
        out.push(Intent::SetHighlight(Some(highlight)));
    }
}

/// The actors and relations a reason rests on, as they are on the board.
fn highlight_of(live: &Live, actor: u32, reason: &Reason) -> Highlight {
    let snapshot = &live.snapshot;
    let mut actors: std::collections::BTreeSet<_> = reason
        .actors
        .iter()
        .map(|at| snapshot.actors[*at as usize])
        .collect();
    actors.insert(snapshot.actors[actor as usize]);
    let relations = reason
        .pairs
        .iter()
        .flat_map(|pair| snapshot.relations[*pair as usize].clone())
        .collect();
    Highlight { actors, relations }
}

/// A message of the analysis as a sentence of this language.
pub fn sentence(texts: Texts, message: &Message) -> String {
    message.render(&|key, values| {
        let value = |plain: &Plain| match plain {
            Plain::Number(number) => Value::from(*number),
            Plain::Text(text) => Value::from(text.clone()),
        };
        let values: Vec<_> = values.iter().map(|(name, plain)| (*name, value(plain))).collect();
        texts.with(key, &values)
    })
}

/// Opens the explanation of a measure.
pub fn explain(view: &mut ViewState, id: &'static str) {
    view.dialog = Some(Dialog::Measure(id));
}
