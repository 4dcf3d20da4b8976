//! Node-link JSON of other programs: NetworkX (`edges`, formerly `links`), D3, Gephi and graphology.
//!
//! Their names for things are replaced by ours, and the reader of our own file does the rest, so that
//! a constellation that went through NetworkX comes back with its kinds, places and texts. Attributes that
//! we do not know are kept; so is a value that does not fit our field, under `FIELD_original`. Our export for
//! NetworkX writes mutual and undirected relations in both directions when there are directed ones as well;
//! the second is marked `mirror_of` and is merged back if the two are equal.

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::{Map, Value};

use super::native::dto::{AttributeDto, FileDto, GraphDto, VocabularyDto};
use super::native::{self, ReadRow};
use super::probe::explain;
use super::{ErrorKind, FilePlace, FormatId, ImportReport, Loaded, Message, ReadError};
use crate::model::{Language, Vocabulary};

mod direction;
mod fields;
mod ids;
mod places;
mod write;

pub(super) use write::{losses, losses_d3, write_d3, write_networkx};

/// Where among what is told about the whole it is said what attributes are.
const ATTRIBUTES: &str = "attributes";

/// Everything that is in a file.
///
/// # Errors
/// It is no object.
pub(super) fn parse(text: &str) -> Result<Top, ReadError> {
    serde_json::from_str(text).map_err(|error| explain(text, &error))
}

/// The constellation of a file.
///
/// # Errors
/// Something that should be a list is not, or a field is nested too deeply to keep.
pub(super) fn make(top: Top, mut report: ImportReport) -> Result<Loaded, ReadError> {
    top.tell(&mut report)?;
    let (mut nodes, mut rest) = (top.nodes.items, top.rest);
    let (mut edges, lists) = both(top.edges.items, top.links.items, &mut report);
    let path = |at: usize| lists.path(at);
    let is_networkx1 = rest.get("graph").is_some_and(Value::is_array);
    let is_graphology = is_graphology(&rest, &nodes);
    let is_directed = direction::of_file(&mut rest, is_graphology, &mut report);
    fields::names_of_nodes(&mut nodes);
    fields::names_of_edges(&mut edges);
    let named = ids::Nodes::name(&mut nodes, &edges, is_networkx1, &mut report);
    if named.are_positions() {
        report.notice(lists.name, Message::new("read-notice-positions"));
    }
    fields::nodes(&mut nodes);
    let refused = fields::edges(&mut edges, &named, is_directed, &path, &mut report);
    if places::fit(&mut nodes) {
        report.notice("nodes", Message::new("read-notice-scaled"));
    }
    let mut file = file(rest, nodes, edges, &mut report);
    for (at, message) in refused {
        file.edges[at].refused = Some(message);
    }
    let mut loaded = native::build(file, &path, report)?;
    loaded.format = if lists.name == "links" {
        FormatId::D3
    } else {
        FormatId::NetworkX
    };
    Ok(loaded)
}

/// Other fields of our own file, when they have the shape that it gives them; else they are somebody
/// else's, and kept.
fn file(
    mut rest: Map<String, Value>,
    nodes: Vec<Value>,
    edges: Vec<Value>,
    report: &mut ImportReport,
) -> FileDto {
    let mut graph = graph(&mut rest);
    let is_english = graph.value.language.to_lowercase().starts_with("en");
    let language = if is_english { Language::En } else { Language::Nl };
    let vocabulary = match rest.get("vocabulary") {
        Some(Value::Object(_)) => ReadRow::from_value(rest.shift_remove("vocabulary").unwrap_or_default()),
        _ => standard_vocabulary(language),
    };
    let mut vocabulary = vocabulary;
    vocabulary.value.attributes.extend(attributes(&mut graph.value));
    let board = match rest.get("board") {
        Some(Value::Object(_)) => ReadRow::from_value(rest.shift_remove("board").unwrap_or_default()),
        _ => ReadRow::default(),
    };
    let is_note = |note: &Value| note.get("text").is_some_and(Value::is_string);
    let notes = match rest.get("notes") {
        Some(Value::Array(notes)) if notes.iter().all(is_note) => match rest.shift_remove("notes") {
            Some(Value::Array(notes)) => notes.into_iter().map(ReadRow::from_value).collect(),
            _ => Vec::new(),
        },
        _ => Vec::new(),
    };
    FileDto {
        format: native::FORMAT.to_owned(),
        version: native::VERSION,
        minor: None,
        generator: None,
        directed: None,
        multigraph: None,
        graph,
        vocabulary,
        nodes: nodes.into_iter().map(ReadRow::from_value).collect(),
        edges: edges.into_iter().map(ReadRow::from_value).collect(),
        board,
        notes,
        extra: under_other_names(rest, report),
    }
}

