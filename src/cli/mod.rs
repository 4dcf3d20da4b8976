//! The program without its window: check, convert, analyse, render. Without a command it opens the window.
//!
//! What a command prints goes to standard output, everything else to standard error. The exit code is one
//! of [`Exit`], so that scripts can tell bad input from a bad question.

mod analyse;
mod arguments;
mod check;
mod compare;
mod console;
mod convert;
mod desktop;
mod figures;
mod files;
mod note;
mod output;
mod progress;
mod pseudonyms;
mod register;
mod render;
mod spanners;

pub use arguments::program;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::ArgMatches;

use crate::i18n::Texts;
use crate::store;

/// How a run ended, as scripts see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    Done = 0,
    /// The input cannot be read, or the output cannot be written.
    Input = 1,
    /// The arguments make no sense, or there is no display for the window.
    Usage = 2,
    /// The work was done, but something in the input was skipped.
    Partly = 3,
}

/// Why a command did not do its work: one sentence for the user, and the exit code that belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    pub exit: Exit,
    pub sentence: String,
}

impl Failure {
    pub fn input(sentence: String) -> Self {
        Self {
            exit: Exit::Input,
            sentence,
        }
    }

    pub fn usage(sentence: String) -> Self {
        Self {
            exit: Exit::Usage,
            sentence,
        }
    }
}

/// What is done without a command.
type OpenWindow = fn(&[OsString], &ArgMatches, Texts) -> Result<(), Failure>;

/// Runs the program with these arguments, the first of which is its own name.
pub fn main(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    run(args, desktop::open)
}

/// As [`main`], of the program for the console of Windows: the window is that of the other program, beside this one
/// (`docs/install.md` says why there are two).
pub fn main_in_console(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    run(args, console::open)
}

fn run(args: impl IntoIterator<Item = OsString>, open: OpenWindow) -> ExitCode {
    // Counts from here.
    store::process_age();
    let args: Vec<OsString> = args.into_iter().collect();
    let texts = Texts::new(arguments::language(&args));
    output::speak(texts);
    let exit = match arguments::parse(&args, texts) {
        Ok(matches) => match carry_out(&args, &matches, texts, open) {
            Ok(()) if files::were_whole() => Exit::Done,
            Ok(()) => Exit::Partly,
            Err(failure) => {
                output::tell(format_args!("{}: {}", texts.t("cli-error"), failure.sentence));
                failure.exit
            }
        },
        Err(answer) => answer.print(),
    };
    ExitCode::from(exit as u8)
}

fn carry_out(args: &[OsString], matches: &ArgMatches, texts: Texts, open: OpenWindow) -> Result<(), Failure> {
    match matches.subcommand() {
        Some((name, inner)) => {
            arguments::COMMANDS
                .iter()
                .find(|row| row.name == name)
                .map_or(Ok(()), |row| {
                    progress::telling(texts, || {
                        (row.run)(inner, texts)?;
                        pseudonyms::write_key(texts)
                    })
                })
        }
        None => open(args, matches, texts),
    }
}
