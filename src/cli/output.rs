//! All that the program prints: harmless for the terminal, and for people who stop reading halfway (`| head`).

use std::borrow::Cow;
use std::fmt::Display;
use std::io::{BufWriter, Error, ErrorKind, IsTerminal, Write};
use std::sync::OnceLock;

use serde::Serialize;

use super::{files, pseudonyms};
use crate::i18n::{Texts, harmless};

/// The language to complain in when nothing can be printed: known once the arguments are.
static TEXTS: OnceLock<Texts> = OnceLock::new();

pub fn speak(texts: Texts) {
    // A second language would only come from a second run in one process.
    let _ = TEXTS.set(texts);
}

/// Prints one line. A reader that went away has seen enough: the program ends quietly, as others do.
pub fn line(text: impl Display) {
    let text = text.to_string();
    let text = visible(&text, false, usize::MAX);
    raw(format!("{text}\n").as_bytes());
}

/// Prints a text of the program's own that has lines.
pub fn page(text: &str) {
    raw(format!("{}\n", visible(text, true, usize::MAX)).as_bytes());
}

/// Whether somebody sees standard error as it comes.
pub fn is_watched() -> bool {
    std::io::stderr().is_terminal()
}

/// One line on standard error.
pub fn tell(text: impl Display) {
    let text = text.to_string();
    let text = visible(&text, false, LONGEST);
    // There is nowhere left to report that this cannot be written.
    let _ = writeln!(std::io::stderr().lock(), "{text}");
}

/// Prints JSON in lines, as it is made.
pub fn json(page: &impl Serialize) {
    let mut out = Escaping::new(BufWriter::new(std::io::stdout().lock()));
    end(crate::export::json::write(&mut out, page).and_then(|()| out.flush()));
}

/// Prints rows as CSV, with commas and decimal points: for software. Every row has as many cells as the first.
pub fn csv<R: IntoIterator<Item = String>>(rows: impl IntoIterator<Item = R>) {
    let mut writer = csv::Writer::from_writer(std::io::stdout().lock());
    let write = || {
        for row in rows {
            let cells = row
                .into_iter()
                .map(|cell| visible(&cell, true, usize::MAX).into_owned());
            writer.write_record(cells)?;
        }
        writer.flush()
    };
    end(write());
}

/// Messages are cut after this many letters: nobody reads ten million.
const LONGEST: usize = 4_000;

/// A text of which a terminal obeys nothing. Labels and file names come from anywhere; a control character in
/// them becomes `⌧`. Line breaks and tabs stay where `has_lines`, else they are spaces.
fn visible(text: &str, has_lines: bool, most: usize) -> Cow<'_, str> {
    if text.len() <= most && text.chars().all(|one| harmless(one) == one) {
        return Cow::Borrowed(text);
    }
    let shown = |one: char| match one {
        '\n' | '\t' if has_lines => one,
        one if is_break(one) => '\u{2424}',
        one => harmless(one),
    };
    let mut shown: String = text.chars().take(most).map(shown).collect();
    if text.chars().nth(most).is_some() {
        shown.push('…');
    }
    Cow::Owned(shown)
}

/// Line and paragraph breaks of Unicode: a name is one line.
fn is_break(one: char) -> bool {
    matches!(one, '\u{2028}' | '\u{2029}')
}

/// Writes JSON in which the control characters that JSON allows are escaped too: 0x7f, and 0x80 to 0x9f, of
/// which 0x9b begins a sequence as Esc does. The data stay the same.
struct Escaping<W> {
    inner: W,
    /// The first of the two bytes of such a character, held back.
    has_lead: bool,
}

impl<W: Write> Escaping<W> {
    const LEAD: u8 = 0xc2;

    fn new(inner: W) -> Self {
        Self {
            inner,
            has_lead: false,
        }
    }
}

impl<W: Write> Write for Escaping<W> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let mut from = 0;
        for (at, &byte) in bytes.iter().enumerate() {
            let had_lead = std::mem::take(&mut self.has_lead);
            let is_control = if had_lead {
                (0x80..0xa0).contains(&byte)
            } else {
                byte == 0x7f
            };
            if is_control {
                self.inner.write_all(&bytes[from..at])?;
                write!(self.inner, "\\u{:04x}", u32::from(byte))?;
                from = at + 1;
            } else if had_lead {
                self.inner.write_all(&[Self::LEAD])?;
                // This byte follows it, with what comes after.
                from = at;
            } else if byte == Self::LEAD {
                self.inner.write_all(&bytes[from..at])?;
                from = at + 1;
                self.has_lead = true;
            }
        }
        self.inner.write_all(&bytes[from..])?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.inner.flush()
    }
}

fn raw(bytes: &[u8]) {
    let mut out = std::io::stdout().lock();
    end(out.write_all(bytes).and_then(|()| out.flush()));
}

fn end(written: Result<(), Error>) {
    if let Err(error) = written {
        let texts = TEXTS.get().copied().unwrap_or_default();
        if error.kind() == ErrorKind::BrokenPipe {
            // All has been computed: a key that was asked for is not lost.
            let key = pseudonyms::write_key(texts);
            if let Err(failure) = &key {
                tell(format_args!("{}: {}", texts.t("cli-error"), failure.sentence));
            }
            std::process::exit(key.map_or_else(|failure| failure.exit as i32, |()| 0));
        }
        let values = [("reason", files::reason(&error, texts).into())];
        let sentence = texts.with("cli-cannot-print", &values);
        tell(format_args!("{}: {sentence}", texts.t("cli-error")));
        std::process::exit(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_obeys_nothing_of_what_a_file_calls_its_actors() {
        assert_eq!(
            visible("\u{1b}[31mrood\u{7}\u{9b}2J", false, LONGEST),
            "⌧[31mrood⌧⌧2J"
        );
        assert_eq!(visible("a\u{202e}b\u{7f}\r\n\tc", false, LONGEST), "a⌧b⌧   c");
        assert_eq!(visible("a\r\n\tb", true, LONGEST), "a \n\tb");
        assert!(matches!(
            visible("Súdwest-Fryslân €", false, LONGEST),
            Cow::Borrowed(_)
        ));
        assert_eq!(
            visible(&"é".repeat(LONGEST + 1), false, LONGEST).chars().count(),
            LONGEST + 1
        );
    }

    #[test]
    fn json_says_the_same_without_control_characters() {
        let label = "é\u{9b}31m\u{7f}Â\u{1b}\u{a0}\u{80}";
        for size in [1, 2, 3, 1000] {
            let mut out = Escaping::new(Vec::new());
            for part in serde_json::to_vec(label).unwrap().chunks(size) {
                out.write_all(part).unwrap();
            }
            let text = String::from_utf8(out.inner).unwrap();
            assert!(!text.chars().any(char::is_control), "{text:?}");
            assert_eq!(serde_json::from_str::<String>(&text).unwrap(), label);
        }
    }
}
