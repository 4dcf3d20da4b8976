//! The sheet of pixels, as a PNG file.

use std::io::Cursor;
use std::sync::Arc;

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder, ImageFormat, ImageReader};
use vello_cpu::color::PremulRgba8;
use vello_cpu::kurbo::{Affine, BezPath, Cap, Join, Rect, Shape, Stroke};
use vello_cpu::peniko::{Color, Fill, ImageQuality, ImageSampler};
use vello_cpu::{Image, ImageSource, Level, Pixmap, RenderContext, RenderSettings, Resources};

use super::NoPicture;
use super::sheet::{MITRE, Medium, SheetLine, SheetPaint, SheetPart, SheetShape, SheetWords, fitted};
use crate::model::Rgb;
use crate::scene::geometry::Xy;
use crate::scene::labels::Area;
use crate::scene::marks::{Face, Ink};
use crate::scene::typeface::{OutlineStep, Typeface};

/// Of a pixel through which nothing shows.
const SOLID: u8 = u8::MAX;
/// A picture of at most so many pixels is written as a file half as large, which takes a tenth of a second for each
/// million of them. Of more, nobody would wait for it.
const MOST_WRITTEN_SMALL: u64 = 4_000_000;

fn pixels_of((wide, high): (u32, u32)) -> u64 {
    u64::from(wide) * u64::from(high)
}

/// A picture as pixels, row after row from the top.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PicturePixels {
    /// Width and height.
    pub size: (u32, u32),
    /// Red, green, blue and strength of each, 0 to 255; the colours as strong as they show (premultiplied).
    pub rgba: Vec<u8>,
}

/// A sheet that keeps what is drawn until the pixels are asked for.
pub struct PixelSheet {
    drawn: RenderContext,
    /// From points to pixels, the innermost last.
    places: Vec<Affine>,
    is_transparent: bool,
    /// How deep in parts that are left out.
    left_out: usize,
}

impl PixelSheet {
    /// For a picture of `room` points on so many pixels. Where it is transparent, nothing lies under the rest.
    ///
    /// # Errors
    /// [`NoPicture`] for no pixels at all, or more than there is memory for.
    pub fn new(size: (u32, u32), room: (f32, f32), is_transparent: bool) -> Result<Self, NoPicture> {
        let side = |pixels: u32| {
            u16::try_from(pixels)
                .ok()
                .filter(|side| *side > 0)
                .ok_or(NoPicture)
        };
        let (wide, high) = (side(size.0)?, side(size.1)?);
        // The same pixels on every processor, not those of the widest instructions that it has.
        let settings = RenderSettings {
            level: Level::baseline(),
            num_threads: 0,
        };
        let scale = Affine::scale_non_uniform(
            f64::from(wide) / f64::from(room.0),
            f64::from(high) / f64::from(room.1),
        );
        Ok(Self {
            drawn: RenderContext::new_with(wide, high, settings),
            places: vec![scale],
            is_transparent,
            left_out: 0,
        })
    }

    /// # Errors
    /// [`NoPicture`] when it does not fit in memory.
    pub fn into_file(self) -> Result<Vec<u8>, NoPicture> {
        let size = (u32::from(self.drawn.width()), u32::from(self.drawn.height()));
        let has_ground = !self.is_transparent;
        let pixels = self.pixels()?;
        // What has a ground under all of it has no use for strengths: a quarter less to write.
        let (bytes, kind): (Vec<u8>, _) = if has_ground {
            let colours = pixels.data().iter().flat_map(|pixel| [pixel.r, pixel.g, pixel.b]);
            (colours.collect(), ExtendedColorType::Rgb8)
        } else {
            let pixels = pixels.take_unpremultiplied().into_iter();
            let channels = pixels.flat_map(|pixel| [pixel.r, pixel.g, pixel.b, pixel.a]);
            (channels.collect(), ExtendedColorType::Rgba8)
        };
        let mut file = Vec::new();
        let effort = if pixels_of(size) > MOST_WRITTEN_SMALL {
            CompressionType::Fast
        } else {
            CompressionType::Default
        };
        let writer = PngEncoder::new_with_quality(&mut file, effort, FilterType::Adaptive);
        writer
            .write_image(&bytes, size.0, size.1, kind)
            .map_err(|error| {
                log::error!("PNG: {error}");
                NoPicture
            })?;
        Ok(file)
    }

