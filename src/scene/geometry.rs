//! Where things of a scene are, in board units: outlines of pieces, curves of ties, distances.
//!
//! Shared by the screen and by pictures, so that a tie ends at the same spot in both. `y` runs down.

use std::ops::{Add, Mul, Sub};
use std::sync::LazyLock;

use super::labels::lines_of;
use super::{IssuePiece, Piece, Scene, Tie};
use crate::model::{PieceShape, Point};
use crate::numeric;

/// A place or a step in board units.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Xy {
    pub x: f32,
    pub y: f32,
}

impl Xy {
    pub const ZERO: Self = Self::new(0.0, 0.0);

    pub const fn new(x: f32, y: f32) -> Self {
        Self { x, y }
    }

    /// One unit long, `angle` in radians clockwise from the right.
    pub fn angled(angle: f32) -> Self {
        let (sin, cos) = numeric::sin_cos(f64::from(angle));
        Self::new(cos as f32, sin as f32)
    }

    pub fn length(self) -> f32 {
        // No square overflows here, and a root is the same on every system.
        let [x, y] = [self.x, self.y].map(f64::from);
        (x * x + y * y).sqrt() as f32
    }

    /// One unit long in the same direction; `None` for no direction at all.
    pub fn direction(self) -> Option<Self> {
        let length = self.length();
        (length > 1e-4).then(|| self * (1.0 / length))
    }

    /// A quarter turn clockwise on the screen: to the right hand of who looks along `self`.
    pub fn to_the_right(self) -> Self {
        Self::new(-self.y, self.x)
    }

    pub fn to_the_left(self) -> Self {
        Self::new(self.y, -self.x)
    }

    /// One unit long in the same direction; nothing stays nothing.
    pub fn normalized(self) -> Self {
        let length = self.length();
        if length > 0.0 {
            Self::new(self.x / length, self.y / length)
        } else {
            self
        }
    }

    pub fn distance(self, other: Self) -> f32 {
        (self - other).length()
    }

    pub fn dot(self, other: Self) -> f32 {
        self.x * other.x + self.y * other.y
    }

    fn cross(self, other: Self) -> f32 {
        self.x * other.y - self.y * other.x
    }

    pub fn lerp(self, other: Self, share: f32) -> Self {
        self + (other - self) * share
    }
}

impl From<Point> for Xy {
    fn from(point: Point) -> Self {
        Self::new(point.x as f32, point.y as f32)
    }
}

impl Add for Xy {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self::new(self.x + other.x, self.y + other.y)
    }
}

impl Sub for Xy {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self::new(self.x - other.x, self.y - other.y)
    }
}

impl Mul<f32> for Xy {
    type Output = Self;
    fn mul(self, by: f32) -> Self {
        Self::new(self.x * by, self.y * by)
    }
}

/// Radius of the level ring, as a share of the piece's radius. Every outline stays inside it.
pub const RING: f32 = 1.38;
/// Thickness of the level ring, as a share of the piece's radius.
pub const RING_WIDTH: f32 = 0.13;
/// Space between a rim and the end of a tie.
const TIE_GAP: f32 = 2.5;
/// Distance between the middles of two parallel ties.
const LANE_STEP: f32 = 16.0;

static OUTLINES: LazyLock<Vec<Vec<Xy>>> =
    LazyLock::new(|| PieceShape::ALL.iter().map(|&shape| unit_outline(shape)).collect());

/// The outline of a piece of radius 1 around (0, 0): a convex polygon, clockwise on the screen.
pub fn outline(shape: PieceShape) -> &'static [Xy] {
    &OUTLINES[shape as usize]
}

