//! One change of a constellation, as data.

mod agreements;
mod attributes;
mod board;
mod fields;

pub use agreements::AgreementField;
pub use attributes::{AttributeOwner, InPlace};
pub use fields::{ActorField, RelationField};

use std::fmt;

use crate::model::{
    Actor, ActorId, Agreement, AgreementId, AgreementSubject, Attribute, AttributeOf, AttributeValue,
    Attributes, Background, Board, Constellation, Extra, Info, Note, NoteId, NoteTarget, Picture, Point,
    Relation, RelationId, Vocabulary, is_valid_weight,
};

/// The smallest step of editing. A change either applies whole and leaves a sound constellation, or is
/// refused and leaves everything as it was.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// Adds or (with `None`) removes an actor. Removing needs its relations to be gone first. Journals of version
    /// 0.1.0 also replace one with it.
    Actor { id: ActorId, to: Option<Box<Actor>> },
    /// Adds or (with `None`) removes a relation; replaces one as [`Change::Actor`] does.
    Relation {
        id: RelationId,
        to: Option<Box<Relation>>,
    },
    /// Gives one field of an actor another value.
    ActorField { id: ActorId, to: ActorField },
    /// Gives one field of a relation another value.
    RelationField { id: RelationId, to: RelationField },
    /// Gives an attribute of an actor or relation a value, or (with `None`) takes it away.
    Attribute {
        owner: AttributeOwner,
        key: String,
        to: Option<InPlace<AttributeValue>>,
    },
    /// Declares what an attribute is, or (with `None`) leaves it to its values.
    AttributeDefinition {
        of: AttributeOf,
        key: String,
        to: Option<InPlace<Box<Attribute>>>,
    },
    /// Moves a piece, or puts it back in the tray (`None`). Apart from [`Change::Actor`] because a drag
    /// makes one every frame.
    Place { id: ActorId, to: Option<Point> },
    /// Replaces the words. Words in use cannot disappear.
    Vocabulary { to: Box<Vocabulary> },
    /// Replaces the facts about the whole.
    Info { to: Box<Info> },
    /// Gives the board another size.
    BoardSize { width: f64, height: f64 },
    /// Gives the board another background.
    Background { to: Background },
    /// Replaces the user's own picture. Apart from the rest of the board because it may be megabytes.
    BackgroundPicture { to: Option<Box<Picture>> },
    /// Moves the question, or takes it off the board (`None`).
    IssuePlace { to: Option<Point> },
    /// Says what pieces are coloured by when the file is opened.
    ColourBy { to: Option<String> },
    /// Replaces fields of the board that this version does not know.
    BoardExtra { to: Box<Extra> },
    /// Replaces the whole board. Only found in journals of version 0.1.0: nothing makes one any more.
    Board { to: Box<Board> },
    /// Adds, replaces or (with `None`) removes a note.
    Note { id: NoteId, to: Option<Box<Note>> },
    /// Adds an agreement or (with `None`) removes one.
    Agreement {
        id: AgreementId,
        to: Option<Box<Agreement>>,
    },
    /// Gives one field of an agreement another value.
    AgreementField { id: AgreementId, to: AgreementField },
    /// Sets the next number to give out, so that undoing an addition restores the file to the byte.
    NextId { to: u32 },
}

/// Why a change was refused. The constellation is as it was.
#[derive(Debug, Clone, PartialEq)]
pub enum EditError {
    NoSuchActor(ActorId),
    NoSuchRelation(RelationId),
    NoSuchNote(NoteId),
    NoSuchAgreement(AgreementId),
    /// The actor still has relations, members, notes or agreements.
    ActorInUse(ActorId),
    RelationInUse(RelationId),
    /// A relation names an actor that does not exist.
    MissingEnd(ActorId),
    /// Weights are within [`crate::model::WEIGHTS`].
    BadWeight(f64),
    BadNumber,
    /// A word that is not in the vocabulary, or one in use that would disappear.
    BadWord(String),
    /// A value of an attribute that is not of its type.
    Misfit {
        attribute: String,
        value: String,
    },
    NoSuchAttribute(String),
    /// A key that is empty or already taken.
    BadKey(String),
    /// A number that was not given out.
    BadId(u32),
    NothingToDo,
    /// Codes are shown in place of names: what would be changed is not what is seen.
    NamesAreHidden,
}

