//! ONE DOCUMENT AND WHAT IS SEEN OF IT: carries out what is asked of both and of the desk, without a window. The
//! program, its tests and its drafts all go through here. What needs the system (files, clipboard, work beside the
//! board) comes back as an [`Effect`].

mod edit;
mod look;
mod sight;

pub use edit::{After, Circumstances, edit};
pub use sight::{Removed, Unseen, asks_to_see, can_hide};

use crate::command::{DeskChange, Edit, FileRequest, Intent, Intents, ProgramRequest};
use crate::desk::{Below, Desk, Renaming, Tool};
use crate::edit::operations::{self as op, Fragment};
use crate::edit::{AttributeOwner, Document, EditError, Label};
use crate::i18n::shown;
use crate::lens::{Lens, WhatIf};
use crate::model::{ActorId, AgreementSubject, NoteTarget, Point};

/// A document and the lens it is seen through.
#[derive(Debug)]
pub struct Session {
    pub document: Document,
    pub lens: Lens,
    /// Date and time of now, as notes have it.
    clock: fn() -> String,
}

/// What a request leads to beyond document, lens and desk.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// The edit was refused: the document is as it was.
    Refused(EditError),
    /// This went, with what hung on it.
    Removed(Removed),
    /// These came onto the board.
    Came(Vec<ActorId>),
    /// This is to be on the clipboard.
    Copied(Box<Fragment>),
    /// The window fills the screen, or no longer does.
    FillScreen(bool),
    File(FileRequest),
    Program(ProgramRequest),
}

/// A note of what this would give as a value, with the name of the attribute.
fn unfinished_value(document: &Document, asked: &Edit) -> Option<Edit> {
    let Edit::SetAttribute(owners, key, Some(value)) = asked else {
        return None;
    };
    let first = *owners.first()?;
    let attributes = document.attributes(first.of());
    let attribute = attributes.iter().find(|one| one.key == *key)?;
    let about = match first {
        _ if owners.len() > 1 => NoteTarget::Constellation,
        AttributeOwner::Actor(id) => NoteTarget::Actor(id),
        AttributeOwner::Relation(id) => NoteTarget::Relation(id),
    };
    let words: Vec<String> = value.scalars().iter().map(ToString::to_string).collect();
    let text = format!("{}: {}", attribute.label, words.join(", "));
    Some(Edit::AddNote(about, text))
}

impl Session {
    /// `clock` gives date and time of now, as notes have it.
    pub fn new(document: Document, clock: fn() -> String) -> Self {
        Self {
            document,
            lens: Lens::default(),
            clock,
        }
    }

    /// Carries out one request, and returns what is left to do.
    pub fn carry_out(&mut self, desk: &mut Desk, intent: Intent) -> Vec<Effect> {
        match intent {
            Intent::Run(command) => self.carry_out(desk, command.asks_for()),
            Intent::Edit(edit) => self.edit(desk, edit),
            Intent::Look(look) => {
                self.look(desk, look);
                Vec::new()
            }
            Intent::Desk(change) => self.change_desk(desk, change).into_iter().collect(),
            Intent::File(request) => vec![Effect::File(request)],
            Intent::Program(request) => vec![Effect::Program(request)],
        }
    }

    /// Carries out what the frame that asked for it shows already, and returns what the next frame shows.
    pub fn carry_out_drawn(&mut self, desk: &mut Desk, asked: Intents) -> Vec<Intent> {
        let (drawn, asked): (Vec<Intent>, Vec<Intent>) = asked.into_iter().partition(Intent::is_drawn);
        for intent in drawn {
            let effects = self.carry_out(desk, intent);
            debug_assert!(
                effects.is_empty(),
                "what is drawn leads to nothing else: {effects:?}"
            );
        }
        asked
    }

