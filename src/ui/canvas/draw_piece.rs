//! A piece as a figure: tower, shadow, body, icon, level ring, nose, signs.

use std::f32::consts::{FRAC_PI_2, TAU};

use egui::{Color32, FontFamily, FontId, Pos2, Shape, Vec2, vec2};

use super::look::{BoardLook, Emphasis};
use crate::model::{Rgb, Stance};
use crate::scene::geometry::{RING, RING_WIDTH, outline, reach};
use crate::scene::{Piece, contrast, ink_on, mix};
use crate::ui::ink::{Brush, arc, circle};
use crate::ui::theme;
use crate::ui::widgets::colour;

/// Radius on the screen below which a piece is a plain shape.
const FIGURE_FROM: f32 = 7.0;
/// Corners of a plain shape.
const MOST_DOT_CORNERS: usize = 14;
/// Radius on the screen below which no eye sees which shape it is: a disc that the fonts' texture holds ready
/// is two triangles instead of twenty, and on a board like that pieces stand by the thousand.
const DOT_FROM: f32 = 3.5;
/// Radius on the screen from which signs can be read.
const SIGNS_FROM: f32 = 11.0;
/// Discs drawn of a tower; a higher one shows its number.
const MOST_DISCS: u32 = 7;

/// The shapes of a piece, in points with the board's (0, 0) at (0, 0).
pub fn shapes(
    piece: &Piece,
    emphasis: Emphasis,
    look: &BoardLook,
    zoom: f32,
    ctx: &egui::Context,
) -> Vec<Shape> {
    let mut figure = Figure {
        piece,
        emphasis,
        look,
        centre: Pos2::new(piece.pos.x as f32 * zoom, piece.pos.y as f32 * zoom),
        // A piece stays visible however far out one zooms.
        radius: (piece.radius * zoom).max(2.5),
        brush: Brush::new(ctx.pixels_per_point()),
        ctx,
        shapes: Vec::with_capacity(3),
    };
    figure.draw();
    figure.flush();
    figure.shapes
}

struct Figure<'a> {
    piece: &'a Piece,
    emphasis: Emphasis,
    look: &'a BoardLook,
    centre: Pos2,
    radius: f32,
    brush: Brush,
    ctx: &'a egui::Context,
    shapes: Vec<Shape>,
}

