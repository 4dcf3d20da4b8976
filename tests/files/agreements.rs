//! Agreements in files of ours, on their way through other programs, and in the note.

use std::fs;

use netwerkopstelling::export::note::NOTE_FORMATS;
use netwerkopstelling::formats::FormatId;
use netwerkopstelling::model::{Agreement, AgreementParty, AgreementSubject, Constellation};
use serde_json::{Value, json};

use crate::pseudonyms::readable;
use crate::support::{program, read, rich, skipped_places, write, write_as};

/// What an agreement says, with keys in place of numbers, which differ from file to file.
fn said(whole: &Constellation, agreement: &Agreement) -> Value {
    let key = |id| whole.actor(id).unwrap().key.clone();
    let who: Vec<Value> = agreement
        .who
        .iter()
        .map(|party| match party {
            AgreementParty::Actor(id) => json!({"actor": key(*id)}),
            AgreementParty::Text(name) => json!({"text": name}),
            AgreementParty::Gone(name) => json!({"gone": name}),
        })
        .collect();
    let about = match &agreement.about {
        AgreementSubject::Nothing => Value::Null,
        AgreementSubject::Actor(id) => json!({"actor": key(*id)}),
        AgreementSubject::Relation(id) => json!({"relation": whole.relation(*id).unwrap().key}),
        AgreementSubject::Gone(name) => json!({"gone": name}),
    };
    let Agreement {
        what,
        when,
        is_done,
        note,
        extra,
        ..
    } = agreement;
    json!([what, who, when, about, is_done, note, extra])
}

fn all_said(whole: &Constellation) -> Vec<Value> {
    let agreements = whole.agreements.values();
    agreements.map(|agreement| said(whole, agreement)).collect()
}

#[test]
fn agreements_come_back_from_a_file_and_from_node_link_json_as_they_were() {
    let before = rich();
    assert_eq!(before.agreements.len(), 4);
    for id in [FormatId::Native, FormatId::NetworkX, FormatId::D3] {
        let loaded = read(&write_as(id, &before));
        assert_eq!(all_said(&loaded.constellation), all_said(&before), "{id:?}");
    }
    let file: Value = serde_json::from_slice(&write(&before)).unwrap();
    assert_eq!(file["minor"], json!(3));
    assert_eq!(
        file["graph"]["agreements"][0],
        json!({
            "what": "bellen met de rest",
            "who": [{"actor": "a3"}, {"gone": "Gaat later weg"}, {"text": "de wethouder"}],
            "when": "2026-12-01",
            "about": {"relation": "r5"},
            "done": true,
            "note": "spoed"
        })
    );
    assert_eq!(
        file["graph"]["agreements"][3],
        json!({"what": "volgende bijeenkomst"})
    );
}

#[test]
fn a_file_without_agreements_says_nothing_of_them() {
    let mut whole = rich();
    whole.agreements = Default::default();
    let text = String::from_utf8(write(&whole)).unwrap();
    assert!(!text.contains("agreements") && !text.contains("minor"));
    let file = json!({"format": "netwerkopstelling", "version": 1, "nodes": [{"id": "a1"}], "edges": []});
    let once = write(&read(file.to_string().as_bytes()).constellation);
    assert!(!String::from_utf8(once).unwrap().contains("minor"));
}

#[test]
fn an_agreement_that_names_nobody_is_told_and_everything_else_opens() {
    let file = json!({
        "format": "netwerkopstelling", "version": 1, "minor": 3,
        "graph": {"agreements": [
            {"what": "bellen", "who": [{"actor": "weg"}, {"actor": "x"}, {"actor": 7}], "about": {"relation": "r99"}},
            "los",
            {"what": "mailen", "who": "Anna", "about": {"planeet": "x"}, "done": "ja"},
            {"what": "schrijven", "about": {"actor": "weg"}}
        ]},
        "nodes": [{"id": "x", "label": "X"}, {"id": "7", "label": "Zeven"}],
        "edges": []
    });
    let loaded = read(file.to_string().as_bytes());
    assert_eq!(skipped_places(&loaded), ["graph.agreements[1]"]);
    let noticed: Vec<String> = loaded
        .report
        .notices
        .iter()
        .map(|one| format!("{} {}", one.place, one.message.key))
        .collect();
    for expected in [
        "graph.agreements[0].who read-notice-agreement-names-nobody",
        "graph.agreements[0].about read-notice-agreement-names-nobody",
        "graph.agreements[2].who read-notice-kept",
        "graph.agreements[2].about read-notice-kept",
        "graph.agreements[2].done read-notice-kept",
        "graph.agreements[3].about read-notice-agreement-names-nobody",
    ] {
        assert!(
            noticed.iter().any(|one| one == expected),
            "{expected}: {noticed:?}"
        );
    }
    let whole = loaded.constellation;
    assert_eq!(whole.actors.len(), 2);
    let told = all_said(&whole);
    assert_eq!(
        (&told[0][1], &told[0][3]),
        (
            &json!([{"gone": "weg"}, {"actor": "x"}, {"actor": "7"}]),
            &json!({"gone": "r99"})
        )
    );
    // What did not fit is still there, and there is no more of it the next time.
    let again = write(&whole);
    assert!(
        String::from_utf8(again.clone())
            .unwrap()
            .contains("\"planeet\": \"x\"")
    );
    let next = read(&again);
    assert!(next.report.is_clean(), "{:?}", next.report);
    assert_eq!(write(&next.constellation), again);
}

#[test]
fn what_another_program_calls_agreements_is_kept_as_it_is() {
    for theirs in [json!(["los"]), json!(3), json!([{"naam": "x"}])] {
        let file = json!({"graph": {"agreements": theirs}, "nodes": [{"id": "p"}], "edges": []});
        let loaded = read(file.to_string().as_bytes());
        assert_eq!(loaded.report.skipped, vec![]);
        assert_eq!(loaded.constellation.agreements.len(), 0);
        assert_eq!(loaded.constellation.info.extra["agreements_original"], theirs);
    }
}

#[test]
fn the_note_tells_all_agreements_in_every_kind_and_leaves_them_out_when_asked() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("x.opstelling.json");
    fs::write(&file, write(&rich())).unwrap();
    for format in &NOTE_FORMATS {
        for (language, done, gone, heading) in [
            ("nl", "gedaan", "Gaat later weg (verwijderd)", "Afspraken"),
            ("en", "done", "Gaat later weg (removed)", "Agreements"),
        ] {
            let note = |more: &[&str]| {
                let out = folder.path().join(format!("note.{}", format.extension));
                let output = program(|command| {
                    command.args(["note", file.to_str().unwrap(), "--force", "--lang", language]);
                    command.args(["--out", out.to_str().unwrap()]).args(more)
                });
                assert_eq!(output.status.code(), Some(0), "{output:?}");
                // A paper breaks a cell where it likes.
                let text = readable(&out)?;
                Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
            };
            let Some(text) = note(&[]) else { continue };
            let told = [
                "bellen met de rest",
                "de wethouder",
                "volgende bijeenkomst",
                done,
                gone,
                heading,
            ];
            for words in told {
                let is_there = text.contains(words) || is_in_cells(&text, words);
                assert!(is_there, "{} {language}: {words}", format.extension);
            }
            let without = note(&["--without", "agreements"]).unwrap();
            assert!(!without.contains("volgende bijeenkomst"), "{}", format.extension);
        }
    }
}

/// Markdown has a sign before brackets, and a narrow cell breaks between words: every word is there.
fn is_in_cells(text: &str, words: &str) -> bool {
    let plain = text.replace('\\', "");
    words.split(' ').all(|word| plain.contains(word))
}
