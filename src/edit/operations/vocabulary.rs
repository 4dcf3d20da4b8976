//! The user's own words: adding, describing, ordering and removing them.

use crate::edit::{ActorField, Change, Document, EditError, Label, RelationField};
use crate::model::{
    Actor, ActorKind, ActorKindId, Domain, DomainId, LevelId, Region, RegionId, RelationId, RelationKind,
    RelationKindId, ScaleLevel, Sector, SectorId, Vocabulary, slug,
};

/// Which list of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum WordList {
    ActorKinds,
    Sectors,
    Levels,
    Domains,
    Regions,
    RelationKinds,
}

impl WordList {
    pub const ALL: [Self; 6] = [
        Self::ActorKinds,
        Self::RelationKinds,
        Self::Sectors,
        Self::Levels,
        Self::Domains,
        Self::Regions,
    ];
}

/// A whole entry, to replace the one with the same id.
#[derive(Debug, Clone, PartialEq)]
pub enum Word {
    ActorKind(ActorKind),
    Sector(Sector),
    Level(ScaleLevel),
    Domain(Domain),
    Region(Region),
    RelationKind(RelationKind),
}

/// Adds a word with this label at the end of its list and returns its id.
///
/// # Errors
/// [`EditError::BadWord`] for an empty label.
pub fn add_word(document: &mut Document, list: WordList, label: &str) -> Result<String, EditError> {
    let label = label.trim();
    if label.is_empty() {
        return Err(EditError::BadWord(String::new()));
    }
    let mut vocabulary = Vocabulary::clone(&document.constellation().vocabulary);
    let id = slug(label, |id| has_word(&vocabulary, list, id));
    push_word(&mut vocabulary, list, &id, label);
    set(document, vocabulary)?;
    Ok(id)
}

/// Whether the list has a word with this id.
pub fn has_word(vocabulary: &Vocabulary, list: WordList, id: &str) -> bool {
    match list {
        WordList::ActorKinds => vocabulary.actor_kind(&id.into()).is_some(),
        WordList::Sectors => vocabulary.sector(&id.into()).is_some(),
        WordList::Levels => vocabulary.level(&id.into()).is_some(),
        WordList::Domains => vocabulary.domain(&id.into()).is_some(),
        WordList::Regions => vocabulary.region(&id.into()).is_some(),
        WordList::RelationKinds => vocabulary.relation_kind(&id.into()).is_some(),
    }
}

fn push_word(vocabulary: &mut Vocabulary, list: WordList, id: &str, label: &str) {
    match list {
        WordList::ActorKinds => vocabulary.push_actor_kind(id, label),
        WordList::Sectors => vocabulary.push_sector(id, label),
        WordList::Levels => vocabulary.push_level(id, label),
        WordList::Domains => vocabulary.push_domain(id, label),
        WordList::Regions => vocabulary.push_region(id, label),
        WordList::RelationKinds => vocabulary.push_relation_kind(id, label),
    }
}

/// Replaces the entry with the same id.
///
/// # Errors
/// [`EditError::BadWord`] when there is no such entry, or its sector or level does not exist.
pub fn edit_word(document: &mut Document, word: Word) -> Result<(), EditError> {
    fn put<T>(list: &mut [T], is_same: impl Fn(&T) -> bool, entry: T) -> bool {
        let found = list.iter_mut().find(|other| is_same(other));
        found.map(|other| *other = entry).is_some()
    }
    let mut vocabulary = Vocabulary::clone(&document.constellation().vocabulary);
    let (id, was_found) = match word {
        Word::ActorKind(entry) => {
            let id = entry.id.clone();
            (
                id.to_string(),
                put(&mut vocabulary.actor_kinds, |other| other.id == id, entry),
            )
        }
        Word::Sector(entry) => {
            let id = entry.id.clone();
            (
                id.to_string(),
                put(&mut vocabulary.sectors, |other| other.id == id, entry),
            )
        }
        Word::Level(entry) => {
            let id = entry.id.clone();
            (
                id.to_string(),
                put(&mut vocabulary.levels, |other| other.id == id, entry),
            )
        }
        Word::Domain(entry) => {
            let id = entry.id.clone();
            (
                id.to_string(),
                put(&mut vocabulary.domains, |other| other.id == id, entry),
            )
        }
        Word::Region(entry) => {
            let id = entry.id.clone();
            (
                id.to_string(),
                put(&mut vocabulary.regions, |other| other.id == id, entry),
            )
        }
        Word::RelationKind(entry) => {
            let id = entry.id.clone();
            (
                id.to_string(),
                put(&mut vocabulary.relation_kinds, |other| other.id == id, entry),
            )
        }
    };
    if was_found {
        set(document, vocabulary)
    } else {
        Err(EditError::BadWord(id))
    }
}

