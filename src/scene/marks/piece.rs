//! A piece as a figure: tower, shadow, body, icon, level ring, nose, signs.

use std::f32::consts::{FRAC_PI_2, PI, TAU};

use super::arcs::{arc, circle};
use super::detail::{
    DOT_FROM, FIGURE_FROM, LEAST_LETTERS, MOST_DOT_CORNERS, SIGNS_FROM, drawn_radius, stepped,
};
use super::look::{BoardLook, Emphasis};
use super::pen::{Anchor, Face, Ink, Pen, Text};
use super::tie::draw_break;
use super::tower::{Tower, TowerTones, around, pill};
use crate::model::{PieceShape, Rgb, Stance, Tempo};
use crate::numeric;
use crate::scene::geometry::{RING, RING_WIDTH, Xy, outline};
use crate::scene::labels::Area;
use crate::scene::{Piece, contrast, ink_on, mix};

/// Letters of numbers and initials.
const PLAIN: Face = Face::Words(400);
const RIGHT: Xy = Xy::new(1.0, 0.0);

// Of a nose, in radii of its piece: where it begins and ends, from the middle, and half its width.
const NOSE_ROOT: f32 = 0.4;
const NOSE_TIP: f32 = 1.88;
const NOSE_HALF: f32 = 0.42;
/// How blunt it is: 1 is an oval, 0 a plank.
const NOSE_BLUNT: f64 = 0.85;
/// Points along one.
const NOSE_POINTS: u8 = 32;

/// What a piece takes of the board with its ring, tower and nose, in points.
pub fn figure_area(piece: &Piece, zoom: f32) -> Area {
    let radius = drawn_radius(piece.radius, zoom);
    let Xy { x, y } = Xy::from(piece.pos) * zoom;
    let share = if piece.ring.is_some() {
        RING + RING_WIDTH
    } else {
        1.2
    };
    let reach = radius * share;
    let body = [x - reach, y - reach, x + reach, y + reach];
    [tower_area(piece, zoom), nose_area(piece, zoom)]
        .into_iter()
        .flatten()
        .fold(body, around)
}

/// What the tower of a piece takes.
pub fn tower_area(piece: &Piece, zoom: f32) -> Option<Area> {
    Tower::of(piece, zoom).map(|tower| tower.area())
}

/// What of a nose is beyond the ring.
pub fn nose_area(piece: &Piece, zoom: f32) -> Option<Area> {
    let radius = drawn_radius(piece.radius, zoom);
    let degrees = piece.gaze_deg.filter(|_| radius >= FIGURE_FROM)?;
    let centre = Xy::from(piece.pos) * zoom;
    let nose = nose(centre, radius, degrees, 0.0).into_iter();
    let beyond = nose.filter(|at| at.distance(centre) > radius * RING);
    beyond
        .map(|at| [at.x - 1.0, at.y - 1.0, at.x + 1.0, at.y + 1.0])
        .reduce(around)
}

/// The line around a nose, so much within its edge. It begins deep in the figure, whatever shape that has.
fn nose(centre: Xy, radius: f32, degrees: f32, within: f32) -> Vec<Xy> {
    let along = Xy::angled(degrees.to_radians() - FRAC_PI_2);
    let across = along.to_the_right() * (radius * NOSE_HALF - within);
    let root = centre + along * radius * NOSE_ROOT;
    let length = along * (radius * (NOSE_TIP - NOSE_ROOT) - within);
    (0..=NOSE_POINTS)
        .map(|at| {
            let turn = Xy::angled(PI * (f32::from(at) / f32::from(NOSE_POINTS) - 0.5));
            let out = numeric::raised(f64::from(turn.x.max(0.0)), NOSE_BLUNT) as f32;
            root + length * out + across * turn.y
        })
        .collect()
}

/// A small tower for the legend.
pub fn draw_small_tower(pen: &mut impl Pen, centre: Xy, size: f32, tones: TowerTones) {
    Tower::small(centre, size).draw(pen, tones);
}

