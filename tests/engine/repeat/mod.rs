//! The lines "repeat it yourself" really give our figures: run by Python with NetworkX, on networks that went
//! through our own export. Skipped, with a sentence, where there is no Python with NetworkX.

mod ours;
mod python;

use std::collections::BTreeMap;

use netwerkopstelling::analysis::measure::{self, Repeat};
use netwerkopstelling::analysis::repeat::Preparation;
use netwerkopstelling::analysis::snapshot::{AnalysisSettings, Snapshot, Visible};
use netwerkopstelling::formats::{self, FormatId};
use netwerkopstelling::model::Constellation;
use serde_json::{Map, Value, json};

use crate::golden::{Dataset, for_each_dataset};
use ours::{Figures, answer, difference, dimension, figures};
use python::{answers, python, say};

/// A golden network as a file of another program, its first partition as the sector; `None` when our
/// reader refuses part of it (weights that are not positive).
fn constellation(data: &Dataset, partition: Option<&str>) -> Option<Constellation> {
    let group = |v: usize| -> Value {
        let found = partition.and_then(|name| data.partitions.iter().find(|(own, _)| own == name));
        let group = found
            .and_then(|(_, partition)| Some(partition.groups[*partition.of(v).first()? as usize].clone()));
        json!(group)
    };
    // Every third actor has the group of the next one too.
    let groups = |v: usize| {
        let next = v.is_multiple_of(3).then(|| group((v + 1) % data.ids.len()));
        let all = [Some(group(v)), next].into_iter().flatten();
        all.filter(Value::is_string).collect::<Vec<_>>()
    };
    let nodes: Vec<Value> = data
        .ids
        .iter()
        .enumerate()
        .map(|(v, id)| json!({ "id": id, "sector": group(v), "domains": groups(v) }))
        .collect();
    let links: Vec<Value> = data
        .links
        .iter()
        .map(|link| json!({ "source": data.ids[link.source as usize], "target": data.ids[link.target as usize], "weight": link.weight }))
        .collect();
    let file = json!({ "directed": data.network.directed, "multigraph": true, "graph": {}, "nodes": nodes, "links": links });
    let loaded = formats::read(file.to_string().as_bytes()).ok()?;
    loaded.report.skipped.is_empty().then_some(loaded.constellation)
}

fn write_as(id: FormatId, constellation: &Constellation) -> Vec<u8> {
    let row = formats::FORMATS
        .iter()
        .find(|row| row.id == id)
        .expect("a format of ours");
    row.write.expect("that can be written")(constellation)
}

struct Job {
    name: String,
    /// Fewer than three actors, or none related: what we call undefined, libraries often call 0 or 1.
    is_degenerate: bool,
    /// The first of this network; the others differ in their groups only.
    is_first: bool,
    /// The lines for actors with several groups.
    splits: bool,
    ours: BTreeMap<&'static str, Figures>,
}

/// NetworkX divides by zero where one of the two modes is a single actor.
const REFUSED: [&str; 2] = ["awk_star-0", "two_mode_betweenness"];

/// Weights so large that their sums overflow: no line in Python survives those.
const OVERFLOW: &str = "awk_overflow_weights";

impl Job {
    /// The lines to compare: of all measures that have a figure, once per network those that ask for no groups.
    fn lines(&self) -> Vec<(&'static str, &'static str)> {
        measure::all()
            .filter(|one| self.ours.contains_key(one.id))
            .filter(|one| !(self.name.starts_with(OVERFLOW) && one.weighted))
            .filter(|one| self.is_first || one.is_of_dimension())
            .filter_map(|one| Some((one.id, one.repeat_line(self.splits)?)))
            .collect()
    }
}

