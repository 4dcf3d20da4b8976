//! Node-link JSON as other programs and people write it: what stands in it is read, kept or said, never guessed.

use netwerkopstelling::formats::{self, FilePlace, FormatId, Loaded, Message, Remark};
use netwerkopstelling::i18n::Texts;
use netwerkopstelling::model::{Constellation, Direction, Language, Relation};
use serde_json::{Value, json};

use crate::support::{read, rich, skipped_places, write, write_as};

fn load(file: &Value) -> Loaded {
    read(file.to_string().as_bytes())
}

/// Ends by key, and direction, of every relation.
fn ties(loaded: &Loaded) -> Vec<(String, String, Direction)> {
    let c = &loaded.constellation;
    let key = |id| c.actor(id).unwrap().key.clone();
    let tie = |one: &Relation| (key(one.source), key(one.target), one.direction);
    c.relations.values().map(tie).collect()
}

fn only(loaded: &Loaded) -> &Relation {
    assert_eq!(loaded.constellation.relations.len(), 1, "{:?}", loaded.report);
    loaded.constellation.relations.values().next().unwrap()
}

/// Keys of the remarks, with their places.
fn remarks(loaded: &Loaded) -> Vec<(String, &str)> {
    fn remark(one: &formats::Remark) -> (String, &str) {
        (one.place.to_string(), &one.message.key)
    }
    loaded.report.notices.iter().map(remark).collect()
}

fn says(loaded: &Loaded, key: &str) -> bool {
    remarks(loaded).iter().any(|(_, found)| *found == key)
}

fn first_extra(loaded: &Loaded) -> serde_json::Map<String, Value> {
    loaded
        .constellation
        .actors
        .values()
        .next()
        .unwrap()
        .attributes
        .to_fields()
}

/// Two nodes p and q with one relation that has these fields, in a file that has these at the top.
fn pair(top: &Value, edge: &Value) -> Value {
    let mut file = json!({"nodes": [{"id": "p"}, {"id": "q"}], "edges": [{"source": "p", "target": "q"}]});
    let merge = |into: &mut Value, from: &Value| {
        for (name, value) in from.as_object().unwrap() {
            into[name] = value.clone();
        }
    };
    merge(&mut file, top);
    merge(&mut file["edges"][0], edge);
    file
}

#[test]
fn direction_is_understood_in_every_dialect() {
    use Direction::{Directed, Mutual, Undirected};
    for (top, edge, direction) in [
        (json!({}), json!({}), Undirected),
        (json!({"directed": true}), json!({}), Directed),
        (json!({"directed": "True"}), json!({}), Directed),
        (json!({"directed": 1}), json!({}), Directed),
        (json!({"directed": "nee"}), json!({}), Undirected),
        (json!({"directed": "gericht"}), json!({}), Directed),
        (
            json!({"directed": null, "edgedefault": "directed"}),
            json!({}),
            Directed,
        ),
        (json!({"graph": {"edgedefault": "directed"}}), json!({}), Directed),
        (
            json!({"defaultedgetype": "undirected", "directed": true}),
            json!({}),
            Directed,
        ),
        (json!({}), json!({"directed": true}), Directed),
        (json!({}), json!({"directed": "ja"}), Directed),
        (json!({"directed": true}), json!({"directed": false}), Undirected),
        (json!({"directed": true}), json!({"undirected": true}), Undirected),
        (json!({}), json!({"undirected": false}), Directed),
        (json!({}), json!({"type": "Directed"}), Directed),
        (json!({}), json!({"Type": "Directed"}), Directed),
        (
            json!({"directed": true}),
            json!({"type": "Undirected"}),
            Undirected,
        ),
        (json!({}), json!({"type": "Mutual"}), Mutual),
        (json!({}), json!({"direction": "Gericht"}), Directed),
        (
            json!({"directed": true}),
            json!({"direction": "ONGERICHT"}),
            Undirected,
        ),
        (json!({}), json!({"direction": "wederkerig"}), Mutual),
        (
            json!({}),
            json!({"direction": "mutual", "directed": true}),
            Mutual,
        ),
        (json!({"directed": true}), json!({"direction": null}), Directed),
        (json!({"directed": true}), json!({"direction": "  "}), Directed),
        (json!({"options": {"type": "directed"}}), json!({}), Directed),
        (json!({"options": {"type": "undirected"}}), json!({}), Undirected),
        (json!({"options": {"type": "mixed"}}), json!({}), Directed),
        (
            json!({"options": {"type": "mixed"}}),
            json!({"undirected": true}),
            Undirected,
        ),
    ] {
        let loaded = load(&pair(&top, &edge));
        let relation = only(&loaded);
        assert_eq!(relation.direction, direction, "{top} {edge}");
        assert_eq!(relation.kind.as_str(), "relatie", "{top} {edge}");
        assert!(!says(&loaded, "read-notice-directed"), "{top} {edge}");
        assert!(!says(&loaded, "read-notice-direction"), "{top} {edge}");
        assert!(
            relation.attributes.to_fields().is_empty(),
            "{top} {edge}: {:?}",
            relation.attributes.to_fields()
        );
    }
}

#[test]
fn a_direction_that_is_no_word_for_one_falls_back_on_the_file_and_is_kept_and_said() {
    let loaded = load(&pair(&json!({"directed": true}), &json!({"direction": "schuin"})));
    assert_eq!(only(&loaded).direction, Direction::Directed);
    assert_eq!(
        only(&loaded).attributes.to_fields()["direction_original"],
        json!("schuin")
    );
    assert!(remarks(&loaded).contains(&("edges[0].direction".to_owned(), "read-notice-direction")));
    let loaded = load(&pair(&json!({"directed": "soms"}), &json!({})));
    assert_eq!(only(&loaded).direction, Direction::Undirected);
    assert_eq!(loaded.constellation.extra["directed_original"], json!("soms"));
    assert!(says(&loaded, "read-notice-directed"));
    // What contradicts what was said before stays as an attribute, and is never a kind.
    let loaded = load(&pair(
        &json!({}),
        &json!({"direction": "directed", "type": "Undirected", "kind": "geld"}),
    ));
    assert_eq!(
        (only(&loaded).direction, only(&loaded).kind.as_str()),
        (Direction::Directed, "geld")
    );
    assert_eq!(
        only(&loaded).attributes.to_fields()["type_original"],
        json!("Undirected")
    );
}

