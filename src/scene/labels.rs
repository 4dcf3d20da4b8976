//! Giving labels their places: never cut off, never over each other.
//!
//! Pure, so that the screen and pictures place by the same rule; each measures its own letters.

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
}

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
}

/// A label that wants a place. Lengths are in any unit, the same for all requests.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LabelRequest {
    /// The middle of the piece.
    pub centre: Xy,
    /// From the middle of the piece to where its label may begin.
    pub clearance: f32,
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
        };
        [left, top, left + width, top + height]
    }
}

/// The side each label stands on; `None` when there is no room for it. Greedy by priority; equal priorities
/// go by their order. `obstacles` are kept free as well, save that a label may touch its own piece:
/// obstacle `n` belongs to request `n`, and those after the last request to nobody.
pub fn place(requests: &[LabelRequest], obstacles: &[Area]) -> Vec<Option<LabelSide>> {
    let mut order: Vec<usize> = (0..requests.len()).collect();
    order.sort_by(|&a, &b| {
        requests[b]
            .priority
            .total_cmp(&requests[a].priority)
            .then(a.cmp(&b))
    });
    let mut taken = LabelGrid::around(requests, obstacles);
    for (at, &area) in obstacles.iter().enumerate() {
        taken.insert(area, at);
    }
    let mut sides = vec![None; requests.len()];
    for at in order {
        let request = &requests[at];
        let first = request.previous;
        let others = LabelSide::ALL.into_iter().filter(|&side| Some(side) != first);
        let found = first
            .into_iter()
            .chain(others)
            .find(|&side| !taken.is_taken(request.area(side), at))
            .or_else(|| request.insists.then_some(first.unwrap_or(LabelSide::Below)));
        if let Some(side) = found {
            sides[at] = Some(side);
            taken.insert(request.area(side), usize::MAX);
        }
    }
    sides
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
const MOST_ON_BOARD: usize = 90;

/// Breaks a long name into at most three lines of about the same length, between words only. Only of a name that
/// is no name any more a part is left out, which "…" says.
pub fn wrapped(label: &str) -> String {
    const COMFORTABLE: usize = 18;
    let label = &*shown_up_to(label, MOST_ON_BOARD);
    let words: Vec<&str> = label.split_whitespace().collect();
    let length = |text: &str| text.chars().count();
    let total = words
        .iter()
        .map(|word| length(word) + 1)
        .sum::<usize>()
        .saturating_sub(1);
    let lines = total.div_ceil(COMFORTABLE).clamp(1, 3);
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

    fn request(x: f32, y: f32, priority: f32) -> LabelRequest {
        LabelRequest {
            centre: Xy::new(x, y),
            clearance: 12.0,
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
        assert_eq!(place(&[one], &obstacles), [None]);
        one.insists = true;
        assert_eq!(place(&[one], &obstacles), [Some(LabelSide::Below)]);
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
        let sides = place(&requests, &obstacles);
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
        let mut requests: Vec<LabelRequest> = (0..12).map(|at| request(at as f32, 0.0, 0.0)).collect();
        requests[7].priority = 1.0;
        let sides = place(&requests, &[]);
        assert_eq!(sides[7], Some(LabelSide::Below));
        assert!(sides.iter().any(Option::is_none));
    }

    #[test]
    fn a_label_stays_where_it_was_when_it_can() {
        let mut one = request(0.0, 0.0, 0.0);
        one.previous = Some(LabelSide::Left);
        assert_eq!(place(&[one], &[]), [Some(LabelSide::Left)]);
    }

    #[test]
    fn far_enough_apart_all_labels_appear() {
        let requests: Vec<LabelRequest> = (0..400)
            .map(|at| request((at % 20) as f32 * 110.0, (at / 20) as f32 * 50.0, 0.0))
            .collect();
        let obstacles: Vec<Area> = requests.iter().map(body).collect();
        assert!(place(&requests, &obstacles).iter().all(Option::is_some));
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
