//! The board beside a file: what came, went and changed since; a click lights it up on the board.

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::{CollapsingHeader, ComboBox, Id, Label, RichText, Ui};
use egui_phosphor::regular as icon;

use super::{first_place, window};
use crate::analysis::comparison::{Differences, RankChange, RelationChange};
use crate::analysis::measure;
use crate::command::Look;
use crate::edit::Selection;
use crate::model::{ActorId, Constellation};
use crate::scene::Highlight;
use crate::told::comparison::{self, LinePlace};
use crate::told::measure_name;
use crate::ui::panels::spanners::parts::lighting_ui;
use crate::ui::panels::whatif::data::MoveRow;
use crate::ui::panels::whatif::{all_figures_ui, move_ui};
use crate::ui::widgets::{heading_ui, keep_bar_free, option_ui, panel_scroll, remark_ui};
use crate::ui::{FrameContext, Intents};

/// Risers, and fallers, in sight.
const MOST_MOVES: usize = 10;

/// A file compared with the board as it was when that was asked.
#[derive(Debug, Clone, PartialEq)]
pub struct ComparisonView {
    pub file_name: String,
    pub differences: Arc<Differences>,
}

pub fn comparison_ui(ui: &Ui, context: &FrameContext<'_>, is_open: &mut bool, out: &mut Intents) {
    let Some(found) = context.program.comparison.clone() else {
        *is_open = false;
        return;
    };
    // To the side: what is lit is on the board.
    let place = egui::pos2(ui.ctx().content_rect().right() - 290.0, first_place(ui).y + 20.0);
    window(context.t("compare-title"), is_open)
        .default_pos(place)
        .default_size([540.0, 560.0])
        .show(ui.ctx(), |ui| {
            remark_ui(
                ui,
                &context
                    .texts
                    .with("compare-lead", &[("name", found.file_name.clone().into())]),
            );
            panel_scroll(ui, "comparison", &found.file_name)
                .max_height(520.0)
                .auto_shrink(false)
                .show(ui, |ui| {
                    keep_bar_free(ui);
                    let differences = &found.differences;
                    if has_no_differences(differences) {
                        ui.label(context.t("compare-same"));
                    }
                    sections_ui(ui, context, differences, out);
                    let dimensions = differences.dimensions.iter();
                    let dimensions = dimensions.map(|one| (one.id.as_str(), one.figures.as_slice()));
                    // What the board is now comes last, as in the sentences above.
                    let columns = ["compare-column-file", "compare-column-board"];
                    let columns = (columns, differences.has_arrows);
                    let remarks = columns.0.into_iter().zip(&differences.counted);
                    let remarks = remarks.flat_map(|(side, counted)| comparison::counted(side, counted));
                    all_figures_ui(
                        ui,
                        context,
                        columns,
                        remarks,
                        &differences.figures,
                        dimensions,
                        out,
                    );
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

/// What came, went and changed; a line lights up what of it is on the board now.
fn sections_ui(ui: &mut Ui, context: &FrameContext<'_>, found: &Differences, out: &mut Intents) {
    for section in comparison::sections(found, &[&context.constellation().vocabulary]) {
        let count = section.lines.len();
        if count == 0 {
            continue;
        }
        CollapsingHeader::new(section.title().text(context.texts))
            .id_salt(section.key)
            .default_open(count <= 12)
            .show(ui, |ui| {
                for line in &section.lines {
                    let text = line.message.text(context.texts);
                    line_ui(
                        ui,
                        context,
                        text,
                        highlight(context.constellation(), line.place),
                        out,
                    );
                }
            });
    }
}

fn highlight(constellation: &Constellation, place: LinePlace<'_>) -> Option<Highlight> {
    match place {
        LinePlace::Actor(key) => on_board(constellation, key).map(|actor| Highlight {
            actors: BTreeSet::from([actor]),
            ..Highlight::default()
        }),
        LinePlace::Relation(change) => relation_highlight(constellation, change),
    }
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
        let name = |it| measure_name(context.texts, it, found.has_arrows);
        measure.map(name).unwrap_or_default()
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
                    if option_ui(ui, at == chosen, name(at)).clicked() {
                        chosen = at;
                    }
                }
            })
            .response
            .labelled_by(label.id);
    });
    ui.data_mut(|data| data.insert_temp(id, chosen));
    let [risers, fallers] = comparison::moves(&found.ranks[chosen], MOST_MOVES);
    let count = risers.len() + fallers.len();
    for (sign, moves) in [(icon::ARROW_UP, risers), (icon::ARROW_DOWN, fallers)] {
        for change in moves {
            rank_ui(ui, context, found, sign, change, out);
        }
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
    let text = comparison::places(change.rank_before, change.rank_after).text(context.texts);
    let name = crate::i18n::shown(found.label(&change.id)).into_owned();
    match on_board(context.constellation(), &change.id) {
        Some(actor) => {
            let mut asked = Intents::default();
            move_ui(ui, sign, &MoveRow { actor, name, text }, &mut asked);
            // Also lit: on a full board the selection alone is easily overlooked.
            if !asked.is_empty() {
                out.push(Look::Reveal(Selection::of_actor(actor)));
                out.push(Look::Highlight(Some(Highlight {
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