impl Figure<'_> {
    fn draw(&mut self) {
        if self.radius < FIGURE_FROM {
            self.selection();
            // A dot has no edge: the line's grey is its fill.
            let fill = self.tone(self.piece.fill);
            if self.radius < DOT_FROM {
                self.flush();
                self.shapes
                    .push(Shape::circle_filled(self.centre, self.radius, fill));
            } else {
                let points = self.body(1.0, Vec2::ZERO);
                self.brush.convex(&points, fill);
            }
            return;
        }
        self.tower();
        self.shadow();
        self.selection();
        self.figure();
        self.ring();
        self.nose();
        self.icon();
        if self.radius >= SIGNS_FROM {
            self.stance();
            self.badge();
        }
        if self.piece.is_cut_point {
            self.cut_point();
        }
    }

    fn tone(&self, tone: Rgb) -> Color32 {
        colour(self.look.faded(tone, self.emphasis))
    }

    fn body(&self, scale: f32, offset: Vec2) -> Vec<Pos2> {
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
            .map(|corner| self.centre + offset + vec2(corner.x, corner.y) * self.radius * scale)
            .collect()
    }

    /// A lifted piece stands higher above the board.
    fn shadow(&mut self) {
        let height = if self.emphasis == Emphasis::Lit { 0.2 } else { 0.1 };
        let depth = if BoardLook::recedes(self.emphasis) { 14 } else { 60 };
        let points = self.body(1.04, vec2(0.0, self.radius * height));
        let tone = Color32::from_black_alpha(depth);
        self.brush
            .soft_convex(&points, tone, self.radius * (0.12 + height));
    }

    fn figure(&mut self) {
        let recedes = BoardLook::recedes(self.emphasis);
        let edge = mix(self.piece.fill, Rgb(0, 0, 0), 0.3);
        let edge = if recedes {
            self.piece.fill
        } else if contrast(edge, self.look.palette.board) < 2.0 {
            mix(self.piece.fill, Rgb(255, 255, 255), 0.45)
        } else {
            edge
        };
        let points = self.body(1.0, Vec2::ZERO);
        let fill = colour(self.look.faded_fill(self.piece.fill, self.emphasis));
        let edge = self.tone(edge);
        self.brush.convex(&points, fill);
        let width = if recedes { 0.09 } else { 0.07 };
        self.brush.outline(&points, (self.radius * width).max(1.0), edge);
    }

    /// Level as segments, from the top clockwise: as many filled as the level is high.
    fn ring(&mut self) {
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
            self.brush
                .stroke(&points, width, if is_filled { filled } else { empty });
        }
    }

    /// The nose points where the figure looks.
    fn nose(&mut self) {
        let Some(degrees) = self.piece.gaze_deg else {
            return;
        };
        let along = Vec2::angled(degrees.to_radians() - FRAC_PI_2);
        let across = along.rot90();
        let share = if self.piece.ring.is_some() {
            RING + RING_WIDTH / 2.0
        } else {
            reach(
                self.piece.shape,
                crate::scene::geometry::Xy::new(along.x, along.y),
            )
        };
        let foot = self.centre + along * self.radius * (share - 0.08);
        let half = across * self.radius * 0.3;
        let tip = self.centre + along * self.radius * (share + 0.42);
        let (ring, board) = (self.tone(self.look.palette.ring), self.look.palette.board);
        let corners = [tip, foot + half, foot - half];
        self.brush.outline(&corners, 2.5, colour(board));
        self.brush.convex(&corners, ring);
    }

    /// Discs beside the piece, as a pile.
    fn tower(&mut self) {
        let Some(height) = self.piece.influence else {
            return;
        };
        let wide = self.radius * 0.42;
        let thick = (self.radius * 0.2).max(2.5);
        let foot = self.centre + vec2(self.radius * (RING + 0.62), self.radius * 1.05);
        let tone = self.tone(self.look.palette.ring);
        for at in 0..height.min(MOST_DISCS) {
            let middle = foot - vec2(0.0, thick * at as f32);
            let (left, right) = (
                middle - vec2(wide - thick / 2.0, 0.0),
                middle + vec2(wide - thick / 2.0, 0.0),
            );
            let mut points = arc(right, thick * 0.46, -FRAC_PI_2, FRAC_PI_2);
            points.extend(arc(left, thick * 0.46, FRAC_PI_2, 3.0 * FRAC_PI_2));
            self.brush.convex(&points, tone);
        }
        if height > MOST_DISCS || height == 0 {
            let at = foot - vec2(0.0, thick * (height.min(MOST_DISCS) as f32 + 0.6));
            self.write(
                &height.to_string(),
                at,
                self.radius * 0.6,
                FontFamily::Proportional,
                self.tone_on(self.look.palette.ring),
            );
        }
    }

    fn icon(&mut self) {
        let (size, family) = if self.piece.icon_is_text {
            (self.radius * 0.85, FontFamily::Proportional)
        } else {
            (self.radius * 1.15, FontFamily::Name(theme::ICONS.into()))
        };
        let tone = self.tone_on(self.piece.on_fill);
        let lower = match self.piece.shape {
            crate::model::PieceShape::Triangle => 0.16,
            crate::model::PieceShape::Shield => -0.02,
            _ => 0.0,
        };
        let at = self.centre + vec2(0.0, self.radius * lower);
        let icon = self.piece.icon.clone();
        self.write(&icon, at, size, family, tone);
    }

    /// A faded fill is nearly the board, on which black or white would stand out more than before.
    fn tone_on(&self, on_fill: Rgb) -> Color32 {
        if BoardLook::recedes(self.emphasis) {
            colour(self.look.palette.ink_weak)
        } else {
            colour(on_fill)
        }
    }

    /// How far the figure itself reaches: a level ring wants more room than a bare piece.
    fn halo(&self) -> f32 {
        let has_ring = self.piece.ring.is_some();
        self.radius * if has_ring { RING + RING_WIDTH } else { 1.15 }
    }

    fn selection(&mut self) {
        let tone = colour(self.look.palette.selection);
        match self.emphasis {
            Emphasis::Selected => {
                let points = circle(self.centre, self.halo() + 3.5);
                self.brush.outline(&points, 3.5, tone);
            }
            Emphasis::Lit => {
                let points = circle(self.centre, self.halo() + 3.0);
                self.brush
                    .outline(&points, 2.0, colour(self.look.palette.ink_weak));
            }
            _ => {}
        }
    }

    /// For, against or neutral, as a sign with a colour, never a colour alone.
    fn stance(&mut self) {
        let Some(stance) = self.piece.stance else {
            return;
        };
        let (fill, arms): (Rgb, &[Vec2]) = match stance {
            Stance::For => (Rgb(0x00, 0x6d, 0x4f), &[vec2(1.0, 0.0), vec2(0.0, 1.0)]),
            Stance::Against => (Rgb(0xb4, 0x2b, 0x10), &[vec2(1.0, 0.0)]),
            Stance::Neutral => (Rgb(0x5b, 0x64, 0x72), &[]),
        };
        let size = (self.radius * 0.36).max(6.0);
        let at = self.centre + vec2(-1.0, 1.0) * self.radius * 0.98;
        let board = colour(self.look.palette.board);
        let (fill, sign) = (self.tone(fill), colour(ink_on(fill)));
        self.brush.disc(at, size + 1.5, board);
        self.brush.disc(at, size, fill);
        for &arm in arms {
            self.brush.stroke(
                &[at - arm * size * 0.55, at + arm * size * 0.55],
                size * 0.28,
                sign,
            );
        }
        if arms.is_empty() {
            self.brush.outline(&circle(at, size * 0.42), size * 0.24, sign);
        }
    }

    /// At the upper left: without this one a part comes loose.
    fn cut_point(&mut self) {
        let size = (self.radius * 0.3).clamp(5.0, 16.0);
        let at = self.centre + vec2(-1.0, -1.0) * self.radius * 0.98;
        super::draw_tie::draw_break(&mut self.brush, at, Vec2::X, size, self.look);
    }

    /// A short text at the upper right, e.g. a rank.
    fn badge(&mut self) {
        let Some(text) = self.piece.badge.clone() else {
            return;
        };
        let size = (self.radius * 0.55).clamp(10.0, 26.0);
        let at = self.centre + vec2(1.0, -1.0) * self.radius * 1.02;
        let half = size * (0.34 + 0.3 * text.chars().count().max(1) as f32);
        let mut points = arc(
            at + vec2(half - size * 0.62, 0.0),
            size * 0.66,
            -FRAC_PI_2,
            FRAC_PI_2,
        );
        points.extend(arc(
            at - vec2(half - size * 0.62, 0.0),
            size * 0.66,
            FRAC_PI_2,
            3.0 * FRAC_PI_2,
        ));
        let (ink, board) = (self.tone(self.look.palette.ink), colour(self.look.palette.board));
        self.brush.outline(&points, 3.0, board);
        self.brush.convex(&points, ink);
        self.write(&text, at, size, FontFamily::Proportional, board);
    }

    /// Text about a point. Sizes go in steps: every other size is another set of letters in the font's texture.
    fn write(&mut self, text: &str, at: Pos2, size: f32, family: FontFamily, tone: Color32) {
        let size = stepped(size);
        if size < 6.0 {
            return;
        }
        self.flush();
        let font = FontId::new(size, family);
        let galley = self
            .ctx
            .fonts_mut(|fonts| fonts.layout_no_wrap(text.to_owned(), font, Color32::PLACEHOLDER));
        // By what is seen of the letters: icons do not sit in the middle of their line.
        let pos = at - galley.mesh_bounds.center().to_vec2();
        self.shapes.push(Shape::galley(pos, galley, tone));
    }

    /// What was drawn so far goes under what follows.
    fn flush(&mut self) {
        let mesh = std::mem::take(&mut self.brush.mesh);
        if !mesh.is_empty() {
            self.shapes.push(Shape::mesh(mesh));
        }
    }
}

/// The size in whole steps that grow with it.
pub fn stepped(size: f32) -> f32 {
    let step = match size {
        ..24.0 => 1.0,
        ..48.0 => 4.0,
        _ => 16.0,
    };
    ((size / step).round() * step).min(160.0)
}
