//! Whatever the bytes: a constellation that is sound, or a sentence. Never a panic.

use netwerkopstelling::formats::stored::Storable;
use netwerkopstelling::formats::{self, ErrorKind, FilePlace, FormatId, Loaded};
use netwerkopstelling::i18n::Texts;
use netwerkopstelling::model::{Direction, Language, Point};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::{read, rich, skipped_places, write};

fn error_of(bytes: &[u8]) -> formats::ReadError {
    let error = formats::read(bytes).expect_err("this should not be readable");
    for language in [Language::Nl, Language::En] {
        let text = error.text(Texts::new(language));
        assert!(!text.contains('{') && !text.contains("read-"), "{text}");
        assert!(text.ends_with('.') && text.matches(' ').count() > 5, "{text}");
    }
    error
}

fn line(line: usize, column: usize) -> FilePlace {
    FilePlace::Line { line, column }
}

#[test]
fn what_is_no_json_is_refused_with_line_and_column() {
    let error = error_of(b"{\n  \"nodes\": [,]\n}");
    assert_eq!(error.place, line(2, 13));
    assert!(matches!(error.kind, ErrorKind::Syntax { .. }));
    let ours = |rest: &str| {
        format!("{{\"format\": \"netwerkopstelling\", \"version\": 1, \"nodes\": [{rest}], \"edges\": []}}")
    };
    let no_number = |value: &str| ErrorKind::NotANumber {
        value: value.to_owned(),
    };
    for value in ["NaNs", "InfinityX"] {
        let error = error_of(ours(&format!("{{\"id\": 1, \"x\": {value}}}")).as_bytes());
        assert_eq!(error.kind, no_number(value));
        let told = error.text(Texts::new(Language::Nl));
        assert!(told.contains(value) && told.contains("regel 1, kolom"), "{told}");
    }
    assert!(matches!(error_of(b"<graphml/>").kind, ErrorKind::Syntax { .. }));
}

