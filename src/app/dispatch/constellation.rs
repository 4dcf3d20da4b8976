//! Requests that change the constellation.

use egui::Context;

use super::report;
use crate::app::arranging::Who;
use crate::app::{App, clipboard};
use crate::command::{Command, Intent};
use crate::edit::operations::{self as op, Alignment, Axis, NewActor, NewRelation};
use crate::edit::{Document, EditError, Label, Selection};
use crate::model::{ActorId, Constellation, Point};
use crate::ui::state::{Dialog, Renaming, WhatIf};

/// How far a copy lands from its original, in board units.
const STEP: f64 = 40.0;

/// Carries out the request, or hands it back.
pub fn carry_out(app: &mut App, intent: Intent) -> Option<Intent> {
    let intent = match (intent, app.view.what_if) {
        // During the experiment a relation is tried, not drawn; and nobody comes along with it.
        (Intent::AddRelation { source, target }, Some(WhatIf::With(_))) => {
            app.view.what_if = Some(WhatIf::With(Some((source, target))));
            return None;
        }
        (Intent::AddRelationToNew { .. }, Some(WhatIf::With(_))) => return None,
        (intent, _) => intent,
    };
    let document = &mut app.document;
    let result = match intent {
        Intent::BeginGesture(label) => {
            document.begin(label);
            Ok(())
        }
        Intent::EndGesture => {
            document.commit();
            Ok(())
        }
        Intent::AbortGesture => {
            document.abort();
            app.view.renaming = None;
            Ok(())
        }
        Intent::AddActorAndName(mut new) => {
            keep_clear(document.constellation(), std::slice::from_mut(&mut new));
            op::add_actor(document, new).map(|actor| start_rename(app, actor))
        }
        Intent::AddActors(mut new) => {
            keep_clear(document.constellation(), &mut new);
            op::add_actors(document, new).map(drop)
        }
        Intent::Place(mut moves) => {
            let newcomers = keep_newcomers_clear(document.constellation(), &mut moves);
            let result = op::place(document, &moves);
            app.tell_hidden(newcomers);
            result
        }
        Intent::ArrangeEverybody => {
            app.arrange(Who::Everybody);
            Ok(())
        }
        Intent::StopArranging => {
            app.arranging.cancel();
            Ok(())
        }
        Intent::AddRelation { source, target } => add_relation(app, source, target),
        Intent::AddWishedRelation { source, target } => {
            let new = new_relation(app, source, target);
            op::add_wished_relation(&mut app.document, new).map(drop)
        }
        Intent::AddRelationToNew { source, pos } => add_relation_to_new(app, source, pos),
        Intent::PasteText(text) => paste_text(app, &text),
        other => match edit(document, other) {
            Ok(result) => result,
            Err(other) => return Some(other),
        },
    };
    report(app, result);
    None
}

/// Carries out an edit that is about the document alone, or hands it back.
pub fn edit(document: &mut Document, intent: Intent) -> Result<Result<(), EditError>, Intent> {
    Ok(match intent {
        Intent::AddActor(new) => op::add_actor(document, new).map(drop),
        Intent::AddActors(new) => op::add_actors(document, new).map(drop),
        Intent::EditActors(ids, edit) => op::edit_actors(document, &ids, &edit),
        Intent::Place(moves) => op::place(document, &moves),
        Intent::EditRelations(ids, edit) => op::edit_relations(document, &ids, &edit),
        Intent::SetInfo(info) => op::set_info(document, *info),
        Intent::SetBoard(board) => op::set_board(document, *board),
        Intent::AddWord(list, label) => op::add_word(document, list, &label).map(drop),
        Intent::EditWord(word) => op::edit_word(document, *word),
        Intent::MoveWord { list, from, to } => op::move_word(document, list, from, to),
        Intent::RemoveWord {
            list,
            id,
            replacement,
        } => op::remove_word(document, list, &id, replacement.as_deref()),
        Intent::AddNote(about, text) => {
            let now = jiff::Zoned::now().strftime("%Y-%m-%dT%H:%M").to_string();
            op::add_note(document, about, &text, &now).map(drop)
        }
        Intent::EditNote(id, text) => op::edit_note(document, id, &text),
        Intent::DeleteNote(id) => op::delete_note(document, id),
        other => return Err(other),
    })
}

