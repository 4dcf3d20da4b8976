//! "Arrange", from the command to the board, and files in which nobody has a place.

use std::collections::BTreeMap;

use egui::{Key, Modifiers};
use netwerkopstelling::command::{Command, Edit, FileRequest, Intent, Look, ProgramRequest};
use netwerkopstelling::edit::Selection;
use netwerkopstelling::edit::operations::NewActor;
use netwerkopstelling::model::{ActorId, ActorKindId, Point, validate};
use netwerkopstelling::scene::zone_areas;

use crate::program::Program;

const BUTTON: &str = "Zet alle op het bord en schik";

fn places(program: &Program) -> BTreeMap<ActorId, Option<Point>> {
    let actors = program.harness.state().document().constellation().actors.values();
    actors.map(|actor| (actor.id, actor.pos)).collect()
}

fn on_board(program: &Program) -> usize {
    places(program).values().flatten().count()
}

/// The nearest two pieces.
fn least_distance(program: &Program) -> f64 {
    let places: Vec<Point> = places(program).into_values().flatten().collect();
    let pairs = places
        .iter()
        .enumerate()
        .flat_map(|(at, one)| places[..at].iter().map(|other| one.distance(*other)));
    pairs.fold(f64::INFINITY, f64::min)
}

fn steps(program: &Program) -> usize {
    program.counts().2
}

fn undo(program: &mut Program) {
    program.harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    program.settle();
}

/// Six actors in the tray, related in a row.
fn row_in_the_tray() -> Program {
    let mut program = Program::with_new_board();
    let new = ["A", "B", "C", "D", "E", "F"].map(|label| NewActor {
        label: label.to_owned(),
        ..NewActor::default()
    });
    program.send(Edit::AddActors(new.into()));
    program.settle();
    let ids: Vec<ActorId> = places(&program).into_keys().collect();
    for two in ids.windows(2) {
        program.send(Edit::AddRelation {
            source: two[0],
            target: two[1],
        });
    }
    program.send(Look::Select(Selection::default()));
    program.settle();
    program
}

#[test]
fn from_the_tray_all_come_on_the_board_at_once_and_one_undo_takes_them_back() {
    let mut program = row_in_the_tray();
    let before = steps(&program);
    program.press(BUTTON);
    program.until("everybody on the board", |program| on_board(program) == 6);
    assert_eq!(steps(&program), before + 1);
    assert!(least_distance(&program) > 60.0);
    assert!(!program.shows(BUTTON));
    let constellation = program.harness.state().document().constellation();
    assert_eq!(validate(constellation), vec![]);
    undo(&mut program);
    assert_eq!((on_board(&program), steps(&program)), (0, before));
}

#[test]
fn the_key_arranges_what_is_selected_and_nothing_else() {
    let mut program = row_in_the_tray();
    let heap = places(&program)
        .into_keys()
        .enumerate()
        .map(|(at, id)| (id, Some(Point::new(if at < 3 { 0.0 } else { 400.0 }, at as f64))));
    program.send(Edit::Place(heap.collect()));
    let three: Vec<ActorId> = places(&program).into_keys().take(3).collect();
    program.send(Look::Select(Selection::of_actors(three.clone())));
    program.settle();
    let (before, count) = (places(&program), steps(&program));
    program.harness.key_press_modifiers(Modifiers::COMMAND, Key::L);
    program.until("a step more", |program| steps(program) == count + 1);
    for (id, place) in places(&program) {
        assert_eq!(place != before[&id], three.contains(&id), "{id:?}");
    }
    program.send(Look::Select(Selection::default()));
    program.send(Intent::Run(Command::Arrange));
    program.until("all apart", |program| least_distance(program) > 60.0);
    let places_of_all = places(&program);
    program.send(Intent::Run(Command::Arrange));
    program.until_label("Alles staat al geschikt");
    assert_eq!(places(&program), places_of_all, "asked again it gives the same");
}

#[test]
fn who_stops_it_keeps_the_board_as_it_is_and_can_ask_again() {
    let mut program = row_in_the_tray();
    let before = steps(&program);
    program.send(ProgramRequest::ArrangeEverybody);
    program.send(ProgramRequest::StopArranging);
    program.settle();
    assert_eq!((on_board(&program), steps(&program)), (0, before));
    program.press(BUTTON);
    program.until("everybody on the board", |program| on_board(program) == 6);
}

#[test]
fn what_changed_while_places_were_sought_is_not_forgotten() {
    let mut program = row_in_the_tray();
    program.send(ProgramRequest::ArrangeEverybody);
    program.send(Edit::AddActor(NewActor {
        label: "Later".to_owned(),
        ..NewActor::default()
    }));
    program.until("the latecomer too", |program| on_board(program) == 7);
}

