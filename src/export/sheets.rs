//! The figures as sheets: a header and rows, one sheet per kind of thing they are about.

use super::{Analysed, MeasureFilter, Reasons, has_candidates};
use crate::analysis::Values;
use crate::analysis::groups::GroupTies;
use crate::analysis::run::{Column, DimensionReport, NetworkFigure};
use crate::analysis::spanners::Component;

/// The first row is the header; every row is as long as it.
pub type Sheet = Vec<Vec<String>>;

/// What `--csv` can be about, and how its sheet is made. The first is the usual one.
pub const SHEETS: [(&str, MakeSheet); 8] = [
    ("actors", actors),
    ("relations", relations),
    ("network", network),
    ("dimensions", dimensions),
    ("groups", groups),
    ("mixing", mixing),
    ("tables", tables),
    ("spanners", spanners),
];

/// Whether a sheet has the measures that were chosen, and is empty without them.
pub fn lists_measures(sheet: &str) -> bool {
    ["actors", "relations", "network", "dimensions"].contains(&sheet)
}

/// A measure that has to be computed for a sheet, whatever else was chosen: without it there is nothing in it.
pub fn rests_on(sheet: &str) -> Option<&'static str> {
    match sheet {
        "groups" => Some("group_ei"),
        "mixing" => Some("mixing_ties"),
        "spanners" => Some("spanner_mean_rank"),
        _ => None,
    }
}

type MakeSheet = fn(&Analysed, MeasureFilter<'_>, Reasons<'_>) -> Sheet;

/// A number for software, nothing where it is undefined.
fn plain(value: Option<f64>) -> String {
    value.map(|value| (value + 0.0).to_string()).unwrap_or_default()
}

fn header(fixed: &[&str], more: impl Iterator<Item = String>) -> Vec<String> {
    let fixed = fixed.iter().map(|&name| name.to_owned());
    fixed.chain(more).collect()
}

fn actors(analysed: &Analysed, measures: MeasureFilter<'_>, _: Reasons<'_>) -> Sheet {
    let has_candidates = has_candidates(measures);
    actor_rows(analysed, has_candidates, &|_, id| measures(id), &|value| {
        value.to_string()
    })
}

/// Rows of actors, with the columns for which `shows` (name, and id of the measure) is true.
pub fn actor_rows(
    analysed: &Analysed,
    has_candidates: bool,
    shows: &dyn Fn(&str, &str) -> bool,
    number: &dyn Fn(f64) -> String,
) -> Sheet {
    let live = &analysed.live;
    let beside = beside_actors(analysed);
    let mut columns = live.named_columns();
    columns.extend(beside.iter().map(|(name, values)| (name.clone(), values)));
    columns.retain(|(name, _)| shows(name, name.rsplit('.').next().unwrap_or(name)));
    let names = columns.iter().map(|(name, _)| name.clone());
    let rank = has_candidates.then(|| "spanner_rank".to_owned());
    let mut rows = vec![header(&["id", "label"], names.chain(rank))];
    for (at, id) in analysed.ids().into_iter().enumerate() {
        let mut row = vec![id.to_owned(), live.snapshot.labels[at].clone()];
        let values = columns.iter().map(|(_, values)| values.at(at));
        row.extend(values.map(|value| value.map(number).unwrap_or_default()));
        if has_candidates {
            let candidate = u32::try_from(at)
                .ok()
                .and_then(|at| analysed.certainty.candidate(at));
            row.push(candidate.map(|it| it.rank.to_string()).unwrap_or_default());
        }
        rows.push(row);
    }
    rows
}

