//! Labels for which there is no room beside their pieces: each with a line to its piece that is as short as can be and
//! crosses no piece, no label and no other line.
//!
//! Of a few labels only: every place around a piece is looked at.

use std::cell::OnceCell;

use super::{
    ApartRoom, Area, LabelGrid, LabelRequest, LabelSide, STEP, is_nearest, is_within, leader, overlap,
};
use crate::scene::geometry::Xy;

/// How far away places are looked for, in clearances, and one in how many steps: first near by.
const REACHES: [(f32, i16); 2] = [(4.0, 1), (14.0, 2)];
/// So many places are held against each other when every line crosses something.
const MOST_CROSSING: usize = 600;
/// A line shorter than this, in clearances, is not seen as one.
const LEAST: f32 = 0.25;
/// How much shorter, in clearances, another line must be for a label to leave the place where it was.
const WORTH: f32 = 1.0;
/// Times that every label is looked at again, now that all others stand somewhere.
const ROUNDS: usize = 3;
/// The line runs clear of what it passes, in clearances.
const BESIDE_LINE: f32 = 0.06;

/// Who makes way for another: so many at most, and so many places are tried.
const MOST_BLOCKERS: usize = 2;
const MOST_TRIES: usize = 30;

struct ApartPlace {
    side: LabelSide,
    /// What its line crosses that it should not.
    crossings: usize,
    length: f32,
}

/// The places around each label that asks, the nearest first: they are the same however often it is tried.
pub(super) struct Nearness(Vec<[OnceCell<Vec<LabelSide>>; REACHES.len()]>);

impl Nearness {
    pub fn new(count: usize) -> Self {
        Self((0..count).map(|_| Default::default()).collect())
    }

    fn of(&self, at: usize, nth: usize, find: impl FnOnce() -> Vec<LabelSide>) -> &[LabelSide] {
        self.0[at][nth].get_or_init(find)
    }
}

/// What is on the board around the label that looks for a place.
struct Around<'a> {
    obstacles: &'a [Area],
    /// The obstacles again, by place.
    taken: &'a LabelGrid,
    nearness: &'a Nearness,
    labels: Vec<(usize, Area)>,
    lines: Vec<(usize, [Xy; 2])>,
}

