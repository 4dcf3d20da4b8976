//! What other programs call things, put under the names of our own file.

use std::collections::HashMap;

use serde_json::{Map, Value, json};

use super::direction;
use super::ids::{Nodes, digits};
use crate::formats::native::keep;
use crate::formats::{ImportReport, Message};

/// Text of a label or title, when the value can be one.
fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(digits(number)),
        _ => None,
    }
}

/// A field that is said under a second name as well: the same in everyone who has it. Where they differ, or where
/// somebody has the one and not the other, the second is an attribute of its own, also in who has them equal.
fn is_repeat(rows: &[Value], same: impl Fn(&Value, &Value) -> bool, fields: &[&str], name: &str) -> bool {
    rows.iter().filter_map(Value::as_object).all(|row| {
        let said = fields.iter().filter_map(|field| row.get(*field));
        let first = said.into_iter().find(|value| !value.is_null());
        first.is_none_or(|first| row.get(name).is_some_and(|second| same(first, second)))
    })
}

/// The other names of a text that only repeat what comes before them.
fn repeats<'a>(rows: &[Value], field: &str, names: &[&'a str]) -> Vec<&'a str> {
    let same = |first: &Value, second: &Value| first == second || text(first) == text(second);
    let mut before = vec![field];
    let mut repeats = Vec::new();
    for name in names {
        if is_repeat(rows, same, &before, name) {
            repeats.push(*name);
        }
        before.push(name);
    }
    repeats
}

/// Gives a field the first text found under other names, when it has none. Of these, `repeats` say nothing new.
pub(super) fn first_text(map: &mut Map<String, Value>, field: &str, names: &[&str], repeats: &[&str]) {
    if let Some(number) = map.get(field).filter(|value| value.is_number()).and_then(text) {
        map.insert(field.to_owned(), json!(number));
    }
    if map.get(field).is_some_and(Value::is_null) {
        map.shift_remove(field);
    }
    for name in names {
        let Some(value) = map.get(*name) else { continue };
        let is_repeat = repeats.contains(name) && map.get(field) == Some(value);
        let usable = text(value).filter(|_| !map.contains_key(field));
        if is_repeat || usable.is_some() {
            map.shift_remove(*name);
        }
        if let Some(text) = usable {
            map.insert(field.to_owned(), json!(text));
        }
    }
}

/// Fields that tables write with a capital, as Gephi does: `Source`, `Weight`.
fn uncapital(map: &mut Map<String, Value>, names: &[&str]) {
    let is_one = |field: &str, name: &str| field != name && field.eq_ignore_ascii_case(name);
    for name in names
        .iter()
        .filter(|name| !map.contains_key(**name))
        .copied()
        .collect::<Vec<_>>()
    {
        let Some(field) = map.keys().find(|field| is_one(field, name)).cloned() else {
            continue;
        };
        if let Some(value) = map.shift_remove(&field) {
            map.insert(name.to_owned(), value);
        }
    }
}

/// Puts the `attributes` of graphology beside the rest; one whose name is taken keeps its value under another.
fn flatten(map: &mut Map<String, Value>) {
    if !map.get("attributes").is_some_and(Value::is_object) {
        return;
    }
    let Some(Value::Object(attributes)) = map.shift_remove("attributes") else {
        return;
    };
    for (name, value) in attributes {
        if map.contains_key(&name) {
            keep(map, &name, value);
        } else {
            map.insert(name, value);
        }
    }
}

/// Before ids are looked at.
pub(super) fn names_of_nodes(nodes: &mut [Value]) {
    for node in nodes.iter_mut().filter_map(Value::as_object_mut) {
        uncapital(node, &["id", "label", "name"]);
    }
}

/// Before ends are looked at.
pub(super) fn names_of_edges(edges: &mut [Value]) {
    for edge in edges.iter_mut().filter_map(Value::as_object_mut) {
        uncapital(
            edge,
            &["source", "target", "weight", "value", "type", "kind", "label"],
        );
    }
}

