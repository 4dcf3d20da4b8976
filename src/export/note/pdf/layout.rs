//! Where everything of a note stands on its pages, and what it is for who cannot see it. Points of paper, 72 to the inch.

use std::collections::HashMap;

use crate::export::note::blocks::{NoteBlock, NoteDocument, NoteFigure, NoteTable, has_long_word};
use crate::export::picture::Typeface;
use crate::scene::geometry::Xy;

/// A4, upright.
const PAGE: [f32; 2] = [595.28, 841.89];
const MARGIN: f32 = 56.7;
/// Room below the text, for the number of the page.
const FOOT: f32 = 30.0;

pub const WORDS: u16 = 400;
pub const BOLD: u16 = 650;

/// How large letters are, how far apart lines, how much room before.
#[derive(Debug, Clone, Copy)]
struct Style {
    size: f32,
    line: f32,
    before: f32,
    weight: u16,
}

const fn style(size: f32, line: f32, before: f32, weight: u16) -> Style {
    Style {
        size,
        line,
        before,
        weight,
    }
}

const TITLE: Style = style(20.0, 26.0, 0.0, BOLD);
const PART: Style = style(15.0, 20.0, 20.0, BOLD);
const HEADING: Style = style(11.5, 16.0, 12.0, BOLD);
const BODY: Style = style(10.0, 14.0, 5.0, WORDS);
const ITEM: Style = style(10.0, 14.0, 2.0, WORDS);
const CELL: Style = style(8.5, 11.0, 0.0, WORDS);
const HEAD_CELL: Style = style(8.5, 11.0, 0.0, BOLD);
const NUMBER: Style = style(8.5, 11.0, 0.0, WORDS);

const INDENT: f32 = 14.0;
const BULLET: &str = "•";
/// Between the letters of a cell and its edges.
const PAD: [f32; 2] = [4.0, 3.0];

/// What something is, for who cannot see it.
#[derive(Debug, Clone, PartialEq)]
pub enum TagSort {
    Heading(u16, String),
    Paragraph,
    List,
    Item,
    Label,
    ItemBody,
    Table(String),
    Row,
    ColumnHead,
    RowHead,
    Cell,
    /// With the words in its place, and the page and area it has.
    Figure(String, usize, [f32; 4]),
    Caption,
}

/// A part of the note, with those in it in the order in which they are read.
#[derive(Debug, Clone, PartialEq)]
pub struct TaggedPart {
    pub sort: TagSort,
    pub inside: Vec<usize>,
}

/// Something on a page.
#[derive(Debug, Clone, PartialEq)]
pub enum Mark {
    /// A line of letters from where it begins.
    Words {
        text: String,
        at: Xy,
        size: f32,
        weight: u16,
    },
    /// A line of the table, from left to right.
    Rule {
        from: Xy,
        to: f32,
    },
    /// The ground of a header row: left, top, right, bottom.
    Ground([f32; 4]),
    Picture(usize, [f32; 4]),
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct NotePage {
    pub is_wide: bool,
    /// Each with the part that it is of; `None` for what says nothing itself.
    pub marks: Vec<(Mark, Option<usize>)>,
}

impl NotePage {
    pub fn size(&self) -> (f32, f32) {
        let [short, long] = PAGE;
        if self.is_wide {
            (long, short)
        } else {
            (short, long)
        }
    }
}

/// A whole note on its pages.
#[derive(Debug, Default)]
pub struct Paged<'a> {
    pub pages: Vec<NotePage>,
    pub parts: Vec<TaggedPart>,
    /// Those that are in no other.
    pub tops: Vec<usize>,
    pub pictures: Vec<&'a NoteFigure>,
    /// Headings of the parts of the note, each with its page and how far down.
    pub outline: Vec<(String, usize, f32)>,
}

struct Layout<'a> {
    paged: Paged<'a>,
    letters: &'a Typeface,
    widths: HashMap<(String, u32, u16), f32>,
    /// How far down the page the next thing may stand.
    down: f32,
}

pub fn paged<'a>(note: &'a NoteDocument, letters: &'a Typeface) -> Paged<'a> {
    let mut layout = Layout {
        paged: Paged::default(),
        letters,
        widths: HashMap::new(),
        down: 0.0,
    };
    layout.begin_page(false);
    layout.heading(&note.title, 1, TITLE);
    for (at, section) in note.sections.iter().enumerate() {
        // A picture has a page lying down, so that its letters can be read.
        let is_wide = section.has_figure();
        let page = layout.page();
        if at > 0 && (is_wide || page.is_wide) {
            layout.begin_page(is_wide);
        } else if is_wide {
            layout.turn();
        }
        layout.room_for(PART.before + PART.line + HEADING.before + HEADING.line + 3.0 * BODY.line);
        let top = layout.paged.pages.len() - 1;
        layout.heading(&section.heading, 2, PART);
        let down = layout.down - PART.line;
        layout.paged.outline.push((section.heading.clone(), top, down));
        for (block, is_lead) in section.led() {
            layout.block(block, is_lead);
        }
    }
    layout.number_pages();
    layout.paged
}

