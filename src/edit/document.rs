//! The open document: a constellation, its selection and its history.

use std::io;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};

use super::gesture::{Gesture, GesturePart};
use super::journal::{Entry, Journal, Step};
use super::{Change, EditError, History, Label, Selection, Transaction};
use crate::model::{Attribute, AttributeOf, Codes, Constellation, attributes_of};

/// Counts changes; two equal revisions of one document mean the same content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Revision {
    /// Any change at all.
    pub content: u64,
    /// Changes that can alter a figure: moving a piece does not count.
    pub network: u64,
    /// Changes of what figures are computed from: a stance, a note or a human card does not count.
    pub figures: u64,
    /// Changes other than moving a piece: with this the same, only places can differ.
    pub beyond_places: u64,
}

/// The next [`Document::serial`].
static SERIAL: AtomicU64 = AtomicU64::new(1);

/// A constellation that can be edited, undone and recovered.
pub struct Document {
    serial: u64,
    constellation: Constellation,
    selection: Selection,
    history: History,
    revision: Revision,
    gesture: Option<Gesture>,
    last_state: u64,
    /// How often codes were given out.
    given: u32,
    saved_state: Option<u64>,
    journal: Option<Box<dyn Journal>>,
    journal_error: Option<io::Error>,
    /// Steps up to this state may be missing from the journal.
    checkpoint: u64,
    /// The draft that the journal holds.
    draft: Option<Entry>,
    /// All attributes of actors and of relations, found when first asked for.
    attributes: [OnceLock<Arc<[Attribute]>>; 2],
}

impl std::fmt::Debug for Document {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Document")
            .field("revision", &self.revision)
            .finish_non_exhaustive()
    }
}

impl Document {
    /// A document as opened from a file: nothing to undo, nothing unsaved.
    pub fn new(constellation: Constellation) -> Self {
        Self {
            serial: SERIAL.fetch_add(1, Ordering::Relaxed),
            constellation,
            selection: Selection::default(),
            history: History::default(),
            revision: Revision::default(),
            gesture: None,
            last_state: 0,
            given: 0,
            saved_state: Some(0),
            journal: None,
            journal_error: None,
            checkpoint: 0,
            draft: None,
            attributes: Default::default(),
        }
    }

    /// Tells apart the documents of one run of the program: revisions of different documents may be equal.
    pub fn serial(&self) -> u64 {
        self.serial
    }

    pub fn constellation(&self) -> &Constellation {
        &self.constellation
    }

    /// All attributes of its actors or relations, declared and not; found anew only when there may be others.
    pub fn attributes(&self, of: AttributeOf) -> Arc<[Attribute]> {
        let found =
            self.attributes[of as usize].get_or_init(|| attributes_of(&self.constellation, of).into());
        Arc::clone(found)
    }

    /// After a change was applied.
    fn note_attributes(&mut self, change: &Change, inverse: &Change) {
        for of in AttributeOf::ALL {
            let touches = |one: &Change| one.touches_attributes(of, &self.constellation);
            if touches(change) || touches(inverse) {
                self.attributes[of as usize] = OnceLock::new();
            }
        }
    }

    pub fn selection(&self) -> &Selection {
        &self.selection
    }

    /// Selecting is no edit: it is not a step to undo, and marks nothing as unsaved.
    pub fn set_selection(&mut self, mut selection: Selection) {
        selection.retain_existing(&self.constellation);
        self.selection = selection;
    }

    pub fn history(&self) -> &History {
        &self.history
    }

    pub fn revision(&self) -> Revision {
        self.revision
    }

    /// Whether there is something that the file does not have.
    pub fn has_unsaved_changes(&self) -> bool {
        self.gesture
            .as_ref()
            .is_some_and(|gesture| !gesture.changes.is_empty())
            || self.saved_state != Some(self.state())
    }

    /// The state as it is now is in the file.
    pub fn mark_saved(&mut self) {
        self.saved_state = Some(self.state());
    }

    /// Names the present state, so that a save that ends later marks what it wrote: the last step, and above that how
    /// often codes were given out, which is no step.
    pub fn state(&self) -> u64 {
        self.history.state() | u64::from(self.given) << 32
    }

