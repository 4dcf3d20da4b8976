//! Codes in place of names: every way out of the program is looked through for every name and id of the samples.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};

use base64::Engine;
use netwerkopstelling::export::note::NOTE_FORMATS;
use netwerkopstelling::export::sheets::SHEETS;
use netwerkopstelling::formats::{self, FORMATS, FormatId};
use netwerkopstelling::model::{
    Actor, Agreement, AgreementId, AgreementParty, AgreementSubject, Constellation, Language, RelationId,
    Vocabulary, slug,
};

use crate::pictures::{answer, has_readers};
use crate::support::program;

const SAMPLES: [&str; 3] = [
    "arbeidsmarktregio",
    "gemeenschappelijke-regelingen-noord-holland-noord",
    "noord-holland-noord-governance",
];

struct Ran {
    code: i32,
    out: Vec<u8>,
    said: String,
}

fn run(args: &[&str]) -> Ran {
    let output = program(|command| command.args(args));
    Ran {
        code: output.status.code().expect("it ended"),
        out: output.stdout,
        said: String::from_utf8(output.stderr).expect("text"),
    }
}

fn path_of(sample: &str) -> String {
    format!("sample-networks/{sample}.opstelling.json")
}

fn sample(name: &str) -> Constellation {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path_of(name));
    formats::read(fs::read(path).unwrap()).unwrap().constellation
}

/// Words that the program brings: somebody may be called as one of them, and it says nothing.
fn standard_words() -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    for language in [Language::Nl, Language::En] {
        let all = Vocabulary::standard(language);
        macro_rules! add {
            ($($list:ident),*) => {$(
                words.extend(all.$list.iter().flat_map(|it| [it.id.to_string(), it.label.to_lowercase()]));
            )*};
        }
        add!(actor_kinds, sectors, levels, domains, regions, relation_kinds);
    }
    words
}

/// What must not be found: as it is written, and as an id would have it.
fn forbidden(constellation: &Constellation, is_hidden: impl Fn(&Actor) -> bool) -> Vec<String> {
    let standard = standard_words();
    let hidden = constellation.actors.values().filter(|actor| is_hidden(actor));
    let texts: BTreeSet<String> = hidden
        .flat_map(|actor| {
            [
                actor.key.to_lowercase(),
                actor.label.to_lowercase(),
                slug(&actor.label, |_| false),
            ]
        })
        .filter(|text| !standard.contains(text))
        .collect();
    texts.into_iter().collect()
}

/// The names that stand in a text as words of their own, in any case.
fn found<'a>(text: &str, names: &'a [String]) -> BTreeSet<&'a str> {
    let text = text.to_lowercase();
    let stands = |name: &&String| {
        text.match_indices(name.as_str()).any(|(at, _)| {
            let before = text[..at].chars().next_back();
            let after = text[at + name.len()..].chars().next();
            let is_part = |sign: Option<char>| sign.is_some_and(char::is_alphanumeric);
            !is_part(before) && !is_part(after)
        })
    };
    names.iter().filter(stands).map(String::as_str).collect()
}

/// What a PNG says beside its pixels: letters among these are chance.
fn beside_pixels(png: &[u8]) -> String {
    let mut text = String::new();
    let mut rest = &png[8..];
    while let [a, b, c, d, kind @ ..] = rest {
        let length = u32::from_be_bytes([*a, *b, *c, *d]) as usize;
        if !kind.starts_with(b"IDAT") {
            text.push_str(&String::from_utf8_lossy(&kind[..4 + length]));
        }
        rest = &kind[4 + length + 4..];
    }
    text
}

/// Everything in a file that can be read as text: of a package all that is in it, of a PDF its text, its tags and what
/// it says of itself, of Markdown the picture too.
pub fn readable(path: &Path) -> Option<String> {
    let bytes = fs::read(path).unwrap();
    let ending = path.extension().unwrap().to_str().unwrap();
    Some(match ending {
        "odt" | "docx" => {
            let mut package = zip::ZipArchive::new(Cursor::new(bytes)).expect("a package");
            let mut text = String::new();
            for at in 0..package.len() {
                let mut file = package.by_index(at).unwrap();
                let mut content = Vec::new();
                file.read_to_end(&mut content).unwrap();
                text.push_str(file.name());
                text.push_str(&if file.name().ends_with(".png") {
                    beside_pixels(&content)
                } else {
                    String::from_utf8(content).expect("text")
                });
            }
            text
        }
        "pdf" => {
            if !has_readers() {
                return None;
            }
            let texts = answer("pdftotext", &["-raw"], path);
            // Strings of every object, alternative texts and bookmarks among them, and what it says of itself.
            let objects = answer("qpdf", &["--json=2", "--json-key=qpdf"], path);
            let meta = answer("pdfinfo", &["-meta"], path);
            [texts, objects, meta].join("\n")
        }
        "md" => {
            let text = String::from_utf8(bytes).unwrap();
            let Some((said, picture)) = text.split_once(";base64,") else {
                return Some(text);
            };
            let picture = base64::engine::general_purpose::STANDARD
                .decode(picture.trim())
                .unwrap();
            format!("{said}{}", String::from_utf8(picture).unwrap())
        }
        "png" => beside_pixels(&bytes),
        _ => String::from_utf8(bytes).expect("text"),
    })
}

