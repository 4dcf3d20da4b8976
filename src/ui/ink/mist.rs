//! Tens of thousands of faint lines as one picture.
//!
//! No eye tells them apart, and as triangles they would take tens of megabytes in what draws them. How dense the
//! lines of each colour lie is added up exactly, where translucent triangles over each other round every time.

use std::sync::Arc;

use egui::epaint::Mesh;
use egui::{
    Color32, ColorImage, Context, Pos2, Rect, Shape, TextureHandle, TextureOptions, Vec2, pos2, vec2,
};

/// A larger picture is drawn coarser.
const MOST_TEXELS: f32 = 3e6;
/// Texels around the outermost line, for its soft side.
const MARGIN: f32 = 2.0;

/// The lines of one colour, each with the ink it leaves per point of its length.
type Strands = Vec<([Pos2; 2], f32)>;

/// Lines to be drawn as one picture.
#[derive(Default)]
pub struct Mist {
    strands: Vec<(Color32, Strands)>,
}

impl Mist {
    /// Adds a line of that many points wide, of which a share shows.
    pub fn line(&mut self, ends: [Pos2; 2], width: f32, colour: Color32, share: f32) {
        // Of one line that hides all beneath it the density has no end.
        let ink = -(-share.clamp(0.0, 0.999)).ln_1p() * width;
        let known = self.strands.iter().position(|(own, _)| *own == colour);
        let at = known.unwrap_or_else(|| {
            self.strands.push((colour, Vec::new()));
            self.strands.len() - 1
        });
        self.strands[at].1.push((ends, ink));
    }

    /// The picture as a shape of two triangles; `texture` keeps it, and is given back when there is nothing to draw.
    pub fn shape(&self, ctx: &Context, texture: &mut Option<TextureHandle>) -> Option<Shape> {
        let most_side = ctx.input(|input| input.max_texture_side);
        let Some(plate) = Plate::around(self.bounds(), ctx.pixels_per_point(), most_side) else {
            *texture = None;
            return None;
        };
        let picture = plate.develop(&self.strands);
        let handle = match texture {
            Some(handle) => {
                handle.set(picture, TextureOptions::LINEAR);
                handle
            }
            None => texture.insert(ctx.load_texture("mist", picture, TextureOptions::LINEAR)),
        };
        let mut mesh = Mesh::with_texture(handle.id());
        let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
        mesh.add_rect_with_uv(plate.area(), whole, Color32::WHITE);
        Some(Shape::Mesh(Arc::new(mesh)))
    }

    fn bounds(&self) -> Rect {
        let mut bounds = Rect::NOTHING;
        for (ends, _) in self.strands.iter().flat_map(|(_, lines)| lines) {
            ends.iter().for_each(|&end| bounds.extend_with(end));
        }
        bounds
    }
}

/// Where the picture is, and how fine.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Plate {
    /// Points.
    origin: Pos2,
    texels_per_point: f32,
    columns: usize,
    rows: usize,
}

impl Plate {
    fn around(bounds: Rect, pixels_per_point: f32, most_side: usize) -> Option<Self> {
        if !bounds.is_finite() {
            return None;
        }
        // All lines may run level.
        let bounds = bounds.expand(0.5);
        let pixels = bounds.size() * pixels_per_point;
        let fits = (most_side as f32 - 2.0 * MARGIN - 1.0) / pixels.max_elem();
        let coarser = (MOST_TEXELS / (pixels.x * pixels.y)).sqrt().min(fits).min(1.0);
        let texels_per_point = pixels_per_point * coarser;
        let count = |points: f32| (points * texels_per_point + 2.0 * MARGIN).ceil() as usize;
        Some(Self {
            origin: bounds.min - Vec2::splat(MARGIN / texels_per_point),
            texels_per_point,
            columns: count(bounds.width()),
            rows: count(bounds.height()),
        })
    }

    fn area(&self) -> Rect {
        let size = vec2(self.columns as f32, self.rows as f32) / self.texels_per_point;
        Rect::from_min_size(self.origin, size)
    }

    fn develop(&self, strands: &[(Color32, Strands)]) -> ColorImage {
        let mut picture = ColorImage::filled([self.columns, self.rows], Color32::TRANSPARENT);
        let mut density = vec![0.0f32; self.columns * self.rows];
        for (colour, lines) in strands {
            density.fill(0.0);
            for (ends, ink) in lines {
                self.expose(&mut density, *ends, *ink);
            }
            for (texel, &density) in picture.pixels.iter_mut().zip(&density) {
                if density > 0.0 {
                    let over = colour.gamma_multiply(1.0 - (-density).exp());
                    *texel = texel.blend(over);
                }
            }
        }
        picture
    }