#[test]
fn json_that_is_no_network_is_refused_as_such() {
    for text in [
        "[]",
        "{}",
        "3",
        "null",
        "\"tekst\"",
        "[1, {\"nodes\": []}]",
        "{\"edges\": []}",
    ] {
        assert_eq!(error_of(text.as_bytes()).kind, ErrorKind::NotANetwork, "{text}");
    }
    let error = error_of(br#"{"nodes": []}"#);
    assert_eq!(error.place, FilePlace::Path("edges".into()));
    for text in [
        r#"{"format": "netwerkopstelling", "version": 1, "nodes": {}, "edges": []}"#,
        r#"{"format": "netwerkopstelling", "version": 1, "nodes": []}"#,
    ] {
        assert!(
            matches!(error_of(text.as_bytes()).kind, ErrorKind::WrongShape { .. }),
            "{text}"
        );
    }
    for version in ["0", "-1", "1.5", "\"1\"", "null"] {
        let text =
            format!(r#"{{"format": "netwerkopstelling", "version": {version}, "nodes": [], "edges": []}}"#);
        assert_eq!(error_of(text.as_bytes()).kind, ErrorKind::BadVersion, "{version}");
    }
}

#[test]
fn every_truncation_of_a_file_is_refused() {
    let whole = write(&rich());
    let text = String::from_utf8(whole.clone()).unwrap();
    for end in (0..whole.len() - 2).step_by(7) {
        let error = formats::read(&whole[..end]).expect_err("half a file");
        let is_expected = matches!(
            error.kind,
            ErrorKind::Truncated | ErrorKind::Empty | ErrorKind::NotUtf8
        );
        assert!(is_expected, "cut at {end}: {error}");
        assert_eq!(error.kind == ErrorKind::NotUtf8, !text.is_char_boundary(end));
    }
    assert_eq!(error_of(&whole[..whole.len() / 2]).kind, ErrorKind::Truncated);
}

#[test]
fn other_encodings_are_named() {
    for text in ["\u{feff}{}", "{\"nodes\": [], \"edges\": []}", "[]"] {
        for to_bytes in [u16::to_le_bytes, u16::to_be_bytes] {
            let utf16: Vec<u8> = text.encode_utf16().flat_map(to_bytes).collect();
            let error = error_of(&utf16);
            assert_eq!(error.kind, ErrorKind::Utf16, "{text}");
            let said = error.text(Texts::new(Language::Nl));
            assert!(said.contains("UTF-16") && said.contains("Opslaan als"), "{said}");
        }
    }
    // Zeros alone are no text of any kind.
    assert!(matches!(error_of(&[0; 64]).kind, ErrorKind::Syntax { .. }));
    let error = error_of(b"{\n \"a\": \"S\xfadwest\"}");
    assert_eq!((error.place, error.kind), (line(2, 9), ErrorKind::NotUtf8));
    assert_eq!(error_of(b" \n\t").kind, ErrorKind::Empty);
    let mut with_mark = vec![0xef, 0xbb, 0xbf];
    with_mark.extend(write(&rich()));
    assert_eq!(write(&read(&with_mark).constellation), write(&rich()));
}

#[test]
fn nesting_is_bounded_where_it_would_be_kept_and_ignored_where_not() {
    let deep = |depth: usize| format!("{}1{}", "[".repeat(depth), "]".repeat(depth));
    for (head, depth) in [
        ("\"format\": \"netwerkopstelling\", \"version\": 1,", 101),
        ("", 101),
        ("", 200_000),
    ] {
        let text = format!(
            "{{{head} \"nodes\": [], \"edges\": [], \"later\": {}}}",
            deep(depth)
        );
        assert_eq!(error_of(text.as_bytes()).kind, ErrorKind::TooDeep, "{depth}");
        let text = format!(
            "{{{head} \"nodes\": [{{\"id\": 1, \"later\": {}}}], \"edges\": []}}",
            deep(depth)
        );
        assert_eq!(error_of(text.as_bytes()).kind, ErrorKind::TooDeep, "{depth}");
    }
    let text = format!(
        "{{\"nodes\": [{{\"id\": 1, \"later\": {}}}], \"edges\": []}}",
        deep(99)
    );
    let constellation = read(text.as_bytes()).constellation;
    // What is accepted survives the journal, which nests deeper than the file.
    let actor = constellation.actors.values().next().unwrap().clone();
    let change = netwerkopstelling::edit::Change::Actor {
        id: actor.id,
        to: Some(Box::new(actor)),
    };
    let text = serde_json::to_string(&json!({"line": {"entry": {"commit": {"changes": [change.stored()]}}}}))
        .unwrap();
    serde_json::from_str::<Value>(&text).unwrap();
    assert_eq!(
        write(&read(&write(&constellation)).constellation),
        write(&constellation)
    );
}

#[test]
fn too_large_a_file_is_refused_by_its_size() {
    let bytes = vec![b' '; formats::MAX_FILE_BYTES as usize + 1];
    assert_eq!(
        error_of(&bytes).kind,
        ErrorKind::TooLarge {
            mib: 257,
            limit_mib: 256
        }
    );
    let mut foreign = br#"{"nodes": [], "edges": []"#.to_vec();
    foreign.resize((64 << 20) + 1, b' ');
    foreign.push(b'}');
    assert_eq!(
        error_of(&foreign).kind,
        ErrorKind::TooLarge {
            mib: 65,
            limit_mib: 64
        }
    );
}

#[test]
fn networkx_files_are_read_with_numbers_as_ids_and_layouts_as_places() {
    let file = json!({
        "directed": true, "multigraph": false, "graph": {"name": "karate"},
        "nodes": [
            {"id": 0, "club": "Mr. Hi", "pos": [0.5, 1.0]},
            {"id": 1, "pos": [-0.5, -1.0], "domain": "wonen"},
            {"id": [2, "x"]}
        ],
        "edges": [{"source": 0, "target": 1, "weight": 4, "key": 0}, {"source": 1, "target": [2, "x"], "key": 0}]
    });
    let loaded = read(file.to_string().as_bytes());
    let c = &loaded.constellation;
    assert_eq!(loaded.format, FormatId::NetworkX);
    assert_eq!(c.info.title, "karate");
    let actors: Vec<_> = c.actors.values().collect();
    assert_eq!((actors[0].key.as_str(), actors[0].label.as_str()), ("0", "0"));
    assert_eq!(actors[0].attributes.to_fields()["club"], json!("Mr. Hi"));
    assert_eq!(actors[2].key, "[2,\"x\"]");
    // y runs up in NetworkX, and a layout between -1 and 1 is spread over the board.
    assert_eq!(actors[0].pos, Some(Point::new(200.0, -400.0)));
    assert_eq!(actors[1].domains, vec!["wonen".into()]);
    let weights: Vec<_> = c
        .relations
        .values()
        .map(|one| (one.weight, one.direction))
        .collect();
    assert_eq!(weights, [(4.0, Direction::Directed), (1.0, Direction::Directed)]);
    let mut keys: Vec<_> = c.relations.values().map(|one| one.key.as_str()).collect();
    keys.dedup();
    assert_eq!(keys.len(), 2);
}

#[test]
fn d3_files_are_read_with_positions_as_ends() {
    let file = json!({
        "nodes": [{"name": "Valjean", "group": 1}, {"name": "Javert", "group": 2}],
        "links": [{"source": 0, "target": 1, "value": 17}]
    });
    let loaded = read(file.to_string().as_bytes());
    assert_eq!(loaded.format, FormatId::D3);
    let actors: Vec<_> = loaded.constellation.actors.values().collect();
    assert_eq!(actors[0].label, "Valjean");
    assert_eq!(
        (&actors[1].sector, &actors[1].attributes.to_fields()["group"]),
        (&None, &json!(2))
    );
    let relation = loaded.constellation.relations.values().next().unwrap();
    assert_eq!(
        (relation.weight, relation.direction),
        (17.0, Direction::Undirected)
    );
    assert_eq!(relation.source, actors[0].id);
    let after_simulation = json!({
        "nodes": [{"id": "a", "x": 10.0, "y": 2000.0}, {"id": "b", "x": 0.0, "y": 0.0}],
        "links": [{"source": {"id": "a", "x": 10.0}, "target": {"id": "b"}}]
    });
    let loaded = read(after_simulation.to_string().as_bytes());
    assert_eq!(loaded.report.skipped, vec![]);
    assert_eq!(
        loaded.constellation.actors.values().next().unwrap().pos,
        Some(Point::new(10.0, 2000.0))
    );
}

#[test]
fn a_foreign_tie_to_nobody_is_skipped_with_its_place() {
    let file = json!({"nodes": ["a", "b"], "links": [{"source": "a", "target": "c"}, 5, {"source": "a", "target": "b", "weight": "2.5"}]});
    let loaded = read(file.to_string().as_bytes());
    let skipped = skipped_places(&loaded);
    assert_eq!(skipped, ["links[0]", "links[1]"]);
    assert_eq!(
        loaded.constellation.relations.values().next().unwrap().weight,
        2.5
    );
}

/// Anything JSON can say, with the names that mean something to the readers.
fn any_json() -> impl Strategy<Value = Value> {
    let name = prop::sample::select(vec![
        "format",
        "version",
        "directed",
        "graph",
        "vocabulary",
        "nodes",
        "edges",
        "links",
        "board",
        "notes",
        "id",
        "key",
        "label",
        "name",
        "kind",
        "type",
        "sector",
        "group",
        "domains",
        "domain",
        "organisation",
        "x",
        "y",
        "pos",
        "source",
        "target",
        "weight",
        "value",
        "direction",
        "mirror_of",
        "attributes",
        "sectors",
        "relation_kinds",
        "colour",
        "text",
        "actor",
        "relation",
        "width",
        "picture",
        "base64",
        "issue",
        "card",
        "next_id",
        "influence",
        "gaze_deg",
        "anders",
    ]);
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        (0..4u32).prop_map(Value::from),
        prop::sample::select(vec!["a1", "r2", "a", "netwerkopstelling", "directed", "#fff", ""])
            .prop_map(Value::from),
        ".{0,6}".prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 60, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::vec((name.clone(), inner), 0..8).prop_map(|fields| {
                Value::Object(
                    fields
                        .into_iter()
                        .map(|(name, value)| (name.to_owned(), value))
                        .collect(),
                )
            }),
        ]
    })
}

