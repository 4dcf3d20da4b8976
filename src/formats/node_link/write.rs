//! Node-link JSON for other programs.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use serde::Serialize;
use serde_json::{Value, json};

use super::ATTRIBUTES;
use crate::formats::Message;
use crate::formats::native::dto::{EdgeDto, GraphDto, NodeDto};
use crate::formats::native::{self, WrittenOneByOne};
use crate::model::{AttributeOf, Board, Constellation, Direction, values_of};

/// Node-link JSON with `edges`: what `networkx.node_link_graph(data, edges="edges")` takes, with every
/// relation in the directions in which it counts.
pub(in crate::formats) fn write_networkx(constellation: &Constellation) -> Vec<u8> {
    crate::tally::add(|done| done.texts += 1);
    let is_directed = is_directed(constellation);
    let edges = || {
        let keys = constellation
            .relations
            .values()
            .map(|one| Cow::Borrowed(one.key.as_str()));
        let mut taken: HashSet<Cow<'_, str>> = keys.collect();
        constellation.relations.values().flat_map(move |relation| {
            let edge = native::edge_of(constellation, relation);
            let counts_both_ways = relation.direction != Direction::Directed && !relation.is_loop();
            let has_mirror = is_directed && counts_both_ways;
            let mirror = edge.as_ref().filter(|_| has_mirror);
            let mirror = mirror.map(|edge| mirrored(edge, &mut taken));
            edge.map(|edge| to_value(&edge)).into_iter().chain(mirror)
        })
    };
    native::pretty(&NodeLink {
        directed: is_directed,
        multigraph: true,
        graph: graph(constellation),
        nodes: WrittenOneByOne(|| nodes(constellation)),
        edges: Some(WrittenOneByOne(edges)),
        links: None::<WrittenOneByOne<fn() -> std::iter::Empty<Value>>>,
    })
}

/// With what attributes are, of which somebody said so: programs that know nothing of it hand it on with the rest of
/// what is told about the whole.
fn graph(constellation: &Constellation) -> GraphDto {
    let mut graph = native::graph(constellation);
    // They are for who has our file, which keeps them.
    graph.codes = None;
    let declared = constellation.attributes.iter().map(native::attribute_dto);
    let declared: Vec<Value> = declared.map(|attribute| to_value(&attribute)).collect();
    if !declared.is_empty() {
        graph.extra.insert(ATTRIBUTES.to_owned(), Value::Array(declared));
    }
    graph
}

/// A file in the order of its fields.
#[derive(Serialize)]
struct NodeLink<Nodes: Serialize, Edges: Serialize, Links: Serialize> {
    directed: bool,
    multigraph: bool,
    graph: GraphDto,
    nodes: Nodes,
    #[serde(skip_serializing_if = "Option::is_none")]
    edges: Option<Edges>,
    #[serde(skip_serializing_if = "Option::is_none")]
    links: Option<Links>,
}

/// Whether any relation runs one way: a network without them is undirected for every reader.
fn is_directed(constellation: &Constellation) -> bool {
    let mut relations = constellation.relations.values();
    relations.any(|one| one.direction == Direction::Directed)
}

fn mirrored(edge: &EdgeDto, taken: &mut HashSet<Cow<'_, str>>) -> Value {
    let mut mirror = edge.clone();
    std::mem::swap(&mut mirror.source, &mut mirror.target);
    mirror.key.push('~');
    while !taken.insert(mirror.key.clone().into()) {
        mirror.key.push('~');
    }
    mirror.extra.insert("mirror_of".to_owned(), json!(edge.key));
    to_value(&mirror)
}

/// Node-link JSON with `links`, and the `name`, `group` and `value` that examples of D3 go by.
pub(in crate::formats) fn write_d3(constellation: &Constellation) -> Vec<u8> {
    crate::tally::add(|done| done.texts += 1);
    let of_nodes = copies(constellation, AttributeOf::Actors);
    let of_links = copies(constellation, AttributeOf::Relations);
    let nodes = || nodes(constellation).map(|node| with_copies(node, &of_nodes));
    let links = || {
        let edges = constellation.relations.values();
        edges
            .filter_map(|relation| native::edge_of(constellation, relation))
            .map(|edge| with_copies(to_value(&edge), &of_links))
    };
    native::pretty(&NodeLink {
        directed: is_directed(constellation),
        multigraph: true,
        graph: graph(constellation),
        nodes: WrittenOneByOne(nodes),
        edges: None::<WrittenOneByOne<fn() -> std::iter::Empty<Value>>>,
        links: Some(WrittenOneByOne(links)),
    })
}

