//! What a note consists of, whatever kind of document it is written as.

use crate::i18n::line;
use crate::model::Language;
use crate::takeaway::NotePart;

/// A whole note.
#[derive(Debug, Clone, PartialEq)]
pub struct NoteDocument {
    pub title: String,
    /// What the list of parts is called, for a document that has one.
    pub contents: String,
    pub language: Language,
    /// The program and its version.
    pub made_by: String,
    pub sections: Vec<NoteSection>,
}

impl NoteDocument {
    /// The language as in HTML, XML and files of offices: `nl` or `en`.
    pub fn language_code(&self) -> &'static str {
        match self.language {
            Language::Nl => "nl",
            Language::En => "en",
        }
    }
}

/// One part of it, under a heading of the second level.
#[derive(Debug, Clone, PartialEq)]
pub struct NoteSection {
    pub part: NotePart,
    pub heading: String,
    pub blocks: Vec<NoteBlock>,
}

impl NoteSection {
    /// The blocks, each with whether it speaks of the table or list below it and stays with that.
    pub fn led(&self) -> impl Iterator<Item = (&NoteBlock, bool)> {
        self.blocks.iter().enumerate().map(|(at, block)| {
            let next = self.blocks.get(at + 1);
            let is_lead = matches!(next, Some(NoteBlock::Table(_) | NoteBlock::List(_)));
            (block, is_lead)
        })
    }

    pub fn has_figure(&self) -> bool {
        self.blocks
            .iter()
            .any(|block| matches!(block, NoteBlock::Figure(_)))
    }
}

#[derive(Debug, Clone, PartialEq)]
pub enum NoteBlock {
    /// Of the third level.
    Heading(String),
    Paragraph(String),
    List(Vec<String>),
    Table(NoteTable),
    Figure(NoteFigure),
}

impl NoteBlock {
    pub fn heading(text: &str) -> Self {
        Self::Heading(line(text))
    }

    pub fn paragraph(text: &str) -> Self {
        Self::Paragraph(line(text))
    }

    pub fn list(items: impl IntoIterator<Item = String>) -> Self {
        Self::List(items.into_iter().map(|item| line(&item)).collect())
    }
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteColumn {
    pub name: String,
    /// Numbers, which stand at the right.
    pub is_figures: bool,
}

impl NoteColumn {
    pub fn words(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            is_figures: false,
        }
    }

    pub fn figures(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            is_figures: true,
        }
    }
}

/// A table with a header row; the first cell of every row says what the row is about.
#[derive(Debug, Clone, PartialEq)]
pub struct NoteTable {
    /// What it is a table of, for who cannot see where it stands.
    pub name: String,
    pub columns: Vec<NoteColumn>,
    /// As many cells as there are columns.
    pub rows: Vec<Vec<String>>,
}

/// A word of more letters than this breaks; no column needs more room than for one of these.
pub const LONGEST_WORD: usize = 26;
/// More letters than this on a line are not worth as much more of a column.
const WIDEST: usize = 60;
/// Of the letters beyond that one in so many counts, up to as many as these.
const BEYOND: (usize, usize) = (4, 100);
/// A text that stands in more lines than this should have more room, up to so many letters on a line.
const MOST_LINES: f64 = 4.0;
const ROOMY: f64 = 30.0;
/// The usual size of the letters of a table, in points.
pub const USUAL_SIZE: f64 = 9.0;
/// And how small they may become where words would break otherwise, by steps of half a point.
const LEAST_SIZE: f64 = 7.0;
/// Width of a page of the note, and of what is beside the letters of a cell, in points.
const LINE: f64 = 482.0;
const AROUND: f64 = 10.0;
/// Width of most letters, in sizes.
const LETTER: f64 = 0.52;

/// How a table fits on a page.
#[derive(Debug, Clone, PartialEq)]
pub struct FittedTable {
    /// Of its letters, in points.
    pub size: f64,
    /// Which part of the width every column takes; together 1.
    pub shares: Vec<f64>,
}

