//! The legend laid out: what occurs on the board under its headings, in columns.

use super::look::BoardLook;
use super::pen::{Anchor, Card, Face, Letters, Pen, Rim, Text};
use super::symbol::draw_symbol;
use crate::i18n::Texts;
use crate::scene::geometry::Xy;
use crate::scene::{Caption, LegendSection, LegendSymbol, Scene};

/// Letters on the turn.
const SIZE: f32 = 12.5;
const TITLE_WEIGHT: u16 = 680;
const HEADING_WEIGHT: u16 = 640;
const ENTRY_WEIGHT: u16 = 450;
/// A legend that hides the board explains nothing.
const MOST_OF_WIDTH: f32 = 0.4;
/// What goes first when there is no room: a piece says its own kind and level when it is pointed at.
const SPOKEN_BY_PIECES: [&str; 2] = ["legend-kinds", "legend-levels"];

/// A row with its text.
#[derive(Debug, Clone)]
enum LegendRow {
    Heading(String),
    Entry(LegendSymbol, String),
}

#[derive(Debug, Clone, Copy)]
pub struct LegendSizes {
    font: f32,
    /// Height of the letters' line.
    line: f32,
    pub row: f32,
    symbol: f32,
    pub padding: f32,
}

impl LegendSizes {
    /// In one column if at all possible, the letters no smaller than can be read.
    fn new(letters: &impl Letters, scale: f32, row_count: usize, height: f32) -> Self {
        let share = height * 0.94 / (row_count + 2) as f32;
        let row = share.clamp(15.0, 20.0 * scale).floor();
        let font = (row * SIZE / 20.0).round().max(11.0);
        Self {
            font,
            line: letters.extent("x", font, ENTRY_WEIGHT).1,
            row,
            symbol: (row * 1.7).round(),
            padding: (row * 0.5).round(),
        }
    }

    /// Height of the line with the legend's own name.
    pub fn head(&self) -> f32 {
        self.row + self.padding
    }
}

/// The legend laid out, before its place is chosen.
#[derive(Debug, Clone)]
pub struct LegendLayout {
    columns: Vec<(Vec<LegendRow>, f32)>,
    title: String,
    pub sizes: LegendSizes,
    pub size: (f32, f32),
    pub is_open: bool,
}

impl LegendLayout {
    /// For a picture or a view of this size. `None` when there is nothing to explain.
    pub fn new(
        letters: &impl Letters,
        scene: &Scene,
        is_open: bool,
        view: (f32, f32),
        look: &BoardLook,
        texts: Texts,
    ) -> Option<Self> {
        if scene.legend.is_empty() {
            return None;
        }
        let row_count = scene.legend.iter().map(|section| section.entries.len() + 1).sum();
        let sizes = LegendSizes::new(letters, look.text_scale, row_count, view.1);
        let title = texts.t("legend");
        let title_width = letters.extent(&title, sizes.font, TITLE_WEIGHT).0;
        let laid_out = |sections: &[&LegendSection]| {
            let columns = columns(letters, &rows(sections, texts), view.1, &sizes);
            let size = size(&columns, title_width, &sizes);
            (columns, size)
        };
        let all: Vec<&LegendSection> = scene.legend.iter().collect();
        let (mut columns, mut size) = if is_open { laid_out(&all) } else { laid_out(&[]) };
        if is_open && size.0 > view.0 * MOST_OF_WIDTH {
            let is_first = |section: &&&LegendSection| !matches!(section.heading, Caption::Key(key) if SPOKEN_BY_PIECES.contains(&key));
            let first: Vec<&LegendSection> = all.iter().filter(is_first).copied().collect();
            (columns, size) = laid_out(&first);
        }
        Some(Self {
            columns,
            title,
            sizes,
            size,
            is_open,
        })
    }

