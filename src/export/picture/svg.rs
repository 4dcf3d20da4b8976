//! The pen that writes SVG: real text, shapes without filters, a group with a title for what is somebody or something.

use std::fmt::Write;

use base64::Engine;

use super::typeface::Typeface;
use crate::model::Rgb;
use crate::scene::geometry::Xy;
use crate::scene::labels::Area;
use crate::scene::marks::detail::dot_radius;
use crate::scene::marks::{Anchor, Card, Face, Ink, Pen, Rim, StampKey, Text, normals};

/// Steps in which the edge of a shadow fades.
const FADES: usize = 6;
/// Corners sharper than this are cut off, as on the screen.
const MITRE: f32 = 2.6;

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

/// Writes marks one after the other.
pub struct SvgPen<'a> {
    out: String,
    letters: &'a Typeface,
    clips: usize,
}

impl<'a> SvgPen<'a> {
    pub fn new(letters: &'a Typeface) -> Self {
        Self {
            out: String::new(),
            letters,
            clips: 0,
        }
    }

    /// The whole picture as a file. `title` says what it is, `summary` what is on it; `size` is what a picture of
    /// `room` is shown at.
    pub fn into_file(
        self,
        size: [&str; 2],
        room: (f32, f32),
        language: &str,
        title: &str,
        summary: &str,
    ) -> String {
        let (wide, high) = (number(room.0), number(room.1));
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"{}\" viewBox=\"0 0 {wide} {high}\" \
             role=\"img\" style=\"font-optical-sizing:none\" aria-labelledby=\"title summary\" lang=\"{language}\" \
             font-family=\"Inter, 'Inter Variable', 'Helvetica Neue', Arial, sans-serif\">\n\
             <title id=\"title\">{}</title>\n<desc id=\"summary\">{}</desc>\n\
             <g fill=\"none\" stroke-miterlimit=\"{MITRE}\">\n{}</g>\n</svg>\n",
            size[0],
            size[1],
            escaped(title),
            escaped(summary),
            self.out,
        )
    }

    /// All that is drawn there is moved by so much.
    pub fn moved(&mut self, by: Xy, draw: impl FnOnce(&mut Self)) {
        self.open(format_args!(
            "<g transform=\"translate({} {})\">",
            number(by.x),
            number(by.y)
        ));
        draw(self);
        self.out.push_str("</g>\n");
    }

    /// A picture as large as fits in an area, in its own proportions.
    pub fn image(&mut self, [left, top, right, bottom]: Area, kind: &str, bytes: &[u8]) {
        let content = base64::engine::general_purpose::STANDARD.encode(bytes);
        self.open(format_args!(
            "<image x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" href=\"data:{kind};base64,{content}\"/>",
            number(left),
            number(top),
            number(right - left),
            number(bottom - top),
        ));
    }

    /// Of what is drawn there only this part shows.
    pub fn within(&mut self, [left, top, right, bottom]: Area, draw: impl FnOnce(&mut Self)) {
        self.clips += 1;
        let id = self.clips;
        self.open(format_args!(
            "<clipPath id=\"part-{id}\"><rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/></clipPath>\
             <g clip-path=\"url(#part-{id})\">",
            number(left),
            number(top),
            number(right - left),
            number(bottom - top)
        ));
        draw(self);
        self.out.push_str("</g>\n");
    }

    /// What is drawn there belongs together.
    pub fn group(&mut self, group: Group<'_>, draw: impl FnOnce(&mut Self)) {
        let _ = write!(self.out, "<g id=\"{}\"", escaped(&group.id));
        if !group.key.is_empty() {
            let _ = write!(self.out, " data-id=\"{}\"", escaped(group.key));
        }
        self.out.push('>');
        for (tag, text) in [("title", group.title), ("desc", group.description)] {
            if !text.is_empty() {
                let _ = write!(self.out, "<{tag}>{}</{tag}>", escaped(text));
            }
        }
        self.out.push('\n');
        draw(self);
        self.out.push_str("</g>\n");
    }

    fn open(&mut self, tag: std::fmt::Arguments<'_>) {
        // Writing to a text never fails.
        let _ = writeln!(self.out, "{tag}");
    }

    fn path(&mut self, points: &[Xy], is_closed: bool, paint: &str) {
        if points.len() < 2 {
            return;
        }
        self.out.push_str("<path d=\"");
        push_course(&mut self.out, points, is_closed);
        let _ = writeln!(self.out, "\" {paint}/>");
    }
}

