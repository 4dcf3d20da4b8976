//! `analyse FILE`: figures for scripts and people.

use clap::builder::PossibleValuesParser;
use clap::{ArgMatches, Command};

use super::figures::{self, ChosenMeasures};
use super::{Failure, arguments, output};
use crate::export::sheets::{self, SHEETS};
use crate::export::{self, Analysed, json};
use crate::i18n::{Texts, shown_up_to};
use crate::store::Location;
use crate::told::numbers;

/// Letters of a name or id in a table; the other forms have all of it.
const WIDEST_NAME: usize = 60;

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
    let names = SHEETS.map(|(name, _)| name);
    let values = [("names", names.join(", ").into())];
    // Without the equals sign `--csv FILE` would be a sheet called FILE.
    let csv = arguments::option("csv", "SHEET", texts.with("cli-csv-sheet", &values))
        .num_args(0..=1)
        .require_equals(true)
        .default_missing_value(names[0])
        .value_parser(PossibleValuesParser::new(names))
        .hide_possible_values(true);
    figures::define(command, texts)
        .arg(figures::flag("json", texts.t("cli-json")))
        .arg(csv.conflicts_with("json"))
        .arg(figures::flag("table", texts.t("cli-table")).conflicts_with_all(["json", "csv"]))
        .arg(figures::list("measures", texts.t("cli-measures")))
}

pub fn run(matches: &ArgMatches, texts: Texts) -> Result<(), Failure> {
    let path: &Location = matches.get_one("input").expect("clap requires it");
    let sheet = matches.get_one::<String>("csv");
    let mut measures = ChosenMeasures::of(matches, texts)?;
    if let Some(id) = sheet.and_then(|sheet| sheets::rests_on(sheet)) {
        measures = measures.with(id);
    }
    let (analysed, file) = figures::analyse(path, matches, &measures, texts)?;
    let is_chosen = |id: &str| measures.has(id);
    let reasons = |actor: usize| figures::reasons(&analysed.live, actor, texts);
    if let Some(name) = sheet {
        let sheet = SHEETS.iter().find(|(own, _)| own == name);
        let (_, make) = sheet.expect("clap knows the names");
        let rows = make(&analysed, &is_chosen, &reasons);
        tell_without_measures(name, &rows, &measures, texts);
        output::csv(rows);
        return Ok(());
    }
    if matches.get_flag("table") {
        print_table(&analysed, &measures, texts);
        return Ok(());
    }
    output::json(&json::FiguresPage::new(&file, &analysed, &is_chosen, &reasons));
    Ok(())
}

/// That a sheet of measures has none of those asked for: they are of something else.
fn tell_without_measures(sheet: &str, rows: &[Vec<String>], measures: &ChosenMeasures, texts: Texts) {
    let Some(header) = rows.first().filter(|_| sheets::lists_measures(sheet)) else {
        return;
    };
    // A measure is a column, also of a dimension (`sector.mediation`), or has rows of its own.
    let in_rows = header.iter().position(|name| name == "measure");
    let mut found = match in_rows {
        Some(at) => rows[1..].iter().map(|row| row[at].as_str()).collect::<Vec<_>>(),
        None => header.iter().filter_map(|name| name.rsplit('.').next()).collect(),
    };
    found.retain(|id| measures.has(id));
    if measures.are_chosen() && found.is_empty() {
        let values = [
            ("sheet", sheet.to_owned().into()),
            ("measures", measures.named().into()),
        ];
        output::tell(texts.with("cli-sheet-without-measures", &values));
    }
}

/// Aligned, with the decimal mark of the language: for people.
fn print_table(analysed: &Analysed, measures: &ChosenMeasures, texts: Texts) {
    let shows = |name: &str, id: &str| {
        if measures.are_chosen() {
            measures.has(id)
        } else {
            READ.contains(&name)
        }
    };
    let has_candidates = export::has_candidates(&|id| measures.has(id));
    let mut rows = sheets::actor_rows(analysed, has_candidates, &shows, &|value| texts.number(value, 4));
    for (row, actor) in rows.iter_mut().skip(1).zip(0..) {
        let id = std::mem::take(&mut row[0]);
        let name = figures::name(&analysed.live, actor, texts);
        for (cell, text) in row.iter_mut().zip([id, name]) {
            *cell = shown_up_to(&text, WIDEST_NAME).into_owned();
        }
    }
    for column in 2..rows[0].len() {
        let mut cells: Vec<String> = rows[1..].iter().map(|row| row[column].clone()).collect();
        numbers::level(texts, &mut cells);
        for (row, cell) in rows[1..].iter_mut().zip(cells) {
            row[column] = cell;
        }
    }
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
