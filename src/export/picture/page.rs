//! What is on a picture and where: the question above, the legend beside, the board in the rest.

use super::board::{BoardView, draw_board};
use super::size::PictureSize;
use super::svg::{Group, SvgPen};
use super::typeface::Typeface;
use crate::i18n::{Texts, shown_up_to};
use crate::model::{Constellation, Language};
use crate::scene::Scene;
use crate::scene::geometry::Xy;
use crate::scene::marks::{Anchor, BoardLook, Card, Face, LegendLayout, Letters, Pen, Text};

/// Space around what is on the picture.
const MARGIN: f32 = 24.0;
const QUESTION_SIZE: f32 = 24.0;
const QUESTION_WEIGHT: u16 = 660;
/// A question longer than this is no heading.
const MOST_OF_QUESTION: usize = 240;
/// More than this of the width is not for the legend.
const MOST_OF_WIDTH: f32 = 0.5;

/// Everything a picture is made from.
pub struct PictureInput<'a> {
    pub constellation: &'a Constellation,
    pub scene: &'a Scene,
    pub look: BoardLook,
    pub texts: Texts,
    pub size: PictureSize,
}

/// The whole picture as an SVG file.
pub fn svg_of(input: &PictureInput<'_>, letters: &Typeface) -> String {
    let (wide, high) = input.size.room();
    let mut pen = begun(input, letters);
    let below = draw_question(&mut pen, letters, input, (wide, high));
    let beside = draw_legend(&mut pen, letters, input, (wide, high), below);
    let free = [beside, below, wide, high];
    let view = BoardView::fitted(input.scene, free);
    draw_board(&mut pen, letters, input, view, free);
    finished(pen, input)
}

/// The board alone, as it is seen in a view of it.
pub fn svg_of_view(input: &PictureInput<'_>, letters: &Typeface, view: BoardView) -> String {
    let (wide, high) = input.size.room();
    let mut pen = begun(input, letters);
    draw_board(&mut pen, letters, input, view, [0.0, 0.0, wide, high]);
    finished(pen, input)
}

fn begun<'a>(input: &PictureInput<'_>, letters: &'a Typeface) -> SvgPen<'a> {
    let (wide, high) = input.size.room();
    let mut pen = SvgPen::new(letters);
    pen.card(Card::plain(
        [0.0, 0.0, wide, high],
        0.0,
        input.look.palette.surround,
    ));
    pen
}

fn finished(pen: SvgPen<'_>, input: &PictureInput<'_>) -> String {
    let [wide, high] = input.size.shown();
    let language = code(input.texts.language);
    let (title, summary) = (heading(input.scene), summary(input));
    pen.into_file([&wide, &high], input.size.room(), language, title, &summary)
}

fn code(language: Language) -> &'static str {
    match language {
        Language::Nl => "nl",
        Language::En => "en",
    }
}

/// How many are on it.
fn summary(input: &PictureInput<'_>) -> String {
    let counts = [
        ("actors", input.scene.pieces.len().into()),
        ("relations", input.scene.ties.len().into()),
    ];
    input.texts.with("picture-summary", &counts)
}

fn heading(scene: &Scene) -> &str {
    let question = scene.question.trim();
    if question.is_empty() {
        scene.title.trim()
    } else {
        question
    }
}

/// The question in the middle above the rest. Returns where the rest begins.
fn draw_question(
    pen: &mut SvgPen<'_>,
    letters: &Typeface,
    input: &PictureInput<'_>,
    room: (f32, f32),
) -> f32 {
    let text = shown_up_to(heading(input.scene), MOST_OF_QUESTION);
    if text.is_empty() {
        return MARGIN / 2.0;
    }
    let lines = balanced(letters, &text, room.0 - 2.0 * MARGIN);
    let text = Text {
        text: &lines,
        at: Xy::new(room.0 / 2.0, MARGIN / 2.0),
        anchor: Anchor::Top,
        size: QUESTION_SIZE,
        face: Face::Words(QUESTION_WEIGHT),
        halo: None,
    };
    let tone = input.look.palette.ink;
    pen.group(Group::named("question"), |pen| pen.text(text, tone));
    let (_, high) = letters.extent(&lines, QUESTION_SIZE, QUESTION_WEIGHT);
    MARGIN + high
}

/// In as few lines as fit, about equally long: a last word alone on its line looks like a mistake.
fn balanced(letters: &Typeface, text: &str, most: f32) -> String {
    let lay_out = |width: f32| in_lines(letters, text, width);
    let mut best = lay_out(most);
    let (mut narrow, mut wide) = (most / 2.0, most);
    while best.len() > 1 && wide - narrow > QUESTION_SIZE {
        let width = f32::midpoint(narrow, wide);
        let lines = lay_out(width);
        if lines.len() == best.len() {
            (best, wide) = (lines, width);
        } else {
            narrow = width;
        }
    }
    best.join("\n")
}

fn in_lines(letters: &Typeface, text: &str, width: f32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let longer = lines.last().map(|line| format!("{line} {word}"));
        let fits = |line: &String| letters.width(line, QUESTION_SIZE, QUESTION_WEIGHT) <= width;
        match (longer.filter(fits), lines.last_mut()) {
            (Some(longer), Some(last)) => *last = longer,
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// The legend at the left. Returns where the rest begins.
fn draw_legend(
    pen: &mut SvgPen<'_>,
    letters: &Typeface,
    input: &PictureInput<'_>,
    room: (f32, f32),
    top: f32,
) -> f32 {
    let view = (room.0, room.1 - top);
    let legend = LegendLayout::new(letters, input.scene, true, view, &input.look, input.texts);
    let Some(legend) = legend.filter(|legend| legend.size.0 <= room.0 * MOST_OF_WIDTH) else {
        return 0.0;
    };
    let at = Xy::new(MARGIN / 2.0, (room.1 - MARGIN / 2.0 - legend.size.1).max(top));
    pen.group(Group::named("legend"), |pen| {
        legend.draw(pen, at, false, &input.look);
    });
    legend.size.0 + MARGIN / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_question_stands_in_lines_of_about_the_same_length() {
        let letters = Typeface::new();
        let question =
            "Wie moeten er samenwerken om in 2030 iedereen in de regio aan passend werk te helpen?";
        let lines = balanced(&letters, question, 620.0);
        let widths: Vec<f32> = lines
            .lines()
            .map(|line| letters.width(line, QUESTION_SIZE, QUESTION_WEIGHT))
            .collect();
        assert_eq!(
            lines.split_whitespace().count(),
            question.split_whitespace().count()
        );
        assert!(
            widths.len() == 2 && widths.iter().all(|&width| width <= 620.0),
            "{widths:?}"
        );
        assert!(widths[1] > 0.7 * widths[0], "{widths:?}");
    }
}
