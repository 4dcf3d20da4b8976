//! Reads `tests/golden/*.json` and compares our figures with them.

use netwerkopstelling::analysis::{Link, Network, Partition};
use serde_json::{Map, Value};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::path::Path;

thread_local! {
    /// Labels of the figures compared on this thread.
    static COMPARED: RefCell<BTreeSet<String>> = const { RefCell::new(BTreeSet::new()) };
}

/// Remembers that a figure was compared, for [`compared`].
pub fn note(figure: &Figure) {
    COMPARED.with_borrow_mut(|labels| labels.insert(figure.label.clone()));
}

/// Labels of the figures that were compared while `tests` ran on this thread.
pub fn compared(tests: impl FnOnce()) -> BTreeSet<String> {
    COMPARED.take();
    tests();
    COMPARED.take()
}

/// Relative difference at which a figure of ours is wrong.
pub const TOLERANCE: f64 = 1e-9;

/// One network with the figures other software gives for it.
pub struct Dataset {
    pub name: String,
    pub network: Network,
    /// As drawn: parallel ones and loops included.
    pub links: Vec<Link>,
    pub ids: Vec<String>,
    /// Group attributes by name, in the order of the file.
    pub partitions: Vec<(String, Partition)>,
    /// Name of the attribute that tells the modes of a two-mode network apart.
    pub two_mode: Option<String>,
    figures: Map<String, Value>,
}

/// A figure of another program. `None` is undefined.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// `DATASET FIGURE (LIBRARY VERSION)`, to be printed when it differs.
    pub label: String,
    /// The values in order; a table row by row; one value when it is a number.
    pub values: Vec<Option<f64>>,
    /// Length of a row when it is a table.
    pub row_len: Option<usize>,
    /// Damping of Katz centrality.
    pub alpha: Option<f64>,
}

impl Dataset {
    /// The figure `graph.ID`, `node.ID`, `edge.ID` or `part.ATTRIBUTE.ID`; `None` when the reference
    /// has none for this dataset (for instance a directed figure of an undirected network).
    pub fn figure(&self, key: &str) -> Option<Figure> {
        let entry = self.figures.get(key)?;
        let library = entry["lib"].as_str().expect("a figure names its library");
        let mut figure = Figure {
            label: format!("{} {key} ({library})", self.name),
            values: Vec::new(),
            row_len: None,
            alpha: entry.get("alpha").and_then(Value::as_f64),
        };
        match entry.get("values").or_else(|| entry.get("value")) {
            Some(Value::Array(values)) => {
                for value in values {
                    if let Value::Array(row) = value {
                        figure.row_len = Some(row.len());
                        figure.values.extend(row.iter().map(number));
                    } else {
                        figure.values.push(number(value));
                    }
                }
            }
            Some(value) => figure.values.push(number(value)),
            None => panic!("{} has no value", figure.label),
        }
        Some(figure)
    }

    /// All figure keys, in the order of the file.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.figures.keys().map(String::as_str)
    }
}

fn number(value: &Value) -> Option<f64> {
    match value {
        Value::Null => None,
        Value::Bool(flag) => Some(f64::from(u8::from(*flag))),
        other => Some(
            other
                .as_f64()
                .unwrap_or_else(|| panic!("{other} is not a number")),
        ),
    }
}

/// Runs `test` on every dataset, in the order of their names.
pub fn for_each_dataset(mut test: impl FnMut(&Dataset)) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let mut paths: Vec<_> = std::fs::read_dir(&folder)
        .expect("tests/golden is there")
        .map(|entry| entry.expect("readable").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
        .collect();
    paths.sort();
    assert!(paths.len() >= 37, "{} datasets", paths.len());
    for path in paths {
        test(&read(&path));
    }
}