fn sound_or_a_sentence(bytes: &[u8]) -> Result<(), TestCaseError> {
    if let Ok(loaded) = formats::read(bytes) {
        prop_assert_eq!(netwerkopstelling::model::validate(&loaded.constellation), vec![]);
        let saved = write(&loaded.constellation);
        let again = read(&saved);
        prop_assert!(
            again.report.is_clean(),
            "{:?}\n{}",
            again.report,
            String::from_utf8_lossy(&saved)
        );
        prop_assert!(write(&again.constellation) == saved);
    } else {
        error_of(bytes);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_give_a_sound_constellation_or_a_sentence(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        sound_or_a_sentence(&bytes)?;
    }

    #[test]
    fn a_file_with_any_bytes_changed_gives_a_sound_constellation_or_a_sentence(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4)
    ) {
        let mut bytes = write(&rich());
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        sound_or_a_sentence(&bytes)?;
    }

    #[test]
    fn any_json_with_nodes_gives_a_sound_constellation_or_a_sentence(
        nodes in prop::collection::vec(any_json(), 0..5),
        edges in prop::collection::vec(any_json(), 0..5),
        rest in any_json(),
        is_ours in any::<bool>(),
    ) {
        let mut file = json!({"nodes": nodes, "edges": edges});
        if let (Value::Object(file), Value::Object(rest)) = (&mut file, rest) {
            for (name, value) in rest {
                file.entry(name).or_insert(value);
            }
        }
        if is_ours {
            file["format"] = json!("netwerkopstelling");
            file["version"] = json!(1);
        }
        sound_or_a_sentence(file.to_string().as_bytes())?;
    }
}

