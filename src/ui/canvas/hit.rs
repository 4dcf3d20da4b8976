//! What is under a place on the board, through a grid: the cost of a look does not grow with the board.

use std::hash::{DefaultHasher, Hash, Hasher};

use egui::{Pos2, Rect, Vec2, pos2};

use super::Hovered;
use super::geometry::{is_in_piece, is_on_rim, piece_rect, tie_curve};
use crate::model::{ActorId, RelationId};
use crate::scene::{Piece, Scene, SceneStamp, Tie};

/// How near to a tie, in points, counts as on it.
pub const TIE_REACH: f32 = 6.0;
/// Thickness of the part of a piece that a relation is drawn from, in points on either side.
const RIM_BAND: f32 = 7.0;
/// Pieces smaller than this on the screen, in points, have no rim: all of them is for moving.
const LEAST_RADIUS_WITH_RIM: f32 = 11.0;
/// However far out the view is, a piece can be hit within this many points.
const LEAST_REACH: f32 = 9.0;
/// Ties above which the grid is coarser.
const MOST_FINE: usize = 15_000;
/// Ties are followed in this many steps when they bend.
const CURVE_STEPS: usize = 10;

/// All that decides where pieces and ties can be hit, in one number: a copy of it all, to hold the next scene
/// against, would take megabytes on a large board.
fn hash_of_places(scene: &Scene) -> u64 {
    let mut places_hash = DefaultHasher::new();
    scene.pieces.len().hash(&mut places_hash);
    for piece in &scene.pieces {
        (piece.actor, piece.pos.x.to_bits(), piece.pos.y.to_bits()).hash(&mut places_hash);
        (piece.radius.to_bits(), piece.shape, piece.ring.is_some()).hash(&mut places_hash);
    }
    for tie in scene.ties.iter() {
        (tie.relation, tie.from, tie.to, tie.lane.to_bits(), tie.loop_index).hash(&mut places_hash);
    }
    places_hash.finish()
}

#[derive(Debug, Default)]
struct HitCell {
    pieces: Vec<u32>,
    ties: Vec<u32>,
}

/// Cells over the board, row by row. What lies beyond the outermost belongs to them.
#[derive(Debug, Default)]
struct HitGrid {
    origin: Pos2,
    /// Board units; 0 before the first scene.
    cell_size: f32,
    columns: usize,
    rows: usize,
    cells: Vec<HitCell>,
}

impl HitGrid {
    /// Empties the cells and lays them over `bounds`; their room is used again.
    fn lay_over(&mut self, bounds: Rect, ties: usize) {
        let extent = bounds.width().max(bounds.height());
        // A long tie is in every cell it passes: of very many, that would be megabytes.
        let cells = if ties > MOST_FINE { 40.0 } else { 96.0 };
        self.cell_size = (extent / cells).max(40.0);
        self.origin = bounds.min;
        let count = |length: f32| (length / self.cell_size) as usize + 1;
        (self.columns, self.rows) = (count(bounds.width()), count(bounds.height()));
        for cell in &mut self.cells {
            cell.pieces.clear();
            cell.ties.clear();
        }
        self.cells.resize_with(self.columns * self.rows, HitCell::default);
    }

    fn leave_no_slack(&mut self) {
        for cell in &mut self.cells {
            cell.ties.shrink_to_fit();
        }
    }

    fn place(&self, pos: Pos2) -> (usize, usize) {
        let Vec2 { x, y } = (pos - self.origin) / self.cell_size;
        let at = |along: f32, count: usize| (along.max(0.0) as usize).min(count.saturating_sub(1));
        (at(x, self.columns), at(y, self.rows))
    }

    fn cell_at(&mut self, pos: Pos2) -> Option<&mut HitCell> {
        let (column, row) = self.place(pos);
        self.cells.get_mut(row * self.columns + column)
    }

    fn indices(&self, area: Rect) -> impl Iterator<Item = usize> + use<> {
        let (from, to) = (self.place(area.min), self.place(area.max));
        let columns = self.columns;
        (from.1..=to.1).flat_map(move |row| (from.0..=to.0).map(move |column| row * columns + column))
    }
}

