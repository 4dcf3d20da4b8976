//! What panels and names take of the room there is.

use std::path::Path;

use egui::accesskit::Role;
use egui::{Event, Modifiers, Rect, vec2};
use egui_kittest::kittest::{AccessKitNode, Queryable};
use netwerkopstelling::command::{Command, DeskChange, Edit, FileRequest, Intent, Look};
use netwerkopstelling::desk::{Dialog, PathPurpose, RightTab};
use netwerkopstelling::edit::Selection;
use netwerkopstelling::edit::operations::{NewActor, WordList};
use netwerkopstelling::model::{ActorId, Point};

use crate::program::Program;

fn with_sample() -> Program {
    let mut program = Program::with_new_board();
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/sample-networks/arbeidsmarktregio.opstelling.json"
    );
    program.send(FileRequest::OpenPath(path.into()));
    program.until("the file on the board", |program| program.counts().0 > 5);
    program.settle();
    program
}

/// The head of what figures are computed from.
fn basis(program: &Program) -> Option<Rect> {
    let is_basis = |node: &AccessKitNode<'_>| {
        node.role() == Role::Button && node.label().is_some_and(|label| label.starts_with("Over 2"))
    };
    let found = program.harness.query_all_by(is_basis).next();
    found.map(|node| node.rect())
}

fn wheel(program: &mut Program, at: egui::Pos2, down: f32) {
    program.harness.event(Event::PointerMoved(at));
    program.harness.step();
    program.harness.event(Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: vec2(0.0, -down),
        modifiers: Modifiers::NONE,
        phase: egui::TouchPhase::Move,
    });
    program.settle();
}

#[test]
fn what_figures_are_computed_from_leaves_the_panel_to_them_and_scrolls_by_itself() {
    let mut program = with_sample();
    program.send(DeskChange::OpenRight(RightTab::Spanners));
    program.until("figures", |program| basis(program).is_some());
    let head = basis(&program).expect("in sight");
    program.click_at(head.center());
    let first = |program: &Program| program.harness.get_by_label("Gewenste relaties meetellen").rect();
    let candidates = program
        .harness
        .get_all_by_label_contains("Kandidaten: de eerste")
        .map(|node| node.rect());
    let below = candidates.filter(|rect| rect.top() > head.bottom());
    let top = below.map(|rect| rect.top()).fold(f32::INFINITY, f32::min);
    assert!(top - head.bottom() < 0.36 * 850.0, "{top} below {head:?}");
    let before = first(&program);
    wheel(&mut program, before.center(), 60.0);
    let is_gone = program
        .harness
        .query_by_label("Gewenste relaties meetellen")
        .is_none();
    assert!(
        is_gone || first(&program).top() < before.top() - 20.0,
        "the wheel moves it"
    );
}

#[test]
fn the_board_is_as_wide_after_every_panel_as_before() {
    let mut program = with_sample();
    program.send(DeskChange::OpenRight(RightTab::Selection));
    program.settle();
    let width = program.board().width();
    for tab in [
        RightTab::Centrality,
        RightTab::Spanners,
        RightTab::Cohesion,
        RightTab::Tables,
    ] {
        program.send(DeskChange::OpenRight(tab));
        program.until("figures", |program| basis(program).is_some());
        if tab == RightTab::Centrality {
            assert_eq!(
                program.board().width(),
                width,
                "its list of measures is cut, not the board"
            );
        }
        program.send(DeskChange::OpenRight(RightTab::Selection));
        program.settle();
        assert_eq!(program.board().width(), width, "after {tab:?}");
    }
}

#[test]
fn the_panel_is_as_wide_whatever_is_selected_and_said_in_it() {
    let mut program = with_sample();
    program.harness.set_size(egui::vec2(1280.0, 800.0));
    program.send(DeskChange::OpenRight(RightTab::Selection));
    program.settle();
    let right = program.board().right();
    let selections = {
        let document = program.harness.state().document().constellation();
        let relations = document.relations.keys().copied();
        let actors = document.actors.keys().copied();
        let one_each = relations
            .map(Selection::of_relation)
            .chain(actors.map(Selection::of_actor));
        one_each.chain([Selection::default()]).collect::<Vec<_>>()
    };
    for selection in selections {
        program.send(Look::Reveal(selection.clone()));
        program.settle();
        assert_eq!(program.board().right(), right, "{selection:?}");
    }
    program.send(Intent::Run(Command::SelectAll));
    program.settle();
    assert_eq!(program.board().right(), right, "all");
}

