//! What the program says unasked hides nothing of the board, is whole, and goes when it is not so any more.

use egui::accesskit::Role;
use egui::{Key, Rect, vec2};
use egui_kittest::kittest::Queryable;
use netwerkopstelling::command::{Command, DeskChange, Edit, FileRequest, Intent, Look, ProgramRequest};
use netwerkopstelling::desk::{Dialog, PathPurpose};
use netwerkopstelling::edit::Selection;
use netwerkopstelling::edit::operations::NewActor;
use netwerkopstelling::model::Point;
use netwerkopstelling::scene::Filters;
use netwerkopstelling::takeaway::PictureKind;

use crate::program::Program;

const SAMPLES: [&str; 3] = [
    "arbeidsmarktregio",
    "noord-holland-noord-governance",
    "gemeenschappelijke-regelingen-noord-holland-noord",
];
/// Of a notice of one line that goes by itself.
const SHORT: &str = "De cijfers staan op het klembord. Plak ze in een rekenblad.";
/// Of one with a long sentence that stays.
const LONG: &str = "is niet bewaard";

fn sample(name: &str, [wide, high]: [f32; 2]) -> Program {
    let mut program = Program::in_own_home();
    program.harness.set_size(vec2(wide, high));
    let file = format!(
        "{}/sample-networks/{name}.opstelling.json",
        env!("CARGO_MANIFEST_DIR")
    );
    program.send(FileRequest::OpenPath(std::path::PathBuf::from(file).into()));
    program.until("the file on the board", |program| program.counts().0 > 5);
    program.until("its figures", |program| !program.shows("Stoppen met rekenen"));
    program.send(Intent::Run(Command::ZoomToFit));
    rest(&mut program);
    program
}

/// Until the board rests, as it will stay.
fn rest(program: &mut Program) {
    program.settle();
    program.settle();
}

fn say_short(program: &mut Program) {
    program.send(ProgramRequest::CopyFigures);
    program.until_label(SHORT);
    rest(program);
}

/// Saves where nothing can be saved, under a name as long as they come.
fn say_long(program: &mut Program) {
    let folder = "een map die er niet is en die een lange naam heeft".repeat(4);
    let path = format!(
        "/{folder}/{}/opstelling.opstelling.json",
        "nog een map".repeat(12)
    );
    program.send(FileRequest::PathChosen(
        PathPurpose::SaveAs,
        std::path::PathBuf::from(path).into(),
    ));
    program.until_label(LONG);
    rest(program);
}

fn notice(program: &Program, text: &str) -> Rect {
    program.harness.get_by_label_contains(text).rect()
}

/// What pieces and names have of the screen.
fn pieces_and_names(program: &Program) -> Vec<(String, Rect)> {
    let actors = program.harness.state().document().constellation().actors.values();
    let board = program.board();
    let pieces = actors.filter(|actor| actor.pos.is_some()).flat_map(|actor| {
        let nodes = program.harness.query_all_by_label(&actor.label);
        let rects = nodes.map(|node| node.rect());
        let on_board = rects.filter(|rect| board.intersects(*rect));
        on_board
            .map(|rect| (actor.label.clone(), rect))
            .collect::<Vec<_>>()
    });
    let names = program.harness.state().name_places().into_iter().flatten();
    pieces
        .chain(names.map(|rect| ("a name".to_owned(), rect)))
        .collect()
}

/// What of the board the notice lies on, and whether it is cut.
fn faults(program: &Program, text: &str) -> Vec<String> {
    let rect = notice(program, text);
    let screen = program.harness.ctx.content_rect();
    let mut faults = Vec::new();
    if !screen.contains_rect(rect) {
        faults.push(format!("{rect} is cut off by {screen}"));
    }
    let on = pieces_and_names(program);
    assert!(on.len() > 10, "there are pieces and names");
    let on = on
        .into_iter()
        .filter(|(_, there)| there.intersects(rect.expand(2.0)));
    faults.extend(on.map(|(what, there)| format!("{rect} lies on {what} at {there}")));
    let legend = program.harness.state().legend_on_board();
    if legend.is_some_and(|legend| legend.intersects(rect)) {
        faults.push(format!("{rect} lies on the legend at {legend:?}"));
    }
    faults
}

#[test]
fn a_notice_of_a_line_lies_on_nothing_of_a_board_that_is_all_in_sight() {
    for name in SAMPLES {
        let mut program = sample(name, [1280.0, 800.0]);
        let before = program.harness.state().name_places();
        say_short(&mut program);
        println!("{name}: {} of {}", notice(&program, SHORT), program.board());
        assert_eq!(faults(&program, SHORT), [""; 0], "{name}");
        program.press("Melding sluiten");
        rest(&mut program);
        assert_eq!(program.harness.state().name_places(), before, "{name}: as it was");
    }
}

#[test]
fn where_the_board_is_empty_a_notice_lies_over_it_and_nothing_moves() {
    let mut program = Program::with_new_board();
    program.send(Edit::AddActors(vec![NewActor {
        label: "Alkmaar".to_owned(),
        pos: Some(Point::new(0.0, 0.0)),
        ..NewActor::default()
    }]));
    program.send(Intent::Run(Command::ZoomToFit));
    rest(&mut program);
    let seen = |program: &Program| (program.board(), program.piece("Alkmaar"));
    let before = seen(&program);
    say_long(&mut program);
    assert!(program.board().contains_rect(notice(&program, LONG)));
    assert_eq!(seen(&program), before);
    // What comes under it is not hidden: the board makes room.
    let below = {
        let board = program.harness.state().document().constellation().board.height;
        Point::new(0.0, board / 2.0 - 30.0)
    };
    let alkmaar = program.first_actor();
    program.send(Edit::Place(vec![(alkmaar, Some(below))]));
    rest(&mut program);
    let piece = program.piece("Alkmaar");
    assert!(!piece.intersects(notice(&program, LONG)), "{piece}");
}

