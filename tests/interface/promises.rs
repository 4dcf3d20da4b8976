//! What README, guide and hints on the screen promise about pointer and keys, each as a user does it. What is
//! not here is held elsewhere: drawing, moving and walking in `board`, files in `flow`, the rest by its panel.

use egui::{Event, Key, Modifiers, PointerButton, vec2};
use egui_kittest::kittest::Queryable;
use netwerkopstelling::command::{Command, DeskChange, Look};
use netwerkopstelling::desk::{Desk, Dialog, RightTab};
use netwerkopstelling::edit::Selection;
use netwerkopstelling::model::Point;

use crate::program::Program;

const TRAY: &str = "Naam van een nieuwe actor";

/// These names in the tray, typed as the guide says.
fn with_names(names: &[&str]) -> Program {
    let mut program = Program::with_new_board();
    program.harness.get_by_label(TRAY).focus();
    program.harness.run_steps(4);
    for name in names {
        program.letters(name);
        program.key(Key::Enter);
    }
    program
}

fn places(program: &Program) -> Vec<Option<Point>> {
    let document = program.harness.state().document();
    document
        .constellation()
        .actors
        .values()
        .map(|one| one.pos)
        .collect()
}

/// The middle of the name in the list of those that have no place: the first of its kind in the tray.
fn in_tray(program: &Program, name: &str) -> egui::Pos2 {
    let board = program.board();
    let rects = program.harness.query_all_by_label(name).map(|node| node.rect());
    let left: Vec<_> = rects.filter(|rect| rect.right() <= board.left()).collect();
    left.first()
        .unwrap_or_else(|| panic!("{name} is not in the tray"))
        .center()
}

fn drag_slowly(program: &mut Program, from: egui::Pos2, to: egui::Pos2) {
    program.buttons(from, &[true]);
    program.harness.run_steps(2);
    for step in 1..=6u8 {
        program
            .harness
            .event(Event::PointerMoved(from + (to - from) * (f32::from(step) / 6.0)));
        program.harness.run_steps(2);
    }
    program.buttons(to, &[false]);
    program.settle();
}

#[test]
fn a_name_dragged_from_the_list_stands_where_it_is_dropped_and_is_one_step() {
    let mut program = with_names(&["jan", "piet"]);
    let to = program.board().center() + vec2(90.0, 70.0);
    let from = in_tray(&program, "piet");
    drag_slowly(&mut program, from, to);
    assert!((program.piece("piet").center() - to).length() < 2.0);
    assert_eq!(places(&program)[0], None, "the other waits");
    assert_eq!(program.counts().2, 3);
    program.key(Key::Num2);
    let document = program.harness.state().document();
    let piet = document.constellation().actors.values().nth(1);
    assert_eq!(
        piet.and_then(|one| one.influence),
        Some(2),
        "it is selected, and the board has the keys"
    );
    program.key_with(Modifiers::COMMAND, Key::Z);
    program.key_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(places(&program), [None, None]);
}

#[test]
fn a_name_dragged_in_the_hurry_of_one_frame_lands_too() {
    let mut program = with_names(&["jan"]);
    let (from, to) = (in_tray(&program, "jan"), program.board().center());
    program.at_once(vec![
        Event::PointerMoved(from),
        crate::program::button(from, true),
        Event::PointerMoved(to),
        crate::program::button(to, false),
    ]);
    assert!((program.piece("jan").center() - to).length() < 2.0);
}

#[test]
fn selected_names_go_to_the_board_together() {
    let mut program = with_names(&["jan", "piet", "kees"]);
    program.click_at(in_tray(&program, "jan"));
    let second = in_tray(&program, "kees");
    program.harness.event(Event::ModifiersChanged(Modifiers::COMMAND));
    program.click_at(second);
    program.harness.event(Event::ModifiersChanged(Modifiers::NONE));
    program.harness.step();
    assert_eq!(program.harness.state().document().selection().actors.len(), 2);
    let to = program.board().center();
    drag_slowly(&mut program, second, to);
    let places = places(&program);
    assert!(places[0].is_some() && places[2].is_some(), "{places:?}");
    assert_eq!(places[1], None);
    assert_ne!(places[0], places[2]);
    assert_eq!(program.counts().2, 4, "one step for both");
}

