//! What is on a picture and where: the question above, the legend beside, the board in the rest.

use super::NoPicture;
use super::board::{BoardView, draw_board};
use super::paper::{AboutPaper, PaperShape, on_paper};
use super::pixels::PixelSheet;
use super::sheet::{Group, Medium, SheetPart, SheetPen};
use super::svg::SvgSheet;
use crate::analysis::Control;
use crate::i18n::{Texts, shown_up_to};
use crate::model::{Constellation, Language};
use crate::scene::Scene;
use crate::scene::geometry::Xy;
use crate::scene::labels::Area;
use crate::scene::marks::{
    Anchor, BoardLook, BoardRoom, Card, Face, Halo, LegendWish, Letters, Pen, RoomWish, Text, halo_width,
};
use crate::scene::typeface::Typeface;
use crate::takeaway::{LetterForm, PictureSize};
use crate::told::{Pictured, described};

/// Space around what is on the picture.
const MARGIN: f32 = 24.0;
const QUESTION_SIZE: f32 = 24.0;
const QUESTION_WEIGHT: u16 = 660;
const FOOTER_SIZE: f32 = 13.0;
const FOOTER_WEIGHT: u16 = 450;
/// A question longer than this is no heading.
const MOST_OF_QUESTION: usize = 240;
/// Space around the board.
const BOARD_MARGIN: f32 = 12.0;
/// What a board is never larger than: one actor alone should not fill the picture.
const MOST_ZOOM: f32 = 1.6;

/// Everything a picture is made from.
pub struct PictureInput<'a> {
    pub constellation: &'a Constellation,
    pub scene: &'a Scene,
    pub look: BoardLook,
    pub texts: Texts,
    pub size: PictureSize,
}

/// What is on a picture beside the board, and which part of the board is on it.
#[derive(Debug, Clone, PartialEq)]
pub struct PictureFrame {
    pub has_question: bool,
    pub has_legend: bool,
    /// Below all the rest; nothing when it is empty.
    pub footer: String,
    /// In board units; `None` for all of it.
    pub part: Option<Area>,
}

impl Default for PictureFrame {
    fn default() -> Self {
        Self {
            has_question: true,
            has_legend: true,
            footer: String::new(),
            part: None,
        }
    }
}

/// The whole picture as an SVG file.
pub fn svg_of(input: &PictureInput<'_>, letters: &Typeface) -> String {
    Page::plain(input).svg(letters, &Control::new())
}

/// The board alone, as it is seen in a view of it.
pub fn svg_of_view(input: &PictureInput<'_>, letters: &Typeface, view: BoardView) -> String {
    let mut pen = SheetPen::new(SvgSheet::new(LetterForm::Text), letters);
    draw_ground(&mut pen, input);
    draw_board(&mut pen, letters, input, view);
    Page::plain(input).finished(pen.sheet)
}

/// The whole picture as a PNG file of so many pixels. `is_transparent`: with nothing under the board.
///
/// # Errors
/// [`NoPicture`] when it cannot be made.
pub fn png_of(
    input: &PictureInput<'_>,
    letters: &Typeface,
    pixels: (u32, u32),
    is_transparent: bool,
) -> Result<Vec<u8>, NoPicture> {
    let page = Page::plain(input);
    page.pixels(letters, pixels, is_transparent, &Control::new())?
        .into_file()
}

/// The whole picture as a PDF file of one page that everybody can read: with text, a heading, and a figure that says
/// who is on it (PDF/UA-1, ISO 14289-1).
///
/// # Errors
/// [`NoPicture`] when it cannot be made.
pub fn pdf_of(input: &PictureInput<'_>, letters: &Typeface) -> Result<Vec<u8>, NoPicture> {
    Page::plain(input).pdf(letters, &Control::new())
}

/// A whole picture, to be put down on a sheet of any kind. Who stops it gets what there was of it then.
pub(super) struct Page<'a> {
    pub input: &'a PictureInput<'a>,
    pub frame: PictureFrame,
    /// Of an SVG file; the others have text and its shapes in one.
    pub letter_form: LetterForm,
}

impl<'a> Page<'a> {
    fn plain(input: &'a PictureInput<'a>) -> Self {
        Self {
            input,
            frame: PictureFrame::default(),
            letter_form: LetterForm::Text,
        }
    }

    pub fn svg(&self, letters: &Typeface, control: &Control) -> String {
        let mut pen = SheetPen::new(SvgSheet::new(self.letter_form), letters).stoppable(control);
        self.draw(&mut pen, letters);
        self.finished(pen.sheet)
    }

    pub fn pixels(
        &self,
        letters: &Typeface,
        pixels: (u32, u32),
        is_transparent: bool,
        control: &Control,
    ) -> Result<PixelSheet, NoPicture> {
        let sheet = PixelSheet::new(pixels, self.input.size.room(), is_transparent)?;
        let mut pen = SheetPen::new(sheet, letters).stoppable(control);
        self.draw(&mut pen, letters);
        Ok(pen.sheet)
    }

    pub fn pdf(&self, letters: &Typeface, control: &Control) -> Result<Vec<u8>, NoPicture> {
        let input = self.input;
        let title = match heading(input.scene) {
            "" => input.texts.t("picture-title"),
            heading => heading.to_owned(),
        };
        let about = AboutPaper {
            language: code(input.texts.language),
            title: &title,
            summary: &self.shown(),
        };
        let shape = PaperShape {
            size: input.size.paper(),
            room: input.size.room(),
        };
        on_paper(&about, &shape, |sheet| {
            let mut pen = SheetPen::new(sheet, letters).stoppable(control);
            self.draw(&mut pen, letters);
            pen.sheet
        })
    }

