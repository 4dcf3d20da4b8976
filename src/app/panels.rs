//! Which panels stood open when the program was last closed.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::desk::{Desk, RightTab};

const RIGHT: &str = "right";
const RIGHT_TAB: &str = "right-tab";
const TABLE: &str = "table";

const TABS: [(RightTab, &str); 5] = [
    (RightTab::Selection, "selection"),
    (RightTab::Spanners, "spanners"),
    (RightTab::Centrality, "centrality"),
    (RightTab::Cohesion, "cohesion"),
    (RightTab::Tables, "tables"),
];

/// What to remember. The left panel and the legend follow the document and the window, not the last time.
pub fn remembered(desk: &Desk) -> BTreeMap<String, Value> {
    let tab = TABS
        .iter()
        .find(|(tab, _)| *tab == desk.right_tab)
        .map_or("", |(_, name)| name);
    BTreeMap::from([
        (RIGHT.to_owned(), Value::from(desk.right_is_open)),
        (RIGHT_TAB.to_owned(), Value::from(tab)),
        (TABLE.to_owned(), Value::from(desk.table_is_open)),
    ])
}

/// Puts back what was remembered; whatever makes no sense is left as it is.
pub fn restore(panels: &BTreeMap<String, Value>, desk: &mut Desk) {
    if let Some(is_open) = panels.get(RIGHT).and_then(Value::as_bool) {
        desk.right_is_open = is_open;
    }
    if let Some(is_open) = panels.get(TABLE).and_then(Value::as_bool) {
        desk.table_is_open = is_open;
    }
    let name = panels.get(RIGHT_TAB).and_then(Value::as_str);
    if let Some((tab, _)) = TABS.iter().find(|(_, known)| Some(*known) == name) {
        desk.right_tab = *tab;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn panels_come_back_as_they_were_left() {
        let left = Desk {
            right_tab: RightTab::Spanners,
            right_is_open: false,
            table_is_open: true,
            ..Desk::default()
        };
        let mut back = Desk::default();
        restore(&remembered(&left), &mut back);
        assert_eq!(back, left);
    }

    #[test]
    fn nonsense_in_the_settings_changes_nothing() {
        let nonsense = BTreeMap::from([
            (RIGHT.to_owned(), Value::from(7)),
            (RIGHT_TAB.to_owned(), Value::from("attic")),
        ]);
        let mut desk = Desk::default();
        restore(&nonsense, &mut desk);
        assert_eq!(desk, Desk::default());
    }
}
