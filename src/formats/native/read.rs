//! File to constellation. What does not fit is reported with its place, never lost silently.

use std::collections::{HashMap, HashSet};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;

use super::dto::{BoardDto, CardDto, EdgeDto, FileDto, GraphDto, KeepsExtra, NodeDto, NoteDto, PointDto};
use super::mirrors::{self, Mirror};
use super::numbering::{least_next_id, usable};
use super::row::Row;
use super::vocabulary::Words;
use super::words::DirectionDto;
use super::{MINOR, VERSION};
use crate::formats::probe::{Probe, explain};
use crate::formats::{ErrorKind, FormatId, Loaded, Message, Place, ReadError, Report};
use crate::model::{
    Actor, ActorId, Board, Constellation, Extra, HumanCard, Info, Language, Note, NoteId, NoteTarget,
    Picture, Point, Relation, RelationId, is_valid_weight,
};

/// Unknown fields nested deeper than this are refused: they would not survive the journal, which nests
/// the constellation a few levels deeper than the file does.
const MAX_EXTRA_DEPTH: usize = 100;

pub(in crate::formats) fn read(text: &str, probe: &Probe, report: Report) -> Result<Loaded, ReadError> {
    let version_error = |kind| Err(ReadError::new(Place::Path("version".to_owned()), kind));
    match probe.version.as_ref().and_then(Value::as_u64) {
        None | Some(0) => return version_error(ErrorKind::BadVersion),
        Some(found) if found > u64::from(VERSION) => {
            return version_error(ErrorKind::NewerVersion {
                found,
                known: VERSION,
            });
        }
        Some(_) => {}
    }
    let file: FileDto = serde_json::from_str(text).map_err(|error| explain(text, &error))?;
    let mut loaded = build(file, &|at| format!("edges[{at}]"), report)?;
    let minor = loaded.constellation.extra.get("minor").and_then(Value::as_u64);
    if let Some(minor) = minor.filter(|minor| *minor > MINOR) {
        let message = Message::new("read-notice-newer-minor")
            .with("found", format!("{VERSION}.{minor}"))
            .with("known", format!("{VERSION}.{MINOR}"));
        loaded.report.notice("minor", message);
    }
    Ok(loaded)
}

/// The constellation of a file, whoever wrote it; other readers put what they find into a [`FileDto`], and
/// say where in their file a relation stands and what they remarked so far.
///
/// # Errors
/// Unknown fields that are nested too deeply to keep.
pub(in crate::formats) fn build(
    file: FileDto,
    edge_path: &dyn Fn(usize) -> String,
    report: Report,
) -> Result<Loaded, ReadError> {
    let mut builder = Builder {
        report,
        ..Builder::default()
    };
    let mut info = builder.take(file.graph, "graph");
    let next_id = usable(info.next_id.take());
    builder.info(info)?;
    let vocabulary = builder.take(file.vocabulary, "vocabulary");
    builder.words = Words::read(vocabulary, &mut builder.report)?;
    let nodes = builder.nodes(file.nodes, &file.edges)?;
    builder.organisations(&nodes);
    builder.edges(file.edges, edge_path)?;
    builder.notes(file.notes)?;
    let board = builder.take(file.board, "board");
    builder.board(board)?;
    let Builder {
        mut constellation,
        mut report,
        words,
        ..
    } = builder;
    constellation.vocabulary = words.finish(&mut report);
    // Filled one by one in order, a tree keeps its nodes half empty: megabytes in a large network.
    constellation.actors = constellation.actors.into_iter().collect();
    constellation.relations = constellation.relations.into_iter().collect();
    constellation.extra = shallow(file.extra, "")?;
    // Said by the file anew on every save.
    constellation.next_id = next_id.unwrap_or(0).max(least_next_id(&constellation));
    debug_assert_eq!(
        crate::model::validate(&constellation),
        vec![],
        "a reader made something unsound"
    );
    Ok(Loaded {
        constellation,
        format: FormatId::Native,
        report,
    })
}

/// Refuses unknown fields that are nested too deeply.
pub(super) fn shallow(extra: Extra, path: &str) -> Result<Extra, ReadError> {
    fn is_within(value: &Value, depth: usize) -> bool {
        depth > 0
            && match value {
                Value::Array(list) => list.iter().all(|value| is_within(value, depth - 1)),
                Value::Object(map) => map.values().all(|value| is_within(value, depth - 1)),
                _ => true,
            }
    }
    match extra.iter().find(|(_, value)| !is_within(value, MAX_EXTRA_DEPTH)) {
        None => Ok(extra),
        Some((name, _)) => {
            let dot = if path.is_empty() { "" } else { "." };
            let place = Place::Path(format!("{path}{dot}{name}"));
            Err(ReadError::new(place, ErrorKind::TooDeep))
        }
    }
}

