//! The note: from the command line, read back as others read it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use netwerkopstelling::analysis::Control;
use netwerkopstelling::analysis::snapshot::AnalysisSettings;
use netwerkopstelling::export::note::{
    NOTE_FORMATS, NoteBlock, NoteDocument, NoteFigures, NoteFormat, NoteInput, NotePart, note_of,
};
use netwerkopstelling::formats;
use netwerkopstelling::i18n::Texts;
use netwerkopstelling::lens::Lens;
use netwerkopstelling::model::{
    Actor, ActorId, Constellation, Language, NoteTarget, Point, Relation, RelationId, Stance,
};
use netwerkopstelling::scene::Filters;
use roxmltree::{Document, Node, ParsingOptions};

use crate::pictures::{answer, has_readers, texts_of};
use crate::support::{program, rich};

pub const SAMPLES: [&str; 3] = [
    "arbeidsmarktregio",
    "gemeenschappelijke-regelingen-noord-holland-noord",
    "noord-holland-noord-governance",
];

fn sample_path(name: &str) -> String {
    format!("sample-networks/{name}.opstelling.json")
}

pub fn sample(name: &str) -> Constellation {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let bytes = fs::read(root.join(sample_path(name))).unwrap();
    formats::read(&bytes).unwrap().constellation
}

fn run(file: &Path, out: &Path, more: &[&str]) -> Output {
    program(|command| command.arg("note").arg(file).arg("--out").arg(out).args(more))
}

/// The blocks of a note, made in this process.
pub fn noted(constellation: &Constellation, filters: &Filters, language: Language) -> NoteDocument {
    let settings = AnalysisSettings::default();
    let snapshot = NoteFigures::network(constellation, filters, &settings).unwrap();
    let figures = NoteFigures::of(snapshot, settings, &Control::new()).unwrap();
    note_of(&NoteInput {
        constellation,
        filters,
        colour_by: &Lens::of(constellation).colour_by,
        figures: &figures,
        without: &[],
        file: "x.opstelling.json",
        texts: Texts::new(language),
    })
}

pub fn written(note: &NoteDocument, extension: &str) -> Vec<u8> {
    let format = NoteFormat::of_name(&format!("x.{extension}")).expect("a format");
    (format.write)(note)
}

fn page(note: &NoteDocument) -> String {
    String::from_utf8(written(note, "html")).unwrap()
}

fn parsed(page: &str) -> Document<'_> {
    let options = ParsingOptions {
        allow_dtd: true,
        ..ParsingOptions::default()
    };
    Document::parse_with_options(page, options).expect("well-formed")
}

fn text_of(node: Node<'_, '_>) -> String {
    let texts = node.descendants().filter(Node::is_text);
    texts.filter_map(|node| node.text()).collect()
}

