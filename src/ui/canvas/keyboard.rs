//! Everything on the board with keys alone.

use egui::{Event, EventFilter, Key, Modifiers, Pos2, Response, Ui, vec2};

use super::camera;
use super::geometry::centre;
use super::input::{Desk, Hand};
use super::{Hovered, gesture::Effect};
use crate::command::{COMMANDS, Command, Intent, Modifier};
use crate::edit::operations::{ActorEdit, NewActor, RelationEdit};
use crate::edit::{Label, Selection};
use crate::model::{ActorId, Point, RelationId};
use crate::scene::Scene;
use crate::ui::state::Tool;
use crate::ui::{FrameContext, Intents};

/// One press of an arrow moves a piece this far; with Shift by one board unit.
const NUDGE: f64 = 10.0;
/// Presses within this time are one step to undo.
const BURST_SECS: f64 = 0.8;
/// One press of an arrow with nothing selected moves the view this far, in points.
const PAN: f32 = 60.0;

/// What the keys remember between frames.
#[derive(Debug, Default)]
pub struct Keyboard {
    /// When the open step of nudges ends.
    burst_ends_secs: Option<f64>,
    /// The piece that Enter would draw the relation to.
    pub(super) link_target: Option<ActorId>,
    /// Presses of arrows in this frame, board units: a slow frame may bring several.
    nudge: (f64, f64),
    /// The actor whose relations are being walked.
    walks_relations_of: Option<ActorId>,
    /// The board has asked for the keyboard once, at its first appearance.
    has_claimed: bool,
}

impl Keyboard {
    /// Closes the step of nudges, if one is open.
    pub(super) fn end_burst(&mut self, out: &mut Intents) {
        if self.burst_ends_secs.take().is_some() {
            out.push(Intent::EndGesture);
        }
    }

    /// The pointer took over.
    pub(super) fn let_go(&mut self) {
        self.link_target = None;
        self.walks_relations_of = None;
    }
}