#[test]
fn a_name_dropped_beside_the_board_or_taken_back_with_escape_stays_in_the_list() {
    let mut program = with_names(&["jan", "piet"]);
    let from = in_tray(&program, "jan");
    drag_slowly(&mut program, from, from + vec2(0.0, 200.0));
    assert_eq!(places(&program), [None, None]);
    let to = program.board().center();
    program.buttons(from, &[true]);
    program
        .harness
        .event(Event::PointerMoved(from + (to - from) * 0.5));
    program.harness.event(Event::PointerMoved(to));
    program.harness.run_steps(2);
    program.harness.key_press(Key::Escape);
    program.harness.run_steps(2);
    program.buttons(to, &[false]);
    program.settle();
    assert_eq!(places(&program), [None, None]);
}

#[test]
fn a_name_dropped_on_a_piece_stands_beside_it() {
    let mut program = with_names(&["jan"]);
    let middle = program.board().center();
    program.add(middle, "Alkmaar");
    let from = in_tray(&program, "jan");
    drag_slowly(&mut program, from, middle);
    let distance = (program.piece("jan").center() - program.piece("Alkmaar").center()).length();
    assert!(distance > 30.0, "{distance}");
}

#[test]
fn the_plus_beside_a_name_puts_it_in_the_middle() {
    let mut program = with_names(&["jan"]);
    program.click_on("Zet jan op het bord");
    let middle = program.board().center();
    assert!((program.piece("jan").center() - middle).length() < 3.0);
}

#[test]
fn a_list_pasted_in_the_tray_is_all_of_its_names_as_one_step() {
    let mut program = with_names(&[]);
    program.at_once(vec![Event::Paste("Alkmaar\nHoorn\nEdam-Volendam\n".to_owned())]);
    assert_eq!(program.names(), ["Alkmaar", "Hoorn", "Edam-Volendam"]);
    assert_eq!(program.counts().2, 1);
}

#[test]
fn tab_in_the_name_field_goes_on_with_a_next_actor_and_escape_takes_that_one_back() {
    let mut program = Program::with_new_board();
    let middle = program.board().center();
    program.at_once(vec![Event::PointerMoved(middle)]);
    program.click_at(middle);
    program.key(Key::A);
    program.letters("alkmaar");
    program.key(Key::Tab);
    program.letters("hoorn");
    program.key(Key::Tab);
    program.key(Key::Escape);
    assert_eq!(program.names(), ["alkmaar", "hoorn"]);
    assert_eq!(program.counts().2, 2);
}

/// Two actors with a relation; the relation is selected.
pub fn with_relation() -> Program {
    let mut program = Program::with_new_board();
    let middle = program.board().center();
    program.add(middle - vec2(150.0, 40.0), "Alkmaar");
    program.add(middle + vec2(120.0, 60.0), "Hoorn");
    program.click_at(program.piece("Alkmaar").center());
    program.key(Key::R);
    program.key(Key::Enter);
    assert_eq!(program.counts().1, 1);
    program
}

#[test]
fn o_m_v_and_digits_change_the_relation_that_was_drawn() {
    use netwerkopstelling::model::Direction;
    let mut program = with_relation();
    let relation = |program: &Program| {
        let document = program.harness.state().document();
        document
            .constellation()
            .relations
            .values()
            .next()
            .expect("one")
            .clone()
    };
    let before = relation(&program);
    program.key(Key::O);
    assert_eq!(relation(&program).source, before.target);
    program.key(Key::M);
    assert_eq!(relation(&program).direction, Direction::Mutual);
    program.key(Key::V);
    assert_eq!(relation(&program).verified, !before.verified);
    program.key(Key::Num7);
    assert_eq!(relation(&program).weight, 7.0);
    assert_eq!(program.counts().2, 7, "each is a step");
}

#[test]
fn digits_set_the_influence_of_selected_actors_and_the_help_says_so() {
    let mut program = Program::with_new_board();
    let middle = program.board().center();
    program.add(middle, "Alkmaar");
    program.click_at(program.piece("Alkmaar").center());
    let influence = |program: &Program| {
        let document = program.harness.state().document();
        let actor = document.constellation().actors.values().next();
        actor.expect("one").influence
    };
    for (key, wanted) in [(Key::Num6, 6), (Key::Plus, 7), (Key::Minus, 6), (Key::Num0, 0)] {
        program.key(key);
        assert_eq!(influence(&program), Some(wanted), "{key:?}");
    }
    program.send(DeskChange::Open(Dialog::Shortcuts));
    program.harness.run_steps(8);
    assert!(program.shows("gewicht van de relatie (vanaf 1), of invloed van geselecteerde actoren"));
}

