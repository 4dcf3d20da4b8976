//! Which panels stood open when the program was last closed.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::ui::state::{RightTab, ViewState};

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
pub fn remembered(view: &ViewState) -> BTreeMap<String, Value> {
    let tab = TABS
        .iter()
        .find(|(tab, _)| *tab == view.right_tab)
        .map_or("", |(_, name)| name);
    BTreeMap::from([
        (RIGHT.to_owned(), Value::from(view.right_is_open)),
        (RIGHT_TAB.to_owned(), Value::from(tab)),
        (TABLE.to_owned(), Value::from(view.table_is_open)),
    ])
}

/// Puts back what was remembered; whatever makes no sense is left as it is.
pub fn restore(panels: &BTreeMap<String, Value>, view: &mut ViewState) {
    if let Some(is_open) = panels.get(RIGHT).and_then(Value::as_bool) {
        view.right_is_open = is_open;
    }
    if let Some(is_open) = panels.get(TABLE).and_then(Value::as_bool) {
        view.table_is_open = is_open;
    }
    let name = panels.get(RIGHT_TAB).and_then(Value::as_str);
    if let Some((tab, _)) = TABS.iter().find(|(_, known)| Some(*known) == name) {
        view.right_tab = *tab;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn panels_come_back_as_they_were_left() {
        let left = ViewState {
            right_tab: RightTab::Spanners,
            right_is_open: false,
            table_is_open: true,
            ..ViewState::default()
        };
        let mut back = ViewState::default();
        restore(&remembered(&left), &mut back);
        assert_eq!(back, left);
    }

    #[test]
    fn nonsense_in_the_settings_changes_nothing() {
        let nonsense = BTreeMap::from([
            (RIGHT.to_owned(), Value::from(7)),
            (RIGHT_TAB.to_owned(), Value::from("attic")),
        ]);
        let mut view = ViewState::default();
        restore(&nonsense, &mut view);
        assert_eq!(view, ViewState::default());
    }
}
