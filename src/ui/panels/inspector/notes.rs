//! Notes of the session: what was said about the whole, an actor or a relation, with the moment.

use egui::{Id, Ui};
use egui_phosphor::regular as icon;

use crate::command::{Edit, Look};
use crate::edit::Selection;
use crate::model::{Constellation, Note, NoteTarget, shown_date};
use crate::ui::widgets::{Field, field_ui, heading_ui, name_button_ui, remark_ui, sign_button_ui};
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

/// More notes about others than these are counted.
const MOST_ABOUT_OTHERS: usize = 100;

/// The notes to show below those of `about`, oldest first: with nothing selected all, with several selected theirs.
fn notes_about_others<'a>(
    constellation: &'a Constellation,
    selection: &Selection,
    about: Option<NoteTarget>,
) -> Vec<&'a Note> {
    let is_of_selected = |note: &&Note| match note.about {
        NoteTarget::Constellation => false,
        NoteTarget::Actor(id) => selection.is_empty() || selection.actors.contains(&id),
        NoteTarget::Relation(id) => selection.is_empty() || selection.relations.contains(&id),
    };
    let notes = constellation.notes.values().filter(is_of_selected);
    notes.filter(|note| Some(note.about) != about).collect()
}

/// A day and a time of a file as people read them; what is no day stays as it is.
fn shown_moment(at: &str) -> String {
    let (day, time) = at.split_once(['T', ' ']).unwrap_or((at, ""));
    match shown_date(day) {
        Some(day) => format!("{day} {time}").trim_end().to_owned(),
        None => at.to_owned(),
    }
}

pub fn notes_ui(ui: &mut Ui, context: &FrameContext<'_>, out: &mut Intents) {
    let (constellation, selection) = (context.constellation(), context.selection());
    let about = target(selection);
    let others = notes_about_others(constellation, selection, about);
    if about.is_none() && others.is_empty() {
        return;
    }
    heading_ui(ui, &context.t("notes-title"));
    for note in about.iter().flat_map(|about| notes_about(constellation, *about)) {
        note_ui(ui, context, note, out);
    }
    if let Some(about) = about {
        new_note_ui(ui, context, about, out);
    }
    for note in others.iter().take(MOST_ABOUT_OTHERS) {
        if let Some((subject, selects)) = subject(context, note.about)
            && name_button_ui(ui, &subject)
                .on_hover_text(context.t("notes-select"))
                .clicked()
        {
            out.push(Look::Reveal(selects));
        }
        note_ui(ui, context, note, out);
    }
    let more = others.len().saturating_sub(MOST_ABOUT_OTHERS);
    if more > 0 {
        remark_ui(ui, &context.texts.with("notes-more", &[("count", more.into())]));
    }
}

/// What a note is about in words, and what selecting that is; nothing of what is about the whole.
fn subject(context: &FrameContext<'_>, about: NoteTarget) -> Option<(String, Selection)> {
    let constellation = context.constellation();
    let name = |id| {
        let label = &constellation.actor(id)?.label;
        Some(context.listed(label).into_owned())
    };
    match about {
        NoteTarget::Constellation => None,
        NoteTarget::Actor(id) => {
            let values = [("name", name(id)?.into())];
            Some((
                context.texts.with("notes-about-actor", &values),
                Selection::of_actor(id),
            ))
        }
        NoteTarget::Relation(id) => {
            let relation = constellation.relation(id)?;
            let values = [
                ("a", name(relation.source)?.into()),
                ("b", name(relation.target)?.into()),
            ];
            let text = context.texts.with("notes-about-relation", &values);
            Some((text, Selection::of_relation(id)))
        }
    }
}

fn note_ui(ui: &mut Ui, context: &FrameContext<'_>, note: &Note, out: &mut Intents) {
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

fn new_note_ui(ui: &mut Ui, context: &FrameContext<'_>, about: NoteTarget, out: &mut Intents) {
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
        add_note(&mut document, NoteTarget::Constellation, "allen", "").unwrap();
        let others = |selection: Selection| {
            let about = target(&selection);
            notes_about_others(document.constellation(), &selection, about).len()
        };
        assert_eq!(
            others(Selection::default()),
            1,
            "all but those of the whole, which are above"
        );
        assert_eq!(others(Selection::of_actor(one)), 0, "they are above");
        assert_eq!(others(Selection::of_actors([one, two])), 1);
    }
}
