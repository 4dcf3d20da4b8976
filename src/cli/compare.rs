//! `compare A B`: what came, went and changed from one file to the next, for scripts and people.

use std::path::PathBuf;

use clap::{ArgMatches, Command};
use serde_json::{Map, Value, json};

use super::{Failure, arguments, figures, files, output};
use crate::analysis::Control;
use crate::analysis::comparison::{
    Differences, FigureChange, RankChange, RelationChange, compare_constellations,
};
use crate::analysis::measure::{self, Target};
use crate::analysis::snapshot::AnalysisSettings;
use crate::i18n::Texts;
use crate::model::Vocabulary;
use crate::told::whatif::{FigureRow, figure_rows};
use crate::told::{self, comparison, dimension_name, measure_name, numbers};

/// Risers, and fallers, in the table for people.
const MOST_MOVES: usize = 5;

pub fn define(command: Command, texts: Texts) -> Command {
    command
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
    let path = |id: &str| matches.get_one::<PathBuf>(id).expect("clap requires it");
    let asked = measures(matches, texts)?;
    let before = files::read(path("before"), texts)?.constellation;
    let after = files::read(path("after"), texts)?.constellation;
    let settings = AnalysisSettings {
        includes_wished: matches.get_flag("wished"),
        ignores_direction: matches.get_flag("ignore-direction"),
        ..AnalysisSettings::default()
    };
    let found = compare_constellations(&before, &after, &settings, asked.as_deref(), &Control::new());
    let found = found.map_err(|error| {
        let values = [
            ("file", files::shown(path("after"))),
            ("reason", told::comparison_refused(&error).text(texts).into()),
        ];
        Failure::input(texts.with("cli-cannot-analyse", &values))
    })?;
    tell_placeless(&found, asked.as_deref().unwrap_or_default(), texts);
    if matches.get_flag("csv") {
        let names = ["what", "change", "id", "target", "detail", "before", "after"];
        let header = names.map(str::to_owned);
        output::csv(std::iter::once(header).chain(rows(&found)));
        return Ok(());
    }
    if matches.get_flag("table") {
        print_table(&found, &[&after.vocabulary, &before.vocabulary], texts);
        return Ok(());
    }
    let shown = |id: &str| path(id).display().to_string();
    output::json(&json(&found, &shown("before"), &shown("after"), &settings));
    Ok(())
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
                let values = [("measure", id.clone().into()), ("known", known.join(", ").into())];
                let key = if measure::find(id).is_some() {
                    "cli-measure-not-of-actors"
                } else {
                    "cli-measure-unknown"
                };
                Failure::usage(texts.with(key, &values))
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
        let values = [("measures", placeless.join(", ").into())];
        output::tell(texts.with("cli-compare-placeless", &values));
    }
}

fn json(found: &Differences, before: &str, after: &str, settings: &AnalysisSettings) -> Value {
    let actor = |key: &String| json!({ "id": key, "label": found.label(key) });
    let actors = |keys: &[String]| keys.iter().map(actor).collect::<Vec<_>>();
    let changed: Vec<Value> = found
        .actors_changed
        .iter()
        .map(|change| {
            let fields: Map<String, Value> = change
                .fields
                .iter()
                .map(|field| (field.field.to_owned(), json!([field.before, field.after])))
                .collect();
            json!({ "id": change.key, "label": found.label(&change.key), "fields": fields })
        })
        .collect();
    let relations = |list: &[RelationChange]| list.iter().map(relation).collect::<Vec<_>>();
    let figures = |list: &[FigureChange]| -> Map<String, Value> {
        list.iter()
            .map(|change| (change.id.clone(), figure(change)))
            .collect()
    };
    let dimensions: Map<String, Value> = found
        .dimensions
        .iter()
        .map(|dimension| (dimension.id.clone(), Value::Object(figures(&dimension.figures))))
        .collect();
    let ranks: Map<String, Value> = found
        .ranks
        .iter()
        .map(|ranks| {
            let changes = ranks.changes.iter().map(|change| rank(found, change)).collect();
            (ranks.measure.to_owned(), Value::Array(changes))
        })
        .collect();
    let members = &found.members;
    json!({
        "program": env!("CARGO_PKG_NAME"),
        "version": env!("CARGO_PKG_VERSION"),
        "before": before,
        "after": after,
        "settings": { "wished": settings.includes_wished, "ignore_direction": settings.ignores_direction },
        "actors": {
            "came": actors(&members.actors_came),
            "gone": actors(&members.actors_gone),
            "changed": changed,
            "stayed": members.actors_stayed.len(),
        },
        "relations": {
            "came": relations(&members.relations_came),
            "gone": relations(&members.relations_gone),
            "changed": relations(&members.relations_changed),
            "same": members.relations_same,
        },
        "network": figures(&found.figures),
        "dimensions": dimensions,
        "ranks": ranks,
    })
}

