//! Edits of a document, each carried out by an operation of [`crate::edit`].

use super::sight::{Removed, about_to_remove};
use crate::command::Edit;
use crate::edit::operations::{self as op, ActorEdit, Fragment, NewActor, NewRelation, RelationEdit};
use crate::edit::{ActorField, AgreementField, Document, EditError, Label, RelationField, Selection};
use crate::model::{
    ActorId, ActorKindId, Board, Constellation, Direction, Point, RelationId, RelationKindId,
};
use crate::scene::Filters;

/// How far a copy lands from its original, in board units.
const STEP: f64 = 40.0;

/// What an edit needs to know besides the document.
#[derive(Debug, Clone, Copy)]
pub struct Circumstances<'a> {
    pub filters: &'a Filters,
    /// The middle of what is in sight.
    pub middle: Point,
    /// What a new relation is.
    pub relation_kind: &'a RelationKindId,
    pub weight: f64,
    /// What a new actor is.
    pub actor_kind: Option<&'a ActorKindId>,
    /// A name is being typed on the board.
    pub is_naming: bool,
    /// Codes are shown in place of names.
    pub hides_names: bool,
    /// Date and time of now, as notes have it.
    pub clock: fn() -> String,
}

/// What follows from an edit.
#[derive(Debug, Clone, PartialEq)]
pub enum After {
    /// This actor's name is to be typed.
    Naming(ActorId),
    /// No name is being typed any more.
    NamingEnds,
    /// The next relation is of this kind.
    KindInHand(RelationKindId),
    Removed(Removed),
    /// These came onto the board from the list.
    Came(Vec<ActorId>),
    Copied(Box<Fragment>),
    /// The agreement that was written next is there.
    Agreed,
}

/// Carries out one edit. An edit that is refused leaves the document as it was.
///
/// # Errors
///
/// Why it cannot be done.
pub fn edit(
    document: &mut Document,
    around: &Circumstances<'_>,
    asked: Edit,
) -> Result<Vec<After>, EditError> {
    let nothing = Vec::new();
    if around.hides_names && rewrites(document.constellation(), &asked) {
        return Err(EditError::NamesAreHidden);
    }
    match asked {
        Edit::Begin(label) => document.begin(label),
        Edit::End => drop(document.commit()),
        Edit::Abort => {
            document.abort();
            return Ok(vec![After::NamingEnds]);
        }
        Edit::Undo => {
            if !around.is_naming {
                // A burst of nudges or a drag under way is a step like any other, that can be redone.
                document.commit();
            }
            document.undo();
            return Ok(vec![After::NamingEnds]);
        }
        Edit::Redo => drop(document.redo()),
        Edit::AddActor(new) => drop(op::add_actor(document, new)?),
        Edit::AddActorAndName(new) => return add_and_name(document, new),
        Edit::AddActorInSight => {
            // The step stays open until the name is given: Esc takes the actor back too.
            document.begin(Label::AddActor);
            return add_and_name(document, nameless(around, around.middle));
        }
        Edit::AddActors(mut new) => {
            keep_clear(document.constellation(), &mut new);
            op::add_actors(document, new)?;
        }
        Edit::AddNamesInSight(mut new) => {
            let places = document.constellation().free_places(around.middle, new.len());
            for (new, place) in new.iter_mut().zip(places) {
                new.pos = Some(place);
            }
            op::add_actors(document, new)?;
        }
        Edit::EditActors(ids, edit) => op::edit_actors(document, &ids, &edit)?,
        Edit::Place(mut moves) => {
            let newcomers = keep_newcomers_clear(document.constellation(), &mut moves);
            op::place(document, &moves)?;
            return Ok(vec![After::Came(newcomers)]);
        }
        Edit::AddRelation { source, target } => {
            return relate(document, around, (source, target), op::add_relation);
        }
        Edit::AddWishedRelation { source, target } => {
            return relate(document, around, (source, target), op::add_wished_relation);
        }
        Edit::AddRelationToNew { source, pos } => return relate_to_new(document, around, source, pos),
        Edit::EditRelations(ids, edit) => op::edit_relations(document, &ids, &edit)?,
        Edit::SetAttribute(owners, key, value) => op::set_attribute(document, &owners, &key, value.as_ref())?,
        Edit::AddAttribute(of, label, of_type) => drop(op::add_attribute(document, of, &label, of_type)?),
        Edit::EditAttribute(of, key, edit) => op::edit_attribute(document, of, &key, &edit)?,
        Edit::RemoveAttribute(of, key) => op::remove_attribute(document, of, &key)?,
        Edit::SetInfo(info) => op::set_info(document, *info)?,
        Edit::SetBoard(board) => op::set_board(document, named(document, around, *board))?,
        Edit::AddWord(list, label) => drop(op::add_word(document, list, &label)?),
        Edit::EditWord(word) => op::edit_word(document, *word)?,
        Edit::MoveWord { list, from, to } => op::move_word(document, list, from, to)?,
        Edit::RemoveWord {
            list,
            id,
            replacement,
        } => op::remove_word(document, list, &id, replacement.as_deref())?,
        Edit::AddNote(about, text) => drop(op::add_note(document, about, &text, &(around.clock)())?),
        Edit::EditNote(id, text) => op::edit_note(document, id, &text)?,
        Edit::DeleteNote(id) => op::delete_note(document, id)?,
        Edit::AddAgreement(about, what) => {
            op::add_agreement(document, &what, about)?;
            return Ok(vec![After::Agreed]);
        }
        Edit::EditAgreement(id, field) => op::edit_agreement(document, id, field)?,
        Edit::EditWhoAgreed(id, names) => op::edit_who_agreed(document, id, &names)?,
        Edit::DeleteAgreement(id) => op::delete_agreement(document, id)?,
        Edit::Paste(fragment, dx, dy) => op::paste(document, &fragment, dx, dy)?,
        Edit::Delete => return Ok(vec![After::Removed(remove(document, around, Label::Delete)?)]),
        Edit::Cut => {
            let fragment = op::copy(document.constellation(), document.selection());
            let mut after = Vec::new();
            if !fragment.is_empty() {
                after.push(After::Copied(Box::new(fragment)));
            }
            after.push(After::Removed(remove(document, around, Label::Cut)?));
            return Ok(after);
        }
        Edit::Duplicate => op::duplicate(document, STEP, STEP)?,
        Edit::Align(alignment) => op::align(document, &selected_actors(document), alignment)?,
        Edit::Distribute(axis) => op::distribute(document, &selected_actors(document), axis)?,
        Edit::Reverse => edit_selected(document, &RelationEdit::Reverse)?,
        Edit::MakeMutual => edit_selected(document, &RelationField::Direction(Direction::Mutual).into())?,
        Edit::ToggleVerified => toggle_verified(document)?,
        Edit::NextKind => return next_kind(document, around),
        Edit::ToTray => to_tray(document)?,
        Edit::ToggleIssue => toggle_issue(document, around)?,
    }
    Ok(nothing)
}

