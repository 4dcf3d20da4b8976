//! The board beside a file: what came, went and changed since; a click lights it up on the board.

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::{CollapsingHeader, ComboBox, Id, Label, RichText, ScrollArea, Ui};
use egui_phosphor::regular as icon;

use super::{first_place, window};
use crate::analysis::comparison::{ActorChange, Differences, RankChange, RelationChange};
use crate::analysis::measure;
use crate::command::Intent;
use crate::edit::Selection;
use crate::model::{ActorId, Constellation, RelationKindId};
use crate::scene::Highlight;
use crate::ui::panels::spanners::parts::lighting_ui;
use crate::ui::panels::whatif::data::MoveRow;
use crate::ui::panels::whatif::{all_figures_ui, move_ui};
use crate::ui::state::ViewState;
use crate::ui::widgets::{heading_ui, remark_ui};
use crate::ui::{FrameContext, Intents};

/// Risers, and fallers, in sight.
const MOST_MOVES: usize = 10;

/// A file compared with the board as it was when that was asked.
#[derive(Debug, Clone, PartialEq)]
pub struct ComparisonView {
    pub file_name: String,
    pub differences: Arc<Differences>,
}

pub fn comparison_ui(
    ui: &Ui,
    context: &FrameContext<'_>,
    is_open: &mut bool,
    view: &mut ViewState,
    out: &mut Intents,
) {
    let Some(found) = context.program.comparison.clone() else {
        *is_open = false;
        return;
    };
    // To the side: what is lit is on the board.
    let place = egui::pos2(ui.ctx().content_rect().right() - 290.0, first_place(ui).y + 20.0);
    window(context.t("compare-title"), is_open)
        .default_pos(place)
        .default_width(540.0)
        .show(ui.ctx(), |ui| {
            remark_ui(
                ui,
                &context
                    .texts
                    .with("compare-lead", &[("name", found.file_name.clone().into())]),
            );
            ScrollArea::vertical()
                .max_height(520.0)
                .auto_shrink(false)
                .show(ui, |ui| {
                    let differences = &found.differences;
                    if has_no_differences(differences) {
                        ui.label(context.t("compare-same"));
                    }
                    actors_ui(ui, context, differences, out);
                    relations_ui(ui, context, differences, out);
                    let dimensions = differences.dimensions.iter();
                    let dimensions = dimensions.map(|one| (one.id.as_str(), one.figures.as_slice()));
                    all_figures_ui(ui, context, view, &differences.figures, dimensions);
                    ranks_ui(ui, context, differences, out);
                });
        });
}

fn has_no_differences(differences: &Differences) -> bool {
    let members = &differences.members;
    let is_empty = |lists: [&[RelationChange]; 3]| lists.iter().all(|list| list.is_empty());
    members.actors_came.is_empty()
        && members.actors_gone.is_empty()
        && differences.actors_changed.is_empty()
        && is_empty([
            &members.relations_came,
            &members.relations_gone,
            &members.relations_changed,
        ])
}

/// The actor of this key on the board now.
fn on_board(constellation: &Constellation, key: &str) -> Option<ActorId> {
    let mut actors = constellation.actors.values();
    actors.find(|actor| actor.key == key).map(|actor| actor.id)
}

fn section_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    key: &'static str,
    count: usize,
    body: impl FnOnce(&mut Ui),
) {
    if count > 0 {
        CollapsingHeader::new(context.texts.with(key, &[("count", count.into())]))
            .id_salt(key)
            .default_open(count <= 12)
            .show(ui, body);
    }
}

fn actors_ui(ui: &mut Ui, context: &FrameContext<'_>, found: &Differences, out: &mut Intents) {
    let members = &found.members;
    let line = |ui: &mut Ui, key: &str, text: String, out: &mut Intents| {
        let highlight = on_board(context.constellation(), key).map(|actor| Highlight {
            actors: BTreeSet::from([actor]),
            ..Highlight::default()
        });
        line_ui(ui, context, text, highlight, out);
    };
    for (heading, keys) in [
        ("compare-actors-came", &members.actors_came),
        ("compare-actors-gone", &members.actors_gone),
    ] {
        section_ui(ui, context, heading, keys.len(), |ui| {
            for key in keys {
                line(ui, key, found.label(key).to_owned(), out);
            }
        });
    }
    section_ui(
        ui,
        context,
        "compare-actors-changed",
        found.actors_changed.len(),
        |ui| {
            for change in &found.actors_changed {
                line(ui, &change.key, actor_text(context, found, change), out);
            }
        },
    );
}

/// "Alkmaar: soort: persoon → gemeente", in the words of this board where it has them.
fn actor_text(context: &FrameContext<'_>, found: &Differences, change: &ActorChange) -> String {
    let fields: Vec<String> = change
        .fields
        .iter()
        .map(|field| {
            let name = context.t(&format!("compare-field-{}", field.field));
            let word = |id: &str| word(context, found, field.field, id);
            format!("{name}: {} → {}", word(&field.before), word(&field.after))
        })
        .collect();
    format!("{}: {}", found.label(&change.key), fields.join("; "))
}

