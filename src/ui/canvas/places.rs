//! Where things are: the next piece in a direction, the middle of a relation.

use egui::Pos2;

use crate::model::{ActorId, RelationId};
use crate::scene::Scene;
use crate::ui::canvas::geometry::{self, centre};

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