/// What is read on a page, each block on its own line, without the picture.
fn read(page: &Document<'_>) -> String {
    const BLOCKS: [&str; 9] = ["h1", "h2", "h3", "p", "li", "caption", "th", "td", "figcaption"];
    let blocks = page
        .descendants()
        .filter(|node| BLOCKS.contains(&node.tag_name().name()));
    let lines: Vec<String> = blocks.map(text_of).collect();
    lines.join("\n")
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Every word somebody typed, so that these are not taken for words of ours.
fn typed(constellation: &Constellation) -> BTreeSet<String> {
    let text = String::from_utf8(formats::native::write(constellation)).unwrap();
    words(&text)
}

fn words(text: &str) -> BTreeSet<String> {
    let words = text.split(|one: char| !one.is_alphabetic());
    words
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// Words of one language that the other does not have.
const ENGLISH: &str = "the and with which relations actors board are not this that between from group groups figure \
                       figures what bridge builders links notes contents unknown checked assumed wished ended value \
                       attributes others more than each every by without their they";
const DUTCH: &str = "het een niet en met van tussen zijn relaties actoren bord deze welke groep groepen cijfers wat \
                     bruggenbouwers schakels notities inhoud onbekend nagegaan aangenomen gewenst vervallen waarde \
                     kenmerken anderen elk zonder hun zij dit voor naar";

#[test]
fn every_sample_is_noted_in_both_languages_with_every_actor_and_kind_of_relation_in_it() {
    for name in SAMPLES {
        let constellation = sample(name);
        let typed = typed(&constellation);
        for (language, foreign) in [(Language::Nl, ENGLISH), (Language::En, DUTCH)] {
            let note = noted(&constellation, &Filters::default(), language);
            let page = page(&note);
            let page = parsed(&page);
            let read = read(&page);
            let mark = one_line(&String::from_utf8(written(&note, "md")).unwrap().replace('\\', ""));
            for actor in constellation.actors.values() {
                let label = one_line(&actor.label);
                assert!(read.contains(&label), "{name}: {label}");
                assert!(mark.contains(&label), "{name}: {label}");
            }
            let kinds: BTreeSet<&str> = constellation
                .relations
                .values()
                .map(|it| it.kind.as_str())
                .collect();
            for kind in &constellation.vocabulary.relation_kinds {
                if kinds.contains(kind.id.as_str()) {
                    assert!(read.contains(&kind.label), "{name}: {}", kind.label);
                    assert!(mark.contains(&kind.label), "{name}: {}", kind.label);
                }
            }
            let found = words(&read);
            let wrong: Vec<&str> = foreign
                .split_whitespace()
                .filter(|word| found.contains(*word) && !typed.contains(*word))
                .collect();
            assert_eq!(wrong, [""; 0], "{name} {language:?}");
            // Of the ordinary language there is plenty.
            let own = if language == Language::Nl { DUTCH } else { ENGLISH };
            let own = own.split_whitespace().filter(|word| found.contains(*word));
            assert!(own.count() > 15, "{name} {language:?}");
            // A key that has no text would stand there as it is.
            let keys: Vec<&str> = read
                .split_whitespace()
                .filter(|word| word.starts_with("note-"))
                .collect();
            assert_eq!(keys, [""; 0], "{name} {language:?}");
        }
    }
}

#[test]
fn a_page_has_what_who_cannot_see_it_needs() {
    let constellation = sample(SAMPLES[0]);
    let note = noted(&constellation, &Filters::default(), Language::Nl);
    let page = page(&note);
    assert!(page.starts_with("<!DOCTYPE html>\n"));
    let page = parsed(&page);
    let all = |name: &'static str| page.descendants().filter(move |node| node.has_tag_name(name));
    assert_eq!(page.root_element().attribute("lang"), Some("nl"));
    for (name, count) in [("header", 1), ("nav", 1), ("main", 1), ("h1", 1), ("title", 1)] {
        // The picture has titles of its own.
        let of_page = all(name).filter(|node| node.tag_name().namespace().is_none());
        assert_eq!(of_page.count(), count, "{name}");
    }
    let ids: BTreeSet<&str> = page
        .descendants()
        .filter_map(|node| node.attribute("id"))
        .collect();
    let with_ids = page.descendants().filter(|node| node.attribute("id").is_some());
    assert_eq!(ids.len(), with_ids.count(), "an id is there twice");
    for link in all("a") {
        let target = link.attribute("href").unwrap().strip_prefix('#').unwrap();
        assert!(ids.contains(target), "{target}");
    }
    for section in all("section") {
        let named = section.attribute("aria-labelledby").unwrap();
        let heading = section.first_element_child().unwrap();
        assert_eq!(
            (heading.tag_name().name(), heading.attribute("id")),
            ("h2", Some(named))
        );
    }
    assert!(all("table").count() > 5);
    for table in all("table") {
        let part = |name: &'static str| table.children().find(|node| node.has_tag_name(name)).unwrap();
        assert!(!text_of(part("caption")).is_empty());
        let header: Vec<_> = part("thead")
            .descendants()
            .filter(|node| node.has_tag_name("th"))
            .collect();
        assert!(
            header
                .iter()
                .all(|cell| cell.attribute("scope") == Some("col") && !text_of(*cell).is_empty())
        );
        for row in part("tbody").children().filter(Node::is_element) {
            let cells: Vec<_> = row.children().filter(Node::is_element).collect();
            assert_eq!(cells.len(), header.len());
            assert_eq!(cells[0].attribute("scope"), Some("row"));
        }
    }
    let figure = all("figure").next().expect("the board");
    let picture = figure.first_element_child().unwrap();
    assert_eq!(picture.attribute("role"), Some("img"));
    let said = picture.attribute("aria-label").unwrap();
    for actor in constellation.actors.values() {
        assert!(said.contains(&actor.label), "{}: {said}", actor.label);
    }
    assert!(figure.descendants().any(|node| node.tag_name().name() == "svg"));
    // Nothing is asked of elsewhere, and nothing is carried out.
    for name in ["script", "link", "iframe", "img", "object"] {
        assert_eq!(all(name).count(), 0, "{name}");
    }
}

#[test]
fn each_part_can_be_left_out_and_the_note_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let file = sample_path(SAMPLES[0]);
    let names = |parts: &str| {
        let out = folder.path().join("note.html");
        let more: &[&str] = if parts.is_empty() {
            &["--force"]
        } else {
            &["--force", "--without", parts]
        };
        let output = run(Path::new(&file), &out, more);
        assert_eq!(output.status.code(), Some(0), "{output:?}");
        let page = fs::read_to_string(out).unwrap();
        let page = parsed(&page);
        let sections = page.descendants().filter(|node| node.has_tag_name("section"));
        let sections = sections.filter_map(|node| node.attribute("aria-labelledby"));
        let names = sections.map(|id| id.strip_prefix("note-").unwrap().to_owned());
        (names.collect::<Vec<String>>(), read(&page))
    };
    let (all, _) = names("");
    // The sample has no notes of a session, and nothing was agreed.
    let expected: Vec<&str> = NotePart::ALL
        .map(NotePart::name)
        .into_iter()
        .filter(|name| !["remarks", "agreements"].contains(name))
        .collect();
    assert_eq!(all, expected);
    let (left, said) = names("picture,actors,figures");
    let expected = expected
        .into_iter()
        .filter(|name| !["picture", "actors", "figures"].contains(name));
    assert_eq!(left, expected.collect::<Vec<_>>());
    for heading in ["Het bord", "Actoren per sector", "Cijfers"] {
        assert!(said.lines().any(|line| line == heading), "{heading}");
    }
}

#[test]
fn what_cannot_be_written_is_said_and_the_old_file_stays() {
    let folder = tempfile::tempdir().unwrap();
    let work = sample_path(SAMPLES[0]);
    let work = Path::new(&work);
    let missing = folder.path().join("no such folder/note.md");
    let everything = NotePart::ALL.map(NotePart::name).join(",");
    for (file, out, more, code) in [
        (
            Path::new("no-such-file.json"),
            folder.path().join("a.html"),
            &[][..],
            1,
        ),
        (work, folder.path().join("a.pages"), &[][..], 2),
        (work, folder.path().join("html"), &[][..], 2),
        (
            work,
            folder.path().join("a.html"),
            &["--without", "weather"][..],
            2,
        ),
        (
            work,
            folder.path().join("a.html"),
            &["--without", everything.as_str()][..],
            2,
        ),
        (work, missing, &[][..], 1),
    ] {
        let output = run(file, &out, more);
        assert_eq!(output.status.code(), Some(code), "{out:?} {output:?}");
        assert!(!output.stderr.is_empty() && !out.exists(), "{out:?}");
    }
    let out = folder.path().join("note.md");
    fs::write(&out, "mine").unwrap();
    assert_eq!(run(work, &out, &[]).status.code(), Some(1));
    assert_eq!(fs::read_to_string(&out).unwrap(), "mine");
    assert_eq!(
        run(work, &out, &["--force", "--lang", "en"]).status.code(),
        Some(0)
    );
    let text = fs::read_to_string(&out).unwrap();
    assert!(
        text.starts_with("# ") && text.contains("\n## Relations by kind\n"),
        "{text}"
    );
    // Something that was skipped is told by the exit code, and the note is there.
    let odd = folder.path().join("odd.json");
    fs::write(
        &odd,
        r#"{"nodes": [{"id": "a"}, {"id": "b"}], "links": [{"source": "a", "target": "z"}]}"#,
    )
    .unwrap();
    for format in &NOTE_FORMATS {
        let out = folder.path().join(format!("odd.{}", format.extension));
        assert_eq!(run(&odd, &out, &[]).status.code(), Some(3));
        assert!(fs::metadata(&out).unwrap().len() > 500);
    }
}

fn hostile() -> (Constellation, Vec<String>) {
    let long = "é".repeat(65_536);
    let labels = [
        "<script>alert(1)</script>",
        "A & B \"C\" ]]> --> 'D' &amp; {{x}}",
        "| pijp | **vet** _scheef_ [x](http://example.org) `code`",
        "bel\u{7} nul\u{0} \u{fffe} \u{1b}[31m",
        "om\u{202e}gekeerd",
        "משרד הפנים",
        "Αθήνα Київ \u{1f600}",
        "twee\nregels",
        "",
        "1. een lijst",
        &long,
    ];
    let mut constellation = Constellation::new(Language::Nl);
    constellation.info.issue = "# <b>&amp; \u{1b}[31m".repeat(40);
    constellation.info.description = "regel 1\n\n- <i>regel</i> 2\u{0}".into();
    for (at, label) in labels.into_iter().enumerate() {
        let mut actor = Actor::new(ActorId(at as u32 + 1), &format!("a\"<{at}"), label);
        actor.pos = Some(Point::new(at as f64 * 150.0 - 500.0, 0.0));
        actor.stance = Some(Stance::For);
        actor.note = label.to_owned();
        constellation.actors.insert(actor.id, actor);
    }
    for at in 1..labels.len() as u32 {
        let id = RelationId(100 + at);
        let (source, target) = (ActorId(at), ActorId(at + 1));
        let mut relation = Relation::new(id, &format!("r<{at}"), source, target, "samenwerking".into());
        relation.motive = labels[at as usize].to_owned();
        constellation.relations.insert(id, relation);
    }
    constellation.next_id = 1000;
    let shown = [
        "<script>alert(1)</script>",
        "A & B \"C\" ]]> --> 'D' &amp; {{x}}",
        "משרד הפנים",
    ];
    let more = [
        "Αθήνα Київ \u{1f600}",
        "twee regels",
        "(zonder naam)",
        "1. een lijst",
        "om⌧gekeerd",
    ];
    (
        constellation,
        shown.into_iter().chain(more).map(str::to_owned).collect(),
    )
}

#[test]
fn names_that_look_like_markup_or_like_nothing_stay_names() {
    let (constellation, shown) = hostile();
    let note = noted(&constellation, &Filters::default(), Language::Nl);
    let page = page(&note);
    let page = parsed(&page);
    for name in ["script", "b", "i"] {
        assert!(!page.descendants().any(|node| node.has_tag_name(name)), "{name}");
    }
    let cells: BTreeSet<String> = page
        .descendants()
        .filter(|node| node.has_tag_name("th"))
        .map(text_of)
        .collect();
    for name in &shown {
        assert!(cells.contains(name), "{name}: {cells:?}");
    }
    let is_odd = |one: char| one.is_control() && one != '\n' || matches!(one, '\u{202a}'..='\u{202e}');
    assert!(!page.input_text().chars().any(is_odd));
    let mark = String::from_utf8(written(&note, "md")).unwrap();
    assert!(!mark.chars().any(is_odd));
    // A sign of Markdown in a name is not one in the note: as many cells in every row as in the one above it.
    let bars = |line: &str| line.replace("\\|", "").matches('|').count();
    let lines: Vec<&str> = mark.lines().collect();
    for pair in lines
        .windows(2)
        .filter(|pair| pair.iter().all(|line| line.starts_with('|')))
    {
        assert_eq!(bars(pair[0]), bars(pair[1]), "{pair:?}");
    }
    // What is escaped is no sign.
    let signs = mark.replace("\\<", "").replace("\\]", "");
    assert!(!signs.contains("<script>") && !signs.contains("](http"));
}

#[test]
fn an_empty_board_and_one_with_everything_hidden_are_noted_in_sentences() {
    let says = |note: &NoteDocument, sentence: &str| {
        let page = page(note);
        let read = read(&parsed(&page));
        assert!(read.lines().any(|line| line == sentence), "{sentence}: {read}");
        assert!(!page.contains("<svg"));
    };
    let empty = Constellation::new(Language::Nl);
    let note = noted(&empty, &Filters::default(), Language::Nl);
    assert_eq!(note.title, "Verslag van een netwerkopstelling");
    says(&note, "Er staan geen actoren in deze opstelling.");
    says(&note, "Er staan geen relaties in deze opstelling.");
    says(&note, "Er staat niemand op het bord, dus er is geen afbeelding.");

    let mut tray = rich();
    for id in tray.actors.keys().copied().collect::<Vec<_>>() {
        tray.actors.get_mut(&id).unwrap().pos = None;
    }
    let note = noted(&tray, &Filters::default(), Language::Nl);
    says(&note, "Er staat niemand op het bord, dus er is geen afbeelding.");
    let heading = NoteBlock::Heading("Sector onbekend (2)".to_owned());
    assert!(
        note.sections
            .iter()
            .any(|section| section.blocks.contains(&heading)),
        "{note:?}"
    );

    let constellation = sample(SAMPLES[1]);
    let mut filters = Filters::default();
    let words = &constellation.vocabulary;
    filters
        .actor_kinds
        .extend(words.actor_kinds.iter().map(|kind| kind.id.clone()));
    assert_eq!(filters.hidden(&constellation).actors, 42);
    let note = noted(&constellation, &filters, Language::En);
    says(&note, "Filters left out all actors.");
    says(&note, "Filters left out all relations.");
    says(&note, "Filters left out 42 actors and 154 relations.");
}

#[test]
fn a_note_tells_what_the_document_holds_and_what_the_filters_leave_out() {
    let constellation = rich();
    let mut filters = Filters::default();
    filters.relation_kinds.insert("roddel-achterklap".into());
    filters.min_weight = Some(0.05);
    let note = noted(&constellation, &filters, Language::Nl);
    let page = page(&note);
    let read = read(&parsed(&page));
    for line in [
        "Titel: Arbeidsmarkt",
        "Vraag: Wie helpt wie aan werk?",
        "Datum: 2026-11-20",
        "Plaats: Alkmaar",
        "Gemaakt door: M.",
        "Bron: bijeenkomst",
        "proef",
        "− tegen, verbreder",
        "Belangen: rust, ruimte; Vorm: openbaar lichaam; Motief: schaal; Notitie: regel 1 regel 2",
        "Motief: kosten; Notitie: sinds 2019",
        "welkom",
        "Over Anna de Boer \u{1f600}: belt morgen",
        "Over de relatie Anna de Boer \u{1f600} – Gemeente \"Alkmaar\": klopt dit?",
        "Met filters zijn 0 actoren en 2 relaties weggelaten.",
        "Soort relatie: Roddel & achterklap",
        "Gewicht onder 0,05",
        "2 relaties, waarvan 1 aangenomen en niet nagegaan. 1 is gewenst en bestaat nog niet.",
        "Gemaakt met Netwerkopstelling, versie 0.1.0.",
        "Wie het bestand heeft, krijgt dezelfde cijfers met de opdracht: netwerkopstelling analyse x.opstelling.json",
    ] {
        assert!(read.lines().any(|one| one == line), "{line}: {read}");
    }
    assert!(matches!(
        constellation.notes.values().next().unwrap().about,
        NoteTarget::Constellation
    ));
}

/// The files in a package, by their paths.
pub fn unpacked(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut package = zip::ZipArchive::new(Cursor::new(bytes)).expect("a package");
    let count = package.len();
    let files = (0..count).map(|at| {
        let mut file = package.by_index(at).unwrap();
        let mut content = Vec::new();
        file.read_to_end(&mut content).expect("sound");
        (file.name().to_owned(), content)
    });
    files.collect()
}

fn part<'a>(files: &'a BTreeMap<String, Vec<u8>>, path: &str) -> &'a str {
    let bytes = files
        .get(path)
        .unwrap_or_else(|| panic!("{path}: {:?}", files.keys()));
    std::str::from_utf8(bytes).unwrap()
}

