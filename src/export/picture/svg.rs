//! The sheet that is an SVG file: real text, shapes without filters, a group with a title for what is somebody or
//! something.

use std::fmt::Write;

use base64::Engine;
use image::ImageFormat;

use super::font::{FileFonts, class};
use super::sheet::{MITRE, Medium, SheetLine, SheetPaint, SheetPart, SheetShape, SheetWords};
use crate::i18n::harmless;
use crate::model::Rgb;
use crate::scene::geometry::Xy;
use crate::scene::labels::Area;
use crate::scene::marks::{Face, Halo, Ink};
use crate::scene::typeface::{OutlineStep, Typeface, is_for_outlines, letter_without_face};
use crate::takeaway::LetterForm;

/// Writes shapes one after the other.
pub struct SvgSheet {
    out: String,
    clips: usize,
    outlined: usize,
    letters: LetterForm,
    fonts: FileFonts,
}

impl SvgSheet {
    pub fn new(letters: LetterForm) -> Self {
        Self {
            out: String::new(),
            clips: 0,
            outlined: 0,
            letters,
            fonts: FileFonts::default(),
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
        let style = match self.fonts.style() {
            style if style.is_empty() => style,
            style => format!("<style>\n{style}</style>\n"),
        };
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"{}\" viewBox=\"0 0 {wide} {high}\" \
             role=\"img\" style=\"font-optical-sizing:none\" aria-labelledby=\"title summary\" lang=\"{language}\" \
             font-family=\"Inter, 'Inter Variable', 'Helvetica Neue', Arial, sans-serif\">\n\
             <title id=\"title\">{}</title>\n<desc id=\"summary\">{}</desc>\n{style}\
             <g fill=\"none\" stroke-miterlimit=\"{MITRE}\">\n{}</g>\n</svg>\n",
            size[0],
            size[1],
            escaped(title),
            escaped(summary),
            self.out,
        )
    }

    fn open(&mut self, tag: std::fmt::Arguments<'_>) {
        // Writing to a text never fails.
        let _ = writeln!(self.out, "{tag}");
    }

    /// Every line with how long it is: who sets it in another font, sets it no longer.
    fn text(&mut self, words: &SheetWords<'_>, widths: &[f32], attributes: &str) {
        let _ = write!(self.out, "<text class=\"{}\" {attributes}>", class(words.weight));
        for ((at, line), width) in words.lines.iter().zip(widths) {
            let (x, y) = (number(at.x), number(at.y));
            let _ = write!(self.out, "<tspan x=\"{x}\" y=\"{y}\"");
            // What no font of ours has may be as long as it is.
            if *width > 0.0 && letter_without_face(line).is_none() {
                let length = number(*width);
                let _ = write!(
                    self.out,
                    " textLength=\"{length}\" lengthAdjust=\"spacingAndGlyphs\""
                );
            }
            let _ = write!(self.out, ">{}</tspan>", escaped(line));
        }
        self.out.push_str("</text>\n");
    }

    /// Lines of letters as one shape each time, with the words that they are.
    fn outlines(&mut self, words: &SheetWords<'_>, letters: &Typeface) {
        let mut course = String::new();
        for line in words.placed(letters) {
            let outline = letters.outline(line.text, words.size, Face::Words(words.weight));
            let at = line.start;
            let steps: Vec<OutlineStep> = outline.steps.iter().map(|step| step.moved(at)).collect();
            push_outline(&mut course, &steps);
        }
        let said: Vec<&str> = words.lines.iter().map(|(_, line)| *line).collect();
        let said = escaped(&said.join(" "));
        self.outlined += 1;
        let nth = self.outlined;
        self.open(format_args!(
            "<g id=\"words-{nth}\" role=\"img\" aria-label=\"{said}\">"
        ));
        if let Some(halo) = words.halo {
            self.open(format_args!("<path d=\"{course}\" {}/>", around(halo)));
        }
        let ink = painted("fill", words.ink);
        self.open(format_args!("<path d=\"{course}\" {ink}/></g>"));
    }

    fn begin_group(&mut self, id: &str, key: &str, words: [(&str, &str); 2]) {
        let _ = write!(self.out, "<g id=\"{}\"", escaped(id));
        if !key.is_empty() {
            let _ = write!(self.out, " data-id=\"{}\"", escaped(key));
        }
        self.out.push('>');
        for (tag, text) in words {
            if !text.is_empty() {
                let _ = write!(self.out, "<{tag}>{}</{tag}>", escaped(text));
            }
        }
        self.out.push('\n');
    }
}