#[test]
fn a_file_of_another_program_in_which_nobody_has_a_place_opens_as_a_drawing() {
    let mut nodes = Vec::new();
    let mut links = Vec::new();
    for node in 0..60 {
        nodes.push(format!("{{\"id\": {node}}}"));
        links.push(format!(
            "{{\"source\": {node}, \"target\": {}}}",
            node / 12 * 12 + (node + 1) % 12
        ));
        links.push(format!("{{\"source\": {node}, \"target\": {}}}", node / 12 * 12));
    }
    let text = format!(
        "{{\"nodes\": [{}], \"links\": [{}]}}",
        nodes.join(","),
        links.join(",")
    );
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("vreemd.json");
    std::fs::write(&path, text).unwrap();
    let mut program = Program::with_new_board();
    program.send(FileRequest::OpenPath(path.into()));
    program.until("everybody on the board", |program| on_board(program) == 60);
    assert!(program.shows("Alle 60 actoren zijn op het bord gezet"));
    assert!(least_distance(&program) > 60.0);
    assert!(
        !program.harness.state().document().has_unsaved_changes(),
        "closing it unread asks nothing"
    );
    assert_eq!(steps(&program), 1);
    undo(&mut program);
    assert_eq!(on_board(&program), 0);
}

/// The area of the board in which a piece stands: its rings, from the outside in.
fn rings(program: &Program, id: ActorId) -> Vec<bool> {
    let constellation = program.harness.state().document().constellation();
    let pos = constellation.actor(id).unwrap().pos.unwrap();
    let centre = constellation.board.issue_pos.unwrap_or_default();
    let holds = |[left, _, right, _]: [f32; 4]| pos.distance(centre) <= f64::from(right - left) / 2.0;
    zone_areas(constellation).into_iter().map(holds).collect()
}

fn hide(program: &mut Program, kind: &str) {
    let mut filters = program.harness.state().lens().filters.clone();
    filters.actor_kinds.insert(ActorKindId::new(kind));
    program.send(Look::Filter(Box::new(filters)));
    program.settle();
}

#[test]
fn who_is_hidden_keeps_his_ring_and_so_does_everybody_else() {
    let home = tempfile::tempdir().unwrap();
    let mut program = Program::at(home.path());
    program.open_sample();
    hide(&mut program, "provincie");
    let board = program.harness.state().document().constellation().board.clone();
    let (before, stood) = (places(&program), steps(&program));
    let ids: Vec<ActorId> = before.iter().filter_map(|(id, pos)| pos.map(|_| *id)).collect();
    let in_rings: Vec<_> = ids.iter().map(|id| rings(&program, *id)).collect();
    program.harness.key_press_modifiers(Modifiers::COMMAND, Key::L);
    program.until("a step more", |program| steps(program) == stood + 1);
    let now: Vec<_> = ids.iter().map(|id| rings(&program, *id)).collect();
    assert_eq!(now, in_rings);
    let constellation = program.harness.state().document().constellation();
    assert_eq!(constellation.board, board);
    let filters = &program.harness.state().lens().filters;
    let hidden = constellation
        .actors
        .values()
        .filter(|actor| !filters.shows_actor(actor));
    let hidden: Vec<ActorId> = hidden.map(|actor| actor.id).collect();
    assert!(!hidden.is_empty());
    let after = places(&program);
    assert!(hidden.iter().all(|id| after[id] == before[id]));
}

#[test]
fn rings_that_must_grow_and_newcomers_bring_nobody_into_another_ring() {
    let home = tempfile::tempdir().unwrap();
    let mut program = Program::at(home.path());
    program.open_sample();
    let before = places(&program);
    let ids: Vec<ActorId> = before.iter().filter_map(|(id, pos)| pos.map(|_| *id)).collect();
    let new = |at: usize| NewActor {
        label: format!("Werkgeversservicepunt nummer {at}"),
        ..NewActor::default()
    };
    // A hundred come from the list, and the inner ring is too full.
    program.send(Edit::AddActors((0..100).map(new).collect()));
    program.settle();
    let in_rings: Vec<_> = ids.iter().map(|id| rings(&program, *id)).collect();
    let width = program.harness.state().document().constellation().board.width;
    program.send(ProgramRequest::ArrangeEverybody);
    program.until("all on the board", |program| on_board(program) == ids.len() + 100);
    assert!(program.harness.state().document().constellation().board.width > width);
    let now: Vec<_> = ids.iter().map(|id| rings(&program, *id)).collect();
    assert_eq!(now, in_rings);
}

#[test]
fn a_copy_pasted_onto_a_sample_is_arranged_beside_it_on_the_same_board() {
    let sample = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/sample-networks/arbeidsmarktregio.opstelling.json"
    );
    let mut program = Program::with_new_board();
    program.send(FileRequest::OpenPath(sample.into()));
    program.until("the sample", |program| on_board(program) > 5);
    program.settle();
    program.harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    program.settle();
    program.harness.key_press_modifiers(Modifiers::COMMAND, Key::D);
    program.settle();
    let (before, count) = (places(&program), steps(&program));
    let board = program.harness.state().document().constellation().board.clone();
    program.harness.key_press_modifiers(Modifiers::COMMAND, Key::L);
    program.until("a step more", |program| steps(program) == count + 1);
    let after = places(&program);
    assert_eq!(before.len(), after.len());
    let reach = board.width.max(board.height);
    for place in after.values().flatten() {
        assert!(place.x.abs() < reach && place.y.abs() < reach, "{place:?}");
    }
    assert!(least_distance(&program) > 60.0, "{}", least_distance(&program));
}
