//! Changes of one field of an actor or a relation: typing a note must not record the whole actor every time, and the
//! log of a session says what was changed.

use super::{Change, check_words};
use crate::edit::EditError;
use crate::model::{
    Actor, ActorId, ActorKindId, Constellation, Direction, DomainId, HumanCard, LevelId, RegionId, Relation,
    RelationId, RelationKindId, RelationStatus, SectorId, Stance, Tempo, is_valid_weight,
};

/// One field of an actor, and what it says. Key and number never change; a place has a change of its own.
#[derive(Debug, Clone, PartialEq)]
pub enum ActorField {
    Label(String),
    Kind(Option<ActorKindId>),
    Sector(Option<SectorId>),
    Level(Option<LevelId>),
    Domains(Vec<DomainId>),
    Region(Option<RegionId>),
    Organisation(Option<ActorId>),
    /// Degrees clockwise from up, in `0..360`.
    Gaze(Option<f64>),
    /// Height of the tower.
    Influence(Option<u32>),
    Stance(Option<Stance>),
    Tempo(Option<Tempo>),
    Interests(Vec<String>),
    Form(String),
    Motive(String),
    Note(String),
    Card(Box<HumanCard>),
}

impl ActorField {
    /// What makes one description of the other, field by field. All fields are named, so that a new one is decided
    /// about here.
    pub fn between(before: &Actor, after: Actor) -> Vec<Self> {
        let Actor {
            id: _,
            key: _,
            pos: _,
            attributes: _,
            label,
            kind,
            sector,
            level,
            domains,
            region,
            organisation,
            gaze_deg,
            influence,
            stance,
            tempo,
            interests,
            form,
            motive,
            note,
            card,
        } = after;
        let mut fields = Vec::new();
        let mut unless_same = |is_same: bool, field: Self| {
            if !is_same {
                fields.push(field);
            }
        };
        unless_same(before.label == label, Self::Label(label));
        unless_same(before.kind == kind, Self::Kind(kind));
        unless_same(before.sector == sector, Self::Sector(sector));
        unless_same(before.level == level, Self::Level(level));
        unless_same(before.domains == domains, Self::Domains(domains));
        unless_same(before.region == region, Self::Region(region));
        unless_same(
            before.organisation == organisation,
            Self::Organisation(organisation),
        );
        unless_same(before.gaze_deg == gaze_deg, Self::Gaze(gaze_deg));
        unless_same(before.influence == influence, Self::Influence(influence));
        unless_same(before.stance == stance, Self::Stance(stance));
        unless_same(before.tempo == tempo, Self::Tempo(tempo));
        unless_same(before.interests == interests, Self::Interests(interests));
        unless_same(before.form == form, Self::Form(form));
        unless_same(before.motive == motive, Self::Motive(motive));
        unless_same(before.note == note, Self::Note(note));
        unless_same(before.card == card, Self::Card(Box::new(card)));
        fields
    }

    /// Whether figures can be computed from it; the others are only shown. As in [`Actor::counted`].
    pub fn is_counted(&self) -> bool {
        match self {
            Self::Label(_)
            | Self::Kind(_)
            | Self::Sector(_)
            | Self::Level(_)
            | Self::Domains(_)
            | Self::Region(_)
            | Self::Organisation(_) => true,
            Self::Gaze(_)
            | Self::Influence(_)
            | Self::Stance(_)
            | Self::Tempo(_)
            | Self::Interests(_)
            | Self::Form(_)
            | Self::Motive(_)
            | Self::Note(_)
            | Self::Card(_) => false,
        }
    }