#[test]
fn a_long_notice_is_whole_and_the_board_beside_it_is_all_in_sight() {
    for name in SAMPLES {
        let mut program = sample(name, [1280.0, 800.0]);
        let before = program.harness.state().name_places();
        say_long(&mut program);
        assert_eq!(faults(&program, LONG), [""; 0], "{name}");
        program.press("Melding sluiten");
        rest(&mut program);
        assert!(!program.shows(LONG));
        assert_eq!(program.harness.state().name_places(), before, "{name}: as it was");
    }
}

#[test]
fn notices_lie_on_nothing_and_are_whole_on_a_small_screen_and_in_the_hall() {
    for (size, is_hall) in [
        ([1024.0, 768.0], false),
        ([1024.0, 768.0], true),
        ([1280.0, 800.0], true),
    ] {
        let mut program = sample(SAMPLES[0], size);
        if is_hall {
            program.key(Key::F5);
            rest(&mut program);
        }
        let before = program.harness.state().name_places();
        say_short(&mut program);
        assert_eq!(faults(&program, SHORT), [""; 0], "{size:?} {is_hall}");
        assert_eq!(
            program.harness.state().name_places(),
            before,
            "{size:?} {is_hall}"
        );
        say_long(&mut program);
        assert_eq!(faults(&program, LONG), [""; 0], "{size:?} {is_hall}");
    }
}

#[test]
fn where_the_hand_has_put_the_view_a_notice_moves_nothing_on_the_screen() {
    let mut program = sample(SAMPLES[0], [1280.0, 800.0]);
    program.send(Intent::Run(Command::ZoomIn));
    program.send(Intent::Run(Command::ZoomIn));
    rest(&mut program);
    let middle = program.board().center();
    let near = |program: &Program| {
        let found = pieces_and_names(program).into_iter();
        let mut found: Vec<_> = found
            .filter(|(_, rect)| rect.distance_to_pos(middle) < 150.0)
            .collect();
        found.sort_by(|one, other| one.0.cmp(&other.0));
        found
    };
    let pieces = |program: &Program| {
        let found = near(program).into_iter();
        found.filter(|(what, _)| what != "a name").collect::<Vec<_>>()
    };
    let before = pieces(&program);
    assert!(!before.is_empty());
    say_long(&mut program);
    for ((what, before), (_, after)) in before.iter().zip(pieces(&program)) {
        assert!(
            before.min.distance(after.min) < 1.0,
            "{what}: {before} and then {after}"
        );
    }
    program.press("Melding sluiten");
    rest(&mut program);
    for ((what, before), (_, after)) in before.iter().zip(pieces(&program)) {
        assert!(
            before.min.distance(after.min) < 1.0,
            "{what}: {before} and then {after}"
        );
    }
}

#[test]
fn that_there_is_nobody_to_draw_is_said_as_long_as_it_is_so() {
    let mut program = sample(SAMPLES[0], [1280.0, 800.0]);
    let kinds = &program
        .harness
        .state()
        .document()
        .constellation()
        .vocabulary
        .actor_kinds;
    let all = kinds.iter().map(|kind| kind.id.clone()).collect();
    program.send(Look::Filter(Box::new(Filters {
        actor_kinds: all,
        ..Filters::default()
    })));
    rest(&mut program);
    let home = tempfile::tempdir().unwrap();
    program.send(FileRequest::PathChosen(
        PathPurpose::ExportPicture(PictureKind::Svg),
        home.path().join("bord.svg").into(),
    ));
    program.until_label("Filters verbergen iedereen");
    program.send(Intent::Run(Command::ZoomIn));
    rest(&mut program);
    assert!(program.shows("Filters verbergen iedereen"), "it is still so");
    program.send(Intent::Run(Command::ShowAll));
    rest(&mut program);
    assert!(!program.shows("Filters verbergen iedereen"));
}

#[test]
fn that_somebody_is_not_in_sight_is_said_until_they_are() {
    let mut program = Program::with_new_board();
    program.send(Edit::AddActors(vec![NewActor {
        label: "Alkmaar".to_owned(),
        pos: Some(Point::new(0.0, 0.0)),
        ..NewActor::default()
    }]));
    rest(&mut program);
    let alkmaar = program.first_actor();
    program.send(Edit::Place(vec![(alkmaar, None)]));
    program.send(DeskChange::CloseLeft);
    program.send(DeskChange::CloseRight);
    rest(&mut program);
    program.send(Look::Reveal(Selection::of_actor(alkmaar)));
    rest(&mut program);
    assert!(program.shows("Zet op het bord"), "it is offered");
    program.send(Edit::Place(vec![(alkmaar, Some(Point::new(9.0, 9.0)))]));
    rest(&mut program);
    assert!(!program.shows("Zet op het bord"), "it is done");
}

#[test]
fn a_notice_lies_on_no_window() {
    for size in [[1280.0, 800.0], [1024.0, 768.0]] {
        let mut program = sample(SAMPLES[0], size);
        program.send(DeskChange::Open(Dialog::TakeAlong));
        rest(&mut program);
        say_short(&mut program);
        let window = program
            .harness
            .get_by_role_and_label(Role::Window, "Meenemen")
            .rect();
        let notice = notice(&program, SHORT);
        assert!(!window.intersects(notice), "{size:?}: {notice} on {window}");
    }
}
