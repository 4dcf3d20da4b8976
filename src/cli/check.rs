//! `check FILE`: does it open, whole and sound?

use clap::{ArgMatches, Command};

use super::{Exit, Failure, arguments, files, output};
use crate::i18n::Texts;
use crate::model::validate;
use crate::store::Location;

pub fn define(command: Command, texts: Texts) -> Command {
    command.arg(arguments::path("input", "FILE", texts.t("cli-input")))
}

pub fn run(matches: &ArgMatches, texts: Texts) -> Result<(), Failure> {
    let path: &Location = matches.get_one("input").expect("clap requires it");
    let loaded = files::read(path, texts)?;
    let violations = validate(&loaded.constellation);
    for violation in &violations {
        output::tell(format_args!("{violation:?}"));
    }
    let has_no_picture = files::tell_picture(&loaded.constellation, texts);
    let lost = loaded.report.skipped.len() + violations.len() + usize::from(has_no_picture);
    let file = files::shown(path);
    if lost > 0 {
        let values = [("file", file), ("count", lost.into())];
        return Err(Failure {
            exit: Exit::Partly,
            sentence: texts.with("cli-check-unsound", &values),
        });
    }
    let values = [
        ("file", file),
        ("actors", loaded.constellation.actors.len().into()),
        ("relations", loaded.constellation.relations.len().into()),
    ];
    output::line(texts.with("cli-check-sound", &values));
    Ok(())
}
