//! From events of the window to steps of the hand: pointer, wheel and touch. Keys are in `keyboard`, wheels in `wheel`.

use egui::{CursorIcon, Event, Key, PointerButton, Pos2, Rect, Response, Ui, Vec2};

use super::camera::{self, Viewport};
use super::frame_input::FrameInput;
use super::gesture::{self, Button, HandEffect, HandGesture, Keys, Pointer};
use super::hit::HitIndex;
use super::keyboard::Keyboard;
use super::menu::Menu;
use super::rename::{self, Ending};
use super::wheel::Wheel;
use super::{CanvasState, Hovered, LinkInProgress, Overlay};
use crate::command::{DeskChange, Edit, Intent};
use crate::desk::{Dialog, Tool};
use crate::model::ActorId;
use crate::scene::geometry::RING;
use crate::ui::{FrameContext, Intents};

/// Points of wheel travel that double the zoom.
const WHEEL_POINTS_PER_DOUBLING: f32 = 140.0;
/// What is carried stays this far, in points, within the edge of the view.
const EDGE: f32 = 12.0;

/// The first line of a name below its piece, in points.
const NAME_ROOM: f32 = 26.0;

/// What the hand remembers between frames.
#[derive(Debug, Default)]
pub struct Hand {
    pub(super) gesture: HandGesture,
    /// The button that the gesture began with.
    button: Option<Button>,
    pub(super) index: HitIndex,
    pub(super) keyboard: Keyboard,
    pub(super) menu: Menu,
    /// The other end of the relation whose new actor is being named.
    pub(super) names_end_of: Option<ActorId>,
    /// The name in edit was closed in this frame.
    pub(super) has_named: bool,
    wheel: Wheel,
}

/// Turns this frame's input into intents, moves of the camera, and what the overlay shows.
pub fn hand_ui(
    ui: &Ui,
    response: &Response,
    context: &FrameContext<'_>,
    canvas: &mut CanvasState,
    viewport: &mut Viewport,
    out: &mut Intents,
) {
    let card = canvas.card_in_board();
    let hand = &mut canvas.hand;
    hand.has_named = false;
    if hand.gesture.looks_under_pointer() {
        hand.index.update(context.scene, card);
    }
    let mut frame = FrameInput::new(context, viewport, out);
    forget_what_is_gone(&mut frame);
    hand.navigate(ui, response, &mut frame);
    hand.point(ui, response, &mut frame);
    hand.keys(ui, response, &mut frame);
    canvas.hovered = hand.hovered(ui, response, &frame);
    canvas.overlay = hand.overlay(ui, response, &frame, canvas.hovered);
    if response.contains_pointer() || hand.gesture.is_drag() {
        ui.set_cursor_icon(hand.cursor(ui, canvas.hovered, frame.tool()));
    }
}

fn forget_what_is_gone(frame: &mut FrameInput<'_, '_>) {
    let constellation = frame.context.constellation();
    if frame
        .relating_from()
        .is_some_and(|id| constellation.actor(id).is_none())
    {
        frame.relate_from(None);
    }
}

impl Hand {
    /// How often the grid under the pointer was built, for tests that count instead of measuring time.
    pub fn hit_builds(&self) -> u64 {
        self.index.builds()
    }

    fn pointer(&self, ui: &Ui, frame: &FrameInput<'_, '_>, on_screen: Pos2) -> Pointer {
        // What is carried stays in sight: let go beside the board it would lie under a panel.
        let sight = frame.viewport.rect.shrink(EDGE);
        let sight = match &self.gesture {
            HandGesture::Moving(moving) => Some(whole_in_sight(frame, moving)),
            HandGesture::MovingIssue { .. } => Some(sight),
            // A fast hand is out of sight with its first move.
            HandGesture::Pressed { at, .. } => Some(sight.union(Rect::from_pos(at.on_screen))),
            _ => None,
        };
        let on_screen = sight.map_or(on_screen, |sight| {
            on_screen.clamp(sight.min, sight.max.max(sight.min))
        });
        let in_board = frame.viewport.board_from_screen(on_screen);
        let is_typing = ui.text_edit_focused();
        // While pieces move the grid stays as it was: it would be built anew every frame.
        let over = if self.gesture.looks_under_pointer() {
            self.index
                .at(frame.context.scene, in_board, frame.viewport.zoom())
        } else {
            Hovered::Nothing
        };
        ui.input(|input| Pointer {
            on_screen,
            in_board,
            over,
            keys: Keys {
                shift: input.modifiers.shift,
                cmd: input.modifiers.command,
                space: input.key_down(Key::Space) && !is_typing,
            },
            is_finger: input.any_touches(),
        })
    }

