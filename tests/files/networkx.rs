//! NetworkX itself reads what we write, and we read what it writes.

use std::process::{Command, Stdio};
use std::{fs, io::Write};

use netwerkopstelling::formats::FormatId;
use netwerkopstelling::model::Direction;
use serde_json::{Value, json};

use crate::support::{read, rich, write, write_as};

const SCRIPT: &str = r#"
import json, sys
import networkx as nx
path, name = sys.argv[1:]
data = json.load(open(path, encoding="utf-8"))
g = nx.node_link_graph(data, edges=name)
nodes = dict(g.nodes(data=True))
print(json.dumps({
    "type": type(g).__name__, "title": g.graph.get("title"),
    "nodes": len(g), "edges": g.number_of_edges(),
    "labels": [d.get("label") for d in nodes.values()],
    "places": [[d.get("x"), d.get("y")] for d in nodes.values()],
    "weights": sorted(d["weight"] for _, _, d in g.edges(data=True)),
    "kinds": sorted(d["kind"] for _, _, d in g.edges(data=True)),
    "out": {n: g.degree(n) for n in g},
    "again": nx.node_link_data(g, edges="edges"),
}))
"#;

/// Whether NetworkX is there; else the reason is printed.
fn has_networkx() -> bool {
    let found = Command::new("python3")
        .args([
            "-c",
            "import networkx; v = networkx.__version__; assert tuple(map(int, v.split('.')[:2])) >= (3, 4), v",
        ])
        .stderr(Stdio::piped())
        .output();
    let reason = match found {
        Ok(output) if output.status.success() => None,
        Ok(output) => Some(String::from_utf8_lossy(&output.stderr).into_owned()),
        Err(error) => Some(error.to_string()),
    };
    if let Some(reason) = reason {
        let _ = writeln!(
            std::io::stderr(),
            "skipped: no python3 with networkx 3.4 ({reason})"
        );
        return false;
    }
    true
}

/// What NetworkX makes of a file; `None` where it is not installed.
fn networkx(bytes: &[u8], edges: &str) -> Option<Value> {
    if !has_networkx() {
        return None;
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("graph.json");
    fs::write(&path, bytes).unwrap();
    let output = Command::new("python3")
        .args(["-c", SCRIPT, path.to_str().unwrap(), edges])
        .output()
        .unwrap();
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{complaint}");
    Some(serde_json::from_slice(&output.stdout).unwrap())
}

#[test]
fn networkx_reads_a_saved_file_as_it_is() {
    let Some(seen) = networkx(&write(&rich()), "edges") else {
        return;
    };
    assert_eq!(seen["type"], json!("MultiDiGraph"));
    assert_eq!(seen["title"], json!("Arbeidsmarkt"));
    assert_eq!((&seen["nodes"], &seen["edges"]), (&json!(3), &json!(4)));
    assert_eq!(
        seen["labels"],
        json!(["Gemeente \"Alkmaar\"", "Anna de Boer \u{1f600}", ""])
    );
    assert_eq!(
        seen["places"],
        json!([[-100.5, 40.0], [0.0, -33.3], [null, null]])
    );
    assert_eq!(seen["weights"], json!([1e-12, 0.1, 2.5, 1e12]));
    assert_eq!(
        seen["kinds"],
        json!(["formeel", "roddel-achterklap", "vertrouwen", "vertrouwen"])
    );
}

#[test]
fn networkx_sees_relations_that_count_both_ways_both_ways_in_our_export() {
    let Some(seen) = networkx(&write_as(FormatId::NetworkX, &rich()), "edges") else {
        return;
    };
    assert_eq!(
        (&seen["type"], &seen["edges"]),
        (&json!("MultiDiGraph"), &json!(5))
    );
    let mut calm = rich();
    for relation in calm.relations.values_mut() {
        relation.direction = Direction::Undirected;
    }
    let seen = networkx(&write_as(FormatId::NetworkX, &calm), "edges").unwrap();
    assert_eq!((&seen["type"], &seen["edges"]), (&json!("MultiGraph"), &json!(4)));
    let seen = networkx(&write_as(FormatId::D3, &rich()), "links").unwrap();
    assert_eq!(
        (&seen["type"], &seen["edges"]),
        (&json!("MultiDiGraph"), &json!(4))
    );
}

#[test]
fn a_constellation_comes_back_from_networkx_with_its_kinds_and_places() {
    let before = rich();
    for id in [FormatId::Native, FormatId::NetworkX] {
        let Some(seen) = networkx(&write_as(id, &before), "edges") else {
            return;
        };
        let loaded = read(seen["again"].to_string().as_bytes());
        let after = loaded.constellation;
        assert_eq!(loaded.report.skipped, vec![]);
        assert_eq!(after.info.issue, before.info.issue);
        assert_eq!(after.relations.len(), before.relations.len());
        for a in before.relations.values() {
            let b = after.relations.values().find(|b| b.key == a.key).unwrap();
            assert_eq!((&a.kind, a.weight, a.direction), (&b.kind, b.weight, b.direction));
        }
        for a in before.actors.values() {
            let b = after.actors.values().find(|b| b.key == a.key).unwrap();
            assert_eq!(
                (&a.label, a.pos, &a.card, &a.domains),
                (&b.label, b.pos, &b.card, &b.domains)
            );
        }
    }
}

const FOREIGN: &str = r#"
import json, networkx as nx
g = nx.MultiDiGraph(name="proef")
g.add_node(7, leeftijd=float("nan")); g.add_node("7"); g.add_node((1, 2))
g.add_edge(7, "7", key="geld", weight=2); g.add_edge(7, "7", key="advies"); g.add_edge("7", (1, 2), key="geld")
print(json.dumps(nx.node_link_data(g, edges="links")))
"#;

#[test]
fn what_networkx_writes_is_read_with_its_ids_keys_and_directions() {
    if !has_networkx() {
        return;
    }
    let output = Command::new("python3").args(["-c", FOREIGN]).output().unwrap();
    let loaded = read(&output.stdout);
    let c = &loaded.constellation;
    assert_eq!(c.info.title, "proef");
    assert_eq!(loaded.report.skipped, vec![]);
    let key = |id| c.actor(id).unwrap().key.as_str();
    let relations = c.relations.values();
    let ties: Vec<_> = relations
        .map(|one| (key(one.source), key(one.target), one.kind.as_str(), one.weight))
        .collect();
    assert_eq!(
        ties,
        [
            ("7", "7-2", "geld", 2.0),
            ("7", "7-2", "advies", 1.0),
            ("7-2", "[1,2]", "geld", 1.0)
        ]
    );
    assert!(
        c.relations
            .values()
            .all(|one| one.direction == Direction::Directed)
    );
    assert!(
        loaded
            .report
            .notices
            .iter()
            .any(|one| one.message.key == "read-notice-not-a-number")
    );
}
