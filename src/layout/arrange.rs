//! A readable placement of any network.

use crate::numeric::hypot;

use super::network::PathLengths;
use super::spots::to_free_spots;
use super::stress::{stress, sunflower};
use super::{Footprint, GoOn, Place, Room, overlaps, pack, separate};

/// One piece to be placed, or to keep clear of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LayoutPiece {
    pub footprint: Footprint,
    pub room: Room,
    /// Where it stands now; looked at only where the room has sides or is fixed.
    pub start: Place,
}

impl LayoutPiece {
    /// A piece with this name that may stand anywhere.
    pub fn of_label(label: &str) -> Self {
        Self {
            footprint: Footprint::of_label(label),
            room: Room::Anywhere,
            start: Place::default(),
        }
    }
}

/// What is to be placed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LayoutTask<'a> {
    pub pieces: &'a [LayoutPiece],
    /// Positions in `pieces`. Taken both ways; loops and repeats have no effect.
    pub links: &'a [(u32, u32)],
    /// Width and height that a small network is spread over; (0, 0) for no more room than it needs.
    pub fills: (f64, f64),
    /// How many times as large rooms with sides may become; when that is not enough some overlap stays.
    pub grows_at_most: f64,
    pub seed: u64,
}

/// Where everyone came.
#[derive(Debug, Clone, PartialEq)]
pub struct Arrangement {
    pub places: Vec<Place>,
    /// How many times as large the rooms with sides became, to hold everyone.
    pub growth: f64,
}

/// Before pieces are pushed apart, a board may grow until at most this share of them is in each other's way:
/// what is left is a matter of small moves, that leave the room between groups.
const IN_THE_WAY: f64 = 0.5;
const MOST_STRETCH: f64 = 3.0;
/// Share of a field that distances in the network are fitted to.
const FILL: f64 = 0.8;

/// Places the pieces by stress, with who reach the same others near each other, and without overlap. Parts
/// that no relation joins lie beside each other, everything around (0, 0). A piece with a room of its own
/// stays in it, and one that is fixed where it is. Deterministic: same task, same places.
pub fn arrange(task: &LayoutTask<'_>, go_on: GoOn<'_>) -> Arrangement {
    let pieces = task.pieces;
    let footprints: Vec<Footprint> = pieces.iter().map(|piece| piece.footprint).collect();
    let has_sides = |piece: &LayoutPiece| piece.room != Room::Anywhere && !piece.room.stands_firm();
    if pieces.iter().any(has_sides) {
        let network = PathLengths::new(pieces.len(), task.links);
        return in_rooms(task, &footprints, &network, go_on);
    }
    // Who stands fixed does not pull: what is placed stays together, wherever there is room for it.
    let is_free = |v: u32| !pieces[v as usize].room.stands_firm();
    let links = task
        .links
        .iter()
        .copied()
        .filter(|&(a, b)| is_free(a) && is_free(b));
    let network = PathLengths::new(pieces.len(), &links.collect::<Vec<_>>());
    let mut places = beside_each_other(task, &footprints, &network, go_on);
    if pieces.iter().any(|piece| piece.room.stands_firm()) {
        let rooms: Vec<Room> = pieces.iter().map(|piece| piece.room).collect();
        // No growth: who is stuck between two that stay would send all others away without end.
        separate(&mut places, &footprints, &rooms, 1.0, &|_| go_on(1.0));
        to_free_spots(&mut places, &footprints, &rooms, 1.0, &|_| go_on(1.0));
    }
    Arrangement { places, growth: 1.0 }
}

/// Every part for itself, then all parts beside each other.
fn beside_each_other(
    task: &LayoutTask<'_>,
    footprints: &[Footprint],
    network: &PathLengths,
    go_on: GoOn<'_>,
) -> Vec<Place> {
    let pieces = task.pieces;
    let mut places: Vec<Place> = pieces.iter().map(|piece| piece.start).collect();
    let is_free = |v: &u32| !pieces[*v as usize].room.stands_firm();
    let parts: Vec<Vec<u32>> = network
        .components()
        .into_iter()
        .map(|part| part.into_iter().filter(is_free).collect())
        .filter(|part: &Vec<u32>| !part.is_empty())
        .collect();
    let total = pieces.len().max(1) as f32;
    let mut done = 0.0;
    for part in &parts {
        let share = part.len() as f32 / total;
        let in_part = |it: f32| go_on(0.95 * (done + share * it));
        sunflower(part, &mut places);
        stress(part, network, 1.0, task.seed, &mut places, |_| {}, &|it| {
            in_part(0.7 * it)
        });
        pack::turn(part, &mut places);
        if part.len() > 1 {
            untangle(part, &mut places, footprints, &|it| in_part(0.7 + 0.3 * it));
        }
        done += share;
    }
    pack::pack(&parts, &mut places, footprints);
    pack::fill(&parts.concat(), &mut places, footprints, task.fills);
    places
}