    /// Puts it in, and returns what was there.
    pub(in crate::edit) fn put_in(self, actor: &mut Actor) -> Self {
        use std::mem::replace;
        match self {
            Self::Label(to) => Self::Label(replace(&mut actor.label, to)),
            Self::Kind(to) => Self::Kind(replace(&mut actor.kind, to)),
            Self::Sector(to) => Self::Sector(replace(&mut actor.sector, to)),
            Self::Level(to) => Self::Level(replace(&mut actor.level, to)),
            Self::Domains(to) => Self::Domains(replace(&mut actor.domains, to)),
            Self::Region(to) => Self::Region(replace(&mut actor.region, to)),
            Self::Organisation(to) => Self::Organisation(replace(&mut actor.organisation, to)),
            Self::Gaze(to) => Self::Gaze(replace(&mut actor.gaze_deg, to)),
            Self::Influence(to) => Self::Influence(replace(&mut actor.influence, to)),
            Self::Stance(to) => Self::Stance(replace(&mut actor.stance, to)),
            Self::Tempo(to) => Self::Tempo(replace(&mut actor.tempo, to)),
            Self::Interests(to) => Self::Interests(replace(&mut actor.interests, to)),
            Self::Form(to) => Self::Form(replace(&mut actor.form, to)),
            Self::Motive(to) => Self::Motive(replace(&mut actor.motive, to)),
            Self::Note(to) => Self::Note(replace(&mut actor.note, to)),
            Self::Card(to) => Self::Card(Box::new(replace(&mut actor.card, *to))),
        }
    }
}

/// One field of a relation, and what it says.
#[derive(Debug, Clone, PartialEq)]
pub enum RelationField {
    Ends { source: ActorId, target: ActorId },
    Kind(RelationKindId),
    Weight(f64),
    Direction(Direction),
    Status(RelationStatus),
    Verified(bool),
    Motive(String),
    Note(String),
}

impl RelationField {
    /// As [`ActorField::between`].
    pub fn between(before: &Relation, after: Relation) -> Vec<Self> {
        let Relation {
            id: _,
            key: _,
            attributes: _,
            source,
            target,
            kind,
            weight,
            direction,
            status,
            verified,
            motive,
            note,
        } = after;
        let mut fields = Vec::new();
        let mut unless_same = |is_same: bool, field: Self| {
            if !is_same {
                fields.push(field);
            }
        };
        let ends = (before.source, before.target);
        unless_same(ends == (source, target), Self::Ends { source, target });
        unless_same(before.kind == kind, Self::Kind(kind));
        // Bit by bit, so that a weight that is no number is refused and not passed over.
        unless_same(before.weight.to_bits() == weight.to_bits(), Self::Weight(weight));
        unless_same(before.direction == direction, Self::Direction(direction));
        unless_same(before.status == status, Self::Status(status));
        unless_same(before.verified == verified, Self::Verified(verified));
        unless_same(before.motive == motive, Self::Motive(motive));
        unless_same(before.note == note, Self::Note(note));
        fields
    }

    /// As [`ActorField::is_counted`].
    pub fn is_counted(&self) -> bool {
        match self {
            Self::Ends { .. }
            | Self::Kind(_)
            | Self::Weight(_)
            | Self::Direction(_)
            | Self::Status(_)
            | Self::Verified(_) => true,
            Self::Motive(_) | Self::Note(_) => false,
        }
    }

    pub(in crate::edit) fn put_in(self, relation: &mut Relation) -> Self {
        use std::mem::replace;
        match self {
            Self::Ends { source, target } => Self::Ends {
                source: replace(&mut relation.source, source),
                target: replace(&mut relation.target, target),
            },
            Self::Kind(to) => Self::Kind(replace(&mut relation.kind, to)),
            Self::Weight(to) => Self::Weight(replace(&mut relation.weight, to)),
            Self::Direction(to) => Self::Direction(replace(&mut relation.direction, to)),
            Self::Status(to) => Self::Status(replace(&mut relation.status, to)),
            Self::Verified(to) => Self::Verified(replace(&mut relation.verified, to)),
            Self::Motive(to) => Self::Motive(replace(&mut relation.motive, to)),
            Self::Note(to) => Self::Note(replace(&mut relation.note, to)),
        }
    }
}

pub(super) fn describe_actor(
    constellation: &mut Constellation,
    id: ActorId,
    to: ActorField,
) -> Result<Change, EditError> {
    if let ActorField::Organisation(Some(other)) = to
        && (other == id || !constellation.actors.contains_key(&other))
    {
        return Err(EditError::NoSuchActor(other));
    }
    if let ActorField::Gaze(Some(gaze)) = to
        && !(0.0..360.0).contains(&gaze)
    {
        return Err(EditError::BadNumber);
    }
    let actor = constellation
        .actors
        .get_mut(&id)
        .ok_or(EditError::NoSuchActor(id))?;
    let before = to.put_in(actor);
    if let Err(error) = check_words(&constellation.vocabulary, actor) {
        before.put_in(actor);
        return Err(error);
    }
    Ok(Change::ActorField { id, to: before })
}

