//! What is left out by an attribute: words of a category, yes or no, and numbers outside a range.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::model::{AttributeValue, Attributes, Scalar};

/// What one attribute leaves out. Who has no value stays visible.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct AttributeFilter {
    /// As files have them: a word, a number, `true` or `false`.
    pub hidden: BTreeSet<String>,
    /// Numbers below this are left out.
    pub min: Option<f64>,
    pub max: Option<f64>,
}

impl AttributeFilter {
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    fn is_outside(&self, scalar: &Scalar) -> bool {
        let number = scalar.number();
        number.is_some_and(|number| {
            self.min.is_some_and(|least| number < least) || self.max.is_some_and(|most| number > most)
        })
    }

    /// A list is hidden only when all that is in it is.
    fn shows(&self, value: &AttributeValue) -> bool {
        let said = value.scalars();
        let hides = |one: &Scalar| self.is_outside(one) || self.hidden.contains(&one.to_string());
        !value.is_said() || !said.iter().all(hides)
    }

    /// Takes away what hides this value, and nothing else.
    fn show(&mut self, value: &AttributeValue) {
        if self.shows(value) {
            return;
        }
        for scalar in value.scalars() {
            self.hidden.remove(&scalar.to_string());
            if let Some(number) = scalar.number() {
                self.min = self.min.filter(|least| number >= *least);
                self.max = self.max.filter(|most| number <= *most);
            }
        }
    }
}

/// What the attributes of actors, or of relations, leave out, by their keys.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AttributeFilters(BTreeMap<String, AttributeFilter>);

impl AttributeFilters {
    pub fn get(&self, key: &str) -> Option<&AttributeFilter> {
        self.0.get(key)
    }

    /// By their keys, in their order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &AttributeFilter)> {
        self.0.iter().map(|(key, filter)| (key.as_str(), filter))
    }

    pub fn is_hidden(&self, key: &str, word: &str) -> bool {
        self.get(key).is_some_and(|filter| filter.hidden.contains(word))
    }

    /// Changes what one attribute leaves out; one that leaves out nothing is forgotten.
    pub fn change(&mut self, key: &str, change: impl FnOnce(&mut AttributeFilter)) {
        let filter = self.0.entry(key.to_owned()).or_default();
        change(filter);
        if filter.is_empty() {
            self.0.remove(key);
        }
    }

    pub fn shows(&self, values: &Attributes) -> bool {
        let mut filters = self.0.iter();
        filters.all(|(key, filter)| values.get(key).is_none_or(|value| filter.shows(value)))
    }

    /// Takes away what hides somebody with these values, and nothing else.
    pub fn show(&mut self, values: &Attributes) {
        let keys: Vec<String> = self.0.keys().cloned().collect();
        for key in keys {
            if let Some(value) = values.get(&key) {
                self.change(&key, |filter| filter.show(value));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn values(value: &Value) -> Attributes {
        let Value::Object(fields) = json!({"x": value}) else {
            unreachable!()
        };
        Attributes::of_fields(fields)
    }

    #[test]
    fn words_and_ranges_leave_out_what_they_say_and_what_is_not_said_stays() {
        let mut filters = AttributeFilters::default();
        filters.change("x", |filter| {
            filter.hidden = ["rood", "true"].map(str::to_owned).into();
            filter.min = Some(2.0);
            filter.max = Some(3.5);
        });
        for (value, is_shown) in [
            (json!("rood"), false),
            (json!("blauw"), true),
            (json!(true), false),
            (json!(1), false),
            (json!(2), true),
            (json!(3.5), true),
            (json!(3.6), false),
            (json!(["rood", "blauw"]), true),
            (json!(["rood", 9]), false),
            (json!([]), true),
            (json!(""), true),
            (json!(null), true),
            (json!({"a": 1}), true),
        ] {
            assert_eq!(filters.shows(&values(&value)), is_shown, "{value}");
        }
        assert!(filters.shows(&Attributes::default()));
    }

    #[test]
    fn showing_somebody_takes_away_only_what_hides_them() {
        let mut filters = AttributeFilters::default();
        filters.change("x", |filter| {
            filter.hidden = ["rood", "groen"].map(str::to_owned).into();
            filter.min = Some(2.0);
            filter.max = Some(3.0);
        });
        filters.show(&values(&json!("rood")));
        assert!(filters.is_hidden("x", "groen") && !filters.is_hidden("x", "rood"));
        filters.show(&values(&json!(1)));
        assert_eq!(
            filters.get("x").map(|one| (one.min, one.max)),
            Some((None, Some(3.0)))
        );
        filters.show(&values(&json!(9)));
        filters.show(&values(&json!("groen")));
        assert_eq!(
            filters,
            AttributeFilters::default(),
            "one that leaves out nothing is forgotten"
        );
    }
}
