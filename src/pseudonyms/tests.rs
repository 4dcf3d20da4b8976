//! One constellation that says everything, under codes.

use serde_json::json;

use super::*;
use crate::model::{
    Attribute, AttributeOf, AttributeType, Board, Info, Language, Picture, Point, Relation, validate,
};

/// Two people, two bodies, and their names wherever a name can be.
fn telling() -> Constellation {
    let mut whole = Constellation::new(Language::Nl);
    let everywhere = "Anna de Boer belt Stichting Zon; mail a.boer@zon.nl, zegt Anna";
    whole.info = Info {
        title: "Rond Stichting Zon".to_owned(),
        issue: "Wie helpt Anna de Boer?".to_owned(),
        date: "2026-11-29".to_owned(),
        place: "bij Stichting Zon".to_owned(),
        source: "gesprek met Bob".to_owned(),
        description: everywhere.to_owned(),
        author: "M. de Vries".to_owned(),
        ..Info::default()
    };
    whole
        .info
        .extra
        .insert("verslag van Bob".to_owned(), json!([everywhere]));
    whole
        .extra
        .insert("x".to_owned(), json!({"Bob": 1, "id": "anna-de-boer"}));
    whole.vocabulary.push_region("zon", "Streek van Stichting Zon");
    whole
        .vocabulary
        .push_relation_kind("roddel-over-bob", "Roddel over Bob");
    for (id, key, label, kind) in [
        (1, "anna-de-boer", "Anna de Boer", Some("persoon")),
        (2, "zon", "Stichting Zon", Some("maatschappelijk")),
        (3, "bob", "Bob", None),
        (4, "winkel-van-bob", "Winkel van Bob", Some("onderneming")),
    ] {
        let mut actor = Actor::new(ActorId(id), key, label);
        actor.kind = kind.map(Into::into);
        actor.pos = Some(Point::new(f64::from(id) * 100.0, 0.0));
        actor.region = (id == 2).then(|| "zon".into());
        actor.organisation = (id == 1).then_some(ActorId(2));
        actor.note = everywhere.to_owned();
        actor.card.note = "Bob kent Anna de Boer".to_owned();
        actor.interests = vec!["rust voor Bob".to_owned()];
        actor.attributes.insert("vriend van Bob", "Stichting Zon");
        actor.attributes.insert("kring", json!({"met": ["Bob", 3]}));
        whole.actors.insert(actor.id, actor);
    }
    for (id, source, target) in [(11, 3, 1), (12, 1, 2), (13, 4, 3)] {
        let key = format!("anna-de-boer-{id}");
        let mut relation = Relation::new(
            RelationId(id),
            &key,
            ActorId(source),
            ActorId(target),
            "roddel-over-bob".into(),
        );
        relation.note = everywhere.to_owned();
        relation.motive = "voor Stichting Zon".to_owned();
        whole.relations.insert(relation.id, relation);
    }
    whole.attributes.push(Attribute {
        label: "Vriend van Bob".to_owned(),
        categories: vec!["Bob".to_owned()],
        ..Attribute::new(AttributeOf::Actors, "vriend van Bob", AttributeType::Text)
    });
    whole.board = Board {
        colour_by: Some("vriend van Bob".to_owned()),
        picture: Some(Picture {
            name: "kaart van Bob.png".to_owned(),
            mime: "image/png".to_owned(),
            bytes: [1, 2, 3].into(),
        }),
        ..Board::default()
    };
    let note = Note {
        id: NoteId(20),
        text: "Bob: klopt dit?".to_owned(),
        about: NoteTarget::Relation(RelationId(12)),
        at: String::new(),
        extra: serde_json::Map::from_iter([("wie".to_owned(), json!("Bob"))]),
    };
    whole.notes.insert(note.id, note);
    let agreement = Agreement {
        who: vec![
            AgreementParty::Actor(ActorId(1)),
            AgreementParty::Text("broer van Bob".to_owned()),
            AgreementParty::Gone("Cees Vertrokken".to_owned()),
        ],
        when: "na het feest van Bob".to_owned(),
        about: AgreementSubject::Relation(RelationId(12)),
        note: everywhere.to_owned(),
        extra: serde_json::Map::from_iter([("wie".to_owned(), json!("Bob"))]),
        ..Agreement::new(AgreementId(21), "Bob belt Anna de Boer")
    };
    let about_gone = Agreement {
        about: AgreementSubject::Gone("Cees Vertrokken".to_owned()),
        ..Agreement::new(AgreementId(22), "opvolging")
    };
    for one in [agreement, about_gone] {
        whole.agreements.insert(one.id, one);
    }
    whole.next_id = 23;
    assert_eq!(validate(&whole), vec![]);
    whole
}

/// Everything a constellation says, as text.
fn said(whole: &Constellation) -> String {
    format!("{whole:?}").to_lowercase()
}

