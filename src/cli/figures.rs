//! What `analyse` and `spanners` share: from a file to its figures, by the engine of the app.

use std::collections::BTreeSet;
use std::sync::Arc;

use clap::builder::NonEmptyStringValueParser;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::progress::{self, Stage};
use super::{Failure, arguments, files, output, pseudonyms};
use crate::analysis::Descriptor;
use crate::analysis::live::{Live, live_with};
use crate::analysis::measure::Target;
use crate::analysis::measure::{self, Family};
use crate::analysis::paths::{Sampling, Sources};
use crate::analysis::run::{Skipped, Wanted};
use crate::analysis::snapshot::{AnalysisSettings, Snapshot, Visible, attributes};
use crate::analysis::spanners::Thinned;
use crate::analysis::spanners::standing::WEIGHTINGS;
use crate::export::{self, Analysed, AnalysedSource, Certainty, THOROUGH};
use crate::i18n::Texts;
use crate::lens::Lens;
use crate::model::Constellation;
use crate::store::Location;
use crate::told;

/// Arguments that choose what is analysed.
pub fn define(command: Command, texts: Texts) -> Command {
    let command = pseudonyms::define(command, texts);
    let sample = arguments::option("sample", "0.02", texts.t("cli-sample"));
    command
        .arg(arguments::path("input", "FILE", texts.t("cli-input")))
        .arg(flag("wished", texts.t("cli-wished")))
        .arg(flag("ignore-direction", texts.t("cli-ignore-direction")))
        .arg(list("dimension", texts.t("cli-dimension")))
        .arg(flag("quick", texts.t("cli-quick")))
        .arg(sample.value_parser(value_parser!(f64)))
}

/// A long option without a value.
pub fn flag(id: &'static str, help: String) -> Arg {
    Arg::new(id).long(id).action(ArgAction::SetTrue).help(help)
}

/// A long option with several values, apart by commas.
pub fn list(id: &'static str, help: String) -> Arg {
    arguments::option(id, "A,B", help)
        .value_delimiter(',')
        .value_parser(NonEmptyStringValueParser::new())
        .action(ArgAction::Append)
}

/// The values of a [`list`]; `None` when it was not given.
fn listed(matches: &ArgMatches, id: &str) -> Option<Vec<String>> {
    Some(matches.get_many::<String>(id)?.cloned().collect())
}

/// The measures to print.
pub struct ChosenMeasures {
    /// `None`: all.
    ids: Option<BTreeSet<String>>,
    /// The user named them: one that does not exist is an error.
    are_named: bool,
}

impl ChosenMeasures {
    /// # Errors
    /// An id that is no measure.
    pub fn of(matches: &ArgMatches, texts: Texts) -> Result<Self, Failure> {
        let asked = listed(matches, "measures");
        if let Some(id) = asked.iter().flatten().find(|id| measure::find(id).is_none()) {
            let known: Vec<&str> = measure::all().map(|descriptor| descriptor.id).collect();
            let values = [("measure", id.clone().into())];
            let sentence = texts.listing("cli-measure-unknown", &values, ("known", &known));
            return Err(Failure::usage(sentence));
        }
        Ok(Self {
            are_named: asked.is_some(),
            ids: asked.map(|ids| ids.into_iter().collect()),
        })
    }

    /// What the candidates rest on, and how sure they are.
    pub fn of_spanners() -> Self {
        Self {
            ids: Some(THOROUGH.map(str::to_owned).into()),
            are_named: false,
        }
    }

    pub fn are_chosen(&self) -> bool {
        self.ids.is_some()
    }

    /// The ids of what was chosen, for a sentence.
    pub fn named(&self) -> String {
        let ids = self.ids.iter().flatten();
        ids.map(String::as_str).collect::<Vec<_>>().join(", ")
    }

    pub fn has(&self, id: &str) -> bool {
        self.ids.as_ref().is_none_or(|ids| ids.contains(id))
    }

    /// Adds a measure to those that were chosen.
    pub fn with(mut self, id: &str) -> Self {
        self.ids.iter_mut().for_each(|ids| {
            ids.insert(id.to_owned());
        });
        self
    }

    /// What has to be computed: what is chosen, or all that the app shows; what takes long when it is chosen.
    fn wanted(&self, actors: usize) -> Wanted {
        let Some(ids) = &self.ids else {
            return export::wanted(actors);
        };
        if !export::has_candidates(&|id| self.has(id)) {
            return Wanted::Only(ids.clone());
        }
        let takes_long = |descriptor: &Descriptor| !Wanted::Live.wants(descriptor);
        let is_long = |id: &String| measure::find(id).is_some_and(takes_long);
        if ids.iter().any(is_long) {
            Wanted::All
        } else {
            Wanted::Live
        }
    }

