//! The scene's geometry in the types of the screen library, in board units.

use egui::{Pos2, Rect, pos2};

pub use crate::scene::geometry::{Curve, RING, Xy, curve_between, tie_curve};
use crate::scene::labels::Area;
use crate::scene::{Piece, Scene, Tie, geometry};
use crate::ui::ink::crossing;

pub fn xy(pos: Pos2) -> Xy {
    Xy::new(pos.x, pos.y)
}

pub fn pos(at: Xy) -> Pos2 {
    pos2(at.x, at.y)
}

/// The middle of a piece.
pub fn centre(piece: &Piece) -> Pos2 {
    pos(Xy::from(piece.pos))
}

/// Whether a place is on the piece, its ring included.
pub fn is_in_piece(piece: &Piece, at: Pos2) -> bool {
    geometry::is_in_piece(piece, xy(at))
}

/// Whether a drag that starts here draws a relation.
pub fn is_on_rim(piece: &Piece, at: Pos2, band: f32) -> bool {
    geometry::is_on_rim(piece, xy(at), band)
}

/// The spot of the rim in the direction of `towards`.
pub fn rim_towards(piece: &Piece, towards: Pos2) -> Pos2 {
    match (xy(towards) - Xy::from(piece.pos)).direction() {
        Some(direction) => pos(geometry::rim_point(piece, direction)),
        None => centre(piece),
    }
}

/// Distance from a place to a tie; infinite when the tie is hidden under its own pieces.
pub fn distance_to_tie(scene: &Scene, tie: &Tie, at: Pos2) -> f32 {
    tie_curve(scene, tie).map_or(f32::INFINITY, |curve| curve.distance(xy(at)))
}

/// Whether some of a tie may be in that part of the board.
pub fn tie_reaches_into(scene: &Scene, tie: &Tie, area: Rect) -> bool {
    let (from, to) = (&scene.pieces[tie.from], &scene.pieces[tie.to]);
    let reach = 24.0 + 32.0 * tie.lane.abs() + if tie.is_loop() { from.radius * 4.0 } else { 0.0 };
    let area = area.expand(reach);
    if tie.is_loop() {
        area.contains(centre(from))
    } else {
        crossing(centre(from), centre(to), area).is_some()
    }
}

/// The box around the piece and its ring.
pub fn piece_rect(piece: &Piece) -> Rect {
    Rect::from_center_size(centre(piece), egui::Vec2::splat(piece.radius * RING * 2.0))
}

pub fn rect_of([left, top, right, bottom]: Area) -> Rect {
    Rect::from_min_max(pos2(left, top), pos2(right, bottom))
}

pub fn area_of(rect: Rect) -> Area {
    [rect.left(), rect.top(), rect.right(), rect.bottom()]
}
