//! What of a scene is in a part of the board: who touches it, which ties run through it, and whose names belong to it.

use super::hull::surrounds;
use super::piece::{nose_area, tower_area};
use crate::scene::geometry::{Xy, is_in_piece, issue_area, tie_curve};
use crate::scene::labels::{Area, overlap, passes};
use crate::scene::{Hull, Piece, Scene, Tie};

/// Into so many straight pieces a curve is cut to find whether it runs through an area.
const STEPS: usize = 20;
/// The zoom at which figures are whole: far away they have no towers and noses.
const CLOSE: f32 = 10.0;

/// What of a scene is drawn, as positions in its lists.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PartSeen {
    pub pieces: Vec<usize>,
    /// Those of the pieces that have their middle there, and so their names.
    pub named: Vec<usize>,
    pub ties: Vec<usize>,
    pub hulls: Vec<usize>,
    pub has_issue: bool,
}

impl PartSeen {
    /// Everything.
    pub fn all(scene: &Scene) -> Self {
        let pieces: Vec<usize> = (0..scene.pieces.len()).collect();
        Self {
            named: pieces.clone(),
            pieces,
            ties: (0..scene.ties.len()).collect(),
            hulls: (0..scene.hulls.len()).collect(),
            has_issue: scene.issue.is_some(),
        }
    }

    /// All pieces, those with names before the others.
    pub fn named_first(&self) -> Vec<usize> {
        let others = self
            .pieces
            .iter()
            .filter(|at| self.named.binary_search(at).is_err());
        self.named.iter().chain(others).copied().collect()
    }

    /// What touches an area of the board, in its units.
    pub fn within(scene: &Scene, area: Area) -> Self {
        let [left, top, right, bottom] = area;
        if left >= right || top >= bottom {
            return Self::default();
        }
        let has_middle = |at: &usize| {
            let Xy { x, y } = scene.pieces[*at].pos.into();
            (left..=right).contains(&x) && (top..=bottom).contains(&y)
        };
        let pieces = found(&scene.pieces, |piece| touches(piece, area));
        Self {
            named: pieces.iter().copied().filter(has_middle).collect(),
            pieces,
            ties: found(&scene.ties, |tie| runs_through(scene, tie, area)),
            hulls: found(&scene.hulls, |hull| reaches(hull, area)),
            has_issue: scene
                .issue
                .as_ref()
                .is_some_and(|issue| overlap(issue_area(issue), area)),
        }
    }
}

fn found<T>(all: &[T], is_seen: impl Fn(&T) -> bool) -> Vec<usize> {
    let all = all.iter().enumerate();
    all.filter(|(_, one)| is_seen(one)).map(|(at, _)| at).collect()
}

fn touches(piece: &Piece, area: Area) -> bool {
    let Xy { x, y } = piece.pos.into();
    let nearest = Xy::new(x.clamp(area[0], area[2]), y.clamp(area[1], area[3]));
    let parts = [tower_area(piece, CLOSE), nose_area(piece, CLOSE)];
    is_in_piece(piece, nearest)
        || parts
            .into_iter()
            .flatten()
            .any(|part| overlap(part.map(|side| side / CLOSE), area))
}

fn runs_through(scene: &Scene, tie: &Tie, [left, top, right, bottom]: Area) -> bool {
    let Some(curve) = tie_curve(scene, tie) else {
        return false;
    };
    let half = tie.width / 2.0;
    let area = [left - half, top - half, right + half, bottom + half];
    let [x, y, to_x, to_y] = curve.bounds();
    // A level or upright line is a box of no height or width.
    let is_near = x <= area[2] && area[0] <= to_x && y <= area[3] && area[1] <= to_y;
    let runs = |points: Vec<Xy>| points.windows(2).any(|pair| passes([pair[0], pair[1]], area));
    is_near && runs(curve.polyline(STEPS))
}

fn reaches(hull: &Hull, area: Area) -> bool {
    let point = |&[x, y]: &[f32; 2]| Xy::new(x, y);
    let crosses = |ring: &Vec<[f32; 2]>| {
        let next = ring.iter().cycle().skip(1);
        let mut sides = ring.iter().zip(next);
        sides.any(|(from, to)| passes([point(from), point(to)], area))
    };
    let middle = Xy::new((area[0] + area[2]) / 2.0, (area[1] + area[3]) / 2.0);
    let around = hull.rings.iter().filter(|ring| surrounds(ring, middle, 1.0));
    hull.rings.iter().any(crosses) || around.count() % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::operations as op;
    use crate::edit::testing::{document_of, relate};
    use crate::model::Point;
    use crate::scene::{Appearance, Filters, HullGroup, Palette, SceneInput, ThemeKind, build};

    /// Four in a row, 200 apart, the first two and the last two related, and the first and the last.
    fn row() -> Scene {
        let (mut document, ids) = document_of(["a", "b", "c", "d"]);
        for (at, &id) in ids.iter().enumerate() {
            let to = Point::new(at as f64 * 200.0, 0.0);
            op::place(&mut document, &[(id, Some(to))]).unwrap();
        }
        relate(&mut document, ids[0], ids[1], "samenwerking");
        relate(&mut document, ids[2], ids[3], "samenwerking");
        relate(&mut document, ids[0], ids[3], "samenwerking");
        let group = |label: &str, members: &[usize]| HullGroup {
            label: label.to_owned(),
            members: members.iter().map(|&at| ids[at]).collect(),
            colour: None,
        };
        let hulls = vec![group("left", &[0, 1]), group("all", &[0, 1, 2, 3])];
        build(SceneInput {
            constellation: document.constellation(),
            filters: &Filters::default(),
            appearance: &Appearance {
                hulls: hulls.into(),
                ..Appearance::default()
            },
            highlight: None,
            palette: &Palette::of(ThemeKind::Light),
        })
    }

    #[test]
    fn a_piece_is_seen_that_touches_an_area_and_named_when_its_middle_is_in_it() {
        let scene = row();
        let radius = scene.pieces[0].radius;
        let seen = PartSeen::within(&scene, [radius - 2.0, -5.0, 201.0, 5.0]);
        assert_eq!((seen.pieces, seen.named), (vec![0, 1], vec![1]));
        let beyond = PartSeen::within(&scene, [2.0 * radius, -5.0, 201.0, 5.0]);
        assert_eq!(beyond.pieces, [1]);
    }

    #[test]
    fn a_tie_is_seen_that_runs_through_though_both_its_ends_are_elsewhere() {
        let scene = row();
        let between = PartSeen::within(&scene, [280.0, -5.0, 320.0, 5.0]);
        assert_eq!((between.pieces.len(), between.ties), (0, vec![2]));
        assert_eq!(between.hulls, [1], "the area lies in the outline of all");
        let above = PartSeen::within(&scene, [280.0, -400.0, 320.0, -300.0]);
        assert_eq!(above, PartSeen::default());
        assert_eq!(
            PartSeen::within(&scene, [320.0, -5.0, 280.0, 5.0]),
            PartSeen::default()
        );
    }
}
