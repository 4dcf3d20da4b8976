//! Every field, list and window keeps its keys for itself: none of them reaches the board.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, vec2};
use egui_kittest::kittest::{AccessKitNode, NodeT, Queryable};
use netwerkopstelling::command::{Command, DeskChange, Edit, Intent, Look};
use netwerkopstelling::desk::{LeftTab, RightTab, TableTab};
use netwerkopstelling::edit::Selection;
use netwerkopstelling::edit::operations::NewActor;
use netwerkopstelling::model::Point;

use crate::program::{Program, every_dialog, stroke, typed};

/// Two municipalities with a relation, one name in the tray; Alkmaar is selected.
pub(super) fn small() -> Program {
    let mut program = Program::with_new_board();
    let new = |label: &str, pos| NewActor {
        label: label.to_owned(),
        kind: Some("gemeente".into()),
        pos,
    };
    program.send(Edit::AddActors(vec![
        new("Alkmaar", Some(Point::new(-120.0, 0.0))),
        new("Hoorn", Some(Point::new(120.0, 40.0))),
        new("UWV", None),
    ]));
    program.settle();
    let ids = ids(&program);
    program.send(Edit::AddRelation {
        source: ids[0],
        target: ids[1],
    });
    program.send(Look::Select(Selection::of_actor(ids[0])));
    program.settle();
    program
}

pub(super) fn ids(program: &Program) -> Vec<netwerkopstelling::model::ActorId> {
    let document = program.harness.state().document();
    document.constellation().actors.keys().copied().collect()
}

/// What can have the keyboard and is no piece or relation on the board.
fn is_control(node: &AccessKitNode<'_>) -> bool {
    let has_keys = matches!(
        node.role(),
        Role::TextInput
            | Role::MultilineTextInput
            | Role::SpinButton
            | Role::Slider
            | Role::ComboBox
            | Role::CheckBox
            | Role::RadioButton
            | Role::Button
    );
    let label = node.label().unwrap_or_default();
    has_keys && !node.is_disabled() && !["Alkmaar", "Hoorn"].iter().any(|name| label.starts_with(name))
}

fn controls(program: &Program) -> Vec<(Role, String)> {
    let nodes = program.harness.query_all_by(is_control);
    nodes
        .map(|node| {
            let node = node.accesskit_node();
            (node.role(), node.label().unwrap_or_default())
        })
        .collect()
}

/// Gives every control that is there the keyboard and presses the keys that mean something on the board.
fn walk(what: &str, program: &mut Program, opened: impl Fn(&mut Program)) {
    let mut at = 0;
    let mut visited = 0;
    loop {
        opened(program);
        program.harness.run_steps(5);
        let controls = controls(program);
        let Some((role, label)) = controls.get(at) else {
            break;
        };
        at += 1;
        program
            .harness
            .query_all_by(is_control)
            .nth(at - 1)
            .expect("it is still there")
            .focus();
        program.harness.run_steps(4);
        let before = program.untouched();
        let mut events = typed("aromkv5");
        for key in [Key::Plus, Key::Backspace, Key::Delete, Key::F2] {
            events.extend(stroke(Modifiers::NONE, key));
        }
        program.at_once(events);
        let here = format!("{what}: {role:?} '{label}'");
        assert_eq!(program.untouched(), before, "letters in {here}");
        assert_eq!(program.harness.state().desk().renaming, None, "letters in {here}");
        program.key(Key::Escape);
        assert_eq!(program.untouched(), before, "Esc in {here}");
        visited += 1;
    }
    assert!(visited > 0, "{what} has something that takes keys");
}

#[test]
fn no_window_lets_a_key_through_to_the_board() {
    let mut program = small();
    for dialog in every_dialog() {
        // The window at once, without looking for a control: the keys go to what it chose.
        program.send(DeskChange::Open(dialog.clone()));
        program.harness.run_steps(8);
        let before = program.untouched();
        program.at_once(typed("aromkv5"));
        assert_eq!(program.untouched(), before, "{dialog:?}");
        assert_eq!(program.harness.state().desk().renaming, None, "{dialog:?}");
        program.key(Key::Delete);
        program.key(Key::ArrowRight);
        for _ in 0..8 {
            program.key(Key::Tab);
            program.at_once(typed("a5"));
            program.key(Key::ArrowRight);
            let document = program.harness.state().document();
            assert_eq!(document.constellation().actors.len(), 3, "{dialog:?}");
            assert_eq!(document.selection(), &before.1, "{dialog:?}");
        }
        program.key(Key::Escape);
        assert_eq!(
            program.harness.state().desk().dialog,
            None,
            "Esc closes {dialog:?}"
        );
    }
    let places: Vec<_> = program
        .harness
        .state()
        .document()
        .constellation()
        .actors
        .values()
        .map(|one| one.pos)
        .collect();
    assert_eq!(places[0], Some(Point::new(-120.0, 0.0)));
}

