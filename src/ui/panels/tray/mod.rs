//! Who takes part: naming actors, and bringing them to the board.
//!
//! A name dragged from here carries [`Dragged`] as egui's drag payload; the board takes it from there.

mod data;

use egui::{Align2, Context, Id, Key, Order, Pos2, TextEdit, Ui};

use crate::command::{DeskChange, Edit, Look, ProgramRequest};
use crate::desk::Desk;
use crate::edit::Selection;
use crate::edit::operations::WordList;
use crate::model::{Actor, ActorId, ActorKindId, Point};
use crate::ui::panels::words;
use crate::ui::widgets::{
    ChoiceField, Picked, SharedValue, Symbol, choice_ui, content_key, heading_ui, icon_text, list_row_ui,
    made_once, note_standing, panel_scroll, remark_ui, sign_button_ui,
};
use crate::ui::{FrameContext, Intents, keys};

const ROW_HEIGHT: f32 = 24.0;

/// Names on their way to the board, in the order of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dragged(pub Vec<ActorId>);

/// Where names are typed.
pub fn name_field() -> Id {
    Id::new("tray-name").with("field")
}

pub fn tray_ui(ui: &mut Ui, context: &FrameContext<'_>, out: &mut Intents) {
    heading_ui(ui, &context.t("tray-heading"));
    name_ui(ui, context, out);
    kind_ui(ui, context, out);
    let document = context.document;
    let unplaced = made_once(ui.ctx(), Id::new("tray-unplaced"), content_key(document), || {
        data::unplaced(document.constellation())
    });
    if !context.constellation().actors.is_empty() {
        let count = [("count", unplaced.len().into())];
        heading_ui(ui, &context.texts.with("tray-unplaced", &count));
        unplaced_ui(ui, context, &unplaced, out);
        everyone_ui(ui, context, out);
    }
}

/// Where the name being typed is kept.
fn name_key() -> Id {
    Id::new("tray-name")
}

/// The actor whose name is being typed, as Enter would add it.
pub fn typed(ctx: &Context, desk: &Desk) -> Option<Edit> {
    let text: String = ctx.data(|data| data.get_temp(name_key()))?;
    let new = data::new_actors(&text, desk.active_actor_kind.as_ref());
    (!new.is_empty()).then_some(Edit::AddActors(new))
}

fn name_ui(ui: &mut Ui, context: &FrameContext<'_>, out: &mut Intents) {
    let key = name_key();
    let mut text: String = ui.data(|data| data.get_temp(key)).unwrap_or_default();
    let (hint, name) = (context.t("tray-new"), context.t("tray-new-label"));
    // Of several lines, so that a pasted list keeps its lines; Enter ends a name.
    let field = TextEdit::multiline(&mut text)
        .id(name_field())
        .hint_text(hint)
        .desired_rows(1)
        .desired_width(f32::INFINITY);
    let response = ui.add(field);
    ui.ctx()
        .accesskit_node_builder(response.id, |builder| builder.set_label(name));
    remark_ui(ui, &context.t("tray-hint"));
    if text.contains(['\n', '\r']) {
        send_names(&text, context.desk, out);
        text.clear();
        keys::note_takes_back(ui.ctx(), response.id, keys::TakesBack::Steps);
    }
    if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape)) {
        text.clear();
    }
    ui.data_mut(|data| data.insert_temp(key, text));
}

/// A name that was typed and not entered yet becomes an actor, before something that would lose it.
pub fn flush_name(ctx: &Context, desk: &Desk, out: &mut Intents) {
    let key = name_key();
    let text: Option<String> = ctx.data_mut(|data| {
        let text = data.get_temp(key);
        data.remove::<String>(key);
        text
    });
    send_names(&text.unwrap_or_default(), desk, out);
}

fn send_names(text: &str, desk: &Desk, out: &mut Intents) {
    let mut new = data::new_actors(text, desk.active_actor_kind.as_ref());
    if new.len() > 1 {
        out.push(Edit::AddActors(new));
    } else if let Some(one) = new.pop() {
        out.push(Edit::AddActor(one));
    }
}