fn attribute<'a>(node: Node<'a, '_>, name: &str) -> &'a str {
    let found = node.attributes().find(|one| one.name() == name);
    found.map(|one| one.value()).unwrap_or_default()
}

/// How many headings of the parts, headings within them, tables and rows a note has.
fn counts(note: &NoteDocument) -> [usize; 4] {
    let blocks = || note.sections.iter().flat_map(|section| &section.blocks);
    let tables = || {
        blocks().filter_map(|block| match block {
            NoteBlock::Table(table) => Some(table),
            _ => None,
        })
    };
    [
        note.sections.len(),
        blocks()
            .filter(|block| matches!(block, NoteBlock::Heading(_)))
            .count(),
        tables().count(),
        tables().map(|table| table.rows.len() + 1).sum(),
    ]
}

fn everybody_is_said_in(said: &str, constellation: &Constellation) {
    for actor in constellation.actors.values() {
        assert!(said.contains(&one_line(&actor.label)), "{}: {said}", actor.label);
    }
}

#[test]
fn a_text_document_has_headings_header_rows_an_alternative_text_language_and_title() {
    for (language, code) in [(Language::Nl, "nl"), (Language::En, "en")] {
        let constellation = sample(SAMPLES[2]);
        let note = noted(&constellation, &Filters::default(), language);
        let bytes = written(&note, "odt");
        // What a package is, is told from its first bytes.
        let kind = b"mimetypeapplication/vnd.oasis.opendocument.text";
        assert_eq!(&bytes[30..30 + kind.len()], kind);
        assert_eq!(bytes, written(&note, "odt"), "the same note gives the same file");
        let files = unpacked(&bytes);
        for (path, content) in files.iter().filter(|(path, _)| path.ends_with("xml")) {
            Document::parse(std::str::from_utf8(content).unwrap())
                .unwrap_or_else(|error| panic!("{path}: {error}"));
        }
        let manifest = Document::parse(part(&files, "META-INF/manifest.xml")).unwrap();
        let listed: BTreeSet<&str> = manifest
            .descendants()
            .map(|node| attribute(node, "full-path"))
            .collect();
        for path in files
            .keys()
            .filter(|path| !["mimetype", "META-INF/manifest.xml"].contains(&path.as_str()))
        {
            assert!(listed.contains(path.as_str()), "{path}");
        }
        let content = Document::parse(part(&files, "content.xml")).unwrap();
        let ns = |name: &str, space: &str| {
            let found = content.descendants().filter(|node| {
                node.tag_name().name() == name
                    && node.tag_name().namespace().is_some_and(|it| it.contains(space))
            });
            found.collect::<Vec<_>>()
        };
        let [sections, headings, tables, rows] = counts(&note);
        let level = |level: &str| {
            let all = ns("h", "text:1.0");
            all.into_iter()
                .filter(|node| attribute(*node, "outline-level") == level)
                .count()
        };
        assert_eq!([level("1"), level("2")], [sections, headings]);
        assert_eq!(ns("table", "table:1.0").len(), tables);
        assert_eq!(ns("table-header-rows", "table:1.0").len(), tables);
        assert_eq!(ns("table-row", "table:1.0").len(), rows);
        let said = ns("desc", "svg-compatible");
        everybody_is_said_in(said[0].text().unwrap(), &constellation);
        let picture = ns("image", "drawing:1.0");
        assert!(files[attribute(picture[0], "href")].starts_with(b"\x89PNG"));
        assert!(part(&files, "styles.xml").contains(&format!("fo:language=\"{code}\"")));
        let meta = Document::parse(part(&files, "meta.xml")).unwrap();
        let of = |name: &str| {
            meta.descendants()
                .find(|node| node.tag_name().name() == name)
                .unwrap()
        };
        assert_eq!(
            (of("title").text(), of("language").text()),
            (Some(note.title.as_str()), Some(code))
        );
    }
}

