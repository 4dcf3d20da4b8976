//! The program without its window, as a script meets it.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

const GOVERNANCE: &str = "sample-networks/noord-holland-noord-governance.opstelling.json";

fn run(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_netwerkopstelling"))
        .args(args)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("WAYLAND_SOCKET")
        .output()
        .expect("the program starts")
}

fn code(output: &Output) -> i32 {
    output.status.code().expect("the program ends by itself")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("what is printed is UTF-8")
}

fn path(path: &Path) -> &str {
    path.to_str().expect("a plain path")
}

#[test]
#[cfg(target_os = "linux")]
fn without_a_display_one_sentence_names_what_works_without_one() {
    for args in [&[][..], &[GOVERNANCE][..], &["--lang", "en"][..]] {
        let output = run(args);
        assert_eq!(code(&output), 2);
        let said = text(&output.stderr);
        assert_eq!(said.lines().count(), 1, "{said}");
        for command in [
            "check", "convert", "analyse", "compare", "spanners", "render", "register",
        ] {
            assert!(said.contains(command), "{said}");
        }
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn exit_codes_tell_bad_input_from_bad_arguments() {
    let folder = tempfile::tempdir().unwrap();
    let broken = folder.path().join("broken.json");
    fs::write(&broken, "{\"nodes\": [").unwrap();
    assert_eq!(code(&run(&["check", GOVERNANCE])), 0);
    assert_eq!(code(&run(&["--help"])), 0);
    for args in [
        ["check", path(&broken)],
        ["check", "no-such-file.json"],
        ["analyse", path(&broken)],
    ] {
        let output = run(&args);
        assert_eq!(code(&output), 1, "{args:?}");
        assert!(
            text(&output.stderr).contains(args[1]),
            "{args:?}: {}",
            text(&output.stderr)
        );
    }
    for args in [
        &["check"][..],
        &["--frob"],
        &["analyse", GOVERNANCE, "--measures", "frob"],
    ] {
        assert_eq!(code(&run(args)), 2, "{args:?}");
    }
}

#[test]
fn why_a_file_cannot_be_read_is_said_in_the_language_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    for (lang, absent, is_folder) in [
        ("nl", "Het bestand of de map bestaat niet", "Het is geen bestand."),
        ("en", "The file or folder does not exist", "It is not a file."),
    ] {
        for (file, reason) in [("no-such-file.json", absent), (path(folder.path()), is_folder)] {
            let said = text(&run(&["check", file, "--lang", lang]).stderr);
            assert!(said.contains(file) && said.contains(reason), "{said}");
        }
    }
}

#[test]
fn figures_come_in_columns_of_one_length() {
    let output = run(&["analyse", GOVERNANCE, "--dimension", "region"]);
    assert_eq!(code(&output), 0, "{}", text(&output.stderr));
    let json: Value = serde_json::from_slice(&output.stdout).unwrap();
    let actors = json["actors"].as_object().unwrap();
    assert!(actors.contains_key("betweenness") && actors.contains_key("betweenness_w_norm"));
    for (id, column) in actors {
        assert_eq!(column.as_array().unwrap().len(), 39, "{id}");
    }
    assert_eq!(json["network"]["n"], 39.0);
    assert_eq!(
        json["dimensions"].as_object().unwrap().keys().collect::<Vec<_>>(),
        ["region"]
    );
    assert_eq!(
        json["dimensions"]["region"]["groups"].as_array().unwrap().len(),
        3
    );
    let first = &json["spanners"][0];
    assert_eq!(first["rank"], 1);
    assert!(!first["reasons"].as_array().unwrap().is_empty());
    let again = run(&["analyse", GOVERNANCE, "--dimension", "region"]);
    assert_eq!(output.stdout, again.stdout);
}

#[test]
fn the_table_for_software_has_the_columns_asked_for() {
    let output = run(&["analyse", GOVERNANCE, "--csv", "--measures", "degree,betweenness"]);
    let said = text(&output.stdout);
    assert_eq!(said.lines().next(), Some("id,label,degree,betweenness"));
    assert_eq!(said.lines().count(), 40);
    let ranked = run(&[
        "analyse",
        GOVERNANCE,
        "--csv",
        "--measures",
        "degree,spanner_mean_rank",
    ]);
    let ranked = text(&ranked.stdout);
    let header = ranked.lines().next().unwrap();
    assert_eq!(header, "id,label,degree,spanner_mean_rank,spanner_rank");
}

#[test]
fn every_kind_of_thing_has_a_table_for_software() {
    let folder = tempfile::tempdir().unwrap();
    let [first, _] = two_moments(folder.path());
    let of = |sheet: &str, measures: &str| {
        let sheet = format!("--csv={sheet}");
        let output = run(&["analyse", &first, &sheet, "--measures", measures]);
        assert_eq!(code(&output), 0, "{}", text(&output.stderr));
        text(&output.stdout)
    };
    // b - a - c: every path runs over a.
    assert_eq!(
        of("relations", "edge_betweenness,bridge"),
        "source,target,weight,links,edge_betweenness,bridge\na,b,1,1,2,1\na,c,1,1,2,1\n"
    );
    assert_eq!(
        of("network", "n,density"),
        "measure,value\nn,3\ndensity,0.6666666666666666\n"
    );
    assert_eq!(of("dimensions", "degree"), "dimension,measure,value\n");
    let said = |sheet: &str, measures: &str| {
        let output = run(&["analyse", &first, sheet, "--measures", measures, "--lang", "en"]);
        assert_eq!(code(&output), 0);
        text(&output.stderr)
    };
    let nothing = said("--csv=dimensions", "degree,strength");
    assert!(
        nothing.contains("The sheet dimensions has nothing of degree, strength:"),
        "{nothing}"
    );
    assert!(said("--csv", "density").contains("The sheet actors has nothing of density:"));
    assert_eq!(said("--csv=network", "density,degree"), "");
    assert_eq!(said("--csv", "degree"), "");
    assert_eq!(said("--json", "degree"), "");
    let by_region = |sheet| {
        let arguments = ["analyse", GOVERNANCE, "--quick", "--dimension", "region", sheet];
        text(&run(&arguments).stdout)
    };
    let said = by_region("--csv=mixing");
    assert!(said.contains("region,Westfriesland,Westfriesland,14,"), "{said}");
    let said = by_region("--csv=groups");
    assert!(said.contains("region,Westfriesland,7,0,-1,-1,-1"), "{said}");
    let said = text(&run(&["analyse", GOVERNANCE, "--quick", "--csv=spanners"]).stdout);
    assert!(
        said.lines()
            .nth(1)
            .is_some_and(|line| line.starts_with("1,regio-overleg,")),
        "{said}"
    );
    let said = text(&run(&["analyse", GOVERNANCE, "--quick", "--csv=dimensions"]).stdout);
    assert!(said.contains("region,ei,-1\n"), "{said}");
    assert_eq!(code(&run(&["analyse", GOVERNANCE, "--csv=frob"])), 2);
    // Whatever else is asked for, a sheet has what it is about.
    for sheet in ["groups", "mixing", "spanners"] {
        let sheet = format!("--csv={sheet}");
        let output = run(&["analyse", GOVERNANCE, "--quick", "--measures", "degree", &sheet]);
        assert_eq!(code(&output), 0, "{sheet}: {}", text(&output.stderr));
        let rows = text(&output.stdout);
        assert!(
            rows.lines().count() > 10 && !rows.contains("NaN"),
            "{sheet}: {rows}"
        );
    }
}

#[test]
fn candidates_come_with_reasons_in_the_language_asked_for() {
    let dutch = text(&run(&["spanners", GOVERNANCE, "--top", "3"]).stdout);
    let english = text(&run(&["spanners", GOVERNANCE, "--top", "3", "--lang", "en"]).stdout);
    assert!(
        dutch.contains("1. ") && dutch.contains("\n   - heeft contacten in"),
        "{dutch}"
    );
    assert!(
        english.contains("1. ") && english.contains("\n   - has contacts in"),
        "{english}"
    );
}

#[test]
fn candidates_come_with_how_sure_they_are_the_best_per_group_a_team_and_what_is_missing() {
    let file = "sample-networks/arbeidsmarktregio.opstelling.json";
    let dutch = text(&run(&["spanners", file, "--top", "1"]).stdout);
    for said in [
        "\n   Hoe zeker?\n   - Altijd bij de eerste 5: in alle 1.000 wegingen\n   - ",
        " 1.000 netwerken waarin enkele aangenomen relaties ontbreken\n",
        "Domein: 20% van alle bemiddeling; bij toeval 13%. Valt op (p = 0,001).",
        "\nBeste per schaalniveau (5)\n",
        "\nKleinste team (3)\n",
        "\n   - nieuwe relatie: ",
    ] {
        assert!(dutch.contains(said), "{said} in {dutch}");
    }
    let english = text(&run(&["spanners", file, "--top", "1", "--lang", "en"]).stdout);
    for said in [
        "\n   How sure?\n   - Always among the first 5: in all 1,000 weightings\n   - ",
        "\nBest per scale level (5)\n",
        "\nSmallest team (3)\n",
    ] {
        assert!(english.contains(said), "{said} in {english}");
    }
    let quick = text(&run(&["spanners", file, "--top", "1", "--quick"]).stdout);
    assert!(
        quick.contains("1.000 wegingen") && !quick.contains("aangenomen relaties ontbreken"),
        "{quick}"
    );
}

#[test]
fn a_network_goes_out_to_networkx_and_comes_back() {
    let folder = tempfile::tempdir().unwrap();
    let plain = folder.path().join("plain.json");
    let back = folder.path().join("back.opstelling.json");
    assert_eq!(code(&run(&["convert", GOVERNANCE, path(&plain)])), 0);
    assert_eq!(code(&run(&["convert", path(&plain), path(&back)])), 0);
    let output = run(&["check", path(&back)]);
    assert!(
        text(&output.stdout).contains("39 actoren, 85 relaties"),
        "{}",
        text(&output.stdout)
    );
}

#[test]
fn a_name_without_end_is_cut_in_the_table_for_people_only() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("long.json");
    let long = "é".repeat(70_000);
    let nodes = format!(r#"[{{"id": "{long}", "label": "{long}"}}, {{"id": "b"}}]"#);
    fs::write(&file, format!("{{\"nodes\": {nodes}, \"links\": []}}")).unwrap();
    let said = run(&["analyse", path(&file), "--quick", "--table"]);
    assert_eq!(said.status.code(), Some(0), "{}", text(&said.stderr));
    assert!(text(&said.stdout).lines().all(|line| line.chars().count() < 400));
    let whole = text(&run(&["analyse", path(&file), "--quick", "--json"]).stdout);
    assert!(whole.contains(&long));
}

#[test]
fn a_dimension_asked_for_under_two_names_is_there_once_and_said_so() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("twice.json");
    let nodes = r#"[{"id": "a", "group": "x", "sector": "x"}, {"id": "b", "group": "y", "sector": "y"}]"#;
    let links = r#"[{"source": "a", "target": "b"}]"#;
    fs::write(&file, format!("{{\"nodes\": {nodes}, \"links\": {links}}}")).unwrap();
    for (asked, left_out) in [("group,sector", "sector"), ("sector,group", "group")] {
        let said = run(&["analyse", path(&file), "--quick", "--json", "--dimension", asked]);
        let remark = format!("De indeling {left_out} is dezelfde als een andere die gevraagd is");
        assert!(text(&said.stderr).contains(&remark), "{}", text(&said.stderr));
        let alone = run(&[
            "analyse",
            path(&file),
            "--quick",
            "--json",
            "--dimension",
            left_out,
        ]);
        assert!(!text(&alone.stderr).contains("is dezelfde als"));
    }
}