    /// Keeps these edits as what is not yet done: for recovery alone, no step to undo. A value that does not fit its
    /// attribute, half a date, comes back as a note. What is refused otherwise is left out.
    pub fn record_draft(&mut self, desk: &Desk, label: Label, edits: Vec<Edit>) {
        let around = circumstances(&self.lens, desk, self.clock);
        self.document.record_draft(label, |document| {
            for one in edits {
                let unfinished = unfinished_value(document, &one);
                let mut result = edit(document, &around, one);
                if let (Err(EditError::Misfit { .. }), Some(note)) = (&result, unfinished) {
                    result = edit(document, &around, note);
                }
                if let Err(error) = result {
                    log::debug!("what is typed cannot be done yet: {error}");
                }
            }
            Ok(())
        });
    }

    fn edit(&mut self, desk: &mut Desk, asked: Edit) -> Vec<Effect> {
        if let Some(WhatIf::With(_)) = self.lens.what_if {
            // During the experiment a relation is tried, not drawn; and nobody comes along with it.
            match asked {
                Edit::AddRelation { source, target } => {
                    self.lens.what_if = Some(WhatIf::With(Some((source, target))));
                    return Vec::new();
                }
                Edit::AddRelationToNew { .. } => return Vec::new(),
                _ => {}
            }
        }
        let around = circumstances(&self.lens, desk, self.clock);
        let result = edit(&mut self.document, &around, asked);
        self.give_codes();
        self.keep_words_in_hand(desk);
        match result {
            Ok(after) => after
                .into_iter()
                .filter_map(|one| self.follow(desk, one))
                .collect(),
            Err(error) => vec![Effect::Refused(error)],
        }
    }

    /// What the next actor and the next relation are is in the vocabulary: a word may have gone.
    fn keep_words_in_hand(&self, desk: &mut Desk) {
        let words = &self.document.constellation().vocabulary;
        desk.active_actor_kind
            .take_if(|kind| words.actor_kind(kind).is_none());
        if words.relation_kind(&desk.active_relation_kind).is_none()
            && let Some(first) = words.relation_kinds.first()
        {
            desk.active_relation_kind = first.id.clone();
        }
    }

    /// Whoever came has a code before the first frame with it, of an empty board too.
    fn give_codes(&mut self) {
        if self.lens.pseudonyms.are_on() {
            op::give_codes(&mut self.document);
        } else {
            op::give_codes_to_newcomers(&mut self.document);
        }
    }

    /// Brings the desk in line with an edit, and hands on what is not about the desk.
    fn follow(&self, desk: &mut Desk, after: After) -> Option<Effect> {
        match after {
            After::Naming(actor) => self.start_rename(desk, actor),
            After::NamingEnds => desk.renaming = None,
            After::KindInHand(kind) => desk.active_relation_kind = kind,
            After::Removed(removed) => return Some(Effect::Removed(removed)),
            After::Came(actors) => return Some(Effect::Came(actors)),
            After::Agreed => desk.next_agreement.about = AgreementSubject::Nothing,
            After::Copied(fragment) => return Some(Effect::Copied(fragment)),
        }
        None
    }

    /// Puts the name of an actor in edit.
    fn start_rename(&self, desk: &mut Desk, actor: ActorId) {
        let found = self.document.constellation().actor(actor);
        // A name that is hidden does not appear in order to be changed.
        if self.lens.pseudonyms.are_on() && found.is_some_and(|actor| !actor.label.is_empty()) {
            return;
        }
        if let Some(found) = self.document.constellation().actor(actor) {
            desk.renaming = Some(Renaming {
                actor,
                text: shown(&found.label).into_owned(),
                wants_focus: true,
            });
        }
    }

