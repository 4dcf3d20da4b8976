//! The sheet of pixels, as a PNG file.

use std::io::Cursor;

use image::{ImageFormat, ImageReader};
use tiny_skia::{
    ColorU8, FillRule, FilterQuality, LineCap, LineJoin, Mask, Paint, Path, PathBuilder, Pixmap, PixmapPaint,
    Stroke, StrokeDash, Transform,
};

use super::NoPicture;
use super::sheet::{MITRE, Medium, SheetLine, SheetPaint, SheetPart, SheetShape, SheetWords, fitted};
use crate::model::Rgb;
use crate::scene::labels::Area;
use crate::scene::marks::{Face, Ink};
use crate::scene::typeface::{OutlineStep, Typeface};

/// A picture as pixels, row after row from the top.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PicturePixels {
    /// Width and height.
    pub size: (u32, u32),
    /// Red, green, blue and strength of each, 0 to 255; the colours as strong as they show (premultiplied).
    pub rgba: Vec<u8>,
}

pub struct PixelSheet {
    pixels: Pixmap,
    /// From points to pixels, the innermost last.
    places: Vec<Transform>,
    /// What of the pixels may change, the innermost last.
    masks: Vec<Mask>,
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
        let pixels = Pixmap::new(size.0, size.1).ok_or(NoPicture)?;
        let scale = Transform::from_scale(size.0 as f32 / room.0, size.1 as f32 / room.1);
        Ok(Self {
            pixels,
            places: vec![scale],
            masks: Vec::new(),
            is_transparent,
            left_out: 0,
        })
    }

    /// # Errors
    /// [`NoPicture`] when it does not fit in memory.
    pub fn into_file(self) -> Result<Vec<u8>, NoPicture> {
        self.pixels.encode_png().map_err(|error| {
            log::error!("PNG: {error}");
            NoPicture
        })
    }

    /// As they are, to be shown.
    pub fn into_pixels(self) -> PicturePixels {
        PicturePixels {
            size: (self.pixels.width(), self.pixels.height()),
            rgba: self.pixels.take(),
        }
    }

    fn place(&self) -> Transform {
        self.places.last().copied().unwrap_or_default()
    }

    fn fill(&mut self, path: &Path, ink: Ink, rule: FillRule) {
        let (place, mask) = (self.place(), self.masks.last());
        self.pixels.fill_path(path, &inked(ink), rule, place, mask);
    }

    fn stroke(&mut self, path: &Path, ink: Ink, stroke: &Stroke) {
        let (place, mask) = (self.place(), self.masks.last());
        self.pixels.stroke_path(path, &inked(ink), stroke, place, mask);
    }
}

impl Medium for PixelSheet {
    fn shape(&mut self, shape: SheetShape<'_>, paint: SheetPaint<'_>) {
        if self.left_out > 0 {
            return;
        }
        let Some(path) = path(&shape.steps()) else {
            return;
        };
        if let Some(ink) = paint.fill {
            let rule = if shape.has_holes() {
                FillRule::EvenOdd
            } else {
                FillRule::Winding
            };
            self.fill(&path, ink, rule);
        }
        if let Some(line) = paint.line {
            self.stroke(&path, line.ink, &stroke(&line));
        }
    }

    fn words(&mut self, words: SheetWords<'_>, letters: &Typeface) {
        let around = words.halo.map(|halo| Stroke {
            width: 2.0 * halo.width,
            line_join: LineJoin::Round,
            ..Stroke::default()
        });
        for line in words.placed(letters) {
            let outline = letters.outline(line.text, words.size, Face::Words(words.weight));
            let shape = SheetShape::Letters {
                outline: &outline,
                at: line.start,
            };
            let Some(path) = path(&shape.steps()) else {
                continue;
            };
            if let (Some(halo), Some(around)) = (words.halo, &around) {
                self.stroke(&path, halo.tone.into(), around);
            }
            self.fill(&path, words.ink, FillRule::Winding);
        }
    }