#[test]
fn a_name_with_a_line_break_and_no_name_at_all_stay_on_their_line() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("names.json");
    // Each is between the other and somebody of another sector.
    let nodes = r#"[{"id": "a", "label": "Two\nlines", "sector": "x"}, {"id": "b", "label": "", "sector": "y"},
        {"id": "c", "sector": "y"}, {"id": "d", "sector": "x"}]"#;
    let links =
        r#"[{"source": "c", "target": "a"}, {"source": "a", "target": "b"}, {"source": "b", "target": "d"}]"#;
    fs::write(&file, format!("{{\"nodes\": {nodes}, \"links\": {links}}}")).unwrap();
    let said = text(&run(&["spanners", path(&file), "--quick"]).stdout);
    assert!(
        said.contains("\n1. Two lines\n") && said.contains("\n1. (zonder naam)\n"),
        "{said}"
    );
    let table = text(&run(&["analyse", path(&file), "--quick", "--table"]).stdout);
    assert_eq!(table.lines().count(), 5, "{table}");
}

#[test]
#[cfg(target_os = "linux")]
fn output_that_cannot_be_written_is_told_in_a_sentence() {
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_netwerkopstelling"))
        .args(["check", GOVERNANCE])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdout(full)
        .output()
        .unwrap();
    assert_eq!(code(&output), 1);
    assert_eq!(
        text(&output.stderr),
        "Fout: De uitvoer is niet te schrijven: de schijf is vol.\n"
    );
}

