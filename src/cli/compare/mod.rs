//! `compare A B`: what came, went and changed from one file to the next, for scripts and people.

mod json;
mod rows;

use clap::{ArgMatches, Command};

use super::progress::{self, Stage};
use super::pseudonyms::Announcement;
use super::{Failure, arguments, figures, files, output, pseudonyms};
use crate::analysis::comparison::{ComparedSide, Differences, FigureChange, compare_sides};
use crate::analysis::measure::{self, Target};
use crate::analysis::snapshot::AnalysisSettings;
use crate::i18n::Texts;
use crate::model::{Codes, Vocabulary};
use crate::pseudonyms::{Pseudonymised, Pseudonyms};
use crate::store::Location;
use crate::told::whatif::{FigureRow, figure_rows};
use crate::told::{self, comparison, dimension_name, measure_name, numbers};

/// Risers, and fallers, in the table for people.
const MOST_MOVES: usize = 5;

pub fn define(command: Command, texts: Texts) -> Command {
    pseudonyms::define(command, texts)
        .arg(arguments::path("before", "A", texts.t("cli-compare-before")))
        .arg(arguments::path("after", "B", texts.t("cli-compare-after")))
        .arg(figures::flag("wished", texts.t("cli-wished")))
        .arg(figures::flag("ignore-direction", texts.t("cli-ignore-direction")))
        .arg(figures::flag("json", texts.t("cli-json")))
        .arg(figures::flag("csv", texts.t("cli-csv")).conflicts_with("json"))
        .arg(figures::flag("table", texts.t("cli-table")).conflicts_with_all(["json", "csv"]))
        .arg(figures::list("measures", texts.t("cli-compare-measures")))
}

pub fn run(matches: &ArgMatches, texts: Texts) -> Result<(), Failure> {
    let path = |id: &str| matches.get_one::<Location>(id).expect("clap requires it");
    let asked = measures(matches, texts)?;
    let settings = AnalysisSettings {
        includes_wished: matches.get_flag("wished"),
        ignores_direction: matches.get_flag("ignore-direction"),
        ..AnalysisSettings::default()
    };
    pseudonyms::check(matches, texts)?;
    // Before minutes go by for the first.
    files::check(path("after"), texts)?;
    let asked_for = Asked {
        settings: &settings,
        measures: asked.as_deref(),
        whose: pseudonyms::asked(matches),
    };
    let (before, first) = side(path("before"), &asked_for, &Codes::default(), texts)?;
    let (after, later) = side(path("after"), &asked_for, &first.codes, texts)?;
    let files = [first.file, later.file];
    let announced = [first.announcement, later.announcement];
    pseudonyms::announce(matches, announced.into_iter().flatten(), texts)?;
    let found = compare_sides(&before, &after);
    let words = [after.into_words(), before.into_words()];
    figures::tell_skipped(&found.skipped, texts);
    tell_placeless(&found, asked.as_deref().unwrap_or_default(), texts);
    if matches.get_flag("csv") {
        output::csv(std::iter::once(rows::HEADER.map(str::to_owned)).chain(rows::all(&found)));
        return Ok(());
    }
    if matches.get_flag("table") {
        print_table(&found, &[&words[0], &words[1]], texts);
        return Ok(());
    }
    output::json(&json::ComparisonPage::new(
        &found,
        [&files[0], &files[1]],
        &settings,
    ));
    Ok(())
}

/// What is compared, and under whose codes.
struct Asked<'a> {
    settings: &'a AnalysisSettings,
    measures: Option<&'a [&'static str]>,
    whose: Pseudonyms,
}

/// What is left of a side besides what is compared.
struct ReadSide {
    /// What the file is called.
    file: String,
    codes: Codes,
    announcement: Option<Announcement>,
}

/// Reads one of the two and keeps of it what is compared: the other is read when this one has gone. Who was in the other
/// has the same code in this one.
///
/// # Errors
/// The file cannot be read, or its network not analysed.
fn side(
    path: &Location,
    asked: &Asked<'_>,
    given: &Codes,
    texts: Texts,
) -> Result<(ComparedSide, ReadSide), Failure> {
    let mut constellation = files::read(path, texts)?.constellation;
    let mut read = ReadSide {
        file: path.to_string(),
        codes: Codes::default(),
        announcement: None,
    };
    if asked.whose.are_on() {
        if !given.is_empty() {
            constellation.info.codes = given.clone().into();
        }
        read.codes = Codes::completed(&constellation);
        let coded = Pseudonymised::under(read.codes.clone(), &constellation, asked.whose, true);
        read.file = told::pseudonyms::file_name(&read.file, true, texts);
        read.announcement = Some(Announcement::of(&coded, texts));
        constellation = coded.constellation;
    }
    let control = progress::at(Stage::Computing, path);
    let side = ComparedSide::of(constellation, asked.settings, asked.measures, &control);
    let side = side.map_err(|error| {
        let reason = told::comparison_refused(&error).text(texts);
        let values = [("file", files::shown(path)), ("reason", reason.into())];
        Failure::input(texts.with("cli-cannot-analyse", &values))
    })?;
    Ok((side, read))
}

