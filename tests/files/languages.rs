//! No English in a Dutch sentence and no Dutch in an English one: every error, every remark of a reader and every reason,
//! with what is filled in, in both languages. (That the texts themselves are in one language is a rule of the house; here
//! it is what they are told with: words of a library, of the system, of the code.)

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use netwerkopstelling::analysis::NetworkError;
use netwerkopstelling::analysis::comparison::CompareError;
use netwerkopstelling::app::journal::Damage;
use netwerkopstelling::edit::EditError;
use netwerkopstelling::export::picture::PictureRefusal;
use netwerkopstelling::formats::{ErrorKind, FilePlace, Message, ReadError};
use netwerkopstelling::i18n::Texts;
use netwerkopstelling::model::{ActorId, AgreementId, Language, NoteId, RelationId};
use netwerkopstelling::told::{self, NothingToDraw};

use crate::support::program;

const LANGUAGES: [(Language, &str, &str); 2] =
    [(Language::Nl, "nl", "dutch"), (Language::En, "en", "english")];

/// Words of the other language in what is said. What is typed as it stands (`--without`), a place in a file (`edges[3].from`)
/// and what stands between quotes is no word of a sentence.
fn foreign(language: &str, said: &str) -> Vec<String> {
    let of_other = include_str!("../foreign-words.txt").lines();
    let foreign: BTreeSet<&str> = of_other
        .filter(|line| !line.starts_with(language))
        .flat_map(|line| line.split_whitespace().skip(1))
        .collect();
    let mut bare = String::new();
    for (at, part) in said.split(['"', '\u{2018}', '\u{2019}', '\'', '`']).enumerate() {
        bare.push_str(if at % 2 == 0 { part } else { " " });
    }
    let is_place =
        |word: &&str| word.starts_with("--") || word.contains(['[', '_', '/', '.']) && !word.ends_with('.');
    bare.split_whitespace()
        .filter(|word| !is_place(word))
        .flat_map(|word| word.split(|sign: char| !sign.is_alphanumeric()))
        .map(str::to_lowercase)
        .filter(|word| foreign.contains(word.as_str()))
        .collect()
}

fn is_in_both(what: &str, said: impl Fn(Texts) -> String) {
    let [dutch, english] = LANGUAGES.map(|(language, _, name)| {
        let said = said(Texts::new(language));
        assert_eq!(foreign(name, &said), [""; 0], "{what}: {said}");
        // A text that is not there is its key, and what is not filled in stands between braces.
        assert!(!said.contains('{') && said.contains(' '), "{what}: {said}");
        said
    });
    assert_ne!(dutch, english, "{what}");
}

fn message(what: &str, message: &Message) {
    is_in_both(what, |texts| message.text(texts));
}

/// Whoever adds one comes by here: it has to be in the list above it.
fn is_listed_read(kind: &ErrorKind) {
    match kind {
        ErrorKind::Empty
        | ErrorKind::TooLarge { .. }
        | ErrorKind::NotUtf8
        | ErrorKind::Utf16
        | ErrorKind::Syntax { .. }
        | ErrorKind::Truncated
        | ErrorKind::NotANumber { .. }
        | ErrorKind::TooDeep
        | ErrorKind::WrongShape { .. }
        | ErrorKind::TooMany { .. }
        | ErrorKind::TooMuch
        | ErrorKind::NotANetwork
        | ErrorKind::BadVersion
        | ErrorKind::NewerVersion { .. } => {}
    }
}