/// The kind stays until another is chosen.
fn kind_ui(ui: &mut Ui, context: &FrameContext<'_>, out: &mut Intents) {
    let vocabulary = &context.constellation().vocabulary;
    // A kind that was removed from the vocabulary is no kind any more.
    let active = &context.desk.active_actor_kind;
    let current = active.clone().filter(|id| vocabulary.actor_kind(id).is_some());
    if current != *active {
        out.push(DeskChange::ActiveActorKind(None));
    }
    let choices = || words::actor_kinds(context.texts, vocabulary);
    // Above the field, not beside it: in a narrow panel the word chosen needs the room.
    let label = remark_ui(ui, &context.t("tray-kind")).id;
    let picked = {
        let field = ChoiceField::new(Id::new("tray-kind"), label).with_new_word();
        let (text, symbol) = words::word_of(&choices(), &current);
        choice_ui(
            ui,
            context.texts,
            &field,
            &SharedValue::Same(current.clone()),
            &text,
            &symbol,
            choices,
        )
    };
    match picked {
        Some(Picked::Value(kind)) => out.push(DeskChange::ActiveActorKind(kind)),
        Some(Picked::NewWord(label)) => {
            let (id, is_new) = words::find_or_new(vocabulary, WordList::ActorKinds, &label);
            if is_new {
                out.push(Edit::AddWord(WordList::ActorKinds, label));
                // It is there from the next frame on; until then the choice waits.
                ui.data_mut(|data| data.insert_temp(Id::new("tray-next-kind"), id));
            } else {
                let kind = ActorKindId::from(id.as_str());
                out.push(DeskChange::ActiveActorKind(Some(kind)));
            }
        }
        Some(Picked::HalfTyped(text, label)) => {
            let (_, is_new) = words::find_or_new(vocabulary, WordList::ActorKinds, &label);
            let intents = is_new.then_some(Edit::AddWord(WordList::ActorKinds, label));
            note_standing(ui.ctx(), text, intents.into_iter().collect());
        }
        None => {
            let key = Id::new("tray-next-kind");
            let waiting: Option<String> = ui.data(|data| data.get_temp(key));
            let waiting = waiting.map(|id| ActorKindId::from(id.as_str()));
            if let Some(id) = waiting.filter(|id| vocabulary.actor_kind(id).is_some()) {
                out.push(DeskChange::ActiveActorKind(Some(id)));
                ui.data_mut(|data| data.remove::<String>(key));
            }
        }
    }
}

fn unplaced_ui(ui: &mut Ui, context: &FrameContext<'_>, unplaced: &[ActorId], out: &mut Intents) {
    if unplaced.is_empty() {
        remark_ui(ui, &context.t("tray-everyone-placed"));
        return;
    }
    remark_ui(ui, &context.t("tray-drag-hint"));
    let (x, y) = context.lens.camera.centre;
    let centre = Point::new(f64::from(x), f64::from(y));
    let height = (ui.available_height() * 0.45).max(120.0);
    let constellation = context.constellation();
    panel_scroll(ui, "tray-unplaced", context.document.serial())
        .max_height(height)
        .auto_shrink([false, true])
        .show_rows(ui, ROW_HEIGHT, unplaced.len(), |ui, rows| {
            for actor in unplaced[rows].iter().filter_map(|id| constellation.actor(*id)) {
                ui.push_id(actor.id, |ui| {
                    ui.horizontal(|ui| unplaced_row_ui(ui, context, unplaced, actor, centre, out));
                });
            }
        });
    if unplaced.len() == constellation.actors.len() && !constellation.relations.is_empty() {
        // Nobody stands yet who could be in the way, and relations tell who belongs together.
        if unplaced.len() > 1 && ui.button(context.t("tray-arrange-all")).clicked() {
            out.push(ProgramRequest::ArrangeEverybody);
        }
        return;
    }
    if unplaced.len() > 1 && ui.button(context.t("tray-place-all")).clicked() {
        let places = constellation.free_places(centre, unplaced.len());
        let moves = unplaced
            .iter()
            .zip(places)
            .map(|(actor, place)| (*actor, Some(place)));
        out.push(Edit::Place(moves.collect()));
    }
}

