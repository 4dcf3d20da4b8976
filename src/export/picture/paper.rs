//! The sheet of paper, as a PDF file that everybody can read (PDF/UA-1): text is text, the question is a heading, and
//! the rest is one figure with words for who cannot see it.

use std::collections::BTreeMap;
use std::num::NonZeroU16;

use image::ImageFormat;
use krilla::SerializeSettings;
use krilla::color::rgb;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::document::Document;
use krilla::geom::{Path, PathBuilder, Point, Rect, Size, Transform};
use krilla::image::Image;
use krilla::metadata::Metadata;
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule, LineCap, LineJoin, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, BBox, ContentTag, Identifier, Node, SpanTag, Tag, TagGroup, TagTree,
};
use krilla::text::{Font, GlyphId, KrillaGlyph, Tag as Axis};

use super::NoPicture;
use super::sheet::{
    MITRE, Medium, PlacedLine, SheetLine, SheetPaint, SheetPart, SheetShape, SheetWords, fitted,
};
use crate::i18n::line;
use crate::model::Rgb;
use crate::scene::geometry::Xy;
use crate::scene::labels::Area;
use crate::scene::marks::{Face, Ink};
use crate::scene::typeface::{FACES, OutlineStep, SetGlyph, SetRun, Typeface};

/// What a file says of itself.
pub struct AboutPaper<'a> {
    pub language: &'a str,
    pub title: &'a str,
    /// What is on it, for who cannot see it.
    pub summary: &'a str,
}

/// How large a sheet is in points of paper (72 to the inch), and what there is on it to draw in.
pub struct PaperShape {
    pub size: (f32, f32),
    pub room: (f32, f32),
}

/// A file of one page on which something is drawn.
///
/// # Errors
/// [`NoPicture`] when the file would not be what it says it is.
pub fn on_paper(
    about: &AboutPaper<'_>,
    shape: &PaperShape,
    draw: impl for<'s> FnOnce(PaperSheet<'s>) -> PaperSheet<'s>,
) -> Result<Vec<u8>, NoPicture> {
    let everybody = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1);
    let mut document = Document::new_with(SerializeSettings {
        configuration: everybody.finish().map_err(no_picture)?,
        ..SerializeSettings::default()
    });
    let (wide, high) = shape.size;
    let mut page = document.start_page_with(PageSettings::from_wh(wide, high).ok_or(NoPicture)?);
    let mut surface = page.surface();
    surface.push_transform(&Transform::from_scale(wide / shape.room.0, high / shape.room.1));
    let PaperTexts {
        headings,
        figure,
        footer,
    } = draw(PaperSheet::new(surface, high)).finished();
    page.finish();
    let (title, summary) = (line(about.title), line(about.summary));
    document.set_metadata(metadata(about));
    document.set_outline(outline(&title));
    let area = Rect::from_xywh(0.0, 0.0, wide, high).map(|area| BBox::new(0, area));
    let figure = TagGroup::with_children(
        Tag::Figure(Some(summary)).with_bbox(area),
        figure.into_iter().map(Node::from).collect(),
    );
    let mut tree = TagTree::new();
    if !headings.is_empty() {
        let heading = Tag::Hn(NonZeroU16::MIN, Some(title));
        let lines = headings.into_iter().map(Node::from).collect();
        tree.push(TagGroup::with_children(heading, lines));
    }
    tree.push(figure);
    if !footer.is_empty() {
        let lines = footer.into_iter().map(Node::from).collect();
        tree.push(TagGroup::with_children(Tag::P, lines));
    }
    document.set_tag_tree(tree);
    document.finish().map_err(no_picture)
}

fn no_picture(error: impl std::fmt::Debug) -> NoPicture {
    log::error!("PDF: {error:?}");
    NoPicture
}

fn metadata(about: &AboutPaper<'_>) -> Metadata {
    Metadata::new()
        .title(line(about.title))
        .description(line(about.summary))
        .language(about.language.to_owned())
        .creator(env!("CARGO_PKG_NAME").to_owned())
}

/// The standard asks for one, of one page too.
fn outline(title: &str) -> Outline {
    let mut outline = Outline::new();
    let top = XyzDestination::new(0, Point::from_xy(0.0, 0.0));
    outline.push_child(OutlineNode::new(title.to_owned(), top));
    outline
}