    /// Leaves the ink of one line, in each column or row it passes over the two texels nearest to its middle.
    fn expose(&self, density: &mut [f32], ends: [Pos2; 2], ink: f32) {
        let [from, to] = ends.map(|end| (end - self.origin) * self.texels_per_point);
        let along = to - from;
        // Places of a texel along the line and across it, and how far apart those are in memory.
        let is_flat = along.x.abs() >= along.y.abs();
        let turn = |at: Vec2| if is_flat { (at.x, at.y) } else { (at.y, at.x) };
        let (step, stride) = if is_flat {
            (1, self.columns)
        } else {
            (self.columns, 1)
        };
        let ((mut first, mut across), (mut last, other)) = (turn(from), turn(to));
        if first > last {
            (first, last, across) = (last, first, other);
        }
        let (run, rise) = turn(along);
        if run == 0.0 {
            return;
        }
        let slope = rise / run;
        let ink = ink * self.texels_per_point * slope.hypot(1.0);
        let start = (first - 0.5).ceil();
        across += (start + 0.5 - first) * slope - 0.5;
        let (mut at, end) = (start as usize, (last - 0.5).ceil() as usize);
        while at < end {
            let below = across as usize;
            let share = across - below as f32;
            let texel = at * step + below * stride;
            density[texel] += ink * (1.0 - share);
            density[texel + stride] += ink * share;
            across += slope;
            at += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FAINT: f32 = 0.05;

    fn plate(mist: &Mist) -> Plate {
        Plate::around(mist.bounds(), 1.0, 4096).unwrap()
    }

    fn ink(picture: &ColorImage) -> f32 {
        let alpha = picture.pixels.iter().map(|texel| f32::from(texel.a()));
        alpha.sum::<f32>() / 255.0
    }

    #[test]
    fn a_line_leaves_as_much_ink_as_it_is_long_whichever_way_it_runs() {
        for end in [
            pos2(300.0, 40.0),
            pos2(-40.0, 300.0),
            pos2(-200.0, -200.0),
            pos2(90.0, -290.0),
        ] {
            let mut mist = Mist::default();
            mist.line([Pos2::ZERO, end], 2.0, Color32::RED, 0.2);
            let found = ink(&plate(&mist).develop(&mist.strands));
            // A fifth shows, and again of what is left: the line is two texels wide.
            let meant = end.to_vec2().length() * 0.36;
            assert!(
                (0.9..=1.15).contains(&(found / meant)),
                "{end:?}: {found} of {meant}"
            );
        }
    }

    #[test]
    fn where_many_lines_lie_it_gets_denser_and_never_more_than_full() {
        let mut mist = Mist::default();
        for _ in 0..40 {
            mist.line([pos2(0.0, 50.0), pos2(100.0, 50.0)], 1.0, Color32::GRAY, FAINT);
        }
        mist.line([pos2(50.0, 0.0), pos2(50.0, 100.0)], 1.0, Color32::GRAY, FAINT);
        let plate = plate(&mist);
        let picture = plate.develop(&mist.strands);
        let texel = |x: f32, y: f32| {
            let at = (pos2(x, y) - plate.origin) * plate.texels_per_point;
            picture[(at.x as usize, at.y as usize)].a()
        };
        assert!(texel(20.0, 50.0) > 5 * texel(50.0, 20.0).max(1));
        for _ in 0..4000 {
            mist.line([pos2(0.0, 50.0), pos2(100.0, 50.0)], 1.0, Color32::GRAY, FAINT);
        }
        let picture = plate.develop(&mist.strands);
        assert!(picture.pixels.iter().all(|texel| texel.r() <= Color32::GRAY.r()));
    }

    #[test]
    fn fifty_thousand_lines_are_two_triangles_and_none_is_nothing() {
        let ctx = Context::default();
        let mut mist = Mist::default();
        let mut texture = None;
        assert!(mist.shape(&ctx, &mut texture).is_none());
        for at in 0..50_000u16 {
            let (x, y) = (f32::from(at % 701), f32::from(at % 499));
            mist.line([pos2(x, y), pos2(y, x)], 1.0, Color32::BLUE, FAINT);
        }
        let Some(Shape::Mesh(mesh)) = mist.shape(&ctx, &mut texture) else {
            panic!("lines were drawn");
        };
        assert_eq!(mesh.indices.len(), 6);
        assert_eq!(texture.as_ref().map(TextureHandle::id), Some(mesh.texture_id));
        assert!(Mist::default().shape(&ctx, &mut texture).is_none() && texture.is_none());
    }

    #[test]
    fn a_picture_is_no_larger_than_the_graphics_card_takes() {
        let bounds = Rect::from_min_max(pos2(-3000.0, -10.0), pos2(3000.0, 10.0));
        let plate = Plate::around(bounds, 2.0, 2048).unwrap();
        assert!(plate.columns <= 2048 && plate.columns > 2000, "{plate:?}");
        assert!(plate.area().contains_rect(bounds));
        let square = Rect::from_min_max(Pos2::ZERO, pos2(4000.0, 4000.0));
        let plate = Plate::around(square, 2.0, 16_384).unwrap();
        assert!((plate.columns * plate.rows) as f32 <= MOST_TEXELS * 1.02);
    }
}