    /// Draws it with its upper left corner there. `is_lit`: the hand is at its head.
    pub fn draw(&self, pen: &mut impl Pen, at: Xy, is_lit: bool, look: &BoardLook) {
        let palette = &look.palette;
        let area = [at.x, at.y, at.x + self.size.0, at.y + self.size.1];
        let rim = Some((1.0, palette.board_edge.into(), Rim::Inside));
        pen.card(Card {
            rim,
            ..Card::plain(area, 8.0, palette.board)
        });
        let sizes = &self.sizes;
        let left = at.x + sizes.padding;
        let title = Xy::new(left, at.y + sizes.head() / 2.0 - sizes.line / 2.0);
        let tone = if is_lit { palette.selection } else { palette.ink };
        pen.text(sizes.text(&self.title, title, TITLE_WEIGHT), tone);
        let mut left = left;
        for (rows, width) in &self.columns {
            self.draw_column(pen, Xy::new(left, at.y + sizes.head()), rows, look);
            left += width + 2.0 * sizes.padding;
        }
    }

    fn draw_column(&self, pen: &mut impl Pen, at: Xy, rows: &[LegendRow], look: &BoardLook) {
        let sizes = &self.sizes;
        for (nth, row) in rows.iter().enumerate() {
            let middle = at.y + sizes.row * (nth as f32 + 0.5);
            let top = middle - sizes.line / 2.0;
            match row {
                LegendRow::Heading(text) => {
                    let text = sizes.text(text, Xy::new(at.x, top + 2.0), HEADING_WEIGHT);
                    pen.text(text, look.palette.ink_weak);
                }
                LegendRow::Entry(symbol, text) => {
                    let centre = Xy::new(at.x + sizes.symbol * 0.42, middle);
                    draw_symbol(pen, centre, symbol, look, sizes.row, sizes.symbol);
                    let text = sizes.text(text, Xy::new(at.x + sizes.symbol, top), ENTRY_WEIGHT);
                    pen.text(text, look.palette.ink);
                }
            }
        }
    }
}

impl LegendSizes {
    fn text<'t>(&self, text: &'t str, at: Xy, weight: u16) -> Text<'t> {
        Text {
            text,
            at,
            anchor: Anchor::TopLeft,
            size: self.font,
            face: Face::Words(weight),
            halo: None,
        }
    }
}

fn rows(sections: &[&LegendSection], texts: Texts) -> Vec<Vec<LegendRow>> {
    sections
        .iter()
        .map(|section| {
            let heading = LegendRow::Heading(section.heading.text(texts).into_owned());
            let entries = section
                .entries
                .iter()
                .map(|entry| LegendRow::Entry(entry.symbol.clone(), entry.caption.text(texts).into_owned()));
            std::iter::once(heading).chain(entries).collect()
        })
        .collect()
}

/// Whole sections in as many columns as the height asks for, each with its width.
fn columns(
    letters: &impl Letters,
    sections: &[Vec<LegendRow>],
    height: f32,
    sizes: &LegendSizes,
) -> Vec<(Vec<LegendRow>, f32)> {
    let room = (height * 0.95 / sizes.row - 1.5).max(8.0) as usize;
    let mut columns: Vec<(Vec<LegendRow>, f32)> = Vec::new();
    for section in sections {
        let fits = columns
            .last()
            .is_some_and(|(rows, _)| rows.len() + section.len() <= room);
        if !fits {
            columns.push((Vec::new(), 0.0));
        }
        let Some((rows, width)) = columns.last_mut() else {
            continue;
        };
        for row in section {
            let wide = match row {
                LegendRow::Heading(text) => letters.extent(text, sizes.font, HEADING_WEIGHT).0,
                LegendRow::Entry(_, text) => letters.extent(text, sizes.font, ENTRY_WEIGHT).0 + sizes.symbol,
            };
            *width = width.max(wide);
            rows.push(row.clone());
        }
    }
    columns
}

fn size(columns: &[(Vec<LegendRow>, f32)], title_width: f32, sizes: &LegendSizes) -> (f32, f32) {
    let least = title_width + 2.0 * sizes.padding + sizes.row;
    let width: f32 = columns.iter().map(|(_, width)| width + 2.0 * sizes.padding).sum();
    let rows = columns.iter().map(|(rows, _)| rows.len()).max().unwrap_or(0);
    let below = if rows > 0 { sizes.padding } else { 0.0 };
    (width.max(least), sizes.head() + rows as f32 * sizes.row + below)
}
