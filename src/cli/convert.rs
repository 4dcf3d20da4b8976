//! `convert IN OUT`: from any format we read to any format we write.

use clap::builder::PossibleValuesParser;
use clap::{ArgMatches, Command};

use super::progress::{self, Stage};
use super::{Failure, arguments, files, output, pseudonyms};
use crate::formats::{FORMATS, Format, FormatId};
use crate::i18n::Texts;
use crate::lens::Lens;
use crate::store::Location;

pub fn define(command: Command, texts: Texts) -> Command {
    let names: Vec<&'static str> = writable().map(|row| name(row.id)).collect();
    let help = texts.with("cli-format", &[("names", names.join(", ").into())]);
    pseudonyms::define(command, texts)
        .arg(arguments::path("input", "IN", texts.t("cli-input")))
        .arg(arguments::path("output", "OUT", texts.t("cli-output")))
        .arg(
            arguments::option("format", "NAME", help)
                .value_parser(PossibleValuesParser::new(names))
                .hide_possible_values(true),
        )
        .arg(arguments::force(texts))
}

pub fn run(matches: &ArgMatches, texts: Texts) -> Result<(), Failure> {
    let input: &Location = matches.get_one("input").expect("clap requires it");
    let target: &Location = matches.get_one("output").expect("clap requires it");
    let asked: Option<&String> = matches.get_one("format");
    let row = writable()
        .find(|row| asked.map_or_else(|| fits(row, target), |asked| name(row.id) == *asked))
        .ok_or_else(|| Failure::usage(texts.with("cli-no-format", &[("file", files::shown(target))])))?;
    files::check_ending(target, row.extensions, texts)?;
    pseudonyms::check(matches, texts)?;
    let loaded = files::read(input, texts)?;
    let taken = pseudonyms::taken_along(matches, &loaded.constellation, &Lens::default(), texts)?;
    let write = row.write.expect("only rows that can write were looked at");
    progress::at(Stage::Writing, target);
    let bytes = write(&taken.constellation);
    // A file may be written anew in its own place, but not with codes over its names.
    let write = if taken.has_codes() {
        files::write
    } else {
        files::write_over
    };
    write(target, bytes, arguments::is_forced(matches), texts)?;
    for loss in (row.losses)(&taken.constellation) {
        output::tell(files::say(&loss, texts));
    }
    Ok(())
}

fn writable() -> impl Iterator<Item = &'static Format> {
    FORMATS.iter().filter(|row| row.write.is_some())
}

fn fits(row: &Format, path: &Location) -> bool {
    let file = path.name().to_lowercase();
    row.extensions
        .iter()
        .any(|extension| file.ends_with(&format!(".{extension}")))
}

/// What the user types; stays the same in every language.
fn name(id: FormatId) -> &'static str {
    match id {
        FormatId::Native => "opstelling",
        FormatId::NetworkX => "networkx",
        FormatId::D3 => "d3",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_the_output_chooses_the_format() {
        let chosen = |file: &str| {
            writable()
                .find(|row| fits(row, &Location::typed(file)))
                .map(|row| row.id)
        };
        assert_eq!(chosen("a/b.opstelling.json"), Some(FormatId::Native));
        assert_eq!(chosen("a/b.Opstelling"), Some(FormatId::Native));
        assert_eq!(chosen("b.JSON"), Some(FormatId::NetworkX));
        assert_eq!(chosen("b.txt"), None);
    }
}
