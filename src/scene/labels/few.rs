//! Places for the labels of a few pieces: all of them have one, as near to their own pieces as can be.
//!
//! A label stands beside its piece, or apart from it with a line that crosses no piece, no label and no other line. Who
//! comes first takes the nearest place. Then others make way for who has none or only a far one, as long as all of them
//! together lose less by it than that one gains. How much is looked at is bounded by a count and never by a clock: a
//! board has the same places on every machine.

mod places;

use super::grid::LabelGrid;
use super::segments::{cross, grown, leader, passes};
use super::{ApartRoom, Area, LabelRequest, LabelSide, Patience, is_nearest, is_within, overlap};
use crate::scene::geometry::Xy;
use crate::tally;
use places::{BESIDE, LINE, REACHES, places};

/// And no place at all.
const NOWHERE: f32 = 1000.0;
/// How much less the place costs where a label stood before, beside its piece and apart.
const STAYS: f32 = 0.6;
const STAYS_APART: f32 = 1.0;
/// What is won must be seen.
const LEAST_GAIN: f32 = 0.2;

/// The line runs clear of what it passes, in clearances.
const BESIDE_LINE: f32 = 0.06;

/// So many make way for one at most.
const MOST_BLOCKERS: usize = 3;
/// And others for these, so deep.
const DEPTH: usize = 2;
/// How often all are looked at again, now that others stand elsewhere.
const ROUNDS: usize = 3;
/// How often it is tried again with who had no place going first.
const TRIES: usize = 5;
/// So many places are held against each other when every line crosses something.
const MOST_CROSSING: usize = 600;

/// How many places are looked at for one label that has none or a far one, for one that makes way for it, and for all of
/// a board.
const MOST_FOR_ONE: usize = 3_000;
const MOST_FOR_BLOCKER: usize = 200;
pub(super) const MOST_FOR_ALL: usize = 80_000;
/// A search with little patience is one of so many, for letters of other sizes; and looks at so many for each label at
/// least.
const ATTEMPTS: usize = 3;
const LEAST_FOR_ONE: usize = 20;

/// Where a label stands.
#[derive(Debug, Clone, Copy)]
struct TriedPlace {
    side: LabelSide,
    cost: f32,
    area: Area,
    line: Option<[Xy; 2]>,
}

/// The places that a label may have, the cheapest first; those far away are made when they are asked for.
#[derive(Default)]
struct Choices {
    places: Vec<(LabelSide, f32)>,
    /// Whether each fits between what never moves; `None`: nobody asked yet.
    fits: Vec<Option<bool>>,
    /// How many of the reaches are in it, after those beside the piece.
    stages: usize,
}

/// The board while labels look for places.
struct PlaceSearch<'a> {
    requests: &'a [LabelRequest],
    obstacles: &'a [Area],
    /// The obstacles again, by place.
    taken: LabelGrid,
    room: ApartRoom,
    beside: &'static [(LabelSide, f32)],
    choices: Vec<Choices>,
    stands: Vec<Option<TriedPlace>>,
    /// Those for whom others are making way stay where they are.
    is_held: Vec<bool>,
    /// Where labels stood before what is being tried.
    log: Vec<(usize, Option<TriedPlace>)>,
    /// How many places may still be looked at, and at how few of these to stop for now.
    left: usize,
    floor: usize,
    /// How many were looked at.
    looked_at: usize,
}

impl Drop for PlaceSearch<'_> {
    fn drop(&mut self) {
        tally::add(|done| done.places += self.looked_at as u64);
    }
}