    fn change_desk(&mut self, desk: &mut Desk, change: DeskChange) -> Option<Effect> {
        let selected = self.document.selection().single_actor();
        match change {
            DeskChange::Open(dialog) => desk.dialog = Some(dialog),
            DeskChange::Close(dialog) => {
                if desk.dialog == Some(dialog) {
                    desk.dialog = None;
                }
            }
            DeskChange::Take(tool) => {
                desk.tool = tool;
                desk.relating_from = None;
            }
            DeskChange::RelateFrom(actor) => desk.relating_from = actor,
            DeskChange::RelateFromSelected => {
                desk.tool = Tool::Relate;
                desk.relating_from = selected;
            }
            DeskChange::ActiveRelationKind(kind) => desk.active_relation_kind = kind,
            DeskChange::ActiveWeight(weight) => desk.active_weight = weight,
            DeskChange::ActiveActorKind(kind) => desk.active_actor_kind = kind,
            DeskChange::StartRename(actor) => self.start_rename(desk, actor),
            DeskChange::RenameSelected => {
                if let Some(actor) = selected {
                    self.start_rename(desk, actor);
                }
            }
            DeskChange::TypeName(text) => {
                if let Some(renaming) = &mut desk.renaming {
                    (renaming.text, renaming.wants_focus) = (text, false);
                }
            }
            DeskChange::FinishRename => desk.renaming = None,
            DeskChange::OpenLeft(tab) => (desk.left_is_open, desk.left_tab) = (true, tab),
            DeskChange::CloseLeft => desk.left_is_open = false,
            DeskChange::OpenRight(tab) => (desk.right_is_open, desk.right_tab) = (true, tab),
            DeskChange::CloseRight => desk.right_is_open = false,
            DeskChange::OpenTable(tab) => {
                (desk.table_is_open, desk.below, desk.table_tab) = (true, Below::Table, tab);
            }
            DeskChange::WriteAgreement => desk.write_agreement(AgreementSubject::Nothing),
            DeskChange::AgreeAbout(about) => desk.write_agreement(about),
            DeskChange::AgreeAboutSelected => {
                let relation = self.document.selection().single_relation();
                let relation = relation.map(AgreementSubject::Relation);
                let about = selected.map(AgreementSubject::Actor).or(relation);
                desk.write_agreement(about.unwrap_or_default());
            }
            DeskChange::ToggleLeft => desk.left_is_open = !desk.left_is_open,
            DeskChange::ToggleRight => desk.right_is_open = !desk.right_is_open,
            DeskChange::ToggleTable => desk.table_is_open = !desk.table_is_open,
            DeskChange::ToggleLegend => desk.legend_is_open = !desk.legend_is_open,
            DeskChange::ToggleHall => {
                desk.toggle_hall();
                return Some(Effect::FillScreen(desk.hall_mode));
            }
            DeskChange::SpannerDetail(detail) => desk.spanner_detail = detail,
            DeskChange::Projection(projection) => desk.projection = projection,
            DeskChange::MoveCamera(request) => desk.camera_request = Some(request),
        }
        None
    }
}

fn circumstances<'a>(lens: &'a Lens, desk: &'a Desk, clock: fn() -> String) -> Circumstances<'a> {
    let (x, y) = lens.camera.centre;
    Circumstances {
        filters: &lens.filters,
        middle: Point::new(f64::from(x), f64::from(y)),
        relation_kind: &desk.active_relation_kind,
        weight: desk.active_weight,
        actor_kind: desk.active_actor_kind.as_ref(),
        is_naming: desk.renaming.is_some(),
        hides_names: lens.pseudonyms.are_on(),
        clock,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Constellation, Language, NoteTarget};

    #[test]
    fn trying_what_is_typed_leaves_everything_as_it_was() {
        let mut document = Document::new(Constellation::new(Language::Nl));
        op::add_actor(&mut document, op::NewActor::default()).unwrap();
        let mut session = Session::new(document, String::new);
        let (before, revision) = (
            session.document.constellation().clone(),
            session.document.revision(),
        );
        let selection = session.document.selection().clone();
        let edits = vec![
            Edit::AddActors(vec![op::NewActor::default()]),
            Edit::AddNote(NoteTarget::Constellation, "bijna".to_owned()),
        ];
        session.record_draft(&Desk::default(), Label::EditActor, edits);
        let document = &mut session.document;
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
