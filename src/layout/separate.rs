//! Taking overlaps away with small moves.

use std::collections::HashMap;

use super::{Footprint, GoOn, Place, Room};

/// Room that stays free around everything.
const GAP: f64 = 6.0;
const ROUNDS_PER_SCALE: usize = 120;
/// For many pieces, of which a few are always stuck somewhere, growing is quicker than waiting for them.
const ROUNDS_OF_MANY: usize = 50;
const MANY: usize = 2_000;
/// After this much growth every pair is apart, unless all stand on one point.
const MAX_SCALES: usize = 120;
const GROWTH: f64 = 1.06;

/// Moves pieces apart until no two footprints overlap, keeping left, right, above and below where that can
/// be; each stays in its room. Deterministic; each round costs O(n) for footprints of about the same size.
///
/// Pieces push each other along the side where they overlap least; when that gets stuck the whole board
/// grows a little and it goes on. Returns how much it grew, 1 when not at all: rooms with sides are that much
/// larger too. With `grows_at_most` 1 an overlap stays where a room is too full.
pub fn separate(
    places: &mut [Place],
    footprints: &[Footprint],
    rooms: &[Room],
    grows_at_most: f64,
    go_on: GoOn<'_>,
) -> f64 {
    let mut growth = 1.0;
    let rounds = if places.len() > MANY {
        ROUNDS_OF_MANY
    } else {
        ROUNDS_PER_SCALE
    };
    spread_coinciding(places, rooms);
    for scale in 0..MAX_SCALES {
        for _ in 0..rounds {
            if !go_on(scale as f32 / MAX_SCALES as f32) || !push_apart(places, footprints, rooms, growth) {
                return growth;
            }
        }
        if growth * GROWTH > grows_at_most {
            return growth;
        }
        growth *= GROWTH;
        for ((place, room), footprint) in places.iter_mut().zip(rooms).zip(footprints) {
            if room.stands_firm() {
                *place = room.nearest(*place, footprint, growth);
            } else {
                place.x *= GROWTH;
                place.y *= GROWTH;
            }
        }
    }
    growth
}

/// How many pairs of footprints overlap. O(n) for footprints of about the same size.
pub fn overlaps(places: &[Place], footprints: &[Footprint]) -> usize {
    let cells = Cells::new(places, footprints);
    (0..places.len())
        .map(|v| {
            let others = cells.near(places[v]);
            others
                .filter(|&w| w > v && overlap(places, footprints, v, w, 0.0).is_some())
                .count()
        })
        .sum()
}

/// Pieces on exactly one point have no side to move to: they are set on a small spiral.
fn spread_coinciding(places: &mut [Place], rooms: &[Room]) {
    let mut seen: HashMap<(u64, u64), u32> = HashMap::new();
    for (place, room) in places.iter_mut().zip(rooms) {
        let count = seen.entry((place.x.to_bits(), place.y.to_bits())).or_default();
        if *count > 0 && !room.stands_firm() {
            let (sin, cos) = crate::numeric::sin_cos(f64::from(*count) * 2.399_963);
            let away = f64::from(*count).sqrt() * 3.0;
            place.x += cos * away;
            place.y += sin * away;
        }
        *count += 1;
    }
}

/// One round. Returns whether anything had to move.
fn push_apart(places: &mut [Place], footprints: &[Footprint], rooms: &[Room], growth: f64) -> bool {
    let cells = Cells::new(places, footprints);
    let mut has_moved = false;
    for v in 0..places.len() {
        for w in cells.near(places[v]).filter(|&w| w > v) {
            let (share_v, share_w) = match (rooms[v].stands_firm(), rooms[w].stands_firm()) {
                (true, true) => continue,
                (true, false) => (0.0, 1.0),
                (false, true) => (1.0, 0.0),
                (false, false) => (0.5, 0.5),
            };
            if let Some((dx, dy)) = overlap(places, footprints, v, w, GAP) {
                has_moved = true;
                for (at, share) in [(v, -share_v), (w, share_w)] {
                    let moved = Place::new(places[at].x + share * dx, places[at].y + share * dy);
                    places[at] = rooms[at].nearest(moved, &footprints[at], growth);
                }
            }
        }
    }
    has_moved
}

/// The smallest move of `w` away from `v` that ends their overlap.
pub(super) fn overlap(
    places: &[Place],
    footprints: &[Footprint],
    v: usize,
    w: usize,
    gap: f64,
) -> Option<(f64, f64)> {
    let (a, b) = (places[v], places[w]);
    let (fa, fb) = (footprints[v], footprints[w]);
    let dx = b.x - a.x;
    // Centres of the boxes, as a name makes a footprint heavier below.
    let dy = (b.y + (fb.below - fb.above) / 2.0) - (a.y + (fa.below - fa.above) / 2.0);
    let height = (fa.above + fa.below + fb.above + fb.below) / 2.0;
    let by_x = fa.half_width + fb.half_width + gap - dx.abs();
    let by_y = height + gap - dy.abs();
    if by_x <= 1e-6 || by_y <= 1e-6 {
        return None;
    }
    let away = |delta: f64| if delta < 0.0 { -1.0 } else { 1.0 };
    if by_x < by_y {
        Some((by_x * away(dx), 0.0))
    } else {
        Some((0.0, by_y * away(dy)))
    }
}

/// Pieces by cell of a grid at least as wide as the largest footprint: who overlaps is in a cell next door.
pub(super) struct Cells {
    size: f64,
    left: f64,
    top: f64,
    columns: usize,
    rows: usize,
    /// Where the members of each cell begin, cell by cell along the rows; one more for the end of the last.
    starts: Vec<u32>,
    members: Vec<u32>,
}

