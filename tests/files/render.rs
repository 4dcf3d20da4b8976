//! Pictures from the command line.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
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

#[test]
fn what_is_asked_and_cannot_be_is_refused_with_what_is_wrong_about_it() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("board.png");
    let svg = folder.path().join("board.svg");
    let (png, svg) = (["--png", out.to_str().unwrap()], ["--svg", svg.to_str().unwrap()]);
    for (target, more, sentence) in [
        (
            png,
            &["--letters", "outlines"][..],
            "--letters is er alleen voor --svg",
        ),
        (
            svg,
            &["--transparent"][..],
            "--transparent is er alleen voor --png",
        ),
        (svg, &["--scale", "2"][..], "--scale is er alleen voor --png"),
        (
            png,
            &["--select", ""][..],
            "Bij --select ontbreekt wie erop staat",
        ),
        (
            png,
            &["--select", "centrumgemeente,"][..],
            "Bij --select ontbreekt wie erop staat",
        ),
        (png, &["--size", "-5x5"][..], "De maat -5x5 is geen maat"),
        (png, &["--size", "399x900"][..], "van 400 tot 20000"),
    ] {
        let output = program(|command| command.args(["render", WORK]).args(target).args(more));
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{more:?}: {said}");
        assert!(said.contains(sentence), "{more:?}: {said}");
        assert!(!Path::new(target[1]).exists(), "{more:?}");
    }
}

#[test]
fn in_a_picture_a_sign_that_no_font_has_stands_for_control_characters_and_none_for_what_joins_emoji() {
    let folder = tempfile::tempdir().unwrap();
    let name = "👩\u{200d}⚕\u{fe0f}1\u{fe0f}\u{20e3}👍🏽🏳\u{fe0f}\u{200d}🌈 bel\u{7} e\u{9b} ŉ ﬁets";
    let file = with_names(folder.path(), &[name]);
    let out = folder.path().join("board.svg");
    let output = render(&file, &out, &[]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success() && !said.contains('◻'), "{said}");
    let picture = fs::read_to_string(out).unwrap();
    assert!(picture.contains("bel⌧ e⌧"), "the signs that are seen");
}

fn with_names(folder: &Path, names: &[&str]) -> PathBuf {
    let mut constellation = Constellation::new(Language::Nl);
    for (at, name) in names.iter().enumerate() {
        let mut actor = Actor::new(ActorId(at as u32 + 1), &format!("a{at}"), name);
        actor.pos = Some(Point::new(at as f64 * 240.0 - 400.0, 0.0));
        constellation.actors.insert(actor.id, actor);
    }
    let file = folder.join("board.opstelling.json");
    fs::write(&file, formats::native::write(&constellation)).unwrap();
    file
}

#[test]
fn greek_and_cyrillic_are_text_and_what_another_reader_may_lack_is_a_shape_with_its_words() {
    let folder = tempfile::tempdir().unwrap();
    let file = with_names(
        folder.path(),
        &["Αθήνα", "Київ", "עיריית חיפה", "بلدية طنجة", "Brug 🌉"],
    );
    let picture = rendered(&file, &[]);
    let picture = Document::parse(&picture).unwrap();
    let text = |name: &str| {
        let texts = picture.descendants().filter(|node| node.has_tag_name("tspan"));
        texts.filter(|node| node.text() == Some(name)).count()
    };
    // Once around the letters and once for them.
    assert_eq!((text("Αθήνα"), text("Київ")), (2, 2));
    for name in ["עיריית חיפה", "بلدية طنجة", "Brug 🌉"] {
        let labelled = |node: &Node<'_, '_>| node.attribute("aria-label") == Some(name);
        let group = picture.descendants().find(labelled).expect(name);
        let shapes: Vec<Node<'_, '_>> = group
            .children()
            .filter(|node| node.has_tag_name("path"))
            .collect();
        assert_eq!(shapes.len(), 2, "{name}");
        assert!(shapes[1].attribute("d").unwrap().len() > 300, "{name}");
        assert_eq!(text(name), 0, "{name}");
    }
}

