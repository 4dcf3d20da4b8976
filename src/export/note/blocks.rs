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
/// Letters of a table that stand side by side on a page of the note, at the size of its tables.
const ON_A_LINE: f64 = 96.0;
/// Room beside the letters of a cell, and for letters that are wider than most.
const AROUND: usize = 3;

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

    /// Which part of the width every column takes; together 1. No word breaks where there is room for it, and what is
    /// left goes to the columns with long texts.
    pub fn shares(&self) -> Vec<f64> {
        let cells = |at: usize| self.rows.iter().map(move |row| row[at].as_str());
        let needed: Vec<f64> = (0..self.columns.len())
            .map(|at| {
                let cells = cells(at).chain([self.columns[at].name.as_str()]);
                let longest = cells.map(longest_word).max().unwrap_or(0);
                (longest.min(LONGEST_WORD) + AROUND) as f64
            })
            .collect();
        let wanted = (0..self.columns.len()).map(|at| {
            let widest = cells(at).map(|cell| cell.chars().count()).max().unwrap_or(0);
            let (every, most) = BEYOND;
            let beyond = (widest.saturating_sub(WIDEST) / every).min(most);
            (widest.min(WIDEST) + beyond + AROUND) as f64
        });
        let more: Vec<f64> = wanted
            .zip(&needed)
            .map(|(want, need)| (want - need).max(0.0))
            .collect();
        let (all, all_more): (f64, f64) = (needed.iter().sum(), more.iter().sum());
        let left = (ON_A_LINE - all).max(0.0);
        let part = if all_more > left {
            left / all_more.max(1.0)
        } else {
            1.0
        };
        let widths: Vec<f64> = needed
            .iter()
            .zip(&more)
            .map(|(need, more)| need + more * part)
            .collect();
        let all: f64 = widths.iter().sum();
        widths.iter().map(|width| width / all.max(1.0)).collect()
    }
}

/// Where it may break is where a line ends.
fn longest_word(text: &str) -> usize {
    let words = text.split([' ', '-', '/']);
    words.map(|word| word.chars().count()).max().unwrap_or(0)
}

/// Whether a text has a word that no column has room for.
pub fn has_long_word(text: &str) -> bool {
    text.len() > LONGEST_WORD && longest_word(text) > LONGEST_WORD
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
        let shares = table.shares();
        assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-9);
    }

    #[test]
    fn a_long_text_leaves_every_word_its_room() {
        let columns = ["Naam", "Zekerheid", "Toelichting"].map(NoteColumn::words).into();
        let long = "een lange toelichting ".repeat(30);
        let rows =
            [["Werkgevers-servicepunt", "nagegaan", long.as_str()]].map(|row| row.map(str::to_owned).into());
        let shares = NoteTable::new("t", columns, rows.into()).shares();
        // "Werkgevers-" and "Zekerheid", in letters of a line.
        assert!(
            shares[0] * ON_A_LINE >= 13.0 && shares[1] * ON_A_LINE >= 11.0,
            "{shares:?}"
        );
        assert!(shares[2] > 0.5, "{shares:?}");
        let columns = ["a", "b"].map(NoteColumn::words).into();
        let rows = [["é".repeat(65_536), "x".to_owned()]].map(Vec::from).into();
        let shares = NoteTable::new("t", columns, rows).shares();
        assert!(shares[1] > 0.04, "{shares:?}");
        assert!(has_long_word(&"x".repeat(27)) && !has_long_word(&"xx ".repeat(99)));
    }
}