#[test]
fn the_relation_tool_relates_one_click_after_the_other() {
    let mut program = Program::with_new_board();
    let middle = program.board().center();
    program.add(middle - vec2(150.0, 40.0), "Alkmaar");
    program.add(middle + vec2(120.0, 60.0), "Hoorn");
    program.click_at(middle + vec2(0.0, 200.0));
    program.key(Key::R);
    program.click_at(program.piece("Alkmaar").center());
    program.click_at(program.piece("Hoorn").center());
    assert_eq!(program.counts().1, 1);
    program.key(Key::Escape);
    program.key(Key::Escape);
    program.click_at(program.piece("Hoorn").center());
    assert_eq!(program.counts().1, 1);
}

#[test]
fn shift_and_click_adds_to_the_selection_and_takes_out_of_it() {
    let mut program = with_relation();
    program.click_at(program.piece("Alkmaar").center());
    program.harness.event(Event::ModifiersChanged(Modifiers::SHIFT));
    program.click_at(program.piece("Hoorn").center());
    let selected = |program: &Program| program.harness.state().document().selection().actors.len();
    assert_eq!(selected(&program), 2);
    program.click_at(program.piece("Alkmaar").center());
    assert_eq!(selected(&program), 1);
    program.harness.event(Event::ModifiersChanged(Modifiers::NONE));
}

#[test]
fn space_or_the_middle_button_moves_the_view_and_no_piece() {
    let mut program = with_relation();
    let centre = |program: &Program| program.harness.state().lens().camera.centre;
    let revision = program.untouched().0;
    let from = program.board().center() + vec2(20.0, 170.0);
    let before = centre(&program);
    program.harness.event(Event::PointerMoved(from));
    for (pressed, to) in [(true, from), (false, from + vec2(60.0, 0.0))] {
        program.harness.event(Event::PointerMoved(to));
        program.harness.event(Event::PointerButton {
            pos: to,
            button: PointerButton::Middle,
            pressed,
            modifiers: Modifiers::NONE,
        });
    }
    program.settle();
    let after_middle = centre(&program);
    assert!(after_middle.0 < before.0 - 30.0, "{before:?} {after_middle:?}");
    program.harness.key_down(Key::Space);
    program.drag(from, from - vec2(60.0, 0.0));
    program.harness.key_up(Key::Space);
    program.settle();
    assert!(centre(&program).0 > after_middle.0 + 30.0);
    assert_eq!(program.untouched().0, revision);
}

/// Every word on a button or in a menu that the guide names about agreements, and every key.
#[test]
fn agreements_are_written_as_the_guide_says() {
    let guide = include_str!("../../docs/handleiding.md");
    let part = guide
        .split_once("## Afspraken")
        .expect("the guide tells of them")
        .1;
    let part = part.split_once("\n## ").map_or(part, |(part, _)| part);
    let says = |text: &str| {
        let plain = part.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(plain.contains(text), "the guide: {text}");
    };
    let mut program = with_names(&["Alkmaar", "Hoorn"]);
    says("**Afspraak opschrijven** (Ctrl+T, menu Beeld)");
    program.press("Beeld");
    let entry = program.harness.get_by_label_contains("Afspraak opschrijven");
    entry.click();
    program.settle();
    says("Typ wat er is afgesproken en druk op Enter. Het veld blijft staan voor de volgende.");
    for what in ["bellen", "zaal huren"] {
        program.letters(what);
        program.key(Key::Enter);
        program.settle();
    }
    assert!(program.shows("Afspraken (2)"));
    says("pijl omlaag en Enter, of een klik, maakt de naam af. Wie geen actor is, typ je gewoon.");
    program.harness.get_by_label("Wie: bellen").focus();
    program.settle();
    program.letters("hoo");
    program.settle();
    for key in [Key::ArrowDown, Key::Enter] {
        program.key(key);
        program.settle();
    }
    program.letters(", de buurman");
    program.key(Key::Enter);
    program.settle();
    assert_eq!(program.text_in("Wie: bellen"), "Hoorn, de buurman");
    says("een dag (29-11-2026) of woorden (*na de zomer*)");
    for (field, when) in [
        ("Wanneer: bellen", "29-11-2026"),
        ("Wanneer: zaal huren", "na de zomer"),
    ] {
        program.harness.get_by_label(field).focus();
        program.settle();
        program.letters(when);
        program.key(Key::Enter);
        program.settle();
        assert_eq!(program.text_in(field), when);
    }
    says("*Afspraak hierover* in het menu van een stuk of relatie (Ctrl+Shift+T)");
    program.key(Key::Escape);
    let hoorn = {
        let actors = &program.harness.state().document().constellation().actors;
        *actors.keys().last().expect("an actor")
    };
    program.send(Look::Select(Selection::of_actor(hoorn)));
    program.settle();
    says("kies *over de selectie*");
    assert!(program.shows("over de selectie"));
    program.key_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::T);
    program.settle();
    assert!(program.shows("Nieuwe afspraak over Hoorn"));
    says("zonder woorden is een afspraak weg");
    says("dan blijft de afspraak staan, met de naam erbij");
    program.key(Key::Escape);
    program.send(Command::Delete);
    program.settle();
    assert_eq!(program.text_in("Wie: bellen"), "Hoorn, de buurman");
}