fn unit_outline(shape: PieceShape) -> Vec<Xy> {
    match shape {
        PieceShape::Circle => regular(40, 1.0, 0.0),
        PieceShape::Square => rounded_box(0.9, 0.9, 0.1),
        PieceShape::RoundedSquare => rounded_box(0.92, 0.92, 0.42),
        PieceShape::Diamond => regular(4, 1.22, 0.0),
        PieceShape::Hexagon => regular(6, 1.08, 0.0),
        PieceShape::Octagon => regular(8, 1.05, std::f32::consts::FRAC_PI_8),
        PieceShape::Triangle => regular(3, 1.26, -std::f32::consts::FRAC_PI_2)
            .into_iter()
            .map(|corner| corner + Xy::new(0.0, 0.1))
            .collect(),
        PieceShape::Pentagon => regular(5, 1.12, -std::f32::consts::FRAC_PI_2)
            .into_iter()
            .map(|corner| corner + Xy::new(0.0, 0.04))
            .collect(),
        PieceShape::Shield => shield(),
        PieceShape::Pill => rounded_box(1.18, 0.72, 0.7),
    }
}

fn regular(corners: usize, radius: f32, from_angle: f32) -> Vec<Xy> {
    (0..corners)
        .map(|at| Xy::angled(from_angle + std::f32::consts::TAU * at as f32 / corners as f32) * radius)
        .collect()
}

/// A box with the given half sides and corner radius.
fn rounded_box(half_width: f32, half_height: f32, corner: f32) -> Vec<Xy> {
    const STEPS: usize = 6;
    let mut points = Vec::with_capacity(4 * (STEPS + 1));
    for (quarter, (sign_x, sign_y)) in [(1.0, 1.0), (-1.0, 1.0), (-1.0, -1.0), (1.0, -1.0)]
        .into_iter()
        .enumerate()
    {
        let centre = Xy::new(sign_x * (half_width - corner), sign_y * (half_height - corner));
        for step in 0..=STEPS {
            let angle = std::f32::consts::FRAC_PI_2 * (quarter as f32 + step as f32 / STEPS as f32);
            points.push(centre + Xy::angled(angle) * corner);
        }
    }
    points
}

fn shield() -> Vec<Xy> {
    let mut points = vec![Xy::new(-0.9, -0.88), Xy::new(0.9, -0.88)];
    // The right flank bends to the tip; the left one mirrors it.
    let flank: Vec<Xy> = (0..=8)
        .map(|step| {
            let t = step as f32 / 8.0;
            quadratic(Xy::new(0.9, 0.02), Xy::new(0.82, 0.8), Xy::new(0.0, 1.18), t)
        })
        .collect();
    points.extend(&flank);
    points.extend(flank.iter().rev().skip(1).map(|point| Xy::new(-point.x, point.y)));
    points
}

fn quadratic(a: Xy, b: Xy, c: Xy, t: f32) -> Xy {
    a.lerp(b, t).lerp(b.lerp(c, t), t)
}

/// How far the outline of a piece of radius 1 is from its middle, in a direction of length 1.
pub fn reach(shape: PieceShape, direction: Xy) -> f32 {
    if shape == PieceShape::Circle {
        return 1.0;
    }
    let corners = outline(shape);
    let mut from = corners[corners.len() - 1];
    for &to in corners {
        let side = to - from;
        let along = direction.cross(side);
        if along.abs() > 1e-6 {
            let distance = from.cross(side) / along;
            let share = from.cross(direction) / along;
            if distance > 0.0 && (-1e-4..=1.0 + 1e-4).contains(&share) {
                return distance;
            }
        }
        from = to;
    }
    1.0
}

/// The spot on the piece's rim (its level ring when it has one) in a direction of length 1.
pub fn rim_point(piece: &Piece, direction: Xy) -> Xy {
    Xy::from(piece.pos) + direction * rim_reach(piece, direction)
}

fn rim_reach(piece: &Piece, direction: Xy) -> f32 {
    let share = if piece.ring.is_some() {
        RING + RING_WIDTH / 2.0
    } else {
        reach(piece.shape, direction)
    };
    piece.radius * share
}

/// Whether a place is on the piece, its ring included.
pub fn is_in_piece(piece: &Piece, at: Xy) -> bool {
    let step = at - Xy::from(piece.pos);
    let length = step.length();
    match step.direction() {
        Some(direction) => length <= rim_reach(piece, direction),
        None => true,
    }
}

