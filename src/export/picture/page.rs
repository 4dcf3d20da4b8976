//! What is on a picture and where: the question above, the legend beside, the board in the rest.

use super::NoPicture;
use super::board::{BoardView, draw_board};
use super::lines::{MARGIN, PageLines, footer, question};
use super::paper::{AboutPaper, PaperShape, on_paper};
use super::pixels::PixelSheet;
use super::sheet::{Group, Medium, SheetPart, SheetPen};
use super::svg::SvgSheet;
use crate::analysis::Control;
use crate::i18n::Texts;
use crate::model::{Constellation, Language};
use crate::numeric;
use crate::scene::Scene;
use crate::scene::geometry::Xy;
use crate::scene::labels::{Area, Patience};
use crate::scene::marks::{BoardLook, BoardRoom, Card, LegendWish, PartSeen, Pen, RoomWish};
use crate::scene::typeface::Typeface;
use crate::takeaway::{LetterForm, PictureSize};
use crate::told::{Pictured, described};

/// Space around the board.
const BOARD_MARGIN: f32 = 12.0;
/// What a board is never larger than: one actor alone should not fill the picture.
const MOST_ZOOM: f32 = 1.6;

/// A board that keeps this share of its sides beside the whole legend is large enough. Otherwise the page is laid out on
/// a larger room, a step at a time, and everything on it is a little smaller.
const ENOUGH: f32 = 0.75;
const LARGER: f64 = 1.25;
const MOST_STEPS: i32 = 5;
/// Of the height of a page question and footer have at most so much.
const MOST_OF_HEIGHT: f32 = 0.4;

/// How much larger the room is on a step.
fn enlargement(step: i32) -> f32 {
    numeric::power(LARGER, step) as f32
}

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
    /// What is on it when nothing beyond that part is; `None`: the board goes on beyond it.
    pub seen: Option<PartSeen>,
}

impl Default for PictureFrame {
    fn default() -> Self {
        Self {
            has_question: true,
            has_legend: true,
            footer: String::new(),
            part: None,
            seen: None,
        }
    }
}

/// Where the question stands on the board means something. What it says stands above the board already, larger.
pub fn say_question_once(scene: &mut Scene, texts: Texts) {
    if let Some(card) = scene.issue.as_mut().filter(|card| !card.text.trim().is_empty()) {
        card.text = texts.t("picture-question-card");
    }
}

/// The whole picture as an SVG file.
pub fn svg_of(input: &PictureInput<'_>, letters: &Typeface) -> String {
    Page::plain(input).svg(letters, &Control::new())
}