/// A place for all, and with lines that may cross at least for as many as possible.
pub(super) fn place_all(
    requests: &[LabelRequest],
    obstacles: &[Area],
    order: &[usize],
    room: ApartRoom,
    patience: &Patience,
) -> Vec<Option<LabelSide>> {
    // Whoever is out of patience still wants names: those that are easily placed.
    let least = LEAST_FOR_ONE * requests.len();
    let most = patience.for_one_of(ATTEMPTS).min(MOST_FOR_ALL).max(least);
    let mut search = PlaceSearch::new(requests, obstacles, room, most);
    if search.find(order) {
        search.come_nearer(order);
    } else if search.left == 0 && most < MOST_FOR_ALL {
        patience.note_short();
    }
    if room.may_cross {
        search.cross_least(order);
    }
    patience.spend(search.looked_at);
    let stands = search.stands.iter();
    stands.map(|place| place.map(|place| place.side)).collect()
}

/// Whether there is a place for all, as far as is found by looking at so many places.
pub(super) fn has_room_for_all(
    requests: &[LabelRequest],
    obstacles: &[Area],
    order: &[usize],
    room: ApartRoom,
    (places, patience): (usize, &Patience),
) -> bool {
    let mut search = PlaceSearch::new(requests, obstacles, room, places.min(patience.left()));
    let has_room = search.find(order);
    patience.spend(search.looked_at);
    has_room
}

impl<'a> PlaceSearch<'a> {
    fn new(requests: &'a [LabelRequest], obstacles: &'a [Area], room: ApartRoom, left: usize) -> Self {
        let count = requests.len();
        Self {
            requests,
            obstacles,
            taken: LabelGrid::of(requests, obstacles),
            room,
            beside: &BESIDE,
            choices: (0..count).map(|_| Choices::default()).collect(),
            stands: vec![None; count],
            is_held: vec![false; count],
            log: Vec::new(),
            left,
            floor: 0,
            looked_at: 0,
        }
    }

    fn look(&mut self) {
        self.left = self.left.saturating_sub(1);
        self.looked_at += 1;
    }

    /// A place for each; says whether all have one. When that fails it is tried again with who had none going first, and
    /// what stands in the end is the try that left the fewest without.
    fn find(&mut self, order: &[usize]) -> bool {
        let mut first: Vec<usize> = Vec::new();
        let mut best: Option<(usize, Vec<Option<TriedPlace>>)> = None;
        for _ in 0..TRIES {
            self.stands.fill(None);
            self.put_all(&first, order);
            let without: Vec<usize> = order
                .iter()
                .copied()
                .filter(|&at| self.stands[at].is_none())
                .collect();
            let is_better = best.as_ref().is_none_or(|(fewest, _)| without.len() < *fewest);
            if is_better {
                best = Some((without.len(), self.stands.clone()));
            }
            if without.is_empty() || self.left == 0 {
                break;
            }
            first.retain(|at| !without.contains(at));
            first.splice(0..0, without);
        }
        let (without, stands) = best.unwrap_or_default();
        self.stands = stands;
        without == 0
    }

    /// Each at the nearest place that is free when it comes, `first` before all others; then others make way for who has
    /// none.
    fn put_all(&mut self, first: &[usize], order: &[usize]) {
        for &at in first {
            self.settle(at, NOWHERE, 0, usize::MAX);
        }
        for &at in order {
            if self.stands[at].is_none() && !first.contains(&at) {
                self.settle(at, LINE, 0, usize::MAX);
            }
        }
        // Those apart come last: they take room that others have beside their pieces.
        for &at in order {
            if self.stands[at].is_none() {
                self.settle(at, NOWHERE, 0, usize::MAX);
            }
        }
        for _ in 0..ROUNDS {
            let mut is_changed = false;
            for &at in order {
                is_changed |= self.stands[at].is_none() && self.improve(at);
            }
            if !is_changed {
                break;
            }
        }
    }

    /// Those far from their pieces, the farthest first, come nearer.
    fn come_nearer(&mut self, order: &[usize]) {
        for _ in 0..ROUNDS {
            let mut far: Vec<usize> = order.to_vec();
            far.retain(|&at| self.cost(at) >= LINE);
            far.sort_by(|&a, &b| self.cost(b).total_cmp(&self.cost(a)));
            let mut is_changed = false;
            for at in far {
                is_changed |= self.improve(at);
            }
            if !is_changed {
                break;
            }
        }
    }

