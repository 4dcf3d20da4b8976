//! The types of the file, version 1. The published JSON Schema is generated from them, so their doc
//! comments are the file's documentation.
//!
//! Everything has a default: what is missing means "not said", and the reader decides what that becomes.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::row::ReadRow;
use super::values::{id_text, id_text_option, is_empty_text, is_false, weight, whole_number};
use super::words::{
    AnswerDto, AttributeOfDto, AttributeTypeDto, BackgroundDto, DirectionDto, LayerDto, LineDto, ShapeDto,
    StanceDto, StatusDto, TempoDto,
};
use crate::model::{Extra, WEIGHTS};

/// A netwerkopstelling: actors placed on a board and the relations between them. The file is node-link JSON
/// at the same time: NetworkX reads it with `node_link_graph(data, edges="edges")`.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[schemars(title = "Netwerkopstelling")]
pub struct FileDto {
    /// Always `netwerkopstelling`.
    #[schemars(extend("const" = "netwerkopstelling"))]
    pub format: String,
    /// Major version of the format; a program refuses those it does not know.
    #[schemars(range(min = 1))]
    pub version: u32,
    /// Minor version of the format: there from the one that has all that is in the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<u64>", range(min = 1))]
    pub minor: Option<serde_json::Value>,
    /// Program that wrote the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub generator: Option<serde_json::Value>,
    /// For other readers; the direction of a relation is its own `direction`.
    #[serde(default)]
    #[schemars(with = "bool", extend("default" = false))]
    pub directed: Option<serde_json::Value>,
    /// For other readers: several relations may join one pair.
    #[serde(default)]
    #[schemars(with = "bool", extend("default" = false))]
    pub multigraph: Option<serde_json::Value>,
    #[serde(default)]
    pub graph: ReadRow<GraphDto>,
    #[serde(default)]
    pub vocabulary: ReadRow<VocabularyDto>,
    /// The actors, in the order in which they came into being.
    pub nodes: Vec<ReadRow<NodeDto>>,
    /// The relations, in the order in which they came into being.
    pub edges: Vec<ReadRow<EdgeDto>>,
    #[serde(default)]
    pub board: ReadRow<BoardDto>,
    /// What was said in the session.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<ReadRow<NoteDto>>,
    #[serde(flatten)]
    pub extra: Extra,
}

/// What is told about the whole.
#[derive(Debug, Default, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct GraphDto {
    pub title: String,
    /// The question or task the network is about (opgave, vraag).
    #[serde(skip_serializing_if = "is_empty_text")]
    pub issue: String,
    /// By preference ISO 8601.
    #[serde(skip_serializing_if = "is_empty_text")]
    pub date: String,
    #[serde(skip_serializing_if = "is_empty_text")]
    pub place: String,
    /// Language of the words: `nl` or `en`.
    pub language: String,
    /// Where the facts come from.
    #[serde(skip_serializing_if = "is_empty_text")]
    pub source: String,
    #[serde(skip_serializing_if = "is_empty_text")]
    pub description: String,
    #[serde(skip_serializing_if = "is_empty_text")]
    pub author: String,
    /// The next number for a new `id` or `key`, so that one that was deleted never comes back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_id: Option<u32>,
    /// Codes in place of names, once somebody asked for them. Since version 1.2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub codes: Option<CodesDto>,
    /// What was agreed, in the order in which it was. Since version 1.3.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub agreements: Vec<ReadRow<AgreementDto>>,
    #[serde(flatten)]
    pub extra: Extra,
}

/// Codes in place of names: `P1` for a person, `A1` for another actor. They stay as they are when actors come and go.
#[derive(Debug, Default, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct CodesDto {
    /// The highest number that was given to a person.
    pub last_person: u32,
    /// The highest number that was given to another actor.
    pub last_other: u32,
    /// The code of every `id` of a node that has one.
    pub of: BTreeMap<String, String>,
}

/// The words: each list in the order shown.
#[derive(Debug, Default, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct VocabularyDto {
    pub actor_kinds: Vec<ReadRow<ActorKindDto>>,
    pub sectors: Vec<ReadRow<SectorDto>>,
    /// From small to large.
    pub levels: Vec<ReadRow<WordDto>>,
    pub domains: Vec<ReadRow<WordDto>>,
    pub regions: Vec<ReadRow<WordDto>>,
    pub relation_kinds: Vec<ReadRow<RelationKindDto>>,
    /// What attributes are, of which somebody said so. The values are fields of nodes and edges; the type of an
    /// attribute that is not in this list shows from its values. Since version 1.1.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub attributes: Vec<ReadRow<AttributeDto>>,
    #[serde(flatten)]
    pub extra: Extra,
}

