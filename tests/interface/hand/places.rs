//! A piece cannot be carried out of reach, and a new one never lands on another.

use egui::{Event, Key, Modifiers, PointerButton, Pos2, Rect, vec2};
use netwerkopstelling::command::{Command, Edit, Intent};
use netwerkopstelling::model::Point;

use super::bench::{actor, click, clipboard, constellation, key, name_in_list, village};
use crate::program::Program;

#[test]
fn a_piece_cannot_be_carried_out_of_sight() {
    let mut program = village();
    let from = program.piece("Hoorn").center();
    let window = Rect::from_min_size(Pos2::ZERO, vec2(1300.0, 850.0));
    let goals = [
        window.right_bottom() + vec2(400.0, 300.0),
        window.left_center() - vec2(500.0, 0.0),
        window.right_center() - vec2(20.0, 0.0),
    ];
    let mut at = from;
    for goal in goals {
        program.drag(at, goal);
        at = program.piece("Hoorn").center();
        assert!(program.board().contains(at), "{at:?}");
    }
}

#[test]
fn arrows_stop_at_the_edge_of_the_board_and_keep_the_piece_in_sight() {
    let mut program = village();
    click(&mut program, "Hoorn");
    for _ in 0..220 {
        program
            .harness
            .key_press_modifiers(Modifiers::NONE, Key::ArrowRight);
        program.harness.step();
    }
    program.settle();
    let pos = actor(&program, "Hoorn").pos.expect("on the board");
    let half = constellation(&program).board.width / 2.0;
    assert!((half..half + 250.0).contains(&pos.x), "{pos:?}");
    assert!(program.board().contains(program.piece("Hoorn").center()));
}

/// The least distance between two pieces.
fn least_distance(program: &Program) -> f64 {
    let actors = constellation(program).actors.values();
    let places: Vec<Point> = actors.filter_map(|actor| actor.pos).collect();
    let pairs = places
        .iter()
        .enumerate()
        .flat_map(|(at, one)| places[..at].iter().map(|other| one.distance(*other)));
    pairs.fold(f64::INFINITY, f64::min)
}

#[test]
fn a_new_piece_never_lands_on_another() {
    let mut program = village();
    let least = least_distance(&program).min(90.0);
    // Beside the piece, so that the double click is not on it.
    let beside = program.piece("Alkmaar");
    program.add(beside.left_top() - vec2(6.0, 6.0), "Bergen");
    assert!(least_distance(&program) >= least, "double click");
    for _ in 0..3 {
        program.harness.event(Event::PointerMoved(beside.center()));
        program.settle();
        key(&mut program, Key::A);
        program.harness.event(Event::Text("Nieuw".to_owned()));
        program.settle();
        key(&mut program, Key::Enter);
        assert!(least_distance(&program) >= least, "A");
    }
    click(&mut program, "Alkmaar");
    for _ in 0..3 {
        program.send(Intent::Run(Command::Duplicate));
        program.settle();
        assert!(least_distance(&program) >= least, "duplicate");
    }
    click(&mut program, "Hoorn");
    program.harness.event(Event::Copy);
    program.settle();
    let copied = clipboard(&program);
    for _ in 0..3 {
        program.harness.event(Event::Paste(copied.clone()));
        program.settle();
        assert!(least_distance(&program) >= least, "paste");
    }
    assert_eq!(program.counts().0, 13);
    // Dropped from the list right upon a piece.
    name_in_list(&mut program, "Zaanstad");
    let id = actor(&program, "Zaanstad").id;
    let upon = actor(&program, "Hoorn").pos;
    program.send(Edit::Place(vec![(id, upon)]));
    program.settle();
    assert!(least_distance(&program) >= least, "from the list");
}

#[test]
fn a_press_of_another_button_is_no_way_out_of_reach() {
    let mut program = village();
    let from = program.piece("Hoorn").center();
    program.buttons(from, &[true]);
    program
        .harness
        .event(Event::PointerMoved(from + vec2(4000.0, 4000.0)));
    program.settle();
    program.harness.event(Event::PointerButton {
        pos: from + vec2(4000.0, 4000.0),
        button: PointerButton::Primary,
        pressed: false,
        modifiers: Modifiers::NONE,
    });
    program.settle();
    assert!(program.board().contains(program.piece("Hoorn").center()));
}