    /// Whether something is asked for that rests on many draws: all of it is, when nothing is chosen.
    fn wants_thorough(&self) -> bool {
        THOROUGH.into_iter().any(|id| self.has(id))
    }

    /// # Errors
    /// A measure that this network has not, with those that it has.
    fn check(&self, live: &Live, certainty: &Certainty, texts: Texts) -> Result<(), Failure> {
        let report = &live.report;
        let in_dimensions = report.dimensions.iter().flat_map(|one| {
            let columns = one.actors.iter().map(|column| column.id);
            columns.chain(one.network.iter().map(|figure| figure.id))
        });
        let columns = report
            .actors
            .iter()
            .chain(&report.relations)
            .map(|column| column.id);
        let figures = report.network.iter().map(|figure| figure.id);
        let beside = measure::all().filter(|one| match one.target {
            Target::Group | Target::GroupPair => !report.dimensions.is_empty(),
            Target::TablePair => live.snapshot.knows_tables(),
            _ => certainty.has(one.id),
        });
        let here: BTreeSet<&str> = columns
            .chain(figures)
            .chain(in_dimensions)
            .chain(beside.map(|one| one.id))
            .collect();
        let mut named = self.ids.iter().flatten().filter(|_| self.are_named);
        let Some(id) = named.find(|id| !here.contains(id.as_str())) else {
            return Ok(());
        };
        // Where nobody is a table there are no pairs of them: asked for they are none, and nobody is sent there.
        let has_tables = live.snapshot.is_table.contains(&true);
        let of_tables = |id: &str| measure::find(id).is_some_and(|one| one.target == Target::TablePair);
        let known: Vec<&str> = here
            .into_iter()
            .filter(|id| has_tables || !of_tables(id))
            .collect();
        let values = [("measure", id.clone().into())];
        let sentence = if known.is_empty() {
            texts.with("cli-measure-none-here", &values)
        } else {
            texts.listing("cli-measure-not-here", &values, ("known", &known))
        };
        Err(Failure::usage(sentence))
    }
}

/// Reads and analyses the file of the arguments; gives what it is called too.
///
/// # Errors
/// A file that cannot be read, a network too large for the analysis, or a question that does not fit it.
pub fn analyse(
    path: &Location,
    matches: &ArgMatches,
    measures: &ChosenMeasures,
    texts: Texts,
) -> Result<(Analysed, String), Failure> {
    pseudonyms::check(matches, texts)?;
    let constellation = files::read(path, texts)?.constellation;
    let lens = Lens {
        analysis_settings: settings(matches, texts)?,
        ..Lens::default()
    };
    let taken = pseudonyms::taken_along(matches, &constellation, &lens, texts)?;
    let file = told::pseudonyms::file_name(&path.to_string(), taken.has_codes(), texts);
    let settings = taken.lens.analysis_settings;
    let constellation = taken.constellation;
    let control = progress::at(Stage::Computing, path);
    let failure = |reason: String| {
        let values = [("file", files::shown(path)), ("reason", reason.into())];
        Failure::input(texts.with("cli-cannot-analyse", &values))
    };
    let snapshot = Snapshot::build(&constellation, &settings, Visible::ALL)
        .map_err(|error| failure(told::network_refused(&error).text(texts)))?;
    check_dimensions(&constellation, &settings, &snapshot, texts)?;
    let source = AnalysedSource::new(&constellation, &settings, &snapshot);
    drop(constellation);
    let wanted = measures.wanted(snapshot.network.n);
    let live = live_with(snapshot, wanted, &control).map_err(|_| failure(told::cancelled().text(texts)))?;
    tell_sampled(&live, texts);
    tell_skipped(&live.report.skipped, texts);
    let certainty = Certainty::of(&live, !matches.get_flag("quick") && measures.wants_thorough());
    tell_bounds(&certainty, texts);
    measures.check(&live, &certainty, texts)?;
    let analysed = Analysed {
        source,
        settings,
        live: Arc::new(live),
        certainty,
    };
    Ok((analysed, file))
}

fn settings(matches: &ArgMatches, texts: Texts) -> Result<AnalysisSettings, Failure> {
    let sampling_permille = match matches.get_one::<f64>("sample") {
        None => None,
        // The bound is kept in thousandths.
        Some(&error) if (0.001..=0.5).contains(&error) => Some((error * 1000.0).round() as u16),
        Some(error) => {
            let value = error.to_string();
            return Err(Failure::usage(arguments::misfit("--sample", &value, &[], texts)));
        }
    };
    Ok(AnalysisSettings {
        includes_wished: matches.get_flag("wished"),
        ignores_direction: matches.get_flag("ignore-direction"),
        dimensions: listed(matches, "dimension"),
        sampling_permille,
        ..AnalysisSettings::default()
    })
}

