//! `analyse` prints the figures of the app, all of them, and of other programs' files as well.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use netwerkopstelling::analysis::group_figures::ei_test;
use netwerkopstelling::analysis::live::{Live, live_with};
use netwerkopstelling::analysis::measure::{self, Target};
use netwerkopstelling::analysis::run::{Column, NetworkFigure, Wanted};
use netwerkopstelling::analysis::snapshot::{AnalysisSettings, Snapshot, Visible};
use netwerkopstelling::analysis::spanners::{Component, Stability};
use netwerkopstelling::analysis::{Control, Descriptor, Values};
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
fn assert_same(values: &Values, printed: &Value, what: &str) {
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
        for (dimension, named) in live.report.dimensions.iter().zip(&live.snapshot.dimensions) {
            let printed = &json["dimensions"][&dimension.id];
            assert_eq!(printed["groups"], json!(named.partition.groups));
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
                let value = figures.of(Component::Passage).at(candidate.actor as usize);
                assert_eq!(printed["components"][&figures.id]["passage"].as_f64(), value);
            }
        }
    }
}

#[test]
fn how_sure_candidates_are_is_what_the_app_says_to_the_last_bit() {
    let file = "sample-networks/arbeidsmarktregio.opstelling.json";
    let (live, json) = (live_of(file), json_of(&[file]));
    let control = Control::new();
    let evidence = live.evidence(&control).unwrap();
    let (weights, top) = netwerkopstelling::lens::Lens::default().spanner_weighing(&live);
    let standing = live
        .standing(&weights, Some(&evidence.thinned), top, &control)
        .unwrap();
    let unverified = standing.unverified.as_ref().expect("some relations are assumed");
    let printed = json["spanners"].as_array().unwrap();
    assert_eq!(printed.len(), live.ranking.candidates.len());
    let bits = |value: Option<f64>| value.map(f64::to_bits);
    let mut tests = 0;
    for (candidate, printed) in live.ranking.candidates.iter().zip(printed) {
        let of = |stability: &Stability| stability.share_of(&live.ranks, candidate.actor);
        let same = |name: &str, value| assert_eq!(bits(printed[name].as_f64()), bits(value), "{name}");
        same("stability", of(&standing.weightings));
        same("stability_unverified", of(unverified));
        for (figures, found) in live.figures.iter().zip(&evidence.mediation) {
            let test = found[candidate.actor as usize];
            let p = printed["mediation_p"][&figures.id].as_f64();
            assert_eq!(bits(p), bits(test.map(|test| test.p_high)), "{}", figures.id);
            let mean = printed["mediation_by_chance"][&figures.id].as_f64();
            assert_eq!(bits(mean), bits(test.map(|test| test.mean)), "{}", figures.id);
            tests += usize::from(test.is_some());
        }
    }
    assert!(tests > 40, "{tests} tests of mediation");
    assert!(unverified.shares.iter().any(|&share| share > 0.0 && share < 1.0));
    for (at, one) in live.snapshot.dimensions.iter().enumerate() {
        let test = ei_test(&live.snapshot.network, &one.partition, &control).unwrap();
        let printed = &json["dimensions"][&one.id];
        let p = printed["network"]["ei_p"].as_f64();
        assert_eq!(bits(p), bits(test.map(|test| test.p())), "{}", one.id);
        let missing = printed["missing_links"].as_array().unwrap();
        assert_eq!(missing.len(), evidence.missing_links[at].len());
        let best = &printed["new_relations"]["best"][0]["gain"];
        let gain = evidence.new_relations[at]
            .as_ref()
            .map(|found| found.best[0].gain);
        assert_eq!(bits(best.as_f64()), bits(gain));
    }
    let settings = &json["settings"]["certainty"];
    assert_eq!((&settings["top"], &settings["seed"]), (&json!(top), &json!(1)));
    assert_eq!(settings["weightings"], 1000);
    assert_eq!(settings["unverified"]["networks"], 1000);
    assert_eq!(settings["unverified"]["probability"], 0.2);
    assert_eq!(settings["permutations_mediation"]["level"], 999);
}

#[test]
fn what_was_not_computed_is_told_and_never_zero() {
    let register = "sample-networks/gemeenschappelijke-regelingen-noord-holland-noord.opstelling.json";
    let json = json_of(&[register, "--dimension", "region"]);
    let unverified = &json["settings"]["certainty"]["unverified"];
    assert_eq!(unverified["why_none"], "all_verified");
    assert_eq!(unverified["networks"], 0);
    assert!(json["spanners"][0]["stability_unverified"].is_null());

    let quick = json_of(&[SAMPLE, "--quick"]);
    let first = &quick["spanners"][0];
    assert!(first["stability"].is_number() && first.get("stability_unverified").is_none());
    assert!(quick["settings"]["certainty"]["unverified"].is_null());
    assert!(quick["dimensions"]["level"]["network"].get("ei_p").is_none());
    let asked = analyse(&[SAMPLE, "--quick", "--measures", "ei_p"]);
    assert_eq!(asked.status.code(), Some(2), "asked for and not computed");
}

