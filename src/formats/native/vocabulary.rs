//! The words of a file, and the words that its actors and relations use without saying what they are.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::dto::{ActorKindDto, KeepsExtra, RelationKindDto, SectorDto, VocabularyDto, WordDto};
use super::read::{shallow, take};
use super::row::ReadRow;
use crate::formats::{ImportReport, Message, ReadError};
use crate::model::{
    ActorKind, ActorKindId, Constellation, Direction, Domain, DomainId, Extra, LevelId, Region, RegionId,
    RelationKind, RelationKindId, Rgb, ScaleLevel, Sector, SectorId, Vocabulary,
};

/// Kind of a relation of which the file does not say the kind.
const UNSAID_KIND: &str = "relatie";

/// A vocabulary under construction. Every word that is used ends up in it.
#[derive(Default)]
pub(super) struct Words {
    vocabulary: Vocabulary,
    /// Ids of the words of every list: files may have thousands of regions. Whoever uses a word holds the one text of
    /// its id, not a text of their own.
    present: HashMap<&'static str, HashSet<Arc<str>>>,
    /// Words that were used but not described, in order of first use.
    added: Vec<(&'static str, Arc<str>)>,
    /// The default direction of every kind of relation that was described.
    directions: HashMap<String, Direction>,
}

impl Words {
    pub fn read(file: VocabularyDto, report: &mut ImportReport) -> Result<Self, ReadError> {
        let mut words = Self::default();
        for (word, path) in words.entries(file.sectors, "sectors", report, |word| &word.id) {
            words.vocabulary.sectors.push(sector(word, &path, report)?);
        }
        for (id, label, colour, extra) in words.plain(file.levels, "levels", report)? {
            let id = LevelId::new(&id);
            words.vocabulary.levels.push(ScaleLevel {
                id,
                label,
                colour,
                extra,
            });
        }
        for (id, label, colour, extra) in words.plain(file.domains, "domains", report)? {
            let id = DomainId::new(&id);
            words.vocabulary.domains.push(Domain {
                id,
                label,
                colour,
                extra,
            });
        }
        for (id, label, colour, extra) in words.plain(file.regions, "regions", report)? {
            let id = RegionId::new(&id);
            words.vocabulary.regions.push(Region {
                id,
                label,
                colour,
                extra,
            });
        }
        for (word, path) in words.entries(file.actor_kinds, "actor_kinds", report, |word| &word.id) {
            let kind = words.described_kind(word, &path, report)?;
            words.vocabulary.actor_kinds.push(kind);
        }
        for (word, path) in words.entries(file.relation_kinds, "relation_kinds", report, |word| &word.id) {
            let kind = relation_kind(word, &path, report)?;
            words.directions.insert(kind.id.to_string(), kind.direction);
            words.vocabulary.relation_kinds.push(kind);
        }
        words.vocabulary.extra = shallow(file.extra, "vocabulary")?;
        Ok(words)
    }

    /// The entries of one list that can stay, each with its path.
    fn entries<T: KeepsExtra>(
        &mut self,
        rows: Vec<ReadRow<T>>,
        list: &'static str,
        report: &mut ImportReport,
        id_of: impl Fn(&T) -> &String,
    ) -> Vec<(T, String)> {
        let mut kept = Vec::new();
        for (at, row) in rows.into_iter().enumerate() {
            let path = format!("vocabulary.{list}[{at}]");
            let word = take(row, &path, report);
            let id = id_of(&word);
            if id.is_empty() {
                report.notice(path, Message::new("read-notice-word-without-id"));
            } else if self.words_of(list).insert(id.as_str().into()) {
                kept.push((word, path));
            } else {
                let message = Message::new("read-notice-duplicate-word").with("id", id.as_str());
                report.notice(path, message);
            }
        }
        kept
    }

    fn plain(
        &mut self,
        rows: Vec<ReadRow<WordDto>>,
        list: &'static str,
        report: &mut ImportReport,
    ) -> Result<Vec<PlainWord>, ReadError> {
        let entries = self.entries(rows, list, report, |word| &word.id);
        let parts = |(word, path): (WordDto, String)| {
            let label = word.label.unwrap_or_else(|| word.id.clone());
            let colour = own_colour(word.colour, &path, report);
            Ok((word.id, label, colour, shallow(word.extra, &path)?))
        };
        entries.into_iter().map(parts).collect()
    }

    fn described_kind(
        &mut self,
        word: ActorKindDto,
        path: &str,
        report: &mut ImportReport,
    ) -> Result<ActorKind, ReadError> {
        Ok(ActorKind {
            colour: own_colour(word.colour, path, report),
            label: word.label.unwrap_or_else(|| word.id.clone()),
            id: word.id.as_str().into(),
            shape: word.shape.into(),
            icon: word.icon,
            sector: self.sector(&word.sector),
            level: self.level(&word.level),
            is_body: word.body,
            extra: shallow(word.extra, path)?,
        })
    }

    fn words_of(&mut self, list: &'static str) -> &mut HashSet<Arc<str>> {
        self.present.entry(list).or_default()
    }

    /// Makes sure that a word is in its list; an empty id is no word.
    fn used(&mut self, list: &'static str, id: &str) -> Option<Arc<str>> {
        if id.is_empty() {
            return None;
        }
        let words = self.words_of(list);
        if let Some(word) = words.get(id) {
            return Some(Arc::clone(word));
        }
        let word: Arc<str> = id.into();
        words.insert(Arc::clone(&word));
        self.added.push((list, Arc::clone(&word)));
        Some(word)
    }