/// A kind of actor.
#[derive(Debug, Default, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct ActorKindDto {
    #[serde(deserialize_with = "id_text")]
    #[schemars(required, length(min = 1))]
    pub id: String,
    pub label: Option<String>,
    /// Outline of the piece.
    pub shape: ShapeDto,
    /// Name of an icon.
    #[serde(skip_serializing_if = "is_empty_text")]
    pub icon: String,
    /// Sector that a new actor of this kind starts with.
    #[serde(skip_serializing_if = "is_empty_text", deserialize_with = "id_text")]
    pub sector: String,
    /// Level that a new actor of this kind starts with.
    #[serde(skip_serializing_if = "is_empty_text", deserialize_with = "id_text")]
    pub level: String,
    /// A body that others are members of.
    #[serde(skip_serializing_if = "is_false")]
    pub body: bool,
    /// Colour of its actors, where the user gave it one: `#` and six hexadecimal digits.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = r"^#[0-9a-f]{6}$"))]
    pub colour: Option<String>,
    #[serde(flatten)]
    pub extra: Extra,
}

/// A sector, with its colour.
#[derive(Debug, Default, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct SectorDto {
    #[serde(deserialize_with = "id_text")]
    #[schemars(required, length(min = 1))]
    pub id: String,
    pub label: Option<String>,
    #[schemars(regex(pattern = r"^#[0-9a-f]{6}$"))]
    pub colour: String,
    #[serde(flatten)]
    pub extra: Extra,
}

/// A level, domain or region.
#[derive(Debug, Default, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct WordDto {
    #[serde(deserialize_with = "id_text")]
    #[schemars(required, length(min = 1))]
    pub id: String,
    pub label: Option<String>,
    /// Colour of its actors, where the user gave it one: `#` and six hexadecimal digits.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = r"^#[0-9a-f]{6}$"))]
    pub colour: Option<String>,
    #[serde(flatten)]
    pub extra: Extra,
}

/// An attribute: what a field of nodes or edges is that is not one of ours.
#[derive(Debug, Default, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AttributeDto {
    /// Name of the field.
    #[serde(deserialize_with = "id_text")]
    #[schemars(required, length(min = 1))]
    pub key: String,
    /// As it is shown.
    pub label: Option<String>,
    pub of: AttributeOfDto,
    #[serde(rename = "type")]
    pub of_type: Option<AttributeTypeDto>,
    /// Of a category: words to choose from, in their order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<String>,
    /// Of categories that the user gave one, by their text: `#` and six hexadecimal digits.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub colours: BTreeMap<String, String>,
    #[serde(flatten)]
    pub extra: Extra,
}

/// A kind of relation.
#[derive(Debug, Default, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct RelationKindDto {
    #[serde(deserialize_with = "id_text")]
    #[schemars(required, length(min = 1))]
    pub id: String,
    pub label: Option<String>,
    #[schemars(regex(pattern = r"^#[0-9a-f]{6}$"))]
    pub colour: String,
    pub line: LineDto,
    /// Which of the three layers around the question: structure, individual or fabric.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub layer: Option<LayerDto>,
    /// Tension rather than connection.
    #[serde(skip_serializing_if = "is_false")]
    pub negative: bool,
    /// What a new relation of this kind starts with.
    pub direction: DirectionDto,
    #[serde(flatten)]
    pub extra: Extra,
}

/// An actor and the piece that stands for it.
#[derive(Debug, Default, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct NodeDto {
    /// Unique among the nodes; never changes.
    #[serde(deserialize_with = "id_text")]
    #[schemars(required, length(min = 1))]
    pub id: String,
    pub label: Option<String>,
    /// Id of an actor kind.
    #[serde(skip_serializing_if = "is_empty_text", deserialize_with = "id_text")]
    pub kind: String,
    #[serde(skip_serializing_if = "is_empty_text", deserialize_with = "id_text")]
    pub sector: String,
    #[serde(skip_serializing_if = "is_empty_text", deserialize_with = "id_text")]
    pub level: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub domains: Vec<String>,
    #[serde(skip_serializing_if = "is_empty_text", deserialize_with = "id_text")]
    pub region: String,
    /// `id` of the node this person or body belongs to.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "id_text_option")]
    #[schemars(with = "Option<String>")]
    pub organisation: Option<String>,
    /// Board units, to the right; without `x` and `y` the piece is still in the tray.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub x: Option<f64>,
    /// Board units, down.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub y: Option<f64>,
    /// Where the figure looks: degrees clockwise from up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gaze_deg: Option<f64>,
    /// Height of the tower: influence on this question.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "whole_number")]
    pub influence: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stance: Option<StanceDto>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tempo: Option<TempoDto>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub interests: Vec<String>,
    /// Legal or working form (vorm).
    #[serde(skip_serializing_if = "is_empty_text")]
    pub form: String,
    #[serde(skip_serializing_if = "is_empty_text")]
    pub motive: String,
    #[serde(skip_serializing_if = "is_empty_text")]
    pub note: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub card: Option<ReadRow<CardDto>>,
    #[serde(flatten)]
    pub extra: Extra,
}