fn unplaced_row_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    unplaced: &[ActorId],
    actor: &Actor,
    centre: Point,
    out: &mut Intents,
) {
    let label = context
        .texts
        .with("tray-place", &[("name", actor.label.clone().into())]);
    if sign_button_ui(ui, icon_text(egui_phosphor::fill::PLUS_CIRCLE), &label).clicked() {
        let places = context.constellation().free_places(centre, 1);
        out.push(Edit::Place(vec![(actor.id, places.first().copied())]));
    }
    let selected = &context.selection().actors;
    let is_selected = selected.contains(&actor.id);
    let response = list_row_ui(
        ui,
        &symbol_of(context, actor),
        &context.listed(&actor.label),
        is_selected,
    );
    if response.clicked() {
        let adds = ui.input(|input| input.modifiers.command || input.modifiers.shift);
        out.push(Look::Select(if adds {
            toggled(context.selection(), actor.id)
        } else {
            Selection::of_actor(actor.id)
        }));
    }
    if !response.dragged() && !response.drag_started() {
        return;
    }
    // A selected name takes the others along, as on the board.
    let goes_along = |other: &&ActorId| is_selected && selected.contains(other) || **other == actor.id;
    let names: Vec<ActorId> = unplaced.iter().filter(goes_along).copied().collect();
    if let Some(pointer) = ui.ctx().pointer_interact_pos() {
        ghost_ui(ui, context, actor, names.len() - 1, pointer);
    }
    response.dnd_set_drag_payload(Dragged(names));
}

fn toggled(selection: &Selection, actor: ActorId) -> Selection {
    let mut selection = selection.clone();
    if !selection.actors.remove(&actor) {
        selection.actors.insert(actor);
    }
    selection
}

/// The name goes along with the pointer.
fn ghost_ui(ui: &Ui, context: &FrameContext<'_>, actor: &Actor, others: usize, pointer: Pos2) {
    egui::Area::new(Id::new("tray-ghost"))
        .order(Order::Tooltip)
        .fixed_pos(pointer)
        .pivot(Align2::CENTER_BOTTOM)
        .interactable(false)
        .show(ui.ctx(), |ui| {
            egui::Frame::popup(ui.style()).show(ui, |ui| {
                ui.horizontal(|ui| {
                    crate::ui::widgets::symbol_ui(ui, &symbol_of(context, actor));
                    ui.label(&actor.label);
                    if others > 0 {
                        ui.label(format!("+{others}"));
                    }
                });
            });
        });
}

fn symbol_of(context: &FrameContext<'_>, actor: &Actor) -> Symbol {
    let vocabulary = &context.constellation().vocabulary;
    let kind = actor.kind.as_ref().and_then(|id| vocabulary.actor_kind(id));
    let sector = actor.sector.as_ref().and_then(|id| vocabulary.sector(id));
    let fill = sector.map_or(context.palette.unknown, |sector| sector.colour);
    match kind {
        Some(kind) => Symbol::Piece {
            shape: kind.shape,
            icon: kind.icon.clone(),
            fill: Some(fill),
        },
        None => Symbol::Colour(fill),
    }
}

fn everyone_ui(ui: &mut Ui, context: &FrameContext<'_>, out: &mut Intents) {
    let constellation = context.constellation();
    let count = constellation.actors.len();
    heading_ui(ui, &context.texts.with("tray-all", &[("count", count.into())]));
    let key = Id::new("tray-search-text");
    let mut search: String = ui.data(|data| data.get_temp(key)).unwrap_or_default();
    let name = context.t("tray-search");
    let field = TextEdit::singleline(&mut search)
        .hint_text(name.as_str())
        .desired_width(f32::INFINITY);
    let response = ui.add(field);
    ui.ctx()
        .accesskit_node_builder(response.id, |builder| builder.set_label(name.as_str()));
    let document = context.document;
    let from = (document.serial(), document.revision().network, search.clone());
    let ids = made_once(ui.ctx(), Id::new("tray-everyone"), from, || {
        data::everyone(document.constellation(), &search)
    });
    let subject = egui::Id::new((context.document.serial(), &search));
    ui.data_mut(|data| data.insert_temp(key, search));
    if ids.is_empty() {
        remark_ui(ui, &context.t("search-nothing"));
        return;
    }
    panel_scroll(ui, "tray-everyone", subject)
        .auto_shrink([false, false])
        .min_scrolled_height(96.0)
        .show_rows(ui, ROW_HEIGHT, ids.len(), |ui, rows| {
            for actor in ids[rows].iter().filter_map(|id| constellation.actor(*id)) {
                let is_selected = context.selection().actors.contains(&actor.id);
                let row = ui.push_id(actor.id, |ui| {
                    list_row_ui(
                        ui,
                        &symbol_of(context, actor),
                        &context.listed(&actor.label),
                        is_selected,
                    )
                });
                if row.inner.clicked() {
                    out.push(Look::Reveal(Selection::of_actor(actor.id)));
                }
            }
        });
}
