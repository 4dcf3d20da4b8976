//! Constellation to file. The order is fixed and every thing has lines of its own, so that a change of one
//! weight is a change of one line.

use std::io;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::Value;

use super::dto::{BoardDto, CardDto, CodesDto, EdgeDto, GraphDto, NodeDto, NoteDto, PictureDto, PointDto};
use super::numbering::least_next_id;
use super::write_vocabulary::WrittenWords;
use super::{FORMAT, MINOR, MINOR_OF_ATTRIBUTES, MINOR_OF_CODES, VERSION, agreements, known};
use crate::model::{
    Actor, ActorId, Attributes, Board, Codes, Constellation, Extra, HumanCard, Note, NoteTarget, Picture,
    Point, Relation,
};

/// The file, pretty-printed, ending in a new line.
pub fn write(constellation: &Constellation) -> Vec<u8> {
    pretty(&File(constellation))
}

/// JSON in lines, ending in a new line. How long it becomes is counted first: a list of bytes that grows as it is
/// filled takes up to three times as much while it moves.
pub(in crate::formats) fn pretty(file: &impl Serialize) -> Vec<u8> {
    crate::tally::add(|done| done.texts += 1);
    const FITS: &str = "text keys and finite numbers always fit";
    let mut length = FileLength(0);
    serde_json::to_writer_pretty(&mut length, file).expect(FITS);
    let mut bytes = Vec::with_capacity(length.0 + 1);
    serde_json::to_writer_pretty(&mut bytes, file).expect(FITS);
    bytes.push(b'\n');
    bytes
}

/// Counts bytes, and keeps none.
struct FileLength(usize);

impl io::Write for FileLength {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The fields of [`FileDto`](super::dto::FileDto) in their order; what is in a list is made one by one while it is
/// written, as all of it at once would be a second network in memory.
struct File<'a>(&'a Constellation);

impl Serialize for File<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(whole) = *self;
        let relations = || whole.relations.values();
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("format", FORMAT)?;
        map.serialize_entry("version", &VERSION)?;
        if let Some(minor) = minor(whole) {
            map.serialize_entry("minor", &minor)?;
        }
        map.serialize_entry(
            "generator",
            concat!("netwerkopstelling ", env!("CARGO_PKG_VERSION")),
        )?;
        map.serialize_entry("directed", &true)?;
        map.serialize_entry("multigraph", &true)?;
        map.serialize_entry("graph", &graph(whole))?;
        map.serialize_entry("vocabulary", &WrittenWords(whole))?;
        let nodes = || whole.actors.values().map(|actor| node_of(whole, actor));
        map.serialize_entry("nodes", &WrittenOneByOne(nodes))?;
        let edges = || relations().filter_map(|relation| edge_of(whole, relation));
        map.serialize_entry("edges", &WrittenOneByOne(edges))?;
        map.serialize_entry("board", &board(&whole.board))?;
        if !whole.notes.is_empty() {
            let notes = || whole.notes.values().map(|one| note(whole, one));
            map.serialize_entry("notes", &WrittenOneByOne(notes))?;
        }
        for (name, value) in unknown(&whole.extra, known::FILE) {
            map.serialize_entry(&name, &value)?;
        }
        map.end()
    }
}

/// The least minor version that has all that is in the file; a later one that the file said itself stays.
fn minor(constellation: &Constellation) -> Option<Value> {
    let said = constellation.extra.get("minor");
    let needed = if !constellation.agreements.is_empty() {
        MINOR
    } else if !constellation.info.codes.is_empty() || has_own_colours(constellation) {
        MINOR_OF_CODES
    } else if constellation.attributes.is_empty() {
        0
    } else {
        MINOR_OF_ATTRIBUTES
    };
    let is_enough = said.and_then(Value::as_u64).is_some_and(|said| said >= needed);
    if needed == 0 || is_enough {
        said.cloned()
    } else {
        Some(needed.into())
    }
}

/// Whether the user gave a colour to a word or a category that has none by itself.
fn has_own_colours(constellation: &Constellation) -> bool {
    let words = &constellation.vocabulary;
    words.actor_kinds.iter().any(|word| word.colour.is_some())
        || words.levels.iter().any(|word| word.colour.is_some())
        || words.domains.iter().any(|word| word.colour.is_some())
        || words.regions.iter().any(|word| word.colour.is_some())
        || constellation.attributes.iter().any(|one| !one.colours.is_empty())
}

/// A list whose items are made one by one while it is written.
pub(in crate::formats) struct WrittenOneByOne<F>(pub F);

impl<T: Serialize, I: Iterator<Item = T>, F: Fn() -> I> Serialize for WrittenOneByOne<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0())
    }
}

/// What came from a file we did not know and may be written back: never a second `label`.
pub(super) fn unknown(extra: &Extra, known: &[&str]) -> Extra {
    let is_unknown = |name: &str| !known.contains(&name);
    if extra.keys().all(|name| is_unknown(name)) {
        return extra.clone();
    }
    let kept = extra.iter().filter(|(name, _)| is_unknown(name));
    kept.map(|(name, value)| (name.clone(), value.clone())).collect()
}

