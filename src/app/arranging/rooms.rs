//! Where pieces may stand and how much room they take, for a plan.

use crate::layout::{Footprint, LayoutPiece, PIECE_RADIUS, Place, Room};
use crate::model::{Actor, Background, Constellation, Point};
use crate::scene::geometry::{RING, RING_WIDTH, issue_area};
use crate::scene::{IssuePiece, zone_areas};

/// The question on the board: pieces keep clear of it.
pub(super) fn card(constellation: &Constellation, middle: Point) -> Option<LayoutPiece> {
    let issue = IssuePiece {
        pos: constellation.board.issue_pos?,
        text: constellation.info.issue.clone(),
    };
    let [left, top, right, bottom] = issue_area(&issue).map(f64::from);
    Some(LayoutPiece {
        footprint: Footprint::of_card(right - left, bottom - top),
        room: Room::Fixed,
        start: Place::new(issue.pos.x - middle.x, issue.pos.y - middle.y),
    })
}

/// The fields of the background, in which pieces stay: there they mean something.
pub(super) struct Rooms {
    background: Background,
    areas: Vec<[f64; 4]>,
    /// Where who comes onto the board may stand.
    of_newcomers: Room,
    middle: Point,
}

impl Rooms {
    pub fn new(constellation: &Constellation, middle: Point) -> Self {
        let areas: Vec<[f64; 4]> = zone_areas(constellation)
            .into_iter()
            .map(|area| area.map(f64::from))
            .collect();
        let board = &constellation.board;
        let mut standing = constellation.actors.values();
        let is_bound = !areas.is_empty() && standing.any(|actor| actor.pos.is_some());
        // Widening a board for newcomers would move its fields away from under the pieces on them.
        let of_newcomers = if is_bound {
            Room::Box {
                left: -board.width / 2.0 - middle.x,
                top: -board.height / 2.0 - middle.y,
                right: board.width / 2.0 - middle.x,
                bottom: board.height / 2.0 - middle.y,
            }
        } else {
            Room::Anywhere
        };
        Self {
            background: board.background,
            areas,
            of_newcomers,
            middle,
        }
    }

    pub fn piece(&self, actor: &Actor) -> LayoutPiece {
        let start = actor.pos.map(|pos| self.place(pos));
        LayoutPiece {
            footprint: footprint(actor),
            room: actor.pos.map_or(self.of_newcomers, |pos| self.room(pos)),
            start: start.unwrap_or_default(),
        }
    }

    /// Who stands outside all fields stays there: that says something too.
    fn room(&self, pos: Point) -> Room {
        if self.areas.is_empty() {
            return Room::Anywhere;
        }
        if self.background == Background::Rings {
            return self.ring(pos);
        }
        let holds = |area: &&[f64; 4]| {
            let [left, top, right, bottom] = **area;
            (left..=right).contains(&pos.x) && (top..=bottom).contains(&pos.y)
        };
        self.areas.iter().find(holds).map_or(
            self.outside(pos, Point::default()),
            |&[left, top, right, bottom]| Room::Box {
                left: left - self.middle.x,
                top: top - self.middle.y,
                right: right - self.middle.x,
                bottom: bottom - self.middle.y,
            },
        )
    }

    /// Rings are given from the outside in, by the square around them.
    fn ring(&self, pos: Point) -> Room {
        let radius = |&[left, _, right, _]: &[f64; 4]| (right - left) / 2.0;
        let [left, top, right, bottom] = self.areas[0];
        let centre = Point::new(f64::midpoint(left, right), f64::midpoint(top, bottom));
        let away = pos.distance(centre);
        let inner = self.areas.iter().map(radius).find(|radius| *radius < away);
        let outer = self.areas.iter().map(radius).rfind(|radius| *radius >= away);
        outer.map_or(self.outside(pos, centre), |outer| Room::Ring {
            centre: self.place(centre),
            inner: inner.unwrap_or(0.0),
            outer,
        })
    }

    fn outside(&self, pos: Point, centre: Point) -> Room {
        Room::Outside {
            at: self.place(pos),
            centre: self.place(centre),
        }
    }

    fn place(&self, pos: Point) -> Place {
        Place::new(pos.x - self.middle.x, pos.y - self.middle.y)
    }
}

/// The piece with its name, ring and tower.
fn footprint(actor: &Actor) -> Footprint {
    let mut footprint = Footprint::of_label(&actor.label);
    if actor.level.is_some() {
        let beyond = PIECE_RADIUS * f64::from(RING + RING_WIDTH - 1.0);
        footprint.half_width = footprint.half_width.max(PIECE_RADIUS + beyond);
        footprint.above += beyond;
        footprint.below += beyond;
    }
    if actor.influence.is_some() {
        footprint.half_width = footprint.half_width.max(PIECE_RADIUS * 2.5);
    }
    footprint
}
