//! Who is who: the ids of nodes, and the node that an end of a relation means.
//!
//! Programs write ids as numbers, texts, lists (tuples of NetworkX) or not at all; ends as ids, as places in
//! the list (D3 version 3, NetworkX 1.x) or as the whole node (D3 after its layout). The number 1 and the text
//! "1" are two ids when both are there, and 1 and 1.0 are one.

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Number, Value, json};

use crate::formats::native::quoted;
use crate::formats::{ImportReport, Message};

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Id {
    Number(String),
    Text(String),
    Other(String),
}

impl Id {
    fn of(value: &Value) -> Option<Self> {
        match value {
            Value::Null => None,
            Value::String(text) => Some(Self::Text(text.clone())),
            Value::Number(number) => Some(Self::Number(digits(number))),
            other => Some(Self::Other(plain(other).to_string())),
        }
    }

    fn text(&self) -> &str {
        match self {
            Self::Number(text) | Self::Text(text) | Self::Other(text) => text,
        }
    }
}

/// A number as people write it: 1.0 is 1.
pub(super) fn digits(number: &Number) -> String {
    /// Beyond this a real number has lost whole ones.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    match number.as_f64() {
        Some(real) if number.is_f64() && real.fract() == 0.0 && real.abs() <= EXACT => {
            (real as i64).to_string()
        }
        _ => number.to_string(),
    }
}

/// The same with numbers as [`digits`] writes them and fields in order, in lists too.
fn plain(value: &Value) -> Value {
    match value {
        Value::Array(list) => list.iter().map(plain).collect(),
        Value::Number(number) => digits(number)
            .parse()
            .map_or_else(|_| value.clone(), Value::Number),
        Value::Object(map) => {
            let mut fields: Vec<_> = map
                .iter()
                .map(|(name, value)| (name.clone(), plain(value)))
                .collect();
            fields.sort_by(|one, other| one.0.cmp(&other.0));
            Value::Object(Map::from_iter(fields))
        }
        other => other.clone(),
    }
}

/// Where a value points to in a list of this length.
fn position(value: &Value, count: usize) -> Option<usize> {
    let real = value
        .as_f64()
        .filter(|real| real.fract() == 0.0 && *real >= 0.0)?;
    let at = real as usize;
    (at < count).then_some(at)
}

/// The nodes by every name that a relation may use.
pub(super) struct Nodes {
    /// Key of every node in our file.
    keys: Vec<String>,
    by_id: HashMap<Id, usize>,
    /// By the id in any JSON type.
    by_text: HashMap<String, usize>,
    by_name: HashMap<String, usize>,
    by_position: bool,
}

impl Nodes {
    /// Gives every node its `id`. `is_networkx1`: the file says that its ends are positions.
    pub fn name(nodes: &mut [Value], edges: &[Value], is_networkx1: bool, report: &mut ImportReport) -> Self {
        let mut ids: Vec<Option<Id>> = nodes.iter_mut().map(take_id).collect();
        // An empty text that several nodes have is the id of none of them.
        let is_empty = |id: &Option<Id>| id.as_ref().is_some_and(|id| id.text().is_empty());
        if ids.iter().filter(|id| is_empty(id)).count() > 1 {
            for id in ids.iter_mut().filter(|id| is_empty(id)) {
                *id = None;
            }
        }
        let mut found = Self {
            keys: vec![String::new(); nodes.len()],
            by_id: HashMap::new(),
            by_text: HashMap::new(),
            by_name: HashMap::new(),
            by_position: false,
        };
        for (at, id) in ids
            .iter()
            .enumerate()
            .filter_map(|(at, id)| Some((at, id.as_ref()?)))
        {
            found.by_id.entry(id.clone()).or_insert(at);
            found.by_text.entry(id.text().to_owned()).or_insert(at);
        }
        found.by_position = found.ends_are_positions(nodes, edges, is_networkx1);
        found.keys_of_ids(&ids, nodes, edges, report);
        found.keys_of_nameless(&ids, nodes, report);
        for (node, key) in nodes.iter_mut().zip(&found.keys) {
            if let Some(node) = node.as_object_mut() {
                node.insert("id".to_owned(), json!(key));
            }
        }
        found
    }

