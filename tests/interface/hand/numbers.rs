//! Numbers are read as they are written, or asked about.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use netwerkopstelling::command::{Edit, Look};
use netwerkopstelling::edit::{RelationField, Selection};

use super::bench::{actor, click, constellation, key, village};
use crate::program::Program;

fn drag_value<'a>(program: &'a Program, label: &'a str) -> egui_kittest::Node<'a> {
    let mut found = program.harness.query_all_by_label(label);
    found
        .rfind(|node| node.accesskit_node().role() == Role::SpinButton)
        .expect("a field for a number")
}

fn type_number(program: &mut Program, label: &str, text: &str) {
    drag_value(program, label).focus();
    program.settle();
    program.harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    program.settle();
    program.harness.event(Event::Text(text.to_owned()));
    program.settle();
    key(program, Key::Enter);
}

/// As [`type_number`], letter by letter, as a hand does.
fn type_slowly(program: &mut Program, label: &str, text: &str) {
    drag_value(program, label).focus();
    program.settle();
    program.harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    program.settle();
    for letter in text.chars() {
        program.harness.event(Event::Text(letter.to_string()));
        program.settle();
    }
    key(program, Key::Enter);
}

fn select_first_relation(program: &mut Program) {
    let relation = *constellation(program).relations.keys().next().expect("related");
    program.send(Look::Select(netwerkopstelling::edit::Selection::of_relation(
        relation,
    )));
    program.settle();
}

fn first_weight(program: &Program) -> f64 {
    let relation = constellation(program).relations.values().next();
    relation.expect("related").weight
}

#[test]
fn a_weight_with_a_point_for_thousands_is_asked_about_and_the_message_goes_with_its_cause() {
    let mut program = village();
    let told = "kan 1250 zijn of 1,25";
    select_first_relation(&mut program);
    type_number(&mut program, "Gewicht", "1,5");
    assert_eq!(first_weight(&program), 1.5);
    type_number(&mut program, "Gewicht", "2.5");
    assert_eq!(
        first_weight(&program),
        2.5,
        "a point can be nothing but the decimal sign here"
    );
    type_number(&mut program, "Gewicht", "1.250");
    assert_eq!(first_weight(&program), 2.5);
    assert!(program.shows(told));
    type_number(&mut program, "Gewicht", "3");
    assert_eq!(first_weight(&program), 3.0);
    assert!(!program.shows(told), "corrected");

    type_number(&mut program, "Gewicht", "1.250");
    assert!(program.shows(told));
    drag_value(&program, "Gewicht").focus();
    program.settle();
    key(&mut program, Key::Escape);
    assert!(!program.shows(told), "Esc");

    type_number(&mut program, "Gewicht", "1.250");
    assert!(program.shows(told));
    click(&mut program, "Hoorn");
    select_first_relation(&mut program);
    assert!(!program.shows(told), "another selection");
    assert_eq!(first_weight(&program), 3.0);
}

#[test]
fn letters_that_are_no_number_half_way_stay_in_the_field_and_are_told_or_read_when_they_are_complete() {
    let mut program = village();
    let told = "kan 1250 zijn of 1,25";
    select_first_relation(&mut program);
    type_slowly(&mut program, "Gewicht", "7");
    for (typed, weight) in [
        // Two numbers half way, and one at the end.
        ("1.2345", 1.2345),
        ("1.250,5", 1250.5),
        ("1.234.567", 1_234_567.0),
        ("1,5", 1.5),
        // No number half way.
        ("-3", 1.5),
        ("12x", 1.5),
        ("0,25", 0.25),
    ] {
        type_slowly(&mut program, "Gewicht", typed);
        assert_eq!(first_weight(&program), weight, "{typed}");
    }
    type_slowly(&mut program, "Gewicht", "1.250");
    assert_eq!(first_weight(&program), 0.25);
    assert!(program.shows(told));
    type_slowly(&mut program, "Gewicht", "4");
    assert_eq!(first_weight(&program), 4.0);
    assert!(!program.shows(told));

    // Left by Esc: nothing of it is kept.
    drag_value(&program, "Gewicht").focus();
    program.settle();
    for letter in "1.250".chars() {
        program.harness.event(Event::Text(letter.to_string()));
        program.settle();
    }
    key(&mut program, Key::Escape);
    assert_eq!(first_weight(&program), 4.0);
    assert!(!program.shows(told));

    click(&mut program, "Hoorn");
    type_slowly(&mut program, "Invloed", "1,5");
    assert_eq!(actor(&program, "Hoorn").influence, None);
    type_slowly(&mut program, "Invloed", "12");
    assert_eq!(actor(&program, "Hoorn").influence, Some(12));
}

#[test]
fn one_is_stored_like_any_other_number_where_weights_differ_and_so_is_no_influence_where_none_is_known() {
    let mut program = village();
    let relations: Vec<_> = constellation(&program).relations.keys().copied().collect();
    let weights = |program: &Program| -> Vec<f64> {
        let relations = constellation(program).relations.values();
        relations.map(|relation| relation.weight).collect()
    };
    program.send(Edit::EditRelations(
        vec![relations[1]],
        RelationField::Weight(3.0).into(),
    ));
    program.send(Look::Select(Selection {
        relations: relations.into_iter().collect(),
        ..Selection::default()
    }));
    program.settle();
    assert_eq!(weights(&program), [1.0, 3.0]);
    // Entered and left again, nothing was typed.
    drag_value(&program, "Gewicht").focus();
    program.settle();
    key(&mut program, Key::Enter);
    assert_eq!(weights(&program), [1.0, 3.0]);
    type_number(&mut program, "Gewicht", "1");
    assert_eq!(weights(&program), [1.0, 1.0]);

    click(&mut program, "Hoorn");
    assert_eq!(actor(&program, "Hoorn").influence, None);
    type_number(&mut program, "Invloed", "0");
    assert_eq!(actor(&program, "Hoorn").influence, Some(0), "known, and none");
}

#[test]
fn the_weight_of_the_next_relation_is_read_in_the_same_way() {
    let mut program = village();
    let weight = |program: &Program| program.harness.state().desk().active_weight;
    type_number(&mut program, "Gewicht van de volgende relatie", "1,5");
    assert_eq!(weight(&program), 1.5);
    type_number(&mut program, "Gewicht van de volgende relatie", "1.250");
    assert_eq!(weight(&program), 1.5);
    assert!(program.shows("kan 1250 zijn of 1,25"));
}

#[test]
fn a_limit_of_the_filter_that_can_be_two_numbers_is_asked_about() {
    let mut program = village();
    program.press("Filters");
    let name = "Gewicht vanaf";
    program.harness.get_by_label(name).focus();
    program.settle();
    program.harness.event(Event::Paste("1.250".to_owned()));
    program.settle();
    key(&mut program, Key::Enter);
    assert_eq!(program.harness.state().lens().filters.min_weight, None);
    assert!(program.shows("kan 1250 zijn of 1,25"));
    key(&mut program, Key::Escape);
    assert!(!program.shows("kan 1250 zijn of 1,25"));
}
