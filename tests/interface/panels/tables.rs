//! The tables of actors and relations.

use egui::{Event, Key, Modifiers, PointerButton};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use netwerkopstelling::command::Look;
use netwerkopstelling::desk::TableTab;
use netwerkopstelling::edit::Selection;
use netwerkopstelling::ui::panels::tables::tables_ui;

use super::bench::{Bench, many, open, small};

fn tables(bench: Bench) -> Harness<'static, Bench> {
    open(bench, [1400.0, 300.0], tables_ui)
}

#[test]
fn a_click_selects_and_ctrl_click_adds() {
    let (document, [alkmaar, _, uwv, _], _) = small();
    let mut harness = tables(Bench::new(document));
    harness.get_by_label("Alkmaar").click();
    harness.run();
    assert_eq!(
        harness.state().session.document.selection().single_actor(),
        Some(alkmaar)
    );
    harness
        .get_by_label("Rij: UWV")
        .click_modifiers(Modifiers::COMMAND);
    harness.run();
    let expected = Selection::of_actors([alkmaar, uwv]);
    assert_eq!(*harness.state().session.document.selection(), expected);
}

#[test]
fn a_double_click_shows_the_actor_on_the_board() {
    let (document, [alkmaar, ..], _) = small();
    let mut harness = tables(Bench::new(document));
    let row = harness.get_by_label("Alkmaar").rect().center();
    harness.hover_at(row);
    harness.step();
    for _ in 0..2 {
        for pressed in [true, false] {
            harness.input_mut().events.push(Event::PointerButton {
                pos: row,
                button: PointerButton::Primary,
                pressed,
                modifiers: Modifiers::NONE,
            });
        }
        harness.step();
    }
    harness.run();
    let reveal = Look::Reveal(Selection::of_actor(alkmaar)).into();
    assert!(
        harness.state().asked.contains(&reveal),
        "{:?}",
        harness.state().asked
    );
}

#[test]
fn a_selected_row_is_edited_in_place() {
    let (mut document, [alkmaar, ..], [tie, _]) = small();
    document.set_selection(Selection::of_actor(alkmaar));
    let mut harness = tables(Bench::new(document));
    harness.get_by_label("Naam van Alkmaar").focus();
    harness.run();
    harness.get_by_label("Naam van Alkmaar").type_text(" (gemeente)");
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().actor(alkmaar).label, "Alkmaar (gemeente)");

    harness.state_mut().desk.table_tab = TableTab::Relations;
    harness
        .state_mut()
        .session
        .document
        .set_selection(Selection::of_relation(tie));
    harness.run();
    let weight = "Gewicht van Alkmaar (gemeente)";
    harness.get_by_label(weight).focus();
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run();
    harness.get_by_label(weight).type_text("0,25");
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().relation(tie).weight, 0.25);
    harness.get_by_label("Status van Alkmaar (gemeente)").click();
    harness.run();
    harness.get_by_label("gewenst").click();
    harness.run();
    assert_eq!(
        harness.state().relation(tie).status,
        netwerkopstelling::model::RelationStatus::Wished
    );
}

#[test]
fn a_selection_made_on_the_board_scrolls_into_sight() {
    let mut harness = tables(Bench::new(many(500)));
    assert!(harness.query_by_label("Rij: Actor 400").is_none());
    let id = harness
        .state()
        .session
        .document
        .constellation()
        .actors
        .values()
        .find(|actor| actor.label == "Actor 400")
        .map(|actor| actor.id)
        .expect("it is there");
    harness
        .state_mut()
        .session
        .document
        .set_selection(Selection::of_actor(id));
    harness.run();
    harness.get_by_label("Rij: Actor 400");
}

#[test]
fn only_the_rows_in_sight_are_drawn() {
    let harness = tables(Bench::new(many(2000)));
    let drawn = harness.query_all_by_label_contains("Rij: ").count();
    assert!((5..40).contains(&drawn), "{drawn} rows");
}

#[test]
fn a_click_on_a_heading_sorts_and_a_second_one_turns_the_order() {
    let (document, ..) = small();
    let mut harness = tables(Bench::new(document));
    let top = |harness: &Harness<'static, Bench>, name: &str| harness.get_by_label(name).rect().top();
    assert!(top(&harness, "Rij: Alkmaar") < top(&harness, "Rij: UWV"));
    harness.get_by_label("Sorteer op Naam").click();
    harness.run();
    assert!(top(&harness, "Rij: Alkmaar") > top(&harness, "Rij: UWV"));
    let revision = harness.state().session.document.revision();
    harness.run_steps(20);
    assert_eq!(harness.state().session.document.revision(), revision);
}
