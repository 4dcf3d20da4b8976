//! Actors: who they are, where they stand, and to which organisation they belong.

use super::keys::Taken;
use super::{NativeBuilder, keep, shallow};
use crate::formats::native::dto::{CardDto, EdgeDto, NodeDto};
use crate::formats::native::row::ReadRow;
use crate::formats::{Message, ReadError};
use crate::model::{Actor, ActorId, Attributes, HumanCard, Point};

impl NativeBuilder {
    /// Makes the actors; returns which organisation each names, to be looked up when all are there.
    pub(super) fn nodes(
        &mut self,
        rows: Vec<ReadRow<NodeDto>>,
        edges: &[ReadRow<EdgeDto>],
    ) -> Result<Vec<(ActorId, String, String)>, ReadError> {
        let mut organisations = Vec::new();
        // Keys to give out must not take one that comes later in the file, or that a relation names.
        let ends = edges
            .iter()
            .flat_map(|row| [&row.value.source, &row.value.target]);
        let mut taken = Taken::of('a', rows.iter().map(|row| &row.value.id).chain(ends));
        for (at, row) in rows.into_iter().enumerate() {
            let path = format!("nodes[{at}]");
            if let Some(message) = row.no_object() {
                self.report.skip(path, message);
                continue;
            }
            let mut node = self.take(row, &path);
            if node.id.is_empty() {
                node.id = taken.free();
                let message = Message::new("read-notice-node-id").with("id", node.id.as_str());
                self.report.notice(format!("{path}.id"), message);
            }
            if self.actor_of_key.contains_key(&node.id) {
                let message = Message::new("read-skip-duplicate-node").with("id", node.id);
                self.report.skip(path, message);
                continue;
            }
            let id = ActorId(self.next_number());
            if let Some(organisation) = node.organisation.take().filter(|key| !key.is_empty()) {
                organisations.push((id, organisation, format!("{path}.organisation")));
            }
            let actor = self.actor(id, node, &path)?;
            self.actor_of_key.insert(actor.key.clone(), id);
            self.constellation.actors.insert(id, actor);
            self.report.made += 1;
        }
        Ok(organisations)
    }

    fn actor(&mut self, id: ActorId, mut node: NodeDto, path: &str) -> Result<Actor, ReadError> {
        let pos = self.place(&mut node, path);
        let card = node
            .card
            .take()
            .map_or_else(HumanCard::default, |row| self.card(row, path));
        let label = node.label.unwrap_or_else(|| node.id.clone());
        Ok(Actor {
            id,
            key: node.id,
            label,
            kind: self.words.actor_kind(&node.kind),
            sector: self.words.sector(&node.sector),
            level: self.words.level(&node.level),
            domains: self.words.domains(&node.domains),
            region: self.words.region(&node.region),
            organisation: None,
            pos,
            gaze_deg: node.gaze_deg.map(turn),
            influence: node.influence,
            stance: node.stance.map(Into::into),
            tempo: node.tempo.map(Into::into),
            interests: node.interests,
            form: node.form,
            motive: node.motive,
            note: node.note,
            card,
            attributes: Attributes::of_fields(shallow(node.extra, path)?),
        })
    }

    fn place(&mut self, node: &mut NodeDto, path: &str) -> Option<Point> {
        let (name, half) = match (node.x, node.y) {
            (Some(x), Some(y)) => return Some(Point::new(x, y)),
            (Some(x), None) => ("x", x),
            (None, Some(y)) => ("y", y),
            (None, None) => return None,
        };
        let kept = keep(&mut node.extra, name, half.into());
        let message = Message::new("read-notice-half-place").with("name", kept);
        self.report.notice(format!("{path}.{name}"), message);
        None
    }

    /// A card cannot keep a value that does not fit it: that is reported and dropped.
    fn card(&mut self, row: ReadRow<CardDto>, path: &str) -> HumanCard {
        let path = format!("{path}.card");
        for dropped in &row.dropped {
            let dot = if dropped.field.is_empty() { "" } else { "." };
            let message = Message::new("read-notice-wrong-kind").with("found", dropped.found());
            self.report
                .notice(format!("{path}{dot}{}", dropped.field), message);
        }
        let card = row.value;
        for name in card.extra.keys() {
            self.report.notice(
                format!("{path}.{name}"),
                Message::new("read-notice-unknown-field"),
            );
        }
        HumanCard {
            embedded: card.embedded.map(Into::into),
            communicative: card.communicative.map(Into::into),
            agile: card.agile.map(Into::into),
            available: card.available.map(Into::into),
            mandate: card.mandate.map(Into::into),
            note: card.note,
        }
    }

    pub(super) fn organisations(&mut self, named: &[(ActorId, String, String)]) {
        for (id, key, path) in named {
            let actor = self.constellation.actors.get_mut(id);
            let actor = actor.expect("made just before");
            match self.actor_of_key.get(key).filter(|other| *other != id) {
                Some(other) => actor.organisation = Some(*other),
                None => {
                    let kept = actor.attributes.keep("organisation", key.as_str());
                    let message = Message::new("read-notice-no-organisation")
                        .with("id", key.as_str())
                        .with("name", kept);
                    self.report.notice(path.as_str(), message);
                }
            }
        }
    }
}

/// An angle within `0..360`; the remainder of a tiny negative number rounds to 360 itself.
fn turn(deg: f64) -> f64 {
    let turned = deg.rem_euclid(360.0);
    if turned < 360.0 { turned } else { 0.0 }
}
