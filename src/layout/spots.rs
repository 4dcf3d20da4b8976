//! Free spots for who is stuck between pieces that stay where they are.

use super::separate::{Cells, overlap};
use super::{Footprint, GoOn, Place, Room};
use crate::numeric::sin_cos;

/// How far from each other spots are tried, about.
const STEP: f64 = 16.0;
/// After so many they lie twice as far apart, and further on: the last are beyond most crowds.
const CLOSE: f64 = 5_000.0;
const MOST_SPOTS: usize = 20_000;
const GOLDEN_ANGLE: f64 = 2.399_963_229_728_653;

/// Sets each piece that lies on another, and may be moved, on the nearest free spot of its room: where there is none for
/// its name, on one for the piece alone, and in a full room it stays. Nobody else moves. Deterministic. O(n) for each that is moved, and the spots it tries.
pub(super) fn to_free_spots(
    places: &mut [Place],
    footprints: &[Footprint],
    rooms: &[Room],
    growth: f64,
    go_on: GoOn<'_>,
) {
    let mut cells = Cells::new(places, footprints);
    let bare: Vec<Footprint> = footprints.iter().map(without_name).collect();
    for v in 0..places.len() {
        if !go_on(v as f32 / places.len() as f32) {
            return;
        }
        if rooms[v].stands_firm() || is_free(v, places, footprints, &cells) {
            continue;
        }
        let from = places[v];
        let nearest = |at: usize| {
            let (sin, cos) = sin_cos(at as f64 * GOLDEN_ANGLE);
            let away = STEP * (at as f64).sqrt() * (1.0 + at as f64 / CLOSE);
            let spot = Place::new(from.x + cos * away, from.y + sin * away);
            rooms[v].nearest(spot, &footprints[v], growth)
        };
        // In a room that is too full names may lie on each other, pieces not.
        let has_moved = [footprints, &bare].iter().any(|footprints| {
            (0..MOST_SPOTS).any(|at| {
                places[v] = nearest(at);
                is_free(v, places, footprints, &cells)
            })
        });
        if has_moved {
            cells = Cells::new(places, footprints);
        } else {
            places[v] = from;
        }
    }
}

/// As far below as above, and aside. A card reaches as far to both sides, and has no name to leave out.
fn without_name(footprint: &Footprint) -> Footprint {
    let Footprint {
        half_width,
        above,
        below,
        ..
    } = *footprint;
    if below <= above {
        return *footprint;
    }
    Footprint {
        half_width: half_width.min(above),
        above,
        below: above,
    }
}

fn is_free(v: usize, places: &[Place], footprints: &[Footprint], cells: &Cells) -> bool {
    let mut others = cells.near(places[v]).filter(|&w| w != v);
    others.all(|w| overlap(places, footprints, v, w, 0.0).is_none())
}

#[cfg(test)]
mod tests {
    use super::super::overlaps;
    use super::*;

    /// Pieces that stay, so close that nobody fits between them.
    fn crowd() -> (Vec<Place>, Vec<Footprint>, Vec<Room>) {
        let places: Vec<Place> = (0..49)
            .map(|at| {
                Place::new(
                    110.0 * f64::from(at % 7) - 330.0,
                    90.0 * f64::from(at / 7) - 270.0,
                )
            })
            .collect();
        (
            places,
            vec![Footprint::of_label("Hoorn"); 49],
            vec![Room::Fixed; 49],
        )
    }

    #[test]
    fn who_is_stuck_in_a_crowd_comes_out_beside_it_and_no_further() {
        let (mut places, mut footprints, mut rooms) = crowd();
        places.extend([
            Place::new(20.0, 10.0),
            Place::new(-90.0, 35.0),
            Place::new(20.0, 10.0),
        ]);
        footprints.extend([Footprint::of_label("Regionaal werkbedrijf"); 3]);
        rooms.extend([Room::Anywhere; 3]);
        let before = places.clone();
        to_free_spots(&mut places, &footprints, &rooms, 1.0, &|_| true);
        assert_eq!(overlaps(&places, &footprints), 0);
        assert_eq!(places[..49], before[..49]);
        assert!(
            places.iter().all(|it| it.distance(Place::default()) < 700.0),
            "{places:?}"
        );
    }

    #[test]
    fn who_has_a_room_of_its_own_stays_in_it_and_in_a_full_one_stays_where_it_is() {
        let (mut places, mut footprints, mut rooms) = crowd();
        let field = |bottom| Room::Box {
            left: -400.0,
            top: -300.0,
            right: 400.0,
            bottom,
        };
        places.push(Place::new(20.0, 10.0));
        footprints.push(Footprint::of_label("UWV"));
        rooms.push(field(300.0));
        let before = places.clone();
        to_free_spots(&mut places, &footprints, &rooms, 1.0, &|_| true);
        assert_eq!(places, before);
        footprints[49] = Footprint::of_label("Veiligheidsregio Noord-Holland Noord");
        rooms[49] = Room::Box {
            left: -480.0,
            top: -300.0,
            right: 480.0,
            bottom: 300.0,
        };
        to_free_spots(&mut places, &footprints, &rooms, 1.0, &|_| true);
        let nearest = places[..49].iter().map(|it| it.distance(places[49]));
        assert!(
            nearest.fold(f64::INFINITY, f64::min) >= 60.0,
            "the piece, if not its name"
        );
        assert!(overlaps(&places, &footprints) > 0);
        rooms[49] = field(600.0);
        to_free_spots(&mut places, &footprints, &rooms, 1.0, &|_| true);
        assert_eq!(overlaps(&places, &footprints), 0);
        assert_eq!(rooms[49].nearest(places[49], &footprints[49], 1.0), places[49]);
    }
}
