//! `--pseudonyms persons|all` and `--key FILE`, of every command that writes or prints what is in a file.

use clap::builder::PossibleValuesParser;
use clap::{ArgMatches, Command, value_parser};

use super::{Failure, arguments, files, output};
use crate::export::spreadsheet;
use crate::i18n::Texts;
use crate::lens::{Lens, TakenAlong};
use crate::model::Constellation;
use crate::pseudonyms::{KeyRow, Pseudonymised, Pseudonyms};
use crate::store::Location;
use crate::told;

const PSEUDONYMS: &str = "pseudonyms";
const KEY: &str = "key";

pub fn define(command: Command, texts: Texts) -> Command {
    let names: Vec<&'static str> = chosen().map(|(name, _)| name).collect();
    let whose = arguments::option(PSEUDONYMS, "persons|all", texts.t("cli-pseudonyms"));
    let key = arguments::option(KEY, "CSV", texts.t("cli-key"));
    command
        .arg(
            whose
                .value_parser(PossibleValuesParser::new(names))
                .hide_possible_values(true),
        )
        .arg(key.value_parser(value_parser!(Location)).requires(PSEUDONYMS))
}

fn chosen() -> impl Iterator<Item = (&'static str, Pseudonyms)> {
    Pseudonyms::ALL.into_iter().filter(|(_, whose)| whose.are_on())
}

/// Whose names are to be hidden.
pub fn asked(matches: &ArgMatches) -> Pseudonyms {
    let asked = matches.get_one::<String>(PSEUDONYMS);
    let found = chosen().find(|(name, _)| asked.is_some_and(|asked| asked == name));
    found.map_or(Pseudonyms::Nobody, |(_, whose)| whose)
}

/// Before anything is read.
///
/// # Errors
/// The name of the key says that it is something else than a table.
pub fn check(matches: &ArgMatches, texts: Texts) -> Result<(), Failure> {
    let key = matches.get_one::<Location>(KEY);
    key.map_or(Ok(()), |key| files::check_ending(key, &["csv"], texts))
}

/// What may leave the program. Says first, on standard error, what the codes do and what they leave, and writes the key
/// when that was asked for.
///
/// # Errors
/// The key cannot be written.
pub fn taken_along(
    matches: &ArgMatches,
    constellation: &Constellation,
    lens: &Lens,
    texts: Texts,
) -> Result<TakenAlong, Failure> {
    let lens = Lens {
        pseudonyms: asked(matches),
        ..lens.clone()
    };
    let taken = lens.takes_along(constellation);
    let coded = taken.pseudonymised.as_ref();
    announce(
        matches,
        coded.map(|coded| Announcement::of(coded, texts)).into_iter(),
        texts,
    )?;
    Ok(taken)
}

/// What is said of the codes of a constellation, and who they are.
pub struct Announcement {
    sentences: Vec<String>,
    key: Vec<KeyRow>,
}

impl Announcement {
    pub fn of(coded: &Pseudonymised, texts: Texts) -> Self {
        let sentences = told::pseudonyms::announced(coded);
        Self {
            sentences: sentences.iter().map(|one| one.text(texts)).collect(),
            key: coded.key.clone(),
        }
    }
}

/// Says what the codes do, each thing once, and writes the key when that was asked for.
///
/// # Errors
/// The key cannot be written.
pub fn announce(
    matches: &ArgMatches,
    of: impl Iterator<Item = Announcement>,
    texts: Texts,
) -> Result<(), Failure> {
    let (mut said, mut key): (Vec<String>, Vec<KeyRow>) = (Vec::new(), Vec::new());
    for Announcement { sentences, key: rows } in of {
        said.extend(sentences);
        key.extend(
            rows.into_iter()
                .filter(|row| !key.contains(row))
                .collect::<Vec<_>>(),
        );
    }
    let mut before: Vec<&String> = Vec::new();
    for sentence in &said {
        if !before.contains(&sentence) {
            output::tell(sentence);
            before.push(sentence);
        }
    }
    if said.is_empty() {
        return Ok(());
    }
    let Some(target) = matches.get_one::<Location>(KEY) else {
        output::tell(told::pseudonyms::key_stays().text(texts));
        return Ok(());
    };
    let rows = spreadsheet::csv(&told::pseudonyms::key_rows(&key, texts), texts);
    let is_forced = matches.try_get_one("force").ok().flatten() == Some(&true);
    files::write(target, rows, is_forced, texts)?;
    output::tell(told::pseudonyms::key_written(&target.to_string()).text(texts));
    Ok(())
}
