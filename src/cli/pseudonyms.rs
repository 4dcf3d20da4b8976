//! `--pseudonyms persons|all` and `--key FILE`, of every command that writes or prints what is in a file.

use std::sync::{Mutex, PoisonError};

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

/// What may leave the program. Says first, on standard error, what the codes do and what they leave. The key, when it was
/// asked for, is written when all else is: [`write_key`].
///
/// # Errors
/// There is something where the key is to be.
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

/// The key that waits until what it belongs to is there. A run has one.
static KEY_TO_WRITE: Mutex<Option<KeyToWrite>> = Mutex::new(None);

struct KeyToWrite {
    file: Location,
    rows: Vec<u8>,
    is_forced: bool,
}

/// Says what the codes do, each thing once, and keeps the key ready when that was asked for.
///
/// # Errors
/// There is something where the key is to be: then nothing else is written either.
pub fn announce(
    matches: &ArgMatches,
    of: impl Iterator<Item = Announcement>,
    texts: Texts,
) -> Result<(), Failure> {
    let is_forced = matches.try_get_one("force").ok().flatten() == Some(&true);
    let target = matches.get_one::<Location>(KEY).map(|file| (file, is_forced));
    let (mut said, mut key): (Vec<String>, Vec<KeyRow>) = (Vec::new(), Vec::new());
    for Announcement { sentences, key: rows } in of {
        said.extend(sentences);
        key.extend(
            rows.into_iter()
                .filter(|row| !key.contains(row))
                .collect::<Vec<_>>(),
        );
    }
    if let Some((file, is_forced)) = target.filter(|_| !said.is_empty()) {
        files::reserve(file, is_forced, texts)?;
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
    let Some((file, is_forced)) = target else {
        output::tell(told::pseudonyms::key_stays().text(texts));
        return Ok(());
    };
    let rows = spreadsheet::csv(&told::pseudonyms::key_rows(&key, texts), texts);
    *KEY_TO_WRITE.lock().unwrap_or_else(PoisonError::into_inner) = Some(KeyToWrite {
        file: file.clone(),
        rows,
        is_forced,
    });
    Ok(())
}

/// Writes the key that waits, if one does: when the command has done its work, so that no list of names is left behind by
/// one that failed. Only then it is said to be there.
///
/// # Errors
/// It cannot be written. What the command wrote goes again, so that all of it can be asked for once more.
pub fn write_key(texts: Texts) -> Result<(), Failure> {
    let key = KEY_TO_WRITE.lock().unwrap_or_else(PoisonError::into_inner).take();
    let Some(key) = key else { return Ok(()) };
    let written = files::write_over(&key.file, key.rows, key.is_forced, texts);
    written.inspect_err(|_| files::take_back(texts))?;
    output::tell(told::pseudonyms::key_written(&key.file.to_string()).text(texts));
    Ok(())
}
