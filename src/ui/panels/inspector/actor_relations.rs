//! The relations of one actor, each to be changed in place.

use egui::{Id, Ui, vec2};

use super::data::{TieRow, TiesOfActor};
use crate::command::{DeskChange, Edit, Look};
use crate::desk::TableTab;
use crate::edit::operations::RelationEdit;
use crate::edit::{Label, RelationField, Selection};
use crate::model::{Actor, Direction, Relation};
use crate::ui::panels::fields;
use crate::ui::panels::words;
use crate::ui::widgets::{
    ChoiceField, SharedValue, Symbol, choice_ui, heading_ui, key_beyond_places, list_row_ui, made_once,
    number_ui, refusal_ui, remark_ui, sign_button_ui,
};
use crate::ui::{FrameContext, Intents};

/// At most this many are shown at once: a hub of a large network would make the panel endless.
const MOST_ROWS: usize = 60;

pub fn relations_of_ui(ui: &mut Ui, context: &FrameContext<'_>, actor: &Actor, out: &mut Intents) {
    let constellation = context.constellation();
    let from = (actor.id, key_beyond_places(context.document));
    let ties = made_once(ui.ctx(), Id::new("ties-of-selected"), from, || {
        TiesOfActor::of(constellation, actor.id)
    });
    let count = ties.relations.len();
    heading_ui(
        ui,
        &context
            .texts
            .with("inspector-relations-of", &[("count", count.into())]),
    );
    if count == 0 {
        remark_ui(ui, &context.t("inspector-no-relations"));
    }
    for row in ties.rows(constellation).take(MOST_ROWS) {
        ui.push_id(row.relation.id, |ui| row_ui(ui, context, &row, out));
    }
    if count > MOST_ROWS {
        let more = [("count", (count - MOST_ROWS).into())];
        let text = context.texts.with("inspector-more-relations", &more);
        if ui.link(text).clicked() {
            out.push(DeskChange::OpenTable(TableTab::Relations));
        }
    }
}

fn row_ui(ui: &mut Ui, context: &FrameContext<'_>, row: &TieRow<'_>, out: &mut Intents) {
    let relation = row.relation;
    ui.horizontal(|ui| {
        direction_ui(ui, context, row, out);
        let is_selected = context.selection().relations.contains(&relation.id);
        let itself = relation.is_loop().then(|| context.t("inspector-itself"));
        let name = context.listed(itself.as_deref().unwrap_or(row.other_label));
        let response = list_row_ui(ui, &Symbol::None, &name, is_selected)
            .on_hover_text(context.t("inspector-select-relation"));
        if response.clicked() {
            out.push(Look::Reveal(Selection::of_relation(relation.id)));
        }
    });
    ui.horizontal(|ui| {
        ui.add_space(34.0);
        let weight_width = 80.0;
        kind_ui(ui, context, relation, weight_width, out);
        weight_ui(ui, context, relation, out);
    });
    ui.add_space(4.0);
}

/// One press goes to the next of: out, in, both ways, no direction.
fn direction_ui(ui: &mut Ui, context: &FrameContext<'_>, row: &TieRow<'_>, out: &mut Intents) {
    let id = row.relation.id;
    let (sign, key) = match (row.relation.direction, row.is_outgoing) {
        (Direction::Directed, true) => ("→", "direction-out"),
        (Direction::Directed, false) => ("←", "direction-in"),
        (Direction::Mutual, _) => ("↔", "direction-mutual"),
        (Direction::Undirected, _) => ("—", "direction-undirected"),
    };
    let label = context.texts.with(
        "inspector-turn",
        &[
            ("direction", context.t(key).into()),
            ("name", row.other_label.to_owned().into()),
        ],
    );
    if !sign_button_ui(ui, sign, &label).clicked() {
        return;
    }
    let edit = |edit| Edit::EditRelations(vec![id], edit);
    match (row.relation.direction, row.is_outgoing) {
        (Direction::Directed, true) if !row.relation.is_loop() => out.push(edit(RelationEdit::Reverse)),
        (Direction::Directed, _) => out.push(edit(RelationField::Direction(Direction::Mutual).into())),
        (Direction::Mutual, _) => out.push(edit(RelationField::Direction(Direction::Undirected).into())),
        (Direction::Undirected, true) => out.push(edit(RelationField::Direction(Direction::Directed).into())),
        (Direction::Undirected, false) => {
            out.push(Edit::Begin(Label::EditRelation));
            out.push(edit(RelationEdit::Reverse));
            out.push(edit(RelationField::Direction(Direction::Directed).into()));
            out.push(Edit::End);
        }
    }
}

fn kind_ui(ui: &mut Ui, context: &FrameContext<'_>, relation: &Relation, kept_free: f32, out: &mut Intents) {
    let vocabulary = &context.constellation().vocabulary;
    let (text, symbol) = vocabulary
        .relation_kind(&relation.kind)
        .map(|kind| (kind.label.clone(), Symbol::of_relation_kind(kind)))
        .unwrap_or_default();
    let name = context.t("field-relation-kind");
    let mut field = ChoiceField::named(Id::new(("tie-kind", relation.id)), &name).with_new_word();
    field.width = (ui.available_width() - kept_free - 32.0).max(60.0);
    let current = SharedValue::Same(relation.kind.clone());
    let choices = || words::relation_kinds(vocabulary);
    let width = ui.available_width() - kept_free;
    let picked = ui
        .allocate_ui(vec2(width, 26.0), |ui| {
            ui.horizontal(|ui| choice_ui(ui, context.texts, &field, &current, &text, &symbol, choices))
                .inner
        })
        .inner;
    words::send_kind(ui.ctx(), out, vocabulary, &[relation.id], picked);
}

fn weight_ui(ui: &mut Ui, context: &FrameContext<'_>, relation: &Relation, out: &mut Intents) {
    let name = context.t("field-weight");
    let id = relation.id;
    let field = fields::weight(Id::new(("tie-weight", id)), None, &[id], relation.weight);
    let (response, refused) = number_ui(ui, context.texts, &field, out, |weight| {
        Edit::EditRelations(vec![id], RelationField::Weight(weight).into())
    });
    ui.ctx()
        .accesskit_node_builder(response.id, |builder| builder.set_label(name.as_str()));
    let response = response.on_hover_text(name);
    if let Some(bad) = refused {
        response.show_tooltip_ui(|ui| {
            refusal_ui(ui, &bad.text(context.texts, "weight-refused"));
        });
    }
}
