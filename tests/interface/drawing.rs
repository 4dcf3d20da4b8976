//! What the board draws again, and when. Counted, never timed.

use std::time::Duration;

use egui::{Rect, ViewportId};
use egui_kittest::Harness;
use netwerkopstelling::edit::Document;
use netwerkopstelling::lens::Camera;
use netwerkopstelling::model::{ActorId, Point, Relation, RelationId};
use netwerkopstelling::scene::ThemeKind;

use super::board_alone::Board;
use super::board_sample::sample;

fn board() -> Harness<'static, Board> {
    let mut harness = Harness::builder().with_size([1280.0, 800.0]).build_ui_state(
        |ui, board: &mut Board| board.ui(ui),
        Board::new(sample(), ThemeKind::Light),
    );
    harness.run_steps(6);
    harness
}

#[test]
fn a_hundred_idle_frames_draw_nothing_again_and_ask_for_no_repaint() {
    let mut harness = board();
    let before = harness.state().canvas.counts;
    let revision = harness.state().session.document.revision();
    harness.run_steps(100);
    let after = harness.state().canvas.counts;
    assert_eq!(after.frames, before.frames + 100);
    assert_eq!(after.shape_builds, before.shape_builds);
    assert_eq!(after.label_layouts, before.label_layouts);
    assert_eq!(
        (after.graph_builds, after.graph_patches),
        (before.graph_builds, before.graph_patches)
    );
    assert_eq!(harness.state().session.document.revision(), revision);
    let delay = harness.output().viewport_output[&ViewportId::ROOT].repaint_delay;
    assert_eq!(delay, Duration::MAX, "a repaint was asked for");
}

#[test]
fn a_moved_piece_is_patched_and_a_new_relation_builds_the_graph_anew() {
    let mut harness = board();
    let before = harness.state().canvas.counts;
    change(&mut harness, |constellation| {
        if let Some(actor) = constellation.actors.get_mut(&ActorId(1)) {
            actor.pos = Some(Point::new(10.0, 20.0));
        }
    });
    let moved = harness.state().canvas.counts;
    assert_eq!(moved.graph_builds, before.graph_builds);
    assert_eq!(moved.graph_patches, before.graph_patches + 1);
    change(&mut harness, |constellation| {
        let id = RelationId(900);
        let relation = Relation::new(id, "new", ActorId(1), ActorId(2), "samenwerking".into());
        constellation.relations.insert(id, relation);
    });
    assert_eq!(harness.state().canvas.counts.graph_builds, moved.graph_builds + 1);
}

fn change(
    harness: &mut Harness<'static, Board>,
    edit: impl FnOnce(&mut netwerkopstelling::model::Constellation),
) {
    let board = harness.state_mut();
    let mut constellation = board.session.document.constellation().clone();
    edit(&mut constellation);
    board.session.document = Document::new(constellation);
    board.rebuild();
    harness.run_steps(2);
}

#[test]
fn panning_moves_what_was_drawn_instead_of_drawing_it_again() {
    let mut harness = board();
    let before = harness.state().canvas.counts;
    let label = label_of(&harness, 1).expect("a label");
    let board = harness.state_mut();
    board.session.lens.camera.centre.0 -= 40.0 / board.session.lens.camera.zoom;
    harness.run_steps(1);
    let after = harness.state().canvas.counts;
    assert_eq!(after.shape_builds, before.shape_builds);
    assert_eq!(after.label_layouts, before.label_layouts);
    let moved = label_of(&harness, 1).expect("a label");
    assert!(
        (moved.left() - label.left() - 40.0).abs() <= 1.0,
        "{label:?} {moved:?}"
    );
}

fn label_of(harness: &Harness<'static, Board>, actor: u32) -> Option<Rect> {
    let board = harness.state();
    board.canvas.label_rect(&board.scene, ActorId(actor))
}

#[test]
fn names_never_overlap_and_all_appear_when_zoomed_in() {
    let mut harness = board();
    let count = harness.state().scene.pieces.len();
    for zoom in [0.2, 0.5, 1.0, 3.0] {
        harness.state_mut().session.lens.camera.zoom = zoom;
        harness.run_steps(2);
        let labels: Vec<Rect> = (1..=count as u32)
            .filter_map(|actor| label_of(&harness, actor))
            .collect();
        assert!(!labels.is_empty());
        for (at, one) in labels.iter().enumerate() {
            for other in &labels[at + 1..] {
                assert!(!one.intersects(*other), "at zoom {zoom}: {one:?} {other:?}");
            }
        }
    }
    let places: Vec<_> = harness
        .state()
        .scene
        .pieces
        .iter()
        .map(|piece| piece.pos)
        .collect();
    for (actor, place) in (1..).zip(places) {
        harness.state_mut().session.lens.camera.centre = (place.x as f32, place.y as f32);
        harness.run_steps(2);
        assert!(
            label_of(&harness, actor).is_some(),
            "actor {actor} has no name close up"
        );
    }
}

#[test]
fn close_up_only_names_near_the_sight_are_given_places() {
    let mut harness = board();
    harness.state_mut().session.lens.camera = Camera {
        centre: (0.0, 0.0),
        zoom: 3.0,
    };
    harness.run_steps(2);
    let board = harness.state();
    assert!((1..board.scene.pieces.len()).contains(&board.canvas.label_count()));
    let layouts = board.canvas.counts.label_layouts;
    harness.run_steps(5);
    assert_eq!(harness.state().canvas.counts.label_layouts, layouts);
}
