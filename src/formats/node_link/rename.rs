//! What other programs call things, put under the names of our own file.

use std::collections::HashMap;

use serde_json::{Map, Value, json};

/// Text of an id, whatever it is: NetworkX has numbers and tuples as nodes.
fn id_text(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        // A node itself, as D3 leaves in its links after a simulation.
        Value::Object(map) if map.contains_key("id") => map.get("id").and_then(id_text),
        other => Some(other.to_string()),
    }
}

/// Gives a field the first text found under other names, when it has none.
pub(super) fn first_text(map: &mut Map<String, Value>, field: &str, names: &[&str]) {
    for name in names {
        let Some(value) = map.get(*name) else { continue };
        let is_repeat = map.get(field) == Some(value);
        let is_usable = !map.contains_key(field) && (value.is_string() || value.is_number());
        if is_usable {
            let text = json!(id_text(value));
            map.insert(field.to_owned(), text);
        }
        if is_repeat || is_usable {
            map.shift_remove(*name);
        }
    }
}

/// Puts the `attributes` of graphology beside the rest.
fn flatten(map: &mut Map<String, Value>) {
    if let Some(Value::Object(attributes)) = map.get("attributes").cloned() {
        map.shift_remove("attributes");
        for (name, value) in attributes {
            map.entry(name).or_insert(value);
        }
    }
}

pub(super) fn nodes(nodes: &mut [Value], edges: &[Value]) {
    let is_named = |node: &Value| node.get("id").or_else(|| node.get("key")).is_some() || !node.is_object();
    let is_number = |edge: &Value, end| edge.get(end).is_some_and(Value::is_u64);
    // D3 version 3: ends are positions in the list of nodes.
    let by_position = !nodes.iter().any(is_named)
        && edges
            .iter()
            .all(|edge| is_number(edge, "source") && is_number(edge, "target"));
    for (at, node) in nodes.iter_mut().enumerate() {
        match node {
            Value::Object(map) => {
                flatten(map);
                let named = map.get("id").or_else(|| map.get("key")).and_then(id_text);
                let id = match named {
                    Some(id) => {
                        map.shift_remove("key");
                        id
                    }
                    None if by_position => at.to_string(),
                    None => map.get("name").and_then(id_text).unwrap_or_default(),
                };
                map.insert("id".to_owned(), json!(id));
                attributes(map);
            }
            Value::Array(_) | Value::Null => {}
            _ => *node = json!({ "id": id_text(node) }),
        }
    }
}

fn attributes(map: &mut Map<String, Value>) {
    first_text(map, "label", &["name", "title"]);
    // The group of D3 is what its examples colour by; with us that is the sector.
    first_text(map, "sector", &["group"]);
    if let (false, Some(Value::String(domain))) = (map.contains_key("domains"), map.get("domain").cloned()) {
        map.shift_remove("domain");
        map.insert("domains".to_owned(), json!([domain]));
    }
}

pub(super) fn edges(edges: &mut [Value], is_directed: bool) {
    for edge in edges.iter_mut().filter_map(Value::as_object_mut) {
        flatten(edge);
        for end in ["source", "target"] {
            let id = edge.get(end).and_then(id_text);
            edge.insert(end.to_owned(), json!(id.unwrap_or_default()));
        }
        first_text(edge, "kind", &["type", "relation"]);
        weight(edge);
        let direction = match (edge.get("undirected").and_then(Value::as_bool), is_directed) {
            (Some(true), _) | (None, false) => "undirected",
            (Some(false), _) | (None, true) => "directed",
        };
        edge.entry("direction").or_insert_with(|| json!(direction));
    }
    keys(edges);
}

fn weight(edge: &mut Map<String, Value>) {
    let number = |value: &Value| match value {
        Value::Number(number) => number.as_f64(),
        Value::String(text) => text
            .trim()
            .parse::<f64>()
            .ok()
            .filter(|number| number.is_finite()),
        _ => None,
    };
    let weight = edge.get("weight").and_then(number);
    let value = edge.get("value").and_then(number);
    if value.is_some() && (weight.is_none() || weight == value) {
        edge.shift_remove("value");
    }
    // Without any weight, every relation counts as one; that is what these programs mean as well.
    let found = weight.or(value);
    if found.is_some() || edge.get("weight").is_none_or(Value::is_null) {
        edge.insert("weight".to_owned(), json!(found.unwrap_or(1.0)));
    }
}

/// A key of NetworkX is unique for one pair only; one that is not unique in the file is given out anew.
fn keys(edges: &mut [Value]) {
    let mut uses: HashMap<String, usize> = HashMap::new();
    let key_of = |edge: &Value| edge.get("key").and_then(Value::as_str).map(str::to_owned);
    for key in edges.iter().filter_map(key_of) {
        *uses.entry(key).or_default() += 1;
    }
    let mut number = 0;
    for edge in edges {
        if key_of(edge).is_some_and(|key| !key.is_empty() && uses[&key] == 1) {
            continue;
        }
        let fresh = loop {
            number += 1;
            let key = format!("r{number}");
            if !uses.contains_key(&key) {
                break key;
            }
        };
        if let Some(edge) = edge.as_object_mut() {
            edge.insert("key".to_owned(), json!(fresh));
        }
    }
}
