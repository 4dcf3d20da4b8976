//! Lining up with the neighbours while dragging.

use std::collections::BTreeSet;

use egui::{Pos2, pos2};

use super::geometry::centre;
use crate::model::ActorId;
use crate::scene::Scene;

/// How near, in points, a piece must come to the line of a neighbour to be drawn onto it.
pub const REACH: f32 = 6.0;
/// More neighbours than this would catch the piece everywhere.
const MOST_NEIGHBOURS: usize = 24;
/// How far a guide reaches beyond the pieces it joins, board units.
const OVERHANG: f32 = 30.0;

/// The pieces a dragged piece lines up with.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Neighbours {
    places: Vec<Pos2>,
}

/// Where the piece lands, and the lines that say why.
#[derive(Debug, Clone, PartialEq)]
pub struct Snapped {
    pub pos: Pos2,
    pub guides: Vec<[Pos2; 2]>,
}

impl Neighbours {
    /// The nearest pieces that are not `moving` themselves.
    pub fn around(scene: &Scene, pos: Pos2, moving: &BTreeSet<ActorId>) -> Self {
        let mut places: Vec<Pos2> = scene
            .pieces
            .iter()
            .filter(|piece| !moving.contains(&piece.actor))
            .map(centre)
            .collect();
        if places.len() > MOST_NEIGHBOURS {
            let distance = |place: &Pos2| place.distance_sq(pos);
            places.select_nth_unstable_by(MOST_NEIGHBOURS, |a, b| distance(a).total_cmp(&distance(b)));
            places.truncate(MOST_NEIGHBOURS);
        }
        Self { places }
    }

    /// `reach` in board units.
    pub fn snap(&self, wanted: Pos2, reach: f32) -> Snapped {
        let nearest = |along: fn(Pos2) -> f32| {
            self.places
                .iter()
                .map(|&place| along(place))
                .filter(|value| (value - along(wanted)).abs() <= reach)
                .min_by(|a, b| (a - along(wanted)).abs().total_cmp(&(b - along(wanted)).abs()))
        };
        let (x, y) = (nearest(|pos| pos.x), nearest(|pos| pos.y));
        let pos = pos2(x.unwrap_or(wanted.x), y.unwrap_or(wanted.y));
        let mut guides = Vec::new();
        if let Some(x) = x {
            let (top, bottom) = self.span(pos, |place| place.x == x, |place| place.y);
            guides.push([pos2(x, top - OVERHANG), pos2(x, bottom + OVERHANG)]);
        }
        if let Some(y) = y {
            let (left, right) = self.span(pos, |place| place.y == y, |place| place.x);
            guides.push([pos2(left - OVERHANG, y), pos2(right + OVERHANG, y)]);
        }
        Snapped { pos, guides }
    }

    fn span(&self, pos: Pos2, is_on: impl Fn(Pos2) -> bool, along: fn(Pos2) -> f32) -> (f32, f32) {
        let values = self
            .places
            .iter()
            .filter(|place| is_on(**place))
            .map(|place| along(*place));
        values.fold((along(pos), along(pos)), |(least, most), value| {
            (least.min(value), most.max(value))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_piece_near_the_line_of_a_neighbour_lands_on_it() {
        let neighbours = Neighbours {
            places: vec![pos2(100.0, 0.0), pos2(0.0, 300.0)],
        };
        let snapped = neighbours.snap(pos2(104.0, 200.0), 6.0);
        assert_eq!(snapped.pos, pos2(100.0, 200.0));
        assert_eq!(snapped.guides, vec![[pos2(100.0, -30.0), pos2(100.0, 230.0)]]);
    }

    #[test]
    fn a_piece_far_from_every_line_stays_where_the_hand_is() {
        let neighbours = Neighbours {
            places: vec![pos2(100.0, 0.0)],
        };
        let snapped = neighbours.snap(pos2(120.0, 200.0), 6.0);
        assert_eq!(snapped.pos, pos2(120.0, 200.0));
        assert!(snapped.guides.is_empty());
    }
}
