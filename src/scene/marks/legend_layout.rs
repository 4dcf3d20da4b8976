//! The legend laid out: what occurs on the board under its headings, in columns.

use super::look::BoardLook;
use super::pen::{Anchor, Card, Face, Letters, Pen, Rim, Text};
use super::symbol::draw_symbol;
use crate::i18n::{Texts, shown_up_to};
use crate::scene::geometry::Xy;
use crate::scene::labels::lines_of;
use crate::scene::{LegendEntry, LegendSection, LegendSymbol, LegendTopic, Scene};

/// Letters on the turn.
const SIZE: f32 = 12.5;
/// From one row to the next, as a share of the letters: in a hall letters are large enough to stand closer.
const ROW: f32 = 1.6;
const ROW_IN_HALL: f32 = 1.3;
/// Letters on a line of a long text, where it has several.
const NARROW: usize = 14;
/// As [`NARROW`], where there is room.
const WIDE: usize = 44;
/// Letters of a text that are shown at most: with more of them the legend would take the board's place.
const MOST: usize = 60;
const TITLE_WEIGHT: u16 = 680;
const HEADING_WEIGHT: u16 = 640;
const ENTRY_WEIGHT: u16 = 450;

/// How much the legend explains.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LegendExtent {
    /// All that occurs.
    #[default]
    Whole,
    /// What pieces are coloured and sized by, and the kinds of relations and actors.
    Kinds,
    /// Without what a piece says itself when it is pointed at.
    Colours,
    /// That without headings: a dot of colour and a piece of line say themselves what they are.
    Bare,
}

impl LegendExtent {
    fn has(self, topic: LegendTopic) -> bool {
        match self {
            Self::Whole => true,
            Self::Kinds => matches!(
                topic,
                LegendTopic::Colours
                    | LegendTopic::Measure
                    | LegendTopic::RelationKinds
                    | LegendTopic::ActorKinds
                    | LegendTopic::Groups
            ),
            Self::Colours | Self::Bare => matches!(
                topic,
                LegendTopic::Colours
                    | LegendTopic::Measure
                    | LegendTopic::RelationKinds
                    | LegendTopic::Groups
            ),
        }
    }
}

/// How the legend is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LegendShape {
    /// Its own name alone.
    Shut,
    /// Its own name alone, though it is wanted open: it says that there is no room for it.
    NoRoom,
    Open {
        extent: LegendExtent,
        /// In how many at most.
        columns: u8,
        /// Long texts in several lines.
        is_narrow: bool,
    },
}

/// A row with its text.
#[derive(Debug, Clone)]
enum LegendRow {
    Heading(String),
    Entry(LegendSymbol, String),
    /// What is left of the text of the entry above.
    More(String),
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
    /// In a hall as large as the names. `is_tight`: with no more around the letters than is needed.
    fn new(letters: &impl Letters, look: &BoardLook, is_tight: bool) -> Self {
        let (font, share, symbol, padding) = if look.is_for_hall() {
            let letters = (look.least_letters * look.enlarged).round();
            let (symbol, padding) = if is_tight { (1.2, 0.2) } else { (1.7, 0.35) };
            (letters, ROW_IN_HALL, symbol, padding)
        } else {
            (SIZE, ROW, 1.7, 0.5)
        };
        let row = (font * share).floor();
        Self {
            font,
            line: letters.extent("x", font, ENTRY_WEIGHT).1,
            row,
            symbol: (row * symbol).round(),
            padding: (row * padding).round(),
        }
    }

    /// Height of the line with the legend's own name.
    fn head(&self) -> f32 {
        self.row + self.padding
    }
}

/// The legend laid out, before its place is chosen.
#[derive(Debug, Clone)]
pub struct LegendLayout {
    columns: Vec<(Vec<LegendRow>, f32)>,
    /// Its own name. Open in a hall it has none: everybody sees what it is, and room is dear.
    title: Option<String>,
    /// Above the first row.
    above: f32,
    pub sizes: LegendSizes,
    pub size: (f32, f32),
    pub is_open: bool,
}

impl LegendLayout {
    /// `also`: what is in it first, beside what occurs on the board, be it open or shut. `None` when there is nothing
    /// to explain.
    pub fn new(
        letters: &impl Letters,
        scene: &Scene,
        shape: LegendShape,
        also: Option<&LegendSection>,
        look: &BoardLook,
        texts: Texts,
    ) -> Option<Self> {
        if scene.legend.is_empty() && also.is_none() {
            return None;
        }
        let is_tight = matches!(
            shape,
            LegendShape::Open {
                extent: LegendExtent::Bare,
                is_narrow: true,
                ..
            }
        );
        let sizes = LegendSizes::new(letters, look, is_tight);
        let title = texts.t(match shape {
            LegendShape::NoRoom => "legend-no-room",
            _ => "legend",
        });
        let (extent, most, is_narrow) = match shape {
            LegendShape::Shut | LegendShape::NoRoom => (None, 1, false),
            LegendShape::Open {
                extent,
                columns,
                is_narrow,
            } => (Some(extent), usize::from(columns), is_narrow),
        };
        let of_board = scene
            .legend
            .iter()
            .filter(|section| extent.is_some_and(|extent| extent.has(section.topic)));
        let sections: Vec<&LegendSection> = also.into_iter().chain(of_board).collect();
        let has_headings = extent != Some(LegendExtent::Bare);
        let width = if is_narrow { NARROW } else { WIDE };
        let rows = rows(&sections, texts, has_headings, width);
        let columns = columns(letters, &rows, most, &sizes);
        let title = Some(title).filter(|_| extent.is_none() || !look.is_for_hall());
        let title_width = |title: &String| letters.extent(title, sizes.font, TITLE_WEIGHT).0;
        let title_width = title.as_ref().map(title_width);
        let above = title_width.map_or(sizes.padding, |_| sizes.head());
        Some(Self {
            // Narrow, its rows begin with short ones, beside which there is room for the sign that shuts it.
            size: size(&columns, title_width, above, is_narrow, &sizes),
            columns,
            title,
            above,
            sizes,
            is_open: extent.is_some(),
        })
    }

