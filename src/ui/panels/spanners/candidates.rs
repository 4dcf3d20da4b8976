//! The list of candidates: for each who, why and how sure; the rest on request.

use egui::{Align, Layout, RichText, Ui};
use egui_extras::{Column as ColumnSize, TableBuilder};

use super::certainty::{self, CandidateCertainty};
use super::parts::{actor_ui, rank_ui};
use super::{card, reasons};
use crate::analysis::live::Live;
use crate::analysis::spanners::{Candidate, Component, Ranking};
use crate::command::{DeskChange, Look};
use crate::desk::SpannerDetail;
use crate::edit::Selection;
use crate::i18n;
use crate::told::numbers::percent_short;
use crate::ui::widgets::{bold, name_button_ui, remark_ui, section_ui};
use crate::ui::{FrameContext, Intents};

/// Candidates whose card stands open from the start: more than a group can discuss are in the table.
const SHOWN: usize = 5;

/// The candidates that get a card: the first few, and before them who is selected on the board.
pub fn shown<'a>(
    ranking: &'a Ranking,
    live: &Live,
    selection: &Selection,
) -> (Option<&'a Candidate>, &'a [Candidate]) {
    let first = &ranking.candidates[..ranking.candidates.len().min(SHOWN)];
    let is_selected = |candidate: &&Candidate| {
        selection.actors.len() == 1
            && selection
                .actors
                .contains(&live.snapshot.actors[candidate.actor as usize])
    };
    let selected = ranking.candidates.iter().find(is_selected);
    let is_shown = |one: &&Candidate| first.iter().any(|other| other.actor == one.actor);
    (selected.filter(|one| !is_shown(one)), first)
}

pub fn candidates_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    live: &Live,
    ranking: &Ranking,
    out: &mut Intents,
) {
    let count = ranking.candidates.len();
    let title = context
        .texts
        .with("spanners-candidates", &[("count", count.min(SHOWN).into())]);
    section_ui(ui, "spanner-candidates", title, true, |ui| {
        certainty::progress_ui(ui, context, out);
        let (selected, first) = shown(ranking, live, context.selection());
        if let Some(candidate) = selected {
            remark_ui(ui, &context.t("spanners-selected"));
            candidate_ui(ui, context, live, candidate, out);
            remark_ui(ui, &context.t("spanners-first"));
        }
        for candidate in first {
            candidate_ui(ui, context, live, candidate, out);
        }
    });
    if count > SHOWN {
        let values = [
            ("count", count.into()),
            ("shown", context.texts.count(count as u64).into()),
        ];
        let title = context.texts.with("spanners-all", &values);
        section_ui(ui, "spanner-all", title, false, |ui| {
            table_ui(ui, context, live, ranking, out);
        });
    }
}

/// Key of a component's name; `KEY-short` heads its column.
pub fn component_key(component: Component) -> &'static str {
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
    candidate: &Candidate,
    out: &mut Intents,
) {
    let actor_id = live.snapshot.actors[candidate.actor as usize];
    let label = &*i18n::shown(&live.snapshot.labels[candidate.actor as usize]);
    let sure = CandidateCertainty::of(&context.certainty, actor_id);
    egui::Frame::group(ui.style()).inner_margin(8).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal(|ui| {
            rank_ui(ui, context, candidate.rank);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                components_ui(ui, context, live, candidate, out);
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    actor_ui(ui, context, live, candidate.actor, bold(label).size(15.0), out);
                });
            });
        });
        let found = reasons::reasons_of(context, live, candidate.actor);
        if let Some(first) = found.first() {
            reasons::reason_ui(ui, context, live, candidate.actor, first, out);
        }
        certainty::lead_ui(ui, context, &sure);
        let actor = context.constellation().actor(actor_id);
        if let Some(actor) = actor
            && let Some(signs) = card::signs(context.texts, &actor.card)
        {
            let spoken = card::spoken(context.texts, &actor.card);
            let info = || egui::WidgetInfo::labeled(egui::WidgetType::Label, true, &spoken);
            remark_ui(ui, &signs).widget_info(info);
        }
        let open = details_bar_ui(ui, context, actor_id, label, found.len(), out);
        match open {
            Some(SpannerDetail::Reasons) => {
                for reason in found.iter().skip(1) {
                    reasons::reason_ui(ui, context, live, candidate.actor, reason, out);
                }
                reasons::places_ui(ui, context, live, candidate, out);
            }
            Some(SpannerDetail::Certainty) => {
                certainty::details_ui(ui, context, live, actor_id, &sure, out);
            }
            Some(SpannerDetail::Card) => {
                if let Some(actor) = actor {
                    card::card_ui(ui, context, actor, out);
                }
            }
            None => {}
        }
    });
}

