//! A comparison as JSON, written as it is made: of two large networks all of it as values at once took gigabytes.

use serde::ser::{Serialize, Serializer};
use serde_json::{Map, Value, json};

use crate::analysis::comparison::{ActorChange, Differences, FigureChange, RankChange, RelationChange};
use crate::analysis::snapshot::AnalysisSettings;

/// All of it, in the order of the fields.
#[derive(serde::Serialize)]
pub struct ComparisonPage<'a> {
    program: &'static str,
    version: &'static str,
    before: &'a str,
    after: &'a str,
    settings: Value,
    actors: ActorDifferences<'a>,
    relations: RelationDifferences<'a>,
    network: Value,
    dimensions: Value,
    ranks: RankDifferences<'a>,
}

impl<'a> ComparisonPage<'a> {
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
            actors: ActorDifferences(found),
            relations: RelationDifferences(found),
            network: figures(&found.figures),
            dimensions: dimensions.collect::<Map<_, _>>().into(),
            ranks: RankDifferences(found),
        }
    }
}

/// A list of which every item is a value only while it is written.
struct JsonList<'a, T, F>(&'a [T], F);

impl<T, F: Fn(&T) -> Value> Serialize for JsonList<'_, T, F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(&self.1))
    }
}

struct ActorDifferences<'a>(&'a Differences);

impl Serialize for ActorDifferences<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(serde::Serialize)]
        struct ActorFields<A, B> {
            came: A,
            gone: A,
            changed: B,
            stayed: usize,
        }
        let Self(found) = *self;
        let actor = |key: &String| json!({ "id": key, "label": found.label(key) });
        let members = &found.members;
        let fields = ActorFields {
            came: JsonList(&members.actors_came, &actor),
            gone: JsonList(&members.actors_gone, &actor),
            changed: JsonList(&found.actors_changed, |change: &ActorChange| {
                changed(found, change)
            }),
            stayed: members.actors_stayed.len(),
        };
        fields.serialize(serializer)
    }
}

struct RelationDifferences<'a>(&'a Differences);

impl Serialize for RelationDifferences<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(serde::Serialize)]
        struct RelationFields<L> {
            came: L,
            gone: L,
            changed: L,
            same: usize,
        }
        let members = &self.0.members;
        let fields = RelationFields {
            came: JsonList(&members.relations_came, relation),
            gone: JsonList(&members.relations_gone, relation),
            changed: JsonList(&members.relations_changed, relation),
            same: members.relations_same,
        };
        fields.serialize(serializer)
    }
}

struct RankDifferences<'a>(&'a Differences);

impl Serialize for RankDifferences<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(found) = *self;
        let list = |change: &RankChange| rank(found, change);
        let ranks = found.ranks.iter();
        serializer.collect_map(ranks.map(|ranks| (ranks.measure, JsonList(&ranks.changes, &list))))
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