/// Moves a word to another place in its list; for levels the order has meaning.
///
/// # Errors
/// [`EditError::NothingToDo`] when a place is outside the list.
pub fn move_word(document: &mut Document, list: WordList, from: usize, to: usize) -> Result<(), EditError> {
    fn shift<T>(list: &mut Vec<T>, from: usize, to: usize) -> bool {
        if from >= list.len() || to >= list.len() {
            return false;
        }
        let entry = list.remove(from);
        list.insert(to, entry);
        true
    }
    let mut vocabulary = Vocabulary::clone(&document.constellation().vocabulary);
    let was_moved = match list {
        WordList::ActorKinds => shift(&mut vocabulary.actor_kinds, from, to),
        WordList::Sectors => shift(&mut vocabulary.sectors, from, to),
        WordList::Levels => shift(&mut vocabulary.levels, from, to),
        WordList::Domains => shift(&mut vocabulary.domains, from, to),
        WordList::Regions => shift(&mut vocabulary.regions, from, to),
        WordList::RelationKinds => shift(&mut vocabulary.relation_kinds, from, to),
    };
    if was_moved {
        set(document, vocabulary)
    } else {
        Err(EditError::NothingToDo)
    }
}

fn set(document: &mut Document, vocabulary: Vocabulary) -> Result<(), EditError> {
    document.transact(Label::EditVocabulary, |document| {
        document.apply(Change::Vocabulary {
            to: Box::new(vocabulary),
        })
    })
}

/// The kind of relation with this id; where there is none, the first of the list. A list without any gets the one that a
/// new board has: without it nobody could draw a relation.
///
/// # Errors
/// What is wrong with the document then; nothing has changed.
pub fn usable_relation_kind(
    document: &mut Document,
    wanted: &RelationKindId,
) -> Result<RelationKindId, EditError> {
    let constellation = document.constellation();
    let kinds = &constellation.vocabulary.relation_kinds;
    if constellation.vocabulary.relation_kind(wanted).is_some() {
        return Ok(wanted.clone());
    }
    if let Some(first) = kinds.first() {
        return Ok(first.id.clone());
    }
    let usual = Vocabulary::standard(constellation.info.language).relation_kinds;
    let is_wanted = |kind: &&RelationKind| kind.id == *wanted;
    let kind = usual.iter().find(is_wanted).or(usual.first());
    let kind = kind
        .ok_or_else(|| EditError::BadWord(wanted.to_string()))?
        .clone();
    let id = kind.id.clone();
    let mut vocabulary = Vocabulary::clone(&constellation.vocabulary);
    vocabulary.relation_kinds.push(kind);
    set(document, vocabulary)?;
    Ok(id)
}