#[test]
fn graphology_without_options_is_mixed_and_keeps_attributes() {
    let file = json!({
        "attributes": {"name": "Clique", "maker": "x"},
        "nodes": [{"key": "k1", "attributes": {"label": "Een", "key": "sleutel", "id": 9}}, {"key": "k2"}],
        "edges": [{"key": "e7", "source": "k1", "target": "k2", "attributes": {"weight": 3, "source": "bron"}}]
    });
    let loaded = load(&file);
    assert_eq!(ties(&loaded), [("k1".into(), "k2".into(), Direction::Directed)]);
    let (relation, c) = (only(&loaded), &loaded.constellation);
    assert_eq!((relation.key.as_str(), relation.weight), ("e7", 3.0));
    assert_eq!(relation.attributes.to_fields()["source_original"], json!("bron"));
    assert_eq!(
        (c.info.title.as_str(), &c.info.extra["maker"]),
        ("Clique", &json!("x"))
    );
    assert_eq!(first_extra(&loaded)["key"], json!("sleutel"));
    assert_eq!(first_extra(&loaded)["id_original"], json!(9));
}

#[test]
fn relations_are_read_from_whichever_list_has_them() {
    let edge = |source: &str, target: &str| json!({"source": source, "target": target});
    let nodes = json!([{"id": "p"}, {"id": "q"}, {"id": "r"}]);
    let loaded = load(&json!({"nodes": nodes, "edges": [], "links": [edge("p", "q")]}));
    assert_eq!(
        (loaded.constellation.relations.len(), loaded.format),
        (1, FormatId::D3)
    );
    assert_eq!(remarks(&loaded), []);
    let loaded = load(&json!({"nodes": nodes, "edges": [edge("p", "q")], "links": []}));
    assert_eq!(
        (loaded.constellation.relations.len(), loaded.format),
        (1, FormatId::NetworkX)
    );
    let both =
        json!({"nodes": nodes, "edges": [edge("p", "q")], "links": [edge("q", "r"), edge("q", "weg")]});
    let loaded = load(&both);
    assert_eq!(loaded.constellation.relations.len(), 2);
    assert!(says(&loaded, "read-notice-both-lists"));
    assert_eq!(skipped_places(&loaded), ["links[1]"]);
    let loaded = load(&json!({"nodes": nodes, "edges": [edge("p", "q")], "links": [edge("p", "q")]}));
    assert_eq!(
        (loaded.constellation.relations.len(), loaded.report.merged),
        (1, 1)
    );
    let loaded = load(&json!({"nodes": nodes, "edges": null, "links": [edge("p", "q")]}));
    assert_eq!(loaded.constellation.relations.len(), 1);
}