#[test]
fn why_a_file_cannot_be_read_is_said_without_the_words_of_the_parser() {
    let kinds = [
        ErrorKind::Empty,
        ErrorKind::TooLarge {
            mib: 300,
            limit_mib: 256,
        },
        ErrorKind::NotUtf8,
        ErrorKind::Utf16,
        ErrorKind::Syntax {
            detail: "expected value at the end".to_owned(),
        },
        ErrorKind::Truncated,
        ErrorKind::NotANumber {
            value: "NaN".to_owned(),
        },
        ErrorKind::TooDeep,
        ErrorKind::WrongShape {
            detail: "invalid type, expected a list".to_owned(),
        },
        ErrorKind::TooMany { found: 7, limit: 6 },
        ErrorKind::TooMuch,
        ErrorKind::NotANetwork,
        ErrorKind::BadVersion,
        ErrorKind::NewerVersion { found: 9, known: 1 },
    ];
    for kind in kinds {
        is_listed_read(&kind);
        for place in [
            FilePlace::Whole,
            FilePlace::Line { line: 3, column: 4 },
            FilePlace::Path("nodes[3].x".to_owned()),
        ] {
            // What is about the whole names no line, and the other way round.
            let needs_line = matches!(
                kind,
                ErrorKind::Syntax { .. } | ErrorKind::NotUtf8 | ErrorKind::NotANumber { .. }
            );
            let needs_path = matches!(kind, ErrorKind::TooMany { .. });
            let is_line = matches!(place, FilePlace::Line { .. });
            let is_path = matches!(place, FilePlace::Path(_));
            if (needs_line && !is_line) || (needs_path && !is_path) {
                continue;
            }
            let error = ReadError::new(place.clone(), kind.clone());
            is_in_both(&format!("{kind:?} at {place:?}"), |texts| error.text(texts));
        }
    }
    is_in_both("a place", |texts| {
        format!("{} !", FilePlace::Line { line: 3, column: 1 }.text(texts))
    });
}

fn is_listed_edit(error: &EditError) {
    match error {
        EditError::NoSuchActor(_)
        | EditError::NoSuchRelation(_)
        | EditError::NoSuchNote(_)
        | EditError::NoSuchAgreement(_)
        | EditError::ActorInUse(_)
        | EditError::RelationInUse(_)
        | EditError::MissingEnd(_)
        | EditError::BadWeight(_)
        | EditError::BadNumber
        | EditError::BadWord(_)
        | EditError::Misfit { .. }
        | EditError::NoSuchAttribute(_)
        | EditError::BadKey(_)
        | EditError::BadId(_)
        | EditError::NothingToDo
        | EditError::NamesAreHidden => {}
    }
}

#[test]
fn why_something_is_refused_is_said_in_the_language_of_who_asked() {
    for error in [
        EditError::NoSuchActor(ActorId(1)),
        EditError::NoSuchRelation(RelationId(1)),
        EditError::NoSuchNote(NoteId(1)),
        EditError::NoSuchAgreement(AgreementId(1)),
        EditError::ActorInUse(ActorId(1)),
        EditError::RelationInUse(RelationId(1)),
        EditError::MissingEnd(ActorId(1)),
        EditError::BadWeight(f64::NAN),
        EditError::BadNumber,
        EditError::BadWord(String::new()),
        EditError::BadWord("x1".to_owned()),
        EditError::Misfit {
            attribute: "x1".to_owned(),
            value: "y1".to_owned(),
        },
        EditError::NoSuchAttribute("x1".to_owned()),
        EditError::BadKey("x1".to_owned()),
        EditError::BadId(3),
        EditError::NothingToDo,
        EditError::NamesAreHidden,
    ] {
        is_listed_edit(&error);
        message(&format!("{error:?}"), &told::edit_refused(&error));
    }
    let networks = [
        NetworkError::NoSuchNode { link: 1, node: 2 },
        NetworkError::WeightNotFinite {
            link: 1,
            weight: f64::INFINITY,
        },
        NetworkError::TooLarge,
    ];
    for error in networks {
        match error {
            NetworkError::NoSuchNode { .. }
            | NetworkError::WeightNotFinite { .. }
            | NetworkError::TooLarge => {}
        }
        message(&format!("{error:?}"), &told::network_refused(&error));
        message(
            "compared",
            &told::comparison_refused(&CompareError::Network(error)),
        );
    }
    message("cancelled", &told::comparison_refused(&CompareError::Cancelled));
    message("clipboard", &told::no_clipboard());
    let nothing = [
        NothingToDraw::NobodyOnBoard,
        NothingToDraw::AllHidden,
        NothingToDraw::NobodySelected,
        NothingToDraw::NobodyInSight,
    ];
    let refusals = nothing.map(PictureRefusal::Nothing).into_iter().chain([
        PictureRefusal::TooManyPixels,
        PictureRefusal::NotMade,
        PictureRefusal::Stopped,
    ]);
    for why in refusals {
        match why {
            PictureRefusal::Nothing(
                NothingToDraw::NobodyOnBoard
                | NothingToDraw::AllHidden
                | NothingToDraw::NobodySelected
                | NothingToDraw::NobodyInSight,
            )
            | PictureRefusal::TooManyPixels
            | PictureRefusal::NotMade
            | PictureRefusal::Stopped => {}
        }
        message(&format!("{why:?}"), &why.message());
    }
    for damage in [
        Damage::Lines { line: 3, lost: 2 },
        Damage::Misfit { edit: 1, lost: 1 },
    ] {
        match damage {
            Damage::Lines { .. } | Damage::Misfit { .. } => {}
        }
        message(&format!("{damage:?}"), &damage.message());
    }
}

