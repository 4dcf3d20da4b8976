//! Typing a name on the board, at the piece it belongs to.
//!
//! A new actor's step is still open while its name is typed: Esc takes the actor back as if it had never
//! been there, Enter closes the step, Tab closes it and puts the next actor beside it.

use egui::text::{CCursor, CCursorRange};
use egui::{Align2, Area, Event, Frame, Id, Key, Modifiers, Order, Pos2, Response, TextEdit, Ui, vec2};

use super::camera::Viewport;
use super::input::{Hand, piece_rect_on_screen};
use super::keyboard::{add_actor_at, free_place};
use crate::command::{DeskChange, Edit};
use crate::desk::Renaming;
use crate::edit::operations::NewActor;
use crate::edit::{ActorField, Label};
use crate::i18n::edited_name;
use crate::model::{ActorId, ActorKindId, Point, names_in};
use crate::ui::{FrameContext, Intents};

const FIELD_WIDTH: f32 = 230.0;
const FONT_SIZE: f32 = 16.0;
/// Where the next actor is put, seen from the one just named; board units.
const NEXT_STEP: f64 = 130.0;

/// How the typing ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    Done,
    /// Done, and on to the next actor.
    Next,
    Cancelled,
}

/// The name field, when a name is being typed.
pub fn rename_ui(
    ui: &Ui,
    board: &Response,
    context: &FrameContext<'_>,
    hand: &mut Hand,
    viewport: &Viewport,
    out: &mut Intents,
) {
    let Some(mut renaming) = context.desk.renaming.clone().filter(|_| !hand.has_named) else {
        return;
    };
    let Some(actor) = context.constellation().actor(renaming.actor) else {
        out.push(DeskChange::FinishRename);
        return;
    };
    hand.keyboard.end_burst(out);
    let id = board.id.with(("name", actor.id.0));
    if let Some(lines) = take_pasted_lines(ui, id) {
        renaming.text.push_str(&lines[0]);
        let (first, kind) = (actor.id, actor.kind.clone());
        finish_with_more(context, &renaming, first, kind, &lines[1..], out);
        board.request_focus();
        return;
    }
    // What was being typed waits for the answer to a question, with its field.
    let is_asked = context.program.question.is_some();
    let by_key = if is_asked { None } else { ending_by_key(ui) };
    let anchor = context
        .scene
        .piece(actor.id)
        .map_or(viewport.rect.center_top(), |piece| {
            piece_rect_on_screen(viewport, piece).center_bottom()
        });
    let is_new = context.document.is_in_gesture();
    let has_left = field_ui(ui, context, viewport, id, anchor, is_new, &mut renaming);
    if context.desk.renaming.as_ref() != Some(&renaming) {
        out.push(DeskChange::TypeName(renaming.text.clone()));
    }
    let Some(ending) = by_key.or((has_left && !is_asked).then_some(Ending::Done)) else {
        return;
    };
    if by_key.is_some() {
        board.request_focus();
    }
    finish(context, hand, &renaming, ending, out);
}

/// Returns whether the field lost the keyboard.
fn field_ui(
    ui: &Ui,
    context: &FrameContext<'_>,
    viewport: &Viewport,
    id: Id,
    anchor: Pos2,
    is_new: bool,
    renaming: &mut Renaming,
) -> bool {
    let area = Area::new(id.with("area"))
        .order(Order::Middle)
        .pivot(Align2::CENTER_TOP)
        .fixed_pos(anchor + vec2(0.0, 2.0))
        .constrain_to(viewport.rect);
    let shown = area.show(ui.ctx(), |ui| {
        let response = Frame::popup(ui.style())
            .inner_margin(4.0)
            .show(ui, |ui| {
                let field = TextEdit::singleline(&mut renaming.text)
                    .id(id)
                    .font(egui::FontId::proportional(FONT_SIZE))
                    .desired_width(FIELD_WIDTH)
                    .hint_text(context.t("board-name-placeholder"))
                    .lock_focus(true);
                let response = ui.add(field);
                if is_new {
                    ui.weak(context.t("board-name-hint"));
                }
                response
            })
            .inner;
        let name = context.t("board-name-field");
        ui.accesskit_node_builder(id, |node| node.set_label(name));
        response
    });
    let response = shown.inner;
    if std::mem::take(&mut renaming.wants_focus) {
        response.request_focus();
        let mut state = TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
        let all = CCursorRange::two(CCursor::new(0), CCursor::new(renaming.text.chars().count()));
        state.cursor.set_char_range(Some(all));
        state.store(ui.ctx(), id);
        return false;
    }
    response.lost_focus()
}