/// A body with a nose to the right, for the legend.
pub fn draw_small_nose(pen: &mut impl Pen, centre: Xy, size: f32, tone: Rgb) {
    let body = centre - Xy::new(size * 0.4, 0.0);
    let radius = size * 0.8;
    pen.fill(&nose(body, radius, 90.0, 0.0), tone);
    pen.disc(body, radius, tone);
}

/// The sign of who speeds up or widens.
pub fn draw_tempo(pen: &mut impl Pen, at: Xy, size: f32, tempo: Tempo, tone: Rgb) {
    // Where each points, and from where.
    let heads: [(f32, f32); 2] = match tempo {
        Tempo::Accelerator => [(1.0, -0.42), (1.0, 0.14)],
        Tempo::Broadener => [(-1.0, -0.18), (1.0, 0.18)],
    };
    for (side, from) in heads {
        let tip = at + Xy::new((from + 0.34 * side) * size, 0.0);
        let foot = at.x + from * size;
        let corners = [
            Xy::new(foot, at.y - 0.42 * size),
            tip,
            Xy::new(foot, at.y + 0.42 * size),
        ];
        pen.stroke(&corners, (size * 0.2).max(1.2), tone);
    }
}

const CROSS: [Xy; 2] = [Xy::new(1.0, 0.0), Xy::new(0.0, 1.0)];

/// The fill of the sign of a stance, and the arms of what is on it.
pub fn stance_sign(stance: Stance) -> (Rgb, &'static [Xy]) {
    match stance {
        Stance::For => (Rgb(0x00, 0x6d, 0x4f), &CROSS),
        Stance::Against => (Rgb(0xb4, 0x2b, 0x10), &CROSS[..1]),
        Stance::Neutral => (Rgb(0x5b, 0x64, 0x72), &[]),
    }
}

/// The sign of a stance on a disc of this fill.
pub fn draw_stance(pen: &mut impl Pen, at: Xy, size: f32, arms: &[Xy], fill: Rgb) {
    let sign = ink_on(fill);
    pen.disc(at, size, fill);
    for &arm in arms {
        pen.stroke(
            &[at - arm * size * 0.55, at + arm * size * 0.55],
            size * 0.28,
            sign,
        );
    }
    if arms.is_empty() {
        pen.outline(&circle(at, size * 0.42), size * 0.24, sign);
    }
}

/// Draws a piece. `zoom` turns board units into points; the drawing's (0, 0) is the board's.
pub fn draw_piece(pen: &mut impl Pen, piece: &Piece, emphasis: Emphasis, look: &BoardLook, zoom: f32) {
    Figure {
        piece,
        emphasis,
        look,
        zoom,
        centre: Xy::from(piece.pos) * zoom,
        radius: drawn_radius(piece.radius, zoom),
    }
    .draw(pen);
}

struct Figure<'a> {
    piece: &'a Piece,
    emphasis: Emphasis,
    look: &'a BoardLook,
    zoom: f32,
    centre: Xy,
    radius: f32,
}

