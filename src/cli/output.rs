//! Standard output, for people who stop reading halfway (`| head`).

use std::fmt::Display;
use std::io::{ErrorKind, Write};

/// Prints one line. A reader that went away has seen enough: the program ends quietly, as others do.
pub fn line(text: impl Display) {
    raw(format!("{text}\n").as_bytes());
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
    if let Err(error) = out.write_all(bytes).and_then(|()| out.flush()) {
        if error.kind() == ErrorKind::BrokenPipe {
            std::process::exit(0);
        }
        eprintln!("{error}");
        std::process::exit(1);
    }
}
