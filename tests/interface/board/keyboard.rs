//! The board by keyboard alone.

use egui::{Key, Modifiers};
use netwerkopstelling::model::Point;

use super::bench::Board;

const ROW: &[(&str, f64, f64)] = &[
    ("A", -200.0, 0.0),
    ("B", 0.0, 10.0),
    ("C", 200.0, -10.0),
    ("D", 0.0, 200.0),
];

#[test]
fn a_session_without_a_pointer_builds_actors_and_relations() {
    let mut board = Board::empty();
    for name in ["Alkmaar", "Hoorn", "UWV"] {
        board.key(Key::A);
        board.type_text(name);
        board.key(Key::Enter);
    }
    assert_eq!(board.constellation().actors.len(), 3);
    // Nothing selected, then to the first and the second actor in reading order.
    board.key(Key::Escape);
    board.key(Key::Tab);
    let first = board.selected_names();
    board.key(Key::R);
    board.key(Key::Enter);
    assert_eq!(board.relations().len(), 1);
    board.key(Key::Num4);
    assert_eq!(board.relations()[0].weight, 4.0);
    board.key(Key::Escape);
    assert_eq!(
        board.selected_names(),
        first,
        "Esc on a walked relation goes back to its actor"
    );
    board.key(Key::R);
    board.key(Key::Tab);
    board.key(Key::Enter);
    assert_eq!(board.relations().len(), 2);
    assert_ne!(board.relations()[0].target, board.relations()[1].target);
    assert_eq!(board.steps(), 6);
}

#[test]
fn tab_walks_as_people_read_and_then_leaves_the_board() {
    let mut board = Board::with(ROW);
    for name in ["A", "B", "C", "D"] {
        board.key(Key::Tab);
        assert_eq!(board.selected_names(), [name]);
    }
    board.key_with(Modifiers::SHIFT, Key::Tab);
    assert_eq!(board.selected_names(), ["C"]);
    board.key(Key::Tab);
    board.key(Key::Tab);
    board.key(Key::ArrowRight);
    assert_eq!(
        board.actor("D").pos,
        Some(Point::new(0.0, 200.0)),
        "the keyboard has left the board"
    );
}

#[test]
fn arrows_move_the_piece_and_a_burst_is_one_step() {
    let mut board = Board::with(ROW);
    let before = board.bytes();
    board.key(Key::Tab);
    for _ in 0..3 {
        board.key(Key::ArrowRight);
    }
    board.key_with(Modifiers::SHIFT, Key::ArrowDown);
    assert_eq!(board.actor("A").pos, Some(Point::new(-170.0, 1.0)));
    board.harness.run_steps(120);
    assert_eq!(board.steps(), 1);
    board.key(Key::ArrowUp);
    board.harness.run_steps(120);
    assert_eq!(board.steps(), 2);
    board.undo();
    board.undo();
    assert_eq!(board.bytes(), before);
}

#[test]
fn several_presses_within_one_slow_frame_all_count() {
    let mut board = Board::with(ROW);
    board.key(Key::Tab);
    for _ in 0..3 {
        board.harness.input_mut().events.push(egui::Event::Key {
            key: Key::ArrowLeft,
            physical_key: None,
            pressed: true,
            repeat: true,
            modifiers: Modifiers::NONE,
        });
    }
    board.settle();
    assert_eq!(board.actor("A").pos, Some(Point::new(-230.0, 0.0)));
}

#[test]
fn a_relation_goes_to_the_nearest_piece_in_the_direction_of_the_arrow() {
    let mut board = Board::with(ROW);
    board.key(Key::Tab);
    board.key(Key::R);
    board.key(Key::ArrowRight);
    board.key(Key::ArrowRight);
    board.key(Key::Enter);
    assert_eq!(board.pairs(), ["A > C"]);
}

#[test]
fn escape_leaves_a_relation_undrawn() {
    let mut board = Board::with(ROW);
    board.key(Key::Tab);
    board.key(Key::R);
    board.key(Key::Escape);
    board.key(Key::Enter);
    assert!(board.relations().is_empty());
    assert!(board.is_naming(), "Enter is about the name again");
}

#[test]
fn l_walks_the_relations_of_an_actor() {
    let mut board = Board::with(ROW);
    board.key(Key::Tab);
    for arrow in [Key::ArrowRight, Key::ArrowDown] {
        board.key(Key::R);
        board.key(arrow);
        board.key(Key::Enter);
        board.key(Key::Escape);
    }
    let ids: Vec<_> = board.relations().iter().map(|one| one.id).collect();
    assert_eq!(ids.len(), 2);
    for id in [ids[0], ids[1], ids[0]] {
        board.key(Key::L);
        assert_eq!(board.selection().single_relation(), Some(id));
    }
}

#[test]
fn digits_build_the_tower_of_an_actor_and_plus_adds_a_disc() {
    let mut board = Board::with(ROW);
    board.key(Key::Tab);
    board.key(Key::Num3);
    board.key(Key::Plus);
    assert_eq!(board.actor("A").influence, Some(4));
    board.key(Key::Minus);
    assert_eq!(board.actor("A").influence, Some(3));
}

#[test]
fn delete_removes_what_is_selected_and_f2_renames() {
    let mut board = Board::with(ROW);
    board.key(Key::Tab);
    board.key(Key::Delete);
    assert!(!board.has_actor("A"));
    board.key(Key::Tab);
    board.key(Key::F2);
    board.type_text("Castricum");
    board.key(Key::Enter);
    assert!(board.has_actor("Castricum") && !board.has_actor("B"));
}

#[test]
fn letters_in_a_name_are_no_commands() {
    let mut board = Board::with(ROW);
    board.key(Key::A);
    for (key, text) in [(Key::R, "r"), (Key::A, "a"), (Key::Num1, "1"), (Key::Delete, "")] {
        board.harness.key_press(key);
        board.type_text(text);
    }
    board.key(Key::Enter);
    assert!(board.has_actor("ra1"));
    assert_eq!(board.constellation().actors.len(), 5);
}