#[test]
fn nothing_of_a_name_is_left_wherever_it_stood() {
    let before = telling();
    let coded = Pseudonymised::to_take_along(&before, Pseudonyms::All);
    assert_eq!(validate(&coded.constellation), vec![]);
    let text = said(&coded.constellation);
    for name in [
        "anna de boer",
        "anna-de-boer",
        "stichting zon",
        "bob",
        "vries",
        "\"zon\"",
        "zon.nl",
        "vertrokken",
    ] {
        assert!(!text.contains(name), "{name}: {text}");
    }
    // What cannot be replaced is shown: her first name alone.
    let words: std::collections::BTreeSet<&str> = coded
        .hints
        .iter()
        .flat_map(|hint| hint.words.iter().map(String::as_str))
        .collect();
    assert_eq!(words, ["Anna"].into());
    assert!(coded.hints.iter().any(|hint| hint.place == TextPlace::Picture));
    let picture = coded.constellation.board.picture.as_ref().unwrap();
    assert_eq!(picture.name, "picture.png");
    assert!(picture.bytes.is_empty(), "what is no picture may hold anything");
    assert!(coded.leaves_author_out && coded.replaced.contains(&TextPlace::Question));
    let key: Vec<(&str, &str)> = coded
        .key
        .iter()
        .map(|row| (row.code.as_str(), row.name.as_str()))
        .collect();
    assert_eq!(key.len(), 4);
    assert_eq!(
        key.iter().map(|(code, _)| *code).collect::<Vec<_>>(),
        ["A1", "A2", "P1", "P2"]
    );
}

#[test]
fn the_network_under_codes_is_the_same_network() {
    let before = telling();
    let coded = Pseudonymised::to_take_along(&before, Pseudonyms::All);
    let codes = Codes::completed(&before);
    for (id, actor) in &before.actors {
        let now = coded.constellation.actor(coded.actor(*id)).unwrap();
        assert_eq!(now.label, codes.of[&actor.key]);
        assert_eq!((now.pos, &now.kind), (actor.pos, &actor.kind));
        assert_eq!(now.organisation, actor.organisation.map(|id| coded.actor(id)));
    }
    for (id, relation) in &before.relations {
        let now = coded.constellation.relation(coded.relation(*id)).unwrap();
        assert_eq!(
            (now.source, now.target),
            (coded.actor(relation.source), coded.actor(relation.target))
        );
    }
    let note = coded.constellation.notes.values().next().unwrap();
    assert_eq!(note.about, NoteTarget::Relation(coded.relation(RelationId(12))));
    // In the order of the codes, so that the order of the file tells nothing.
    let labels: Vec<&str> = coded
        .constellation
        .actors
        .values()
        .map(|it| it.label.as_str())
        .collect();
    assert_eq!(labels, ["A1", "A2", "P1", "P2"]);
    // Words that somebody's name is in have another id, which everything that names them follows.
    let region = coded.word(WordsOf::Regions, "zon");
    assert_ne!(region, "zon");
    assert!(
        coded
            .constellation
            .actors
            .values()
            .any(|it| it.region == Some(region.into()))
    );
    let key = coded.word(WordsOf::Attributes, "vriend van Bob").to_owned();
    assert_eq!(coded.constellation.board.colour_by.as_ref(), Some(&key));
    assert_eq!(coded.constellation.attributes[0].key, key);
    assert!(coded.constellation.info.codes.is_empty(), "the key stays here");
}

#[test]
fn of_people_only_others_keep_their_names_but_not_those_of_people_in_them() {
    let coded = Pseudonymised::to_take_along(&telling(), Pseudonyms::Persons);
    assert_eq!(validate(&coded.constellation), vec![]);
    let labels: Vec<&str> = coded
        .constellation
        .actors
        .values()
        .map(|it| it.label.as_str())
        .collect();
    let bob = coded.text("Bob");
    assert_eq!(
        labels,
        ["Stichting Zon", &format!("Winkel van {bob}"), "P1", "P2"]
    );
    let text = said(&coded.constellation);
    for name in ["anna de boer", "bob", "anna-de-boer"] {
        assert!(!text.contains(name), "{name}: {text}");
    }
    assert!(text.contains("stichting zon"));
}

#[test]
fn on_the_screen_everybody_keeps_the_number_that_the_document_knows() {
    let before = telling();
    let coded = Pseudonymised::on_screen(&before, Pseudonyms::All);
    assert_eq!(validate(&coded.constellation), vec![]);
    let ids = |whole: &Constellation| whole.actors.keys().copied().collect::<Vec<_>>();
    assert_eq!(ids(&coded.constellation), ids(&before));
    let regions = |whole: &Constellation| -> Vec<String> {
        whole
            .vocabulary
            .regions
            .iter()
            .map(|word| word.id.to_string())
            .collect()
    };
    assert_eq!(regions(&coded.constellation), regions(&before));
    let shown: Vec<&str> = coded
        .constellation
        .actors
        .values()
        .map(|it| it.label.as_str())
        .collect();
    assert!(shown.iter().all(|label| label.len() == 2), "{shown:?}");
    assert!(
        coded.constellation.vocabulary.regions[0]
            .label
            .starts_with("Streek van A")
    );
}

