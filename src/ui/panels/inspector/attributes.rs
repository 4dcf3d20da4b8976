//! The attributes of what is selected: a field for each, and what it is.

use egui::{Id, Ui};
use egui_phosphor::regular as icon;

use crate::command::Edit;
use crate::edit::AttributeOwner;
use crate::edit::operations::AttributeEdit;
use crate::i18n::shown;
use crate::model::{Attribute, AttributeOf, AttributeType, AttributeValue, Attributes, values_of};
use crate::ui::panels::attribute_values::{AttributeField, attribute_ui, type_key};
use crate::ui::widgets::{
    Choice, ChoiceField, Field, Picked, SharedValue, button_width, field_ui, heading_ui, key_beyond_places,
    made_once, plain_choice_ui, remark_ui, row_ui, shared, sign_button_ui, within_ui,
};
use crate::ui::{FrameContext, Intents};

use super::new_attribute::new_attribute_ui;

/// Who is selected, with what they have.
#[derive(Debug, Clone, PartialEq)]
pub struct AttributesData<'a> {
    pub of: AttributeOf,
    pub owners: Vec<AttributeOwner>,
    pub values: Vec<&'a Attributes>,
}

pub fn attributes_ui(ui: &mut Ui, context: &FrameContext<'_>, data: &AttributesData<'_>, out: &mut Intents) {
    heading_ui(ui, &context.t("attributes-title"));
    for attribute in context.document.attributes(data.of).iter() {
        value_row_ui(ui, context, data, attribute, out);
    }
    new_attribute_ui(ui, context, data.of, out);
    if let [values] = data.values[..] {
        kept_ui(ui, context, values);
    }
}

fn value_row_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    data: &AttributesData<'_>,
    attribute: &Attribute,
    out: &mut Intents,
) {
    let open = Id::new(("open-attribute", data.of));
    let opened: Option<String> = ui.data(|store| store.get_temp(open));
    let is_open = opened.as_deref() == Some(attribute.key.as_str());
    let name = shown(&attribute.label);
    row_ui(ui, &name, |ui, label| {
        let field = AttributeField {
            attribute,
            owners: &data.owners,
            value: shared(data.values.iter().map(|values| values.said(&attribute.key))),
            label: Some(label),
            name: &name,
        };
        let title = context
            .texts
            .with("attribute-open", &[("name", name.to_string().into())]);
        let sign = if is_open { icon::CARET_UP } else { icon::DOTS_THREE };
        // The field comes first for who goes on with Tab, in the room that the button leaves.
        let room = ui.available_width() - button_width(ui, sign);
        within_ui(ui, room, |ui| {
            ui.set_min_width(ui.available_width());
            attribute_ui(ui, context, "inspector", &field, out);
        });
        if sign_button_ui(ui, sign, &title).clicked() {
            toggle(ui, open, attribute, is_open);
        }
    });
    if is_open {
        ui.indent(("attribute", &attribute.key), |ui| {
            definition_ui(ui, context, data, attribute, out);
        });
    }
}

fn toggle(ui: &Ui, open: Id, attribute: &Attribute, is_open: bool) {
    ui.data_mut(|store| {
        if is_open {
            store.remove::<String>(open);
        } else {
            store.insert_temp(open, attribute.key.clone());
        }
    });
}

/// What the attribute is, of everybody.
fn definition_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    data: &AttributesData<'_>,
    attribute: &Attribute,
    out: &mut Intents,
) {
    let of = data.of;
    let edit = |edit| Edit::EditAttribute(of, attribute.key.clone(), edit);
    let id = |what: &str| Id::new((what, of, &attribute.key));
    // Short words to see; who only hears them is told of which attribute.
    let names = ["attribute-name-of", "attribute-type-of"].map(|key| {
        let name = shown(&attribute.label).into_owned();
        context.texts.with(key, &[("name", name.into())])
    });
    row_ui(ui, &context.t("attribute-name"), |ui, _| {
        let field = Field::new(id("attribute-label"), &attribute.label).named(&names[0]);
        field_ui(ui, field, out, |text| edit(AttributeEdit::Label(text)));
    });
    row_ui(ui, &context.t("attribute-type"), |ui, _| {
        let field = ChoiceField::named(id("attribute-type"), &names[1]);
        if let Some(of_type) = type_choice_ui(ui, context, &field, attribute.of_type) {
            out.push(edit(AttributeEdit::Type(of_type)));
        }
    });
    if attribute.of_type == AttributeType::Category {
        row_ui(ui, &context.t("attribute-categories"), |ui, label| {
            let words = attribute.categories.join("\n");
            let hint = context.t("attribute-categories-hint");
            let field = Field::new(id("attribute-categories"), &words)
                .labelled(label)
                .hint(&hint)
                .rows(3);
            field_ui(ui, field, out, |text| {
                let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
                edit(AttributeEdit::Categories(lines.map(str::to_owned).collect()))
            });
        });
    }
    let is_said = |values: &Attributes| values.get(&attribute.key).is_some();
    ui.horizontal_wrapped(|ui| {
        let has_value = data.values.iter().any(|values| is_said(values));
        if has_value && ui.button(context.t("attribute-clear")).clicked() {
            out.push(Edit::SetAttribute(
                data.owners.clone(),
                attribute.key.clone(),
                None,
            ));
        }
        let from = key_beyond_places(context.document);
        let count = made_once(ui.ctx(), id("attribute-count"), from, || {
            values_of(context.constellation(), of)
                .filter(|values| is_said(values))
                .count()
        });
        let key = match of {
            AttributeOf::Actors => "attribute-remove-actors",
            AttributeOf::Relations => "attribute-remove-relations",
        };
        let remove = egui::Button::new(context.texts.with(key, &[("count", (*count).into())])).wrap();
        if ui.add(remove).clicked() {
            out.push(Edit::RemoveAttribute(of, attribute.key.clone()));
        }
    });
}

pub(super) fn type_choice_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    field: &ChoiceField<'_>,
    current: AttributeType,
) -> Option<AttributeType> {
    let texts = context.texts;
    let choices = || {
        AttributeType::ALL
            .map(|one| Choice::new(one, texts.t(type_key(one))))
            .into()
    };
    let shown = texts.t(type_key(current));
    match plain_choice_ui(ui, texts, field, &SharedValue::Same(current), &shown, choices) {
        Some(Picked::Value(of_type)) => Some(of_type),
        _ => None,
    }
}

/// What the file says and no type takes: kept, and shown as it is.
fn kept_ui(ui: &mut Ui, context: &FrameContext<'_>, values: &Attributes) {
    let kept: Vec<_> = values
        .iter()
        .filter(|(_, value)| matches!(value, AttributeValue::Kept(_)))
        .collect();
    if kept.is_empty() {
        return;
    }
    heading_ui(ui, &context.t("inspector-extra"));
    remark_ui(ui, &context.t("inspector-extra-hint"));
    for (key, value) in kept {
        let text = value.to_json().to_string();
        row_ui(ui, key, |ui, label| {
            ui.add(egui::Label::new(shown(&text)).wrap()).labelled_by(label);
        });
    }
}
