//! Columns of attributes: as many as there are, up to a number that can be read.

use std::collections::HashMap;

use super::sorting::SortValue;
use crate::desk::TableTab;
use crate::edit::AttributeOwner;
use crate::i18n::Texts;
use crate::model::{
    ActorId, Attribute, AttributeOf, AttributeType, AttributeValue, Attributes, Constellation, RelationId,
    categories_of, shown_date,
};
use crate::told::numbers::parts;
use crate::ui::panels::attribute_values::cell_text;

/// More columns would not be read, and cost time in every row.
pub const MOST_COLUMNS: usize = 30;

pub fn of_tab(tab: TableTab) -> AttributeOf {
    match tab {
        TableTab::Actors => AttributeOf::Actors,
        TableTab::Relations => AttributeOf::Relations,
    }
}

pub fn owner_of(tab: TableTab, number: u32) -> AttributeOwner {
    match tab {
        TableTab::Actors => AttributeOwner::Actor(ActorId(number)),
        TableTab::Relations => AttributeOwner::Relation(RelationId(number)),
    }
}

/// One column while its cells are made.
pub struct AttributeCells<'a> {
    attribute: &'a Attribute,
    texts: Texts,
    /// Place of every word of a category.
    ranks: HashMap<String, usize>,
}

impl<'a> AttributeCells<'a> {
    pub fn new(constellation: &Constellation, texts: Texts, attribute: &'a Attribute) -> Self {
        let words = match attribute.of_type {
            AttributeType::Category => categories_of(constellation, attribute),
            _ => Vec::new(),
        };
        let ranks = words
            .iter()
            .enumerate()
            .map(|(at, word)| (word.to_string(), at))
            .collect();
        Self {
            attribute,
            texts,
            ranks,
        }
    }

    pub fn cell(&self, values: &Attributes) -> (String, SortValue) {
        match values.said(&self.attribute.key) {
            Some(value) => {
                let text = cell_text(self.texts, self.attribute.of_type, value);
                let sorted = self.sort_value(value, &text);
                (text, sorted)
            }
            None => (String::new(), SortValue::Unknown),
        }
    }

    /// Numbers by size, days by time, words of a category in their order, no before yes.
    fn sort_value(&self, value: &AttributeValue, text: &str) -> SortValue {
        let scalar = value.scalars().first();
        match (self.attribute.of_type, scalar) {
            (AttributeType::WholeNumber | AttributeType::Number, Some(scalar)) => {
                scalar.number().map_or(SortValue::Unknown, SortValue::Number)
            }
            (AttributeType::YesNo, Some(scalar)) => {
                SortValue::rank(Some(usize::from(scalar.to_string() == "true")))
            }
            (AttributeType::Category, Some(scalar)) => {
                SortValue::rank(self.ranks.get(&scalar.to_string()).copied())
            }
            (AttributeType::Date, Some(scalar)) if shown_date(&scalar.to_string()).is_some() => {
                SortValue::text(&scalar.to_string())
            }
            _ => SortValue::text(text),
        }
    }
}

/// What follows the whole part in a column of numbers, in zeros, so that the decimal marks stand under each other.
pub fn decimals<'a>(texts: Texts, cells: impl Iterator<Item = &'a String>) -> String {
    let longest = cells
        .map(|cell| parts(texts, cell).1)
        .max_by_key(|rest| rest.len());
    let zeros = longest
        .unwrap_or_default()
        .chars()
        .map(|sign| if sign.is_ascii_digit() { '0' } else { sign });
    zeros.collect()
}