    pub fn mark_state_saved(&mut self, state: u64) {
        self.saved_state = Some(state);
    }

    /// The state as it is now is in no file, e.g. after recovery.
    pub fn mark_unsaved(&mut self) {
        self.saved_state = None;
    }

    pub fn set_journal(&mut self, journal: Option<Box<dyn Journal>>) {
        self.journal = journal;
        self.draft = None;
    }

    /// The first failure to record since it was last asked for.
    pub fn take_journal_error(&mut self) -> Option<io::Error> {
        self.journal_error.take()
    }

    /// What the step under way is called.
    pub(super) fn gesture_label(&self) -> Option<Label> {
        self.gesture.as_ref().map(|gesture| gesture.label)
    }

    pub(super) fn put_constellation(&mut self, constellation: Constellation) {
        self.constellation = constellation;
        self.attributes = Default::default();
    }

    /// Puts everybody where the other has them. O(actors).
    pub(super) fn show_places(&mut self, of: &Self) {
        for (id, there) in &of.constellation.actors {
            let differs = self
                .constellation
                .actor(*id)
                .is_some_and(|actor| actor.pos != there.pos);
            if differs && let Some(actor) = self.constellation.actors.get_mut(id) {
                actor.pos = there.pos;
            }
        }
    }

    pub(super) fn show_steps(&mut self, revision: Revision, history: History, gesture: Option<Gesture>) {
        self.revision = revision;
        self.history = history;
        self.gesture = gesture;
    }

    /// Gives everybody without one a code in place of a name. That is no step: a code that was given out may have been
    /// seen, and no undo takes it back.
    pub(super) fn give_codes(&mut self) {
        let codes = Codes::completed(&self.constellation);
        if codes == *self.constellation.info.codes {
            return;
        }
        self.put_codes(codes.clone());
        self.record(|_| Entry::Codes(codes));
    }

    /// The codes are these from here on.
    pub(super) fn put_codes(&mut self, codes: Codes) {
        self.constellation.info.codes = codes.into();
        self.given += 1;
        self.revision.content += 1;
        self.revision.beyond_places += 1;
    }

    /// Before somebody new gets this key: whoever had it is gone, and what that actor was called nobody else is.
    pub(super) fn forget_code(&mut self, key: &str) {
        if self.constellation.info.codes.of.contains_key(key) {
            self.constellation.info.codes.of.remove(key);
        }
    }

    pub fn is_in_gesture(&self) -> bool {
        self.gesture.is_some()
    }

    /// Opens a gesture; one that was still open is committed first.
    pub fn begin(&mut self, label: Label) {
        self.commit();
        self.gesture = Some(Gesture::new(label, self.selection.clone()));
    }

    /// Applies one change within the open gesture.
    ///
    /// # Errors
    /// When the change is refused; nothing has changed then.
    ///
    /// # Panics
    /// When no gesture is open: a mistake of the caller.
    pub fn apply(&mut self, change: Change) -> Result<(), EditError> {
        assert!(
            self.gesture.is_some(),
            "changes belong to a gesture: begin or transact first"
        );
        let (touches_network, is_move) = (change.touches_network(), change.is_move());
        let inverse = change.clone().apply(&mut self.constellation)?;
        if inverse == change {
            return Ok(());
        }
        self.note_attributes(&change, &inverse);
        self.revision.content += 1;
        self.revision.network += u64::from(touches_network);
        self.revision.figures += u64::from(change.alters_figures(&inverse));
        self.revision.beyond_places += u64::from(!is_move);
        if let Some(gesture) = &mut self.gesture {
            gesture.push(change, inverse);
        }
        Ok(())
    }