impl Pen for SvgPen<'_> {
    fn stroke(&mut self, points: &[Xy], width: f32, ink: impl Into<Ink>) {
        self.path(points, false, &stroked(ink, width));
    }

    fn outline(&mut self, points: &[Xy], width: f32, ink: impl Into<Ink>) {
        self.path(points, true, &stroked(ink, width));
    }

    fn fill(&mut self, points: &[Xy], ink: impl Into<Ink>) {
        self.path(points, true, &filled(ink));
    }

    /// Shapes over each other, each a little smaller: an SVG filter would become pixels on paper.
    fn shadow(&mut self, points: &[Xy], softness: f32, ink: impl Into<Ink>) {
        let ink = ink.into();
        let share = 1.0 - (1.0 - ink.strength).powf(1.0 / FADES as f32);
        let paint = filled(Ink {
            strength: share,
            ..ink
        });
        for step in 0..FADES {
            let out = softness * (0.5 - (step as f32 + 0.5) / FADES as f32);
            let moved: Vec<Xy> = normals(points, true)
                .map(|(point, normal)| point - normal * out)
                .collect();
            self.path(&moved, true, &paint);
        }
    }

    fn disc(&mut self, centre: Xy, radius: f32, ink: impl Into<Ink>) {
        let paint = filled(ink);
        let (x, y, r) = (number(centre.x), number(centre.y), number(radius));
        self.open(format_args!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{r}\" {paint}/>"));
    }

    fn dashes(&mut self, points: &[Xy], pattern: &[f32], width: f32, ink: impl Into<Ink>) {
        let lengths: Vec<String> = pattern.iter().map(|&length| number(length)).collect();
        let paint = format!(
            "{} stroke-dasharray=\"{}\"",
            stroked(ink, width),
            lengths.join(" ")
        );
        self.path(points, false, &paint);
    }

    /// Dashes of next to no length with round ends.
    fn dots(&mut self, points: &[Xy], size: f32, step: f32, ink: impl Into<Ink>) {
        let paint = format!(
            "{} stroke-linecap=\"round\" stroke-dasharray=\"0.01 {}\" stroke-dashoffset=\"{}\"",
            stroked(ink, 2.0 * dot_radius(size)),
            number(step - 0.01),
            number(step / 2.0),
        );
        self.path(points, false, &paint);
    }

    fn region(&mut self, rings: &[Vec<Xy>], _: impl Iterator<Item = Vec<Xy>>, ink: impl Into<Ink>) {
        self.out.push_str("<path d=\"");
        for ring in rings {
            push_course(&mut self.out, ring, true);
        }
        let _ = writeln!(self.out, "\" fill-rule=\"evenodd\" {}/>", filled(ink));
    }

    /// With its outer edge on whole points: a line of one point is then one pixel on a screen.
    fn card(&mut self, card: Card) {
        let (width, paint) = card.rim.map_or((0.0, String::new()), |(width, ink, _)| {
            (width, format!(" {}", stroked(ink, width)))
        });
        let out = match card.rim {
            Some((_, _, Rim::Outside)) => width / 2.0,
            Some((_, _, Rim::Inside)) => -width / 2.0,
            Some((_, _, Rim::Middle)) | None => 0.0,
        };
        let corner = if card.corner > 0.0 { card.corner + out } else { 0.0 };
        let beyond = out + width / 2.0;
        let [left, top, right, bottom] = card.area;
        let [left, top] = [left, top].map(|edge| (edge - beyond).round() + width / 2.0);
        let [right, bottom] = [right, bottom].map(|edge| (edge + beyond).round() - width / 2.0);
        self.open(format_args!(
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{}\" {}{paint}/>",
            number(left),
            number(top),
            number((right - left).max(0.0)),
            number((bottom - top).max(0.0)),
            number(corner.max(0.0)),
            filled(card.fill),
        ));
    }

    fn stamp(&mut self, _: StampKey, at: Xy, draw: impl FnOnce(&mut Self)) {
        self.moved(at, draw);
    }

    fn text(&mut self, text: Text<'_>, ink: impl Into<Ink>) {
        match (text.face, text.anchor) {
            (Face::Words(weight), Anchor::Top | Anchor::Middle | Anchor::TopLeft) => {
                self.words(&text, weight, ink.into());
            }
            (Face::Words(weight), Anchor::Seen) => {
                let [left, top, right, bottom] = self.letters.outline(text.text, text.size, text.face).area;
                let half = Xy::new((left + right) / 2.0, (top + bottom) / 2.0);
                let at = text.at - half;
                let start = lettering(&text, weight, ink.into(), "start");
                self.open(format_args!(
                    "<text x=\"{}\" y=\"{}\" {start}>{}</text>",
                    number(at.x),
                    number(at.y),
                    escaped(text.text)
                ));
            }
            // No reader has the font of the icons.
            (Face::Icons, _) => {
                let outline = self.letters.outline(text.text, text.size, text.face);
                let [left, top, right, bottom] = outline.area;
                let at = text.at - Xy::new((left + right) / 2.0, (top + bottom) / 2.0);
                let (x, y, paint) = (number(at.x), number(at.y), filled(ink));
                self.open(format_args!(
                    "<path transform=\"translate({x} {y})\" d=\"{}\" {paint}/>",
                    outline.path
                ));
            }
        }
    }
}

