//! `analyse FILE`: figures for scripts and people.

use std::path::PathBuf;

use clap::{ArgMatches, Command};
use serde_json::{Map, Value, json};

use super::figures::{self, Analysed};
use super::{Failure, files, output};
use crate::analysis::live::Column;
use crate::analysis::spanners::Component;
use crate::i18n::Texts;
use crate::model::RelationKind;

/// The top that stability is about.
const TOP: u32 = 5;

pub fn define(command: Command, texts: Texts) -> Command {
    figures::define(command, texts)
        .arg(figures::flag("json", texts.t("cli-json")))
        .arg(figures::flag("csv", texts.t("cli-csv")).conflicts_with("json"))
        .arg(figures::flag("table", texts.t("cli-table")).conflicts_with_all(["json", "csv"]))
        .arg(figures::list("measures", texts.t("cli-measures")))
        .arg(figures::list("dimension", texts.t("cli-dimension")))
}

pub fn run(matches: &ArgMatches, texts: Texts) -> Result<(), Failure> {
    let path: &PathBuf = matches.get_one("input").expect("clap requires it");
    let analysed = figures::analyse(path, matches, texts)?;
    let columns = analysed.columns(matches, texts)?;
    let dimensions = analysed.dimensions(matches, texts)?;
    if matches.get_flag("csv") {
        return print_csv(&analysed, &columns, texts);
    }
    if matches.get_flag("table") {
        print_table(&analysed, &columns, texts);
        return Ok(());
    }
    let json = json(
        &path.display().to_string(),
        &analysed,
        &columns,
        &dimensions,
        texts,
    );
    output::line(format_args!("{json:#}"));
    Ok(())
}

fn json(file: &str, analysed: &Analysed, columns: &[&Column], dimensions: &[usize], texts: Texts) -> Value {
    let live = &analysed.live;
    let snapshot = &live.snapshot;
    let ids = analysed.ids();
    let mut actors = Map::new();
    actors.insert("ids".to_owned(), json!(ids));
    actors.insert("labels".to_owned(), json!(snapshot.labels));
    for column in columns {
        actors.insert(column.id.to_owned(), json!(column.values));
    }
    let network: Map<String, Value> = live
        .report
        .network
        .iter()
        .map(|figure| (figure.id.to_owned(), json!(figure.value)))
        .collect();
    let pairs = &snapshot.network.pairs;
    let dimensions: Map<String, Value> = dimensions
        .iter()
        .map(|&at| (live.figures[at].id.clone(), dimension(analysed, at)))
        .collect();
    json!({
        "program": env!("CARGO_PKG_NAME"),
        "version": env!("CARGO_PKG_VERSION"),
        "file": file,
        "settings": settings(analysed),
        "network": network,
        "actors": actors,
        "relations": {
            "source": pairs.iter().map(|pair| ids[pair.source as usize]).collect::<Vec<_>>(),
            "target": pairs.iter().map(|pair| ids[pair.target as usize]).collect::<Vec<_>>(),
            "weight": pairs.iter().map(|pair| pair.weight).collect::<Vec<_>>(),
            "links": pairs.iter().map(|pair| pair.links).collect::<Vec<_>>(),
        },
        "dimensions": dimensions,
        "spanners": spanners(analysed, &ids, texts),
    })
}

fn settings(analysed: &Analysed) -> Value {
    let settings = &analysed.settings;
    let counts = |kind: &&RelationKind| match &settings.kinds {
        Some(kinds) => kinds.contains(&kind.id),
        None => !kind.is_negative,
    };
    let kinds = analysed
        .constellation
        .vocabulary
        .relation_kinds
        .iter()
        .filter(counts);
    let statuses: &[&str] = if settings.includes_wished {
        &["existing", "wished"]
    } else {
        &["existing"]
    };
    json!({
        "directed": analysed.live.snapshot.network.directed,
        "kinds": kinds.map(|kind| kind.id.as_str()).collect::<Vec<_>>(),
        "statuses": statuses,
    })
}

fn dimension(analysed: &Analysed, at: usize) -> Value {
    let partition = &analysed.live.snapshot.dimensions[at].partition;
    let figures = &analysed.live.figures[at];
    let actors: Map<String, Value> = Component::ALL
        .iter()
        .map(|component| (component.id().to_owned(), json!(figures.of(*component))))
        .collect();
    let of: Vec<&[u32]> = (0..partition.len()).map(|actor| partition.of(actor)).collect();
    json!({ "groups": partition.groups, "of": of, "actors": actors })
}

fn spanners(analysed: &Analysed, ids: &[&str], texts: Texts) -> Vec<Value> {
    let live = &analysed.live;
    let stability = analysed.stability(TOP);
    live.ranking
        .candidates
        .iter()
        .map(|candidate| {
            let actor = candidate.actor as usize;
            let components: Map<String, Value> = live
                .figures
                .iter()
                .map(|figures| {
                    let values: Map<String, Value> = Component::ALL
                        .iter()
                        .map(|it| (it.id().to_owned(), json!(figures.of(*it)[actor])))
                        .collect();
                    (figures.id.clone(), Value::Object(values))
                })
                .collect();
            let place = live.ranks.actors.iter().position(|it| *it == candidate.actor);
            let share = stability
                .as_ref()
                .zip(place)
                .and_then(|(it, place)| it.shares.get(place));
            json!({
                "id": ids[actor],
                "label": live.snapshot.labels[actor],
                "rank": candidate.rank,
                "mean_rank": candidate.mean_rank,
                "components": components,
                "stability": share,
                "reasons": figures::reasons(live, actor, texts),
            })
        })
        .collect()
}

/// Comma and decimal point: for software.
fn print_csv(analysed: &Analysed, columns: &[&Column], texts: Texts) -> Result<(), Failure> {
    let mut writer = csv::Writer::from_writer(std::io::stdout().lock());
    let number = |value: f64| value.to_string();
    let mut write = || -> csv::Result<()> {
        for row in rows(analysed, columns, &number) {
            writer.write_record(row)?;
        }
        writer.flush().map_err(csv::Error::from)
    };
    write().map_err(|error| {
        let values = [("reason", files::reason(&error.into(), texts).into())];
        Failure::input(texts.with("cli-cannot-print", &values))
    })
}

fn rows(analysed: &Analysed, columns: &[&Column], number: &dyn Fn(f64) -> String) -> Vec<Vec<String>> {
    let header = ["id", "label"].into_iter().chain(columns.iter().map(|it| it.id));
    let mut rows = vec![header.chain(["spanner_rank"]).map(str::to_owned).collect()];
    for (at, id) in analysed.ids().into_iter().enumerate() {
        let mut row = vec![id.to_owned(), analysed.live.snapshot.labels[at].clone()];
        row.extend(
            columns
                .iter()
                .map(|it| it.values[at].map(number).unwrap_or_default()),
        );
        let candidate = analysed
            .live
            .ranking
            .candidates
            .iter()
            .find(|it| it.actor as usize == at);
        row.push(candidate.map(|it| it.rank.to_string()).unwrap_or_default());
        rows.push(row);
    }
    rows
}

/// Aligned, with the decimal mark of the language: for people.
fn print_table(analysed: &Analysed, columns: &[&Column], texts: Texts) {
    let rows = rows(analysed, columns, &|value| texts.number(value, 4));
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
