//! `analyse` prints the figures of the app, all of them, and of other programs' files as well.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use netwerkopstelling::analysis::Control;
use netwerkopstelling::analysis::live::{Live, live_with};
use netwerkopstelling::analysis::run::{Column, NetworkFigure, Wanted};
use netwerkopstelling::analysis::snapshot::{AnalysisSettings, Snapshot, Visible};
use netwerkopstelling::analysis::spanners::Component;
use netwerkopstelling::formats;
use serde_json::{Value, json};

const SAMPLE: &str = "sample-networks/noord-holland-noord-governance.opstelling.json";

fn analyse(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_netwerkopstelling"))
        .arg("analyse")
        .args(args)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .expect("the program starts")
}

fn json_of(args: &[&str]) -> Value {
    let output = analyse(args);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    serde_json::from_slice(&output.stdout).expect("JSON")
}

fn live_of(file: &str) -> Live {
    let bytes = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap();
    let constellation = formats::read(&bytes).expect("a sound sample").constellation;
    let settings = AnalysisSettings::default();
    let snapshot = Snapshot::build(&constellation, &settings, Visible::ALL).unwrap();
    live_with(snapshot, Wanted::All, &Control::new()).unwrap()
}

/// The same numbers to the last bit, not only to the eye.
fn assert_same(values: &[Option<f64>], printed: &Value, what: &str) {
    let printed = printed.as_array().unwrap_or_else(|| panic!("{what} is printed"));
    assert_eq!(values.len(), printed.len(), "{what}");
    for (value, printed) in values.iter().zip(printed) {
        assert_eq!(
            value.map(f64::to_bits),
            printed.as_f64().map(f64::to_bits),
            "{what}"
        );
    }
}

fn assert_columns(columns: &[Column], printed: &Value) {
    for column in columns {
        assert_same(&column.values, &printed[column.id], column.id);
    }
}

fn assert_figures(figures: &[NetworkFigure], printed: &Value) {
    for figure in figures {
        let printed = printed[figure.id].as_f64();
        assert_eq!(
            figure.value.map(f64::to_bits),
            printed.map(f64::to_bits),
            "{}",
            figure.id
        );
    }
}

#[test]
fn every_figure_of_the_app_is_printed_to_the_last_bit() {
    for file in [SAMPLE, "sample-networks/arbeidsmarktregio.opstelling.json"] {
        let (live, json) = (live_of(file), json_of(&[file]));
        assert_columns(&live.report.actors, &json["actors"]);
        assert_columns(&live.report.relations, &json["relations"]);
        assert_figures(&live.report.network, &json["network"]);
        assert!(live.report.dimensions.len() >= 3);
        for dimension in &live.report.dimensions {
            let printed = &json["dimensions"][&dimension.id];
            assert_eq!(printed["groups"], json!(dimension.groups));
            assert_columns(&dimension.actors, &printed["actors"]);
            assert_figures(&dimension.network, &printed["network"]);
        }
        for (candidate, printed) in live
            .ranking
            .candidates
            .iter()
            .zip(json["spanners"].as_array().unwrap())
        {
            assert_eq!(printed["rank"], candidate.rank);
            assert_eq!(printed["mean_rank"].as_f64(), Some(candidate.mean_rank));
            for figures in &live.figures {
                let value = figures.of(Component::Passage)[candidate.actor as usize];
                assert_eq!(printed["components"][&figures.id]["passage"].as_f64(), value);
            }
        }
    }
}

fn small_file(folder: &Path) -> String {
    let path = folder.join("small.json");
    let node = |id: &str, club: &str, town: &str| json!({ "id": id, "club": club, "town": town, "age": 3 });
    let link = |a: &str, b: &str| json!({ "source": a, "target": b, "weight": 2 });
    let file = json!({
        "directed": false,
        "partitions": ["club"],
        "nodes": [node("a", "x", "north"), node("b", "x", "south"), node("c", "y", ""), node("d", "y", "north")],
        "links": [link("a", "b"), link("b", "c"), link("c", "d")],
    });
    fs::write(&path, file.to_string()).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn partitions_of_a_file_are_dimensions_and_so_is_any_text_attribute_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let file = small_file(folder.path());
    let names = |json: &Value| -> Vec<String> {
        let dimensions = json["dimensions"].as_object().unwrap();
        dimensions.keys().cloned().collect()
    };
    let json = json_of(&[&file]);
    assert_eq!(names(&json), ["club"]);
    assert_eq!(
        json["dimensions"]["club"]["network"]["ei"].as_f64(),
        Some(-1.0 / 3.0)
    );
    assert_eq!(
        json["dimensions"]["club"]["by_group"]["external"],
        json!([1.0, 1.0])
    );
    let json = json_of(&[&file, "--dimension", "town,club"]);
    assert_eq!(names(&json), ["town", "club"]);
    // An empty text is unknown, never a group.
    assert_eq!(json["dimensions"]["town"]["of"], json!([[0], [1], [], [0]]));
    let output = analyse(&[&file, "--dimension", "colour"]);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("colour") && said.contains("club, town"), "{said}");
}

#[test]
fn measures_choose_among_actors_relations_network_and_dimensions() {
    let folder = tempfile::tempdir().unwrap();
    let file = small_file(folder.path());
    let json = json_of(&[
        &file,
        "--measures",
        "edge_betweenness,ei,leave_pairs_lost,density",
    ]);
    let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys(&json["actors"]), ["ids", "labels", "leave_pairs_lost"]);
    assert_eq!(keys(&json["network"]), ["density"]);
    assert_eq!(json["relations"]["edge_betweenness"], json!([3.0, 4.0, 3.0]));
    assert_eq!(keys(&json["dimensions"]["club"]["network"]), ["ei"]);
    let directed = analyse(&[&file, "--measures", "reciprocity"]);
    assert_eq!(directed.status.code(), Some(2), "no meaning without direction");
}

#[test]
fn a_sample_is_said_to_be_one() {
    let sampled = analyse(&[SAMPLE, "--sample", "0.4"]);
    let json: Value = serde_json::from_slice(&sampled.stdout).unwrap();
    assert_eq!(json["settings"]["sampling"]["error"], 0.4);
    assert_eq!(json["settings"]["sampling"]["sources"], 23);
    assert!(json["actors"].get("closeness").is_none());
    assert!(!json["actors"]["betweenness_norm"].as_array().unwrap().is_empty());
    assert!(String::from_utf8(sampled.stderr).unwrap().contains("23"));
    assert_eq!(analyse(&[SAMPLE, "--sample", "7"]).status.code(), Some(2));
}
