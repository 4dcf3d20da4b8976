//! The rows of a table as they are read, and their order.

use std::collections::BTreeMap;

use super::attributes::{self, AttributeCells, MOST_COLUMNS};
use super::columns::TableColumn;
use super::sorting::{SortValue, Sorting};
use crate::desk::TableTab;
use crate::edit::Document;
use crate::i18n::{Texts, decimals_that_show, shown};
use crate::model::{Actor, ActorId, Attribute, Attributes, Constellation, Language, Relation};
use crate::tally;
use crate::ui::panels::order::fold;
use crate::ui::panels::words;

/// One row as it is read.
#[derive(Debug, Clone, PartialEq)]
pub struct TableRow {
    /// Number of the actor or relation.
    pub id: u32,
    /// In the order of the columns.
    pub cells: Vec<String>,
}

/// More rows than this take longer than a frame: they are made beside the interface.
const MOST_AT_ONCE: usize = 300;

pub fn is_long(constellation: &Constellation, tab: TableTab) -> bool {
    let count = match tab {
        TableTab::Actors => constellation.actors.len(),
        TableTab::Relations => constellation.relations.len(),
    };
    count > MOST_AT_ONCE
}

/// What rows are made from; equal keys give equal rows.
#[derive(Debug, Clone, PartialEq)]
pub struct RowsKey {
    document_number: u64,
    beyond_places: u64,
    language: Language,
    tab: TableTab,
}

impl RowsKey {
    pub fn of(document: &Document, texts: Texts, tab: TableTab) -> Self {
        Self {
            document_number: document.serial(),
            beyond_places: document.revision().beyond_places,
            language: texts.language,
            tab,
        }
    }

    /// Whether rows made from it are those of this table of this document, now or a moment ago.
    pub fn is_about(&self, document: &Document, tab: TableTab) -> bool {
        (self.document_number, self.tab) == (document.serial(), tab)
    }
}

/// All rows of a table, in the order of coming into being.
#[derive(Debug, Clone, PartialEq)]
pub struct Rows {
    pub rows: Vec<TableRow>,
    values: Vec<Vec<SortValue>>,
    /// What the search looks through, per row.
    haystacks: Vec<String>,
    /// The attributes that have a column, in the order of those columns.
    pub attributes: Vec<Attribute>,
    /// Of each column: the decimals, where numbers stand in it.
    pub decimals: Vec<Option<String>>,
    /// How many more attributes there are.
    pub left_out: usize,
}

impl Rows {
    /// `all`: the attributes of what the table is about.
    pub fn build(constellation: &Constellation, all: &[Attribute], texts: Texts, tab: TableTab) -> Self {
        let attributes = all[..all.len().min(MOST_COLUMNS)].to_vec();
        let of_attributes: Vec<AttributeCells<'_>> = attributes
            .iter()
            .map(|attribute| AttributeCells::new(constellation, texts, attribute))
            .collect();
        let with_attributes = |mut cells: Vec<(String, SortValue)>, values: &Attributes| {
            cells.extend(of_attributes.iter().map(|column| column.cell(values)));
            cells
        };
        let drafts: Vec<(u32, Vec<(String, SortValue)>)> = match tab {
            TableTab::Actors => {
                let degrees = degrees(constellation);
                let degree = |id| degrees.get(&id).copied().unwrap_or(0);
                let actors = constellation.actors.values();
                actors
                    .map(|actor| {
                        let cells = actor_cells(constellation, texts, actor, degree(actor.id));
                        (actor.id.0, with_attributes(cells, &actor.attributes))
                    })
                    .collect()
            }
            TableTab::Relations => constellation
                .relations
                .values()
                .map(|relation| {
                    let cells = relation_cells(constellation, texts, relation);
                    (relation.id.0, with_attributes(cells, &relation.attributes))
                })
                .collect(),
        };
        let mut built = Self {
            rows: Vec::with_capacity(drafts.len()),
            values: Vec::with_capacity(drafts.len()),
            haystacks: Vec::with_capacity(drafts.len()),
            attributes: Vec::new(),
            decimals: Vec::new(),
            left_out: all.len() - attributes.len(),
        };
        tally::add(|done| done.rows += drafts.len() as u64);
        for (id, cells) in drafts {
            let (cells, values): (Vec<String>, Vec<SortValue>) = cells.into_iter().unzip();
            built.haystacks.push(fold(&cells.join("\n")));
            built.rows.push(TableRow { id, cells });
            built.values.push(values);
        }
        let columns = TableColumn::of(tab, attributes.len());
        let decimals = columns.into_iter().enumerate().map(|(at, column)| {
            let cells = built.rows.iter().map(|row| &row.cells[at]);
            column
                .is_of_figures(&attributes)
                .then(|| attributes::decimals(texts, cells))
        });
        built.decimals = decimals.collect();
        built.attributes = attributes;
        built
    }