impl fmt::Display for EditError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSuchActor(id) => write!(f, "there is no actor {id}"),
            Self::NoSuchRelation(id) => write!(f, "there is no relation {id}"),
            Self::NoSuchNote(id) => write!(f, "there is no note {id}"),
            Self::NoSuchAgreement(id) => write!(f, "there is no agreement {id}"),
            Self::ActorInUse(id) => write!(f, "actor {id} still has relations, members, notes or agreements"),
            Self::RelationInUse(id) => write!(f, "relation {id} still has notes or agreements"),
            Self::MissingEnd(id) => write!(f, "the relation names actor {id}, which does not exist"),
            Self::BadWeight(weight) => write!(
                f,
                "{weight} is not a weight: it must be a number from 1e-12 to 1e12"
            ),
            Self::BadNumber => write!(f, "a number is not finite or out of range"),
            // These words go to the log, which holds nothing of the user's.
            Self::BadWord(_) => write!(f, "a word is not in the vocabulary, or still in use"),
            Self::Misfit { .. } => write!(f, "a value does not fit its attribute"),
            Self::NoSuchAttribute(_) => write!(f, "there is no such attribute"),
            Self::BadKey(_) => write!(f, "a key is empty or already taken"),
            Self::BadId(id) => write!(f, "number {id} was not given out"),
            Self::NothingToDo => write!(f, "there is nothing to do"),
            Self::NamesAreHidden => write!(f, "codes are shown in place of names"),
        }
    }
}

impl std::error::Error for EditError {}

impl Change {
    /// Applies the change and returns the one that takes it back.
    ///
    /// # Errors
    /// When the constellation would not be sound afterwards; it is unchanged then.
    pub fn apply(self, constellation: &mut Constellation) -> Result<Self, EditError> {
        match self {
            Self::Actor { id, to: Some(actor) } => put_actor(constellation, id, *actor),
            Self::Actor { id, to: None } => remove_actor(constellation, id),
            Self::Relation {
                id,
                to: Some(relation),
            } => put_relation(constellation, id, *relation),
            Self::Relation { id, to: None } => remove_relation(constellation, id),
            Self::ActorField { id, to } => fields::describe_actor(constellation, id, to),
            Self::RelationField { id, to } => fields::describe_relation(constellation, id, to),
            Self::Attribute { owner, key, to } => attributes::set_value(constellation, owner, key, to),
            Self::AttributeDefinition { of, key, to } => {
                attributes::set_definition(constellation, of, key, to)
            }
            Self::Place { id, to } => place(constellation, id, to),
            Self::Vocabulary { to } => set_vocabulary(constellation, to),
            Self::Info { mut to } => {
                // Codes are no part of a step: those that were given out stay.
                to.codes = std::mem::take(&mut constellation.info.codes);
                let before = std::mem::replace(&mut constellation.info, *to);
                Ok(Self::Info { to: Box::new(before) })
            }
            Self::BoardSize { width, height } => board::set_size(constellation, width, height),
            Self::Background { to } => Ok(board::set_background(constellation, to)),
            Self::BackgroundPicture { to } => Ok(board::set_picture(constellation, to)),
            Self::IssuePlace { to } => board::place_issue(constellation, to),
            Self::ColourBy { to } => Ok(board::set_colour_by(constellation, to)),
            Self::BoardExtra { to } => Ok(board::set_extra(constellation, *to)),
            Self::Board { to } => board::set_whole(constellation, *to),
            Self::Note { id, to } => set_note(constellation, id, to),
            Self::Agreement { id, to } => agreements::set(constellation, id, to),
            Self::AgreementField { id, to } => agreements::describe(constellation, id, to),
            Self::NextId { to } => set_next_id(constellation, to),
        }
    }

    /// Whether it only puts an actor somewhere else, or in the tray.
    pub fn is_move(&self) -> bool {
        matches!(self, Self::Place { .. })
    }

    /// Whether the change can alter a figure of the network: places, notes and texts of the whole cannot.
    pub fn touches_network(&self) -> bool {
        match self {
            Self::Actor { .. } | Self::Relation { .. } | Self::Vocabulary { .. } => true,
            Self::ActorField { to, .. } => to.is_counted(),
            Self::RelationField { to, .. } => to.is_counted(),
            // A dimension can be made of an attribute of actors.
            Self::Attribute { owner, .. } => owner.of() == AttributeOf::Actors,
            Self::AttributeDefinition { of, .. } => *of == AttributeOf::Actors,
            _ => false,
        }
    }