fn fields(attributes: &Attributes, known: &[&str]) -> Extra {
    let kept = attributes.iter().filter(|(name, _)| !known.contains(name));
    kept.map(|(name, value)| (name.to_owned(), value.to_json()))
        .collect()
}

pub(in crate::formats) fn graph(constellation: &Constellation) -> GraphDto {
    let info = &constellation.info;
    GraphDto {
        title: info.title.clone(),
        issue: info.issue.clone(),
        date: info.date.clone(),
        place: info.place.clone(),
        language: super::language_tag(info.language).to_owned(),
        source: info.source.clone(),
        description: info.description.clone(),
        author: info.author.clone(),
        next_id: Some(constellation.next_id.max(least_next_id(constellation))),
        codes: codes(constellation),
        agreements: constellation
            .agreements
            .values()
            .map(|one| agreements::to_dto(constellation, one).into())
            .collect(),
        extra: unknown(&info.extra, known::GRAPH),
    }
}

/// Of who is in it: a key of who is gone would be a name that somebody took out.
fn codes(constellation: &Constellation) -> Option<CodesDto> {
    let given = &constellation.info.codes;
    if given.is_empty() {
        return None;
    }
    let Codes {
        last_person,
        last_other,
        of,
    } = (**given).clone().of_those_in(constellation);
    Some(CodesDto {
        last_person,
        last_other,
        of,
    })
}

fn key_of(constellation: &Constellation, id: ActorId) -> Option<String> {
    constellation.actor(id).map(|actor| actor.key.clone())
}

pub(in crate::formats) fn node_of(constellation: &Constellation, actor: &Actor) -> NodeDto {
    NodeDto {
        id: actor.key.clone(),
        label: Some(actor.label.clone()),
        kind: id(actor.kind.as_ref()),
        sector: id(actor.sector.as_ref()),
        level: id(actor.level.as_ref()),
        domains: actor.domains.iter().map(ToString::to_string).collect(),
        region: id(actor.region.as_ref()),
        organisation: actor.organisation.and_then(|id| key_of(constellation, id)),
        x: actor.pos.map(|pos| pos.x),
        y: actor.pos.map(|pos| pos.y),
        gaze_deg: actor.gaze_deg,
        influence: actor.influence,
        stance: actor.stance.map(Into::into),
        tempo: actor.tempo.map(Into::into),
        interests: actor.interests.clone(),
        form: actor.form.clone(),
        motive: actor.motive.clone(),
        note: actor.note.clone(),
        card: (!actor.card.is_empty()).then(|| card(&actor.card).into()),
        extra: fields(&actor.attributes, known::NODE),
    }
}

fn id<T: ToString>(id: Option<&T>) -> String {
    id.map(ToString::to_string).unwrap_or_default()
}

fn card(card: &HumanCard) -> CardDto {
    CardDto {
        embedded: card.embedded.map(Into::into),
        communicative: card.communicative.map(Into::into),
        agile: card.agile.map(Into::into),
        available: card.available.map(Into::into),
        mandate: card.mandate.map(Into::into),
        note: card.note.clone(),
        extra: Extra::new(),
    }
}

/// `None` when an end does not exist, which a sound constellation does not have.
pub(in crate::formats) fn edge_of(constellation: &Constellation, relation: &Relation) -> Option<EdgeDto> {
    Some(EdgeDto {
        source: key_of(constellation, relation.source)?,
        target: key_of(constellation, relation.target)?,
        key: relation.key.clone(),
        kind: relation.kind.to_string(),
        weight: Some(relation.weight),
        direction: Some(relation.direction.into()),
        status: relation.status.into(),
        verified: relation.verified,
        motive: relation.motive.clone(),
        note: relation.note.clone(),
        extra: fields(&relation.attributes, known::EDGE),
    })
}

fn board(board: &Board) -> BoardDto {
    let picture = |picture: &Picture| PictureDto {
        name: picture.name.clone(),
        mime: picture.mime.clone(),
        base64: STANDARD.encode(&picture.bytes),
    };
    let point = |Point { x, y }| PointDto { x, y };
    BoardDto {
        width: Some(board.width),
        height: Some(board.height),
        background: board.background.into(),
        picture: board.picture.as_ref().map(picture),
        issue: board.issue_pos.map(point),
        colour_by: board.colour_by.clone(),
        extra: unknown(&board.extra, known::BOARD),
    }
}

fn note(constellation: &Constellation, note: &Note) -> NoteDto {
    let (actor, relation) = match note.about {
        NoteTarget::Constellation => (None, None),
        NoteTarget::Actor(id) => (constellation.actor(id).map(|actor| actor.key.clone()), None),
        NoteTarget::Relation(id) => (None, constellation.relation(id).map(|one| one.key.clone())),
    };
    NoteDto {
        text: note.text.clone(),
        actor,
        relation,
        at: note.at.clone(),
        extra: unknown(&note.extra, known::NOTE),
    }
}
