//! One or many relations.

use egui::{Button, Id, Ui, vec2};

use super::actors::text_row_ui;
use super::attributes::attributes_ui;
use super::data::RelationsData;
use crate::command::{Edit, Look};
use crate::edit::operations::RelationEdit;
use crate::edit::{RelationField, Selection};
use crate::model::{ActorId, Direction, Relation};
use crate::ui::panels::fields;
use crate::ui::panels::words;
use crate::ui::widgets::{
    ChoiceField, Picked, SharedValue, Symbol, choice_ui, heading_ui, number_ui, plain_choice_ui, refusal_ui,
    row_ui, switch_ui,
};
use crate::ui::{FrameContext, Intents};

pub fn relations_ui(ui: &mut Ui, context: &FrameContext<'_>, data: &RelationsData<'_>, out: &mut Intents) {
    match data.single {
        Some(relation) => ends_ui(ui, context, relation, out),
        None => {
            let count = [("count", data.ids.len().into())];
            heading_ui(ui, &context.texts.with("inspector-relations", &count));
            reverse_ui(ui, context, data, out);
        }
    }
    kind_ui(ui, context, data, out);
    weight_ui(ui, context, data, out);
    direction_ui(ui, context, data, out);
    status_ui(ui, context, data, out);
    verified_ui(ui, context, data, out);
    let mut text = |key: &str, value: SharedValue<&str>, rows: usize, field: fn(String) -> RelationField| {
        let id = Id::new((key, "relation", &data.ids));
        text_row_ui(ui, context, &context.t(key), id, value, rows, out, |text| {
            Edit::EditRelations(data.ids.clone(), field(text).into())
        });
    };
    text("field-motive", data.motive, 2, RelationField::Motive);
    text("field-note", data.note, 3, RelationField::Note);
    attributes_ui(ui, context, &data.attributes, out);
}

fn ends_ui(ui: &mut Ui, context: &FrameContext<'_>, relation: &Relation, out: &mut Intents) {
    heading_ui(ui, &context.t("inspector-relation"));
    let mut end = |key: &str, id: ActorId| {
        row_ui(ui, &context.t(key), |ui, label| {
            let name = context
                .constellation()
                .actor(id)
                .map(|actor| crate::i18n::shown(&actor.label).into_owned());
            let button = Button::new(name.unwrap_or_default())
                .truncate()
                .min_size(vec2(ui.available_width(), 26.0));
            let response = ui.add(button).labelled_by(label);
            if response
                .on_hover_text(context.t("inspector-select-actor"))
                .clicked()
            {
                out.push(Look::Reveal(Selection::of_actor(id)));
            }
        });
    };
    let (from, to) = match relation.direction {
        Direction::Directed => ("field-source", "field-target"),
        Direction::Mutual | Direction::Undirected => ("field-between", "field-and"),
    };
    end(from, relation.source);
    end(to, relation.target);
    if !relation.is_loop() && ui.button(context.t("relation-reverse")).clicked() {
        out.push(Edit::EditRelations(vec![relation.id], RelationEdit::Reverse));
    }
}

fn reverse_ui(ui: &mut Ui, context: &FrameContext<'_>, data: &RelationsData<'_>, out: &mut Intents) {
    if ui.button(context.t("relation-reverse")).clicked() {
        out.push(Edit::EditRelations(data.ids.clone(), RelationEdit::Reverse));
    }
}

fn kind_ui(ui: &mut Ui, context: &FrameContext<'_>, data: &RelationsData<'_>, out: &mut Intents) {
    let vocabulary = &context.constellation().vocabulary;
    let picked = row_ui(ui, &context.t("field-relation-kind"), |ui, label| {
        let field = ChoiceField::new(Id::new(("relation-kind", &data.ids)), label).with_new_word();
        let current = words::owned(&data.kind);
        let (text, symbol) = data
            .kind
            .same()
            .and_then(|id| vocabulary.relation_kind(id))
            .map(|kind| (kind.label.clone(), Symbol::of_relation_kind(kind)))
            .unwrap_or_default();
        let choices = || words::relation_kinds(vocabulary);
        choice_ui(ui, context.texts, &field, &current, &text, &symbol, choices)
    });
    words::send_kind(ui.ctx(), out, vocabulary, &data.ids, picked);
}

fn weight_ui(ui: &mut Ui, context: &FrameContext<'_>, data: &RelationsData<'_>, out: &mut Intents) {
    let refused = row_ui(ui, &context.t("field-weight"), |ui, label| {
        let mut field = fields::weight(
            Id::new(("weight", &data.ids)),
            Some(label),
            &data.ids,
            data.weight.same().unwrap_or(1.0),
        );
        field.instead = (data.weight == SharedValue::Mixed).then(|| "…".to_owned());
        let (_, refused) = number_ui(ui, context.texts, &field, out, |weight| {
            Edit::EditRelations(data.ids.clone(), RelationField::Weight(weight).into())
        });
        if data.weight == SharedValue::Mixed {
            ui.label(context.t("value-mixed"));
        }
        refused
    });
    if let Some(bad) = refused {
        refusal_ui(ui, &bad.text(context.texts, "weight-refused"));
    }
}

fn direction_ui(ui: &mut Ui, context: &FrameContext<'_>, data: &RelationsData<'_>, out: &mut Intents) {
    row_ui(ui, &context.t("field-direction"), |ui, _| {
        let options = words::directions(context.texts);
        if let Some(direction) = switch_ui(ui, data.direction, &options) {
            out.push(Edit::EditRelations(
                data.ids.clone(),
                RelationField::Direction(direction).into(),
            ));
        }
    });
}

fn status_ui(ui: &mut Ui, context: &FrameContext<'_>, data: &RelationsData<'_>, out: &mut Intents) {
    let texts = context.texts;
    row_ui(ui, &context.t("field-status"), |ui, label| {
        let field = ChoiceField::new(Id::new(("status", &data.ids)), label);
        let shown = data
            .status
            .same()
            .map(|status| texts.t(words::status_key(status)));
        let choices = || words::statuses(texts);
        let picked = plain_choice_ui(
            ui,
            texts,
            &field,
            &data.status,
            &shown.unwrap_or_default(),
            choices,
        );
        if let Some(Picked::Value(status)) = picked {
            out.push(Edit::EditRelations(
                data.ids.clone(),
                RelationField::Status(status).into(),
            ));
        }
    });
}

fn verified_ui(ui: &mut Ui, context: &FrameContext<'_>, data: &RelationsData<'_>, out: &mut Intents) {
    row_ui(ui, &context.t("field-verified"), |ui, _| {
        let option = |verified: bool, key: &str| (verified, context.t(key), context.t(key));
        let options = [option(true, "verified-yes"), option(false, "verified-no")];
        if let Some(verified) = switch_ui(ui, data.verified, &options) {
            out.push(Edit::EditRelations(
                data.ids.clone(),
                RelationField::Verified(verified).into(),
            ));
        }
    });
}
