//! The values there are to filter by, with how often each occurs.

use std::collections::{BTreeSet, HashMap};

use crate::edit::operations::WordList;
use crate::model::{ActorKindId, Constellation, LevelId, RegionId, RelationStatus, SectorId};
use crate::scene::Filters;
use crate::ui::widgets::Symbol;

/// One value that actors or relations can have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FilterValue {
    Word(WordList, String),
    Status(RelationStatus),
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
    pub entries: Vec<FilterEntry>,
}

/// All sections with values in use (or hidden), and how many relations are assumed.
#[derive(Debug, Clone, PartialEq)]
pub struct FiltersData {
    pub sections: Vec<FilterSection>,
    pub assumed: usize,
}

impl FiltersData {
    pub fn build(constellation: &Constellation, filters: &Filters) -> Self {
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
                entries: word_entries(constellation, filters, list),
            })
            .collect();
        sections.push(FilterSection {
            heading: "filters-section-status",
            entries: status_entries(constellation, filters),
        });
        sections.retain(|section| !section.entries.is_empty());
        Self {
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
    use crate::edit::Document;
    use crate::edit::operations::{NewActor, add_actors};
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
        let data = FiltersData::build(document.constellation(), &Filters::default());
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
    fn only_this_hides_the_others_and_a_second_time_shows_them_again() {
        let document = document();
        let mut filters = Filters::default();
        let data = FiltersData::build(document.constellation(), &filters);
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
        let data = FiltersData::build(document.constellation(), &filters);
        assert_eq!(data.sections.len(), 1);
        assert_eq!(data.sections[0].entries[0].count, 0);
    }
}