/// What is being drawn, for who cannot see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum PaperRole {
    Ground,
    Heading,
    Figure,
    Footer,
}

/// What was drawn that says something, by what it is for who cannot see it.
#[derive(Default)]
struct PaperTexts {
    headings: Vec<Identifier>,
    figure: Vec<Identifier>,
    footer: Vec<Identifier>,
}

/// The letters of a file by their face and weight: loaded once for all its pages.
#[derive(Default)]
pub struct SheetFonts(BTreeMap<(usize, u16), Option<Font>>);

pub struct PaperSheet<'a> {
    surface: Surface<'a>,
    /// Of the page, in its points.
    high: f32,
    fonts: SheetFonts,
    /// Of the parts that have been begun, the innermost last.
    roles: Vec<PaperRole>,
    /// Of what was drawn last and may go on.
    current: Option<PaperRole>,
    texts: PaperTexts,
}

impl<'a> PaperSheet<'a> {
    fn new(surface: Surface<'a>, high: f32) -> Self {
        Self {
            surface,
            high,
            fonts: SheetFonts::default(),
            roles: Vec::new(),
            current: None,
            texts: PaperTexts::default(),
        }
    }

    /// One page of a file with many, in its own points.
    pub fn whole(mut surface: Surface<'a>, high: f32, fonts: SheetFonts) -> Self {
        surface.push_transform(&Transform::identity());
        Self {
            fonts,
            ..Self::new(surface, high)
        }
    }

    /// Ends the page; its letters are for the next one.
    pub fn into_fonts(mut self) -> SheetFonts {
        let fonts = std::mem::take(&mut self.fonts);
        let _ = self.finished();
        fonts
    }

    /// What is drawn there is content, which a part of the file has to take.
    pub fn marked(&mut self, draw: impl FnOnce(&mut Self)) -> Vec<Identifier> {
        self.draws(None);
        let before = std::mem::take(&mut self.texts.figure);
        draw(self);
        self.draws(None);
        std::mem::replace(&mut self.texts.figure, before)
    }

    /// What is drawn there says nothing itself.
    pub fn unmarked(&mut self, draw: impl FnOnce(&mut Self)) {
        self.draws(None);
        self.roles.push(PaperRole::Ground);
        draw(self);
        self.draws(None);
        self.roles.pop();
    }

    fn finished(mut self) -> PaperTexts {
        self.draws(None);
        self.surface.pop();
        self.surface.finish();
        self.texts
    }

    fn role(&self) -> PaperRole {
        self.roles.last().copied().unwrap_or(PaperRole::Figure)
    }

    /// What follows is drawn in this role; `None` for nothing more.
    fn draws(&mut self, role: Option<PaperRole>) {
        if role != self.current {
            self.ends();
            if let Some(role) = role {
                self.begins(role, ContentTag::Other);
            }
            self.current = role;
        }
    }

    fn ends(&mut self) {
        if self.current.take().is_some() {
            self.surface.end_tagged();
        }
    }

    fn begins(&mut self, role: PaperRole, tag: ContentTag<'_>) {
        match role {
            PaperRole::Ground => {
                let nothing = ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout));
                self.surface.start_tagged(nothing);
            }
            PaperRole::Heading => self.texts.headings.push(self.surface.start_tagged(tag)),
            PaperRole::Figure => self.texts.figure.push(self.surface.start_tagged(tag)),
            PaperRole::Footer => self.texts.footer.push(self.surface.start_tagged(tag)),
        }
    }

    fn paint(&mut self, path: &Path, fill: Option<Fill>, stroke: Option<Stroke>) {
        self.surface.set_fill(fill);
        self.surface.set_stroke(stroke);
        self.surface.draw_path(path);
    }

    fn font(&mut self, face: usize, weight: u16) -> Option<Font> {
        let load = || {
            let coordinates = [(Axis::new(b"wght"), f32::from(weight))];
            Font::new_variable(FACES[face].bytes.into(), 0, &coordinates)
        };
        self.fonts.0.entry((face, weight)).or_insert_with(load).clone()
    }

    /// The font of every run; `None` when one cannot be read.
    fn fonts(&mut self, runs: &[SetRun], weight: u16) -> Option<Vec<Font>> {
        runs.iter().map(|run| self.font(run.face, weight)).collect()
    }

    /// Letters as text.
    fn write(&mut self, line: &PlacedLine<'_>, runs: &[SetRun], words: &SheetWords<'_>, fonts: Vec<Font>) {
        self.surface.set_fill(Some(filled(words.ink, FillRule::NonZero)));
        self.surface.set_stroke(None);
        for (run, font) in runs.iter().zip(fonts) {
            let glyphs: Vec<KrillaGlyph> = run.glyphs.iter().map(glyph).collect();
            let start = line.start + run.at * words.size;
            let start = Point::from_xy(start.x, start.y);
            let size = words.size * run.scale;
            self.surface
                .draw_glyphs(start, &glyphs, font, line.text, size, false);
        }
    }
}

