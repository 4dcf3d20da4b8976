//! WHAT a constellation is: actors, relations, vocabulary, board, notes, agreements. No IO, drawing, clock or chance.
//!
//! Only [`crate::edit`] changes a [`Constellation`]; readers build a new one. What is stored, in a file or a
//! journal, has types of its own in [`crate::formats`].

mod actor;
mod agreement;
mod attribute;
mod board;
mod by_id;
mod codes;
mod copy_on_write;
mod defaults;
mod geometry;
mod ids;
mod lookup;
mod name;
mod relation;
mod room;
mod validate;
mod vocabulary;

pub use actor::{Actor, Answer, HumanCard, Stance, Tempo, tower_after};
pub use agreement::{Agreement, AgreementParty, AgreementSubject};
pub use attribute::{
    Attribute, AttributeOf, AttributeType, AttributeValue, Attributes, Scalar, attributes_of, categories_of,
    date_in, is_date, is_taken_name, new_attribute_key, shown_date, values_of,
};
pub use board::{Background, Board, Info, Language, Note, NoteTarget, Picture};
pub use by_id::ById;
pub use codes::Codes;
pub use copy_on_write::CopyOnWrite;
pub use geometry::{Point, Rgb};
pub use ids::{
    ActorId, ActorKindId, AgreementId, DomainId, LevelId, NoteId, RegionId, RelationId, RelationKindId,
    SectorId,
};
pub use name::{name_key, names_in};
pub use relation::{Direction, Relation, RelationStatus, WEIGHTS, is_valid_weight};
pub use room::Reach;
pub use validate::{Violation, validate};
pub use vocabulary::{
    ActorKind, Domain, Layer, LineStyle, NEW_COLOURS, PieceShape, Region, RelationKind, ScaleLevel, Sector,
    Vocabulary, slug,
};

/// Fields of a file that this version does not know, kept as they came.
pub type Extra = serde_json::Map<String, serde_json::Value>;

/// The document: question, actors, relations, words, board, notes and agreements.
///
/// Actors and relations are kept by id, which is the order in which they came into being; that is also
/// their order in the file. A clone shares everything with it, so that a job takes it along in no time.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Constellation {
    pub info: Info,
    pub vocabulary: CopyOnWrite<Vocabulary>,
    /// What attributes are of which somebody said so; see [`attributes_of`] for all there are.
    pub attributes: Vec<Attribute>,
    pub actors: ById<ActorId, Actor>,
    pub relations: ById<RelationId, Relation>,
    pub board: Board,
    pub notes: ById<NoteId, Note>,
    /// What was agreed, in the order in which it was.
    pub agreements: ById<AgreementId, Agreement>,
    /// The next number to give out, to actors, relations, notes and agreements alike; above every number in use.
    pub next_id: u32,
    /// Fields at the top of the file that this version does not know.
    pub extra: CopyOnWrite<Extra>,
}

impl Constellation {
    /// An empty constellation with the default vocabulary in the given language.
    pub fn new(language: Language) -> Self {
        Self {
            info: Info {
                language,
                ..Info::default()
            },
            vocabulary: CopyOnWrite::new(Vocabulary::standard(language)),
            next_id: 1,
            ..Self::default()
        }
    }

    pub fn actor(&self, id: ActorId) -> Option<&Actor> {
        self.actors.get(&id)
    }

    pub fn relation(&self, id: RelationId) -> Option<&Relation> {
        self.relations.get(&id)
    }

    /// All relations with this actor at an end. O(relations).
    pub fn relations_of(&self, actor: ActorId) -> impl Iterator<Item = &Relation> {
        self.relations
            .values()
            .filter(move |relation| relation.touches(actor))
    }

    /// Nothing to lose: no actors, no relations, no notes, no agreements and no question.
    pub fn is_empty(&self) -> bool {
        self.actors.is_empty()
            && self.relations.is_empty()
            && self.notes.is_empty()
            && self.agreements.is_empty()
            && self.info.issue.is_empty()
    }
}
