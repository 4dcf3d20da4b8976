//! The lines "repeat it yourself" really give our figures: run by Python with NetworkX, on networks that went
//! through our own export. Skipped, with a sentence, where there is no Python with NetworkX.

use std::collections::{BTreeMap, HashMap};
use std::io::Write;
use std::path::Path;
use std::process::Command;

use netwerkopstelling::analysis::groups::{GroupTies, external_internal, mixing};
use netwerkopstelling::analysis::measure::{self, Repeat, Target, Unit};
use netwerkopstelling::analysis::repeat::{PRELUDE, Preparation};
use netwerkopstelling::analysis::run::{self, Report, Request, Wanted};
use netwerkopstelling::analysis::snapshot::{AnalysisSettings, Snapshot, Visible};
use netwerkopstelling::analysis::spanners::Dimension;
use netwerkopstelling::analysis::two_mode::modes_of;
use netwerkopstelling::analysis::{Control, Weighing, paths::Sources};
use netwerkopstelling::formats::{self, FormatId};
use netwerkopstelling::model::Constellation;
use serde_json::{Map, Value, json};

use crate::golden::{Dataset, TOLERANCE, for_each_dataset};

/// Runs every line on every network and prints the answers by dataset and measure.
const DRIVER: &str = r#"
import json, math, sys
jobs = json.load(open(sys.argv[1], encoding="utf-8"))

def number(x):
    x = None if x is None else float(x)
    return None if x is None or math.isnan(x) else x

def plain(x):
    if isinstance(x, dict):
        return [[list(k) if isinstance(k, tuple) else [k], number(v)] for k, v in x.items()]
    return number(x)

out = {}
for job in jobs["networks"]:
    space = {}
    exec(job["settings"] + jobs["prelude"], space)
    found = out.setdefault(job["name"], {})
    for id, line in job["lines"]:
        try:
            found[id] = {"is": plain(eval(line, space))}
        except ModuleNotFoundError as error:
            found[id] = {"missing": str(error)}
        except Exception as error:
            found[id] = {"error": f"{type(error).__name__}: {error}"}
print(json.dumps(out))
"#;

/// A Python that has NetworkX; `None`, with the reason printed, where there is none.
fn python() -> Option<&'static str> {
    let has_networkx = |name: &&str| {
        let asked = Command::new(name)
            .args(["-c", "import networkx, numpy, scipy"])
            .output();
        asked.is_ok_and(|output| output.status.success())
    };
    let found = ["python3", "/usr/bin/python3"].into_iter().find(has_networkx);
    if found.is_none() {
        say("skipped: no python3 with networkx, numpy and scipy, so the lines are not repeated");
    }
    found
}

/// Also seen when the test passes.
fn say(sentence: &str) {
    let _ = writeln!(std::io::stderr(), "{sentence}");
}

/// A golden network as a file of another program, its first partition as the sector; `None` when our
/// reader refuses part of it (weights that are not positive).
fn constellation(data: &Dataset, partition: Option<&str>) -> Option<Constellation> {
    let group = |v: usize| -> Value {
        let found = partition.and_then(|name| data.partitions.iter().find(|(own, _)| own == name));
        let group = found
            .and_then(|(_, partition)| Some(partition.groups[*partition.of(v).first()? as usize].clone()));
        json!(group)
    };
    let nodes: Vec<Value> = data
        .ids
        .iter()
        .enumerate()
        .map(|(v, id)| json!({ "id": id, "sector": group(v) }))
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

/// Our figures: value by key, as the lines give them.
type Figures = HashMap<Vec<String>, Option<f64>>;

fn figures(constellation: &Constellation, settings: &AnalysisSettings) -> BTreeMap<&'static str, Figures> {
    let snapshot = Snapshot::build(constellation, settings, Visible::ALL).expect("a small network");
    let dimension = snapshot.dimensions.iter().find(|one| one.id == "sector");
    let mut tables = vec![false; snapshot.actors.len()];
    for at in self::tables(&snapshot) {
        tables[at] = true;
    }
    let report = run::run(
        &Request {
            network: &snapshot.network,
            dimensions: dimension
                .map(|one| Dimension {
                    id: &one.id,
                    partition: &one.partition,
                })
                .into_iter()
                .collect(),
            is_table: (!tables.is_empty()).then_some(&tables),
            wanted: Wanted::All,
            sources: Sources::Exact,
        },
        &Control::new(),
    )
    .expect("not cancelled");
    let keys: Vec<String> = snapshot
        .actors
        .iter()
        .map(|id| constellation.actor(*id).expect("there").key.clone())
        .collect();
    let mut found = of_report(&report, &snapshot, &keys);
    if let Some(dimension) = dimension {
        let words = &constellation.vocabulary.sectors;
        let name = |label: &String| {
            words
                .iter()
                .find(|word| word.label == *label)
                .expect("a sector")
                .id
                .to_string()
        };
        let groups: Vec<String> = dimension.partition.groups.iter().map(name).collect();
        let ties = external_internal(&snapshot.network, &dimension.partition, Weighing::Unweighted);
        let of_groups = groups.iter().cloned().zip(ties.groups.iter().map(GroupTies::ei));
        found.insert(
            "group_ei",
            of_groups.map(|(group, value)| (vec![group], value)).collect(),
        );
        let plain = mixing(&snapshot.network, &dimension.partition, Weighing::Unweighted);
        let weighted = mixing(&snapshot.network, &dimension.partition, Weighing::Weighted);
        let mut table = |id, cell: &dyn Fn(usize, usize) -> Option<f64>| {
            let cells = (0..groups.len()).flat_map(|row| (0..groups.len()).map(move |column| (row, column)));
            let of = cells.map(|(row, column)| {
                (
                    vec![groups[row].clone(), groups[column].clone()],
                    cell(row, column),
                )
            });
            found.insert(id, of.collect());
        };
        table("mixing_ties", &|row, column| {
            Some(plain.ties[plain.at(row, column)])
        });
        table("mixing_ties_w", &|row, column| {
            Some(weighted.ties[weighted.at(row, column)])
        });
        table("mixing_expected", &|row, column| {
            Some(plain.expected[plain.at(row, column)])
        });
        table("mixing_ratio", &|row, column| plain.ratio(row, column));
    }
    found
}

