//! The arrow keys: to another piece, moving what is selected, or moving the view.

use egui::{Key, Modifiers, Ui, vec2};

use crate::command::{DeskChange, Edit, Look};
use crate::desk::CameraRequest;
use crate::edit::{Label, Selection};
use crate::model::ActorId;
use crate::ui::canvas::camera;
use crate::ui::canvas::frame_input::FrameInput;
use crate::ui::canvas::input::Hand;
use crate::ui::canvas::places::nearest;

/// One press of an arrow moves a piece this far; with Shift by one board unit.
const NUDGE: f64 = 10.0;
/// Presses within this time are one step to undo.
const BURST_SECS: f64 = 0.8;
/// One press of an arrow with nothing selected moves the view this far, in points.
const PAN: f32 = 60.0;

impl Hand {
    pub(super) fn arrow(
        &mut self,
        frame: &mut FrameInput<'_, '_>,
        direction: (f32, f32),
        modifiers: Modifiers,
    ) {
        let scene = frame.context.scene;
        if let Some(source) = frame.relating_from() {
            let from = self.keyboard.link_target.unwrap_or(source);
            let next = nearest(scene, from, direction);
            self.keyboard.link_target = next.or(self.keyboard.link_target);
            return;
        }
        let selection = frame.context.selection();
        if modifiers.command {
            self.keyboard.end_burst(frame.out);
            let next = selection
                .actors
                .first()
                .and_then(|from| nearest(scene, *from, direction));
            if let Some(next) = next {
                frame.out.push(Look::Reveal(Selection::of_actor(next)));
            }
            return;
        }
        if selection.actors.is_empty() {
            let delta = vec2(-direction.0, -direction.1) * PAN;
            frame.viewport.camera = camera::panned(frame.viewport.camera, delta);
            return;
        }
        let step = if modifiers.shift { 1.0 } else { NUDGE };
        self.keyboard.nudge.0 += f64::from(direction.0) * step;
        self.keyboard.nudge.1 += f64::from(direction.1) * step;
    }

    /// Moves the selected pieces by what the arrows asked for, within one step per burst.
    pub(super) fn nudge(&mut self, ui: &Ui, frame: &mut FrameInput<'_, '_>, now_secs: f64) {
        let (dx, dy) = std::mem::take(&mut self.keyboard.nudge);
        if (dx, dy) == (0.0, 0.0) {
            return;
        }
        let constellation = frame.context.constellation();
        let place_of = |id: ActorId| Some((id, constellation.actor(id)?.pos?));
        let from: Vec<_> = frame.actors_on_board().into_iter().filter_map(place_of).collect();
        if from.is_empty() {
            return;
        }
        let (dx, dy) = constellation.reach_of(&from).limit(dx, dy);
        let moves = from
            .iter()
            .map(|(id, pos)| (*id, Some(pos.offset(dx, dy))))
            .collect();
        if self.keyboard.burst_ends_secs.is_none() {
            frame.out.push(Edit::Begin(Label::MoveActors));
        }
        self.keyboard.burst_ends_secs = Some(now_secs + BURST_SECS);
        ui.request_repaint_after_secs(BURST_SECS as f32);
        frame.out.push(Edit::Place(moves));
        // Nobody moves what is out of sight.
        if frame.context.desk.camera_request.is_none() {
            frame
                .out
                .push(DeskChange::MoveCamera(CameraRequest::RevealSelection));
        }
    }
}

pub(super) fn direction_of(key: Key) -> Option<(f32, f32)> {
    match key {
        Key::ArrowLeft => Some((-1.0, 0.0)),
        Key::ArrowRight => Some((1.0, 0.0)),
        Key::ArrowUp => Some((0.0, -1.0)),
        Key::ArrowDown => Some((0.0, 1.0)),
        _ => None,
    }
}