#[test]
fn what_is_around_letters_is_no_text_to_who_listens_or_copies_and_lies_under_them() {
    let picture = rendered(Path::new(WORK), &[]);
    let picture = Document::parse(&picture).unwrap();
    let texts: Vec<Node<'_, '_>> = picture
        .descendants()
        .filter(|node| node.has_tag_name("text"))
        .collect();
    let around: Vec<usize> = (0..texts.len())
        .filter(|&at| texts[at].attribute("stroke").is_some())
        .collect();
    assert!(around.len() > 20);
    for &at in &around {
        assert_eq!(texts[at].attribute("aria-hidden"), Some("true"));
        assert!(
            texts[at]
                .attribute("style")
                .is_some_and(|style| style.contains("user-select:none"))
        );
        let words = |node: Node<'_, '_>| node.children().filter_map(|line| line.text()).collect::<String>();
        assert_eq!(words(texts[at]), words(texts[at + 1]));
        assert_eq!(texts[at + 1].attribute("aria-hidden"), None);
    }
    assert!(texts.iter().all(|text| text.attribute("paint-order").is_none()));
}

#[test]
fn with_letters_as_shapes_no_text_is_left_and_all_words_are_said() {
    let plain = rendered(Path::new(WORK), &[]);
    let shapes = rendered(Path::new(WORK), &["--letters", "outlines"]);
    let (plain, shapes) = (
        Document::parse(&plain).unwrap(),
        Document::parse(&shapes).unwrap(),
    );
    assert!(shapes.descendants().all(|node| !node.has_tag_name("text")));
    let said: BTreeSet<&str> = shapes
        .descendants()
        .filter_map(|node| node.attribute("aria-label"))
        .collect();
    let mut read = 0;
    for text in plain.descendants().filter(|node| node.has_tag_name("text")) {
        let lines: Vec<&str> = text.children().filter_map(|line| line.text()).collect();
        assert!(said.contains(&*lines.join(" ")), "{lines:?}");
        read += 1;
    }
    assert!(read > 30);
    let wrong = render(
        Path::new(WORK),
        &tempfile::tempdir().unwrap().path().join("board.svg"),
        &["--letters", "pixels"],
    );
    assert_eq!(wrong.status.code(), Some(2));
}