    /// Ends the gesture as one step. Without changes it leaves no trace. Returns whether it left a step.
    pub fn commit(&mut self) -> bool {
        let Some(gesture) = self.gesture.take() else {
            return false;
        };
        self.selection.retain_existing(&self.constellation);
        if gesture.changes.is_empty() || gesture.came_to_nothing() {
            return false;
        }
        self.record(|selection| Entry::Commit {
            label: gesture.label,
            changes: gesture.changes.clone(),
            selection: selection.clone(),
        });
        self.last_state += 1;
        self.history.undone.clear();
        self.history.done.push(Transaction {
            label: gesture.label,
            changes: gesture.changes,
            inverses: gesture.inverses,
            selection_before: gesture.selection_before,
            selection_after: self.selection.clone(),
            state: self.last_state,
        });
        true
    }

    /// Takes back the gesture under way as if it had never begun.
    pub fn abort(&mut self) {
        let Some(gesture) = self.gesture.take() else {
            return;
        };
        self.revert(gesture.inverses);
        self.selection = gesture.selection_before;
    }

    /// Runs `edit` as one step: all of it, or nothing. Within an open gesture it becomes part of that.
    ///
    /// # Errors
    /// What `edit` returns; everything it changed is taken back.
    pub fn transact<T>(
        &mut self,
        label: Label,
        edit: impl FnOnce(&mut Self) -> Result<T, EditError>,
    ) -> Result<T, EditError> {
        let is_outermost = self.gesture.is_none();
        if is_outermost {
            self.begin(label);
        }
        let selection_before = self.selection.clone();
        let part = self.begin_part();
        match edit(self) {
            Ok(value) => {
                if let Some(gesture) = &mut self.gesture {
                    gesture.keep_part(part);
                }
                if is_outermost {
                    self.commit();
                }
                Ok(value)
            }
            Err(error) => {
                self.drop_part(part);
                self.selection = selection_before;
                if is_outermost {
                    self.gesture = None;
                }
                Err(error)
            }
        }
    }

    /// Takes back the last step and selects what was selected before it. An open gesture is taken back
    /// instead. Returns the label of what was taken back.
    pub fn undo(&mut self) -> Option<Label> {
        if let Some(gesture) = &self.gesture {
            let label = gesture.label;
            let had_changes = !gesture.changes.is_empty();
            self.abort();
            if had_changes {
                return Some(label);
            }
        }
        let transaction = self.history.done.pop()?;
        self.revert(transaction.inverses.clone());
        self.set_selection(transaction.selection_before.clone());
        let label = transaction.label;
        let is_journaled = transaction.state > self.checkpoint;
        let step = (!is_journaled).then(|| Box::new(Step::of(&transaction)));
        self.history.undone.push(transaction);
        self.record(|_| step.map_or(Entry::Undo, Entry::TakenBack));
        Some(label)
    }

    /// Does the last undone step again. Returns its label.
    pub fn redo(&mut self) -> Option<Label> {
        self.commit();
        let transaction = self.history.undone.pop()?;
        for change in transaction.changes.clone() {
            self.force(change);
        }
        self.set_selection(transaction.selection_after.clone());
        let label = transaction.label;
        let is_journaled = transaction.state > self.checkpoint;
        let step = (!is_journaled).then(|| Box::new(Step::of(&transaction)));
        self.history.done.push(transaction);
        self.record(|_| step.map_or(Entry::Redo, Entry::DoneAgain));
        Some(label)
    }

    /// From here on the journal can begin anew with the constellation as it is now: earlier steps are
    /// recorded whole when they are taken back or done again.
    pub fn set_checkpoint(&mut self) {
        self.commit();
        self.checkpoint = self.last_state;
    }

    /// Takes back a step that a journal holds whole.
    pub(super) fn take_back(&mut self, step: Step) -> Result<(), EditError> {
        if self.history.done.last().is_some_and(|last| step.is_of(last)) {
            self.undo();
            return Ok(());
        }
        self.trial(step.label, |document| {
            let mut inverses = step.inverses.iter().rev().cloned();
            inverses.try_for_each(|inverse| document.apply(inverse))
        })
        .1?;
        self.commit();
        self.revert(step.inverses.clone());
        self.set_selection(step.selection_before.clone());
        self.last_state += 1;
        self.history.undone.push(step.into_transaction(self.last_state));
        Ok(())
    }

