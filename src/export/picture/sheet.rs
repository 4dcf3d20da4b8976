//! What a picture is made on: one pen turns the marks into shapes and lines of letters, and a sheet of each kind
//! (the text of an SVG file, pixels, paper) puts these down. So the kinds cannot differ in what they show.

use image::ImageFormat;

use crate::analysis::Control;
use crate::numeric;
use crate::scene::geometry::Xy;
use crate::scene::labels::Area;
use crate::scene::marks::detail::dot_radius;
use crate::scene::marks::{Anchor, Card, Face, Halo, Ink, Pen, Rim, StampKey, Text, normals};
use crate::scene::typeface::{Outline, OutlineStep, Typeface, icon_start};

/// Steps in which the edge of a shadow fades.
const FADES: usize = 6;
/// Corners sharper than this are cut off, as on the screen.
pub const MITRE: f32 = 2.6;

/// A shape in points of the picture.
#[derive(Debug, Clone, Copy)]
pub enum SheetShape<'a> {
    Course {
        points: &'a [Xy],
        is_closed: bool,
    },
    /// The inside of closed lines; what an even number of them surrounds is outside.
    Region(&'a [Vec<Xy>]),
    Disc {
        centre: Xy,
        radius: f32,
    },
    /// A rectangle with round corners perhaps.
    Card {
        area: Area,
        corner: f32,
    },
    /// Letters as shapes; their (0, 0) is there.
    Letters {
        outline: &'a Outline,
        at: Xy,
    },
}

/// How far the arms of a curve reach that is a quarter of a circle, in radii.
const ROUND: f32 = 0.552_284_8;

impl SheetShape<'_> {
    /// The lines around it.
    pub fn steps(&self) -> Vec<OutlineStep> {
        let mut steps = Vec::new();
        match *self {
            Self::Course { points, is_closed } => push_course(&mut steps, points, is_closed),
            Self::Region(rings) => {
                for ring in rings {
                    push_course(&mut steps, ring, true);
                }
            }
            Self::Disc { centre, radius } => {
                let [left, top] = [centre.x - radius, centre.y - radius];
                push_card(
                    &mut steps,
                    [left, top, left + 2.0 * radius, top + 2.0 * radius],
                    radius,
                );
            }
            Self::Card { area, corner } => push_card(&mut steps, area, corner),
            Self::Letters { outline, at } => steps.extend(outline.steps.iter().map(|step| step.moved(at))),
        }
        steps
    }

    /// What an even number of its lines surrounds is outside.
    pub fn has_holes(&self) -> bool {
        matches!(self, Self::Region(_))
    }
}

fn push_course(steps: &mut Vec<OutlineStep>, points: &[Xy], is_closed: bool) {
    let Some((&first, others)) = points.split_first() else {
        return;
    };
    steps.push(OutlineStep::Move(first));
    steps.extend(others.iter().map(|&point| OutlineStep::Line(point)));
    if is_closed {
        steps.push(OutlineStep::Close);
    }
}

/// Clockwise from the left of the upper edge, with a quarter of a circle at every corner.
fn push_card(steps: &mut Vec<OutlineStep>, [left, top, right, bottom]: Area, corner: f32) {
    let round = corner.min((right - left) / 2.0).min((bottom - top) / 2.0);
    let corners = [
        (Xy::new(right, top), Xy::new(1.0, 0.0), Xy::new(0.0, 1.0)),
        (Xy::new(right, bottom), Xy::new(0.0, 1.0), Xy::new(-1.0, 0.0)),
        (Xy::new(left, bottom), Xy::new(-1.0, 0.0), Xy::new(0.0, -1.0)),
        (Xy::new(left, top), Xy::new(0.0, -1.0), Xy::new(1.0, 0.0)),
    ];
    steps.push(OutlineStep::Move(Xy::new(left + round, top)));
    for (at, along, onward) in corners {
        let (from, to) = (at - along * round, at + onward * round);
        steps.push(OutlineStep::Line(from));
        if round > 0.0 {
            let (out_of, into) = (from + along * (ROUND * round), to - onward * (ROUND * round));
            steps.push(OutlineStep::Curve(out_of, into, to));
        }
    }
    steps.push(OutlineStep::Close);
}

/// What a shape is filled with, and the line around or along it.
#[derive(Debug, Clone, Copy, Default)]
pub struct SheetPaint<'a> {
    pub fill: Option<Ink>,
    pub line: Option<SheetLine<'a>>,
}

