//! What was drawn, as data: a pen that keeps every mark, and the marks of an SVG file.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use netwerkopstelling::model::Rgb;
use netwerkopstelling::scene::geometry::Xy;
use netwerkopstelling::scene::marks::{Card, Ink, Pen, StampKey, Text};
use roxmltree::{Document, Node};

use crate::fingerprint::{Subject, Sum};

/// One thing that was drawn.
#[derive(Debug, Clone, Default)]
pub struct Mark {
    /// What it is, in the plural.
    kind: String,
    places: Vec<Xy>,
    /// How far it reaches beyond its places.
    around: f32,
    /// What else is said of it: widths, patterns, words.
    said: Vec<String>,
    inks: Vec<String>,
}

/// Marks in the order in which they lie over each other.
pub type Marks = Vec<Mark>;

/// Rounded to hundredths; never below nothing when it is nothing.
fn number(value: f32) -> String {
    let hundredths = (f64::from(value) * 100.0).round() / 100.0;
    format!("{:.2}", hundredths + 0.0)
}

fn ink_text(Ink { tone, strength }: Ink) -> String {
    let Rgb(red, green, blue) = tone;
    let tone = format!("#{red:02x}{green:02x}{blue:02x}");
    if strength < 1.0 {
        format!("{tone}/{strength:.2}")
    } else {
        tone
    }
}

impl Mark {
    fn line(&self) -> String {
        let mut line = self.kind.clone();
        for place in &self.places {
            let _ = write!(line, " {},{}", number(place.x), number(place.y));
        }
        for said in self.said.iter().chain(&self.inks) {
            let _ = write!(line, " {said}");
        }
        line
    }
}

/// How many of each kind.
fn counted(marks: &[Mark]) -> String {
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    for mark in marks {
        *kinds.entry(&mark.kind).or_default() += 1;
    }
    let said: Vec<String> = kinds
        .iter()
        .map(|(kind, count)| format!("{count} {kind}"))
        .collect();
    said.join(", ")
}

/// Left, top, right, bottom of all.
fn boxed(marks: &[Mark]) -> String {
    let mut area: Option<[f32; 4]> = None;
    for mark in marks {
        for Xy { x, y } in &mark.places {
            let own = [x - mark.around, y - mark.around, x + mark.around, y + mark.around];
            let [left, top, right, bottom] = area.unwrap_or(own);
            area = Some([
                left.min(own[0]),
                top.min(own[1]),
                right.max(own[2]),
                bottom.max(own[3]),
            ]);
        }
    }
    let sides = area.map(|area| area.map(number));
    sides.map_or_else(String::new, |sides| sides.join(" "))
}

fn colours(marks: &[Mark]) -> String {
    let all: BTreeSet<&String> = marks.iter().flat_map(|mark| &mark.inks).collect();
    let all: Vec<&str> = all.into_iter().map(String::as_str).collect();
    all.join(" ")
}

/// Everything about marks, one on a line.
pub fn listed(marks: &[Mark]) -> String {
    let lines: Vec<String> = marks.iter().map(Mark::line).collect();
    lines.join("\n")
}

/// Says of a part of a picture what was drawn there, and more.
pub fn tell(subject: &mut Subject, part: &str, more: &[(&str, String)], marks: &[Mark]) {
    if marks.is_empty() && more.iter().all(|(_, said)| said.is_empty()) {
        return;
    }
    let mut said = more.to_vec();
    said.extend([
        ("marks", counted(marks)),
        ("box", boxed(marks)),
        ("colours", colours(marks)),
    ]);
    subject.part(part, &said, Sum::of_text(&listed(marks)));
}

/// Keeps every mark as it was asked for.
#[derive(Debug, Default)]
pub struct KeepingPen {
    pub marks: Marks,
    /// Where a stamp is put down.
    moved: Xy,
}

