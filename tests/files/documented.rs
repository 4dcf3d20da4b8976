//! The examples in `docs/command-line.md` print what they say.

use std::fs;
use std::path::Path;
use std::process::Command;

use netwerkopstelling::edit::operations::{self as op, NewActor, NewRelation};
use netwerkopstelling::edit::{ActorField, Document};
use netwerkopstelling::model::{ActorId, Constellation, Language};
use serde_json::{Value, json};

use crate::support::write;

struct Example {
    command: String,
    prints: Vec<String>,
}

/// Indented blocks: what follows `$ `, with the lines that a backslash ties to it, and what stands below it.
fn examples(text: &str) -> Vec<Example> {
    let mut found: Vec<Example> = Vec::new();
    let mut is_open = false;
    for line in text.lines() {
        let Some(line) = line.strip_prefix("    ").or(line.is_empty().then_some(line)) else {
            is_open = false;
            continue;
        };
        if let Some(command) = line.strip_prefix("$ ") {
            is_open = true;
            found.push(Example {
                command: command.to_owned(),
                prints: Vec::new(),
            });
        } else if let Some(example) = found.last_mut().filter(|_| is_open) {
            match example.command.strip_suffix('\\') {
                Some(begun) => example.command = format!("{begun}{}", line.trim()),
                None => example.prints.push(line.to_owned()),
            }
        }
    }
    for example in &mut found {
        while example.prints.last().is_some_and(String::is_empty) {
            example.prints.pop();
        }
    }
    found
}

/// The files the examples speak of.
fn lay_out(folder: &Path) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let samples = folder.join("sample-networks");
    fs::create_dir(&samples).unwrap();
    for file in fs::read_dir(root.join("sample-networks")).unwrap().flatten() {
        if file.path().is_file() {
            fs::copy(file.path(), samples.join(file.file_name())).unwrap();
        }
    }
    fs::write(folder.join("karate.json"), karate(root)).unwrap();
    let (first, later) = two_moments();
    fs::write(folder.join("first.opstelling.json"), write(&first)).unwrap();
    fs::write(folder.join("later.opstelling.json"), write(&later)).unwrap();
}

/// Zachary's club as NetworkX gives it, its sides as the attribute `club`.
fn karate(root: &Path) -> String {
    let text = fs::read_to_string(root.join("tests/golden/karate.json")).unwrap();
    let golden: Value = serde_json::from_str(&text).unwrap();
    let club = &golden["partitions"]["club"];
    let list = |value: &Value| value.as_array().unwrap().clone();
    let nodes = list(&golden["ids"]).into_iter().zip(list(&club["of"]));
    let nodes: Vec<Value> = nodes
        .map(|(id, of)| json!({ "id": id, "club": club["groups"][of.as_u64().unwrap() as usize] }))
        .collect();
    let links: Vec<Value> = list(&golden["links"])
        .iter()
        .map(|link| {
            let id = |end: usize| &golden["ids"][link[end].as_u64().unwrap() as usize];
            json!({ "source": id(0), "target": id(1), "weight": link[2] })
        })
        .collect();
    json!({ "directed": false, "partitions": ["club"], "nodes": nodes, "links": links }).to_string()
}

/// Alkmaar gets another name and a new partner.
fn two_moments() -> (Constellation, Constellation) {
    let add = |document: &mut Document, label: &str| -> ActorId {
        let new = NewActor {
            label: label.to_owned(),
            ..NewActor::default()
        };
        op::add_actor(document, new).unwrap()
    };
    let relate = |document: &mut Document, source, target, weight| {
        let new = NewRelation {
            source,
            target,
            kind: "samenwerking".into(),
            weight,
        };
        op::add_relation(document, new).unwrap();
    };
    let mut document = Document::new(Constellation::new(Language::Nl));
    let [alkmaar, bergen] = ["Alkmaar", "Bergen"].map(|label| add(&mut document, label));
    relate(&mut document, alkmaar, bergen, 1.0);
    let first = document.constellation().clone();
    let named = ActorField::Label("Gemeente Alkmaar".to_owned()).into();
    op::edit_actors(&mut document, &[alkmaar], &named).unwrap();
    let newcomer = add(&mut document, "Dijk en Waard");
    relate(&mut document, newcomer, alkmaar, 2.0);
    (first, document.constellation().clone())
}