#[test]
fn a_list_that_is_there_twice_is_read_twice_and_that_is_said() {
    let text =
        br#"{"nodes":[{"id":"p"}],"nodes":[{"id":"q"}],"links":[{"source":"p","target":"q"}],"links":[]}"#;
    let loaded = read(text);
    assert_eq!(
        (
            loaded.constellation.actors.len(),
            loaded.constellation.relations.len()
        ),
        (2, 1)
    );
    assert_eq!(
        remarks(&loaded),
        [
            ("nodes".to_owned(), "read-notice-several-lists"),
            ("links".to_owned(), "read-notice-several-lists")
        ]
    );
    let loaded = read(br#"{"nodes":["p"],"links":[],"graph":{"name":"a"},"graph":{"name":"b"}}"#);
    assert_eq!(
        remarks(&loaded),
        [("graph".to_owned(), "read-notice-repeated-field")]
    );
}

#[test]
fn without_a_list_of_relations_the_actors_are_read_and_that_is_said() {
    let loaded = load(&json!({"nodes": [{"id": "p"}, {"id": "q"}]}));
    assert_eq!(loaded.constellation.actors.len(), 2);
    assert_eq!(remarks(&loaded), [("edges".to_owned(), "read-notice-no-edges")]);
    for (file, place) in [
        (json!({"nodes": [{"id": "p"}], "edges": {"p": ["q"]}}), "edges"),
        (json!({"nodes": [{"id": "p"}], "links": 3}), "links"),
        (json!({"nodes": {"p": {}}, "links": []}), "nodes"),
    ] {
        let error = formats::read(file.to_string().as_bytes()).unwrap_err();
        assert_eq!(error.place, FilePlace::Path(place.to_owned()));
    }
}

#[test]
fn keys_that_repeat_are_kinds_and_every_relation_stays() {
    let edge = |source: &str, key: &Value| json!({"source": source, "target": if source == "p" { "q" } else { "p" }, "key": key});
    let file = |edges: Vec<Value>| json!({"multigraph": true, "nodes": ["p", "q"], "edges": edges});
    let kinds = |loaded: &Loaded| -> Vec<String> {
        loaded
            .constellation
            .relations
            .values()
            .map(|one| one.kind.to_string())
            .collect()
    };
    let words = [("p", "geld"), ("p", "advies"), ("q", "geld")];
    let loaded = load(&file(
        words.map(|(source, key)| edge(source, &json!(key))).to_vec(),
    ));
    assert_eq!(kinds(&loaded), ["geld", "advies", "geld"]);
    let numbers = [("p", 0), ("p", 1), ("q", 0)];
    let loaded = load(&file(
        numbers.map(|(source, key)| edge(source, &json!(key))).to_vec(),
    ));
    assert_eq!(kinds(&loaded), ["relatie", "relatie", "relatie"]);
    // Beside a kind of its own, a key is an attribute.
    let mut edges = words.map(|(source, key)| edge(source, &json!(key)));
    edges.iter_mut().for_each(|edge| edge["kind"] = json!("formeel"));
    let loaded = load(&file(edges.to_vec()));
    assert_eq!(kinds(&loaded), ["formeel", "formeel", "formeel"]);
    let first = loaded.constellation.relations.values().next().unwrap();
    assert_eq!(first.attributes.to_fields()["key_original"], json!("geld"));
    let loaded = load(&file(vec![
        edge("p", &json!([1, "x"])),
        edge("p", &json!("eigen")),
    ]));
    let keys: Vec<&str> = loaded
        .constellation
        .relations
        .values()
        .map(|one| one.key.as_str())
        .collect();
    assert_eq!(keys[1], "eigen");
}

#[test]
fn a_key_beside_an_id_is_an_attribute_and_goes_out_again() {
    let loaded = load(&json!({"nodes": [{"id": "p", "key": "K-7"}], "edges": []}));
    assert_eq!(loaded.constellation.actors.values().next().unwrap().key, "p");
    for id in [FormatId::Native, FormatId::NetworkX, FormatId::D3] {
        let written: Value = serde_json::from_slice(&write_as(id, &loaded.constellation)).unwrap();
        assert_eq!(written["nodes"][0]["key"], json!("K-7"), "{id:?}");
    }
}

#[test]
fn fields_at_the_top_are_kept_also_under_names_of_ours() {
    let file = json!({
        "notes": "losse tekst", "generator": "ander", "version": 3, "minor": 9, "board": [1], "format": "anders",
        "vocabulary": ["x"], "eigen": {"a": 1}, "multigraph": true,
        "nodes": ["p"], "edges": []
    });
    let loaded = load(&file);
    let kept = &loaded.constellation.extra;
    for (name, value) in [
        ("notes_original", json!("losse tekst")),
        ("generator_original", json!("ander")),
        ("version_original", json!(3)),
        ("minor_original", json!(9)),
        ("board_original", json!([1])),
        ("format_original", json!("anders")),
        ("vocabulary_original", json!(["x"])),
        ("eigen", json!({"a": 1})),
    ] {
        assert_eq!(kept[name], value, "{name}");
    }
    assert_eq!(remarks(&loaded).len(), 7, "{:?}", remarks(&loaded));
    assert!(read(&write(&loaded.constellation)).report.is_clean());
    let loaded = load(&json!({"notes": ["a", "b"], "graph": "naam", "nodes": ["p"], "edges": []}));
    assert_eq!(loaded.constellation.extra["notes_original"], json!(["a", "b"]));
    assert_eq!(loaded.constellation.extra["graph_original"], json!("naam"));
}

#[test]
fn an_id_is_the_number_or_the_text_that_it_is() {
    let edge = |source: Value, target: Value| json!({"source": source, "target": target});
    // Both there: each end finds its own kind.
    let file = json!({
        "nodes": [{"id": 7, "label": "getal"}, {"id": "7", "label": "tekst"}, {"id": 8, "label": "acht"}],
        "edges": [edge(json!("7"), json!(8)), edge(json!(7), json!("8"))]
    });
    let loaded = load(&file);
    assert_eq!(
        ties(&loaded),
        [
            ("7-2".into(), "8".into(), Direction::Undirected),
            ("7".into(), "8".into(), Direction::Undirected),
        ]
    );
    assert!(remarks(&loaded).contains(&("nodes[1].id".to_owned(), "read-notice-id-of-two-kinds")));
    // The key that is given out is nobody else's, and no end that means nobody finds it.
    let file = json!({
        "nodes": [{"id": 7}, {"id": "7"}, {"id": "7-2"}],
        "edges": [edge(json!("7-3"), json!(7)), edge(json!("7-2"), json!("7"))]
    });
    let loaded = load(&file);
    assert_eq!(skipped_places(&loaded), ["edges[0]"]);
    assert_eq!(
        ties(&loaded),
        [("7-2".into(), "7-4".into(), Direction::Undirected)]
    );
    // Only one there: a table made text of it.
    let loaded = load(&json!({"nodes": [{"id": 7}, {"id": "x"}], "edges": [edge(json!("7"), json!("x"))]}));
    assert_eq!(ties(&loaded).len(), 1);
}

#[test]
fn one_and_one_point_nought_are_one_id() {
    let file = json!({
        "nodes": [{"id": 5.0}, {"id": 6}, {"id": [1.0, "x"]}, {"id": 0.5}],
        "edges": [{"source": 5, "target": 6.0}, {"source": [1, "x"], "target": 0.5}]
    });
    let loaded = load(&file);
    assert_eq!(
        ties(&loaded),
        [
            ("5".into(), "6".into(), Direction::Undirected),
            ("[1,\"x\"]".into(), "0.5".into(), Direction::Undirected),
        ]
    );
}

#[test]
fn an_id_longer_than_a_number_keeps_its_digits() {
    let text = br#"{"nodes":[{"id":987654321098765432101},{"id":987654321098765432102},{"id":-987654321098765432103}],
        "links":[{"source":987654321098765432101,"target":987654321098765432102},
                 {"source":"987654321098765432101","target":-987654321098765432103}]}"#;
    let loaded = read(text);
    let keys: Vec<&str> = loaded
        .constellation
        .actors
        .values()
        .map(|one| one.key.as_str())
        .collect();
    assert_eq!(
        keys,
        [
            "987654321098765432101",
            "987654321098765432102",
            "-987654321098765432103"
        ]
    );
    assert_eq!(ties(&loaded).len(), 2);
    assert_eq!(loaded.report.skipped, vec![]);
    assert_eq!(loaded.report.notices, vec![], "text is what an id is for");
}

