//! `note FILE --out OUT`: the note, without a window.

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::progress::{self, Stage};
use super::{Failure, arguments, files, pseudonyms};
use crate::analysis::snapshot::AnalysisSettings;
use crate::export::note::{NOTE_FORMATS, NoteFigures, NoteFormat, NoteInput, NotePart, note_of};
use crate::i18n::Texts;
use crate::lens::Lens;
use crate::store::Location;
use crate::told;

pub fn define(command: Command, texts: Texts) -> Command {
    let parts = NotePart::ALL.map(NotePart::name).join(", ");
    let without = Arg::new("without")
        .long("without")
        .value_name("A,B")
        .value_delimiter(',')
        .action(ArgAction::Append)
        .help(texts.with("cli-note-without", &[("parts", parts.into())]));
    pseudonyms::define(command, texts)
        .arg(arguments::path("file", "FILE", texts.t("cli-input")))
        .arg(
            arguments::option(
                "out",
                "OUT",
                texts.with("cli-note-out", &[("names", names().into())]),
            )
            .value_parser(value_parser!(Location))
            .required(true),
        )
        .arg(without)
        .arg(arguments::force(texts))
}

pub fn run(matches: &ArgMatches, texts: Texts) -> Result<(), Failure> {
    let file: &Location = matches.get_one("file").expect("clap requires it");
    let target: &Location = matches.get_one("out").expect("clap requires it");
    let format = NoteFormat::of_name(&target.name()).ok_or_else(|| {
        let values = [("file", files::shown(target)), ("names", names().into())];
        Failure::usage(texts.with("cli-note-no-format", &values))
    })?;
    let without = without(matches, texts)?;
    pseudonyms::check(matches, texts)?;
    let constellation = files::read(file, texts)?.constellation;
    let control = progress::at(Stage::Computing, file);
    let failure = |reason: String| {
        let values = [("file", files::shown(file)), ("reason", reason.into())];
        Failure::input(texts.with("cli-cannot-analyse", &values))
    };
    let taken = pseudonyms::taken_along(matches, &constellation, &Lens::of(&constellation), texts)?;
    let (constellation, lens) = (&taken.constellation, &taken.lens);
    let settings = AnalysisSettings::default();
    let snapshot = NoteFigures::network(constellation, &lens.filters, &settings)
        .map_err(|error| failure(told::network_refused(&error).text(texts)))?;
    let figures =
        NoteFigures::of(snapshot, settings, &control).map_err(|_| failure(told::cancelled().text(texts)))?;
    let note = note_of(&NoteInput {
        constellation,
        filters: &lens.filters,
        colour_by: &lens.colour_by,
        figures: &figures,
        without: &without,
        file: &told::pseudonyms::file_name(&file.name(), taken.has_codes(), texts),
        texts,
    });
    progress::at(Stage::Writing, target);
    files::write(
        target,
        (format.write)(&note),
        arguments::is_forced(matches),
        texts,
    )
}

/// What the names of documents end with.
fn names() -> String {
    NOTE_FORMATS
        .map(|format| format!(".{}", format.extension))
        .join(", ")
}

/// # Errors
/// A part that no note has, with those that it has; or nothing of the note is left.
fn without(matches: &ArgMatches, texts: Texts) -> Result<Vec<NotePart>, Failure> {
    let asked = matches.get_many::<String>("without").into_iter().flatten();
    let left_out = asked
        .map(|name| {
            NotePart::of_name(name).ok_or_else(|| {
                let parts = NotePart::ALL.map(NotePart::name).join(", ");
                let values = [("part", name.clone().into()), ("parts", parts.into())];
                Failure::usage(texts.with("cli-note-no-part", &values))
            })
        })
        .collect::<Result<Vec<NotePart>, Failure>>()?;
    if NotePart::ALL.iter().all(|part| left_out.contains(part)) {
        return Err(Failure::usage(texts.t("cli-note-nothing-left")));
    }
    Ok(left_out)
}
