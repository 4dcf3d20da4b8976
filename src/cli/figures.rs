//! What `analyse` and `spanners` share: from a file to its figures.

use std::path::Path;

use clap::{Arg, ArgAction, ArgMatches, Command};

use super::{Failure, arguments, files};
use crate::analysis::live::{Column, Live, live};
use crate::analysis::snapshot::{AnalysisSettings, Snapshot, Visible};
use crate::analysis::spanners::standing::{SEED, WEIGHTINGS};
use crate::analysis::spanners::{Message, Plain, SpannerWeights, Stability, under_weightings};
use crate::analysis::{Control, measure};
use crate::i18n::{Texts, Value};
use crate::model::Constellation;

/// A file and its figures.
pub struct Analysed {
    pub constellation: Constellation,
    pub settings: AnalysisSettings,
    pub live: Live,
}

/// Arguments that choose what is analysed.
pub fn define(command: Command, texts: Texts) -> Command {
    command
        .arg(arguments::path("input", "FILE", texts.t("cli-input")))
        .arg(flag("wished", texts.t("cli-wished")))
        .arg(flag("ignore-direction", texts.t("cli-ignore-direction")))
}

/// A long option without a value.
pub fn flag(id: &'static str, help: String) -> Arg {
    Arg::new(id).long(id).action(ArgAction::SetTrue).help(help)
}

/// A long option with several values, apart by commas.
pub fn list(id: &'static str, help: String) -> Arg {
    arguments::option(id, "A,B", help)
        .value_delimiter(',')
        .action(ArgAction::Append)
}

/// Reads and analyses the file of the arguments.
///
/// # Errors
/// A file that cannot be read, or a network too large for the analysis.
pub fn analyse(path: &Path, matches: &ArgMatches, texts: Texts) -> Result<Analysed, Failure> {
    let constellation = files::read(path, texts)?.constellation;
    let settings = AnalysisSettings {
        includes_wished: matches.get_flag("wished"),
        ignores_direction: matches.get_flag("ignore-direction"),
        ..AnalysisSettings::default()
    };
    let failure = |reason: String| {
        let values = [("file", files::shown(path)), ("reason", reason.into())];
        Failure::input(texts.with("cli-cannot-analyse", &values))
    };
    let snapshot = Snapshot::build(&constellation, &settings, Visible::ALL)
        .map_err(|error| failure(error.to_string()))?;
    let live = live(snapshot, &Control::new()).map_err(|cancelled| failure(format!("{cancelled:?}")))?;
    Ok(Analysed {
        constellation,
        settings,
        live,
    })
}

impl Analysed {
    /// The columns asked for with `--measures`, else all.
    ///
    /// # Errors
    /// An id that is no measure of actors here, with those that are.
    pub fn columns(&self, matches: &ArgMatches, texts: Texts) -> Result<Vec<&Column>, Failure> {
        let Some(asked) = matches.get_many::<String>("measures") else {
            return Ok(self.live.report.actors.iter().collect());
        };
        let known = || {
            self.live
                .report
                .actors
                .iter()
                .map(|it| it.id)
                .collect::<Vec<_>>()
                .join(", ")
        };
        asked
            .map(|id| {
                self.live.column(id).ok_or_else(|| {
                    // A measure that exists but is not for this network deserves another sentence.
                    let key = if measure::find(id).is_some() {
                        "cli-measure-not-here"
                    } else {
                        "cli-measure-unknown"
                    };
                    let values = [("measure", id.clone().into()), ("known", known().into())];
                    Failure::usage(texts.with(key, &values))
                })
            })
            .collect()
    }

    /// Places of the dimensions asked for with `--dimension`, else of all.
    ///
    /// # Errors
    /// A dimension in which this network has no two groups, with those in which it has.
    pub fn dimensions(&self, matches: &ArgMatches, texts: Texts) -> Result<Vec<usize>, Failure> {
        let all = &self.live.figures;
        let Some(asked) = matches.get_many::<String>("dimension") else {
            return Ok((0..all.len()).collect());
        };
        let known = || all.iter().map(|it| it.id.as_str()).collect::<Vec<_>>().join(", ");
        asked
            .map(|id| {
                all.iter().position(|it| it.id == *id).ok_or_else(|| {
                    let values = [("dimension", id.clone().into()), ("known", known().into())];
                    Failure::usage(texts.with("cli-dimension-unknown", &values))
                })
            })
            .collect()
    }

    /// Id in the file of every index.
    pub fn ids(&self) -> Vec<&str> {
        let actors = self.live.snapshot.actors.iter();
        actors
            .filter_map(|id| self.constellation.actor(*id))
            .map(|it| it.key.as_str())
            .collect()
    }

    /// How often each candidate stays in the top under other weightings, by place in the rank table.
    pub fn stability(&self, top: u32) -> Option<Stability> {
        let equal = SpannerWeights::equal(self.live.figures.len()).cells();
        under_weightings(&self.live.ranks, &equal, top, WEIGHTINGS, SEED, &Control::new()).ok()
    }
}

/// The sentences of one candidate.
pub fn reasons(live: &Live, actor: usize, texts: Texts) -> Vec<String> {
    let reasons = live.reasons_of(actor);
    reasons
        .iter()
        .map(|reason| sentence(&reason.message(), texts))
        .collect()
}

fn sentence(message: &Message, texts: Texts) -> String {
    message.render(&|key, values| {
        let value = |plain: &Plain| match plain {
            Plain::Number(number) => Value::from(*number),
            Plain::Text(text) => Value::from(text.clone()),
        };
        let values: Vec<_> = values.iter().map(|(name, plain)| (*name, value(plain))).collect();
        texts.with(key, &values)
    })
}
