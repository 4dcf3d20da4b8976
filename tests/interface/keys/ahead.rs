//! Typing ahead of the screen: several events within one frame.

use egui::{Event, Key, Modifiers, vec2};
use egui_kittest::kittest::Queryable;

use crate::program::{Program, button, stroke, typed};

const TRAY: &str = "Naam van een nieuwe actor";

#[test]
fn letters_typed_fast_after_a_all_arrive() {
    let mut program = Program::with_new_board();
    let middle = program.board().center();
    program.click_at(middle);
    let mut events = typed("a");
    events.extend(typed("alkmaar"));
    events.extend(stroke(Modifiers::NONE, Key::Enter));
    events.extend(typed("a"));
    events.extend(typed("hoorn"));
    events.extend(stroke(Modifiers::NONE, Key::Enter));
    program.at_once(events);
    assert_eq!(program.names(), ["alkmaar", "hoorn"]);
    assert_eq!(program.counts(), (2, 0, 2), "each is one step");
}

#[test]
fn letters_that_come_while_the_name_field_opens_wait_for_it() {
    let mut program = Program::with_new_board();
    let middle = program.board().center();
    program.click_at(middle);
    // A letter a frame, as a fast hand on a fast screen.
    for letter in ["a", "e", "d", "a", "m"] {
        program.harness.input_mut().events.extend(typed(letter));
        program.harness.run_steps(1);
    }
    program.harness.run_steps(6);
    program.key(Key::Enter);
    assert_eq!(program.names(), ["edam"]);
}

#[test]
fn names_and_enters_of_one_frame_become_those_names_in_the_tray() {
    let mut program = Program::with_new_board();
    program.harness.get_by_label(TRAY).focus();
    program.harness.run_steps(4);
    let mut events = typed("jan");
    events.extend(stroke(Modifiers::NONE, Key::Enter));
    events.push(Event::Text("Pieter Puk".to_owned()));
    events.extend(stroke(Modifiers::NONE, Key::Enter));
    program.at_once(events);
    assert_eq!(program.names(), ["jan", "Pieter Puk"]);
    assert_eq!(program.text_in(TRAY), "");
}

#[test]
fn a_double_click_within_one_frame_makes_one_actor_with_its_name_in_edit() {
    let mut program = Program::with_new_board();
    let at = program.board().center() + vec2(60.0, 30.0);
    let mut events = vec![Event::PointerMoved(at)];
    events.extend([true, false, true, false].map(|pressed| button(at, pressed)));
    events.extend(typed("uwv"));
    events.extend(stroke(Modifiers::NONE, Key::Enter));
    program.at_once(events);
    assert_eq!(program.names(), ["uwv"]);
    assert!((program.piece("uwv").center() - at).length() < 3.0);
}

#[test]
fn a_drag_within_one_frame_moves_the_piece() {
    let mut program = Program::with_new_board();
    let at = program.board().center();
    program.add(at, "Alkmaar");
    let from = program.piece("Alkmaar").center();
    let to = from + vec2(80.0, 50.0);
    let events = vec![
        Event::PointerMoved(from),
        button(from, true),
        Event::PointerMoved(to),
        button(to, false),
    ];
    program.at_once(events);
    assert!((program.piece("Alkmaar").center() - to).length() < 3.0);
    assert_eq!(program.counts().2, 2);
}

#[test]
fn five_hundred_times_undo_in_one_frame_takes_back_five_hundred_steps() {
    let mut program = Program::with_new_board();
    let middle = program.board().center();
    program.add(middle, "Alkmaar");
    program.click_at(program.piece("Alkmaar").center());
    for number in 0..12u8 {
        let digit = [Key::Num3, Key::Num4][usize::from(number % 2)];
        program.key(digit);
    }
    assert_eq!(program.counts(), (1, 0, 13));
    let undo = stroke(Modifiers::COMMAND, Key::Z);
    program.at_once((0..500).flat_map(|_| undo.clone()).collect());
    assert_eq!(program.counts(), (0, 0, 0));
    let redo = stroke(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    let mut both: Vec<Event> = (0..13).flat_map(|_| redo.clone()).collect();
    both.extend(undo);
    program.at_once(both);
    assert_eq!(program.counts(), (1, 0, 12), "forward and back in their order");
}

#[test]
fn every_press_of_plus_within_one_frame_is_a_disc() {
    let mut program = Program::with_new_board();
    let middle = program.board().center();
    program.add(middle, "Alkmaar");
    program.click_at(program.piece("Alkmaar").center());
    program.at_once((0..3).flat_map(|_| stroke(Modifiers::NONE, Key::Plus)).collect());
    let actors = &program.harness.state().document().constellation().actors;
    assert_eq!(actors.values().next().and_then(|actor| actor.influence), Some(3));
}