    fn cost(&self, one: usize) -> f32 {
        self.stands[one].map_or(NOWHERE, |place| place.cost)
    }

    /// Finds a label a cheaper place, for which others make way. Says whether there was one.
    fn improve(&mut self, one: usize) -> bool {
        let now = self.cost(one);
        self.floor = self.left.saturating_sub(MOST_FOR_ONE);
        self.log.clear();
        self.set(one, None);
        let found = (0..=DEPTH).any(|depth| self.settle(one, now - LEAST_GAIN, depth, usize::MAX).is_some());
        if !found {
            self.undo(0);
        }
        self.floor = 0;
        found
    }

    /// Puts a label where it costs the least, with what others lose who make way, and less than `most`. Says how much. For
    /// this so many places are tried at most.
    fn settle(&mut self, one: usize, most: f32, depth: usize, tries: usize) -> Option<f32> {
        let (mut nth, mut tried) = (0, 0);
        while let Some((side, cost)) = self.choice(one, nth) {
            if cost >= most || self.left <= self.floor || tried == tries {
                return None;
            }
            if self.fits(one, nth) {
                tried += 1;
                let place = self.place(one, side, cost);
                if let Some(lost) = self.put(one, place, most - cost, depth) {
                    return Some(cost + lost);
                }
            }
            nth += 1;
        }
        None
    }

    /// Puts a label there when those in its way find other places and together lose less than `most`. Says how much.
    fn put(&mut self, one: usize, place: TriedPlace, most: f32, depth: usize) -> Option<f32> {
        self.look();
        let blockers = self.blockers(one, &place, depth)?;
        let before = self.log.len();
        self.set(one, Some(place));
        for &(at, _) in &blockers {
            self.set(at, None);
        }
        self.is_held[one] = true;
        let mut lost = 0.0;
        let all_found = blockers.iter().all(|&(at, cost)| {
            let found = self.settle(at, cost + most - lost, depth - 1, MOST_FOR_BLOCKER);
            lost += found.map_or(0.0, |found| found - cost);
            found.is_some()
        });
        self.is_held[one] = false;
        if all_found {
            return Some(lost);
        }
        self.undo(before);
        None
    }

    fn set(&mut self, one: usize, place: Option<TriedPlace>) {
        self.log.push((one, self.stands[one]));
        self.stands[one] = place;
    }

    /// Puts back what was moved since the log was so long.
    fn undo(&mut self, length: usize) {
        while self.log.len() > length
            && let Some((one, place)) = self.log.pop()
        {
            self.stands[one] = place;
        }
    }

    /// Whose label or line is in the way, with what each costs where it stands; `None` when these are too many, or may
    /// not go.
    fn blockers(&self, one: usize, place: &TriedPlace, depth: usize) -> Option<Vec<(usize, f32)>> {
        let most = if depth == 0 { 0 } else { MOST_BLOCKERS };
        let mut found = Vec::new();
        for (at, other) in self.stands.iter().enumerate() {
            let Some(other) = other.as_ref().filter(|_| at != one) else {
                continue;
            };
            if self.is_in_way(one, place, at, other) {
                if self.is_held[at] || found.len() == most {
                    return None;
                }
                found.push((at, other.cost));
            }
        }
        Some(found)
    }

    fn is_in_way(&self, one: usize, place: &TriedPlace, at: usize, other: &TriedPlace) -> bool {
        let hits = |line: Option<[Xy; 2]>, of: usize, area: Area| {
            let room = self.requests[of].clearance * BESIDE_LINE;
            line.is_some_and(|line| passes(line, grown(area, room)))
        };
        let lines = place.line.zip(other.line);
        overlap(place.area, other.area)
            || hits(place.line, one, other.area)
            || hits(other.line, at, place.area)
            || lines.is_some_and(|(line, other)| cross(line, other))
    }

