//! Who is in it: by sector, and by influence.

use std::collections::HashMap;

use super::{MOST_ROWS, NoteInput};
use crate::export::note::blocks::{NoteBlock, NoteColumn, NoteTable};
use crate::i18n::{Arg, Message, shown};
use crate::model::{
    Actor, Attribute, AttributeOf, Attributes, SectorId, Stance, Tempo, attributes_of, name_key,
};
use crate::told::{attribute_text, note};

/// Columns beside the name, each with the key of what it is called.
const COLUMNS: [&str; 7] = [
    "field-kind",
    "field-level",
    "field-region",
    "field-domains",
    "field-organisation",
    "field-stance",
    "note-column-more",
];

pub fn actors(input: &NoteInput<'_>) -> Vec<NoteBlock> {
    let actors: Vec<&Actor> = input.actors().collect();
    if actors.is_empty() {
        let key = if input.constellation.actors.is_empty() {
            "note-no-actors"
        } else {
            "note-all-hidden"
        };
        return vec![input.text(key)];
    }
    let all = attributes_of(input.constellation, AttributeOf::Actors);
    let mut blocks = Vec::new();
    // A file of elsewhere may have a million sectors: nobody is looked for in each of them.
    let words = &input.constellation.vocabulary;
    let mut by_sector: HashMap<Option<&SectorId>, Vec<&Actor>> = HashMap::new();
    for actor in actors {
        let sector = actor.sector.as_ref().filter(|id| words.sector(id).is_some());
        by_sector.entry(sector).or_default().push(actor);
    }
    let known = words.sectors.iter();
    let known = known.map(|sector| (Some(&sector.id), Arg::from(sector.label.as_str())));
    let unknown = (None, Arg::from(Message::new("note-sector-unknown")));
    for (sector, name) in known.chain([unknown]) {
        let Some(mut members) = by_sector.remove(&sector) else {
            continue;
        };
        members.sort_by_cached_key(|actor| name_key(&actor.label));
        let heading = input.say(&note::counted(name, members.len()));
        blocks.push(NoteBlock::heading(&heading));
        let rows = members.iter().take(MOST_ROWS);
        let rows = rows.map(|actor| row(input, actor, &all)).collect();
        let texts = input.texts;
        let columns = ["field-name"].into_iter().chain(COLUMNS);
        let columns = columns.map(|key| NoteColumn::words(texts.t(key))).collect();
        blocks.push(NoteBlock::Table(NoteTable::new(&heading, columns, rows)));
        let more = note::more_rows(members.len().saturating_sub(MOST_ROWS));
        blocks.extend(more.map(|more| input.sentence(&more)));
    }
    blocks
}

fn row(input: &NoteInput<'_>, actor: &Actor, all: &[Attribute]) -> Vec<String> {
    let words = &input.constellation.vocabulary;
    let texts = input.texts;
    let label = |label: Option<&String>| label.map(|it| shown(it).into_owned()).unwrap_or_default();
    let kind = actor.kind.as_ref().and_then(|id| words.actor_kind(id));
    let level = actor.level.as_ref().and_then(|id| words.level(id));
    let region = actor.region.as_ref().and_then(|id| words.region(id));
    let domains = actor.domains.iter().filter_map(|id| words.domain(id));
    let domains: Vec<String> = domains.map(|domain| shown(&domain.label).into_owned()).collect();
    let stance = actor.stance.map(|stance| match stance {
        Stance::For => "stance-for",
        Stance::Against => "stance-against",
        Stance::Neutral => "stance-neutral",
    });
    let tempo = actor.tempo.map(|tempo| match tempo {
        Tempo::Accelerator => "tempo-accelerator",
        Tempo::Broadener => "tempo-broadener",
    });
    let position: Vec<String> = [stance, tempo]
        .into_iter()
        .flatten()
        .map(|key| texts.t(key))
        .collect();
    let interests: Vec<String> = actor.interests.iter().map(|it| shown(it).into_owned()).collect();
    let more = [
        ("field-interests", interests.join(", ")),
        ("field-form", actor.form.clone()),
        ("field-motive", actor.motive.clone()),
        ("field-note", actor.note.clone()),
    ];
    vec![
        input.label(&actor.label),
        label(kind.map(|it| &it.label)),
        label(level.map(|it| &it.label)),
        label(region.map(|it| &it.label)),
        domains.join(", "),
        actor.organisation.map(|id| input.name(id)).unwrap_or_default(),
        position.join(", "),
        said(input, more, &actor.attributes, all),
    ]
}

/// What is said of one actor or relation in words, each with what it is: most have little of it.
pub fn said<const N: usize>(
    input: &NoteInput<'_>,
    fields: [(&'static str, String); N],
    values: &Attributes,
    all: &[Attribute],
) -> String {
    let fields = fields.into_iter().filter(|(_, text)| !text.trim().is_empty());
    let fields = fields.map(|(key, text)| input.say(&note::fact(key, &text)));
    let attributes = all.iter().filter_map(|attribute| {
        let value = values.said(&attribute.key)?;
        let value = attribute_text(input.texts, attribute.of_type, value);
        let fact = Message::new("note-fact")
            .with("name", attribute.label.as_str())
            .with("value", value);
        Some(input.say(&fact))
    });
    fields.chain(attributes).collect::<Vec<_>>().join("; ")
}

pub fn towers(input: &NoteInput<'_>) -> Vec<NoteBlock> {
    let found = input.actors().filter_map(|actor| Some((actor.influence?, actor)));
    let mut found: Vec<(u32, &Actor)> = found.collect();
    if found.is_empty() {
        return Vec::new();
    }
    found.sort_by_cached_key(|(influence, actor)| (u32::MAX - influence, name_key(&actor.label)));
    let texts = input.texts;
    let rows = found.iter().take(MOST_ROWS);
    let rows =
        rows.map(|(influence, actor)| vec![input.label(&actor.label), texts.count(u64::from(*influence))]);
    let columns = vec![
        NoteColumn::words(texts.t("field-name")),
        NoteColumn::figures(texts.t("field-influence")),
    ];
    let table = NoteTable::new(&texts.t("note-part-towers"), columns, rows.collect());
    let more = note::more_rows(found.len().saturating_sub(MOST_ROWS));
    [input.text("note-towers-lead"), NoteBlock::Table(table)]
        .into_iter()
        .chain(more.map(|more| input.sentence(&more)))
        .collect()
}