/// Whether a place is on the outer part of the piece, where a drag draws a relation instead of moving.
/// `band` is the thickness of that part on either side of the ring, in board units.
pub fn is_on_rim(piece: &Piece, at: Xy, band: f32) -> bool {
    let step = at - Xy::from(piece.pos);
    let Some(direction) = step.direction() else {
        return false;
    };
    let length = step.length();
    let inner = piece.radius * reach(piece.shape, direction);
    let outer = rim_reach(piece, direction);
    length >= inner.min(outer - band) && length <= outer + band
}

/// The course of a tie as a cubic Bezier curve from rim to rim.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Curve {
    pub points: [Xy; 4],
    /// A plain line: nothing between the ends needs to be followed.
    pub is_straight: bool,
}

impl Curve {
    pub fn straight(from: Xy, to: Xy) -> Self {
        Self {
            points: [from, from.lerp(to, 1.0 / 3.0), from.lerp(to, 2.0 / 3.0), to],
            is_straight: true,
        }
    }

    fn from_quadratic(from: Xy, control: Xy, to: Xy) -> Self {
        Self {
            points: [
                from,
                from.lerp(control, 2.0 / 3.0),
                to.lerp(control, 2.0 / 3.0),
                to,
            ],
            is_straight: false,
        }
    }

    pub fn at(&self, t: f32) -> Xy {
        let [a, b, c, d] = self.points;
        let (ab, bc, cd) = (a.lerp(b, t), b.lerp(c, t), c.lerp(d, t));
        ab.lerp(bc, t).lerp(bc.lerp(cd, t), t)
    }

    /// Direction of length 1 in which the curve runs at `t`.
    pub fn heading(&self, t: f32) -> Xy {
        let step = self.at((t + 0.02).min(1.0)) - self.at((t - 0.02).max(0.0));
        step.direction().unwrap_or(Xy::new(1.0, 0.0))
    }

    /// Points along the curve; the two ends when it is straight.
    pub fn polyline(&self, steps: usize) -> Vec<Xy> {
        if self.is_straight {
            return vec![self.points[0], self.points[3]];
        }
        (0..=steps)
            .map(|step| self.at(step as f32 / steps as f32))
            .collect()
    }

    /// Into how many straight pieces it must be cut at least to stay this near to itself.
    pub fn least_steps(&self, nearness: f32) -> usize {
        let [a, b, c, d] = self.points;
        let bend = |a: Xy, b: Xy, c: Xy| (a + c - b * 2.0).length();
        (0.75 * bend(a, b, c).max(bend(b, c, d)) / nearness).sqrt().ceil() as usize
    }

    /// Shortest distance from a place to the curve.
    pub fn distance(&self, at: Xy) -> f32 {
        let steps = if self.is_straight { 1 } else { 16 };
        let mut shortest = f32::INFINITY;
        let mut from = self.points[0];
        for step in 1..=steps {
            let to = if step == steps {
                self.points[3]
            } else {
                self.at(step as f32 / steps as f32)
            };
            shortest = shortest.min(distance_to_segment(at, from, to));
            from = to;
        }
        shortest
    }

    /// Left, top, right and bottom of a box that holds the curve.
    pub fn bounds(&self) -> [f32; 4] {
        let xs = self.points.map(|point| point.x);
        let ys = self.points.map(|point| point.y);
        let least = |values: [f32; 4]| values.into_iter().fold(f32::INFINITY, f32::min);
        let most = |values: [f32; 4]| values.into_iter().fold(f32::NEG_INFINITY, f32::max);
        [least(xs), least(ys), most(xs), most(ys)]
    }
}

/// Distance from a place to a straight piece of line.
pub fn distance_to_segment(at: Xy, from: Xy, to: Xy) -> f32 {
    let side = to - from;
    let length_squared = side.dot(side);
    if length_squared <= f32::EPSILON {
        return (at - from).length();
    }
    let share = ((at - from).dot(side) / length_squared).clamp(0.0, 1.0);
    (at - from.lerp(to, share)).length()
}