impl Medium for PaperSheet<'_> {
    fn shape(&mut self, shape: SheetShape<'_>, paint: SheetPaint<'_>) {
        let Some(path) = path(&shape.steps()) else {
            return;
        };
        self.draws(Some(self.role()));
        let rule = if shape.has_holes() {
            FillRule::EvenOdd
        } else {
            FillRule::NonZero
        };
        let fill = paint.fill.map(|ink| filled(ink, rule));
        self.paint(&path, fill, paint.line.map(|line| stroked(&line)));
    }

    fn words(&mut self, words: SheetWords<'_>, letters: &Typeface) {
        let last = words.lines.len().saturating_sub(1);
        for (nth, line) in words.placed(letters).enumerate() {
            self.draws(Some(self.role()));
            let outline = letters.outline(line.text, words.size, Face::Words(words.weight));
            let shape = SheetShape::Letters {
                outline: &outline,
                at: line.start,
            };
            let path = path(&shape.steps());
            if let (Some(halo), Some(path)) = (words.halo, &path) {
                self.paint(path, None, Some(around(halo.tone, halo.width)));
            }
            // Who copies or searches a name in lines gets its words, not one word.
            let spaced = format!("{} ", line.text);
            let text = if nth < last { &spaced } else { line.text };
            let runs = letters.run(text, words.weight);
            let is_text = runs.iter().all(|run| run.is_as_written) && !text.contains(is_no_letter);
            let line = PlacedLine { text, ..line };
            match self.fonts(&runs, words.weight) {
                Some(fonts) if is_text => self.write(&line, &runs, &words, fonts),
                _ => self.trace(path.as_ref(), &line, &words, letters),
            }
        }
    }

    fn image(&mut self, area: Area, format: ImageFormat, bytes: &[u8]) {
        let content = bytes.to_vec().into();
        let image = match format {
            ImageFormat::Png => Image::from_png(content, true),
            ImageFormat::Jpeg => Image::from_jpeg(content, true),
            _ => return,
        };
        let image = match image {
            Ok(image) => image,
            Err(error) => {
                log::warn!("picture under the board: {error}");
                return;
            }
        };
        let [left, top, right, bottom] = fitted(image.size(), area);
        let Some(size) = Size::from_wh(right - left, bottom - top) else {
            return;
        };
        self.draws(Some(self.role()));
        self.surface.push_transform(&Transform::from_translate(left, top));
        self.surface.draw_image(image, size);
        self.surface.pop();
    }

    fn begin(&mut self, part: &SheetPart<'_>) {
        match part {
            SheetPart::Moved(by) => {
                self.surface
                    .push_transform(&Transform::from_translate(by.x, by.y));
            }
            SheetPart::Within(area) => {
                let shape = SheetShape::Card {
                    area: *area,
                    corner: 0.0,
                };
                // Without extent it is no path; then nothing is moved instead, so that there is one to end.
                match path(&shape.steps()) {
                    Some(path) => self.surface.push_clip_path(&path, &FillRule::NonZero),
                    None => self.surface.push_transform(&Transform::identity()),
                }
            }
            SheetPart::Ground => self.roles.push(PaperRole::Ground),
            SheetPart::Heading => self.roles.push(PaperRole::Heading),
            SheetPart::Footer => self.roles.push(PaperRole::Footer),
            SheetPart::Group(_) => {}
        }
    }

    fn end(&mut self, part: &SheetPart<'_>) {
        match part {
            SheetPart::Moved(_) | SheetPart::Within(_) => self.surface.pop(),
            SheetPart::Ground | SheetPart::Heading | SheetPart::Footer => drop(self.roles.pop()),
            SheetPart::Group(_) => {}
        }
    }
}

