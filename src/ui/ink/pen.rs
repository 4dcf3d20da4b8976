//! The screen as a pen: marks become triangles, and letters what the screen library makes of them.

use std::sync::Arc;

use egui::epaint::RectShape;
use egui::{
    Align, Color32, Context, CornerRadius, FontFamily, FontId, Galley, Painter, Pos2, Rect, Shape, Stroke,
    StrokeKind, Vec2, pos2,
};

use super::Brush;
use super::any_point::AnyPoint;
use super::letters::{HALO, lay_out};
use crate::scene::geometry::Xy;
use crate::scene::marks::{Anchor, Card, Face, Ink, Pen, Rim, StampKey, Text};
use crate::scene::typeface::icon_start;
use crate::ui::theme;
use crate::ui::widgets::colour;

/// Draws into one mesh until letters come between.
pub struct ScreenPen<'a> {
    brush: Brush,
    ctx: &'a Context,
    /// What was drawn before the mesh of the brush.
    shapes: Vec<Shape>,
}

impl<'a> ScreenPen<'a> {
    pub fn new(ctx: &'a Context) -> Self {
        Self::with_brush(ctx, Brush::new(ctx.pixels_per_point()))
    }

    pub fn with_brush(ctx: &'a Context, brush: Brush) -> Self {
        Self {
            brush,
            ctx,
            shapes: Vec::new(),
        }
    }

    /// All that was drawn, in its order.
    pub fn into_shapes(mut self) -> Vec<Shape> {
        self.flush();
        self.shapes
    }

    /// Puts all that was drawn on the screen, moved by so much.
    pub fn paint(self, painter: &Painter, by: Vec2) {
        let mut shapes = self.into_shapes();
        shift(&mut shapes, by);
        painter.extend(shapes);
    }

    /// Everything drawn so far goes under what follows.
    fn flush(&mut self) {
        let mesh = std::mem::take(&mut self.brush.mesh);
        if !mesh.is_empty() {
            self.shapes.push(Shape::mesh(mesh));
        }
    }
}

fn tone(ink: impl Into<Ink>) -> Color32 {
    let ink = ink.into();
    let full = colour(ink.tone);
    if ink.strength < 1.0 {
        full.gamma_multiply(ink.strength)
    } else {
        full
    }
}

impl Pen for ScreenPen<'_> {
    fn stroke(&mut self, points: &[Xy], width: f32, ink: impl Into<Ink>) {
        self.brush.stroke(points, width, tone(ink));
    }

    fn outline(&mut self, points: &[Xy], width: f32, ink: impl Into<Ink>) {
        self.brush.outline(points, width, tone(ink));
    }

    fn fill(&mut self, points: &[Xy], ink: impl Into<Ink>) {
        self.brush.convex(points, tone(ink));
    }

    fn shadow(&mut self, points: &[Xy], softness: f32, ink: impl Into<Ink>) {
        self.brush.soft_convex(points, tone(ink), softness);
    }

    fn disc(&mut self, centre: Xy, radius: f32, ink: impl Into<Ink>) {
        self.brush.disc(centre.pos(), radius, tone(ink));
    }

    fn speck(&mut self, centre: Xy, radius: f32, ink: impl Into<Ink>) {
        self.flush();
        self.shapes
            .push(Shape::circle_filled(centre.pos(), radius, tone(ink)));
    }

    fn dashes(&mut self, points: &[Xy], pattern: &[f32], width: f32, ink: impl Into<Ink>) {
        self.brush.dashes(points, pattern, width, tone(ink));
    }

    fn dots(&mut self, points: &[Xy], size: f32, step: f32, ink: impl Into<Ink>) {
        self.brush.dots(points, size, step, tone(ink));
    }

    fn stamp(&mut self, key: StampKey, at: Xy, draw: impl FnOnce(&mut Self)) {
        if !self.brush.has_stamp(&key) {
            let mut apart = Self::with_brush(self.ctx, self.brush.blank());
            draw(&mut apart);
            self.brush.keep_stamp(key, apart.brush.mesh);
        }
        self.brush.put_stamp(&key, at.pos());
    }

    fn region(&mut self, _: &[Vec<Xy>], parts: impl Iterator<Item = Vec<Xy>>, ink: impl Into<Ink>) {
        let tone = tone(ink);
        for part in parts {
            self.brush.flat(&part, tone);
        }
    }

    fn card(&mut self, card: Card) {
        self.flush();
        let [left, top, right, bottom] = card.area;
        let area = Rect::from_min_max(pos2(left, top), pos2(right, bottom));
        let (stroke, kind) = match card.rim {
            Some((width, ink, rim)) => (Stroke::new(width, tone(ink)), side(rim)),
            None => (Stroke::NONE, StrokeKind::Middle),
        };
        let corner = CornerRadius::from(card.corner);
        let shape = RectShape::new(area, corner, tone(card.fill), stroke, kind);
        self.shapes.push(shape.into());
    }

    fn text(&mut self, text: Text<'_>, ink: impl Into<Ink>) {
        self.flush();
        let (galley, pos) = self.laid_out(&text);
        if let Some(halo) = text.halo {
            for offset in HALO {
                let copy = Arc::clone(&galley);
                self.shapes
                    .push(Shape::galley(pos + offset * halo.width, copy, tone(halo.tone)));
            }
        }
        self.shapes.push(Shape::galley(pos, galley, tone(ink)));
    }

    fn in_sight(&self, points: &[Xy], period: f32) -> Vec<Xy> {
        self.brush.in_sight(points, period)
    }
}

