//! A comparison as JSON, written as it is made: of two large networks all of it as values at once took gigabytes.

use serde::ser::{Serialize, Serializer};
use serde_json::{Map, Value, json};

use crate::analysis::comparison::{ActorChange, Differences, FigureChange, RankChange, RelationChange};
use crate::analysis::snapshot::AnalysisSettings;

/// All of it, in the order of the fields.
#[derive(serde::Serialize)]
pub struct Page<'a> {
    program: &'static str,
    version: &'static str,
    before: &'a str,
    after: &'a str,
    settings: Value,
    actors: Actors<'a>,
    relations: Relations<'a>,
    network: Value,
    dimensions: Value,
    ranks: Ranks<'a>,
}

impl<'a> Page<'a> {
    pub fn new(found: &'a Differences, [before, after]: [&'a str; 2], settings: &AnalysisSettings) -> Self {
        let figures = |list: &[FigureChange]| -> Value {
            list.iter()
                .map(|change| (change.id.clone(), figure(change)))
                .collect::<Map<_, _>>()
                .into()
        };
        let dimensions = found.dimensions.iter();
        let dimensions = dimensions.map(|one| (one.id.clone(), figures(&one.figures)));
        Self {
            program: env!("CARGO_PKG_NAME"),
            version: env!("CARGO_PKG_VERSION"),
            before,
            after,
            settings: json!({
                "wished": settings.includes_wished,
                "ignore_direction": settings.ignores_direction,
            }),
            actors: Actors(found),
            relations: Relations(found),
            network: figures(&found.figures),
            dimensions: dimensions.collect::<Map<_, _>>().into(),
            ranks: Ranks(found),
        }
    }
}

/// A list of which every item is a value only while it is written.
struct List<'a, T, F>(&'a [T], F);

impl<T, F: Fn(&T) -> Value> Serialize for List<'_, T, F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(&self.1))
    }
}

struct Actors<'a>(&'a Differences);

impl Serialize for Actors<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(serde::Serialize)]
        struct Fields<A, B> {
            came: A,
            gone: A,
            changed: B,
            stayed: usize,
        }
        let Self(found) = *self;
        let actor = |key: &String| json!({ "id": key, "label": found.label(key) });
        let members = &found.members;
        let fields = Fields {
            came: List(&members.actors_came, &actor),
            gone: List(&members.actors_gone, &actor),
            changed: List(&found.actors_changed, |change: &ActorChange| {
                changed(found, change)
            }),
            stayed: members.actors_stayed.len(),
        };
        fields.serialize(serializer)
    }
}

struct Relations<'a>(&'a Differences);

impl Serialize for Relations<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(serde::Serialize)]
        struct Fields<L> {
            came: L,
            gone: L,
            changed: L,
            same: usize,
        }
        let members = &self.0.members;
        let fields = Fields {
            came: List(&members.relations_came, relation),
            gone: List(&members.relations_gone, relation),
            changed: List(&members.relations_changed, relation),
            same: members.relations_same,
        };
        fields.serialize(serializer)
    }
}

struct Ranks<'a>(&'a Differences);

impl Serialize for Ranks<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(found) = *self;
        let list = |change: &RankChange| rank(found, change);
        let ranks = found.ranks.iter();
        serializer.collect_map(ranks.map(|ranks| (ranks.measure, List(&ranks.changes, &list))))
    }
}

fn changed(found: &Differences, change: &ActorChange) -> Value {
    let fields = change.fields.iter();
    let fields = fields.map(|field| (field.field.to_owned(), json!([field.before, field.after])));
    let fields: Map<String, Value> = fields.collect();
    json!({ "id": change.key, "label": found.label(&change.key), "fields": fields })
}

fn relation(change: &RelationChange) -> Value {
    json!({
        "source": change.source,
        "target": change.target,
        "kind": change.kind,
        "directed": change.is_directed,
        "links_before": change.before.0,
        "links_after": change.after.0,
        "weight_before": change.before.1,
        "weight_after": change.after.1,
    })
}

fn figure(change: &FigureChange) -> Value {
    json!({ "before": change.before, "after": change.after, "change": change.difference() })
}

fn rank(found: &Differences, change: &RankChange) -> Value {
    json!({
        "id": change.id,
        "label": found.label(&change.id),
        "rank_before": change.rank_before,
        "rank_after": change.rank_after,
        "risen": change.risen(),
        "before": change.before,
        "after": change.after,
    })
}