/// The dataset of this name.
pub fn dataset(name: &str) -> Dataset {
    read(&Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/golden/{name}.json")))
}

fn read(path: &Path) -> Dataset {
    let text = std::fs::read_to_string(path).expect("readable");
    let mut json: Value = serde_json::from_str(&text).expect("valid JSON");
    let ids: Vec<String> = strings(&json["ids"]);
    let links: Vec<Link> = array(&json["links"])
        .iter()
        .map(|link| Link {
            source: index(&link[0]),
            target: index(&link[1]),
            weight: link[2].as_f64().expect("a weight"),
        })
        .collect();
    let directed = json["directed"].as_bool().expect("directed");
    let network = Network::from_links(ids.len(), directed, &links).expect("a valid network");
    let pairs: Vec<(u32, u32)> = array(&json["pairs"])
        .iter()
        .map(|pair| (index(&pair[0]), index(&pair[1])))
        .collect();
    let ours: Vec<(u32, u32)> = network.pairs.iter().map(|p| (p.source, p.target)).collect();
    assert_eq!(ours, pairs, "pairs of {}", path.display());
    let partitions = json["partitions"]
        .as_object()
        .expect("partitions")
        .iter()
        .map(|(name, partition)| {
            let of: Vec<Option<u32>> = array(&partition["of"])
                .iter()
                .map(|group| (!group.is_null()).then(|| index(group)))
                .collect();
            (
                name.clone(),
                Partition::single(strings(&partition["groups"]), &of),
            )
        })
        .collect();
    let Value::Object(figures) = json["figures"].take() else {
        panic!("figures of {}", path.display());
    };
    Dataset {
        name: json["dataset"].as_str().expect("a name").to_owned(),
        network,
        links,
        ids,
        partitions,
        two_mode: json["two_mode"].as_str().map(str::to_owned),
        figures,
    }
}

fn array(value: &Value) -> &[Value] {
    value.as_array().expect("an array")
}

fn strings(value: &Value) -> Vec<String> {
    array(value)
        .iter()
        .map(|text| text.as_str().expect("a text").to_owned())
        .collect()
}

fn index(value: &Value) -> u32 {
    u32::try_from(value.as_u64().expect("an index")).expect("a small index")
}

/// Fails when a value differs by more than 1e-9 of itself, or when `None` and `null` do not meet.
///
/// Next to values of size 1 a rounding difference of zero is invisible: differences up to 1e-14 of the
/// largest value of the same figure are accepted.
pub fn assert_close(figure: &Figure, ours: &[Option<f64>]) {
    let largest = figure
        .values
        .iter()
        .flatten()
        .fold(0.0, |a: f64, b| a.max(b.abs()));
    assert_close_above(figure, ours, 1e-14 * largest);
}

/// As [`assert_close`], for figures that are differences of larger numbers: `floor` is the difference
/// that rounding explains.
pub fn assert_close_above(figure: &Figure, ours: &[Option<f64>], floor: f64) {
    assert_eq!(
        ours.len(),
        figure.values.len(),
        "number of values of {}",
        figure.label
    );
    for (at, (&our, &their)) in ours.iter().zip(&figure.values).enumerate() {
        let close = match (our, their) {
            (None, None) => true,
            (Some(a), Some(b)) => (a - b).abs() <= (TOLERANCE * a.abs().max(b.abs())).max(floor),
            _ => false,
        };
        assert!(close, "{} at {at}: ours {our:?}, theirs {their:?}", figure.label);
    }
    note(figure);
}

/// Whole numbers as figures.
pub fn counts<T: Copy + Into<f64>>(values: &[T]) -> Vec<Option<f64>> {
    values.iter().map(|&value| Some(value.into())).collect()
}

#[test]
fn every_figure_can_be_read() {
    let mut figures = 0;
    for_each_dataset(|data| {
        assert_eq!(data.ids.len(), data.network.n, "{}", data.name);
        for (name, partition) in &data.partitions {
            assert_eq!(partition.len(), data.network.n, "{} {name}", data.name);
        }
        if let Some(mode) = &data.two_mode {
            assert!(data.partitions.iter().any(|(name, _)| name == mode));
        }
        for key in data.keys() {
            let figure = data.figure(key).expect("listed");
            figures += figure.values.len();
            if key.starts_with("node.") {
                assert_eq!(figure.values.len(), data.network.n, "{}", figure.label);
            }
        }
    });
    assert!(figures > 10_000, "{figures} values");
}

#[test]
#[should_panic(expected = "ours Some(1.0000001)")]
fn a_difference_is_noticed() {
    let figure = dataset("karate").figure("graph.reachable_share").unwrap();
    assert_close(&figure, &[Some(1.000_000_1)]);
}

#[test]
#[should_panic(expected = "theirs None")]
fn zero_is_not_undefined() {
    let figure = dataset("awk_no_edges").figure("graph.diameter").unwrap();
    assert_close(&figure, &[Some(0.0)]);
}

#[test]
pub fn links_are_merged_and_loops_left_out_as_in_the_reference() {
    for_each_dataset(|data| {
        let network = &data.network;
        for (key, count) in [
            ("graph.n", network.n),
            ("graph.m", network.m()),
            ("graph.links", network.links),
            ("graph.self_loops", network.self_loops),
            ("graph.merged_parallel", network.merged_parallel()),
        ] {
            let figure = data.figure(key).expect("every dataset is counted");
            assert_close(&figure, &counts(&[u32::try_from(count).expect("small")]));
        }
    });
}
