//! The tower of a piece: discs stacked around a pole on a foot. A bare pole says that there is no influence, nothing
//! at all that nobody has said how much there is.

use std::f32::consts::{FRAC_PI_2, PI};

use super::arcs::arc;
use super::detail::{FIGURE_FROM, drawn_radius};
use super::pen::Pen;
use crate::model::Rgb;
use crate::scene::geometry::{RING, Xy};
use crate::scene::labels::Area;
use crate::scene::{Piece, mix};

/// Discs drawn of a tower; a higher one shows its number.
const MOST_DISCS: u32 = 7;

// In radii of the piece. Where the tower stands: to the right of the ring, a little below the piece.
const ASIDE: f32 = RING + 0.6;
const BELOW: f32 = 1.08;
// Half of what is how wide, and how high.
const FOOT_HALF: f32 = 0.66;
const FOOT: f32 = 0.22;
const POLE_HALF: f32 = 0.11;
const DISC_HALF: f32 = 0.48;
const DISC: f32 = 0.3;
/// How high a disc is at least, in points.
const LEAST_DISC: f32 = 2.5;
/// Of a disc's height, what is between it and the next.
const GAP: f32 = 0.26;
/// How far the pole stands out above the discs, in discs, and for how many discs there is room on the lowest one.
const POLE_ABOVE: f32 = 0.9;
const LEAST_POLE: f32 = 1.5;
/// Letters of the number, in radii of the piece.
const NUMBER: f32 = 0.7;
/// What of the board is kept free around it, in points.
const AROUND: f32 = 1.6;
/// How much of the board's tone foot and pole have: what is counted is the discs.
const WEAKER: f32 = 0.42;

/// A tower of a height, in points.
pub struct Tower {
    foot: Area,
    pole: Area,
    /// From below.
    discs: Vec<Area>,
    /// The middle and the size of the number above, where there are more discs than are drawn.
    number: Option<(Xy, f32)>,
}

/// What a tower is drawn in.
#[derive(Debug, Clone, Copy)]
pub struct TowerTones {
    pub discs: Rgb,
    pub board: Rgb,
}

impl Tower {
    /// The tower of a piece as it is drawn; `None` where it has none, or is no more than a dot.
    pub fn of(piece: &Piece, zoom: f32) -> Option<Self> {
        let radius = drawn_radius(piece.radius, zoom);
        let height = piece.influence.filter(|_| radius >= FIGURE_FROM)?;
        let base = Xy::from(piece.pos) * zoom + Xy::new(radius * ASIDE, radius * BELOW);
        Some(Self::new(base, radius, height))
    }

    /// `base`: the middle of its lower edge; `radius`: of the piece that it belongs to.
    fn new(base: Xy, radius: f32, height: u32) -> Self {
        let standing = |half: f32, from: f32, to: f32| {
            let half = half * radius;
            [base.x - half, base.y - to, base.x + half, base.y - from]
        };
        let (foot, disc) = (FOOT * radius, (DISC * radius).max(LEAST_DISC));
        let count = height.min(MOST_DISCS);
        let top = foot + disc * ((count as f32).max(LEAST_POLE) + POLE_ABOVE);
        let one = |at: u32| {
            let under = foot + disc * at as f32;
            standing(DISC_HALF, under + disc * GAP, under + disc)
        };
        let size = NUMBER * radius;
        let number = (height > MOST_DISCS).then(|| (base - Xy::new(0.0, top + size * 0.6), size));
        Self {
            foot: standing(FOOT_HALF, 0.0, foot),
            pole: standing(POLE_HALF, 0.0, top),
            discs: (0..count).map(one).collect(),
            number,
        }
    }

    /// A small one about a middle, for the legend.
    pub fn small(centre: Xy, size: f32) -> Self {
        let radius = size * 1.9;
        let base = centre + Xy::new(0.0, size);
        Self::new(base, radius, 2)
    }

    /// What it takes.
    pub fn area(&self) -> Area {
        let number = self.number.map(|(at, size)| {
            let half = Xy::new(size * 0.7, size * 0.6);
            [at.x - half.x, at.y - half.y, at.x + half.x, at.y + half.y]
        });
        let parts = [self.pole].into_iter().chain(number);
        let [left, top, right, bottom] = parts.fold(self.foot, around);
        [left - AROUND, top - AROUND, right + AROUND, bottom + AROUND]
    }

    /// Draws it, its number apart. Returns where that goes, and in letters of which size.
    pub fn draw(&self, pen: &mut impl Pen, tones: TowerTones) -> Option<(Xy, f32)> {
        for part in [self.pole, self.foot] {
            pen.fill(&pill(grown(part, AROUND)), tones.board);
        }
        if let Some(stack) = self.discs.iter().copied().reduce(around) {
            pen.fill(&corners(grown(stack, AROUND)), tones.board);
        }
        let weaker = mix(tones.discs, tones.board, WEAKER);
        for part in [self.pole, self.foot] {
            pen.fill(&pill(part), weaker);
        }
        for &disc in &self.discs {
            // The pole is not seen between discs.
            let gap = [
                disc[0],
                disc[3],
                disc[2],
                disc[3] + (disc[3] - disc[1]) * GAP / (1.0 - GAP),
            ];
            pen.fill(&corners(gap), tones.board);
            pen.fill(&pill(disc), tones.discs);
        }
        self.number
    }
}

