//! What the attributes are that nobody declared: guessed from their values, always in the same way. The rule stands in
//! `docs/file-format.md`.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use indexmap::IndexMap;
use serde_json::Value;

use super::{Attribute, AttributeOf, AttributeType, AttributeValue, Attributes, Scalar, is_date};
use crate::model::Constellation;

/// The field at the top of a file in which other programs name the attributes that divide the actors.
const PARTITIONS: &str = "partitions";
/// What files of D3 call the groups of their actors.
const GROUP: &str = "group";

/// Words of a category are short, and there are not many of them.
const LONGEST_CATEGORY: usize = 60;
const MOST_CATEGORIES: usize = 100;

/// The values of every actor, or of every relation.
pub fn values_of(
    constellation: &Constellation,
    of: AttributeOf,
) -> Box<dyn Iterator<Item = &Attributes> + '_> {
    match of {
        AttributeOf::Actors => Box::new(constellation.actors.values().map(|one| &one.attributes)),
        AttributeOf::Relations => Box::new(constellation.relations.values().map(|one| &one.attributes)),
    }
}

/// All attributes of the actors or of the relations: those declared in their order, then the others in the order in
/// which they first occur, each with the type that its values show. O(values).
pub fn attributes_of(constellation: &Constellation, of: AttributeOf) -> Vec<Attribute> {
    let declared = constellation.attributes.iter().filter(|one| one.of == of);
    let mut found: Vec<Attribute> = declared.cloned().collect();
    let is_declared: HashSet<&str> = constellation
        .attributes
        .iter()
        .filter(|one| one.of == of)
        .map(|one| one.key.as_str())
        .collect();
    let mut seen: IndexMap<&str, Seen<'_>> = IndexMap::new();
    for (key, value) in values_of(constellation, of).flat_map(Attributes::iter) {
        if !matches!(value, AttributeValue::Kept(_)) && !is_declared.contains(key) {
            seen.entry(key).or_default().take_in(value);
        }
    }
    let partitions: HashSet<&str> = partitions(constellation)
        .filter(|_| of == AttributeOf::Actors)
        .collect();
    found.extend(seen.iter().map(|(key, seen)| {
        let is_named = partitions.contains(key);
        Attribute::new(
            of,
            key,
            seen.guess(is_named, *key == GROUP && of == AttributeOf::Actors),
        )
    }));
    found
}

/// The words of a category: those of its definition in their order, then the others in use, numbers by size and texts
/// by the alphabet. O(values).
pub fn categories_of(constellation: &Constellation, attribute: &Attribute) -> Vec<Scalar> {
    let listed = attribute.categories.iter().map(|word| Scalar::Text(word.clone()));
    let mut found: Vec<Scalar> = listed.collect();
    let known: HashSet<&str> = attribute.categories.iter().map(String::as_str).collect();
    let mut others: BTreeMap<String, &Scalar> = BTreeMap::new();
    for value in values_of(constellation, attribute.of).filter_map(|values| values.said(&attribute.key)) {
        for scalar in value.scalars() {
            let text = scalar.to_string();
            if !text.is_empty() && !known.contains(text.as_str()) {
                others.entry(text).or_insert(scalar);
            }
        }
    }
    let mut others: Vec<&Scalar> = others.into_values().collect();
    // The texts are in their order already, and stay in it.
    others.sort_by(|one, two| match (one.number(), two.number()) {
        (Some(one), Some(two)) => one.total_cmp(&two),
        (one, two) => two.is_some().cmp(&one.is_some()),
    });
    found.extend(others.into_iter().cloned());
    found
}

/// Names of the attributes that the file itself says divide the actors.
fn partitions(constellation: &Constellation) -> impl Iterator<Item = &str> {
    let listed = constellation.extra.get(PARTITIONS).and_then(Value::as_array);
    listed.into_iter().flatten().filter_map(Value::as_str)
}

/// What was seen of the values of one attribute.
#[derive(Default)]
struct Seen<'a> {
    said: usize,
    lists: usize,
    flags: usize,
    whole: usize,
    numbers: usize,
    dates: usize,
    texts: usize,
    /// Some text is too long for a category, or has several lines.
    has_long: bool,
    different: BTreeSet<std::borrow::Cow<'a, str>>,
}

impl<'a> Seen<'a> {
    fn take_in(&mut self, value: &'a AttributeValue) {
        let scalar = match value {
            _ if !value.is_said() && !matches!(value, AttributeValue::List(_)) => return,
            AttributeValue::List(_) => {
                self.lists += 1;
                return;
            }
            AttributeValue::One(scalar) => scalar,
            AttributeValue::Kept(_) => return,
        };
        self.said += 1;
        match scalar {
            Scalar::Flag(_) => self.flags += 1,
            Scalar::Whole(_) => self.whole += 1,
            Scalar::Number(_) => self.numbers += 1,
            Scalar::Text(text) => {
                self.texts += 1;
                self.dates += usize::from(is_date(text));
                self.has_long |= text.chars().nth(LONGEST_CATEGORY).is_some() || text.contains('\n');
            }
        }
        // More than are ever asked about are not worth remembering.
        if self.different.len() <= MOST_CATEGORIES {
            let text = match scalar {
                Scalar::Text(text) => std::borrow::Cow::Borrowed(text.as_str()),
                other => other.to_string().into(),
            };
            self.different.insert(text);
        }
    }

