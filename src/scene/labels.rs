//! Giving labels their places: never cut off, never over each other.
//!
//! Pure, so that the screen and pictures place by the same rule; each measures its own letters.

mod few;
mod grid;
mod lines;
mod patience;
mod segments;

use super::geometry::Xy;
use grid::LabelGrid;

pub use lines::{MOST_ON_BOARD, lines_of, wrapped, wrapped_otherwise, wrapped_up_to};
pub use patience::Patience;
pub use segments::{areas_along, leader, passes};

/// Which side of its piece a label stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LabelSide {
    Below,
    Above,
    Right,
    Left,
    BelowRight,
    BelowLeft,
    AboveRight,
    AboveLeft,
    /// Moved along by so many eighths of the label's width to the right.
    BelowSlid(i8),
    AboveSlid(i8),
    /// Moved down by so many quarters of the clearance.
    RightSlid(i8),
    LeftSlid(i8),
    /// Apart from its piece, with a line to it: so many steps to the right and down from the middle of the piece to
    /// that of the label.
    Apart {
        right: i16,
        down: i16,
    },
}

/// How far labels apart go in one step, in clearances.
const STEP: f32 = 0.25;

impl LabelSide {
    /// In the order in which they are tried on a board with many labels.
    pub const ALL: [Self; 8] = [
        Self::Below,
        Self::Above,
        Self::Right,
        Self::Left,
        Self::BelowRight,
        Self::BelowLeft,
        Self::AboveRight,
        Self::AboveLeft,
    ];

    pub fn is_apart(self) -> bool {
        matches!(self, Self::Apart { .. })
    }
}

/// A label that wants a place. Lengths are in any unit, the same for all requests.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LabelRequest {
    /// The middle of the piece.
    pub centre: Xy,
    /// From the middle of the piece to where its label may begin.
    pub clearance: f32,
    /// From the middle of the piece to where a line to its label begins.
    pub reach: f32,
    /// Width and height of the text.
    pub size: (f32, f32),
    /// Greater goes first.
    pub priority: f32,
    /// Where it stood before: tried first, so that labels stay put while the board changes.
    pub previous: Option<LabelSide>,
    /// Stands over pieces when there is no room beside them.
    pub insists: bool,
}

/// Left, top, right, bottom.
pub type Area = [f32; 4];

impl LabelRequest {
    pub fn area(&self, side: LabelSide) -> Area {
        let (width, height) = self.size;
        let Xy { x, y } = self.centre;
        // To a corner the way is longer than to a side, but a label is narrow there.
        let corner = self.clearance * 0.72;
        let slid = |eighths: i8| width * (f32::from(eighths) / 8.0 - 0.5);
        let lowered = |quarters: i8| self.clearance * f32::from(quarters) / 4.0 - height / 2.0;
        let (left, top) = match side {
            LabelSide::Below => (x - width / 2.0, y + self.clearance),
            LabelSide::Above => (x - width / 2.0, y - self.clearance - height),
            LabelSide::Right => (x + self.clearance, y - height / 2.0),
            LabelSide::Left => (x - self.clearance - width, y - height / 2.0),
            LabelSide::BelowRight => (x + corner, y + corner),
            LabelSide::BelowLeft => (x - corner - width, y + corner),
            LabelSide::AboveRight => (x + corner, y - corner - height),
            LabelSide::AboveLeft => (x - corner - width, y - corner - height),
            LabelSide::BelowSlid(eighths) => (x + slid(eighths), y + self.clearance),
            LabelSide::AboveSlid(eighths) => (x + slid(eighths), y - self.clearance - height),
            LabelSide::RightSlid(quarters) => (x + self.clearance, y + lowered(quarters)),
            LabelSide::LeftSlid(quarters) => (x - self.clearance - width, y + lowered(quarters)),
            LabelSide::Apart { right, down } => {
                let step = self.clearance * STEP;
                let (right, down) = (f32::from(right) * step, f32::from(down) * step);
                (x + right - width / 2.0, y + down - height / 2.0)
            }
        };
        [left, top, left + width, top + height]
    }
}

/// Where labels may stand apart from their pieces.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ApartRoom {
    pub area: Area,
    /// Whether a line to a label may cross a piece, a label or another line when there is no other way. If not, a label
    /// rather has no place.
    pub may_cross: bool,
}

