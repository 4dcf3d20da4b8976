//! A CSV table whose columns are found by name.

use std::collections::HashMap;

use csv::{ReaderBuilder, StringRecord, Trim};

use super::{RegisterError, WhichTable};
use crate::formats::Message;
use crate::formats::limits::{MAX_ACTORS, MAX_COLUMNS, MAX_RELATIONS, MAX_TABLE_BYTES, MAX_VALUES};
use crate::formats::probe::is_utf16;

pub struct Table {
    which: WhichTable,
    header: Vec<String>,
    /// Where the first column of each name is.
    columns: HashMap<String, usize>,
    rows: Vec<StringRecord>,
}

/// One row and the line it stands on.
#[derive(Clone, Copy)]
pub struct RegisterRow<'a> {
    table: &'a Table,
    record: &'a StringRecord,
}

impl Table {
    pub fn read(which: WhichTable, bytes: &[u8]) -> Result<Self, RegisterError> {
        let error = |message| RegisterError {
            table: which,
            message,
        };
        if bytes.len() as u64 > MAX_TABLE_BYTES {
            let message = Message::new("register-error-too-large");
            return Err(error(message.with("limit", MAX_TABLE_BYTES >> 20)));
        }
        if is_utf16(bytes) {
            return Err(error(Message::new("register-error-utf16")));
        }
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let text = std::str::from_utf8(bytes).map_err(|_| error(Message::new("register-error-not-utf8")))?;
        let first_line = text.lines().next().unwrap_or_default();
        let count = |mark: char| first_line.matches(mark).count();
        let separator = if count(';') > count(',') { b';' } else { b',' };
        let mut reader = ReaderBuilder::new()
            .delimiter(separator)
            .trim(Trim::All)
            .from_reader(text.as_bytes());
        let unreadable = |problem: csv::Error| {
            let line = problem.position().map_or(1, csv::Position::line);
            let message = match problem.kind() {
                csv::ErrorKind::UnequalLengths {
                    expected_len, len, ..
                } => Message::new("register-error-row")
                    .with("found", *len)
                    .with("expected", *expected_len),
                _ => Message::new("register-error-csv"),
            };
            error(message.with("line", line))
        };
        let too_many = |what: &'static str, limit: usize| {
            let message = Message::new(what).with("limit", limit);
            Err(error(message))
        };
        // At most this many; counted before memory is taken for any.
        let is_mark = |byte: &&u8| **byte == separator || **byte == b'\n';
        if text.as_bytes().iter().filter(is_mark).count() > MAX_VALUES {
            return too_many("register-error-values", MAX_VALUES);
        }
        let header = reader.headers().map_err(unreadable)?;
        if header.len() > MAX_COLUMNS {
            return too_many("register-error-columns", MAX_COLUMNS);
        }
        let header: Vec<String> = header.iter().map(str::to_lowercase).collect();
        let limit = match which {
            WhichTable::Participants => MAX_RELATIONS,
            _ => MAX_ACTORS,
        };
        let mut rows = Vec::new();
        for row in reader.records() {
            if rows.len() == limit {
                return too_many("register-error-rows", limit);
            }
            rows.push(row.map_err(unreadable)?);
        }
        let mut columns = HashMap::new();
        for (at, name) in header.iter().enumerate() {
            columns.entry(name.clone()).or_insert(at);
        }
        Ok(Self {
            which,
            header,
            columns,
            rows,
        })
    }

    /// # Errors
    /// Names the first column that is not there.
    pub fn require(&self, columns: &[&str]) -> Result<(), RegisterError> {
        match columns.iter().find(|column| self.column(column).is_none()) {
            None => Ok(()),
            Some(missing) => Err(RegisterError {
                table: self.which,
                message: Message::new("register-error-column").with("column", *missing),
            }),
        }
    }

    fn column(&self, name: &str) -> Option<usize> {
        self.columns.get(name).copied()
    }

    pub fn rows(&self) -> impl Iterator<Item = RegisterRow<'_>> {
        self.rows.iter().map(|record| RegisterRow { table: self, record })
    }

    /// The first column whose name starts like this.
    pub fn column_like(&self, start: &str) -> Option<&str> {
        self.header
            .iter()
            .map(String::as_str)
            .find(|name| name.starts_with(start))
    }
}

impl<'a> RegisterRow<'a> {
    /// The value of a column; empty when the table does not have it.
    pub fn get(self, column: &str) -> &'a str {
        self.table
            .column(column)
            .and_then(|at| self.record.get(at))
            .unwrap_or_default()
    }

    pub fn line(self) -> usize {
        self.record.position().map_or(0, |it| it.line() as usize)
    }

    /// Column names and values, without what is empty.
    pub fn filled(self) -> impl Iterator<Item = (&'a str, &'a str)> {
        let header = self.table.header.iter().map(String::as_str);
        header
            .zip(self.record.iter())
            .filter(|(_, value)| !value.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn semicolons_a_mark_at_the_start_and_quotes_are_read() {
        let table = Table::read(
            WhichTable::Selection,
            "\u{feff}A;B\n1;\"x; \"\"y\"\"\"\n".as_bytes(),
        )
        .unwrap();
        let row = table.rows().next().unwrap();
        assert_eq!((row.get("a"), row.get("b"), row.line()), ("1", "x; \"y\"", 2));
        assert_eq!(row.get("c"), "");
    }

    #[test]
    fn unicode_text_of_a_spreadsheet_is_named_with_or_without_its_mark() {
        for mark in ["\u{feff}", ""] {
            let text = format!("{mark}a;b\n1;2\n");
            let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let error = Table::read(WhichTable::Selection, &bytes).err().unwrap();
            assert_eq!(error.message, Message::new("register-error-utf16"));
        }
    }

    #[test]
    fn a_missing_column_is_named() {
        let table = Table::read(WhichTable::Selection, b"a,b\n").unwrap();
        let error = table.require(&["a", "code"]).unwrap_err();
        assert_eq!(
            error.message,
            Message::new("register-error-column").with("column", "code")
        );
    }

    #[test]
    fn rows_of_unequal_length_are_refused_with_their_line() {
        let error = Table::read(WhichTable::Arrangements, b"a,b\n1,2\n1\n")
            .err()
            .unwrap();
        assert_eq!(error.message.key, "register-error-row");
        assert!(error.message.args.contains(&("line", 3u64.into())));
        let texts = crate::i18n::Texts::new(crate::model::Language::Nl);
        assert_eq!(
            error.message.text(texts),
            "regel 3 heeft 1 velden waar er 2 horen"
        );
    }
}