/// Figures of actors that stand beside the report: of candidates, and tests against chance.
fn beside_actors(analysed: &Analysed) -> Vec<(String, Values)> {
    let (live, certainty) = (&analysed.live, &analysed.certainty);
    let candidates = || certainty.candidates().iter();
    let column = |name: &str, value: &dyn Fn(u32) -> Option<f64>| {
        let mut values = vec![None; live.snapshot.network.n];
        for candidate in candidates() {
            values[candidate.actor as usize] = value(candidate.actor);
        }
        (name.to_owned(), values.into())
    };
    let mut columns = Vec::new();
    if certainty.has("spanner_mean_rank") {
        let mean_rank = |actor| Some(certainty.candidate(actor)?.mean_rank);
        columns.push(column("spanner_mean_rank", &mean_rank));
        let load = |actor: u32| Some(f64::from(live.load[actor as usize].ties));
        columns.push(column("spanner_load", &load));
        let [weightings, unverified] = ["stability_weightings", "stability_unverified"];
        columns.push(column(weightings, &|actor| certainty.shares(live, actor)[0]));
        if certainty.has(unverified) {
            columns.push(column(unverified, &|actor| certainty.shares(live, actor)[1]));
        }
    }
    if certainty.has("mediation_p") {
        for (at, figures) in live.figures.iter().enumerate() {
            let p = |actor| {
                let (_, test) = certainty.mediation(live, actor as usize).nth(at)?;
                Some(test?.p_high)
            };
            columns.push(column(&format!("{}.mediation_p", figures.id), &p));
        }
    }
    columns
}

fn relations(analysed: &Analysed, measures: MeasureFilter<'_>, _: Reasons<'_>) -> Sheet {
    let ids = analysed.ids();
    let has = |column: &&Column| measures(column.id);
    let columns: Vec<&Column> = analysed.live.report.relations.iter().filter(has).collect();
    let names = columns.iter().map(|column| column.id.to_owned());
    let mut rows = vec![header(&["source", "target", "weight", "links"], names)];
    for (at, pair) in analysed.live.snapshot.network.pairs.iter().enumerate() {
        let ends = [pair.source, pair.target].map(|end| ids[end as usize].to_owned());
        let mut row: Vec<String> = ends.into();
        row.extend([pair.weight.to_string(), pair.links.to_string()]);
        row.extend(columns.iter().map(|column| plain(column.values.at(at))));
        rows.push(row);
    }
    rows
}

fn chosen<'a>(
    figures: &'a [NetworkFigure],
    measures: MeasureFilter<'a>,
) -> impl Iterator<Item = [String; 2]> + 'a {
    let figures = figures.iter().filter(|figure| measures(figure.id));
    figures.map(|figure| [figure.id.to_owned(), plain(figure.value)])
}

fn network(analysed: &Analysed, measures: MeasureFilter<'_>, _: Reasons<'_>) -> Sheet {
    let mut rows = vec![header(&["measure", "value"], std::iter::empty())];
    rows.extend(chosen(&analysed.live.report.network, measures).map(Vec::from));
    rows
}

fn dimensions(analysed: &Analysed, measures: MeasureFilter<'_>, _: Reasons<'_>) -> Sheet {
    let mut rows = vec![header(&["dimension", "measure", "value"], std::iter::empty())];
    for (at, dimension) in analysed.live.report.dimensions.iter().enumerate() {
        let mut put = |[measure, value]: [String; 2]| rows.push(vec![dimension.id.clone(), measure, value]);
        chosen(&dimension.network, measures).for_each(&mut put);
        if analysed.certainty.has("ei_p") && measures("ei_p") {
            let test = analysed.certainty.ei_tests.get(at).copied().flatten();
            put(["ei_p".to_owned(), plain(test.map(|test| test.p()))]);
        }
    }
    rows
}

/// The dimensions with the names of their groups.
fn with_groups(analysed: &Analysed) -> impl Iterator<Item = (&DimensionReport, &[String])> {
    let partitions = analysed.live.snapshot.dimensions.iter();
    let groups = partitions.map(|dimension| dimension.partition.groups.as_slice());
    analysed.live.report.dimensions.iter().zip(groups)
}

