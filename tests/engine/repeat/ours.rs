//! Our figures by the keys of actors and groups in the file, as the lines give them; and whether two are the same.

use std::collections::{BTreeMap, HashMap};

use netwerkopstelling::analysis::groups::{GroupTies, external_internal, mixing};
use netwerkopstelling::analysis::measure;
use netwerkopstelling::analysis::measure::Unit;
use netwerkopstelling::analysis::run::{self, Report, Request, Wanted};
use netwerkopstelling::analysis::snapshot::{AnalysisSettings, NamedPartition, Snapshot, Visible};
use netwerkopstelling::analysis::spanners::Dimension;
use netwerkopstelling::analysis::two_mode::{Affiliation, modes_of};
use netwerkopstelling::analysis::{Control, Values, Weighing, paths::Sources};
use netwerkopstelling::model::Constellation;
use serde_json::Value;

use crate::golden::TOLERANCE;

/// Our figures: value by key, as the lines give them.
pub type Figures = HashMap<Vec<String>, Option<f64>>;

/// The dimension the lines are about; `None` when fewer than two groups occur in it.
pub fn dimension<'a>(snapshot: &'a Snapshot, id: &str) -> Option<&'a NamedPartition> {
    snapshot.dimensions.iter().find(|one| one.id == id)
}

/// Words of the file by what they are called: groups have the label, the file the id.
fn ids_of_words(constellation: &Constellation) -> HashMap<&str, String> {
    let words = &constellation.vocabulary;
    let sectors = words
        .sectors
        .iter()
        .map(|word| (word.label.as_str(), word.id.to_string()));
    let domains = words
        .domains
        .iter()
        .map(|word| (word.label.as_str(), word.id.to_string()));
    sectors.chain(domains).collect()
}

/// Every figure of a network, of one dimension.
pub fn figures(
    constellation: &Constellation,
    settings: &AnalysisSettings,
    id: &str,
) -> BTreeMap<&'static str, Figures> {
    let snapshot = Snapshot::build(constellation, settings, Visible::ALL).expect("a small network");
    let dimension = dimension(&snapshot, id);
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
    let overlaps = Affiliation::new(&snapshot.network, &tables).overlaps();
    let key = |table: u32| keys[table as usize].clone();
    let overlaps = overlaps
        .iter()
        .map(|pair| (vec![key(pair.a), key(pair.b)], Some(pair.jaccard)));
    found.insert("table_overlap", overlaps.collect());
    if let Some(dimension) = dimension {
        let ids = ids_of_words(constellation);
        let name = |label: &String| ids[label.as_str()].clone();
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
    let by_actor = |values: &Values| {
        keys.iter()
            .map(|key| vec![key.clone()])
            .zip(values.iter())
            .collect()
    };
    let mut found: BTreeMap<&'static str, Figures> = BTreeMap::new();
    for column in &report.actors {
        found.insert(column.id, by_actor(&column.values));
    }
    for column in &report.relations {
        let pairs = snapshot.network.pairs.iter().zip(column.values.iter());
        let of = pairs.map(|(pair, value)| {
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
pub fn answer(value: &Value, ours: &Figures) -> Figures {
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
pub fn difference(id: &str, ours: &Figures, theirs: &Figures) -> Option<String> {
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
pub fn tables(snapshot: &Snapshot) -> Vec<usize> {
    let is_table = if snapshot.is_table.contains(&true) {
        snapshot.is_table.clone()
    } else {
        dimension(snapshot, "sector")
            .and_then(|one| modes_of(&snapshot.network, &one.partition))
            .unwrap_or_default()
    };
    (0..is_table.len()).filter(|&at| is_table[at]).collect()
}