/// A grid over the scene. Positions in it are those of [`Scene::pieces`] and [`Scene::ties`].
#[derive(Debug, Default)]
pub struct HitIndex {
    grid: HitGrid,
    /// Where the card with the question is, as it was drawn last.
    card: Option<Rect>,
    /// See [`hash_of_places`].
    places_hash: u64,
    /// Of the scene it was last held against.
    stamp: Option<SceneStamp>,
    /// Places of `Scene::pieces` as people read: row by row.
    reading_order: Vec<usize>,
    builds: u64,
}

impl HitIndex {
    /// Follows the scene, and the card with the question on it; builds anew only when something lies elsewhere than before.
    pub fn update(&mut self, scene: &Scene, card: Option<Rect>) {
        self.card = card;
        if self.stamp.is_some_and(|stamp| stamp.is_same_state(scene.stamp)) {
            return;
        }
        self.stamp = Some(scene.stamp);
        let before = std::mem::replace(&mut self.places_hash, hash_of_places(scene));
        if before != self.places_hash || self.grid.cell_size == 0.0 {
            self.build(scene);
        }
    }

    fn build(&mut self, scene: &Scene) {
        self.builds += 1;
        let [left, top, right, bottom] = scene.bounds().unwrap_or_default();
        self.grid.lay_over(
            Rect::from_min_max(pos2(left, top), pos2(right, bottom)),
            scene.ties.len(),
        );
        for (at, piece) in scene.pieces.iter().enumerate() {
            for cell in self.grid.indices(piece_rect(piece)) {
                self.grid.cells[cell].pieces.push(at as u32);
            }
        }
        for (at, tie) in scene.ties.iter().enumerate() {
            self.put_tie(scene, at, tie);
        }
        if scene.ties.len() > MOST_FINE {
            self.grid.leave_no_slack();
        }
        self.reading_order = reading_order(scene);
    }

    fn put_tie(&mut self, scene: &Scene, at: usize, tie: &Tie) {
        let Some(curve) = tie_curve(scene, tie) else {
            return;
        };
        let points = curve.polyline(CURVE_STEPS);
        for pair in points.windows(2) {
            let (from, to) = (pos2(pair[0].x, pair[0].y), pos2(pair[1].x, pair[1].y));
            // Half a cell at a time misses no cell that the line passes by more than the slack of a look.
            let steps = ((to - from).length() / (self.grid.cell_size * 0.5))
                .ceil()
                .max(1.0) as u32;
            for step in 0..=steps {
                let spot = from + (to - from) * (step as f32 / steps as f32);
                if let Some(cell) = self.grid.cell_at(spot)
                    && cell.ties.last() != Some(&(at as u32))
                {
                    cell.ties.push(at as u32);
                }
            }
        }
    }

    /// What is at a place. Pieces come before ties, the topmost piece first; bodies before rims, so that a
    /// piece can be taken up beside the rim of its neighbour. `zoom` is in points per board unit.
    pub fn at(&self, scene: &Scene, pos: Pos2, zoom: f32) -> Hovered {
        let slack = (TIE_REACH.max(RIM_BAND).max(LEAST_REACH)) / zoom;
        let area = Rect::from_center_size(pos, Vec2::splat(2.0 * slack));
        let mut best_piece: Option<(usize, bool)> = None;
        let mut best_tie: Option<(usize, f32)> = None;
        // A tie lies in the cells it was stepped through: look half a cell further than the slack.
        for cell in self.grid.indices(area.expand(self.grid.cell_size * 0.3)) {
            let Some(cell) = self.grid.cells.get(cell) else {
                continue;
            };
            for &at in &cell.pieces {
                let at = at as usize;
                let Some(on_rim) = touch(&scene.pieces[at], pos, zoom) else {
                    continue;
                };
                if best_piece.is_none_or(|(best, best_on_rim)| (!on_rim, at) > (!best_on_rim, best)) {
                    best_piece = Some((at, on_rim));
                }
            }
            for &at in &cell.ties {
                let at = at as usize;
                let distance = super::geometry::distance_to_tie(scene, &scene.ties[at], pos);
                let reach = TIE_REACH / zoom + scene.ties[at].width * 0.5;
                if distance <= reach && best_tie.is_none_or(|(_, best)| distance < best) {
                    best_tie = Some((at, distance));
                }
            }
        }
        match (best_piece, best_tie) {
            (Some((at, true)), _) => Hovered::Rim(scene.pieces[at].actor),
            (Some((at, false)), _) => Hovered::Piece(scene.pieces[at].actor),
            (None, Some((at, _))) => Hovered::Tie(scene.ties[at].relation),
            (None, None) if self.card.is_some_and(|card| card.contains(pos)) => Hovered::Issue,
            (None, None) => Hovered::Nothing,
        }
    }