impl<'a> Layout<'a> {
    fn page(&self) -> &NotePage {
        self.paged.pages.last().expect("one is begun first")
    }

    fn begin_page(&mut self, is_wide: bool) {
        self.paged.pages.push(NotePage {
            is_wide,
            marks: Vec::new(),
        });
        self.down = MARGIN;
    }

    /// The page that has been begun lies down.
    fn turn(&mut self) {
        if let Some(page) = self.paged.pages.last_mut() {
            page.is_wide = true;
        }
    }

    fn width(&self) -> f32 {
        self.page().size().0 - 2.0 * MARGIN
    }

    fn bottom(&self) -> f32 {
        self.page().size().1 - MARGIN - FOOT / 2.0
    }

    fn is_at_top(&self) -> bool {
        self.down <= MARGIN
    }

    /// So much stays together, unless a page has no room for it.
    fn room_for(&mut self, high: f32) -> bool {
        let starts = self.down + high > self.bottom() && !self.is_at_top();
        if starts {
            let is_wide = self.page().is_wide;
            self.begin_page(is_wide);
        }
        starts
    }

    fn part(&mut self, sort: TagSort, within: Option<usize>) -> usize {
        let part = self.paged.parts.len();
        self.paged.parts.push(TaggedPart {
            sort,
            inside: Vec::new(),
        });
        match within {
            Some(outer) => self.paged.parts[outer].inside.push(part),
            None => self.paged.tops.push(part),
        }
        part
    }

    fn mark(&mut self, mark: Mark, of: Option<usize>) {
        let page = self.paged.pages.last_mut().expect("one is begun first");
        page.marks.push((mark, of));
    }

    fn measure(&mut self, text: &str, style: Style) -> f32 {
        let key = (text.to_owned(), style.size.to_bits(), style.weight);
        if let Some(&width) = self.widths.get(&key) {
            return width;
        }
        let width = self.letters.width(text, style.size, style.weight);
        self.widths.insert(key, width);
        width
    }

    /// The text in lines of at most this width; a word that is wider breaks where it must.
    fn lines(&mut self, text: &str, width: f32, style: Style) -> Vec<String> {
        let space = self.measure(" ", style);
        let mut lines: Vec<String> = Vec::new();
        let (mut line, mut used) = (String::new(), 0.0);
        for word in words(text) {
            let (word, glued) = word;
            for (nth, piece) in self.pieces(word, width, style).into_iter().enumerate() {
                let glued = glued || nth > 0;
                let wide = self.measure(&piece, style);
                let gap = if line.is_empty() || glued { 0.0 } else { space };
                if !line.is_empty() && used + gap + wide > width {
                    // Who copies or searches a text in lines gets its words, not one word.
                    line.push_str(if glued { "" } else { " " });
                    lines.push(std::mem::take(&mut line));
                    used = 0.0;
                }
                if !line.is_empty() && !glued {
                    line.push(' ');
                    used += space;
                }
                line.push_str(&piece);
                used += wide;
            }
        }
        if !line.is_empty() || lines.is_empty() {
            lines.push(line);
        }
        lines
    }

    fn pieces(&mut self, word: &str, width: f32, style: Style) -> Vec<String> {
        if self.measure(word, style) <= width {
            return vec![word.to_owned()];
        }
        let mut pieces = vec![String::new()];
        let mut used = 0.0;
        for letter in unicode_segmentation::UnicodeSegmentation::graphemes(word, true) {
            let wide = self.measure(letter, style);
            if used + wide > width && used > 0.0 {
                pieces.push(String::new());
                used = 0.0;
            }
            pieces.last_mut().expect("begun").push_str(letter);
            used += wide;
        }
        pieces
    }

    /// Lines below each other, on as many pages as they need.
    fn text(&mut self, lines: Vec<String>, left: f32, style: Style, of: usize) {
        for text in lines {
            self.room_for(style.line);
            let at = Xy::new(left, self.down + baseline(style));
            let (size, weight) = (style.size, style.weight);
            let words = Mark::Words {
                text,
                at,
                size,
                weight,
            };
            self.mark(words, Some(of));
            self.down += style.line;
        }
    }

    fn space(&mut self, before: f32) {
        if !self.is_at_top() {
            self.down += before;
        }
    }

