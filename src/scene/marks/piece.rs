//! A piece as a figure: tower, shadow, body, icon, level ring, nose, signs.

use std::f32::consts::{FRAC_PI_2, TAU};

use super::arcs::{arc, circle};
use super::detail::{
    DOT_FROM, FIGURE_FROM, LEAST_LETTERS, MOST_DOT_CORNERS, SIGNS_FROM, drawn_radius, stepped,
};
use super::look::{BoardLook, Emphasis};
use super::pen::{Anchor, Face, Ink, Pen, Text};
use super::tie::draw_break;
use crate::model::{PieceShape, Rgb, Stance, Tempo};
use crate::scene::geometry::{RING, RING_WIDTH, Xy, outline, reach};
use crate::scene::labels::Area;
use crate::scene::{Piece, contrast, ink_on, mix};

/// Discs drawn of a tower; a higher one shows its number.
const MOST_DISCS: u32 = 7;
/// Letters of numbers and initials.
const PLAIN: Face = Face::Words(400);
const RIGHT: Xy = Xy::new(1.0, 0.0);

// Of a tower, in radii of its piece: half of a disc's width, its height, and how far from the middle it stands.
const TOWER_HALF: f32 = 0.46;
const TOWER_DISC: f32 = 0.32;
const TOWER_ASIDE: f32 = RING + 0.6;
/// Height of a disc below which nobody sees it from above.
const LEAST_SEEN_DISC: f32 = 3.0;

// Of a nose, in radii of its piece: how deep its root is in the body, half its width there, how round its tip is,
// and how far that is from the middle.
const NOSE_ROOT: f32 = 0.12;
const NOSE_HALF: f32 = 0.46;
const NOSE_ROUND: f32 = 0.16;
const NOSE_TIP: f32 = 1.86;
/// How far the tip is round, to either side.
const NOSE_TURN: f32 = 1.2;

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
    let radius = drawn_radius(piece.radius, zoom);
    let height = piece.influence.filter(|_| radius >= FIGURE_FROM)?;
    let thick = (radius * TOWER_DISC).max(2.5);
    let Xy { x, y } = Xy::from(piece.pos) * zoom + Xy::new(radius * TOWER_ASIDE, radius * 1.05);
    let discs = height.min(MOST_DISCS) as f32;
    let number = if height > MOST_DISCS || height == 0 {
        radius * 0.6
    } else {
        0.0
    };
    let half = radius * TOWER_HALF;
    Some([x - half, y - thick * discs - number, x + half, y + thick * 0.6])
}

/// What of a nose is beyond the ring.
pub fn nose_area(piece: &Piece, zoom: f32) -> Option<Area> {
    let radius = drawn_radius(piece.radius, zoom);
    let degrees = piece.gaze_deg.filter(|_| radius >= FIGURE_FROM)?;
    let along = Xy::angled(degrees.to_radians() - FRAC_PI_2);
    let tip = Xy::from(piece.pos) * zoom + along * radius * (NOSE_TIP - NOSE_ROUND);
    let half = radius * NOSE_ROUND + 1.0;
    Some([tip.x - half, tip.y - half, tip.x + half, tip.y + half])
}

fn around(one: Area, other: Area) -> Area {
    [
        one[0].min(other[0]),
        one[1].min(other[1]),
        one[2].max(other[2]),
        one[3].max(other[3]),
    ]
}

/// A disc seen from the side, so many points to either side and up and down.
fn disc_from_the_side(middle: Xy, wide: f32, high: f32) -> Vec<Xy> {
    let aside = Xy::new((wide - high).max(0.0), 0.0);
    let mut points = arc(middle + aside, high, -FRAC_PI_2, FRAC_PI_2);
    points.extend(arc(middle - aside, high, FRAC_PI_2, 3.0 * FRAC_PI_2));
    points
}

fn oval(middle: Xy, half: Xy) -> Vec<Xy> {
    let unit = circle(Xy::ZERO, 10.0).into_iter();
    unit.map(|at| middle + Xy::new(at.x * half.x, at.y * half.y) * 0.1)
        .collect()
}

