//! Where a new piece fits.

use super::{Constellation, Point};

/// Room that one piece needs with its name, board units.
const LEAST_SPACING: f64 = 110.0;
/// Further apart than this, pieces no longer look as if they came together.
const MOST_SPACING: f64 = 230.0;
/// Share of the board's room that pieces take: the rest is for moving them about.
const SHARE: f64 = 0.62;
/// Names are wider than high, and so is a board.
const STRETCH: (f64, f64) = (1.3, 0.85);

impl Constellation {
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