#[test]
fn no_control_of_a_panel_lets_a_letter_through_to_the_board() {
    let mut program = small();
    walk("list and selection", &mut program, |program| {
        program.send(DeskChange::OpenLeft(LeftTab::Tray));
        program.send(DeskChange::OpenRight(RightTab::Selection));
    });
}

#[test]
fn no_control_of_filters_and_candidates_lets_a_letter_through() {
    let mut program = small();
    walk("filters and bridge builders", &mut program, |program| {
        program.send(DeskChange::OpenLeft(LeftTab::Filters));
        program.send(Look::Filter(Box::default()));
        program.send(DeskChange::OpenRight(RightTab::Spanners));
    });
}

#[test]
fn no_control_of_the_table_lets_a_letter_through() {
    let mut program = small();
    walk("table", &mut program, |program| {
        program.send(DeskChange::CloseLeft);
        program.send(DeskChange::CloseRight);
        program.send(DeskChange::OpenTable(TableTab::Actors));
    });
}

#[test]
fn enter_after_a_number_stores_it_and_neither_it_nor_the_next_key_reaches_the_board() {
    let mut program = small();
    program
        .harness
        .get_by_role_and_label(Role::SpinButton, "Invloed")
        .focus();
    program.harness.run_steps(4);
    program.key_with(Modifiers::COMMAND, Key::A);
    program.letters("7");
    program.key(Key::Enter);
    let influence = |program: &Program| {
        let document = program.harness.state().document();
        document
            .constellation()
            .actors
            .values()
            .next()
            .and_then(|one| one.influence)
    };
    assert_eq!(influence(&program), Some(7));
    program.letters("3");
    program.key(Key::Enter);
    assert_eq!(influence(&program), Some(3), "the next number, and not 73");
    assert_eq!(program.harness.state().desk().renaming, None);
    assert_eq!(program.names(), ["Alkmaar", "Hoorn", "UWV"]);
}

#[test]
fn enter_in_a_search_field_leaves_the_next_letter_to_it() {
    let mut program = small();
    program.harness.get_by_label("Zoek een actor").focus();
    program.harness.run_steps(4);
    program.letters("uw");
    program.key(Key::Enter);
    program.letters("va");
    assert_eq!(program.text_in("Zoek een actor"), "uwva");
    assert_eq!(program.counts().0, 3);
    assert_eq!(program.harness.state().desk().renaming, None);
}

#[test]
fn an_open_list_keeps_letters_and_closes_with_escape_alone() {
    let mut program = small();
    let board = program.board().center() + vec2(0.0, 150.0);
    program.click_at(board);
    let ids = ids(&program);
    program.send(Look::Select(Selection::of_actor(ids[0])));
    program.settle();
    program.click_on("Soort van de volgende actor");
    let before = program.untouched();
    program.at_once(typed("aromkv5"));
    program.key(Key::Delete);
    assert_eq!(program.untouched(), before);
    program.key(Key::Escape);
    assert_eq!(
        program.untouched(),
        before,
        "the selection stays when Esc closes the list"
    );
    program.key(Key::Num4);
    let document = program.harness.state().document();
    let first = document.constellation().actors.values().next();
    assert_eq!(
        first.and_then(|one| one.influence),
        Some(4),
        "then the keys are the board's again"
    );
}

#[test]
fn cut_and_duplicate_in_a_window_leave_the_board_alone() {
    let mut program = small();
    program.send(Intent::Run(Command::Settings));
    program.settle();
    let before = program.untouched();
    program.at_once(vec![Event::Cut]);
    program.key_with(Modifiers::COMMAND, Key::D);
    program.key_with(Modifiers::COMMAND, Key::A);
    assert_eq!(program.untouched(), before);
}

