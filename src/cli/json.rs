//! The figures as JSON: columns in the order of `ids`, `null` where undefined.

use serde_json::{Map, Value, json};

use super::figures::{self, Analysed, Measures};
use crate::analysis::groups::{GroupTies, Mixing};
use crate::analysis::paths::{Sampling, Sources};
use crate::analysis::run::{Column, DimensionReport, NetworkFigure};
use crate::analysis::spanners::Component;
use crate::i18n::Texts;
use crate::model::RelationKind;

/// The top that stability is about.
const TOP: u32 = 5;

pub fn of(file: &str, analysed: &Analysed, measures: &Measures, texts: Texts) -> Value {
    let live = &analysed.live;
    let ids = analysed.ids();
    let mut actors = Map::new();
    actors.insert("ids".to_owned(), json!(ids));
    actors.insert("labels".to_owned(), json!(live.snapshot.labels));
    put_columns(&mut actors, &live.report.actors, measures);
    let dimensions: Map<String, Value> = live
        .report
        .dimensions
        .iter()
        .enumerate()
        .map(|(at, report)| (report.id.clone(), dimension(analysed, at, report, measures)))
        .collect();
    json!({
        "program": env!("CARGO_PKG_NAME"),
        "version": env!("CARGO_PKG_VERSION"),
        "file": file,
        "settings": settings(analysed),
        "network": numbers(&live.report.network, measures),
        "actors": actors,
        "relations": relations(analysed, &ids, measures),
        "dimensions": dimensions,
        "spanners": spanners(analysed, &ids, texts),
    })
}

fn put_columns(into: &mut Map<String, Value>, columns: &[Column], measures: &Measures) {
    for column in columns.iter().filter(|column| measures.has(column.id)) {
        into.insert(column.id.to_owned(), json!(column.values));
    }
}

fn numbers(figures: &[NetworkFigure], measures: &Measures) -> Map<String, Value> {
    figures
        .iter()
        .filter(|figure| measures.has(figure.id))
        .map(|figure| (figure.id.to_owned(), json!(figure.value)))
        .collect()
}

fn relations(analysed: &Analysed, ids: &[&str], measures: &Measures) -> Value {
    let pairs = &analysed.live.snapshot.network.pairs;
    let mut columns = Map::new();
    let mut put = |name: &str, values: Vec<Value>| columns.insert(name.to_owned(), values.into());
    put(
        "source",
        pairs
            .iter()
            .map(|pair| json!(ids[pair.source as usize]))
            .collect(),
    );
    put(
        "target",
        pairs
            .iter()
            .map(|pair| json!(ids[pair.target as usize]))
            .collect(),
    );
    put("weight", pairs.iter().map(|pair| json!(pair.weight)).collect());
    put("links", pairs.iter().map(|pair| json!(pair.links)).collect());
    put_columns(&mut columns, &analysed.live.report.relations, measures);
    columns.into()
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
    let sampling = match analysed.live.snapshot.sources {
        Sources::Exact => Value::Null,
        Sources::Sample(Sampling {
            error, confidence, ..
        }) => json!({
            "error": error,
            "confidence": confidence,
            "sources": analysed.live.report.sampled_sources,
        }),
    };
    json!({
        "directed": analysed.live.snapshot.network.directed,
        "kinds": kinds.map(|kind| kind.id.as_str()).collect::<Vec<_>>(),
        "statuses": statuses,
        "sampling": sampling,
    })
}

/// `of`: numbers in `groups` of every actor; `mixing`: rows and columns in the order of `groups`.
fn dimension(analysed: &Analysed, at: usize, report: &DimensionReport, measures: &Measures) -> Value {
    let partition = &analysed.live.snapshot.dimensions[at].partition;
    let of: Vec<&[u32]> = (0..partition.len()).map(|actor| partition.of(actor)).collect();
    let mut actors = Map::new();
    put_columns(&mut actors, &report.actors, measures);
    let [plain, weighted] = &report.mixing;
    json!({
        "groups": report.groups,
        "of": of,
        "network": numbers(&report.network, measures),
        "actors": actors,
        "by_group": {
            "internal_once": by_group(&report.group_ties[0], |ties| Some(ties.internal_once)),
            "external": by_group(&report.group_ties[0], |ties| Some(ties.external)),
            "ei": by_group(&report.group_ties[0], GroupTies::ei),
            "ei_once": by_group(&report.group_ties[0], GroupTies::ei_once),
            "ei_w": by_group(&report.group_ties[1], GroupTies::ei),
        },
        "mixing": {
            "ties": table(plain, &plain.ties),
            "expected": table(plain, &plain.expected),
            "ties_w": table(weighted, &weighted.ties),
            "expected_w": table(weighted, &weighted.expected),
        },
    })
}

fn by_group(groups: &[GroupTies], value: impl Fn(&GroupTies) -> Option<f64>) -> Vec<Option<f64>> {
    groups.iter().map(value).collect()
}

fn table(mixing: &Mixing, cells: &[f64]) -> Vec<Vec<f64>> {
    let rows = cells.chunks(mixing.groups.max(1));
    rows.map(<[f64]>::to_vec).collect()
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
            let place = live.ranks.actors.binary_search(&candidate.actor).ok();
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
                "ties": live.load[actor].ties,
                "tables": live.load[actor].tables,
                "reasons": figures::reasons(live, actor, texts),
            })
        })
        .collect()
}