impl Cells {
    pub(super) fn new(places: &[Place], footprints: &[Footprint]) -> Self {
        let largest = footprints
            .iter()
            .map(|it| (2.0 * it.half_width).max(it.above + it.below))
            .fold(1.0, f64::max);
        let nowhere = [f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY];
        let [left, top, right, bottom] = places.iter().fold(nowhere, |[l, t, r, b], at| {
            [l.min(at.x), t.min(at.y), r.max(at.x), b.max(at.y)]
        });
        let (width, height) = ((right - left).max(0.0), (bottom - top).max(0.0));
        // About one cell per piece, or fewer: a few that stand far away must not make a grid of millions.
        // Pieces move while a round goes on; the extra quarter keeps neighbours in reach.
        let roomy = (width * height / (places.len() + 1) as f64).sqrt();
        let long = width.max(height) / (places.len() + 1) as f64;
        let size = (largest * 1.25 + GAP).max(roomy).max(long);
        let count = |extent: f64| (extent / size) as usize + 1;
        let mut cells = Self {
            size,
            left,
            top,
            columns: count(width),
            rows: count(height),
            starts: Vec::new(),
            members: vec![0; places.len()],
        };
        cells.fill(places);
        cells
    }

    /// Sorts by counting.
    fn fill(&mut self, places: &[Place]) {
        let of: Vec<usize> = places
            .iter()
            .map(|place| {
                let (column, row) = self.cell(*place);
                row * self.columns + column
            })
            .collect();
        let mut ends = vec![0_u32; self.columns * self.rows + 1];
        for &cell in &of {
            ends[cell] += 1;
        }
        let mut sum = 0;
        for end in &mut ends {
            sum += *end;
            *end = sum;
        }
        for (v, &cell) in of.iter().enumerate().rev() {
            ends[cell] -= 1;
            self.members[ends[cell] as usize] = v as u32;
        }
        self.starts = ends;
    }

    /// Column and row; who has moved off the grid is taken to be at its edge.
    fn cell(&self, place: Place) -> (usize, usize) {
        let along = |value: f64, count: usize| ((value / self.size).max(0.0) as usize).min(count - 1);
        (
            along(place.x - self.left, self.columns),
            along(place.y - self.top, self.rows),
        )
    }

    /// Everybody in the cell of this place and the cells around it.
    pub(super) fn near(&self, place: Place) -> impl Iterator<Item = usize> + '_ {
        let (column, row) = self.cell(place);
        let (first, last) = (column.saturating_sub(1), (column + 1).min(self.columns - 1));
        (row.saturating_sub(1)..=(row + 1).min(self.rows - 1)).flat_map(move |row| {
            // Cells beside each other in a row are one stretch of members.
            let from = self.starts[row * self.columns + first] as usize;
            let to = self.starts[row * self.columns + last + 1] as usize;
            self.members[from..to].iter().map(|&v| v as usize)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crowd_on_one_point_ends_without_overlap() {
        let footprints = vec![Footprint::of_label("Veiligheidsregio Noord-Holland Noord"); 200];
        let mut places = vec![Place::new(3.0, 4.0); 200];
        assert_eq!(overlaps(&places, &footprints), 200 * 199 / 2);
        separate(
            &mut places,
            &footprints,
            &[Room::Anywhere; 200],
            f64::INFINITY,
            &|_| true,
        );
        assert_eq!(overlaps(&places, &footprints), 0);
    }

    #[test]
    fn pieces_that_stand_free_stay_where_they_are() {
        let footprints = vec![Footprint::of_label("Hoorn"); 2];
        let mut places = vec![Place::new(0.0, 0.0), Place::new(300.0, 10.0)];
        let before = places.clone();
        let growth = separate(
            &mut places,
            &footprints,
            &[Room::Anywhere; 2],
            f64::INFINITY,
            &|_| true,
        );
        assert_eq!((places, growth), (before, 1.0));
    }

    #[test]
    fn a_fixed_piece_stays_and_a_full_field_grows() {
        let footprints = vec![Footprint::of_label("Hoorn"); 12];
        let field = Room::Box {
            left: 0.0,
            top: 0.0,
            right: 200.0,
            bottom: 200.0,
        };
        let mut rooms = [field; 12];
        rooms[0] = Room::Fixed;
        let mut places = vec![Place::new(60.0, 60.0); 12];
        let growth = separate(&mut places, &footprints, &rooms, f64::INFINITY, &|_| true);
        assert_eq!(places[0], Place::new(60.0, 60.0));
        assert_eq!(overlaps(&places, &footprints), 0);
        assert!(growth > 1.0);
        for (place, footprint) in places.iter().zip(&footprints).skip(1) {
            assert_eq!(field.nearest(*place, footprint, growth), *place);
        }
    }

    #[test]
    fn nobody_is_missed_also_when_one_stands_far_away() {
        let footprints = vec![Footprint::of_label("Hoorn"); 300];
        let mut places: Vec<Place> = (0..300u32)
            .map(|at| Place::new(f64::from(at * 37 % 601), f64::from(at * 53 % 449)))
            .collect();
        places[17] = Place::new(-4e9, 7e8);
        let by_hand = (0..300)
            .flat_map(|v| (v + 1..300).map(move |w| (v, w)))
            .filter(|&(v, w)| overlap(&places, &footprints, v, w, 0.0).is_some());
        assert_eq!(overlaps(&places, &footprints), by_hand.count());
    }
}
