//! The words of one list with how often each is used, and a word with one thing changed.

use std::collections::HashMap;

use crate::edit::operations::{Word, WordList};
use crate::model::{ActorKindId, Constellation, LevelId, RegionId, SectorId, Vocabulary};

#[derive(Debug, Clone, PartialEq)]
pub struct WordRow {
    pub word: Word,
    pub id: String,
    pub label: String,
    /// Actors or relations that carry it.
    pub used_by: usize,
}

/// The words of a list in its order.
pub fn rows(constellation: &Constellation, list: WordList) -> Vec<WordRow> {
    let counts = counts(constellation, list);
    words(&constellation.vocabulary, list)
        .into_iter()
        .map(|word| {
            let (id, label) = id_and_label(&word);
            WordRow {
                used_by: counts.get(id).copied().unwrap_or(0),
                id: id.to_owned(),
                label: label.to_owned(),
                word,
            }
        })
        .collect()
}

fn counts(constellation: &Constellation, list: WordList) -> HashMap<&str, usize> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for actor in constellation.actors.values() {
        let id = match list {
            WordList::ActorKinds => actor.kind.as_ref().map(ActorKindId::as_str),
            WordList::Sectors => actor.sector.as_ref().map(SectorId::as_str),
            WordList::Levels => actor.level.as_ref().map(LevelId::as_str),
            WordList::Regions => actor.region.as_ref().map(RegionId::as_str),
            WordList::Domains => {
                for id in &actor.domains {
                    *counts.entry(id.as_str()).or_default() += 1;
                }
                None
            }
            WordList::RelationKinds => None,
        };
        if let Some(id) = id {
            *counts.entry(id).or_default() += 1;
        }
    }
    if list == WordList::RelationKinds {
        for relation in constellation.relations.values() {
            *counts.entry(relation.kind.as_str()).or_default() += 1;
        }
    }
    counts
}

fn words(vocabulary: &Vocabulary, list: WordList) -> Vec<Word> {
    match list {
        WordList::ActorKinds => vocabulary
            .actor_kinds
            .iter()
            .cloned()
            .map(Word::ActorKind)
            .collect(),
        WordList::Sectors => vocabulary.sectors.iter().cloned().map(Word::Sector).collect(),
        WordList::Levels => vocabulary.levels.iter().cloned().map(Word::Level).collect(),
        WordList::Domains => vocabulary.domains.iter().cloned().map(Word::Domain).collect(),
        WordList::Regions => vocabulary.regions.iter().cloned().map(Word::Region).collect(),
        WordList::RelationKinds => vocabulary
            .relation_kinds
            .iter()
            .cloned()
            .map(Word::RelationKind)
            .collect(),
    }
}

fn id_and_label(word: &Word) -> (&str, &str) {
    match word {
        Word::ActorKind(entry) => (entry.id.as_str(), &entry.label),
        Word::Sector(entry) => (entry.id.as_str(), &entry.label),
        Word::Level(entry) => (entry.id.as_str(), &entry.label),
        Word::Domain(entry) => (entry.id.as_str(), &entry.label),
        Word::Region(entry) => (entry.id.as_str(), &entry.label),
        Word::RelationKind(entry) => (entry.id.as_str(), &entry.label),
    }
}

/// The same word under another name; an empty name leaves it as it was.
pub fn renamed(word: &Word, name: &str) -> Word {
    let mut word = word.clone();
    let name = name.trim();
    if name.is_empty() {
        return word;
    }
    let label = match &mut word {
        Word::ActorKind(entry) => &mut entry.label,
        Word::Sector(entry) => &mut entry.label,
        Word::Level(entry) => &mut entry.label,
        Word::Domain(entry) => &mut entry.label,
        Word::Region(entry) => &mut entry.label,
        Word::RelationKind(entry) => &mut entry.label,
    };
    name.clone_into(label);
    word
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::Document;
    use crate::edit::operations::{ActorEdit, NewActor, add_actors, edit_actors};
    use crate::model::Language;

    #[test]
    fn words_come_in_their_order_with_how_often_they_are_used() {
        let mut document = Document::new(Constellation::new(Language::Nl));
        let new = ["gemeente", "gemeente", "uwv"].map(|kind| NewActor {
            label: kind.to_owned(),
            kind: Some(kind.into()),
            pos: None,
        });
        let ids = add_actors(&mut document, new.into()).expect("sound");
        edit_actors(&mut document, &ids[..2], &ActorEdit::AddDomain("zorg".into())).expect("sound");
        let constellation = document.constellation();
        let used = |list, id: &str| {
            let rows = rows(constellation, list);
            rows.iter().find(|row| row.id == id).map(|row| row.used_by)
        };
        assert_eq!(used(WordList::ActorKinds, "gemeente"), Some(2));
        assert_eq!(used(WordList::Sectors, "overheid"), Some(3));
        assert_eq!(used(WordList::Domains, "zorg"), Some(2));
        assert_eq!(used(WordList::RelationKinds, "geld"), Some(0));
        assert_eq!(rows(constellation, WordList::Levels)[0].label, "Lokaal");
    }

    #[test]
    fn an_empty_name_leaves_the_word_as_it_was() {
        let constellation = Constellation::new(Language::Nl);
        let row = &rows(&constellation, WordList::Sectors)[0];
        assert_eq!(renamed(&row.word, "  "), row.word);
        assert_ne!(renamed(&row.word, "Openbaar bestuur"), row.word);
    }
}