/// Three buttons that open a part of the card; a second press closes it. Returns what is open.
fn details_bar_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    actor: crate::model::ActorId,
    label: &str,
    reasons: usize,
    out: &mut Intents,
) -> Option<SpannerDetail> {
    let open = context
        .desk
        .spanner_detail
        .filter(|(of, _)| *of == actor)
        .map(|(_, detail)| detail);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().button_padding.x = 7.0;
        ui.spacing_mut().item_spacing.x = 5.0;
        for (detail, key) in [
            (SpannerDetail::Reasons, "spanners-open-reasons"),
            (SpannerDetail::Certainty, "spanners-open-certainty"),
            (SpannerDetail::Card, "spanners-open-card"),
        ] {
            let values = [("count", reasons.into()), ("name", label.to_owned().into())];
            let text = context.texts.with(key, &values);
            let name = context.texts.with(&format!("{key}-of"), &values);
            let is_open = open == Some(detail);
            let button = egui::Button::selectable(is_open, RichText::new(text).size(13.0));
            let response = ui.add(button.frame_when_inactive(true));
            response
                .widget_info(|| egui::WidgetInfo::selected(egui::WidgetType::Button, true, is_open, &name));
            if response.clicked() {
                out.push(DeskChange::SpannerDetail((!is_open).then_some((actor, detail))));
            }
        }
    });
    open
}

/// How high an actor ranks per component, 0 to 1, over the dimensions in which anybody has anything of it.
/// Having nothing is 0, also where many share the first place with nothing.
pub fn component_shares(live: &Live, candidate: &Candidate) -> [f64; 4] {
    let count = live.ranks.actors.len() as f64;
    std::array::from_fn(|number| {
        let component = Component::ALL[number];
        let mut shares = Vec::new();
        for (at, figures) in live.figures.iter().enumerate() {
            let values = figures.of(component);
            if values.iter().flatten().all(|value| value <= 0.0) {
                continue;
            }
            let has_any = values
                .at(candidate.actor as usize)
                .is_some_and(|value| value > 0.0);
            let rank = candidate.cell_ranks.get(at * Component::ALL.len() + number);
            let rank = rank.copied().filter(|_| has_any);
            shares.push(rank.map_or(0.0, |rank| (count + 1.0 - f64::from(rank)) / count));
        }
        shares.iter().sum::<f64>() / shares.len().max(1) as f64
    })
}

/// Four small bars, one per component: how high the actor ranks in it over all dimensions together.
fn components_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    live: &Live,
    candidate: &Candidate,
    out: &mut Intents,
) {
    let shares = component_shares(live, candidate);
    let (rect, response) = ui.allocate_exact_size(egui::vec2(52.0, 20.0), egui::Sense::click());
    let accent = crate::ui::theme::accent(context.theme);
    let back = ui.visuals().widgets.noninteractive.bg_stroke.color;
    let mut lines = Vec::new();
    for (at, component) in Component::ALL.into_iter().enumerate() {
        let ranks = candidate.cell_ranks.iter().skip(at).step_by(Component::ALL.len());
        let mean = f64::from(ranks.sum::<u32>()) / live.figures.len().max(1) as f64;
        let share = shares[at] as f32;
        let left = rect.left() + at as f32 * 13.0;
        let full = egui::Rect::from_min_size(egui::pos2(left, rect.top()), egui::vec2(10.0, rect.height()));
        let bar = full.with_min_y(full.bottom() - full.height() * share);
        ui.painter().rect_filled(full, 2.0, back);
        ui.painter().rect_filled(bar, 2.0, accent);
        let values = [("rank", context.texts.number(mean, 1).into())];
        lines.push(format!(
            "{}: {}",
            context.t(component_key(component)),
            context.texts.with("spanners-mean-rank", &values)
        ));
    }
    if response.has_focus() {
        let stroke = ui.visuals().selection.stroke;
        ui.painter()
            .rect_stroke(rect.expand(2.0), 2.0, stroke, egui::StrokeKind::Outside);
    }
    let text = lines.join("\n");
    response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Button, true, &text));
    if response.on_hover_text(text).clicked() {
        super::explain("spanner_mean_rank", out);
    }
}