/// Takes the overlaps out of one part.
fn untangle(part: &[u32], places: &mut [Place], footprints: &[Footprint], go_on: GoOn<'_>) {
    let own = |v: &u32| footprints[*v as usize];
    let footprints: Vec<Footprint> = part.iter().map(own).collect();
    let mut own: Vec<Place> = part.iter().map(|&v| places[v as usize]).collect();
    stretch(&mut own, &footprints);
    let rooms = vec![Room::Anywhere; own.len()];
    separate(&mut own, &footprints, &rooms, f64::INFINITY, go_on);
    for (&v, place) in part.iter().zip(own) {
        places[v as usize] = place;
    }
}

/// Grows until most pieces are free of each other.
fn stretch(places: &mut [Place], footprints: &[Footprint]) {
    let allowed = (IN_THE_WAY * places.len() as f64) as usize;
    let mut stretched = 1.0;
    while stretched < MOST_STRETCH && overlaps(places, footprints) > allowed {
        stretched *= 1.08;
        for place in places.iter_mut() {
            *place = Place::new(place.x * 1.08, place.y * 1.08);
        }
    }
}

/// All together, from where they stand, each in its room.
fn in_rooms(
    task: &LayoutTask<'_>,
    footprints: &[Footprint],
    network: &PathLengths,
    go_on: GoOn<'_>,
) -> Arrangement {
    let pieces = task.pieces;
    let mut places: Vec<Place> = pieces.iter().map(|piece| piece.start).collect();
    let rooms: Vec<Room> = pieces.iter().map(|piece| piece.room).collect();
    let settle = |places: &mut [Place]| {
        for (place, piece) in places.iter_mut().zip(pieces) {
            *place = match piece.room {
                Room::Fixed => piece.start,
                room => room.nearest(*place, &piece.footprint, 1.0),
            };
        }
    };
    let total = pieces.len().max(1) as f32;
    let mut done = 0.0;
    for part in network.components() {
        let share = part.len() as f32 / total;
        let scale = scale(&part, network, &rooms);
        let in_part = |it: f32| go_on(0.7 * (done + share * it));
        stress(&part, network, scale, task.seed, &mut places, settle, &in_part);
        done += share;
    }
    settle(&mut places);
    let growth = separate(&mut places, footprints, &rooms, task.grows_at_most, &|it| {
        go_on(0.7 + 0.3 * it)
    });
    to_free_spots(&mut places, footprints, &rooms, growth, &|_| go_on(1.0));
    Arrangement { places, growth }
}

