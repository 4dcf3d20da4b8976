//! The inspector.

use egui::Key;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use netwerkopstelling::edit::operations::edit_relations;
use netwerkopstelling::edit::{RelationField, Selection};
use netwerkopstelling::model::Direction;
use netwerkopstelling::ui::panels::inspector::inspector_ui;

use super::bench::{Bench, open, small};

const SIZE: [f32; 2] = [296.0, 1400.0];

fn inspect(bench: Bench) -> Harness<'static, Bench> {
    open(bench, SIZE, inspector_ui)
}

fn type_over(harness: &mut Harness<'static, Bench>, label: &str, text: &str) {
    harness.get_by_label(label).focus();
    harness.run();
    harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::A);
    harness.run();
    harness.get_by_label(label).type_text(text);
    harness.run();
}

#[test]
fn typing_a_name_is_one_step_however_many_letters() {
    let (mut document, [alkmaar, ..], _) = small();
    document.set_selection(Selection::of_actor(alkmaar));
    let mut harness = inspect(Bench::new(document));
    let before = harness.state().steps();
    type_over(&mut harness, "Naam", "Gemeente Alkmaar é");
    assert_eq!(harness.state().steps(), before, "nothing is sent while typing");
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().actor(alkmaar).label, "Gemeente Alkmaar é");
    assert_eq!(harness.state().steps(), before + 1);
}

#[test]
fn escape_restores_the_name() {
    let (mut document, [alkmaar, ..], _) = small();
    document.set_selection(Selection::of_actor(alkmaar));
    let mut harness = inspect(Bench::new(document));
    type_over(&mut harness, "Naam", "Iets anders");
    harness.key_press(Key::Escape);
    harness.run();
    assert_eq!(harness.state().actor(alkmaar).label, "Alkmaar");
    assert_eq!(harness.get_by_label("Naam").value().as_deref(), Some("Alkmaar"));
}

#[test]
fn a_name_half_typed_is_kept_when_another_actor_is_selected() {
    let (mut document, [alkmaar, platform, ..], _) = small();
    document.set_selection(Selection::of_actor(alkmaar));
    let mut harness = inspect(Bench::new(document));
    type_over(&mut harness, "Naam", "Gemeente Alkmaar");
    harness
        .state_mut()
        .session
        .document
        .set_selection(Selection::of_actor(platform));
    harness.run_steps(3);
    assert_eq!(harness.state().actor(alkmaar).label, "Gemeente Alkmaar");
    assert!(harness.state().actor(platform).label.starts_with("Regionaal"));
}

#[test]
fn looking_changes_nothing() {
    let (mut document, [alkmaar, ..], _) = small();
    document.set_selection(Selection::of_actor(alkmaar));
    let mut harness = inspect(Bench::new(document));
    let revision = harness.state().session.document.revision();
    harness.get_by_label("Naam").focus();
    harness.run_steps(50);
    harness.key_press(Key::Tab);
    harness.run_steps(50);
    assert_eq!(harness.state().session.document.revision(), revision);
    assert!(harness.state().asked.is_empty());
}

#[test]
fn a_sector_is_chosen_and_a_new_one_made_in_one_step() {
    let (mut document, [alkmaar, ..], _) = small();
    document.set_selection(Selection::of_actor(alkmaar));
    let mut harness = inspect(Bench::new(document));
    harness.get_by_label("Sector").click();
    harness.run();
    harness.get_by_label("Omgeving").click();
    harness.run();
    assert_eq!(harness.state().actor(alkmaar).sector, Some("omgeving".into()));

    let before = harness.state().steps();
    harness.get_by_label("Sector").click();
    harness.run();
    harness.get_by_label("Nieuw woord, dan Enter").focus();
    harness.run();
    harness.get_by_label("Nieuw woord, dan Enter").type_text("Media");
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().actor(alkmaar).sector, Some("media".into()));
    assert_eq!(harness.state().steps(), before + 1);
}

#[test]
fn what_differs_among_many_says_so_and_is_set_for_all() {
    let (mut document, ids, _) = small();
    document.set_selection(Selection::of_actors(ids));
    let mut harness = inspect(Bench::new(document));
    assert!(harness.query_all_by_value("(verschillend)").count() > 0);
    harness.get_by_label("Toren hoger").click();
    harness.run();
    harness.get_by_label("Toren hoger").click();
    harness.run();
    for id in ids {
        assert_eq!(harness.state().actor(id).influence, Some(2));
    }
    let before = harness.state().steps();
    harness.get_by_label("Wonen").click();
    harness.run();
    for id in ids {
        assert_eq!(harness.state().actor(id).domains, vec!["wonen".into()]);
    }
    assert_eq!(harness.state().steps(), before + 1);
}

#[test]
fn a_weight_that_cannot_be_is_refused_with_a_sentence() {
    let (mut document, _, [tie, _]) = small();
    document.set_selection(Selection::of_relation(tie));
    let mut harness = inspect(Bench::new(document));
    for weight in ["0", "1e308", "1000000000001", "5e-324", "-1"] {
        type_over(&mut harness, "Gewicht", weight);
        harness.key_press(Key::Enter);
        harness.run();
        assert_eq!(harness.state().relation(tie).weight, 2.0);
        harness.get_by_label_contains("een getal van een biljoenste (1e-12) tot en met een biljoen (1e12)");
    }
    type_over(&mut harness, "Gewicht", "3,5");
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().relation(tie).weight, 3.5);
    assert!(
        harness
            .query_by_label_contains("Een gewicht is een getal")
            .is_none()
    );
    type_over(&mut harness, "Gewicht", "1000000000000");
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().relation(tie).weight, 1e12);
}

#[test]
fn a_weight_of_more_digits_than_its_field_shows_stays_when_nothing_is_typed() {
    for weight in [2.000_4, 1e-12] {
        let (mut document, _, [tie, _]) = small();
        edit_relations(&mut document, &[tie], &RelationField::Weight(weight).into()).unwrap();
        document.set_selection(Selection::of_relation(tie));
        let mut harness = inspect(Bench::new(document));
        harness.get_by_label("Gewicht").focus();
        harness.run();
        harness.key_press(Key::Enter);
        harness.run();
        assert_eq!(harness.state().relation(tie).weight, weight);
        assert!(
            harness
                .query_by_label_contains("Een gewicht is een getal")
                .is_none()
        );
    }
}

#[test]
fn a_relation_is_turned_round_made_mutual_and_verified_in_place() {
    let (mut document, [alkmaar, platform, ..], [tie, _]) = small();
    document.set_selection(Selection::of_relation(tie));
    let mut harness = inspect(Bench::new(document));
    harness.get_by_label("Keer om").click();
    harness.run();
    assert_eq!(harness.state().relation(tie).source, platform);
    assert_eq!(harness.state().relation(tie).target, alkmaar);
    harness.get_by_label("wederzijds").click();
    harness.run();
    assert_eq!(harness.state().relation(tie).direction, Direction::Mutual);
    harness.get_by_label("nagegaan").click();
    harness.run();
    assert!(harness.state().relation(tie).verified);
}

#[test]
fn the_question_is_typed_when_nothing_is_selected() {
    let (document, ..) = small();
    let mut harness = inspect(Bench::new(document));
    type_over(&mut harness, "Vraag", "Wie verbindt?");
    harness.key_press(Key::Tab);
    harness.run();
    let info = &harness.state().session.document.constellation().info;
    assert_eq!(info.issue.trim_end(), "Wie verbindt?");
}
