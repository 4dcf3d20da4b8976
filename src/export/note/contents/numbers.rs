//! The figures, each with what it means.

use super::{MOST_ROWS, NoteInput};
use crate::analysis::measure::{self, Descriptor, Family, Target};
use crate::analysis::report::{Column, NetworkFigure};
use crate::export::note::blocks::{NoteBlock, NoteColumn, NoteTable};
use crate::told::numbers::{Digits, figure, is_whole};
use crate::told::{self, dimension_name, measure_name, note};

/// What is told of every actor.
const OF_ACTORS: [&str; 5] = [
    "degree",
    "strength",
    "betweenness_norm",
    "closeness",
    "constraint",
];

pub fn figures(input: &NoteInput<'_>) -> Vec<NoteBlock> {
    let snapshot = &input.figures.live.snapshot;
    if snapshot.network.n == 0 {
        return Vec::new();
    }
    let basis = told::basis(input.constellation, snapshot);
    let mut blocks = vec![input.sentence(&basis)];
    blocks.extend(told::not_counted(snapshot).map(|left_out| input.sentence(&left_out)));
    blocks.extend(told::arrows(snapshot).map(|arrows| input.sentence(&arrows)));
    blocks.push(input.text("note-figures-lead"));
    of_network(input, &mut blocks);
    of_dimensions(input, &mut blocks);
    of_actors(input, &mut blocks);
    blocks
}

fn heading(input: &NoteInput<'_>, key: &str, blocks: &mut Vec<NoteBlock>) -> String {
    let heading = input.texts.t(key);
    blocks.push(NoteBlock::heading(&heading));
    heading
}

fn name(input: &NoteInput<'_>, found: &Descriptor) -> String {
    measure_name(input.texts, found, input.figures.live.snapshot.network.directed)
}

/// What a measure is, and by whose convention.
fn meaning(input: &NoteInput<'_>, found: &Descriptor) -> String {
    let key = found.text_key();
    ["definition", "convention"]
        .map(|part| input.texts.t(&format!("{key}.{part}")))
        .join(" ")
}

fn value(input: &NoteInput<'_>, found: &Descriptor, value: Option<f64>) -> String {
    match value {
        Some(value) => figure(input.texts, found.unit, value),
        None => input.texts.t("figure-undefined-word"),
    }
}

fn of_network(input: &NoteInput<'_>, blocks: &mut Vec<NoteBlock>) {
    let report = &input.figures.live.report;
    let families = [
        Family::Cohesion,
        Family::Groups,
        Family::Centrality,
        Family::TwoMode,
    ];
    let of = |family: Family| {
        let figures = report.network.iter();
        let found = figures.filter_map(|one| Some((measure::find(one.id)?, one.value)));
        found.filter(move |(found, _)| found.family == family && found.target == Target::Network)
    };
    let rows = families.into_iter().flat_map(of);
    let rows: Vec<Vec<String>> = rows
        .map(|(found, figure)| {
            vec![
                name(input, found),
                value(input, found, figure),
                meaning(input, found),
            ]
        })
        .collect();
    if rows.is_empty() {
        return;
    }
    let title = heading(input, "note-figures-network", blocks);
    let texts = input.texts;
    let columns = vec![
        NoteColumn::words(texts.t("note-column-measure")),
        NoteColumn::figures(texts.t("note-column-value")),
        NoteColumn::words(texts.t("note-column-meaning")),
    ];
    blocks.push(NoteBlock::Table(NoteTable::new(&title, columns, rows)));
}

/// A column for every dimension.
fn of_dimensions(input: &NoteInput<'_>, blocks: &mut Vec<NoteBlock>) {
    let dimensions = &input.figures.live.report.dimensions;
    let mut found: Vec<&'static Descriptor> = Vec::new();
    let figures = dimensions.iter().flat_map(|one| &one.network);
    for one in figures.filter_map(|figure| measure::find(figure.id)) {
        if !found.iter().any(|known| known.id == one.id) {
            found.push(one);
        }
    }
    if found.is_empty() {
        return;
    }
    found.sort_by_key(|one| measure::place(one.id));
    let rows = found.iter().map(|one| {
        let of = |figures: &[NetworkFigure]| figures.iter().find(|it| it.id == one.id).map(|it| it.value);
        let values = dimensions
            .iter()
            .map(|dimension| of(&dimension.network).map(|figure| value(input, one, figure)))
            .map(Option::unwrap_or_default);
        let mut row = vec![name(input, one)];
        row.extend(values);
        row
    });
    let rows = rows.collect();
    let title = heading(input, "note-figures-dimensions", blocks);
    let texts = input.texts;
    let mut columns = vec![NoteColumn::words(texts.t("note-column-measure"))];
    columns.extend(
        dimensions
            .iter()
            .map(|one| NoteColumn::figures(dimension_name(texts, &one.id))),
    );
    blocks.push(NoteBlock::Table(NoteTable::new(&title, columns, rows)));
    // Beside a column for every dimension they would stand in one that is a word wide.
    meanings(input, "note-figures-meaning-rows", &found, blocks);
}

/// What every measure is, over the whole width of the page.
fn meanings(input: &NoteInput<'_>, key: &str, found: &[&'static Descriptor], blocks: &mut Vec<NoteBlock>) {
    heading(input, key, blocks);
    blocks.push(NoteBlock::list(found.iter().map(|found| {
        let fact = crate::i18n::Message::new("note-fact")
            .with("name", name(input, found))
            .with("value", meaning(input, found));
        input.say(&fact)
    })));
}

fn of_actors(input: &NoteInput<'_>, blocks: &mut Vec<NoteBlock>) {
    let live = &input.figures.live;
    let columns: Vec<(&'static Descriptor, &Column)> = OF_ACTORS
        .into_iter()
        .filter_map(|id| Some((measure::find(id)?, live.column(id)?)))
        .collect();
    if columns.is_empty() {
        return;
    }
    let texts = input.texts;
    let title = heading(input, "note-figures-actors", blocks);
    let digits = |found: &Descriptor, column: &Column| {
        let digits = Digits::of(column.values.iter().flatten());
        if is_whole(found.unit) {
            digits.at_most(0)
        } else {
            digits
        }
    };
    let cells = columns.iter().map(|(found, column)| {
        let digits = digits(found, column);
        let values = column.values.iter().take(MOST_ROWS);
        let cell = |value: Option<f64>| {
            value.map_or_else(|| texts.t("figure-undefined-word"), |it| digits.text(texts, it))
        };
        values.map(cell).collect::<Vec<_>>()
    });
    let cells: Vec<Vec<String>> = cells.collect();
    let count = live.snapshot.network.n;
    let rows = (0..count.min(MOST_ROWS)).map(|at| {
        let values = cells.iter().map(|column| column[at].clone());
        std::iter::once(input.node(at)).chain(values).collect()
    });
    let rows: Vec<Vec<String>> = rows.collect();
    let mut names = vec![NoteColumn::words(texts.t("field-name"))];
    let measures = columns.iter().map(|(found, _)| name(input, found));
    names.extend(measures.map(NoteColumn::figures));
    blocks.push(NoteBlock::Table(NoteTable::new(&title, names, rows)));
    let more = note::more_rows(count.saturating_sub(MOST_ROWS));
    blocks.extend(more.map(|more| input.sentence(&more)));
    let found: Vec<&'static Descriptor> = columns.into_iter().map(|(found, _)| found).collect();
    meanings(input, "note-figures-meaning", &found, blocks);
}
