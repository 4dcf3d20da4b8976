//! The board beside a file: what came, went and changed since; a click lights it up on the board.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use egui::{CollapsingHeader, ComboBox, Context, Id, Label, RichText, Ui};
use egui_phosphor::regular as icon;

use super::{first_place, window};
use crate::analysis::comparison::{Differences, RankChange, RelationChange};
use crate::analysis::measure;
use crate::command::Look;
use crate::edit::Selection;
use crate::model::{ActorId, Constellation, RelationId};
use crate::scene::Highlight;
use crate::told::comparison::{self, LinePlace};
use crate::told::measure_name;
use crate::ui::panels::spanners::parts::lighting_ui;
use crate::ui::panels::whatif::data::MoveRow;
use crate::ui::panels::whatif::{all_figures_ui, move_ui};
use crate::ui::widgets::{
    heading_ui, keep_bar_free, key_beyond_places, made_once, option_ui, panel_scroll, remark_ui, rows_ui,
};
use crate::ui::{FrameContext, Intents};

/// Height of most lines, in points.
const USUAL_ROW: f32 = 20.0;

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
    window(ui, context.t("compare-title"), is_open)
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

/// What of the two is on the board now, by what files call it.
#[derive(Debug, Default)]
struct OnBoard {
    actors: HashMap<String, ActorId>,
    /// By both ends, the lower id first.
    relations: HashMap<(ActorId, ActorId), Vec<RelationId>>,
}

impl OnBoard {
    fn of(constellation: &Constellation) -> Self {
        let actors = constellation.actors.values();
        let mut relations: HashMap<_, Vec<RelationId>> = HashMap::new();
        for relation in constellation.relations.values() {
            let ends = in_order(relation.source, relation.target);
            relations.entry(ends).or_default().push(relation.id);
        }
        Self {
            actors: actors.map(|actor| (actor.key.clone(), actor.id)).collect(),
            relations,
        }
    }

    /// Looked up anew only when the board has changed: every line of a long list asks.
    fn now(ctx: &Context, context: &FrameContext<'_>) -> Arc<Self> {
        made_once(
            ctx,
            Id::new("compared-on-board"),
            key_beyond_places(context.document),
            || Self::of(context.constellation()),
        )
    }

    fn actor(&self, key: &str) -> Option<ActorId> {
        self.actors.get(key).copied()
    }
}

fn in_order(one: ActorId, other: ActorId) -> (ActorId, ActorId) {
    (one.min(other), one.max(other))
}

/// What came, went and changed; a line lights up what of it is on the board now.
fn sections_ui(ui: &mut Ui, context: &FrameContext<'_>, found: &Differences, out: &mut Intents) {
    let on_board = OnBoard::now(ui.ctx(), context);
    for section in comparison::sections(found, &[&context.constellation().vocabulary]) {
        let count = section.lines.len();
        if count == 0 {
            continue;
        }
        CollapsingHeader::new(section.title().text(context.texts))
            .id_salt(section.key)
            .default_open(count <= 12)
            .show(ui, |ui| {
                rows_ui(ui, section.key, USUAL_ROW, count, |ui, at| {
                    let line = &section.lines[at];
                    let text = line.message.text(context.texts);
                    let lit = highlight(context.constellation(), &on_board, line.place);
                    line_ui(ui, context, text, lit, out);
                });
            });
    }
}

fn highlight(constellation: &Constellation, on_board: &OnBoard, place: LinePlace<'_>) -> Option<Highlight> {
    match place {
        LinePlace::Actor(key) => on_board.actor(key).map(|actor| Highlight {
            actors: BTreeSet::from([actor]),
            ..Highlight::default()
        }),
        LinePlace::Relation(change) => relation_highlight(constellation, on_board, change),
    }
}

/// Both ends, and what runs between them now.
fn relation_highlight(
    constellation: &Constellation,
    on_board: &OnBoard,
    change: &RelationChange,
) -> Option<Highlight> {
    let source = on_board.actor(&change.source)?;
    let target = on_board.actor(&change.target)?;
    let between = on_board.relations.get(&in_order(source, target));
    let is_of_kind = |id: &&RelationId| {
        let relation = constellation.relation(**id);
        relation.is_some_and(|relation| relation.kind.as_str() == change.kind)
    };
    let relations = if change.after.0 > 0 {
        between
            .into_iter()
            .flatten()
            .filter(is_of_kind)
            .copied()
            .collect()
    } else {
        BTreeSet::new()
    };
    Some(Highlight {
        actors: BTreeSet::from([source, target]),
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
        // As far in as the lines that can be lit up.
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.add_space(ui.spacing().button_padding.x);
            let text = format!("{}  {text}", icon::MINUS);
            ui.add(Label::new(text).wrap());
        });
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
            .wrap()
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
    match OnBoard::now(ui.ctx(), context).actor(&change.id) {
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
        // Not on the board any more: beside those that are, and not to be clicked.
        None => {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 0.0;
                let padding = ui.spacing().button_padding.x;
                ui.add_space(padding);
                ui.label(format!("{sign}  {name}"));
                ui.add_space(padding + 8.0);
                ui.label(RichText::new(text).weak());
            });
        }
    }
}