/// The board alone, as it is seen in a view of it.
pub fn svg_of_view(input: &PictureInput<'_>, letters: &Typeface, view: BoardView) -> String {
    let mut pen = SheetPen::new(SvgSheet::new(LetterForm::Text), letters);
    let room = input.size.room();
    draw_ground(&mut pen, input, room);
    draw_board(&mut pen, letters, input, view, &PartSeen::all(input.scene));
    Page::plain(input).finished(pen.sheet, room)
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
        let layout = self.layout(letters);
        let mut pen = SheetPen::new(SvgSheet::new(self.letter_form), letters).stoppable(control);
        self.draw(&mut pen, letters, &layout);
        self.finished(pen.sheet, layout.room)
    }

    pub fn pixels(
        &self,
        letters: &Typeface,
        pixels: (u32, u32),
        is_transparent: bool,
        control: &Control,
    ) -> Result<PixelSheet, NoPicture> {
        let layout = self.layout(letters);
        let sheet = PixelSheet::new(pixels, layout.room, is_transparent)?;
        let mut pen = SheetPen::new(sheet, letters).stoppable(control);
        self.draw(&mut pen, letters, &layout);
        Ok(pen.sheet)
    }

    pub fn pdf(&self, letters: &Typeface, control: &Control) -> Result<Vec<u8>, NoPicture> {
        let input = self.input;
        let layout = self.layout(letters);
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
            room: layout.room,
        };
        on_paper(&about, &shape, |sheet| {
            let mut pen = SheetPen::new(sheet, letters).stoppable(control);
            self.draw(&mut pen, letters, &layout);
            pen.sheet
        })
    }

    /// With all of the legend, wherever there is any way to have it: board and letters together as large as they can be.
    fn layout(&self, letters: &Typeface) -> PageLayout {
        let first = self.first_step(letters);
        let whole = self
            .has_legend()
            .then(|| self.with_whole_legend(letters, first))
            .flatten();
        whole.unwrap_or_else(|| self.with_names(letters, first))
    }

    fn has_legend(&self) -> bool {
        self.frame.has_legend && !self.input.scene.legend.is_empty()
    }

    /// The first step on which question and footer leave room for the board, with no word wider than the page.
    fn first_step(&self, letters: &Typeface) -> i32 {
        let (wide, high) = self.input.size.room();
        let fits = |step: &i32| {
            let larger = enlargement(*step);
            let room = (wide * larger, high * larger);
            let lines = [
                self.question(letters, room),
                footer(letters, &self.frame.footer, room),
            ];
            let lines = || lines.iter().flatten();
            let tall: f32 = lines().map(|lines| lines.bottom - lines.top).sum();
            tall <= MOST_OF_HEIGHT * room.1 && !lines().any(|lines| lines.breaks_words)
        };
        (0..MOST_STEPS).find(fits).unwrap_or(MOST_STEPS)
    }

    /// Without a legend, or with what there is room for: on the first room that everybody's name has a place on.
    fn with_names(&self, letters: &Typeface, first: i32) -> PageLayout {
        let mut steps = first..=MOST_STEPS;
        let with = steps.find_map(|step| {
            let layout = self.laid_out(letters, enlargement(step), false);
            layout.board.has_names.then_some(layout)
        });
        with.unwrap_or_else(|| self.laid_out(letters, enlargement(first), false))
    }

    fn with_whole_legend(&self, letters: &Typeface, first: i32) -> Option<PageLayout> {
        // With everybody's name first.
        let mut best: Option<(bool, f32, PageLayout)> = None;
        for step in first..=MOST_STEPS {
            let larger = enlargement(step);
            let is_best =
                |(has_names, score, _): &(bool, f32, PageLayout)| *has_names && *score >= 1.0 / larger;
            if best.as_ref().is_some_and(is_best) {
                break;
            }
            let layout = self.laid_out(letters, larger, true);
            if layout.board.legend.is_none() {
                continue;
            }
            let (has_names, share) = (layout.board.has_names, layout.share);
            if has_names && step == first && share >= ENOUGH {
                return Some(layout);
            }
            let score = share / larger;
            if best
                .as_ref()
                .is_none_or(|(had, of_best, _)| (has_names, score) > (*had, *of_best))
            {
                best = Some((has_names, score, layout));
            }
        }
        best.map(|(_, _, layout)| layout)
    }

    /// On a room so much larger than the picture's own.
    fn laid_out(&self, letters: &Typeface, larger: f32, is_whole: bool) -> PageLayout {
        let (input, frame) = (self.input, &self.frame);
        let (wide, high) = input.size.room();
        let room = (wide * larger, high * larger);
        let question = self.question(letters, room);
        let footer = footer(letters, &frame.footer, room);
        let view = [
            0.0,
            question
                .as_ref()
                .map_or(MARGIN / 2.0, |lines| lines.bottom + MARGIN / 2.0),
            room.0,
            footer.as_ref().map_or(room.1, |lines| lines.top - MARGIN / 4.0),
        ];
        let has_legend = self.has_legend();
        let wish = RoomWish {
            view,
            part: frame.part,
            seen: frame.seen.as_ref(),
            margin: BOARD_MARGIN,
            most_zoom: if frame.seen.is_some() {
                f32::INFINITY
            } else {
                MOST_ZOOM
            },
            least_zoom: None,
            legend: has_legend.then_some(LegendWish {
                is_open: true,
                is_whole,
                also: None,
            }),
            patience: &Patience::endless(),
        };
        let board = BoardRoom::new(letters, input.scene, &input.look, input.texts, &wish);
        let Xy { x, y } = board.origin;
        let cut_off = wish.cut_off(board.zoom);
        let board_view = cut_off.map_or(view, |[left, top, right, bottom]| {
            [left + x, top + y, right + x, bottom + y]
        });
        PageLayout {
            room,
            question,
            footer,
            board_view,
            share: board.zoom / wish.fitted(input.scene),
            board,
        }
    }

    fn question(&self, letters: &Typeface, room: (f32, f32)) -> Option<PageLines> {
        let is_asked = self.frame.has_question;
        is_asked
            .then(|| question(letters, heading(self.input.scene), room))
            .flatten()
    }

    fn draw(&self, pen: &mut SheetPen<'_, impl Medium>, letters: &Typeface, layout: &PageLayout) {
        let (input, frame) = (self.input, &self.frame);
        draw_ground(pen, input, layout.room);
        let palette = &input.look.palette;
        for (lines, part, tone) in [
            (&layout.footer, SheetPart::Footer, palette.ink_weak),
            (&layout.question, SheetPart::Heading, palette.ink),
        ] {
            if let Some(lines) = lines {
                pen.part(part, |pen| pen.text(lines.text(palette.surround), tone));
            }
        }
        let room = &layout.board;
        let all;
        let seen = match &frame.seen {
            Some(seen) => seen,
            None => {
                all = PartSeen::all(input.scene);
                &all
            }
        };
        let view = BoardView {
            origin: room.origin,
            zoom: room.zoom,
            within: layout.board_view,
            covered: room.legend.as_ref().map(|legend| legend.area),
        };
        match frame.part {
            None => draw_board(pen, letters, input, view, seen),
            // The board goes on beyond it, under the question.
            Some(_) => pen.part(SheetPart::Within(view.within), |pen| {
                draw_board(pen, letters, input, view, seen);
            }),
        }
        if let Some(legend) = &room.legend {
            let [left, top, _, _] = legend.area;
            pen.part(SheetPart::Group(Group::named("legend")), |pen| {
                legend.layout.draw(pen, Xy::new(left, top), false, &input.look);
            });
        }
    }

    fn finished(&self, sheet: SvgSheet, room: (f32, f32)) -> String {
        let input = self.input;
        let [wide, high] = input.size.shown();
        let language = code(input.texts.language);
        let (title, summary) = (heading(input.scene), self.summary());
        sheet.into_file([&wide, &high], room, language, title, &summary)
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
        let on_board = pictured(input.scene, self.frame.seen.as_ref());
        let said = described(input.constellation, &on_board);
        let said = said.iter().map(|one| one.text(input.texts));
        said.collect::<Vec<_>>().join(" ")
    }
}

/// The actors and relations that are on a picture.
pub(super) fn pictured(scene: &Scene, seen: Option<&PartSeen>) -> Pictured {
    match seen {
        None => Pictured {
            actors: scene.pieces.iter().map(|piece| piece.actor).collect(),
            relations: scene.ties.iter().map(|tie| tie.relation).collect(),
        },
        Some(seen) => Pictured {
            actors: seen.pieces.iter().map(|&at| scene.pieces[at].actor).collect(),
            relations: seen.ties.iter().map(|&at| scene.ties[at].relation).collect(),
        },
    }
}

fn draw_ground(pen: &mut SheetPen<'_, impl Medium>, input: &PictureInput<'_>, (wide, high): (f32, f32)) {
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

/// Everything of a page at its place.
struct PageLayout {
    /// What there is to lay out in, in points.
    room: (f32, f32),
    question: Option<PageLines>,
    footer: Option<PageLines>,
    /// Where the board is seen.
    board_view: Area,
    board: BoardRoom,
    /// Of the sides that the board would have without the legend.
    share: f32,
}