#[test]
fn a_word_document_has_headings_header_rows_an_alternative_text_language_and_title() {
    for (language, code) in [(Language::Nl, "nl-NL"), (Language::En, "en-GB")] {
        let constellation = sample(SAMPLES[0]);
        let note = noted(&constellation, &Filters::default(), language);
        let bytes = written(&note, "docx");
        assert_eq!(bytes, written(&note, "docx"), "the same note gives the same file");
        let files = unpacked(&bytes);
        for (path, content) in files
            .iter()
            .filter(|(path, _)| path.ends_with("xml") || path.ends_with("rels"))
        {
            Document::parse(std::str::from_utf8(content).unwrap())
                .unwrap_or_else(|error| panic!("{path}: {error}"));
        }
        let content = Document::parse(part(&files, "word/document.xml")).unwrap();
        let all = |name: &str| {
            let found = content
                .descendants()
                .filter(|node| node.tag_name().name() == name);
            found.collect::<Vec<_>>()
        };
        let [sections, headings, tables, rows] = counts(&note);
        let in_style = |style: &str| {
            let styles = all("pStyle");
            styles
                .into_iter()
                .filter(|node| attribute(*node, "val") == style)
                .count()
        };
        assert_eq!([in_style("Heading1"), in_style("Heading2")], [sections, headings]);
        assert_eq!(
            [all("tbl").len(), all("tblHeader").len(), all("tr").len()],
            [tables, tables, rows]
        );
        everybody_is_said_in(attribute(all("docPr")[0], "descr"), &constellation);
        // Everything the text speaks of is in the package, and of a kind that is told.
        let relations = Document::parse(part(&files, "word/_rels/document.xml.rels")).unwrap();
        let targets: BTreeMap<&str, &str> = relations
            .descendants()
            .filter(|node| node.tag_name().name() == "Relationship")
            .map(|node| (attribute(node, "Id"), attribute(node, "Target")))
            .collect();
        for target in targets.values() {
            assert!(files.contains_key(&format!("word/{target}")), "{target}");
        }
        for node in content.descendants() {
            for asked in ["embed", "id"].map(|name| attribute_in(node, name, "officeDocument")) {
                assert!(asked.is_empty() || targets.contains_key(asked), "{asked}");
            }
        }
        let styles = Document::parse(part(&files, "word/styles.xml")).unwrap();
        let known: BTreeSet<&str> = styles
            .descendants()
            .map(|node| attribute(node, "styleId"))
            .collect();
        for node in all("pStyle").into_iter().chain(all("tblStyle")) {
            assert!(
                known.contains(attribute(node, "val")),
                "{}",
                attribute(node, "val")
            );
        }
        let lang = styles
            .descendants()
            .find(|node| node.tag_name().name() == "lang")
            .unwrap();
        assert_eq!(attribute(lang, "val"), code);
        assert!(part(&files, "docProps/core.xml").contains(&format!("<dc:title>{}</dc:title>", note.title)));
    }
}