fn of_report(report: &Report, snapshot: &Snapshot, keys: &[String]) -> BTreeMap<&'static str, Figures> {
    let by_actor = |values: &[Option<f64>]| {
        keys.iter()
            .map(|key| vec![key.clone()])
            .zip(values.iter().copied())
            .collect()
    };
    let mut found: BTreeMap<&'static str, Figures> = BTreeMap::new();
    for column in &report.actors {
        found.insert(column.id, by_actor(&column.values));
    }
    for column in &report.relations {
        let pairs = snapshot.network.pairs.iter().zip(&column.values);
        let of = pairs.map(|(pair, &value)| {
            (
                vec![
                    keys[pair.source as usize].clone(),
                    keys[pair.target as usize].clone(),
                ],
                value,
            )
        });
        found.insert(column.id, of.collect());
    }
    for figure in &report.network {
        found.insert(figure.id, Figures::from([(Vec::new(), figure.value)]));
    }
    for dimension in &report.dimensions {
        for column in &dimension.actors {
            found.insert(column.id, by_actor(&column.values));
        }
        for figure in &dimension.network {
            found.insert(figure.id, Figures::from([(Vec::new(), figure.value)]));
        }
    }
    found
}

/// What a line gave, with the ends of undirected pairs in the order of ours.
fn answer(value: &Value, ours: &Figures) -> Figures {
    let Value::Array(rows) = value else {
        return Figures::from([(Vec::new(), value.as_f64())]);
    };
    rows.iter()
        .map(|row| {
            let mut key: Vec<String> = row[0]
                .as_array()
                .expect("a key")
                .iter()
                .map(|part| part.as_str().expect("text").to_owned())
                .collect();
            if !ours.contains_key(&key) {
                key.reverse();
            }
            (key, row[1].as_f64())
        })
        .collect()
}

/// The first difference, as a sentence.
fn difference(id: &str, ours: &Figures, theirs: &Figures) -> Option<String> {
    let is_label = measure::find(id).expect("a measure").unit == Unit::Label;
    if is_label {
        let same = |a: &Vec<String>, b: &Vec<String>| (ours[a] == ours[b], theirs.get(a) == theirs.get(b));
        let keys: Vec<&Vec<String>> = ours.keys().collect();
        let differs = |a: &&&Vec<String>| {
            keys.iter().any(|b| {
                let (x, y) = same(a, b);
                x != y
            })
        };
        return keys
            .iter()
            .find(differs)
            .map(|key| format!("{id} groups {key:?} differently"));
    }
    let largest = ours.values().flatten().fold(0.0, |a: f64, b| a.max(b.abs()));
    // Power iteration comes near 0 and never there.
    let least = if id.starts_with("eigenvector") {
        1e-11
    } else {
        1e-12
    };
    let floor = least * largest.clamp(1e-300, 1.0);
    for (key, our) in ours {
        let their = theirs.get(key).copied().flatten();
        let is_close = match (our, their) {
            (None, None) => true,
            (Some(a), Some(b)) => (a - b).abs() <= (TOLERANCE * a.abs().max(b.abs())).max(floor),
            _ => false,
        };
        if !is_close {
            return Some(format!("{id} of {key:?}: ours {our:?}, the line {their:?}"));
        }
    }
    theirs
        .keys()
        .find(|key| !ours.contains_key(*key))
        .map(|key| format!("{id} of {key:?}: only the line has it"))
}

/// Bodies by their kind, else the second group of a dimension without ties within its groups.
fn tables(snapshot: &Snapshot) -> Vec<usize> {
    let is_table = if snapshot.is_table.contains(&true) {
        snapshot.is_table.clone()
    } else {
        let sector = snapshot.dimensions.iter().find(|one| one.id == "sector");
        sector
            .and_then(|one| modes_of(&snapshot.network, &one.partition))
            .unwrap_or_default()
    };
    (0..is_table.len()).filter(|&at| is_table[at]).collect()
}

