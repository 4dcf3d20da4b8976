//! Nothing unseen is changed, and what happened out of sight is said.

use egui::{Key, vec2};
use egui_kittest::kittest::Queryable;
use netwerkopstelling::command::{Command, DeskChange, Intent, Look};
use netwerkopstelling::desk::LeftTab;

use super::bench::{actor, click, constellation, filter, find, key, kind, name_in_list, selected, village};
use crate::program::Program;

#[test]
fn what_is_hidden_is_not_selected_and_no_key_changes_it() {
    let mut program = village();
    click(&mut program, "Alkmaar");
    assert_eq!(selected(&program), ["Alkmaar"]);
    filter(&mut program, "Gemeente");
    assert!(selected(&program).is_empty(), "hiding deselects");
    let before = constellation(&program).clone();
    let board = program.board().left_top() + vec2(20.0, 20.0);
    program.buttons(board, &[true, false]);
    program.settle();
    for pressed in [
        Key::Delete,
        Key::F2,
        Key::Enter,
        Key::ArrowRight,
        Key::Num4,
        Key::O,
        Key::M,
        Key::V,
    ] {
        key(&mut program, pressed);
        key(&mut program, Key::Escape);
    }
    assert_eq!(*constellation(&program), before);
}

#[test]
fn undo_does_not_select_what_is_hidden_again() {
    let mut program = village();
    click(&mut program, "Alkmaar");
    key(&mut program, Key::Num3);
    filter(&mut program, "Gemeente");
    program.send(Intent::Run(Command::Undo));
    program.settle();
    assert_eq!(actor(&program, "Alkmaar").influence, None);
    assert!(selected(&program).is_empty());
}

#[test]
fn a_hidden_relation_is_deselected_with_its_kind() {
    let mut program = village();
    let kinds = &constellation(&program).vocabulary.relation_kinds;
    let word = kinds.iter().find(|kind| kind.id.as_str() == "samenwerking");
    let word = word.expect("the usual kind").label.clone();
    let relation = *constellation(&program).relations.keys().next().expect("related");
    program.send(Look::Select(netwerkopstelling::edit::Selection::of_relation(
        relation,
    )));
    program.settle();
    filter(&mut program, &word);
    assert!(program.harness.state().document().selection().is_empty());
    program.send(Intent::Run(Command::Delete));
    program.settle();
    assert_eq!(program.counts().1, 2);
}

#[test]
fn finding_a_hidden_actor_says_so_and_shows_it_when_asked() {
    let mut program = village();
    filter(&mut program, "Gemeente");
    filter(&mut program, "Waterschap");
    find(&mut program, "alkm");
    assert!(selected(&program).is_empty());
    program.until_label("‘Alkmaar’ is verborgen door een filter.");
    program.press("Toon op het bord");
    assert_eq!(selected(&program), ["Alkmaar"]);
    program.piece("Alkmaar");
    let filters = &program.harness.state().lens().filters;
    assert_eq!(filters.actor_kinds.len(), 1, "what else was hidden stays hidden");
}

#[test]
fn deleting_says_what_went_and_puts_it_back() {
    let mut program = village();
    let before = constellation(&program).clone();
    click(&mut program, "Alkmaar");
    key(&mut program, Key::Delete);
    assert_eq!(program.counts().0, 2);
    program.until_label("‘Alkmaar’ en 2 relaties zijn verwijderd.");
    program.press("Terugzetten");
    assert_eq!(*constellation(&program), before);
    assert!(!program.shows("zijn verwijderd"));
}

#[test]
fn deleting_says_how_much_of_it_was_hidden_and_the_offer_goes_with_the_next_step() {
    let mut program = village();
    filter(&mut program, "Gemeente");
    click(&mut program, "Horizon College");
    key(&mut program, Key::Delete);
    program.until_label("‘Horizon College’ en 1 relatie zijn verwijderd. Daarvan was 1 relatie verborgen.");
    name_in_list(&mut program, "Zaanstad");
    assert!(!program.shows("Terugzetten"), "it would take back something else");
}

#[test]
fn a_piece_sent_to_the_list_is_no_longer_what_keys_are_about() {
    let mut program = village();
    click(&mut program, "Alkmaar");
    program.send(Intent::Run(Command::ToTray));
    program.settle();
    let before = constellation(&program).clone();
    for pressed in [Key::Delete, Key::F2, Key::ArrowRight, Key::Num4] {
        key(&mut program, pressed);
        key(&mut program, Key::Escape);
    }
    assert_eq!(*constellation(&program), before);
}

#[test]
fn an_actor_in_a_folded_list_is_found_and_put_on_the_board() {
    let mut program = village();
    name_in_list(&mut program, "Zaanstad");
    for panel in ["Actoren en tafelrand", "Selectie"] {
        program.press(panel);
    }
    assert!(
        selected(&program).is_empty(),
        "the only places that named it are gone"
    );
    find(&mut program, "zaan");
    program.until_label("‘Zaanstad’ staat nog niet op het bord.");
    program.press("Zet op het bord");
    assert_eq!(selected(&program), ["Zaanstad"]);
    program.piece("Zaanstad");
}

#[test]
fn what_is_added_and_hidden_at_once_says_so() {
    let mut program = village();
    filter(&mut program, "Gemeente");
    kind(&mut program, Some("gemeente"));
    let told = "‘Zaanstad’ is verborgen door een filter.";
    name_in_list(&mut program, "Zaanstad");
    assert!(program.shows(told));
    program.press("Melding sluiten");
    program.press("Zet Zaanstad op het bord");
    assert!(program.shows(told));
    program.press("Toon op het bord");
    program.piece("Zaanstad");
}

#[test]
fn what_is_hidden_is_counted_in_the_words_of_what_there_is() {
    let mut program = Program::with_new_board();
    let middle = program.board().center();
    kind(&mut program, Some("gemeente"));
    program.add(middle, "Alkmaar");
    filter(&mut program, "Gemeente");
    program.harness.get_by_label("1 actor verborgen, toon alles");
    let mut program = village();
    filter(&mut program, "Gemeente");
    program
        .harness
        .get_by_label("2 actoren en 2 relaties verborgen, toon alles");
}

#[test]
fn the_words_of_a_filter_stay_where_they_are_when_one_of_them_is_switched_off() {
    let mut program = village();
    program.send(DeskChange::OpenLeft(LeftTab::Filters));
    program.settle();
    let place = |program: &Program, word: &str| {
        let is_word = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
            node.role() == egui::accesskit::Role::CheckBox && node.label().as_deref() == Some(word)
        };
        program.harness.get_by(is_word).rect()
    };
    let before = ["Gemeente", "Waterschap"].map(|word| place(&program, word));
    program.click_at(before[0].center());
    program.settle();
    assert!(program.shows("verborgen"), "something is hidden");
    let after = ["Gemeente", "Waterschap"].map(|word| place(&program, word));
    assert_eq!(before, after);
    // The second word is hit where it was, and the way back leaves all where it is too.
    program.click_at(before[1].center());
    program.settle();
    assert_eq!(place(&program, "Gemeente"), before[0]);
    program.press("Alles tonen");
    program.settle();
    assert_eq!(place(&program, "Waterschap"), before[1]);
}