fn attribute_in<'a>(node: Node<'a, '_>, name: &str, space: &str) -> &'a str {
    let is_asked = |one: &roxmltree::Attribute<'a, '_>| {
        one.name() == name && one.namespace().is_some_and(|it| it.contains(space))
    };
    node.attributes()
        .find(is_asked)
        .map(|one| one.value())
        .unwrap_or_default()
}

/// What is read in documents by LibreOffice; `None` where that is not installed.
fn by_office(files: &[(String, Vec<u8>)]) -> Option<Vec<String>> {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        fs::write(folder.path().join(name), bytes).unwrap();
    }
    let home = format!("-env:UserInstallation=file://{}/office", folder.path().display());
    let output = Command::new("soffice")
        .args([&home, "--headless", "--convert-to", "txt:Text (encoded):UTF8"])
        .args(files.iter().map(|(name, _)| name))
        .current_dir(folder.path())
        .output()
        .ok()?;
    let read = |(name, _): &(String, Vec<u8>)| {
        let (stem, _) = name.split_once('.').unwrap();
        let text = fs::read_to_string(folder.path().join(format!("{stem}.txt")));
        text.unwrap_or_else(|error| panic!("{error}: {output:?}"))
    };
    Some(files.iter().map(read).collect())
}

#[test]
fn an_office_reads_what_is_in_the_note() {
    let samples = SAMPLES.map(sample);
    let (hostile, _) = hostile();
    let notes = samples.iter().chain([&hostile]);
    let notes: Vec<NoteDocument> = notes
        .map(|one| noted(one, &Filters::default(), Language::Nl))
        .collect();
    let files: Vec<(String, Vec<u8>)> = notes
        .iter()
        .enumerate()
        .flat_map(|(at, note)| {
            let file = |extension: &str| (format!("{extension}-{at}.{extension}"), written(note, extension));
            [file("odt"), file("docx")]
        })
        .collect();
    let Some(texts) = by_office(&files) else {
        println!("not tried: LibreOffice (soffice) is not installed");
        return;
    };
    for (at, text) in texts.iter().enumerate() {
        let text = one_line(text);
        let blocks = notes[at / 2].sections.iter().flat_map(|section| &section.blocks);
        for block in blocks {
            let texts: Vec<&String> = match block {
                NoteBlock::Heading(text) | NoteBlock::Paragraph(text) => vec![text],
                NoteBlock::List(items) => items.iter().collect(),
                NoteBlock::Table(table) => table.rows.iter().flatten().collect(),
                NoteBlock::Figure(figure) => vec![&figure.caption],
            };
            for one in texts {
                assert!(text.contains(&one_line(one)), "{}: {one}", files[at].0);
            }
        }
    }
}