/// Whether it gives a text that is there another: what was seen of it has codes in it, which must not come in the place
/// of names.
fn rewrites(constellation: &Constellation, asked: &Edit) -> bool {
    match asked {
        Edit::SetInfo(_)
        | Edit::EditNote(..)
        | Edit::EditWhoAgreed(..)
        | Edit::EditAgreement(
            _,
            AgreementField::What(_)
            | AgreementField::Who(_)
            | AgreementField::When(_)
            | AgreementField::Note(_),
        )
        | Edit::EditWord(_)
        | Edit::EditAttribute(..)
        | Edit::SetAttribute(..)
        | Edit::EditRelations(_, RelationEdit::Set(RelationField::Motive(_) | RelationField::Note(_)))
        | Edit::EditActors(
            _,
            ActorEdit::Set(
                ActorField::Interests(_)
                | ActorField::Form(_)
                | ActorField::Motive(_)
                | ActorField::Note(_)
                | ActorField::Card(_),
            ),
        ) => true,
        // Who came just now has no name yet.
        Edit::EditActors(ids, ActorEdit::Set(ActorField::Label(_))) => {
            let has_name = |id| {
                constellation
                    .actor(id)
                    .is_some_and(|actor| !actor.label.is_empty())
            };
            ids.iter().copied().any(has_name)
        }
        _ => false,
    }
}

/// The board with what it says in words as the document has it, where that is not what was seen.
fn named(document: &Document, around: &Circumstances<'_>, mut board: Board) -> Board {
    if !around.hides_names {
        return board;
    }
    let own = &document.constellation().board;
    board.extra = own.extra.clone();
    if let (Some(asked), Some(own)) = (&mut board.picture, &own.picture)
        && asked.bytes == own.bytes
    {
        asked.name.clone_from(&own.name);
    }
    board
}

/// A new piece never lands on another: it stands where it was asked for, or right beside.
fn keep_clear(constellation: &Constellation, new: &mut [NewActor]) {
    let asked: Vec<Point> = new.iter().filter_map(|one| one.pos).collect();
    let (dx, dy) = constellation.clear_offset(&asked);
    for pos in new.iter_mut().filter_map(|one| one.pos.as_mut()) {
        *pos = pos.offset(dx, dy);
    }
}

/// As [`keep_clear`], for actors who come on the board from the list.
/// Returns who they are.
fn keep_newcomers_clear(
    constellation: &Constellation,
    moves: &mut [(ActorId, Option<Point>)],
) -> Vec<ActorId> {
    let waits = |id: &ActorId| constellation.actor(*id).is_some_and(|actor| actor.pos.is_none());
    let (ids, mut newcomers): (Vec<ActorId>, Vec<&mut Point>) = moves
        .iter_mut()
        .filter(|(id, _)| waits(id))
        .filter_map(|(id, to)| Some((*id, to.as_mut()?)))
        .unzip();
    let asked: Vec<Point> = newcomers.iter().map(|pos| **pos).collect();
    let (dx, dy) = constellation.clear_offset(&asked);
    for pos in &mut newcomers {
        **pos = pos.offset(dx, dy);
    }
    ids
}

