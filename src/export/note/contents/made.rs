//! What the note is not about, and how it was made.

use super::{NoteInput, VERSION, heading_key};
use crate::export::note::blocks::NoteBlock;
use crate::i18n::{Arg, Message, shown};
use crate::model::{AttributeOf, RelationStatus, attributes_of};
use crate::scene::Filters;
use crate::takeaway::NotePart;
use crate::told::{self, note};

pub fn left_out(input: &NoteInput<'_>) -> Vec<NoteBlock> {
    let hidden = input.filters.hidden(input.constellation);
    let mut blocks = Vec::new();
    if hidden.actors == 0 && hidden.relations == 0 {
        blocks.push(input.text("note-nothing-left-out"));
    } else {
        blocks.push(input.sentence(&note::hidden(hidden.actors, hidden.relations)));
        blocks.push(input.list(&filters(input)));
    }
    if !input.without.is_empty() {
        blocks.push(input.text("note-parts-left-out"));
        let parts = input.without.iter();
        blocks.push(NoteBlock::list(
            parts.map(|part| input.texts.t(&heading_key(*part))),
        ));
    }
    blocks
}

/// What every filter leaves out.
fn filters(input: &NoteInput<'_>) -> Vec<Message> {
    let Filters {
        actor_kinds,
        sectors,
        levels,
        domains,
        regions,
        relation_kinds,
        statuses,
        min_weight,
        max_weight,
        hides_assumed,
        actor_attributes,
        relation_attributes,
    } = input.filters;
    let words = &input.constellation.vocabulary;
    let mut told = Vec::new();
    let mut list = |key: &'static str, labels: Vec<Option<&String>>| {
        let labels: Vec<String> = labels
            .into_iter()
            .flatten()
            .map(|it| shown(it).into_owned())
            .collect();
        if !labels.is_empty() {
            told.push(note::left_out(Message::new(key), &labels));
        }
    };
    let kinds = actor_kinds
        .iter()
        .map(|id| words.actor_kind(id).map(|it| &it.label));
    list("filters-section-kinds", kinds.collect());
    let found = sectors.iter().map(|id| words.sector(id).map(|it| &it.label));
    list("field-sector", found.collect());
    let found = levels.iter().map(|id| words.level(id).map(|it| &it.label));
    list("field-level", found.collect());
    let found = domains.iter().map(|id| words.domain(id).map(|it| &it.label));
    list("field-domains", found.collect());
    let found = regions.iter().map(|id| words.region(id).map(|it| &it.label));
    list("field-region", found.collect());
    let kinds = relation_kinds
        .iter()
        .map(|id| words.relation_kind(id).map(|it| &it.label));
    list("filters-section-relation-kinds", kinds.collect());
    let statuses: Vec<String> = statuses
        .iter()
        .map(|status| match status {
            RelationStatus::Existing => "status-existing",
            RelationStatus::Wished => "status-wished",
            RelationStatus::Ended => "status-ended",
        })
        .map(|key| input.texts.t(key))
        .collect();
    list("filters-section-status", statuses.iter().map(Some).collect());
    let bounds = |of: Arg, [least, most]: [Option<f64>; 2]| {
        let bound = |value: Option<f64>, is_least| Some(note::bound(of.clone(), value?, is_least));
        [bound(least, true), bound(most, false)].into_iter().flatten()
    };
    told.extend(bounds(
        Message::new("field-weight").into(),
        [*min_weight, *max_weight],
    ));
    if *hides_assumed {
        told.push(Message::new("note-assumed-hidden"));
    }
    for (of, filters) in [
        (AttributeOf::Actors, actor_attributes),
        (AttributeOf::Relations, relation_attributes),
    ] {
        let all = attributes_of(input.constellation, of);
        for (key, filter) in filters.iter() {
            let found = all.iter().find(|attribute| attribute.key == key);
            let name: Arg = found.map_or(key, |attribute| attribute.label.as_str()).into();
            let words: Vec<String> = filter
                .hidden
                .iter()
                .map(|word| shown(word).into_owned())
                .collect();
            if !words.is_empty() {
                told.push(note::left_out(name.clone(), &words));
            }
            told.extend(bounds(name, [filter.min, filter.max]));
        }
    }
    told
}

pub fn program(input: &NoteInput<'_>) -> Vec<NoteBlock> {
    let settings = &input.figures.settings;
    let snapshot = &input.figures.live.snapshot;
    let mut said = vec![note::program(VERSION)];
    // With the figures, where they are in it.
    if input.without.contains(&NotePart::Figures) || snapshot.network.n == 0 {
        said.push(told::basis(input.constellation, snapshot));
        said.extend(told::not_counted(snapshot));
    }
    if settings.includes_wished {
        said.push(Message::new("note-wished-count"));
    }
    if settings.ignores_direction {
        said.push(Message::new("note-direction-ignored"));
    }
    if input.figures.certainty.standing.is_some() {
        said.push(note::weighing(&input.figures.certainty.weights));
    }
    let mut blocks = vec![input.list(&said)];
    let command = command(input);
    blocks.push(input.sentence(&Message::new("note-repeat").with("command", command)));
    if input.filters.is_active() {
        blocks.push(input.text("note-repeat-filters"));
    }
    blocks
}

/// What gives the same figures.
fn command(input: &NoteInput<'_>) -> String {
    let settings = &input.figures.settings;
    let mut command = format!("netwerkopstelling analyse {}", quoted(input.file));
    if settings.includes_wished {
        command.push_str(" --wished");
    }
    if settings.ignores_direction {
        command.push_str(" --ignore-direction");
    }
    if let Some(dimensions) = &settings.dimensions {
        let dimensions = dimensions.join(",");
        command.push_str(&format!(" --dimension {}", quoted(&dimensions)));
    }
    command
}

/// As a shell takes it.
fn quoted(text: &str) -> String {
    let is_plain = |one: char| one.is_alphanumeric() || "-_./,".contains(one);
    if !text.is_empty() && text.chars().all(is_plain) {
        text.to_owned()
    } else {
        format!("\"{text}\"")
    }
}