impl Hand {
    pub(super) fn keys(&mut self, ui: &Ui, response: &Response, desk: &mut Desk<'_, '_>) {
        let now_secs = ui.input(|input| input.time);
        if let Some(ends_secs) = self.keyboard.burst_ends_secs {
            if now_secs >= ends_secs {
                self.keyboard.end_burst(desk.out);
            } else {
                ui.request_repaint_after_secs((ends_secs - now_secs) as f32);
            }
        }
        if desk.view.renaming.is_some() || desk.view.dialog.is_some() || self.menu.is_open() {
            return;
        }
        let nothing_has_focus = ui.memory(|memory| memory.focused().is_none());
        if nothing_has_focus && !std::mem::replace(&mut self.keyboard.has_claimed, true) {
            response.request_focus();
        }
        // Esc ends a gesture even when something else has the keyboard.
        if self.gesture.is_drag() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
            self.abort_gesture(desk);
        }
        if !response.has_focus() {
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
            response.surrender_focus();
        }
    }

    /// To the next actor; beyond the last one the keyboard leaves the board.
    fn tab(&mut self, response: &Response, desk: &mut Desk<'_, '_>, backwards: bool) {
        let scene = desk.context.scene;
        let source = desk.view.relating_from;
        let order: Vec<ActorId> = self
            .index
            .reading_order(scene)
            .filter(|id| Some(*id) != source)
            .collect();
        let current = match source {
            Some(_) => self.keyboard.link_target,
            None => desk.context.selection().actors.first().copied(),
        };
        let at = current.and_then(|id| order.iter().position(|other| *other == id));
        let next = match (at, backwards) {
            (None, false) => order.first(),
            (None, true) => order.last(),
            (Some(at), false) => order.get(at + 1),
            (Some(at), true) => at.checked_sub(1).and_then(|at| order.get(at)),
        };
        if source.is_some() {
            // Choosing a target goes round: the keyboard stays until the relation is drawn.
            let round = if backwards { order.last() } else { order.first() };
            self.keyboard.link_target = next.or(round).copied();
            return;
        }
        self.keyboard.walks_relations_of = None;
        match next {
            Some(&id) => desk.out.push(Intent::Reveal(Selection::of_actor(id))),
            None => response.surrender_focus(),
        }
    }

    fn arrow(&mut self, desk: &mut Desk<'_, '_>, direction: (f32, f32), modifiers: Modifiers) {
        let scene = desk.context.scene;
        if let Some(source) = desk.view.relating_from {
            let from = self.keyboard.link_target.unwrap_or(source);
            let next = nearest(scene, from, direction);
            self.keyboard.link_target = next.or(self.keyboard.link_target);
            return;
        }
        let selection = desk.context.selection();
        if modifiers.command {
            self.keyboard.end_burst(desk.out);
            let next = selection
                .actors
                .first()
                .and_then(|from| nearest(scene, *from, direction));
            if let Some(next) = next {
                desk.out.push(Intent::Reveal(Selection::of_actor(next)));
            }
            return;
        }
        if selection.actors.is_empty() {
            let delta = vec2(-direction.0, -direction.1) * PAN;
            desk.viewport.camera = camera::panned(desk.viewport.camera, delta);
            return;
        }
        let step = if modifiers.shift { 1.0 } else { NUDGE };
        self.keyboard.nudge.0 += f64::from(direction.0) * step;
        self.keyboard.nudge.1 += f64::from(direction.1) * step;
    }

    /// Moves the selected pieces by what the arrows asked for, within one step per burst.
    fn nudge(&mut self, ui: &Ui, desk: &mut Desk<'_, '_>, now_secs: f64) {
        let (dx, dy) = std::mem::take(&mut self.keyboard.nudge);
        if (dx, dy) == (0.0, 0.0) {
            return;
        }
        let constellation = desk.context.constellation();
        let moved = |id: &ActorId| Some((*id, Some(constellation.actor(*id)?.pos?.offset(dx, dy))));
        let selection = desk.context.selection();
        let moves: Vec<_> = selection.actors.iter().filter_map(moved).collect();
        if moves.is_empty() {
            return;
        }
        if self.keyboard.burst_ends_secs.is_none() {
            desk.out.push(Intent::BeginGesture(Label::MoveActors));
        }
        self.keyboard.burst_ends_secs = Some(now_secs + BURST_SECS);
        ui.request_repaint_after_secs(BURST_SECS as f32);
        desk.out.push(Intent::Place(moves));
    }

    fn start_link(&mut self, desk: &mut Desk<'_, '_>) {
        let view = &mut *desk.view;
        match desk.context.selection().single_actor() {
            Some(source) if view.relating_from.is_none() => {
                view.relating_from = Some(source);
                self.keyboard.link_target = nearest_of_all(desk.context.scene, source);
            }
            _ if view.tool == Tool::Relate => {
                view.tool = Tool::Select;
                view.relating_from = None;
            }
            _ => view.tool = Tool::Relate,
        }
    }

    fn draw_link(&mut self, desk: &mut Desk<'_, '_>, stays: bool) {
        let (Some(source), Some(target)) = (desk.view.relating_from, self.keyboard.link_target) else {
            return;
        };
        if source == target && !stays {
            return;
        }
        desk.out.push(Intent::AddRelation { source, target });
        if !stays || source == target {
            desk.view.relating_from = None;
            self.keyboard.link_target = None;
            self.keyboard.walks_relations_of = Some(source);
        }
    }

    /// Enter: the name of an actor, or all that can be said of a relation.
    fn edit_selected(&mut self, desk: &mut Desk<'_, '_>) {
        let selection = desk.context.selection();
        if let Some(actor) = selection.single_actor() {
            desk.out.push(Intent::StartRename(actor));
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

    /// The relations of the selected actor, one after the other.
    fn walk_relations(&mut self, desk: &mut Desk<'_, '_>, backwards: bool) {
        let selection = desk.context.selection();
        let current = selection.single_relation();
        let walked = self.keyboard.walks_relations_of.filter(|_| current.is_some());
        let first_end = current.and_then(|id| Some(desk.context.constellation().relation(id)?.source));
        let Some(actor) = selection.single_actor().or(walked).or(first_end) else {
            return;
        };
        let shown = desk.context.scene.ties.iter().map(|tie| tie.relation);
        let constellation = desk.context.constellation();
        let relations: Vec<RelationId> = shown
            .filter(|id| constellation.relation(*id).is_some_and(|one| one.touches(actor)))
            .collect();
        if relations.is_empty() {
            return;
        }
        let at = current.and_then(|id| relations.iter().position(|other| *other == id));
        let count = relations.len();
        let next = match (at, backwards) {
            (Some(at), false) => (at + 1) % count,
            (Some(at), true) => (at + count - 1) % count,
            (None, false) => 0,
            (None, true) => count - 1,
        };
        self.keyboard.walks_relations_of = Some(actor);
        desk.out
            .push(Intent::Reveal(Selection::of_relation(relations[next])));
    }
}

/// Under the pointer when it is on the board, else in the middle of the view; never on another piece.
fn add_actor(ui: &Ui, response: &Response, desk: &mut Desk<'_, '_>) {
    let pointer = ui.input(|input| input.pointer.hover_pos());
    let on_screen = pointer
        .filter(|_| response.contains_pointer())
        .unwrap_or(desk.viewport.rect.center());
    let pos = free_place(desk.context, desk.viewport.board_from_screen(on_screen));
    add_actor_at(desk.view.active_actor_kind.clone(), pos, desk.out);
}

/// Adds an actor with its name in edit; the step stays open until the name is given.
pub(super) fn add_actor_at(kind: Option<crate::model::ActorKindId>, pos: Point, out: &mut Intents) {
    let new = NewActor {
        label: String::new(),
        kind,
        pos: Some(pos),
    };
    out.push(Intent::BeginGesture(Label::AddActor));
    out.push(Intent::AddActorAndName(new));
}

/// The place itself, or the nearest one around it that keeps clear of every piece.
pub(super) fn free_place(context: &FrameContext<'_>, wanted: Pos2) -> Point {
    free_places(context, wanted, 1)[0]
}

/// Places at and around `wanted`, clear of every piece and of each other.
pub(super) fn free_places(context: &FrameContext<'_>, wanted: Pos2, count: usize) -> Vec<Point> {
    const CLEARANCE: f32 = 96.0;
    let mut taken: Vec<Pos2> = context.scene.pieces.iter().map(centre).collect();
    // First where the hand is, then in growing rings around it.
    let rings = (1..200u16).flat_map(|ring| {
        let radius = f32::from(ring) * CLEARANCE * 1.15;
        (0..ring * 6).map(move |step| {
            let angle = std::f32::consts::TAU * f32::from(step) / f32::from(ring * 6);
            vec2(angle.cos(), angle.sin()) * radius
        })
    });
    let mut spots = std::iter::once(wanted).chain(rings.map(|offset| wanted + offset));
    (0..count)
        .map(|_| {
            let is_free = |pos: &Pos2| taken.iter().all(|other| other.distance(*pos) >= CLEARANCE);
            let pos = spots.find(is_free).unwrap_or(wanted);
            taken.push(pos);
            Point::new(f64::from(pos.x), f64::from(pos.y)).rounded()
        })
        .collect()
}

/// A digit: the weight of the selected relations or of the next one; the tower of selected actors.
fn set_number(desk: &mut Desk<'_, '_>, digit: u8) {
    let selection = desk.context.selection();
    let relations: Vec<RelationId> = selection.relations.iter().copied().collect();
    let is_relating = desk.view.relating_from.is_some() || desk.view.tool == Tool::Relate;
    if digit > 0 && !relations.is_empty() && desk.view.relating_from.is_none() {
        let edit = RelationEdit::Weight(f64::from(digit));
        desk.out.push(Intent::EditRelations(relations, edit));
    } else if digit > 0 && is_relating {
        desk.view.active_weight = f64::from(digit);
    } else if !selection.actors.is_empty() && !is_relating {
        let actors = selection.actors.iter().copied().collect();
        let edit = ActorEdit::Influence(Some(u32::from(digit)));
        desk.out.push(Intent::EditActors(actors, edit));
    }
}

/// Plus and minus build the tower of every selected actor.
fn tower(desk: &mut Desk<'_, '_>, step: i32) {
    let constellation = desk.context.constellation();
    let edits: Vec<_> = desk
        .context
        .selection()
        .actors
        .iter()
        .filter_map(|id| {
            let before = constellation.actor(*id)?.influence;
            let after = before.unwrap_or(0).checked_add_signed(step)?;
            let edit = ActorEdit::Influence(Some(after));
            (before != Some(after)).then(|| Intent::EditActors(vec![*id], edit))
        })
        .collect();
    if !edits.is_empty() {
        desk.out.push(Intent::BeginGesture(Label::EditActor));
        desk.out.extend(edits);
        desk.out.push(Intent::EndGesture);
    }
}

fn direction_of(key: Key) -> Option<(f32, f32)> {
    match key {
        Key::ArrowLeft => Some((-1.0, 0.0)),
        Key::ArrowRight => Some((1.0, 0.0)),
        Key::ArrowUp => Some((0.0, -1.0)),
        Key::ArrowDown => Some((0.0, 1.0)),
        _ => None,
    }
}

fn digit_of(key: Key) -> Option<u8> {
    const DIGITS: [Key; 10] = [
        Key::Num0,
        Key::Num1,
        Key::Num2,
        Key::Num3,
        Key::Num4,
        Key::Num5,
        Key::Num6,
        Key::Num7,
        Key::Num8,
        Key::Num9,
    ];
    let at = DIGITS.iter().position(|digit| *digit == key)?;
    u8::try_from(at).ok()
}

/// The nearest piece in a direction: what is straight ahead counts as nearer than what is aside.
fn nearest(scene: &Scene, from: ActorId, (dx, dy): (f32, f32)) -> Option<ActorId> {
    let start = centre(scene.piece(from)?);
    let cost = |pos: Pos2| {
        let step = pos - start;
        let ahead = step.x * dx + step.y * dy;
        let aside = (step.x * dy - step.y * dx).abs();
        (ahead > 1.0 && aside <= ahead * 2.5).then_some(ahead + 2.0 * aside)
    };
    scene
        .pieces
        .iter()
        .filter(|piece| piece.actor != from)
        .filter_map(|piece| Some((piece.actor, cost(centre(piece))?)))
        .min_by(|a, b| a.1.total_cmp(&b.1))
        .map(|(actor, _)| actor)
}

fn nearest_of_all(scene: &Scene, from: ActorId) -> Option<ActorId> {
    let start = centre(scene.piece(from)?);
    scene
        .pieces
        .iter()
        .filter(|piece| piece.actor != from)
        .min_by(|a, b| {
            centre(a)
                .distance_sq(start)
                .total_cmp(&centre(b).distance_sq(start))
        })
        .map(|piece| piece.actor)
}

/// The middle of a relation, board units.
pub(super) fn middle_of(scene: &Scene, id: RelationId) -> Option<Pos2> {
    let tie = scene.ties.iter().find(|tie| tie.relation == id)?;
    let middle = super::geometry::tie_curve(scene, tie)?.at(0.5);
    Some(super::geometry::pos(middle))
}
