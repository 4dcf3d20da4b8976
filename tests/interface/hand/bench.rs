//! A small village on the board, and what a hand does with it.

use egui::accesskit::Role;
use egui::{Event, Key, pos2, vec2};
use egui_kittest::kittest::Queryable;
use netwerkopstelling::command::{Command, DeskChange, Intent};
use netwerkopstelling::model::{Actor, Constellation};

use crate::program::Program;

const FIELD: &str = "Naam van een nieuwe actor";

/// Two municipalities and another body, each related to the first.
pub fn village() -> Program {
    let mut program = Program::with_new_board();
    let middle = program.board().center();
    kind(&mut program, Some("gemeente"));
    program.add(middle - vec2(180.0, 60.0), "Alkmaar");
    program.add(middle + vec2(0.0, 120.0), "Hoorn");
    kind(&mut program, Some("waterschap"));
    program.add(middle + vec2(180.0, -60.0), "Horizon College");
    let from = program.piece("Alkmaar");
    for other in ["Hoorn", "Horizon College"] {
        let to = program.piece(other).center();
        program.drag(pos2(from.right() - 2.0, from.center().y), to);
    }
    assert_eq!(program.counts(), (3, 2, 5));
    program
}

pub fn kind(program: &mut Program, kind: Option<&str>) {
    program.send(DeskChange::ActiveActorKind(kind.map(Into::into)));
    program.harness.run_steps(2);
}

pub fn constellation(program: &Program) -> &Constellation {
    program.harness.state().document().constellation()
}

pub fn actor<'a>(program: &'a Program, label: &str) -> &'a Actor {
    let mut actors = constellation(program).actors.values();
    actors
        .find(|actor| actor.label == label)
        .expect("an actor of that name")
}

pub fn click(program: &mut Program, label: &str) {
    let at = program.piece(label).center();
    program.buttons(at, &[true, false]);
    program.settle();
}

pub fn key(program: &mut Program, key: Key) {
    program.harness.key_press(key);
    program.settle();
}

/// Hides or shows a word with its box among the filters.
pub fn filter(program: &mut Program, word: &str) {
    if program
        .harness
        .query_by_role_and_label(Role::CheckBox, word)
        .is_none()
    {
        program.press("Filters");
    }
    program
        .harness
        .get_by_role_and_label(Role::CheckBox, word)
        .click();
    program.settle();
}

pub fn selected(program: &Program) -> Vec<String> {
    let selection = program.harness.state().document().selection();
    let label = |id| constellation(program).actor(id).map(|actor| actor.label.clone());
    selection.actors.iter().filter_map(|id| label(*id)).collect()
}

pub fn find(program: &mut Program, letters: &str) {
    program.send(Intent::Run(Command::FindActor));
    program.settle();
    program.harness.event(Event::Text(letters.to_owned()));
    program.settle();
    key(program, Key::Enter);
}

pub fn name_in_list(program: &mut Program, text: &str) {
    if program.harness.query_by_label(FIELD).is_none() {
        program.press("Actoren en tafelrand");
    }
    program.harness.get_by_label(FIELD).focus();
    program.settle();
    program.harness.event(Event::Paste(text.to_owned()));
    program.settle();
    key(program, Key::Enter);
}

/// What the program put on the system's clipboard in the last frames; the program keeps it too.
pub fn clipboard(program: &Program) -> String {
    let selection = program.harness.state().document().selection();
    let fragment = netwerkopstelling::edit::operations::copy(constellation(program), selection);
    netwerkopstelling::app::clipboard_text(&fragment)
}