#[test]
fn a_pdf_has_headings_header_cells_an_alternative_text_language_and_title() {
    if !has_readers() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let (hostile, _) = hostile();
    let (governance, register) = (sample(SAMPLES[2]), sample(SAMPLES[1]));
    for (constellation, language, code) in [
        (&governance, Language::Nl, "nl"),
        (&register, Language::En, "en"),
        (&hostile, Language::Nl, "nl"),
    ] {
        let note = noted(constellation, &Filters::default(), language);
        let bytes = written(&note, "pdf");
        assert_eq!(bytes, written(&note, "pdf"), "the same note gives the same file");
        let path = folder.path().join(format!("{code}.pdf"));
        fs::write(&path, bytes).unwrap();
        answer("qpdf", &["--check"], &path);
        let said = one_line(&answer("pdfinfo", &[], &path));
        assert!(said.contains("Tagged: yes") && said.contains(&format!("Title: {}", one_line(&note.title))));
        assert!(answer("pdfinfo", &["-meta"], &path).contains("<pdfuaid:part>1</pdfuaid:part>"));
        assert!(texts_of(&path, "/Lang").iter().all(|found| found == code));
        let objects: serde_json::Value =
            serde_json::from_str(&answer("qpdf", &["--json=2", "--json-key=qpdf"], &path)).unwrap();
        let all = objects.to_string();
        let sorts = |sort: &str| all.matches(&format!("\"/S\":\"/{sort}\"")).count();
        let [sections, headings, tables, rows] = counts(&note);
        assert_eq!([sorts("H1"), sorts("H2"), sorts("H3")], [1, sections, headings]);
        assert_eq!([sorts("Table"), sorts("TR")], [tables, rows]);
        assert!(sorts("TH") >= rows && sorts("LI") > 10);
        let instead = texts_of(&path, "/Alt");
        assert_eq!((instead.len(), sorts("Figure")), (1, 1));
        if language == Language::Nl && constellation.actors.len() > 20 {
            everybody_is_said_in(&instead[0], constellation);
        }
        // Bookmarks lead to every part.
        let titles = texts_of(&path, "/Title");
        for section in &note.sections {
            assert!(
                titles.contains(&section.heading),
                "{}: {titles:?}",
                section.heading
            );
        }
        // Every text can be searched, whatever lines it stands in.
        let bare = |text: &str| -> String { text.chars().filter(|one| !one.is_whitespace()).collect() };
        let read = bare(&answer("pdftotext", &["-raw"], &path));
        if constellation.actors.len() > 20 {
            for block in note.sections.iter().flat_map(|section| &section.blocks) {
                if let NoteBlock::Table(table) = block {
                    for cell in table.rows.iter().flatten() {
                        assert!(read.contains(&bare(cell)), "{cell}");
                    }
                }
            }
        }
    }
}