/// Every command with what it writes or prints of this file, which is of this sample, in files in this folder. A new command, format, sheet, target or kind of
/// note is in the tables that this goes by; what it does with names has to be decided.
fn taken_along(folder: &Path, file: &str, name: &str, more: &[&str]) -> Vec<PathBuf> {
    let other = path_of(SAMPLES.into_iter().find(|other| *other != name).unwrap());
    let mut files = Vec::new();
    let mut written = |name: String, args: &[&str]| {
        let out = folder.join(name);
        let path = out.to_str().unwrap().to_owned();
        let args: Vec<&str> = args
            .iter()
            .map(|arg| if *arg == "OUT" { path.as_str() } else { arg })
            .collect();
        let ran = run(&[args.as_slice(), more].concat());
        assert_eq!(ran.code, 0, "{args:?}: {}", ran.said);
        if !out.exists() {
            fs::write(&out, ran.out).unwrap();
        }
        files.push(out);
    };
    for row in FORMATS.iter().filter(|row| row.write.is_some()) {
        let name = match row.id {
            FormatId::Native => "opstelling",
            FormatId::NetworkX => "networkx",
            FormatId::D3 => "d3",
        };
        written(
            format!("{name}.json"),
            &["convert", file, "OUT", "--format", name],
        );
    }
    for format in &NOTE_FORMATS {
        written(
            format!("note.{}", format.extension),
            &["note", file, "--out", "OUT"],
        );
    }
    for target in targets_of_render() {
        written(
            format!("board.{target}"),
            &["render", file, &format!("--{target}"), "OUT"],
        );
    }
    for (sheet, _) in SHEETS {
        written(
            format!("{sheet}.csv"),
            &["analyse", file, &format!("--csv={sheet}"), "--quick"],
        );
    }
    for form in ["--json", "--table"] {
        written(format!("figures{form}.txt"), &["analyse", file, form, "--quick"]);
    }
    written("spanners.txt".to_owned(), &["spanners", file, "--quick"]);
    for form in ["--json", "--csv", "--table"] {
        written(format!("compare{form}.txt"), &["compare", file, &other, form]);
    }
    files
}

/// The options of `render` that name a file to write.
fn targets_of_render() -> Vec<String> {
    let help = String::from_utf8(run(&["render", "--help"]).out).unwrap();
    let group = help
        .split_once('(')
        .and_then(|(_, rest)| rest.split_once(')'))
        .unwrap()
        .0;
    let targets = group.split('|').map(|one| one.trim().trim_start_matches("--"));
    let targets = targets.map(|one| one.split(' ').next().unwrap().to_owned());
    let targets: Vec<String> = targets.collect();
    assert!(targets.contains(&"svg".to_owned()), "{help}");
    targets
}

/// Who was removed, and stays in an agreement by name.
const GONE: &str = "Verdwenen Vertrekker";