/// # Errors
/// An id that is no measure of actors.
fn measures(matches: &ArgMatches, texts: Texts) -> Result<Option<Vec<&'static str>>, Failure> {
    let Some(asked) = matches.get_many::<String>("measures") else {
        return Ok(None);
    };
    let of_actors = || measure::all().filter(|descriptor| descriptor.target == Target::Actor);
    asked
        .map(|id| {
            let found = of_actors().find(|descriptor| descriptor.id == *id);
            found.map(|descriptor| descriptor.id).ok_or_else(|| {
                let known: Vec<&str> = of_actors().map(|descriptor| descriptor.id).collect();
                let values = [("measure", id.clone().into())];
                let key = if measure::find(id).is_some() {
                    "cli-measure-not-of-actors"
                } else {
                    "cli-measure-unknown"
                };
                Failure::usage(texts.listing(key, &values, ("known", &known)))
            })
        })
        .collect::<Result<_, _>>()
        .map(Some)
}

/// Of the measures that were asked for, those by which nobody has a place in both.
fn tell_placeless(found: &Differences, asked: &[&'static str], texts: Texts) {
    let has_places = |id: &str| {
        found
            .ranks
            .iter()
            .any(|ranks| ranks.measure == id && !ranks.are_empty())
    };
    let placeless: Vec<&str> = asked.iter().copied().filter(|id| !has_places(id)).collect();
    if !placeless.is_empty() {
        output::tell(texts.listing("cli-compare-placeless", &[], ("measures", &placeless)));
    }
}

fn print_table(found: &Differences, words: &[&Vocabulary], texts: Texts) {
    for section in comparison::sections(found, words) {
        output::line(section.title().text(texts));
        for line in &section.lines {
            output::line(format_args!("  {}", line.message.text(texts)));
        }
    }
    output::line(texts.t("whatif-figures"));
    for (side, counted) in ["cli-compare-before", "cli-compare-after"]
        .into_iter()
        .zip(&found.counted)
    {
        for remark in comparison::counted(side, counted) {
            output::line(format_args!("  {}", remark.text(texts)));
        }
    }
    print_figures(&found.figures, found.has_arrows, texts);
    for dimension in &found.dimensions {
        output::line(dimension_name(texts, &dimension.id));
        print_figures(&dimension.figures, found.has_arrows, texts);
    }
    for ranks in &found.ranks {
        let name = measure::find(ranks.measure)
            .map(|it| measure_name(texts, it, found.has_arrows))
            .unwrap_or_default();
        output::line(texts.with("compare-ranks", &[("measure", name.into())]));
        let [risers, fallers] = comparison::moves(ranks, MOST_MOVES);
        for (sign, moves) in [("▲", risers), ("▼", fallers)] {
            for it in moves {
                let places = comparison::places(it.rank_before, it.rank_after).text(texts);
                output::line(format_args!("  {sign} {}: {places}", found.label(&it.id)));
            }
        }
    }
}

/// Name, before, after and change, with the decimal marks under each other.
fn print_figures(figures: &[FigureChange], has_arrows: bool, texts: Texts) {
    let rows = figure_rows(texts, figures, has_arrows);
    let mut names: Vec<String> = rows.iter().map(|row| row.name.clone()).collect();
    let width = names.iter().map(|name| name.chars().count()).max().unwrap_or(0);
    for name in &mut names {
        *name = format!("{name:<width$}");
    }
    let column = |of: fn(&FigureRow) -> &str| {
        let mut cells: Vec<String> = rows.iter().map(|row| of(row).to_owned()).collect();
        numbers::align(texts, &mut cells);
        cells
    };
    let [before, after, change] = [
        column(|row| &row.before),
        column(|row| &row.after),
        column(|row| &row.change),
    ];
    for at in 0..rows.len() {
        let line = [&names[at], &before[at], &after[at], &change[at]].map(String::as_str);
        output::line(format_args!("  {}", line.join("  ").trim_end()));
    }
}