fn ending_by_key(ui: &Ui) -> Option<Ending> {
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if pressed(Key::Escape) {
        Some(Ending::Cancelled)
    } else if pressed(Key::Enter) {
        Some(Ending::Done)
    } else if pressed(Key::Tab) {
        Some(Ending::Next)
    } else {
        None
    }
}

/// Closes the open name field, if there is one. Call it before anything else begins a step of its own.
pub(super) fn finish_open(context: &FrameContext<'_>, hand: &mut Hand, ending: Ending, out: &mut Intents) {
    if let Some(renaming) = context.desk.renaming.as_ref().filter(|_| !hand.has_named) {
        finish(context, hand, renaming, ending, out);
    }
}

fn finish(
    context: &FrameContext<'_>,
    hand: &mut Hand,
    renaming: &Renaming,
    ending: Ending,
    out: &mut Intents,
) {
    hand.has_named = true;
    let links_from = hand.names_end_of.take();
    let Some(actor) = context.constellation().actor(renaming.actor) else {
        return;
    };
    let is_new = context.document.is_in_gesture();
    let name = renaming.text.trim();
    out.push(DeskChange::FinishRename);
    if ending == Ending::Cancelled || name.is_empty() {
        // An empty name for an actor that was there means: leave it as it was.
        if is_new {
            out.push(Edit::Abort);
        }
        return;
    }
    // Of a name without end a part stood in the field: left as it was, all of it stays.
    if let Some(name) = edited_name(name, &actor.label) {
        out.push(Edit::EditActors(vec![actor.id], ActorField::Label(name).into()));
    }
    if is_new {
        out.push(Edit::End);
    }
    if ending == Ending::Next {
        let from = actor.pos.unwrap_or_default();
        let pos = free_place(context, from.offset(NEXT_STEP, 0.0));
        match links_from {
            Some(source) => {
                hand.names_end_of = Some(source);
                out.push(Edit::Begin(Label::AddRelation));
                out.push(Edit::AddRelationToNew { source, pos });
            }
            None => add_actor_at(actor.kind.clone(), pos, out),
        }
    }
}

/// A pasted list of names: the first completes the name in edit, the others become actors beside it.
fn finish_with_more(
    context: &FrameContext<'_>,
    renaming: &Renaming,
    first: ActorId,
    kind: Option<ActorKindId>,
    more: &[String],
    out: &mut Intents,
) {
    out.push(DeskChange::FinishRename);
    if !context.document.is_in_gesture() {
        out.push(Edit::Begin(Label::AddActors));
    }
    let name = renaming.text.trim().to_owned();
    out.push(Edit::EditActors(vec![first], ActorField::Label(name).into()));
    let from = context.constellation().actor(first).and_then(|actor| actor.pos);
    let from = from.unwrap_or(Point::new(0.0, 0.0));
    let places = context
        .constellation()
        .free_places(from.offset(NEXT_STEP, 0.0), more.len());
    let actors = more.iter().zip(places).map(|(label, pos)| NewActor {
        label: label.clone(),
        kind: kind.clone(),
        pos: Some(pos),
    });
    out.push(Edit::AddActors(actors.collect()));
    out.push(Edit::End);
}

/// Takes a paste of several lines out of the input; a paste of one line is the field's own business.
fn take_pasted_lines(ui: &Ui, id: Id) -> Option<Vec<String>> {
    if !ui.memory(|memory| memory.has_focus(id)) {
        return None;
    }
    ui.input_mut(|input| {
        let at = input.events.iter().position(|event| match event {
            Event::Paste(text) => names_in(text).nth(1).is_some(),
            _ => false,
        })?;
        match input.events.remove(at) {
            Event::Paste(text) => Some(names_in(&text).map(str::to_owned).collect()),
            _ => None,
        }
    })
}
