//! Values of attributes as people read and type them, and the field that each type has.

use std::sync::Arc;

use egui::{Context, Id, Ui};

use crate::command::Edit;
use crate::edit::AttributeOwner;
use crate::i18n::{Texts, shown};
use crate::model::{Attribute, AttributeType, AttributeValue, Scalar, categories_of};
use crate::told::attribute_text;
use crate::ui::widgets::{
    Choice, ChoiceField, Field, Picked, SharedValue, field_ui, key_beyond_places, made_once, note_standing,
    parse_number, plain_choice_ui,
};
use crate::ui::{FrameContext, Intents};

/// As [`attribute_text`], one line for each of a list.
fn typed_text(texts: Texts, of_type: AttributeType, value: Option<&AttributeValue>) -> String {
    match value {
        Some(AttributeValue::List(list)) => {
            let lines = list
                .iter()
                .map(|one| attribute_text(texts, of_type, &AttributeValue::One(one.clone())));
            lines.collect::<Vec<_>>().join("\n")
        }
        Some(value) => attribute_text(texts, of_type, value),
        None => String::new(),
    }
}

/// What somebody typed as a value; `None` when that is nothing. What cannot be a value of the type stays as it was
/// typed: the edit is refused then, and says why.
pub fn typed_value(
    texts: Texts,
    of_type: AttributeType,
    text: &str,
    before: Option<&AttributeValue>,
) -> Option<AttributeValue> {
    if of_type == AttributeType::List {
        // A number in the list of a file stays one, as long as nobody types another.
        let old = before.map_or(&[][..], AttributeValue::scalars);
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        let list: Vec<Scalar> = lines
            .map(|line| {
                let is_same = |one: &&Scalar| {
                    attribute_text(texts, of_type, &AttributeValue::One((*one).clone())) == line
                };
                old.iter()
                    .find(is_same)
                    .cloned()
                    .unwrap_or_else(|| Scalar::Text(line.to_owned()))
            })
            .collect();
        return (!list.is_empty()).then_some(AttributeValue::List(list));
    }
    let text = if of_type == AttributeType::Text {
        text
    } else {
        text.trim()
    };
    if text.is_empty() {
        return None;
    }
    let as_typed = AttributeValue::text(text);
    if !of_type.is_numeric() {
        return Some(as_typed);
    }
    if let Ok(whole) = text.parse() {
        return Some(AttributeValue::One(Scalar::Whole(whole)));
    }
    Some(match parse_number(text, texts.language) {
        Ok(number) => AttributeValue::One(Scalar::Number(number)),
        Err(_) => as_typed,
    })
}

/// One attribute of what is selected.
pub struct AttributeField<'a> {
    pub attribute: &'a Attribute,
    pub owners: &'a [AttributeOwner],
    pub value: SharedValue<Option<&'a AttributeValue>>,
    /// The label that names it.
    pub label: Option<Id>,
    /// Its name, where there is no label to see.
    pub name: &'a str,
}

impl AttributeField<'_> {
    fn edit(&self, value: Option<AttributeValue>) -> Edit {
        Edit::SetAttribute(self.owners.to_vec(), self.attribute.key.clone(), value)
    }

    fn id(&self, place: &str) -> Id {
        Id::new((place, self.attribute.of, &self.attribute.key, self.owners))
    }

    fn same(&self) -> Option<&AttributeValue> {
        match self.value {
            SharedValue::Same(value) => value,
            SharedValue::Mixed => None,
        }
    }
}

/// The field that the type has: a tick, a list of words, or a text that is read as the type.
pub fn attribute_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    place: &str,
    field: &AttributeField<'_>,
    out: &mut Intents,
) {
    match field.attribute.of_type {
        AttributeType::YesNo => tick_ui(ui, field, out),
        AttributeType::Category => category_ui(ui, context, place, field, out),
        AttributeType::List => text_ui(ui, context, place, field, 2, out),
        _ => text_ui(ui, context, place, field, 1, out),
    }
}

/// Neither on nor off as long as nothing is said, or as what is selected differs.
fn tick_ui(ui: &mut Ui, field: &AttributeField<'_>, out: &mut Intents) {
    let said = match field.same() {
        Some(AttributeValue::One(Scalar::Flag(flag))) => Some(*flag),
        _ => None,
    };
    let mut is_on = said == Some(true);
    let response = ui.add(egui::Checkbox::without_text(&mut is_on).indeterminate(said.is_none()));
    response.widget_info(|| {
        egui::WidgetInfo::selected(egui::WidgetType::Checkbox, true, said == Some(true), field.name)
    });
    if response.clicked() {
        let flag = said.is_none_or(|flag| !flag);
        out.push(field.edit(Some(AttributeValue::One(Scalar::Flag(flag)))));
    }
}