    /// The pieces of which the middle is inside the box.
    pub fn pieces_in(&self, scene: &Scene, area: Rect) -> Vec<ActorId> {
        self.pieces_where(scene, |pos| area.contains(pos))
    }

    /// The pieces of which the middle is inside the closed line.
    pub fn pieces_in_lasso(&self, scene: &Scene, lasso: &[Pos2]) -> Vec<ActorId> {
        self.pieces_where(scene, |pos| is_in_polygon(lasso, pos))
    }

    fn pieces_where(&self, scene: &Scene, is_in: impl Fn(Pos2) -> bool) -> Vec<ActorId> {
        scene
            .pieces
            .iter()
            .filter(|piece| is_in(super::geometry::centre(piece)))
            .map(|piece| piece.actor)
            .collect()
    }

    /// The ties of which the middle is inside the box.
    pub fn ties_in(&self, scene: &Scene, area: Rect) -> Vec<RelationId> {
        scene
            .ties
            .iter()
            .filter(|tie| {
                tie_curve(scene, tie).is_some_and(|curve| {
                    let middle = curve.at(0.5);
                    area.contains(pos2(middle.x, middle.y))
                })
            })
            .map(|tie| tie.relation)
            .collect()
    }

    /// The actors as people read a page: from the top, row by row, each from the left.
    pub fn reading_order<'a>(
        &'a self,
        scene: &'a Scene,
    ) -> impl ExactSizeIterator<Item = ActorId> + DoubleEndedIterator + use<'a> {
        self.reading_order.iter().map(|&at| scene.pieces[at].actor)
    }

    /// How often the grid was built, for tests that count instead of measuring time.
    pub fn builds(&self) -> u64 {
        self.builds
    }
}

/// Whether a place is on the piece: `Some(true)` on its rim, `Some(false)` on its body.
fn touch(piece: &Piece, pos: Pos2, zoom: f32) -> Option<bool> {
    let has_rim = piece.radius * zoom >= LEAST_RADIUS_WITH_RIM;
    if has_rim && is_on_rim(piece, pos, RIM_BAND / zoom) {
        return Some(true);
    }
    let from_middle = (super::geometry::centre(piece) - pos).length();
    (is_in_piece(piece, pos) || from_middle <= LEAST_REACH / zoom).then_some(false)
}

/// Rows are as high as the space people leave between pieces; within a row from the left.
fn reading_order(scene: &Scene) -> Vec<usize> {
    const ROW: f64 = 70.0;
    let mut order: Vec<usize> = (0..scene.pieces.len()).collect();
    let pos = |at: usize| scene.pieces[at].pos;
    order.sort_by(|&a, &b| pos(a).y.total_cmp(&pos(b).y));
    // A row begins at its topmost piece, so that a slightly slanting row stays one row.
    let mut row_of = vec![0u32; scene.pieces.len()];
    let (mut row, mut row_top) = (0u32, f64::NEG_INFINITY);
    for &at in &order {
        if pos(at).y - row_top > ROW {
            row += 1;
            row_top = pos(at).y;
        }
        row_of[at] = row;
    }
    order.sort_by(|&a, &b| row_of[a].cmp(&row_of[b]).then(pos(a).x.total_cmp(&pos(b).x)));
    order
}

