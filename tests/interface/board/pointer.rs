//! The board by pointer: add, move, relate, select, look around.

use egui::{Key, Modifiers, PointerButton, vec2};
use netwerkopstelling::desk::Tool;
use netwerkopstelling::model::Point;
use netwerkopstelling::ui::canvas::Hovered;

use super::bench::Board;

const PAIR: &[(&str, f64, f64)] = &[("Alkmaar", -200.0, 0.0), ("Hoorn", 200.0, 100.0)];

#[test]
fn a_double_click_adds_an_actor_there_and_takes_its_name() {
    let mut board = Board::empty();
    let before = board.bytes();
    let spot = board.on_screen(-120.0, 60.0);
    board.double_click(spot);
    assert!(board.is_naming());
    board.type_text("Súdwest-Fryslân");
    board.key(Key::Enter);
    assert!(!board.is_naming());
    let actor = board.actor("Súdwest-Fryslân");
    assert_eq!(actor.pos, Some(Point::new(-120.0, 60.0)));
    assert_eq!(board.steps(), 1);
    board.undo();
    assert_eq!(board.bytes(), before);
}

#[test]
fn a_piece_that_is_carried_past_the_edge_stays_in_sight_as_a_whole() {
    for beyond in [
        vec2(3000.0, 2500.0),
        vec2(-3000.0, -2500.0),
        vec2(3000.0, -2500.0),
        vec2(0.0, 2500.0),
    ] {
        let mut board = Board::with(PAIR);
        let from = board.centre("Hoorn");
        board.drag(from + vec2(9.0, -6.0), from + beyond);
        let (piece, sight) = (board.rect("Hoorn"), board.sight());
        assert!(sight.contains_rect(piece), "{piece:?} in {sight:?}");
        let name = board.name_of("Hoorn").expect("there is room for its name");
        assert!(sight.contains_rect(name), "{name:?} in {sight:?}");
        assert_eq!(board.steps(), 1);
    }
}

#[test]
fn escape_while_naming_leaves_no_trace_of_the_actor() {
    let mut board = Board::with(PAIR);
    let before = board.bytes();
    let spot = board.on_screen(0.0, -150.0);
    board.double_click(spot);
    board.type_text("Vergissing");
    board.key(Key::Escape);
    assert!(!board.is_naming());
    assert_eq!(board.bytes(), before);
    assert_eq!(board.steps(), 0);
}

#[test]
fn an_empty_name_is_no_actor() {
    let mut board = Board::with(PAIR);
    let before = board.bytes();
    let spot = board.on_screen(0.0, -150.0);
    board.double_click(spot);
    assert!(board.is_naming());
    let elsewhere = board.on_screen(0.0, 250.0);
    board.click(elsewhere);
    assert!(!board.is_naming());
    assert_eq!(board.bytes(), before);
}

#[test]
fn a_click_elsewhere_keeps_the_name() {
    let mut board = Board::empty();
    let spot = board.on_screen(0.0, -150.0);
    board.double_click(spot);
    board.type_text("Hoorn");
    let elsewhere = board.on_screen(0.0, 250.0);
    board.click(elsewhere);
    assert!(board.has_actor("Hoorn"));
    assert_eq!(board.steps(), 1);
}

#[test]
fn tab_puts_the_next_actor_beside_it() {
    let mut board = Board::empty();
    let spot = board.on_screen(-300.0, 0.0);
    board.double_click(spot);
    for name in ["Alkmaar", "Hoorn", "UWV"] {
        board.type_text(name);
        board.key(Key::Tab);
    }
    board.key(Key::Escape);
    assert_eq!(board.constellation().actors.len(), 3);
    assert_eq!(board.steps(), 3);
    let places: Vec<Point> = ["Alkmaar", "Hoorn", "UWV"]
        .iter()
        .filter_map(|name| board.actor(name).pos)
        .collect();
    for (at, place) in places.iter().enumerate() {
        assert!(
            places[at + 1..]
                .iter()
                .all(|other| other.distance(*place) >= 90.0)
        );
    }
}

#[test]
fn a_pasted_list_becomes_an_actor_per_line() {
    let mut board = Board::empty();
    let before = board.bytes();
    let spot = board.on_screen(0.0, 0.0);
    board.double_click(spot);
    board.paste("Alkmaar\r\nHoorn\n\n  Den Helder \n");
    assert!(!board.is_naming());
    assert_eq!(board.constellation().actors.len(), 3);
    assert!(board.has_actor("Den Helder"));
    assert_eq!(board.steps(), 1);
    board.undo();
    assert_eq!(board.bytes(), before);
}

