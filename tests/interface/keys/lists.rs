//! Lists and menus take the same keys whether a key or the pointer opened them.

use egui::accesskit::Role;
use egui::{Id, Key, Modifiers, Order, PointerButton, Popup, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use netwerkopstelling::command::{DeskChange, Look};
use netwerkopstelling::desk::{Dialog, LeftTab, RightTab, TableTab};
use netwerkopstelling::edit::Selection;
use netwerkopstelling::edit::operations::WordList;

use super::owner::{ids, small};
use crate::program::Program;

const KIND: &str = "Soort van de volgende actor";

fn is_open(program: &Program) -> bool {
    Popup::is_any_open(&program.harness.ctx)
}

/// What has the keyboard, and whether that is an entry of an open list.
fn focus(program: &Program) -> (Option<Id>, bool) {
    let ctx = &program.harness.ctx;
    let focused = ctx.memory(egui::Memory::focused);
    let response = focused.and_then(|id| ctx.read_response(id));
    let is_in_list = response.is_some_and(|response| response.layer_id.order == Order::Foreground);
    (focused, is_in_list)
}

/// What has the keyboard is called this.
fn has_keyboard(program: &Program, label: &str) -> bool {
    let nodes = program.harness.query_all_by_label(label);
    nodes.into_iter().any(|node| node.accesskit_node().is_focused())
}

fn active_kind(program: &Program) -> Option<String> {
    let desk = program.harness.state().desk();
    desk.active_actor_kind.as_ref().map(ToString::to_string)
}

fn kinds(program: &Program) -> Vec<String> {
    let constellation = program.harness.state().document().constellation();
    let kinds = constellation.vocabulary.actor_kinds.iter();
    kinds.map(|kind| kind.id.to_string()).collect()
}

#[test]
fn a_list_opened_by_the_pointer_takes_arrows_and_enter() {
    let mut program = small();
    let kinds = kinds(&program);
    program.send(DeskChange::ActiveActorKind(Some(kinds[1].as_str().into())));
    program.settle();
    program.click_on(KIND);
    assert!(is_open(&program));
    assert!(focus(&program).1, "it begins at the kind that holds");
    program.key(Key::ArrowDown);
    program.key(Key::ArrowDown);
    program.key(Key::ArrowUp);
    program.key(Key::Enter);
    program.settle();
    assert_eq!(active_kind(&program).as_deref(), Some(kinds[2].as_str()));
    assert!(!is_open(&program), "choosing closes");
    let before = program.untouched();
    program.click_on(KIND);
    program.key(Key::Home);
    program.key(Key::Enter);
    program.settle();
    assert_eq!((active_kind(&program), is_open(&program)), (None, false));
    assert_eq!(program.untouched(), before, "nothing of it reached the board");
}

/// Opens each list that is in sight and goes through it by key. Returns how many there were.
fn walk(what: &str, program: &mut Program) -> usize {
    program.settle();
    let rects = |program: &Program| -> Vec<(egui::Rect, String)> {
        let nodes = program.harness.query_all_by_role(Role::ComboBox);
        let nodes = nodes.filter(|node| !node.accesskit_node().is_disabled());
        let label = |node: &egui_kittest::Node<'_>| node.accesskit_node().label().unwrap_or_default();
        nodes.map(|node| (node.rect(), label(&node))).collect()
    };
    let mut opened = 0;
    for (rect, name) in rects(program) {
        let here = format!("{what}: {name}");
        program.click_at(rect.center());
        if !is_open(program) {
            // Below what is in sight of its panel.
            continue;
        }
        opened += 1;
        let before = program.untouched();
        let mut visited = vec![focus(program).0];
        for key in [
            Key::ArrowDown,
            Key::ArrowDown,
            Key::Tab,
            Key::Tab,
            Key::Tab,
            Key::ArrowUp,
        ] {
            program.key(key);
            let (now, is_in_list) = focus(program);
            assert!(is_in_list, "{key:?} stays in the list of {here}");
            visited.push(now);
        }
        program.key_with(Modifiers::SHIFT, Key::Tab);
        assert!(focus(program).1, "Shift+Tab stays in the list of {here}");
        visited.dedup();
        assert!(visited.len() > 2, "the keys go from entry to entry in {here}");
        program.key(Key::Escape);
        program.settle();
        assert!(!is_open(program), "Esc closes {here}");
        assert!(!focus(program).1, "the keyboard is out of {here}");
        assert_eq!(program.untouched(), before, "{here}");
    }
    opened
}

#[test]
fn every_list_keeps_the_keys_that_go_through_it_when_the_pointer_opened_it() {
    let mut program = small();
    let ids = ids(&program);
    program.send(DeskChange::OpenLeft(LeftTab::Tray));
    assert!(walk("list and selection", &mut program) >= 6);
    program.send(DeskChange::CloseLeft);
    program.send(Look::Select(Selection::default()));
    for tab in [RightTab::Spanners, RightTab::Centrality, RightTab::Cohesion] {
        program.send(DeskChange::OpenRight(tab));
        program.until("figures", |program| {
            let analysis = program.harness.query_all_by_role(Role::ComboBox);
            analysis.count() > 2
        });
        assert!(walk(&format!("{tab:?}"), &mut program) >= 2, "{tab:?}");
    }
    program.send(DeskChange::CloseRight);
    program.send(DeskChange::OpenTable(TableTab::Actors));
    program.send(Look::Select(Selection::of_actor(ids[0])));
    assert!(walk("table", &mut program) > 2);
    program.send(DeskChange::ToggleTable);
    for dialog in [Dialog::Properties, Dialog::Vocabulary(WordList::ActorKinds)] {
        program.send(DeskChange::Open(dialog.clone()));
        assert!(walk(&format!("{dialog:?}"), &mut program) > 2, "{dialog:?}");
        assert_eq!(
            program.harness.state().desk().dialog,
            Some(dialog),
            "Esc closes the list and not the window behind it"
        );
    }
}

#[test]
fn an_entry_with_a_sample_is_as_wide_as_its_list() {
    let mut program = small();
    let ids = ids(&program);
    program.send(Look::Select(Selection::of_actor(ids[0])));
    program.send(DeskChange::OpenRight(RightTab::Selection));
    program.settle();
    let edge = program.board().right();
    let lists = program
        .harness
        .get_all_by_role(Role::ComboBox)
        .map(|node| node.rect());
    let lists = lists.filter(|rect| rect.left() > edge);
    let list = lists
        .min_by(|a, b| a.top().total_cmp(&b.top()))
        .expect("the kind");
    program.click_at(list.center());
    assert!(is_open(&program));
    let ends: Vec<f32> = ["Gemeente", "Samenwerkingsverband of overlegtafel"]
        .map(|entry| {
            let entries = program.harness.get_all_by_role_and_label(Role::Button, entry);
            let rects = entries.map(|node| node.rect());
            rects
                .max_by(|a, b| a.right().total_cmp(&b.right()))
                .expect(entry)
                .right()
        })
        .into();
    assert!((ends[0] - ends[1]).abs() < 1.0, "{ends:?}");
}

#[test]
fn a_menu_of_the_bar_opened_by_the_pointer_goes_by_keys_and_closes_when_one_is_chosen() {
    let mut program = small();
    program.click_on("Beeld");
    assert!(is_open(&program));
    program.key(Key::ArrowDown);
    let first = focus(&program);
    assert!(first.1, "the first arrow begins at the first entry");
    program.key(Key::ArrowDown);
    let second = focus(&program);
    assert!(second.1 && second != first);
    program.key(Key::ArrowUp);
    assert_eq!(focus(&program), first);
    program.key(Key::Enter);
    program.settle();
    assert!(!is_open(&program));
}

#[test]
fn enter_in_a_menu_that_was_just_clicked_open_chooses_nothing() {
    let mut program = small();
    let before = program.untouched();
    let piece = program.piece("Hoorn").center();
    secondary_click(&mut program, piece);
    assert!(is_open(&program));
    program.key(Key::Enter);
    program.settle();
    assert_eq!(program.untouched().0, before.0);
    assert_eq!(program.harness.state().desk().renaming, None);
    program.key(Key::Escape);
    program.settle();
    assert!(!is_open(&program));
}

/// The keyboard is at an entry of this name in a menu.
fn is_at(program: &Program, label: &str) -> bool {
    let nodes = program.harness.query_all_by_label_contains(label);
    let has_keyboard = nodes.into_iter().any(|node| node.accesskit_node().is_focused());
    has_keyboard && focus(program).1
}

fn secondary_click(program: &mut Program, pos: egui::Pos2) {
    program.harness.event(egui::Event::PointerMoved(pos));
    for pressed in [true, false] {
        program.harness.event(egui::Event::PointerButton {
            pos,
            button: PointerButton::Secondary,
            pressed,
            modifiers: Modifiers::NONE,
        });
    }
    program.settle();
}

#[test]
fn a_submenu_opens_to_the_right_and_gives_the_keyboard_back_to_the_left() {
    let mut program = small();
    let piece = program.piece("Hoorn").center();
    secondary_click(&mut program, piece);
    // Off the menu: an entry under a resting pointer would open and close submenus of its own.
    program
        .harness
        .event(egui::Event::PointerMoved(piece + vec2(-300.0, 0.0)));
    let mut presses = 0;
    while !is_at(&program, "Sector") {
        program.key(Key::ArrowDown);
        presses += 1;
        assert!(presses < 20, "the entry is there");
    }
    program.key(Key::ArrowRight);
    program.settle();
    let words = &program
        .harness
        .state()
        .document()
        .constellation()
        .vocabulary
        .sectors;
    let (first, second) = (words[0].label.clone(), words[1].id.clone());
    assert!(has_keyboard(&program, &first), "the submenu has it");
    program.key(Key::ArrowLeft);
    program.settle();
    assert!(is_at(&program, "Sector"));
    program.key(Key::Enter);
    program.settle();
    program.key(Key::ArrowDown);
    program.key(Key::Enter);
    program.settle();
    let document = program.harness.state().document();
    let mut actors = document.constellation().actors.values();
    let hoorn = actors.find(|actor| actor.label == "Hoorn").expect("Hoorn");
    assert_eq!(hoorn.sector.as_ref(), Some(&second));
    assert!(!is_open(&program));
}

#[test]
fn a_list_gives_the_keyboard_back_to_what_had_it() {
    let mut program = small();
    program.harness.get_by_label(KIND).focus();
    program.harness.run_steps(4);
    program.key(Key::Enter);
    program.settle();
    assert!(is_open(&program) && focus(&program).1);
    program.key(Key::Escape);
    program.settle();
    assert!(has_keyboard(&program, KIND), "opened by key");

    let board = program.board().center() + vec2(0.0, 150.0);
    program.click_at(board);
    program.click_on(KIND);
    program.key(Key::Escape);
    program.settle();
    program.key(Key::A);
    assert_eq!(
        program.counts().0,
        4,
        "opened by pointer from the board: its keys are the board's again"
    );
}