impl Around<'_> {
    fn put(&mut self, at: usize, request: &LabelRequest, side: LabelSide) {
        self.take(at);
        let area = request.area(side);
        self.labels.push((at, area));
        if side.is_apart() {
            let line = leader(request.centre, request.reach, area);
            self.lines.push((at, line));
        }
    }

    fn take(&mut self, at: usize) {
        self.labels.retain(|(of, _)| *of != at);
        self.lines.retain(|(of, _)| *of != at);
    }

    fn areas_of_others(&self, own: usize) -> impl Iterator<Item = Area> + '_ {
        let obstacles = self.obstacles.iter().copied().enumerate();
        let labels = self.labels.iter().copied();
        let all = obstacles.chain(labels);
        all.filter(move |&(of, _)| of != own).map(|(_, area)| area)
    }

    fn lines_of_others(&self, own: usize) -> impl Iterator<Item = [Xy; 2]> + '_ {
        let others = self.lines.iter().filter(move |(of, _)| *of != own);
        others.map(|(_, line)| *line)
    }

    fn is_free(&self, area: Area, own: usize) -> bool {
        let labels = self.labels.iter().filter(|(of, _)| *of != own);
        !self.taken.is_taken(area, own)
            && !labels.into_iter().any(|&(_, other)| overlap(area, other))
            && !self.lines_of_others(own).any(|line| passes(line, area))
    }

    /// One for everything that a line crosses and should not.
    fn crossings(&self, line: [Xy; 2], own: usize, beside: f32) -> impl Iterator<Item = ()> + '_ {
        let areas = self.areas_of_others(own);
        let areas = areas
            .filter(move |&area| passes(line, grown(area, beside)))
            .map(|_| ());
        let lines = self.lines_of_others(own);
        areas.chain(lines.filter(move |&other| cross(line, other)).map(|_| ()))
    }

    /// Gives a label that stands nowhere the nearest place from which one or two others can go elsewhere without a
    /// crossing. Says whether there was one.
    fn make_way(
        &mut self,
        one: usize,
        requests: &[LabelRequest],
        sides: &mut [Option<LabelSide>],
        room: ApartRoom,
    ) -> bool {
        let request = &requests[one];
        let strict = ApartRoom {
            may_cross: false,
            ..room
        };
        let mut tries = 0;
        for (nth, (reach, stride)) in REACHES.into_iter().enumerate() {
            for &side in self.nearness.of(one, nth, || places(request, reach, stride)) {
                let area = request.area(side);
                if !is_within(area, room.area) || self.taken.is_taken(area, one) {
                    continue;
                }
                let line = leader(request.centre, request.reach, area);
                let beside = request.clearance * BESIDE_LINE;
                let obstacles = self.obstacles.iter().enumerate();
                let mut others = obstacles.filter(|(of, _)| *of != one);
                if others.any(|(_, &other)| passes(line, grown(other, beside))) {
                    continue;
                }
                let blockers = self.blockers(area, line, beside);
                if blockers.len() > MOST_BLOCKERS {
                    continue;
                }
                tries += 1;
                if tries > MOST_TRIES {
                    return false;
                }
                let old: Vec<Option<LabelSide>> = blockers.iter().map(|&at| sides[at]).collect();
                for &at in &blockers {
                    self.take(at);
                }
                self.put(one, request, side);
                let all_found = blockers.iter().all(|&at| {
                    let found = self.beside(at, &requests[at]).or_else(|| {
                        let best = self.best(at, &requests[at], strict);
                        best.map(|found| found.side)
                    });
                    if let Some(side) = found {
                        sides[at] = found;
                        self.put(at, &requests[at], side);
                    }
                    found.is_some()
                });
                if all_found {
                    sides[one] = Some(side);
                    return true;
                }
                self.take(one);
                for (&at, side) in blockers.iter().zip(old) {
                    sides[at] = side;
                    if let Some(side) = side {
                        self.put(at, &requests[at], side);
                    }
                }
            }
        }
        false
    }

    /// Whose label or line is in the way of a label and its line.
    fn blockers(&self, area: Area, line: [Xy; 2], beside: f32) -> Vec<usize> {
        let labels = self
            .labels
            .iter()
            .filter(|(_, other)| overlap(area, *other) || passes(line, grown(*other, beside)));
        let lines = self.lines.iter();
        let lines = lines.filter(|(_, other)| passes(*other, area) || cross(line, *other));
        let all = labels.map(|(of, _)| *of).chain(lines.map(|(of, _)| *of));
        let mut blockers: Vec<usize> = all.collect();
        blockers.sort_unstable();
        blockers.dedup();
        blockers
    }

    /// A free side of a piece that no other piece is nearer to.
    fn beside(&self, at: usize, request: &LabelRequest) -> Option<LabelSide> {
        LabelSide::ALL.into_iter().find(|&side| {
            let area = request.area(side);
            self.is_free(area, at) && is_nearest(area, at, self.obstacles)
        })
    }

    /// How much the line of a label crosses where it stands.
    fn tangles(&self, at: usize, requests: &[LabelRequest], sides: &[Option<LabelSide>]) -> usize {
        let Some(side) = sides[at].filter(|side| side.is_apart()) else {
            return 0;
        };
        let request = &requests[at];
        let line = leader(request.centre, request.reach, request.area(side));
        let beside = request.clearance * BESIDE_LINE;
        self.crossings(line, at, beside).count()
    }

    /// The best place for a label, given where all others stand.
    fn best(&self, at: usize, request: &LabelRequest, room: ApartRoom) -> Option<ApartPlace> {
        let found = |side: LabelSide| {
            let area = request.area(side);
            if !is_within(area, room.area) || !self.is_free(area, at) {
                return None;
            }
            let line = leader(request.centre, request.reach, area);
            let length = length(request, area)?;
            let mut crossings = self.crossings(line, at, request.clearance * BESIDE_LINE);
            let crossings = match room.may_cross {
                true => crossings.count(),
                false => usize::from(crossings.next().is_some()),
            };
            Some(ApartPlace {
                side,
                crossings,
                length,
            })
        };
        let before = request.previous.filter(|side| side.is_apart());
        let before = before.and_then(found).filter(|found| found.crossings == 0);
        let mut crossing: Option<ApartPlace> = None;
        for (nth, (reach, stride)) in REACHES.into_iter().enumerate() {
            let mut looked_at = 0;
            for &side in self.nearness.of(at, nth, || places(request, reach, stride)) {
                let Some(one) = found(side) else { continue };
                looked_at += 1;
                if room.may_cross && looked_at > MOST_CROSSING {
                    break;
                }
                if one.crossings == 0 {
                    let stays = |before: &ApartPlace| before.length < one.length + WORTH * request.clearance;
                    return before.filter(stays).or(Some(one));
                }
                if crossing
                    .as_ref()
                    .is_none_or(|best| one.crossings < best.crossings)
                {
                    crossing = Some(one);
                }
            }
        }
        before.or(crossing.filter(|_| room.may_cross))
    }
}