/// Once every node has its id.
pub(super) fn nodes(nodes: &mut [Value]) {
    for map in nodes.iter_mut().filter_map(Value::as_object_mut) {
        flatten(map);
    }
    let names = ["name", "title"];
    let repeated_names = repeats(nodes, "label", &names);
    // The second name that our own export for D3 gives a field.
    let is_group_sector = is_repeat(nodes, |sector, group| sector == group, &["sector"], "group");
    for map in nodes.iter_mut().filter_map(Value::as_object_mut) {
        first_text(map, "label", &names, &repeated_names);
        if is_group_sector && map.contains_key("sector") {
            map.shift_remove("group");
        }
        if let (false, Some(Value::String(domain))) =
            (map.contains_key("domains"), map.get("domain").cloned())
        {
            map.shift_remove("domain");
            map.insert("domains".to_owned(), json!([domain]));
        }
    }
}

/// Ends, kind, weight and direction under our names. `path` says where in the file a relation stands. Gives which
/// relations cannot be read, and why.
pub(super) fn edges(
    edges: &mut [Value],
    nodes: &Nodes,
    is_directed: bool,
    path: &dyn Fn(usize) -> String,
    report: &mut ImportReport,
) -> HashMap<usize, Message> {
    let mut refused = HashMap::new();
    for (at, edge) in edges.iter_mut().enumerate() {
        let Some(map) = edge.as_object_mut() else { continue };
        for end in ["source", "target"] {
            let found = map
                .get(end)
                .map_or_else(|| Err(String::new()), |end| nodes.end(end));
            let key = found.unwrap_or_else(|said| {
                refused.entry(at).or_insert_with(|| nobody(said));
                String::new()
            });
            map.insert(end.to_owned(), json!(key));
        }
        flatten(map);
        direction::of_edge(map, is_directed, &|| path(at), report);
    }
    let names = ["type", "relation"];
    let repeated_names = repeats(edges, "kind", &names);
    let same_number = |weight: &Value, value: &Value| {
        let weight = number(weight);
        weight.is_some() && weight == number(value)
    };
    let is_value_weight = is_repeat(edges, same_number, &["weight"], "value");
    for (at, edge) in edges.iter_mut().enumerate() {
        let Some(map) = edge.as_object_mut() else { continue };
        first_text(map, "kind", &names, &repeated_names);
        match weight(map, is_value_weight) {
            Weight::Said => {}
            Weight::Unsaid => {
                report.notice(
                    format!("{}.weight", path(at)),
                    Message::new("read-notice-without-weight"),
                );
            }
            Weight::Ambiguous(said) => {
                let message = Message::new("read-skip-ambiguous-weight").with("weight", said);
                refused.entry(at).or_insert(message);
            }
        }
    }
    keys(edges);
    refused
}

fn nobody(said: String) -> Message {
    if said.is_empty() {
        Message::new("read-skip-edge-without-end")
    } else {
        Message::new("read-skip-edge-to-nobody").with("id", said)
    }
}

/// A number, also as a text, and with the decimal comma of a Dutch table.
fn number(value: &Value) -> Option<f64> {
    let found = match value {
        Value::Number(number) => number.as_f64(),
        Value::String(text) => {
            let text = text.trim();
            let is_comma = text.matches(',').count() == 1 && !text.contains('.');
            let text = if is_comma {
                text.replace(',', ".")
            } else {
                text.to_owned()
            };
            let is_plain = |one: char| one.is_ascii_digit() || matches!(one, '.' | '-' | '+' | 'e' | 'E');
            text.chars().all(is_plain).then(|| text.parse().ok()).flatten()
        }
        _ => None,
    };
    found.filter(|number: &f64| number.is_finite())
}

/// A text in which a point or comma has exactly three digits behind it: 1.250 is 1250 to one and 1,25 to another.
fn is_ambiguous(value: &Value) -> bool {
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|one| one.is_ascii_digit());
    let text = value.as_str().unwrap_or_default().trim();
    let text = text.strip_prefix(['-', '+']).unwrap_or(text);
    text.split_once(['.', ',']).is_some_and(|(whole, rest)| {
        // 0.125 and 1250.125 cannot be thousands.
        let can_be_thousands = whole.len() <= 3 && !whole.starts_with('0');
        can_be_thousands && is_digits(whole) && rest.len() == 3 && is_digits(rest)
    })
}

