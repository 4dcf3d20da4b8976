//! Standard output, for people who stop reading halfway (`| head`).

use std::fmt::Display;
use std::io::{ErrorKind, Write};

/// Prints one line. A reader that went away has seen enough: the program ends quietly, as others do.
pub fn line(text: impl Display) {
    let mut out = std::io::stdout().lock();
    if let Err(error) = writeln!(out, "{text}").and_then(|()| out.flush()) {
        if error.kind() == ErrorKind::BrokenPipe {
            std::process::exit(0);
        }
        eprintln!("{error}");
        std::process::exit(1);
    }
}