/// Everything that the program says to a command: both streams.
fn said(args: &[&str]) -> String {
    let output = program(|command| command.args(args));
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    [text(&output.stdout), text(&output.stderr)].join("\n")
}

/// Files that are wrong in as many ways as readers have something to say of; their own words are of no language.
const WRONG: &[&str] = &[
    "",
    "{",
    "<x1/>",
    "[]",
    "{\"nodes\": [,]}",
    "{\"nodes\": [], \"edges\": 3}",
    "{\"nodes\": []}",
    r#"{"nodes": [{"id": 1, "x": NaN}], "edges": []}"#,
    r#"{"nodes": [3, {"x": 1}, {"id": {}}, {"id": "x1"}, {"id": "x1"}], "edges": [[1, 2, 3], 4, {"source": "x1"}, {"source": "x1", "target": "x9"}]}"#,
    r#"{"nodes": [{"id": "x1", "label": 3, "x": "y", "y": 1e400, "weight": "z", "kind": "q1", "sector": 7}], "edges": []}"#,
    r#"{"nodes": [{"id": "x1"}, {"id": "x2"}], "links": [{"source": "x1", "target": "x2", "weight": -1, "kind": 3, "directed": "q"}, {"source": "x1", "target": "x2", "weight": "1"}]}"#,
    r#"{"directed": "q", "multigraph": 3, "graph": 4, "nodes": [{"id": "x1"}, {"id": "x1\ud800"}], "edges": []}"#,
    r#"{"format": "netwerkopstelling", "version": 0, "nodes": [], "edges": []}"#,
    r#"{"format": "netwerkopstelling", "version": 99, "nodes": [], "edges": []}"#,
    r#"{"format": "netwerkopstelling", "version": 1, "minor": 99, "nodes": [], "edges": []}"#,
    r#"{"format": "netwerkopstelling", "version": 1, "nodes": {}, "edges": []}"#,
    r#"{"format": "netwerkopstelling", "version": 1, "graph": {"language": "qq", "next_id": -4, "codes": {"of": {"x1": "qq"}}}, "nodes": [{"id": "x1", "kind": "q1", "level": "q2", "domains": ["q3", 4], "region": "q5", "organisation": "q9", "gaze": 900, "influence": -4, "stance": "q6", "tempo": "q7", "x": 1}, {"id": "x1"}, {"id": ""}, 7], "edges": [{"source": "x1", "target": "x9", "kind": "q1"}, {"id": "e1", "source": "x1", "target": "x1", "kind": "q1", "weight": 0, "status": "q8", "direction": "q9"}], "notes": [{"text": 4}, {"text": "x", "about": {"actor": "x9"}}], "board": {"width": -1, "background": "q", "picture": {"name": "x", "mime": "y", "base64": "%%"}}}"#,
    r#"{"format": "netwerkopstelling", "version": 1, "vocabulary": {"actor_kinds": [{"id": "q1"}, {"id": "q1", "label": "x"}, 3], "relation_kinds": 4, "attributes": [{"key": "x", "of": "q", "type": "q"}, {"key": "x", "of": "actors", "type": "number", "categories": [3]}]}, "nodes": [{"id": "x1", "attributes": {"x": "q", "y": {"z": 1}}}], "edges": []}"#,
];

