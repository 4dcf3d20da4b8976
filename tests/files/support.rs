//! A constellation with something of everything in it.

use std::process::{Command, Output};

use netwerkopstelling::edit::operations::{
    NewActor, NewRelation, WordList, add_actor, add_agreement, add_note, add_relation, add_word, delete,
    edit_actors, edit_agreement, edit_relations, edit_who_agreed, set_board, set_info,
};
use netwerkopstelling::edit::{ActorField, AgreementField, Document, Label, RelationField, Selection};
use netwerkopstelling::formats::{self, FormatId, Loaded};
use netwerkopstelling::model::{
    ActorId, AgreementSubject, Answer, Background, Board, Codes, Constellation, Direction, HumanCard, Info,
    Language, NoteTarget, Picture, Point, RelationId, RelationStatus, Stance, Tempo,
};
use serde_json::json;

/// Where in the file what was skipped stood.
pub fn skipped_places(loaded: &Loaded) -> Vec<String> {
    let skipped = loaded.report.skipped.iter();
    skipped.map(|one| one.place.to_string()).collect()
}

pub fn rich() -> Constellation {
    let whole = rich_without_agreements();
    let mut actors = whole.actors.values();
    let anna = actors.find(|one| one.label.starts_with("Anna")).unwrap().id;
    let mut relations = whole.relations.values();
    let formal = relations.find(|one| one.kind.as_str() == "formeel").unwrap().id;
    let mut document = Document::new(whole.clone());
    agree(&mut document, anna, formal);
    document.constellation().clone()
}

/// As version 0.1.0 had it.
pub fn rich_without_agreements() -> Constellation {
    let mut document = Document::new(Constellation::new(Language::Nl));
    let d = &mut document;
    add_word(d, WordList::Regions, "Kop van Noord-Holland").unwrap();
    add_word(d, WordList::RelationKinds, "Roddel & achterklap").unwrap();
    let actor = |d: &mut Document, label: &str, kind: &str, pos| {
        let new = NewActor {
            label: label.to_owned(),
            kind: (!kind.is_empty()).then(|| kind.into()),
            pos,
        };
        add_actor(d, new).unwrap()
    };
    let alkmaar = actor(
        d,
        "Gemeente \"Alkmaar\"",
        "gemeente",
        Some(Point::new(-100.5, 40.0)),
    );
    let gone = actor(d, "Gaat weg", "", None);
    let anna = actor(
        d,
        "Anna de Boer \u{1f600}",
        "persoon",
        Some(Point::new(0.0, -33.3)),
    );
    let tray = actor(d, "", "", None);
    let relation = |d: &mut Document, source, target, kind: &str, weight| {
        let new = NewRelation {
            source,
            target,
            kind: kind.into(),
            weight,
        };
        add_relation(d, new).unwrap()
    };
    let formal = relation(d, alkmaar, anna, "formeel", 2.5);
    let back = relation(d, anna, alkmaar, "vertrouwen", 0.1);
    relation(d, anna, alkmaar, "vertrouwen", 1e-12);
    relation(d, tray, tray, "roddel-achterklap", 1e12);
    delete(d, &Selection::of_actor(gone), Label::Delete).unwrap();
    for edit in [
        ActorField::Organisation(Some(alkmaar)).into(),
        ActorField::Region(Some("kop-van-noord-holland".into())).into(),
        ActorField::Domains(vec!["wonen".into(), "zorg".into()]).into(),
        ActorField::Gaze(Some(-45.0)).into(),
        ActorField::Influence(Some(3)).into(),
        ActorField::Stance(Some(Stance::Against)).into(),
        ActorField::Tempo(Some(Tempo::Broadener)).into(),
        ActorField::Interests(vec!["rust".into(), "ruimte".into()]).into(),
        ActorField::Form("openbaar lichaam".into()).into(),
        ActorField::Motive("schaal".into()).into(),
        ActorField::Note("regel 1\nregel 2".into()).into(),
        ActorField::Card(Box::new(HumanCard {
            embedded: Some(Answer::Yes),
            mandate: Some(Answer::Partly),
            note: "vraag na".into(),
            ..HumanCard::default()
        }))
        .into(),
    ] {
        edit_actors(d, &[anna], &edit).unwrap();
    }
    for edit in [
        RelationField::Direction(Direction::Mutual).into(),
        RelationField::Status(RelationStatus::Wished).into(),
        RelationField::Verified(true).into(),
        RelationField::Motive("kosten".into()).into(),
        RelationField::Note("sinds 2019".into()).into(),
    ] {
        edit_relations(d, &[formal], &edit).unwrap();
    }
    add_note(d, NoteTarget::Constellation, "welkom", "2026-11-20T09:00:00Z").unwrap();
    add_note(d, NoteTarget::Actor(anna), "belt morgen", "").unwrap();
    add_note(d, NoteTarget::Relation(back), "klopt dit?", "").unwrap();
    set_board(d, board()).unwrap();
    set_info(d, info()).unwrap();
    document.constellation().clone()
}