#[test]
fn no_word_of_a_table_breaks_on_paper_that_has_room_for_it() {
    if !has_readers() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("note.pdf");
    let constellation = sample(SAMPLES[0]);
    let note = noted(&constellation, &Filters::default(), Language::Nl);
    fs::write(&path, written(&note, "pdf")).unwrap();
    let words = answer("pdftotext", &["-raw"], &path);
    let words: BTreeSet<&str> = words.split_whitespace().collect();
    for actor in constellation.actors.values() {
        for word in actor.label.split(' ') {
            let pieces: Vec<&str> = word.split_inclusive('-').collect();
            let is_whole = words.iter().any(|found| found.contains(word));
            let is_at_hyphen = pieces
                .iter()
                .all(|piece| words.iter().any(|found| found.contains(piece)));
            assert!(is_whole || is_at_hyphen, "{word}");
        }
    }
}

/// The check that anybody can run: `tests/accessible/axe.sh PAGE.html`. `None` where something that it needs is missing.
fn axe(pages: &[&Path]) -> Option<(bool, String)> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/accessible/axe.sh");
    let output = Command::new("bash").arg(script).args(pages).output().ok()?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    match output.status.code() {
        Some(77) | None => {
            println!("{said}");
            None
        }
        Some(code) => Some((code == 0, said + &String::from_utf8_lossy(&output.stderr))),
    }
}