    pub fn are_positions(&self) -> bool {
        self.by_position
    }

    /// Decided by the ends that are whole numbers, and there are more of these than ends that name a node: none
    /// is an id, or the file says that they are places; nearly all are places, or no node has an id at all.
    fn ends_are_positions(&self, nodes: &[Value], edges: &[Value], is_networkx1: bool) -> bool {
        let count = self.keys.len();
        let names: HashSet<Id> = nodes
            .iter()
            .filter_map(|node| Id::of(node.get("name")?))
            .collect();
        let (mut whole, mut places, mut ids, mut named) = (0_usize, 0_usize, 0_usize, 0_usize);
        let objects = edges.iter().filter_map(Value::as_object);
        for end in objects.flat_map(|edge| ["source", "target"].map(|end| edge.get(end))) {
            let Some((end, id)) = end.and_then(|end| Some((end, Id::of(end)?))) else {
                continue;
            };
            let is_id = self.by_text.contains_key(id.text());
            if end.as_f64().is_some_and(|real| real.fract() == 0.0) {
                whole += 1;
                places += usize::from(position(end, count).is_some());
                ids += usize::from(is_id);
            } else {
                named += usize::from(is_id || names.contains(&id));
            }
        }
        let are_nearly_all = (whole - places) * 10 <= whole;
        whole > named && (is_networkx1 || ids == 0) && (self.by_id.is_empty() || are_nearly_all)
    }

    /// An id that is there as a number and as a text gets a key of its own the second time.
    fn keys_of_ids(
        &mut self,
        ids: &[Option<Id>],
        nodes: &[Value],
        edges: &[Value],
        report: &mut ImportReport,
    ) {
        let mut taken: Option<HashSet<String>> = None;
        for (at, id) in ids
            .iter()
            .enumerate()
            .filter_map(|(at, id)| Some((at, id.as_ref()?)))
        {
            let text = id.text();
            let first = self.by_id[id];
            self.keys[at] = if first != at {
                // The very same id once more: skipped by the reader of our file, which says so.
                self.keys[first].clone()
            } else if self.by_text[text] == at && !text.is_empty() {
                text.to_owned()
            } else {
                // Rare, so these are only gathered here.
                let taken = taken.get_or_insert_with(|| all_names(ids, nodes.len(), edges));
                let stem = if text.is_empty() { "a" } else { text };
                let fresh = (2..).map(|number| format!("{stem}-{number}"));
                let fresh = fresh.into_iter().find(|key| taken.insert(key.clone()));
                let fresh = fresh.expect("the numbers do not run out");
                let key = if text.is_empty() {
                    "read-notice-empty-id"
                } else {
                    "read-notice-id-of-two-kinds"
                };
                let message = Message::new(key).with("id", text).with("fresh", fresh.as_str());
                report.notice(format!("nodes[{at}].id"), message);
                fresh
            };
        }
    }

    /// A node without an id is named by its position where relations name positions, else by a unique name.
    fn keys_of_nameless(&mut self, ids: &[Option<Id>], nodes: &[Value], report: &mut ImportReport) {
        let name_of = |node: &Value| {
            let name = node.as_object()?.get("name")?;
            let name = Id::of(name).map(|id| id.text().to_owned());
            name.filter(|name| !name.is_empty())
        };
        let nameless = || (0..nodes.len()).filter(|at| ids[*at].is_none() && nodes[*at].is_object());
        let mut uses: HashMap<String, usize> = HashMap::new();
        for name in nameless().filter_map(|at| name_of(&nodes[at])) {
            *uses.entry(name).or_default() += 1;
        }
        for at in nameless() {
            let name = name_of(&nodes[at]).filter(|name| uses[name] == 1);
            if let Some(name) = &name {
                self.by_name.insert(name.clone(), at);
            }
            let is_free = |key: &String| !self.by_text.contains_key(key);
            if let Some(name) = name.filter(|name| !self.by_position && is_free(name)) {
                self.keys[at] = name;
                continue;
            }
            let position = at.to_string();
            let has_namesake = !self.by_position && uses.contains_key(&position);
            if !is_free(&position) || has_namesake {
                // The reader of our file gives a key and says so.
                continue;
            }
            if !self.by_position {
                let message = Message::new("read-notice-node-id").with("id", position.as_str());
                report.notice(format!("nodes[{at}].id"), message);
            }
            self.keys[at] = position;
        }
    }

