//! A document as others may see it: in the place of its own constellation one that differs in words only.

use super::Selection;
use super::document::Document;
use super::gesture::Gesture;
use super::history::{History, Transaction};
use crate::model::Constellation;

impl Document {
    /// This document as it is shown with other words: the same selection, step under way and steps to undo. It is for
    /// looking only; what is done is done to this one, whose numbers of actors and relations it has.
    pub fn shown_as(&self, constellation: Constellation) -> Self {
        let mut shown = Self::new(constellation);
        shown.show(self);
        shown
    }

    /// Shows other words.
    pub fn show_words(&mut self, of: &Self, constellation: Constellation) {
        self.put_constellation(constellation);
        self.show(of);
    }

    /// Shows what has changed in the other but for words: places, the selection, what can be undone.
    pub fn show(&mut self, of: &Self) {
        if self.revision() != of.revision() {
            self.show_places(of);
        }
        if self.selection() != of.selection() {
            self.set_selection(of.selection().clone());
        }
        let outline = |of: Option<&Transaction>| -> Vec<Transaction> {
            let step = |of: &Transaction| Transaction {
                label: of.label,
                changes: Vec::new(),
                inverses: Vec::new(),
                selection_before: Selection::default(),
                selection_after: Selection::default(),
                state: of.state,
            };
            of.map(step).into_iter().collect()
        };
        let history = of.history();
        let history = History {
            done: outline(history.done.last()),
            undone: outline(history.undone.last()),
        };
        let gesture = of
            .gesture_label()
            .map(|label| Gesture::new(label, Selection::default()));
        self.show_steps(of.revision(), history, gesture);
    }
}
