//! The program for the console of Windows: a program with windows has no console there, so what it prints is seen by
//! nobody, and nobody waits for it. This one has the commands; for the window it starts the other.

use std::ffi::OsString;

use clap::ArgMatches;

use super::Failure;
use crate::i18n::Texts;
use crate::store;

/// The program with the window, in the same folder.
const WITH_WINDOW: &str = if cfg!(windows) {
    "netwerkopstelling.exe"
} else {
    "netwerkopstelling"
};

/// Starts the program with the window, with the very same arguments, and leaves it alone.
///
/// # Errors
/// When it is not there or cannot be started.
pub fn open(args: &[OsString], _: &ArgMatches, texts: Texts) -> Result<(), Failure> {
    let arguments = args.get(1..).unwrap_or_default();
    store::start_beside(WITH_WINDOW, arguments).map_err(|error| {
        let values = [
            ("program", WITH_WINDOW.into()),
            ("reason", super::files::reason(&error, texts).into()),
        ];
        Failure::input(texts.with("cli-no-other-program", &values))
    })
}
