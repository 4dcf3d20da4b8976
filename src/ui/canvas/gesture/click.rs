//! What a click means, and where a relation is let go.

use super::{Button, Facts, HandEffect, Pointer};
use crate::command::{DeskChange, Edit, Look};
use crate::desk::Tool;
use crate::edit::operations::NewActor;
use crate::edit::{ActorField, Label, Selection};
use crate::model::{ActorId, Point, tower_after};
use crate::ui::canvas::{Hovered, geometry};

/// A relation dropped nearer than this to its own piece, in points, was a slip and makes nothing.
const LEAST_LINK: f32 = 28.0;

pub(super) fn click(button: Button, at: Pointer, facts: &Facts<'_>, out: &mut Vec<HandEffect>) {
    match button {
        Button::Middle => {}
        Button::Secondary => {
            if let Some(selection) = menu_selection(at.over, facts.selection) {
                out.push(HandEffect::send(Look::Select(selection)));
            }
            out.push(HandEffect::OpenMenu(at.over, at.on_screen));
        }
        Button::Primary if at.keys.space => {}
        Button::Primary => match at.over.actor() {
            Some(actor) if facts.tool == Tool::Relate || facts.relating_from.is_some() => {
                relate_by_click(actor, at, facts, out);
            }
            Some(actor) if facts.tool == Tool::Towers => build_by_click(actor, at, facts, out),
            None if facts.relating_from.is_some() => out.push(HandEffect::RelateFrom(None)),
            None if facts.tool == Tool::Actor && at.over == Hovered::Nothing => {
                out.extend(new_actor(at.point(), facts));
            }
            _ => select_by_click(at, facts, out),
        },
    }
}

/// The second click of a double-click.
pub fn double_click(at: Pointer, facts: &Facts<'_>, out: &mut Vec<HandEffect>) {
    match at.over {
        Hovered::Nothing => out.extend(new_actor(at.point(), facts)),
        Hovered::Piece(actor) | Hovered::Rim(actor) if !matches!(facts.tool, Tool::Relate | Tool::Towers) => {
            out.push(HandEffect::send(DeskChange::StartRename(actor)));
        }
        Hovered::Piece(_) | Hovered::Rim(_) => {}
        Hovered::Tie(_) => out.push(HandEffect::OpenMenu(at.over, at.on_screen)),
        Hovered::Issue => out.push(HandEffect::EditIssue),
    }
}

/// An actor with its name in edit; the step stays open until the name is given.
fn new_actor(pos: Point, facts: &Facts<'_>) -> [HandEffect; 2] {
    let new = NewActor {
        label: String::new(),
        kind: facts.new_actor_kind.cloned(),
        pos: Some(pos),
    };
    [
        HandEffect::send(Edit::Begin(Label::AddActor)),
        HandEffect::send(Edit::AddActorAndName(new)),
    ]
}

pub(super) fn drop_link(source: ActorId, at: Pointer, facts: &Facts<'_>, out: &mut Vec<HandEffect>) {
    match at.over.actor() {
        Some(target) if target != source || at.keys.shift => {
            out.push(HandEffect::send(Edit::AddRelation { source, target }));
        }
        Some(_) => {}
        None => {
            let Some(piece) = facts.scene.piece(source) else {
                return;
            };
            let centre = geometry::centre(piece);
            let from_rim = (at.in_board - centre).length() - piece.radius;
            if from_rim * facts.zoom >= LEAST_LINK {
                out.push(HandEffect::send(Edit::Begin(Label::AddRelation)));
                let pos = at.point();
                out.push(HandEffect::send(Edit::AddRelationToNew { source, pos }));
            }
        }
    }
}

/// A menu is about what was clicked: a selection that does not hold it gives way.
fn menu_selection(over: Hovered, selection: &Selection) -> Option<Selection> {
    match over {
        Hovered::Piece(id) | Hovered::Rim(id) if !selection.actors.contains(&id) => {
            Some(Selection::of_actor(id))
        }
        Hovered::Tie(id) if !selection.relations.contains(&id) => Some(Selection::of_relation(id)),
        _ => None,
    }
}

fn relate_by_click(actor: ActorId, at: Pointer, facts: &Facts<'_>, out: &mut Vec<HandEffect>) {
    match facts.relating_from {
        None => {
            out.push(HandEffect::send(Look::Select(Selection::of_actor(actor))));
            out.push(HandEffect::RelateFrom(Some(actor)));
        }
        // The same piece again takes the first click back; with Shift it is meant: a loop.
        Some(source) if source == actor && !at.keys.shift => out.push(HandEffect::RelateFrom(None)),
        Some(source) => {
            out.push(HandEffect::send(Edit::AddRelation {
                source,
                target: actor,
            }));
            // Shift keeps the first piece, to draw a star click by click.
            let next = (at.keys.shift && source != actor).then_some(source);
            out.push(HandEffect::RelateFrom(next));
        }
    }
}

/// A disc more, with Shift one fewer. Keys that follow are about the same piece.
fn build_by_click(actor: ActorId, at: Pointer, facts: &Facts<'_>, out: &mut Vec<HandEffect>) {
    let Some(found) = facts.constellation.actor(actor) else {
        return;
    };
    let selection = Selection::of_actor(actor);
    if *facts.selection != selection {
        out.push(HandEffect::send(Look::Select(selection)));
    }
    let discs = if at.keys.shift { -1 } else { 1 };
    let raised = Some(tower_after(found.influence, discs));
    if raised != found.influence {
        let edit = ActorField::Influence(raised).into();
        out.push(HandEffect::send(Edit::EditActors(vec![actor], edit)));
    }
}

fn select_by_click(at: Pointer, facts: &Facts<'_>, out: &mut Vec<HandEffect>) {
    let toggles = at.keys.shift || at.keys.cmd;
    let mut selection = if toggles {
        facts.selection.clone()
    } else {
        Selection::default()
    };
    match at.over {
        Hovered::Piece(id) | Hovered::Rim(id) => {
            if !selection.actors.remove(&id) {
                selection.actors.insert(id);
            }
        }
        Hovered::Tie(id) => {
            if !selection.relations.remove(&id) {
                selection.relations.insert(id);
            }
        }
        Hovered::Issue | Hovered::Nothing => {}
    }
    if selection != *facts.selection {
        out.push(HandEffect::send(Look::Select(selection)));
    }
}
