//! Rows of the tables, made once per revision; their order, once per sorting and search.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::attributes::{self, AttributeCells};
use crate::desk::TableTab;
use crate::edit::Document;
use crate::i18n::{Texts, decimals_that_show, shown};
use crate::model::{Actor, ActorId, Attribute, Attributes, Constellation, Language, Relation};
use crate::ui::panels::order::{SortKey, fold, sort_key};
use crate::ui::panels::words;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TableColumn {
    Name,
    Kind,
    Sector,
    Level,
    Region,
    Organisation,
    Influence,
    Relations,
    Source,
    Direction,
    Target,
    RelationKind,
    Weight,
    Status,
    Verified,
    Note,
    /// By its place among the attributes that have a column.
    Attribute(usize),
}

impl TableColumn {
    pub const OF_ACTORS: [Self; 9] = [
        Self::Name,
        Self::Kind,
        Self::Sector,
        Self::Level,
        Self::Region,
        Self::Organisation,
        Self::Influence,
        Self::Relations,
        Self::Note,
    ];
    pub const OF_RELATIONS: [Self; 8] = [
        Self::Source,
        Self::Direction,
        Self::Target,
        Self::RelationKind,
        Self::Weight,
        Self::Status,
        Self::Verified,
        Self::Note,
    ];

    /// Our own fields, and after them so many attributes.
    pub fn of(tab: TableTab, attributes: usize) -> Vec<Self> {
        let own: &[Self] = match tab {
            TableTab::Actors => &Self::OF_ACTORS,
            TableTab::Relations => &Self::OF_RELATIONS,
        };
        let attributes = (0..attributes).map(Self::Attribute);
        own.iter().copied().chain(attributes).collect()
    }

    pub fn key(self) -> &'static str {
        match self {
            Self::Name => "field-name",
            Self::Kind => "field-kind",
            Self::Sector => "field-sector",
            Self::Level => "field-level",
            Self::Region => "field-region",
            Self::Organisation => "field-organisation",
            Self::Influence => "field-influence",
            Self::Relations => "table-degree",
            Self::Source => "field-source",
            Self::Direction => "field-direction",
            Self::Target => "field-target",
            Self::RelationKind => "field-relation-kind",
            Self::Weight => "field-weight",
            Self::Status => "field-status",
            Self::Verified => "field-verified",
            Self::Note => "field-note",
            Self::Attribute(_) => "attributes-title",
        }
    }

    /// Whether words stand in it, that can be long.
    pub fn is_of_words(self) -> bool {
        self.width() > 120.0
    }

    /// Width at first, in points.
    pub fn width(self) -> f32 {
        match self {
            Self::Name | Self::Source | Self::Target => 210.0,
            Self::Kind | Self::RelationKind => 180.0,
            Self::Sector
            | Self::Level
            | Self::Region
            | Self::Organisation
            | Self::Note
            | Self::Attribute(_) => 140.0,
            Self::Influence | Self::Relations | Self::Direction | Self::Weight => 90.0,
            Self::Status | Self::Verified => 120.0,
        }
    }
}

/// What a column is sorted by; what is not known comes last.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum SortValue {
    Number(f64),
    Text(SortKey),
    Unknown,
}

impl SortValue {
    pub(super) fn text(text: &str) -> Self {
        if text.is_empty() {
            Self::Unknown
        } else {
            Self::Text(sort_key(text))
        }
    }

    pub(super) fn rank(place: Option<usize>) -> Self {
        place.map_or(Self::Unknown, |place| Self::Number(place as f64))
    }

    fn order(&self, other: &Self) -> std::cmp::Ordering {
        match (self, other) {
            (Self::Number(one), Self::Number(two)) => one.total_cmp(two),
            (Self::Text(one), Self::Text(two)) => one.cmp(two),
            (one, two) => one.class().cmp(&two.class()),
        }
    }

    fn class(&self) -> u8 {
        match self {
            Self::Number(_) => 0,
            Self::Text(_) => 1,
            Self::Unknown => 2,
        }
    }
}

/// One row as it is read.
#[derive(Debug, Clone, PartialEq)]
pub struct TableRow {
    /// Number of the actor or relation.
    pub id: u32,
    /// In the order of the columns.
    pub cells: Vec<String>,
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
    /// Of each attribute: the decimals of a column of numbers.
    pub decimals: Vec<Option<String>>,
}

