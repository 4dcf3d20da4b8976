//! File to constellation. What does not fit is reported with its place, never lost silently.

mod agreed;
mod edges;
mod keys;
mod nodes;
mod rest;

use std::collections::HashMap;

use serde_json::Value;

use super::dto::{CodesDto, FileDto, GraphDto, KeepsExtra};
use super::numbering::{least_next_id, usable};
use super::row::{ReadRow, kind_of, quoted};
use super::vocabulary::Words;
use super::{MINOR, VERSION};
use crate::formats::probe::{FileProbe, explain};
use crate::formats::{ErrorKind, FilePlace, FormatId, ImportReport, Loaded, Message, ReadError};
use crate::model::{ActorId, Codes, Constellation, Extra, Info, Language, RelationId};

/// Unknown fields nested deeper than this are refused: they would not survive the journal, which nests
/// the constellation a few levels deeper than the file does.
const MAX_EXTRA_DEPTH: usize = 100;

/// The fields of a file of ours.
///
/// # Errors
/// It is of a newer version, or something in it is of the wrong kind.
pub(in crate::formats) fn parse(text: &str, probe: &FileProbe) -> Result<FileDto, ReadError> {
    let version_error = |kind| Err(ReadError::new(FilePlace::Path("version".to_owned()), kind));
    match probe.version.as_ref().and_then(Value::as_u64) {
        None | Some(0) => version_error(ErrorKind::BadVersion),
        Some(found) if found > u64::from(VERSION) => version_error(ErrorKind::NewerVersion {
            found,
            known: VERSION,
        }),
        Some(_) => serde_json::from_str(text).map_err(|error| explain(text, &error)),
    }
}

/// The constellation of a file of ours.
///
/// # Errors
/// As [`build`].
pub(in crate::formats) fn make(file: FileDto, report: ImportReport) -> Result<Loaded, ReadError> {
    let (mut file, mut report) = (file, report);
    keep_misfits(&mut file, &mut report);
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

/// What is there for other readers, and is not what it should be: nothing of ours hangs on it.
fn keep_misfits(file: &mut FileDto, report: &mut ImportReport) {
    let fields = [
        (
            "generator",
            &mut file.generator,
            Value::is_string as fn(&Value) -> bool,
        ),
        ("directed", &mut file.directed, Value::is_boolean),
        ("multigraph", &mut file.multigraph, Value::is_boolean),
    ];
    for (name, field, fits) in fields {
        if let Some(value) = field.take_if(|value| !fits(value)) {
            let message = Message::new("read-notice-kept").with("found", kind_of(&value));
            let message = message.with("value", quoted(&value));
            let kept = keep(&mut file.extra, name, value);
            report.notice(name, message.with("name", kept));
        }
    }
}

/// The constellation of a file, whoever wrote it; other readers put what they find into a [`FileDto`], and
/// say where in their file a relation stands and what they remarked so far.
///
/// # Errors
/// Unknown fields that are nested too deeply to keep.
pub(in crate::formats) fn build(
    file: FileDto,
    edge_path: &dyn Fn(usize) -> String,
    report: ImportReport,
) -> Result<Loaded, ReadError> {
    let mut builder = NativeBuilder {
        report,
        ..NativeBuilder::default()
    };
    let mut info = builder.take(file.graph, "graph");
    let next_id = usable(info.next_id.take());
    let agreements = std::mem::take(&mut info.agreements);
    builder.info(info)?;
    let mut vocabulary = builder.take(file.vocabulary, "vocabulary");
    let attributes = std::mem::take(&mut vocabulary.attributes);
    builder.words = Words::read(vocabulary, &mut builder.report)?;
    let nodes = builder.nodes(file.nodes, &file.edges)?;
    builder.organisations(&nodes);
    builder.edges(file.edges, edge_path)?;
    builder.notes(file.notes)?;
    builder.agreements(agreements)?;
    let board = builder.take(file.board, "board");
    builder.board(board)?;
    let NativeBuilder {
        mut constellation,
        mut report,
        words,
        ..
    } = builder;
    constellation.vocabulary = words.finish(&mut report).into();
    constellation.extra = shallow(file.extra, "")?.into();
    if let Some(minor) = file.minor {
        constellation.extra.insert("minor".to_owned(), minor);
    }
    super::attributes::declare(&mut constellation, attributes, &mut report)?;
    // Written again on every save.
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
            let place = FilePlace::Path(format!("{path}{dot}{name}"));
            Err(ReadError::new(place, ErrorKind::TooDeep))
        }
    }
}

/// Gives a row whose fields fit. A value that did not fit is kept in a field of its own, and reported.
pub(super) fn take<T: KeepsExtra>(mut row: ReadRow<T>, path: &str, report: &mut ImportReport) -> T {
    for dropped in std::mem::take(&mut row.dropped) {
        let found = dropped.found();
        let message = |key| Message::new(key).with("found", found);
        if dropped.field.is_empty() {
            report.notice(path, message("read-notice-wrong-kind"));
            continue;
        }
        let place = format!("{path}.{}", dropped.field);
        let notice = message("read-notice-kept").with("value", quoted(&dropped.value));
        let kept = keep(row.value.extra_mut(), &dropped.field, dropped.value);
        report.notice(place, notice.with("name", kept));
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
struct NativeBuilder {
    constellation: Constellation,
    report: ImportReport,
    words: Words,
    last_number: u32,
    actor_of_key: HashMap<String, ActorId>,
    relation_of_key: HashMap<String, RelationId>,
}

impl NativeBuilder {
    fn take<T: KeepsExtra>(&mut self, row: ReadRow<T>, path: &str) -> T {
        take(row, path, &mut self.report)
    }

    fn next_number(&mut self) -> u32 {
        self.last_number += 1;
        self.last_number
    }

    /// What is no code, or stands for two, is left out: it could be a name.
    fn codes(&mut self, found: CodesDto) -> Codes {
        let CodesDto {
            last_person,
            last_other,
            of,
        } = found;
        let mut codes = Codes {
            last_person,
            last_other,
            ..Codes::default()
        };
        for (key, code) in of {
            if !codes.give(&key, &code) {
                let message = Message::new("read-notice-code").with("value", code);
                self.report.notice(format!("graph.codes.of.{key}"), message);
            }
        }
        codes
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
            codes: self.codes(graph.codes.unwrap_or_default()).into(),
            extra: shallow(graph.extra, "graph")?.into(),
        };
        Ok(())
    }
}