    fn place(&self, one: usize, side: LabelSide, cost: f32) -> TriedPlace {
        let request = &self.requests[one];
        let area = request.area(side);
        let line = side
            .is_apart()
            .then(|| leader(request.centre, request.reach, area));
        TriedPlace {
            side,
            cost,
            area,
            line,
        }
    }

    /// The n-th cheapest place of a label.
    fn choice(&mut self, one: usize, nth: usize) -> Option<(LabelSide, f32)> {
        while self.choices[one].places.len() <= nth {
            let stage = self.choices[one].stages;
            let request = &self.requests[one];
            let mut more = match stage {
                0 => self.beside.to_vec(),
                _ => {
                    let &(reach, stride) = REACHES.get(stage - 1)?;
                    let nearer = if stage > 1 { REACHES[stage - 2].0 } else { 0.0 };
                    places(request, (nearer, reach), stride)
                }
            };
            if let Some(before) = request.previous
                && let Some(same) = more.iter_mut().find(|(side, _)| *side == before)
            {
                same.1 -= if before.is_apart() { STAYS_APART } else { STAYS };
                more.sort_by(|(_, one), (_, other)| one.total_cmp(other));
            }
            let choices = &mut self.choices[one];
            choices.stages += 1;
            choices.fits.resize(choices.places.len() + more.len(), None);
            choices.places.append(&mut more);
        }
        Some(self.choices[one].places[nth])
    }

    /// Whether there is room between what never moves.
    fn fits(&mut self, one: usize, nth: usize) -> bool {
        if let Some(fits) = self.choices[one].fits[nth] {
            return fits;
        }
        self.look();
        let (side, cost) = self.choices[one].places[nth];
        let TriedPlace { area, line, .. } = self.place(one, side, cost);
        let bodies = &self.obstacles[..self.requests.len().min(self.obstacles.len())];
        let fits = !self.taken.is_taken(area, one)
            && match line {
                None => is_nearest(area, one, bodies),
                Some(line) => is_within(area, self.room.area) && self.hit_by(one, line).next().is_none(),
            };
        self.choices[one].fits[nth] = Some(fits);
        fits
    }

    /// One for everything that never moves and that a line crosses.
    fn hit_by(&self, one: usize, line: [Xy; 2]) -> impl Iterator<Item = ()> + '_ {
        let room = self.requests[one].clearance * BESIDE_LINE;
        let others = self.obstacles.iter().enumerate();
        let others = others.filter(move |&(at, &other)| at != one && passes(line, grown(other, room)));
        others.map(|_| ())
    }

    /// Where those who have no place cross the least with their lines. The labels lie on nothing.
    fn cross_least(&mut self, order: &[usize]) {
        for &one in order {
            if self.stands[one].is_some() {
                continue;
            }
            let mut best: Option<(usize, TriedPlace)> = None;
            let (mut nth, mut held) = (0, 0);
            while let Some((side, cost)) = self.choice(one, nth)
                && held < MOST_CROSSING
            {
                nth += 1;
                let place = self.place(one, side, cost);
                let Some(line) = place.line else { continue };
                if !is_within(place.area, self.room.area) || self.taken.is_taken(place.area, one) {
                    continue;
                }
                let others = || self.stands.iter().flatten();
                let lies_on = |other: &TriedPlace| {
                    overlap(place.area, other.area) || other.line.is_some_and(|line| passes(line, place.area))
                };
                if others().any(lies_on) {
                    continue;
                }
                held += 1;
                let crosses = |other: &&TriedPlace| {
                    passes(line, other.area) || other.line.is_some_and(|other| cross(line, other))
                };
                let count = self.hit_by(one, line).count() + others().filter(crosses).count();
                if best.as_ref().is_none_or(|(least, _)| count < *least) {
                    best = Some((count, place));
                }
            }
            self.stands[one] = best.map(|(_, place)| place);
        }
    }
}

#[cfg(test)]
mod tests;
