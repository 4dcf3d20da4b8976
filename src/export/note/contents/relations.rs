//! Who is tied to whom, by kind.

use std::collections::BTreeMap;

use super::people;
use super::{MOST_ROWS, NoteInput};
use crate::export::note::blocks::{NoteBlock, NoteColumn, NoteTable};
use crate::i18n::{Arg, Message, decimals_that_show};
use crate::model::{Attribute, AttributeOf, Direction, Relation, RelationStatus, attributes_of, name_key};
use crate::told::note::{self, RelationCounts};

/// Decimals of a weight.
const DECIMALS: usize = 3;

pub fn relations(input: &NoteInput<'_>) -> Vec<NoteBlock> {
    let constellation = input.constellation;
    let all = constellation.relations.values();
    let shown: Vec<&Relation> = all
        .filter(|relation| input.filters.shows_tie(constellation, relation))
        .collect();
    if shown.is_empty() {
        let key = if constellation.relations.is_empty() {
            "note-no-relations"
        } else {
            "note-no-relations-shown"
        };
        return vec![input.text(key)];
    }
    let attributes = attributes_of(constellation, AttributeOf::Relations);
    let mut blocks = said(input, &shown);
    let mut by_kind: BTreeMap<&str, Vec<&Relation>> = BTreeMap::new();
    for relation in shown {
        by_kind.entry(relation.kind.as_str()).or_default().push(relation);
    }
    for kind in &constellation.vocabulary.relation_kinds {
        let Some(found) = by_kind.remove(kind.id.as_str()) else {
            continue;
        };
        of_kind(
            input,
            kind.label.as_str().into(),
            &found,
            &attributes,
            &mut blocks,
        );
        if kind.is_negative {
            blocks.push(input.text("note-negative"));
        }
    }
    for found in by_kind.into_values() {
        let name = Message::new("note-kind-unknown");
        of_kind(input, name.into(), &found, &attributes, &mut blocks);
    }
    blocks
}

/// How many there are, and what is known of them.
fn said(input: &NoteInput<'_>, found: &[&Relation]) -> Vec<NoteBlock> {
    let count = |is: &dyn Fn(&Relation) -> bool| found.iter().filter(|relation| is(relation)).count();
    let counts = RelationCounts {
        all: found.len(),
        assumed: count(&|relation| !relation.verified),
        wished: count(&|relation| relation.status == RelationStatus::Wished),
        ended: count(&|relation| relation.status == RelationStatus::Ended),
    };
    let sentences = note::relations(counts);
    let sentences: Vec<String> = sentences.iter().map(|one| input.say(one)).collect();
    vec![NoteBlock::paragraph(&sentences.join(" "))]
}

/// Nothing where all of them are alike: a column without words is left out.
fn said_if(differs: bool, text: String) -> String {
    if differs { text } else { String::new() }
}

fn of_kind(
    input: &NoteInput<'_>,
    name: Arg,
    found: &[&Relation],
    attributes: &[Attribute],
    blocks: &mut Vec<NoteBlock>,
) {
    let heading = input.say(&note::counted(name, found.len()));
    blocks.push(NoteBlock::heading(&heading));
    blocks.extend(said(input, found));
    let have_arrows = found.iter().any(|it| it.direction == Direction::Directed);
    let differ = found.iter().any(|it| it.direction != found[0].direction);
    let have_weights = found.iter().any(|it| it.weight != 1.0);
    let texts = input.texts;
    let mut found: Vec<(String, String, &Relation)> = found
        .iter()
        .map(|it| (input.name(it.source), input.name(it.target), *it))
        .collect();
    found.sort_by_cached_key(|(source, target, it)| (name_key(source), name_key(target), it.id));
    let more = found.len().saturating_sub(MOST_ROWS);
    let rows = found.into_iter().take(MOST_ROWS).map(|(source, target, it)| {
        let direction = match it.direction {
            Direction::Directed => "direction-short-directed",
            Direction::Mutual => "direction-mutual",
            Direction::Undirected => "direction-undirected",
        };
        let status = match it.status {
            RelationStatus::Existing => "status-existing",
            RelationStatus::Wished => "status-wished",
            RelationStatus::Ended => "status-ended",
        };
        let verified = if it.verified {
            "verified-yes"
        } else {
            "verified-no"
        };
        let more = [
            ("field-motive", it.motive.clone()),
            ("field-note", it.note.clone()),
        ];
        let weight = texts.number(it.weight, decimals_that_show(it.weight, DECIMALS));
        vec![
            source,
            target,
            said_if(differ, texts.t(direction)),
            said_if(have_weights, weight),
            texts.t(status),
            texts.t(verified),
            people::said(input, more, &it.attributes, attributes),
        ]
    });
    let ends = if have_arrows {
        ["field-source", "field-target"]
    } else {
        ["field-between", "field-and"]
    };
    let column = |key: &str| NoteColumn::words(texts.t(key));
    let columns = vec![
        column(ends[0]),
        column(ends[1]),
        column("field-direction"),
        NoteColumn::figures(texts.t("field-weight")),
        column("field-status"),
        column("field-verified"),
        column("note-column-more"),
    ];
    let table = NoteTable::new(&heading, columns, rows.collect());
    blocks.push(NoteBlock::Table(table));
    blocks.extend(note::more_rows(more).map(|more| input.sentence(&more)));
}