    /// `is_named`: the file says that it divides the actors. `is_group`: it is called as groups are.
    fn guess(&self, is_named: bool, is_group: bool) -> AttributeType {
        let said = self.said;
        let all = |count: usize| count == said;
        let comes_back = self.different.len() < said && self.different.len() <= MOST_CATEGORIES;
        if self.lists > 0 {
            AttributeType::List
        } else if said == 0 {
            AttributeType::Text
        } else if all(self.flags) {
            AttributeType::YesNo
        } else if is_named || (is_group && comes_back && all(self.whole + self.texts + self.flags)) {
            AttributeType::Category
        } else if all(self.whole) {
            AttributeType::WholeNumber
        } else if all(self.whole + self.numbers) {
            AttributeType::Number
        } else if all(self.dates) {
            AttributeType::Date
        } else if all(self.texts) && !self.has_long && comes_back && 2 * self.different.len() <= said {
            AttributeType::Category
        } else {
            AttributeType::Text
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::model::{Actor, ActorId, Language};

    /// Actors of which each has one value of the attribute `x`.
    fn of_values(key: &str, values: Value) -> Constellation {
        let mut constellation = Constellation::new(Language::Nl);
        let values = values.as_array().cloned().unwrap_or_default();
        for (value, number) in values.into_iter().zip(1..) {
            let mut actor = Actor::new(ActorId(number), &format!("a{number}"), "naam");
            actor.attributes.insert(key, value);
            constellation.actors.insert(actor.id, actor);
            constellation.next_id = number + 1;
        }
        constellation
    }

    fn guess(key: &str, values: Value) -> AttributeType {
        attributes_of(&of_values(key, values), AttributeOf::Actors)[0].of_type
    }

    #[test]
    fn the_type_is_the_narrowest_that_all_values_fit() {
        for (values, expected) in [
            (json!(["een", "twee", ""]), AttributeType::Text),
            (json!(["", ""]), AttributeType::Text),
            (json!([1, 2, -3]), AttributeType::WholeNumber),
            (json!([1, 1, 1, 1]), AttributeType::WholeNumber),
            (json!([1, 2.5, ""]), AttributeType::Number),
            (json!([true, false, true]), AttributeType::YesNo),
            (json!(["2026-01-01", "2025-12-31"]), AttributeType::Date),
            (json!(["2026-01-01", "morgen"]), AttributeType::Text),
            (json!(["rood", "blauw", "rood", "blauw"]), AttributeType::Category),
            (json!(["rood", "blauw", "rood"]), AttributeType::Text),
            (json!(["a\nb", "a\nb"]), AttributeType::Text),
            (json!([["a"], "b"]), AttributeType::List),
            (json!([[], "b"]), AttributeType::List),
            (json!([1, "een", true]), AttributeType::Text),
        ] {
            assert_eq!(guess("x", values.clone()), expected, "{values}");
        }
    }

    #[test]
    fn a_group_of_elsewhere_is_a_category_when_its_numbers_come_back_and_never_a_sector() {
        assert_eq!(guess("group", json!([1, 1, 2])), AttributeType::Category);
        assert_eq!(guess("group", json!([1, 2, 3])), AttributeType::WholeNumber);
        assert_eq!(guess("group", json!([1.5, 1.5])), AttributeType::Number);
        let constellation = of_values("group", json!(["overheid", "overheid"]));
        assert!(constellation.actors.values().all(|actor| actor.sector.is_none()));
    }

    #[test]
    fn the_words_of_a_category_come_in_their_order_and_the_others_after_them() {
        let constellation = of_values("fase", json!([10, 9, "z", "b", "a", "", "b"]));
        let mut fase = Attribute::new(AttributeOf::Actors, "fase", AttributeType::Category);
        fase.categories = vec!["start".to_owned(), "b".to_owned()];
        let words: Vec<String> = categories_of(&constellation, &fase)
            .iter()
            .map(Scalar::to_string)
            .collect();
        assert_eq!(words, ["start", "b", "9", "10", "a", "z"]);
    }

    #[test]
    fn what_the_file_says_divides_the_actors_is_a_category() {
        let mut constellation = of_values("wijk", json!([1, 2, 3]));
        constellation
            .extra
            .insert("partitions".to_owned(), json!(["wijk"]));
        let found = attributes_of(&constellation, AttributeOf::Actors);
        assert_eq!(found[0].of_type, AttributeType::Category);
    }

    #[test]
    fn what_no_type_takes_makes_no_attribute_and_declared_ones_come_first() {
        let mut constellation = of_values("ding", json!([{"a": 1}, null]));
        assert_eq!(attributes_of(&constellation, AttributeOf::Actors), []);
        for actor in constellation.actors.values_mut() {
            actor.attributes.insert("later", json!(1));
        }
        let declared = Attribute::new(AttributeOf::Actors, "eerst", AttributeType::Date);
        constellation.attributes = vec![declared.clone()];
        let found = attributes_of(&constellation, AttributeOf::Actors);
        assert_eq!(found[0], declared);
        assert_eq!(found[1].key, "later");
        assert_eq!(attributes_of(&constellation, AttributeOf::Relations), []);
    }
}