    /// Whether it can alter which attributes there are of these, or of what type they are: what a declared one says of
    /// somebody cannot.
    pub fn touches_attributes(&self, of: AttributeOf, constellation: &Constellation) -> bool {
        let is_free = |key: &str| constellation.declared(of, key).is_none();
        let has_free = |values: &Attributes| values.iter().any(|(key, _)| is_free(key));
        match (self, of) {
            (Self::Attribute { owner, key, .. }, _) => owner.of() == of && is_free(key),
            (Self::AttributeDefinition { of: defined, .. }, _) => *defined == of,
            (Self::Actor { to: Some(actor), .. }, AttributeOf::Actors) => has_free(&actor.attributes),
            (Self::Relation { to: Some(one), .. }, AttributeOf::Relations) => has_free(&one.attributes),
            _ => false,
        }
    }

    /// Whether it alters what figures are computed from, given the change that takes it back.
    pub fn alters_figures(&self, inverse: &Self) -> bool {
        match (self, inverse) {
            (Self::Actor { to: Some(after), .. }, Self::Actor { to: Some(before), .. }) => {
                after.counted() != before.counted()
            }
            (Self::Relation { to: Some(after), .. }, Self::Relation { to: Some(before), .. }) => {
                after.counted() != before.counted()
            }
            _ => self.touches_network(),
        }
    }
}

fn put_actor(constellation: &mut Constellation, id: ActorId, actor: Actor) -> Result<Change, EditError> {
    if actor.id != id || id.0 >= constellation.next_id {
        return Err(EditError::BadId(id.0));
    }
    let before = constellation.actors.get(&id);
    if before.is_none_or(|before| before.key != actor.key) {
        let is_taken = constellation
            .actors
            .values()
            .any(|other| other.id != id && other.key == actor.key);
        if actor.key.is_empty() || is_taken {
            return Err(EditError::BadKey(actor.key));
        }
    }
    check_words(&constellation.vocabulary, &actor)?;
    if actor.pos.is_some_and(|pos| !pos.is_finite())
        || actor.gaze_deg.is_some_and(|gaze| !(0.0..360.0).contains(&gaze))
    {
        return Err(EditError::BadNumber);
    }
    if let Some(other) = actor.organisation
        && (other == id || !constellation.actors.contains_key(&other))
    {
        return Err(EditError::NoSuchActor(other));
    }
    attributes::check_all(constellation, AttributeOf::Actors, &actor.attributes)?;
    let before = constellation.actors.insert(id, actor);
    Ok(Change::Actor {
        id,
        to: before.map(Box::new),
    })
}

fn check_words(vocabulary: &Vocabulary, actor: &Actor) -> Result<(), EditError> {
    let bad = |word: &str| Err(EditError::BadWord(word.to_owned()));
    if let Some(id) = actor
        .kind
        .as_ref()
        .filter(|id| vocabulary.actor_kind(id).is_none())
    {
        return bad(id.as_str());
    }
    if let Some(id) = actor.sector.as_ref().filter(|id| vocabulary.sector(id).is_none()) {
        return bad(id.as_str());
    }
    if let Some(id) = actor.level.as_ref().filter(|id| vocabulary.level(id).is_none()) {
        return bad(id.as_str());
    }
    if let Some(id) = actor.region.as_ref().filter(|id| vocabulary.region(id).is_none()) {
        return bad(id.as_str());
    }
    match actor.domains.iter().find(|id| vocabulary.domain(id).is_none()) {
        Some(id) => bad(id.as_str()),
        None => Ok(()),
    }
}

fn remove_actor(constellation: &mut Constellation, id: ActorId) -> Result<Change, EditError> {
    let is_end = constellation
        .relations
        .values()
        .any(|relation| relation.touches(id));
    let has_members = constellation
        .actors
        .values()
        .any(|actor| actor.organisation == Some(id));
    let has_notes = constellation
        .notes
        .values()
        .any(|note| note.about == NoteTarget::Actor(id));
    let has_agreements = constellation
        .agreements
        .values()
        .any(|agreement| agreement.names_actor(id));
    if is_end || has_members || has_notes || has_agreements {
        return Err(EditError::ActorInUse(id));
    }
    let before = constellation
        .actors
        .remove(&id)
        .ok_or(EditError::NoSuchActor(id))?;
    Ok(Change::Actor {
        id,
        to: Some(Box::new(before)),
    })
}