/// What examples of D3 go by: of whom, our field, and their name for it.
const D3_NAMES: [(AttributeOf, &str, &str); 3] = [
    (AttributeOf::Actors, "label", "name"),
    (AttributeOf::Actors, "sector", "group"),
    (AttributeOf::Relations, "weight", "value"),
];

/// Somebody has an attribute of the user's own with that name.
fn is_taken(constellation: &Constellation, of: AttributeOf, name: &str) -> bool {
    values_of(constellation, of).any(|values| values.get(name).is_some())
}

/// The fields that are written under a second name, with that name: none that is an attribute of anybody, whose values
/// and ours would be one column.
fn copies(constellation: &Constellation, of: AttributeOf) -> Vec<(&'static str, &'static str)> {
    let names = D3_NAMES.into_iter().filter(|name| name.0 == of);
    let free = names.filter(|(of, _, name)| !is_taken(constellation, *of, name));
    free.map(|(_, field, name)| (field, name)).collect()
}

/// Fields under other names as well.
fn with_copies(mut part: Value, names: &[(&str, &str)]) -> Value {
    if let Some(map) = part.as_object_mut() {
        for (from, to) in names {
            if let Some(value) = map.get(*from).cloned() {
                map.insert((*to).to_owned(), value);
            }
        }
    }
    part
}

fn nodes(constellation: &Constellation) -> impl Iterator<Item = Value> + '_ {
    let actors = constellation.actors.values();
    let node = |actor| -> NodeDto { native::node_of(constellation, actor) };
    actors.map(move |actor| to_value(&node(actor)))
}

fn to_value(part: &impl serde::Serialize) -> Value {
    serde_json::to_value(part).expect("text keys and finite numbers always fit")
}

/// What of a constellation has no place in node-link JSON.
pub(in crate::formats) fn losses(constellation: &Constellation) -> Vec<Message> {
    let mut losses = Vec::new();
    if constellation.board != Board::default() {
        losses.push(Message::new("write-loss-board"));
    }
    if !constellation.notes.is_empty() {
        losses.push(Message::new("write-loss-notes").with("count", constellation.notes.len()));
    }
    let words = changed_words(constellation);
    if words > 0 {
        losses.push(Message::new("write-loss-words").with("count", words));
    }
    let fields = constellation.extra.len() + constellation.vocabulary.extra.len();
    if fields > 0 {
        losses.push(Message::new("write-loss-fields").with("count", fields));
    }
    losses
}

/// As [`losses`], with the names that examples of D3 go by and that an attribute has already.
pub(in crate::formats) fn losses_d3(constellation: &Constellation) -> Vec<Message> {
    let has = |field: &str| match field {
        "sector" => constellation.actors.values().any(|actor| actor.sector.is_some()),
        _ => true,
    };
    // What nobody has of ours is not missed under that name.
    let taken = D3_NAMES
        .into_iter()
        .filter(|(of, field, name)| has(field) && is_taken(constellation, *of, name));
    let taken = taken.map(|(_, field, name)| {
        let key = match field {
            "label" => "write-loss-name-taken",
            "sector" => "write-loss-group-taken",
            _ => "write-loss-value-taken",
        };
        Message::new(key).with("name", name)
    });
    losses(constellation).into_iter().chain(taken).collect()
}

/// Words of which more is known than a reader makes of their ids: these are written, names and looks are not.
fn changed_words(constellation: &Constellation) -> usize {
    let own = &constellation.vocabulary;
    let read = native::words_of_ids(constellation);
    fn others<T: PartialEq>(own: &[T], read: &[T], id: impl Fn(&T) -> &str) -> usize {
        let read: HashMap<&str, &T> = read.iter().map(|word| (id(word), word)).collect();
        let is_other = |word: &&T| read.get(id(word)) != Some(word);
        own.iter().filter(is_other).count()
    }
    others(&own.actor_kinds, &read.actor_kinds, |word| word.id.as_str())
        + others(&own.sectors, &read.sectors, |word| word.id.as_str())
        + others(&own.levels, &read.levels, |word| word.id.as_str())
        + others(&own.domains, &read.domains, |word| word.id.as_str())
        + others(&own.regions, &read.regions, |word| word.id.as_str())
        + others(&own.relation_kinds, &read.relation_kinds, |word| word.id.as_str())
}
