//! Relations: between whom, how strong, and which of two lines are one relation.

use serde_json::Value;

use super::keys::Taken;
use super::{NativeBuilder, shallow};
use crate::formats::native::dto::EdgeDto;
use crate::formats::native::mirrors::{self, Mirror};
use crate::formats::native::row::{ReadRow, quoted};
use crate::formats::native::words::DirectionDto;
use crate::formats::{Message, ReadError};
use crate::model::{ActorId, Attributes, Relation, RelationId, is_valid_weight};

impl NativeBuilder {
    pub(super) fn edges(
        &mut self,
        rows: Vec<ReadRow<EdgeDto>>,
        path_of: &dyn Fn(usize) -> String,
    ) -> Result<(), ReadError> {
        let mut mirrors = mirrors::find(&rows, &self.words);
        let mut taken = Taken::of('r', rows.iter().map(|row| &row.value.key));
        for (at, row) in rows.into_iter().enumerate() {
            let path = path_of(at);
            if let Some(message) = refusal(&row) {
                self.report.skip(path, message);
                continue;
            }
            let mut edge = self.take(row, &path);
            match mirrors.remove(&at) {
                Some(Mirror::Equal) => {
                    self.report.merged += 1;
                    continue;
                }
                Some(Mirror::Differs) => self.stand_alone(&mut edge, &path),
                None => {}
            }
            self.edge(edge, path, &mut taken)?;
        }
        Ok(())
    }

    /// Marked as the other direction of a relation, but different: a relation of its own.
    fn stand_alone(&mut self, edge: &mut EdgeDto, path: &str) {
        let other = edge.extra.shift_remove("mirror_of");
        edge.direction = Some(DirectionDto::Directed);
        if let Some(Value::String(other)) = other {
            let message = Message::new("read-notice-mirror-differs").with("key", other);
            self.report.notice(path, message);
        }
    }

    fn edge(&mut self, edge: EdgeDto, path: String, taken: &mut Taken) -> Result<(), ReadError> {
        let (source, target) = match (self.end(&edge.source), self.end(&edge.target)) {
            (Ok(source), Ok(target)) => (source, target),
            (Err(message), _) | (_, Err(message)) => {
                self.report.skip(path, message);
                return Ok(());
            }
        };
        let Some(weight) = self.weight(edge.weight, &path) else {
            return Ok(());
        };
        let key = self.edge_key(&edge.key, &path, taken);
        let id = RelationId(self.next_number());
        let kind = self.words.relation_kind(&edge.kind);
        let direction = edge.direction.map(Into::into);
        let relation = Relation {
            id,
            source,
            target,
            direction: direction.unwrap_or_else(|| self.words.direction_of(kind.as_str())),
            kind,
            weight,
            status: edge.status.into(),
            verified: edge.verified,
            motive: edge.motive,
            note: edge.note,
            attributes: Attributes::of_fields(shallow(edge.extra, &path)?),
            key,
        };
        self.relation_of_key.insert(relation.key.clone(), id);
        self.constellation.relations.insert(id, relation);
        self.report.made += 1;
        Ok(())
    }

    fn end(&self, key: &str) -> Result<ActorId, Message> {
        let found = self.actor_of_key.get(key).copied();
        found.ok_or_else(|| {
            if key.is_empty() {
                Message::new("read-skip-edge-without-end")
            } else {
                Message::new("read-skip-edge-to-nobody").with("id", quoted(&key.into()))
            }
        })
    }

    /// A weight that cannot be one costs the relation: 0 would mean that there is none.
    fn weight(&mut self, weight: Option<f64>, path: &str) -> Option<f64> {
        let Some(weight) = weight else {
            self.report.notice(
                format!("{path}.weight"),
                Message::new("read-notice-without-weight"),
            );
            return Some(1.0);
        };
        if is_valid_weight(weight) {
            return Some(weight);
        }
        let message = if weight.is_nan() {
            Message::new("read-skip-no-weight")
        } else {
            Message::new("read-skip-weight").with("weight", short(weight))
        };
        self.report.skip(path.to_owned(), message);
        None
    }

    fn edge_key(&mut self, key: &str, path: &str, taken: &mut Taken) -> String {
        if !key.is_empty() && !self.relation_of_key.contains_key(key) {
            return key.to_owned();
        }
        let fresh = taken.free();
        let message = if key.is_empty() {
            Message::new("read-notice-without-key")
        } else {
            Message::new("read-notice-duplicate-key").with("key", key)
        };
        let message = message.with("fresh", fresh.as_str());
        self.report.notice(format!("{path}.key"), message);
        fresh
    }
}

/// Why nothing can be made of it.
fn refusal(row: &ReadRow<EdgeDto>) -> Option<Message> {
    let unfit = || {
        let misfit = row.dropped.iter().find(|one| one.field == "weight")?;
        Some(Message::new("read-skip-weight").with("weight", quoted(&misfit.value)))
    };
    row.no_object().or_else(|| row.refused.clone()).or_else(unfit)
}

/// A number as it was meant: nobody reads 300 digits.
fn short(number: f64) -> String {
    const MOST: usize = 20;
    let plain = number.to_string();
    if plain.len() <= MOST {
        plain
    } else {
        format!("{number:e}")
    }
}
