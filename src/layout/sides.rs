//! Tables and their members: every group of members has a side of the board.

use crate::numeric::hypot;

use super::Place;

/// Who is placed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seat {
    /// A table others are members of.
    pub is_body: bool,
    /// Group of a member, from 0; not used for a body, whose members decide.
    pub group: Option<usize>,
}

const MAX_GROUPS: usize = 4;
/// More in a line cannot be read.
const MAX_IN_LINE: usize = 14;
const MAX_IN_MIDDLE: usize = 16;

/// Steps between neighbours in a vertical and in a horizontal line, and between lines.
const STEP_DOWN: f64 = 132.0;
const STEP_ASIDE: f64 = 250.0;
const FROM_MIDDLE: f64 = 560.0;
const LINE_APART: f64 = 430.0;
const BOTTOM_APART: f64 = 190.0;
const MIDDLE_HALF_WIDTH: f64 = 150.0;
const SWEEPS: usize = 12;

/// Places a two-mode network of at most four groups: the largest group in a line on the left, the next on
/// the right, then below and above; the bodies of one group alone in a line behind it, the bodies that
/// join groups in the middle. Lines are ordered so that relations stay short (barycentre method, Sugiyama
/// et al. 1981, doi:10.1109/TSMC.1981.4308636).
///
/// `None` when the network does not fit this picture: no groups, too many, lines too long, members
/// without a group, or bodies without members. Deterministic.
pub fn sides(seats: &[Seat], links: &[(u32, u32)]) -> Option<Vec<Place>> {
    let neighbours = neighbours(seats.len(), links);
    let groups = groups(seats)?;
    let mut lines = Lines::new(seats, &neighbours, &groups)?;
    let mut best = lines.places(seats.len());
    let mut shortest = total_length(&best, links);
    for _ in 0..SWEEPS {
        lines.sort_by_neighbours(&neighbours, seats.len());
        let places = lines.places(seats.len());
        let length = total_length(&places, links);
        if length < shortest - 1e-9 {
            (best, shortest) = (places, length);
        }
    }
    Some(best)
}

fn neighbours(n: usize, links: &[(u32, u32)]) -> Vec<Vec<usize>> {
    let mut neighbours = vec![Vec::new(); n];
    for &(a, b) in links {
        neighbours[a as usize].push(b as usize);
        neighbours[b as usize].push(a as usize);
    }
    neighbours
}

/// The groups from large to small.
fn groups(seats: &[Seat]) -> Option<Vec<usize>> {
    let mut sizes: Vec<(usize, usize)> = Vec::new();
    for seat in seats.iter().filter(|seat| !seat.is_body) {
        let group = seat.group?;
        match sizes.iter_mut().find(|(it, _)| *it == group) {
            Some((_, size)) => *size += 1,
            None => sizes.push((group, 1)),
        }
    }
    sizes.sort_by_key(|&(group, size)| (std::cmp::Reverse(size), group));
    let fits = (1..=MAX_GROUPS).contains(&sizes.len()) && sizes.iter().all(|it| it.1 <= MAX_IN_LINE);
    fits.then(|| sizes.into_iter().map(|(group, _)| group).collect())
}

/// Who stands in which line, in order.
struct Lines {
    members: Vec<Vec<usize>>,
    own: Vec<Vec<usize>>,
    middle: Vec<usize>,
}

impl Lines {
    fn new(seats: &[Seat], neighbours: &[Vec<usize>], groups: &[usize]) -> Option<Self> {
        let mut lines = Self {
            members: vec![Vec::new(); groups.len()],
            own: vec![Vec::new(); groups.len()],
            middle: Vec::new(),
        };
        let side_of = |v: usize| groups.iter().position(|group| seats[v].group == Some(*group));
        for (v, seat) in seats.iter().enumerate() {
            if !seat.is_body {
                lines.members[side_of(v)?].push(v);
                continue;
            }
            if neighbours[v].iter().any(|&w| seats[w].is_body) {
                return None;
            }
            let first = side_of(*neighbours[v].first()?)?;
            if neighbours[v].iter().all(|&w| side_of(w) == Some(first)) {
                lines.own[first].push(v);
            } else {
                lines.middle.push(v);
            }
        }
        let fits =
            lines.own.iter().all(|line| line.len() <= MAX_IN_LINE) && lines.middle.len() <= MAX_IN_MIDDLE;
        fits.then_some(lines)
    }

