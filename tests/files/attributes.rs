//! Attributes in files: typed when somebody said so, guessed else, and old files stay as they are.

use std::fs;
use std::path::Path;

use netwerkopstelling::edit::operations::{
    AttributeEdit, add_attribute, copy, edit_attribute, paste, set_attribute,
};
use netwerkopstelling::edit::{AttributeOwner, Document, Selection};
use netwerkopstelling::formats::native::words::AttributeTypeDto;
use netwerkopstelling::formats::stored::{StoredConstellation, WrittenConstellation};
use netwerkopstelling::formats::{self, FormatId};
use netwerkopstelling::i18n::Texts;
use netwerkopstelling::model::{
    AttributeOf, AttributeType, AttributeValue, Constellation, Language, attributes_of,
};
use serde_json::{Value, json};

use crate::support::{read, rich, write, write_as};

const ACTORS: AttributeOf = AttributeOf::Actors;

/// A file of version 1.0 with fields that are not ours, in an order that no list of attributes has.
fn old_file() -> Value {
    json!({
        "format": "netwerkopstelling", "version": 1,
        "nodes": [
            {"id": "a", "label": "A", "zone": "kust", "ding": {"b": 1}, "fte": 3, "leeg": null, "group": 1},
            {"id": "b", "label": "B", "fte": 3.0, "zone": "kust", "lid": true, "group": 1},
            {"id": "c", "label": "C", "sinds": "2020-01-31", "zone": "bos", "tags": ["x", 2], "group": 2},
            {"id": "d", "label": "D", "zone": "bos", "zin": "", "groot": 18_446_744_073_709_551_615_u64},
        ],
        "edges": [{"source": "a", "target": "b", "key": "k", "kind": "band", "weight": 1, "bron": "krant", "n": 2}],
    })
}

fn types(constellation: &Constellation, of: AttributeOf) -> Vec<(String, AttributeType)> {
    let found = attributes_of(constellation, of).into_iter();
    found.map(|one| (one.key, one.of_type)).collect()
}

fn file(constellation: &Constellation) -> Value {
    serde_json::from_slice(&write(constellation)).unwrap()
}

#[test]
fn an_old_file_has_attributes_with_types_and_is_saved_as_it_was() {
    let opened = read(old_file().to_string().as_bytes());
    let constellation = opened.constellation;
    let named = |names: &[(&str, AttributeType)]| -> Vec<(String, AttributeType)> {
        names
            .iter()
            .map(|(name, of_type)| ((*name).to_owned(), *of_type))
            .collect()
    };
    assert_eq!(
        types(&constellation, ACTORS),
        named(&[
            ("zone", AttributeType::Category),
            ("fte", AttributeType::Number),
            ("group", AttributeType::Category),
            ("lid", AttributeType::YesNo),
            ("sinds", AttributeType::Date),
            ("tags", AttributeType::List),
            ("zin", AttributeType::Text),
        ])
    );
    assert_eq!(
        types(&constellation, AttributeOf::Relations),
        named(&[("bron", AttributeType::Text), ("n", AttributeType::WholeNumber)])
    );
    assert!(
        constellation.actors.values().all(|actor| actor.sector.is_none()),
        "a group is no sector"
    );
    let saved = write(&constellation);
    for (list, at) in [
        ("nodes", 0),
        ("nodes", 1),
        ("nodes", 2),
        ("nodes", 3),
        ("edges", 0),
    ] {
        let own = [
            "id",
            "label",
            "source",
            "target",
            "key",
            "kind",
            "weight",
            "direction",
            "status",
            "verified",
        ];
        let rest = |file: &Value| {
            let fields = file[list][at].as_object().unwrap().iter();
            let rest = fields.filter(|(name, _)| !own.contains(&name.as_str()));
            rest.map(|(name, value)| format!("{name}: {value}"))
                .collect::<Vec<_>>()
        };
        let saved: Value = serde_json::from_slice(&saved).unwrap();
        assert_eq!(rest(&saved), rest(&old_file()), "{list}[{at}]");
    }
    assert!(
        !String::from_utf8(saved.clone()).unwrap().contains("minor"),
        "nothing of a later version is in it"
    );
    assert!(write(&read(&saved).constellation) == saved);
}