#[derive(Debug, Clone, Copy)]
pub struct SheetLine<'a> {
    pub ink: Ink,
    pub width: f32,
    /// Drawn and skipped lengths in turn; empty for a whole line.
    pub pattern: &'a [f32],
    /// How far into the pattern the line begins.
    pub offset: f32,
    /// Whether the ends, of dashes too, are round.
    pub is_round: bool,
}

/// Lines of letters that are text for who reads the file.
#[derive(Debug, Clone, Copy)]
pub struct SheetWords<'a> {
    /// Each with the left or the middle of where its letters stand.
    pub lines: &'a [(Xy, &'a str)],
    pub is_centred: bool,
    pub size: f32,
    pub weight: u16,
    pub ink: Ink,
    pub halo: Option<Halo>,
}

/// A line of letters from where it begins.
pub struct PlacedLine<'a> {
    pub text: &'a str,
    /// The left of the line that its letters stand on.
    pub start: Xy,
}

impl<'a> SheetWords<'a> {
    /// The lines, for a sheet that does not centre them itself.
    pub fn placed(&self, letters: &Typeface) -> impl Iterator<Item = PlacedLine<'a>> {
        let (is_centred, size, weight) = (self.is_centred, self.size, self.weight);
        self.lines.iter().map(move |&(at, text)| {
            let back = if is_centred {
                letters.width(text, size, weight) / 2.0
            } else {
                0.0
            };
            let start = at - Xy::new(back, 0.0);
            PlacedLine { text, start }
        })
    }
}

/// The part of an area that a picture of so many pixels fills in its own proportions, in the middle.
pub fn fitted(pixels: (u32, u32), [left, top, right, bottom]: Area) -> Area {
    let (wide, high) = (pixels.0.max(1) as f32, pixels.1.max(1) as f32);
    let share = ((right - left) / wide).min((bottom - top) / high) / 2.0;
    let (x, y) = ((left + right) / 2.0, (top + bottom) / 2.0);
    [
        x - wide * share,
        y - high * share,
        x + wide * share,
        y + high * share,
    ]
}

/// What belongs together on a picture, for who cannot see it and for who edits it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Group<'a> {
    /// Unlike that of any other group.
    pub id: String,
    /// The id in the file of what it shows.
    pub key: &'a str,
    pub title: &'a str,
    pub description: &'a str,
}

impl Group<'_> {
    pub fn named(id: &str) -> Self {
        Self {
            id: id.to_owned(),
            ..Self::default()
        }
    }
}

/// A part of a picture that something holds for.
#[derive(Debug, Clone)]
pub enum SheetPart<'a> {
    /// Moved by so much.
    Moved(Xy),
    /// Of it only this area shows.
    Within(Area),
    Group(Group<'a>),
    /// The heading of the picture.
    Heading,
    /// What is said below all the rest: text of its own.
    Footer,
    /// What everything else lies on, and what says nothing itself.
    Ground,
}

/// What shapes and letters are put down on, each over the ones before.
pub trait Medium {
    fn shape(&mut self, shape: SheetShape<'_>, paint: SheetPaint<'_>);

