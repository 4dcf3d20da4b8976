//! What the command line replaces, prints and ends with: nothing is lost, and nothing in a file is obeyed.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::json;

const GOVERNANCE: &str = "sample-networks/noord-holland-noord-governance.opstelling.json";

fn run(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_netwerkopstelling"))
        .args(args)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("the program starts")
}

fn code(output: &Output) -> i32 {
    output.status.code().expect("the program ends by itself")
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("what is printed is UTF-8")
}

fn path(path: &Path) -> &str {
    path.to_str().expect("a plain path")
}

#[test]
fn a_file_that_is_there_is_replaced_only_when_that_is_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let names = folder.path().join("namen.json");
    fs::write(&names, "Alkmaar\nBergen\n").unwrap();
    let output = run(&["convert", GOVERNANCE, path(&names)]);
    assert_eq!(code(&output), 1);
    assert!(
        said(&output).contains("namen.json") && said(&output).contains("--force"),
        "{}",
        said(&output)
    );
    assert_eq!(fs::read_to_string(&names).unwrap(), "Alkmaar\nBergen\n");
    assert_eq!(code(&run(&["convert", GOVERNANCE, path(&names), "--force"])), 0);
    assert!(fs::read_to_string(&names).unwrap().starts_with('{'));
    // No network was there, so nothing is kept of it; the next time there is.
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    let network = fs::read(&names).unwrap();
    assert_eq!(
        code(&run(&[
            "convert",
            GOVERNANCE,
            path(&names),
            "--format",
            "d3",
            "--force"
        ])),
        0
    );
    assert_ne!(fs::read(&names).unwrap(), network);
    assert_eq!(fs::read(folder.path().join("namen.json.bak")).unwrap(), network);
}

#[test]
#[cfg(unix)]
fn a_link_a_private_file_and_a_device_stay_what_they_are() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::write(at("echt.json"), "{}").unwrap();
    fs::set_permissions(at("echt.json"), fs::Permissions::from_mode(0o600)).unwrap();
    symlink("echt.json", at("link.json")).unwrap();
    symlink("later.json", at("los.json")).unwrap();
    for name in ["link.json", "los.json"] {
        assert_eq!(
            code(&run(&["convert", GOVERNANCE, path(&at(name)), "--force"])),
            0,
            "{name}"
        );
        assert!(fs::symlink_metadata(at(name)).unwrap().is_symlink(), "{name}");
    }
    assert!(fs::read_to_string(at("echt.json")).unwrap().contains("\"nodes\""));
    assert!(
        fs::read_to_string(at("later.json"))
            .unwrap()
            .contains("\"nodes\"")
    );
    assert_eq!(
        fs::metadata(at("echt.json")).unwrap().permissions().mode() & 0o777,
        0o600
    );
    let output = run(&["convert", GOVERNANCE, "/dev/null", "--format", "d3", "--force"]);
    assert_eq!(code(&output), 1, "{}", said(&output));
    assert!(!said(&output).contains("wat er stond"), "{}", said(&output));
    assert!(!fs::metadata("/dev/null").unwrap().is_file());
    // A pipe: this test reads it.
    let board = "sample-networks/arbeidsmarktregio.opstelling.json";
    let output = run(&["render", board, "--svg", "/dev/stdout", "--force"]);
    assert_eq!(code(&output), 1, "{}", said(&output));
    assert!(
        output.stdout.is_empty() && said(&output).contains("geen gewoon bestand"),
        "{}",
        said(&output)
    );
}

#[test]
#[cfg(target_os = "linux")]
fn a_device_without_an_end_is_refused() {
    for command in ["check", "analyse", "spanners"] {
        let output = run(&[command, "/dev/zero"]);
        assert_eq!(code(&output), 1, "{command}");
        assert!(
            said(&output).contains("/dev/zero kan niet worden geopend"),
            "{}",
            said(&output)
        );
    }
}

