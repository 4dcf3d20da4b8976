//! Where things are: the next piece in a direction, a free spot, the middle of a relation.

use egui::{Pos2, vec2};

use crate::model::{ActorId, Point, RelationId};
use crate::scene::Scene;
use crate::ui::FrameContext;
use crate::ui::canvas::geometry::{self, centre};

/// The place itself, or the nearest one around it that keeps clear of every piece.
pub fn free_place(context: &FrameContext<'_>, wanted: Pos2) -> Point {
    free_places(context, wanted, 1)[0]
}

/// Places at and around `wanted`, clear of every piece and of each other.
pub fn free_places(context: &FrameContext<'_>, wanted: Pos2, count: usize) -> Vec<Point> {
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

/// The nearest piece in a direction: what is straight ahead counts as nearer than what is aside.
pub fn nearest(scene: &Scene, from: ActorId, (dx, dy): (f32, f32)) -> Option<ActorId> {
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

pub fn nearest_of_all(scene: &Scene, from: ActorId) -> Option<ActorId> {
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
pub fn middle_of(scene: &Scene, id: RelationId) -> Option<Pos2> {
    let tie = scene.ties.iter().find(|tie| tie.relation == id)?;
    let middle = geometry::tie_curve(scene, tie)?.at(0.5);
    Some(geometry::pos(middle))
}