impl KeepingPen {
    fn keep(
        &mut self,
        kind: &str,
        points: &[Xy],
        around: f32,
        numbers: &[f32],
        ink: impl Into<Ink>,
    ) -> &mut Mark {
        self.marks.push(Mark {
            kind: kind.to_owned(),
            places: points.iter().map(|&point| point + self.moved).collect(),
            around,
            said: numbers.iter().map(|&value| number(value)).collect(),
            inks: vec![ink_text(ink.into())],
        });
        self.marks.last_mut().expect("just put there")
    }
}

impl Pen for KeepingPen {
    fn stroke(&mut self, points: &[Xy], width: f32, ink: impl Into<Ink>) {
        self.keep("strokes", points, width / 2.0, &[width], ink);
    }

    fn outline(&mut self, points: &[Xy], width: f32, ink: impl Into<Ink>) {
        self.keep("outlines", points, width / 2.0, &[width], ink);
    }

    fn fill(&mut self, points: &[Xy], ink: impl Into<Ink>) {
        self.keep("fills", points, 0.0, &[], ink);
    }

    fn shadow(&mut self, points: &[Xy], softness: f32, ink: impl Into<Ink>) {
        self.keep("shadows", points, softness / 2.0, &[softness], ink);
    }

    fn disc(&mut self, centre: Xy, radius: f32, ink: impl Into<Ink>) {
        self.keep("discs", &[centre], radius, &[radius], ink);
    }

    fn speck(&mut self, centre: Xy, radius: f32, ink: impl Into<Ink>) {
        self.keep("specks", &[centre], radius, &[radius], ink);
    }

    fn dashes(&mut self, points: &[Xy], pattern: &[f32], width: f32, ink: impl Into<Ink>) {
        let numbers = [&[width], pattern].concat();
        self.keep("dashes", points, width / 2.0, &numbers, ink);
    }

    fn dots(&mut self, points: &[Xy], size: f32, step: f32, ink: impl Into<Ink>) {
        self.keep("dots", points, size / 2.0, &[size, step], ink);
    }

    /// The inside as it was cut for the screen too, which no picture shows.
    fn region(&mut self, rings: &[Vec<Xy>], parts: impl Iterator<Item = Vec<Xy>>, ink: impl Into<Ink>) {
        let ink = ink.into();
        self.keep("regions", &rings.concat(), 0.0, &[], ink);
        for part in parts {
            self.keep("parts of regions", &part, 0.0, &[], ink);
        }
    }

    fn card(&mut self, card: Card) {
        let [left, top, right, bottom] = card.area;
        let corners = [Xy::new(left, top), Xy::new(right, bottom)];
        let mark = self.keep("cards", &corners, 0.0, &[card.corner], card.fill);
        if let Some((width, ink, rim)) = card.rim {
            mark.said.push(format!("{} {rim:?}", number(width)));
            mark.inks.push(ink_text(ink));
        }
    }

    fn stamp(&mut self, key: StampKey, at: Xy, draw: impl FnOnce(&mut Self)) {
        let colours = key.2.map(|tone| ink_text(tone.into()));
        let said = format!(
            "{} {} {}",
            key.0,
            number(f32::from_bits(key.1)),
            colours.join(" ")
        );
        let before = self.moved;
        let mark = self.keep("stamps", &[at], 0.0, &[], key.2[0]);
        mark.said.push(said);
        self.moved = before + at;
        draw(self);
        self.moved = before;
    }

    fn text(&mut self, text: Text<'_>, ink: impl Into<Ink>) {
        let mark = self.keep("texts", &[text.at], 0.0, &[text.size], ink);
        mark.said
            .push(format!("{:?} {:?} {:?}", text.anchor, text.face, text.text));
        if let Some(halo) = text.halo {
            mark.said.push(number(halo.width));
            mark.inks.push(ink_text(halo.tone.into()));
        }
    }
}

/// The marks of an SVG file by the group that they are in; `page` is what is in none.
pub fn marks_of_svg(svg: &str) -> Vec<(String, Marks)> {
    let file = Document::parse(svg).expect("sound XML");
    let mut parts: Vec<(String, Marks)> = vec![("page".to_owned(), Vec::new())];
    for child in file.root_element().children() {
        collect(child, 0, Xy::ZERO, &mut parts);
    }
    parts
}