/// What people answered about a candidate bridge builder.
#[derive(Debug, Default, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct CardDto {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub embedded: Option<AnswerDto>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub communicative: Option<AnswerDto>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agile: Option<AnswerDto>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub available: Option<AnswerDto>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mandate: Option<AnswerDto>,
    #[serde(skip_serializing_if = "is_empty_text")]
    pub note: String,
    #[serde(flatten)]
    pub extra: Extra,
}

/// A relation.
#[derive(Debug, Default, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct EdgeDto {
    /// `id` of a node.
    #[serde(deserialize_with = "id_text")]
    #[schemars(required)]
    pub source: String,
    /// `id` of a node.
    #[serde(deserialize_with = "id_text")]
    #[schemars(required)]
    pub target: String,
    /// Unique among the edges; never changes.
    #[serde(deserialize_with = "id_text")]
    #[schemars(required, length(min = 1))]
    pub key: String,
    /// Id of a relation kind.
    #[serde(deserialize_with = "id_text")]
    pub kind: String,
    /// Strength: from 1e-12 to 1e12.
    #[serde(deserialize_with = "weight")]
    #[schemars(extend("minimum" = *WEIGHTS.start(), "maximum" = *WEIGHTS.end()))]
    pub weight: Option<f64>,
    pub direction: Option<DirectionDto>,
    pub status: StatusDto,
    /// Checked (nagegaan) rather than assumed (aangenomen).
    pub verified: bool,
    #[serde(skip_serializing_if = "is_empty_text")]
    pub motive: String,
    #[serde(skip_serializing_if = "is_empty_text")]
    pub note: String,
    #[serde(flatten)]
    pub extra: Extra,
}

/// The board: `width` x `height` board units around (0, 0).
#[derive(Debug, Default, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct BoardDto {
    #[schemars(extend("exclusiveMinimum" = 0))]
    pub width: Option<f64>,
    #[schemars(extend("exclusiveMinimum" = 0))]
    pub height: Option<f64>,
    pub background: BackgroundDto,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub picture: Option<PictureDto>,
    /// Place of the question as a piece of its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issue: Option<PointDto>,
    /// What pieces are coloured by when the file is opened: `sector`, `level`, `region`, `kind`, `domain`, `community`
    /// or the name of an attribute of the actors.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub colour_by: Option<String>,
    #[serde(flatten)]
    pub extra: Extra,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PointDto {
    pub x: f64,
    pub y: f64,
}

/// The user's own picture under the board.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct PictureDto {
    #[serde(default)]
    pub name: String,
    /// `image/png` or `image/jpeg`.
    pub mime: String,
    pub base64: String,
}

/// A note about one actor, one relation or, naming neither, the whole.
#[derive(Debug, Default, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct NoteDto {
    pub text: String,
    /// `id` of a node.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "id_text_option")]
    #[schemars(with = "Option<String>")]
    pub actor: Option<String>,
    /// `key` of an edge.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "id_text_option")]
    #[schemars(with = "Option<String>")]
    pub relation: Option<String>,
    /// ISO 8601.
    #[serde(skip_serializing_if = "is_empty_text")]
    pub at: String,
    #[serde(flatten)]
    pub extra: Extra,
}

/// An agreement: what somebody will do, and by when.
#[derive(Debug, Default, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AgreementDto {
    pub what: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub who: Vec<PartyDto>,
    /// A day as ISO 8601 has it, or words.
    #[serde(skip_serializing_if = "is_empty_text")]
    pub when: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<AgreementSubjectDto>,
    #[serde(skip_serializing_if = "is_false")]
    pub done: bool,
    #[serde(skip_serializing_if = "is_empty_text")]
    pub note: String,
    #[serde(flatten)]
    pub extra: Extra,
}

/// Somebody who agreed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum PartyDto {
    /// `id` of a node.
    Actor(#[serde(deserialize_with = "id_text")] String),
    /// Who is no actor, as somebody wrote it.
    Text(String),
    /// The name of an actor that was removed since.
    Gone(String),
}

/// What an agreement is about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum AgreementSubjectDto {
    /// `id` of a node.
    Actor(#[serde(deserialize_with = "id_text")] String),
    /// `key` of an edge.
    Relation(#[serde(deserialize_with = "id_text")] String),
    /// The name of an actor or relation that was removed since.
    Gone(String),
}

/// A part of the file that keeps fields it does not know.
pub trait KeepsExtra {
    fn extra_mut(&mut self) -> &mut Extra;
}

macro_rules! keeps_extra {
    ($($name:ident),*) => {
        $(impl KeepsExtra for $name {
            fn extra_mut(&mut self) -> &mut Extra {
                &mut self.extra
            }
        })*
    };
}

keeps_extra!(
    GraphDto,
    VocabularyDto,
    ActorKindDto,
    SectorDto,
    WordDto,
    RelationKindDto,
    AttributeDto,
    NodeDto,
    EdgeDto,
    BoardDto,
    NoteDto,
    AgreementDto
);