    /// Positions of the rows that contain every word of the search, in the order of the sorting.
    pub fn order(&self, sorting: Sorting, search: &str) -> Vec<usize> {
        let wanted = fold(search);
        let words: Vec<&str> = wanted.split_whitespace().collect();
        let mut order: Vec<usize> = (0..self.rows.len())
            .filter(|&at| words.iter().all(|word| self.haystacks[at].contains(word)))
            .collect();
        order.sort_by(|&one, &two| {
            // A column may be gone with its attribute.
            let value = |row: usize| {
                self.values[row]
                    .get(sorting.column)
                    .unwrap_or(&SortValue::Unknown)
            };
            let (a, b) = (value(one), value(two));
            let is_unknown = *a == SortValue::Unknown || *b == SortValue::Unknown;
            // What is not known stays at the end either way.
            if sorting.is_descending && !is_unknown {
                b.order(a)
            } else {
                a.order(b)
            }
        });
        order
    }
}

/// Number of relations per actor, a loop counted once.
fn degrees(constellation: &Constellation) -> BTreeMap<ActorId, usize> {
    let mut degrees = BTreeMap::new();
    for relation in constellation.relations.values() {
        *degrees.entry(relation.source).or_default() += 1;
        if !relation.is_loop() {
            *degrees.entry(relation.target).or_default() += 1;
        }
    }
    degrees
}

fn actor_cells(
    constellation: &Constellation,
    texts: Texts,
    actor: &Actor,
    degree: usize,
) -> Vec<(String, SortValue)> {
    let vocabulary = &constellation.vocabulary;
    let text = |text: &str| {
        let text = shown(text);
        (text.to_string(), SortValue::text(&text))
    };
    let word = |label: Option<&str>| text(label.unwrap_or_default());
    let kind = actor.kind.as_ref().and_then(|id| vocabulary.actor_kind(id));
    let sector = actor.sector.as_ref().and_then(|id| vocabulary.sector(id));
    let level = actor.level.as_ref().and_then(|id| vocabulary.level(id));
    let rank = actor.level.as_ref().and_then(|id| vocabulary.level_rank(id));
    let region = actor.region.as_ref().and_then(|id| vocabulary.region(id));
    let organisation = actor.organisation.and_then(|id| constellation.actor(id));
    let influence = actor.influence.map(f64::from);
    vec![
        text(&actor.label),
        word(kind.map(|kind| kind.label.as_str())),
        word(sector.map(|sector| sector.label.as_str())),
        (
            level
                .map(|level| shown(&level.label).into_owned())
                .unwrap_or_default(),
            SortValue::rank(rank),
        ),
        word(region.map(|region| region.label.as_str())),
        word(organisation.map(|other| other.label.as_str())),
        (
            influence.map(|value| texts.number(value, 0)).unwrap_or_default(),
            influence.map_or(SortValue::Unknown, SortValue::Number),
        ),
        (texts.number(degree as f64, 0), SortValue::Number(degree as f64)),
        text(actor.note.lines().next().unwrap_or_default()),
    ]
}

fn relation_cells(
    constellation: &Constellation,
    texts: Texts,
    relation: &Relation,
) -> Vec<(String, SortValue)> {
    let text = |text: &str| {
        let text = shown(text);
        (text.to_string(), SortValue::text(&text))
    };
    let name = |id| text(constellation.actor(id).map_or("", |actor| actor.label.as_str()));
    let kind = constellation.vocabulary.relation_kind(&relation.kind);
    let verified = if relation.verified {
        "verified-yes"
    } else {
        "verified-no"
    };
    vec![
        name(relation.source),
        text(words::direction_sign(relation.direction)),
        name(relation.target),
        text(kind.map_or("", |kind| kind.label.as_str())),
        (
            texts.number(relation.weight, decimals_that_show(relation.weight, 3)),
            SortValue::Number(relation.weight),
        ),
        text(&texts.t(words::status_key(relation.status))),
        text(&texts.t(verified)),
        text(relation.note.lines().next().unwrap_or_default()),
    ]
}
