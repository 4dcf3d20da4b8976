//! Standard output, for people who stop reading halfway (`| head`).

use std::fmt::Display;
use std::io::{BufWriter, Error, ErrorKind, Write};
use std::sync::OnceLock;

use serde::Serialize;

use super::files;
use crate::i18n::Texts;

/// The language to complain in when nothing can be printed: known once the arguments are.
static TEXTS: OnceLock<Texts> = OnceLock::new();

pub fn speak(texts: Texts) {
    // A second language would only come from a second run in one process.
    let _ = TEXTS.set(texts);
}

/// Prints one line. A reader that went away has seen enough: the program ends quietly, as others do.
pub fn line(text: impl Display) {
    raw(format!("{text}\n").as_bytes());
}

/// Prints JSON in lines, as it is made.
pub fn json(page: &impl Serialize) {
    let mut out = BufWriter::new(std::io::stdout().lock());
    let written = serde_json::to_writer_pretty(&mut out, page).map_err(Error::from);
    end(written
        .and_then(|()| out.write_all(b"\n"))
        .and_then(|()| out.flush()));
}

/// Prints rows as CSV, with commas and decimal points: for software. Every row has as many cells as the first.
pub fn csv<R: IntoIterator<Item = String>>(rows: impl IntoIterator<Item = R>) {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        // Memory takes every row, and rows of unequal length would be a fault of ours.
        writer.write_record(row).expect("rows of one length");
    }
    raw(&writer.into_inner().expect("memory takes everything"));
}

fn raw(bytes: &[u8]) {
    let mut out = std::io::stdout().lock();
    end(out.write_all(bytes).and_then(|()| out.flush()));
}

fn end(written: Result<(), Error>) {
    if let Err(error) = written {
        if error.kind() == ErrorKind::BrokenPipe {
            std::process::exit(0);
        }
        let texts = TEXTS.get().copied().unwrap_or_default();
        let values = [("reason", files::reason(&error, texts).into())];
        eprintln!(
            "{}: {}",
            texts.t("cli-error"),
            texts.with("cli-cannot-print", &values)
        );
        std::process::exit(1);
    }
}
