//! Notes of a session are found where they are counted, whatever they are about.

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable;
use netwerkopstelling::command::{Command, Edit, Look, ProgramRequest};
use netwerkopstelling::edit::Selection;
use netwerkopstelling::model::NoteTarget;

use crate::program::Program;

/// Three actors, a relation between the first two, and a note on each thing that can have one.
fn noted() -> Program {
    let mut program = Program::with_new_board();
    program.send(ProgramRequest::PasteText("Alkmaar\nHoorn\nHeiloo".to_owned()));
    program.settle();
    let constellation = program.harness.state().document().constellation();
    let actors: Vec<_> = constellation.actors.keys().copied().collect();
    program.send(Edit::AddRelation {
        source: actors[0],
        target: actors[1],
    });
    program.settle();
    let constellation = program.harness.state().document().constellation();
    let relation = *constellation.relations.keys().next().unwrap();
    for (about, text) in [
        (NoteTarget::Constellation, "allen akkoord"),
        (NoteTarget::Actor(actors[2]), "belt maandag"),
        (NoteTarget::Relation(relation), "nog na te gaan"),
    ] {
        program.send(Edit::AddNote(about, text.to_owned()));
    }
    program.send(Command::SelectNone);
    program.settle();
    program
}

fn reads(program: &Program, text: &str) -> bool {
    let found = program
        .harness
        .query_all_by(|node| node.value().is_some_and(|value| value == text));
    found.count() > 0
}

#[test]
fn with_nothing_selected_every_note_is_in_sight_and_leads_to_what_it_is_about() {
    let mut program = noted();
    for text in ["allen akkoord", "belt maandag", "nog na te gaan"] {
        assert!(reads(&program, text), "{text}");
    }
    assert!(program.shows("Over Heiloo"));
    // It may be further down than the panel shows.
    let name = "Over Alkmaar – Hoorn";
    program
        .harness
        .get_by_role_and_label(Role::Button, name)
        .scroll_to_me();
    program.settle();
    program.press(name);
    program.settle();
    let selection = program.harness.state().document().selection().clone();
    assert!(selection.single_relation().is_some());
    assert!(reads(&program, "nog na te gaan") && !reads(&program, "belt maandag"));
    program.key(Key::Escape);
    program.settle();
    assert!(reads(&program, "nog na te gaan"), "and back");
}

#[test]
fn with_several_selected_their_notes_are_in_sight() {
    let mut program = noted();
    program.send(Command::SelectAll);
    program.settle();
    assert!(reads(&program, "belt maandag") && program.shows("Over Heiloo"));
    assert!(!reads(&program, "allen akkoord"), "that is about none of them");
    let actors = program.harness.state().document().constellation().actors.keys();
    let two = Selection::of_actors(actors.copied().take(2));
    program.send(Look::Select(two));
    program.settle();
    assert!(!reads(&program, "belt maandag"));
}