#[test]
fn of_many_words_only_those_in_sight_are_laid_out() {
    let mut program = Program::with_new_board();
    for number in 0..600 {
        program.send(Edit::AddWord(WordList::Regions, format!("Regio {number}")));
    }
    program.settle();
    program.send(DeskChange::Open(Dialog::Vocabulary(WordList::Regions)));
    program.settle();
    let is_word = |node: &AccessKitNode<'_>| node.value().is_some_and(|text| text.starts_with("Regio "));
    let shown = |program: &Program| program.harness.query_all_by(is_word).count();
    assert!((5..80).contains(&shown(&program)), "{}", shown(&program));
    let at = program
        .harness
        .query_all_by(is_word)
        .next()
        .expect("a word")
        .rect()
        .center();
    for _ in 0..8 {
        wheel(&mut program, at, 4000.0);
    }
    let is_last = |node: &AccessKitNode<'_>| node.value().as_deref() == Some("Regio 599");
    assert!(
        program.harness.query_all_by(is_last).next().is_some(),
        "the last is reached"
    );
    assert!((1..80).contains(&shown(&program)), "{}", shown(&program));
}

/// Names and the part of the window in which they stand.
fn names(program: &mut Program) -> (Rect, Vec<Option<Rect>>) {
    program.send(DeskChange::CloseLeft);
    program.send(DeskChange::CloseRight);
    program.send(Intent::Run(Command::SelectNone));
    program.settle();
    program.send(Intent::Run(Command::ZoomToFit));
    program.settle();
    (program.board(), program.harness.state().name_places())
}

#[test]
fn after_an_edit_names_stand_as_on_opening_the_file_anew() {
    let home = tempfile::tempdir().unwrap();
    let mut program = Program::at(home.path());
    program.send(Intent::Run(Command::New));
    program.settle();
    let places = [
        ("Alkmaar", 0.0, 0.0),
        ("Bergen", 0.0, 62.0),
        ("Castricum", 300.0, 200.0),
        ("Heiloo", -300.0, -200.0),
    ];
    let new = places.map(|(label, x, y)| NewActor {
        label: label.to_owned(),
        kind: None,
        pos: Some(Point::new(x, y)),
    });
    program.send(Edit::AddActors(new.into()));
    let (_, crowded) = names(&mut program);
    let bergen: ActorId = {
        let actors = &program.harness.state().document().constellation().actors;
        *actors
            .iter()
            .find(|(_, actor)| actor.label == "Bergen")
            .expect("Bergen")
            .0
    };
    program.send(Edit::Place(vec![(bergen, Some(Point::new(150.0, -100.0)))]));
    let after = names(&mut program);
    assert_ne!(after.1[0], crowded[0], "there is room below Alkmaar now");
    let file = home.path().join("na.opstelling.json");
    program.send(FileRequest::PathChosen(PathPurpose::SaveAs, file.clone().into()));
    program.until("the save", |_| file.exists());
    drop(program);
    assert_eq!(opened(home.path(), &file), after);
}

fn opened(home: &Path, file: &Path) -> (Rect, Vec<Option<Rect>>) {
    let mut program = Program::started_with(home, file);
    program.until("the file", |program| program.counts().0 == 4);
    names(&mut program)
}

#[test]
fn a_legend_that_opens_over_a_board_that_is_all_in_sight_lies_beside_the_pieces() {
    let mut program = with_sample();
    program.send(Intent::Run(Command::ZoomToFit));
    program.settle();
    let zoom = |program: &Program| program.harness.state().lens().camera.zoom;
    let alone = zoom(&program);
    program.key(egui::Key::F9);
    program.settle();
    let legend = program.harness.get_by_label_contains("Legenda. ").rect();
    let covered = program.pieces_on_board().into_iter();
    let covered = covered.filter(|piece| piece.intersects(legend)).count();
    assert_eq!(covered, 0);
    program.key(egui::Key::F9);
    program.settle();
    assert!((zoom(&program) - alone).abs() < 1e-4, "all of the room again");

    // A view that the hand chose stays.
    program.send(Intent::Run(Command::ZoomIn));
    program.settle();
    let chosen = zoom(&program);
    program.key(egui::Key::F9);
    program.settle();
    assert!((zoom(&program) - chosen).abs() < 1e-6);
}