    pub fn actor_kind(&mut self, id: &str) -> Option<ActorKindId> {
        self.used("actor_kinds", id).map(Into::into)
    }

    pub fn sector(&mut self, id: &str) -> Option<SectorId> {
        self.used("sectors", id).map(Into::into)
    }

    pub fn level(&mut self, id: &str) -> Option<LevelId> {
        self.used("levels", id).map(Into::into)
    }

    pub fn region(&mut self, id: &str) -> Option<RegionId> {
        self.used("regions", id).map(Into::into)
    }

    /// Without empty ones and repeats.
    pub fn domains(&mut self, ids: &[String]) -> Vec<DomainId> {
        let mut seen = HashSet::new();
        let mut domains = Vec::new();
        for id in ids.iter().filter(|id| seen.insert(id.as_str())) {
            domains.extend(self.used("domains", id).map(DomainId::from));
        }
        domains
    }

    pub fn relation_kind(&mut self, id: &str) -> RelationKindId {
        let id = if id.is_empty() { UNSAID_KIND } else { id };
        self.used("relation_kinds", id)
            .map_or_else(|| UNSAID_KIND.into(), Into::into)
    }

    /// The default direction of a kind of relation.
    pub fn direction_of(&self, kind: &str) -> Direction {
        let kind = if kind.is_empty() { UNSAID_KIND } else { kind };
        self.directions.get(kind).copied().unwrap_or_default()
    }

    /// The vocabulary with every used word in it; those that were not described are reported.
    pub fn finish(self, report: &mut ImportReport) -> Vocabulary {
        let mut vocabulary = self.vocabulary;
        for (list, id) in self.added {
            let id = &*id;
            let label = if id == UNSAID_KIND { "Relatie" } else { id };
            match list {
                "actor_kinds" => vocabulary.push_actor_kind(id, label),
                "sectors" => vocabulary.push_sector(id, label),
                "levels" => vocabulary.push_level(id, label),
                "domains" => vocabulary.push_domain(id, label),
                "regions" => vocabulary.push_region(id, label),
                _ => vocabulary.push_relation_kind(id, label),
            }
            // What a relation without a kind gets is not one of the file; nor when it was read and written before.
            if (list, id) != ("relation_kinds", UNSAID_KIND) {
                let message = Message::new("read-notice-new-word").with("id", id);
                report.notice(format!("vocabulary.{list}"), message);
            }
        }
        vocabulary
    }
}

/// What a reader makes of ids alone, without a vocabulary: the standard words, and those that actors and relations use.
pub(in crate::formats) fn words_of_ids(constellation: &Constellation) -> Vocabulary {
    let standard = super::vocabulary(&Vocabulary::standard(constellation.info.language));
    let mut report = ImportReport::default();
    let mut words = Words::read(standard, &mut report).unwrap_or_default();
    for actor in constellation.actors.values() {
        words.actor_kind(actor.kind.as_ref().map_or("", |id| id.as_str()));
        words.sector(actor.sector.as_ref().map_or("", |id| id.as_str()));
        words.level(actor.level.as_ref().map_or("", |id| id.as_str()));
        for domain in &actor.domains {
            words.used("domains", domain.as_str());
        }
        words.region(actor.region.as_ref().map_or("", |id| id.as_str()));
    }
    for relation in constellation.relations.values() {
        words.relation_kind(relation.kind.as_str());
    }
    words.finish(&mut report)
}

fn sector(word: SectorDto, path: &str, report: &mut ImportReport) -> Result<Sector, ReadError> {
    Ok(Sector {
        label: word.label.unwrap_or_else(|| word.id.clone()),
        id: word.id.as_str().into(),
        colour: colour(&word.colour, path, report),
        extra: shallow(word.extra, path)?,
    })
}

fn relation_kind(
    word: RelationKindDto,
    path: &str,
    report: &mut ImportReport,
) -> Result<RelationKind, ReadError> {
    Ok(RelationKind {
        label: word.label.unwrap_or_else(|| word.id.clone()),
        id: word.id.as_str().into(),
        colour: colour(&word.colour, path, report),
        line: word.line.into(),
        layer: word.layer.map(Into::into),
        is_negative: word.negative,
        direction: word.direction.into(),
        extra: shallow(word.extra, path)?,
    })
}

/// Id, label, colour and what is not known of a level, domain or region.
type PlainWord = (String, String, Option<Rgb>, Extra);

/// A colour that a word need not have; what is none is said, and left out.
pub(super) fn own_colour(text: Option<String>, path: &str, report: &mut ImportReport) -> Option<Rgb> {
    let text = text?;
    let read = Rgb::from_hex(&text);
    if read.is_none() {
        let message = Message::new("read-notice-own-colour").with("found", text);
        report.notice(format!("{path}.colour"), message);
    }
    read
}

fn colour(text: &str, path: &str, report: &mut ImportReport) -> Rgb {
    const GREY: Rgb = Rgb(0x80, 0x80, 0x80);
    Rgb::from_hex(text).unwrap_or_else(|| {
        let message = Message::new("read-notice-colour").with("found", text);
        report.notice(format!("{path}.colour"), message);
        GREY
    })
}
