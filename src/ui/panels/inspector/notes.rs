//! Notes of the session: what was said about the whole, an actor or a relation, with the moment.

use egui::{Id, Ui};
use egui_phosphor::regular as icon;

use crate::command::Edit;
use crate::edit::Selection;
use crate::model::{Constellation, Note, NoteTarget, shown_date};
use crate::ui::widgets::{Field, field_ui, heading_ui, remark_ui, sign_button_ui};
use crate::ui::{FrameContext, Intents};

/// What a note written now would be about: the one selected thing, or the whole.
pub fn target(selection: &Selection) -> Option<NoteTarget> {
    match (selection.single_actor(), selection.single_relation()) {
        (Some(actor), _) => Some(NoteTarget::Actor(actor)),
        (_, Some(relation)) => Some(NoteTarget::Relation(relation)),
        _ if selection.is_empty() => Some(NoteTarget::Constellation),
        _ => None,
    }
}

/// The notes about it, oldest first.
pub fn notes_about(constellation: &Constellation, about: NoteTarget) -> Vec<&Note> {
    constellation
        .notes
        .values()
        .filter(|note| note.about == about)
        .collect()
}

/// A day and a time of a file as people read them; what is no day stays as it is.
fn shown_moment(at: &str) -> String {
    let (day, time) = at.split_once(['T', ' ']).unwrap_or((at, ""));
    match shown_date(day) {
        Some(day) => format!("{day} {time}").trim_end().to_owned(),
        None => at.to_owned(),
    }
}

pub fn notes_ui(ui: &mut Ui, context: &FrameContext<'_>, about: NoteTarget, out: &mut Intents) {
    heading_ui(ui, &context.t("notes-title"));
    for note in notes_about(context.constellation(), about) {
        ui.horizontal(|ui| {
            if !note.at.is_empty() {
                remark_ui(ui, &shown_moment(&note.at));
            }
            if sign_button_ui(ui, icon::TRASH, &context.t("notes-delete")).clicked() {
                out.push(Edit::DeleteNote(note.id));
            }
        });
        let name = context.t("field-note");
        let field = Field::new(Id::new(("note", note.id)), &note.text)
            .named(&name)
            .rows(2);
        field_ui(ui, field, out, |text| {
            if text.trim().is_empty() {
                Edit::DeleteNote(note.id)
            } else {
                Edit::EditNote(note.id, text)
            }
        });
    }
    let hint = context.t("notes-new");
    // The number of notes in the id: a note that was just added leaves an empty field behind.
    let id = Id::new((
        "new-note",
        about_number(about),
        context.constellation().notes.len(),
    ));
    let field = Field::new(id, "").named(&hint).hint(&hint).rows(1);
    field_ui(ui, field, out, |text| Edit::AddNote(about, text));
}

fn about_number(about: NoteTarget) -> (u8, u32) {
    match about {
        NoteTarget::Constellation => (0, 0),
        NoteTarget::Actor(id) => (1, id.0),
        NoteTarget::Relation(id) => (2, id.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::Document;
    use crate::edit::operations::{NewActor, add_actor, add_note};
    use crate::model::Language;

    #[test]
    fn a_moment_reads_as_days_do_elsewhere_and_other_words_stay() {
        assert_eq!(shown_moment("2026-11-29T12:13"), "29-11-2026 12:13");
        assert_eq!(shown_moment("2026-11-29"), "29-11-2026");
        assert_eq!(shown_moment("na de pauze"), "na de pauze");
        assert_eq!(shown_moment("Tussendoor"), "Tussendoor");
    }

    #[test]
    fn a_note_is_about_the_one_selected_thing_or_the_whole() {
        let mut document = Document::new(Constellation::new(Language::Nl));
        assert_eq!(target(document.selection()), Some(NoteTarget::Constellation));
        let one = add_actor(&mut document, NewActor::default()).unwrap();
        assert_eq!(target(document.selection()), Some(NoteTarget::Actor(one)));
        let two = add_actor(&mut document, NewActor::default()).unwrap();
        assert_eq!(target(&Selection::of_actors([one, two])), None);
        add_note(&mut document, NoteTarget::Actor(one), "belt maandag", "").unwrap();
        assert_eq!(
            notes_about(document.constellation(), NoteTarget::Actor(one)).len(),
            1
        );
        assert!(notes_about(document.constellation(), NoteTarget::Actor(two)).is_empty());
    }
}
