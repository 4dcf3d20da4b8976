//! Adding, describing and placing actors.

use super::whole::apply_board;
use super::{free_key, take_id};
use crate::edit::{ActorField, Change, Document, EditError, Label, Selection};
use crate::model::{Actor, ActorId, ActorKindId, Board, DomainId, Point};

/// What is known of an actor when it is put on the board.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct NewActor {
    pub label: String,
    pub kind: Option<ActorKindId>,
    /// `None` puts it in the tray.
    pub pos: Option<Point>,
}

/// One change to the description of one or many actors.
#[derive(Debug, Clone, PartialEq)]
pub enum ActorEdit {
    /// Gives a field a value. A kind also fills in its sector and level where nothing was said; any angle is a gaze,
    /// and is brought within `0..360`; nobody is an organisation of its own.
    Set(ActorField),
    AddDomain(DomainId),
    RemoveDomain(DomainId),
}

impl From<ActorField> for ActorEdit {
    fn from(field: ActorField) -> Self {
        Self::Set(field)
    }
}

impl ActorEdit {
    fn apply_to(&self, actor: &mut Actor) {
        match self.clone() {
            Self::Set(ActorField::Organisation(organisation)) => {
                actor.organisation = organisation.filter(|other| *other != actor.id);
            }
            Self::Set(ActorField::Gaze(gaze)) => {
                let finite = gaze.filter(|deg| deg.is_finite());
                actor.gaze_deg = finite.map(|deg| deg.rem_euclid(360.0));
            }
            Self::Set(field) => {
                field.put_in(actor);
            }
            Self::AddDomain(domain) => {
                if !actor.domains.contains(&domain) {
                    actor.domains.push(domain);
                }
            }
            Self::RemoveDomain(domain) => actor.domains.retain(|other| *other != domain),
        }
    }

    fn label(&self) -> Label {
        match self {
            Self::Set(ActorField::Label(_)) => Label::RenameActor,
            Self::Set(ActorField::Card(_)) => Label::EditCard,
            _ => Label::EditActor,
        }
    }
}

/// Puts one actor on the board or in the tray, and selects it.
///
/// # Errors
/// A kind that is not in the vocabulary, or a place that is not finite.
pub fn add_actor(document: &mut Document, new: NewActor) -> Result<ActorId, EditError> {
    document.transact(Label::AddActor, |document| {
        let id = insert(document, new)?;
        document.set_selection(Selection::of_actor(id));
        Ok(id)
    })
}

/// Puts many actors on the board or in the tray as one step, and selects them.
///
/// # Errors
/// As [`add_actor`]; then none is added.
pub fn add_actors(document: &mut Document, new: Vec<NewActor>) -> Result<Vec<ActorId>, EditError> {
    document.transact(Label::AddActors, |document| {
        let ids = new
            .into_iter()
            .map(|one| insert(document, one))
            .collect::<Result<Vec<_>, _>>()?;
        document.set_selection(Selection::of_actors(ids.iter().copied()));
        Ok(ids)
    })
}

fn insert(document: &mut Document, new: NewActor) -> Result<ActorId, EditError> {
    let number = take_id(document)?;
    let constellation = document.constellation();
    let key = free_key("a", number, |key| {
        constellation.actors.values().any(|actor| actor.key == key)
    });
    document.forget_code(&key);
    let id = ActorId(number);
    let mut actor = Actor::new(id, &key, new.label.trim());
    actor.pos = new.pos.map(Point::rounded);
    actor.kind = new.kind;
    inherit_from_kind(document, &mut actor);
    document.apply(Change::Actor {
        id,
        to: Some(Box::new(actor)),
    })?;
    Ok(id)
}

fn inherit_from_kind(document: &Document, actor: &mut Actor) {
    let kind = actor
        .kind
        .as_ref()
        .and_then(|id| document.constellation().vocabulary.actor_kind(id));
    if let Some(kind) = kind {
        actor.sector = actor.sector.take().or_else(|| kind.sector.clone());
        actor.level = actor.level.take().or_else(|| kind.level.clone());
    }
}

/// Describes one or many actors.
///
/// # Errors
/// An actor or word that does not exist; then none is changed.
pub fn edit_actors(document: &mut Document, ids: &[ActorId], edit: &ActorEdit) -> Result<(), EditError> {
    document.transact(edit.label(), |document| {
        for &id in ids {
            let before = document
                .constellation()
                .actor(id)
                .ok_or(EditError::NoSuchActor(id))?;
            let mut actor = before.clone();
            edit.apply_to(&mut actor);
            if let ActorEdit::Set(ActorField::Kind(_)) = edit {
                inherit_from_kind(document, &mut actor);
            }
            for to in ActorField::between(before, actor) {
                document.apply(Change::ActorField { id, to })?;
            }
        }
        Ok(())
    })
}

