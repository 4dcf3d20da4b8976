//! What is being typed or dragged is in the journal before it is done, so that a killed program loses no more
//! than a second of it. It is no step to undo: it becomes one when it is done, or when it is recovered.

use egui::Context;

use super::App;
use crate::command::{Edit, Intent};
use crate::edit::{ActorField, Label};
use crate::i18n::edited_name;
use crate::ui::{panels, widgets};

/// At most this long after a key press it is in the journal. The promise to users is twice as long.
const EVERY_SECS: f64 = 1.0;

/// What stood open when it was written last.
#[derive(Debug, Default)]
pub(super) struct Drafts {
    written: Option<Open>,
    next_secs: f64,
}

/// What is unfinished: compared, to see whether it changed.
#[derive(Debug, Clone, PartialEq)]
struct Open {
    serial: u64,
    /// Of the document: it says whether the gesture under way has moved.
    content: u64,
    is_in_gesture: bool,
    edits: Vec<Edit>,
}

impl App {
    /// Writes what is unfinished into the journal, when it changed.
    pub(super) fn keep_draft(&mut self, ctx: &Context) {
        if self.recording.journal().is_none() {
            return;
        }
        let open = Open {
            serial: self.session.document.serial(),
            content: self.session.document.revision().content,
            is_in_gesture: self.session.document.is_in_gesture(),
            edits: self
                .typed(ctx)
                .into_iter()
                .chain(widgets::half_typed(ctx))
                .collect(),
        };
        let is_something = open.is_in_gesture || !open.edits.is_empty();
        if self.drafts.written.as_ref() == Some(&open)
            || (!is_something && !self.session.document.has_draft())
        {
            return;
        }
        if is_something && self.now_secs < self.drafts.next_secs {
            ctx.request_repaint_after_secs((self.drafts.next_secs - self.now_secs) as f32);
            return;
        }
        // A new actor without a name is no draft.
        let is_nameless = self.session.document.is_in_gesture()
            && (self.desk.renaming.as_ref()).is_some_and(|renaming| renaming.text.trim().is_empty());
        if is_nameless {
            self.session.document.withdraw_draft();
        } else {
            let edits = open.edits.clone();
            self.session.record_draft(&self.desk, Label::EditActor, edits);
        }
        self.drafts.written = Some(open);
        self.drafts.next_secs = self.now_secs + EVERY_SECS;
    }

    /// The edits that leaving the fields would make now.
    pub(super) fn typed(&self, ctx: &Context) -> Vec<Edit> {
        let of_document = |intent| match intent {
            Intent::Edit(edit) => Some(edit),
            _ => None,
        };
        let typed = widgets::typed_in_field(ctx).into_iter().filter_map(of_document);
        let mut edits: Vec<Edit> = typed.collect();
        if let Some(renaming) = &self.desk.renaming
            && let Some(actor) = self.session.document.constellation().actor(renaming.actor)
            && let Some(name) = edited_name(&renaming.text, &actor.label)
        {
            edits.push(Edit::EditActors(
                vec![renaming.actor],
                ActorField::Label(name).into(),
            ));
        }
        edits.extend(panels::tray::typed(ctx, &self.desk));
        edits.extend(widgets::standing_words(ctx));
        edits
    }
}