#[test]
fn a_number_longer_than_a_number_keeps_its_digits_as_text_and_that_is_said() {
    let nodes = r#""nodes":[{"id":"a","kvk":98765432109876543210,"small":18446744073709551615,"list":[-12345678901234567890]}],"edges":[]"#;
    for ours in ["", r#""format":"netwerkopstelling","version":1,"#] {
        let loaded = read(format!("{{{ours}{nodes}}}").as_bytes());
        let actor = loaded.constellation.actors.values().next().unwrap();
        assert_eq!(actor.attributes.to_fields()["kvk"], "98765432109876543210");
        assert_eq!(
            actor.attributes.to_fields()["small"],
            18_446_744_073_709_551_615_u64
        );
        assert_eq!(
            actor.attributes.to_fields()["list"],
            json!(["-12345678901234567890"])
        );
        let said = Message::new("read-notice-long-number").with("count", 2_usize);
        assert!(
            loaded.report.notices.iter().any(|one| one.message == said),
            "{ours}: {:?}",
            loaded.report
        );
    }
}

#[test]
fn ends_that_are_no_ids_are_places_in_the_list() {
    let file =
        json!({"nodes": [{"id": "p"}, {"id": "q"}, {"name": "r"}], "links": [{"source": 2, "target": 0.0}]});
    let loaded = load(&file);
    assert_eq!(ties(&loaded), [("2".into(), "p".into(), Direction::Undirected)]);
    assert_eq!(remarks(&loaded), [("links".to_owned(), "read-notice-positions")]);
    // Ids that are numbers are never taken for places, nor are ends beyond the list.
    let file = json!({"nodes": [{"id": 1}, {"id": "q"}], "links": [{"source": 1, "target": 0}]});
    assert_eq!(skipped_places(&load(&file)), ["links[0]"]);
    let file = json!({"nodes": [{"id": "p"}, {"id": "q"}], "links": [{"source": 0, "target": 2}]});
    assert_eq!(skipped_places(&load(&file)), ["links[0]"]);
    // Without any id they can mean nothing else; one beyond the list is nobody.
    let file = json!({"nodes": [{"name": "p"}, {"name": "q"}], "links": [{"source": 0, "target": 1}, {"source": 0, "target": 9}]});
    let loaded = load(&file);
    assert_eq!(ties(&loaded), [("0".into(), "1".into(), Direction::Undirected)]);
    assert_eq!(skipped_places(&loaded), ["links[1]"]);
}

#[test]
fn a_file_of_old_networkx_has_places_as_ends() {
    for graph in [json!([]), json!([["name", "oud"], ["jaar", 2012]])] {
        let file = json!({
            "directed": true, "graph": graph,
            "nodes": [{"id": 2}, {"id": 0}, {"id": 1}],
            "links": [{"source": 0, "target": 2}]
        });
        let loaded = load(&file);
        assert_eq!(
            ties(&loaded),
            [("2".into(), "1".into(), Direction::Directed)],
            "{graph}"
        );
        assert!(says(&loaded, "read-notice-positions"));
        if graph != json!([]) {
            assert_eq!(loaded.constellation.info.title, "oud");
            assert_eq!(loaded.constellation.info.extra["jaar"], json!(2012));
        }
    }
}

#[test]
fn the_nodes_that_d3_leaves_in_its_links_are_the_nodes() {
    for nodes in [
        json!([{"name": "A", "index": 0}, {"name": "B", "index": 1}]),
        json!([{"id": "a", "index": 0}, {"id": "b", "index": 1}]),
        json!([{"key": "a"}, {"key": "b"}]),
        json!([{"name": "A"}, {"name": "B"}]),
        // Two of one name are told apart by their place.
        json!([{"name": "A", "index": 0}, {"name": "A", "index": 1}]),
    ] {
        let file = json!({"nodes": nodes, "links": [{"source": nodes[0], "target": nodes[1]}]});
        let loaded = load(&file);
        let relation = only(&loaded);
        let ids: Vec<_> = loaded.constellation.actors.keys().copied().collect();
        assert_eq!([relation.source, relation.target], ids[..], "{nodes}");
        assert_eq!(loaded.report.skipped, vec![], "{nodes}");
    }
}

#[test]
fn a_weight_is_what_is_written_or_the_relation_is_skipped() {
    for (edge, weight) in [
        (json!({"weight": "2,5"}), 2.5),
        (json!({"weight": " 1.75 "}), 1.75),
        (json!({"Weight": 7}), 7.0),
        (json!({"WEIGHT": "1e3"}), 1000.0),
        (json!({"value": 4}), 4.0),
        (json!({"Value": "0,5"}), 0.5),
        (json!({}), 1.0),
    ] {
        let loaded = load(&pair(&json!({}), &edge));
        assert_eq!(only(&loaded).weight, weight, "{edge}");
        assert_eq!(
            (remarks(&loaded), only(&loaded).attributes.to_fields().len()),
            (vec![], 0),
            "{edge}"
        );
    }
    for weight in [
        json!("zwaar"),
        json!("1.250,5"),
        json!("inf"),
        json!(true),
        json!([2]),
        json!(0),
        json!("-1"),
        json!(""),
        json!(1e308),
        json!(5e-324),
        json!(1.0001e12),
        json!("0,0000000000009"),
    ] {
        let loaded = load(&pair(&json!({}), &json!({"weight": weight, "value": 3})));
        assert_eq!(skipped_places(&loaded), ["edges[0]"], "{weight}");
        assert_eq!(loaded.report.skipped[0].message.key, "read-skip-weight");
    }
    let loaded = load(&pair(&json!({}), &json!({"weight": 2, "value": "veel"})));
    assert_eq!(
        (
            only(&loaded).weight,
            &only(&loaded).attributes.to_fields()["value"]
        ),
        (2.0, &json!("veel"))
    );
    let loaded = load(&pair(&json!({}), &json!({"value": "veel"})));
    assert_eq!(
        (
            only(&loaded).weight,
            &only(&loaded).attributes.to_fields()["value"]
        ),
        (1.0, &json!("veel"))
    );
    assert_eq!(
        remarks(&loaded),
        [("edges[0].weight".to_owned(), "read-notice-without-weight")]
    );
    let ours = json!({"format": "netwerkopstelling", "version": 1});
    let loaded = load(&pair(&ours, &json!({"weight": "zwaar", "key": "k"})));
    assert_eq!(skipped_places(&loaded), ["edges[0]"]);
}