/// Gives those of `order` a place apart, in this order; where the others stand is in `sides`.
///
/// # Errors
/// Who has no place without a crossing, when nothing may cross.
pub(super) fn place(
    requests: &[LabelRequest],
    sides: &mut [Option<LabelSide>],
    order: &[usize],
    obstacles: &[Area],
    taken: &LabelGrid,
    nearness: &Nearness,
    room: ApartRoom,
) -> Result<(), usize> {
    let mut around = Around {
        obstacles,
        taken,
        nearness,
        labels: Vec::new(),
        lines: Vec::new(),
    };
    for (at, side) in sides.iter().enumerate() {
        if let Some(side) = side {
            around.put(at, &requests[at], *side);
        }
    }
    // Who comes first takes the nearest place from nobody, and its line is perhaps in the way of others.
    for _ in 0..ROUNDS {
        let mut is_changed = false;
        for &at in order {
            if sides[at].is_some_and(|side| !side.is_apart()) {
                // It made way, and found room beside its piece.
                continue;
            }
            around.take(at);
            let best = around.best(at, &requests[at], room);
            let side = best.map(|found| found.side).or(sides[at]);
            is_changed |= side != sides[at];
            match side {
                Some(side) => {
                    around.put(at, &requests[at], side);
                    sides[at] = Some(side);
                }
                None if around.make_way(at, requests, sides, room) => is_changed = true,
                None if room.may_cross => {}
                None => return Err(at),
            }
        }
        if !is_changed {
            break;
        }
    }
    for &at in order.iter().filter(|_| room.may_cross) {
        if around.tangles(at, requests, sides) > 0 {
            let old = sides[at];
            around.take(at);
            if !around.make_way(at, requests, sides, room)
                && let Some(side) = old
            {
                around.put(at, &requests[at], side);
            }
        }
    }
    Ok(())
}

/// How long the line to a label there would be; `None` when it would not be seen.
fn length(request: &LabelRequest, area: Area) -> Option<f32> {
    let [left, top, right, bottom] = area;
    let end = Xy::new(
        request.centre.x.clamp(left, right),
        request.centre.y.clamp(top, bottom),
    );
    let length = end.distance(request.centre) - request.clearance;
    (length >= LEAST * request.clearance).then_some(length)
}