    /// Key of the node that an end means.
    ///
    /// # Errors
    /// What the end says, as it is told, when it means nobody; empty when it says nothing.
    pub fn end(&self, value: &Value) -> Result<String, String> {
        let key = self.at(value).map(|at| &self.keys[at]);
        if let Some(key) = key.filter(|key| !key.is_empty()) {
            return Ok(key.clone());
        }
        let said = match value {
            Value::Object(node) => ["id", "key", "name"].iter().find_map(|name| node.get(*name)),
            other => Some(other),
        };
        let is_said = |said: &&Value| Id::of(said).is_some_and(|id| !id.text().is_empty());
        Err(said.filter(is_said).map(told).unwrap_or_default())
    }

    fn at(&self, value: &Value) -> Option<usize> {
        let id = Id::of(value)?;
        let exact = self.by_id.get(&id).copied();
        match value {
            Value::Object(node) => exact.or_else(|| self.at_node(node)),
            // An end that is not a position matches only an id that is exactly equal.
            Value::Number(_) if self.by_position => position(value, self.keys.len()),
            _ if self.by_position => exact.or_else(|| self.by_name.get(id.text()).copied()),
            _ => {
                let loose = || self.by_text.get(id.text());
                let by_name = || self.by_name.get(id.text());
                exact.or_else(|| loose().or_else(by_name).copied())
            }
        }
    }

    /// A node itself, as D3 leaves in its links after a layout.
    fn at_node(&self, node: &Map<String, Value>) -> Option<usize> {
        if let Some(id) = node.get("id").or_else(|| node.get("key")).and_then(Id::of) {
            let exact = self.by_id.get(&id);
            return exact.or_else(|| self.by_text.get(id.text())).copied();
        }
        let index = node
            .get("index")
            .and_then(|index| position(index, self.keys.len()));
        let name = || self.by_name.get(Id::of(node.get("name")?)?.text()).copied();
        index.or_else(name)
    }
}

/// An id in a sentence: a number as people write it, a text between quotes.
fn told(id: &Value) -> String {
    match id {
        Value::Number(number) => digits(number),
        other => quoted(other),
    }
}

/// What any node is called, what a node without an id may be called, and what any relation calls its ends.
fn all_names(ids: &[Option<Id>], count: usize, edges: &[Value]) -> HashSet<String> {
    let of_nodes = ids.iter().flatten().map(|id| id.text().to_owned());
    let positions = (0..count).map(|at| at.to_string());
    let ends = edges.iter().filter_map(Value::as_object).flat_map(|edge| {
        let ends = ["source", "target"].map(|end| edge.get(end).and_then(Id::of));
        ends.into_iter().flatten().map(|id| id.text().to_owned())
    });
    of_nodes.chain(positions).chain(ends).collect()
}

/// Takes the id as it was written off the node; a node that is only an id becomes an empty one.
fn take_id(node: &mut Value) -> Option<Id> {
    match node {
        Value::Object(map) => {
            // The field that graphology uses as id is an attribute for others.
            let name = if map.get("id").is_some_and(|id| !id.is_null()) {
                "id"
            } else {
                "key"
            };
            let id = map.get(name).and_then(Id::of)?;
            map.shift_remove(name);
            map.shift_insert(0, "id".to_owned(), Value::Null);
            Some(id)
        }
        Value::String(_) | Value::Number(_) | Value::Bool(_) => {
            let id = Id::of(node);
            *node = json!({ "id": null });
            id
        }
        Value::Array(_) | Value::Null => None,
    }
}
