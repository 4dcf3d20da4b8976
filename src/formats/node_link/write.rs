//! Node-link JSON for other programs.

use std::borrow::Cow;
use std::collections::HashSet;

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::ATTRIBUTES;
use crate::formats::Message;
use crate::formats::native::dto::{EdgeDto, GraphDto, NodeDto};
use crate::formats::native::{self, WrittenOneByOne};
use crate::model::{AttributeOf, Board, Constellation, Direction, Vocabulary, values_of};

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
    let nodes =
        || nodes(constellation).map(|node| with_copies(node, &[("label", "name"), ("sector", "group")]));
    let links = || {
        let edges = constellation.relations.values();
        edges
            .filter_map(|relation| native::edge_of(constellation, relation))
            .map(|edge| with_copies(to_value(&edge), &[("weight", "value")]))
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

/// Fields under other names as well.
fn with_copies(mut part: Value, names: &[(&str, &str)]) -> Value {
    if let Some(map) = part.as_object_mut() {
        for (from, to) in names {
            copy(map, from, to);
        }
    }
    part
}

/// An attribute of the user's own with that name stays.
fn copy(map: &mut Map<String, Value>, from: &str, to: &str) {
    if let Some(value) = map.get(from).cloned() {
        map.entry(to).or_insert(value);
    }
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
    let names = [
        (AttributeOf::Actors, "name"),
        (AttributeOf::Actors, "group"),
        (AttributeOf::Relations, "value"),
    ];
    let is_taken = |(of, name): &(AttributeOf, &str)| {
        values_of(constellation, *of).any(|values| values.get(name).is_some())
    };
    let taken = names.into_iter().filter(is_taken);
    let taken = taken.map(|(_, name)| Message::new("write-loss-name-taken").with("name", name));
    losses(constellation).into_iter().chain(taken).collect()
}

/// Words other than the standard ones of the language: their ids are written, their names and looks are not.
fn changed_words(constellation: &Constellation) -> usize {
    let (own, standard) = (
        &constellation.vocabulary,
        Vocabulary::standard(constellation.info.language),
    );
    fn others<T: PartialEq>(own: &[T], standard: &[T]) -> usize {
        own.iter().filter(|word| !standard.contains(word)).count()
    }
    others(&own.actor_kinds, &standard.actor_kinds)
        + others(&own.sectors, &standard.sectors)
        + others(&own.levels, &standard.levels)
        + others(&own.domains, &standard.domains)
        + others(&own.regions, &standard.regions)
        + others(&own.relation_kinds, &standard.relation_kinds)
}