/// A number in a text, larger than any: so the reader of the whole file left it.
fn is_beyond_bounds(value: &Value) -> bool {
    let text = value.as_str().unwrap_or_default();
    let is_of_number = |one: u8| one.is_ascii_digit() || b"+-.eE".contains(&one);
    !text.is_empty() && text.bytes().all(is_of_number) && text.parse::<f64>().is_ok_and(f64::is_infinite)
}

/// What a relation says of its weight.
enum Weight {
    /// A weight or none, or something that the reader of our file skips and reports.
    Said,
    /// What may be one is no number: an attribute.
    Unsaid,
    /// Two numbers at once.
    Ambiguous(String),
}

/// A weight that is no number stays as it is: the reader of our file skips that relation, and says so.
/// `is_value_weight`: the file says every weight a second time, as examples of D3 do.
fn weight(edge: &mut Map<String, Value>, is_value_weight: bool) -> Weight {
    let said = edge.get("weight").or_else(|| edge.get("value"));
    if let Some(said) = said.filter(|said| is_ambiguous(said)) {
        return Weight::Ambiguous(said.as_str().unwrap_or_default().to_owned());
    }
    if let Some(said) = edge.get("weight") {
        if let Some(weight) = number(said) {
            if is_value_weight {
                edge.shift_remove("value");
            }
            edge.insert("weight".to_owned(), json!(weight));
        }
        return Weight::Said;
    }
    // Without any weight, every relation counts as one; that is what these programs mean as well.
    let (weight, is_said) = match edge.get("value") {
        None => (json!(1.0), true),
        Some(Value::Null) => (Value::Null, true),
        // No number is as large: the reader of our file skips that relation.
        Some(value) if is_beyond_bounds(value) => (value.clone(), true),
        Some(value) => number(value).map_or((json!(1.0), false), |weight| (json!(weight), true)),
    };
    if is_said {
        edge.shift_remove("value");
    }
    edge.insert("weight".to_owned(), weight);
    if is_said { Weight::Said } else { Weight::Unsaid }
}

/// A key of NetworkX is unique for one pair only: numbers that count, or words that are kinds of relation.
/// Words that are not unique in the file become the kind, or stay as an attribute; then every relation gets a
/// key of its own.
fn keys(edges: &mut [Value]) {
    let mut uses: HashMap<String, usize> = HashMap::new();
    let key_of = |edge: &Value| edge.get("key").and_then(Value::as_str).map(str::to_owned);
    for key in edges.iter().filter_map(key_of) {
        *uses.entry(key).or_default() += 1;
    }
    let are_kinds = uses.iter().any(|(key, uses)| *uses > 1 && !key.is_empty());
    let mut number = 0;
    for edge in edges.iter_mut().filter_map(Value::as_object_mut) {
        match edge.get("key") {
            Some(Value::String(key)) if !key.is_empty() => {
                let is_unique = uses[key] == 1;
                let is_mirror = edge.contains_key("mirror_of");
                if is_unique && (!are_kinds || is_mirror) {
                    continue;
                }
                let word = Value::String(key.clone());
                if is_unique {
                    // One among words that do repeat: a kind as those are, and a key that can stay.
                    edge.entry("kind").or_insert(word);
                    continue;
                }
                if edge.contains_key("kind") {
                    keep(edge, "key", word);
                } else {
                    edge.insert("kind".to_owned(), word);
                }
            }
            // Numbers only count the relations of a pair.
            None | Some(Value::Null | Value::Number(_) | Value::String(_)) => {}
            Some(other) => {
                let other = other.clone();
                keep(edge, "key", other);
            }
        }
        let fresh = loop {
            number += 1;
            let key = format!("r{number}");
            if !uses.contains_key(&key) {
                break key;
            }
        };
        edge.insert("key".to_owned(), json!(fresh));
    }
}
