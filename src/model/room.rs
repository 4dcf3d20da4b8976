//! Where a new piece fits.

use super::{ActorId, Constellation, Point};

/// Room that one piece needs with its name, board units.
const LEAST_SPACING: f64 = 110.0;
/// Pieces further apart than this no longer look as if they arrived together.
const MOST_SPACING: f64 = 230.0;
/// Share of the board's room that pieces take: the rest is for moving them about.
const SHARE: f64 = 0.62;
/// How often a place beside the one asked for is tried for a group of pieces.
const MOST_TRIES: u32 = 400;
/// Names are wider than high, and so is a board.
const STRETCH: (f64, f64) = (1.3, 0.85);

/// A piece may stand this far outside the edge of the board, or of the pieces that stand outside already.
const BEYOND_EDGE: f64 = 200.0;

/// How far pieces can be moved together without leaving the reach of the board.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reach {
    least: Point,
    most: Point,
}

impl Reach {
    /// The step, as far as it can go.
    pub fn limit(&self, dx: f64, dy: f64) -> (f64, f64) {
        (
            dx.clamp(self.least.x, self.most.x),
            dy.clamp(self.least.y, self.most.y),
        )
    }
}

impl Constellation {
    /// How far these pieces can be moved together. A piece that stands out of reach already need not come
    /// back, but goes no further.
    pub fn reach_of(&self, moving: &[(ActorId, Point)]) -> Reach {
        let ids: std::collections::BTreeSet<ActorId> = moving.iter().map(|(id, _)| *id).collect();
        let (half_width, half_height) = (self.board.width / 2.0, self.board.height / 2.0);
        let others = self.actors.values().filter(|actor| !ids.contains(&actor.id));
        let (mut low, mut high) = (
            Point::new(-half_width, -half_height),
            Point::new(half_width, half_height),
        );
        for pos in others.filter_map(|actor| actor.pos) {
            low = Point::new(low.x.min(pos.x), low.y.min(pos.y));
            high = Point::new(high.x.max(pos.x), high.y.max(pos.y));
        }
        let (low, high) = (
            low.offset(-BEYOND_EDGE, -BEYOND_EDGE),
            high.offset(BEYOND_EDGE, BEYOND_EDGE),
        );
        let mut least = Point::new(f64::NEG_INFINITY, f64::NEG_INFINITY);
        let mut most = Point::new(f64::INFINITY, f64::INFINITY);
        for (_, pos) in moving {
            least = Point::new(
                least.x.max((low.x - pos.x).min(0.0)),
                least.y.max((low.y - pos.y).min(0.0)),
            );
            most = Point::new(
                most.x.min((high.x - pos.x).max(0.0)),
                most.y.min((high.y - pos.y).max(0.0)),
            );
        }
        Reach { least, most }
    }

    /// How far a group of pieces must be put from where it was asked for to keep clear of the pieces that
    /// stand, all of it together. `pieces` are the places asked for.
    pub fn clear_offset(&self, pieces: &[Point]) -> (f64, f64) {
        let mut standing: Vec<Point> = self.actors.values().filter_map(|actor| actor.pos).collect();
        standing.extend(self.board.issue_pos);
        if pieces.is_empty() || standing.is_empty() {
            return (0.0, 0.0);
        }
        let clear = LEAST_SPACING * 0.85;
        let cell = |pos: Point| ((pos.x / clear).floor() as i64, (pos.y / clear).floor() as i64);
        let mut grid: std::collections::HashMap<(i64, i64), Vec<Point>> = std::collections::HashMap::new();
        for pos in &standing {
            grid.entry(cell(*pos)).or_default().push(*pos);
        }
        let is_clear = |dx: f64, dy: f64| {
            pieces.iter().all(|pos| {
                let pos = pos.offset(dx, dy);
                let (column, row) = cell(pos);
                let around = (-1..=1).flat_map(|x| (-1..=1).map(move |y| (column + x, row + y)));
                around
                    .filter_map(|at| grid.get(&at))
                    .flatten()
                    .all(|other| other.distance(pos) >= clear)
            })
        };
        // Outwards, a little further every time; past the last piece there is always room.
        let offsets = (0u32..MOST_TRIES).map(|number| {
            let radius = 0.3 * LEAST_SPACING * f64::from(number).sqrt();
            let angle = f64::from(number) * 2.399_963_229_728_653;
            (radius * angle.cos(), radius * angle.sin())
        });
        let right = |places: &[Point]| places.iter().fold(f64::NEG_INFINITY, |most, pos| most.max(pos.x));
        let left = pieces.iter().fold(f64::INFINITY, |least, pos| least.min(pos.x));
        offsets
            .into_iter()
            .find(|(dx, dy)| is_clear(*dx, *dy))
            .unwrap_or((right(&standing) + LEAST_SPACING - left, 0.0))
    }