fn nameless(around: &Circumstances<'_>, pos: Point) -> NewActor {
    NewActor {
        label: String::new(),
        kind: around.actor_kind.cloned(),
        pos: Some(pos),
    }
}

fn add_and_name(document: &mut Document, mut new: NewActor) -> Result<Vec<After>, EditError> {
    keep_clear(document.constellation(), std::slice::from_mut(&mut new));
    Ok(vec![After::Naming(op::add_actor(document, new)?)])
}

/// Of the active kind, with the active weight. Where there is no such kind, one comes with it, in the same step.
fn relate(
    document: &mut Document,
    around: &Circumstances<'_>,
    (source, target): (ActorId, ActorId),
    add: impl FnOnce(&mut Document, NewRelation) -> Result<RelationId, EditError>,
) -> Result<Vec<After>, EditError> {
    let kind = document.transact(Label::AddRelation, |document| {
        let kind = op::usable_relation_kind(document, around.relation_kind)?;
        let new = NewRelation {
            source,
            target,
            kind: kind.clone(),
            weight: around.weight,
        };
        add(document, new)?;
        Ok(kind)
    })?;
    let is_other = kind != *around.relation_kind;
    Ok(is_other.then_some(After::KindInHand(kind)).into_iter().collect())
}

/// Stays one open gesture until the name is given, so that one undo takes back both.
fn relate_to_new(
    document: &mut Document,
    around: &Circumstances<'_>,
    source: ActorId,
    pos: Point,
) -> Result<Vec<After>, EditError> {
    let mut new = nameless(around, pos);
    keep_clear(document.constellation(), std::slice::from_mut(&mut new));
    if !document.is_in_gesture() {
        document.begin(Label::AddActor);
    }
    let target = op::add_actor(document, new)?;
    let mut after = relate(document, around, (source, target), op::add_relation)?;
    document.set_selection(Selection::of_actor(target));
    after.push(After::Naming(target));
    Ok(after)
}

fn selected_actors(document: &Document) -> Vec<ActorId> {
    document.selection().actors.iter().copied().collect()
}

fn selected_relations(document: &Document) -> Vec<RelationId> {
    document.selection().relations.iter().copied().collect()
}

fn edit_selected(document: &mut Document, edit: &RelationEdit) -> Result<(), EditError> {
    op::edit_relations(document, &selected_relations(document), edit)
}

fn remove(document: &mut Document, around: &Circumstances<'_>, label: Label) -> Result<Removed, EditError> {
    let selection = document.selection().clone();
    let removed = about_to_remove(document.constellation(), around.filters, &selection);
    op::delete(document, &selection, label)?;
    Ok(removed)
}

fn toggle_verified(document: &mut Document) -> Result<(), EditError> {
    let constellation = document.constellation();
    let all_verified = selected_relations(document)
        .iter()
        .filter_map(|id| constellation.relation(*id))
        .all(|relation| relation.verified);
    edit_selected(document, &RelationField::Verified(!all_verified).into())
}

/// Selected relations become of the kind that follows the first one's. Without any, what is drawn next does.
fn next_kind(document: &mut Document, around: &Circumstances<'_>) -> Result<Vec<After>, EditError> {
    let constellation = document.constellation();
    let relations = selected_relations(document);
    let selected = relations.first().and_then(|id| constellation.relation(*id));
    let current = selected.map_or(around.relation_kind, |relation| &relation.kind);
    let kinds = &constellation.vocabulary.relation_kinds;
    let after = kinds
        .iter()
        .position(|kind| kind.id == *current)
        .map_or(0, |at| at + 1);
    let Some(next) = kinds.get(after % kinds.len().max(1)).map(|kind| kind.id.clone()) else {
        return Ok(Vec::new());
    };
    if relations.is_empty() {
        return Ok(vec![After::KindInHand(next)]);
    }
    op::edit_relations(document, &relations, &RelationField::Kind(next).into())?;
    Ok(Vec::new())
}

fn to_tray(document: &mut Document) -> Result<(), EditError> {
    let moves: Vec<_> = selected_actors(document)
        .into_iter()
        .map(|id| (id, None))
        .collect();
    let result = op::place(document, &moves);
    // They are no longer on the board: what comes next is not about them.
    document.set_selection(Selection::default());
    result
}

fn toggle_issue(document: &mut Document, around: &Circumstances<'_>) -> Result<(), EditError> {
    let mut board = document.constellation().board.clone();
    board.issue_pos = match board.issue_pos {
        Some(_) => None,
        None => Some(around.middle.rounded()),
    };
    op::set_board(document, board)
}