    fn point(&mut self, ui: &Ui, response: &Response, frame: &mut FrameInput<'_, '_>) {
        self.gesture
            .forget_closed_step(frame.context.document.is_in_gesture());
        let mut effects = Vec::new();
        if response.long_touched() && matches!(self.gesture, HandGesture::Pressed { .. }) {
            self.long_touch(ui, response, frame, &mut effects);
        }
        // Two fingers move and zoom the view; whatever one finger had begun was no gesture of its own.
        if ui.input(|input| input.multi_touch().is_some()) {
            self.gesture.abort(&mut effects);
        }
        let events = ui.input(|input| input.events.clone());
        for event in &events {
            match event {
                Event::PointerButton {
                    pos, button, pressed, ..
                } => {
                    let Some(button) = button_of(*button) else {
                        continue;
                    };
                    let at = self.pointer(ui, frame, *pos);
                    if *pressed {
                        if is_on_board(ui, response, button) {
                            response.request_focus();
                            rename::finish_open(frame.context, self, Ending::Done, frame.out);
                            self.keyboard.end_burst(frame.out);
                            self.keyboard.let_go();
                            self.button = Some(button);
                            self.gesture
                                .press(button, at, &frame.facts(&self.index), &mut effects);
                        }
                    } else if self.button == Some(button) {
                        self.button = None;
                        self.release(ui, button, at, frame, &mut effects);
                    }
                }
                Event::PointerMoved(pos) if !self.gesture.is_idle() => {
                    let at = self.pointer(ui, frame, *pos);
                    self.gesture.moved(at, &frame.facts(&self.index), &mut effects);
                }
                _ => {}
            }
        }
        self.finish_lost_gesture(ui, frame, &mut effects);
        carry_out(effects, self, frame);
    }

    fn release(
        &mut self,
        ui: &Ui,
        button: Button,
        at: Pointer,
        frame: &FrameInput<'_, '_>,
        effects: &mut Vec<HandEffect>,
    ) {
        let was_click = matches!(self.gesture, HandGesture::Pressed { .. });
        let facts = frame.facts(&self.index);
        self.gesture.release(at, &facts, effects);
        let is_double = ui.input(|input| input.pointer.button_double_clicked(PointerButton::Primary));
        if was_click && is_double && button == Button::Primary && !at.keys.space {
            gesture::double_click(at, &facts, effects);
        }
    }

    /// A press and hold on a touch screen is what the right button is for a mouse.
    fn long_touch(
        &mut self,
        ui: &Ui,
        response: &Response,
        frame: &FrameInput<'_, '_>,
        effects: &mut Vec<HandEffect>,
    ) {
        let Some(pos) = response.interact_pointer_pos() else {
            return;
        };
        let at = self.pointer(ui, frame, pos);
        let facts = frame.facts(&self.index);
        self.gesture = HandGesture::Pressed {
            button: Button::Secondary,
            at,
        };
        self.gesture.release(at, &facts, effects);
    }

    /// The release can get lost, e.g. when another window takes the pointer.
    fn finish_lost_gesture(&mut self, ui: &Ui, frame: &FrameInput<'_, '_>, effects: &mut Vec<HandEffect>) {
        let (is_down, pos) = ui.input(|input| (input.pointer.any_down(), input.pointer.latest_pos()));
        if is_down || self.gesture.is_idle() {
            return;
        }
        self.button = None;
        match pos {
            Some(pos) if self.gesture.is_drag() => {
                let at = self.pointer(ui, frame, pos);
                self.gesture.release(at, &frame.facts(&self.index), effects);
            }
            _ => {
                self.gesture.abort(effects);
            }
        }
    }

