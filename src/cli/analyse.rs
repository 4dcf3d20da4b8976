//! `analyse FILE`: figures for scripts and people.

use std::path::PathBuf;

use clap::{ArgMatches, Command};

use super::figures::{self, Analysed, Measures};
use super::{Failure, files, json, output};
use crate::i18n::Texts;

/// What a person reads when no measures were chosen: a table of a hundred columns is for software.
const READ: [&str; 8] = [
    "degree",
    "strength",
    "betweenness_norm",
    "closeness",
    "closeness_in",
    "eigenvector",
    "core",
    "constraint",
];

pub fn define(command: Command, texts: Texts) -> Command {
    figures::define(command, texts)
        .arg(figures::flag("json", texts.t("cli-json")))
        .arg(figures::flag("csv", texts.t("cli-csv")).conflicts_with("json"))
        .arg(figures::flag("table", texts.t("cli-table")).conflicts_with_all(["json", "csv"]))
        .arg(figures::list("measures", texts.t("cli-measures")))
}

pub fn run(matches: &ArgMatches, texts: Texts) -> Result<(), Failure> {
    let path: &PathBuf = matches.get_one("input").expect("clap requires it");
    let measures = Measures::of(matches, texts)?;
    let analysed = figures::analyse(path, matches, &measures, texts)?;
    if matches.get_flag("csv") {
        return print_csv(&analysed, &measures, texts);
    }
    if matches.get_flag("table") {
        print_table(&analysed, &measures, texts);
        return Ok(());
    }
    let json = json::of(&path.display().to_string(), &analysed, &measures, texts);
    output::line(format_args!("{json:#}"));
    Ok(())
}

/// Comma and decimal point: for software.
fn print_csv(analysed: &Analysed, measures: &Measures, texts: Texts) -> Result<(), Failure> {
    let mut writer = csv::Writer::from_writer(std::io::stdout().lock());
    let number = |value: f64| value.to_string();
    let mut write = || -> csv::Result<()> {
        for row in rows(analysed, &|_, id| measures.has(id), &number) {
            writer.write_record(row)?;
        }
        writer.flush().map_err(csv::Error::from)
    };
    write().map_err(|error| {
        let values = [("reason", files::reason(&error.into(), texts).into())];
        Failure::input(texts.with("cli-cannot-print", &values))
    })
}

/// Rows of actors, with the columns for which `shows` (name, and id of the measure) is true.
fn rows(
    analysed: &Analysed,
    shows: &dyn Fn(&str, &str) -> bool,
    number: &dyn Fn(f64) -> String,
) -> Vec<Vec<String>> {
    let live = &analysed.live;
    let mut columns = live.named_columns();
    columns.retain(|(name, _)| shows(name, name.rsplit('.').next().unwrap_or(name)));
    let names = columns.iter().map(|(name, _)| name.clone());
    let header = ["id".to_owned(), "label".to_owned()].into_iter().chain(names);
    let mut rows = vec![header.chain(["spanner_rank".to_owned()]).collect()];
    for (at, id) in analysed.ids().into_iter().enumerate() {
        let mut row = vec![id.to_owned(), live.snapshot.labels[at].clone()];
        row.extend(
            columns
                .iter()
                .map(|(_, values)| values[at].map(number).unwrap_or_default()),
        );
        let candidate = u32::try_from(at).ok().and_then(|at| live.ranking.of(at));
        row.push(candidate.map(|it| it.rank.to_string()).unwrap_or_default());
        rows.push(row);
    }
    rows
}

/// Aligned, with the decimal mark of the language: for people.
fn print_table(analysed: &Analysed, measures: &Measures, texts: Texts) {
    let shows = |name: &str, id: &str| {
        if measures.are_chosen() {
            measures.has(id)
        } else {
            READ.contains(&name)
        }
    };
    let rows = rows(analysed, &shows, &|value| texts.number(value, 4));
    let width = |column: usize| {
        rows.iter()
            .map(|row| row[column].chars().count())
            .max()
            .unwrap_or(0)
    };
    let widths: Vec<usize> = (0..rows[0].len()).map(width).collect();
    for row in &rows {
        let cells = row.iter().zip(&widths).enumerate().map(|(at, (cell, &width))| {
            if at < 2 {
                format!("{cell:<width$}")
            } else {
                format!("{cell:>width$}")
            }
        });
        output::line(cells.collect::<Vec<_>>().join("  ").trim_end());
    }
}
