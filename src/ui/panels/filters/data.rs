//! The values there are to filter by, with how often each occurs.

use std::collections::{BTreeSet, HashMap};

use crate::edit::Document;
use crate::edit::operations::WordList;
use crate::model::{
    ActorKindId, Attribute, AttributeOf, AttributeType, Constellation, LevelId, RegionId, RelationStatus,
    Scalar, SectorId, categories_of, values_of,
};
use crate::scene::Filters;
use crate::ui::widgets::Symbol;

/// One value that actors or relations can have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FilterValue {
    Word(WordList, String),
    Status(RelationStatus),
    /// A word of an attribute, as files have it.
    Attribute(AttributeOf, String, String),
}

#[derive(Debug, Clone, PartialEq)]
pub struct FilterEntry {
    pub value: FilterValue,
    /// The user's own word, or for a status the key of its text.
    pub label: String,
    pub symbol: Symbol,
    pub count: usize,
    pub is_shown: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub struct FilterSection {
    /// Key of the heading.
    pub heading: &'static str,
    /// What the section is about, when that is an attribute: its name is the heading.
    pub attribute: Option<Attribute>,
    pub entries: Vec<FilterEntry>,
}

/// All sections with values in use (or hidden), and how many relations are assumed.
#[derive(Debug, Clone, PartialEq)]
pub struct FiltersData {
    pub sections: Vec<FilterSection>,
    pub assumed: usize,
    /// Attributes with numbers, to be kept within a range.
    pub ranges: Vec<Attribute>,
}

impl FiltersData {
    pub fn build(document: &Document, filters: &Filters) -> Self {
        let constellation = document.constellation();
        let sections = [
            ("filters-section-kinds", WordList::ActorKinds),
            ("field-sector", WordList::Sectors),
            ("field-level", WordList::Levels),
            ("field-domains", WordList::Domains),
            ("field-region", WordList::Regions),
            ("filters-section-relation-kinds", WordList::RelationKinds),
        ];
        let mut sections: Vec<FilterSection> = sections
            .into_iter()
            .map(|(heading, list)| FilterSection {
                heading,
                attribute: None,
                entries: word_entries(constellation, filters, list),
            })
            .collect();
        sections.push(FilterSection {
            heading: "filters-section-status",
            attribute: None,
            entries: status_entries(constellation, filters),
        });
        let attributes = AttributeOf::ALL.map(|of| document.attributes(of));
        let categorical = attributes.iter().flat_map(|all| all.iter());
        sections.extend(
            categorical
                .filter(|one| one.of_type.is_categorical())
                .map(|attribute| FilterSection {
                    heading: "attributes-title",
                    attribute: Some(attribute.clone()),
                    entries: attribute_entries(constellation, filters, attribute),
                }),
        );
        let has_numbers = |attribute: &&Attribute| {
            let mut values = values_of(constellation, attribute.of);
            let is_filtered = filters.attributes(attribute.of).get(&attribute.key).is_some();
            attribute.of_type.is_numeric()
                && (is_filtered || values.any(|values| values.said(&attribute.key).is_some()))
        };
        let ranges = attributes
            .iter()
            .flat_map(|all| all.iter())
            .filter(has_numbers)
            .cloned()
            .collect();
        sections.retain(|section| !section.entries.is_empty());
        Self {
            ranges,
            sections,
            assumed: constellation
                .relations
                .values()
                .filter(|relation| !relation.verified)
                .count(),
        }
    }
}

fn word_entries(constellation: &Constellation, filters: &Filters, list: WordList) -> Vec<FilterEntry> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for actor in constellation.actors.values() {
        let one = match list {
            WordList::ActorKinds => actor.kind.as_ref().map(ActorKindId::as_str),
            WordList::Sectors => actor.sector.as_ref().map(SectorId::as_str),
            WordList::Levels => actor.level.as_ref().map(LevelId::as_str),
            WordList::Regions => actor.region.as_ref().map(RegionId::as_str),
            WordList::Domains | WordList::RelationKinds => None,
        };
        if let Some(id) = one {
            *counts.entry(id).or_default() += 1;
        }
        if list == WordList::Domains {
            for id in &actor.domains {
                *counts.entry(id.as_str()).or_default() += 1;
            }
        }
    }
    if list == WordList::RelationKinds {
        for relation in constellation.relations.values() {
            *counts.entry(relation.kind.as_str()).or_default() += 1;
        }
    }
    words_with_symbols(constellation, list)
        .into_iter()
        .map(|(id, label, symbol)| {
            let value = FilterValue::Word(list, id.to_owned());
            FilterEntry {
                count: counts.get(id).copied().unwrap_or(0),
                is_shown: !is_hidden(filters, &value),
                value,
                label: label.to_owned(),
                symbol,
            }
        })
        .filter(|entry| entry.count > 0 || !entry.is_shown)
        .collect()
}