#[test]
fn every_file_of_version_1_is_saved_to_the_byte() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut seen = 0;
    for folder in ["sample-networks", "tests/files/v1"] {
        for entry in fs::read_dir(root.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.to_string_lossy().ends_with(".opstelling.json") {
                let bytes = fs::read(&path).unwrap();
                let saved = String::from_utf8(write(&read(&bytes).constellation)).unwrap();
                let generator = |line: &&str| !line.contains("\"generator\"");
                let opened = String::from_utf8(bytes).unwrap();
                let pair = [&opened, &saved].map(|text| text.lines().filter(generator).collect::<Vec<_>>());
                assert!(pair[0] == pair[1], "{}", path.display());
                seen += 1;
            }
        }
    }
    assert!(seen > 0);
}

#[test]
fn what_a_user_said_of_an_attribute_is_in_the_file_with_the_minor_version_and_comes_back() {
    let mut document = Document::new(read(old_file().to_string().as_bytes()).constellation);
    let key = add_attribute(&mut document, ACTORS, "Aantal fte", AttributeType::Number).unwrap();
    let first = *document.constellation().actors.keys().next().unwrap();
    let owner = AttributeOwner::Actor(first);
    set_attribute(&mut document, &[owner], &key, Some(&AttributeValue::text("2,5"))).unwrap();
    edit_attribute(
        &mut document,
        ACTORS,
        "zone",
        &AttributeEdit::Label("Gebied".to_owned()),
    )
    .unwrap();
    let order = ["bos", "kust"].map(str::to_owned).to_vec();
    edit_attribute(
        &mut document,
        ACTORS,
        "zone",
        &AttributeEdit::Categories(order.clone()),
    )
    .unwrap();
    let saved = file(document.constellation());
    assert_eq!(saved["minor"], json!(1));
    assert_eq!(
        saved["vocabulary"]["attributes"],
        json!([
            {"key": "Aantal fte", "label": "Aantal fte", "of": "actors", "type": "number"},
            {"key": "zone", "label": "Gebied", "of": "actors", "type": "category", "categories": ["bos", "kust"]},
        ])
    );
    assert_eq!(saved["nodes"][0]["Aantal fte"], json!(2.5));
    let opened = read(saved.to_string().as_bytes());
    assert!(
        opened
            .report
            .notices
            .iter()
            .all(|one| one.message.key != "read-notice-attribute-misfit")
    );
    assert_eq!(
        opened.constellation.attributes,
        document.constellation().attributes
    );
    assert!(write(&opened.constellation) == write(document.constellation()));
    // All of it taken back is the old file again.
    while document.undo().is_some() {}
    assert_eq!(file(document.constellation()).get("minor"), None);
}

#[test]
fn a_value_that_is_not_of_its_declared_type_is_kept_beside_it_and_told() {
    let mut written = old_file();
    written["minor"] = json!(1);
    written["vocabulary"] = json!({"attributes": [
        {"key": "fte", "of": "actors", "type": "whole-number"},
        {"key": "fte", "of": "actors", "type": "text"},
        {"key": "label", "of": "actors", "type": "text"},
        {"key": "", "of": "actors", "type": "text"},
        {"key": "zone", "of": "actors", "type": "van later"},
        {"key": "ongebruikt", "of": "relations", "type": "date"},
    ]});
    let opened = read(written.to_string().as_bytes());
    let told: Vec<&str> = opened
        .report
        .notices
        .iter()
        .map(|one| one.message.key.as_ref())
        .collect();
    for key in [
        "read-notice-attribute-misfit",
        "read-notice-duplicate-word",
        "read-notice-attribute-taken",
        "read-notice-word-without-id",
        "read-notice-kept",
    ] {
        assert!(told.contains(&key), "{key}: {told:?}");
    }
    let constellation = &opened.constellation;
    let b = constellation
        .actors
        .values()
        .nth(1)
        .unwrap()
        .attributes
        .to_fields();
    assert_eq!((b.get("fte"), b["fte_original"].clone()), (None, json!(3.0)));
    let declared: Vec<(&str, AttributeType)> = constellation
        .attributes
        .iter()
        .map(|one| (one.key.as_str(), one.of_type))
        .collect();
    assert_eq!(
        declared,
        [
            ("fte", AttributeType::WholeNumber),
            ("zone", AttributeType::Category),
            ("ongebruikt", AttributeType::Date)
        ]
    );
    let again = write(constellation);
    let clean = read(&again);
    assert!(write(&clean.constellation) == again);
}

