//! Which way relations run, in all the ways that programs say it.

use serde_json::{Map, Value, json};

use crate::formats::native::{keep, quoted};
use crate::formats::{ImportReport, Message};

const DIRECTED: &str = "directed";
const UNDIRECTED: &str = "undirected";
const MUTUAL: &str = "mutual";

/// A word for a direction, in Dutch or English.
fn word(text: &str) -> Option<&'static str> {
    match text.trim().to_lowercase().as_str() {
        "directed" | "gericht" => Some(DIRECTED),
        "undirected" | "ongericht" => Some(UNDIRECTED),
        "mutual" | "wederkerig" | "wederzijds" | "bidirectional" | "tweezijdig" => Some(MUTUAL),
        _ => None,
    }
}

fn flag(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(flag) => Some(*flag),
        Value::Number(number) => match number.as_f64() {
            Some(1.0) => Some(true),
            Some(0.0) => Some(false),
            _ => None,
        },
        Value::String(text) => match text.trim().to_lowercase().as_str() {
            "true" | "yes" | "ja" | "waar" | "1" => Some(true),
            "false" | "no" | "nee" | "onwaar" | "0" => Some(false),
            _ => None,
        },
        _ => None,
    }
}

fn is_empty(value: &Value) -> bool {
    value.is_null() || value.as_str().is_some_and(|text| text.trim().is_empty())
}

/// Whether relations that do not say it themselves are directed. Removes the field that says it.
pub(super) fn of_file(top: &mut Map<String, Value>, is_graphology: bool, report: &mut ImportReport) -> bool {
    let mut said = None;
    if let Some(value) = top.shift_remove("directed").filter(|value| !is_empty(value)) {
        let of_word = || value.as_str().and_then(word).map(|word| word != UNDIRECTED);
        said = flag(&value).or_else(of_word);
        if said.is_none() {
            unknown(&value, "directed", report);
            keep(top, "directed", value);
        }
    }
    // In a mixed graph of graphology a relation is directed unless it says otherwise.
    let options = top.get("options").and_then(|options| options.get("type"));
    let of_options = options.filter(|value| !is_empty(value)).and_then(|value| {
        let text = value.as_str().unwrap_or_default().to_lowercase();
        let found = match text.as_str() {
            "mixed" => Some(DIRECTED),
            text => word(text).filter(|found| *found != MUTUAL),
        };
        if found.is_none() {
            unknown(value, "options.type", report);
        }
        found.map(|found| found != UNDIRECTED)
    });
    let mut by_name = |map: &Map<String, Value>, path: &str| {
        let mut found = None;
        for name in ["edgedefault", "edgeDefault", "defaultedgetype", "type"] {
            let Some(value) = map.get(name).filter(|value| !is_empty(value)) else {
                continue;
            };
            let means = value.as_str().and_then(word);
            // A type can be of anything.
            if means.is_none() && name != "type" {
                unknown(value, &format!("{path}{name}"), report);
            }
            found = found.or(means);
        }
        found
    };
    let of_top = by_name(top, "");
    let graph = top.get("graph").and_then(Value::as_object);
    let of_graph = graph.and_then(|graph| by_name(graph, "graph."));
    let of_word = of_top.or(of_graph).map(|word| word != UNDIRECTED);
    let of_attributes = of_attributes(top, report);
    let said = said.or(of_attributes);
    said.or(of_options).or(of_word).unwrap_or(is_graphology)
}

/// Says of a flag that it says nothing; it stays where it is.
fn unknown(value: &Value, path: &str, report: &mut ImportReport) {
    let message = Message::new("read-notice-directed").with("found", quoted(value));
    report.notice(path, message);
}

/// The direction among the attributes of the graph, where some programs write it.
fn of_attributes(top: &mut Map<String, Value>, report: &mut ImportReport) -> Option<bool> {
    let graph = top.get_mut("graph")?.as_object_mut()?;
    let value = graph.get("directed").filter(|value| !is_empty(value))?;
    let said = flag(value).or_else(|| Some(word(value.as_str()?)? != UNDIRECTED));
    if said.is_some() {
        graph.shift_remove("directed");
    } else {
        unknown(value, "graph.directed", report);
    }
    said
}

/// Puts the direction of one relation under our name and in our words.
pub(super) fn of_edge(
    edge: &mut Map<String, Value>,
    is_directed: bool,
    path: &dyn Fn() -> String,
    report: &mut ImportReport,
) {
    let said = edge.shift_remove("direction").filter(|value| !is_empty(value));
    let mut direction = None;
    if let Some(value) = said {
        direction = value.as_str().and_then(word);
        if direction.is_none() {
            let message = Message::new("read-notice-direction").with("found", quoted(&value));
            report.notice(format!("{}.direction", path()), message);
            keep(edge, "direction", value);
        }
    }
    for (name, when) in [("directed", true), ("undirected", false)] {
        let Some(value) = edge.get(name).filter(|value| !is_empty(value)) else {
            continue;
        };
        let by_flag = flag(value).map(|found| if found == when { DIRECTED } else { UNDIRECTED });
        let Some(means) = by_flag.or_else(|| value.as_str().and_then(word)) else {
            // As an attribute it can mean anything.
            let message = Message::new("read-notice-direction").with("found", quoted(value));
            report.notice(format!("{}.{name}", path()), message);
            continue;
        };
        // A mutual relation is directed too: a field that does not contradict that is not kept.
        if direction.is_none_or(|known| known == means || (known == MUTUAL && means == DIRECTED)) {
            edge.shift_remove(name);
            direction = direction.or(Some(means));
        }
    }
    // Gephi's column; never the name of a kind.
    if let Some(means) = edge.get("type").and_then(Value::as_str).and_then(word) {
        let value = edge.shift_remove("type");
        if direction.is_none_or(|known| known == means) {
            direction = Some(means);
        } else if let Some(value) = value {
            keep(edge, "type", value);
        }
    }
    let fallback = if is_directed { DIRECTED } else { UNDIRECTED };
    edge.insert("direction".to_owned(), json!(direction.unwrap_or(fallback)));
}