#[test]
fn a_double_click_on_a_piece_renames_it() {
    let mut board = Board::with(PAIR);
    let piece = board.centre("Hoorn");
    board.double_click(piece);
    assert!(board.is_naming());
    // The old name is selected: typing replaces it.
    board.type_text("Medemblik");
    board.key(Key::Enter);
    assert!(board.has_actor("Medemblik") && !board.has_actor("Hoorn"));
    assert_eq!(board.steps(), 1);
}

#[test]
fn a_click_selects_shift_extends_and_the_empty_board_clears() {
    let mut board = Board::with(PAIR);
    let (one, other) = (board.centre("Alkmaar"), board.centre("Hoorn"));
    board.click(one);
    assert_eq!(board.selected_names(), ["Alkmaar"]);
    assert!(board.is_selected("Alkmaar") && !board.is_selected("Hoorn"));
    board.click_with(other, PointerButton::Primary, Modifiers::SHIFT);
    assert_eq!(board.selected_names(), ["Alkmaar", "Hoorn"]);
    board.click_with(one, PointerButton::Primary, Modifiers::COMMAND);
    assert_eq!(board.selected_names(), ["Hoorn"]);
    let empty = board.on_screen(0.0, -250.0);
    board.click(empty);
    assert!(board.selection().is_empty());
}

#[test]
fn a_drag_moves_the_piece_as_one_step() {
    let mut board = Board::with(PAIR);
    let before = board.bytes();
    let from = board.centre("Alkmaar");
    board.drag(from, from + vec2(37.0, -123.0));
    assert_eq!(board.actor("Alkmaar").pos, Some(Point::new(-163.0, -123.0)));
    assert_eq!(board.steps(), 1);
    board.undo();
    assert_eq!(board.bytes(), before);
}

#[test]
fn a_drag_of_a_selected_piece_takes_the_selection_along() {
    let mut board = Board::with(&[("A", -200.0, 0.0), ("B", 0.0, 90.0), ("C", 250.0, 200.0)]);
    let (a, b) = (board.centre("A"), board.centre("B"));
    board.click(a);
    board.click_with(b, PointerButton::Primary, Modifiers::SHIFT);
    board.drag(b, b + vec2(31.0, 57.0));
    assert_eq!(board.actor("A").pos, Some(Point::new(-169.0, 57.0)));
    assert_eq!(board.actor("B").pos, Some(Point::new(31.0, 147.0)));
    assert_eq!(board.actor("C").pos, Some(Point::new(250.0, 200.0)));
    assert_eq!(board.selected_names(), ["A", "B"]);
    assert_eq!(board.steps(), 1);
}

#[test]
fn escape_takes_a_drag_back() {
    let mut board = Board::with(PAIR);
    let before = board.bytes();
    let from = board.centre("Alkmaar");
    board.press(from);
    board.move_to(from + vec2(80.0, 80.0));
    assert_ne!(board.bytes(), before);
    board.key(Key::Escape);
    assert_eq!(board.bytes(), before);
    board.move_to(from + vec2(120.0, 80.0));
    board.release(from + vec2(120.0, 80.0));
    assert_eq!(board.bytes(), before);
    assert_eq!(board.steps(), 0);
}

#[test]
fn a_piece_snaps_to_its_neighbours_line_unless_ctrl_is_held() {
    let mut board = Board::with(PAIR);
    let from = board.centre("Alkmaar");
    board.press(from);
    board.move_to(from + vec2(10.0, 97.0));
    assert_eq!(board.harness.state().canvas.overlay.guides.len(), 1);
    board.release(from + vec2(10.0, 97.0));
    assert_eq!(board.actor("Alkmaar").pos, Some(Point::new(-190.0, 100.0)));
    let from = board.centre("Alkmaar");
    let ctrl = Modifiers::COMMAND | Modifiers::CTRL;
    board.drag_with(from, from + vec2(0.0, 4.0), PointerButton::Primary, ctrl);
    board.drag_with(from, from + vec2(30.0, 3.0), PointerButton::Primary, ctrl);
    assert_eq!(board.actor("Alkmaar").pos, Some(Point::new(-160.0, 103.0)));
}

#[test]
fn a_drag_from_the_rim_to_a_piece_relates_with_the_active_kind() {
    let mut board = Board::with(PAIR);
    let before = board.bytes();
    let (rim, target) = (board.rim("Alkmaar"), board.centre("Hoorn"));
    board.move_to(rim);
    assert!(matches!(board.harness.state().canvas.hovered, Hovered::Rim(_)));
    board.drag(rim, target);
    assert_eq!(board.pairs(), ["Alkmaar > Hoorn"]);
    assert_eq!(board.relations()[0].kind.as_str(), "samenwerking");
    assert_eq!(board.actor("Alkmaar").pos, Some(Point::new(-200.0, 0.0)));
    board.undo();
    assert_eq!(board.bytes(), before);
}