    /// As they are, to be shown.
    ///
    /// # Errors
    /// [`NoPicture`] when they do not fit in memory.
    pub fn into_pixels(self) -> Result<PicturePixels, NoPicture> {
        let size = (u32::from(self.drawn.width()), u32::from(self.drawn.height()));
        Ok(PicturePixels {
            size,
            rgba: self.pixels()?.data_as_u8_slice().to_vec(),
        })
    }

    fn pixels(mut self) -> Result<Pixmap, NoPicture> {
        let (wide, high) = (self.drawn.width(), self.drawn.height());
        let count = usize::from(wide) * usize::from(high);
        let mut memory: Vec<PremulRgba8> = Vec::new();
        memory.try_reserve_exact(count).map_err(|_| NoPicture)?;
        memory.resize(
            count,
            PremulRgba8 {
                r: 0,
                g: 0,
                b: 0,
                a: 0,
            },
        );
        let mut pixels = Pixmap::from_parts(memory, wide, high);
        self.drawn.flush();
        self.drawn.render(&mut pixels, &mut Resources::new());
        if !self.is_transparent {
            // Where soft edges lie over each other, blending in 8 bits loses a step of what covers all.
            for pixel in pixels.data_mut() {
                pixel.a = SOLID;
            }
        }
        Ok(pixels)
    }

    fn place(&self) -> Affine {
        self.places.last().copied().unwrap_or_default()
    }

    fn fill(&mut self, path: &BezPath, ink: Ink, rule: Fill) {
        self.drawn.set_transform(self.place());
        self.drawn.set_fill_rule(rule);
        self.drawn.set_paint(inked(ink));
        self.drawn.fill_path(path);
    }

    fn stroke(&mut self, path: &BezPath, ink: Ink, stroke: Stroke) {
        self.drawn.set_transform(self.place());
        self.drawn.set_paint(inked(ink));
        self.drawn.set_stroke(stroke);
        self.drawn.stroke_path(path);
    }
}

impl Medium for PixelSheet {
    fn shape(&mut self, shape: SheetShape<'_>, paint: SheetPaint<'_>) {
        if self.left_out > 0 {
            return;
        }
        let path = path(&shape.steps());
        if let Some(ink) = paint.fill {
            let rule = if shape.has_holes() {
                Fill::EvenOdd
            } else {
                Fill::NonZero
            };
            self.fill(&path, ink, rule);
        }
        if let Some(line) = paint.line {
            self.stroke(&path, line.ink, stroke(&line));
        }
    }

    fn words(&mut self, words: SheetWords<'_>, letters: &Typeface) {
        for line in words.placed(letters) {
            let outline = letters.outline(line.text, words.size, Face::Words(words.weight));
            let shape = SheetShape::Letters {
                outline: &outline,
                at: line.start,
            };
            let path = path(&shape.steps());
            if let Some(halo) = words.halo {
                let around = Stroke::new(f64::from(2.0 * halo.width)).with_join(Join::Round);
                self.stroke(&path, halo.tone.into(), around);
            }
            self.fill(&path, words.ink, Fill::NonZero);
        }
    }

    fn image(&mut self, area: Area, _: ImageFormat, bytes: &[u8]) {
        let Some(picture) = decoded(bytes) else {
            return;
        };
        let size = (u32::from(picture.width()), u32::from(picture.height()));
        let [left, top, right, bottom] = fitted(size, area).map(f64::from);
        let (wide, high) = (f64::from(size.0), f64::from(size.1));
        let scale = Affine::scale_non_uniform((right - left) / wide, (bottom - top) / high);
        self.drawn
            .set_transform(self.place() * Affine::translate((left, top)) * scale);
        self.drawn.set_paint(Image {
            image: ImageSource::Pixmap(Arc::new(picture)),
            sampler: ImageSampler {
                quality: ImageQuality::High,
                ..ImageSampler::default()
            },
        });
        self.drawn.fill_rect(&Rect::new(0.0, 0.0, wide, high));
    }