#[test]
fn what_does_not_fit_a_field_of_ours_is_kept_beside_it_and_said() {
    let node = json!({
        "id": "p", "x": "10", "influence": 2.5, "status": "active", "note": 5, "sector": [1], "stance": "boos",
        "interests": {"a": 1}, "influence_original": "eerder"
    });
    let loaded = load(&json!({"nodes": [node], "edges": []}));
    let kept = first_extra(&loaded);
    for (name, value) in [
        ("x_original", json!("10")),
        ("influence_original", json!("eerder")),
        ("influence_original_", json!(2.5)),
        ("status", json!("active")),
        ("note_original", json!(5)),
        ("sector_original", json!([1])),
        ("stance_original", json!("boos")),
        ("interests_original", json!({"a": 1})),
    ] {
        assert_eq!(kept[name], value, "{name}");
    }
    for place in ["x", "influence", "note", "sector", "stance", "interests"] {
        let remark = (format!("nodes[0].{place}"), "read-notice-kept");
        assert!(remarks(&loaded).contains(&remark), "{place}");
    }
    for (place, told) in [
        (
            "stance",
            "\"boos\" past hier niet; bewaard als \"stance_original\".",
        ),
        ("note", "5 past hier niet; bewaard als \"note_original\"."),
        (
            "sector",
            "Een lijst past hier niet; bewaard als \"sector_original\".",
        ),
        (
            "interests",
            "Een object past hier niet; bewaard als \"interests_original\".",
        ),
    ] {
        let of_place = |remark: &&Remark| remark.place.to_string() == format!("nodes[0].{place}");
        let remark = loaded.report.notices.iter().find(of_place).unwrap();
        assert_eq!(remark.message.text(Texts::new(Language::Nl)), told);
    }
    let loaded = load(&pair(
        &json!({}),
        &json!({"status": "active", "verified": "ja", "note": ["x"]}),
    ));
    let kept = &only(&loaded).attributes.to_fields();
    assert_eq!(
        [
            &kept["status_original"],
            &kept["verified_original"],
            &kept["note_original"]
        ],
        [&json!("active"), &json!("ja"), &json!(["x"])]
    );
    let again = read(&write(&loaded.constellation));
    assert!(again.report.is_clean());
    assert_eq!(again.constellation.relations, loaded.constellation.relations);
}

#[test]
fn a_label_may_be_a_number() {
    for (node, label) in [
        (json!({"id": "p", "label": 12}), "12"),
        (json!({"id": "p", "label": 12.0}), "12"),
        (json!({"id": "p", "name": 3.5}), "3.5"),
        (json!({"id": "p", "label": null, "name": "N"}), "N"),
        (json!({"id": "p", "Label": "Groot"}), "Groot"),
        (json!({"Id": "p"}), "p"),
    ] {
        let loaded = load(&json!({"nodes": [node], "edges": []}));
        assert_eq!(
            loaded.constellation.actors.values().next().unwrap().label,
            label,
            "{node}"
        );
        assert_eq!(remarks(&loaded), [], "{node}");
    }
}

#[test]
fn a_group_of_elsewhere_is_an_attribute_and_no_sector() {
    let file = json!({"nodes": [{"id": "p", "group": 1}, {"id": "q", "group": "twee"}], "links": [{"source": "p", "target": "q"}]});
    let loaded = load(&file);
    assert!(
        loaded
            .constellation
            .actors
            .values()
            .all(|actor| actor.sector.is_none())
    );
    assert_eq!(first_extra(&loaded)["group"], json!(1));
    // A plain file of D3 has nothing to remark, there and back.
    assert!(loaded.report.is_clean(), "{:?}", loaded.report);
    for id in [FormatId::D3, FormatId::NetworkX] {
        assert_eq!((formats::format(id).losses)(&loaded.constellation), [], "{id:?}");
        let again = read(&write_as(id, &loaded.constellation));
        assert!(again.report.is_clean(), "{:?}", again.report);
        assert_eq!(again.constellation.actors, loaded.constellation.actors);
        assert_eq!(again.constellation.vocabulary, loaded.constellation.vocabulary);
    }
}

