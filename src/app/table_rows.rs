//! The rows of a long table beside the board: made by a job whenever the board has changed, the newest win.

use std::sync::Arc;

use crate::analysis::Control;
use crate::desk::Desk;
use crate::edit::Document;
use crate::i18n::Texts;
use crate::jobs::{Derived, Wake};
use crate::model::attributes_of;
use crate::ui::panels::tables::{Rows, RowsKey, is_long, of_tab};

pub struct TableRows(Derived<RowsKey, Arc<Rows>>);

impl TableRows {
    pub fn new(wake: Wake) -> Self {
        Self(Derived::new("table", wake))
    }

    /// Asks for the rows of the table in sight, when it is too long to be made within a frame. Returns what went wrong
    /// with those before, if anything did.
    pub fn follow(&mut self, document: &Document, desk: &Desk, texts: Texts) -> Option<String> {
        let tab = desk.table_tab;
        if desk.shows_table() && is_long(document.constellation(), tab) {
            let key = RowsKey::of(document, texts, tab);
            self.0.ask_anew(&key, || {
                let constellation = document.constellation().clone();
                move |control: &Control| {
                    let attributes = attributes_of(&constellation, of_tab(tab));
                    control.check()?;
                    Ok(Arc::new(Rows::build(&constellation, &attributes, texts, tab)))
                }
            });
        }
        self.0.poll()
    }

    /// The newest there are, of this document and the table in sight: after an edit those of before, for a moment.
    pub fn shown(&self, document: &Document, desk: &Desk) -> Option<&Arc<Rows>> {
        let (key, rows) = self.0.shown()?;
        key.is_about(document, desk.table_tab).then_some(rows)
    }
}
