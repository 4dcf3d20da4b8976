//! Everything on the board with keys alone.

mod arrows;
mod numbers;
mod walking;

use egui::{Event, EventFilter, Key, Modifiers, Popup, Response, Ui};

use super::input::{Desk, Hand};
use super::places::middle_of;
use super::{Hovered, gesture::Effect};
use crate::command::{COMMANDS, Command, Intent, Modifier};
use crate::edit::operations::NewActor;
use crate::edit::{Label, Selection};
use crate::model::{ActorId, Point};
use crate::ui::keys::{self, KeyOwner};
use crate::ui::state::Tool;
use crate::ui::{FrameContext, Intents};
use arrows::direction_of;
use numbers::{digit_of, set_number, tower};

/// What the keys remember between frames.
#[derive(Debug, Default)]
pub struct Keyboard {
    /// When the open step of nudges ends.
    burst_ends_secs: Option<f64>,
    /// The piece that Enter would draw the relation to.
    pub(in crate::ui::canvas) link_target: Option<ActorId>,
    /// Presses of arrows in this frame, board units: a slow frame may bring several.
    nudge: (f64, f64),
    /// The actor whose relations are being walked.
    walks_relations_of: Option<ActorId>,
    /// The user has left the board by keyboard: it does not take the keys back by itself.
    has_left: bool,
}

impl Keyboard {
    /// Closes the step of nudges, if one is open.
    pub(in crate::ui::canvas) fn end_burst(&mut self, out: &mut Intents) {
        if self.burst_ends_secs.take().is_some() {
            out.push(Intent::EndGesture);
        }
    }

    /// The pointer took over.
    pub(in crate::ui::canvas) fn let_go(&mut self) {
        self.link_target = None;
        self.walks_relations_of = None;
        self.has_left = false;
    }
}