#[test]
#[cfg(unix)]
fn a_pipe_is_refused_before_anybody_waits_for_it() {
    let folder = tempfile::tempdir().unwrap();
    let (pipe, link) = (folder.path().join("pijp"), folder.path().join("link.json"));
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    std::os::unix::fs::symlink(&pipe, &link).unwrap();
    for pipe in [path(&pipe), path(&link)] {
        for args in [
            &["check", pipe][..],
            &["analyse", pipe],
            &["spanners", pipe],
            &["compare", GOVERNANCE, pipe],
            &["convert", pipe, "weg.json"],
            &[
                "register",
                "--participants",
                pipe,
                "--arrangements",
                pipe,
                "--municipalities",
                pipe,
                "--out",
                "weg.json",
            ],
        ] {
            let output = run(args);
            assert_eq!(code(&output), 1, "{args:?}: {}", said(&output));
            assert!(
                said(&output).contains("een apparaat of een pijp"),
                "{}",
                said(&output)
            );
        }
    }
}

#[test]
fn only_an_old_file_that_was_there_is_said_to_stay() {
    let folder = tempfile::tempdir().unwrap();
    let nowhere = folder.path().join("geen-map").join("nieuw.json");
    let output = run(&["convert", GOVERNANCE, path(&nowhere)]);
    assert_eq!(code(&output), 1);
    assert!(said(&output).contains("is niet bewaard."), "{}", said(&output));
    assert!(!said(&output).contains("wat er stond"), "{}", said(&output));
    let old = folder.path().join("oud.json");
    fs::write(&old, "Alkmaar").unwrap();
    let mut permissions = fs::metadata(&old).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&old, permissions).unwrap();
    let output = run(&["convert", GOVERNANCE, path(&old), "--force"]);
    assert_eq!(code(&output), 1);
    assert!(
        said(&output).contains("wat er stond, staat er nog"),
        "{}",
        said(&output)
    );
    assert_eq!(fs::read_to_string(&old).unwrap(), "Alkmaar");
}

#[test]
#[cfg(target_os = "linux")]
fn links_in_a_circle_are_not_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let (one, other) = (folder.path().join("een.json"), folder.path().join("twee.json"));
    std::os::unix::fs::symlink(&one, &other).unwrap();
    std::os::unix::fs::symlink(&other, &one).unwrap();
    let output = run(&["convert", GOVERNANCE, path(&one), "--force"]);
    assert_eq!(code(&output), 1);
    assert!(said(&output).contains("in een kring"), "{}", said(&output));
    assert!(one.is_symlink() && other.is_symlink());
}

#[test]
fn what_was_skipped_shows_in_the_exit_code_of_every_command() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, links: &str| {
        let file = folder.path().join(name);
        let nodes = r#"[{"id": "a", "sector": "x"}, {"id": "b", "sector": "y"}, {"id": "c"}]"#;
        fs::write(&file, format!("{{\"nodes\": {nodes}, \"links\": {links}}}")).unwrap();
        path(&file).to_owned()
    };
    let whole = write("whole.json", r#"[{"source": "a", "target": "b"}]"#);
    let part = write(
        "part.json",
        r#"[{"source": "a", "target": "b"}, {"source": "a", "target": "weg"}]"#,
    );
    let out = path(&folder.path().join("out.json")).to_owned();
    for (file, expected) in [(&whole, 0), (&part, 3)] {
        for args in [
            &["check", file][..],
            &["analyse", file, "--quick"],
            &["spanners", file, "--quick"],
            &["compare", &whole, file],
            &["convert", file, &out, "--force"],
        ] {
            let output = run(args);
            assert_eq!(code(&output), expected, "{args:?}: {}", said(&output));
            assert_eq!(said(&output).contains("links[1]: "), expected == 3, "{args:?}");
        }
    }
    // A plain file of D3 is whole, and there is nothing to say about it.
    let plain = folder.path().join("plain.json");
    let text = r#"{"nodes": [{"id": "a", "group": 1}, {"id": "b"}], "links": [{"source": "a", "target": "b", "value": 2}]}"#;
    fs::write(&plain, text).unwrap();
    let output = run(&["check", path(&plain)]);
    assert_eq!((code(&output), said(&output)), (0, String::new()));
}

