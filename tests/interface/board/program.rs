//! The board in the whole program: what the hand asks for is carried out there.

use egui::{Event, Key, Modifiers, vec2};

use crate::program::Program;

#[test]
fn two_actors_and_a_relation_are_three_steps_and_undo_takes_back_one() {
    let mut program = Program::with_new_board();
    let middle = program.board().center();
    program.add(middle - vec2(150.0, 40.0), "Alkmaar");
    program.add(middle + vec2(120.0, 60.0), "Hoorn");
    assert_eq!(program.counts(), (2, 0, 2));
    let (from, to) = (program.piece("Alkmaar"), program.piece("Hoorn").center());
    program.drag(egui::pos2(from.right() - 2.0, from.center().y), to);
    assert_eq!(program.counts(), (2, 1, 3));
    program.harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    program.settle();
    assert_eq!(program.counts(), (2, 0, 2));
}

#[test]
fn keys_reach_the_board_after_a_click_on_a_piece() {
    let mut program = Program::with_new_board();
    let middle = program.board().center();
    program.add(middle - vec2(150.0, 40.0), "Alkmaar");
    program.add(middle + vec2(120.0, 60.0), "Hoorn");
    let piece = program.piece("Alkmaar").center();
    program.buttons(piece, &[true, false]);
    program.settle();
    program.harness.key_press(Key::R);
    program.settle();
    program.harness.key_press(Key::Enter);
    program.settle();
    assert_eq!(program.counts(), (2, 1, 3));
    program.harness.key_press(Key::Num5);
    program.settle();
    let document = program.harness.state().document();
    let weights: Vec<f64> = document
        .constellation()
        .relations
        .values()
        .map(|one| one.weight)
        .collect();
    assert_eq!(weights, [5.0]);
    program.harness.key_press(Key::Delete);
    program.settle();
    assert_eq!(program.counts().1, 0);
}

#[test]
fn escape_takes_a_drag_back_in_the_program_too() {
    let mut program = Program::with_new_board();
    let middle = program.board().center();
    program.add(middle, "Alkmaar");
    let before = program.piece("Alkmaar").center();
    program.buttons(before, &[true]);
    program
        .harness
        .event(Event::PointerMoved(before + vec2(90.0, 40.0)));
    program.settle();
    assert_ne!(program.piece("Alkmaar").center(), before);
    program.harness.key_press(Key::Escape);
    program.settle();
    assert_eq!(program.piece("Alkmaar").center(), before);
    assert_eq!(program.counts(), (1, 0, 1));
}

#[test]
fn a_drag_builds_no_scene_and_idle_frames_do_nothing() {
    let mut program = Program::with_new_board();
    let middle = program.board().center();
    program.add(middle - vec2(150.0, 40.0), "Alkmaar");
    program.add(middle + vec2(120.0, 60.0), "Hoorn");
    let from = program.piece("Alkmaar").center();
    // A selection before the drag, so that only the drag is counted.
    program.buttons(from, &[true, false]);
    program.harness.run_steps(60);
    let app = program.harness.state();
    let (builds, moves) = (app.scene_builds(), app.scene_moves());
    program.buttons(from, &[true]);
    for step in 1..=10u8 {
        let to = from + vec2(6.0, 4.0) * f32::from(step);
        program.harness.event(Event::PointerMoved(to));
        program.harness.run_steps(2);
    }
    program.buttons(from + vec2(60.0, 40.0), &[false]);
    program.harness.run_steps(2);
    let app = program.harness.state();
    assert_eq!(app.scene_builds(), builds);
    assert!(
        app.scene_moves() >= moves + 8,
        "{} after {moves}",
        app.scene_moves()
    );
    program.harness.run_steps(200);
    let app = program.harness.state();
    let before = (app.document().revision(), app.scene_builds(), app.scene_moves());
    let counts = app.canvas_counts();
    program.harness.run_steps(100);
    let app = program.harness.state();
    let after = (app.document().revision(), app.scene_builds(), app.scene_moves());
    assert_eq!(after, before);
    assert_eq!(app.canvas_counts().frames, counts.frames + 100);
    assert_eq!(app.canvas_counts().shape_builds, counts.shape_builds);
    assert_eq!(app.canvas_counts().moving_builds, counts.moving_builds);
    assert_eq!(app.canvas_counts().label_layouts, counts.label_layouts);
}

#[test]
fn a_list_that_runs_out_leaves_the_board_as_it_is_and_a_new_turn_of_the_wheel_zooms() {
    let mut program = Program::with_new_board();
    let board = program.board();
    let zoom = |program: &Program| program.harness.state().lens().camera.zoom;
    let wheel = |program: &mut Program| {
        program.harness.event(Event::MouseWheel {
            unit: egui::MouseWheelUnit::Line,
            delta: vec2(0.0, 3.0),
            modifiers: Modifiers::NONE,
            phase: egui::TouchPhase::Move,
        });
    };
    let before = zoom(&program);
    program
        .harness
        .event(Event::PointerMoved(board.left_center() - vec2(60.0, 0.0)));
    program.harness.step();
    wheel(&mut program);
    program.harness.step();
    program.harness.event(Event::PointerMoved(board.center()));
    program.harness.step();
    wheel(&mut program);
    program.settle();
    assert_eq!(zoom(&program), before);
    wheel(&mut program);
    program.settle();
    assert!(zoom(&program) > 1.2 * before);
}

#[test]
fn the_dashed_ring_around_the_piece_with_the_keyboard_leaves_names_free() {
    fn each(shape: &egui::Shape, found: &mut impl FnMut(&egui::Shape)) {
        match shape {
            egui::Shape::Vec(shapes) => {
                for shape in shapes {
                    each(shape, found);
                }
            }
            shape => found(shape),
        }
    }
    let mut program = Program::with_new_board();
    let middle = program.board().center();
    let name = "Samenwerkingsverband";
    program.add(middle, name);
    program.click_at(program.piece(name).center());
    program.key(Key::ArrowRight);
    program.key(Key::ArrowLeft);
    program.settle();
    let board = program.board();
    let (mut dashes, mut names) = (Vec::new(), Vec::new());
    for shape in &program.harness.output().shapes {
        each(&shape.shape, &mut |shape| match shape {
            egui::Shape::LineSegment { points, .. } => {
                dashes.push(egui::Rect::from_two_pos(points[0], points[1]));
            }
            egui::Shape::Text(text) if text.galley.text().contains(name) => {
                names.push(text.galley.rect.translate(text.pos.to_vec2()));
            }
            _ => {}
        });
    }
    let near = program.piece(name).expand(40.0);
    dashes.retain(|dash| near.contains(dash.center()));
    names.retain(|area| board.contains_rect(*area));
    assert!(
        dashes.len() > 8 && !names.is_empty(),
        "{} {}",
        dashes.len(),
        names.len()
    );
    for name in &names {
        assert!(dashes.iter().all(|dash| !dash.intersects(*name)), "{name:?}");
    }
}