impl Rows {
    pub fn build(document: &Document, texts: Texts, tab: TableTab) -> Self {
        let constellation = document.constellation();
        let attributes = attributes::columns(document, tab);
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
        };
        for (id, cells) in drafts {
            let (cells, values): (Vec<String>, Vec<SortValue>) = cells.into_iter().unzip();
            built.haystacks.push(fold(&cells.join("\n")));
            built.rows.push(TableRow { id, cells });
            built.values.push(values);
        }
        let first = TableColumn::of(tab, 0).len();
        let decimals = attributes.iter().enumerate().map(|(at, attribute)| {
            let cells = built.rows.iter().map(|row| &row.cells[first + at]);
            attributes::decimals(attribute, texts, cells)
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

/// Which column the rows follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sorting {
    /// Place among the columns of the table.
    pub column: usize,
    pub is_descending: bool,
}

/// What a table remembers between frames.
#[derive(Debug, Clone, Default)]
pub struct TableMemory {
    pub sorting: Sorting,
    pub search: String,
    /// Where a selection with Shift starts.
    pub anchor: Option<u32>,
    /// The selection as this table last saw or made it, to notice one made on the board.
    pub seen_selection: Vec<u32>,
    pub(super) cache: Option<Cache>,
}

#[derive(Debug, Clone)]
pub(super) struct Cache {
    key: (u64, u64, Language, TableTab),
    rows: Arc<Rows>,
    order_key: (Sorting, String),
    order: Arc<Vec<usize>>,
}

impl TableMemory {
    /// The rows and their order; made anew only when the document, the sorting or the search changed.
    pub fn rows(&mut self, document: &Document, texts: Texts, tab: TableTab) -> (Arc<Rows>, Arc<Vec<usize>>) {
        let key = (
            document.serial(),
            document.revision().beyond_places,
            texts.language,
            tab,
        );
        let order_key = (self.sorting, self.search.clone());
        match &mut self.cache {
            Some(cache) if cache.key == key && cache.order_key == order_key => {}
            Some(cache) if cache.key == key => {
                cache.order = Arc::new(cache.rows.order(self.sorting, &self.search));
                cache.order_key = order_key;
            }
            cache => {
                let rows = Rows::build(document, texts, tab);
                *cache = Some(Cache {
                    key,
                    order: Arc::new(rows.order(self.sorting, &self.search)),
                    rows: Arc::new(rows),
                    order_key,
                });
            }
        }
        let cache = self.cache.as_ref().expect("it was just filled");
        (Arc::clone(&cache.rows), Arc::clone(&cache.order))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::operations::{
        AttributeEdit, NewActor, NewRelation, add_actors, add_attribute, add_relation, edit_actors,
        edit_attribute, remove_attribute, set_attribute,
    };
    use crate::edit::{ActorField, AttributeOwner};
    use crate::model::{AttributeOf, AttributeType};
    use serde_json::json;

    fn document() -> (Document, Vec<ActorId>) {
        let mut document = Document::new(Constellation::new(Language::Nl));
        let new = [
            ("Zeeland", "provincie"),
            ("Élan", "onderneming"),
            ("Ede", "gemeente"),
        ];
        let new = new.map(|(label, kind)| NewActor {
            label: label.to_owned(),
            kind: Some(kind.into()),
            pos: None,
        });
        let ids = add_actors(&mut document, new.into()).expect("sound");
        let tie = NewRelation {
            source: ids[0],
            target: ids[1],
            kind: "geld".into(),
            weight: 2.5,
        };
        add_relation(&mut document, tie).expect("sound");
        (document, ids)
    }

    fn names(memory: &mut TableMemory, document: &Document, tab: TableTab) -> Vec<String> {
        let (rows, order) = memory.rows(document, Texts::new(Language::Nl), tab);
        order.iter().map(|&at| rows.rows[at].cells[0].clone()).collect()
    }

    #[test]
    fn names_sort_without_regard_to_accents_and_levels_by_scale() {
        let (document, _) = document();
        let mut memory = TableMemory::default();
        assert_eq!(
            names(&mut memory, &document, TableTab::Actors),
            ["Ede", "Élan", "Zeeland"]
        );
        memory.sorting = Sorting {
            column: 3,
            is_descending: true,
        };
        assert_eq!(names(&mut memory, &document, TableTab::Actors)[0], "Zeeland");
    }

    #[test]
    fn what_is_not_known_comes_last_in_both_directions() {
        let (mut document, ids) = document();
        edit_actors(&mut document, &ids[1..2], &ActorField::Influence(Some(3)).into()).expect("sound");
        edit_actors(&mut document, &ids[2..], &ActorField::Influence(Some(1)).into()).expect("sound");
        let mut memory = TableMemory::default();
        for (is_descending, expected) in [
            (false, ["Ede", "Élan", "Zeeland"]),
            (true, ["Élan", "Ede", "Zeeland"]),
        ] {
            memory.sorting = Sorting {
                column: 6,
                is_descending,
            };
            assert_eq!(names(&mut memory, &document, TableTab::Actors), expected);
        }
    }

    #[test]
    fn the_search_looks_through_every_column_without_accents() {
        let (document, _) = document();
        let mut memory = TableMemory {
            search: "elan OPDR".into(),
            ..TableMemory::default()
        };
        assert_eq!(
            names(&mut memory, &document, TableTab::Actors),
            Vec::<String>::new()
        );
        let mut memory = TableMemory {
            search: "elan OPDR".into(),
            ..TableMemory::default()
        };
        let (rows, order) = memory.rows(&document, Texts::new(Language::Nl), TableTab::Relations);
        assert_eq!(order.len(), 1);
        assert_eq!(rows.rows[0].cells[4], "2,5");
    }

    #[test]
    fn every_attribute_has_a_column_that_is_sorted_by_its_type() {
        let (mut document, ids) = document();
        let of = AttributeOf::Actors;
        for (label, of_type, values) in [
            ("fte", AttributeType::Number, [json!(10), json!(9.5), json!(100)]),
            (
                "sinds",
                AttributeType::Date,
                [json!("2020-10-01"), json!("2021-01-31"), json!("2019-12-02")],
            ),
            (
                "lid",
                AttributeType::YesNo,
                [json!(true), json!(false), json!(true)],
            ),
            (
                "fase",
                AttributeType::Category,
                [json!("start"), json!("einde"), json!("start")],
            ),
        ] {
            let key = add_attribute(&mut document, of, label, of_type).expect("a new name");
            for (id, value) in ids.iter().zip(values) {
                let owner = AttributeOwner::Actor(*id);
                set_attribute(&mut document, &[owner], &key, Some(&value.into())).expect("it fits");
            }
        }
        let order = AttributeEdit::Categories(vec!["start".to_owned(), "einde".to_owned()]);
        edit_attribute(&mut document, of, "fase", &order).expect("it is a category");
        let mut memory = TableMemory::default();
        let mut cells = |column: usize| -> Vec<String> {
            memory.sorting = Sorting {
                column,
                is_descending: false,
            };
            let (rows, order) = memory.rows(&document, Texts::new(Language::Nl), TableTab::Actors);
            order
                .iter()
                .map(|&at| rows.rows[at].cells[column].clone())
                .collect()
        };
        let first = TableColumn::OF_ACTORS.len();
        assert_eq!(cells(first), ["9,5", "10", "100"]);
        assert_eq!(cells(first + 1), ["02-12-2019", "01-10-2020", "31-01-2021"]);
        assert_eq!(cells(first + 2), ["nee", "ja", "ja"]);
        assert_eq!(cells(first + 3), ["start", "start", "einde"]);
        let (rows, _) = memory.rows(&document, Texts::new(Language::Nl), TableTab::Actors);
        assert_eq!(rows.decimals, [Some(",0".to_owned()), None, None, None]);
        // Taken away with the column that the rows were sorted by.
        remove_attribute(&mut document, of, "fase").expect("it is there");
        let (_, order) = memory.rows(&document, Texts::new(Language::Nl), TableTab::Actors);
        assert_eq!(order.len(), 3);
    }

    #[test]
    fn rows_are_made_once_per_revision() {
        let (mut document, ids) = document();
        let mut memory = TableMemory::default();
        let texts = Texts::new(Language::Nl);
        let (first, _) = memory.rows(&document, texts, TableTab::Actors);
        let (again, _) = memory.rows(&document, texts, TableTab::Actors);
        assert!(Arc::ptr_eq(&first, &again));
        edit_actors(&mut document, &ids[..1], &ActorField::Influence(Some(7)).into()).expect("sound");
        let (raised, _) = memory.rows(&document, texts, TableTab::Actors);
        assert_eq!(
            raised.rows[0].cells[6], "7",
            "also what no figure is computed from"
        );
        edit_actors(&mut document, &ids[..1], &ActorField::Label("Zuid".into()).into()).expect("sound");
        let (changed, _) = memory.rows(&document, texts, TableTab::Actors);
        assert_eq!(changed.rows[0].cells[0], "Zuid");
        let other = Document::new(Constellation::new(Language::Nl));
        let (empty, _) = memory.rows(&other, texts, TableTab::Actors);
        assert!(empty.rows.is_empty());
    }
}
