//! Names dragged from the tray and let go on the board.

use egui::{Response, Ui};

use super::camera::Viewport;
use super::geometry;
use crate::command::{Edit, Look};
use crate::edit::Selection;
use crate::model::Point;
use crate::ui::panels::tray::Dragged;
use crate::ui::{FrameContext, Intents};

/// Puts the names where they were let go.
pub fn dropped_ui(
    ui: &Ui,
    board: &Response,
    context: &FrameContext<'_>,
    viewport: &Viewport,
    out: &mut Intents,
) {
    let Some(names) = board.dnd_release_payload::<Dragged>() else {
        return;
    };
    let Some(pos) = ui.input(|input| input.pointer.latest_pos()) else {
        return;
    };
    let places = places(context, viewport.point_from_screen(pos).rounded(), names.0.len());
    let moves = names.0.iter().copied().zip(places.into_iter().map(Some));
    out.push(Edit::Place(moves.collect()));
    out.push(Look::Select(Selection::of_actors(names.0.iter().copied())));
    board.request_focus();
}

/// One name stands exactly there, unless a piece stands there; several stand around it.
fn places(context: &FrameContext<'_>, at: Point, count: usize) -> Vec<Point> {
    let place = egui::pos2(at.x as f32, at.y as f32);
    let is_taken = context
        .scene
        .pieces
        .iter()
        .any(|piece| geometry::centre(piece).distance(place) < 2.0 * piece.radius);
    if count == 1 && !is_taken {
        return vec![at];
    }
    context.constellation().free_places(at, count)
}
