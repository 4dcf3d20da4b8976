//! Selecting rows as in any list: a click, with Ctrl one more or less, with Shift a range.

use egui::{PointerButton, Response};

use super::TableMemory;
use crate::desk::TableTab;
use crate::edit::Selection;
use crate::model::{ActorId, RelationId};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Click {
    pub is_double: bool,
    pub adds: bool,
    pub extends: bool,
}

/// How the row was clicked, if it was. Double clicks count wherever they fall in the row, also in a field.
pub fn click_on(response: &Response) -> Option<Click> {
    let is_double = response.contains_pointer()
        && response
            .ctx
            .input(|input| input.pointer.button_double_clicked(PointerButton::Primary));
    let modifiers = response.ctx.input(|input| input.modifiers);
    (response.clicked() || is_double).then_some(Click {
        is_double,
        adds: modifiers.command,
        extends: modifiers.shift,
    })
}

/// Numbers of what is selected of this table's sort, in ascending order.
pub fn selected_ids(selection: &Selection, tab: TableTab) -> Vec<u32> {
    match tab {
        TableTab::Actors => selection.actors.iter().map(|id| id.0).collect(),
        TableTab::Relations => selection.relations.iter().map(|id| id.0).collect(),
    }
}

/// The selection after a click on the row at place `at` of `count`.
pub fn after_click(
    before: &Selection,
    tab: TableTab,
    memory: &mut TableMemory,
    count: usize,
    at: usize,
    click: Click,
    id_at: impl Fn(usize) -> u32,
) -> Selection {
    let id = id_at(at);
    let anchor = memory
        .anchor
        .and_then(|anchor| (0..count).find(|&place| id_at(place) == anchor));
    let mut selection = if click.adds || click.extends {
        before.clone()
    } else {
        Selection::default()
    };
    match (click.extends, anchor) {
        (true, Some(anchor)) => {
            if !click.adds {
                selection = Selection::default();
            }
            let (first, last) = (anchor.min(at), anchor.max(at));
            (first..=last).for_each(|place| insert(&mut selection, tab, id_at(place)));
            return selection;
        }
        _ if click.adds && !click.is_double && contains(&selection, tab, id) => {
            remove(&mut selection, tab, id);
        }
        _ => insert(&mut selection, tab, id),
    }
    memory.anchor = Some(id);
    selection
}

fn contains(selection: &Selection, tab: TableTab, id: u32) -> bool {
    match tab {
        TableTab::Actors => selection.actors.contains(&ActorId(id)),
        TableTab::Relations => selection.relations.contains(&RelationId(id)),
    }
}

fn insert(selection: &mut Selection, tab: TableTab, id: u32) {
    match tab {
        TableTab::Actors => selection.actors.insert(ActorId(id)),
        TableTab::Relations => selection.relations.insert(RelationId(id)),
    };
}

fn remove(selection: &mut Selection, tab: TableTab, id: u32) {
    match tab {
        TableTab::Actors => selection.actors.remove(&ActorId(id)),
        TableTab::Relations => selection.relations.remove(&RelationId(id)),
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    fn click(
        before: &[u32],
        anchor: Option<u32>,
        at: usize,
        (adds, extends): (bool, bool),
    ) -> (Vec<u32>, Option<u32>) {
        let mut memory = TableMemory {
            anchor,
            ..TableMemory::default()
        };
        let before = Selection::of_actors(before.iter().map(|&id| ActorId(id)));
        let click = Click {
            adds,
            extends,
            is_double: false,
        };
        // Shown in the order 50, 40, 30, 20, 10.
        let id_at = |place: usize| 50 - 10 * place as u32;
        let after = after_click(&before, TableTab::Actors, &mut memory, 5, at, click, id_at);
        (selected_ids(&after, TableTab::Actors), memory.anchor)
    }

    #[test]
    fn a_click_selects_one_and_ctrl_adds_or_takes_away() {
        assert_eq!(click(&[50, 40], None, 2, (false, false)), (vec![30], Some(30)));
        assert_eq!(click(&[50], None, 2, (true, false)), (vec![30, 50], Some(30)));
        assert_eq!(click(&[50, 30], None, 2, (true, false)), (vec![50], Some(30)));
    }

    #[test]
    fn shift_selects_the_range_as_it_is_shown() {
        assert_eq!(
            click(&[40], Some(40), 3, (false, true)),
            (vec![20, 30, 40], Some(40))
        );
        assert_eq!(
            click(&[10, 40], Some(40), 2, (true, true)),
            (vec![10, 30, 40], Some(40))
        );
        assert_eq!(click(&[40], None, 3, (false, true)).0, vec![20, 40]);
    }
}