/// The sample as a file of its own, in which everybody agreed to something, by name too.
fn with_agreements(name: &str, folder: &Path) -> String {
    let mut whole = sample(name);
    let actors: Vec<Actor> = whole.actors.values().cloned().collect();
    let relations: Vec<RelationId> = whole.relations.keys().copied().collect();
    for (at, actor) in actors.iter().enumerate() {
        let id = AgreementId(whole.next_id);
        whole.next_id += 1;
        let other = &actors[(at + 1) % actors.len()];
        let agreement = Agreement {
            who: vec![
                AgreementParty::Actor(actor.id),
                AgreementParty::Text(format!("iemand van {}", other.label)),
                AgreementParty::Gone(GONE.to_owned()),
            ],
            when: format!("na {}", actor.label),
            about: match (at % 3, relations.get(at)) {
                (0, _) => AgreementSubject::Actor(other.id),
                (1, Some(relation)) => AgreementSubject::Relation(*relation),
                _ => AgreementSubject::Gone(format!("{GONE} – {}", other.label)),
            },
            note: format!("zegt {}", other.label),
            ..Agreement::new(id, &format!("{} belt {}", actor.label, other.label))
        };
        whole.agreements.insert(id, agreement);
    }
    let path = folder.join("agreed.opstelling.json");
    fs::write(&path, formats::native::write(&whole)).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn no_way_out_of_the_program_shows_a_name_or_an_id() {
    for name in SAMPLES {
        let constellation = sample(name);
        let mut names = forbidden(&constellation, |_| true);
        assert!(names.len() > 20);
        names.push(GONE.to_lowercase());
        let own = tempfile::tempdir().unwrap();
        let file = with_agreements(name, own.path());
        for language in ["nl", "en"] {
            let folder = tempfile::tempdir().unwrap();
            let more = ["--pseudonyms", "all", "--lang", language];
            // What may stay, in which text, was said before anything was written.
            let said = run(&[
                &["convert", &file, folder.path().join("x.json").to_str().unwrap()],
                &more[..],
            ]
            .concat())
            .said;
            let stays = if language == "nl" {
                "Blijft staan in"
            } else {
                "Stays in"
            };
            let shown: Vec<&str> = said.lines().filter(|line| line.starts_with(stays)).collect();
            for path in taken_along(folder.path(), &file, name, &more) {
                let Some(text) = readable(&path) else { continue };
                for found in found(&text, &names) {
                    // A word that stays has its id with it.
                    let is_shown = shown.iter().any(|line| {
                        let line = line.to_lowercase();
                        line.contains(found) || line.replace(' ', "-").contains(found)
                    });
                    assert!(is_shown, "{name} {}: {found}", path.display());
                }
                // It is about the same network: there are codes. A sheet of the whole names nobody, nor do pixels.
                let ending = path.extension().unwrap();
                assert!(
                    text.contains("A1") || ending == "csv" || ending == "png",
                    "{}",
                    path.display()
                );
            }
        }
    }
}

#[test]
fn without_codes_the_names_are_there_so_that_looking_for_them_finds_them() {
    let constellation = sample(SAMPLES[2]);
    let names = forbidden(&constellation, |_| true);
    let folder = tempfile::tempdir().unwrap();
    for path in taken_along(folder.path(), &path_of(SAMPLES[2]), SAMPLES[2], &[]) {
        let Some(text) = readable(&path) else { continue };
        let ending = path.extension().unwrap();
        // Letters in pixels are found by nobody; a sheet may name no actor.
        if ending != "png" && ending != "csv" {
            assert!(!found(&text, &names).is_empty(), "{}", path.display());
        }
    }
}

#[test]
fn every_command_that_writes_or_prints_what_is_in_a_file_knows_codes() {
    // These say nothing of who is in a file, or make one from public tables.
    const NEED_NONE: [&str; 2] = ["check", "register"];
    let help = String::from_utf8(run(&["--help"]).out).unwrap();
    let (_, commands) = help
        .split_once("Opdrachten:")
        .or_else(|| help.split_once("OPDRACHTEN:"))
        .expect("a list");
    let commands: Vec<&str> = commands
        .lines()
        .skip(1)
        .take_while(|line| line.starts_with("  "))
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    assert!(commands.contains(&"convert") && commands.len() > 6, "{help}");
    for command in commands {
        let help = String::from_utf8(run(&[command, "--help"]).out).unwrap();
        let knows = help.contains("--pseudonyms") && help.contains("--key");
        assert_eq!(knows, !NEED_NONE.contains(&command), "{command}");
    }
}

#[test]
fn of_people_only_organisations_keep_their_names_and_the_key_is_written_when_it_is_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (out, key) = (at("out.opstelling.json"), at("sleutel.csv"));
    let file = path_of(SAMPLES[0]);
    let ran = run(&["convert", &file, &out, "--pseudonyms", "persons"]);
    assert_eq!(ran.code, 0);
    assert!(
        ran.said
            .contains("4 actoren krijgen een code in plaats van een naam: 4 personen (P1 tot en met P4)."),
        "{}",
        ran.said
    );
    assert!(
        ran.said
            .contains("De sleutel, wie welke code heeft, gaat niet mee.")
    );
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "no key unasked");
    let before = sample(SAMPLES[0]);
    let is_person = |actor: &Actor| actor.kind.as_ref().is_some_and(|kind| kind.as_str() == "persoon");
    let text = fs::read_to_string(&out).unwrap();
    assert_eq!(found(&text, &forbidden(&before, is_person)), BTreeSet::new());
    assert!(text.contains("\"Centrumgemeente\""));
    let ran = run(&[
        "convert",
        &file,
        &out,
        "--pseudonyms",
        "persons",
        "--key",
        &key,
        "--force",
    ]);
    assert_eq!(ran.code, 0, "{}", ran.said);
    let there = format!("De sleutel, wie welke code heeft, staat in {key} en in geen ander bestand.");
    assert!(
        ran.said.contains(&there) && !ran.said.contains("gaat niet mee"),
        "{}",
        ran.said
    );
    let rows = fs::read_to_string(&key).unwrap();
    let rows: BTreeMap<&str, &str> = rows
        .lines()
        .skip(1)
        .map(|row| row.split_once(';').unwrap())
        .collect();
    assert_eq!(rows.keys().copied().collect::<Vec<_>>(), ["P1", "P2", "P3", "P4"]);
    let after = formats::read(fs::read(&out).unwrap()).unwrap().constellation;
    for (code, who) in rows {
        let (name, id) = who.split_once(';').unwrap();
        let was = before.actors.values().find(|actor| actor.label == name).unwrap();
        let is = after.actors.values().find(|actor| actor.label == code).unwrap();
        assert_eq!((was.key.as_str(), was.pos), (id, is.pos));
        assert_eq!(is.key, code);
    }
    assert!(after.info.codes.is_empty() && !text.contains("codes"));
}

