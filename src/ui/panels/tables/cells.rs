//! Cells to read and, in a selected row, to change.

use egui::{Align, Id, Label, Layout, Ui};

use super::{TableColumn, TableRow};
use crate::command::Edit;
use crate::edit::operations::WordList;
use crate::edit::{ActorField, AttributeOwner, RelationField};
use crate::model::{Actor, ActorId, Attribute, AttributeType, Relation, RelationId};
use crate::ui::panels::attribute_values::{AttributeField, attribute_ui};
use crate::ui::panels::fields;
use crate::ui::panels::words;
use crate::ui::widgets::{
    Choice, ChoiceField, Field, NumberField, Picked, SharedValue, field_ui, figure_ui, number_ui,
    plain_choice_ui, refusal_ui,
};
use crate::ui::{FrameContext, Intents};

fn read_ui(ui: &mut Ui, text: &str) {
    ui.add(Label::new(text).truncate().selectable(false));
}

/// Numbers, which have `decimals`, stand with their decimal marks under each other.
pub fn read_figure_ui(ui: &mut Ui, context: &FrameContext<'_>, text: &str, decimals: Option<&str>) {
    match decimals {
        Some(decimals) if !text.is_empty() => {
            // In the middle of the row, as the words beside it.
            let layout = Layout::right_to_left(Align::Center);
            ui.with_layout(layout, |ui| figure_ui(ui, context.texts, text, decimals));
        }
        _ => read_ui(ui, text),
    }
}

/// A list has more lines than a cell: it is changed in the inspector.
pub fn edit_attribute_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    attribute: &Attribute,
    owner: AttributeOwner,
    (row, at): (&TableRow, usize),
    out: &mut Intents,
) {
    if attribute.of_type == AttributeType::List {
        read_ui(ui, &row.cells[at]);
        return;
    }
    ui.visuals_mut().override_text_color = None;
    let values = [
        ("column", attribute.label.clone().into()),
        ("name", row.cells[0].clone().into()),
    ];
    let name = context.texts.with("table-cell", &values);
    let said = owner
        .values(context.constellation())
        .and_then(|values| values.said(&attribute.key));
    let field = AttributeField {
        attribute,
        owners: &[owner],
        value: SharedValue::Same(said),
        label: None,
        name: &name,
    };
    attribute_ui(ui, context, "cell", &field, out);
}

pub fn edit_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    column: TableColumn,
    row: &TableRow,
    at: usize,
    out: &mut Intents,
) {
    // The row is painted in the selection's colour, but fields have a ground of their own.
    let is_field = !matches!(
        column,
        TableColumn::Relations | TableColumn::Organisation | TableColumn::Source | TableColumn::Target
    );
    if is_field {
        ui.visuals_mut().override_text_color = None;
    }
    let constellation = context.constellation();
    let column_name = context.t(column.key());
    let values = [
        ("column", column_name.into()),
        ("name", row.cells[0].clone().into()),
    ];
    let cell = TableCell {
        context,
        name: context.texts.with("table-cell", &values),
        text: &row.cells[at],
    };
    match column {
        TableColumn::Relations
        | TableColumn::Organisation
        | TableColumn::Source
        | TableColumn::Target
        | TableColumn::Attribute(_) => {
            read_ui(ui, cell.text);
        }
        TableColumn::Name
        | TableColumn::Kind
        | TableColumn::Sector
        | TableColumn::Level
        | TableColumn::Region
        | TableColumn::Influence => {
            if let Some(actor) = constellation.actor(ActorId(row.id)) {
                cell.actor_ui(ui, column, actor, out);
            }
        }
        TableColumn::Note => match (
            constellation.actor(ActorId(row.id)),
            constellation.relation(RelationId(row.id)),
        ) {
            (Some(actor), _) => cell.text_ui(ui, ("cell-note", row.id), &actor.note, out, |text| {
                Edit::EditActors(vec![actor.id], ActorField::Note(text).into())
            }),
            (None, Some(relation)) => cell.text_ui(ui, ("cell-note", row.id), &relation.note, out, |text| {
                Edit::EditRelations(vec![relation.id], RelationField::Note(text).into())
            }),
            (None, None) => {}
        },
        TableColumn::Direction
        | TableColumn::RelationKind
        | TableColumn::Weight
        | TableColumn::Status
        | TableColumn::Verified => {
            if let Some(relation) = constellation.relation(RelationId(row.id)) {
                cell.relation_ui(ui, column, relation, out);
            }
        }
    }
}

struct TableCell<'a> {
    context: &'a FrameContext<'a>,
    /// Column and row in words.
    name: String,
    text: &'a str,
}