/// A small tower for the legend: three discs around a middle.
pub fn draw_small_tower(pen: &mut impl Pen, centre: Xy, size: f32, tone: Rgb, board: Rgb) {
    let thick = size * 0.62;
    for at in 0..3 {
        let middle = centre + Xy::new(0.0, thick * (1.0 - at as f32));
        let points = disc_from_the_side(middle, size, thick * 0.5);
        pen.outline(&points, (thick * 0.44).max(1.2), board);
        pen.fill(&points, tone);
    }
}

/// A body with a nose to the right, for the legend.
pub fn draw_small_nose(pen: &mut impl Pen, centre: Xy, size: f32, tone: Rgb) {
    let body = centre - Xy::new(size * 0.3, 0.0);
    let half = Xy::new(0.0, size * 0.5);
    let tip = Xy::new(centre.x + size * 1.1, centre.y);
    let root = Xy::new(body.x + size * 0.5, centre.y);
    pen.fill(&[root - half, tip, root + half], tone);
    pen.disc(body, size * 0.8, tone);
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
        centre: Xy::from(piece.pos) * zoom,
        radius: drawn_radius(piece.radius, zoom),
    }
    .draw(pen);
}

struct Figure<'a> {
    piece: &'a Piece,
    emphasis: Emphasis,
    look: &'a BoardLook,
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
        let along = Xy::angled(degrees.to_radians() - FRAC_PI_2);
        let across = along.to_the_left();
        let root = self.centre + along * self.radius * (reach(self.piece.shape, along) - NOSE_ROOT);
        let half = across * self.radius * NOSE_HALF;
        let round = self.radius * NOSE_ROUND;
        let middle = self.centre + along * (self.radius * NOSE_TIP - round);
        let turn = degrees.to_radians() - FRAC_PI_2;
        let mut points = vec![root + half];
        points.extend(arc(middle, round, turn - NOSE_TURN, turn + NOSE_TURN));
        points.push(root - half);
        // Between the segments of the ring it is seen to be of the figure.
        pen.outline(&points, (self.radius * 0.24).max(3.0), self.look.palette.board);
        let (fill, edge) = (
            self.look.faded_fill(self.piece.fill, self.emphasis),
            self.tone(self.edge()),
        );
        pen.fill(&points, fill);
        pen.outline(&points, self.edge_width(), edge);
    }

    /// Discs beside the piece, one on the other: the upper one is seen from above.
    fn tower(&self, pen: &mut impl Pen) {
        let Some(height) = self.piece.influence else {
            return;
        };
        let (wide, thick) = (self.radius * TOWER_HALF, self.disc_height());
        let foot = self.tower_foot();
        let (tone, board) = (self.tone(self.look.palette.ring), self.look.palette.board);
        let discs = height.min(MOST_DISCS);
        for at in 0..discs {
            let middle = foot - Xy::new(0.0, thick * at as f32);
            let points = disc_from_the_side(middle, wide, thick * 0.5);
            pen.outline(&points, (thick * 0.44).max(1.6), board);
            pen.fill(&points, tone);
        }
        if discs > 0 && thick >= LEAST_SEEN_DISC {
            let top = foot - Xy::new(0.0, thick * (discs as f32 - 0.5));
            let flat = oval(top, Xy::new(wide * 0.92, thick * 0.42));
            let light = mix(tone, board, 0.55);
            pen.fill(&flat, light);
            pen.outline(&flat, (thick * 0.14).max(0.8), tone);
        }
        if height > MOST_DISCS || height == 0 {
            let at = foot - Xy::new(0.0, thick * (discs as f32 + 0.7));
            self.write(
                pen,
                &height.to_string(),
                at,
                self.radius * 0.6,
                PLAIN,
                self.tone_on(self.look.palette.ring),
            );
        }
    }

    fn disc_height(&self) -> f32 {
        (self.radius * TOWER_DISC).max(2.5)
    }

    fn tower_foot(&self) -> Xy {
        self.centre + Xy::new(self.radius * TOWER_ASIDE, self.radius * 1.05)
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
        let half = size * (0.34 + 0.3 * text.chars().count().max(1) as f32);
        let mut points = arc(
            at + Xy::new(half - size * 0.62, 0.0),
            size * 0.66,
            -FRAC_PI_2,
            FRAC_PI_2,
        );
        points.extend(arc(
            at - Xy::new(half - size * 0.62, 0.0),
            size * 0.66,
            FRAC_PI_2,
            3.0 * FRAC_PI_2,
        ));
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
