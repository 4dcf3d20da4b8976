//! What a table remembers: the order of its rows is made once per sorting and search.

use std::sync::Arc;

use super::data::Rows;
use super::sorting::Sorting;
/// What a table remembers between frames.
#[derive(Debug, Clone, Default)]
pub struct TableMemory {
    pub sorting: Sorting,
    pub search: String,
    /// Where a selection with Shift starts.
    pub anchor: Option<u32>,
    /// The selection as this table last saw or made it, to notice one made on the board.
    pub seen_selection: Vec<u32>,
    pub(super) order: Option<KeptOrder>,
}

#[derive(Debug, Clone)]
pub(super) struct KeptOrder {
    of: Arc<Rows>,
    by: (Sorting, String),
    order: Arc<Vec<usize>>,
}

impl TableMemory {
    /// The order of these rows; made anew only when they, the sorting or the search changed.
    pub fn order(&mut self, rows: &Arc<Rows>) -> Arc<Vec<usize>> {
        let is_of = |kept: &&KeptOrder| {
            Arc::ptr_eq(&kept.of, rows) && (kept.by.0, &kept.by.1) == (self.sorting, &self.search)
        };
        if let Some(kept) = self.order.as_ref().filter(is_of) {
            return Arc::clone(&kept.order);
        }
        let order = Arc::new(rows.order(self.sorting, &self.search));
        self.order = Some(KeptOrder {
            of: Arc::clone(rows),
            by: (self.sorting, self.search.clone()),
            order: Arc::clone(&order),
        });
        order
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::TableTab;
    use crate::edit::Document;
    use crate::edit::operations::{
        AttributeEdit, NewActor, NewRelation, add_actors, add_attribute, add_relation, edit_actors,
        edit_attribute, remove_attribute, set_attribute,
    };
    use crate::edit::{ActorField, AttributeOwner};
    use crate::i18n::Texts;
    use crate::model::{ActorId, AttributeOf, AttributeType, Constellation, Language};
    use crate::ui::panels::tables::{RowsKey, TableColumn, of_tab};
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

    fn rows_of(document: &Document, tab: TableTab) -> Arc<Rows> {
        let attributes = document.attributes(of_tab(tab));
        let texts = Texts::new(Language::Nl);
        Arc::new(Rows::build(document.constellation(), &attributes, texts, tab))
    }

    fn names(memory: &mut TableMemory, document: &Document, tab: TableTab) -> Vec<String> {
        let rows = rows_of(document, tab);
        let order = memory.order(&rows);
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
        let rows = rows_of(&document, TableTab::Relations);
        let order = memory.order(&rows);
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
            let rows = rows_of(&document, TableTab::Actors);
            let order = memory.order(&rows);
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
        let rows = rows_of(&document, TableTab::Actors);
        assert_eq!(rows.decimals[first..], [Some(",0".to_owned()), None, None, None]);
        let of_own: Vec<bool> = rows.decimals[..first].iter().map(Option::is_some).collect();
        let expected = TableColumn::OF_ACTORS
            .map(|column| matches!(column, TableColumn::Influence | TableColumn::Relations));
        assert_eq!(of_own, expected);
        // Taken away with the column that the rows were sorted by.
        remove_attribute(&mut document, of, "fase").expect("it is there");
        let order = memory.order(&rows_of(&document, TableTab::Actors));
        assert_eq!(order.len(), 3);
    }

    #[test]
    fn the_order_is_made_once_for_the_same_rows_sorting_and_search() {
        let (document, _) = document();
        let mut memory = TableMemory::default();
        let all = rows_of(&document, TableTab::Actors);
        let first = memory.order(&all);
        assert!(Arc::ptr_eq(&first, &memory.order(&all)));
        memory.search = "e".to_owned();
        assert!(!Arc::ptr_eq(&first, &memory.order(&all)));
        memory.search.clear();
        memory.sorting.is_descending = true;
        assert_eq!(
            *memory.order(&all),
            first.iter().rev().copied().collect::<Vec<_>>()
        );
    }

    #[test]
    fn rows_are_told_by_all_that_they_show() {
        let (mut document, ids) = document();
        let texts = Texts::new(Language::Nl);
        let key = |document: &Document| RowsKey::of(document, texts, TableTab::Actors);
        let before = key(&document);
        edit_actors(&mut document, &ids[..1], &ActorField::Influence(Some(7)).into()).expect("sound");
        assert_ne!(key(&document), before, "also what no figure is computed from");
        assert!(before.is_about(&document, TableTab::Actors));
        let other = Document::new(document.constellation().clone());
        assert!(!before.is_about(&other, TableTab::Actors));
        assert!(!before.is_about(&document, TableTab::Relations));
    }
}