/// The side each label stands on; `None` when there is no room for it. Greedy by priority; equal priorities
/// go by their order. `obstacles` are kept free as well, save that a label may touch its own piece:
/// obstacle `n` belongs to request `n`, and those after the last request to nobody.
///
/// `apart`: where one stands for which there is no room beside its piece, or only where it is nearer to another;
/// `None` on a board so full that lines to names would only be more lines.
pub fn place(
    requests: &[LabelRequest],
    obstacles: &[Area],
    apart: Option<ApartRoom>,
    patience: &Patience,
) -> Vec<Option<LabelSide>> {
    let mut order = by_priority(requests);
    let mut sides = vec![None; requests.len()];
    let mut taken = LabelGrid::of(requests, obstacles);
    if let Some(room) = apart {
        sides = few::place_all(requests, obstacles, &order, room, patience);
        if !room.may_cross {
            return sides;
        }
        order.retain(|&at| {
            let area = sides[at].map(|side| requests[at].area(side));
            area.inspect(|&area| taken.insert(area, usize::MAX)).is_none()
        });
    }
    for at in order {
        let request = &requests[at];
        let found = beside(requests, at, &taken).next().or_else(|| {
            let first = request.previous.filter(|side| !side.is_apart());
            request.insists.then_some(first.unwrap_or(LabelSide::Below))
        });
        if let Some(side) = found {
            sides[at] = found;
            taken.insert(request.area(side), usize::MAX);
        }
    }
    sides
}

fn by_priority(requests: &[LabelRequest]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..requests.len()).collect();
    order.sort_by(|&a, &b| {
        requests[b]
            .priority
            .total_cmp(&requests[a].priority)
            .then(a.cmp(&b))
    });
    order
}

/// Whether there is a place for the labels of a few, all of them, with lines that cross nothing: as far as is found by
/// looking at so many places.
pub fn has_room_for_all(
    requests: &[LabelRequest],
    obstacles: &[Area],
    area: Area,
    places: (usize, &Patience),
) -> bool {
    let room = ApartRoom {
        area,
        may_cross: false,
    };
    few::has_room_for_all(requests, obstacles, &by_priority(requests), room, places)
}

/// The free sides of a piece, the one where its label stood before first.
fn beside<'a>(
    requests: &'a [LabelRequest],
    at: usize,
    taken: &'a LabelGrid,
) -> impl Iterator<Item = LabelSide> + 'a {
    let request = &requests[at];
    let first = request.previous.filter(|side| !side.is_apart());
    let others = LabelSide::ALL
        .into_iter()
        .filter(move |&side| Some(side) != first);
    let all = first.into_iter().chain(others);
    all.filter(move |&side| !taken.is_taken(request.area(side), at))
}

/// How much nearer its own body must be: nobody sees less.
const NEARER: f32 = 3.0;

/// Whether no other body is as near to a label as its own.
fn is_nearest(label: Area, own: usize, bodies: &[Area]) -> bool {
    let distance = |[left, top, right, bottom]: Area| {
        let (x, y) = ((left + right) / 2.0, (top + bottom) / 2.0);
        let away = Xy::new(x - x.clamp(label[0], label[2]), y - y.clamp(label[1], label[3]));
        away.dot(away).sqrt() - (right - left) / 2.0
    };
    let Some(&body) = bodies.get(own) else {
        return true;
    };
    let to_own = distance(body);
    let others = bodies.iter().enumerate().filter(|&(at, _)| at != own);
    others
        .into_iter()
        .all(|(_, &other)| distance(other) > to_own + NEARER)
}

fn is_within(area: Area, room: Area) -> bool {
    area[0] >= room[0] && area[1] >= room[1] && area[2] <= room[2] && area[3] <= room[3]
}