impl TableCell<'_> {
    fn text_ui(
        &self,
        ui: &mut Ui,
        id: (&str, u32),
        value: &str,
        out: &mut Intents,
        to_edit: impl FnOnce(String) -> Edit,
    ) {
        let field = Field::new(Id::new(id), value).named(&self.name);
        field_ui(ui, field, out, to_edit);
    }

    fn word_ui<T: PartialEq>(
        &self,
        ui: &mut Ui,
        id: (&str, u32),
        current: T,
        list: Option<WordList>,
        choices: impl FnOnce() -> Vec<Choice<T>>,
    ) -> Option<Picked<T>> {
        let mut field = ChoiceField::named(Id::new(id), &self.name);
        field.offers_new_word = list.is_some();
        let texts = self.context.texts;
        let unknown = self.text.is_empty().then(|| texts.t("value-unknown"));
        let shown = unknown.as_deref().unwrap_or(self.text);
        let current = SharedValue::Same(current);
        plain_choice_ui(ui, texts, &field, &current, shown, choices)
    }

    fn actor_ui(&self, ui: &mut Ui, column: TableColumn, actor: &Actor, out: &mut Intents) {
        let texts = self.context.texts;
        let vocabulary = &self.context.constellation().vocabulary;
        let ids = [actor.id];
        let id = actor.id.0;
        match column {
            TableColumn::Name => self.text_ui(ui, ("cell-name", id), &actor.label, out, |text| {
                Edit::EditActors(vec![actor.id], ActorField::Label(text.trim().to_owned()).into())
            }),
            TableColumn::Kind => {
                let list = WordList::ActorKinds;
                let choices = || words::actor_kinds(texts, vocabulary);
                let picked = self.word_ui(ui, ("cell-kind", id), actor.kind.clone(), Some(list), choices);
                words::send_for_actors(ui.ctx(), out, vocabulary, list, &ids, picked, ActorField::Kind);
            }
            TableColumn::Sector => {
                let list = WordList::Sectors;
                let choices = || words::sectors(texts, vocabulary);
                let picked = self.word_ui(ui, ("cell-sector", id), actor.sector.clone(), Some(list), choices);
                words::send_for_actors(ui.ctx(), out, vocabulary, list, &ids, picked, ActorField::Sector);
            }
            TableColumn::Level => {
                let list = WordList::Levels;
                let choices = || words::levels(texts, vocabulary);
                let picked = self.word_ui(ui, ("cell-level", id), actor.level.clone(), Some(list), choices);
                words::send_for_actors(ui.ctx(), out, vocabulary, list, &ids, picked, ActorField::Level);
            }
            TableColumn::Region => {
                let list = WordList::Regions;
                let choices = || words::regions(texts, vocabulary);
                let picked = self.word_ui(ui, ("cell-region", id), actor.region.clone(), Some(list), choices);
                words::send_for_actors(ui.ctx(), out, vocabulary, list, &ids, picked, ActorField::Region);
            }
            _ => self.influence_ui(ui, actor, out),
        }
    }

    fn influence_ui(&self, ui: &mut Ui, actor: &Actor, out: &mut Intents) {
        let instead = actor.influence.is_none().then_some("–");
        let id = Id::new(("cell-influence", actor.id));
        let field = fields::influence(id, None, &[actor.id], actor.influence, instead);
        self.number_ui(ui, &field, "influence-refused", out, |value| {
            Edit::EditActors(
                vec![actor.id],
                ActorField::Influence(Some(value.round() as u32)).into(),
            )
        });
    }

    fn number_ui(
        &self,
        ui: &mut Ui,
        field: &NumberField<'_>,
        refusal: &str,
        out: &mut Intents,
        to_edit: impl Fn(f64) -> Edit,
    ) {
        let (response, refused) = number_ui(ui, self.context.texts, field, out, to_edit);
        ui.ctx()
            .accesskit_node_builder(response.id, |builder| builder.set_label(self.name.as_str()));
        if let Some(bad) = refused {
            response.show_tooltip_ui(|ui| {
                refusal_ui(ui, &bad.text(self.context.texts, refusal));
            });
        }
    }

    fn relation_ui(&self, ui: &mut Ui, column: TableColumn, relation: &Relation, out: &mut Intents) {
        let texts = self.context.texts;
        let vocabulary = &self.context.constellation().vocabulary;
        let id = relation.id.0;
        let send = |out: &mut Intents, edit| out.push(Edit::EditRelations(vec![relation.id], edit));
        match column {
            TableColumn::Direction => {
                let choices = || {
                    let names = words::directions(texts);
                    names
                        .map(|(direction, _, name)| Choice::new(direction, name))
                        .into()
                };
                let picked = self.word_ui(ui, ("cell-direction", id), relation.direction, None, choices);
                if let Some(Picked::Value(direction)) = picked {
                    send(out, RelationField::Direction(direction).into());
                }
            }
            TableColumn::RelationKind => {
                let list = Some(WordList::RelationKinds);
                let choices = || words::relation_kinds(vocabulary);
                let picked = self.word_ui(
                    ui,
                    ("cell-relation-kind", id),
                    relation.kind.clone(),
                    list,
                    choices,
                );
                words::send_kind(ui.ctx(), out, vocabulary, &[relation.id], picked);
            }
            TableColumn::Status => {
                let choices = || words::statuses(texts);
                let picked = self.word_ui(ui, ("cell-status", id), relation.status, None, choices);
                if let Some(Picked::Value(status)) = picked {
                    send(out, RelationField::Status(status).into());
                }
            }
            TableColumn::Verified => {
                let choices = || {
                    [(true, "verified-yes"), (false, "verified-no")]
                        .map(|(verified, key)| Choice::new(verified, texts.t(key)))
                        .into()
                };
                let picked = self.word_ui(ui, ("cell-verified", id), relation.verified, None, choices);
                if let Some(Picked::Value(verified)) = picked {
                    send(out, RelationField::Verified(verified).into());
                }
            }
            _ => self.weight_ui(ui, relation, out),
        }
    }

    fn weight_ui(&self, ui: &mut Ui, relation: &Relation, out: &mut Intents) {
        let id = Id::new(("cell-weight", relation.id));
        let field = fields::weight(id, None, &[relation.id], relation.weight);
        self.number_ui(ui, &field, "weight-refused", out, |weight| {
            Edit::EditRelations(vec![relation.id], RelationField::Weight(weight).into())
        });
    }
}