#[test]
fn a_number_beyond_all_bounds_or_half_a_character_costs_nothing_else() {
    let heads = [r#""format": "netwerkopstelling", "version": 1, "#, ""];
    for head in heads {
        let text = format!(
            r#"{{{head}"graph": {{"title": "half \ud800 teken"}},
            "nodes": [{{"id": "a", "fte": 1e400, "x": -2.5e999, "y": 3}}, {{"id": "b", "label": "B\udc00", "z": NaN}}],
            "edges": [{{"source": "a", "target": "b", "key": "k", "kind": "band", "weight": 2, "sinds": 1e999}},
                      {{"source": "b", "target": "a", "key": "l", "kind": "band", "weight": 1e400}}]}}"#
        );
        let loaded = read(text.as_bytes());
        let Loaded {
            constellation,
            report,
            ..
        } = &loaded;
        assert_eq!(
            (constellation.actors.len(), constellation.relations.len()),
            (2, 1)
        );
        assert_eq!(constellation.info.title, "half \u{fffd} teken");
        let labels: Vec<&str> = constellation
            .actors
            .values()
            .map(|one| one.label.as_str())
            .collect();
        assert_eq!(labels, ["a", "B\u{fffd}"]);
        let fields = constellation
            .actors
            .values()
            .next()
            .unwrap()
            .attributes
            .to_fields();
        assert_eq!(fields["fte"], json!("1e400"), "kept as it was written");
        assert_eq!(skipped_places(&loaded), ["edges[1]"]);
        let told = report.skipped[0].text(Texts::new(Language::Nl));
        assert!(told.contains("\"1e400\""), "{told}");
        let told: Vec<String> = report
            .notices
            .iter()
            .map(|one| one.text(Texts::new(Language::Nl)))
            .collect();
        for expected in [
            "graph.title: Hier staat een half teken",
            "nodes[0].fte: 1e400 is groter dan een getal kan zijn",
            "nodes[0].x: -2.5e999 is groter",
            "nodes[1].label: Hier staat een half teken",
            "edges[0].sinds: 1e999 is groter",
        ] {
            assert!(
                told.iter().any(|one| one.starts_with(expected)),
                "{expected}: {told:#?}"
            );
        }
    }
    // What is there for other readers costs nothing of ours either.
    let text = r#"{"format": "netwerkopstelling", "version": 1, "directed": "weet niet", "multigraph": 1e400,
        "generator": ["x"], "nodes": [{"id": "a"}], "edges": []}"#;
    let loaded = read(text.as_bytes());
    assert_eq!(loaded.constellation.actors.len(), 1);
    let extra = &loaded.constellation.extra;
    assert_eq!(
        [
            &extra["directed_original"],
            &extra["multigraph_original"],
            &extra["generator_original"]
        ],
        [&json!("weet niet"), &json!("1e400"), &json!(["x"])]
    );
    assert_eq!(loaded.report.notices.len(), 4);
    // Under the name that D3 has for a weight too: never 1 instead.
    let text = br#"{"nodes": [{"id": 1}, {"id": 2}], "links": [{"source": 1, "target": 2, "value": 1e400}]}"#;
    assert_eq!(skipped_places(&read(text)), ["links[0]"]);
    // What is broken beside it is still said where it is broken.
    assert!(matches!(
        error_of(b"{\"nodes\": [1e400],\n \"edges\": [}").place,
        FilePlace::Line { line: 2, .. }
    ));
}