impl ScreenPen<'_> {
    /// The letters of a text, and where they begin.
    fn laid_out(&self, text: &Text<'_>) -> (Arc<Galley>, Pos2) {
        let at = text.at.pos();
        let words = text.text.to_owned();
        let about = |family: FontFamily| {
            let font = FontId::new(text.size, family);
            let galley = self
                .ctx
                .fonts_mut(|fonts| fonts.layout_no_wrap(text.text.to_owned(), font, Color32::PLACEHOLDER));
            let pos = at - galley.mesh_bounds.center().to_vec2();
            (galley, pos)
        };
        match (text.face, text.anchor) {
            (Face::Icons, _) => {
                let (galley, pos) = about(FontFamily::Name(theme::ICONS.into()));
                let start = icon_start(text.text, text.size, text.at).pos();
                let row = galley.rows.first();
                let first = row.and_then(|row| Some(row.pos + row.glyphs.first()?.pos.to_vec2()));
                let pos = first.map_or(pos, |first| start - first.to_vec2());
                (galley, pos)
            }
            (Face::Words(_), Anchor::Seen) => about(FontFamily::Proportional),
            // Rows are centred on the galley's own zero.
            (Face::Words(weight), Anchor::Top) => {
                (lay_out(self.ctx, words, text.size, weight, Align::Center), at)
            }
            (Face::Words(weight), Anchor::Middle) => {
                let galley = lay_out(self.ctx, words, text.size, weight, Align::Center);
                let pos = pos2(at.x - galley.rect.center().x, at.y - galley.size().y / 2.0);
                (galley, pos)
            }
            (Face::Words(weight), Anchor::TopLeft) => {
                (lay_out(self.ctx, words, text.size, weight, Align::LEFT), at)
            }
        }
    }
}

fn side(rim: Rim) -> StrokeKind {
    match rim {
        Rim::Outside => StrokeKind::Outside,
        Rim::Middle => StrokeKind::Middle,
        Rim::Inside => StrokeKind::Inside,
    }
}

/// Moves shapes that were drawn for another place.
pub fn shift(shapes: &mut [Shape], step: Vec2) {
    for shape in shapes {
        // `Shape::translate` would scale text as well, and copy its letters to do so.
        if let Shape::Text(text) = shape {
            text.pos += step;
        } else {
            shape.translate(step);
        }
    }
}

#[cfg(test)]
mod tests {
    use egui::Mesh;

    use super::*;
    use crate::model::{LineStyle, Rgb};
    use crate::scene::marks::draw_line;

    #[test]
    fn a_line_without_a_pattern_keeps_its_bends_where_only_a_part_of_the_board_is_in_sight() {
        let bent = [Xy::new(10.0, 10.0), Xy::new(50.0, 90.0), Xy::new(90.0, 10.0)];
        let ctx = Context::default();
        for style in [LineStyle::Solid, LineStyle::Double] {
            let sight = Rect::from_min_max(Pos2::ZERO, pos2(100.0, 100.0));
            let brush = Brush::within(1.0, sight, Mesh::default());
            let mut pen = ScreenPen::with_brush(&ctx, brush);
            draw_line(&mut pen, &bent, style, 2.0, Rgb(0, 0, 0), 1.0);
            let drawn = pen.into_shapes();
            let lowest = drawn.iter().map(|shape| shape.visual_bounding_rect().bottom());
            let lowest = lowest.fold(0.0, f32::max);
            assert!(lowest > 85.0, "{style:?} goes down to {lowest}");
        }
    }
}