impl SvgPen<'_> {
    /// Lines of words, each on a line of its own.
    fn words(&mut self, text: &Text<'_>, weight: u16, ink: Ink) {
        let step = self.letters.line(text.size);
        let (anchor, above) = match text.anchor {
            Anchor::TopLeft => ("start", 0.0),
            Anchor::Middle => ("middle", step * text.text.lines().count() as f32 / 2.0),
            Anchor::Top | Anchor::Seen => ("middle", 0.0),
        };
        let first = text.at.y - above + self.letters.ascent(text.size);
        let start = lettering(text, weight, ink, anchor);
        let _ = write!(self.out, "<text {start}>");
        for (at, line) in text.text.lines().enumerate() {
            let y = first + step * at as f32;
            let (x, y) = (number(text.at.x), number(y));
            let _ = write!(self.out, "<tspan x=\"{x}\" y=\"{y}\">{}</tspan>", escaped(line));
        }
        self.out.push_str("</text>\n");
    }
}

fn lettering(text: &Text<'_>, weight: u16, ink: Ink, anchor: &str) -> String {
    let mut start = format!(
        "font-size=\"{}\" font-weight=\"{}\" text-anchor=\"{anchor}\" {}",
        number(text.size),
        (weight + 50) / 100 * 100,
        filled(ink)
    );
    // Some readers know whole hundreds only.
    if !weight.is_multiple_of(100) {
        let _ = write!(start, " style=\"font-variation-settings:'wght' {weight}\"");
    }
    if let Some(halo) = text.halo {
        let _ = write!(
            start,
            " {} stroke-linejoin=\"round\" paint-order=\"stroke\"",
            stroked(halo.tone, 2.0 * halo.width)
        );
    }
    start
}

fn push_course(out: &mut String, points: &[Xy], is_closed: bool) {
    for (at, point) in points.iter().enumerate() {
        let step = if at == 0 { 'M' } else { 'L' };
        let _ = write!(out, "{step}{} {}", number(point.x), number(point.y));
    }
    if is_closed {
        out.push('Z');
    }
}

fn filled(ink: impl Into<Ink>) -> String {
    painted("fill", ink.into())
}

fn stroked(ink: impl Into<Ink>, width: f32) -> String {
    format!(
        "{} stroke-width=\"{}\"",
        painted("stroke", ink.into()),
        number(width)
    )
}

fn painted(what: &str, Ink { tone, strength }: Ink) -> String {
    let Rgb(red, green, blue) = tone;
    let mut paint = format!("{what}=\"#{red:02x}{green:02x}{blue:02x}\"");
    if strength < 1.0 {
        let _ = write!(paint, " {what}-opacity=\"{:.3}\"", strength.max(0.0));
    }
    paint
}

/// Two decimals are finer than any eye and any printer.
fn number(value: f32) -> String {
    // What is no number would make the whole file unreadable.
    let value = if value.is_finite() { value } else { 0.0 };
    let mut text = format!("{value:.2}");
    text.truncate(text.trim_end_matches('0').trim_end_matches('.').len());
    if text == "-0" { "0".to_owned() } else { text }
}

/// Text as XML takes it: some characters stand for others, some cannot be in it at all.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\t' | '\n' | '\r' => safe.push(' '),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => safe.push(letter),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short_and_always_numbers() {
        let found = [1.0, -0.001, 2.5, 4.25671, f32::NAN, f32::INFINITY, -12.30].map(number);
        assert_eq!(found, ["1", "0", "2.5", "4.26", "0", "0", "-12.3"]);
    }

    #[test]
    fn what_xml_cannot_hold_is_written_otherwise_or_left_out() {
        assert_eq!(
            escaped("A & <B> \"c\"\n\u{1}\u{ffff}é"),
            "A &amp; &lt;B&gt; &quot;c&quot; é"
        );
    }
}