    /// Wheel, touchpad and two fingers move the camera.
    fn navigate(&mut self, ui: &Ui, response: &Response, frame: &mut FrameInput<'_, '_>) {
        let multi_touch = ui.input(egui::InputState::multi_touch);
        if let Some(touch) = multi_touch.filter(|_| response.contains_pointer()) {
            let camera = camera::zoomed_about(frame.viewport, touch.center_pos, touch.zoom_delta);
            frame.viewport.camera = camera::panned(camera, touch.translation_delta);
            return;
        }
        self.wheel.look(ui, response.contains_pointer());
        if !response.contains_pointer() {
            return;
        }
        let Some(pos) = ui.input(|input| input.pointer.hover_pos()) else {
            return;
        };
        let (zoom, scroll) = ui.input(|input| (input.zoom_delta(), input.smooth_scroll_delta()));
        // A list that was being scrolled runs out: the board that the pointer has come over since stays still.
        let is_run_out = !self.wheel.began_on_board;
        let (zoom, scroll) = match (is_run_out, ui.input(|input| input.modifiers.command)) {
            (false, _) => (zoom, scroll),
            (true, false) => (zoom, Vec2::ZERO),
            (true, true) => (1.0, Vec2::ZERO),
        };
        let mut factor = zoom;
        if scroll != Vec2::ZERO {
            if self.wheel.is_mouse && scroll.x == 0.0 {
                factor *= (scroll.y / WHEEL_POINTS_PER_DOUBLING).exp2();
            } else {
                frame.viewport.camera = camera::panned(frame.viewport.camera, scroll);
            }
        }
        if factor != 1.0 {
            frame.viewport.camera = camera::zoomed_about(frame.viewport, pos, factor);
        }
    }

    fn hovered(&self, ui: &Ui, response: &Response, frame: &FrameInput<'_, '_>) -> Hovered {
        let Some(pos) = ui.input(|input| input.pointer.hover_pos()) else {
            return Hovered::Nothing;
        };
        match self.gesture {
            HandGesture::Idle | HandGesture::Pressed { .. } if response.contains_pointer() => {
                self.pointer(ui, frame, pos).over
            }
            HandGesture::Linking { target, .. } => target.map_or(Hovered::Nothing, Hovered::Piece),
            _ => Hovered::Nothing,
        }
    }

    fn overlay(&self, ui: &Ui, response: &Response, frame: &FrameInput<'_, '_>, hovered: Hovered) -> Overlay {
        let mut overlay = Overlay::default();
        match &self.gesture {
            HandGesture::Moving(moving) => {
                overlay.guides.clone_from(&moving.guides);
                overlay.ghosts = moving
                    .from
                    .iter()
                    .map(|(id, from)| (*id, egui::pos2(from.x as f32, from.y as f32)))
                    .collect();
            }
            HandGesture::Linking { source, to, target } => {
                overlay.link = Some(LinkInProgress {
                    from: *source,
                    to: *to,
                    target: *target,
                });
            }
            HandGesture::Catching(catching) if catching.lasso.is_empty() => {
                overlay.selection_box = Some(catching.area());
            }
            HandGesture::Catching(catching) => overlay.lasso.clone_from(&catching.lasso),
            _ => {}
        }
        if let (Some(from), None) = (frame.relating_from(), &overlay.link) {
            overlay.link = self.link_by_steps(ui, frame, from, hovered);
        }
        if response.has_focus() {
            overlay.focused = frame.context.selection().single_actor();
        }
        overlay
    }

    /// The line of a relation of which the second piece is still to be chosen.
    fn link_by_steps(
        &self,
        ui: &Ui,
        frame: &FrameInput<'_, '_>,
        from: ActorId,
        hovered: Hovered,
    ) -> Option<LinkInProgress> {
        if let Some(target) = self.keyboard.link_target {
            let piece = frame.context.scene.piece(target)?;
            let to = super::geometry::centre(piece);
            return Some(LinkInProgress {
                from,
                to,
                target: Some(target),
            });
        }
        let pos = ui.input(|input| input.pointer.hover_pos())?;
        Some(LinkInProgress {
            from,
            to: frame.viewport.board_from_screen(pos),
            target: hovered.actor().filter(|actor| *actor != from),
        })
    }