/// The course of a tie of this scene. `None` when its pieces lie over each other, so that there is nothing
/// between them to draw.
pub fn tie_curve(scene: &Scene, tie: &Tie) -> Option<Curve> {
    curve_between(&scene.pieces[tie.from], &scene.pieces[tie.to], tie)
}

/// The course of a tie between these two pieces.
pub fn curve_between(from: &Piece, to: &Piece, tie: &Tie) -> Option<Curve> {
    if tie.is_loop() {
        return Some(loop_curve(from, tie.loop_index));
    }
    let (a, b) = (Xy::from(from.pos), Xy::from(to.pos));
    let heading = (b - a).direction()?;
    if tie.lane == 0.0 {
        let start = rim_point(from, heading) + heading * TIE_GAP;
        let end = rim_point(to, heading * -1.0) - heading * TIE_GAP;
        return ((end - start).dot(heading) > 1.0).then(|| Curve::straight(start, end));
    }
    // Lanes are counted as seen from the piece with the lower position, whichever way the tie runs.
    let side = if tie.from < tie.to { 1.0 } else { -1.0 };
    let bend = heading.to_the_right() * (side * tie.lane * LANE_STEP * 2.0);
    let control = a.lerp(b, 0.5) + bend;
    let out = (control - a).direction()?;
    let back = (control - b).direction()?;
    let start = rim_point(from, out) + out * TIE_GAP;
    let end = rim_point(to, back) + back * TIE_GAP;
    ((end - start).dot(heading) > 1.0).then(|| Curve::from_quadratic(start, control, end))
}

fn loop_curve(piece: &Piece, index: u32) -> Curve {
    const HALF_OPENING: f32 = 0.42;
    // From the upper right on, clockwise, each loop a bit further out every full turn.
    let middle = -0.8 + 0.95 * index as f32;
    let height = piece.radius * (3.1 + 0.5 * (index / 6) as f32);
    let (out, back) = (
        Xy::angled(middle - HALF_OPENING),
        Xy::angled(middle + HALF_OPENING),
    );
    let centre = Xy::from(piece.pos);
    Curve {
        points: [
            rim_point(piece, out) + out * TIE_GAP,
            centre + Xy::angled(middle - 0.55) * height,
            centre + Xy::angled(middle + 0.55) * height,
            rim_point(piece, back) + back * TIE_GAP,
        ],
        is_straight: false,
    }
}

/// Height of the letters of the question's card, board units.
pub const ISSUE_TEXT: f32 = 20.0;
/// From one line of the card to the next.
pub const ISSUE_LINE: f32 = 27.0;
const ISSUE_WIDTH: f32 = 300.0;
const ISSUE_LINE_CHARACTERS: usize = 26;

/// The lines of the question's card.
pub fn issue_lines(issue: &IssuePiece) -> Vec<String> {
    lines_of(&issue.text, ISSUE_LINE_CHARACTERS)
}

