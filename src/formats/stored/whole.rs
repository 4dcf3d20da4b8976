//! A whole constellation, and what it is besides actors, relations and words, as it is stored.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeStruct, Serializer};

use super::{Storable, StoredAttribute, StoredVocabulary};
use crate::formats::native::dto::PointDto;
use crate::formats::native::words::BackgroundDto;
use crate::model::{
    Actor, ActorId, Agreement, AgreementId, Board, ById, Codes, Constellation, Extra, Info, Language, Note,
    NoteId, NoteTarget, Picture, Relation, RelationId,
};

stored_enum!(
    /// Language of the words.
    #[derive(Default)]
    #[serde(rename_all = "lowercase")]
    StoredLanguage of Language {
        #[default]
        Nl,
        En,
    }
);

stored_struct!(
    /// What stands for names.
    #[derive(Default)]
    #[serde(default)]
    StoredCodes of Codes {
        last_person: u32,
        last_other: u32,
        of: BTreeMap<String, String>,
    }
);

fn are_none(codes: &StoredCodes) -> bool {
    *codes == StoredCodes::default()
}

stored_struct!(
    /// What is told about the whole.
    #[derive(Default)]
    #[serde(default)]
    StoredInfo of Info {
        title: String,
        issue: String,
        date: String,
        place: String,
        language: StoredLanguage,
        source: String,
        description: String,
        author: String,
        #[serde(skip_serializing_if = "are_none")]
        codes: StoredCodes,
        extra: Extra,
    }
);

stored_enum!(
    /// What a note is about.
    #[serde(rename_all = "kebab-case")]
    StoredNoteTarget of NoteTarget {
        Constellation,
        Actor(u32),
        Relation(u32),
    }
);

stored_struct!(
    /// A note.
    StoredNote of Note {
        id: u32,
        text: String,
        about: StoredNoteTarget,
        at: String,
        extra: Extra,
    }
);

stored_struct!(
    /// The board.
    StoredBoard of Board {
        width: f64,
        height: f64,
        background: BackgroundDto,
        picture: Option<StoredPicture>,
        issue_pos: Option<PointDto>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        colour_by: Option<String>,
        extra: Extra,
    }
);

/// A picture, with its bytes or the name of the resource that they are.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StoredPicture {
    pub name: String,
    pub mime: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bytes: Option<StoredBytes>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resource: Option<String>,
}

impl Storable for Picture {
    type Stored = StoredPicture;

    fn stored(&self) -> StoredPicture {
        let Self { name, mime, bytes } = self;
        StoredPicture {
            name: name.clone(),
            mime: mime.clone(),
            bytes: Some(StoredBytes(Arc::clone(bytes))),
            resource: None,
        }
    }

    fn restored(stored: StoredPicture) -> Option<Self> {
        let StoredBytes(bytes) = stored.bytes?;
        Some(Self {
            name: stored.name,
            mime: stored.mime,
            bytes,
        })
    }
}

/// Bytes as text, in base64: as a list of numbers they would be four times as long.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredBytes(pub Arc<[u8]>);

impl Serialize for StoredBytes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&STANDARD.encode(&self.0))
    }
}

impl<'de> Deserialize<'de> for StoredBytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let bytes = STANDARD.decode(text).map_err(D::Error::custom)?;
        Ok(Self(bytes.into()))
    }
}

/// A constellation on its way out: actors and relations become stored ones while they are written, as all of them
/// at once would be a second network in memory.
#[derive(Debug, Clone, Copy)]
pub struct WrittenConstellation<'a>(pub &'a Constellation);

impl Serialize for WrittenConstellation<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Constellation {
            info,
            vocabulary,
            attributes,
            actors,
            relations,
            board,
            notes,
            agreements,
            next_id,
            extra,
        } = self.0;
        let mut fields = serializer.serialize_struct("Constellation", 10)?;
        fields.serialize_field("info", &info.stored())?;
        fields.serialize_field("vocabulary", &vocabulary.stored())?;
        if attributes.is_empty() {
            // As version 0.1.0 wrote it, which had none.
            fields.skip_field("attributes")?;
        } else {
            fields.serialize_field("attributes", &attributes.stored())?;
        }
        fields.serialize_field("actors", &MapOneByOne(actors))?;
        fields.serialize_field("relations", &MapOneByOne(relations))?;
        fields.serialize_field("board", &board.stored())?;
        fields.serialize_field("notes", &MapOneByOne(notes))?;
        if agreements.is_empty() {
            fields.skip_field("agreements")?;
        } else {
            fields.serialize_field("agreements", &MapOneByOne(agreements))?;
        }
        fields.serialize_field("next_id", next_id)?;
        fields.serialize_field("extra", &**extra)?;
        fields.end()
    }
}

struct MapOneByOne<'a, K, V>(&'a ById<K, V>);

impl<K, V> Serialize for MapOneByOne<'_, K, V>
where
    K: Storable<Stored: Serialize> + Ord + Copy,
    V: Storable<Stored: Serialize> + Clone,
{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let pair = |(key, value): (&K, &V)| (key.stored(), value.stored());
        serializer.collect_map(self.0.iter().map(pair))
    }
}

/// A constellation on its way in; what there may be many of is the model's already, for the same reason.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StoredConstellation {
    info: StoredInfo,
    vocabulary: StoredVocabulary,
    #[serde(default)]
    attributes: Vec<StoredAttribute>,
    #[serde(deserialize_with = "one_by_one")]
    actors: ById<ActorId, Actor>,
    #[serde(deserialize_with = "one_by_one")]
    relations: ById<RelationId, Relation>,
    board: StoredBoard,
    #[serde(deserialize_with = "one_by_one")]
    notes: ById<NoteId, Note>,
    #[serde(default, deserialize_with = "one_by_one")]
    agreements: ById<AgreementId, Agreement>,
    next_id: u32,
    extra: Extra,
}

impl StoredConstellation {
    /// As [`Storable::restored`].
    pub fn restored(self) -> Option<Constellation> {
        Some(Constellation {
            info: Storable::restored(self.info)?,
            vocabulary: Storable::restored(self.vocabulary)?,
            attributes: Storable::restored(self.attributes)?,
            actors: self.actors,
            relations: self.relations,
            board: Storable::restored(self.board)?,
            notes: self.notes,
            agreements: self.agreements,
            next_id: self.next_id,
            extra: self.extra.into(),
        })
    }
}

/// Turns every value into one of the model as soon as it is read.
fn one_by_one<'de, D, K, V>(deserializer: D) -> Result<ById<K, V>, D::Error>
where
    D: Deserializer<'de>,
    K: Storable<Stored: Deserialize<'de>> + Ord + Copy,
    V: Storable<Stored: Deserialize<'de>> + Clone,
{
    struct MapVisitor<K, V>(PhantomData<(K, V)>);

    impl<'de, K, V> Visitor<'de> for MapVisitor<K, V>
    where
        K: Storable<Stored: Deserialize<'de>> + Ord + Copy,
        V: Storable<Stored: Deserialize<'de>> + Clone,
    {
        type Value = ById<K, V>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a map by number")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut found = ById::new();
            while let Some((key, value)) = map.next_entry()? {
                let pair = || Some((K::restored(key)?, V::restored(value)?));
                let (key, value) = pair().ok_or_else(|| A::Error::custom("it names what is not there"))?;
                found.insert(key, value);
            }
            Ok(found)
        }
    }

    deserializer.deserialize_map(MapVisitor(PhantomData))
}