#[test]
fn a_page_breaks_no_rule_of_axe_core_and_one_that_does_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let mut pages = Vec::new();
    let (hostile, _) = hostile();
    let register = sample(SAMPLES[1]);
    for (at, (constellation, language)) in [(&register, Language::Nl), (&hostile, Language::En)]
        .into_iter()
        .enumerate()
    {
        let path = folder.path().join(format!("{at}.html"));
        fs::write(&path, page(&noted(constellation, &Filters::default(), language))).unwrap();
        pages.push(path);
    }
    let paths: Vec<&Path> = pages.iter().map(PathBuf::as_path).collect();
    let Some((holds, said)) = axe(&paths) else {
        return;
    };
    assert!(holds, "{said}");
    let broken = fs::read_to_string(&pages[0]).unwrap();
    let broken = broken
        .replace("<html lang=\"nl\">", "<html>")
        .replace("scope=\"col\"", "");
    let path = folder.path().join("broken.html");
    fs::write(&path, broken).unwrap();
    let (holds, said) = axe(&[&path]).expect("as before");
    assert!(!holds && said.contains("html-has-lang"), "{said}");
}

#[test]
fn what_the_figures_are_over_is_said_once_and_their_definitions_have_the_whole_width() {
    for name in SAMPLES {
        for language in [Language::Nl, Language::En] {
            let note = noted(&sample(name), &Filters::default(), language);
            let text = String::from_utf8(written(&note, "md")).unwrap();
            let basis = if language == Language::Nl { "Over " } else { "Of " };
            let part = note
                .sections
                .iter()
                .find(|section| section.part == NotePart::Figures);
            let part = part.expect("there are figures");
            let Some(NoteBlock::Paragraph(over)) = part.blocks.first() else {
                panic!("{name}: they begin with what they are over")
            };
            assert!(over.starts_with(basis), "{over}");
            assert_eq!(text.matches(over.as_str()).count(), 1, "{name}: {over}");
            for block in &part.blocks {
                if let NoteBlock::Table(table) = block {
                    let longest = |at: usize| table.rows.iter().map(|row| row[at].chars().count()).max();
                    let narrow = table
                        .fit()
                        .shares
                        .into_iter()
                        .enumerate()
                        .filter(|(_, share)| *share < 0.3);
                    for (at, share) in narrow {
                        assert!(
                            longest(at) < Some(60),
                            "{name}: {} has {share} of the width",
                            table.columns[at].name
                        );
                    }
                }
            }
        }
    }
}