/// What a group is for in the file, not for who is in it.
const PARTS: [&str; 8] = [
    "board",
    "groups",
    "relations",
    "actors",
    "names",
    "legend",
    "question",
    "footer",
];

fn collect(node: Node<'_, '_>, part: usize, moved: Xy, parts: &mut Vec<(String, Marks)>) {
    if !node.is_element() {
        return;
    }
    let id = node.attribute("id").filter(|id| PARTS.contains(id));
    let inside = id.map_or(part, |id| {
        let known = parts.iter().position(|(name, _)| name == id);
        known.unwrap_or_else(|| {
            parts.push((id.to_owned(), Vec::new()));
            parts.len() - 1
        })
    });
    let moved = node.attribute("transform").map_or(moved, |by| {
        let by = by.trim_start_matches("translate(").trim_end_matches(')');
        let by = numbers(by);
        moved + Xy::new(by[0], by[1])
    });
    let mark = mark_of(node, moved);
    parts[inside].1.push(mark);
    for child in node.children() {
        collect(child, inside, moved, parts);
    }
}

fn mark_of(node: Node<'_, '_>, moved: Xy) -> Mark {
    let side = |name: &str| node.attribute(name).map_or(0.0, |value| numbers(value)[0]);
    let corner = Xy::new(side("x"), side("y"));
    let (places, around) = match node.tag_name().name() {
        "path" => {
            let course = numbers(node.attribute("d").unwrap_or_default());
            let places = course.chunks_exact(2).map(|pair| Xy::new(pair[0], pair[1]));
            (places.collect(), side("stroke-width") / 2.0)
        }
        "circle" => (vec![Xy::new(side("cx"), side("cy"))], side("r")),
        "rect" | "image" => (
            vec![corner, corner + Xy::new(side("width"), side("height"))],
            side("stroke-width") / 2.0,
        ),
        "tspan" => (vec![corner, corner + Xy::new(side("textLength"), 0.0)], 0.0),
        _ => (Vec::new(), 0.0),
    };
    let attributes = node.attributes();
    let is_ink = |name: &str| ["fill", "stroke"].contains(&name);
    // Coordinates are there already; a picture within and a style are as long as they are.
    let said = attributes.filter(|one| !is_ink(one.name())).map(|one| {
        let value = match one.name() {
            "href" => one.value().len().to_string(),
            _ => one.value().to_owned(),
        };
        format!("{}={value}", one.name())
    });
    let text = node
        .children()
        .filter(Node::is_text)
        .filter_map(|text| text.text());
    let text: String = text.collect();
    let inks = ["fill", "stroke"].into_iter().filter_map(|what| {
        let tone = node.attribute(what).filter(|tone| tone.starts_with('#'))?;
        let strength = node.attribute(format!("{what}-opacity").as_str());
        Some(strength.map_or_else(|| tone.to_owned(), |strength| format!("{tone}/{strength}")))
    });
    Mark {
        kind: node.tag_name().name().to_owned(),
        places: places.into_iter().map(|place: Xy| place + moved).collect(),
        around,
        said: said.chain([text.trim().to_owned()]).collect(),
        inks: inks.collect(),
    }
}

/// All numbers of a text, whatever stands between them.
fn numbers(text: &str) -> Vec<f32> {
    let is_between = |one: char| !(one.is_ascii_digit() || one == '.' || one == '-');
    let found = text.split(is_between).filter_map(|part| part.parse().ok());
    found.collect()
}

/// Every text in some marks, each once, in their order.
pub fn words_in(svg: &str, id: &str) -> String {
    let file = Document::parse(svg).expect("sound XML");
    let group = file.descendants().find(|node| node.attribute("id") == Some(id));
    let Some(group) = group else {
        return String::new();
    };
    let lines = group.descendants().filter(|node| node.has_tag_name("tspan"));
    let words: Vec<&str> = lines.filter_map(|line| line.text()).collect();
    words.join(", ")
}