fn groups(analysed: &Analysed, _: MeasureFilter<'_>, _: Reasons<'_>) -> Sheet {
    let names = [
        "dimension",
        "group",
        "internal_once",
        "external",
        "ei",
        "ei_once",
        "ei_w",
    ];
    let mut rows = vec![header(&names, std::iter::empty())];
    for (dimension, groups) in with_groups(analysed) {
        let [unweighted, weighted] = &dimension.group_ties;
        for ((group, ties), heavy) in groups.iter().zip(unweighted).zip(weighted) {
            let values = [
                Some(ties.internal_once),
                Some(ties.external),
                ties.ei(),
                ties.ei_once(),
                GroupTies::ei(heavy),
            ];
            let mut row = vec![dimension.id.clone(), group.clone()];
            row.extend(values.map(plain));
            rows.push(row);
        }
    }
    rows
}

fn mixing(analysed: &Analysed, _: MeasureFilter<'_>, _: Reasons<'_>) -> Sheet {
    let names = [
        "dimension",
        "from",
        "to",
        "ties",
        "expected",
        "ratio",
        "ties_w",
        "expected_w",
    ];
    let mut rows = vec![header(&names, std::iter::empty())];
    for (dimension, groups) in with_groups(analysed) {
        let [unweighted, weighted] = &dimension.mixing;
        // Empty when nothing about groups was computed.
        for (row, from) in groups.iter().enumerate().take(unweighted.groups) {
            for (column, to) in groups.iter().enumerate() {
                let at = unweighted.at(row, column);
                let values = [
                    Some(unweighted.ties[at]),
                    Some(unweighted.expected[at]),
                    unweighted.ratio(row, column),
                    Some(weighted.ties[at]),
                    Some(weighted.expected[at]),
                ];
                let mut cells = vec![dimension.id.clone(), from.clone(), to.clone()];
                cells.extend(values.map(plain));
                rows.push(cells);
            }
        }
    }
    rows
}

/// Pairs of tables with members in common.
fn tables(analysed: &Analysed, _: MeasureFilter<'_>, _: Reasons<'_>) -> Sheet {
    let ids = analysed.ids();
    let names = ["a", "b", "shared", "table_overlap"];
    let mut rows = vec![header(&names, std::iter::empty())];
    rows.extend(analysed.overlaps().into_iter().map(|pair| {
        let [a, b] = [pair.a, pair.b].map(|table| ids[table as usize].to_owned());
        vec![a, b, pair.shared.to_string(), pair.jaccard.to_string()]
    }));
    rows
}

fn spanners(analysed: &Analysed, measures: MeasureFilter<'_>, reasons: Reasons<'_>) -> Sheet {
    let (live, certainty) = (&analysed.live, &analysed.certainty);
    let ids = analysed.ids();
    let beside: Vec<_> = beside_actors(analysed)
        .into_iter()
        .filter(|(name, _)| measures(name.rsplit('.').next().unwrap_or(name)))
        .filter(|(name, _)| name != "spanner_load")
        .collect();
    let components = live.figures.iter().flat_map(|figures| {
        let all = Component::ALL.into_iter();
        all.map(move |component| {
            (
                format!("{}.{}", figures.id, component.id()),
                figures.of(component),
            )
        })
    });
    let components: Vec<_> = components.collect();
    let names = components.iter().map(|(name, _)| name.clone());
    let names = names.chain(beside.iter().map(|(name, _)| name.clone()));
    let fixed = ["rank", "id", "label", "ties", "tables"];
    let mut rows = vec![header(&fixed, names.chain(["reasons".to_owned()]))];
    for candidate in certainty.candidates() {
        let actor = candidate.actor as usize;
        let load = live.load[actor];
        let mut row = vec![
            candidate.rank.to_string(),
            ids[actor].to_owned(),
            live.snapshot.labels[actor].clone(),
            load.ties.to_string(),
            load.tables.to_string(),
        ];
        row.extend(components.iter().map(|(_, values)| plain(values.at(actor))));
        row.extend(beside.iter().map(|(_, values)| plain(values.at(actor))));
        row.push(reasons(actor).join("; "));
        rows.push(row);
    }
    rows
}
