//! The words of a constellation, as they are written.

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::dto::{ActorKindDto, AttributeDto, RelationKindDto, SectorDto, VocabularyDto, WordDto};
use super::known;
use super::row::ReadRow;
use super::write::{WrittenOneByOne, unknown};
use crate::model::{
    ActorKind, Attribute, Constellation, Domain, Extra, LevelId, Region, RelationKind, Rgb, ScaleLevel,
    Sector, SectorId, Vocabulary,
};

pub(in crate::formats) fn vocabulary(words: &Vocabulary) -> VocabularyDto {
    VocabularyDto {
        actor_kinds: words.actor_kinds.iter().map(actor_kind).collect(),
        sectors: words.sectors.iter().map(sector).collect(),
        levels: words.levels.iter().map(level).collect(),
        domains: words.domains.iter().map(domain).collect(),
        regions: words.regions.iter().map(region).collect(),
        relation_kinds: words.relation_kinds.iter().map(relation_kind).collect(),
        attributes: Vec::new(),
        extra: unknown(&words.extra, known::VOCABULARY),
    }
}

/// The words, with what attributes are, one by one: a file may have a million of them.
pub(super) struct WrittenWords<'a>(pub &'a Constellation);

impl Serialize for WrittenWords<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let words = &self.0.vocabulary;
        let mut map = serializer.serialize_map(None)?;
        let kinds = || words.actor_kinds.iter().map(actor_kind);
        map.serialize_entry("actor_kinds", &WrittenOneByOne(kinds))?;
        let sectors = || words.sectors.iter().map(sector);
        map.serialize_entry("sectors", &WrittenOneByOne(sectors))?;
        let levels = || words.levels.iter().map(level);
        map.serialize_entry("levels", &WrittenOneByOne(levels))?;
        let domains = || words.domains.iter().map(domain);
        map.serialize_entry("domains", &WrittenOneByOne(domains))?;
        let regions = || words.regions.iter().map(region);
        map.serialize_entry("regions", &WrittenOneByOne(regions))?;
        let kinds = || words.relation_kinds.iter().map(relation_kind);
        map.serialize_entry("relation_kinds", &WrittenOneByOne(kinds))?;
        if !self.0.attributes.is_empty() {
            let attributes = || self.0.attributes.iter().map(attribute);
            map.serialize_entry("attributes", &WrittenOneByOne(attributes))?;
        }
        for (name, value) in unknown(&words.extra, known::VOCABULARY) {
            map.serialize_entry(&name, &value)?;
        }
        map.end()
    }
}

fn actor_kind(kind: &ActorKind) -> ReadRow<ActorKindDto> {
    let text = |id: Option<&str>| id.unwrap_or_default().to_owned();
    ActorKindDto {
        id: kind.id.to_string(),
        label: Some(kind.label.clone()),
        shape: kind.shape.into(),
        icon: kind.icon.clone(),
        sector: text(kind.sector.as_ref().map(SectorId::as_str)),
        level: text(kind.level.as_ref().map(LevelId::as_str)),
        body: kind.is_body,
        colour: kind.colour.map(Rgb::to_hex),
        extra: unknown(&kind.extra, known::ACTOR_KIND),
    }
    .into()
}

fn sector(sector: &Sector) -> ReadRow<SectorDto> {
    SectorDto {
        id: sector.id.to_string(),
        label: Some(sector.label.clone()),
        colour: sector.colour.to_hex(),
        extra: unknown(&sector.extra, known::SECTOR),
    }
    .into()
}

fn level(word: &ScaleLevel) -> ReadRow<WordDto> {
    plain_word(word.id.as_str(), &word.label, word.colour, &word.extra)
}

fn domain(word: &Domain) -> ReadRow<WordDto> {
    plain_word(word.id.as_str(), &word.label, word.colour, &word.extra)
}

fn region(word: &Region) -> ReadRow<WordDto> {
    plain_word(word.id.as_str(), &word.label, word.colour, &word.extra)
}

fn attribute(attribute: &Attribute) -> ReadRow<AttributeDto> {
    super::attribute_dto(attribute).into()
}

fn plain_word(id: &str, label: &str, colour: Option<Rgb>, extra: &Extra) -> ReadRow<WordDto> {
    WordDto {
        id: id.to_owned(),
        label: Some(label.to_owned()),
        colour: colour.map(Rgb::to_hex),
        extra: unknown(extra, known::WORD),
    }
    .into()
}

fn relation_kind(kind: &RelationKind) -> ReadRow<RelationKindDto> {
    RelationKindDto {
        id: kind.id.to_string(),
        label: Some(kind.label.clone()),
        colour: kind.colour.to_hex(),
        line: kind.line.into(),
        layer: kind.layer.map(Into::into),
        negative: kind.is_negative,
        direction: kind.direction.into(),
        extra: unknown(&kind.extra, known::RELATION_KIND),
    }
    .into()
}