#[test]
fn every_measure_of_the_table_can_be_asked_for_where_it_has_a_meaning() {
    // What takes many computations is looked for in one of them.
    let thorough = "sample-networks/arbeidsmarktregio.opstelling.json";
    let tables = "sample-networks/gemeenschappelijke-regelingen-noord-holland-noord.opstelling.json";
    let (mut in_json, mut in_sheets, mut asked) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for args in [&[thorough][..], &[SAMPLE, "--quick"], &[tables, "--quick"]] {
        let mut here = measures_in(&json_of(args));
        in_json.append(&mut here.clone());
        for sheet in ["actors", "dimensions"] {
            in_sheets.append(&mut measures_in_sheet(args, sheet));
        }
        for sheet in ["relations", "network", "tables"] {
            in_sheets.append(&mut measures_in_sheet(&[args[0], "--quick"], sheet));
        }
        if args.len() == 1 {
            let elsewhere = measure::all().filter(|one| is_elsewhere(one));
            here.extend(elsewhere.map(|one| one.id.to_owned()));
        }
        let ids: Vec<String> = here.iter().cloned().collect();
        let output = analyse(&[args, &["--measures", &ids.join(",")]].concat());
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        asked.append(&mut here);
    }
    for descriptor in measure::all() {
        let id = descriptor.id;
        let is_of_groups = matches!(
            descriptor.target,
            Target::Candidate | Target::Group | Target::GroupPair
        );
        assert!(
            in_json.contains(id) || is_elsewhere(descriptor),
            "{id} is in no JSON"
        );
        assert!(in_sheets.contains(id) || is_of_groups, "{id} is in no CSV");
        assert!(asked.contains(id), "{id} cannot be asked for");
    }
}

fn measures_in(json: &Value) -> BTreeSet<String> {
    let dimensions = json["dimensions"].as_object().unwrap().values();
    let of_dimensions = dimensions.flat_map(|one| [&one["network"], &one["actors"]]);
    let parts = ["network", "actors", "relations", "tables"].map(|part| &json[part]);
    let keys = parts
        .into_iter()
        .chain(of_dimensions)
        .filter_map(Value::as_object)
        .flat_map(|part| part.keys());
    keys.filter(|id| measure::find(id).is_some()).cloned().collect()
}

/// By the heads of its columns, or the names in its rows.
fn measures_in_sheet(args: &[&str], sheet: &str) -> BTreeSet<String> {
    let output = analyse(&[args, &[&format!("--csv={sheet}")]].concat());
    let text = String::from_utf8(output.stdout).unwrap();
    let heads = text.lines().next().unwrap().split(',');
    let names = heads.filter_map(|name| name.rsplit('.').next());
    let of_rows = text.lines().filter_map(|row| row.rsplit(',').nth(1));
    names.chain(of_rows).map(str::to_owned).collect()
}

/// Not under its own name: beside every candidate, or in the tables about groups.
fn is_elsewhere(descriptor: &Descriptor) -> bool {
    let beside = [
        "spanner_mean_rank",
        "stability_weightings",
        "stability_unverified",
        "mediation_p",
    ];
    let is_of_groups = matches!(
        descriptor.target,
        Target::Candidate | Target::Group | Target::GroupPair
    );
    is_of_groups || beside.contains(&descriptor.id)
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
fn the_group_of_a_d3_file_is_a_dimension_where_it_has_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("d3.json");
    let dimensions = |nodes: Value, more: Value| {
        let mut file = json!({"nodes": nodes, "links": [{"source": "a", "target": "b", "value": 2}]});
        file.as_object_mut()
            .unwrap()
            .extend(more.as_object().unwrap().clone());
        fs::write(&path, file.to_string()).unwrap();
        let json = json_of(&[path.to_str().unwrap(), "--quick"]);
        let found = json["dimensions"].as_object().unwrap();
        let groups = found
            .iter()
            .map(|(name, one)| (name.clone(), one["groups"].clone()));
        groups.collect::<Vec<_>>()
    };
    let of = |groups: [Value; 3]| {
        let nodes = ["a", "b", "c"].into_iter().zip(groups);
        Value::from_iter(nodes.map(|(id, group)| json!({"id": id, "group": group})))
    };
    let found = |groups: [&str; 2]| vec![("group".to_owned(), json!(groups))];
    assert_eq!(
        dimensions(of([json!(1), json!(2), json!(2)]), json!({})),
        found(["1", "2"])
    );
    let texts = of([json!("x"), json!("y"), json!("x")]);
    assert_eq!(dimensions(texts.clone(), json!({})), found(["x", "y"]));
    let named = json!({"partitions": ["group"]});
    assert_eq!(dimensions(texts.clone(), named), found(["x", "y"]), "once");
    // No category: everybody another one, or measured.
    assert_eq!(dimensions(of([json!(1), json!(2), json!(3)]), json!({})), []);
    assert_eq!(
        dimensions(of([json!(0.5), json!(0.5), json!(1.5)]), json!({})),
        []
    );
    // Beside words of ours it is no dimension unless asked for.
    let mut nodes = texts;
    for (at, sector) in ["s", "t", "t"].into_iter().enumerate() {
        nodes[at]["sector"] = json!(sector);
    }
    assert_eq!(
        dimensions(nodes, json!({})),
        [("sector".to_owned(), json!(["s", "t"]))]
    );
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

#[test]
fn who_asks_for_figures_of_tables_where_there_are_none_is_sent_to_none_of_them() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("two.json");
    std::fs::write(
        &file,
        r#"{"nodes": [{"id": "a"}, {"id": "b"}], "links": [{"source": "a", "target": "b"}]}"#,
    )
    .unwrap();
    let output = analyse(&[file.to_str().unwrap(), "--measures", "two_mode_degree"]);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(
        said.contains("two_mode_degree") && said.contains("Zonder --measures"),
        "{said}"
    );
    assert!(!said.contains("table_overlap"), "{said}");
}
