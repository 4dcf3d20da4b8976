use egui::pos2;

use super::*;
use crate::command::{DeskChange, Edit, Intent, Look};
use crate::desk::Tool;
use crate::edit::Document;
use crate::edit::operations::{NewActor, NewRelation, add_actor, add_relation};
use crate::model::Language;
use crate::scene::{Appearance, Filters, Palette, SceneInput, ThemeKind, build};

/// A board with three pieces on a row, the first two related; at zoom 1 the screen is the board.
struct TestBoard {
    document: Document,
    scene: Scene,
    index: HitIndex,
    actors: Vec<ActorId>,
    tool: Tool,
    relating_from: Option<ActorId>,
    zoom: f32,
    gesture: HandGesture,
}

impl TestBoard {
    fn new() -> Self {
        let mut document = Document::new(Constellation::new(Language::Nl));
        let actors: Vec<ActorId> = [(0.0, 0.0), (300.0, 0.0), (900.0, 400.0)]
            .map(|(x, y)| {
                let new = NewActor {
                    pos: Some(Point::new(x, y)),
                    ..NewActor::default()
                };
                add_actor(&mut document, new).expect("a sound actor")
            })
            .into();
        let new = NewRelation {
            source: actors[0],
            target: actors[1],
            kind: "samenwerking".into(),
            weight: 1.0,
        };
        add_relation(&mut document, new).expect("a sound relation");
        document.set_selection(Selection::default());
        let scene = build(SceneInput {
            constellation: document.constellation(),
            filters: &Filters::default(),
            appearance: &Appearance::default(),
            highlight: None,
            palette: &Palette::of(ThemeKind::Light),
        });
        let mut index = HitIndex::default();
        index.update(&scene, None);
        Self {
            document,
            scene,
            index,
            actors,
            tool: Tool::Select,
            relating_from: None,
            zoom: 1.0,
            gesture: HandGesture::Idle,
        }
    }

    fn select(&mut self, at: &[usize]) {
        let actors = at.iter().map(|&at| self.actors[at]).collect();
        self.document.set_selection(Selection {
            actors,
            ..Selection::default()
        });
    }

    fn pointer(&self, x: f32, y: f32, keys: Keys) -> Pointer {
        let in_board = pos2(x, y);
        Pointer {
            on_screen: (in_board.to_vec2() * self.zoom).to_pos2(),
            in_board,
            over: self.index.at(&self.scene, in_board, self.zoom),
            keys,
            is_finger: false,
        }
    }