    fn places(&self, n: usize) -> Vec<Place> {
        let mut places = vec![Place::default(); n];
        // Two zigzag columns, so that relations to left and right do not run through other bodies.
        let rows = self.middle.len() as f64;
        for (rank, &v) in self.middle.iter().enumerate() {
            let side = if rank % 2 == 0 { -1.0 } else { 1.0 };
            let y = (rank as f64 - (rows - 1.0) / 2.0) * STEP_DOWN;
            places[v] = Place::new(side * MIDDLE_HALF_WIDTH, y);
        }
        let longest = self.members[..self.members.len().min(2)]
            .iter()
            .chain(&self.own[..self.own.len().min(2)])
            .chain(std::iter::once(&self.middle))
            .map(Vec::len)
            .max()
            .unwrap_or(0);
        let below = (longest as f64 / 2.0) * STEP_DOWN + 60.0;
        for (side, (members, own)) in self.members.iter().zip(&self.own).enumerate() {
            for (line, at) in [(members, 0.0), (own, 1.0)] {
                for (rank, &v) in line.iter().enumerate() {
                    let along = rank as f64 - (line.len() as f64 - 1.0) / 2.0;
                    let across = FROM_MIDDLE + at * LINE_APART;
                    let down = below + at * BOTTOM_APART;
                    places[v] = match side {
                        0 => Place::new(-across, along * STEP_DOWN),
                        1 => Place::new(across, along * STEP_DOWN),
                        2 => Place::new(along * STEP_ASIDE, down),
                        _ => Place::new(along * STEP_ASIDE, -down),
                    };
                }
            }
        }
        places
    }

    /// Orders every line by the mean place of whom its members are related to.
    fn sort_by_neighbours(&mut self, neighbours: &[Vec<usize>], n: usize) {
        for target in 0..3 {
            let places = self.places(n);
            let mean = |v: usize, of: fn(Place) -> f64| {
                let sum: f64 = neighbours[v].iter().map(|&w| of(places[w])).sum();
                sum / neighbours[v].len().max(1) as f64
            };
            let along = |side: usize| -> fn(Place) -> f64 { if side < 2 { |it| it.y } else { |it| it.x } };
            match target {
                0 => self
                    .middle
                    .sort_by(|&a, &b| mean(a, |it| it.y).total_cmp(&mean(b, |it| it.y))),
                1 => {
                    for (side, line) in self.own.iter_mut().enumerate() {
                        line.sort_by(|&a, &b| mean(a, along(side)).total_cmp(&mean(b, along(side))));
                    }
                }
                _ => {
                    for (side, line) in self.members.iter_mut().enumerate() {
                        line.sort_by(|&a, &b| mean(a, along(side)).total_cmp(&mean(b, along(side))));
                    }
                }
            }
        }
    }
}

fn total_length(places: &[Place], links: &[(u32, u32)]) -> f64 {
    links
        .iter()
        .map(|&(a, b)| {
            let (a, b) = (places[a as usize], places[b as usize]);
            hypot(a.x - b.x, a.y - b.y)
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn member(group: usize) -> Seat {
        Seat {
            is_body: false,
            group: Some(group),
        }
    }
    const BODY: Seat = Seat {
        is_body: true,
        group: None,
    };

    #[test]
    fn a_table_of_two_groups_stands_between_them() {
        let seats = [member(0), member(0), member(1), BODY, BODY];
        let links = [(0, 3), (2, 3), (0, 4), (1, 4)];
        let places = sides(&seats, &links).unwrap();
        assert!(places[0].x < places[3].x && places[3].x < places[2].x);
        assert!(
            places[4].x < places[0].x,
            "what is of one group alone stands behind it"
        );
    }

    #[test]
    fn what_does_not_fit_the_picture_is_left_to_another_layout() {
        let loner = Seat {
            is_body: false,
            group: None,
        };
        assert_eq!(sides(&[loner, BODY], &[(0, 1)]), None);
        assert_eq!(sides(&[member(0), BODY], &[]), None);
        assert_eq!(sides(&[], &[]), None);
        let many: Vec<Seat> = (0..5).map(member).collect();
        assert_eq!(sides(&many, &[]), None);
    }
}
