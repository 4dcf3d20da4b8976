//! What is saved comes back, to the byte.

use netwerkopstelling::formats::{Arg, FilePlace, FormatId};
use netwerkopstelling::model::{Constellation, Direction, Language};
use serde_json::{Value, json};

use crate::support::{read, rich, skipped_places, write, write_as};

#[test]
fn saving_what_was_opened_gives_the_same_bytes() {
    for constellation in [rich(), Constellation::new(Language::En), Constellation::default()] {
        let saved = write(&constellation);
        let loaded = read(&saved);
        assert!(loaded.report.is_clean(), "{:?}", loaded.report);
        assert_eq!(loaded.format, FormatId::Native);
        let again = write(&loaded.constellation);
        assert_eq!(
            String::from_utf8(saved).unwrap(),
            String::from_utf8(again).unwrap()
        );
    }
}

#[test]
fn everything_of_a_constellation_is_in_the_file() {
    let before = rich();
    let after = read(&write(&before)).constellation;
    assert_eq!(after.info, before.info);
    assert_eq!(after.vocabulary, before.vocabulary);
    assert_eq!(after.board, before.board);
    assert_eq!(after.next_id, before.next_id);
    let mut actors = before.actors.values().zip(after.actors.values());
    assert!(actors.all(|(a, b)| {
        let organisation = |c: &Constellation, id| c.actor(id).unwrap().key.clone();
        assert_eq!(
            a.organisation.map(|id| organisation(&before, id)),
            b.organisation.map(|id| organisation(&after, id))
        );
        let mut a = a.clone();
        (a.id, a.organisation) = (b.id, b.organisation);
        a == *b
    }));
    let texts =
        |c: &Constellation| -> Vec<String> { c.notes.values().map(|note| note.text.clone()).collect() };
    assert_eq!(texts(&before), texts(&after));
    assert_eq!(before.relations.len(), after.relations.len());
}

#[test]
fn a_number_given_out_before_saving_does_not_come_back_after_opening() {
    let mut before = rich();
    before.next_id = 500;
    assert_eq!(read(&write(&before)).constellation.next_id, 500);
    let file = json!({"format": "netwerkopstelling", "version": 1, "nodes": [{"id": "a41"}], "edges": []});
    assert_eq!(read(file.to_string().as_bytes()).constellation.next_id, 42);
}

#[test]
fn a_change_of_one_weight_is_a_change_of_one_line() {
    let before = rich();
    let mut after = before.clone();
    after.relations.values_mut().next().unwrap().weight = 3.5;
    let lines = |c: &Constellation| -> Vec<String> {
        String::from_utf8(write(c))
            .unwrap()
            .lines()
            .map(str::to_owned)
            .collect()
    };
    let (before, after) = (lines(&before), lines(&after));
    assert_eq!(before.len(), after.len());
    assert_eq!(before.iter().zip(&after).filter(|(a, b)| a != b).count(), 1);
}

#[test]
fn fields_of_later_versions_survive_at_every_level() {
    let mut file: Value = serde_json::from_slice(&write(&rich())).unwrap();
    let unknown = json!({"deep": [1, 2.5, "drie", null], "leeg": {}});
    let places = [
        "",
        "/graph",
        "/vocabulary",
        "/vocabulary/sectors/0",
        "/vocabulary/levels/1",
        "/vocabulary/domains/0",
        "/vocabulary/regions/0",
        "/vocabulary/actor_kinds/2",
        "/vocabulary/relation_kinds/0",
        "/nodes/0",
        "/edges/1",
        "/board",
        "/notes/2",
        "/graph/agreements/0",
    ];
    for place in places {
        let object = file.pointer_mut(place).unwrap().as_object_mut().unwrap();
        object.insert("van_later".into(), unknown.clone());
    }
    file["snapshots"] = json!([{"name": "eerste beeld", "nodes": {"a1": [1, 2]}}]);
    file["session"] = json!({"step": 3});
    file["minor"] = json!(7);
    let loaded = read(file.to_string().as_bytes());
    assert_eq!(loaded.report.notices.len(), 1, "{:?}", loaded.report);
    assert_eq!(loaded.report.notices[0].message.key, "read-notice-newer-minor");
    let again: Value = serde_json::from_slice(&write(&loaded.constellation)).unwrap();
    assert_eq!(again, file);
}

