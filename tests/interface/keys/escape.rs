//! Esc goes back step by step, and leaves nothing on.

use egui::{Key, vec2};
use egui_kittest::kittest::Queryable;
use netwerkopstelling::command::{DeskChange, Look};
use netwerkopstelling::desk::Dialog;
use netwerkopstelling::edit::Selection;
use netwerkopstelling::scene::Highlight;

use super::owner::{ids, small};
use crate::program::Program;

fn light_up(program: &mut Program) {
    let actors = ids(program).into_iter().take(1).collect();
    program.send(Look::Highlight(Some(Highlight {
        actors,
        ..Highlight::default()
    })));
    program.settle();
}

fn is_lit(program: &Program) -> bool {
    program.harness.state().lens().highlight.is_some()
}

#[test]
fn escape_takes_back_the_window_the_highlight_and_the_selection_in_that_order() {
    let mut program = small();
    let board = program.board().center() + vec2(0.0, 150.0);
    program.click_at(board);
    let first = ids(&program)[0];
    program.send(Look::Select(Selection::of_actor(first)));
    light_up(&mut program);
    program.send(DeskChange::Open(Dialog::Properties));
    program.settle();
    let state = |program: &Program| {
        let has_dialog = program.harness.state().desk().dialog.is_some();
        let has_selection = !program.harness.state().document().selection().is_empty();
        (has_dialog, is_lit(program), has_selection)
    };
    let mut seen = vec![state(&program)];
    for _ in 0..3 {
        program.key(Key::Escape);
        program.settle();
        seen.push(state(&program));
    }
    let expected = [
        (true, true, true),
        (false, true, true),
        (false, false, true),
        (false, false, false),
    ];
    assert_eq!(seen, expected);
}

#[test]
fn escape_takes_the_highlight_away_when_nothing_has_the_keyboard() {
    let mut program = small();
    let board = program.board().center() + vec2(0.0, 150.0);
    program.click_at(board);
    // With nothing to take back the board gives the keyboard away; a click in a panel then lights something up.
    program.key(Key::Escape);
    program.settle();
    assert_eq!(program.harness.ctx.memory(egui::Memory::focused), None);
    light_up(&mut program);
    program.key(Key::Escape);
    program.settle();
    assert!(!is_lit(&program));
}

#[test]
fn escape_takes_the_highlight_away_while_the_keyboard_is_in_the_panel_that_lit_it() {
    let mut program = small();
    light_up(&mut program);
    program.harness.get_by_label("Filters").focus();
    program.harness.run_steps(4);
    program.key(Key::Escape);
    program.settle();
    assert!(!is_lit(&program));
}