    fn cursor(&self, ui: &Ui, hovered: Hovered, tool: Tool) -> CursorIcon {
        let has_space = ui.input(|input| input.key_down(Key::Space)) && !ui.text_edit_focused();
        match (&self.gesture, hovered) {
            (HandGesture::Panning { .. } | HandGesture::Moving(_) | HandGesture::MovingIssue { .. }, _) => {
                CursorIcon::Grabbing
            }
            (HandGesture::Linking { .. } | HandGesture::Catching(_), _) => CursorIcon::Crosshair,
            _ if has_space => CursorIcon::Grab,
            (_, Hovered::Rim(_)) => CursorIcon::Crosshair,
            (_, Hovered::Piece(_)) if tool == Tool::Relate => CursorIcon::Crosshair,
            (_, Hovered::Piece(_)) if tool == Tool::Towers => CursorIcon::PointingHand,
            (_, Hovered::Piece(_) | Hovered::Issue) => CursorIcon::Grab,
            (_, Hovered::Tie(_)) => CursorIcon::PointingHand,
            (_, Hovered::Nothing) if tool == Tool::Actor => CursorIcon::Copy,
            (_, Hovered::Nothing) => CursorIcon::Default,
        }
    }
}

fn carry_out(effects: Vec<HandEffect>, hand: &mut Hand, frame: &mut FrameInput<'_, '_>) {
    for effect in effects {
        match effect {
            HandEffect::Send(intent) => {
                if let Intent::Edit(Edit::AddRelationToNew { source, .. }) = intent {
                    hand.names_end_of = Some(source);
                }
                frame.out.push(intent);
            }
            HandEffect::Pan(delta) => frame.viewport.camera = camera::panned(frame.viewport.camera, delta),
            HandEffect::RelateFrom(actor) => {
                frame.relate_from(actor);
                hand.keyboard.link_target = None;
            }
            HandEffect::OpenMenu(over, pos) => {
                let point = frame.viewport.point_from_screen(pos);
                hand.menu.open(over, pos, point);
            }
            HandEffect::EditIssue => frame.out.push(DeskChange::Open(Dialog::Properties)),
        }
    }
}

/// Where the hand may be so that the piece it holds is in sight as a whole, its name below it included.
fn whole_in_sight(frame: &FrameInput<'_, '_>, moving: &gesture::Moving) -> Rect {
    let viewport = &*frame.viewport;
    let Some((piece, from_grip)) = moving.held(frame.context.scene) else {
        return viewport.rect.shrink(EDGE);
    };
    let around = piece.radius * RING * viewport.zoom() + 2.0;
    let mut room = viewport.rect.shrink(around);
    room.max.y -= NAME_ROOM;
    // Who was taken up at the edge is not pulled out of the hand.
    room.translate(-from_grip * viewport.zoom())
        .union(Rect::from_pos(viewport.screen_from_board(moving.grip())))
}

/// Whether the press belongs to the board and not to something that lies on it.
fn is_on_board(ui: &Ui, response: &Response, button: Button) -> bool {
    let egui_button = match button {
        Button::Primary => PointerButton::Primary,
        Button::Secondary => PointerButton::Secondary,
        Button::Middle => PointerButton::Middle,
    };
    // A tap of a touchpad goes down and up within one frame: then only the click tells.
    response.is_pointer_button_down_on()
        || response.clicked_by(egui_button)
        || (response.contains_pointer() && ui.input(|input| input.pointer.button_down(egui_button)) && {
            // The second button of two: egui follows the first only.
            button != Button::Primary && response.hovered()
        })
}

fn button_of(button: PointerButton) -> Option<Button> {
    match button {
        PointerButton::Primary => Some(Button::Primary),
        PointerButton::Secondary => Some(Button::Secondary),
        PointerButton::Middle => Some(Button::Middle),
        PointerButton::Extra1 | PointerButton::Extra2 => None,
    }
}

/// The box around a piece on the screen.
pub(super) fn piece_rect_on_screen(viewport: &Viewport, piece: &crate::scene::Piece) -> Rect {
    let rect = super::geometry::piece_rect(piece);
    Rect::from_min_max(
        viewport.screen_from_board(rect.min),
        viewport.screen_from_board(rect.max),
    )
}
