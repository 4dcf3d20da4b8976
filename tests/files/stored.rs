//! What is stored of edits comes back as it was, to the byte; and what the first version stored is still read.

use std::fs;
use std::io;
use std::path::Path;
use std::sync::{Arc, Mutex};

use netwerkopstelling::app::journal::{Flush, discard, find, orphans, recover};
use netwerkopstelling::edit::journal::{Entry, Journal};
use netwerkopstelling::edit::operations::copy;
use netwerkopstelling::edit::{
    ActorField, AgreementField, AttributeOwner, Change, Document, InPlace, Label, RelationField, Selection,
};
use netwerkopstelling::formats::stored::{
    Storable, StoredChange, StoredConstellation, StoredEntry, StoredFragment, VERSION, WrittenConstellation,
};
use netwerkopstelling::i18n::Texts;
use netwerkopstelling::model::{
    Agreement, AgreementId, AgreementParty, AgreementSubject, Attribute, AttributeOf, AttributeType,
    Background, Board, Codes, Constellation, Direction, Language, NoteId, Picture, Point, RelationStatus,
    Stance, Tempo,
};
use proptest::prelude::*;
use serde_json::Value;

use crate::script::{Numbers, step};
use crate::support::rich;

#[derive(Clone, Default)]
struct InMemory(Arc<Mutex<Vec<Entry>>>);

impl Journal for InMemory {
    fn record(&mut self, entry: &Entry) -> io::Result<()> {
        self.0.lock().unwrap().push(entry.clone());
        Ok(())
    }
}

/// There and back, and there again.
fn assert_kept(entry: &Entry) {
    let text = serde_json::to_string(&entry.stored()).unwrap();
    let read: StoredEntry = serde_json::from_str(&text).unwrap();
    let back = Entry::restored(read).expect("its pictures are in it");
    assert_eq!(back, *entry);
    assert_eq!(serde_json::to_string(&back.stored()).unwrap(), text);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn every_entry_of_any_edits_is_stored_and_read_to_the_byte(
        steps in prop::collection::vec(any::<Numbers>(), 1..60),
    ) {
        let mut document = Document::new(rich());
        let journal = InMemory::default();
        document.set_journal(Some(Box::new(journal.clone())));
        for numbers in steps {
            let _ = step(&mut document, numbers);
        }
        // Steps from before the journal began anew are in it whole.
        document.set_checkpoint();
        document.undo();
        document.redo();
        for entry in journal.0.lock().unwrap().iter() {
            assert_kept(entry);
        }
        let constellation = document.constellation();
        prop_assert_eq!(&whole_there_and_back(constellation), constellation);
        let all = Selection::of_actors(constellation.actors.keys().copied());
        let fragment = copy(constellation, &all);
        let text = serde_json::to_string(&fragment.stored()).unwrap();
        let stored: StoredFragment = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(Storable::restored(stored), Some(fragment));
    }
}

fn whole_there_and_back(constellation: &Constellation) -> Constellation {
    let text = serde_json::to_string(&WrittenConstellation(constellation)).unwrap();
    let read: StoredConstellation = serde_json::from_str(&text).unwrap();
    let back = read.restored().expect("its picture is in it");
    assert_eq!(serde_json::to_string(&WrittenConstellation(&back)).unwrap(), text);
    back
}