#[test]
fn a_key_replaces_nothing_unasked_and_is_no_key_without_codes() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (out, key, file) = (at("out.json"), at("key.csv"), path_of(SAMPLES[0]));
    fs::write(&key, "mine").unwrap();
    let ran = run(&["convert", &file, &out, "--pseudonyms", "all", "--key", &key]);
    assert_eq!(ran.code, 1, "{}", ran.said);
    assert_eq!(fs::read_to_string(&key).unwrap(), "mine");
    assert!(!Path::new(&out).exists());
    assert_eq!(run(&["convert", &file, &out, "--key", &key]).code, 2);
    assert_eq!(run(&["convert", &file, &out, "--pseudonyms", "some"]).code, 2);
}

#[test]
fn codes_that_a_file_has_are_the_codes_of_everything_and_what_is_none_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let mut constellation = sample(SAMPLES[0]);
    constellation.info.codes = netwerkopstelling::model::Codes::completed(&constellation).into();
    let given = constellation.info.codes.of.clone();
    // Who comes later, and who goes, changes nobody's.
    let gone = *constellation.actors.keys().next().unwrap();
    let ends: Vec<_> = constellation.relations_of(gone).map(|it| it.id).collect();
    for id in ends {
        constellation.relations.remove(&id);
    }
    constellation.actors.remove(&gone);
    let (own, out) = (at("own.opstelling.json"), at("out.opstelling.json"));
    fs::write(&own, formats::native::write(&constellation)).unwrap();
    assert!(fs::read_to_string(&own).unwrap().contains("\"minor\": 2"));
    assert_eq!(run(&["convert", &own, &out, "--pseudonyms", "all"]).code, 0);
    let after = formats::read(fs::read(&out).unwrap()).unwrap().constellation;
    for actor in constellation.actors.values() {
        let coded = after.actors.values().find(|it| it.label == given[&actor.key]);
        assert_eq!(coded.map(|it| it.pos), Some(actor.pos));
    }
    // A file of ours that lies: a name where a code should be.
    let text = fs::read_to_string(&own).unwrap();
    let (key, code) = constellation
        .info
        .codes
        .of
        .iter()
        .find(|(key, _)| text.contains(key.as_str()))
        .unwrap();
    let lying = text.replace(&format!("\"{key}\": \"{code}\""), &format!("\"{key}\": \"Jan\""));
    assert_ne!(lying, text);
    fs::write(&own, lying).unwrap();
    let ran = run(&["convert", &own, &out, "--pseudonyms", "all", "--force"]);
    assert!(
        ran.said.contains("Jan is geen code voor een naam"),
        "{}",
        ran.said
    );
    assert!(!fs::read_to_string(&out).unwrap().contains("Jan"));
}