#[test]
fn arrows_after_finding_move_the_found_piece_and_change_no_control_they_pass() {
    let mut program = small();
    program
        .harness
        .get_by_role_and_label(Role::SpinButton, "Invloed")
        .focus();
    program.harness.run_steps(4);
    let place = |program: &Program, at: usize| {
        let document = program.harness.state().document();
        document
            .constellation()
            .actors
            .values()
            .nth(at)
            .and_then(|one| one.pos)
    };
    let (alkmaar, hoorn) = (place(&program, 0), place(&program, 1));
    let weight = program.harness.state().desk().active_weight;
    program.key_with(Modifiers::COMMAND, Key::F);
    program.letters("hoo");
    program.key(Key::Enter);
    for key in [Key::ArrowRight, Key::ArrowRight, Key::ArrowUp, Key::ArrowUp] {
        program.key(key);
    }
    program.settle();
    assert_eq!(place(&program, 1), hoorn.map(|pos| pos.offset(20.0, -20.0)));
    assert_eq!(place(&program, 0), alkmaar);
    let desk = program.harness.state().desk();
    assert_eq!(desk.active_weight, weight);
    let document = program.harness.state().document();
    assert!(
        document
            .constellation()
            .actors
            .values()
            .all(|one| one.influence.is_none())
    );
}

#[test]
fn enter_pressed_twice_in_the_search_finds_and_does_not_rename() {
    let mut program = small();
    let name = program.names()[0].clone();
    for key in [Key::Enter, Key::F2] {
        program.key_with(Modifiers::COMMAND, Key::F);
        program.settle();
        program.letters(&name);
        program.at_once([stroke(Modifiers::NONE, Key::Enter), stroke(Modifiers::NONE, key)].concat());
        program.settle();
        assert_eq!(program.harness.state().desk().dialog, None);
        let selected = program.harness.state().document().selection().single_actor();
        assert_eq!(selected, Some(ids(&program)[0]));
        let is_renaming = program.harness.state().desk().renaming.is_some();
        assert_eq!(is_renaming, key == Key::F2, "{key:?}");
        if key == Key::Enter {
            // Who wants to rename presses it once more.
            program.key(Key::Enter);
            assert!(program.harness.state().desk().renaming.is_some());
            program.key(Key::Escape);
        }
    }
}

#[test]
fn arrows_do_not_wander_from_control_to_control() {
    let mut program = small();
    program.send(DeskChange::OpenRight(RightTab::Spanners));
    program.harness.run_steps(2);
    program.harness.run_steps(6);
    let before = (
        program.harness.state().desk().active_weight,
        program.harness.state().lens().clone(),
    );
    let nodes = program.harness.query_all_by(is_control).count();
    program
        .harness
        .query_all_by(is_control)
        .nth(nodes / 3)
        .expect("some")
        .focus();
    program.harness.run_steps(3);
    for key in [Key::ArrowDown, Key::ArrowRight, Key::ArrowDown, Key::ArrowLeft].repeat(4) {
        program.key(key);
    }
    let app = program.harness.state();
    assert_eq!((app.desk().active_weight, app.lens().clone()), before);
}

#[test]
fn k_on_a_selected_relation_changes_it_and_not_what_is_drawn_next() {
    let mut program = small();
    let kinds: Vec<_> = {
        let constellation = program.harness.state().document().constellation();
        constellation
            .vocabulary
            .relation_kinds
            .iter()
            .map(|kind| kind.id.clone())
            .collect()
    };
    let active = program.harness.state().desk().active_relation_kind.clone();
    let relation = |program: &Program| {
        let constellation = program.harness.state().document().constellation();
        constellation
            .relations
            .values()
            .next()
            .map(|one| (one.id, one.kind.clone()))
            .expect("one")
    };
    let (id, first) = relation(&program);
    program.click_at(program.board().center() + vec2(0.0, 150.0));
    program.send(Look::Select(Selection::of_relation(id)));
    program.settle();
    program.key(Key::K);
    program.key(Key::K);
    let at = kinds.iter().position(|kind| *kind == first).expect("known");
    assert_eq!(relation(&program).1, kinds[(at + 2) % kinds.len()]);
    assert_eq!(program.harness.state().desk().active_relation_kind, active);
    program.key(Key::Escape);
    program.key(Key::K);
    assert_ne!(program.harness.state().desk().active_relation_kind, active);
    assert_eq!(
        relation(&program).1,
        kinds[(at + 2) % kinds.len()],
        "without a selection only what comes"
    );
}