/// Where a change stands among [`every_change`]. One that is new does not compile until it stands there.
fn place(change: &Change) -> usize {
    match change {
        Change::Actor { .. } => 0,
        Change::Relation { .. } => 1,
        Change::ActorField { to, .. } => {
            2 + match to {
                ActorField::Label(_) => 0,
                ActorField::Kind(_) => 1,
                ActorField::Sector(_) => 2,
                ActorField::Level(_) => 3,
                ActorField::Domains(_) => 4,
                ActorField::Region(_) => 5,
                ActorField::Organisation(_) => 6,
                ActorField::Gaze(_) => 7,
                ActorField::Influence(_) => 8,
                ActorField::Stance(_) => 9,
                ActorField::Tempo(_) => 10,
                ActorField::Interests(_) => 11,
                ActorField::Form(_) => 12,
                ActorField::Motive(_) => 13,
                ActorField::Note(_) => 14,
                ActorField::Card(_) => 15,
            }
        }
        Change::RelationField { to, .. } => {
            18 + match to {
                RelationField::Ends { .. } => 0,
                RelationField::Kind(_) => 1,
                RelationField::Weight(_) => 2,
                RelationField::Direction(_) => 3,
                RelationField::Status(_) => 4,
                RelationField::Verified(_) => 5,
                RelationField::Motive(_) => 6,
                RelationField::Note(_) => 7,
            }
        }
        Change::Place { .. } => 26,
        Change::Vocabulary { .. } => 27,
        Change::Info { .. } => 28,
        Change::BoardSize { .. } => 29,
        Change::Background { .. } => 30,
        Change::BackgroundPicture { .. } => 31,
        Change::IssuePlace { .. } => 32,
        Change::BoardExtra { .. } => 33,
        Change::Board { .. } => 34,
        Change::Note { .. } => 35,
        Change::NextId { .. } => 36,
        Change::Attribute { .. } => 37,
        Change::AttributeDefinition { .. } => 38,
        Change::ColourBy { .. } => 39,
        Change::Agreement { .. } => 40,
        Change::AgreementField { to, .. } => {
            41 + match to {
                AgreementField::What(_) => 0,
                AgreementField::Who(_) => 1,
                AgreementField::When(_) => 2,
                AgreementField::About(_) => 3,
                AgreementField::Done(_) => 4,
                AgreementField::Note(_) => 5,
            }
        }
    }
}