/// Removes a word. Actors that carried it carry `replacement` instead, or nothing; relations always need a
/// kind, so a kind of relation in use can only go with a replacement.
///
/// # Errors
/// [`EditError::BadWord`] when the word or its replacement does not exist, or is needed.
pub fn remove_word(
    document: &mut Document,
    list: WordList,
    id: &str,
    replacement: Option<&str>,
) -> Result<(), EditError> {
    let vocabulary = &document.constellation().vocabulary;
    let wanted = [Some(id), replacement]
        .into_iter()
        .flatten()
        .find(|word| !has_word(vocabulary, list, word));
    if let Some(word) = wanted.or((replacement == Some(id)).then_some(id)) {
        return Err(EditError::BadWord(word.to_owned()));
    }
    document.transact(Label::EditVocabulary, |document| {
        if list == WordList::RelationKinds {
            replace_in_relations(document, id, replacement)?;
        } else {
            replace_in_actors(document, list, id, replacement)?;
        }
        let mut vocabulary = Vocabulary::clone(&document.constellation().vocabulary);
        take_out(&mut vocabulary, list, id, replacement);
        document.apply(Change::Vocabulary {
            to: Box::new(vocabulary),
        })
    })
}

fn replace_in_relations(
    document: &mut Document,
    id: &str,
    replacement: Option<&str>,
) -> Result<(), EditError> {
    let old = RelationKindId::from(id);
    let relations = document.constellation().relations.values();
    let users: Vec<RelationId> = relations
        .filter(|one| one.kind == old)
        .map(|one| one.id)
        .collect();
    for relation in users {
        let kind = replacement
            .map(RelationKindId::from)
            .ok_or_else(|| EditError::BadWord(id.to_owned()))?;
        let to = RelationField::Kind(kind);
        document.apply(Change::RelationField { id: relation, to })?;
    }
    Ok(())
}

fn replace_in_actors(
    document: &mut Document,
    list: WordList,
    id: &str,
    replacement: Option<&str>,
) -> Result<(), EditError> {
    let actors: Vec<Actor> = document.constellation().actors.values().cloned().collect();
    for before in actors {
        let mut actor = before.clone();
        match list {
            WordList::ActorKinds => swap(&mut actor.kind, &ActorKindId::from(id), replacement),
            WordList::Sectors => swap(&mut actor.sector, &SectorId::from(id), replacement),
            WordList::Levels => swap(&mut actor.level, &LevelId::from(id), replacement),
            WordList::Regions => swap(&mut actor.region, &RegionId::from(id), replacement),
            WordList::Domains => swap_domain(&mut actor.domains, &DomainId::from(id), replacement),
            WordList::RelationKinds => {}
        }
        for to in ActorField::between(&before, actor) {
            document.apply(Change::ActorField { id: before.id, to })?;
        }
    }
    Ok(())
}

fn swap<T: PartialEq + for<'a> From<&'a str>>(slot: &mut Option<T>, old: &T, replacement: Option<&str>) {
    if slot.as_ref() == Some(old) {
        *slot = replacement.map(T::from);
    }
}

fn swap_domain(domains: &mut Vec<DomainId>, old: &DomainId, replacement: Option<&str>) {
    let Some(at) = domains.iter().position(|domain| domain == old) else {
        return;
    };
    match replacement.map(DomainId::from) {
        Some(new) if !domains.contains(&new) => domains[at] = new,
        _ => {
            domains.remove(at);
        }
    }
}

fn take_out(vocabulary: &mut Vocabulary, list: WordList, id: &str, replacement: Option<&str>) {
    match list {
        WordList::ActorKinds => vocabulary.actor_kinds.retain(|entry| entry.id.as_str() != id),
        WordList::Domains => vocabulary.domains.retain(|entry| entry.id.as_str() != id),
        WordList::Regions => vocabulary.regions.retain(|entry| entry.id.as_str() != id),
        WordList::RelationKinds => vocabulary.relation_kinds.retain(|entry| entry.id.as_str() != id),
        WordList::Sectors => {
            vocabulary.sectors.retain(|entry| entry.id.as_str() != id);
            for kind in &mut vocabulary.actor_kinds {
                swap(&mut kind.sector, &SectorId::from(id), replacement);
            }
        }
        WordList::Levels => {
            vocabulary.levels.retain(|entry| entry.id.as_str() != id);
            for kind in &mut vocabulary.actor_kinds {
                swap(&mut kind.level, &LevelId::from(id), replacement);
            }
        }
    }
}
