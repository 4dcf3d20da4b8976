//! A piece as a figure: tower, shadow, body, icon, level ring, nose, signs.

use std::f32::consts::{FRAC_PI_2, TAU};

use super::arcs::{arc, circle};
use super::detail::{
    DOT_FROM, FIGURE_FROM, LEAST_LETTERS, MOST_DOT_CORNERS, SIGNS_FROM, drawn_radius, stepped,
};
use super::look::{BoardLook, Emphasis};
use super::pen::{Anchor, Face, Ink, Pen, Text};
use super::tie::draw_break;
use crate::model::{PieceShape, Rgb, Stance};
use crate::scene::geometry::{RING, RING_WIDTH, Xy, outline, reach};
use crate::scene::{Piece, contrast, ink_on, mix};

/// Discs drawn of a tower; a higher one shows its number.
const MOST_DISCS: u32 = 7;
/// Letters of numbers and initials.
const PLAIN: Face = Face::Words(400);
const RIGHT: Xy = Xy::new(1.0, 0.0);

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
        self.figure(pen);
        self.ring(pen);
        self.nose(pen);
        self.icon(pen);
        if self.radius >= SIGNS_FROM {
            self.stance(pen);
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
        let recedes = BoardLook::recedes(self.emphasis);
        let edge = mix(self.piece.fill, Rgb(0, 0, 0), 0.3);
        let edge = if recedes {
            self.piece.fill
        } else if contrast(edge, self.look.palette.board) < 2.0 {
            mix(self.piece.fill, Rgb(255, 255, 255), 0.45)
        } else {
            edge
        };
        let points = self.body(1.0, Xy::ZERO);
        let fill = self.look.faded_fill(self.piece.fill, self.emphasis);
        let edge = self.tone(edge);
        pen.fill(&points, fill);
        let width = if recedes { 0.09 } else { 0.07 };
        pen.outline(&points, (self.radius * width).max(1.0), edge);
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

    /// The nose points where the figure looks.
    fn nose(&self, pen: &mut impl Pen) {
        let Some(degrees) = self.piece.gaze_deg else {
            return;
        };
        let along = Xy::angled(degrees.to_radians() - FRAC_PI_2);
        let across = along.to_the_left();
        let share = if self.piece.ring.is_some() {
            RING + RING_WIDTH / 2.0
        } else {
            reach(self.piece.shape, along)
        };
        let foot = self.centre + along * self.radius * (share - 0.08);
        let half = across * self.radius * 0.3;
        let tip = self.centre + along * self.radius * (share + 0.42);
        let (ring, board) = (self.tone(self.look.palette.ring), self.look.palette.board);
        let corners = [tip, foot + half, foot - half];
        pen.outline(&corners, 2.5, board);
        pen.fill(&corners, ring);
    }

    /// Discs beside the piece, as a pile.
    fn tower(&self, pen: &mut impl Pen) {
        let Some(height) = self.piece.influence else {
            return;
        };
        let wide = self.radius * 0.42;
        let thick = (self.radius * 0.2).max(2.5);
        let foot = self.centre + Xy::new(self.radius * (RING + 0.62), self.radius * 1.05);
        let tone = self.tone(self.look.palette.ring);
        for at in 0..height.min(MOST_DISCS) {
            let middle = foot - Xy::new(0.0, thick * at as f32);
            let (left, right) = (
                middle - Xy::new(wide - thick / 2.0, 0.0),
                middle + Xy::new(wide - thick / 2.0, 0.0),
            );
            let mut points = arc(right, thick * 0.46, -FRAC_PI_2, FRAC_PI_2);
            points.extend(arc(left, thick * 0.46, FRAC_PI_2, 3.0 * FRAC_PI_2));
            pen.fill(&points, tone);
        }
        if height > MOST_DISCS || height == 0 {
            let at = foot - Xy::new(0.0, thick * (height.min(MOST_DISCS) as f32 + 0.6));
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
        let (fill, arms): (Rgb, &[Xy]) = match stance {
            Stance::For => (Rgb(0x00, 0x6d, 0x4f), &[Xy::new(1.0, 0.0), Xy::new(0.0, 1.0)]),
            Stance::Against => (Rgb(0xb4, 0x2b, 0x10), &[Xy::new(1.0, 0.0)]),
            Stance::Neutral => (Rgb(0x5b, 0x64, 0x72), &[]),
        };
        let size = (self.radius * 0.36).max(6.0);
        let at = self.centre + Xy::new(-1.0, 1.0) * self.radius * 0.98;
        let board = self.look.palette.board;
        let (fill, sign) = (self.tone(fill), ink_on(fill));
        pen.disc(at, size + 1.5, board);
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

    /// At the upper left: without this one a part comes loose.
    fn cut_point(&self, pen: &mut impl Pen) {
        let size = (self.radius * 0.3).clamp(5.0, 16.0);
        let at = self.centre + Xy::new(-1.0, -1.0) * self.radius * 0.98;
        draw_break(pen, at, RIGHT, size, self.look);
    }

    /// A short text at the upper right, e.g. a rank.
    fn badge(&self, pen: &mut impl Pen) {
        let Some(text) = self.piece.badge.clone() else {
            return;
        };
        let size = (self.radius * 0.55).clamp(10.0, 26.0);
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