/// Runs a command of the edit family.
pub fn run(app: &mut App, ctx: &Context, command: Command) {
    let selected: Vec<ActorId> = app.document.selection().actors.iter().copied().collect();
    let result = match command {
        Command::Undo => {
            if app.view.renaming.take().is_none() {
                // A burst of nudges or a drag under way is a step like any other, that can be redone.
                app.document.commit();
            }
            app.document.undo();
            Ok(())
        }
        Command::Redo => {
            app.document.redo();
            Ok(())
        }
        Command::Copy => {
            copy(app, ctx);
            Ok(())
        }
        Command::Cut => {
            copy(app, ctx);
            delete(app, Label::Cut)
        }
        Command::Paste => {
            ctx.send_viewport_cmd(egui::ViewportCommand::RequestPaste);
            Ok(())
        }
        Command::Duplicate => op::duplicate(&mut app.document, STEP, STEP),
        Command::Delete => delete(app, Label::Delete),
        Command::SelectAll => {
            let visible: Vec<_> = app.scene.scene().pieces.iter().map(|piece| piece.actor).collect();
            app.document.set_selection(Selection::of_actors(visible));
            Ok(())
        }
        Command::SelectNone => {
            app.document.set_selection(Selection::default());
            Ok(())
        }
        Command::SelectNeighbours => {
            select_neighbours(app);
            Ok(())
        }
        Command::FindActor => {
            app.view.dialog = Some(Dialog::FindActor);
            Ok(())
        }
        Command::EditVocabulary => {
            app.view.dialog = Some(Dialog::Vocabulary(op::WordList::ActorKinds));
            Ok(())
        }
        Command::Arrange => {
            app.arrange(Who::SelectedOrAll);
            Ok(())
        }
        Command::AlignLeft => op::align(&mut app.document, &selected, Alignment::Left),
        Command::AlignCentreX => op::align(&mut app.document, &selected, Alignment::CentreX),
        Command::AlignRight => op::align(&mut app.document, &selected, Alignment::Right),
        Command::AlignTop => op::align(&mut app.document, &selected, Alignment::Top),
        Command::AlignCentreY => op::align(&mut app.document, &selected, Alignment::CentreY),
        Command::AlignBottom => op::align(&mut app.document, &selected, Alignment::Bottom),
        Command::DistributeHorizontally => op::distribute(&mut app.document, &selected, Axis::Horizontal),
        Command::DistributeVertically => op::distribute(&mut app.document, &selected, Axis::Vertical),
        _ => Ok(()),
    };
    report(app, result);
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

fn delete(app: &mut App, label: Label) -> Result<(), EditError> {
    let removed = app.about_to_remove();
    let selection = app.document.selection().clone();
    op::delete(&mut app.document, &selection, label)?;
    app.tell_removed(&removed);
    Ok(())
}

fn start_rename(app: &mut App, actor: ActorId) {
    let text = app
        .document
        .constellation()
        .actor(actor)
        .map(|actor| crate::i18n::shown(&actor.label).into_owned())
        .unwrap_or_default();
    app.view.renaming = Some(Renaming {
        actor,
        text,
        wants_focus: true,
    });
}

fn add_relation(app: &mut App, source: ActorId, target: ActorId) -> Result<(), EditError> {
    let new = new_relation(app, source, target);
    op::add_relation(&mut app.document, new).map(drop)
}

/// Of the active kind, with the active weight.
fn new_relation(app: &App, source: ActorId, target: ActorId) -> NewRelation {
    NewRelation {
        source,
        target,
        kind: app.view.active_relation_kind.clone(),
        weight: app.view.active_weight,
    }
}

/// Stays one open gesture until the name is given, so that one undo takes back both.
fn add_relation_to_new(app: &mut App, source: ActorId, pos: Point) -> Result<(), EditError> {
    let mut new = op::NewActor {
        label: String::new(),
        kind: app.view.active_actor_kind.clone(),
        pos: Some(pos),
    };
    keep_clear(app.document.constellation(), std::slice::from_mut(&mut new));
    if !app.document.is_in_gesture() {
        app.document.begin(Label::AddActor);
    }
    let target = op::add_actor(&mut app.document, new)?;
    add_relation(app, source, target)?;
    app.document.set_selection(Selection::of_actor(target));
    start_rename(app, target);
    Ok(())
}

fn copy(app: &mut App, ctx: &Context) {
    let fragment = op::copy(app.document.constellation(), app.document.selection());
    if fragment.is_empty() {
        return;
    }
    ctx.copy_text(clipboard::to_text(&fragment));
    app.clipboard = fragment;
    app.pastes = 0;
}

fn paste_text(app: &mut App, text: &str) -> Result<(), EditError> {
    if let Some(fragment) = clipboard::from_text(text) {
        if fragment != app.clipboard {
            app.clipboard = fragment;
            app.pastes = 0;
        }
        app.pastes += 1;
        let offset = STEP * f64::from(app.pastes);
        return op::paste(&mut app.document, &app.clipboard, offset, offset);
    }
    let mut names = clipboard::names(text, app.view.active_actor_kind.as_ref());
    if names.is_empty() {
        return Err(EditError::NothingToDo);
    }
    let (x, y) = app.view.camera.centre;
    let centre = Point::new(f64::from(x), f64::from(y));
    let places = app.document.constellation().free_places(centre, names.len());
    for (new, place) in names.iter_mut().zip(places) {
        new.pos = Some(place);
    }
    op::add_actors(&mut app.document, names).map(drop)
}

fn select_neighbours(app: &mut App) {
    let constellation = app.document.constellation();
    let mut selection = app.document.selection().clone();
    for relation in constellation.relations.values() {
        let selected = &app.document.selection().actors;
        if selected.contains(&relation.source) || selected.contains(&relation.target) {
            selection.actors.extend([relation.source, relation.target]);
        }
    }
    app.document.set_selection(selection);
}
