//! Who waits for the command line hears what it is at, in the words that the manual gives.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use netwerkopstelling::i18n::Texts;
use netwerkopstelling::model::Language;
use serde_json::json;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn file(path: &str) -> String {
    std::fs::read_to_string(format!("{ROOT}/{path}")).unwrap()
}

/// The messages of the program, Dutch and English beside each other.
fn messages() -> BTreeSet<[String; 2]> {
    let values = [("file", "network.json".into()), ("percent", 40_usize.into())];
    let said =
        |key: &str| [Language::Nl, Language::En].map(|language| Texts::new(language).with(key, &values));
    let texts = file("assets/locales/nl/cli.ftl");
    let keys = texts.lines().filter_map(|line| line.split_once(" = "));
    let of_progress = keys
        .map(|(key, _)| key)
        .filter(|key| key.starts_with("cli-progress"));
    of_progress.map(said).collect()
}

#[test]
fn the_manual_has_every_message_of_progress_and_no_other() {
    let manual = file("docs/command-line.md");
    let (_, table) = manual.split_once("| in Dutch |").expect("the table of messages");
    let rows = table.lines().skip(2).take_while(|line| line.starts_with('|'));
    let cells = |row: &str| {
        let mut cells = row.split('`').skip(1).step_by(2).map(str::to_owned);
        [cells.next().unwrap(), cells.next().unwrap()]
    };
    let documented: BTreeSet<[String; 2]> = rows.map(cells).collect();
    assert_eq!(documented, messages());
    assert!(documented.len() >= 4, "{documented:?}");
}

/// Shortest paths of which take minutes: nobody waits for the end.
fn large() -> String {
    const ACTORS: usize = 20_000;
    let nodes: Vec<_> = (0..ACTORS).map(|at| json!({ "id": at })).collect();
    let edge = |at: usize| json!({ "source": at % ACTORS, "target": (at * 7919 + 13) % ACTORS });
    let edges: Vec<_> = (0..3 * ACTORS).map(edge).collect();
    json!({ "nodes": nodes, "edges": edges }).to_string()
}

#[test]
fn who_waits_is_told_what_the_program_is_at() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("network.json"), large()).unwrap();
    let mut program = Command::new(env!("CARGO_BIN_EXE_netwerkopstelling"))
        .args(["analyse", "network.json", "--quick"])
        .current_dir(folder.path())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let said = BufReader::new(program.stderr.take().unwrap());
    // Standard error is no terminal here: after ten seconds.
    let first = said.lines().map_while(Result::ok).next();
    program.kill().unwrap();
    program.wait().unwrap();
    let first = first.expect("minutes go by before the figures are there");
    let without_digits = |text: &str| text.replace(|one: char| one.is_ascii_digit(), "");
    let mut known = messages().into_iter().map(|[dutch, _]| without_digits(&dutch));
    assert!(known.any(|message| message == without_digits(&first)), "{first}");
}
