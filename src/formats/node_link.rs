//! Node-link JSON of other programs: NetworkX (`edges`, formerly `links`), D3 and, near enough, graphology.
//!
//! What these call by other names is put under ours, and the reader of our own file does the rest, so that
//! a constellation that went through NetworkX comes back with its kinds, places and texts. Attributes that
//! we do not know are kept. Our export for NetworkX writes mutual and undirected relations in both
//! directions when there are directed ones as well; the second is marked `mirror_of` and melts back.

use serde_json::{Map, Value, json};

use super::native::dto::{EdgeDto, FileDto, GraphDto, NodeDto, VocabularyDto};
use super::native::{self, Row};
use super::probe::{Probe, explain, too_large};
use super::{ErrorKind, FormatId, Loaded, Message, Place, ReadError};
use crate::model::{Constellation, Direction, Language, Vocabulary};

mod places;
mod rename;

/// A foreign file is held in memory as a whole while it is read: 64 MiB.
const MAX_FOREIGN_BYTES: u64 = 64 << 20;

pub(super) fn read(text: &str, probe: &Probe) -> Result<Loaded, ReadError> {
    let size = text.len() as u64;
    if size > MAX_FOREIGN_BYTES {
        return Err(ReadError::new(Place::Whole, too_large(size, MAX_FOREIGN_BYTES)));
    }
    let mut top: Map<String, Value> = serde_json::from_str(text).map_err(|error| explain(text, &error))?;
    let list = if probe.has_links && !probe.has_edges {
        "links"
    } else {
        "edges"
    };
    let mut nodes = list_in(&mut top, "nodes")?;
    let mut edges = list_in(&mut top, list)?;
    let is_directed = top.get("directed").and_then(Value::as_bool).unwrap_or(false);
    rename::nodes(&mut nodes, &edges);
    rename::edges(&mut edges, is_directed);
    let was_scaled = places::fit(&mut nodes);
    let graph = graph(&mut top);
    let is_english = graph.value.language.to_lowercase().starts_with("en");
    let language = if is_english { Language::En } else { Language::Nl };
    let vocabulary = match top.remove("vocabulary") {
        Some(found) => Row::from_value(found),
        None => standard_vocabulary(language),
    };
    let file = FileDto {
        format: native::FORMAT.to_owned(),
        version: native::VERSION,
        generator: String::new(),
        directed: true,
        multigraph: true,
        graph,
        vocabulary,
        nodes: nodes.into_iter().map(Row::from_value).collect(),
        edges: edges.into_iter().map(Row::from_value).collect(),
        board: top.remove("board").map(Row::from_value).unwrap_or_default(),
        notes: match top.remove("notes") {
            Some(Value::Array(notes)) => notes.into_iter().map(Row::from_value).collect(),
            _ => Vec::new(),
        },
        extra: without_ours(top),
    };
    let mut loaded = native::build(file, list)?;
    loaded.format = if list == "links" {
        FormatId::D3
    } else {
        FormatId::NetworkX
    };
    if was_scaled {
        let message = Message::new("read-notice-scaled");
        loaded.report.notice("nodes", message);
    }
    Ok(loaded)
}

fn list_in(top: &mut Map<String, Value>, name: &str) -> Result<Vec<Value>, ReadError> {
    match top.remove(name) {
        Some(Value::Array(list)) => Ok(list),
        _ => {
            let detail = format!("expected a list '{name}'");
            let place = Place::Path(name.to_owned());
            Err(ReadError::new(place, ErrorKind::WrongShape { detail }))
        }
    }
}

fn graph(top: &mut Map<String, Value>) -> Row<GraphDto> {
    match top.remove("graph") {
        None | Some(Value::Null) => Row::default(),
        // Very old NetworkX writes a list of pairs, mostly empty.
        Some(Value::Array(pairs)) if pairs.is_empty() => Row::default(),
        Some(Value::Object(mut graph)) => {
            rename::first_text(&mut graph, "title", &["name", "label"]);
            Row::from_value(Value::Object(graph))
        }
        Some(other) => Row::from_value(other),
    }
}

fn standard_vocabulary(language: Language) -> Row<VocabularyDto> {
    native::vocabulary(&Vocabulary::standard(language)).into()
}

/// Fields at the top that a file of ours has itself are not kept a second time.
fn without_ours(mut top: Map<String, Value>) -> Map<String, Value> {
    for name in native::known::FILE.iter().chain(&["links", "minor"]) {
        top.remove(*name);
    }
    top
}

/// Node-link JSON with `edges`: what `networkx.node_link_graph(data, edges="edges")` takes, with every
/// relation in the directions in which it counts.
pub(super) fn write_networkx(constellation: &Constellation) -> Vec<u8> {
    let relations = constellation.relations.values();
    let is_directed = relations.clone().any(|one| one.direction == Direction::Directed);
    let mut edges: Vec<Value> = Vec::new();
    for relation in relations {
        let Some(edge) = native::edge_of(constellation, relation) else {
            continue;
        };
        let counts_both_ways = relation.direction != Direction::Directed && !relation.is_loop();
        let mirror = (is_directed && counts_both_ways).then(|| mirrored(&edge));
        edges.push(to_value(&edge));
        edges.extend(mirror);
    }
    pretty(&json!({
        "directed": is_directed,
        "multigraph": true,
        "graph": native::graph(constellation),
        "nodes": nodes(constellation),
        "edges": edges,
    }))
}

fn mirrored(edge: &EdgeDto) -> Value {
    let mut mirror = edge.clone();
    std::mem::swap(&mut mirror.source, &mut mirror.target);
    mirror.key = format!("{}~", edge.key);
    mirror.extra.insert("mirror_of".to_owned(), json!(edge.key));
    to_value(&mirror)
}

/// Node-link JSON with `links`, and the `name`, `group` and `value` that examples of D3 go by.
pub(super) fn write_d3(constellation: &Constellation) -> Vec<u8> {
    let mut nodes = nodes(constellation);
    for node in nodes.iter_mut().filter_map(Value::as_object_mut) {
        copy(node, "label", "name");
        copy(node, "sector", "group");
    }
    let edges = constellation.relations.values();
    let mut links: Vec<Value> = edges
        .filter_map(|relation| native::edge_of(constellation, relation))
        .map(|edge| to_value(&edge))
        .collect();
    for link in links.iter_mut().filter_map(Value::as_object_mut) {
        copy(link, "weight", "value");
    }
    pretty(&json!({
        "directed": true,
        "multigraph": true,
        "graph": native::graph(constellation),
        "nodes": nodes,
        "links": links,
    }))
}

fn copy(map: &mut Map<String, Value>, from: &str, to: &str) {
    if let Some(value) = map.get(from).cloned() {
        map.insert(to.to_owned(), value);
    }
}

fn nodes(constellation: &Constellation) -> Vec<Value> {
    let actors = constellation.actors.values();
    let node = |actor| -> NodeDto { native::node_of(constellation, actor) };
    actors.map(|actor| to_value(&node(actor))).collect()
}

fn to_value(part: &impl serde::Serialize) -> Value {
    serde_json::to_value(part).expect("text keys and finite numbers always fit")
}

fn pretty(value: &Value) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(value).expect("a value is always JSON");
    bytes.push(b'\n');
    bytes
}