/// Every place with a line up to so many clearances, the shortest first.
fn places(request: &LabelRequest, reach: f32, stride: i16) -> Vec<LabelSide> {
    let step = request.clearance * STEP;
    let steps = |extent: f32| (((1.0 + reach) * request.clearance + extent / 2.0) / step).ceil() as i16;
    let (wide, high) = (steps(request.size.0), steps(request.size.1));
    let mut places = Vec::new();
    for down in -high / stride..=high / stride {
        for right in -wide / stride..=wide / stride {
            let (right, down) = (right * stride, down * stride);
            let side = LabelSide::Apart { right, down };
            let length = length(request, request.area(side));
            places.extend(
                length
                    .filter(|length| *length <= reach * request.clearance)
                    .map(|length| (length, side)),
            );
        }
    }
    // Of about the same length: rather below and at the right, so that letters that are a hair wider or narrower on the
    // screen than in a picture do not decide.
    let rank = |&(length, side): &(f32, LabelSide)| {
        let LabelSide::Apart { right, down } = side else {
            return (0, 0, 0);
        };
        (
            (length / step).round() as i32,
            down.abs() - i16::from(down > 0),
            right.abs() - i16::from(right > 0),
        )
    };
    places.sort_by_key(rank);
    places.into_iter().map(|(_, side)| side).collect()
}

fn grown([left, top, right, bottom]: Area, by: f32) -> Area {
    [left - by, top - by, right + by, bottom + by]
}

/// Whether part of a line lies in an area.
fn passes([from, to]: [Xy; 2], [left, top, right, bottom]: Area) -> bool {
    let along = to - from;
    let (mut first, mut last) = (0.0f32, 1.0f32);
    for (start, step, least, most) in [(from.x, along.x, left, right), (from.y, along.y, top, bottom)] {
        if step == 0.0 {
            if start <= least || start >= most {
                return false;
            }
            continue;
        }
        let (one, other) = ((least - start) / step, (most - start) / step);
        first = first.max(one.min(other));
        last = last.min(one.max(other));
    }
    first < last
}