pub fn around(one: Area, other: Area) -> Area {
    [
        one[0].min(other[0]),
        one[1].min(other[1]),
        one[2].max(other[2]),
        one[3].max(other[3]),
    ]
}

fn grown([left, top, right, bottom]: Area, by: f32) -> Area {
    [left - by, top - by, right + by, bottom + by]
}

fn corners([left, top, right, bottom]: Area) -> [Xy; 4] {
    [
        Xy::new(left, top),
        Xy::new(right, top),
        Xy::new(right, bottom),
        Xy::new(left, bottom),
    ]
}

/// An area with ends as round as they can be.
pub fn pill([left, top, right, bottom]: Area) -> Vec<Xy> {
    let round = (right - left).min(bottom - top) / 2.0;
    let corners = [
        (Xy::new(right - round, top + round), -FRAC_PI_2),
        (Xy::new(right - round, bottom - round), 0.0),
        (Xy::new(left + round, bottom - round), FRAC_PI_2),
        (Xy::new(left + round, top + round), PI),
    ];
    let quarter = |(middle, from)| arc(middle, round, from, from + FRAC_PI_2);
    corners.into_iter().flat_map(quarter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::marks::kept_pen::{KeptMark, KeptPen};
    use crate::scene::{Palette, ThemeKind};

    const TONES: TowerTones = TowerTones {
        discs: Rgb(10, 20, 30),
        board: Rgb(250, 250, 250),
    };

    fn tower(height: u32) -> Tower {
        Tower::new(Xy::new(300.0, 200.0), 20.0, height)
    }

    fn drawn(height: u32) -> KeptPen {
        let mut pen = KeptPen::default();
        tower(height).draw(&mut pen, TONES);
        pen
    }

    fn discs(pen: &KeptPen) -> usize {
        let is_disc = |mark: &&KeptMark| matches!(mark, KeptMark::Fill(_, ink) if ink.tone == TONES.discs);
        pen.all().filter(is_disc).count()
    }

    #[test]
    fn a_tower_has_a_disc_for_each_of_its_height_and_a_number_where_there_are_more() {
        for height in 0..=7 {
            assert_eq!(discs(&drawn(height)), height as usize);
            assert!(tower(height).number.is_none(), "{height}");
        }
        assert_eq!(discs(&drawn(12)), 7);
        assert!(tower(8).number.is_some() && tower(12).number.is_some());
    }

    #[test]
    fn a_higher_tower_is_higher_and_one_of_nothing_is_a_bare_pole_on_a_foot() {
        let high = |height: u32| {
            let [_, top, _, bottom] = tower(height).area();
            bottom - top
        };
        for height in 2..=7 {
            assert!(high(height) > high(height - 1) + 2.5, "{height}");
        }
        assert!(high(8) > high(7) + 8.0, "its number stands above it");
        let bare = drawn(0);
        let weaker = mix(TONES.discs, TONES.board, WEAKER);
        let seen = bare
            .all()
            .filter(|mark| matches!(mark, KeptMark::Fill(_, ink) if ink.tone == weaker));
        assert_eq!(seen.count(), 2, "pole and foot");
        // On a single disc the pole is seen: no dot beside a piece.
        let one = tower(1);
        assert!(one.discs[0][1] - one.pole[1] > 4.0);
        assert!(one.foot[2] - one.foot[0] > 1.2 * (one.discs[0][2] - one.discs[0][0]));
    }

    #[test]
    fn discs_stand_on_each_other_with_a_gap_and_all_is_within_its_area() {
        for height in [0, 1, 5, 9] {
            let tower = tower(height);
            let [left, top, right, bottom] = tower.area();
            for mark in drawn(height).all() {
                let [l, t, r, b] = mark.area().expect("a shape");
                let is_in = l >= left - 0.01 && t >= top - 0.01 && r <= right + 0.01 && b <= bottom + 0.01;
                assert!(is_in, "{height}: {mark:?}");
            }
            for pair in tower.discs.windows(2) {
                let gap = pair[0][1] - pair[1][3];
                assert!((1.0..3.0).contains(&gap), "{gap}");
            }
            if let Some(disc) = tower.discs.first() {
                assert!(disc[3] < tower.foot[1], "the lowest stands clear of the foot");
            }
        }
    }

    #[test]
    fn foot_and_pole_are_seen_on_every_board_and_are_no_discs() {
        for theme in [ThemeKind::Light, ThemeKind::Dark, ThemeKind::HighContrast] {
            let palette = Palette::of(theme);
            let weaker = mix(palette.ring, palette.board, WEAKER);
            let seen = crate::scene::contrast(weaker, palette.board);
            assert!(seen >= 3.0, "{theme:?}: {seen}");
            assert!(
                crate::scene::contrast(palette.ring, palette.board) > 1.5 * seen,
                "{theme:?}"
            );
        }
    }
}
