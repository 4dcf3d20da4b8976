//! Why somebody is a candidate, in sentences.

use std::borrow::Cow;

use egui::{RichText, Ui};

use super::candidates::component_key;
use super::parts::{explain_word_ui, lighting_ui};
use crate::analysis::live::Live;
use crate::analysis::spanners::{Candidate, Component, Reason};
use crate::scene::Highlight;
use crate::told::{self, dimension_name};
use crate::ui::widgets::remark_ui;
use crate::ui::{FrameContext, Intents};

/// A sentence with a bulb; a click lights up what it rests on.
pub fn reason_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    live: &Live,
    actor: u32,
    reason: &Reason,
    out: &mut Intents,
) {
    let text = told::reason(reason).text(context.texts);
    lighting_ui(ui, context, &text, || highlight_of(live, actor, reason), out);
}

/// Why an actor is a candidate: from the background computation, if it is done.
pub fn reasons_of<'a>(context: &FrameContext<'a>, live: &'a Live, actor: u32) -> Cow<'a, [Reason]> {
    if let Some(one) = live.explained.iter().find(|one| one.actor == actor) {
        return Cow::Borrowed(&one.reasons);
    }
    let standing = context.certainty.standing;
    let same = standing.filter(|(of, _)| std::ptr::eq(*of, live));
    let found = same.and_then(|(_, standing)| standing.reasons.iter().find(|(at, _)| *at == actor));
    match found {
        Some((_, reasons)) => Cow::Borrowed(reasons),
        None => Cow::Owned(live.reasons_of(actor as usize)),
    }
}

/// The actors and relations a reason rests on, as they are on the board.
pub fn highlight_of(live: &Live, actor: u32, reason: &Reason) -> Highlight {
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
        .flat_map(|pair| snapshot.relations[*pair as usize].iter().copied())
        .collect();
    Highlight { actors, relations }
}

/// Measure behind a component.
fn measure_of(component: Component) -> &'static str {
    match component {
        Component::Span => "participation_w",
        Component::Mediation => "mediation",
        Component::Passage => "passage",
        Component::LastLink => "last_link",
    }
}

/// The place in every component of every dimension: what the order is made of.
pub fn places_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    live: &Live,
    candidate: &Candidate,
    out: &mut Intents,
) {
    let values = [("count", live.ranks.actors.len().into())];
    remark_ui(ui, &context.texts.with("spanners-places", &values));
    egui::Grid::new(("places", candidate.actor))
        .num_columns(5)
        .striped(true)
        .spacing([6.0, 4.0])
        .show(ui, |ui| {
            ui.label("");
            for component in Component::ALL {
                let key = component_key(component);
                let short = context.t(&format!("{key}-short"));
                explain_word_ui(ui, context, &short, measure_of(component), out);
            }
            ui.end_row();
            for (at, figures) in live.figures.iter().enumerate() {
                ui.label(RichText::new(dimension_name(context.texts, &figures.id)).size(13.0));
                for (number, component) in Component::ALL.into_iter().enumerate() {
                    let rank = candidate.cell_ranks.get(at * Component::ALL.len() + number);
                    let value = figures.of(component).at(candidate.actor as usize);
                    let hint = value.map_or_else(
                        || context.t("figure-undefined-why"),
                        |value| {
                            let values = [("value", context.texts.number(value, 4).into())];
                            context.texts.with("spanners-value", &values)
                        },
                    );
                    // Where an actor has nothing of it, sharing the first place with everybody says nothing.
                    let text = match (rank, value) {
                        (Some(rank), Some(value)) if value > 0.0 => context.texts.count(u64::from(*rank)),
                        _ => context.t("figure-undefined"),
                    };
                    ui.label(text).on_hover_text(hint);
                }
                ui.end_row();
            }
        });
}