    fn draw(&self, pen: &mut SheetPen<'_, impl Medium>, letters: &Typeface) {
        let (input, frame) = (self.input, &self.frame);
        let (wide, high) = input.size.room();
        draw_ground(pen, input);
        let end = draw_footer(pen, letters, input, &frame.footer, (wide, high));
        let below = if frame.has_question {
            draw_question(pen, letters, input, (wide, high))
        } else {
            MARGIN / 2.0
        };
        let wish = RoomWish {
            view: [0.0, below, wide, end],
            part: frame.part,
            margin: BOARD_MARGIN,
            most_zoom: MOST_ZOOM,
            least_zoom: None,
            legend: frame.has_legend.then_some(LegendWish {
                is_open: true,
                also: None,
            }),
        };
        let room = BoardRoom::new(letters, input.scene, &input.look, input.texts, &wish);
        let view = BoardView {
            origin: room.origin,
            zoom: room.zoom,
            within: wish.view,
            covered: room.legend.as_ref().map(|legend| legend.area),
        };
        match frame.part {
            None => draw_board(pen, letters, input, view),
            // The board goes on beyond it, under the question.
            Some(_) => pen.part(SheetPart::Within(wish.view), |pen| {
                draw_board(pen, letters, input, view);
            }),
        }
        if let Some(legend) = room.legend {
            let [left, top, _, _] = legend.area;
            pen.part(SheetPart::Group(Group::named("legend")), |pen| {
                legend.layout.draw(pen, Xy::new(left, top), false, &input.look);
            });
        }
    }

    fn finished(&self, sheet: SvgSheet) -> String {
        let input = self.input;
        let [wide, high] = input.size.shown();
        let language = code(input.texts.language);
        let (title, summary) = (heading(input.scene), self.summary());
        sheet.into_file([&wide, &high], input.size.room(), language, title, &summary)
    }

    /// As [`Self::shown`], with what is said below.
    fn summary(&self) -> String {
        let footer = Some(self.frame.footer.clone()).filter(|footer| !footer.is_empty());
        let shown = std::iter::once(self.shown());
        shown.chain(footer).collect::<Vec<_>>().join(" ")
    }

    /// Who is on it and what stands out, for who cannot see it.
    fn shown(&self) -> String {
        let input = self.input;
        let on_board = Pictured {
            actors: input.scene.pieces.iter().map(|piece| piece.actor).collect(),
            relations: input.scene.ties.iter().map(|tie| tie.relation).collect(),
        };
        let said = described(input.constellation, &on_board);
        let said = said.iter().map(|one| one.text(input.texts));
        said.collect::<Vec<_>>().join(" ")
    }
}

fn draw_ground(pen: &mut SheetPen<'_, impl Medium>, input: &PictureInput<'_>) {
    let (wide, high) = input.size.room();
    let surround = Card::plain([0.0, 0.0, wide, high], 0.0, input.look.palette.surround);
    pen.part(SheetPart::Ground, |pen| pen.card(surround));
}

fn code(language: Language) -> &'static str {
    match language {
        Language::Nl => "nl",
        Language::En => "en",
    }
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
    pen: &mut SheetPen<'_, impl Medium>,
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
        // Seen only where nothing lies under it.
        halo: Some(Halo {
            width: halo_width(QUESTION_SIZE),
            tone: input.look.palette.surround,
        }),
    };
    let tone = input.look.palette.ink;
    pen.part(SheetPart::Heading, |pen| pen.text(text, tone));
    let (_, high) = letters.extent(&lines, QUESTION_SIZE, QUESTION_WEIGHT);
    MARGIN + high
}

/// When and where it was, and over how many, below the rest. Returns where that ends.
fn draw_footer(
    pen: &mut SheetPen<'_, impl Medium>,
    letters: &Typeface,
    input: &PictureInput<'_>,
    footer: &str,
    (wide, high): (f32, f32),
) -> f32 {
    if footer.is_empty() {
        return high;
    }
    let lines = in_lines(letters, footer, (FOOTER_SIZE, FOOTER_WEIGHT), wide - 2.0 * MARGIN).join("\n");
    let (_, tall) = letters.extent(&lines, FOOTER_SIZE, FOOTER_WEIGHT);
    let top = high - MARGIN / 2.0 - tall;
    let text = Text {
        text: &lines,
        at: Xy::new(MARGIN, top),
        anchor: Anchor::TopLeft,
        size: FOOTER_SIZE,
        face: Face::Words(FOOTER_WEIGHT),
        halo: Some(Halo {
            width: halo_width(FOOTER_SIZE),
            tone: input.look.palette.surround,
        }),
    };
    let tone = input.look.palette.ink_weak;
    pen.part(SheetPart::Footer, |pen| pen.text(text, tone));
    top - MARGIN / 4.0
}

/// In as few lines as fit, about equally long: a last word alone on its line looks like a mistake.
fn balanced(letters: &Typeface, text: &str, most: f32) -> String {
    let face = (QUESTION_SIZE, QUESTION_WEIGHT);
    let lay_out = |width: f32| in_lines(letters, text, face, width);
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

fn in_lines(letters: &Typeface, text: &str, (size, weight): (f32, u16), width: f32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let longer = lines.last().map(|line| format!("{line} {word}"));
        let fits = |line: &String| letters.width(line, size, weight) <= width;
        match (longer.filter(fits), lines.last_mut()) {
            (Some(longer), Some(last)) => *last = longer,
            _ => lines.push(word.to_owned()),
        }
    }
    lines
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