/// An export for another program and what comes back of it.
fn there_and_back(id: FormatId, constellation: &Constellation) -> Constellation {
    let loaded = read(&write_as(id, constellation));
    assert_eq!(loaded.format, id);
    loaded.constellation
}

#[test]
fn attributes_go_through_node_link_json_with_their_types() {
    let mut document = Document::new(rich());
    for (name, of_type, value) in [
        ("Aantal fte", AttributeType::Number, json!(2.5)),
        ("Lid", AttributeType::YesNo, json!(true)),
        ("Sinds", AttributeType::Date, json!("2020-01-31")),
        ("Fase", AttributeType::Category, json!("start")),
        ("Thema's", AttributeType::List, json!(["a", "b"])),
        ("Code", AttributeType::Text, json!("0080")),
        ("Leden", AttributeType::WholeNumber, json!(12)),
    ] {
        let key = add_attribute(&mut document, ACTORS, name, of_type).unwrap();
        let first = *document.constellation().actors.keys().next().unwrap();
        let owner = AttributeOwner::Actor(first);
        set_attribute(&mut document, &[owner], &key, Some(&value.into())).unwrap();
    }
    let before = document.constellation();
    for id in [FormatId::NetworkX, FormatId::D3] {
        let after = there_and_back(id, before);
        assert_eq!(after.attributes, before.attributes, "{id:?}");
        let values = |c: &Constellation| c.actors.values().next().unwrap().attributes.clone();
        assert_eq!(values(&after), values(before), "{id:?}");
    }
    let written: Value = serde_json::from_slice(&write_as(FormatId::NetworkX, before)).unwrap();
    assert_eq!(written["nodes"][0]["Aantal fte"], json!(2.5));
    assert_eq!(written["graph"]["attributes"][0]["type"], json!("number"));
}

#[test]
fn an_export_says_which_attribute_has_the_name_that_d3_reads_something_else_under() {
    let losses = |id: FormatId, constellation: &Constellation| -> Vec<String> {
        let told = (formats::format(id).losses)(constellation).into_iter();
        let told = told.filter(|one| one.key.ends_with("-taken"));
        told.map(|one| one.text(Texts::new(Language::Nl))).collect()
    };
    let mut file = old_file();
    let plain = read(file.to_string().as_bytes()).constellation;
    // Nobody has a sector: D3 reads the user's own groups, and nothing is missed.
    assert_eq!(losses(FormatId::D3, &plain), Vec::<String>::new());
    file["nodes"][0]["sector"] = json!("1");
    file["nodes"][3]["sector"] = json!("overheid");
    file["edges"][0]["value"] = json!(7);
    let constellation = read(file.to_string().as_bytes()).constellation;
    assert_eq!(losses(FormatId::NetworkX, &constellation), Vec::<String>::new());
    let told = losses(FormatId::D3, &constellation);
    assert!(
        told.len() == 2 && told[0].contains("\"group\"") && told[0].contains("sector"),
        "{told:?}"
    );
    assert!(
        told[1].contains("\"value\"") && told[1].contains("gewicht"),
        "{told:?}"
    );
    let written: Value = serde_json::from_slice(&write_as(FormatId::D3, &constellation)).unwrap();
    assert_eq!(
        (&written["nodes"][0]["group"], &written["nodes"][0]["name"]),
        (&json!(1), &json!("A"))
    );
    // One column, one meaning: the sector of who has no group of the user's own is not put in it.
    assert_eq!(written["nodes"][3]["group"], Value::Null);
    assert_eq!(written["links"][0]["value"], json!(7));
}

