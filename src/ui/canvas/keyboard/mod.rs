//! Everything on the board with keys alone.

mod arrows;
mod numbers;
mod walking;

use egui::{Event, EventFilter, Key, Modifiers, Popup, Response, Ui};

use super::frame_input::FrameInput;
use super::input::Hand;
use super::places::middle_of;
use super::{Hovered, gesture::HandEffect};
use crate::command::{COMMANDS, Command, DeskChange, Edit, Look, Modifier};
use crate::desk::Tool;
use crate::edit::operations::NewActor;
use crate::edit::{Label, Selection};
use crate::model::{ActorId, Point};
use crate::ui::keys::{self, KeyOwner};
use crate::ui::{FrameContext, Intents};
use arrows::direction_of;
use numbers::{digit_of, key_of_towers, set_number, tower};

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
            out.push(Edit::End);
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
    pub(in crate::ui::canvas) fn keys(
        &mut self,
        ui: &Ui,
        response: &Response,
        frame: &mut FrameInput<'_, '_>,
    ) {
        let now_secs = ui.input(|input| input.time);
        if let Some(ends_secs) = self.keyboard.burst_ends_secs {
            if now_secs >= ends_secs {
                self.keyboard.end_burst(frame.out);
            } else {
                ui.request_repaint_after_secs((ends_secs - now_secs) as f32);
            }
        }
        keys::note_board(ui.ctx(), response.id);
        if frame.context.desk.renaming.is_some() || self.menu.is_open() {
            return;
        }
        self.claim(ui, response, frame);
        // Esc ends a gesture even when something else has the keyboard.
        if self.gesture.is_drag() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
            self.abort_gesture(frame);
        }
        if !response.has_focus() || keys::owner(ui.ctx()) != KeyOwner::Board {
            self.dim_from_panel(ui, frame);
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
            if self.key(ui, response, frame, key, modifiers, now_secs) {
                used.push((key, modifiers));
            }
        }
        self.nudge(ui, frame, now_secs);
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

    /// What a sentence of a panel lit goes with Esc, also while the keyboard is still in that panel, or nowhere.
    fn dim_from_panel(&self, ui: &Ui, frame: &mut FrameInput<'_, '_>) {
        if matches!(keys::owner(ui.ctx()), KeyOwner::Control | KeyOwner::Board)
            && frame.context.desk.dialog.is_none()
            && frame.context.lens.highlight.is_some()
            && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape))
        {
            frame.out.push(Look::Highlight(None));
        }
    }

    /// Keys that nothing else has asked for are the board's.
    fn claim(&mut self, ui: &Ui, response: &Response, frame: &FrameInput<'_, '_>) {
        let focused = ui.memory(egui::Memory::focused);
        if focused.is_some() {
            self.keyboard.has_left = false;
        } else if keys::focus_before(ui.ctx()).is_none()
            && frame.context.desk.dialog.is_none()
            && frame.context.program.question.is_none()
            && !self.keyboard.has_left
            && !Popup::is_any_open(ui.ctx())
        {
            response.request_focus();
        }
    }

    fn abort_gesture(&mut self, frame: &mut FrameInput<'_, '_>) -> bool {
        let mut effects = Vec::new();
        let was_under_way = self.gesture.abort(&mut effects);
        for effect in effects {
            if let HandEffect::Send(intent) = effect {
                frame.out.push(intent);
            }
        }
        was_under_way
    }

    /// Returns whether the key meant something to the board.
    fn key(
        &mut self,
        ui: &Ui,
        response: &Response,
        frame: &mut FrameInput<'_, '_>,
        key: Key,
        modifiers: Modifiers,
        now_secs: f64,
    ) -> bool {
        if modifiers.alt {
            return false;
        }
        // Any other key is a new beginning.
        if keys::take_picked(ui.ctx()) && key == Key::Enter {
            return true;
        }
        if let Some(direction) = direction_of(key) {
            self.arrow(frame, direction, modifiers);
            return true;
        }
        self.nudge(ui, frame, now_secs);
        self.keyboard.end_burst(frame.out);
        if modifiers.command {
            return false;
        }
        match key {
            Key::Escape if frame.context.desk.dialog.is_some() => return false,
            Key::Escape => self.escape(response, frame),
            Key::Tab => self.tab(response, frame, modifiers.shift),
            Key::Enter if frame.relating_from().is_some() => self.draw_link(frame, modifiers.shift),
            Key::F10 if modifiers.shift => self.menu_by_key(frame),
            _ if frame.tool() == Tool::Towers && !modifiers.shift && key_of_towers(frame, key) => {}
            Key::L => self.walk_relations(frame, modifiers.shift),
            Key::Plus | Key::Equals => tower(frame, 1),
            Key::Minus => tower(frame, -1),
            _ => match digit_of(key).filter(|_| !modifiers.shift) {
                Some(digit) => set_number(frame, digit),
                None => return self.command(ui, response, frame, key, modifiers.shift),
            },
        }
        true
    }

    /// The plain keys of the command table; those that are about the board itself are carried out here.
    fn command(
        &mut self,
        ui: &Ui,
        response: &Response,
        frame: &mut FrameInput<'_, '_>,
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
            Command::AddActor => add_actor(ui, response, frame),
            Command::StartRelation => self.start_link(frame),
            Command::Rename => self.edit_selected(frame),
            command => frame.out.push(command),
        }
        true
    }

    /// Takes back the innermost thing that is under way.
    fn escape(&mut self, response: &Response, frame: &mut FrameInput<'_, '_>) {
        if self.abort_gesture(frame) {
            return;
        }
        let selection = frame.context.selection();
        if frame.relating_from().is_some() {
            frame.relate_from(None);
            self.keyboard.link_target = None;
        } else if frame.tool() != Tool::Select {
            frame.take(Tool::Select);
        } else if let (Some(actor), Some(_)) = (
            self.keyboard.walks_relations_of.take(),
            selection.single_relation(),
        ) {
            frame.out.push(Look::Select(Selection::of_actor(actor)));
        } else if frame.context.lens.highlight.is_some() {
            frame.out.push(Look::Highlight(None));
        } else if !selection.is_empty() {
            frame.out.push(Look::Select(Selection::default()));
        } else {
            self.leave(response);
        }
    }

    pub(super) fn leave(&mut self, response: &Response) {
        self.keyboard.has_left = true;
        response.surrender_focus();
    }

    /// Enter: the name of an actor, or all that can be said of a relation.
    fn edit_selected(&mut self, frame: &mut FrameInput<'_, '_>) {
        let selection = frame.context.selection();
        if let Some(actor) = selection.single_actor() {
            if frame.context.scene.piece(actor).is_some() {
                frame.out.push(DeskChange::StartRename(actor));
            }
        } else if !selection.is_empty() {
            self.menu_by_key(frame);
        }
    }

    fn menu_by_key(&mut self, frame: &mut FrameInput<'_, '_>) {
        let selection = frame.context.selection();
        let scene = frame.context.scene;
        let piece = selection.actors.first().and_then(|id| scene.piece(*id));
        let relation = selection.relations.first().copied();
        let (over, pos) = if let Some(piece) = piece {
            let rect = super::input::piece_rect_on_screen(frame.viewport, piece);
            (Hovered::Piece(piece.actor), rect.right_bottom())
        } else if let Some(id) = relation {
            let pos = middle_of(scene, id).map(|pos| frame.viewport.screen_from_board(pos));
            (Hovered::Tie(id), pos.unwrap_or(frame.viewport.rect.center()))
        } else {
            (Hovered::Nothing, frame.viewport.rect.center())
        };
        let pos = pos.clamp(frame.viewport.rect.min, frame.viewport.rect.max);
        let point = frame.viewport.point_from_screen(pos);
        self.menu.open(over, pos, point);
    }
}

/// Under the pointer when it is on the board, else in the middle of the view; never on another piece.
fn add_actor(ui: &Ui, response: &Response, frame: &mut FrameInput<'_, '_>) {
    let pointer = ui.input(|input| input.pointer.hover_pos());
    let on_screen = pointer
        .filter(|_| response.contains_pointer())
        .unwrap_or(frame.viewport.rect.center());
    let pos = free_place(frame.context, frame.viewport.point_from_screen(on_screen));
    add_actor_at(frame.context.desk.active_actor_kind.clone(), pos, frame.out);
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
    out.push(Edit::Begin(Label::AddActor));
    out.push(Edit::AddActorAndName(new));
}