    /// Places for `count` new pieces, clear of each other, of the pieces that stand and of the question: the
    /// first as near to `around` as can be, the others evenly around it. Many at once spread over the board,
    /// one alone stays where it was asked for.
    pub fn free_places(&self, around: Point, count: usize) -> Vec<Point> {
        let mut taken: Vec<Point> = self.actors.values().filter_map(|actor| actor.pos).collect();
        let spacing = if count > 1 {
            let each = self.board.width * self.board.height / (taken.len() + count) as f64;
            (SHARE * each.sqrt()).clamp(LEAST_SPACING, MOST_SPACING)
        } else {
            LEAST_SPACING
        };
        taken.extend(self.board.issue_pos);
        // A sunflower: every next place lies a little further out, evenly in all directions.
        let spiral = (0u32..).map(|number| {
            let radius = 0.62 * spacing * f64::from(number).sqrt();
            let angle = f64::from(number) * 2.399_963_229_728_653;
            around
                .offset(STRETCH.0 * radius * angle.cos(), STRETCH.1 * radius * angle.sin())
                .rounded()
        });
        let mut places = Vec::with_capacity(count);
        for place in spiral {
            if places.len() == count {
                break;
            }
            if taken.iter().all(|other| other.distance(place) >= spacing * 0.85) {
                taken.push(place);
                places.push(place);
            }
        }
        places
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Actor, ActorId, Language};

    fn nearest(places: &[Point]) -> f64 {
        let pairs = places
            .iter()
            .enumerate()
            .flat_map(|(at, one)| places[..at].iter().map(|other| one.distance(*other)));
        pairs.fold(f64::INFINITY, f64::min)
    }

    #[test]
    fn ten_actors_on_an_empty_board_stand_well_apart_and_on_it() {
        let constellation = Constellation::new(Language::Nl);
        let places = constellation.free_places(Point::new(0.0, 0.0), 10);
        assert_eq!(places.len(), 10);
        assert_eq!(places[0], Point::new(0.0, 0.0));
        assert!(nearest(&places) >= 150.0, "{places:?}");
        let (half_width, half_height) = (constellation.board.width / 2.0, constellation.board.height / 2.0);
        assert!(
            places
                .iter()
                .all(|place| place.x.abs() < half_width && place.y.abs() < half_height)
        );
    }

    #[test]
    fn a_thousand_actors_keep_clear_of_each_other_and_of_what_stands() {
        let mut constellation = Constellation::new(Language::Nl);
        let mut actor = Actor::new(ActorId(1), "a", "A");
        actor.pos = Some(Point::new(0.0, 0.0));
        constellation.actors.insert(actor.id, actor);
        let mut places = constellation.free_places(Point::new(0.0, 0.0), 1000);
        places.push(Point::new(0.0, 0.0));
        assert!(nearest(&places) >= LEAST_SPACING * 0.85);
    }

    #[test]
    fn one_actor_stands_where_it_was_asked_for_or_right_beside() {
        let mut constellation = Constellation::new(Language::Nl);
        let wanted = Point::new(40.0, -30.0);
        assert_eq!(constellation.free_places(wanted, 1), [wanted]);
        let mut actor = Actor::new(ActorId(1), "a", "A");
        actor.pos = Some(wanted);
        constellation.actors.insert(actor.id, actor);
        let beside = constellation.free_places(wanted, 1)[0];
        assert!((90.0..260.0).contains(&beside.distance(wanted)), "{beside:?}");
    }
}
