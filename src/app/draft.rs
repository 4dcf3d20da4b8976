//! What is being typed or dragged is in the journal before it is done, so that a killed program loses no more
//! than a second of it. It is no step to undo: it becomes one when it is done, or when it is recovered.

use egui::Context;

use super::App;
use super::dispatch::edit;
use crate::command::Intent;
use crate::edit::operations::ActorEdit;
use crate::edit::{Document, Label};
use crate::ui::{panels, widgets};

/// At most so long after a key it is in the journal. What is promised is twice as long.
const EVERY_SECS: f64 = 1.0;

/// What stood open when it was written last.
#[derive(Debug, Default)]
pub(super) struct Drafts {
    written: Option<Open>,
    next_secs: f64,
}

/// What stands open: compared, to see whether there is news.
#[derive(Debug, Clone, PartialEq)]
struct Open {
    serial: u64,
    /// Of the document: it says whether the gesture under way has moved.
    content: u64,
    is_in_gesture: bool,
    edits: Vec<Intent>,
}

impl App {
    /// Writes what stands open into the journal, when it is news.
    pub(super) fn keep_draft(&mut self, ctx: &Context) {
        if self.recording.journal().is_none() {
            return;
        }
        let open = Open {
            serial: self.document.serial(),
            content: self.document.revision().content,
            is_in_gesture: self.document.is_in_gesture(),
            edits: self.typed(ctx),
        };
        let is_something = open.is_in_gesture || !open.edits.is_empty();
        if self.drafts.written.as_ref() == Some(&open) || (!is_something && !self.document.has_draft()) {
            return;
        }
        if is_something && self.now_secs < self.drafts.next_secs {
            ctx.request_repaint_after_secs((self.drafts.next_secs - self.now_secs) as f32);
            return;
        }
        // A new actor that has no name yet never was.
        let is_nameless = self.document.is_in_gesture()
            && (self.view.renaming.as_ref()).is_some_and(|renaming| renaming.text.trim().is_empty());
        if is_nameless {
            self.document.withdraw_draft();
        } else {
            let edits = open.edits.clone();
            self.document
                .record_draft(Label::EditActor, |document| try_all(document, edits));
        }
        self.drafts.written = Some(open);
        self.drafts.next_secs = self.now_secs + EVERY_SECS;
    }

    /// The edits that leaving the fields would make now.
    fn typed(&self, ctx: &Context) -> Vec<Intent> {
        let mut edits: Vec<Intent> = widgets::typed_in_field(ctx).into_iter().collect();
        if let Some(renaming) = &self.view.renaming
            && let Some(actor) = self.document.constellation().actor(renaming.actor)
        {
            let name = renaming.text.trim();
            if !name.is_empty() && name != actor.label {
                let edit = ActorEdit::Label(name.to_owned());
                edits.push(Intent::EditActors(vec![renaming.actor], edit));
            }
        }
        edits.extend(panels::tray::typed(ctx, &self.view));
        edits.extend(widgets::standing_words(ctx));
        edits
    }
}

/// What does not fit is left out: it would be refused on leaving the field too.
fn try_all(document: &mut Document, edits: Vec<Intent>) -> Result<(), crate::edit::EditError> {
    for intent in edits {
        if let Ok(Err(error)) = edit(document, intent) {
            log::debug!("what is typed cannot be done yet: {error}");
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::operations as op;
    use crate::model::{Constellation, Language, NoteTarget};

    #[test]
    fn trying_what_is_typed_leaves_everything_as_it_was() {
        let mut document = Document::new(Constellation::new(Language::Nl));
        op::add_actor(&mut document, op::NewActor::default()).unwrap();
        let (before, revision) = (document.constellation().clone(), document.revision());
        let selection = document.selection().clone();
        let edits = vec![
            Intent::AddActors(vec![op::NewActor::default()]),
            Intent::AddNote(NoteTarget::Constellation, "bijna".to_owned()),
        ];
        document.record_draft(Label::EditActor, |document| try_all(document, edits));
        assert!(document.has_draft());
        assert_eq!(*document.constellation(), before);
        assert_eq!(
            (document.revision(), document.selection()),
            (revision, &selection)
        );
        assert_eq!(document.history().steps().len(), 1);
        assert!(!document.is_in_gesture());
        document.record_draft(Label::EditActor, |_| Ok(()));
        assert!(!document.has_draft());
    }
}