/// Moves pieces; `None` puts a piece back in the tray. During a drag, call it every frame within one open
/// gesture: it stays one move per piece.
///
/// # Errors
/// An actor that does not exist or a place that is not finite; then none is moved.
pub fn place(document: &mut Document, moves: &[(ActorId, Option<Point>)]) -> Result<(), EditError> {
    for &(id, to) in moves {
        document
            .constellation()
            .actor(id)
            .ok_or(EditError::NoSuchActor(id))?;
        if to.is_some_and(|pos| !pos.is_finite()) {
            return Err(EditError::BadNumber);
        }
    }
    let label = if moves.iter().all(|(_, to)| to.is_none()) {
        Label::ToTray
    } else {
        Label::MoveActors
    };
    let apply = |document: &mut Document| {
        moves.iter().try_for_each(|&(id, to)| {
            document.apply(Change::Place {
                id,
                to: to.map(Point::rounded),
            })
        })
    };
    // Nothing can be refused any more: within a gesture no way back is needed.
    if document.is_in_gesture() {
        apply(document)
    } else {
        document.transact(label, apply)
    }
}

/// Gives many pieces their places at once, on a board that has room for them.
///
/// # Errors
/// As [`place`], or a size of the board that is not finite; then nothing is changed.
pub fn arrange(
    document: &mut Document,
    board: Board,
    moves: &[(ActorId, Option<Point>)],
) -> Result<(), EditError> {
    document.transact(Label::Layout, |document| {
        apply_board(document, board)?;
        place(document, moves)
    })
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Axis {
    Horizontal,
    Vertical,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Alignment {
    Left,
    CentreX,
    Right,
    Top,
    CentreY,
    Bottom,
}

/// Puts the pieces on one line.
///
/// # Errors
/// When fewer than two of them are on the board.
pub fn align(document: &mut Document, ids: &[ActorId], alignment: Alignment) -> Result<(), EditError> {
    let placed = placed(document, ids);
    if placed.len() < 2 {
        return Err(EditError::NothingToDo);
    }
    let (xs, ys): (Vec<f64>, Vec<f64>) = placed.iter().map(|(_, pos)| (pos.x, pos.y)).unzip();
    let least = |values: &[f64]| values.iter().copied().fold(f64::INFINITY, f64::min);
    let most = |values: &[f64]| values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let middle = |values: &[f64]| (least(values) + most(values)) / 2.0;
    let target = |pos: Point| match alignment {
        Alignment::Left => Point::new(least(&xs), pos.y),
        Alignment::CentreX => Point::new(middle(&xs), pos.y),
        Alignment::Right => Point::new(most(&xs), pos.y),
        Alignment::Top => Point::new(pos.x, least(&ys)),
        Alignment::CentreY => Point::new(pos.x, middle(&ys)),
        Alignment::Bottom => Point::new(pos.x, most(&ys)),
    };
    let moves: Vec<_> = placed.iter().map(|&(id, pos)| (id, Some(target(pos)))).collect();
    document.transact(Label::Align, |document| place(document, &moves))
}

/// Puts the pieces at equal distances between the outer two.
///
/// # Errors
/// When fewer than three of them are on the board.
pub fn distribute(document: &mut Document, ids: &[ActorId], axis: Axis) -> Result<(), EditError> {
    let mut placed = placed(document, ids);
    if placed.len() < 3 {
        return Err(EditError::NothingToDo);
    }
    let along = |pos: Point| if axis == Axis::Horizontal { pos.x } else { pos.y };
    placed.sort_by(|a, b| along(a.1).total_cmp(&along(b.1)));
    let first = along(placed[0].1);
    let step = (along(placed[placed.len() - 1].1) - first) / (placed.len() - 1) as f64;
    let moves: Vec<_> = placed
        .iter()
        .enumerate()
        .map(|(at, &(id, pos))| {
            let value = first + step * at as f64;
            let to = if axis == Axis::Horizontal {
                Point::new(value, pos.y)
            } else {
                Point::new(pos.x, value)
            };
            (id, Some(to))
        })
        .collect();
    document.transact(Label::Distribute, |document| place(document, &moves))
}

fn placed(document: &Document, ids: &[ActorId]) -> Vec<(ActorId, Point)> {
    let place_of = |id: &ActorId| document.constellation().actor(*id)?.pos.map(|pos| (*id, pos));
    ids.iter().filter_map(place_of).collect()
}