impl Figure<'_> {
    fn draw(&self, pen: &mut impl Pen) {
        if self.radius < FIGURE_FROM {
            self.selection(pen);
            // A dot has no edge: the line's grey is its fill.
            let fill = self.tone(self.piece.fill);
            if self.radius < DOT_FROM {
                pen.speck(self.centre, self.radius, fill);
            } else {
                pen.fill(&self.body(1.0, Xy::ZERO), fill);
            }
            return;
        }
        self.tower(pen);
        self.shadow(pen);
        self.selection(pen);
        self.ring(pen);
        self.nose(pen);
        self.figure(pen);
        self.nose_root(pen);
        self.icon(pen);
        if self.radius >= SIGNS_FROM || self.look.is_for_hall() {
            self.stance(pen);
            self.tempo(pen);
            self.badge(pen);
        }
        if self.piece.is_cut_point {
            self.cut_point(pen);
        }
    }

    fn tone(&self, tone: Rgb) -> Rgb {
        self.look.faded(tone, self.emphasis)
    }

    fn body(&self, scale: f32, offset: Xy) -> Vec<Xy> {
        let corners = outline(self.piece.shape);
        // A dot needs no round corners.
        let step = if self.radius < FIGURE_FROM {
            corners.len().div_ceil(MOST_DOT_CORNERS)
        } else {
            1
        };
        corners
            .iter()
            .step_by(step)
            .map(|corner| self.centre + offset + Xy::new(corner.x, corner.y) * self.radius * scale)
            .collect()
    }

    /// A lifted piece stands higher above the board.
    fn shadow(&self, pen: &mut impl Pen) {
        let height = if self.emphasis == Emphasis::Lit { 0.2 } else { 0.1 };
        let depth = if BoardLook::recedes(self.emphasis) { 14 } else { 60 };
        let points = self.body(1.04, Xy::new(0.0, self.radius * height));
        let ink = Ink {
            tone: Rgb(0, 0, 0),
            strength: depth as f32 / 255.0,
        };
        pen.shadow(&points, self.radius * (0.12 + height), ink);
    }

    fn figure(&self, pen: &mut impl Pen) {
        let points = self.body(1.0, Xy::ZERO);
        let fill = self.look.faded_fill(self.piece.fill, self.emphasis);
        let edge = self.tone(self.edge());
        pen.fill(&points, fill);
        pen.outline(&points, self.edge_width(), edge);
    }

    /// The tone of the line around the figure.
    fn edge(&self) -> Rgb {
        let edge = mix(self.piece.fill, Rgb(0, 0, 0), 0.3);
        if BoardLook::recedes(self.emphasis) {
            self.piece.fill
        } else if contrast(edge, self.look.palette.board) < 2.0 {
            mix(self.piece.fill, Rgb(255, 255, 255), 0.45)
        } else {
            edge
        }
    }

    fn edge_width(&self) -> f32 {
        let recedes = BoardLook::recedes(self.emphasis);
        let width = if recedes { 0.09 } else { 0.07 };
        (self.radius * width).max(1.0)
    }

    /// How large a sign is: in a hall small pieces have larger ones, and none hides its piece.
    fn sign(&self, share: f32, least: f32) -> f32 {
        let grown = (least * self.look.text_scale).min(self.radius * share * 1.6);
        (self.radius * share).max(grown).max(least)
    }

    /// Level as segments, from the top clockwise: as many filled as the level is high.
    fn ring(&self, pen: &mut impl Pen) {
        let Some((rank, count)) = self.piece.ring else {
            return;
        };
        let radius = self.radius * RING;
        let width = (self.radius * RING_WIDTH).max(1.5);
        let step = TAU / count.max(1) as f32;
        let gap = if count > 1 { (width + 2.0) / radius } else { 0.0 };
        let filled = self.tone(self.look.palette.ring);
        let empty = self.tone(self.look.palette.ring_empty);
        for at in 0..count {
            let from = step * at as f32 - FRAC_PI_2 + gap / 2.0;
            let points = arc(self.centre, radius, from, from + step - gap);
            let is_filled = at <= rank;
            let width = if is_filled { width } else { width * 0.6 };
            pen.stroke(&points, width, if is_filled { filled } else { empty });
        }
    }

    /// The nose grows out of the figure, through its ring, towards where it looks.
    fn nose(&self, pen: &mut impl Pen) {
        let Some(degrees) = self.piece.gaze_deg else {
            return;
        };
        let points = nose(self.centre, self.radius, degrees, 0.0);
        // Between the segments of the ring it is seen to be of the figure.
        pen.outline(&points, (self.radius * 0.24).max(3.0), self.look.palette.board);
        pen.fill(&points, self.look.faded_fill(self.piece.fill, self.emphasis));
        pen.outline(&points, self.edge_width(), self.tone(self.edge()));
    }

    /// No line between a face and its nose.
    fn nose_root(&self, pen: &mut impl Pen) {
        let Some(degrees) = self.piece.gaze_deg else {
            return;
        };
        let points = nose(self.centre, self.radius, degrees, self.edge_width() / 2.0);
        pen.fill(&points, self.look.faded_fill(self.piece.fill, self.emphasis));
    }

    /// Beside the piece.
    fn tower(&self, pen: &mut impl Pen) {
        let (Some(height), Some(tower)) = (self.piece.influence, Tower::of(self.piece, self.zoom)) else {
            return;
        };
        let tones = TowerTones {
            discs: self.tone(self.look.palette.ring),
            board: self.look.palette.board,
        };
        if let Some((at, size)) = tower.draw(pen, tones) {
            let tone = self.tone_on(self.look.palette.ring);
            self.write(pen, &height.to_string(), at, size, PLAIN, tone);
        }
    }

    fn icon(&self, pen: &mut impl Pen) {
        let (size, family) = if self.piece.icon_is_text {
            (self.radius * 0.85, PLAIN)
        } else {
            (self.radius * 1.15, Face::Icons)
        };
        let tone = self.tone_on(self.piece.on_fill);
        let lower = match self.piece.shape {
            PieceShape::Triangle => 0.16,
            PieceShape::Shield => -0.02,
            _ => 0.0,
        };
        let at = self.centre + Xy::new(0.0, self.radius * lower);
        let icon = self.piece.icon.clone();
        self.write(pen, &icon, at, size, family, tone);
    }

    /// A faded fill is nearly the board, on which black or white would stand out more than before.
    fn tone_on(&self, on_fill: Rgb) -> Rgb {
        if BoardLook::recedes(self.emphasis) {
            self.look.palette.ink_weak
        } else {
            on_fill
        }
    }

    /// How far the figure itself reaches: a level ring wants more room than a bare piece.
    fn halo(&self) -> f32 {
        let has_ring = self.piece.ring.is_some();
        self.radius * if has_ring { RING + RING_WIDTH } else { 1.15 }
    }

    fn selection(&self, pen: &mut impl Pen) {
        let tone = self.look.palette.selection;
        match self.emphasis {
            Emphasis::Selected => {
                let points = circle(self.centre, self.halo() + 3.5);
                pen.outline(&points, 3.5, tone);
            }
            Emphasis::Lit => {
                let points = circle(self.centre, self.halo() + 3.0);
                pen.outline(&points, 2.0, self.look.palette.ink_weak);
            }
            _ => {}
        }
    }

    /// For, against or neutral, as a sign with a colour, never a colour alone.
    fn stance(&self, pen: &mut impl Pen) {
        let Some(stance) = self.piece.stance else {
            return;
        };
        let (fill, arms) = stance_sign(stance);
        let size = self.sign(0.36, 6.0);
        let at = self.centre + Xy::new(-1.0, 1.0) * self.radius * 0.98;
        pen.disc(at, size + 1.5, self.look.palette.board);
        draw_stance(pen, at, size, arms, self.tone(fill));
    }

    /// At the left: two arrowheads, one behind the other for who speeds up, away from each other for who widens.
    fn tempo(&self, pen: &mut impl Pen) {
        let Some(tempo) = self.piece.tempo else {
            return;
        };
        let size = self.sign(0.36, 6.0);
        let at = self.centre - Xy::new(self.radius * RING, 0.0);
        let (fill, board) = (self.tone(self.look.palette.ink), self.look.palette.board);
        pen.disc(at, size + 1.5, board);
        pen.disc(at, size, fill);
        draw_tempo(pen, at, size, tempo, board);
    }

    /// At the upper left: without this one a part comes loose.
    fn cut_point(&self, pen: &mut impl Pen) {
        let size = self.sign(0.3, 5.0).min(16.0 * self.look.text_scale);
        let at = self.centre + Xy::new(-1.0, -1.0) * self.radius * 0.98;
        draw_break(pen, at, RIGHT, size, self.look);
    }

    /// A short text at the upper right, e.g. a rank.
    fn badge(&self, pen: &mut impl Pen) {
        let Some(text) = self.piece.badge.clone() else {
            return;
        };
        let size = self.sign(0.55, 10.0).min(26.0 * self.look.text_scale);
        let at = self.centre + Xy::new(1.0, -1.0) * self.radius * 1.02;
        let half = size * (0.38 + 0.3 * text.chars().count().max(1) as f32);
        let high = size * 0.66;
        let points = pill([at.x - half, at.y - high, at.x + half, at.y + high]);
        let (ink, board) = (self.tone(self.look.palette.ink), self.look.palette.board);
        pen.outline(&points, 3.0, board);
        pen.fill(&points, ink);
        self.write(pen, &text, at, size, PLAIN, board);
    }

    /// Text about a point.
    fn write(&self, pen: &mut impl Pen, text: &str, at: Xy, size: f32, face: Face, tone: Rgb) {
        let size = stepped(size);
        if size >= LEAST_LETTERS {
            let text = Text {
                text,
                at,
                anchor: Anchor::Seen,
                size,
                face,
                halo: None,
            };
            pen.text(text, tone);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Actor, ActorId, Constellation, Language, Point};
    use crate::scene::marks::kept_pen::KeptPen;
    use crate::scene::{Appearance, Filters, Palette, Scene, SceneInput, ThemeKind, build};

    /// A board with one piece of everything that a figure can have.
    fn scene(degrees: f32, height: u32, level: Option<&str>) -> Scene {
        let mut constellation = Constellation::new(Language::Nl);
        let mut actor = Actor::new(ActorId(1), "a", "Alkmaar");
        actor.pos = Some(Point::new(40.0, -30.0));
        actor.gaze_deg = Some(f64::from(degrees));
        actor.influence = Some(height);
        actor.level = level.map(crate::model::LevelId::from);
        constellation.actors.insert(actor.id, actor);
        build(SceneInput {
            constellation: &constellation,
            filters: &Filters::default(),
            appearance: &Appearance::default(),
            highlight: None,
            palette: &Palette::of(ThemeKind::Light),
        })
    }

    #[test]
    fn the_area_of_a_figure_holds_ring_tower_and_nose_wherever_it_looks() {
        for (degrees, height) in [
            (0.0, 0),
            (45.0, 1),
            (90.0, 3),
            (170.0, 7),
            (250.0, 12),
            (333.0, 2),
        ] {
            for level in [None, Some("lokaal")] {
                for zoom in [0.5, 1.0, 2.4] {
                    let scene = scene(degrees, height, level);
                    let piece = &scene.pieces[0];
                    let look = BoardLook::new(&scene, Palette::of(ThemeKind::Light), ThemeKind::Light, 1.0);
                    let mut pen = KeptPen::default();
                    draw_piece(&mut pen, piece, Emphasis::Plain, &look, zoom);
                    let [left, top, right, bottom] = figure_area(piece, zoom);
                    // What keeps the board free around a nose, and half an edge.
                    let spare = 0.13 * piece.radius * zoom + 1.6;
                    for mark in pen.all() {
                        let Some([l, t, r, b]) = mark.area() else { continue };
                        let is_in = l >= left - spare
                            && t >= top - spare
                            && r <= right + spare
                            && b <= bottom + spare;
                        assert!(is_in, "{degrees} {height} {level:?} {zoom}: {mark:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_nose_stands_out_beyond_the_ring_where_its_piece_looks_and_has_no_corners() {
        for degrees in [0.0, 90.0, 200.0] {
            let points = nose(Xy::ZERO, 10.0, degrees, 0.0);
            let along = Xy::angled((degrees - 90.0_f32).to_radians());
            let far = points.iter().map(|at| at.dot(along)).fold(0.0, f32::max);
            assert!((far - 18.8).abs() < 0.1, "{far}");
            // From one stretch to the next it turns a little: a nose, no arrowhead.
            for three in points.windows(3) {
                let (one, other) = (
                    (three[1] - three[0]).normalized(),
                    (three[2] - three[1]).normalized(),
                );
                assert!(one.dot(other) > 0.75, "{degrees}: {three:?}");
            }
        }
        let scene = scene(90.0, 0, None);
        let [left, top, right, bottom] = nose_area(&scene.pieces[0], 1.0).expect("a nose");
        let radius = scene.pieces[0].radius;
        assert!(left > 40.0 + radius && right > 40.0 + 1.8 * radius && right < 40.0 + 2.0 * radius);
        assert!(top < -30.0 && bottom > -30.0 && bottom - top < radius);
    }
}