#[test]
fn what_cannot_be_used_is_reported_with_its_place() {
    let file = json!({
        "format": "netwerkopstelling", "version": 1,
        "vocabulary": {"sectors": [{"id": "s", "colour": "rood"}, {"id": "s", "colour": "#000000"}, {}]},
        "nodes": [
            {"id": "x", "label": "X", "x": 1, "kind": "nieuw", "influence": "veel", "organisation": "nergens"},
            {"id": "x", "label": "nog een"},
            {"id": 7, "x": 1, "y": 2, "influence": 3.0, "gaze_deg": -90},
            "geen object"
        ],
        "edges": [
            {"source": "x", "target": 7, "key": "k", "kind": "band", "weight": 2},
            {"source": "x", "target": "weg", "key": "l", "weight": 1},
            {"source": "x", "target": "7", "key": "k", "weight": 1, "direction": "schuin"},
            {"source": "x", "target": "7", "key": "m", "weight": 0},
            {"source": "x", "target": "7", "key": "n", "weight": -2},
            {"source": "x", "target": "7"},
            {"target": "7"}
        ],
        "notes": [{"text": "n", "actor": "weg"}],
        "board": {"width": -1, "picture": {"mime": "image/png", "base64": "?"}}
    });
    let loaded = read(file.to_string().as_bytes());
    let skipped = skipped_places(&loaded);
    assert_eq!(
        skipped,
        [
            "nodes[1]",
            "nodes[3]",
            "edges[1]",
            "edges[3]",
            "edges[4]",
            "edges[6]",
            "board.picture.base64"
        ]
    );
    assert_eq!(loaded.report.read(), 4 + 7 + 1 + 1);
    let noticed: Vec<_> = loaded
        .report
        .notices
        .iter()
        .map(|one| one.place.to_string())
        .collect();
    for place in [
        "vocabulary.sectors[0].colour",
        "vocabulary.sectors[1]",
        "vocabulary.sectors[2]",
        "nodes[0].x",
        "nodes[0].influence",
        "nodes[0].organisation",
        "edges[2].direction",
        "edges[2].key",
        "edges[5].weight",
        "edges[5].key",
        "notes[0]",
        "board.width",
        "vocabulary.actor_kinds",
        "vocabulary.relation_kinds",
    ] {
        assert!(
            noticed.iter().any(|found| found == place),
            "{place} in {noticed:?}"
        );
    }
    let seven = loaded
        .constellation
        .actors
        .values()
        .find(|actor| actor.key == "7")
        .unwrap();
    assert_eq!((seven.influence, seven.gaze_deg), (Some(3), Some(270.0)));
}

#[test]
fn a_newer_major_version_is_refused_with_both_numbers() {
    let error = netwerkopstelling::formats::read(
        br#"{"format": "netwerkopstelling", "version": 2, "nodes": "anders", "edges": {}}"#,
    );
    let error = error.unwrap_err();
    assert_eq!(error.place, FilePlace::Path("version".into()));
    let message = error.message();
    assert_eq!(message.key, "read-error-newer-version");
    assert!(message.args.contains(&("found", Arg::Number(2))), "{message:?}");
}

#[test]
fn both_plain_exports_come_back_with_kinds_weights_directions_and_places() {
    let before = rich();
    for id in [FormatId::NetworkX, FormatId::D3] {
        let loaded = read(&write_as(id, &before));
        assert_eq!(loaded.format, id);
        assert_eq!(loaded.report.skipped, vec![]);
        let after = loaded.constellation;
        assert_eq!(before.info.title, after.info.title);
        for (a, b) in before.relations.values().zip(after.relations.values()) {
            let ends = |c: &Constellation, r: &netwerkopstelling::model::Relation| {
                (
                    c.actor(r.source).unwrap().key.clone(),
                    c.actor(r.target).unwrap().key.clone(),
                )
            };
            assert_eq!(
                (&a.key, &a.kind, a.weight, a.direction),
                (&b.key, &b.kind, b.weight, b.direction)
            );
            assert_eq!((a.status, a.verified, &a.note), (b.status, b.verified, &b.note));
            assert_eq!(ends(&before, a), ends(&after, b));
            assert!(b.attributes.is_empty());
        }
        assert_eq!(before.relations.len(), after.relations.len());
        for (a, b) in before.actors.values().zip(after.actors.values()) {
            assert_eq!(
                (&a.key, &a.label, &a.kind, a.pos),
                (&b.key, &b.label, &b.kind, b.pos)
            );
            assert_eq!(
                (&a.domains, &a.card, a.gaze_deg),
                (&b.domains, &b.card, b.gaze_deg)
            );
            assert!(b.attributes.is_empty());
        }
    }
}

#[test]
fn a_relation_that_counts_both_ways_is_written_both_ways_beside_directed_ones() {
    let written: Value = serde_json::from_slice(&write_as(FormatId::NetworkX, &rich())).unwrap();
    let edges = written["edges"].as_array().unwrap();
    let mirrors: Vec<_> = edges
        .iter()
        .filter(|edge| edge.get("mirror_of").is_some())
        .collect();
    assert_eq!(written["directed"], json!(true));
    assert_eq!(mirrors.len(), 1, "the loop has no way back of its own");
    assert_eq!(mirrors[0]["source"], edges[0]["target"]);
    assert_eq!(edges[0]["direction"], json!("mutual"));
    let mut calm = rich();
    for relation in calm.relations.values_mut() {
        relation.direction = Direction::Undirected;
    }
    let written: Value = serde_json::from_slice(&write_as(FormatId::NetworkX, &calm)).unwrap();
    assert_eq!(written["directed"], json!(false));
    assert_eq!(written["edges"].as_array().unwrap().len(), calm.relations.len());
}