impl Medium for SvgSheet {
    fn shape(&mut self, shape: SheetShape<'_>, paint: SheetPaint<'_>) {
        let paint = painted_with(paint);
        match shape {
            SheetShape::Course { points, is_closed } => {
                self.out.push_str("<path d=\"");
                push_course(&mut self.out, points, is_closed);
                self.open(format_args!("\" {paint}/>"));
            }
            SheetShape::Region(rings) => {
                self.out.push_str("<path d=\"");
                for ring in rings {
                    push_course(&mut self.out, ring, true);
                }
                self.open(format_args!("\" fill-rule=\"evenodd\" {paint}/>"));
            }
            SheetShape::Disc { centre, radius } => {
                let (x, y, r) = (number(centre.x), number(centre.y), number(radius));
                self.open(format_args!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{r}\" {paint}/>"));
            }
            SheetShape::Card { area, corner } => {
                let corner = number(corner);
                self.open(format_args!("<rect {} rx=\"{corner}\" {paint}/>", sides(area)));
            }
            SheetShape::Letters { outline, at } => {
                let (x, y) = (number(at.x), number(at.y));
                let _ = write!(self.out, "<path transform=\"translate({x} {y})\" d=\"");
                push_outline(&mut self.out, &outline.steps);
                self.open(format_args!("\" {paint}/>"));
            }
        }
    }

    /// The halo comes apart and first: some readers draw what is around letters over them. It is no text to who listens,
    /// searches or copies.
    fn words(&mut self, words: SheetWords<'_>, letters: &Typeface) {
        let is_outlined =
            self.letters == LetterForm::Outlines || words.lines.iter().any(|(_, line)| is_for_outlines(line));
        if is_outlined {
            self.outlines(&words, letters);
            return;
        }
        let width = |(_, line): &(Xy, &str)| self.fonts.take_in(line, words.weight, letters) * words.size;
        let widths: Vec<f32> = words.lines.iter().map(width).collect();
        let lettering = lettering(&words);
        if let Some(halo) = words.halo {
            let around = around(halo);
            self.text(
                &words,
                &widths,
                &format!("{lettering} {around} aria-hidden=\"true\" pointer-events=\"none\" style=\"{}user-select:none\"", variation(words.weight)),
            );
        }
        let ink = painted("fill", words.ink);
        let style = match variation(words.weight) {
            style if style.is_empty() => style,
            style => format!(" style=\"{style}\""),
        };
        self.text(&words, &widths, &format!("{lettering} {ink}{style}"));
    }

    fn image(&mut self, area: Area, format: ImageFormat, bytes: &[u8]) {
        let kind = format.to_mime_type();
        let content = base64::engine::general_purpose::STANDARD.encode(bytes);
        self.open(format_args!(
            "<image {} href=\"data:{kind};base64,{content}\"/>",
            sides(area)
        ));
    }

    fn begin(&mut self, part: &SheetPart<'_>) {
        match part {
            SheetPart::Moved(by) => {
                let (x, y) = (number(by.x), number(by.y));
                self.open(format_args!("<g transform=\"translate({x} {y})\">"));
            }
            SheetPart::Within(area) => {
                self.clips += 1;
                let (id, sides) = (self.clips, sides(*area));
                self.open(format_args!(
                    "<clipPath id=\"part-{id}\"><rect {sides}/></clipPath><g clip-path=\"url(#part-{id})\">"
                ));
            }
            SheetPart::Group(group) => {
                let words = [("title", group.title), ("desc", group.description)];
                self.begin_group(&group.id, group.key, words);
            }
            SheetPart::Heading => self.begin_group("question", "", [("", ""); 2]),
            SheetPart::Footer => self.begin_group("footer", "", [("", ""); 2]),
            SheetPart::Ground => {}
        }
    }

    fn end(&mut self, part: &SheetPart<'_>) {
        if !matches!(part, SheetPart::Ground) {
            self.out.push_str("</g>\n");
        }
    }
}

fn sides([left, top, right, bottom]: Area) -> String {
    let [x, y, wide, high] = [left, top, right - left, bottom - top].map(number);
    format!("x=\"{x}\" y=\"{y}\" width=\"{wide}\" height=\"{high}\"")
}

fn lettering(words: &SheetWords<'_>) -> String {
    format!(
        "font-size=\"{}\" font-weight=\"{}\" text-anchor=\"{}\"",
        number(words.size),
        (words.weight + 50) / 100 * 100,
        if words.is_centred { "middle" } else { "start" },
    )
}

/// How heavy letters are, for readers that know more than whole hundreds.
fn variation(weight: u16) -> String {
    if weight.is_multiple_of(100) {
        return String::new();
    }
    format!("font-variation-settings:'wght' {weight};")
}

/// The line around letters.
fn around(halo: Halo) -> String {
    let line = stroked(halo.tone.into(), 2.0 * halo.width);
    format!("{line} stroke-linejoin=\"round\"")
}

fn push_outline(out: &mut String, steps: &[OutlineStep]) {
    for step in steps {
        let _ = match step {
            OutlineStep::Move(to) => write!(out, "M{}", place(to)),
            OutlineStep::Line(to) => write!(out, "L{}", place(to)),
            OutlineStep::Quad(bend, to) => write!(out, "Q{} {}", place(bend), place(to)),
            OutlineStep::Curve(out_of, into, to) => {
                write!(out, "C{} {} {}", place(out_of), place(into), place(to))
            }
            OutlineStep::Close => write!(out, "Z"),
        };
    }
}

fn place(at: &Xy) -> String {
    format!("{} {}", number(at.x), number(at.y))
}

fn painted_with(paint: SheetPaint<'_>) -> String {
    let fill = paint.fill.map(|ink| painted("fill", ink));
    let line = paint.line.map(|line| lined(&line));
    let parts: Vec<String> = fill.into_iter().chain(line).collect();
    parts.join(" ")
}

fn lined(line: &SheetLine<'_>) -> String {
    let mut paint = stroked(line.ink, line.width);
    if line.is_round {
        paint.push_str(" stroke-linecap=\"round\"");
    }
    if !line.pattern.is_empty() {
        let lengths: Vec<String> = line.pattern.iter().map(|&length| number(length)).collect();
        let _ = write!(paint, " stroke-dasharray=\"{}\"", lengths.join(" "));
    }
    if line.offset != 0.0 {
        let _ = write!(paint, " stroke-dashoffset=\"{}\"", number(line.offset));
    }
    paint
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

fn stroked(ink: Ink, width: f32) -> String {
    format!("{} stroke-width=\"{}\"", painted("stroke", ink), number(width))
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

/// Text as XML takes it: some characters stand for others, some cannot be in it at all or turn what follows.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match harmless(letter) {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            letter => safe.push(letter),
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
            escaped("A & <B> \"c\"\n\u{1}\u{ffff}\u{202e}é"),
            "A &amp; &lt;B&gt; &quot;c&quot; ⌧⌧⌧é"
        );
    }
}