/// Whether two lines have a point in common.
fn cross([a, b]: [Xy; 2], [c, d]: [Xy; 2]) -> bool {
    let side = |from: Xy, to: Xy, point: Xy| {
        let (along, out) = (to - from, point - from);
        along.x * out.y - along.y * out.x
    };
    let apart = |one: f32, other: f32| (one > 0.0) == (other > 0.0) && one != 0.0 && other != 0.0;
    !apart(side(a, b, c), side(a, b, d)) && !apart(side(c, d, a), side(c, d, b))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOM: ApartRoom = ApartRoom {
        area: [-1e3, -1e3, 1e3, 1e3],
        may_cross: false,
    };

    fn request(x: f32, y: f32) -> LabelRequest {
        LabelRequest {
            centre: Xy::new(x, y),
            clearance: 20.0,
            reach: 18.0,
            size: (80.0, 16.0),
            priority: 0.0,
            previous: None,
            insists: false,
        }
    }

    fn body(request: &LabelRequest) -> Area {
        let Xy { x, y } = request.centre;
        [x - 16.0, y - 16.0, x + 16.0, y + 16.0]
    }

    /// Where each of these stands when all are to stand apart.
    fn placed(requests: &[LabelRequest], obstacles: &[Area]) -> Vec<Option<LabelSide>> {
        let mut sides = vec![None; requests.len()];
        let all: Vec<usize> = (0..requests.len()).collect();
        let taken = LabelGrid::of(requests, obstacles);
        let nearness = Nearness::new(requests.len());
        let _ = place(requests, &mut sides, &all, obstacles, &taken, &nearness, ROOM);
        sides
    }

    #[test]
    fn lines_and_areas_that_have_something_in_common_cross() {
        let line = [Xy::new(0.0, 0.0), Xy::new(10.0, 10.0)];
        assert!(passes(line, [4.0, 4.0, 6.0, 6.0]) && passes(line, [-5.0, -5.0, 1.0, 1.0]));
        assert!(!passes(line, [6.0, 0.0, 9.0, 3.0]) && !passes(line, [11.0, 11.0, 20.0, 20.0]));
        let level = [Xy::new(0.0, 5.0), Xy::new(10.0, 5.0)];
        assert!(passes(level, [3.0, 0.0, 4.0, 9.0]) && !passes(level, [3.0, 6.0, 4.0, 9.0]));
        assert!(cross(line, level));
        assert!(!cross(line, [Xy::new(6.0, 5.0), Xy::new(20.0, 5.0)]));
        assert!(!cross(level, [Xy::new(0.0, 6.0), Xy::new(10.0, 6.0)]));
    }

    #[test]
    fn alone_a_label_stands_as_near_as_a_line_can_be_seen() {
        let one = request(0.0, 0.0);
        let [Some(side)] = placed(&[one], &[body(&one)])[..] else {
            panic!("there is room");
        };
        let length = length(&one, one.area(side)).expect("apart");
        assert!(length < 20.0 * (LEAST + STEP), "{length}");
    }

    #[test]
    fn a_line_goes_around_a_piece_and_another_line_and_no_shorter_one_is_free() {
        // Pieces in a row, so near to each other that between them no label has room.
        let requests: Vec<LabelRequest> = (0..6).map(|at| request(at as f32 * 42.0, 0.0)).collect();
        let bodies: Vec<Area> = requests.iter().map(body).collect();
        let sides = placed(&requests, &bodies);
        let lines: Vec<[Xy; 2]> = requests
            .iter()
            .zip(&sides)
            .map(|(one, side)| leader(one.centre, one.reach, one.area(side.expect("room"))))
            .collect();
        for (at, &line) in lines.iter().enumerate() {
            let others = |of: &usize| *of != at;
            assert!((0..6).filter(others).all(|of| !passes(line, bodies[of])), "{at}");
            assert!((0..6).filter(others).all(|of| !cross(line, lines[of])), "{at}");
        }
        let taken = LabelGrid::of(&requests, &bodies);
        let nearness = Nearness::new(requests.len());
        let mut around = Around {
            obstacles: &bodies,
            taken: &taken,
            nearness: &nearness,
            labels: Vec::new(),
            lines: Vec::new(),
        };
        for (at, side) in sides.iter().enumerate() {
            around.put(at, &requests[at], side.expect("room"));
        }
        for (at, side) in sides.iter().enumerate() {
            let now = length(&requests[at], requests[at].area(side.expect("room"))).expect("apart");
            let best = around.best(at, &requests[at], ROOM).expect("where it is");
            assert!(best.length >= now, "{at}: {} is shorter than {now}", best.length);
        }
    }

    #[test]
    fn behind_walls_there_is_a_place_only_for_a_line_that_may_cross() {
        let one = request(0.0, 0.0);
        let walls = [
            [-30.0, -30.0, 30.0, -24.0],
            [-30.0, 24.0, 30.0, 30.0],
            [-30.0, -30.0, -24.0, 30.0],
            [24.0, -30.0, 30.0, 30.0],
        ];
        let obstacles = [&[body(&one)][..], &walls].concat();
        assert_eq!(placed(&[one], &obstacles), [None]);
        let room = ApartRoom {
            may_cross: true,
            ..ROOM
        };
        let mut sides = [None];
        let taken = LabelGrid::of(&[one], &obstacles);
        let nearness = Nearness::new(1);
        assert_eq!(
            place(&[one], &mut sides, &[0], &obstacles, &taken, &nearness, room),
            Ok(())
        );
        assert!(sides[0].is_some());
    }

    #[test]
    fn a_label_stays_where_it_was_unless_it_could_be_much_nearer() {
        let far = LabelSide::Apart { right: 0, down: 20 };
        let near = LabelSide::Apart { right: 14, down: 0 };
        let at_home = |previous| {
            let one = LabelRequest {
                previous: Some(previous),
                ..request(0.0, 0.0)
            };
            placed(&[one], &[body(&one)])[0]
        };
        assert_eq!(at_home(near), Some(near));
        assert_ne!(at_home(far), Some(far));
    }
}