/// Gives a row whose fields fit. What did not fit one of our fields is kept as a field of its own, and said.
pub(super) fn take<T: KeepsExtra>(mut row: Row<T>, path: &str, report: &mut Report) -> T {
    for dropped in std::mem::take(&mut row.dropped) {
        let found = dropped.found();
        let message = |key| Message::new(key).with("found", found);
        if dropped.field.is_empty() {
            report.notice(path, message("read-notice-wrong-kind"));
            continue;
        }
        let place = format!("{path}.{}", dropped.field);
        let kept = keep(row.value.extra_mut(), &dropped.field, dropped.value);
        report.notice(place, message("read-notice-kept").with("name", kept));
    }
    row.value
}

/// Keeps a value under a name that is not one of ours; gives that name.
pub(in crate::formats) fn keep(extra: &mut Extra, field: &str, value: Value) -> String {
    let mut name = format!("{field}_original");
    while extra.contains_key(&name) {
        name.push('_');
    }
    extra.insert(name.clone(), value);
    name
}

#[derive(Default)]
struct Builder {
    constellation: Constellation,
    report: Report,
    words: Words,
    last_number: u32,
    actor_of_key: HashMap<String, ActorId>,
    relation_of_key: HashMap<String, RelationId>,
}

impl Builder {
    fn take<T: KeepsExtra>(&mut self, row: Row<T>, path: &str) -> T {
        take(row, path, &mut self.report)
    }

    fn next_number(&mut self) -> u32 {
        self.last_number += 1;
        self.last_number
    }

    fn info(&mut self, graph: GraphDto) -> Result<(), ReadError> {
        let tag = graph.language.to_lowercase();
        let language = match tag.split(['-', '_']).next() {
            Some("en") => Language::En,
            Some("nl" | "") | None => Language::Nl,
            Some(_) => {
                let message = Message::new("read-notice-language").with("found", tag.as_str());
                self.report.notice("graph.language", message);
                Language::Nl
            }
        };
        self.constellation.info = Info {
            title: graph.title,
            issue: graph.issue,
            date: graph.date,
            place: graph.place,
            language,
            source: graph.source,
            description: graph.description,
            author: graph.author,
            extra: shallow(graph.extra, "graph")?,
        };
        Ok(())
    }