pub fn overlap(a: Area, b: Area) -> bool {
    a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(
        requests: &[LabelRequest],
        obstacles: &[Area],
        apart: Option<ApartRoom>,
    ) -> Vec<Option<LabelSide>> {
        super::place(requests, obstacles, apart, &Patience::endless())
    }

    const ANYWHERE: Option<ApartRoom> = Some(ApartRoom {
        area: [-1e4, -1e4, 1e4, 1e4],
        may_cross: false,
    });

    fn request(x: f32, y: f32, priority: f32) -> LabelRequest {
        LabelRequest {
            centre: Xy::new(x, y),
            clearance: 12.0,
            reach: 11.0,
            size: (80.0, 14.0),
            priority,
            previous: None,
            insists: false,
        }
    }

    fn body(request: &LabelRequest) -> Area {
        let Xy { x, y } = request.centre;
        [x - 10.0, y - 10.0, x + 10.0, y + 10.0]
    }

    #[test]
    fn a_label_that_insists_stands_over_pieces_where_there_is_no_room() {
        let mut one = request(0.0, 0.0, 1.0);
        let crowd: Vec<Area> = vec![[-500.0, -500.0, 500.0, 500.0]; 2];
        let obstacles = [vec![body(&one)], crowd].concat();
        assert_eq!(place(&[one], &obstacles, None), [None]);
        one.insists = true;
        assert_eq!(place(&[one], &obstacles, None), [Some(LabelSide::Below)]);
    }

    #[test]
    fn no_two_labels_overlap_and_none_covers_another_piece() {
        // A spread without a pattern; the multipliers are coprime with the sizes.
        let requests: Vec<LabelRequest> = (0..300)
            .map(|at| {
                request(
                    (at * 137 % 997) as f32,
                    (at * 251 % 613) as f32,
                    (at * 31 % 17) as f32,
                )
            })
            .collect();
        let obstacles: Vec<Area> = requests.iter().map(body).collect();
        let sides = place(&requests, &obstacles, None);
        let areas: Vec<(usize, Area)> = sides
            .iter()
            .enumerate()
            .filter_map(|(at, side)| Some((at, requests[at].area((*side)?))))
            .collect();
        assert!(areas.len() > 50, "{}", areas.len());
        for (nth, &(at, area)) in areas.iter().enumerate() {
            for &(_, other) in &areas[nth + 1..] {
                assert!(!overlap(area, other));
            }
            for (of, &obstacle) in obstacles.iter().enumerate() {
                assert!(of == at || !overlap(area, obstacle));
            }
        }
    }

    #[test]
    fn the_more_important_label_wins_the_room() {
        let mut requests: Vec<LabelRequest> = (0..60).map(|at| request(at as f32, 0.0, 0.0)).collect();
        requests[7].priority = 1.0;
        let sides = place(&requests, &[], None);
        assert_eq!(sides[7], Some(LabelSide::Below));
        assert!(sides.iter().any(Option::is_none));
    }

    /// Pieces so near to each other that beside them there is no room for all their labels.
    fn crowd(count: usize) -> Vec<LabelRequest> {
        let place = |at: usize| ((at % 6) as f32 * 34.0, (at / 6) as f32 * 30.0);
        let all = (0..count).map(|at| request(place(at).0, place(at).1, at as f32));
        all.collect()
    }

    #[test]
    fn of_a_few_every_label_has_a_place_and_one_that_is_not_beside_its_piece_stands_apart() {
        let requests = crowd(45);
        let bodies: Vec<Area> = requests.iter().map(body).collect();
        let area = [-900.0, -900.0, 900.0, 900.0];
        let may_cross = true;
        let sides = place(&requests, &bodies, Some(ApartRoom { area, may_cross }));
        let areas: Vec<Area> = requests
            .iter()
            .zip(&sides)
            .map(|(request, side)| request.area(side.expect("a place for everybody")))
            .collect();
        assert!(sides.iter().flatten().any(|side| side.is_apart()));
        for (at, &area) in areas.iter().enumerate() {
            assert!(is_within(area, [-900.0, -900.0, 900.0, 900.0]));
            assert!(areas[at + 1..].iter().all(|&other| !overlap(area, other)));
            let others = bodies.iter().enumerate().filter(|&(of, _)| of != at);
            assert!(others.into_iter().all(|(_, &other)| !overlap(area, other)));
            let side = sides[at].expect("a place");
            assert!(side.is_apart() || is_nearest(area, at, &bodies), "{at}: {side:?}");
        }
    }

    #[test]
    fn of_many_those_without_room_have_none_and_none_stands_apart() {
        let requests = crowd(45);
        let bodies: Vec<Area> = requests.iter().map(body).collect();
        let sides = place(&requests, &bodies, None);
        assert!(sides.iter().any(Option::is_none));
        assert!(!sides.iter().flatten().any(|side| side.is_apart()));
    }

    #[test]
    fn under_another_piece_a_label_would_be_read_as_that_ones() {
        // The place below the first, which is tried first, is nearer to the second.
        let requests = [request(0.0, 0.0, 1.0), request(0.0, 38.0, 0.0)];
        let bodies: Vec<Area> = requests.iter().map(body).collect();
        let sides = place(&requests, &bodies, ANYWHERE);
        assert_eq!(sides, [Some(LabelSide::Above), Some(LabelSide::Below)]);
    }

    #[test]
    fn a_label_stays_where_it_was_when_it_can() {
        let mut one = request(0.0, 0.0, 0.0);
        one.previous = Some(LabelSide::Left);
        assert_eq!(place(&[one], &[], None), [Some(LabelSide::Left)]);
    }

    #[test]
    fn far_enough_apart_all_labels_appear() {
        let requests: Vec<LabelRequest> = (0..400)
            .map(|at| request((at % 20) as f32 * 110.0, (at / 20) as f32 * 50.0, 0.0))
            .collect();
        let obstacles: Vec<Area> = requests.iter().map(body).collect();
        assert!(place(&requests, &obstacles, None).iter().all(Option::is_some));
    }
}
