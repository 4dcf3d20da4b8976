//! Which way relations run, in all the ways that programs say it.

use serde_json::{Map, Value, json};

use crate::formats::native::keep;
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
            let message = Message::new("read-notice-directed").with("found", shown(&value));
            report.notice("directed", message);
            keep(top, "directed", value);
        }
    }
    let text = |found: Option<&Value>| found.and_then(Value::as_str).map(str::to_lowercase);
    // In a mixed graph of graphology a relation is directed unless it says otherwise.
    let options = text(top.get("options").and_then(|options| options.get("type")));
    let of_options = match options.as_deref() {
        Some(UNDIRECTED) => Some(false),
        Some(DIRECTED | "mixed") => Some(true),
        _ => None,
    };
    let by_name = |map: &Map<String, Value>| {
        let names = ["edgedefault", "edgeDefault", "defaultedgetype", "type"];
        let words = names.iter().filter_map(|name| text(map.get(*name)));
        words.filter_map(|text| word(&text)).next()
    };
    let of_top = || by_name(top);
    let of_graph = || top.get("graph").and_then(Value::as_object).and_then(by_name);
    let of_word = of_top().or_else(of_graph).map(|word| word != UNDIRECTED);
    let said = said.or_else(|| of_attributes(top));
    said.or(of_options).or(of_word).unwrap_or(is_graphology)
}

/// The direction among the attributes of the graph, where some programs write it.
fn of_attributes(top: &mut Map<String, Value>) -> Option<bool> {
    let graph = top.get_mut("graph")?.as_object_mut()?;
    let value = graph.get("directed")?;
    let said = flag(value).or_else(|| Some(word(value.as_str()?)? != UNDIRECTED))?;
    graph.shift_remove("directed");
    Some(said)
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
            let message = Message::new("read-notice-direction").with("found", shown(&value));
            report.notice(format!("{}.direction", path()), message);
            keep(edge, "direction", value);
        }
    }
    for (name, when) in [("directed", true), ("undirected", false)] {
        let Some(found) = edge.get(name).and_then(flag) else {
            continue;
        };
        let means = if found == when { DIRECTED } else { UNDIRECTED };
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

/// A value inside a sentence.
fn shown(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