#[test]
fn what_others_call_attributes_of_the_graph_stays_theirs() {
    let theirs = json!({"graph": {"attributes": ["a", "b"]}, "nodes": [{"id": "p"}], "edges": []});
    let loaded = read(theirs.to_string().as_bytes());
    assert_eq!(loaded.constellation.info.extra["attributes"], json!(["a", "b"]));
    assert_eq!(loaded.constellation.attributes, []);
}

#[test]
fn what_is_pasted_elsewhere_brings_its_attributes_or_finds_them_there() {
    let mut source = Document::new(read(old_file().to_string().as_bytes()).constellation);
    edit_attribute(
        &mut source,
        ACTORS,
        "fte",
        &AttributeEdit::Label("Formatie".to_owned()),
    )
    .unwrap();
    let all = Selection::of_actors(source.constellation().actors.keys().copied());
    let fragment = copy(source.constellation(), &all);
    let mut empty = Document::new(Constellation::new(Language::Nl));
    paste(&mut empty, &fragment, 0.0, 0.0).unwrap();
    let found = empty.attributes(ACTORS);
    let fte = found.iter().find(|one| one.key == "fte").unwrap();
    assert_eq!(
        (fte.label.as_str(), fte.of_type),
        ("Formatie", AttributeType::Number)
    );
    assert_eq!(
        types(empty.constellation(), ACTORS).len(),
        types(source.constellation(), ACTORS).len()
    );
    empty.undo();
    assert!(write(empty.constellation()) == write(&Constellation::new(Language::Nl)));

    // Where the name means something else, the values come under a name of their own.
    let mut other = Document::new(Constellation::new(Language::Nl));
    add_attribute(&mut other, ACTORS, "zone", AttributeType::Date).unwrap();
    add_attribute(&mut other, ACTORS, "Formatie", AttributeType::Number).unwrap();
    paste(&mut other, &fragment, 0.0, 0.0).unwrap();
    let first = other
        .constellation()
        .actors
        .values()
        .next()
        .unwrap()
        .attributes
        .to_fields();
    assert_eq!((first.get("zone"), &first["zone-2"]), (None, &json!("kust")));
    assert_eq!(
        (first.get("fte"), &first["Formatie"]),
        (None, &json!(3)),
        "the same name is the same attribute"
    );
    let ties = other.constellation().relations.values().next().unwrap();
    assert_eq!(ties.attributes.to_fields()["bron"], json!("krant"));
}

#[test]
fn journals_of_version_0_1_0_have_their_fields_under_another_name() {
    let constellation = read(old_file().to_string().as_bytes()).constellation;
    let stored = serde_json::to_value(WrittenConstellation(&constellation)).unwrap();
    assert_eq!(stored.get("attributes"), None, "nothing was declared");
    assert_eq!(stored["actors"]["1"]["extra"]["zone"], json!("kust"));
    let read: StoredConstellation = serde_json::from_value(stored).unwrap();
    assert_eq!(read.restored(), Some(constellation));
}

#[test]
fn the_page_about_the_file_names_every_type_and_what_it_says_of_the_fields_is_so() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = fs::read_to_string(root.join("docs/file-format.md")).unwrap();
    for of_type in AttributeType::ALL {
        let name = serde_json::to_value(AttributeTypeDto::from(of_type)).unwrap();
        assert!(
            page.contains(&format!("| `{}` |", name.as_str().unwrap())),
            "{name}"
        );
    }
    let declared = page
        .lines()
        .filter(|line| line.trim_start().starts_with("{ \"key\""));
    let declared: Vec<Value> = declared.map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(declared.len(), 2);
    let mut file = old_file();
    file["vocabulary"] = json!({ "attributes": declared });
    let opened = read(file.to_string().as_bytes());
    let found: Vec<&str> = opened
        .constellation
        .attributes
        .iter()
        .map(|one| one.label.as_str())
        .collect();
    assert_eq!(found, ["Lid sinds", "Fase"]);
}
