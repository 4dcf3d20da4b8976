//! Where a piece may stand.

use super::{Footprint, PIECE_RADIUS, Place};

/// The part of the board that a piece keeps to. Boxes and rings grow with the board around (0, 0).
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum Room {
    #[default]
    Anywhere,
    /// It stays where it is, and the others keep clear of it.
    Fixed,
    /// It stands outside all fields, at this place, and stays outside: fixed until the fields around `centre` grow.
    Outside { at: Place, centre: Place },
    /// A field of the board.
    Box {
        left: f64,
        top: f64,
        right: f64,
        bottom: f64,
    },
    /// Between two circles around one centre.
    Ring { centre: Place, inner: f64, outer: f64 },
}

impl Room {
    /// The same room on a board that is `growth` times as large. A ring keeps its centre: the question stands
    /// there, and does not move.
    fn grown(self, growth: f64) -> Self {
        match self {
            Self::Box {
                left,
                top,
                right,
                bottom,
            } => Self::Box {
                left: left * growth,
                top: top * growth,
                right: right * growth,
                bottom: bottom * growth,
            },
            Self::Ring { centre, inner, outer } => Self::Ring {
                centre,
                inner: inner * growth,
                outer: outer * growth,
            },
            Self::Outside { at, centre } => Self::Outside {
                at: Place::new(
                    centre.x + (at.x - centre.x) * growth,
                    centre.y + (at.y - centre.y) * growth,
                ),
                centre,
            },
            other => other,
        }
    }

    /// Whether others keep clear of it, and never push it aside.
    pub(super) fn stands_firm(self) -> bool {
        matches!(self, Self::Fixed | Self::Outside { .. })
    }

    /// Left, top, right and bottom; without end where there are no sides.
    pub(super) fn bounds(self) -> [f64; 4] {
        match self {
            Self::Anywhere | Self::Fixed | Self::Outside { .. } => {
                [f64::NEG_INFINITY, f64::NEG_INFINITY, f64::INFINITY, f64::INFINITY]
            }
            Self::Box {
                left,
                top,
                right,
                bottom,
            } => [left, top, right, bottom],
            Self::Ring { centre, outer, .. } => [
                centre.x - outer,
                centre.y - outer,
                centre.x + outer,
                centre.y + outer,
            ],
        }
    }

    /// The place nearest to `place` where all of the footprint is in the room; in a room that is too small,
    /// its middle.
    pub(super) fn nearest(self, place: Place, footprint: &Footprint, growth: f64) -> Place {
        match self.grown(growth) {
            Self::Anywhere | Self::Fixed => place,
            Self::Outside { at, .. } => at,
            Self::Box {
                left,
                top,
                right,
                bottom,
            } => Place::new(
                within(place.x, left + footprint.half_width, right - footprint.half_width),
                within(place.y, top + footprint.above, bottom - footprint.below),
            ),
            Self::Ring { centre, inner, outer } => {
                // The piece decides on which ring it stands; its name may reach over the line.
                let away = place.distance(centre);
                let wanted = within(away, inner + PIECE_RADIUS, outer - PIECE_RADIUS);
                if away < 1e-9 {
                    return Place::new(centre.x, centre.y + wanted);
                }
                let share = wanted / away;
                Place::new(
                    centre.x + (place.x - centre.x) * share,
                    centre.y + (place.y - centre.y) * share,
                )
            }
        }
    }
}

fn within(value: f64, low: f64, high: f64) -> f64 {
    if low > high {
        f64::midpoint(low, high)
    } else {
        value.clamp(low, high)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_piece_and_its_name_are_brought_into_their_field() {
        let footprint = Footprint::of_label("Hollands Kroon");
        let field = Room::Box {
            left: 0.0,
            top: 0.0,
            right: 400.0,
            bottom: 300.0,
        };
        let inside = field.nearest(Place::new(-50.0, 290.0), &footprint, 1.0);
        assert_eq!(inside, Place::new(footprint.half_width, 300.0 - footprint.below));
        assert_eq!(field.nearest(inside, &footprint, 1.0), inside);
        let larger = field.nearest(Place::new(900.0, 900.0), &footprint, 2.0);
        assert_eq!(larger.x, 800.0 - footprint.half_width);
    }

    #[test]
    fn who_stands_outside_a_field_stays_outside_when_it_grows() {
        let outside = Room::Outside {
            at: Place::new(0.0, 300.0),
            centre: Place::new(0.0, 100.0),
        };
        let footprint = Footprint::of_label("UWV");
        let pushed = Place::new(5.0, 290.0);
        assert_eq!(outside.nearest(pushed, &footprint, 1.0), Place::new(0.0, 300.0));
        assert_eq!(outside.nearest(pushed, &footprint, 1.5), Place::new(0.0, 400.0));
    }

    #[test]
    fn a_piece_on_a_ring_keeps_its_direction() {
        let footprint = Footprint::of_label("UWV");
        let ring = Room::Ring {
            centre: Place::new(10.0, 0.0),
            inner: 100.0,
            outer: 200.0,
        };
        let out = ring.nearest(Place::new(40.0, 40.0), &footprint, 1.0);
        assert!((out.distance(Place::new(10.0, 0.0)) - 100.0 - PIECE_RADIUS).abs() < 1e-9);
        assert!((out.y / (out.x - 10.0) - 40.0 / 30.0).abs() < 1e-9);
        let middle = ring.nearest(Place::new(10.0, 0.0), &footprint, 1.0);
        assert!((middle.y - 100.0 - PIECE_RADIUS).abs() < 1e-9);
    }
}