fn put_relation(
    constellation: &mut Constellation,
    id: RelationId,
    relation: Relation,
) -> Result<Change, EditError> {
    if relation.id != id || id.0 >= constellation.next_id {
        return Err(EditError::BadId(id.0));
    }
    let before = constellation.relations.get(&id);
    if before.is_none_or(|before| before.key != relation.key) {
        let is_taken = constellation
            .relations
            .values()
            .any(|other| other.id != id && other.key == relation.key);
        if relation.key.is_empty() || is_taken {
            return Err(EditError::BadKey(relation.key));
        }
    }
    for end in [relation.source, relation.target] {
        if !constellation.actors.contains_key(&end) {
            return Err(EditError::MissingEnd(end));
        }
    }
    if !is_valid_weight(relation.weight) {
        return Err(EditError::BadWeight(relation.weight));
    }
    if constellation.vocabulary.relation_kind(&relation.kind).is_none() {
        return Err(EditError::BadWord(relation.kind.to_string()));
    }
    attributes::check_all(constellation, AttributeOf::Relations, &relation.attributes)?;
    let before = constellation.relations.insert(id, relation);
    Ok(Change::Relation {
        id,
        to: before.map(Box::new),
    })
}

fn remove_relation(constellation: &mut Constellation, id: RelationId) -> Result<Change, EditError> {
    let has_notes = constellation
        .notes
        .values()
        .any(|note| note.about == NoteTarget::Relation(id));
    let has_agreements = constellation
        .agreements
        .values()
        .any(|agreement| agreement.about == AgreementSubject::Relation(id));
    if has_notes || has_agreements {
        return Err(EditError::RelationInUse(id));
    }
    let before = constellation
        .relations
        .remove(&id)
        .ok_or(EditError::NoSuchRelation(id))?;
    Ok(Change::Relation {
        id,
        to: Some(Box::new(before)),
    })
}

fn place(constellation: &mut Constellation, id: ActorId, to: Option<Point>) -> Result<Change, EditError> {
    if to.is_some_and(|pos| !pos.is_finite()) {
        return Err(EditError::BadNumber);
    }
    let actor = constellation
        .actors
        .get_mut(&id)
        .ok_or(EditError::NoSuchActor(id))?;
    let before = std::mem::replace(&mut actor.pos, to);
    Ok(Change::Place { id, to: before })
}

fn set_vocabulary(constellation: &mut Constellation, to: Box<Vocabulary>) -> Result<Change, EditError> {
    // Soundness of words is a property of the whole: swap, look, and swap back when it is not.
    let before = std::mem::replace(&mut constellation.vocabulary, (*to).into());
    let vocabulary = &constellation.vocabulary;
    let missing = constellation
        .relations
        .values()
        .find(|relation| vocabulary.relation_kind(&relation.kind).is_none())
        .map(|relation| EditError::BadWord(relation.kind.to_string()));
    let refused = missing
        .or_else(|| {
            constellation
                .actors
                .values()
                .find_map(|actor| check_words(vocabulary, actor).err())
        })
        .or_else(|| check_vocabulary(constellation).err());
    if let Some(error) = refused {
        constellation.vocabulary = before;
        return Err(error);
    }
    let to = Box::new(before.into_inner());
    Ok(Change::Vocabulary { to })
}

fn check_vocabulary(constellation: &Constellation) -> Result<(), EditError> {
    let probe = Constellation {
        vocabulary: constellation.vocabulary.clone(),
        ..Constellation::default()
    };
    match crate::model::validate(&probe).first() {
        Some(violation) => Err(EditError::BadWord(format!("{violation:?}"))),
        None => Ok(()),
    }
}

fn set_note(
    constellation: &mut Constellation,
    id: NoteId,
    to: Option<Box<Note>>,
) -> Result<Change, EditError> {
    let before = match to {
        Some(note) => {
            if note.id != id || id.0 >= constellation.next_id {
                return Err(EditError::BadId(id.0));
            }
            match note.about {
                NoteTarget::Actor(actor) if !constellation.actors.contains_key(&actor) => {
                    return Err(EditError::NoSuchActor(actor));
                }
                NoteTarget::Relation(relation) if !constellation.relations.contains_key(&relation) => {
                    return Err(EditError::NoSuchRelation(relation));
                }
                _ => constellation.notes.insert(id, *note),
            }
        }
        None => Some(constellation.notes.remove(&id).ok_or(EditError::NoSuchNote(id))?),
    };
    Ok(Change::Note {
        id,
        to: before.map(Box::new),
    })
}

fn set_next_id(constellation: &mut Constellation, to: u32) -> Result<Change, EditError> {
    let highest = [
        constellation.actors.keys().next_back().map(|id| id.0),
        constellation.relations.keys().next_back().map(|id| id.0),
        constellation.notes.keys().next_back().map(|id| id.0),
        constellation.agreements.keys().next_back().map(|id| id.0),
    ];
    if highest.into_iter().flatten().any(|number| number >= to) {
        return Err(EditError::BadId(to));
    }
    let before = std::mem::replace(&mut constellation.next_id, to);
    Ok(Change::NextId { to: before })
}