    fn step(
        &mut self,
        at: Pointer,
        step: fn(&mut HandGesture, Pointer, &Facts<'_>, &mut Vec<HandEffect>),
    ) -> Vec<HandEffect> {
        let facts = Facts {
            constellation: self.document.constellation(),
            scene: &self.scene,
            selection: self.document.selection(),
            index: &self.index,
            tool: self.tool,
            relating_from: self.relating_from,
            new_actor_kind: None,
            zoom: self.zoom,
        };
        let mut out = Vec::new();
        step(&mut self.gesture, at, &facts, &mut out);
        out
    }

    fn press(&mut self, at: Pointer) -> Vec<HandEffect> {
        self.step(at, |gesture, at, facts, out| {
            gesture.press(Button::Primary, at, facts, out);
        })
    }

    fn moved(&mut self, at: Pointer) -> Vec<HandEffect> {
        self.step(at, HandGesture::moved)
    }

    fn release(&mut self, at: Pointer) -> Vec<HandEffect> {
        self.step(at, HandGesture::release)
    }

    /// From one place to another, with the keys held all along.
    fn drag(&mut self, from: (f32, f32), to: (f32, f32), keys: Keys) -> Vec<HandEffect> {
        let (from, to) = (self.pointer(from.0, from.1, keys), self.pointer(to.0, to.1, keys));
        let mut all = self.press(from);
        all.extend(self.moved(to));
        all.extend(self.release(to));
        all
    }

    fn click(&mut self, x: f32, y: f32, keys: Keys) -> Vec<HandEffect> {
        let at = self.pointer(x, y, keys);
        let mut all = self.press(at);
        all.extend(self.release(at));
        all
    }
}

const NO_KEYS: Keys = Keys {
    shift: false,
    cmd: false,
    space: false,
};
const SHIFT: Keys = Keys {
    shift: true,
    ..NO_KEYS
};
const CMD: Keys = Keys { cmd: true, ..NO_KEYS };

fn places(effects: &[HandEffect]) -> Vec<Vec<(ActorId, Option<Point>)>> {
    effects
        .iter()
        .filter_map(|effect| match effect {
            HandEffect::Send(Intent::Edit(Edit::Place(moves))) => Some(moves.clone()),
            _ => None,
        })
        .collect()
}

fn selections(effects: &[HandEffect]) -> Vec<Selection> {
    effects
        .iter()
        .filter_map(|effect| match effect {
            HandEffect::Send(Intent::Look(Look::Select(selection))) => Some(selection.clone()),
            _ => None,
        })
        .collect()
}

fn sends(effects: &[HandEffect], edit: Edit) -> bool {
    let intent = Intent::Edit(edit);
    effects
        .iter()
        .any(|effect| matches!(effect, HandEffect::Send(sent) if *sent == intent))
}

#[test]
fn a_drag_of_a_piece_is_one_step_that_moves_it_as_far_as_the_hand() {
    let mut board = TestBoard::new();
    let effects = board.drag((2.0, 0.0), (62.0, -170.0), CMD);
    assert_eq!(
        places(&effects),
        vec![vec![(board.actors[0], Some(Point::new(60.0, -170.0)))]]
    );
    assert!(sends(&effects, Edit::Begin(Label::MoveActors)));
    assert_eq!(effects.last(), Some(&HandEffect::send(Edit::End)));
    assert!(board.gesture.is_idle());
}

#[test]
fn a_hand_that_slips_a_little_has_clicked() {
    let mut board = TestBoard::new();
    let effects = board.drag((0.0, 0.0), (CLICK_SLACK - 1.0, 0.0), NO_KEYS);
    assert!(places(&effects).is_empty());
    assert_eq!(
        selections(&effects).last(),
        Some(&Selection::of_actor(board.actors[0]))
    );
}

#[test]
fn a_selected_piece_takes_the_others_along() {
    let mut board = TestBoard::new();
    board.select(&[0, 1]);
    let effects = board.drag((0.0, 0.0), (10.0, 200.0), CMD);
    let expected = vec![
        (board.actors[0], Some(Point::new(10.0, 200.0))),
        (board.actors[1], Some(Point::new(310.0, 200.0))),
    ];
    assert_eq!(places(&effects), vec![expected]);
}

#[test]
fn a_piece_that_is_not_selected_goes_alone() {
    let mut board = TestBoard::new();
    board.select(&[1, 2]);
    let effects = board.drag((0.0, 0.0), (0.0, 200.0), NO_KEYS);
    let moved: Vec<ActorId> = places(&effects)[0].iter().map(|(id, _)| *id).collect();
    assert_eq!(moved, [board.actors[0]]);
}

#[test]
fn with_shift_a_piece_keeps_to_one_axis() {
    let mut board = TestBoard::new();
    board.select(&[0]);
    let effects = board.drag((0.0, 0.0), (150.0, 40.0), SHIFT);
    assert_eq!(
        places(&effects),
        vec![vec![(board.actors[0], Some(Point::new(150.0, 0.0)))]]
    );
}

#[test]
fn a_piece_near_the_line_of_its_neighbour_snaps_onto_it_and_shows_why() {
    let mut board = TestBoard::new();
    let start = board.pointer(0.0, 0.0, NO_KEYS);
    board.press(start);
    let near = board.pointer(296.0, 180.0, NO_KEYS);
    let effects = board.moved(near);
    assert_eq!(
        places(&effects),
        vec![vec![(board.actors[0], Some(Point::new(300.0, 180.0)))]]
    );
    assert!(matches!(&board.gesture, HandGesture::Moving(moving) if !moving.guides.is_empty()));
}

#[test]
fn esc_takes_a_drag_back_whole() {
    let mut board = TestBoard::new();
    let start = board.pointer(0.0, 0.0, NO_KEYS);
    board.press(start);
    let away = board.pointer(90.0, 90.0, NO_KEYS);
    board.moved(away);
    let mut out = Vec::new();
    assert!(board.gesture.abort(&mut out));
    assert_eq!(out, [HandEffect::send(Edit::Abort)]);
    assert!(board.release(away).is_empty());
}

#[test]
fn a_second_button_during_a_drag_takes_it_back() {
    let mut board = TestBoard::new();
    let start = board.pointer(0.0, 0.0, NO_KEYS);
    board.press(start);
    let away = board.pointer(90.0, 90.0, NO_KEYS);
    board.moved(away);
    let effects = board.step(away, |gesture, at, facts, out| {
        gesture.press(Button::Secondary, at, facts, out);
    });
    assert_eq!(effects, [HandEffect::send(Edit::Abort)]);
    assert!(board.gesture.is_idle());
}

#[test]
fn from_the_rim_to_a_piece_is_a_relation() {
    let mut board = TestBoard::new();
    let rim = board.scene.pieces[0].radius;
    let effects = board.drag((rim, 0.0), (300.0, 0.0), NO_KEYS);
    let (source, target) = (board.actors[0], board.actors[1]);
    assert!(sends(&effects, Edit::AddRelation { source, target }));
    assert!(places(&effects).is_empty());
}

#[test]
fn a_relation_let_go_in_the_open_makes_its_actor_in_one_step() {
    let mut board = TestBoard::new();
    let rim = board.scene.pieces[0].radius;
    let effects = board.drag((rim, 0.0), (0.0, 260.0), NO_KEYS);
    let source = board.actors[0];
    let pos = Point::new(0.0, 260.0);
    assert!(sends(&effects, Edit::Begin(Label::AddRelation)));
    assert!(sends(&effects, Edit::AddRelationToNew { source, pos }));
}

#[test]
fn a_relation_let_go_beside_its_own_piece_was_a_slip() {
    let mut board = TestBoard::new();
    let rim = board.scene.pieces[0].radius;
    let effects = board.drag((0.0, rim), (0.0, rim + LEAST_LINK_SHOWN), NO_KEYS);
    assert!(!effects.iter().any(|effect| matches!(
        effect,
        HandEffect::Send(Intent::Edit(
            Edit::AddRelation { .. } | Edit::AddRelationToNew { .. }
        ))
    )));
}

/// Less than what counts as meant, and more than a slipped click.
const LEAST_LINK_SHOWN: f32 = 20.0;

#[test]
fn a_box_catches_pieces_and_a_box_around_a_line_catches_the_line() {
    let mut board = TestBoard::new();
    let effects = board.drag((-200.0, -200.0), (500.0, 200.0), NO_KEYS);
    let caught = selections(&effects).pop().expect("something caught");
    assert_eq!(
        caught.actors,
        [board.actors[0], board.actors[1]].into_iter().collect()
    );
    assert!(caught.relations.is_empty());
    let effects = board.drag((100.0, -60.0), (200.0, 60.0), NO_KEYS);
    let caught = selections(&effects).pop().expect("something caught");
    assert_eq!(
        caught.relations.into_iter().next(),
        Some(board.scene.ties[0].relation)
    );
}

#[test]
fn a_box_with_shift_adds_and_esc_gives_the_old_selection_back() {
    let mut board = TestBoard::new();
    board.select(&[2]);
    let start = board.pointer(-200.0, -200.0, SHIFT);
    board.press(start);
    let end = board.pointer(100.0, 200.0, SHIFT);
    let caught = selections(&board.moved(end)).pop().expect("something caught");
    assert_eq!(
        caught.actors,
        [board.actors[0], board.actors[2]].into_iter().collect()
    );
    let mut out = Vec::new();
    board.gesture.abort(&mut out);
    assert_eq!(
        out,
        [HandEffect::send(Look::Select(Selection::of_actor(
            board.actors[2]
        )))]
    );
}

#[test]
fn a_loop_with_ctrl_catches_what_it_goes_around() {
    let mut board = TestBoard::new();
    let start = board.pointer(200.0, -100.0, CMD);
    board.press(start);
    let mut caught = None;
    for (x, y) in [(400.0, -100.0), (400.0, 100.0), (200.0, 100.0)] {
        let to = board.pointer(x, y, CMD);
        caught = selections(&board.moved(to)).pop().or(caught);
    }
    assert_eq!(caught, Some(Selection::of_actor(board.actors[1])));
}

#[test]
fn space_pulls_the_board_along_instead_of_what_lies_on_it() {
    let mut board = TestBoard::new();
    let space = Keys {
        space: true,
        ..NO_KEYS
    };
    let effects = board.drag((0.0, 0.0), (30.0, 40.0), space);
    assert_eq!(effects, [HandEffect::Pan(Vec2::new(30.0, 40.0))]);
}

#[test]
fn a_finger_on_the_empty_board_pulls_it_along_and_on_a_piece_moves_the_piece() {
    let mut board = TestBoard::new();
    let finger = |board: &TestBoard, x, y| Pointer {
        is_finger: true,
        ..board.pointer(x, y, NO_KEYS)
    };
    let (from, to) = (finger(&board, 500.0, 500.0), finger(&board, 520.0, 470.0));
    board.press(from);
    assert_eq!(board.moved(to), [HandEffect::Pan(Vec2::new(20.0, -30.0))]);
    board.release(to);
    let (from, to) = (finger(&board, 0.0, 0.0), finger(&board, 0.0, 150.0));
    board.press(from);
    assert_eq!(places(&board.moved(to)).len(), 1);
}

#[test]
fn two_clicks_relate_while_the_tool_is_chosen_and_the_same_piece_takes_it_back() {
    let mut board = TestBoard::new();
    board.tool = Tool::Relate;
    let (first, second) = (board.actors[0], board.actors[1]);
    let effects = board.click(0.0, 0.0, NO_KEYS);
    assert_eq!(effects.last(), Some(&HandEffect::RelateFrom(Some(first))));
    board.relating_from = Some(first);
    assert_eq!(board.click(0.0, 0.0, NO_KEYS), [HandEffect::RelateFrom(None)]);
    let effects = board.click(300.0, 0.0, NO_KEYS);
    let relation = Edit::AddRelation {
        source: first,
        target: second,
    };
    assert_eq!(
        effects,
        [HandEffect::send(relation), HandEffect::RelateFrom(None)]
    );
}

#[test]
fn shift_click_adds_to_the_selection_and_takes_out_of_it() {
    let mut board = TestBoard::new();
    board.select(&[0, 1]);
    let effects = board.click(0.0, 0.0, SHIFT);
    assert_eq!(selections(&effects), [Selection::of_actor(board.actors[1])]);
}

#[test]
fn a_menu_on_a_piece_outside_the_selection_selects_it_first() {
    let mut board = TestBoard::new();
    board.select(&[1, 2]);
    let at = board.pointer(0.0, 0.0, NO_KEYS);
    board.step(at, |gesture, at, facts, out| {
        gesture.press(Button::Secondary, at, facts, out);
    });
    let effects = board.release(at);
    assert_eq!(selections(&effects), [Selection::of_actor(board.actors[0])]);
    assert_eq!(effects.last(), Some(&HandEffect::OpenMenu(at.over, at.on_screen)));
}

#[test]
fn a_double_click_in_the_open_makes_an_actor_and_on_a_piece_edits_its_name() {
    let mut board = TestBoard::new();
    let at = board.pointer(500.0, 500.0, NO_KEYS);
    let effects = board.step(at, |_, at, facts, out| double_click(at, facts, out));
    let new = NewActor {
        pos: Some(Point::new(500.0, 500.0)),
        ..NewActor::default()
    };
    assert!(sends(&effects, Edit::AddActorAndName(new)));
    let at = board.pointer(0.0, 0.0, NO_KEYS);
    let effects = board.step(at, |_, at, facts, out| double_click(at, facts, out));
    assert_eq!(
        effects,
        [HandEffect::send(DeskChange::StartRename(board.actors[0]))]
    );
}
