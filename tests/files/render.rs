//! Pictures from the command line.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Output;

use netwerkopstelling::formats;
use netwerkopstelling::model::{Actor, ActorId, Constellation, Language, Point};
use roxmltree::{Document, Node};

use crate::support::program;

const WORK: &str = "sample-networks/arbeidsmarktregio.opstelling.json";

fn render(file: &Path, out: &Path, more: &[&str]) -> Output {
    program(|command| command.arg("render").arg(file).arg("--svg").arg(out).args(more))
}

fn rendered(file: &Path, more: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("board.svg");
    let output = render(file, &out, more);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    fs::read_to_string(out).expect("a picture")
}

fn title<'a>(group: Node<'a, '_>) -> &'a str {
    let title = group.children().find(|node| node.has_tag_name("title"));
    title.and_then(|title| title.text()).unwrap_or_default()
}

#[test]
fn every_actor_and_relation_is_a_group_with_its_id_and_title_and_every_name_is_text() {
    let bytes = fs::read(WORK).unwrap();
    let constellation = formats::read(&bytes).unwrap().constellation;
    let picture = rendered(Path::new(WORK), &[]);
    let file = Document::parse(&picture).expect("sound XML");
    let groups = |prefix: &'static str| {
        let all = file.descendants();
        all.filter(move |node| node.attribute("id").is_some_and(|id| id.starts_with(prefix)))
    };
    let actors: BTreeSet<(&str, &str)> = groups("actor-")
        .map(|group| (group.attribute("data-id").unwrap(), title(group)))
        .collect();
    let expected: BTreeSet<(&str, &str)> = constellation
        .actors
        .values()
        .map(|actor| (actor.key.as_str(), actor.label.as_str()))
        .collect();
    assert_eq!(actors, expected);
    assert_eq!(groups("relation-").count(), constellation.relations.len());
    assert!(groups("relation-").all(|group| {
        let describes = |node: Node<'_, '_>| node.has_tag_name("desc") && node.text().is_some();
        title(group).contains([' ']) && group.children().any(describes)
    }));
    let ids: Vec<&str> = file
        .descendants()
        .filter_map(|node| node.attribute("id"))
        .collect();
    assert_eq!(
        ids.iter().collect::<BTreeSet<_>>().len(),
        ids.len(),
        "an id is there twice"
    );
    let names = file
        .descendants()
        .find(|node| node.attribute("id") == Some("names"));
    let names: BTreeSet<String> = names
        .unwrap()
        .children()
        .filter(|node| node.has_tag_name("text"))
        .map(|text| {
            text.children()
                .filter_map(|line| line.text())
                .collect::<Vec<_>>()
                .join(" ")
        })
        .collect();
    let labels: BTreeSet<String> = constellation
        .actors
        .values()
        .map(|actor| actor.label.clone())
        .collect();
    assert_eq!(names, labels);
    assert!(!picture.contains("filter"), "filters become pixels on paper");
}

#[test]
fn size_theme_and_colouring_are_as_asked_and_the_same_file_gives_the_same_picture() {
    let work = Path::new(WORK);
    let plain = rendered(work, &[]);
    assert_eq!(plain, rendered(work, &[]));
    assert!(plain.contains("width=\"1600\" height=\"1000\""));
    let poster = rendered(work, &["--size", "A1"]);
    assert!(poster.contains("width=\"841mm\" height=\"594mm\""));
    let pictures = [
        plain,
        rendered(work, &["--theme", "dark"]),
        rendered(work, &["--theme", "contrast"]),
        rendered(work, &["--colour-by", "level"]),
        rendered(work, &["--lang", "en"]),
    ];
    assert_eq!(pictures.iter().collect::<BTreeSet<_>>().len(), pictures.len());
}

/// All words on it, line by line.
fn words(picture: &str) -> Vec<String> {
    let file = Document::parse(picture).expect("sound XML");
    let lines = file.descendants().filter(|node| node.has_tag_name("tspan"));
    lines.filter_map(|line| line.text().map(str::to_owned)).collect()
}

