//! The tray and the filters.

use egui::accesskit::Role;
use egui::{Event, Key};
use egui_kittest::kittest::Queryable;
use netwerkopstelling::ui::panels::filters::filters_ui;
use netwerkopstelling::ui::panels::tray::tray_ui;

use super::bench::{Bench, open, small};

const SIZE: [f32; 2] = [296.0, 1000.0];
const NAME: &str = "Naam van een nieuwe actor";

#[test]
fn typing_and_enter_adds_one_actor_after_another_to_the_tray() {
    let (document, ..) = small();
    let mut harness = open(Bench::new(document), SIZE, tray_ui);
    harness.get_by_label(NAME).focus();
    harness.run();
    for name in ["Horizon College", "’t Gooi é"] {
        harness.get_by_label(NAME).type_text(name);
        harness.run();
        harness.key_press(Key::Enter);
        harness.run();
    }
    let actors = &harness.state().document.constellation().actors;
    let last: Vec<_> = actors
        .values()
        .rev()
        .take(2)
        .map(|actor| actor.label.as_str())
        .collect();
    assert_eq!(last, ["’t Gooi é", "Horizon College"]);
    assert!(actors.values().rev().take(2).all(|actor| actor.pos.is_none()));
}

#[test]
fn a_pasted_list_is_one_step_with_the_chosen_kind() {
    let (document, ..) = small();
    let mut harness = open(Bench::new(document), SIZE, tray_ui);
    harness.get_by_label("Soort").click();
    harness.run();
    harness.get_by_label("Waterschap").click();
    harness.run();
    let before = harness.state().steps();
    harness.get_by_label(NAME).focus();
    harness.run();
    harness.event(Event::Paste("Rijnland\nHollands Noorderkwartier\n".to_owned()));
    harness.run();
    let actors = &harness.state().document.constellation().actors;
    assert_eq!(actors.len(), 6);
    let kind = |actor: &netwerkopstelling::model::Actor| actor.kind == Some("waterschap".into());
    assert!(actors.values().rev().take(2).all(kind));
    assert_eq!(harness.state().steps(), before + 1);
}

#[test]
fn an_actor_is_placed_from_the_tray_by_a_click() {
    let (document, [.., elan], _) = small();
    let mut harness = open(Bench::new(document), SIZE, tray_ui);
    harness.get_by_label("Zet Élan college op het bord").click();
    harness.run();
    assert!(harness.state().actor(elan).pos.is_some());
    harness.get_by_label_contains("Iedereen staat op het bord");
}

#[test]
fn hiding_a_kind_shows_what_is_hidden_and_only_this_hides_the_rest() {
    let (document, ..) = small();
    let mut harness = open(Bench::new(document), SIZE, filters_ui);
    harness.get_by_role_and_label(Role::CheckBox, "Gemeente").click();
    harness.run();
    assert_eq!(harness.state().view.filters.actor_kinds.len(), 1);
    harness.get_by_label_contains("verborgen");
    harness.get_by_role_and_label(Role::CheckBox, "Gemeente").click();
    harness.run();
    assert!(!harness.state().view.filters.is_active());
    harness.get_by_label("Toon alleen UWV").click();
    harness.run();
    assert_eq!(harness.state().view.filters.actor_kinds.len(), 3);
}

#[test]
fn a_least_weight_is_typed_with_a_comma_and_cleared_again() {
    let (document, ..) = small();
    let mut harness = open(Bench::new(document), SIZE, filters_ui);
    for (typed, expected) in [("1,75", Some(1.75)), ("", None)] {
        harness.get_by_label("Gewicht vanaf").focus();
        harness.run();
        harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::A);
        harness.run();
        harness.key_press(Key::Backspace);
        harness.run();
        harness.get_by_label("Gewicht vanaf").type_text(typed);
        harness.run();
        harness.key_press(Key::Enter);
        harness.run();
        assert_eq!(harness.state().view.filters.min_weight, expected);
    }
}