#[test]
fn the_keys_of_the_readme_open_and_close_what_it_says() {
    let mut program = with_relation();
    let desk = |program: &Program| program.harness.state().desk().clone();
    for (key, is_on) in [
        (Key::F6, (|desk| desk.table_is_open) as fn(&Desk) -> bool),
        (Key::F7, |desk| desk.left_is_open),
        (Key::F8, |desk| desk.right_is_open),
        (Key::F9, |desk| desk.legend_is_open),
        (Key::F5, |desk| desk.hall_mode),
    ] {
        let before = is_on(&desk(&program));
        program.key(key);
        assert_eq!(is_on(&desk(&program)), !before, "{key:?}");
        program.key(key);
        assert_eq!(is_on(&desk(&program)), before, "{key:?}");
    }
    for (modifiers, key, is_on) in [
        (Modifiers::COMMAND, Key::E, true),
        (Modifiers::COMMAND, Key::E, false),
        (Modifiers::COMMAND | Modifiers::SHIFT, Key::E, true),
        (Modifiers::COMMAND | Modifiers::SHIFT, Key::E, false),
    ] {
        program.key_with(modifiers, key);
        let what_if = program.harness.state().lens().what_if;
        assert_eq!(what_if.is_some(), is_on, "{key:?}");
    }
    program.key(Key::F1);
    assert_eq!(desk(&program).dialog, Some(Dialog::Shortcuts));
    program.key(Key::Escape);
    program.key_with(Modifiers::COMMAND, Key::Plus);
    assert!(program.harness.ctx.zoom_factor() > 1.05, "everything larger");
    program.key_with(Modifiers::COMMAND, Key::Num0);
    assert!((program.harness.ctx.zoom_factor() - 1.0).abs() < 0.01);
}

#[test]
fn a_piece_is_doubled_and_deleted_and_a_list_pasted_by_their_keys() {
    let mut program = with_relation();
    program.click_at(program.piece("Alkmaar").center());
    program.key_with(Modifiers::COMMAND, Key::D);
    assert_eq!(program.counts().0, 3);
    program.key(Key::Delete);
    assert_eq!(program.counts().0, 2);
    program.at_once(vec![Event::Paste("Edam\nPurmerend".to_owned())]);
    assert_eq!(program.counts().0, 4, "a list of names pasted on the board");
}

#[test]
fn keys_show_panels_sights_and_selections_as_the_readme_lists_them() {
    let mut program = with_relation();
    program.key_with(Modifiers::COMMAND, Key::B);
    assert_eq!(program.harness.state().desk().right_tab, RightTab::Spanners);
    program.key_with(Modifiers::COMMAND, Key::R);
    assert_eq!(program.harness.state().desk().right_tab, RightTab::Centrality);
    program.key_with(Modifiers::COMMAND, Key::M);
    assert_eq!(program.harness.state().desk().dialog, Some(Dialog::Measures));
    program.key(Key::Escape);

    let selected = |program: &Program| program.harness.state().document().selection().actors.len();
    program.key_with(Modifiers::COMMAND, Key::A);
    assert_eq!(selected(&program), 2);
    program.key_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::A);
    assert_eq!(selected(&program), 0);

    let camera = |program: &Program| program.harness.state().lens().camera;
    program.key_with(Modifiers::COMMAND, Key::Num1);
    let all = camera(&program);
    program.click_at(program.piece("Hoorn").center());
    program.key_with(Modifiers::COMMAND, Key::Num2);
    assert_ne!(camera(&program), all, "the selection in sight");
    program.key_with(Modifiers::COMMAND, Key::Num1);
    assert_eq!(camera(&program), all, "everything in sight");

    program.key(Key::Delete);
    program.key_with(Modifiers::COMMAND, Key::Z);
    program.key_with(Modifiers::COMMAND, Key::Y);
    assert_eq!(program.names(), ["Alkmaar"], "redo by its other keys");
    program.key_with(Modifiers::COMMAND, Key::N);
    assert!(
        program.shows("Eerst opslaan?"),
        "new asks about what is in no file"
    );
}