/// Left, top, right, bottom of the question's card.
pub fn issue_area(issue: &IssuePiece) -> [f32; 4] {
    let lines = issue_lines(issue);
    let longest = lines.iter().map(|line| line.chars().count()).max().unwrap_or(0);
    // A single word too long for a line makes the card wider instead of being cut.
    let width = ISSUE_WIDTH.max(longest as f32 * ISSUE_TEXT * 0.62 + 30.0);
    let height = lines.len().max(1) as f32 * ISSUE_LINE + 30.0;
    let centre = Xy::from(issue.pos);
    [
        centre.x - width / 2.0,
        centre.y - height / 2.0,
        centre.x + width / 2.0,
        centre.y + height / 2.0,
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Actor, ActorId, Constellation, Language, Relation, RelationId};
    use crate::scene::{Appearance, Filters, Palette, SceneInput, ThemeKind, build};

    #[test]
    fn every_outline_is_convex_holds_its_middle_and_stays_inside_the_ring() {
        for shape in PieceShape::ALL {
            let corners = outline(shape);
            for at in 0..corners.len() {
                let (a, b, c) = (
                    corners[at],
                    corners[(at + 1) % corners.len()],
                    corners[(at + 2) % corners.len()],
                );
                assert!(
                    (b - a).cross(c - b) >= -1e-4,
                    "{shape:?} turns the wrong way at {at}"
                );
                assert!(a.cross(b) > 0.0, "{shape:?} leaves out its middle at {at}");
                assert!(a.length() < RING - RING_WIDTH / 2.0, "{shape:?}: {}", a.length());
            }
        }
    }

    #[test]
    fn a_curve_in_its_least_steps_is_as_near_to_itself_as_asked() {
        let bent = Curve::from_quadratic(Xy::new(0.0, 0.0), Xy::new(80.0, 60.0), Xy::new(200.0, 0.0));
        for nearness in [1.0, 0.1, 0.02] {
            let drawn = bent.polyline(bent.least_steps(nearness));
            let away = |at: Xy| {
                let sides = drawn.windows(2);
                let distances = sides.map(|side| distance_to_segment(at, side[0], side[1]));
                distances.fold(f32::INFINITY, f32::min)
            };
            let farthest = bent.polyline(400).into_iter().map(away).fold(0.0, f32::max);
            assert!(farthest <= nearness * 1.05, "{farthest}, not {nearness}");
            assert!(farthest > nearness * 0.4, "{farthest}: more steps than needed");
        }
    }

    #[test]
    fn the_reach_of_a_shape_is_on_its_outline() {
        for shape in PieceShape::ALL {
            for step in 0..72 {
                let direction = Xy::angled(step as f32 * 0.0873);
                let at = direction * reach(shape, direction);
                let corners = outline(shape);
                let nearest = (0..corners.len())
                    .map(|from| distance_to_segment(at, corners[from], corners[(from + 1) % corners.len()]))
                    .fold(f32::INFINITY, f32::min);
                assert!(nearest < 0.02, "{shape:?} in direction {step}: {nearest}");
            }
        }
    }

    #[test]
    fn loops_of_one_piece_stand_around_it_clockwise_from_the_upper_right_and_further_out_every_turn() {
        let mut constellation = Constellation::new(Language::Nl);
        let mut actor = Actor::new(ActorId(1), "a", "A");
        actor.pos = Some(Point::new(70.0, -30.0));
        constellation.actors.insert(actor.id, actor);
        for id in 10..18 {
            let key = format!("r{id}");
            let own = Relation::new(RelationId(id), &key, ActorId(1), ActorId(1), "geld".into());
            constellation.relations.insert(own.id, own);
        }
        let scene = build(SceneInput {
            constellation: &constellation,
            filters: &Filters::default(),
            appearance: &Appearance::default(),
            highlight: None,
            palette: &Palette::of(ThemeKind::Light),
        });
        let ways: Vec<Xy> = scene
            .ties
            .iter()
            .map(|tie| {
                let [start, out, back, end] = tie_curve(&scene, tie).expect("a loop").points;
                let at = Xy::new(70.0, -30.0);
                let [start, end] = [start, end].map(|end| end.distance(at));
                assert!(
                    (start - end).abs() < 0.1,
                    "it begins and ends as near to its piece"
                );
                out.lerp(back, 0.5) - at
            })
            .collect();
        assert_eq!(ways.len(), 8);
        assert!(ways[0].x > 0.0 && ways[0].y < 0.0, "{:?}", ways[0]);
        for (nth, pair) in ways.windows(2).enumerate() {
            let (Some(one), Some(next)) = (pair[0].direction(), pair[1].direction()) else {
                panic!("{pair:?}");
            };
            let turned = one.cross(next).atan2(one.dot(next));
            assert!((0.9..1.1).contains(&turned), "{nth}: {turned}");
        }
        let lengths: Vec<f32> = ways.iter().map(|way| way.length()).collect();
        assert!(
            lengths[..6]
                .iter()
                .all(|length| (length - lengths[0]).abs() < 0.1),
            "{lengths:?}"
        );
        assert!(lengths[6] > 1.1 * lengths[0], "{lengths:?}");
    }
}
