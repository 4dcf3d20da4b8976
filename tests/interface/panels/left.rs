//! The tray and the filters.

use egui::accesskit::Role;
use egui::{Event, Key};
use egui_kittest::kittest::{NodeT, Queryable};
use netwerkopstelling::edit::Document;
use netwerkopstelling::formats;
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
    let actors = &harness.state().session.document.constellation().actors;
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
    let actors = &harness.state().session.document.constellation().actors;
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
    assert_eq!(harness.state().session.lens.filters.actor_kinds.len(), 1);
    harness.get_by_label_contains("verborgen");
    harness.get_by_role_and_label(Role::CheckBox, "Gemeente").click();
    harness.run();
    assert!(!harness.state().session.lens.filters.is_active());
    harness.get_by_label("Toon alleen UWV").click();
    harness.run();
    assert_eq!(harness.state().session.lens.filters.actor_kinds.len(), 3);
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
        assert_eq!(harness.state().session.lens.filters.min_weight, expected);
    }
}

/// Labels of the words of a list that are laid out, in their order.
fn laid_out(harness: &egui_kittest::Harness<'_, Bench>) -> Vec<String> {
    let boxes = harness.get_all_by_role(Role::CheckBox);
    let labels = boxes.filter_map(|node| node.accesskit_node().label());
    labels.filter(|label| label.starts_with("Regio ")).collect()
}

#[test]
fn of_hundreds_of_words_only_those_in_sight_are_laid_out_and_all_can_be_reached() {
    const WORDS: usize = 600;
    let node = |at: usize| serde_json::json!({"id": at, "region": format!("Regio {at:04}")});
    let nodes: Vec<_> = (0..WORDS).map(node).collect();
    let file = serde_json::json!({"nodes": nodes, "edges": [{"source": 0, "target": 1}]});
    let document = Document::new(formats::read(file.to_string().as_bytes()).unwrap().constellation);
    let mut harness = open(Bench::new(document), SIZE, filters_ui);
    let first = laid_out(&harness);
    assert!(!first.is_empty() && first.len() < 60, "{}", first.len());
    assert_eq!(first[0], "Regio 0000");
    // Down to the end, and every word was in sight on the way.
    let mut seen: std::collections::BTreeSet<String> = first.into_iter().collect();
    harness.hover_at(egui::pos2(SIZE[0] / 2.0, SIZE[1] / 2.0));
    for _ in 0..60 {
        harness.event(Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: egui::vec2(0.0, -400.0),
            phase: egui::TouchPhase::Move,
            modifiers: egui::Modifiers::NONE,
        });
        harness.run();
        seen.extend(laid_out(&harness));
    }
    assert_eq!(seen.len(), WORDS);
    harness.get_by_label("Gewicht vanaf");
    harness
        .get_by_role_and_label(Role::CheckBox, "Regio 0599")
        .click();
    harness.run();
    assert_eq!(harness.state().session.lens.filters.regions.len(), 1);
}