/// # Errors
/// A dimension in which nobody has a group, with those in which somebody has.
fn check_dimensions(
    constellation: &Constellation,
    settings: &AnalysisSettings,
    snapshot: &Snapshot,
    texts: Texts,
) -> Result<(), Failure> {
    let found = |names: Vec<String>| -> Vec<String> {
        let settings = AnalysisSettings {
            dimensions: Some(names),
            ..settings.clone()
        };
        Snapshot::build(constellation, &settings, Visible::ALL)
            .map(|snapshot| snapshot.dimensions.into_iter().map(|one| one.id).collect())
            .unwrap_or_default()
    };
    let is_there = |name: &str| snapshot.dimensions.iter().any(|one| one.id == name);
    let mut asked = settings.dimensions.iter().flatten();
    // On its own too: under two names it is there once.
    let Some(missing) = asked.find(|name| !is_there(name) && found(vec![(*name).clone()]).is_empty()) else {
        tell_one_group(snapshot, texts);
        for name in settings
            .dimensions
            .iter()
            .flatten()
            .filter(|name| !is_there(name))
        {
            output::tell(texts.with("cli-dimension-same", &[("dimension", name.clone().into())]));
        }
        return Ok(());
    };
    let names = crate::analysis::snapshot::OWN_DIMENSIONS.map(str::to_owned);
    let known = found(names.into_iter().chain(attributes(constellation)).collect());
    let key = if known.is_empty() {
        "cli-dimension-none"
    } else {
        "cli-dimension-unknown"
    };
    let values = [("dimension", missing.clone().into())];
    Err(Failure::usage(texts.listing(key, &values, ("known", &known))))
}

/// Of the dimensions asked for: without two groups there is no boundary to span.
fn tell_one_group(snapshot: &Snapshot, texts: Texts) {
    for one in &snapshot.dimensions {
        if let [group] = one.partition.groups.as_slice() {
            let values = [
                ("dimension", one.id.clone().into()),
                ("group", group.clone().into()),
            ];
            output::tell(texts.with("cli-dimension-one-group", &values));
        }
    }
}

/// Why figures are estimated, on standard error.
fn tell_sampled(live: &Live, texts: Texts) {
    if let (Some(sources), Sources::Sample(Sampling { error, .. })) =
        (live.report.sampled_sources, live.snapshot.sources)
    {
        let values = [
            ("sources", sources.into()),
            ("actors", live.snapshot.network.n.into()),
            ("error", texts.number(error, 3).into()),
        ];
        output::tell(texts.with("figures-sampled", &values));
    }
}

/// Why figures are missing, on standard error.
pub fn tell_skipped(skipped: &[(&'static str, Skipped)], texts: Texts) {
    let mut reasons: Vec<(Skipped, bool)> = Vec::new();
    let is_leaving = |id: &str| measure::find(id).is_some_and(|found| found.family == Family::WhatIf);
    for (id, why) in skipped {
        if !reasons.contains(&(*why, is_leaving(id))) {
            reasons.push((*why, is_leaving(id)));
        }
    }
    for (why, leaving) in reasons {
        let ids: Vec<&str> = skipped
            .iter()
            .filter(|(id, own)| *own == why && is_leaving(id) == leaving)
            .map(|(id, _)| *id)
            .collect();
        let (key, most) = match why {
            Skipped::TooManyActors { most } if leaving => ("cli-skipped-leaving", most),
            Skipped::TooManyActors { most } => ("cli-skipped-paths", most),
            Skipped::Sampled => ("cli-skipped-sampled", 0),
            Skipped::NotConverged => ("cli-skipped-restless", 0),
        };
        output::tell(texts.listing(key, &[("most", most.into())], ("measures", &ids)));
    }
}

/// Says where a large network is computed less often, or not at all.
fn tell_bounds(certainty: &Certainty, texts: Texts) {
    let Some(evidence) = &certainty.evidence else {
        return;
    };
    match &evidence.thinned {
        Thinned::TooLarge => output::tell(texts.t("cli-unverified-too-large")),
        Thinned::Tables(tables) if tables.len() < WEIGHTINGS as usize => {
            let values = [("networks", tables.len().into())];
            output::tell(texts.with("cli-unverified-fewer", &values));
        }
        _ => {}
    }
    if evidence.new_relations.iter().any(Option::is_none) {
        output::tell(texts.t("cli-new-relations-too-large"));
    }
}

/// What an actor is called, on one line.
pub fn name(live: &Live, actor: usize, texts: Texts) -> String {
    let words: Vec<&str> = live.snapshot.labels[actor].split_whitespace().collect();
    if words.is_empty() {
        texts.t("board-nameless")
    } else {
        words.join(" ")
    }
}

/// The sentences of one candidate.
pub fn reasons(live: &Live, actor: usize, texts: Texts) -> Vec<String> {
    let reasons = live.reasons_of(actor);
    reasons
        .iter()
        .map(|reason| told::reason(reason).text(texts))
        .collect()
}