fn every_change() -> Vec<Change> {
    let whole = rich();
    let (id, actor) = whole
        .actors
        .iter()
        .next()
        .map(|(id, actor)| (*id, actor.clone()))
        .unwrap();
    let (tie, relation) = whole
        .relations
        .iter()
        .next()
        .map(|(id, one)| (*id, one.clone()))
        .unwrap();
    let note = whole.notes.values().next().cloned().unwrap();
    let picture = Picture {
        name: "kaart.png".to_owned(),
        mime: "image/png".to_owned(),
        bytes: vec![0, 255, 7].into(),
    };
    let board = Board {
        picture: Some(picture.clone()),
        ..whole.board.clone()
    };
    let mut changes = vec![
        Change::Actor {
            id,
            to: Some(Box::new(actor.clone())),
        },
        Change::Relation {
            id: tie,
            to: Some(Box::new(relation)),
        },
    ];
    let fields = [
        ActorField::Label("Één \"naam\"".to_owned()),
        ActorField::Kind(Some("uwv".into())),
        ActorField::Sector(None),
        ActorField::Level(Some("lokaal".into())),
        ActorField::Domains(vec!["wonen".into(), "zorg".into()]),
        ActorField::Region(Some("noord".into())),
        ActorField::Organisation(Some(id)),
        ActorField::Gaze(Some(0.1 + 0.2)),
        ActorField::Influence(Some(u32::MAX)),
        ActorField::Stance(Some(Stance::Against)),
        ActorField::Tempo(Some(Tempo::Broadener)),
        ActorField::Interests(vec!["rust".to_owned(), String::new()]),
        ActorField::Form("stichting".to_owned()),
        ActorField::Motive("\u{1f600}\n".to_owned()),
        ActorField::Note("x".to_owned()),
        ActorField::Card(Box::new(actor.card)),
    ];
    changes.extend(fields.map(|to| Change::ActorField { id, to }));
    let fields = [
        RelationField::Ends {
            source: id,
            target: id,
        },
        RelationField::Kind("formeel".into()),
        RelationField::Weight(1e-12),
        RelationField::Direction(Direction::Mutual),
        RelationField::Status(RelationStatus::Ended),
        RelationField::Verified(true),
        RelationField::Motive("kosten".to_owned()),
        RelationField::Note("sinds 2019".to_owned()),
    ];
    changes.extend(fields.map(|to| Change::RelationField { id: tie, to }));
    changes.extend([
        Change::Place {
            id,
            to: Some(Point::new(-0.1, 1e9)),
        },
        Change::Vocabulary {
            to: Box::new(whole.vocabulary.into_inner()),
        },
        Change::Info {
            to: Box::new(whole.info),
        },
        Change::BoardSize {
            width: 1.5,
            height: 2.0,
        },
        Change::Background {
            to: Background::LevelBands,
        },
        Change::BackgroundPicture {
            to: Some(Box::new(picture)),
        },
        Change::IssuePlace { to: None },
        Change::BoardExtra {
            to: Box::new(whole.extra.into_inner()),
        },
        Change::Board { to: Box::new(board) },
        Change::Note {
            id: NoteId(3),
            to: Some(Box::new(note)),
        },
        Change::NextId { to: 99 },
        Change::Attribute {
            owner: AttributeOwner::Relation(tie),
            key: "bron".to_owned(),
            to: Some(InPlace {
                value: serde_json::json!({"a": [1, null, 18_446_744_073_709_551_615_u64]}).into(),
                at: 3,
            }),
        },
        Change::AttributeDefinition {
            of: AttributeOf::Actors,
            key: "fase".to_owned(),
            to: Some(InPlace {
                value: Box::new(Attribute {
                    categories: vec!["start".to_owned()],
                    ..Attribute::new(AttributeOf::Actors, "fase", AttributeType::Category)
                }),
                at: 0,
            }),
        },
        Change::ColourBy {
            to: Some("region".to_owned()),
        },
    ]);
    let agreement = AgreementId(4);
    changes.push(Change::Agreement {
        id: agreement,
        to: Some(Box::new(Agreement {
            extra: serde_json::Map::from_iter([("van_later".to_owned(), serde_json::json!([1]))]),
            ..Agreement::new(agreement, "bellen")
        })),
    });
    let fields = [
        AgreementField::What("schrijven".to_owned()),
        AgreementField::Who(vec![
            AgreementParty::Actor(id),
            AgreementParty::Text("de wethouder".to_owned()),
            AgreementParty::Gone("Piet".to_owned()),
        ]),
        AgreementField::When("2026-12-01".to_owned()),
        AgreementField::About(AgreementSubject::Relation(tie)),
        AgreementField::Done(true),
        AgreementField::Note("spoed".to_owned()),
    ];
    changes.extend(fields.map(|to| Change::AgreementField { id: agreement, to }));
    changes
}

#[test]
fn a_change_of_every_kind_is_stored_and_read_to_the_byte() {
    let changes = every_change();
    let places: Vec<usize> = changes.iter().map(place).collect();
    assert_eq!(places, (0..changes.len()).collect::<Vec<_>>());
    for label in Label::ALL {
        assert_kept(&Entry::Commit {
            label: *label,
            changes: Vec::new(),
            selection: Selection::default(),
        });
    }
    assert_kept(&Entry::Commit {
        label: Label::Import,
        changes,
        selection: Selection::default(),
    });
    assert_kept(&Entry::Codes(Codes::completed(&rich())));
}

