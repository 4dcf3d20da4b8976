//! The figures as JSON: columns in the order of `ids`, `null` where undefined.

use serde_json::{Map, Value, json};

use super::{Analysed, Certainty, Chosen, Reasons};
use crate::analysis::groups::{GroupTies, Mixing};
use crate::analysis::paths::{Sampling, Sources};
use crate::analysis::run::{Column, DimensionReport, NetworkFigure};
use crate::analysis::spanners::{Component, best_per_group};
use crate::model::RelationKind;

/// All figures of a file of that name, of the chosen measures.
pub fn of(file: &str, analysed: &Analysed, measures: Chosen<'_>, reasons: Reasons<'_>) -> Value {
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
        .map(|(at, report)| (report.id.clone(), dimension(analysed, at, report, &ids, measures)))
        .collect();
    let standing = analysed.certainty.standing.as_ref();
    json!({
        "program": env!("CARGO_PKG_NAME"),
        "version": env!("CARGO_PKG_VERSION"),
        "file": file,
        "settings": settings(analysed),
        "network": numbers(&live.report.network, measures),
        "actors": actors,
        "relations": relations(analysed, &ids, measures),
        "dimensions": dimensions,
        "spanners": spanners(analysed, &ids, measures, reasons),
        "team": standing.map(|standing| Certainty::team(&standing.whole_team, &ids)),
    })
}

fn put_columns(into: &mut Map<String, Value>, columns: &[Column], measures: Chosen<'_>) {
    for column in columns.iter().filter(|column| measures(column.id)) {
        into.insert(column.id.to_owned(), json!(column.values));
    }
}

fn numbers(figures: &[NetworkFigure], measures: Chosen<'_>) -> Map<String, Value> {
    figures
        .iter()
        .filter(|figure| measures(figure.id))
        .map(|figure| (figure.id.to_owned(), json!(figure.value)))
        .collect()
}

fn relations(analysed: &Analysed, ids: &[&str], measures: Chosen<'_>) -> Value {
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
        "actors_hidden": analysed.constellation.actors.len() - analysed.live.snapshot.actors.len(),
        "sampling": sampling,
        "certainty": analysed.certainty.settings(&analysed.live),
    })
}

/// `of`: numbers in `groups` of every actor; `mixing`: rows and columns in the order of `groups`.
fn dimension(
    analysed: &Analysed,
    at: usize,
    report: &DimensionReport,
    ids: &[&str],
    measures: Chosen<'_>,
) -> Value {
    let live = &analysed.live;
    let partition = &live.snapshot.dimensions[at].partition;
    let of: Vec<&[u32]> = (0..partition.len()).map(|actor| partition.of(actor)).collect();
    let mut actors = Map::new();
    put_columns(&mut actors, &report.actors, measures);
    let [plain, weighted] = &report.mixing;
    let ratio = |row: usize| (0..plain.groups).map(move |column| plain.ratio(row, column));
    let mut network = numbers(&report.network, measures);
    let test = analysed.certainty.ei_tests.get(at).copied().flatten();
    if analysed.certainty.has("ei_p") && measures("ei_p") {
        network.insert("ei_p".to_owned(), json!(test.map(|test| test.p())));
    }
    let mut found = json!({
        "groups": report.groups,
        "of": of,
        "network": network,
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
            "ratio": (0..plain.groups).map(|row| ratio(row).collect::<Vec<_>>()).collect::<Vec<_>>(),
            "ties_w": table(weighted, &weighted.ties),
            "expected_w": table(weighted, &weighted.expected),
        },
    });
    if let Value::Object(found) = &mut found {
        found.extend(beside_candidates(analysed, at, ids, measures));
    }
    found
}

/// What belongs to a dimension and rests on the candidates: the best of every group, the team, what is
/// missing.
fn beside_candidates(
    analysed: &Analysed,
    at: usize,
    ids: &[&str],
    measures: Chosen<'_>,
) -> Map<String, Value> {
    let (live, certainty) = (&analysed.live, &analysed.certainty);
    let mut found = Map::new();
    let groups = &live.snapshot.dimensions[at].partition;
    let named = |actors: &[u32]| actors.iter().map(|&at| ids[at as usize]).collect::<Vec<_>>();
    if let Some(standing) = &certainty.standing {
        let best = best_per_group(&standing.ranking, groups);
        let best: Vec<Vec<&str>> = best.iter().map(|actors| named(actors)).collect();
        found.insert("best".to_owned(), json!(best));
        found.insert("team".to_owned(), Certainty::team(&standing.teams[at], ids));
    }
    let Some(evidence) = &certainty.evidence else {
        return found;
    };
    if measures("missing_link") {
        let pairs = evidence.missing_links[at].iter().map(|link| {
            let [a, b] = [link.a, link.b].map(|group| &groups.groups[group as usize]);
            json!({ "a": a, "b": b, "ties": link.ties, "expected": link.expected })
        });
        found.insert("missing_links".to_owned(), pairs.collect());
    }
    if measures("new_relation_gain") {
        let relations = evidence.new_relations[at].as_ref().map(|relations| {
            let best = relations.best.iter().map(|relation| {
                json!({
                    "source": ids[relation.a as usize],
                    "target": ids[relation.b as usize],
                    "gain": relation.gain,
                    "shortened": relation.shortened,
                    "connected": relation.connected,
                })
            });
            json!({
                "possible": relations.possible,
                "evaluated": relations.evaluated,
                "best": best.collect::<Vec<_>>(),
            })
        });
        found.insert("new_relations".to_owned(), json!(relations));
    }
    found
}

fn by_group(groups: &[GroupTies], value: impl Fn(&GroupTies) -> Option<f64>) -> Vec<Option<f64>> {
    groups.iter().map(value).collect()
}

fn table(mixing: &Mixing, cells: &[f64]) -> Vec<Vec<f64>> {
    let rows = cells.chunks(mixing.groups.max(1));
    rows.map(<[f64]>::to_vec).collect()
}

fn spanners(analysed: &Analysed, ids: &[&str], measures: Chosen<'_>, reasons: Reasons<'_>) -> Vec<Value> {
    let (live, certainty) = (&analysed.live, &analysed.certainty);
    let has = |id: &str| certainty.has(id) && measures(id);
    let candidates = certainty.candidates().iter();
    candidates
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
            let [weightings, unverified] = certainty.shares(live, candidate.actor);
            let mut found = json!({
                "id": ids[actor],
                "label": live.snapshot.labels[actor],
                "rank": candidate.rank,
                "mean_rank": candidate.mean_rank,
                "components": components,
                "stability": weightings,
                "ties": live.load[actor].ties,
                "tables": live.load[actor].tables,
                "reasons": reasons(actor),
            });
            if has("stability_unverified") {
                found["stability_unverified"] = json!(unverified);
            }
            if has("mediation_p") {
                let tests = || certainty.mediation(live, actor);
                let p = tests().map(|(id, test)| (id.to_owned(), json!(test.map(|test| test.p_high))));
                found["mediation_p"] = Value::Object(p.collect());
                let mean = tests().map(|(id, test)| (id.to_owned(), json!(test.map(|test| test.mean))));
                found["mediation_by_chance"] = Value::Object(mean.collect());
            }
            found
        })
        .collect()
}