    fn begin(&mut self, part: &SheetPart<'_>) {
        match part {
            SheetPart::Moved(by) => {
                let by = Affine::translate((f64::from(by.x), f64::from(by.y)));
                self.places.push(self.place() * by);
            }
            SheetPart::Within(area) => {
                // Within what it is in already.
                let [left, top, right, bottom] = area.map(f64::from);
                self.drawn.set_transform(self.place());
                self.drawn
                    .push_clip_path(&Rect::new(left, top, right, bottom).to_path(0.1));
            }
            SheetPart::Ground if self.is_transparent => self.left_out += 1,
            SheetPart::Ground | SheetPart::Group(_) | SheetPart::Heading | SheetPart::Footer => {}
        }
    }

    fn end(&mut self, part: &SheetPart<'_>) {
        match part {
            SheetPart::Moved(_) => drop(self.places.pop()),
            SheetPart::Within(_) => self.drawn.pop_clip_path(),
            SheetPart::Ground if self.is_transparent => self.left_out -= 1,
            SheetPart::Ground | SheetPart::Group(_) | SheetPart::Heading | SheetPart::Footer => {}
        }
    }
}

fn path(steps: &[OutlineStep]) -> BezPath {
    let mut path = BezPath::new();
    let at = |point: Xy| (f64::from(point.x), f64::from(point.y));
    for step in steps {
        match *step {
            OutlineStep::Move(to) => path.move_to(at(to)),
            OutlineStep::Line(to) => path.line_to(at(to)),
            OutlineStep::Quad(bend, to) => path.quad_to(at(bend), at(to)),
            OutlineStep::Curve(out_of, into, to) => path.curve_to(at(out_of), at(into), at(to)),
            OutlineStep::Close => path.close_path(),
        }
    }
    path
}

fn inked(ink: Ink) -> Color {
    let Rgb(red, green, blue) = ink.tone;
    let strength = (ink.strength.clamp(0.0, 1.0) * 255.0).round() as u8;
    Color::from_rgba8(red, green, blue, strength)
}

fn stroke(line: &SheetLine<'_>) -> Stroke {
    let cap = if line.is_round { Cap::Round } else { Cap::Butt };
    let stroke = Stroke::new(f64::from(line.width))
        .with_caps(cap)
        .with_join(Join::Miter)
        .with_miter_limit(f64::from(MITRE));
    // A pattern without length has no end.
    if line.pattern.iter().sum::<f32>() > 0.0 {
        let pattern = line.pattern.iter().map(|length| f64::from(*length));
        stroke.with_dashes(f64::from(line.offset), pattern.collect::<Vec<f64>>())
    } else {
        stroke
    }
}

/// With its colours as strong as they show, as the sheet has them.
fn decoded(bytes: &[u8]) -> Option<Pixmap> {
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
    let picture = reader.decode().ok()?.into_rgba8();
    let side = |pixels: u32| u16::try_from(pixels).ok();
    let (wide, high) = (side(picture.width())?, side(picture.height())?);
    let pixels = picture.pixels().map(|pixel| {
        let [r, g, b, a] = pixel.0;
        let shown = |channel: u8| ((u16::from(channel) * u16::from(a) + 127) / 255) as u8;
        PremulRgba8 {
            r: shown(r),
            g: shown(g),
            b: shown(b),
            a,
        }
    });
    Some(Pixmap::from_parts(pixels.collect(), wide, high))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The file of a sheet with the same discs on it, however large it is.
    fn written(size: (u32, u32)) -> Vec<u8> {
        let mut sheet = PixelSheet::new(size, (size.0 as f32, size.1 as f32), false).unwrap();
        for at in 0..400u16 {
            let (across, down) = (f32::from(at % 20), f32::from(at / 20));
            let shape = SheetShape::Disc {
                centre: Xy::new(across * 100.0 + 50.0, down * 100.0 + 50.0),
                radius: 20.0 + across + down / 2.0,
            };
            let fill = Some(Ink::from(Rgb(200, 10 * (at % 20) as u8, 10 * (at / 20) as u8)));
            sheet.shape(shape, SheetPaint { fill, line: None });
        }
        sheet.into_file().unwrap()
    }

    #[test]
    fn a_picture_of_up_to_four_million_pixels_is_a_small_file_and_a_larger_one_is_written_fast() {
        let (small, fast) = (written((2000, 2000)).len(), written((2000, 2001)).len());
        // One row more, which is empty.
        assert!(fast > small + small / 4, "{fast} bytes, and {small}");
    }
}