impl NoteTable {
    /// Columns in which nothing is said are left out; the first one stays.
    pub fn new(name: &str, columns: Vec<NoteColumn>, rows: Vec<Vec<String>>) -> Self {
        let rows: Vec<Vec<String>> = rows
            .into_iter()
            .map(|row| row.iter().map(|cell| line(cell)).collect())
            .collect();
        let says: Vec<bool> = (0..columns.len())
            .map(|at| at == 0 || rows.iter().any(|row: &Vec<String>| !row[at].is_empty()))
            .collect();
        let kept = |row: Vec<String>| {
            let cells = row.into_iter().zip(&says);
            cells.filter(|(_, says)| **says).map(|(cell, _)| cell).collect()
        };
        Self {
            name: line(name),
            rows: rows.into_iter().map(kept).collect(),
            columns: columns
                .into_iter()
                .zip(&says)
                .filter(|(_, says)| **says)
                .map(|(column, _)| column)
                .collect(),
        }
    }

    /// No word breaks where there is room for it, with smaller letters perhaps; then no text is a column of single words;
    /// and what is left goes to the columns with long texts.
    pub fn fit(&self) -> FittedTable {
        let columns: Vec<ColumnNeed> = (0..self.columns.len()).map(|at| self.need(at)).collect();
        let all = |size: f64, part: fn(&ColumnNeed) -> f64| -> f64 {
            columns.iter().map(|column| part(column) * size).sum()
        };
        let around = columns.len() as f64 * AROUND;
        let fits = |size: &f64| all(*size, |column| column.words + column.text) + around <= LINE;
        let steps = ((USUAL_SIZE - LEAST_SIZE) * 2.0) as u8;
        let mut sizes = (0..=steps).map(|step| USUAL_SIZE - f64::from(step) / 2.0);
        let size = sizes.find(fits).unwrap_or(LEAST_SIZE);
        let left = (LINE - around - all(size, |column| column.words)).max(0.0);
        let text = all(size, |column| column.text);
        let of_text = (left / text.max(1.0)).min(1.0);
        let left = (left - text).max(0.0);
        let more = all(size, |column| column.more);
        let of_more = (left / more.max(1.0)).min(1.0);
        let width = |column: &ColumnNeed| {
            AROUND + size * (column.words + column.text * of_text + column.more * of_more)
        };
        let widths: Vec<f64> = columns.iter().map(width).collect();
        let all: f64 = widths.iter().sum();
        FittedTable {
            size,
            shares: widths.iter().map(|width| width / all.max(1.0)).collect(),
        }
    }

    fn need(&self, at: usize) -> ColumnNeed {
        let cells = || self.rows.iter().map(|row| row[at].as_str());
        let longest = cells().map(|cell| longest_word(cell, 1.0));
        let words = longest
            .chain([longest_word(&self.columns[at].name, BOLD)])
            .fold(0.0, f64::max)
            .min(LONGEST_WORD as f64 * LETTER);
        let widest = cells().map(|cell| cell.chars().count()).max().unwrap_or(0);
        let (every, most) = BEYOND;
        let beyond = (widest.saturating_sub(WIDEST) / every).min(most);
        let wanted = (widest.min(WIDEST) + beyond) as f64 * LETTER;
        // The lines of a text are not all full.
        let text = (widest as f64 / (MOST_LINES - 0.5)).min(ROOMY) * LETTER;
        ColumnNeed {
            words,
            text: (text - words).max(0.0),
            more: (wanted - text.max(words)).max(0.0),
        }
    }
}

/// What a column needs beside the room around its letters, in sizes of these.
struct ColumnNeed {
    /// For the longest word.
    words: f64,
    /// And for a text that is not one word under the other.
    text: f64,
    /// And to be read with ease.
    more: f64,
}

/// How much wider bold letters are.
const BOLD: f64 = 1.08;

/// In sizes: of the faces without serifs that offices have, which hardly differ in this.
fn width(letter: char) -> f64 {
    match letter {
        'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' => 0.28,
        'f' | 't' | 'r' | 'I' | '(' | ')' | '-' | '/' | '"' | '’' => 0.34,
        'm' | 'M' | '%' => 0.86,
        'w' | 'W' => 0.8,
        letter if letter.is_uppercase() => 0.72,
        letter if u32::from(letter) < 0x2e80 => 0.56,
        _ => 1.0,
    }
}

/// Where it may break is where a line ends.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive([' ', '-', '/'])
        .map(|word| word.trim_end_matches(' '))
}

/// In sizes of letters that are so much wider.
fn longest_word(text: &str, wider: f64) -> f64 {
    let widths = words(text).map(|word| word.chars().map(width).sum::<f64>());
    widths.fold(0.0, f64::max) * wider
}