    /// Makes the actors; returns which organisation each names, to be looked up when all are there.
    fn nodes(
        &mut self,
        rows: Vec<Row<NodeDto>>,
        edges: &[Row<EdgeDto>],
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
        let card = match node.card {
            Some(row) => {
                let path = format!("{path}.card");
                for dropped in &row.dropped {
                    let dot = if dropped.field.is_empty() { "" } else { "." };
                    let message = Message::new("read-notice-wrong-kind").with("found", dropped.found());
                    self.report
                        .notice(format!("{path}{dot}{}", dropped.field), message);
                }
                self.card(row.value, &path)
            }
            None => HumanCard::default(),
        };
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
            extra: shallow(node.extra, path)?,
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

    fn card(&mut self, card: CardDto, path: &str) -> HumanCard {
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

    fn organisations(&mut self, named: &[(ActorId, String, String)]) {
        for (id, key, path) in named {
            let actor = self.constellation.actors.get_mut(id);
            let actor = actor.expect("made just before");
            match self.actor_of_key.get(key).filter(|other| *other != id) {
                Some(other) => actor.organisation = Some(*other),
                None => {
                    let kept = keep(&mut actor.extra, "organisation", key.as_str().into());
                    let message = Message::new("read-notice-no-organisation")
                        .with("id", key.as_str())
                        .with("name", kept);
                    self.report.notice(path.as_str(), message);
                }
            }
        }
    }

    fn edges(&mut self, rows: Vec<Row<EdgeDto>>, path_of: &dyn Fn(usize) -> String) -> Result<(), ReadError> {
        let mut mirrors = mirrors::find(&rows, &self.words);
        let mut taken = Taken::of('r', rows.iter().map(|row| &row.value.key));
        for (at, row) in rows.into_iter().enumerate() {
            let path = path_of(at);
            if let Some(message) = row.no_object().or_else(|| row.refused.clone()) {
                self.report.skip(path, message);
                continue;
            }
            if let Some(misfit) = row.dropped.iter().find(|one| one.field == "weight") {
                let message = Message::new("read-skip-weight").with("weight", misfit.value.to_string());
                self.report.skip(path, message);
                continue;
            }
            let mut edge = self.take(row, &path);
            match mirrors.remove(&at) {
                Some(Mirror::Equal) => {
                    self.report.merged += 1;
                    continue;
                }
                Some(Mirror::Differs) => {
                    let other = edge.extra.shift_remove("mirror_of");
                    edge.direction = Some(DirectionDto::Directed);
                    if let Some(Value::String(other)) = other {
                        let message = Message::new("read-notice-mirror-differs").with("key", other);
                        self.report.notice(path.as_str(), message);
                    }
                }
                None => {}
            }
            let (source, target) = match (self.end(&edge.source), self.end(&edge.target)) {
                (Ok(source), Ok(target)) => (source, target),
                (Err(message), _) | (_, Err(message)) => {
                    self.report.skip(path, message);
                    continue;
                }
            };
            let Some(weight) = self.weight(edge.weight, &path) else {
                continue;
            };
            let key = self.edge_key(&edge.key, &path, &mut taken);
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
                extra: shallow(edge.extra, &path)?,
                key,
            };
            self.relation_of_key.insert(relation.key.clone(), id);
            self.constellation.relations.insert(id, relation);
            self.report.made += 1;
        }
        Ok(())
    }

    fn end(&self, key: &str) -> Result<ActorId, Message> {
        let found = self.actor_of_key.get(key).copied();
        found.ok_or_else(|| {
            if key.is_empty() {
                Message::new("read-skip-edge-without-end")
            } else {
                Message::new("read-skip-edge-to-nobody").with("id", key)
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

    fn notes(&mut self, rows: Vec<Row<NoteDto>>) -> Result<(), ReadError> {
        for (at, row) in rows.into_iter().enumerate() {
            let path = format!("notes[{at}]");
            if let Some(message) = row.no_object() {
                self.report.skip(path, message);
                continue;
            }
            let note = self.take(row, &path);
            let about = match (&note.actor, &note.relation) {
                (None, None) => Some(NoteTarget::Constellation),
                (Some(key), _) => self.actor_of_key.get(key).copied().map(NoteTarget::Actor),
                (None, Some(key)) => self.relation_of_key.get(key).copied().map(NoteTarget::Relation),
            };
            if about.is_none() {
                let key = note.actor.or(note.relation).unwrap_or_default();
                let message = Message::new("read-notice-note-about-nothing").with("id", key);
                self.report.notice(path.as_str(), message);
            }
            let id = NoteId(self.next_number());
            let note = Note {
                id,
                text: note.text,
                about: about.unwrap_or(NoteTarget::Constellation),
                at: note.at,
                extra: shallow(note.extra, &path)?,
            };
            self.constellation.notes.insert(id, note);
            self.report.made += 1;
        }
        Ok(())
    }

    fn board(&mut self, board: BoardDto) -> Result<(), ReadError> {
        let standard = Board::default();
        let mut size = |found: Option<f64>, standard: f64, name: &str| match found {
            Some(size) if size > 0.0 => size,
            Some(_) => {
                let message = Message::new("read-notice-board-size");
                self.report.notice(format!("board.{name}"), message);
                standard
            }
            None => standard,
        };
        let width = size(board.width, standard.width, "width");
        let height = size(board.height, standard.height, "height");
        let picture = board.picture.and_then(|picture| {
            let bytes = STANDARD.decode(&picture.base64).ok();
            if bytes.is_none() {
                let message = Message::new("read-notice-picture");
                self.report.notice("board.picture.base64", message);
            }
            Some(Picture {
                name: picture.name,
                mime: picture.mime,
                bytes: bytes?.into(),
            })
        });
        self.constellation.board = Board {
            width,
            height,
            background: board.background.into(),
            picture,
            issue_pos: board.issue.map(|PointDto { x, y }| Point::new(x, y)),
            extra: shallow(board.extra, "board")?,
        };
        Ok(())
    }
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

/// An angle within `0..360`; the remainder of a tiny negative number rounds to 360 itself.
fn turn(deg: f64) -> f64 {
    let turned = deg.rem_euclid(360.0);
    if turned < 360.0 { turned } else { 0.0 }
}

/// Keys that are in use, and the next that may be free: every number is tried once.
struct Taken {
    prefix: char,
    keys: HashSet<String>,
    next: usize,
}

impl Taken {
    fn of<'a>(prefix: char, keys: impl Iterator<Item = &'a String>) -> Self {
        let keys: HashSet<String> = keys.cloned().collect();
        let next = keys.len();
        Self { prefix, keys, next }
    }

    fn free(&mut self) -> String {
        loop {
            let key = format!("{}{}", self.prefix, self.next);
            self.next += 1;
            if self.keys.insert(key.clone()) {
                return key;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_is_tried_once_for_a_key_to_give_out() {
        let keys: Vec<String> = (20_000..40_000).map(|number| format!("r{number}")).collect();
        let mut taken = Taken::of('r', keys.iter());
        for number in 40_000..60_000 {
            assert_eq!(taken.free(), format!("r{number}"));
        }
        assert_eq!(taken.next, 60_000);
    }
}