fn relation(change: &RelationChange) -> Value {
    json!({
        "source": change.source,
        "target": change.target,
        "kind": change.kind,
        "directed": change.is_directed,
        "links_before": change.before.0,
        "links_after": change.after.0,
        "weight_before": change.before.1,
        "weight_after": change.after.1,
    })
}

fn figure(change: &FigureChange) -> Value {
    json!({ "before": change.before, "after": change.after, "change": change.difference() })
}

fn rank(found: &Differences, change: &RankChange) -> Value {
    json!({
        "id": change.id,
        "label": found.label(&change.id),
        "rank_before": change.rank_before,
        "rank_after": change.rank_after,
        "risen": change.risen(),
        "before": change.before,
        "after": change.after,
    })
}

/// One row per difference, whatever it is about: `what` and `change` tell which.
fn rows(found: &Differences) -> Vec<[String; 7]> {
    let members = &found.members;
    let number = |value: Option<f64>| value.map(|value| (value + 0.0).to_string()).unwrap_or_default();
    let row = |cells: [&str; 7]| cells.map(str::to_owned);
    let mut rows = Vec::new();
    for (change, keys) in [("came", &members.actors_came), ("gone", &members.actors_gone)] {
        rows.extend(
            keys.iter()
                .map(|key| row(["actor", change, key, "", found.label(key), "", ""])),
        );
    }
    for change in &found.actors_changed {
        let fields = change.fields.iter();
        rows.extend(fields.map(|it| {
            row([
                "actor",
                "changed",
                &change.key,
                "",
                it.field,
                &it.before,
                &it.after,
            ])
        }));
    }
    for (what, list) in [
        ("came", &members.relations_came),
        ("gone", &members.relations_gone),
        ("changed", &members.relations_changed),
    ] {
        for it in list {
            let (before, after) = (it.before.1.to_string(), it.after.1.to_string());
            rows.push(row([
                "relation", what, &it.source, &it.target, &it.kind, &before, &after,
            ]));
        }
    }
    for change in &found.figures {
        let (before, after) = (number(change.before), number(change.after));
        rows.push(row(["network", "figure", "", "", &change.id, &before, &after]));
    }
    for dimension in &found.dimensions {
        for change in &dimension.figures {
            let (before, after) = (number(change.before), number(change.after));
            rows.push(row([
                "dimension",
                "figure",
                &dimension.id,
                "",
                &change.id,
                &before,
                &after,
            ]));
        }
    }
    for ranks in &found.ranks {
        for it in &ranks.changes {
            let place = |place: Option<u32>| place.map(|place| place.to_string()).unwrap_or_default();
            let (before, after) = (place(it.rank_before), place(it.rank_after));
            rows.push(row(["rank", "place", &it.id, "", ranks.measure, &before, &after]));
        }
    }
    rows
}

fn print_table(found: &Differences, words: &[&Vocabulary], texts: Texts) {
    for section in comparison::sections(found, words) {
        output::line(section.title().text(texts));
        for line in &section.lines {
            output::line(format_args!("  {}", line.message.text(texts)));
        }
    }
    output::line(texts.t("whatif-figures"));
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