#[test]
fn a_relation_dropped_on_the_empty_board_brings_its_actor() {
    let mut board = Board::with(PAIR);
    let before = board.bytes();
    let rim = board.rim("Alkmaar");
    let empty = board.on_screen(-50.0, -200.0);
    board.drag(rim, empty);
    assert!(board.is_naming());
    board.type_text("UWV");
    board.key(Key::Enter);
    assert_eq!(board.pairs(), ["Alkmaar > UWV"]);
    assert_eq!(board.steps(), 1);
    board.undo();
    assert_eq!(board.bytes(), before);
}

#[test]
fn escape_takes_back_a_relation_with_its_new_actor() {
    let mut board = Board::with(PAIR);
    let before = board.bytes();
    let rim = board.rim("Alkmaar");
    let empty = board.on_screen(-50.0, -200.0);
    board.drag(rim, empty);
    board.key(Key::Escape);
    assert_eq!(board.bytes(), before);
}

#[test]
fn a_relation_dropped_on_its_own_piece_is_a_loop_only_with_shift() {
    let mut board = Board::with(PAIR);
    let (rim, centre) = (board.rim("Alkmaar"), board.centre("Alkmaar"));
    board.drag(rim, centre);
    assert!(board.relations().is_empty());
    board.drag_with(rim, centre, PointerButton::Primary, Modifiers::SHIFT);
    assert_eq!(board.pairs(), ["Alkmaar > Alkmaar"]);
}

#[test]
fn the_relate_tool_works_click_by_click_and_shift_keeps_the_first() {
    let mut board = Board::with(&[("A", -200.0, 0.0), ("B", 0.0, 90.0), ("C", 250.0, 200.0)]);
    board.harness.state_mut().desk.tool = Tool::Relate;
    let [a, b, c] = ["A", "B", "C"].map(|name| board.centre(name));
    board.click(a);
    board.click_with(b, PointerButton::Primary, Modifiers::SHIFT);
    board.click(c);
    assert_eq!(board.pairs(), ["A > B", "A > C"]);
    board.click(b);
    board.click(c);
    assert_eq!(board.pairs(), ["A > B", "A > C", "B > C"]);
}

#[test]
fn a_box_selects_the_pieces_in_it_and_shift_adds() {
    let mut board = Board::with(&[("A", -200.0, 0.0), ("B", 0.0, 90.0), ("C", 250.0, 200.0)]);
    let (from, to) = (board.on_screen(-300.0, -100.0), board.on_screen(60.0, 150.0));
    board.drag(from, to);
    assert_eq!(board.selected_names(), ["A", "B"]);
    let (from, to) = (board.on_screen(180.0, 130.0), board.on_screen(330.0, 280.0));
    board.drag_with(from, to, PointerButton::Primary, Modifiers::SHIFT);
    assert_eq!(board.selected_names(), ["A", "B", "C"]);
}

#[test]
fn escape_takes_a_box_back_to_the_old_selection() {
    let mut board = Board::with(PAIR);
    let piece = board.centre("Hoorn");
    board.click(piece);
    let from = board.on_screen(-300.0, -100.0);
    board.press(from);
    let to = board.on_screen(-100.0, 100.0);
    board.move_to(to);
    assert_eq!(board.selected_names(), ["Alkmaar"]);
    board.key(Key::Escape);
    assert_eq!(board.selected_names(), ["Hoorn"]);
}

#[test]
fn a_lasso_selects_what_it_goes_around() {
    let mut board = Board::with(&[("A", -100.0, 0.0), ("B", 0.0, 0.0), ("C", 100.0, 0.0)]);
    let ctrl = Modifiers::COMMAND | Modifiers::CTRL;
    // Around A and C, passing below B.
    let way = [
        (-160.0, -60.0),
        (-60.0, -60.0),
        (-50.0, 60.0),
        (50.0, 60.0),
        (60.0, -60.0),
        (160.0, -60.0),
        (160.0, 120.0),
        (-160.0, 120.0),
    ];
    let way = way.map(|(x, y)| board.on_screen(x, y));
    board.press_with(way[0], PointerButton::Primary, ctrl);
    for spot in way {
        board.move_to(spot);
    }
    board.release_with(way[7], PointerButton::Primary, ctrl);
    assert_eq!(board.selected_names(), ["A", "C"]);
}

#[test]
fn a_click_on_a_line_selects_the_relation_and_delete_removes_it() {
    let mut board = Board::with(PAIR);
    let (rim, target) = (board.rim("Alkmaar"), board.centre("Hoorn"));
    board.drag(rim, target);
    let empty = board.on_screen(0.0, -250.0);
    board.click(empty);
    let line = board.centre("Alkmaar – Hoorn");
    board.click(line + vec2(0.0, 3.0));
    assert_eq!(board.selection().relations.len(), 1);
    board.key(Key::Delete);
    assert!(board.relations().is_empty());
}