#[test]
fn what_the_other_format_cannot_hold_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("plat.json");
    let output = run(&["convert", GOVERNANCE, path(&out)]);
    assert_eq!(code(&output), 0);
    assert!(said(&output).contains("Niet mee: het bord"), "{}", said(&output));
}

#[test]
fn hundreds_of_remarks_are_counted() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("veel.json");
    let nodes: Vec<_> = (0..1_450)
        .map(|at| json!({"id": at, "influence": "veel"}))
        .collect();
    fs::write(&file, json!({"nodes": nodes, "edges": []}).to_string()).unwrap();
    let said = said(&run(&["check", path(&file)]));
    assert_eq!(said.lines().count(), 202, "{said}");
    assert!(
        said.contains("En nog 1250 opmerkingen.") || said.contains("En nog 1.250 opmerkingen."),
        "{said}"
    );
}

#[test]
fn nothing_that_a_file_says_reaches_the_terminal_as_a_command() {
    let folder = tempfile::tempdir().unwrap();
    let evil = "\u{2028}regel\u{2029}\u{1b}]0;titel\u{7}\u{1b}[2J\u{9b}31m\u{7f}\u{202e}omgekeerd\r";
    let file = folder.path().join(if cfg!(unix) {
        "na\u{1b}[31mam.json"
    } else {
        "naam.json"
    });
    let nodes = json!([
        {"id": evil, "label": evil, "sector": evil, "influence": evil},
        {"id": "b", "label": evil, "sector": "y"}, {"id": "c", "label": "c", "sector": "z"}
    ]);
    let links = json!([
        {"source": evil, "target": "b", "kind": evil}, {"source": "b", "target": "c"}, {"source": evil, "target": "nobody\u{1b}[0m"}
    ]);
    fs::write(
        &file,
        json!({"nodes": nodes, "links": links, "graph": {"title": evil}}).to_string(),
    )
    .unwrap();
    let later = folder.path().join("later.json");
    fs::write(
        &later,
        json!({"nodes": [{"id": "b", "label": "\u{1b}[1mB"}], "links": []}).to_string(),
    )
    .unwrap();
    let (file, later) = (path(&file), path(&later));
    for args in [
        &["check", file][..],
        &["check", "\u{1b}[31mweg.json"],
        &["convert", file, "\u{1b}[31mweg.txt"],
        &["frob\u{1b}[31m"],
        &["analyse", file, "--quick"],
        &["analyse", file, "--quick", "--table"],
        &["analyse", file, "--quick", "--csv"],
        &["analyse", file, "--measures", "\u{1b}[31m"],
        &["analyse", file, "--dimension", "\u{1b}[31m"],
        &["spanners", file, "--quick"],
        &["compare", file, later],
        &["compare", file, later, "--table"],
        &["compare", file, later, "--csv"],
    ] {
        let output = run(args);
        for bytes in [output.stdout, output.stderr] {
            let text = String::from_utf8(bytes).unwrap();
            // JSON is for software, and text in it may run from right to left.
            let is_json = text.starts_with('{');
            let is_obeyed = |one: &char| match one {
                '\n' | '\t' => false,
                '\u{202e}' | '\u{2028}' | '\u{2029}' => !is_json,
                one => one.is_control(),
            };
            let found = text.chars().find(is_obeyed);
            assert_eq!(found, None, "{args:?}: {text:?}");
        }
    }
}

#[test]
fn a_comparison_computes_what_was_asked_for_by_name() {
    let output = run(&["compare", GOVERNANCE, GOVERNANCE, "--measures", "leave_eff_loss"]);
    assert_eq!((code(&output), said(&output)), (0, String::new()));
    let found: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let places = found["ranks"]["leave_eff_loss"].as_array().unwrap();
    assert!(
        places.iter().any(|place| place["before"].is_number()),
        "{places:?}"
    );
}