fn words_with_symbols(constellation: &Constellation, list: WordList) -> Vec<(&str, &str, Symbol)> {
    let vocabulary = &constellation.vocabulary;
    let symbol = |at: usize| match list {
        WordList::ActorKinds => Symbol::of_kind(&vocabulary.actor_kinds[at]),
        WordList::Sectors => Symbol::of_sector(&vocabulary.sectors[at]),
        WordList::RelationKinds => Symbol::of_relation_kind(&vocabulary.relation_kinds[at]),
        WordList::Levels | WordList::Domains | WordList::Regions => Symbol::None,
    };
    crate::ui::panels::words::labels(vocabulary, list)
        .enumerate()
        .map(|(at, (id, label))| (id, label, symbol(at)))
        .collect()
}

/// The words in use of one attribute, and those that are hidden.
fn attribute_entries(
    constellation: &Constellation,
    filters: &Filters,
    attribute: &Attribute,
) -> Vec<FilterEntry> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for value in values_of(constellation, attribute.of).filter_map(|values| values.said(&attribute.key)) {
        for scalar in value.scalars() {
            *counts.entry(scalar.to_string()).or_default() += 1;
        }
    }
    let mut words: Vec<String> = match attribute.of_type {
        AttributeType::YesNo => ["true", "false"].map(str::to_owned).into(),
        _ => categories_of(constellation, attribute)
            .iter()
            .map(Scalar::to_string)
            .collect(),
    };
    // One that was hidden, and that nobody has any more.
    let filter = filters.attributes(attribute.of).get(&attribute.key);
    let hidden = filter.iter().flat_map(|filter| &filter.hidden);
    let gone: Vec<String> = hidden.filter(|word| !words.contains(word)).cloned().collect();
    words.extend(gone);
    let entries = words.into_iter().map(|word| {
        let value = FilterValue::Attribute(attribute.of, attribute.key.clone(), word.clone());
        FilterEntry {
            count: counts.get(&word).copied().unwrap_or(0),
            is_shown: !is_hidden(filters, &value),
            label: word,
            value,
            symbol: Symbol::None,
        }
    });
    entries
        .filter(|entry| entry.count > 0 || !entry.is_shown)
        .collect()
}

fn status_entries(constellation: &Constellation, filters: &Filters) -> Vec<FilterEntry> {
    [
        RelationStatus::Existing,
        RelationStatus::Wished,
        RelationStatus::Ended,
    ]
    .into_iter()
    .map(|status| FilterEntry {
        value: FilterValue::Status(status),
        label: crate::ui::panels::words::status_key(status).to_owned(),
        symbol: Symbol::None,
        count: constellation
            .relations
            .values()
            .filter(|relation| relation.status == status)
            .count(),
        is_shown: !filters.statuses.contains(&status),
    })
    .filter(|entry| entry.count > 0 || !entry.is_shown)
    .collect()
}

fn set<T: Ord + for<'a> From<&'a str>>(ids: &mut BTreeSet<T>, id: &str, is_in: bool) {
    if is_in {
        ids.insert(T::from(id));
    } else {
        ids.remove(&T::from(id));
    }
}

pub fn is_hidden(filters: &Filters, value: &FilterValue) -> bool {
    match value {
        FilterValue::Word(list, id) => match list {
            WordList::ActorKinds => filters.actor_kinds.contains(&id.as_str().into()),
            WordList::Sectors => filters.sectors.contains(&id.as_str().into()),
            WordList::Levels => filters.levels.contains(&id.as_str().into()),
            WordList::Domains => filters.domains.contains(&id.as_str().into()),
            WordList::Regions => filters.regions.contains(&id.as_str().into()),
            WordList::RelationKinds => filters.relation_kinds.contains(&id.as_str().into()),
        },
        FilterValue::Status(status) => filters.statuses.contains(status),
        FilterValue::Attribute(of, key, word) => filters.attributes(*of).is_hidden(key, word),
    }
}

pub fn set_hidden(filters: &mut Filters, value: &FilterValue, is_in: bool) {
    match value {
        FilterValue::Word(list, id) => match list {
            WordList::ActorKinds => set(&mut filters.actor_kinds, id, is_in),
            WordList::Sectors => set(&mut filters.sectors, id, is_in),
            WordList::Levels => set(&mut filters.levels, id, is_in),
            WordList::Domains => set(&mut filters.domains, id, is_in),
            WordList::Regions => set(&mut filters.regions, id, is_in),
            WordList::RelationKinds => set(&mut filters.relation_kinds, id, is_in),
        },
        FilterValue::Attribute(of, key, word) => filters.attributes_mut(*of).change(key, |filter| {
            if is_in {
                filter.hidden.insert(word.clone());
            } else {
                filter.hidden.remove(word);
            }
        }),
        FilterValue::Status(status) => {
            filters.statuses.retain(|other| other != status);
            if is_in {
                filters.statuses.push(*status);
            }
        }
    }
}