    fn words(&mut self, words: SheetWords<'_>, letters: &Typeface);

    /// A picture as large as fits in an area, in its own proportions.
    fn image(&mut self, area: Area, format: ImageFormat, bytes: &[u8]);

    fn begin(&mut self, part: &SheetPart<'_>);

    /// Ends the part that was begun last.
    fn end(&mut self, part: &SheetPart<'_>);
}

/// The pen of every picture.
pub struct SheetPen<'a, S> {
    pub sheet: S,
    letters: &'a Typeface,
    control: Option<&'a Control>,
}

impl<'a, S: Medium> SheetPen<'a, S> {
    pub fn new(sheet: S, letters: &'a Typeface) -> Self {
        let control = None;
        Self {
            sheet,
            letters,
            control,
        }
    }

    /// Draws no further part once somebody stops it: the picture is then thrown away.
    pub fn stoppable(self, control: &'a Control) -> Self {
        let control = Some(control);
        Self { control, ..self }
    }

    /// All that is drawn there is this part of the picture.
    pub fn part(&mut self, part: SheetPart<'_>, draw: impl FnOnce(&mut Self)) {
        if self.control.is_some_and(Control::is_cancelled) {
            return;
        }
        self.sheet.begin(&part);
        draw(self);
        self.sheet.end(&part);
    }

    fn course(&mut self, points: &[Xy], is_closed: bool, paint: SheetPaint<'_>) {
        if points.len() > 1 {
            self.sheet.shape(SheetShape::Course { points, is_closed }, paint);
        }
    }

    /// Lines of words, each on a line of its own.
    fn words(&mut self, text: &Text<'_>, weight: u16, ink: Ink) {
        let step = self.letters.line(text.size);
        let (is_centred, above) = match text.anchor {
            Anchor::TopLeft => (false, 0.0),
            Anchor::Middle => (true, step * text.text.lines().count() as f32 / 2.0),
            Anchor::Top | Anchor::Seen => (true, 0.0),
        };
        let first = text.at.y - above + self.letters.ascent(text.size);
        let place = |(at, line)| (Xy::new(text.at.x, first + step * at as f32), line);
        let lines: Vec<(Xy, &str)> = text.text.lines().enumerate().map(place).collect();
        self.lettering(text, &lines, is_centred, weight, ink);
    }

    fn lettering(&mut self, text: &Text<'_>, lines: &[(Xy, &str)], is_centred: bool, weight: u16, ink: Ink) {
        let words = SheetWords {
            lines,
            is_centred,
            size: text.size,
            weight,
            ink,
            halo: text.halo,
        };
        self.sheet.words(words, self.letters);
    }
}

fn filled<'a>(ink: impl Into<Ink>) -> SheetPaint<'a> {
    SheetPaint {
        fill: Some(ink.into()),
        line: None,
    }
}

fn stroked<'a>(ink: impl Into<Ink>, width: f32) -> SheetPaint<'a> {
    SheetPaint {
        fill: None,
        line: Some(plain(ink, width)),
    }
}

fn plain<'a>(ink: impl Into<Ink>, width: f32) -> SheetLine<'a> {
    SheetLine {
        ink: ink.into(),
        width,
        pattern: &[],
        offset: 0.0,
        is_round: false,
    }
}

impl<S: Medium> Pen for SheetPen<'_, S> {
    fn stroke(&mut self, points: &[Xy], width: f32, ink: impl Into<Ink>) {
        self.course(points, false, stroked(ink, width));
    }

    fn outline(&mut self, points: &[Xy], width: f32, ink: impl Into<Ink>) {
        self.course(points, true, stroked(ink, width));
    }

    fn fill(&mut self, points: &[Xy], ink: impl Into<Ink>) {
        self.course(points, true, filled(ink));
    }

    /// Shapes over each other, each a little smaller: an SVG filter would become pixels on paper.
    fn shadow(&mut self, points: &[Xy], softness: f32, ink: impl Into<Ink>) {
        let ink = ink.into();
        let left = numeric::raised(f64::from(1.0 - ink.strength), 1.0 / FADES as f64);
        let strength = 1.0 - left as f32;
        let paint = filled(Ink { strength, ..ink });
        for step in 0..FADES {
            let out = softness * (0.5 - (step as f32 + 0.5) / FADES as f32);
            let moved: Vec<Xy> = normals(points, true)
                .map(|(point, normal)| point - normal * out)
                .collect();
            self.course(&moved, true, paint);
        }
    }

    fn disc(&mut self, centre: Xy, radius: f32, ink: impl Into<Ink>) {
        self.sheet.shape(SheetShape::Disc { centre, radius }, filled(ink));
    }

    fn dashes(&mut self, points: &[Xy], pattern: &[f32], width: f32, ink: impl Into<Ink>) {
        let line = SheetLine {
            pattern,
            ..plain(ink, width)
        };
        let line = Some(line);
        self.course(points, false, SheetPaint { fill: None, line });
    }

    /// Dashes of next to no length with round ends.
    fn dots(&mut self, points: &[Xy], size: f32, step: f32, ink: impl Into<Ink>) {
        let line = SheetLine {
            pattern: &[0.01, step - 0.01],
            offset: step / 2.0,
            is_round: true,
            ..plain(ink, 2.0 * dot_radius(size))
        };
        let line = Some(line);
        self.course(points, false, SheetPaint { fill: None, line });
    }

    fn region(&mut self, rings: &[Vec<Xy>], _: impl Iterator<Item = Vec<Xy>>, ink: impl Into<Ink>) {
        self.sheet.shape(SheetShape::Region(rings), filled(ink));
    }

    /// With its edges on whole points, as on the screen: of a rim outside the inner edge, of another the outer.
    fn card(&mut self, card: Card) {
        let (width, rim) = card
            .rim
            .map_or((0.0, Rim::Inside), |(width, _, rim)| (width, rim));
        let [beyond, out] = match rim {
            Rim::Outside => [0.0, width],
            Rim::Middle => [width / 2.0, 0.0],
            Rim::Inside => [0.0, 0.0],
        };
        // In the middle of the rim.
        let out = out - width / 2.0;
        let corner = if card.corner > 0.0 {
            card.corner + beyond + out
        } else {
            0.0
        };
        let [left, top, right, bottom] = card.area;
        let [left, top] = [left, top].map(|edge| (edge - beyond + 0.5).floor() - out);
        let [right, bottom] = [right, bottom].map(|edge| (edge + beyond + 0.5).floor() + out);
        let shape = SheetShape::Card {
            area: [left, top, right.max(left), bottom.max(top)],
            corner: corner.max(0.0),
        };
        let paint = SheetPaint {
            fill: Some(card.fill),
            line: card.rim.map(|(width, ink, _)| plain(ink, width)),
        };
        self.sheet.shape(shape, paint);
    }

    fn stamp(&mut self, _: StampKey, at: Xy, draw: impl FnOnce(&mut Self)) {
        self.part(SheetPart::Moved(at), draw);
    }

    fn text(&mut self, text: Text<'_>, ink: impl Into<Ink>) {
        let about = |outline: &Outline| {
            let [left, top, right, bottom] = outline.area;
            text.at - Xy::new((left + right) / 2.0, (top + bottom) / 2.0)
        };
        match (text.face, text.anchor) {
            (Face::Words(weight), Anchor::Top | Anchor::Middle | Anchor::TopLeft) => {
                self.words(&text, weight, ink.into());
            }
            (Face::Words(weight), Anchor::Seen) => {
                let at = about(&self.letters.outline(text.text, text.size, text.face));
                self.lettering(&text, &[(at, text.text)], false, weight, ink.into());
            }
            // No reader has the font of the icons.
            (Face::Icons, _) => {
                let outline = &self.letters.outline(text.text, text.size, text.face);
                let at = icon_start(text.text, text.size, text.at);
                self.sheet.shape(SheetShape::Letters { outline, at }, filled(ink));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How much a closed course of steps surrounds, its curves cut in 16.
    fn surrounded(steps: &[OutlineStep]) -> f32 {
        let mut points = Vec::new();
        for step in steps {
            match *step {
                OutlineStep::Move(to) | OutlineStep::Line(to) => points.push(to),
                OutlineStep::Curve(a, b, to) => {
                    let from = *points.last().expect("begun");
                    points.extend((1..=16).map(|nth| {
                        let t = nth as f32 / 16.0;
                        let one = |p: Xy, q: Xy| p.lerp(q, t);
                        let (ab, bc, cd) = (one(from, a), one(a, b), one(b, to));
                        one(one(ab, bc), one(bc, cd))
                    }));
                }
                OutlineStep::Quad(..) => panic!("no such step in these"),
                OutlineStep::Close => {}
            }
        }
        let next = points.iter().cycle().skip(1);
        points
            .iter()
            .zip(next)
            .map(|(a, b)| a.x * b.y - b.x * a.y)
            .sum::<f32>()
            / 2.0
    }

    #[test]
    fn a_disc_and_a_card_with_round_corners_surround_what_they_should() {
        let centre = Xy::new(7.0, -3.0);
        let disc = SheetShape::Disc { centre, radius: 10.0 };
        assert!((surrounded(&disc.steps()) - 314.16).abs() < 1.5);
        let card = |corner| SheetShape::Card {
            area: [0.0, 0.0, 40.0, 20.0],
            corner,
        };
        assert_eq!(surrounded(&card(0.0).steps()), 800.0);
        // Without the four corners: 4 r^2 - pi r^2.
        let round = surrounded(&card(5.0).steps());
        assert!((round - 778.54).abs() < 0.5, "{round}");
        // A corner is never rounder than the card has room for.
        let pill = surrounded(&card(90.0).steps());
        assert!((pill - (400.0 + 314.16)).abs() < 1.5, "{pill}");
    }
}