#[test]
fn a_word_is_no_name_unless_it_says_of_one_who_it_is() {
    let mut whole = Constellation::new(Language::Nl);
    for (id, label) in [
        ("westfriesland", "Westfriesland"),
        ("kring-van-anna", "Kring van Anna"),
    ] {
        whole.vocabulary.push_region(id, label);
    }
    whole.vocabulary.push_region("zon", "Zon");
    for (id, key, label, kind, region) in [
        (
            1,
            "westfriesland",
            "Westfriesland",
            Some("regio"),
            "westfriesland",
        ),
        (2, "hoorn", "Hoorn", Some("gemeente"), "westfriesland"),
        (3, "anna", "Anna", Some("persoon"), "kring-van-anna"),
        (4, "bob", "Bob", Some("persoon"), "kring-van-anna"),
        (5, "zon", "Zon", None, "zon"),
    ] {
        let mut actor = Actor::new(ActorId(id), key, label);
        actor.kind = kind.map(Into::into);
        actor.region = Some(region.into());
        whole.actors.insert(actor.id, actor);
    }
    whole.next_id = 6;
    assert_eq!(validate(&whole), vec![]);
    let regions = |whole: &Constellation| -> Vec<String> {
        let coded = Pseudonymised::to_take_along(whole, Pseudonyms::All);
        assert_eq!(validate(&coded.constellation), vec![]);
        let said = said(&coded.constellation);
        assert!(!said.contains("anna") && !said.contains("hoorn"), "{said}");
        let regions = coded.constellation.vocabulary.regions.iter();
        let regions = regions
            .map(|word| format!("{} {}", word.id, word.label))
            .collect();
        let kept: Vec<String> = coded.kept_words;
        assert!(kept.contains(&"Westfriesland".to_owned()));
        regions
    };
    let codes = Codes::completed(&whole).of;
    let (anna, zon) = (codes["anna"].clone(), codes["zon"].clone());
    // Another municipality lies in Westfriesland; Zon alone is of Zon, and Anna is a person.
    let found = regions(&whole);
    assert_eq!(found[0], "westfriesland Westfriesland");
    assert!(found[1].ends_with(&format!("Kring van {anna}")), "{found:?}");
    assert!(found[2].ends_with(&format!(" {zon}")), "{found:?}");
    // With somebody else of Zon it is a word like others, although nobody said what the actor of that name is.
    let mut other = Actor::new(ActorId(6), "cor", "Cor");
    other.kind = Some("persoon".into());
    other.region = Some("zon".into());
    whole.actors.insert(other.id, other);
    whole.next_id = 7;
    assert_eq!(regions(&whole)[2], "zon Zon");
}

#[test]
fn a_title_names_nobody_where_nobody_reads_what_stays() {
    let mut whole = telling();
    for (title, expected) in [
        ("Rond Anna de Boer", "Rond P"),
        ("Dossier De Boer", ""),
        ("Werk", "Werk"),
    ] {
        whole.info.title = title.to_owned();
        let shown = title_that_names_nobody(&whole);
        assert_eq!(shown.trim_end_matches(char::is_numeric), expected, "{title}");
    }
}

#[test]
fn a_picture_that_leaves_has_its_pixels_and_nothing_that_was_written_beside_them() {
    let mut whole = telling();
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::GrayImage::new(4, 3)
        .write_to(&mut bytes, image::ImageFormat::Png)
        .unwrap();
    let mut png = img_parts::png::Png::from_bytes(bytes.into_inner().into()).unwrap();
    let comment = img_parts::png::PngChunk::new(*b"tEXt", b"Author\0Bob"[..].into());
    png.chunks_mut().insert(1, comment);
    let marked: std::sync::Arc<[u8]> = std::sync::Arc::from(&*png.encoder().bytes());
    whole.board.picture.as_mut().unwrap().bytes = std::sync::Arc::clone(&marked);
    let of = |coded: Pseudonymised| coded.constellation.board.picture.clone().unwrap().bytes;
    let left = of(Pseudonymised::to_take_along(&whole, Pseudonyms::Persons));
    assert!(!left.windows(3).any(|part| part == b"Bob"));
    assert_eq!(image::load_from_memory(&left).unwrap().width(), 4);
    // On the screen it is the very same picture, so that it is decoded once.
    let shown = of(Pseudonymised::on_screen(&whole, Pseudonyms::Persons));
    assert!(std::sync::Arc::ptr_eq(&shown, &marked));
}