/// Agreements: one done, one of somebody who is gone.
fn agree(d: &mut Document, anna: ActorId, formal: RelationId) {
    let leaving = NewActor {
        label: "Gaat later weg".to_owned(),
        ..NewActor::default()
    };
    let leaving = add_actor(d, leaving).unwrap();
    let first = add_agreement(d, "bellen met de rest", AgreementSubject::Relation(formal)).unwrap();
    edit_who_agreed(d, first, "Anna de Boer \u{1f600}, Gaat later weg, de wethouder").unwrap();
    for field in [
        AgreementField::When("1-12-2026".to_owned()),
        AgreementField::Done(true),
        AgreementField::Note("spoed".to_owned()),
    ] {
        edit_agreement(d, first, field).unwrap();
    }
    add_agreement(d, "opvolging", AgreementSubject::Actor(leaving)).unwrap();
    add_agreement(d, "inwerken", AgreementSubject::Actor(anna)).unwrap();
    add_agreement(d, "volgende bijeenkomst", AgreementSubject::Nothing).unwrap();
    delete(d, &Selection::of_actor(leaving), Label::Delete).unwrap();
}

fn board() -> Board {
    Board {
        width: 1200.0,
        height: 900.5,
        background: Background::Picture,
        picture: Some(Picture {
            name: "kaart.png".into(),
            mime: "image/png".into(),
            bytes: (0..=255).collect::<Vec<u8>>().into(),
        }),
        colour_by: None,
        issue_pos: Some(Point::new(1.5, -2.0)),
        extra: serde_json::Map::new().into(),
    }
}

/// Given out before some of them went.
fn codes() -> Codes {
    let mut codes = Codes::default();
    for (key, code) in [("a1", "A2"), ("a3", "P7")] {
        assert!(codes.give(key, code));
    }
    codes
}

fn info() -> Info {
    Info {
        title: "Arbeidsmarkt".into(),
        issue: "Wie helpt wie aan werk?".into(),
        date: "2026-11-20".into(),
        place: "Alkmaar".into(),
        language: Language::Nl,
        source: "bijeenkomst".into(),
        description: "proef".into(),
        author: "M.".into(),
        codes: codes().into(),
        extra: serde_json::Map::from_iter([("kleur".to_owned(), json!({"a": [1, null]}))]).into(),
    }
}

/// What the program does with these arguments, without a display.
pub fn program(with: impl FnOnce(&mut Command) -> &mut Command) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_netwerkopstelling"));
    command
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY");
    with(&mut command).output().expect("the program starts")
}

pub fn write(constellation: &Constellation) -> Vec<u8> {
    write_as(FormatId::Native, constellation)
}

pub fn write_as(id: FormatId, constellation: &Constellation) -> Vec<u8> {
    formats::format(id).write.expect("this format can be written")(constellation)
}

/// Reads what must be readable, and holds the reader to its accounts.
pub fn read(bytes: &[u8]) -> Loaded {
    let loaded = formats::read(bytes).unwrap_or_else(|error| panic!("{error}"));
    let constellation = &loaded.constellation;
    assert_eq!(netwerkopstelling::model::validate(constellation), vec![]);
    let made = constellation.actors.len()
        + constellation.relations.len()
        + constellation.notes.len()
        + constellation.agreements.len();
    assert_eq!(loaded.report.made, made);
    loaded
}