    /// Height of the part that opens and shuts it.
    pub fn head(&self) -> f32 {
        self.sizes.head()
    }

    /// Size of its letters.
    pub fn letters(&self) -> f32 {
        self.sizes.font
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
        if let Some(title) = &self.title {
            let at = Xy::new(left, at.y + sizes.head() / 2.0 - sizes.line / 2.0);
            let tone = if is_lit { palette.selection } else { palette.ink };
            pen.text(sizes.text(title, at, TITLE_WEIGHT), tone);
        }
        let mut left = left;
        for (rows, width) in &self.columns {
            self.draw_column(pen, Xy::new(left, at.y + self.above), rows, look);
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
                LegendRow::Entry(_, text) | LegendRow::More(text) => {
                    if let LegendRow::Entry(symbol, _) = row {
                        let centre = Xy::new(at.x + sizes.symbol * 0.42, middle);
                        draw_symbol(pen, centre, symbol, look, sizes.row, sizes.symbol);
                    }
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

fn rows(sections: &[&LegendSection], texts: Texts, has_headings: bool, width: usize) -> Vec<Vec<LegendRow>> {
    let entry = |entry: &LegendEntry| {
        let text = entry.caption.text(texts);
        let text = shown_up_to(&text, MOST);
        let longest = text.split_whitespace().map(|word| word.chars().count()).max();
        // A long word makes its column wider anyway: no short one stands alone beside it.
        let width = width.max(longest.unwrap_or(0));
        let mut lines = lines_of(&text, width).into_iter();
        let first = lines.next().unwrap_or_default();
        let first = LegendRow::Entry(entry.symbol.clone(), first);
        [first].into_iter().chain(lines.map(LegendRow::More))
    };
    sections
        .iter()
        .map(|section| {
            let heading = shown_up_to(&section.heading.text(texts), MOST).into_owned();
            let heading = (has_headings && !heading.is_empty()).then_some(LegendRow::Heading(heading));
            let entries = section.entries.iter().flat_map(entry);
            heading.into_iter().chain(entries).collect()
        })
        .collect()
}

/// In so many columns at most, as short as they can be, each with its width. A heading never ends a column.
fn columns(
    letters: &impl Letters,
    sections: &[Vec<LegendRow>],
    most: usize,
    sizes: &LegendSizes,
) -> Vec<(Vec<LegendRow>, f32)> {
    let count: usize = sections.iter().map(Vec::len).sum();
    let fitting = (count.div_ceil(most.max(1)).max(2)..=count.max(2))
        .map(|rows| flowed(sections, rows))
        .find(|columns| columns.len() <= most.max(1));
    let width = |row: &LegendRow| match row {
        LegendRow::Heading(text) => letters.extent(text, sizes.font, HEADING_WEIGHT).0,
        LegendRow::Entry(_, text) | LegendRow::More(text) => {
            letters.extent(text, sizes.font, ENTRY_WEIGHT).0 + sizes.symbol
        }
    };
    let columns = fitting.unwrap_or_default().into_iter();
    let wide = |rows: Vec<LegendRow>| {
        let widest = rows.iter().map(width).fold(0.0, f32::max);
        (rows, widest)
    };
    columns.map(wide).collect()
}

/// One section after the other in columns of at most so many rows; a section goes on in the next only where it is
/// longer than a column.
fn flowed(sections: &[Vec<LegendRow>], most: usize) -> Vec<Vec<LegendRow>> {
    let mut columns: Vec<Vec<LegendRow>> = Vec::new();
    for section in sections {
        let left = columns.last().map_or(0, |rows| most.saturating_sub(rows.len()));
        if section.len() > left && (section.len() <= most || left < 3) || columns.is_empty() {
            columns.push(Vec::new());
        }
        for (nth, row) in section.iter().enumerate() {
            // A text goes on in the column in which it begins.
            let rest = section[nth + 1..].iter();
            let rest = rest.take_while(|row| matches!(row, LegendRow::More(_))).count();
            let is_more = matches!(row, LegendRow::More(_));
            if !is_more && columns.last().is_some_and(|rows| rows.len() + rest >= most) {
                columns.push(Vec::new());
            }
            if let Some(rows) = columns.last_mut() {
                rows.push(row.clone());
            }
        }
    }
    columns
}

fn size(
    columns: &[(Vec<LegendRow>, f32)],
    title: Option<f32>,
    above: f32,
    is_narrow: bool,
    sizes: &LegendSizes,
) -> (f32, f32) {
    // At the right of the head there is a sign that folds it away.
    let sign = sizes.row;
    let least = title.map_or(0.0, |title| title + 2.0 * sizes.padding + sign);
    let width: f32 = columns.iter().map(|(_, width)| width + 2.0 * sizes.padding).sum();
    let width = if title.is_some() || is_narrow {
        width
    } else {
        width + sign / 2.0
    };
    let rows = columns.iter().map(|(rows, _)| rows.len()).max().unwrap_or(0);
    let below = if rows > 0 { sizes.padding } else { 0.0 };
    (width.max(least), above + rows as f32 * sizes.row + below)
}