/// A network whose people are called as people are, with texts that call them otherwise, in a file called after one of them.
fn of_people(folder: &Path) -> String {
    let mut whole = sample(SAMPLES[0]);
    let labels = [
        "Mevr. Lies Hagedoorn – raadslid",
        "İrem Kılıç",
        "Sjef O’Dell, gemeente West",
        "Jörg Weißmann (wethouder)",
    ];
    let people: Vec<_> = whole
        .actors
        .values()
        .filter(|actor| whole.may_be_person(actor))
        .map(|actor| actor.id)
        .collect();
    assert_eq!(people.len(), labels.len());
    for (id, label) in people.into_iter().zip(labels) {
        let actor = whole.actors.get_mut(&id).unwrap();
        actor.label = label.to_owned();
        actor.note = "Lies Hagedoorn belt lies.hagedoorn, LiesHagedoorn en Hagedoorn, Lies. irem kılıç is Irem Kilic; Sjef \
            O'Dell, SJEF O`DELL; Jorg Weissmann, JOERG WEISSMANN"
            .to_owned();
    }
    whole.info.title = "Rond Lies Hagedoorn".to_owned();
    let file = folder.join("dossier Hagedoorn.opstelling.json");
    fs::write(&file, formats::native::write(&whole)).unwrap();
    file.to_str().unwrap().to_owned()
}

#[test]
fn nobody_is_named_by_any_output_however_a_text_or_the_file_calls_them() {
    let folder = tempfile::tempdir().unwrap();
    let file = of_people(folder.path());
    let names = [
        "hagedoorn",
        "kilic",
        "kılıç",
        "irem",
        "dell",
        "weissmann",
        "weißmann",
    ]
    .map(str::to_owned);
    let out = folder.path().join("out");
    fs::create_dir(&out).unwrap();
    for path in taken_along(&out, &file, SAMPLES[0], &["--pseudonyms", "persons"]) {
        let Some(text) = readable(&path) else { continue };
        assert_eq!(found(&text, &names), BTreeSet::new(), "{}", path.display());
    }
    let note = fs::read_to_string(out.join("note.md")).unwrap();
    assert!(note.contains("opstelling.opstelling.json"));
    // Without codes all of them are there, so that looking for them finds them.
    let named = folder.path().join("named.md");
    assert_eq!(run(&["note", &file, "--out", named.to_str().unwrap()]).code, 0);
    let text = fs::read_to_string(named).unwrap();
    assert!(text.contains("dossier Hagedoorn.opstelling.json") && text.contains("İrem Kılıç"));
}

#[test]
fn a_key_is_there_only_when_what_it_belongs_to_is() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (file, out, key) = (path_of(SAMPLES[0]), at("out.json"), at("key.csv"));
    let asked = |out: &str, key: &str| run(&["convert", &file, out, "--pseudonyms", "all", "--key", key]);
    // The output cannot be written.
    let ran = asked(&at("no/such/out.json"), &key);
    assert_eq!(ran.code, 1, "{}", ran.said);
    assert!(
        !Path::new(&key).exists() && !ran.said.contains("De sleutel, wie welke code heeft"),
        "{}",
        ran.said
    );
    // The key cannot: a file beside it would have too long a name.
    let ran = asked(&out, &at(&format!("{}.csv", "k".repeat(246))));
    assert_eq!(ran.code, 1, "{}", ran.said);
    assert!(ran.said.contains("out.json is weer weggehaald"), "{}", ran.said);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "{}", ran.said);
    // The key cannot, and that is seen at once.
    let ran = asked(&out, &at("no/such/key.csv"));
    assert_eq!(ran.code, 1);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "{}", ran.said);
    // The same again needs no `--force`.
    let ran = asked(&out, &key);
    assert_eq!(ran.code, 0, "{}", ran.said);
    assert!(Path::new(&out).exists() && Path::new(&key).exists());
    assert!(
        ran.said
            .trim_end()
            .lines()
            .last()
            .unwrap()
            .starts_with("De sleutel, wie welke code heeft, staat in")
    );
    // One file is not both.
    assert_eq!(asked(&at("both"), &at("both")).code, 2);
}

#[test]
#[cfg(target_os = "linux")]
fn a_key_of_figures_that_cannot_be_printed_is_not_left_behind_and_one_of_those_that_were_read_is() {
    use std::process::{Command, Stdio};
    let folder = tempfile::tempdir().unwrap();
    let key = folder.path().join("key.csv");
    let printed = |to: Stdio| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_netwerkopstelling"));
        command.args([
            "analyse",
            &path_of(SAMPLES[0]),
            "--json",
            "--quick",
            "--pseudonyms",
            "all",
            "--key",
        ]);
        command.arg(&key).current_dir(env!("CARGO_MANIFEST_DIR"));
        command.stdout(to).stderr(Stdio::null());
        command.spawn().unwrap()
    };
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    assert_eq!(printed(full.into()).wait().unwrap().code(), Some(1));
    assert!(!key.exists());
    // As `| head`: who stopped reading has seen enough.
    let mut run = printed(Stdio::piped());
    drop(run.stdout.take());
    assert_eq!(run.wait().unwrap().code(), Some(0));
    assert!(key.exists());
}