fn word(context: &FrameContext<'_>, found: &Differences, field: &str, id: &str) -> String {
    if id.is_empty() {
        return context.t("figure-undefined");
    }
    let words = &context.constellation().vocabulary;
    let label = match field {
        "kind" => words
            .actor_kinds
            .iter()
            .find(|it| it.id.as_str() == id)
            .map(|it| it.label.clone()),
        "sector" => words
            .sectors
            .iter()
            .find(|it| it.id.as_str() == id)
            .map(|it| it.label.clone()),
        "level" => words
            .levels
            .iter()
            .find(|it| it.id.as_str() == id)
            .map(|it| it.label.clone()),
        "region" => words
            .regions
            .iter()
            .find(|it| it.id.as_str() == id)
            .map(|it| it.label.clone()),
        "organisation" => Some(found.label(id).to_owned()),
        _ => None,
    };
    label.unwrap_or_else(|| id.to_owned())
}

fn relations_ui(ui: &mut Ui, context: &FrameContext<'_>, found: &Differences, out: &mut Intents) {
    let members = &found.members;
    for (heading, list) in [
        ("compare-relations-came", &members.relations_came),
        ("compare-relations-gone", &members.relations_gone),
        ("compare-relations-changed", &members.relations_changed),
    ] {
        section_ui(ui, context, heading, list.len(), |ui| {
            for change in list {
                let text = relation_text(context, found, change);
                line_ui(
                    ui,
                    context,
                    text,
                    relation_highlight(context.constellation(), change),
                    out,
                );
            }
        });
    }
}

fn relation_text(context: &FrameContext<'_>, found: &Differences, change: &RelationChange) -> String {
    let arrow = if change.is_directed { "→" } else { "–" };
    let kinds = &context.constellation().vocabulary;
    let kind = kinds.relation_kind(&RelationKindId::new(&change.kind));
    let kind = kind.map_or(change.kind.as_str(), |kind| kind.label.as_str());
    let weight = |value: f64| context.texts.number(value, 2);
    let weights = match (change.before.0, change.after.0) {
        (0, _) => weight(change.after.1),
        (_, 0) => weight(change.before.1),
        _ => format!("{} → {}", weight(change.before.1), weight(change.after.1)),
    };
    let (source, target) = (found.label(&change.source), found.label(&change.target));
    format!("{source} {arrow} {target} ({kind}, {weights})")
}

/// Both ends, and what runs between them now.
fn relation_highlight(constellation: &Constellation, change: &RelationChange) -> Option<Highlight> {
    let source = on_board(constellation, &change.source)?;
    let target = on_board(constellation, &change.target)?;
    let ends = BTreeSet::from([source, target]);
    let relations = constellation.relations.values().filter(|relation| {
        relation.kind.as_str() == change.kind && BTreeSet::from([relation.source, relation.target]) == ends
    });
    let relations = if change.after.0 > 0 {
        relations.map(|relation| relation.id).collect()
    } else {
        BTreeSet::new()
    };
    Some(Highlight {
        actors: ends,
        relations,
    })
}

/// A line that can be lit up on the board, or one about what is not there any more.
fn line_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    text: String,
    highlight: Option<Highlight>,
    out: &mut Intents,
) {
    let Some(highlight) = highlight else {
        ui.add(Label::new(text).wrap());
        return;
    };
    lighting_ui(ui, context, &text, || highlight, out);
}

fn ranks_ui(ui: &mut Ui, context: &FrameContext<'_>, found: &Differences, out: &mut Intents) {
    if found.ranks.is_empty() {
        return;
    }
    let id = Id::new("compare-measure");
    let mut chosen: usize = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    chosen = chosen.min(found.ranks.len() - 1);
    let name = |at: usize| {
        let measure = measure::find(found.ranks[at].measure);
        measure.map(|it| context.t(&it.text_key())).unwrap_or_default()
    };
    heading_ui(ui, &context.t("compare-moves"));
    ui.horizontal(|ui| {
        let label = ui.label(context.t("centrality-by"));
        ComboBox::from_id_salt("compare-ranked-by")
            .selected_text(name(chosen))
            .width(260.0)
            .truncate()
            .show_ui(ui, |ui| {
                for at in 0..found.ranks.len() {
                    ui.selectable_value(&mut chosen, at, name(at));
                }
            })
            .response
            .labelled_by(label.id);
    });
    ui.data_mut(|data| data.insert_temp(id, chosen));
    let changes = &found.ranks[chosen].changes;
    let risers = changes.iter().filter(|it| it.risen() > 0).take(MOST_MOVES);
    let fallers = changes.iter().rev().filter(|it| it.risen() < 0).take(MOST_MOVES);
    let mut count = 0;
    for (sign, change) in risers
        .map(|it| (icon::ARROW_UP, it))
        .chain(fallers.map(|it| (icon::ARROW_DOWN, it)))
    {
        rank_ui(ui, context, found, sign, change, out);
        count += 1;
    }
    if count == 0 {
        remark_ui(ui, &context.t("whatif-no-moves"));
    }
}

fn rank_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    found: &Differences,
    sign: &str,
    change: &RankChange,
    out: &mut Intents,
) {
    let values = [
        ("before", change.rank_before.into()),
        ("after", change.rank_after.into()),
    ];
    let text = context.texts.with("whatif-places", &values);
    let name = found.label(&change.id).to_owned();
    match on_board(context.constellation(), &change.id) {
        Some(actor) => {
            let mut asked = Vec::new();
            move_ui(ui, sign, &MoveRow { actor, name, text }, &mut asked);
            // Also lit: on a full board the selection alone is easily overlooked.
            if !asked.is_empty() {
                out.push(Intent::Reveal(Selection::of_actor(actor)));
                out.push(Intent::SetHighlight(Some(Highlight {
                    actors: BTreeSet::from([actor]),
                    ..Highlight::default()
                })));
            }
        }
        None => {
            ui.label(RichText::new(format!("{sign}  {name}  {text}")));
        }
    }
}
