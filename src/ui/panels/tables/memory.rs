//! What a table remembers: its rows are made once per revision, their order once per sorting and search.

use std::sync::Arc;

use super::data::Rows;
use super::sorting::Sorting;
use crate::desk::TableTab;
use crate::edit::Document;
use crate::i18n::Texts;
use crate::model::Language;

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
    use crate::model::{ActorId, AttributeOf, AttributeType, Constellation};
    use crate::ui::panels::tables::TableColumn;
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
        assert_eq!(rows.decimals[first..], [Some(",0".to_owned()), None, None, None]);
        let of_own: Vec<bool> = rows.decimals[..first].iter().map(Option::is_some).collect();
        let expected = TableColumn::OF_ACTORS
            .map(|column| matches!(column, TableColumn::Influence | TableColumn::Relations));
        assert_eq!(of_own, expected);
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