/// Everybody in order, a line each.
fn table_ui(ui: &mut Ui, context: &FrameContext<'_>, live: &Live, ranking: &Ranking, out: &mut Intents) {
    let width = ui.available_width();
    let candidates = &ranking.candidates;
    TableBuilder::new(ui)
        .id_salt("spanner-table")
        .striped(true)
        .cell_layout(Layout::left_to_right(Align::Center))
        .max_scroll_height(320.0)
        .column(ColumnSize::exact(30.0))
        .column(ColumnSize::exact((width - 30.0 - 72.0 - 18.0).max(90.0)).clip(true))
        .column(ColumnSize::exact(64.0))
        .header(24.0, |mut header| {
            let top = context
                .certainty
                .standing
                .map_or(1, |(_, standing)| standing.weightings.top);
            let sure = context.texts.with("spanners-column-sure", &[("top", top.into())]);
            for text in [context.t("column-rank"), context.t("column-actor"), sure] {
                header.col(|ui| {
                    ui.label(bold(text));
                });
            }
        })
        .body(|body| {
            body.rows(24.0, candidates.len(), |mut row| {
                let candidate = &candidates[row.index()];
                let actor = live.snapshot.actors[candidate.actor as usize];
                row.set_selected(context.selection().actors.contains(&actor));
                row.col(|ui| {
                    ui.label(context.texts.count(u64::from(candidate.rank)));
                });
                row.col(|ui| {
                    let label = &*i18n::shown(&live.snapshot.labels[candidate.actor as usize]);
                    if name_button_ui(ui, label).clicked() {
                        out.push(Look::Reveal(Selection::of_actor(actor)));
                    }
                });
                row.col(|ui| {
                    let sure = CandidateCertainty::of(&context.certainty, actor);
                    let Some(found) = sure.weakest() else {
                        ui.label(context.t("figure-undefined"));
                        return;
                    };
                    let text = percent_short(found.share).text(context.texts);
                    let text = if sure.is_old {
                        RichText::new(text).weak()
                    } else {
                        RichText::new(text)
                    };
                    ui.label(text).on_hover_text(found.message().text(context.texts));
                });
            });
        });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::live::live;
    use crate::analysis::snapshot::{NamedPartition, Snapshot};
    use crate::analysis::{Control, Link, Network, Partition};

    /// A star of seven with its leaves in two groups.
    fn star() -> Live {
        let link = |target| Link {
            source: 0,
            target,
            weight: 1.0,
        };
        let links: Vec<Link> = (1..7).map(link).collect();
        let network = Network::from_links(7, false, &links).unwrap();
        let of: Vec<Option<u32>> = (0..7).map(|v| Some(v % 2)).collect();
        let partition = Partition::single(vec!["x".into(), "y".into()], &of);
        let dimensions = vec![NamedPartition {
            id: "sector".to_owned(),
            partition,
        }];
        let snapshot = Snapshot::of_network(network, vec![false; 7], dimensions);
        live(snapshot, &Control::new()).unwrap()
    }

    #[test]
    fn who_has_nothing_of_a_component_has_no_bar_however_many_share_that_place() {
        let live = star();
        let shares = |actor| component_shares(&live, live.ranking.of(actor).unwrap());
        assert_eq!(shares(0)[1], 1.0, "the middle mediates everything");
        assert_eq!(shares(3)[1], 0.0);
        assert_eq!(shares(3)[0], 0.0, "one contact is no spread");
    }

    #[test]
    fn who_is_selected_gets_a_card_before_the_first_few_unless_it_has_one() {
        let live = star();
        let id = |at: usize| live.snapshot.actors[at];
        let last = live.ranking.candidates[6].actor;
        let (selected, first) = shown(&live.ranking, &live, &Selection::of_actor(id(last as usize)));
        assert_eq!(selected.map(|one| one.actor), Some(last));
        assert_eq!(first.len(), SHOWN);
        let (selected, _) = shown(&live.ranking, &live, &Selection::of_actor(id(0)));
        assert_eq!(selected, None);
        let (selected, _) = shown(&live.ranking, &live, &Selection::of_actors([id(5), id(6)]));
        assert_eq!(selected, None, "two are no choice");
    }
}
