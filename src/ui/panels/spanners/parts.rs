//! Small pieces that the sections of this panel share.

use std::collections::BTreeSet;

use egui::{Align2, FontId, Rect, Response, RichText, Sense, Ui, pos2, vec2};
use egui_phosphor::regular as icon;

use super::explain;
use crate::analysis::live::Live;
use crate::command::Look;
use crate::edit::Selection;
use crate::scene::Highlight;
use crate::told::dimension_name;
use crate::ui::theme;
use crate::ui::widgets::option_ui;
use crate::ui::{FrameContext, Intents};

/// A question mark that opens the definition of a figure.
pub fn explain_ui(ui: &mut Ui, context: &FrameContext<'_>, id: &'static str, out: &mut Intents) {
    explanation_ui(ui, context, RichText::new(icon::QUESTION).weak(), id, out);
}

/// A word that opens the definition of the figure it heads, where there is no room for a question mark.
pub fn explain_word_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    word: &str,
    id: &'static str,
    out: &mut Intents,
) {
    explanation_ui(ui, context, RichText::new(word).underline().size(12.0), id, out);
}

fn explanation_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    shown: RichText,
    id: &'static str,
    out: &mut Intents,
) {
    let name = crate::analysis::measure::find(id).map_or_else(String::new, |found| {
        let values = [("measure", context.t(&found.text_key()).into())];
        context.texts.with("spanners-explain", &values)
    });
    let response = ui.add(egui::Button::new(shown).frame(false));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Button, true, &name));
    if response.on_hover_text(name).clicked() {
        explain(id, out);
    }
}

/// A sentence that can be clicked.
pub fn sentence_button_ui(ui: &mut Ui, text: impl Into<egui::WidgetText>) -> Response {
    ui.add(egui::Button::new(text).wrap().frame(false))
}

/// A sentence behind a bulb that lights up what it rests on.
pub fn lighting_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    text: &str,
    highlight: impl FnOnce() -> Highlight,
    out: &mut Intents,
) {
    let response = sentence_button_ui(ui, format!("{}  {text}", icon::LIGHTBULB));
    if response.on_hover_text(context.t("spanners-light-up")).clicked() {
        out.push(Look::Highlight(Some(highlight())));
    }
}

/// The name of an actor; a click selects it, brings it into sight and lights up its relations.
pub fn actor_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    live: &Live,
    at: u32,
    text: impl Into<egui::WidgetText>,
    out: &mut Intents,
) {
    let Some(&actor) = live.snapshot.actors.get(at as usize) else {
        return;
    };
    let is_selected = context.selection().actors.contains(&actor);
    let response = ui.add(egui::Button::selectable(is_selected, text).wrap());
    if response.on_hover_text(context.t("spanners-select")).clicked() {
        out.push(Look::Reveal(Selection::of_actor(actor)));
        out.push(Look::Highlight(Some(surroundings(live, [at]))));
    }
}

/// These actors, as they are on the board.
pub fn lit_actors(live: &Live, actors: impl IntoIterator<Item = u32>) -> Highlight {
    let known = actors
        .into_iter()
        .filter_map(|at| live.snapshot.actors.get(at as usize).copied());
    Highlight {
        actors: known.collect(),
        relations: BTreeSet::new(),
    }
}

/// These actors with their relations and whom those lead to.
pub fn surroundings(live: &Live, actors: impl IntoIterator<Item = u32>) -> Highlight {
    let network = &live.snapshot.network;
    let own: BTreeSet<u32> = actors.into_iter().collect();
    let around = own
        .iter()
        .flat_map(|&v| network.under.neighbours(v as usize).iter().copied());
    let mut highlight = lit_actors(live, own.iter().copied().chain(around));
    for (pair, relations) in network.pairs.iter().zip(live.snapshot.relations.iter()) {
        if own.contains(&pair.source) || own.contains(&pair.target) {
            highlight.relations.extend(relations.iter().copied());
        }
    }
    highlight
}

/// A share as a bar, with a mark where chance would be; decoration, a sentence beside it says the same.
pub fn share_bar_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    share: f64,
    mark: Option<f64>,
    is_old: bool,
) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(64.0, 18.0), Sense::hover());
    if ui.is_rect_visible(rect) {
        let line = rect.shrink2(vec2(0.0, 4.5));
        let share = share.clamp(0.0, 1.0) as f32;
        let fill = if is_old {
            ui.visuals().weak_text_color()
        } else {
            theme::accent(context.theme)
        };
        let edge = ui.visuals().widgets.inactive.bg_stroke;
        let painter = ui.painter();
        painter.rect_filled(line, 3.0, ui.visuals().extreme_bg_color);
        painter.rect_filled(line.with_max_x(line.left() + line.width() * share), 3.0, fill);
        painter.rect_stroke(line, 3.0, edge, egui::StrokeKind::Inside);
        if let Some(mark) = mark {
            let x = line.left() + line.width() * mark.clamp(0.0, 1.0) as f32;
            let ink = ui.visuals().text_color();
            painter.line_segment(
                [pos2(x, rect.top() + 1.0), pos2(x, rect.bottom() - 1.0)],
                (2.0, ink),
            );
        }
    }
    response
}

/// A rank in a disc, as on the badge of a piece.
pub fn rank_ui(ui: &mut Ui, context: &FrameContext<'_>, rank: u32) {
    let text = context.texts.count(u64::from(rank));
    let width = 24.0_f32.max(10.0 + 9.0 * text.len() as f32);
    let (rect, response) = ui.allocate_exact_size(vec2(width, 24.0), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Label, true, &text));
    let painter = ui.painter();
    painter.rect_filled(
        Rect::from_center_size(rect.center(), vec2(width, 24.0)),
        12.0,
        theme::accent(context.theme),
    );
    let ink = theme::on_accent(context.theme);
    painter.text(
        rect.center(),
        Align2::CENTER_CENTER,
        text,
        FontId::proportional(14.0),
        ink,
    );
}

/// A choice between the dimensions of the figures. `all`: the text for all of them together.
pub fn dimension_choice_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    id: &str,
    live: &Live,
    chosen: Option<&String>,
    all: Option<String>,
    mut choose: impl FnMut(Option<String>),
) -> Option<usize> {
    let dimensions = &live.figures;
    let at = dimensions.iter().position(|figures| Some(&figures.id) == chosen);
    let at = if all.is_some() { at } else { at.or(Some(0)) };
    let name = |at: Option<usize>| match at {
        Some(at) => dimension_name(context.texts, &dimensions[at].id),
        None => all.clone().unwrap_or_default(),
    };
    ui.horizontal(|ui| {
        let label = ui.label(context.t("roles-by"));
        egui::ComboBox::from_id_salt(id)
            .selected_text(name(at))
            .width(180.0)
            .wrap()
            .show_ui(ui, |ui| {
                if all.is_some() && option_ui(ui, at.is_none(), name(None)).clicked() {
                    choose(None);
                }
                for (number, figures) in dimensions.iter().enumerate() {
                    let is_chosen = at == Some(number);
                    if option_ui(ui, is_chosen, name(Some(number))).clicked() {
                        choose(Some(figures.id.clone()));
                    }
                }
            })
            .response
            .labelled_by(label.id);
    });
    at
}