#[test]
fn every_line_gives_our_figure_in_python() {
    let Some(python) = python() else { return };
    let folder = tempfile::tempdir().unwrap();
    let (mut jobs, mut networks, mut several) = (Vec::new(), Vec::new(), 0);
    let mut add = |name: String,
                   constellation: &Constellation,
                   format: FormatId,
                   settings: &AnalysisSettings,
                   about: &str| {
        let file = folder.path().join(format!("{name}.json"));
        std::fs::write(&file, write_as(format, constellation)).unwrap();
        let snapshot = Snapshot::build(constellation, settings, Visible::ALL).expect("a small network");
        let found = dimension(&snapshot, about);
        let kinds = constellation.vocabulary.relation_kinds.iter();
        let preparation = Preparation {
            tables: ours::tables(&snapshot)
                .into_iter()
                .filter_map(|at| Some(constellation.actors.values().nth(at)?.key.clone()))
                .collect(),
            file: file.to_str().expect("a plain path").to_owned(),
            dimension: about.to_owned(),
            has_several_groups: found.is_some_and(|one| one.partition.has_several()),
            includes_wished: settings.includes_wished,
            ignores_direction: settings.ignores_direction,
            kinds_left_out: kinds
                .filter(|kind| kind.is_negative)
                .map(|kind| kind.id.to_string())
                .collect(),
            ..Preparation::default()
        };
        several += usize::from(preparation.has_several_groups);
        let ours = figures(constellation, settings, about);
        let job = Job {
            is_degenerate: constellation.actors.len() < 3 || ours["m"][&Vec::new()] == Some(0.0),
            is_first: about == "sector" && !name.ends_with("-1"),
            // They hold where everybody has one group as well: tried on other groups of the same network.
            splits: preparation.has_several_groups || name.ends_with("-1"),
            name,
            ours,
        };
        networks.push(json!({ "name": job.name, "settings": preparation.settings(), "lines": job.lines() }));
        jobs.push(job);
    };
    let plain = AnalysisSettings::default();
    for_each_dataset(|data| {
        let names: Vec<Option<&str>> = match &data.two_mode {
            Some(mode) => vec![Some(mode.as_str())],
            None if data.partitions.is_empty() => vec![None],
            None => data
                .partitions
                .iter()
                .map(|(name, _)| Some(name.as_str()))
                .collect(),
        };
        for (at, name) in names.into_iter().enumerate() {
            if let Some(constellation) = constellation(data, name) {
                let format = if at == 0 {
                    FormatId::NetworkX
                } else {
                    FormatId::Native
                };
                add(
                    format!("{}-{at}", data.name),
                    &constellation,
                    format,
                    &plain,
                    "sector",
                );
                if at == 0 && data.two_mode.is_none() {
                    let name = format!("{}-several", data.name);
                    add(name, &constellation, FormatId::Native, &plain, "domain");
                }
            }
        }
    });
    let sample = std::fs::read(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/sample-networks/arbeidsmarktregio.opstelling.json"
    ))
    .unwrap();
    let sample = formats::read(&sample).unwrap().constellation;
    let symmetric = AnalysisSettings {
        includes_wished: true,
        ignores_direction: true,
        ..plain.clone()
    };
    for (name, format, settings, about) in [
        ("sample", FormatId::Native, &plain, "sector"),
        ("sample-export", FormatId::NetworkX, &plain, "sector"),
        ("sample-symmetric", FormatId::Native, &symmetric, "sector"),
        ("sample-domains", FormatId::Native, &plain, "domain"),
    ] {
        add(name.to_owned(), &sample, format, settings, about);
    }
    assert!(jobs.len() >= 60, "{} networks", jobs.len());
    assert!(several >= 10, "{several} networks with actors of several groups");
    compare(&jobs, &answers(python, folder.path(), &networks));
}

fn compare(jobs: &[Job], answers: &Map<String, Value>) {
    let mut compared: BTreeMap<&str, usize> = BTreeMap::new();
    let (mut wrong, mut missing) = (Vec::new(), BTreeMap::new());
    for job in jobs {
        for (id, _) in job.lines() {
            let given = &answers[&job.name][id];
            if let Some(module) = given["missing"].as_str() {
                missing.insert(id, module.to_owned());
                continue;
            }
            let ours = &job.ours[id];
            let problem = match given["error"].as_str() {
                Some(_) if [job.name.as_str(), id] == REFUSED => None,
                _ if job.is_degenerate && ours.values().all(Option::is_none) => None,
                // What is undefined, a line may refuse to compute.
                Some(_) if job.is_degenerate || ours.values().all(Option::is_none) => None,
                Some(error) => Some(format!("{id}: {error}")),
                None => difference(id, ours, &answer(&given["is"], ours)),
            };
            wrong.extend(problem.map(|problem| format!("{}: {problem}", job.name)));
            *compared.entry(id).or_default() += ours.values().flatten().count();
        }
    }
    for (id, module) in &missing {
        say(&format!("not repeated: {id} ({module})"));
    }
    assert!(
        wrong.is_empty(),
        "{} of the lines:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
    let not_compared: Vec<&str> = measure::all()
        .filter(|one| matches!(one.repeat, Repeat::Line(_)) && !missing.contains_key(one.id))
        .filter(|one| compared.get(one.id).is_none_or(|&count| count == 0))
        .map(|one| one.id)
        .collect();
    assert!(not_compared.is_empty(), "never compared: {not_compared:?}");
}

#[test]
fn a_figure_per_dimension_names_a_line_that_splits_actors_over_their_groups() {
    for descriptor in measure::all().filter(|one| one.is_of_dimension()) {
        let Some(line) = descriptor.repeat_line(true) else {
            continue;
        };
        let splits = [
            "part[",
            "same(",
            "runs(",
            "possible(",
            "brokered(",
            "partial()",
            "passing(",
            "joined(",
        ];
        let is_split = splits.iter().any(|word| line.contains(word));
        assert!(is_split && !line.contains("group["), "{}", descriptor.id);
    }
}