/// Fields at the top under names that mean something in our own file.
fn under_other_names(mut top: Map<String, Value>, report: &mut ImportReport) -> Map<String, Value> {
    // Said by the lists and the directions of the relations.
    top.shift_remove("multigraph");
    for name in native::known::FILE {
        let Some(value) = top.shift_remove(*name).filter(|value| !value.is_null()) else {
            continue;
        };
        let kept = native::keep(&mut top, name, value);
        report.notice(*name, Message::new("read-notice-kept-top").with("name", kept));
    }
    top
}

/// The lists of relations under both names, as one.
struct Lists {
    /// Where the first are.
    name: &'static str,
    /// How many those are; the rest are `links`.
    count: usize,
}

impl Lists {
    fn path(&self, at: usize) -> String {
        if at < self.count {
            format!("{}[{at}]", self.name)
        } else {
            format!("links[{}]", at - self.count)
        }
    }
}

/// Both lists; one when they say the same.
fn both(edges: Vec<Value>, links: Vec<Value>, report: &mut ImportReport) -> (Vec<Value>, Lists) {
    let name = if edges.is_empty() && !links.is_empty() {
        "links"
    } else {
        "edges"
    };
    let lists = |count| Lists { name, count };
    match (edges.is_empty(), links.is_empty()) {
        (true, _) => {
            let count = links.len();
            (links, lists(count))
        }
        (_, true) => {
            let count = edges.len();
            (edges, lists(count))
        }
        _ if edges == links => {
            report.merged += links.len();
            report.notice("links", Message::new("read-notice-same-list"));
            let count = edges.len();
            (edges, lists(count))
        }
        _ => {
            report.notice("links", Message::new("read-notice-both-lists"));
            let count = edges.len();
            (edges.into_iter().chain(links).collect(), lists(count))
        }
    }
}

/// Graphology calls ids `key` and has `attributes` or `options` at the top.
fn is_graphology(top: &Map<String, Value>, nodes: &[Value]) -> bool {
    let is_its = |node: &Value| node.get("key").is_some() && node.get("id").is_none();
    (top.contains_key("attributes") || top.contains_key("options")) && nodes.iter().all(is_its)
}

fn graph(top: &mut Map<String, Value>) -> ReadRow<GraphDto> {
    let found = match top.shift_remove("graph") {
        None | Some(Value::Null) => top
            .get("attributes")
            .is_some_and(Value::is_object)
            .then(|| top.shift_remove("attributes"))
            .flatten(),
        // NetworkX 1.x writes a list of pairs, mostly empty.
        Some(Value::Array(pairs)) => Some(Value::Object(of_pairs(pairs))),
        found => found,
    };
    match found {
        None => ReadRow::default(),
        Some(Value::Object(mut graph)) => {
            fields::first_text(&mut graph, "title", &["name", "label"], &["name", "label"]);
            keep_other_agreements(&mut graph);
            ReadRow::from_value(Value::Object(graph))
        }
        Some(other) => {
            native::keep(top, "graph", other);
            ReadRow::default()
        }
    }
}

/// What our own export calls agreements has words in every one; what somebody else calls so stays.
fn keep_other_agreements(graph: &mut Map<String, Value>) {
    const AGREEMENTS: &str = "agreements";
    let is_one = |one: &Value| one.get("what").is_some_and(Value::is_string);
    let are_ours = |found: &Value| found.as_array().is_some_and(|list| list.iter().all(is_one));
    if graph.get(AGREEMENTS).is_some_and(|found| !are_ours(found))
        && let Some(found) = graph.shift_remove(AGREEMENTS)
    {
        native::keep(graph, AGREEMENTS, found);
    }
}

