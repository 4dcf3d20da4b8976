//! Giving labels their places: never cut off, never over each other.
//!
//! Pure, so that the screen and pictures place by the same rule; each measures its own letters.

mod apart;

use super::geometry::Xy;
use crate::i18n::shown_up_to;

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
    /// In the order in which they are tried.
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
        let (left, top) = match side {
            LabelSide::Below => (x - width / 2.0, y + self.clearance),
            LabelSide::Above => (x - width / 2.0, y - self.clearance - height),
            LabelSide::Right => (x + self.clearance, y - height / 2.0),
            LabelSide::Left => (x - self.clearance - width, y - height / 2.0),
            LabelSide::BelowRight => (x + corner, y + corner),
            LabelSide::BelowLeft => (x - corner - width, y + corner),
            LabelSide::AboveRight => (x + corner, y - corner - height),
            LabelSide::AboveLeft => (x - corner - width, y - corner - height),
            LabelSide::Apart { right, down } => {
                let step = self.clearance * STEP;
                let (right, down) = (f32::from(right) * step, f32::from(down) * step);
                (x + right - width / 2.0, y + down - height / 2.0)
            }
        };
        [left, top, left + width, top + height]
    }
}

/// The line from a piece, drawn so far around its middle, to where its label stands apart.
pub fn leader(centre: Xy, reach: f32, [left, top, right, bottom]: Area) -> [Xy; 2] {
    let end = Xy::new(centre.x.clamp(left, right), centre.y.clamp(top, bottom));
    let along = (end - centre).normalized();
    [centre + along * reach, end]
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
) -> Vec<Option<LabelSide>> {
    let mut order: Vec<usize> = (0..requests.len()).collect();
    order.sort_by(|&a, &b| {
        requests[b]
            .priority
            .total_cmp(&requests[a].priority)
            .then(a.cmp(&b))
    });
    let mut sides = vec![None; requests.len()];
    let mut taken = LabelGrid::of(requests, obstacles);
    if let Some(room) = apart {
        sides = place_all(requests, obstacles, &order, room);
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

/// How often it is tried again with who had no place going first.
const TRIES: usize = 4;

/// A place for all of a few, beside their pieces and else apart; when that fails, only for some.
fn place_all(
    requests: &[LabelRequest],
    obstacles: &[Area],
    order: &[usize],
    room: ApartRoom,
) -> Vec<Option<LabelSide>> {
    let bodies = &obstacles[..requests.len().min(obstacles.len())];
    let nearness = apart::Nearness::new(requests.len());
    let bare = LabelGrid::of(requests, obstacles);
    let mut first: Vec<usize> = Vec::new();
    let mut tries = 0;
    loop {
        let mut sides = vec![None; requests.len()];
        let mut taken = LabelGrid::of(requests, obstacles);
        let put_beside = |at: usize, sides: &mut [Option<LabelSide>], taken: &mut LabelGrid| {
            let is_its_own = |side: &LabelSide| is_nearest(requests[at].area(*side), at, bodies);
            sides[at] = beside(requests, at, taken).find(is_its_own);
            if let Some(side) = sides[at] {
                taken.insert(requests[at].area(side), usize::MAX);
            }
        };
        let mut failed = None;
        for &at in &first {
            put_beside(at, &mut sides, &mut taken);
            if sides[at].is_none() {
                let alone = &[at];
                let result = apart::place(requests, &mut sides, alone, obstacles, &bare, &nearness, room);
                failed = failed.or(result.err());
                for area in sides[at]
                    .iter()
                    .flat_map(|side| with_leader(&requests[at], *side))
                {
                    taken.insert(area, usize::MAX);
                }
            }
        }
        // Those apart come last: they take room that others have beside their pieces.
        let mut left: Vec<usize> = order.to_vec();
        left.retain(|at| !first.contains(at));
        left.retain(|&at| {
            put_beside(at, &mut sides, &mut taken);
            sides[at].is_none()
        });
        let result = apart::place(requests, &mut sides, &left, obstacles, &bare, &nearness, room);
        tries += 1;
        match failed.or(result.err()) {
            Some(at) if tries < TRIES => {
                first.retain(|&other| other != at);
                first.insert(0, at);
            }
            _ => return sides,
        }
    }
}

/// A label that stands apart, and small areas along the line to it.
fn with_leader(request: &LabelRequest, side: LabelSide) -> impl Iterator<Item = Area> + use<> {
    const EVERY: f32 = 4.0;
    let label = request.area(side);
    let [from, to] = leader(request.centre, request.reach, label);
    let spots = (from.distance(to) / EVERY).ceil() as usize;
    let along = (0..spots).map(move |nth| {
        let Xy { x, y } = from.lerp(to, nth as f32 / spots as f32);
        [x - 1.0, y - 1.0, x + 1.0, y + 1.0]
    });
    [label].into_iter().chain(along)
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

const NONE: u32 = u32::MAX;

/// Areas by cell, as linked lists in one vector: no allocation per cell.
struct LabelGrid {
    left: f32,
    top: f32,
    cell: f32,
    columns: usize,
    rows: usize,
    heads: Vec<u32>,
    links: Vec<(u32, u32)>,
    areas: Vec<(Area, usize)>,
}

impl LabelGrid {
    /// With the obstacles in it.
    fn of(requests: &[LabelRequest], obstacles: &[Area]) -> Self {
        let mut taken = Self::around(requests, obstacles);
        for (at, &area) in obstacles.iter().enumerate() {
            taken.insert(area, at);
        }
        taken
    }

    fn around(requests: &[LabelRequest], obstacles: &[Area]) -> Self {
        const MOST_CELLS: f32 = 40_000.0;
        let mut bounds = [f32::INFINITY, f32::INFINITY, f32::NEG_INFINITY, f32::NEG_INFINITY];
        let mut height = 0.0;
        for request in requests {
            let reach = request.clearance + request.size.0.max(request.size.1);
            let Xy { x, y } = request.centre;
            bounds = [
                bounds[0].min(x - reach),
                bounds[1].min(y - reach),
                bounds[2].max(x + reach),
                bounds[3].max(y + reach),
            ];
            height += request.size.1;
        }
        for area in obstacles {
            bounds = [
                bounds[0].min(area[0]),
                bounds[1].min(area[1]),
                bounds[2].max(area[2]),
                bounds[3].max(area[3]),
            ];
        }
        let (width, tall) = ((bounds[2] - bounds[0]).max(1.0), (bounds[3] - bounds[1]).max(1.0));
        let wished = (1.5 * height / requests.len().max(1) as f32).max(1.0);
        let cell = wished.max((width * tall / MOST_CELLS).sqrt());
        let (columns, rows) = if width.is_finite() && tall.is_finite() {
            ((width / cell) as usize + 1, (tall / cell) as usize + 1)
        } else {
            (1, 1)
        };
        Self {
            left: bounds[0],
            top: bounds[1],
            cell,
            columns,
            rows,
            heads: vec![NONE; columns * rows],
            links: Vec::new(),
            areas: Vec::new(),
        }
    }

    fn cells(&self, area: Area) -> impl Iterator<Item = usize> + use<> {
        let column = |x: f32| (((x - self.left) / self.cell).max(0.0) as usize).min(self.columns - 1);
        let row = |y: f32| (((y - self.top) / self.cell).max(0.0) as usize).min(self.rows - 1);
        let (from, to) = (column(area[0]), column(area[2]));
        let columns = self.columns;
        (row(area[1])..=row(area[3])).flat_map(move |row| (from..=to).map(move |at| row * columns + at))
    }

    fn insert(&mut self, area: Area, owner: usize) {
        let id = self.areas.len() as u32;
        self.areas.push((area, owner));
        for cell in self.cells(area) {
            self.links.push((id, self.heads[cell]));
            self.heads[cell] = self.links.len() as u32 - 1;
        }
    }

    fn is_taken(&self, area: Area, owner: usize) -> bool {
        self.cells(area).any(|cell| {
            let mut link = self.heads[cell];
            while link != NONE {
                let (id, next) = self.links[link as usize];
                let (other, other_owner) = self.areas[id as usize];
                if other_owner != owner && overlap(area, other) {
                    return true;
                }
                link = next;
            }
            false
        })
    }
}

fn overlap(a: Area, b: Area) -> bool {
    a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}

/// At most this many letters of a name are drawn: with more of them a name fills the board itself, finds no
/// room on it, and does not stand there at all.
pub const MOST_ON_BOARD: usize = 90;

/// Breaks a long name into at most three lines of about the same length, between words only. Only of a name that
/// is no name any more a part is left out, which "…" says.
pub fn wrapped(label: &str) -> String {
    wrapped_up_to(label, MOST_ON_BOARD)
}

/// As [`wrapped`], of a name for which there is less room.
pub fn wrapped_up_to(label: &str, most: usize) -> String {
    wrapped_to(label, most, COMFORTABLE)
}

/// Letters on a line of a name that can be read at a glance.
const COMFORTABLE: usize = 18;

/// As [`wrapped`], in lines of about so many letters: there may be room for a name that is narrow, or low.
pub fn wrapped_otherwise(label: &str, letters: usize) -> String {
    wrapped_to(label, MOST_ON_BOARD, letters)
}

fn wrapped_to(label: &str, most: usize, comfortable: usize) -> String {
    let label = &*shown_up_to(label, most);
    let words: Vec<&str> = label.split_whitespace().collect();
    let length = |text: &str| text.chars().count();
    let total = words
        .iter()
        .map(|word| length(word) + 1)
        .sum::<usize>()
        .saturating_sub(1);
    let lines = total.div_ceil(comfortable).clamp(1, 3);
    if lines == 1 {
        return words.join(" ");
    }
    let longest = words.iter().map(|word| length(word)).max().unwrap_or(0);
    let least = longest.max(total.div_ceil(lines));
    (least..=total)
        .map(|width| filled(&words, width))
        .find(|filled| filled.len() <= lines)
        .unwrap_or_else(|| vec![words.join(" ")])
        .join("\n")
}

/// The text in lines of at most `width` characters where words allow it.
pub fn lines_of(text: &str, width: usize) -> Vec<String> {
    filled(&text.split_whitespace().collect::<Vec<_>>(), width)
}

fn filled(words: &[&str], width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push((*word).to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

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
    fn a_line_to_a_label_begins_at_the_piece_and_ends_at_the_nearest_of_the_label() {
        let label = [100.0, -10.0, 180.0, 10.0];
        assert_eq!(
            leader(Xy::ZERO, 20.0, label),
            [Xy::new(20.0, 0.0), Xy::new(100.0, 0.0)]
        );
        let above = leader(Xy::new(140.0, -60.0), 20.0, label);
        assert_eq!(above, [Xy::new(140.0, -40.0), Xy::new(140.0, -10.0)]);
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

    #[test]
    fn names_break_between_words_and_lose_nothing() {
        for name in [
            "Gemeente Alkmaar",
            "Gemeenschappelijke Regeling Veiligheidsregio Noord-Holland Noord",
            "Hoogheemraadschap Hollands Noorderkwartier",
            "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
            "",
        ] {
            let text = wrapped(name);
            assert!(text.lines().count() <= 3, "{text}");
            assert_eq!(
                text.split_whitespace().collect::<Vec<_>>(),
                name.split_whitespace().collect::<Vec<_>>()
            );
        }
        assert_eq!(wrapped("Gemeente Alkmaar"), "Gemeente Alkmaar");
        assert_eq!(
            wrapped("Hoogheemraadschap Hollands Noorderkwartier")
                .lines()
                .count(),
            3
        );
    }
}
