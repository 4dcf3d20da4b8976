//! The context menus of the board, and what a screen reader can do.

use egui::{Key, Modifiers, PointerButton};
use egui_kittest::kittest::{NodeT, Queryable};
use netwerkopstelling::model::{Background, Direction, Point};

use super::bench::Board;

const LINE: &str = "Alkmaar – Hoorn";

fn related() -> Board {
    let mut board = Board::with(&[("Alkmaar", -200.0, 0.0), ("Hoorn", 200.0, 100.0)]);
    let (rim, target) = (board.rim("Alkmaar"), board.centre("Hoorn"));
    board.drag(rim, target);
    let line = board.centre(LINE);
    board.click_with(line, PointerButton::Secondary, Modifiers::NONE);
    board
}

#[test]
fn a_relation_is_made_mutual_from_its_menu() {
    let mut board = related();
    board.choose("Wederzijds maken");
    assert_eq!(board.relations()[0].direction, Direction::Mutual);
}

#[test]
fn a_relation_is_turned_round_from_its_menu() {
    let mut board = related();
    board.choose("Relatie omdraaien");
    assert_eq!(board.pairs(), ["Hoorn > Alkmaar"]);
}

#[test]
fn a_relation_gets_its_weight_from_its_menu() {
    let mut board = related();
    board.choose("4");
    assert_eq!(board.relations()[0].weight, 4.0);
    assert!(
        board.harness.query_by_label("Sterkte").is_none(),
        "the menu has closed"
    );
}

#[test]
fn a_relation_gets_its_kind_from_its_menu() {
    let mut board = related();
    board.open_submenu("Soort relatie");
    board.choose("Vertrouwen");
    assert_eq!(board.relations()[0].kind.as_str(), "vertrouwen");
}

#[test]
fn a_relation_becomes_wished_and_verified_from_its_menu() {
    let mut board = related();
    board.choose("Nagegaan");
    assert!(board.relations()[0].verified);
    let line = board.centre(LINE);
    board.click_with(line, PointerButton::Secondary, Modifiers::NONE);
    board.open_submenu("Status");
    board.choose("Gewenst");
    assert_eq!(
        board.relations()[0].status,
        netwerkopstelling::model::RelationStatus::Wished
    );
}

#[test]
fn an_actor_gets_its_kind_from_its_menu() {
    let mut board = Board::with(&[("UWV", 0.0, 0.0)]);
    let piece = board.centre("UWV");
    board.click_with(piece, PointerButton::Secondary, Modifiers::NONE);
    assert_eq!(board.selected_names(), ["UWV"]);
    board.open_submenu("Schaalniveau");
    board.choose("Provincie");
    assert_eq!(
        board
            .actor("UWV")
            .level
            .as_ref()
            .map(netwerkopstelling::model::LevelId::as_str),
        Some("provincie")
    );
}

#[test]
fn the_menu_of_the_board_adds_an_actor_at_the_spot() {
    let mut board = Board::empty();
    let spot = board.on_screen(-80.0, 40.0);
    board.click_with(spot, PointerButton::Secondary, Modifiers::NONE);
    board.choose("Actor hier toevoegen");
    board.type_text("Provincie");
    board.key(Key::Enter);
    assert_eq!(board.actor("Provincie").pos, Some(Point::new(-80.0, 40.0)));
}

#[test]
fn the_menu_of_the_board_sets_the_background_and_places_the_question() {
    let mut board = Board::empty();
    let spot = board.on_screen(-80.0, 40.0);
    board.click_with(spot, PointerButton::Secondary, Modifiers::NONE);
    board.open_submenu("Achtergrond");
    board.choose("Ringen van invloed");
    assert_eq!(board.constellation().board.background, Background::Rings);
    board.click_with(spot, PointerButton::Secondary, Modifiers::NONE);
    board.choose("Vraag hier neerzetten");
    assert_eq!(
        board.constellation().board.issue_pos,
        Some(Point::new(-80.0, 40.0))
    );
}

#[test]
fn a_second_right_click_opens_the_next_menu() {
    let mut board = Board::with(&[("UWV", 0.0, 0.0)]);
    let (piece, empty) = (board.centre("UWV"), board.on_screen(-300.0, -200.0));
    board.click_with(piece, PointerButton::Secondary, Modifiers::NONE);
    assert!(board.menu_entry("Schaalniveau").is_some());
    board.click_with(empty, PointerButton::Secondary, Modifiers::NONE);
    assert!(board.menu_entry("Schaalniveau").is_none());
    assert!(board.harness.query_by_label("Actor hier toevoegen").is_some());
}

#[test]
fn the_menu_opens_and_works_by_keyboard() {
    let mut board = Board::with(&[("UWV", 0.0, 0.0)]);
    board.key(Key::Tab);
    board.key_with(Modifiers::SHIFT, Key::F10);
    board.harness.run_steps(4);
    let focused = board.harness.get_by_label_contains("Naam wijzigen");
    assert!(focused.is_focused(), "the first entry has the keyboard");
    board.key(Key::Enter);
    assert!(board.is_naming());
}

#[test]
fn escape_closes_the_menu_and_gives_the_keyboard_back_to_the_board() {
    let mut board = Board::with(&[("UWV", 0.0, 0.0)]);
    board.key(Key::Tab);
    board.key_with(Modifiers::SHIFT, Key::F10);
    board.key(Key::Escape);
    assert!(board.harness.query_by_label_contains("Naam wijzigen").is_none());
    assert_eq!(board.selected_names(), ["UWV"]);
    board.key(Key::ArrowRight);
    assert_eq!(board.actor("UWV").pos, Some(Point::new(10.0, 0.0)));
}

#[test]
fn pieces_and_relations_tell_screen_readers_who_they_are() {
    let board = related();
    let piece = board
        .harness
        .get_by_role_and_label(egui::accesskit::Role::Button, "Alkmaar");
    let description = piece.accesskit_node().description().unwrap_or_default();
    assert!(description.contains("Gemeente"), "{description}");
    assert!(description.contains("1 relatie"), "{description}");
    assert!(
        board
            .harness
            .query_by_label("Bord met 2 actoren en 1 relatie")
            .is_some()
    );
}

#[test]
fn a_screen_reader_can_select_a_piece() {
    let mut board = Board::with(&[("Alkmaar", -200.0, 0.0), ("Hoorn", 200.0, 100.0)]);
    board.harness.get_by_label("Hoorn").click_accesskit();
    board.settle();
    assert_eq!(board.selected_names(), ["Hoorn"]);
}
