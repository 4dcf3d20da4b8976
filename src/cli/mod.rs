//! The program without its window: check, convert, analyse, render. Without a command it opens the window.
//!
//! What a command prints goes to standard output, everything else to standard error. The exit code is one
//! of [`Exit`], so that scripts can tell bad input from a bad question.

mod analyse;
mod arguments;
mod check;
mod compare;
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

use crate::app::Start;
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

/// Runs the program with these arguments, the first of which is its own name.
pub fn main(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    // Counts from here.
    store::process_age();
    let args: Vec<OsString> = args.into_iter().collect();
    let texts = Texts::new(arguments::language(&args));
    output::speak(texts);
    let exit = match arguments::parse(&args, texts) {
        Ok(matches) => match run(&matches, texts) {
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

fn run(matches: &clap::ArgMatches, texts: Texts) -> Result<(), Failure> {
    match matches.subcommand() {
        Some((name, inner)) => arguments::COMMANDS
            .iter()
            .find(|row| row.name == name)
            .map_or(Ok(()), |row| progress::telling(texts, || (row.run)(inner, texts))),
        None => {
            let start = Start {
                file: matches.get_one("file").cloned(),
                language: matches.contains_id("lang").then_some(texts.language),
                timing: matches.get_flag("timing").then_some(|text| output::tell(text)),
            };
            desktop::open(start, texts)
        }
    }
}
