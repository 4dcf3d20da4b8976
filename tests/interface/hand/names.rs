//! A name that is there already is pointed at.

use egui::{Event, Key, Modifiers, vec2};
use egui_kittest::kittest::Queryable;
use netwerkopstelling::app::clipboard_text;
use netwerkopstelling::command::{Command, Intent};
use netwerkopstelling::edit::Selection;
use netwerkopstelling::edit::operations::copy;

use super::bench::{click, key, name_in_list, selected, village};
use crate::program::Program;

#[test]
fn a_name_that_is_there_already_is_pointed_at_in_any_case_or_form() {
    let mut program = Program::with_new_board();
    let middle = program.board().center();
    program.add(middle - vec2(150.0, 40.0), "Súdwest-Fryslân");
    let there = "‘Súdwest-Fryslân’ staat er al.";
    for double in [
        "súdwest-FRYSLÂN",
        "Su\u{301}dwest-Frysla\u{302}n",
        "Ｓúdwest-Fryslân",
        "  Súdwest-Fryslân ",
    ] {
        name_in_list(&mut program, double);
        assert_eq!(program.counts().0, 2, "it is allowed: {double}");
        assert!(program.shows(there), "{double}");
        program.press("Ga ernaartoe");
        assert_eq!(selected(&program), ["Súdwest-Fryslân"]);
        program.send(Intent::Run(Command::Undo));
        program.settle();
        assert!(!program.shows(there), "taken back");
    }
    name_in_list(&mut program, "Sudwest-Fryslan");
    assert!(!program.shows(there), "without its accents it is another name");
}

#[test]
fn a_double_name_is_pointed_at_on_the_board_in_the_inspector_and_in_a_pasted_list() {
    let mut program = village();
    let middle = program.board().center();
    program.add(middle - vec2(150.0, 160.0), "ALKMAAR");
    assert!(program.shows("‘Alkmaar’ staat er al."));
    program.send(Intent::Run(Command::Undo));
    program.settle();

    click(&mut program, "Hoorn");
    program.harness.get_by_label("Naam").focus();
    program.settle();
    program.harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    program.settle();
    program.harness.event(Event::Text("alkmaar".to_owned()));
    program.settle();
    key(&mut program, Key::Enter);
    assert!(program.shows("‘Alkmaar’ staat er al."), "inspector");
    program.send(Intent::Run(Command::Undo));
    program.settle();

    let corner = program.board().left_top() + vec2(20.0, 20.0);
    program.buttons(corner, &[true, false]);
    program.settle();
    program
        .harness
        .event(Event::Paste("HOORN\nZaanstad\nhorizon  college".to_owned()));
    program.settle();
    assert_eq!(program.counts().0, 6);
    assert!(program.shows("Deze namen staan er al: Hoorn, Horizon College."));
}

#[test]
fn a_list_pasted_in_the_field_for_names_keeps_equal_names_and_points_at_them() {
    let mut program = Program::with_new_board();
    let paste = |program: &mut Program, list: &str| {
        program.harness.get_by_label("Naam van een nieuwe actor").focus();
        program.settle();
        program.harness.event(Event::Paste(list.to_owned()));
        program.settle();
    };
    paste(&mut program, "- Jan de Vries\nHoorn\nJAN DE VRIES\n");
    assert_eq!(program.names(), ["Jan de Vries", "Hoorn", "JAN DE VRIES"]);
    assert!(program.shows("‘Jan de Vries’ staat er al."), "double in the list");
    paste(&mut program, "Schagen\nhoorn");
    assert_eq!(program.names()[3..], ["Schagen", "hoorn"]);
    assert!(program.shows("‘Hoorn’ staat er al."), "there before the list");
}

#[test]
fn pieces_pasted_beside_others_of_the_same_name_are_pointed_at_and_those_that_come_together_are_not() {
    let mut program = village();
    let middle = program.board().center();
    program.add(middle - vec2(150.0, 160.0), "ALKMAAR");
    let pieces = copied(&program, &["Alkmaar", "ALKMAAR"]);
    let both = copied(&program, &["Hoorn", "Horizon College"]);
    program.send(Intent::Run(Command::New));
    program.settle();
    program.press("Niet opslaan");
    program.settle();
    board_has_keys(&mut program);
    let paste = |program: &mut Program, text: &str| {
        program.harness.event(Event::Paste(text.to_owned()));
        program.settle();
    };
    paste(&mut program, &pieces);
    assert_eq!(program.names(), ["Alkmaar", "ALKMAAR"]);
    assert!(!program.shows("staat er al"), "as they were copied");
    paste(&mut program, &both);
    assert!(!program.shows("staan er al") && !program.shows("staat er al"));
    paste(&mut program, &both);
    assert_eq!(program.counts().0, 6);
    assert!(program.shows("Deze namen staan er al: Hoorn, Horizon College."));
    program.press("Ga ernaartoe");
    assert_eq!(selected(&program), ["Hoorn", "Horizon College"]);
}

/// These pieces as they are on the clipboard.
fn copied(program: &Program, names: &[&str]) -> String {
    let constellation = program.harness.state().document().constellation();
    let actors = constellation.actors.values();
    let ids = actors.filter(|actor| names.contains(&actor.label.as_str()));
    let selection = Selection::of_actors(ids.map(|actor| actor.id));
    clipboard_text(&copy(constellation, &selection))
}

fn board_has_keys(program: &mut Program) {
    let corner = program.board().left_top() + vec2(20.0, 20.0);
    program.buttons(corner, &[true, false]);
    program.settle();
}