#[test]
fn values_that_are_no_number_are_unknown_and_counted() {
    let text = br#"{"nodes":[{"id":"p","leeftijd":NaN,"hoogte":-Infinity},{"id":"q","leeftijd":3}],
        "links":[{"source":"p","target":"q","sinds":NaN}]}"#;
    let loaded = read(text);
    assert_eq!((loaded.constellation.actors.len(), ties(&loaded).len()), (2, 1));
    assert_eq!(first_extra(&loaded)["leeftijd"], Value::Null);
    let found = loaded
        .report
        .notices
        .iter()
        .find(|one| one.message.key == "read-notice-not-a-number");
    let count = found
        .unwrap()
        .message
        .args
        .iter()
        .find(|(name, _)| *name == "count");
    assert_eq!(count.unwrap().1, 3_u32.into());
    assert!(formats::read(br#"{"nodes":[{"id":1,"x":NaN}],"edges":[}"#).is_err());
}

/// Two actors and relations between them, in both directions and none.
fn small() -> Constellation {
    let file = json!({
        "format": "netwerkopstelling", "version": 1, "graph": {"language": "nl"},
        "nodes": [{"id": "p", "label": "P"}, {"id": "q", "label": "Q"}],
        "edges": [
            {"source": "p", "target": "q", "key": "r5", "kind": "formeel", "weight": 2, "direction": "mutual"},
            {"source": "p", "target": "q", "key": "r5~", "kind": "geld", "weight": 3, "direction": "directed"},
            {"source": "q", "target": "p", "key": "r5~~", "kind": "geld", "weight": 4, "direction": "undirected"}
        ]
    });
    load(&file).constellation
}

#[test]
fn a_key_that_looks_like_a_way_back_stays_a_relation() {
    let before = small();
    let written: Value = serde_json::from_slice(&write_as(FormatId::NetworkX, &before)).unwrap();
    let edges = written["edges"].as_array().unwrap();
    let mut keys: Vec<&str> = edges.iter().map(|edge| edge["key"].as_str().unwrap()).collect();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!((edges.len(), keys.len()), (5, 5), "{keys:?}");
    let loaded = read(written.to_string().as_bytes());
    assert_eq!((loaded.report.merged, loaded.report.skipped.len()), (2, 0));
    assert_eq!(loaded.constellation.relations, before.relations);
}

#[test]
fn a_way_back_melts_only_while_it_says_the_same() {
    let before = small();
    for (field, value) in [
        ("weight", json!(9)),
        ("kind", json!("advies")),
        ("note", json!("veranderd")),
        ("sinds", json!(2020)),
    ] {
        let mut written: Value = serde_json::from_slice(&write_as(FormatId::NetworkX, &before)).unwrap();
        let edges = written["edges"].as_array_mut().unwrap();
        let mirror = edges
            .iter_mut()
            .find(|edge| edge["mirror_of"] == json!("r5"))
            .unwrap();
        mirror[field] = value;
        let loaded = read(written.to_string().as_bytes());
        assert_eq!(loaded.constellation.relations.len(), 4, "{field}");
        assert!(says(&loaded, "read-notice-mirror-differs"), "{field}");
        // There and back are two relations with one direction each: nothing counts twice.
        let there: Vec<_> = ties(&loaded).into_iter().take(2).collect();
        assert_eq!(
            there,
            [
                ("p".into(), "q".into(), Direction::Directed),
                ("q".into(), "p".into(), Direction::Directed),
            ],
            "{field}"
        );
    }
    // One that somebody hung between others is a relation of its own.
    let mut file = pair(&json!({}), &json!({"key": "k", "mirror_of": "l"}));
    assert_eq!(load(&file).constellation.relations.len(), 1);
    file["edges"][0]["mirror_of"] = json!("k");
    assert_eq!(load(&file).constellation.relations.len(), 1);
}

#[test]
fn an_undirected_network_says_so_in_both_flavours() {
    let mut calm = rich();
    for relation in calm.relations.values_mut() {
        relation.direction = Direction::Undirected;
    }
    for id in [FormatId::NetworkX, FormatId::D3] {
        let directed = |constellation: &Constellation| {
            let written: Value = serde_json::from_slice(&write_as(id, constellation)).unwrap();
            written["directed"].clone()
        };
        assert_eq!(
            (directed(&calm), directed(&rich())),
            (json!(false), json!(true)),
            "{id:?}"
        );
    }
}

#[test]
fn an_attribute_of_the_users_own_keeps_its_value_in_the_export_for_d3() {
    let file = json!({
        "nodes": [{"id": "p", "label": "P", "name": "eigen naam", "sector": "s", "group": 4}, {"id": "q"}],
        "edges": [{"source": "p", "target": "q", "weight": 2, "value": "eigen"}]
    });
    let before = load(&file).constellation;
    let written: Value = serde_json::from_slice(&write_as(FormatId::D3, &before)).unwrap();
    assert_eq!(written["links"][0]["value"], json!("eigen"));
    assert_eq!(written["nodes"][0]["name"], json!("eigen naam"));
    assert_eq!(written["nodes"][0]["group"], json!(4));
    let after = read(written.to_string().as_bytes()).constellation;
    assert_eq!((after.actors, after.relations), (before.actors, before.relations));
}

#[test]
fn an_attribute_that_happens_to_equal_what_d3_reads_there_stays() {
    let file = json!({
        "nodes": [{"id": "p", "sector": "s", "group": "s"}, {"id": "q", "sector": "t", "group": "s"}, {"id": "r", "sector": "t"}],
        "edges": [
            {"source": "p", "target": "q", "key": "k1", "kind": "geld", "weight": 2, "value": 2, "type": "geld"},
            {"source": "q", "target": "p", "key": "k2", "kind": "geld", "weight": 2, "value": 5, "type": "lening"}
        ]
    });
    let before = load(&file).constellation;
    let values = |constellation: &Constellation| -> Vec<Value> {
        let of_actors = constellation
            .actors
            .values()
            .map(|one| one.attributes.to_fields());
        let of_relations = constellation
            .relations
            .values()
            .map(|one| one.attributes.to_fields());
        of_actors.chain(of_relations).map(Value::Object).collect()
    };
    assert_eq!(
        values(&before),
        [
            json!({"group": "s"}),
            json!({"group": "s"}),
            json!({}),
            json!({"value": 2, "type": "geld"}),
            json!({"value": 5, "type": "lening"})
        ]
    );
    for id in [FormatId::D3, FormatId::NetworkX] {
        let after = read(&write_as(id, &before)).constellation;
        assert_eq!(values(&after), values(&before), "{id:?}");
    }
    // Our own second names, and those of others, say nothing new where they are the same everywhere.
    let twice = json!({
        "nodes": [{"id": "p", "label": "P", "name": "P", "sector": "s", "group": "s"}, {"id": "q"}],
        "links": [{"source": "p", "target": "q", "weight": 2, "value": 2.0}]
    });
    assert!(
        values(&load(&twice).constellation)
            .iter()
            .all(|one| *one == json!({}))
    );
}

#[test]
fn a_flag_that_is_neither_yes_nor_no_is_said() {
    for (top, edge, place, directed) in [
        (
            json!({"directed": true}),
            json!({"directed": "weet niet"}),
            "edges[0].directed",
            true,
        ),
        (
            json!({}),
            json!({"undirected": "soms"}),
            "edges[0].undirected",
            false,
        ),
        (json!({}), json!({"directed": 7}), "edges[0].directed", false),
        (
            json!({"graph": {"directed": "misschien"}}),
            json!({}),
            "graph.directed",
            false,
        ),
        (json!({"edgedefault": "allebei"}), json!({}), "edgedefault", false),
        (
            json!({"graph": {"edgedefault": "anders"}}),
            json!({}),
            "graph.edgedefault",
            false,
        ),
        (
            json!({"options": {"type": "soms"}}),
            json!({}),
            "options.type",
            false,
        ),
    ] {
        let loaded = load(&pair(&top, &edge));
        let direction = if directed {
            Direction::Directed
        } else {
            Direction::Undirected
        };
        assert_eq!(only(&loaded).direction, direction, "{top} {edge}");
        let places: Vec<String> = loaded
            .report
            .notices
            .iter()
            .map(|one| one.place.to_string())
            .collect();
        assert_eq!(places, [place], "{top} {edge}");
        let told = loaded.report.notices[0].message.text(Texts::new(Language::Nl));
        assert!(told.starts_with(['"', '7']) && !told.starts_with("\"7"), "{told}");
    }
    // Words are flags too, and a type can be of anything.
    for (top, edge, direction) in [
        (json!({}), json!({"directed": "Gericht"}), Direction::Directed),
        (
            json!({"directed": true}),
            json!({"undirected": "ongericht"}),
            Direction::Undirected,
        ),
        (
            json!({"type": "graph", "graph": {"type": "iets"}}),
            json!({"directed": ""}),
            Direction::Undirected,
        ),
    ] {
        let loaded = load(&pair(&top, &edge));
        assert_eq!(
            (only(&loaded).direction, remarks(&loaded)),
            (direction, vec![]),
            "{top} {edge}"
        );
    }
}

#[test]
fn what_a_flavour_cannot_hold_is_listed() {
    for id in [FormatId::NetworkX, FormatId::D3] {
        let losses = |constellation: &Constellation| -> Vec<String> {
            let found = (formats::format(id).losses)(constellation);
            found.iter().map(|message| message.key.to_string()).collect()
        };
        assert_eq!(losses(&Constellation::new(Language::Nl)), Vec::<String>::new());
        assert_eq!(
            losses(&rich()),
            ["write-loss-board", "write-loss-notes", "write-loss-words"]
        );
        let mut later = Constellation::new(Language::En);
        later.extra.insert("van_later".into(), json!(1));
        assert_eq!(losses(&later), ["write-loss-fields"]);
    }
    assert_eq!((formats::format(FormatId::Native).losses)(&rich()), vec![]);
}

/// A file of D3 version 3: nobody has an id, and each is linked to the next by place.
fn by_place(count: usize, odd: &Value) -> Value {
    let nodes: Vec<Value> = (0..=count).map(|at| json!({"name": format!("n{at}")})).collect();
    let mut links: Vec<Value> = (0..count)
        .map(|at| json!({"source": at, "target": at + 1}))
        .collect();
    links.push(odd.clone());
    json!({"nodes": nodes, "links": links})
}

#[test]
fn one_odd_end_among_places_costs_only_its_own_relation() {
    for (odd, key) in [
        (json!({"source": 0.5, "target": 1}), "read-skip-edge-to-nobody"),
        (json!({"source": 0, "target": "x"}), "read-skip-edge-to-nobody"),
        (json!({"source": 0, "target": "3"}), "read-skip-edge-to-nobody"),
        (json!({"source": 0, "target": 5000}), "read-skip-edge-to-nobody"),
        (json!({"source": null, "target": 1}), "read-skip-edge-without-end"),
        (json!({"target": 1}), "read-skip-edge-without-end"),
    ] {
        let loaded = load(&by_place(40, &odd));
        assert_eq!(ties(&loaded).len(), 40, "{odd}");
        assert_eq!(skipped_places(&loaded), ["links[40]"], "{odd}");
        assert_eq!(loaded.report.skipped[0].message.key, key, "{odd}");
    }
    // Its own name, as it stands in the file.
    let loaded = load(&by_place(40, &json!({"source": 0, "target": "3"})));
    assert_eq!(loaded.report.skipped[0].message.args, [("id", "\"3\"".into())]);
    let loaded = load(&by_place(40, &json!({"source": 0, "target": 99.0})));
    assert_eq!(loaded.report.skipped[0].message.args, [("id", "99".into())]);
    // One number among names does not make places of the names, nor one name an id of the places.
    let named = json!({"nodes": [{"name": "a"}, {"name": "b"}], "links": [
        {"source": "a", "target": "b"}, {"source": "b", "target": "a"}, {"source": 0, "target": "b"}
    ]});
    assert_eq!(skipped_places(&load(&named)), ["links[2]"]);
    let loaded = load(&by_place(40, &json!({"source": 0, "target": "n7"})));
    assert_eq!(ties(&loaded)[40].1, "7");
}

#[test]
fn a_weight_that_is_there_and_is_no_number_costs_the_relation() {
    for edge in [
        r#""weight":NaN"#,
        r#""weight":-Infinity"#,
        r#""weight":null"#,
        r#""value":NaN"#,
        r#""value":null"#,
        r#""weight":null,"value":2"#,
    ] {
        for list in ["edges", "links"] {
            let text = format!(
                r#"{{"nodes":[{{"id":"p"}},{{"id":"q"}}],"{list}":[{{"source":"p","target":"q",{edge}}}]}}"#
            );
            let loaded = read(text.as_bytes());
            assert_eq!(skipped_places(&loaded), [format!("{list}[0]")], "{edge}");
            assert_eq!(loaded.report.skipped[0].message.key, "read-skip-no-weight");
        }
    }
    let ours = json!({"format": "netwerkopstelling", "version": 1});
    let loaded = load(&pair(&ours, &json!({"weight": null, "key": "k"})));
    assert_eq!(skipped_places(&loaded), ["edges[0]"]);
    // Not there at all is 1.
    assert_eq!(only(&load(&pair(&json!({}), &json!({})))).weight, 1.0);
}

#[test]
fn a_weight_in_text_that_can_be_two_numbers_is_not_chosen() {
    for text in ["1.250", "-12.500", " 1,250 ", "999.000"] {
        for field in ["weight", "value"] {
            let loaded = load(&pair(&json!({}), &json!({field: text})));
            assert_eq!(skipped_places(&loaded), ["edges[0]"], "{text}");
            assert_eq!(loaded.report.skipped[0].message.key, "read-skip-ambiguous-weight");
        }
    }
    for (written, weight) in [
        (json!("0.125"), 0.125),
        (json!("1.25"), 1.25),
        (json!("1250.125"), 1250.125),
        (json!(1.125), 1.125),
    ] {
        assert_eq!(
            only(&load(&pair(&json!({}), &json!({"weight": written})))).weight,
            weight
        );
    }
}

#[test]
fn half_a_place_and_an_unknown_organisation_are_kept() {
    let nodes = json!([{"id": "p", "x": 12.5, "organisation": "Provincie"}, {"id": "q", "y": -3}]);
    let loaded = load(&json!({"nodes": nodes, "edges": []}));
    assert_eq!(first_extra(&loaded)["x_original"], json!(12.5));
    assert_eq!(first_extra(&loaded)["organisation_original"], json!("Provincie"));
    let last = loaded.constellation.actors.values().last().unwrap();
    assert_eq!(
        (&last.attributes.to_fields()["y_original"], last.pos),
        (&json!(-3.0), None)
    );
    let found = remarks(&loaded);
    for remark in [
        ("nodes[0].x".to_owned(), "read-notice-half-place"),
        ("nodes[0].organisation".to_owned(), "read-notice-no-organisation"),
        ("nodes[1].y".to_owned(), "read-notice-half-place"),
    ] {
        assert!(found.contains(&remark), "{found:?}");
    }
}

#[test]
fn nothing_and_a_list_are_no_actors() {
    let loaded =
        load(&json!({"nodes": [null, [], 5, {"id": "q"}], "links": [{"source": 5, "target": "q"}, null]}));
    assert_eq!(skipped_places(&loaded), ["nodes[0]", "nodes[1]", "links[1]"]);
    assert_eq!(ties(&loaded), [("5".into(), "q".into(), Direction::Undirected)]);
    let text = loaded.report.skipped[0].text(netwerkopstelling::i18n::Texts::new(Language::Nl));
    assert!(text.starts_with("nodes[0]: Hier stond een lege waarde"), "{text}");
    let ours = json!({"format": "netwerkopstelling", "version": 1, "nodes": [null, {"id": "p"}], "edges": [], "notes": [7]});
    assert_eq!(skipped_places(&load(&ours)), ["nodes[0]", "notes[0]"]);
}

#[test]
fn a_name_that_is_twice_in_an_object_is_said_wherever_it_is() {
    let text = r#"{"nodes":[{"id":"a","x":1,"x":2,"meer":[{"k":1,"k":2}]},{"id":"b"}],
        "graph":{"title":"een","title":"twee"},
        "links":[{"source":"a","source":"b","target":"a"}],"eigen":1,"eigen":2}"#;
    let places = |loaded: &Loaded| -> Vec<String> {
        let found = remarks(loaded).into_iter();
        let repeated = found.filter(|(_, key)| *key == "read-notice-repeated-field");
        repeated.map(|(place, _)| place).collect()
    };
    let loaded = read(text.as_bytes());
    assert_eq!(
        places(&loaded),
        [
            "nodes[0].x",
            "nodes[0].meer[0].k",
            "graph.title",
            "links[0].source",
            "eigen"
        ]
    );
    assert_eq!(ties(&loaded)[0].0, "b");
    let ours =
        r#"{"format":"netwerkopstelling","version":1,"nodes":[{"id":"a","note":"1","note":"2"}],"edges":[]}"#;
    assert_eq!(places(&read(ours.as_bytes())), ["nodes[0].note"]);
    // The same name in two objects is twice nothing; many names in one are still looked at.
    let mut many: Vec<String> = (0..90).map(|at| format!("\"veld{at}\":{at}")).collect();
    many.push("\"veld80\":0".to_owned());
    let text = format!(
        r#"{{"nodes":[{{"id":1}},{{"id":2,{}}}],"edges":[]}}"#,
        many.join(",")
    );
    assert_eq!(places(&read(text.as_bytes())), ["nodes[1].veld80"]);
}