/// Two moments of a small network: c goes and d comes, b gets another name, a-b gets stronger.
fn two_moments(folder: &Path) -> [String; 2] {
    let first = r#"{"directed": false, "multigraph": true, "graph": {},
        "nodes": [{"id": "a", "label": "A"}, {"id": "b", "label": "B"}, {"id": "c", "label": "C"}],
        "links": [{"source": "a", "target": "b", "weight": 1}, {"source": "a", "target": "c", "weight": 1}]}"#;
    let later = r#"{"directed": false, "multigraph": true, "graph": {},
        "nodes": [{"id": "b", "label": "Bee"}, {"id": "a", "label": "A"}, {"id": "d", "label": "D"}, {"id": "e", "label": "E"}],
        "links": [{"source": "b", "target": "a", "weight": 3}, {"source": "b", "target": "d", "weight": 1},
                  {"source": "b", "target": "e", "weight": 1}]}"#;
    [("first.json", first), ("later.json", later)].map(|(name, text)| {
        let file = folder.join(name);
        fs::write(&file, text).unwrap();
        path(&file).to_owned()
    })
}

#[test]
fn two_files_are_compared_by_the_keys_of_their_actors() {
    let folder = tempfile::tempdir().unwrap();
    let [first, later] = two_moments(folder.path());
    let output = run(&["compare", &first, &later, "--measures", "degree"]);
    assert_eq!(code(&output), 0, "{}", text(&output.stderr));
    let json: Value = serde_json::from_slice(&output.stdout).unwrap();
    let ids = |list: &Value| -> Vec<String> {
        let list = list.as_array().unwrap();
        list.iter()
            .map(|one| one["id"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(ids(&json["actors"]["came"]), ["d", "e"]);
    assert_eq!(ids(&json["actors"]["gone"]), ["c"]);
    assert_eq!(
        json["actors"]["changed"][0]["fields"]["label"],
        serde_json::json!(["B", "Bee"])
    );
    let changed = &json["relations"]["changed"][0];
    assert_eq!(
        (&changed["weight_before"], &changed["weight_after"]),
        (&1.0.into(), &3.0.into())
    );
    assert_eq!(json["relations"]["came"].as_array().unwrap().len(), 2);
    assert_eq!(json["relations"]["gone"].as_array().unwrap().len(), 1);
    assert_eq!(json["network"]["n"]["change"], 1.0);
    assert_eq!(json["network"]["density"]["before"], 2.0 / 3.0);
    assert_eq!(json["network"]["density"]["after"], 0.5);
    // Among a and b, who are in both: first a had two relations and b one, later b three and a one.
    let degree = &json["ranks"]["degree"];
    assert_eq!((&degree[0]["id"], &degree[0]["risen"]), (&"b".into(), &1.into()));
    assert_eq!(
        (&degree[1]["id"], &degree[1]["risen"]),
        (&"a".into(), &(-1).into())
    );
}

#[test]
fn a_comparison_is_also_a_table_for_people_and_one_for_software() {
    let folder = tempfile::tempdir().unwrap();
    let [first, later] = two_moments(folder.path());
    let table = text(&run(&["compare", &first, &later, "--table"]).stdout);
    for expected in [
        "Actoren erbij: 2",
        "  D\n",
        "Bee: naam: B → Bee",
        "A – Bee (",
        "1 → 3)",
        "▲ Bee: plaats 2 → 1",
    ] {
        assert!(table.contains(expected), "{expected} in {table}");
    }
    // A fall and a figure below nothing have one and the same minus.
    let numbers = table
        .split_whitespace()
        .filter(|word| word.ends_with(|c: char| c.is_ascii_digit()));
    assert!(numbers.clone().all(|number| !number.starts_with('-')), "{table}");
    assert!(
        numbers.filter(|number| number.starts_with('−')).count() > 1,
        "{table}"
    );
    let csv = text(&run(&["compare", &first, &later, "--csv"]).stdout);
    assert_eq!(
        csv.lines().next(),
        Some("what,change,id,target,detail,before,after")
    );
    assert!(
        csv.contains("actor,gone,c,,C,,\n") && csv.contains("actor,changed,b,,label,B,Bee\n"),
        "{csv}"
    );
    let same = text(&run(&["compare", &first, &first, "--csv"]).stdout);
    assert!(
        !same.contains("came") && !same.contains("gone") && !same.contains("changed"),
        "{same}"
    );
}

#[test]
fn a_comparison_that_cannot_be_made_says_why() {
    let folder = tempfile::tempdir().unwrap();
    let [first, later] = two_moments(folder.path());
    let missing = run(&["compare", &first, "no-such-file.json"]);
    assert_eq!(code(&missing), 1);
    assert!(text(&missing.stderr).contains("no-such-file.json"));
    assert!(missing.stdout.is_empty());
    assert_eq!(code(&run(&["compare", &first])), 2);
    assert_eq!(
        code(&run(&["compare", &first, &later, "--measures", "density"])),
        2
    );
    let network = run(&["compare", &first, &later, "--measures", "ei", "--lang", "en"]);
    assert!(text(&network.stderr).contains("ei is not one of actors"));
    let empty = run(&["analyse", &first, "--measures", "degree,,m", "--lang", "en"]);
    assert_eq!(code(&empty), 2);
    assert!(
        text(&empty.stderr).contains("The value '' does not fit --measures"),
        "{}",
        text(&empty.stderr)
    );
}

#[test]
fn a_ranking_by_what_has_no_places_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let [first, later] = two_moments(folder.path());
    let output = run(&["compare", &first, &later, "--measures", "community,degree"]);
    assert_eq!(code(&output), 0);
    assert_eq!(
        text(&output.stderr).lines().last(),
        Some(
            "Geen plaatsen naar community: die waarden zijn een naam, worden bij een vergelijking niet berekend, of ontbreken in een van beide netwerken."
        )
    );
    let json: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert!(json["ranks"]["degree"].is_array() && json["ranks"].get("community").is_none());
}

#[test]
fn a_dimension_of_one_group_is_printed_undefined_with_a_remark_and_one_of_none_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("one.json");
    let nodes = r#""nodes": [{"id": "a", "town": "Hoorn"}, {"id": "b", "town": "Hoorn"}, {"id": "c"}]"#;
    let links = r#""links": [{"source": "a", "target": "b"}, {"source": "b", "target": "c"}]"#;
    fs::write(&file, format!("{{{nodes}, {links}}}")).unwrap();
    let one = run(&["analyse", path(&file), "--dimension", "town", "--quick"]);
    assert_eq!(code(&one), 0, "{}", text(&one.stderr));
    assert!(
        text(&one.stderr).contains(
            "In de indeling town is er maar één groep, Hoorn: maten die over twee groepen gaan, zijn niet gedefinieerd."
        ),
        "{}",
        text(&one.stderr)
    );
    let json: Value = serde_json::from_slice(&one.stdout).unwrap();
    let town = &json["dimensions"]["town"];
    assert_eq!(town["groups"], serde_json::json!(["Hoorn"]));
    assert_eq!(town["network"]["assortativity"], Value::Null);
    assert_eq!(town["actors"]["last_link"], serde_json::json!([null, null, null]));

    let none = run(&["analyse", path(&file), "--dimension", "sector", "--lang", "en"]);
    assert_eq!(code(&none), 2);
    assert!(none.stdout.is_empty());
    let said = text(&none.stderr);
    assert!(
        said.contains("In the dimension sector no actor belongs to a group; actors do in town."),
        "{said}"
    );
    fs::write(
        &file,
        format!("{{{}, {links}}}", nodes.replace(r#", "town": "Hoorn""#, "")),
    )
    .unwrap();
    let none = run(&["analyse", path(&file), "--dimension", "town"]);
    assert_eq!(code(&none), 2);
    let said = text(&none.stderr);
    assert!(
        said.contains(
            "In de indeling town hoort geen actor bij een groep. Geen enkele indeling heeft hier groepen: geef actoren \
             een sector, schaalniveau, domein of regio."
        ),
        "{said}"
    );
}

#[test]
fn where_nobody_bridges_anything_it_is_said_why_and_nobody_is_first() {
    let folder = tempfile::tempdir().unwrap();
    for (nodes, links, expected) in [
        (
            r#"{"id": "a", "sector": "x"}, {"id": "b", "sector": "x"}, {"id": "c"}"#,
            r#"{"source": "a", "target": "b"}, {"source": "b", "target": "c"}"#,
            "wie een groep heeft, zit in dezelfde groep",
        ),
        (
            r#"{"id": "a", "sector": "x"}, {"id": "b", "sector": "y"}"#,
            r#"{"source": "a", "target": "b"}"#,
            "geen kandidaat heeft contacten in meer dan één groep",
        ),
        (
            r#"{"id": "a", "sector": "x"}, {"id": "b", "sector": "y"}"#,
            "",
            "Niemand is hier bruggenbouwer",
        ),
    ] {
        let file = folder.path().join("niets.json");
        fs::write(&file, format!("{{\"nodes\": [{nodes}], \"links\": [{links}]}}")).unwrap();
        let said = text(&run(&["spanners", path(&file), "--dimension", "sector"]).stdout);
        let nobody_yet = said.contains("Nog geen kandidaten");
        assert!(
            said.contains(expected) || (links.is_empty() && nobody_yet),
            "{said}"
        );
        assert!(!said.contains("\n1. ") && !said.contains("Altijd"), "{said}");
    }
}

#[test]
fn an_unknown_measure_is_answered_with_every_measure_there_is() {
    let said = text(&run(&["analyse", GOVERNANCE, "--measures", "drukte"]).stderr);
    for known in netwerkopstelling::analysis::measure::all() {
        assert!(said.contains(&format!(" {}", known.id)), "{} in {said}", known.id);
    }
    assert!(!said.contains('…'), "{said}");
}

#[test]
fn a_picture_under_the_board_that_cannot_be_drawn_is_said() {
    use base64::Engine;
    let folder = tempfile::tempdir().unwrap();
    let (file, out) = (
        folder.path().join("plaat.opstelling.json"),
        folder.path().join("uit.svg"),
    );
    let png = |width, height| {
        let mut bytes = std::io::Cursor::new(Vec::new());
        let image = image::GrayImage::new(width, height);
        image.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
        bytes.into_inner()
    };
    let half = png(60, 40)[..60].to_vec();
    let encode = |bytes: &[u8]| base64::engine::general_purpose::STANDARD.encode(bytes);
    for (content, expected) in [
        (encode(&png(8, 4)), None),
        (encode(b"geen plaat"), Some("kan niet worden gelezen")),
        (encode(&half), Some("kan niet worden gelezen")),
        (encode(&png(5_000, 2)), Some("breder of hoger dan 4.096 pixels")),
        ("%%%".to_owned(), Some("beschadigd")),
    ] {
        let whole = format!(
            r#"{{"format": "netwerkopstelling", "version": 1, "nodes": [{{"id": "a", "x": 0, "y": 0}}], "edges": [],
            "board": {{"background": "picture", "picture": {{"name": "kaart", "mime": "image/png", "base64": "{content}"}}}}}}"#
        );
        fs::write(&file, whole).unwrap();
        for args in [
            &["check", path(&file)][..],
            &["render", path(&file), "--svg", path(&out), "--force"],
        ] {
            let output = run(args);
            let said = text(&output.stderr);
            assert_eq!(
                code(&output),
                if expected.is_some() { 3 } else { 0 },
                "{args:?}: {said}"
            );
            assert_eq!(said.contains("board.picture"), expected.is_some(), "{said}");
            assert!(expected.is_none_or(|expected| said.contains(expected)), "{said}");
        }
        let drawn = fs::read_to_string(&out).unwrap();
        assert_eq!(drawn.contains("<image"), expected.is_none());
        fs::remove_file(&out).unwrap();
    }
}
