//! Taking back in a field is about its letters until it is left; then it is about the document. Never both.

use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable;

use netwerkopstelling::command::Edit;
use netwerkopstelling::model::NoteTarget;

use crate::program::Program;

const TRAY: &str = "Naam van een nieuwe actor";
const TITLE: &str = "Titel";
const NOTE: &str = "Notitie";

fn undo(program: &mut Program) {
    program.key_with(Modifiers::COMMAND, Key::Z);
}

fn title(program: &Program) -> String {
    program
        .harness
        .state()
        .document()
        .constellation()
        .info
        .title
        .clone()
}

/// A new board with one actor, nothing selected, and the title in sight.
fn with_title() -> Program {
    let mut program = Program::with_new_board();
    let middle = program.board().center();
    program.add(middle, "Alkmaar");
    program.key(Key::Escape);
    program
}

#[test]
fn undo_while_typing_takes_back_letters_and_no_step() {
    let mut program = with_title();
    program.harness.get_by_label(TITLE).focus();
    program.harness.run_steps(4);
    program.letters("regio");
    for _ in 0..5 {
        undo(&mut program);
    }
    assert_eq!(program.text_in(TITLE), "");
    assert_eq!(program.counts(), (1, 0, 1), "the actor stays");
    program.key_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert_eq!(program.text_in(TITLE), "regio");
    assert_eq!(program.counts(), (1, 0, 1));
}

#[test]
fn leaving_a_field_is_one_step_and_undo_takes_that_back() {
    let mut program = with_title();
    program.harness.get_by_label(TITLE).focus();
    program.harness.run_steps(4);
    program.letters("regio");
    program.key(Key::Tab);
    assert_eq!(title(&program), "regio");
    assert_eq!(program.counts(), (1, 0, 2));
    let middle = program.board().center();
    program.click_at(middle + egui::vec2(150.0, 150.0));
    undo(&mut program);
    assert_eq!(title(&program), "");
    assert_eq!(program.counts(), (1, 0, 1));
    undo(&mut program);
    assert_eq!(program.counts(), (0, 0, 0));
}

#[test]
fn enter_stores_what_was_typed_and_undo_then_takes_back_that_step() {
    let mut program = with_title();
    program.harness.get_by_label(TITLE).focus();
    program.harness.run_steps(4);
    program.letters("regio");
    program.key(Key::Enter);
    assert_eq!(title(&program), "regio");
    undo(&mut program);
    assert_eq!(
        (title(&program), program.text_in(TITLE)),
        (String::new(), String::new())
    );
    assert_eq!(program.counts(), (1, 0, 1));
}

#[test]
fn undo_after_a_name_was_added_takes_back_the_name_and_brings_no_letters() {
    let mut program = Program::with_new_board();
    program.harness.get_by_label(TRAY).focus();
    program.harness.run_steps(4);
    program.letters("jan");
    program.key(Key::Enter);
    program.letters("piet");
    program.key(Key::Enter);
    undo(&mut program);
    assert_eq!(program.names(), ["jan"]);
    assert_eq!(program.text_in(TRAY), "");
    program.letters("kees");
    undo(&mut program);
    assert_eq!(program.text_in(TRAY), "", "only what was typed since");
    assert_eq!(program.names(), ["jan"]);
}

#[test]
fn undo_of_letters_in_a_search_leaves_the_document_alone() {
    let mut program = with_title();
    program.key_with(Modifiers::COMMAND, Key::F);
    program.letters("alk");
    undo(&mut program);
    undo(&mut program);
    assert_eq!(program.counts(), (1, 0, 1));
}

#[test]
fn a_pasted_list_is_a_step_to_take_back_whatever_stood_in_the_field() {
    let mut program = with_title();
    program.harness.get_by_label(TRAY).focus();
    program.harness.run_steps(4);
    program.letters("een");
    program.at_once(vec![Event::Paste(" twee\ndrie\nvier\nvijf\nzes".to_owned())]);
    assert_eq!(program.counts().0, 6);
    undo(&mut program);
    assert_eq!((program.counts().0, program.text_in(TRAY).as_str()), (1, ""));
}

#[test]
fn lines_in_a_field_of_several_lines_are_letters_to_take_back() {
    let mut program = with_title();
    program.send(Edit::AddNote(NoteTarget::Constellation, "Belt nog".to_owned()));
    program.settle();
    let before = program.counts();
    program.harness.get_by_label(NOTE).focus();
    program.harness.run_steps(4);
    program.at_once(vec![Event::Paste("een\ntwee\n".to_owned())]);
    assert!(program.text_in(NOTE).contains("twee"));
    undo(&mut program);
    assert_eq!(program.text_in(NOTE), "Belt nog");
    program.letters("drie");
    program.key(Key::Enter);
    undo(&mut program);
    assert_eq!(program.counts(), before, "no step of the board");
    assert!(program.text_in(NOTE).starts_with("Belt nog"));
}

#[test]
fn a_field_in_which_nothing_was_typed_takes_back_nothing() {
    let mut program = with_title();
    let before = program.counts();
    program.harness.get_by_label(TITLE).focus();
    program.harness.run_steps(4);
    undo(&mut program);
    assert_eq!(program.counts(), before, "in a field of the panel");
    program.click_at(program.piece("Alkmaar").center());
    program.key(Key::F2);
    undo(&mut program);
    assert_eq!(program.counts(), before, "in a name on the board");
    assert!(program.harness.state().desk().renaming.is_some(), "it stays open");
    program.key(Key::Escape);
    undo(&mut program);
    assert_eq!(program.counts().0, 0, "on the board it is about the board");
}