#[test]
fn a_letter_of_no_font_is_told_of_once_and_stays_text() {
    let folder = tempfile::tempdir().unwrap();
    let file = with_names(folder.path(), &["Bureau 北京", "東京", "Alkmaar"]);
    let out = folder.path().join("board.svg");
    let output = render(&file, &out, &[]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(said.matches("in geen lettertype").count(), 1, "{said}");
    assert!(
        said.contains("“北” in “Bureau 北京”") && said.contains('◻'),
        "{said}"
    );
    assert!(fs::read_to_string(&out).unwrap().contains(">Bureau 北京<"));
    let quiet = with_names(folder.path(), &["Αθήνα 🌉"]);
    let output = render(&quiet, &folder.path().join("more.svg"), &[]);
    assert!(output.stderr.is_empty(), "{output:?}");
}

#[test]
fn of_a_name_of_360_letters_the_picture_shows_a_part_and_says_the_whole() {
    let name = "Gemeenschappelijke regeling ".repeat(13);
    let name = &name[..360];
    assert!(!name.ends_with(' '));
    let folder = tempfile::tempdir().unwrap();
    let picture = rendered(&with_names(folder.path(), &[name, "Alkmaar"]), &[]);
    let picture = Document::parse(&picture).unwrap();
    let group = picture
        .descendants()
        .find(|node| node.attribute("id") == Some("actor-1"))
        .unwrap();
    assert_eq!(title(group), name);
    let summary = picture
        .descendants()
        .find(|node| node.attribute("id") == Some("summary"));
    assert!(summary.unwrap().text().unwrap().contains(name));
    let shown: Vec<String> = picture
        .descendants()
        .filter(|node| node.has_tag_name("text") && node.attribute("stroke").is_none())
        .map(|text| {
            let lines: Vec<&str> = text.children().filter_map(|line| line.text()).collect();
            lines.join(" ")
        })
        .filter(|text| text.starts_with("Gemeenschappelijke"))
        .collect();
    let [shown] = &shown[..] else {
        panic!("{shown:?}");
    };
    assert!(shown.ends_with('…') && shown.chars().count() > 60, "{shown}");
    assert!(
        name.starts_with(shown.trim_end_matches('…').trim_end()),
        "{shown}"
    );
}

#[test]
fn pieces_are_as_large_as_the_measure_asked_for_and_the_legend_names_it() {
    let plain = rendered(Path::new(WORK), &[]);
    let sized = rendered(Path::new(WORK), &["--measure", "betweenness"]);
    let said = |picture: &str| picture.contains("Tussenpositie");
    assert!(said(&sized) && !said(&plain));
    assert_ne!(plain, sized);
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("board.svg");
    let refused = render(Path::new(WORK), &out, &["--measure", "belang"]);
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert_eq!(refused.status.code(), Some(2));
    assert!(
        said.contains("De maat belang bestaat niet") && said.contains("betweenness"),
        "{said}"
    );
    assert!(!out.exists());
}

/// With `--force` too: what is asked to be replaced is another file than the one that is read, or has just been written.
#[test]
fn no_picture_takes_the_place_of_the_network_it_is_of_or_of_the_picture_before_it() {
    let folder = tempfile::tempdir().unwrap();
    // Without an ending: one that says what it is, is refused for what it says.
    let network = folder.path().join("netwerk");
    fs::copy(WORK, &network).unwrap();
    let before = fs::read(&network).unwrap();
    let beside = folder.path().join(".").join("netwerk");
    for target in [&network, &beside] {
        let refused = render(&network, target, &["--force"]);
        let said = String::from_utf8_lossy(&refused.stderr).into_owned();
        assert_eq!(refused.status.code(), Some(2), "{said}");
        assert!(said.contains("al gelezen of geschreven"), "{said}");
        assert_eq!(fs::read(&network).unwrap(), before);
    }
    let out = folder.path().join("one");
    let twice = render(&network, &out, &["--force", "--pdf", &out.to_string_lossy()]);
    assert_eq!(twice.status.code(), Some(2));
    assert!(
        fs::read_to_string(&out).unwrap().starts_with("<?xml"),
        "the first stays"
    );
    let ours = folder.path().join("x.opstelling.json");
    fs::copy(WORK, &ours).unwrap();
    for (option, fits) in [("--svg", ".svg"), ("--png", ".png"), ("--pdf", ".pdf")] {
        for name in ["x.opstelling.json", "x.txt"] {
            let target = folder.path().join(name);
            let refused = program(|asked| {
                asked
                    .arg("render")
                    .arg(&ours)
                    .arg(option)
                    .arg(&target)
                    .arg("--force")
            });
            let said = String::from_utf8_lossy(&refused.stderr).into_owned();
            assert_eq!(refused.status.code(), Some(2), "{said}");
            assert!(
                said.contains(name) && said.contains(&format!("eindigen op {fits}")),
                "{said}"
            );
            assert_eq!(fs::read(&ours).unwrap(), before);
        }
    }
    let network = folder.path().join("net.opstelling.json");
    fs::copy(WORK, &network).unwrap();
    for (command, more) in [("note", "--out"), ("convert", "--pseudonyms")] {
        let output = program(|asked| match command {
            "note" => asked
                .arg(command)
                .arg(&network)
                .arg(more)
                .arg(&network)
                .arg("--force"),
            _ => asked
                .arg(command)
                .arg(&network)
                .arg(&network)
                .args([more, "all", "--force"]),
        });
        assert_ne!(output.status.code(), Some(0), "{command}");
        assert_eq!(fs::read(&network).unwrap(), before, "{command}");
    }
    let anew = program(|asked| asked.arg("convert").arg(&network).arg(&network).arg("--force"));
    assert_eq!(anew.status.code(), Some(0), "{anew:?}");
}