    /// Does a step again that a journal holds whole.
    pub(super) fn do_again(&mut self, step: Step) -> Result<(), EditError> {
        if self.history.undone.last().is_some_and(|last| step.is_of(last)) {
            self.redo();
            return Ok(());
        }
        self.trial(step.label, |document| {
            let mut changes = step.changes.iter().cloned();
            changes.try_for_each(|change| document.apply(change))
        })
        .1?;
        self.commit();
        for change in step.changes.clone() {
            self.force(change);
        }
        self.set_selection(step.selection_after.clone());
        self.last_state += 1;
        self.history.done.push(step.into_transaction(self.last_state));
        Ok(())
    }

    /// Writes a draft into the journal: what would be lost in a crash, namely the gesture under way and what `edit`
    /// would do after it. Nothing changes and no step is made; the next draft replaces this one.
    pub fn record_draft(&mut self, label: Label, edit: impl FnOnce(&mut Self) -> Result<(), EditError>) {
        let (trial, _) = self.trial(label, edit);
        let under_way = self.gesture.as_ref().filter(|gesture| !gesture.came_to_nothing());
        let label = under_way.map_or(label, |gesture| gesture.label);
        let mut changes = under_way.map_or_else(Vec::new, |gesture| gesture.changes.clone());
        changes.extend(trial);
        let draft = (!changes.is_empty()).then(|| Entry::Commit {
            label,
            changes,
            selection: self.selection.clone(),
        });
        self.write_draft(draft);
    }

    /// There is nothing unfinished that should come back.
    pub fn withdraw_draft(&mut self) {
        self.write_draft(None);
    }

    fn write_draft(&mut self, draft: Option<Entry>) {
        if draft == self.draft {
            return;
        }
        if let Some(journal) = &mut self.journal
            && let Err(error) = journal.draft(draft.as_ref())
        {
            self.journal_error.get_or_insert(error);
        }
        self.draft = draft;
    }

    /// Whether the journal holds a draft.
    pub fn has_draft(&self) -> bool {
        self.draft.is_some()
    }

    /// The changes that an edit would make. Afterwards everything is as it was, the revision too.
    fn trial(
        &mut self,
        label: Label,
        edit: impl FnOnce(&mut Self) -> Result<(), EditError>,
    ) -> (Vec<Change>, Result<(), EditError>) {
        let (revision, selection) = (self.revision, self.selection.clone());
        let under_way = self.gesture.replace(Gesture::new(label, selection.clone()));
        let result = edit(self);
        let tried = std::mem::replace(&mut self.gesture, under_way);
        let mut changes = Vec::new();
        if let Some(tried) = tried {
            self.revert(tried.inverses);
            changes = tried.changes;
        }
        (self.revision, self.selection) = (revision, selection);
        (if result.is_ok() { changes } else { Vec::new() }, result)
    }

    fn record(&mut self, entry: impl FnOnce(&Selection) -> Entry) {
        self.draft = None;
        if let Some(journal) = &mut self.journal
            && let Err(error) = journal.record(&entry(&self.selection))
        {
            self.journal_error.get_or_insert(error);
        }
    }

    fn begin_part(&mut self) -> GesturePart {
        let gesture = self.gesture.as_mut().expect("only called within a gesture");
        gesture.begin_part()
    }

    fn drop_part(&mut self, part: GesturePart) {
        let gesture = self.gesture.as_mut().expect("only called within a gesture");
        let inverses = gesture.drop_part(part);
        self.revert(inverses);
    }

    fn revert(&mut self, inverses: Vec<Change>) {
        for inverse in inverses.into_iter().rev() {
            self.force(inverse);
        }
    }

    /// Applies a change that is known to fit, because it takes back or repeats one that did.
    fn force(&mut self, change: Change) {
        self.revision.content += 1;
        self.revision.network += u64::from(change.touches_network());
        self.revision.beyond_places += u64::from(!change.is_move());
        match change.clone().apply(&mut self.constellation) {
            Ok(before) => {
                self.note_attributes(&change, &before);
                self.revision.figures += u64::from(change.alters_figures(&before));
            }
            Err(error) => {
                debug_assert!(false, "an inverse was refused: {error}");
                log::error!("an inverse was refused: {error}");
            }
        }
    }
}
