//! Pieces taken up and carried along.

use egui::{Pos2, Vec2, pos2};

use super::{Facts, HandEffect, HandGesture, Pointer};
use crate::command::{Edit, Look};
use crate::edit::{Label, Selection};
use crate::model::{ActorId, Point, Reach};
use crate::scene::{Piece, Scene};
use crate::ui::canvas::snap::{self, Neighbours};

/// Pieces under way.
#[derive(Debug, Clone, PartialEq)]
pub struct Moving {
    /// Where the hand took hold, board units.
    grip: Pos2,
    grabbed: ActorId,
    /// Old places, the grabbed piece among them.
    pub from: Vec<(ActorId, Point)>,
    neighbours: Neighbours,
    reach: Reach,
    pub guides: Vec<[Pos2; 2]>,
}

impl Moving {
    /// Where the hand took hold, board units.
    pub fn grip(&self) -> Pos2 {
        self.grip
    }

    /// The piece in the hand, and where its middle is seen from where the hand took hold.
    pub fn held<'a>(&self, scene: &'a Scene) -> Option<(&'a Piece, Vec2)> {
        let piece = scene.piece(self.grabbed)?;
        let (_, from) = self.from.iter().find(|(id, _)| *id == self.grabbed)?;
        Some((piece, pos2(from.x as f32, from.y as f32) - self.grip))
    }
}

/// A selected piece takes the whole selection along; another piece goes alone, or joins with Shift or Ctrl.
pub(super) fn take_up(
    grabbed: ActorId,
    at: Pointer,
    facts: &Facts<'_>,
    out: &mut Vec<HandEffect>,
) -> HandGesture {
    let mut selection = facts.selection.clone();
    if !selection.actors.contains(&grabbed) {
        if !at.keys.shift && !at.keys.cmd {
            selection = Selection::default();
        }
        selection.actors.insert(grabbed);
        out.push(HandEffect::send(Look::Select(selection.clone())));
    }
    let place_of = |id: &ActorId| Some((*id, facts.constellation.actor(*id)?.pos?));
    let from: Vec<_> = selection.actors.iter().filter_map(place_of).collect();
    out.push(HandEffect::send(Edit::Begin(Label::MoveActors)));
    HandGesture::Moving(Moving {
        grip: at.in_board,
        grabbed,
        neighbours: Neighbours::around(facts.scene, at.in_board, &selection.actors),
        reach: facts.constellation.reach_of(&from),
        from,
        guides: Vec::new(),
    })
}

impl Moving {
    pub(super) fn follow(&mut self, to: Pointer, facts: &Facts<'_>, out: &mut Vec<HandEffect>) {
        let mut step = to.in_board - self.grip;
        self.guides.clear();
        if to.keys.shift {
            // Along one axis, as every drawing program does.
            if step.x.abs() >= step.y.abs() {
                step.y = 0.0;
            } else {
                step.x = 0.0;
            }
        } else if !to.keys.cmd
            && let Some((_, from)) = self.from.iter().find(|(id, _)| *id == self.grabbed)
        {
            let wanted = pos2(from.x as f32, from.y as f32) + step;
            let snapped = self.neighbours.snap(wanted, snap::REACH / facts.zoom);
            step += snapped.pos - wanted;
            self.guides = snapped.guides;
        }
        let (dx, dy) = self.reach.limit(f64::from(step.x), f64::from(step.y));
        let moves = self
            .from
            .iter()
            .map(|(id, from)| (*id, Some(from.offset(dx, dy).rounded())))
            .collect();
        out.push(HandEffect::send(Edit::Place(moves)));
    }
}
