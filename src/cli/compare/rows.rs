//! A comparison as rows: one per difference, whatever it is about; `what` and `change` tell which.

use crate::analysis::comparison::{ActorChange, Differences, FigureChange, Ranks, RelationChange};

pub const HEADER: [&str; 7] = ["what", "change", "id", "target", "detail", "before", "after"];

type ComparisonRow = [String; 7];

/// As they are asked for: of two large networks there are millions.
pub fn all(found: &Differences) -> impl Iterator<Item = ComparisonRow> {
    let members = &found.members;
    let actors = [("came", &members.actors_came), ("gone", &members.actors_gone)];
    let actors = actors.into_iter().flat_map(move |(change, keys)| {
        keys.iter()
            .map(move |key| row(["actor", change, key, "", found.label(key), "", ""]))
    });
    let relations = [
        ("came", &members.relations_came),
        ("gone", &members.relations_gone),
        ("changed", &members.relations_changed),
    ];
    let relations = relations
        .into_iter()
        .flat_map(|(what, list)| list.iter().map(move |change| relation(what, change)));
    let dimensions = found.dimensions.iter().flat_map(|dimension| {
        let figures = dimension.figures.iter();
        figures.map(|change| figure("dimension", &dimension.id, change))
    });
    actors
        .chain(found.actors_changed.iter().flat_map(changed))
        .chain(relations)
        .chain(found.figures.iter().map(|change| figure("network", "", change)))
        .chain(dimensions)
        .chain(found.ranks.iter().flat_map(ranks))
}

fn row(cells: [&str; 7]) -> ComparisonRow {
    cells.map(str::to_owned)
}

fn changed(change: &ActorChange) -> impl Iterator<Item = ComparisonRow> {
    let fields = change.fields.iter();
    fields.map(|it| {
        row([
            "actor",
            "changed",
            &change.key,
            "",
            it.field,
            &it.before,
            &it.after,
        ])
    })
}

fn relation(what: &str, it: &RelationChange) -> ComparisonRow {
    let (before, after) = (it.before.1.to_string(), it.after.1.to_string());
    row([
        "relation", what, &it.source, &it.target, &it.kind, &before, &after,
    ])
}

fn figure(what: &str, id: &str, change: &FigureChange) -> ComparisonRow {
    let number = |value: Option<f64>| value.map(|value| (value + 0.0).to_string()).unwrap_or_default();
    let (before, after) = (number(change.before), number(change.after));
    row([what, "figure", id, "", &change.id, &before, &after])
}

fn ranks(ranks: &Ranks) -> impl Iterator<Item = ComparisonRow> {
    let place = |place: Option<u32>| place.map(|place| place.to_string()).unwrap_or_default();
    ranks.changes.iter().map(move |it| {
        let (before, after) = (place(it.rank_before), place(it.rank_after));
        row(["rank", "place", &it.id, "", ranks.measure, &before, &after])
    })
}