pub(super) fn describe_relation(
    constellation: &mut Constellation,
    id: RelationId,
    to: RelationField,
) -> Result<Change, EditError> {
    match &to {
        RelationField::Ends { source, target } => {
            for end in [source, target] {
                if !constellation.actors.contains_key(end) {
                    return Err(EditError::MissingEnd(*end));
                }
            }
        }
        RelationField::Kind(kind) if constellation.vocabulary.relation_kind(kind).is_none() => {
            return Err(EditError::BadWord(kind.to_string()));
        }
        RelationField::Weight(weight) if !is_valid_weight(*weight) => {
            return Err(EditError::BadWeight(*weight));
        }
        _ => {}
    }
    let relation = constellation
        .relations
        .get_mut(&id)
        .ok_or(EditError::NoSuchRelation(id))?;
    let to = to.put_in(relation);
    Ok(Change::RelationField { id, to })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::testing::{document_of, relate};

    #[test]
    fn every_field_that_differs_is_one_change_that_takes_itself_back() {
        let (document, ids) = document_of(["a", "b"]);
        let mut constellation = document.constellation().clone();
        let before = constellation.actors[&ids[0]].clone();
        let mut after = before.clone();
        after.note = "komt later".to_owned();
        after.influence = Some(3);
        after.organisation = Some(ids[1]);
        let fields = ActorField::between(&before, after.clone());
        assert_eq!(fields.len(), 3);
        let mut back = Vec::new();
        for to in fields {
            let change = Change::ActorField { id: ids[0], to };
            back.push(change.apply(&mut constellation).unwrap());
        }
        assert_eq!(constellation.actors[&ids[0]], after);
        for change in back {
            change.apply(&mut constellation).unwrap();
        }
        assert_eq!(constellation, *document.constellation());
    }

    #[test]
    fn a_field_that_is_not_sound_is_refused_and_leaves_everything_as_it_was() {
        let (mut document, ids) = document_of(["a", "b"]);
        let tie = relate(&mut document, ids[0], ids[1], "samenwerking");
        let mut constellation = document.constellation().clone();
        let of_actor = |to| Change::ActorField { id: ids[0], to };
        let of_tie = |to| Change::RelationField { id: tie, to };
        for change in [
            of_actor(ActorField::Sector(Some("nergens".into()))),
            of_actor(ActorField::Gaze(Some(360.0))),
            of_actor(ActorField::Gaze(Some(f64::NAN))),
            of_actor(ActorField::Organisation(Some(ids[0]))),
            of_actor(ActorField::Domains(vec!["nergens".into()])),
            of_tie(RelationField::Weight(0.0)),
            of_tie(RelationField::Kind("nergens".into())),
            of_tie(RelationField::Ends {
                source: ids[0],
                target: ActorId(999),
            }),
        ] {
            assert!(change.clone().apply(&mut constellation).is_err(), "{change:?}");
            assert_eq!(constellation, *document.constellation(), "{change:?}");
        }
    }

    #[test]
    fn what_counts_as_a_field_is_what_counts_in_the_whole() {
        let (document, ids) = document_of(["a", "b"]);
        let actor = &document.constellation().actors[&ids[0]];
        for field in [
            ActorField::Label("x".to_owned()),
            ActorField::Level(Some("lokaal".into())),
            ActorField::Stance(Some(Stance::For)),
            ActorField::Influence(Some(1)),
            ActorField::Organisation(Some(ids[1])),
            ActorField::Note("x".to_owned()),
        ] {
            let mut changed = actor.clone();
            field.clone().put_in(&mut changed);
            assert_eq!(
                field.is_counted(),
                changed.counted() != actor.counted(),
                "{field:?}"
            );
        }
    }
}