/// What our own export says of attributes; what somebody else calls so stays.
fn attributes(graph: &mut GraphDto) -> Vec<ReadRow<AttributeDto>> {
    let is_one = |one: &Value| {
        ["key", "of", "type"]
            .iter()
            .all(|name| one.get(name).is_some_and(Value::is_string))
    };
    match graph.extra.get(ATTRIBUTES) {
        Some(Value::Array(list)) if !list.is_empty() && list.iter().all(is_one) => {}
        _ => return Vec::new(),
    }
    match graph.extra.shift_remove(ATTRIBUTES) {
        Some(Value::Array(list)) => list.into_iter().map(ReadRow::from_value).collect(),
        _ => Vec::new(),
    }
}

fn of_pairs(pairs: Vec<Value>) -> Map<String, Value> {
    let mut graph = Map::new();
    for pair in pairs {
        match pair {
            Value::Array(pair) if pair.len() == 2 && pair[0].is_string() => {
                let name = pair[0].as_str().unwrap_or_default().to_owned();
                graph.insert(name, pair.into_iter().nth(1).unwrap_or_default());
            }
            other => {
                native::keep(&mut graph, "graph", other);
            }
        }
    }
    graph
}

fn standard_vocabulary(language: Language) -> ReadRow<VocabularyDto> {
    native::vocabulary(&Vocabulary::standard(language)).into()
}

/// A list at the top of a file: JSON allows the name more than once.
#[derive(Default)]
struct TopList {
    items: Vec<Value>,
    times: usize,
    /// Something of that name is no list.
    is_other: bool,
}

impl TopList {
    fn add(&mut self, value: Value) {
        match value {
            Value::Array(mut items) => {
                self.items.append(&mut items);
                self.times += 1;
            }
            Value::Null => {}
            _ => self.is_other = true,
        }
    }
}

/// The file with every list of actors and relations that is in it.
#[derive(Default)]
pub(super) struct Top {
    nodes: TopList,
    edges: TopList,
    links: TopList,
    rest: Map<String, Value>,
    /// Other names that were there more than once: the last counts.
    repeated: Vec<String>,
}

impl Top {
    /// Remarks about the lists.
    ///
    /// # Errors
    /// Something that should be a list is not.
    fn tell(&self, report: &mut ImportReport) -> Result<(), ReadError> {
        let lists = [
            ("nodes", &self.nodes),
            ("edges", &self.edges),
            ("links", &self.links),
        ];
        for (name, list) in lists {
            let is_missing = name == "nodes" && list.times == 0;
            let is_nothing = name == "edges" && self.has_nothing();
            if list.is_other || is_missing || is_nothing {
                let detail = format!("expected a list '{name}'");
                let place = FilePlace::Path(name.to_owned());
                return Err(ReadError::new(place, ErrorKind::WrongShape { detail }));
            }
            if list.times > 1 {
                let message = Message::new("read-notice-several-lists").with("count", list.times);
                report.notice(name, message);
            }
        }
        for name in &self.repeated {
            report.notice(name.as_str(), Message::new("read-notice-repeated-field"));
        }
        if self.edges.times + self.links.times == 0 {
            report.notice("edges", Message::new("read-notice-no-edges"));
        }
        Ok(())
    }

    /// Neither actors nor a list of relations: not a network.
    fn has_nothing(&self) -> bool {
        self.nodes.items.is_empty() && self.edges.times + self.links.times == 0
    }
}

impl<'de> Deserialize<'de> for Top {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TopVisitor;
        impl<'de> Visitor<'de> for TopVisitor {
            type Value = Top;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Top, A::Error> {
                let mut top = Top::default();
                while let Some(name) = map.next_key::<String>()? {
                    let value: Value = map.next_value()?;
                    match name.as_str() {
                        "nodes" => top.nodes.add(value),
                        "edges" => top.edges.add(value),
                        "links" => top.links.add(value),
                        _ => {
                            if top.rest.insert(name.clone(), value).is_some() {
                                top.repeated.push(name);
                            }
                        }
                    }
                }
                Ok(top)
            }
        }
        deserializer.deserialize_map(TopVisitor)
    }
}