fn category_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    place: &str,
    field: &AttributeField<'_>,
    out: &mut Intents,
) {
    let texts = context.texts;
    let unknown = texts.t("value-unknown");
    let text = field.same().map_or(unknown.clone(), |value| {
        attribute_text(texts, AttributeType::Category, value)
    });
    let id = field.id(place);
    let mut choice = match field.label {
        Some(label) => ChoiceField::new(id, label),
        None => ChoiceField::named(id, field.name),
    };
    choice.offers_new_word = true;
    let current = match field.value {
        SharedValue::Same(value) => SharedValue::Same(value.cloned()),
        SharedValue::Mixed => SharedValue::Mixed,
    };
    let ctx = ui.ctx().clone();
    let choices = || {
        let words = categories(&ctx, context, field.attribute);
        let words = words.iter().map(|value| {
            let text = attribute_text(texts, AttributeType::Category, value);
            Choice::new(Some(value.clone()), text)
        });
        let nothing = Choice::new(None, unknown.clone());
        std::iter::once(nothing).chain(words).collect()
    };
    match plain_choice_ui(ui, texts, &choice, &current, &text, choices) {
        Some(Picked::Value(value)) => out.push(field.edit(value)),
        Some(Picked::NewWord(word)) => out.push(field.edit(Some(AttributeValue::text(word.trim())))),
        Some(Picked::HalfTyped(key, word)) => {
            let edit = field.edit(Some(AttributeValue::text(word.trim())));
            note_standing(ui.ctx(), key, vec![edit]);
        }
        None => {}
    }
}

/// The words of a category: those of its definition in their order, then the others that are in use.
fn categories(ctx: &Context, context: &FrameContext<'_>, attribute: &Attribute) -> Arc<Vec<AttributeValue>> {
    let slot = Id::new(("categories", attribute.of, &attribute.key));
    made_once(ctx, slot, key_beyond_places(context.document), || {
        let words = categories_of(context.constellation(), attribute).into_iter();
        words.map(AttributeValue::One).collect()
    })
}

fn text_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    place: &str,
    field: &AttributeField<'_>,
    rows: usize,
    out: &mut Intents,
) {
    let (texts, of_type) = (context.texts, field.attribute.of_type);
    let value = typed_text(texts, of_type, field.same());
    let hint = match (field.value, of_type) {
        (SharedValue::Mixed, _) => context.t("value-mixed"),
        (_, AttributeType::Date) => context.t("attribute-date-hint"),
        (_, AttributeType::List) => context.t("attribute-list-hint"),
        _ => String::new(),
    };
    let mut widget = Field::new(field.id(place), &value).hint(&hint).rows(rows);
    widget = match field.label {
        Some(label) => widget.labelled(label),
        None => widget.named(field.name),
    };
    field_ui(ui, widget, out, |text| {
        field.edit(typed_value(texts, of_type, &text, field.same()))
    });
}

/// What a type is called.
pub fn type_key(of_type: AttributeType) -> &'static str {
    match of_type {
        AttributeType::Text => "attribute-type-text",
        AttributeType::WholeNumber => "attribute-type-whole-number",
        AttributeType::Number => "attribute-type-number",
        AttributeType::YesNo => "attribute-type-yes-no",
        AttributeType::Date => "attribute-type-date",
        AttributeType::Category => "attribute-type-category",
        AttributeType::List => "attribute-type-list",
    }
}

/// A short form of a long value, for a cell.
pub fn cell_text(texts: Texts, of_type: AttributeType, value: &AttributeValue) -> String {
    let text = attribute_text(texts, of_type, value);
    shown(text.lines().next().unwrap_or_default()).into_owned()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::model::Language;

    #[test]
    fn what_is_typed_is_read_in_the_language_of_the_interface() {
        let (nl, en) = (Texts::new(Language::Nl), Texts::new(Language::En));
        let typed =
            |texts, of_type, text: &str| typed_value(texts, of_type, text, None).map(|value| value.to_json());
        assert_eq!(typed(nl, AttributeType::Number, " 1.250,5 "), Some(json!(1250.5)));
        assert_eq!(typed(en, AttributeType::Number, "1,250.5"), Some(json!(1250.5)));
        assert_eq!(
            typed(nl, AttributeType::WholeNumber, "9007199254740993"),
            Some(json!(9_007_199_254_740_993_i64))
        );
        assert_eq!(
            typed(nl, AttributeType::Number, "1.250"),
            Some(json!("1.250")),
            "it may be two numbers"
        );
        assert_eq!(
            typed(nl, AttributeType::List, "a\n\n b \n"),
            Some(json!(["a", "b"]))
        );
        assert_eq!(typed(nl, AttributeType::Date, " "), None);
        assert_eq!(typed(nl, AttributeType::Text, " x"), Some(json!(" x")));
    }

    #[test]
    fn a_value_reads_as_people_of_the_language_write_it_and_typed_again_it_is_the_same() {
        for (of_type, value, dutch, english) in [
            (AttributeType::Number, json!(2.5), "2,5", "2.5"),
            (AttributeType::WholeNumber, json!(120_000), "120000", "120000"),
            (
                AttributeType::Date,
                json!("2026-02-01"),
                "01-02-2026",
                "2026-02-01",
            ),
            (AttributeType::YesNo, json!(true), "ja", "yes"),
            (
                AttributeType::Text,
                json!("2026-02-01"),
                "2026-02-01",
                "2026-02-01",
            ),
            (AttributeType::List, json!(["a", 2]), "a, 2", "a, 2"),
        ] {
            let value = AttributeValue::from(value);
            for (language, expected) in [(Language::Nl, dutch), (Language::En, english)] {
                let texts = Texts::new(language);
                assert_eq!(attribute_text(texts, of_type, &value), expected);
                let typed = typed_text(texts, of_type, Some(&value));
                let again = typed_value(texts, of_type, &typed, Some(&value)).unwrap();
                assert_eq!(of_type.convert(&again), Some(value.clone()), "{typed}");
            }
        }
    }
}