impl Hand {
    pub(in crate::ui::canvas) fn keys(&mut self, ui: &Ui, response: &Response, desk: &mut Desk<'_, '_>) {
        let now_secs = ui.input(|input| input.time);
        if let Some(ends_secs) = self.keyboard.burst_ends_secs {
            if now_secs >= ends_secs {
                self.keyboard.end_burst(desk.out);
            } else {
                ui.request_repaint_after_secs((ends_secs - now_secs) as f32);
            }
        }
        keys::note_board(ui.ctx(), response.id);
        if desk.view.renaming.is_some() || self.menu.is_open() {
            return;
        }
        self.claim(ui, response, desk);
        // Esc ends a gesture even when something else has the keyboard.
        if self.gesture.is_drag() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
            self.abort_gesture(desk);
        }
        if !response.has_focus() || keys::owner(ui.ctx()) != KeyOwner::Board {
            return;
        }
        ui.memory_mut(|memory| {
            let all = EventFilter {
                tab: true,
                horizontal_arrows: true,
                vertical_arrows: true,
                escape: true,
            };
            memory.set_focus_lock_filter(response.id, all);
        });
        let pressed: Vec<(Key, Modifiers)> = ui.input(|input| {
            let press = |event: &Event| match event {
                Event::Key {
                    key,
                    pressed: true,
                    modifiers,
                    ..
                } => Some((*key, *modifiers)),
                _ => None,
            };
            input.events.iter().filter_map(press).collect()
        });
        let mut used = Vec::new();
        for (key, modifiers) in pressed {
            if self.key(ui, response, desk, key, modifiers, now_secs) {
                used.push((key, modifiers));
            }
        }
        self.nudge(ui, desk, now_secs);
        if !used.is_empty() {
            ui.input_mut(|input| {
                input.events.retain(|event| match event {
                    Event::Key {
                        key,
                        pressed: true,
                        modifiers,
                        ..
                    } => !used.contains(&(*key, *modifiers)),
                    _ => true,
                });
            });
            ui.request_repaint();
        }
    }

    /// Keys that nothing else has asked for are the board's.
    fn claim(&mut self, ui: &Ui, response: &Response, desk: &Desk<'_, '_>) {
        let focused = ui.memory(egui::Memory::focused);
        if focused.is_some() {
            self.keyboard.has_left = false;
        } else if keys::focus_before(ui.ctx()).is_none()
            && desk.view.dialog.is_none()
            && desk.context.program.question.is_none()
            && !self.keyboard.has_left
            && !Popup::is_any_open(ui.ctx())
        {
            response.request_focus();
        }
    }

    fn abort_gesture(&mut self, desk: &mut Desk<'_, '_>) -> bool {
        let mut effects = Vec::new();
        let was_under_way = self.gesture.abort(&mut effects);
        for effect in effects {
            if let Effect::Send(intent) = effect {
                desk.out.push(intent);
            }
        }
        was_under_way
    }

    /// Returns whether the key meant something to the board.
    fn key(
        &mut self,
        ui: &Ui,
        response: &Response,
        desk: &mut Desk<'_, '_>,
        key: Key,
        modifiers: Modifiers,
        now_secs: f64,
    ) -> bool {
        if modifiers.alt {
            return false;
        }
        if let Some(direction) = direction_of(key) {
            self.arrow(desk, direction, modifiers);
            return true;
        }
        self.nudge(ui, desk, now_secs);
        self.keyboard.end_burst(desk.out);
        if modifiers.command {
            return false;
        }
        match key {
            Key::Escape if desk.view.dialog.is_some() => return false,
            Key::Escape => self.escape(response, desk),
            Key::Tab => self.tab(response, desk, modifiers.shift),
            Key::Enter if desk.view.relating_from.is_some() => self.draw_link(desk, modifiers.shift),
            Key::F10 if modifiers.shift => self.menu_by_key(desk),
            Key::L => self.walk_relations(desk, modifiers.shift),
            Key::Plus | Key::Equals => tower(desk, 1),
            Key::Minus => tower(desk, -1),
            _ => match digit_of(key).filter(|_| !modifiers.shift) {
                Some(digit) => set_number(desk, digit),
                None => return self.command(ui, response, desk, key, modifiers.shift),
            },
        }
        true
    }

    /// The plain keys of the command table; those that are about the board itself are carried out here.
    fn command(
        &mut self,
        ui: &Ui,
        response: &Response,
        desk: &mut Desk<'_, '_>,
        key: Key,
        with_shift: bool,
    ) -> bool {
        let modifier = if with_shift {
            Modifier::Shift
        } else {
            Modifier::None
        };
        let row = COMMANDS.iter().filter(|info| info.yields_to_typing).find(|info| {
            info.shortcuts
                .iter()
                .any(|shortcut| shortcut.modifier == modifier && Key::from_name(shortcut.key) == Some(key))
        });
        let Some(info) = row else { return false };
        match info.command {
            Command::AddActor => add_actor(ui, response, desk),
            Command::StartRelation => self.start_link(desk),
            Command::Rename => self.edit_selected(desk),
            command => desk.out.push(Intent::Run(command)),
        }
        true
    }

    /// Takes back the innermost thing that is under way.
    fn escape(&mut self, response: &Response, desk: &mut Desk<'_, '_>) {
        if self.abort_gesture(desk) {
            return;
        }
        let selection = desk.context.selection();
        if desk.view.relating_from.take().is_some() {
            self.keyboard.link_target = None;
        } else if desk.view.tool != Tool::Select {
            desk.view.tool = Tool::Select;
        } else if let (Some(actor), Some(_)) = (
            self.keyboard.walks_relations_of.take(),
            selection.single_relation(),
        ) {
            desk.out.push(Intent::Select(Selection::of_actor(actor)));
        } else if !selection.is_empty() {
            desk.out.push(Intent::Select(Selection::default()));
        } else {
            self.leave(response);
        }
    }

    pub(super) fn leave(&mut self, response: &Response) {
        self.keyboard.has_left = true;
        response.surrender_focus();
    }

    /// Enter: the name of an actor, or all that can be said of a relation.
    fn edit_selected(&mut self, desk: &mut Desk<'_, '_>) {
        let selection = desk.context.selection();
        if let Some(actor) = selection.single_actor() {
            if desk.context.scene.piece(actor).is_some() {
                desk.out.push(Intent::StartRename(actor));
            }
        } else if !selection.is_empty() {
            self.menu_by_key(desk);
        }
    }

    fn menu_by_key(&mut self, desk: &mut Desk<'_, '_>) {
        let selection = desk.context.selection();
        let scene = desk.context.scene;
        let piece = selection.actors.first().and_then(|id| scene.piece(*id));
        let relation = selection.relations.first().copied();
        let (over, pos) = if let Some(piece) = piece {
            let rect = super::input::piece_rect_on_screen(desk.viewport, piece);
            (Hovered::Piece(piece.actor), rect.right_bottom())
        } else if let Some(id) = relation {
            let pos = middle_of(scene, id).map(|pos| desk.viewport.screen_from_board(pos));
            (Hovered::Tie(id), pos.unwrap_or(desk.viewport.rect.center()))
        } else {
            (Hovered::Nothing, desk.viewport.rect.center())
        };
        let pos = pos.clamp(desk.viewport.rect.min, desk.viewport.rect.max);
        let point = desk.viewport.point_from_screen(pos);
        self.menu.open_by_key(over, pos, point);
    }
}

/// Under the pointer when it is on the board, else in the middle of the view; never on another piece.
fn add_actor(ui: &Ui, response: &Response, desk: &mut Desk<'_, '_>) {
    let pointer = ui.input(|input| input.pointer.hover_pos());
    let on_screen = pointer
        .filter(|_| response.contains_pointer())
        .unwrap_or(desk.viewport.rect.center());
    let pos = free_place(desk.context, desk.viewport.point_from_screen(on_screen));
    add_actor_at(desk.view.active_actor_kind.clone(), pos, desk.out);
}

/// The place itself, or one beside it that keeps clear of every piece.
pub(in crate::ui::canvas) fn free_place(context: &FrameContext<'_>, wanted: Point) -> Point {
    let places = context.constellation().free_places(wanted, 1);
    places.first().copied().unwrap_or(wanted)
}

/// Adds an actor with its name in edit; the step stays open until the name is given.
pub(in crate::ui::canvas) fn add_actor_at(
    kind: Option<crate::model::ActorKindId>,
    pos: Point,
    out: &mut Intents,
) {
    let new = NewActor {
        label: String::new(),
        kind,
        pos: Some(pos),
    };
    out.push(Intent::BeginGesture(Label::AddActor));
    out.push(Intent::AddActorAndName(new));
}