/// How much shorter relations must be than they would like, for the part to fit in the rooms of its members.
fn scale(part: &[u32], network: &PathLengths, rooms: &[Room]) -> f64 {
    let mut scratch = vec![0.0; network.len()];
    let farthest = |from: u32, scratch: &mut [f64]| network.reach(from, scratch).last().copied();
    let longest = farthest(part[0], &mut scratch)
        .and_then(|(other_end, _)| farthest(other_end, &mut scratch))
        .map_or(0.0, |it| it.1);
    let [left, top, right, bottom] = part.iter().fold(
        [f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY],
        |[left, top, right, bottom], &v| {
            let [l, t, r, b] = rooms[v as usize].bounds();
            [left.min(l), top.min(t), right.max(r), bottom.max(b)]
        },
    );
    let across = hypot(right - left, bottom - top);
    if longest > 0.0 && across.is_finite() {
        (FILL * across / longest).min(1.0)
    } else {
        1.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arrange(pieces: &[LayoutPiece], links: &[(u32, u32)]) -> Arrangement {
        let task = LayoutTask {
            pieces,
            links,
            fills: (0.0, 0.0),
            grows_at_most: f64::INFINITY,
            seed: 5,
        };
        super::arrange(&task, &|_| true)
    }

    fn named(n: usize) -> Vec<LayoutPiece> {
        vec![LayoutPiece::of_label("Hollands Kroon"); n]
    }

    fn free_of_each_other(pieces: &[LayoutPiece], places: &[Place]) -> bool {
        let footprints: Vec<Footprint> = pieces.iter().map(|piece| piece.footprint).collect();
        overlaps(places, &footprints) == 0
    }

    /// Groups of `size`, close within, with one relation from each group to the next.
    fn groups(count: u32, size: u32) -> Vec<(u32, u32)> {
        let mut links = Vec::new();
        for group in 0..count {
            let first = group * size;
            for a in 0..size {
                links.extend((1..=4).map(|step| (first + a, first + (a + step) % size)));
            }
            links.push((first, (group + 1) % count * size + size / 2));
        }
        links
    }

    #[test]
    fn the_same_seed_gives_the_same_board_without_overlap() {
        let links: Vec<(u32, u32)> = (0..60).map(|v| (v, (v * 7 + 3) % 60)).collect();
        let pieces = named(60);
        let once = arrange(&pieces, &links);
        assert_eq!(once, arrange(&pieces, &links));
        assert!(free_of_each_other(&pieces, &once.places));
    }

    #[test]
    fn nothing_and_one_are_placed_too() {
        assert!(arrange(&[], &[]).places.is_empty());
        let one = arrange(&named(1), &[(0, 0)]).places;
        assert!(one[0].distance(Place::default()) < 100.0);
    }

    #[test]
    fn groups_stand_apart() {
        let links = groups(5, 16);
        let pieces = named(80);
        let places = arrange(&pieces, &links).places;
        assert!(free_of_each_other(&pieces, &places));
        let middles: Vec<Place> = places
            .chunks(16)
            .map(|group| {
                let sum = |of: fn(&Place) -> f64| group.iter().map(of).sum::<f64>() / 16.0;
                Place::new(sum(|it| it.x), sum(|it| it.y))
            })
            .collect();
        let strays = places.iter().enumerate().filter(|(v, place)| {
            let nearest = (0..5).min_by(|a, b| {
                place
                    .distance(middles[*a])
                    .total_cmp(&place.distance(middles[*b]))
            });
            nearest != Some(v / 16)
        });
        assert_eq!(strays.count(), 0);
    }

    #[test]
    fn parts_without_relations_between_them_do_not_mix() {
        let links = [(0, 1), (1, 2), (3, 4), (5, 5)];
        let pieces = named(6);
        let places = arrange(&pieces, &links).places;
        let range = |part: std::ops::Range<usize>, of: fn(&Place) -> f64| {
            let values = places[part].iter().map(of);
            values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), it| {
                (low.min(it), high.max(it))
            })
        };
        let (x1, y1) = (range(0..3, |it| it.x), range(0..3, |it| it.y));
        let (x2, y2) = (range(3..5, |it| it.x), range(3..5, |it| it.y));
        assert!(x1.1 < x2.0 || x2.1 < x1.0 || y1.1 < y2.0 || y2.1 < y1.0);
    }

    #[test]
    fn a_fixed_piece_stays_and_the_others_keep_clear_of_it() {
        let mut pieces = named(30);
        pieces[7].room = Room::Fixed;
        pieces[7].start = Place::new(20.0, -30.0);
        let links = groups(3, 10);
        let places = arrange(&pieces, &links).places;
        assert_eq!(places[7], pieces[7].start);
        assert!(free_of_each_other(&pieces, &places));
    }

    #[test]
    fn who_is_arranged_among_pieces_that_stay_lands_near_them() {
        // The same network twice: one copy stays where it is, the other lies on it.
        let links = groups(3, 9);
        let mut pieces = named(27);
        let fixed = arrange(&pieces, &links).places;
        let stays = |place: &Place| LayoutPiece {
            room: Room::Fixed,
            start: *place,
            ..pieces[0]
        };
        let standing: Vec<LayoutPiece> = fixed.iter().map(stays).collect();
        pieces.extend(standing);
        let far = |places: &[Place]| places.iter().map(|it| hypot(it.x, it.y)).fold(0.0, f64::max);
        let places = arrange(&pieces, &links).places;
        assert_eq!(places[27..], fixed);
        assert!(free_of_each_other(&pieces, &places));
        assert!(
            far(&places) < 2.5 * far(&fixed),
            "{} and {}",
            far(&places),
            far(&fixed)
        );
    }

    #[test]
    fn everyone_stays_in_their_own_field() {
        let field = |at: u8| Room::Box {
            left: -800.0 + 800.0 * f64::from(at % 2),
            top: -500.0 + 500.0 * f64::from(at / 2),
            right: 800.0 * f64::from(at % 2),
            bottom: 500.0 * f64::from(at / 2),
        };
        let mut pieces = named(40);
        for (at, piece) in (0u8..).zip(&mut pieces) {
            piece.room = field(at % 4);
        }
        let links = groups(4, 10);
        let made = arrange(&pieces, &links);
        assert!(free_of_each_other(&pieces, &made.places));
        for (piece, place) in pieces.iter().zip(&made.places) {
            let nearest = piece.room.nearest(*place, &piece.footprint, made.growth);
            assert!(
                nearest.distance(*place) < 1e-9,
                "{place:?} is outside {:?}",
                piece.room
            );
        }
        assert!(made.growth < 1.5, "{}", made.growth);
    }
}
