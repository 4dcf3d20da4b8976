//! The screen as a pen: marks become triangles, and letters what the screen library makes of them.

use egui::{Color32, Context, FontFamily, FontId, Shape};

use super::Brush;
use super::spot::Spot;
use crate::scene::geometry::Xy;
use crate::scene::marks::{Face, Ink, Pen, StampKey, Text};
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

    fn text(&mut self, text: Text<'_>, ink: impl Into<Ink>) {
        self.flush();
        let family = match text.face {
            Face::Words(_) => FontFamily::Proportional,
            Face::Icons => FontFamily::Name(theme::ICONS.into()),
        };
        let font = FontId::new(text.size, family);
        let galley = self
            .ctx
            .fonts_mut(|fonts| fonts.layout_no_wrap(text.text.to_owned(), font, Color32::PLACEHOLDER));
        let pos = text.at.pos() - galley.mesh_bounds.center().to_vec2();
        self.shapes.push(Shape::galley(pos, galley, tone(ink)));
    }

    fn in_sight(&self, points: &[Xy], period: f32) -> Vec<Xy> {
        self.brush.in_sight(points, period)
    }
}