/// Whether a text has a word that no column has room for.
pub fn has_long_word(text: &str) -> bool {
    let is_long = |word: &str| word.trim_end_matches(['-', '/']).chars().count() > LONGEST_WORD;
    text.len() > LONGEST_WORD && words(text).any(is_long)
}

/// A picture with what it shows in words.
#[derive(Debug, Clone, PartialEq)]
pub struct NoteFigure {
    /// A whole SVG file.
    pub svg: String,
    /// The same as a PNG file, for offices: they draw SVG each in their own way, LibreOffice the halo of a name over the
    /// name. `None` when it could not be made; the words are then in its place.
    pub pixels: Option<Vec<u8>>,
    /// Height by width.
    pub aspect: f64,
    pub alternative: String,
    pub caption: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_has_the_columns_in_which_something_is_said() {
        let columns = ["a", "b", "c"].map(NoteColumn::words).into();
        let rows = [["", " ", "x"], ["", "\n", "a\nb"]].map(|row| row.map(str::to_owned).into());
        let table = NoteTable::new("t", columns, rows.into());
        assert_eq!(table.columns.len(), 2);
        assert_eq!(table.rows, [["", "x"], ["", "a b"]]);
        let shares = table.fit().shares;
        assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-9);
    }

    #[test]
    fn a_long_text_leaves_every_word_its_room() {
        let columns = ["Naam", "Zekerheid", "Toelichting"].map(NoteColumn::words).into();
        let long = "een lange toelichting ".repeat(30);
        let rows =
            [["Werkgevers-servicepunt", "nagegaan", long.as_str()]].map(|row| row.map(str::to_owned).into());
        let FittedTable { size, shares } = NoteTable::new("t", columns, rows.into()).fit();
        let room = |share: f64| (share * LINE - AROUND) / size + 1e-9;
        assert!(
            room(shares[0]) >= longest_word("servicepunt", 1.0)
                && room(shares[1]) >= longest_word("Zekerheid", BOLD),
            "{shares:?}"
        );
        assert!(size > USUAL_SIZE - 0.1, "there is room for usual letters");
        assert!(shares[2] > 0.5, "{shares:?}");
        let columns = ["a", "b"].map(NoteColumn::words).into();
        let rows = [["é".repeat(65_536), "x".to_owned()]].map(Vec::from).into();
        let shares = NoteTable::new("t", columns, rows).fit().shares;
        assert!(shares[1] > 0.03, "{shares:?}");
        assert!(has_long_word(&"x".repeat(27)) && !has_long_word(&"xx ".repeat(99)));
    }

    #[test]
    fn in_a_table_of_many_columns_no_word_breaks_and_a_sentence_is_no_tower() {
        let names = [
            "Naam",
            "Soort",
            "Schaalniveau",
            "Domeinen",
            "Hoort bij",
            "Houding",
            "Toelichting",
        ];
        let row = [
            "Wijkwerkbedrijf",
            "Samenwerkingsverband",
            "Bovenregionaal",
            "Woningbouw, Jeugd",
            "Wijkwerkbedrijf",
            "afwachtend",
            "Kent de wijk en haar bewoners, en houdt daar spreekuur.",
        ];
        let columns = names.map(NoteColumn::words).into();
        let table = NoteTable::new("t", columns, vec![row.map(str::to_owned).into()]);
        let FittedTable { size, shares } = table.fit();
        assert!((LEAST_SIZE..USUAL_SIZE).contains(&size), "{size}");
        for ((share, name), cell) in shares.iter().zip(names).zip(row) {
            let room = (share * LINE - AROUND) / size + 1e-9;
            assert!(longest_word(cell, 1.0) <= room, "{cell}");
            assert!(longest_word(name, BOLD) <= room, "{name}");
            let all: f64 = cell.chars().map(width).sum();
            assert!(all / room <= MOST_LINES, "{cell}: {}", all / room);
        }
    }

    #[test]
    fn words_are_counted_as_wide_as_letters_of_their_script_are() {
        let wide = |word: &str| longest_word(word, 1.0);
        let latin = wide("nnn");
        assert!(
            wide("北京市") > 1.5 * latin && wide("ひらが") > 1.5 * latin,
            "{latin}"
        );
        assert!((wide("ббб") - latin).abs() < 1e-9 && (wide("ααα") - latin).abs() < 1e-9);
        assert!(wide("iii") < latin && wide("NNN") > latin && wide("mmm") > wide("www"));
    }
}