fn is_in_polygon(polygon: &[Pos2], pos: Pos2) -> bool {
    let Some(mut previous) = polygon.last().copied() else {
        return false;
    };
    let mut is_inside = false;
    for &corner in polygon {
        if (corner.y > pos.y) != (previous.y > pos.y) {
            let share = (pos.y - corner.y) / (previous.y - corner.y);
            if pos.x < corner.x + share * (previous.x - corner.x) {
                is_inside = !is_inside;
            }
        }
        previous = corner;
    }
    is_inside
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::Document;
    use crate::edit::operations::{NewActor, NewRelation, add_actor, add_relation};
    use crate::model::{Constellation, Language, Point};
    use crate::scene::{Appearance, Filters, Palette, SceneInput, ThemeKind, build};

    fn scene(places: &[(f64, f64)]) -> Scene {
        let mut document = Document::new(Constellation::new(Language::Nl));
        let mut ids = Vec::new();
        for (x, y) in places {
            let pos = Some(Point::new(*x, *y));
            let new = NewActor {
                pos,
                ..NewActor::default()
            };
            ids.push(add_actor(&mut document, new).expect("a sound actor"));
        }
        for pair in ids.windows(2) {
            let new = NewRelation {
                source: pair[0],
                target: pair[1],
                kind: "samenwerking".into(),
                weight: 1.0,
            };
            add_relation(&mut document, new).expect("a sound relation");
        }
        build(SceneInput {
            constellation: document.constellation(),
            filters: &Filters::default(),
            appearance: &Appearance::default(),
            highlight: None,
            palette: &Palette::of(ThemeKind::Light),
        })
    }

    fn index(scene: &Scene) -> HitIndex {
        let mut index = HitIndex::default();
        index.update(scene, None);
        index
    }

    #[test]
    fn the_topmost_piece_is_hit_and_its_body_before_its_neighbours_rim() {
        let scene = scene(&[(0.0, 0.0), (6.0, 0.0), (34.0, 0.0)]);
        let index = index(&scene);
        let actor = |at: usize| scene.pieces[at].actor;
        assert_eq!(index.at(&scene, pos2(3.0, 0.0), 1.0), Hovered::Piece(actor(1)));
        assert_eq!(index.at(&scene, pos2(33.0, 0.0), 1.0), Hovered::Piece(actor(2)));
    }

    #[test]
    fn far_out_a_piece_has_no_rim_and_can_still_be_hit() {
        let scene = scene(&[(0.0, 0.0), (900.0, 0.0)]);
        let index = index(&scene);
        let first = scene.pieces[0].actor;
        let rim = pos2(scene.pieces[0].radius, 0.0);
        assert_eq!(index.at(&scene, rim, 1.0), Hovered::Rim(first));
        assert_eq!(index.at(&scene, rim, 0.1), Hovered::Piece(first));
        assert_eq!(index.at(&scene, pos2(80.0, 0.0), 0.1), Hovered::Piece(first));
    }

    #[test]
    fn a_line_is_hit_within_reach_all_along_and_nowhere_else() {
        let scene = scene(&[(-700.0, -500.0), (650.0, 430.0)]);
        let index = index(&scene);
        let tie = &scene.ties[0];
        let curve = tie_curve(&scene, tie).expect("the pieces are apart");
        for step in 1..100u8 {
            let on = curve.at(f32::from(step) / 100.0);
            let on = pos2(on.x, on.y);
            let aside = egui::vec2(0.57, -0.82);
            for side in [-5.0, 5.0] {
                assert_eq!(
                    index.at(&scene, on + aside * side, 1.0),
                    Hovered::Tie(tie.relation)
                );
            }
            assert_eq!(index.at(&scene, on + aside * 12.0, 1.0), Hovered::Nothing);
        }
    }

    #[test]
    fn a_scene_that_stands_still_keeps_its_grid() {
        let places = [(0.0, 0.0), (300.0, 0.0)];
        let first = scene(&places);
        let mut index = index(&first);
        index.update(&first, None);
        // Built anew, with everything where it was: nothing to do either.
        index.update(&scene(&places), None);
        assert_eq!(index.builds(), 1);
        index.update(&scene(&[(0.0, 0.0), (301.0, 0.0)]), None);
        assert_eq!(index.builds(), 2);
    }
}