    fn heading(&mut self, text: &str, level: u16, style: Style) {
        let lines = self.lines(text, self.width(), style);
        // A heading stays with what it is above.
        self.room_for(style.before + style.line * lines.len() as f32 + 3.0 * BODY.line);
        self.space(style.before);
        let part = self.part(TagSort::Heading(level, text.to_owned()), None);
        self.text(lines, MARGIN, style, part);
    }

    fn block(&mut self, block: &'a NoteBlock, is_lead: bool) {
        match block {
            NoteBlock::Heading(text) => self.heading(text, 3, HEADING),
            NoteBlock::Paragraph(text) => {
                let lines = self.lines(text, self.width(), BODY);
                let with_next = if is_lead { 3.0 * BODY.line } else { 0.0 };
                let together = lines.len().min(3) as f32 * BODY.line;
                self.room_for(BODY.before + together + with_next);
                self.space(BODY.before);
                let part = self.part(TagSort::Paragraph, None);
                self.text(lines, MARGIN, BODY, part);
            }
            NoteBlock::List(items) => self.list(items),
            NoteBlock::Table(table) => self.table(table),
            NoteBlock::Figure(figure) => self.figure(figure),
        }
    }

    fn list(&mut self, items: &[String]) {
        let list = self.part(TagSort::List, None);
        for item in items {
            let lines = self.lines(item, self.width() - INDENT, ITEM);
            self.room_for(ITEM.before + lines.len().min(3) as f32 * ITEM.line);
            self.space(ITEM.before);
            let one = self.part(TagSort::Item, Some(list));
            let label = self.part(TagSort::Label, Some(one));
            let at = Xy::new(MARGIN + 3.0, self.down + baseline(ITEM));
            let (size, weight) = (ITEM.size, ITEM.weight);
            let text = BULLET.to_owned();
            self.room_for(ITEM.line);
            let bullet = Mark::Words {
                text,
                at,
                size,
                weight,
            };
            self.mark(bullet, Some(label));
            let body = self.part(TagSort::ItemBody, Some(one));
            self.text(lines, MARGIN + INDENT, ITEM, body);
        }
    }

    fn table(&mut self, table: &NoteTable) {
        self.space(6.0);
        let whole = self.width();
        let names: Vec<String> = table.columns.iter().map(|column| column.name.clone()).collect();
        let widths = self.widths(table, &names, whole);
        let head = self.cells(&names, &widths, HEAD_CELL);
        let tag = self.part(TagSort::Table(table.name.clone()), None);
        let first = table.rows.first().map(|row| self.cells(row, &widths, CELL));
        let first = first.map_or(0.0, |cells| height(&cells, CELL));
        self.room_for(height(&head, HEAD_CELL) + first);
        let row = self.part(TagSort::Row, Some(tag));
        let cells: Vec<usize> = head
            .iter()
            .map(|_| self.part(TagSort::ColumnHead, Some(row)))
            .collect();
        self.row(table, &head, &widths, HEAD_CELL, Some(&cells));
        for texts in &table.rows {
            let lines = self.cells(texts, &widths, CELL);
            let starts = self.room_for(height(&lines, CELL));
            if starts {
                // Said once, and shown on every page.
                self.row(table, &head, &widths, HEAD_CELL, None);
            }
            let row = self.part(TagSort::Row, Some(tag));
            let cells: Vec<usize> = (0..lines.len())
                .map(|at| self.part(if at == 0 { TagSort::RowHead } else { TagSort::Cell }, Some(row)))
                .collect();
            self.row(table, &lines, &widths, CELL, Some(&cells));
        }
        self.down += 8.0;
    }

    /// As the table shares them out, but for letters as wide as they are: no word breaks for which there is room elsewhere.
    fn widths(&mut self, table: &NoteTable, names: &[String], whole: f32) -> Vec<f32> {
        let shares = table.fit().shares.into_iter();
        let mut widths: Vec<f32> = shares.map(|share| share as f32 * whole).collect();
        let mut least = vec![0.0_f32; widths.len()];
        let rows = table.rows.iter().map(|row| (row.as_slice(), CELL));
        for (row, style) in [(names, HEAD_CELL)].into_iter().chain(rows) {
            for (text, least) in row.iter().zip(&mut least) {
                for (word, _) in words(text).filter(|(word, _)| !has_long_word(word)) {
                    *least = least.max(self.measure(word, style) + 2.0 * PAD[0] + 0.5);
                }
            }
        }
        let pairs = || widths.iter().zip(&least);
        let missing: f32 = pairs().map(|(width, least)| (least - width).max(0.0)).sum();
        let spare: f32 = pairs().map(|(width, least)| (width - least).max(0.0)).sum();
        if missing > 0.0 && spare > missing {
            let kept = 1.0 - missing / spare;
            for (width, least) in widths.iter_mut().zip(&least) {
                *width = least + (*width - least).max(0.0) * kept;
            }
        }
        widths
    }

