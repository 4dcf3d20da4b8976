//! Soft edges from a picture: of a line two corners at every point instead of four, of a dot a square.
//!
//! Dashes and dots stand by the ten thousand on a board, and what they are made of is copied in every frame.

use egui::{Color32, ColorImage, Context, Id, Pos2, TextureHandle, TextureId, TextureOptions, pos2};

/// Texels across a line.
const ACROSS: usize = 128;
/// Lines of a pixel and wider have a row of texels each; this many for a pixel of width.
const ROWS_PER_PIXEL: f32 = 8.0;
/// In pixels. The texels of a wider one would lie too far apart for its edge.
const WIDEST: f32 = 16.0;
const ROWS: usize = (WIDEST - 1.0) as usize * ROWS_PER_PIXEL as usize + 1;

/// Texels across a disc, which has a square below the rows.
const DISC: usize = 32;
const DISCS_BESIDE: usize = ACROSS / DISC;
const DISCS: usize = 20;
/// Radius of the least disc in pixels, and how much larger every next one is.
const LEAST_RADIUS: f32 = 0.5;
const GROWTH: f32 = 1.13;

const HEIGHT: usize = ROWS + DISCS.div_ceil(DISCS_BESIDE) * DISC;

/// Where in the picture the soft edges are.
#[derive(Debug, Clone, Copy)]
pub struct EdgeTexture {
    pub texture: TextureId,
}

impl EdgeTexture {
    /// One picture serves all that is drawn in a window.
    pub fn of(ctx: &Context) -> Self {
        let key = Id::new("ink-edge_texture");
        let known: Option<TextureHandle> = ctx.data(|data| data.get_temp(key));
        let handle = known.unwrap_or_else(|| {
            let handle = ctx.load_texture("ink-edge_texture", picture(), TextureOptions::LINEAR);
            ctx.data_mut(|data| data.insert_temp(key, handle.clone()));
            handle
        });
        Self { texture: handle.id() }
    }

    /// Where nothing is soft: the middle of the widest line.
    pub fn white() -> Pos2 {
        texel(ACROSS as f32 / 2.0, (ROWS - 1) as f32)
    }

    /// The two sides of a line of this width in pixels, soft edges included; `None` when it is too wide.
    pub fn line(width: f32) -> Option<[Pos2; 2]> {
        if width > WIDEST {
            return None;
        }
        let row = ((width - 1.0).max(0.0) * ROWS_PER_PIXEL).round();
        Some([texel(0.0, row), texel((ACROSS - 1) as f32, row)])
    }

    /// The upper left and lower right of the square around a disc of this radius in pixels, soft edge included;
    /// `None` when it is too large.
    pub fn disc(radius: f32) -> Option<[Pos2; 2]> {
        let nth = ((radius / LEAST_RADIUS).ln() / GROWTH.ln()).round().max(0.0) as usize;
        if nth >= DISCS {
            return None;
        }
        let [left, top] = corner_of_disc(nth).map(|at| at as f32);
        let side = (DISC - 1) as f32;
        Some([texel(left, top), texel(left + side, top + side)])
    }
}

/// The middle of a texel, where its neighbours have no say.
fn texel(x: f32, y: f32) -> Pos2 {
    pos2((x + 0.5) / ACROSS as f32, (y + 0.5) / HEIGHT as f32)
}

fn corner_of_disc(nth: usize) -> [usize; 2] {
    [nth % DISCS_BESIDE * DISC, ROWS + nth / DISCS_BESIDE * DISC]
}

fn picture() -> ColorImage {
    let mut image = ColorImage::filled([ACROSS, HEIGHT], Color32::TRANSPARENT);
    // How far from its edge outwards, so that it fades over a pixel around the edge.
    let tone = |beyond: f32| {
        let strength = ((0.5 - beyond).clamp(0.0, 1.0) * 255.0).round() as u8;
        Color32::from_rgba_premultiplied(strength, strength, strength, strength)
    };
    let share = |at: usize, of: usize| (at as f32 / (of - 1) as f32 - 0.5).abs();
    for row in 0..ROWS {
        let width = 1.0 + row as f32 / ROWS_PER_PIXEL;
        for at in 0..ACROSS {
            image[(at, row)] = tone(share(at, ACROSS) * (width + 1.0) - width / 2.0);
        }
    }
    for nth in 0..DISCS {
        let radius = LEAST_RADIUS * GROWTH.powi(nth as i32);
        let [left, top] = corner_of_disc(nth);
        for (x, y) in (0..DISC).flat_map(|y| (0..DISC).map(move |x| (x, y))) {
            let distance = share(x, DISC).hypot(share(y, DISC)) * (2.0 * radius + 1.0);
            image[(left + x, top + y)] = tone(distance - radius);
        }
    }
    image
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the graphics card reads there: between texels in proportion.
    fn read(image: &ColorImage, at: Pos2) -> f32 {
        let (x, y) = (at.x * ACROSS as f32 - 0.5, at.y * HEIGHT as f32 - 0.5);
        let of = |x: usize, y: usize| f32::from(image[(x.min(ACROSS - 1), y.min(HEIGHT - 1))].a()) / 255.0;
        let (left, top) = (x.floor().max(0.0) as usize, y.floor().max(0.0) as usize);
        let (right, low) = (x - left as f32, y - top as f32);
        let upper = of(left, top) * (1.0 - right) + of(left + 1, top) * right;
        let lower = of(left, top + 1) * (1.0 - right) + of(left + 1, top + 1) * right;
        upper * (1.0 - low) + lower * low
    }

    #[test]
    fn a_line_from_the_picture_is_as_wide_and_as_soft_as_it_would_be_drawn() {
        let image = picture();
        for width in [1.0f32, 1.3, 2.0, 3.7, 9.0, 15.9] {
            let [left, right] = EdgeTexture::line(width).expect("not too wide");
            for step in 0..=200u8 {
                let share = f32::from(step) / 200.0;
                let from_middle = (share - 0.5).abs() * (width + 1.0);
                let drawn = (width / 2.0 + 0.5 - from_middle).clamp(0.0, 1.0);
                let found = read(&image, left.lerp(right, share));
                assert!(
                    (found - drawn).abs() < 0.05,
                    "{width} at {share}: {found}, not {drawn}"
                );
            }
        }
        assert!(EdgeTexture::line(WIDEST + 0.1).is_none());
    }

    #[test]
    fn a_disc_from_the_picture_is_full_in_the_middle_and_gone_at_the_edge() {
        let image = picture();
        for radius in [0.8f32, 1.5, 2.5, 4.0] {
            let [low, high] = EdgeTexture::disc(radius).expect("not too large");
            let middle = low.lerp(high, 0.5);
            assert!(read(&image, middle) > 0.95, "{radius}");
            for at in [low, high, pos2(low.x, middle.y), pos2(middle.x, high.y)] {
                assert!(read(&image, at) < 0.01, "{radius}");
            }
            let rim = pos2(low.x, middle.y).lerp(middle, 0.5 / (radius + 0.5));
            assert!(
                (read(&image, rim) - 0.5).abs() < 0.15,
                "{radius}: {}",
                read(&image, rim)
            );
        }
        assert!(EdgeTexture::disc(30.0).is_none());
    }

    #[test]
    fn what_has_no_edge_is_white() {
        assert_eq!(read(&picture(), EdgeTexture::white()), 1.0);
    }
}