    fn image(&mut self, area: Area, _: ImageFormat, bytes: &[u8]) {
        let Some(picture) = decoded(bytes) else {
            return;
        };
        let [left, top, right, bottom] = fitted((picture.width(), picture.height()), area);
        let (wide, high) = (picture.width() as f32, picture.height() as f32);
        let place = self
            .place()
            .pre_translate(left, top)
            .pre_scale((right - left) / wide, (bottom - top) / high);
        let paint = PixmapPaint {
            quality: FilterQuality::Bicubic,
            ..PixmapPaint::default()
        };
        let mask = self.masks.last();
        self.pixels
            .draw_pixmap(0, 0, picture.as_ref(), &paint, place, mask);
    }

    fn begin(&mut self, part: &SheetPart<'_>) {
        match part {
            SheetPart::Moved(by) => self.places.push(self.place().pre_translate(by.x, by.y)),
            SheetPart::Within(area) => {
                let shape = SheetShape::Card {
                    area: *area,
                    corner: 0.0,
                };
                let Some(path) = path(&shape.steps()) else {
                    return;
                };
                // Within what it is in already.
                let mask = match self.masks.last() {
                    Some(outer) => {
                        let mut mask = outer.clone();
                        mask.intersect_path(&path, FillRule::Winding, true, self.place());
                        Some(mask)
                    }
                    None => {
                        let mut mask = Mask::new(self.pixels.width(), self.pixels.height());
                        if let Some(mask) = &mut mask {
                            mask.fill_path(&path, FillRule::Winding, true, self.place());
                        }
                        mask
                    }
                };
                self.masks.extend(mask);
            }
            SheetPart::Ground if self.is_transparent => self.left_out += 1,
            SheetPart::Ground | SheetPart::Group(_) | SheetPart::Heading | SheetPart::Footer => {}
        }
    }

    fn end(&mut self, part: &SheetPart<'_>) {
        match part {
            SheetPart::Moved(_) => drop(self.places.pop()),
            SheetPart::Within(_) => drop(self.masks.pop()),
            SheetPart::Ground if self.is_transparent => self.left_out -= 1,
            SheetPart::Ground | SheetPart::Group(_) | SheetPart::Heading | SheetPart::Footer => {}
        }
    }
}

fn path(steps: &[OutlineStep]) -> Option<Path> {
    let mut path = PathBuilder::new();
    for step in steps {
        match *step {
            OutlineStep::Move(to) => path.move_to(to.x, to.y),
            OutlineStep::Line(to) => path.line_to(to.x, to.y),
            OutlineStep::Quad(bend, to) => path.quad_to(bend.x, bend.y, to.x, to.y),
            OutlineStep::Curve(out_of, into, to) => {
                path.cubic_to(out_of.x, out_of.y, into.x, into.y, to.x, to.y);
            }
            OutlineStep::Close => path.close(),
        }
    }
    path.finish()
}

fn inked(ink: Ink) -> Paint<'static> {
    let Rgb(red, green, blue) = ink.tone;
    let strength = (ink.strength.clamp(0.0, 1.0) * 255.0).round() as u8;
    let mut paint = Paint::default();
    paint.set_color_rgba8(red, green, blue, strength);
    paint
}

fn stroke(line: &SheetLine<'_>) -> Stroke {
    Stroke {
        width: line.width,
        miter_limit: MITRE,
        line_cap: if line.is_round {
            LineCap::Round
        } else {
            LineCap::Butt
        },
        dash: StrokeDash::new(line.pattern.to_vec(), line.offset),
        ..Stroke::default()
    }
}

/// With its colours as strong as they show, as the sheet has them.
fn decoded(bytes: &[u8]) -> Option<Pixmap> {
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
    let picture = reader.decode().ok()?.into_rgba8();
    let mut pixels = Pixmap::new(picture.width(), picture.height())?;
    for (to, from) in pixels.pixels_mut().iter_mut().zip(picture.pixels()) {
        let [red, green, blue, strength] = from.0;
        *to = ColorU8::from_rgba(red, green, blue, strength).premultiply();
    }
    Some(pixels)
}