    fn cells(&mut self, texts: &[String], widths: &[f32], style: Style) -> Vec<Vec<String>> {
        let cells = texts.iter().zip(widths);
        cells
            .map(|(text, width)| self.lines(text, width - 2.0 * PAD[0], style))
            .collect()
    }

    /// A row that is higher than a page goes on on the next.
    fn row(
        &mut self,
        table: &NoteTable,
        cells: &[Vec<String>],
        widths: &[f32],
        style: Style,
        of: Option<&[usize]>,
    ) {
        let lines = cells.iter().map(Vec::len).max().unwrap_or(0);
        let is_head = style.weight == BOLD;
        let mut from = 0;
        while from < lines.max(1) {
            let fits = ((self.bottom() - self.down - 2.0 * PAD[1]) / style.line)
                .floor()
                .max(1.0) as usize;
            let to = (from + fits).min(lines);
            let high = 2.0 * PAD[1] + (to - from) as f32 * style.line;
            let (left, right) = (MARGIN, MARGIN + widths.iter().sum::<f32>());
            if is_head {
                self.mark(Mark::Ground([left, self.down, right, self.down + high]), None);
            }
            let mut x = MARGIN;
            for (at, (cell, width)) in cells.iter().zip(widths).enumerate() {
                for (nth, text) in cell.iter().skip(from).take(to - from).enumerate() {
                    let start = if table.columns[at].is_figures {
                        x + width - PAD[0] - self.measure(text.trim_end(), style)
                    } else {
                        x + PAD[0]
                    };
                    let down = self.down + PAD[1] + nth as f32 * style.line;
                    let (size, weight) = (style.size, style.weight);
                    let words = Mark::Words {
                        text: text.clone(),
                        at: Xy::new(start, down + baseline(style)),
                        size,
                        weight,
                    };
                    if !text.is_empty() {
                        self.mark(words, of.map(|parts| parts[at]));
                    }
                }
                x += width;
            }
            self.down += high;
            let rule = Mark::Rule {
                from: Xy::new(left, self.down),
                to: right,
            };
            self.mark(rule, None);
            from = to.max(from + 1);
            if from < lines {
                let is_wide = self.page().is_wide;
                self.begin_page(is_wide);
            }
        }
    }

    fn figure(&mut self, figure: &'a NoteFigure) {
        if figure.pixels.is_none() {
            let lines = self.lines(&figure.alternative, self.width(), BODY);
            let part = self.part(TagSort::Paragraph, None);
            self.text(lines, MARGIN, BODY, part);
            return;
        }
        self.space(6.0);
        let caption = self.lines(&figure.caption, self.width(), CELL);
        let below = caption.len() as f32 * CELL.line + 8.0;
        let aspect = figure.aspect as f32;
        // As wide as the page, or as high as what is left of it.
        let most = (self.bottom() - self.down - below).max(100.0);
        let wide = self.width().min(most / aspect);
        let area = [MARGIN, self.down, MARGIN + wide, self.down + wide * aspect];
        let page = self.paged.pages.len() - 1;
        let part = self.part(TagSort::Figure(figure.alternative.clone(), page, area), None);
        let picture = self.paged.pictures.len();
        self.paged.pictures.push(figure);
        self.mark(Mark::Picture(picture, area), Some(part));
        self.down = area[3] + 6.0;
        let part = self.part(TagSort::Caption, Some(part));
        self.text(caption, MARGIN, CELL, part);
    }

    fn number_pages(&mut self) {
        let letters = self.letters;
        for (page, number) in self.paged.pages.iter_mut().zip(1..) {
            let text = f64::from(number).to_string();
            let (wide, high) = page.size();
            let width = letters.width(&text, NUMBER.size, NUMBER.weight);
            let at = Xy::new((wide - width) / 2.0, high - MARGIN / 2.0 - 4.0);
            let (size, weight) = (NUMBER.size, NUMBER.weight);
            let words = Mark::Words {
                text,
                at,
                size,
                weight,
            };
            page.marks.push((words, None));
        }
    }
}

/// Where letters stand below the top of their line.
fn baseline(style: Style) -> f32 {
    (style.line - style.size) / 2.0 + style.size * 0.82
}

fn height(cells: &[Vec<String>], style: Style) -> f32 {
    let lines = cells.iter().map(Vec::len).max().unwrap_or(0);
    2.0 * PAD[1] + lines as f32 * style.line
}

/// The words of a text, each with whether it follows the one before without a space: a line may end behind a hyphen or a
/// slash.
fn words(text: &str) -> impl Iterator<Item = (&str, bool)> {
    text.split(' ').filter(|word| !word.is_empty()).flat_map(|word| {
        let mut first = true;
        word.split_inclusive(['-', '/'])
            .map(move |piece| (piece, !std::mem::take(&mut first)))
    })
}