#[test]
fn what_readers_say_of_files_that_are_wrong_is_in_one_language() {
    let folder = tempfile::tempdir().unwrap();
    let mut told = BTreeSet::new();
    for (at, content) in WRONG.iter().enumerate() {
        let file = folder.path().join(format!("x{at}.json"));
        fs::write(&file, content).unwrap();
        let out = folder.path().join(format!("y{at}.json"));
        let (file, out) = (file.to_str().unwrap(), out.to_str().unwrap());
        for (_, code, name) in LANGUAGES {
            for args in [
                &["check", file][..],
                &["convert", file, out, "--force"],
                &["analyse", file, "--json", "--quick"],
            ] {
                let heard = said(&[args, &["--lang", code]].concat());
                // Figures for software have names of their own.
                let heard: Vec<&str> = match args[0] {
                    "analyse" => heard
                        .lines()
                        .filter(|line| !line.starts_with([' ', '{', '}']))
                        .collect(),
                    _ => heard.lines().collect(),
                };
                for line in heard {
                    assert_eq!(foreign(name, line), [""; 0], "{content}: {line}");
                    told.insert((
                        name,
                        line.replace(file, "")
                            .chars()
                            .filter(|sign| !sign.is_numeric())
                            .collect::<String>(),
                    ));
                }
            }
        }
    }
    let count = |name: &str| told.iter().filter(|(of, _)| *of == name).count();
    assert_eq!(count("dutch"), count("english"));
    assert!(count("dutch") > 40, "{told:#?}");
}

#[test]
fn reasons_are_given_in_one_language() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-networks");
    let samples = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    for sample in samples.filter(|file| file.extension().is_some_and(|ending| ending == "json")) {
        let file = sample.to_str().unwrap();
        // Names and words of the file are those of the file, whoever reads it: under codes there are the fewest of them.
        let spoken = |code: &str| said(&["spanners", file, "--quick", "--pseudonyms", "all", "--lang", code]);
        let english = spoken("en");
        let reasons: Vec<&str> = english
            .lines()
            .filter(|line| line.trim_start().starts_with('-'))
            .collect();
        assert!(reasons.len() > 10, "{english}");
        let own: BTreeSet<String> = fs::read_to_string(&sample)
            .unwrap()
            .split(|sign: char| !sign.is_alphanumeric())
            .map(str::to_lowercase)
            .collect();
        for reason in reasons {
            let mut foreign = foreign("english", reason);
            foreign.retain(|word| !own.contains(word) || word.len() > 12);
            assert_eq!(foreign, [""; 0], "{reason}");
        }
        let dutch = spoken("nl");
        for reason in dutch.lines() {
            assert_eq!(foreign("dutch", reason), [""; 0], "{reason}");
        }
    }
}

#[test]
fn a_sentence_with_a_word_of_the_other_language_is_found() {
    assert_eq!(
        foreign("dutch", "Regel 3: invalid type, expected a list."),
        ["invalid", "expected"]
    );
    assert_eq!(foreign("english", "Line 3: het bestand"), ["het", "bestand"]);
    for text in [
        "edges[0].from: een waarde",
        "Gebruik --without hier",
        "de waarde 'the' past niet",
    ] {
        assert_eq!(foreign("dutch", text), [""; 0], "{text}");
    }
}
