//! Tens of thousands of faint lines as one picture.
//!
//! No eye tells them apart, and as triangles they would take tens of megabytes in what draws them. How dense the
//! lines of each colour lie is added up exactly, where translucent triangles over each other round every time.

use egui::{Color32, ColorImage, Pos2, Rect, Vec2, vec2};

/// Texels around the outermost line, for its soft side.
const MARGIN: f32 = 2.0;

/// The lines of one colour, each with the ink it leaves per point of its length.
type LinesOfColour = Vec<([Pos2; 2], f32)>;

/// Lines to be drawn as one picture.
#[derive(Debug, Default)]
pub struct LineDensity {
    by_colour: Vec<(Color32, LinesOfColour)>,
}

impl LineDensity {
    /// Adds a line of that many points wide, of which a share shows.
    pub fn line(&mut self, ends: [Pos2; 2], width: f32, colour: Color32, share: f32) {
        // Of one line that hides all beneath it the density has no end.
        let ink = -(-share.clamp(0.0, 0.999)).ln_1p() * width;
        let known = self.by_colour.iter().position(|(own, _)| *own == colour);
        let at = known.unwrap_or_else(|| {
            self.by_colour.push((colour, Vec::new()));
            self.by_colour.len() - 1
        });
        self.by_colour[at].1.push((ends, ink));
    }

    /// The picture, and where it belongs; `None` without lines. Takes a tenth of a second: work for a job.
    /// It has at most `most_texels`, and no side longer than `most_side`.
    pub fn picture(
        &self,
        pixels_per_point: f32,
        most_side: usize,
        most_texels: f32,
    ) -> Option<(ColorImage, Rect)> {
        let grid = DensityGrid::around(self.bounds(), pixels_per_point, most_side, most_texels)?;
        Some((grid.image(&self.by_colour), grid.area()))
    }

    fn bounds(&self) -> Rect {
        let mut bounds = Rect::NOTHING;
        for (ends, _) in self.by_colour.iter().flat_map(|(_, lines)| lines) {
            ends.iter().for_each(|&end| bounds.extend_with(end));
        }
        bounds
    }
}

/// Where the picture is, and how fine.
#[derive(Debug, Clone, Copy, PartialEq)]
struct DensityGrid {
    /// Points.
    origin: Pos2,
    texels_per_point: f32,
    columns: usize,
    rows: usize,
}

impl DensityGrid {
    /// A larger picture than `most_texels` is drawn coarser.
    fn around(bounds: Rect, pixels_per_point: f32, most_side: usize, most_texels: f32) -> Option<Self> {
        if !bounds.is_finite() {
            return None;
        }
        // All lines may run level.
        let bounds = bounds.expand(0.5);
        let pixels = bounds.size() * pixels_per_point;
        let fits = (most_side as f32 - 2.0 * MARGIN - 1.0) / pixels.max_elem();
        let coarser = (most_texels / (pixels.x * pixels.y)).sqrt().min(fits).min(1.0);
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

    fn image(&self, by_colour: &[(Color32, LinesOfColour)]) -> ColorImage {
        let mut picture = ColorImage::filled([self.columns, self.rows], Color32::TRANSPARENT);
        let mut density = vec![0.0f32; self.columns * self.rows];
        for (colour, lines) in by_colour {
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
    use egui::pos2;

    use super::*;

    const FAINT: f32 = 0.05;
    const MOST_TEXELS: f32 = 3e6;

    fn grid(density: &LineDensity) -> DensityGrid {
        DensityGrid::around(density.bounds(), 1.0, 4096, MOST_TEXELS).unwrap()
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
            let mut density = LineDensity::default();
            density.line([Pos2::ZERO, end], 2.0, Color32::RED, 0.2);
            let found = ink(&grid(&density).image(&density.by_colour));
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
        let mut density = LineDensity::default();
        for _ in 0..40 {
            density.line([pos2(0.0, 50.0), pos2(100.0, 50.0)], 1.0, Color32::GRAY, FAINT);
        }
        density.line([pos2(50.0, 0.0), pos2(50.0, 100.0)], 1.0, Color32::GRAY, FAINT);
        let grid = grid(&density);
        let picture = grid.image(&density.by_colour);
        let texel = |x: f32, y: f32| {
            let at = (pos2(x, y) - grid.origin) * grid.texels_per_point;
            picture[(at.x as usize, at.y as usize)].a()
        };
        assert!(texel(20.0, 50.0) > 5 * texel(50.0, 20.0).max(1));
        for _ in 0..4000 {
            density.line([pos2(0.0, 50.0), pos2(100.0, 50.0)], 1.0, Color32::GRAY, FAINT);
        }
        let picture = grid.image(&density.by_colour);
        assert!(picture.pixels.iter().all(|texel| texel.r() <= Color32::GRAY.r()));
    }

    #[test]
    fn without_lines_there_is_no_picture_and_with_lines_it_holds_them_all() {
        let mut density = LineDensity::default();
        assert!(density.picture(1.0, 4096, MOST_TEXELS).is_none());
        let ends = [pos2(-20.0, 30.0), pos2(400.0, -90.0)];
        density.line(ends, 1.0, Color32::BLUE, FAINT);
        let (picture, area) = density.picture(1.0, 4096, MOST_TEXELS).unwrap();
        assert!(ends.iter().all(|&end| area.contains(end)), "{area:?}");
        assert_eq!(
            picture.size.map(|side| side as f32),
            [area.width(), area.height()]
        );
    }

    #[test]
    fn a_picture_is_no_larger_than_the_graphics_card_takes() {
        let bounds = Rect::from_min_max(pos2(-3000.0, -10.0), pos2(3000.0, 10.0));
        let grid = DensityGrid::around(bounds, 2.0, 2048, MOST_TEXELS).unwrap();
        assert!(grid.columns <= 2048 && grid.columns > 2000, "{grid:?}");
        assert!(grid.area().contains_rect(bounds));
        let square = Rect::from_min_max(Pos2::ZERO, pos2(4000.0, 4000.0));
        let grid = DensityGrid::around(square, 2.0, 16_384, MOST_TEXELS).unwrap();
        assert!((grid.columns * grid.rows) as f32 <= MOST_TEXELS * 1.02);
    }
}