impl PaperSheet<'_> {
    /// Letters as shapes, some of which are not in the font, with the text that they are. Readers find a text only where
    /// there are letters.
    fn trace(
        &mut self,
        path: Option<&Path>,
        line: &PlacedLine<'_>,
        words: &SheetWords<'_>,
        letters: &Typeface,
    ) {
        let role = self.role();
        self.draws(None);
        let text = line.text.replace(is_no_letter, "");
        let span = SpanTag::empty().with_actual_text(Some(&text));
        self.begins(role, ContentTag::Span(span));
        if let Some(path) = path {
            self.paint(path, Some(filled(words.ink, FillRule::NonZero)), None);
        }
        self.hold(line, words, letters);
        self.surface.end_tagged();
    }

    /// Spaces where a line begins and ends, for what its letters are instead. Some readers look for their place only once
    /// the letters are over, without what moves or turns these: they are put in points of the page, from below.
    fn hold(&mut self, line: &PlacedLine<'_>, words: &SheetWords<'_>, letters: &Typeface) {
        let mut spaces = letters.run("  ", words.weight);
        let place = self.surface.ctm();
        let (Some(fonts), Some(back)) = (self.fonts(&spaces, words.weight), place.invert()) else {
            return;
        };
        let Some([first, last]) = spaces.first_mut().map(|run| run.glyphs.as_mut_slice()) else {
            return;
        };
        let whole = letters.width(line.text, words.size, words.weight) / words.size;
        first.advance = (whole - last.advance).max(0.0);
        let from_below = Transform::from_row(1.0, 0.0, 0.0, -1.0, 0.0, self.high);
        self.surface.push_transform(&back);
        self.surface.push_transform(&from_below);
        let start = Xy::new(
            place.sx() * line.start.x + place.tx(),
            self.high - (place.sy() * line.start.y + place.ty()),
        );
        let held = PlacedLine { text: "  ", start };
        let size = words.size * place.sx();
        self.write(&held, &spaces, &SheetWords { size, ..*words }, fonts);
        self.surface.pop();
        self.surface.pop();
    }
}

/// What no text of a file may hold.
fn is_no_letter(letter: char) -> bool {
    letter.is_control() || matches!(letter, '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

fn glyph(one: &SetGlyph) -> KrillaGlyph {
    KrillaGlyph::new(
        GlyphId::new(one.glyph),
        one.advance,
        one.offset.x,
        one.offset.y,
        0.0,
        one.letters.clone(),
        None,
    )
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

fn filled(ink: Ink, rule: FillRule) -> Fill {
    Fill {
        paint: tone(ink.tone).into(),
        opacity: strength(ink),
        rule,
    }
}

fn stroked(line: &SheetLine<'_>) -> Stroke {
    let dash = (!line.pattern.is_empty()).then(|| StrokeDash {
        array: line.pattern.to_vec(),
        offset: line.offset,
    });
    Stroke {
        paint: tone(line.ink.tone).into(),
        opacity: strength(line.ink),
        width: line.width,
        miter_limit: MITRE,
        line_cap: if line.is_round {
            LineCap::Round
        } else {
            LineCap::Butt
        },
        line_join: LineJoin::Miter,
        dash,
    }
}

/// The line around letters, so wide to each side.
fn around(halo: Rgb, width: f32) -> Stroke {
    Stroke {
        paint: tone(halo).into(),
        width: 2.0 * width,
        line_join: LineJoin::Round,
        ..Stroke::default()
    }
}

fn tone(Rgb(red, green, blue): Rgb) -> rgb::Color {
    rgb::Color::new(red, green, blue)
}

fn strength(ink: Ink) -> NormalizedF32 {
    NormalizedF32::new(ink.strength.clamp(0.0, 1.0)).unwrap_or(NormalizedF32::ONE)
}