#[test]
fn an_object_and_an_empty_text_are_ids() {
    let file = json!({
        "nodes": [{"id": {"k": 1, "m": 2.0}}, {"id": ""}, {"id": "a-2"}],
        "links": [{"source": {"m": 2, "k": 1}, "target": ""}, {"source": "a-2", "target": ""}]
    });
    let loaded = load(&file);
    let ends: Vec<_> = ties(&loaded)
        .into_iter()
        .map(|(from, to, _)| (from, to))
        .collect();
    assert_eq!(ends[0].0, r#"{"k":1,"m":2}"#);
    assert_eq!((ends[1].0.as_str(), &ends[0].1), ("a-2", &ends[1].1));
    assert!(says(&loaded, "read-notice-empty-id"));
    // An empty text that two have names nobody: both are there, and who is meant is not guessed.
    let loaded = load(
        &json!({"nodes": [{"id": ""}, {"id": ""}, {"id": "q"}], "links": [{"source": "", "target": "q"}]}),
    );
    assert_eq!(loaded.constellation.actors.len(), 3);
    assert_eq!(skipped_places(&loaded), ["links[0]"]);
}

#[test]
fn a_direction_among_the_attributes_of_the_graph_is_that_of_the_file() {
    for (top, direction) in [
        (json!({"graph": {"directed": true}}), Direction::Directed),
        (
            json!({"graph": {"directed": "nee", "edgedefault": "directed"}}),
            Direction::Undirected,
        ),
        (
            json!({"directed": false, "graph": {"directed": true}}),
            Direction::Undirected,
        ),
        (json!({"graph": {"directed": "zo"}}), Direction::Undirected),
    ] {
        assert_eq!(only(&load(&pair(&top, &json!({})))).direction, direction, "{top}");
    }
}