struct Job {
    name: String,
    /// Fewer than three actors, or none related: what we call undefined, libraries often call 0 or 1.
    is_degenerate: bool,
    ours: BTreeMap<&'static str, Figures>,
}

/// NetworkX divides by zero where one of the two modes is a single actor.
const REFUSED: [&str; 2] = ["awk_star-0", "two_mode_betweenness"];

/// Weights so large that their sums overflow: no line in Python survives those.
const OVERFLOW: &str = "awk_overflow_weights";

fn is_grouped(target: Target) -> bool {
    use Target::{Group, GroupActor, GroupNetwork, GroupPair};
    matches!(target, GroupActor | GroupNetwork | Group | GroupPair)
}

fn lines(name: &str, ours: &BTreeMap<&'static str, Figures>) -> Vec<(&'static str, &'static str)> {
    measure::all()
        .filter(|descriptor| ours.contains_key(descriptor.id))
        .filter(|descriptor| !(name.starts_with(OVERFLOW) && descriptor.weighted))
        .filter(|descriptor| !name.ends_with("-1") || is_grouped(descriptor.target))
        .filter_map(|descriptor| match descriptor.repeat {
            Repeat::Line(line) => Some((descriptor.id, line)),
            _ => None,
        })
        .collect()
}

#[test]
fn every_line_gives_our_figure_in_python() {
    let Some(python) = python() else { return };
    let folder = tempfile::tempdir().unwrap();
    let (mut jobs, mut networks) = (Vec::new(), Vec::new());
    let mut add = |name: String,
                   constellation: &Constellation,
                   format: FormatId,
                   settings: &AnalysisSettings| {
        let file = folder.path().join(format!("{name}.json"));
        std::fs::write(&file, write_as(format, constellation)).unwrap();
        let preparation = Preparation {
            tables: tables(&Snapshot::build(constellation, settings, Visible::ALL).expect("a small network"))
                .into_iter()
                .filter_map(|at| Some(constellation.actors.values().nth(at)?.key.clone()))
                .collect(),
            file: file.to_str().expect("a plain path").to_owned(),
            dimension: "sector".to_owned(),
            includes_wished: settings.includes_wished,
            ignores_direction: settings.ignores_direction,
            kinds_left_out: constellation
                .vocabulary
                .relation_kinds
                .iter()
                .filter(|kind| kind.is_negative)
                .map(|kind| kind.id.to_string())
                .collect(),
            ..Preparation::default()
        };
        let ours = figures(constellation, settings);
        networks
            .push(json!({ "name": name, "settings": preparation.settings(), "lines": lines(&name, &ours) }));
        jobs.push(Job {
            name,
            is_degenerate: constellation.actors.len() < 3 || ours["m"][&Vec::new()] == Some(0.0),
            ours,
        });
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
                add(format!("{}-{at}", data.name), &constellation, format, &plain);
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
    for (name, format, settings) in [
        ("sample", FormatId::Native, &plain),
        ("sample-export", FormatId::NetworkX, &plain),
        ("sample-symmetric", FormatId::Native, &symmetric),
    ] {
        add(name.to_owned(), &sample, format, settings);
    }
    assert!(jobs.len() >= 38, "{} networks", jobs.len());
    compare(&jobs, &answers(python, folder.path(), &networks));
}

/// Two at a time: Python takes its time.
fn answers(python: &str, folder: &Path, networks: &[Value]) -> Map<String, Value> {
    let (odd, even): (Vec<_>, Vec<_>) = networks.iter().enumerate().partition(|(at, _)| at % 2 == 1);
    let run = |name: &str, part: Vec<(usize, &Value)>| {
        let path = folder.join(name);
        let networks: Vec<&Value> = part.into_iter().map(|(_, network)| network).collect();
        let job = json!({ "prelude": PRELUDE, "networks": networks });
        std::fs::write(&path, job.to_string()).unwrap();
        let output = Command::new(python)
            .args(["-W", "ignore", "-c", DRIVER])
            .arg(&path)
            .output()
            .unwrap();
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        let found: Map<String, Value> = serde_json::from_slice(&output.stdout).unwrap();
        found
    };
    std::thread::scope(|scope| {
        let first = scope.spawn(|| run("odd.jobs", odd));
        let mut all = run("even.jobs", even);
        all.extend(first.join().expect("Python ran"));
        all
    })
}

fn compare(jobs: &[Job], answers: &Map<String, Value>) {
    let mut compared: BTreeMap<&str, usize> = BTreeMap::new();
    let (mut wrong, mut missing) = (Vec::new(), BTreeMap::new());
    for job in jobs {
        for (id, _) in lines(&job.name, &job.ours) {
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
fn a_figure_per_dimension_names_a_line_that_asks_for_groups() {
    for descriptor in measure::all() {
        let Repeat::Line(line) = descriptor.repeat else {
            continue;
        };
        let is_grouped = is_grouped(descriptor.target);
        let asks = [
            "group",
            "members",
            "K",
            "partial()",
            "passing(",
            "joined(",
            "open_paths()",
        ]
        .iter()
        .any(|word| line.contains(word));
        assert!(!is_grouped || asks, "{}", descriptor.id);
    }
}