/// What is wrong with an example, as a sentence.
fn fault(example: &Example, folder: &Path) -> Option<String> {
    let (command, filter) = match example.command.split_once(" | ") {
        Some((command, filter)) => (command, Some(filter)),
        None => (example.command.as_str(), None),
    };
    let arguments = command.strip_prefix("netwerkopstelling ").expect("our program");
    let output = Command::new(env!("CARGO_BIN_EXE_netwerkopstelling"))
        .args(arguments.split_whitespace())
        .current_dir(folder)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .expect("the program starts");
    let said = String::from_utf8(output.stdout).expect("UTF-8");
    if !output.status.success() {
        return Some(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    if let Some(path) = filter.and_then(|filter| filter.strip_prefix("jq ")) {
        let json: Value = serde_json::from_str(&said).expect("JSON");
        let there = json.pointer(&path.replace('.', "/")).cloned();
        let expected: Value = serde_json::from_str(&example.prints.join("\n")).expect("JSON");
        return (there.as_ref() != Some(&expected)).then(|| format!("{there:#?}"));
    }
    let most = filter.map_or(usize::MAX, |filter| {
        let count = filter.strip_prefix("head -").expect("jq or head");
        count.parse().expect("a number of lines")
    });
    let mut lines: Vec<&str> = said.trim_end().lines().take(most).collect();
    let mut expected: Vec<&str> = example.prints.iter().map(String::as_str).collect();
    if expected.last() == Some(&"...") {
        expected.pop();
        lines.truncate(expected.len());
    }
    let difference = (0..lines.len().max(expected.len())).find(|&at| lines.get(at) != expected.get(at))?;
    Some(format!(
        "line {}: {:?} instead of {:?}",
        difference + 1,
        lines.get(difference),
        expected.get(difference)
    ))
}

#[test]
fn every_example_prints_what_the_documentation_says() {
    let folder = tempfile::tempdir().unwrap();
    lay_out(folder.path());
    let examples = examples(include_str!("../../docs/command-line.md"));
    assert!(examples.len() >= 6, "{} examples", examples.len());
    let faults: Vec<String> = examples
        .iter()
        .filter_map(|one| Some(format!("$ {}\n{}", one.command, fault(one, folder.path())?)))
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}

/// A file as each of these programs writes it: two nodes and what runs between them.
fn of_other_programs() -> [(&'static str, Value); 4] {
    let nodes = json!([{"id": "a"}, {"id": "b"}]);
    [
        (
            "NetworkX",
            json!({
                "directed": false, "multigraph": false, "graph": {}, "nodes": nodes,
                "edges": [{"source": "a", "target": "b", "weight": 2}],
            }),
        ),
        (
            "D3",
            json!({"nodes": nodes, "links": [{"source": "a", "target": "b", "value": 2}]}),
        ),
        (
            "Gephi",
            json!({
                "nodes": [{"Id": "a", "Label": "A"}, {"Id": "b", "Label": "B"}],
                "edges": [{"Source": "a", "Target": "b", "Type": "Undirected", "Weight": 2}],
            }),
        ),
        (
            "graphology",
            json!({
                "options": {"type": "undirected", "multi": false, "allowSelfLoops": true},
                "attributes": {},
                "nodes": [{"key": "a", "attributes": {}}, {"key": "b", "attributes": {}}],
                "edges": [{"key": "ab", "source": "a", "target": "b", "attributes": {"weight": 2}}],
            }),
        ),
    ]
}

#[test]
fn readme_guide_and_manual_name_the_same_programs_and_a_file_of_each_opens() {
    let programs = of_other_programs();
    let names = programs.each_ref().map(|(name, _)| *name);
    let [first @ .., last] = &names;
    let texts = [
        ("README.md", include_str!("../../README.md"), "and"),
        ("the guide", include_str!("../../docs/handleiding.md"), "of"),
        ("the manual", include_str!("../../docs/command-line.md"), "and"),
    ];
    for (name, text, and) in texts {
        let words: Vec<&str> = text.split_whitespace().collect();
        let said = format!("{} {and} {last}", first.join(", "));
        assert!(words.join(" ").contains(&said), "{name} does not say: {said}");
    }
    for (name, file) in programs {
        let loaded = netwerkopstelling::formats::read(file.to_string().as_bytes()).unwrap();
        let constellation = &loaded.constellation;
        let counts = (constellation.actors.len(), constellation.relations.len());
        assert_eq!((counts, loaded.report.skipped.len()), ((2, 1), 0), "{name}");
        let weights: Vec<f64> = constellation
            .relations
            .values()
            .map(|relation| relation.weight)
            .collect();
        assert_eq!(weights, [2.0], "{name}");
    }
}

#[test]
fn the_guide_names_the_bounds_of_a_picture() {
    let guide = include_str!("../../docs/handleiding.md");
    let bytes = netwerkopstelling::app::pictures::MAX_BYTES >> 20;
    let side = netwerkopstelling::scene::MAX_PICTURE_SIDE;
    let said = format!("hooguit {bytes} MB groot, en {side} pixels breed en hoog");
    assert!(
        guide
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            .contains(&said),
        "{said}"
    );
}