#[test]
fn a_double_click_in_the_filters_shows_only_that_kind() {
    use egui::accesskit::Role;
    let mut program = with_relation();
    // A second kind, drawn between the same two.
    program.click_at(program.piece("Alkmaar").center());
    for key in [Key::K, Key::R, Key::Enter] {
        program.key(key);
    }
    assert_eq!(program.counts().1, 2);
    program.click_on("Filters");
    let box_of = |program: &Program, label: &str| {
        let node = program.harness.get_by_role_and_label(Role::CheckBox, label);
        node.rect().center()
    };
    let at = box_of(&program, "Samenwerking");
    program.buttons(at, &[true, false, true, false]);
    program.settle();
    let filters = &program.harness.state().lens().filters;
    assert!(!filters.relation_kinds.is_empty(), "the other kinds are hidden");
    let shown = netwerkopstelling::model::RelationKindId::new("samenwerking");
    assert!(!filters.relation_kinds.contains(&shown));
}

#[test]
fn the_right_button_opens_the_menu_of_what_is_under_it() {
    let mut program = with_relation();
    let press = |program: &mut Program, at: egui::Pos2| {
        program.harness.event(Event::PointerMoved(at));
        for pressed in [true, false] {
            program.harness.event(Event::PointerButton {
                pos: at,
                button: PointerButton::Secondary,
                pressed,
                modifiers: Modifiers::NONE,
            });
        }
        program.settle();
    };
    let at = program.piece("Alkmaar").center();
    press(&mut program, at);
    assert!(program.shows("Naam wijzigen"), "of an actor");
    program.key(Key::Escape);
    assert_eq!(program.counts().0, 2);
}

#[test]
fn names_pasted_on_the_start_screen_go_onto_no_board_that_nobody_sees() {
    let home = tempfile::tempdir().unwrap();
    let mut program = Program::at(home.path());
    program.until_label("Arbeidsmarktregio");
    program
        .harness
        .event(egui::Event::Paste("Gemeente Hoorn\nUWV".to_owned()));
    program.settle();
    assert_eq!(program.counts().0, 0);
}

#[test]
fn the_question_stays_in_sight_in_the_window_and_in_the_hall() {
    const QUESTION: &str = "Wie bouwt de brug?";
    let mut program = Program::with_new_board();
    assert!(!program.shows(QUESTION));
    program.letters(QUESTION);
    program.key(Key::Enter);
    program.settle();
    let stands_above_the_board = |program: &Program| {
        let (board, shown) = (program.board(), program.harness.get_by_label(QUESTION).rect());
        let is_next_to_it = (board.top() - shown.bottom()).abs() < 0.01;
        is_next_to_it && shown.left() >= board.left() && shown.right() <= board.right()
    };
    assert!(stands_above_the_board(&program));
    program.send(DeskChange::ToggleHall);
    program.settle();
    assert!(stands_above_the_board(&program));
    program.send(DeskChange::ToggleHall);

    // A card on the board is small: the question stays above it too.
    let at = program.board().center();
    let right = |pressed| Event::PointerButton {
        pos: at,
        button: PointerButton::Secondary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    for event in [Event::PointerMoved(at), right(true), right(false)] {
        program.harness.event(event);
        program.harness.run_steps(2);
    }
    program.harness.run_steps(40);
    program.press("Vraag hier neerzetten");
    program.settle();
    let board = program.board();
    let shown = program.harness.query_all_by_label(QUESTION);
    let mut below = shown.map(|node| node.rect().bottom() - board.top());
    assert!(below.any(|below| below.abs() < 0.01), "above the board");
}