#[test]
fn middle_and_right_and_space_drags_move_the_view() {
    let mut board = Board::with(PAIR);
    let start = board.on_screen(0.0, -200.0);
    let delta = vec2(60.0, 25.0);
    for button in [PointerButton::Middle, PointerButton::Secondary] {
        let before = board.on_screen(0.0, 0.0);
        board.drag_with(start, start + delta, button, Modifiers::NONE);
        assert_eq!(board.on_screen(0.0, 0.0) - before, delta, "{button:?}");
    }
    let before = board.on_screen(0.0, 0.0);
    board.harness.key_down(Key::Space);
    board.drag(start, start + delta);
    board.harness.key_up(Key::Space);
    board.settle();
    assert_eq!(board.on_screen(0.0, 0.0) - before, delta);
    assert_eq!(board.steps(), 0);
}

fn wheel(board: &mut Board, unit: egui::MouseWheelUnit, delta: egui::Vec2) {
    board.harness.event(egui::Event::MouseWheel {
        unit,
        delta,
        modifiers: Modifiers::NONE,
        phase: egui::TouchPhase::Move,
    });
    board.settle();
    board.harness.run_steps(40);
}

#[test]
fn a_mouse_wheel_zooms_at_the_pointer() {
    let mut board = Board::with(PAIR);
    let pointer = board.centre("Hoorn");
    board.move_to(pointer);
    wheel(&mut board, egui::MouseWheelUnit::Line, vec2(0.0, 2.0));
    assert!(board.harness.state().session.lens.camera.zoom > 1.2);
    assert!((board.centre("Hoorn") - pointer).length() < 2.0);
}

#[test]
fn two_fingers_on_a_touchpad_move_the_board() {
    let mut board = Board::with(PAIR);
    let pointer = board.centre("Hoorn");
    board.move_to(pointer);
    wheel(&mut board, egui::MouseWheelUnit::Point, vec2(6.0, -4.0));
    assert_eq!(board.harness.state().session.lens.camera.zoom, 1.0);
    assert!((board.centre("Hoorn") - pointer - vec2(6.0, -4.0)).length() < 1.0);
}

#[test]
fn a_pinch_zooms_at_the_pointer() {
    let mut board = Board::with(PAIR);
    let pointer = board.centre("Hoorn");
    board.move_to(pointer);
    board.harness.event(egui::Event::Zoom(1.5));
    board.settle();
    assert!((board.harness.state().session.lens.camera.zoom - 1.5).abs() < 0.01);
    assert!((board.centre("Hoorn") - pointer).length() < 2.0);
}

/// What a touch screen sends, with the pointer that goes along with the first finger.
fn touch(board: &mut Board, phase: egui::TouchPhase, pos: egui::Pos2) {
    board.harness.event(egui::Event::Touch {
        device_id: egui::TouchDeviceId(1),
        id: egui::TouchId(1),
        phase,
        pos,
        force: None,
    });
    let button = |pressed| egui::Event::PointerButton {
        pos,
        button: egui::PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    board.harness.event(egui::Event::PointerMoved(pos));
    match phase {
        egui::TouchPhase::Start => board.harness.event(button(true)),
        egui::TouchPhase::End => board.harness.event(button(false)),
        _ => {}
    }
    board.harness.run_steps(2);
}

#[test]
fn a_finger_on_the_open_board_pulls_it_along_and_changes_nothing() {
    let mut board = Board::with(PAIR);
    let (before, from) = (board.on_screen(0.0, 0.0), board.on_screen(0.0, 180.0));
    let delta = vec2(40.0, -25.0);
    touch(&mut board, egui::TouchPhase::Start, from);
    touch(&mut board, egui::TouchPhase::Move, from + delta / 2.0);
    touch(&mut board, egui::TouchPhase::Move, from + delta);
    touch(&mut board, egui::TouchPhase::End, from + delta);
    board.settle();
    assert!((board.on_screen(0.0, 0.0) - before - delta).length() < 1.0);
    assert_eq!(board.steps(), 0);
}

#[test]
fn looking_around_changes_nothing() {
    let mut board = Board::with(PAIR);
    let revision = board.harness.state().session.document.revision();
    for (x, y) in [(0.0, 0.0), (-200.0, 0.0), (200.0, 100.0), (0.0, 50.0)] {
        let spot = board.on_screen(x, y);
        board.move_to(spot);
    }
    board.harness.run_steps(100);
    assert_eq!(board.harness.state().session.document.revision(), revision);
    assert_eq!(board.harness.state().canvas.hand.hit_builds(), 1);
}