#[test]
fn a_part_of_the_board_is_who_was_asked_for_and_the_footer_says_of_how_many() {
    let bytes = fs::read(WORK).unwrap();
    let constellation = formats::read(&bytes).unwrap().constellation;
    let some: Vec<&Actor> = constellation.actors.values().take(3).collect();
    let asked: Vec<&str> = some.iter().map(|actor| actor.key.as_str()).collect();
    let picture = rendered(Path::new(WORK), &["--select", &asked.join(",")]);
    let file = Document::parse(&picture).expect("sound XML");
    let groups = file.descendants().filter_map(|node| node.attribute("data-id"));
    let actors: Vec<&str> = groups.filter(|id| asked.contains(id)).collect();
    assert_eq!(actors, asked);
    assert!(words(&picture)[0].contains("Over 3 van 23 actoren op het bord"));
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("nobody.svg");
    let output = render(Path::new(WORK), &out, &["--select", "nobody-at-all"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("geen actor met id nobody-at-all"));
    assert!(!out.exists());
}

#[test]
fn question_legend_and_footer_are_there_until_they_are_left_out() {
    let work = Path::new(WORK);
    let has = |picture: &str| {
        let words = words(picture);
        let question = "Hoe vinden mensen die nu aan de kant staan werk in techniek en zorg?";
        let any = |text: &str| words.iter().any(|line| line.contains(text));
        [
            any(question),
            any("Legenda"),
            any("Over 23 actoren en 54 relaties"),
        ]
    };
    assert_eq!(has(&rendered(work, &[])), [true; 3]);
    assert_eq!(
        has(&rendered(work, &["--without", "question"])),
        [false, true, true]
    );
    assert_eq!(
        has(&rendered(work, &["--without", "legend"])),
        [true, false, true]
    );
    let all = rendered(work, &["--without", "footer,question", "--without", "legend"]);
    assert_eq!(has(&all), [false; 3]);
    let white = rendered(work, &["--theme", "white"]);
    assert!(!white.contains("#e9ecf0") && white.contains("#ffffff"));
}

#[test]
fn what_cannot_be_drawn_is_said_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let (out, empty) = (folder.path().join("board.svg"), folder.path().join("empty.json"));
    let nobody = formats::native::write(&Constellation::new(Language::Nl));
    fs::write(&empty, nobody).unwrap();
    for (file, more, code) in [
        (empty.as_path(), &[][..], 1),
        (Path::new("no-such-file.json"), &[][..], 1),
        (Path::new(WORK), &["--size", "12x12"][..], 2),
        (Path::new(WORK), &["--size", "A9"][..], 2),
        (Path::new(WORK), &["--theme", "pink"][..], 2),
        (Path::new(WORK), &["--without", "board"][..], 2),
    ] {
        let output = render(file, &out, more);
        assert_eq!(output.status.code(), Some(code), "{file:?} {more:?}");
        assert!(!output.stderr.is_empty() && !out.exists(), "{file:?} {more:?}");
    }
    fs::write(&out, "mine").unwrap();
    assert_eq!(render(Path::new(WORK), &out, &[]).status.code(), Some(1));
    assert_eq!(fs::read_to_string(&out).unwrap(), "mine");
    assert_eq!(render(Path::new(WORK), &out, &["--force"]).status.code(), Some(0));
    assert!(fs::read_to_string(&out).unwrap().starts_with("<?xml"));
}

#[test]
fn names_that_look_like_markup_or_like_nothing_stay_names() {
    let labels = [
        "<script>alert(1)</script>",
        "A & B \"C\" ]]> --> 'D'",
        "bel\u{7} nul\u{0} \u{fffe}",
        "משרד הפנים",
        "Αθήνα Київ \u{1f600}",
        "",
        "x",
    ];
    let mut constellation = Constellation::new(Language::Nl);
    constellation.info.issue = "<b>&amp; \u{1b}[31m".repeat(40);
    for (at, label) in labels.into_iter().enumerate() {
        let mut actor = Actor::new(ActorId(at as u32 + 1), &format!("a\"<{at}"), label);
        actor.pos = Some(Point::new(at as f64 * 150.0 - 500.0, 0.0));
        constellation.actors.insert(actor.id, actor);
    }
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("names.opstelling.json");
    fs::write(&file, formats::native::write(&constellation)).unwrap();
    let out = folder.path().join("board.svg");
    let output = render(&file, &out, &[]);
    assert!(matches!(output.status.code(), Some(0 | 3)), "{output:?}");
    let picture = fs::read_to_string(out).unwrap();
    let read = Document::parse(&picture).expect("sound XML");
    assert!(
        read.descendants()
            .all(|node| !node.has_tag_name("script") && !node.has_tag_name("b"))
    );
    let titles: Vec<&str> = read.descendants().map(title).collect();
    for label in [labels[0], labels[1], labels[3], labels[4]] {
        assert!(titles.contains(&label), "{label}: {titles:?}");
    }
}
