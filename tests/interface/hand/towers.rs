//! The tool for towers: discs by clicks, and stance and tempo by one key.

use egui::{Event, Key, Modifiers};
use netwerkopstelling::desk::Tool;
use netwerkopstelling::model::{Stance, Tempo};

use super::bench::{actor, click, constellation, key, village};
use crate::program::Program;

fn with_the_tool() -> Program {
    let mut program = village();
    program.press("Torens");
    assert_eq!(program.harness.state().desk().tool, Tool::Towers);
    program
}

fn shift_click(program: &mut Program, label: &str) {
    program.harness.event(Event::ModifiersChanged(Modifiers::SHIFT));
    click(program, label);
    program.harness.event(Event::ModifiersChanged(Modifiers::NONE));
    program.settle();
}

#[test]
fn a_click_puts_a_disc_on_a_tower_and_shift_takes_one_off() {
    let mut program = with_the_tool();
    assert_eq!(actor(&program, "Hoorn").influence, None, "not yet given");
    // So fast that they are a double click: two discs, and no name in edit.
    click(&mut program, "Hoorn");
    click(&mut program, "Hoorn");
    click(&mut program, "Alkmaar");
    assert_eq!(actor(&program, "Hoorn").influence, Some(2));
    assert_eq!(actor(&program, "Alkmaar").influence, Some(1));
    assert_eq!(program.harness.state().desk().renaming, None);
    shift_click(&mut program, "Alkmaar");
    shift_click(&mut program, "Alkmaar");
    assert_eq!(
        actor(&program, "Alkmaar").influence,
        Some(0),
        "never below nought"
    );
    shift_click(&mut program, "Horizon College");
    assert_eq!(
        actor(&program, "Horizon College").influence,
        Some(0),
        "a nought that was given"
    );
    program.harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    program.settle();
    assert_eq!(
        actor(&program, "Horizon College").influence,
        None,
        "every click is one step"
    );
}

#[test]
fn in_the_tool_letters_set_stance_and_tempo_and_backspace_takes_back_what_was_given() {
    let mut program = with_the_tool();
    click(&mut program, "Hoorn");
    for expected in [
        Some(Stance::For),
        Some(Stance::Against),
        Some(Stance::Neutral),
        None,
        Some(Stance::For),
    ] {
        key(&mut program, Key::H);
        assert_eq!(actor(&program, "Hoorn").stance, expected);
    }
    for expected in [Some(Tempo::Accelerator), Some(Tempo::Broadener), None] {
        key(&mut program, Key::T);
        assert_eq!(actor(&program, "Hoorn").tempo, expected);
    }
    key(&mut program, Key::Num4);
    assert_eq!(actor(&program, "Hoorn").influence, Some(4));
    key(&mut program, Key::Minus);
    assert_eq!(actor(&program, "Hoorn").influence, Some(3));
    assert!(program.shows("3 schijven, 2 zonder; +1 −0 ○0"));
    assert!(
        program.shows("H houding"),
        "the keys of the tool are named while it is in the hand"
    );
    key(&mut program, Key::Backspace);
    assert_eq!(actor(&program, "Hoorn").influence, None);
    assert_eq!(constellation(&program).actors.len(), 3, "nobody is deleted");
    key(&mut program, Key::Escape);
    assert_eq!(program.harness.state().desk().tool, Tool::Select);
    key(&mut program, Key::H);
    assert_eq!(
        actor(&program, "Hoorn").stance,
        Some(Stance::For),
        "a letter of the tool alone"
    );
    assert!(!program.shows("2 zonder"));
}

#[test]
fn towers_are_built_by_keys_alone_from_piece_to_piece() {
    let mut program = village();
    program.harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
    program.settle();
    program.letters("torens");
    key(&mut program, Key::Enter);
    assert_eq!(program.harness.state().desk().tool, Tool::Towers);
    let before = constellation(&program)
        .actors
        .values()
        .filter(|one| one.influence.is_some());
    assert_eq!(before.count(), 0);
    click(&mut program, "Alkmaar");
    for digit in [Key::Num3, Key::Num5, Key::Num0] {
        key(&mut program, digit);
        key(&mut program, Key::Tab);
    }
    let given = constellation(&program)
        .actors
        .values()
        .filter_map(|one| one.influence);
    let mut given: Vec<u32> = given.collect();
    given.sort_unstable();
    assert_eq!(given, [0, 3, 5]);
}