/// Hides all of the section but one; when that is so already, shows all again.
pub fn only(filters: &mut Filters, section: &FilterSection, value: &FilterValue) {
    let is_only = section
        .entries
        .iter()
        .all(|entry| is_hidden(filters, &entry.value) == (entry.value != *value));
    let has_others = section.entries.len() > 1;
    for entry in &section.entries {
        let hides = entry.value != *value && !(is_only && has_others);
        set_hidden(filters, &entry.value, hides);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::AttributeOwner;
    use crate::edit::operations::{NewActor, add_actors, add_attribute, set_attribute};
    use crate::model::AttributeValue;
    use crate::model::Language;

    fn document() -> Document {
        let mut document = Document::new(Constellation::new(Language::Nl));
        let new = ["gemeente", "gemeente", "uwv", "onderneming"].map(|kind| NewActor {
            label: kind.to_owned(),
            kind: Some(kind.into()),
            pos: None,
        });
        add_actors(&mut document, new.into()).expect("sound");
        document
    }

    #[test]
    fn only_values_in_use_are_offered_each_with_its_count() {
        let document = document();
        let data = FiltersData::build(&document, &Filters::default());
        let kinds: Vec<_> = data.sections[0]
            .entries
            .iter()
            .map(|entry| (entry.label.as_str(), entry.count))
            .collect();
        assert_eq!(kinds, [("Gemeente", 2), ("UWV", 1), ("Onderneming", 1)]);
        assert!(
            data.sections
                .iter()
                .all(|section| section.heading != "field-region")
        );
    }

    #[test]
    fn words_of_a_category_and_yes_and_no_are_offered_and_numbers_as_a_range() {
        let mut document = document();
        let of = AttributeOf::Actors;
        let actors: Vec<_> = document.constellation().actors.keys().copied().collect();
        for (label, of_type, values) in [
            ("fase", AttributeType::Category, ["start", "start", "einde"]),
            ("lid", AttributeType::YesNo, ["ja", "ja", "ja"]),
            ("fte", AttributeType::Number, ["1", "2", "3"]),
            ("leeg", AttributeType::Number, ["", "", ""]),
        ] {
            let key = add_attribute(&mut document, of, label, of_type).expect("a new name");
            for (id, value) in actors.iter().zip(values) {
                let owner = AttributeOwner::Actor(*id);
                let value = AttributeValue::text(value);
                set_attribute(&mut document, &[owner], &key, Some(&value)).expect("it fits");
            }
        }
        let mut filters = Filters::default();
        let data = FiltersData::build(&document, &filters);
        let offered: Vec<(String, Vec<(&str, usize)>)> = data
            .sections
            .iter()
            .filter_map(|section| {
                let entries = section
                    .entries
                    .iter()
                    .map(|entry| (entry.label.as_str(), entry.count));
                Some((section.attribute.as_ref()?.label.clone(), entries.collect()))
            })
            .collect();
        assert_eq!(
            offered,
            [
                ("fase".to_owned(), vec![("einde", 1), ("start", 2)]),
                ("lid".to_owned(), vec![("true", 3)])
            ]
        );
        let ranges: Vec<&str> = data.ranges.iter().map(|one| one.label.as_str()).collect();
        assert_eq!(ranges, ["fte"]);
        let start = FilterValue::Attribute(of, "fase".to_owned(), "start".to_owned());
        set_hidden(&mut filters, &start, true);
        assert_eq!(
            filters.hidden(document.constellation()).actors,
            2,
            "who has no value stays"
        );
        set_hidden(&mut filters, &start, false);
        filters
            .attributes_mut(of)
            .change("fte", |filter| filter.max = Some(2.5));
        assert_eq!(filters.hidden(document.constellation()).actors, 1);
    }

    #[test]
    fn only_this_hides_the_others_and_a_second_time_shows_them_again() {
        let document = document();
        let mut filters = Filters::default();
        let data = FiltersData::build(&document, &filters);
        let uwv = FilterValue::Word(WordList::ActorKinds, "uwv".into());
        only(&mut filters, &data.sections[0], &uwv);
        assert_eq!(filters.hidden(document.constellation()).actors, 3);
        assert!(!is_hidden(&filters, &uwv));
        only(&mut filters, &data.sections[0], &uwv);
        assert!(!filters.is_active());
    }

    #[test]
    fn a_hidden_value_stays_in_the_list_when_nobody_has_it_any_more() {
        let document = Document::new(Constellation::new(Language::Nl));
        let mut filters = Filters::default();
        set_hidden(&mut filters, &FilterValue::Status(RelationStatus::Wished), true);
        let data = FiltersData::build(&document, &filters);
        assert_eq!(data.sections.len(), 1);
        assert_eq!(data.sections[0].entries[0].count, 0);
    }
}