#[test]
fn a_field_that_nobody_knows_is_refused_and_not_dropped() {
    for text in [
        r#"{"place":{"id":1,"to":null,"by":"hand"}}"#,
        r#"{"info":{"to":{"title":"x","colour":"red"}}}"#,
        r#"{"grow":{"id":1}}"#,
    ] {
        assert!(serde_json::from_str::<StoredChange>(text).is_err(), "{text}");
    }
    assert!(serde_json::from_str::<StoredChange>(r#"{"info":{"to":{"title":"x"}}}"#).is_ok());
}

/// The lines of the journal of version 0.1.0, without numbers and checksums.
fn first_version() -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files/v1/0.1.0.journal");
    let text = fs::read_to_string(path).unwrap();
    let inner = |line: &str| {
        let (_, json) = line.split_once("\",\"line\":").unwrap();
        json.strip_suffix('}').unwrap().to_owned()
    };
    text.lines().map(inner).collect()
}

#[test]
fn what_version_0_1_0_stored_is_stored_the_same_today() {
    let lines = first_version();
    let base = lines[0].split_once("\"base\":").unwrap().1;
    let base = base.strip_suffix("}}").unwrap();
    let read: StoredConstellation = serde_json::from_str(base).unwrap();
    let whole = read.restored().unwrap();
    assert_eq!(
        serde_json::to_string(&WrittenConstellation(&whole)).unwrap(),
        base
    );
    for line in &lines[1..] {
        let entry = line
            .strip_prefix("{\"entry\":")
            .and_then(|line| line.strip_suffix('}'));
        let stored: StoredEntry = serde_json::from_str(entry.unwrap()).unwrap();
        let entry_back = Entry::restored(stored).unwrap();
        assert_eq!(
            serde_json::to_string(&entry_back.stored()).unwrap(),
            entry.unwrap()
        );
    }
}

/// A line with the checksum that it needs: FNV-1a of its number and its JSON.
fn line(number: u64, json: &str) -> String {
    let bytes = number.to_le_bytes().into_iter().chain(json.bytes());
    let sum = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| {
        (sum ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    format!("{{\"n\":{number},\"sum\":\"{sum:016x}\",\"line\":{json}}}\n")
}

#[test]
fn a_journal_says_its_version_and_a_newer_one_is_refused_with_a_sentence_and_stays_as_it_is() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("later.journal");
    let newer = line(
        0,
        &format!(r#"{{"header":{{"version":{},"what":["else"]}}}}"#, VERSION + 1),
    );
    fs::write(&path, &newer).unwrap();
    let found = orphans(home.path());
    assert!(found[0].needs_newer_program, "{found:?}");
    let error = recover(&path, Flush::AtOnce).unwrap_err();
    let texts = Texts::new(Language::En);
    assert!(
        error.text(texts).contains("made by a newer program"),
        "{}",
        error.text(texts)
    );
    assert_eq!(fs::read_to_string(&path).unwrap(), newer);
    discard(&path).unwrap();
    assert!(find(home.path()).discarded[0].needs_newer_program);
    // One of no version that can be is damaged, as ever.
    fs::write(&path, line(0, r#"{"header":{"version":"x"}}"#)).unwrap();
    assert!(
        recover(&path, Flush::AtOnce)
            .unwrap_err()
            .text(texts)
            .contains("damaged")
    );
}

#[test]
fn pictures_of_journals_between_the_versions_come_back_with_their_bytes() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("between.journal");
    let header = &first_version()[0];
    let resource = r#"{"resource":{"name":"naam-3","bytes":"AAECAw=="}}"#;
    // The name stood where the bytes were, in base64.
    let picture = r#"{"name":"k.png","mime":"image/png","bytes":"bmFhbS0z"}"#;
    let entry = format!(
        r#"{{"commit":{{"label":"EditBoard","changes":[{{"background-picture":{{"to":{picture}}}}}],"selection":{{}}}}}}"#
    );
    let lines = [
        line(0, header),
        line(1, resource),
        line(2, &format!(r#"{{"referring":{entry}}}"#)),
        line(3, r#"{"entry":"undo"}"#),
        line(
            4,
            &format!(r#"{{"done":{{"at":"2026-11-28T20:00:00Z","entry":{entry}}}}}"#),
        ),
    ];
    fs::write(&path, lines.concat()).unwrap();
    let recovered = recover(&path, Flush::AtOnce).unwrap();
    assert_eq!(recovered.damage, None);
    let picture = recovered.document.constellation().board.picture.clone().unwrap();
    assert_eq!(
        (picture.name.as_str(), &*picture.bytes),
        ("k.png", &[0u8, 1, 2, 3][..])
    );
    let text = fs::read_to_string(&path).unwrap();
    assert!(
        text.lines()
            .all(|line| serde_json::from_str::<Value>(line).is_ok())
    );
}
