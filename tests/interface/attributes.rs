//! Attributes (kenmerken) as a user meets them: added, filled in, read in the table, filtered by, and dividing actors.

use std::collections::BTreeMap;

use egui::accesskit::Role;
use egui::{Key, Modifiers, vec2};
use egui_kittest::kittest::Queryable;
use netwerkopstelling::command::{Command, DeskChange, Edit, Look};
use netwerkopstelling::desk::{LeftTab, RightTab, TableTab};
use netwerkopstelling::edit::operations::AttributeEdit;
use netwerkopstelling::edit::{AttributeOwner, Selection};
use netwerkopstelling::model::{ActorId, AttributeOf, AttributeType, AttributeValue, Attributes};
use serde_json::{Value, json};

use crate::program::Program;

/// Three actors on the board, the first one selected.
fn three() -> (Program, Vec<ActorId>) {
    let mut program = Program::with_new_board();
    let middle = program.board().center();
    for (name, x) in [("Alkmaar", -160.0), ("Hoorn", 0.0), ("Heiloo", 160.0)] {
        program.add(middle + vec2(x, 0.0), name);
    }
    let actors = program.harness.state().document().constellation().actors.keys();
    let ids: Vec<ActorId> = actors.copied().collect();
    select(&mut program, &ids[..1]);
    (program, ids)
}

fn select(program: &mut Program, ids: &[ActorId]) {
    program.send(DeskChange::OpenRight(RightTab::Selection));
    program.send(Look::Select(Selection::of_actors(ids.iter().copied())));
    program.harness.run_steps(6);
}

fn values(program: &Program, id: ActorId) -> Attributes {
    program.harness.state().document().constellation().actors[&id]
        .attributes
        .clone()
}

fn value(program: &Program, id: ActorId, key: &str) -> Value {
    values(program, id)
        .get(key)
        .map_or(Value::Null, AttributeValue::to_json)
}

fn add(program: &mut Program, name: &str, of_type: AttributeType) {
    program.send(Edit::AddAttribute(AttributeOf::Actors, name.to_owned(), of_type));
}

/// Types in the field with this name, in place of what stands there, and leaves it.
fn type_over(program: &mut Program, label: &str, text: &str) {
    program.harness.get_by_label(label).focus();
    program.harness.run_steps(4);
    program.key_with(Modifiers::COMMAND, Key::A);
    program.key(Key::Delete);
    program.letters(text);
    program.key(Key::Tab);
    program.harness.run_steps(6);
}

#[test]
fn a_name_and_a_type_make_an_attribute_and_every_type_has_its_field() {
    let (mut program, ids) = three();
    let before = program.counts().2;
    type_new(&mut program, "Aantal fte");
    pick(&mut program, "Soort van het nieuwe kenmerk", "getal");
    click(&mut program, "Toevoegen");
    assert_eq!(program.counts().2, before + 1, "one step");
    type_over(&mut program, "Aantal fte", "2,5");
    assert_eq!(value(&program, ids[0], "Aantal fte"), json!(2.5));

    for (name, of_type) in [
        ("Code", AttributeType::Text),
        ("Leden", AttributeType::WholeNumber),
        ("Sinds", AttributeType::Date),
        ("Thema's", AttributeType::List),
        ("Lid", AttributeType::YesNo),
        ("Fase", AttributeType::Category),
    ] {
        add(&mut program, name, of_type);
    }
    program.harness.run_steps(6);
    type_over(&mut program, "Code", "0080");
    type_over(&mut program, "Leden", "12");
    type_over(&mut program, "Sinds", "1-2-2020");
    program.harness.get_by_label("Thema's").focus();
    program.harness.run_steps(4);
    program.letters("wonen");
    program.key(Key::Enter);
    program.letters("zorg");
    program.key(Key::Tab);
    program
        .harness
        .get_by_role_and_label(Role::CheckBox, "Lid")
        .click_accesskit();
    program.harness.run_steps(6);
    program
        .harness
        .get_by_role_and_label(Role::ComboBox, "Fase")
        .click_accesskit();
    program.harness.run_steps(6);
    program.harness.get_by_label("Nieuw woord, dan Enter").focus();
    program.harness.run_steps(4);
    program.letters("start");
    program.key(Key::Enter);
    program.harness.run_steps(6);
    let found: BTreeMap<String, Value> = values(&program, ids[0]).to_fields().into_iter().collect();
    let expected = json!({
        "Aantal fte": 2.5, "Code": "0080", "Leden": 12, "Sinds": "2020-02-01", "Thema's": ["wonen", "zorg"],
        "Lid": true, "Fase": "start",
    });
    assert_eq!(serde_json::to_value(found).unwrap(), expected);
    assert_eq!(
        values(&program, ids[1]),
        Attributes::default(),
        "the others have none"
    );
}

#[test]
fn who_has_only_keys_names_an_attribute_picks_its_type_adds_it_and_goes_on_to_the_next() {
    let (mut program, ids) = three();
    type_new(&mut program, "Leden");
    program.key(Key::Tab);
    program.key(Key::Enter);
    program.key(Key::ArrowDown);
    program.key(Key::Enter);
    program.key(Key::Enter);
    let found = program.harness.state().document().attributes(AttributeOf::Actors);
    let found: Vec<_> = found
        .iter()
        .map(|one| (one.label.as_str(), one.of_type))
        .collect();
    assert_eq!(found, [("Leden", AttributeType::WholeNumber)]);
    program.letters("Code");
    program.key(Key::Tab);
    // What holds already can be picked as well.
    for _ in 0..3 {
        program.key(Key::Enter);
    }
    program.harness.get_by_label("Leden").focus();
    program.harness.run_steps(4);
    program.letters("12");
    program.key(Key::Tab);
    program.key(Key::Tab);
    program.letters("0080");
    program.key(Key::Tab);
    program.harness.run_steps(6);
    let values = [value(&program, ids[0], "Leden"), value(&program, ids[0], "Code")];
    assert_eq!(values, [json!(12), json!("0080")]);
}

#[test]
fn the_name_of_a_new_attribute_and_its_type_stay_in_sight_however_many_there_are() {
    let (mut program, _) = three();
    type_new(&mut program, "Kenmerk 1");
    program.key(Key::Enter);
    for at in 2..15 {
        program.letters(&format!("Kenmerk {at}"));
        program.settle();
        let bottom = program.board().bottom();
        for (role, label) in [
            (Role::TextInput, "Nieuw kenmerk"),
            (Role::Button, "Toevoegen"),
            (Role::ComboBox, "Soort van het nieuwe kenmerk"),
        ] {
            let rect = program.harness.get_by_role_and_label(role, label).rect();
            assert!(rect.bottom() <= bottom, "{label} of number {at}: {rect} {bottom}");
        }
        program.key(Key::Enter);
        program.settle();
        let field = program.harness.get_by_label("Nieuw kenmerk").rect();
        assert!(field.bottom() <= bottom, "after number {at}: {field} {bottom}");
    }
}

/// Whatever part of a long panel is in sight.
fn click(program: &mut Program, label: &str) {
    program
        .harness
        .get_by_role_and_label(Role::Button, label)
        .click_accesskit();
    program.harness.run_steps(6);
}

/// Opens a list and picks one of it.
fn pick(program: &mut Program, list: &str, word: &str) {
    program
        .harness
        .get_by_role_and_label(Role::ComboBox, list)
        .click_accesskit();
    program.harness.run_steps(6);
    program.harness.get_by_label(word).click_accesskit();
    program.harness.run_steps(6);
}

fn type_new(program: &mut Program, name: &str) {
    program.harness.get_by_label("Nieuw kenmerk").focus();
    program.harness.run_steps(4);
    program.letters(name);
    program.harness.run_steps(4);
}

#[test]
fn the_panel_stays_as_wide_as_it_was_whatever_is_opened_in_it() {
    let (mut program, _) = three();
    for (name, of_type) in [
        ("Aantal", AttributeType::Number),
        ("Lid", AttributeType::YesNo),
        ("Fase", AttributeType::Category),
        ("Thema's", AttributeType::List),
        (
            "Een naam die veel te lang is voor de kolom waar hij in staat",
            AttributeType::Text,
        ),
    ] {
        add(&mut program, name, of_type);
    }
    program.settle();
    let before = program.board();
    click(&mut program, "Kenmerk Fase bewerken");
    type_new(&mut program, "Nog een");
    program.settle();
    program.settle();
    assert_eq!(program.board(), before);
    let field = program
        .harness
        .get_by_role_and_label(Role::TextInput, "Aantal")
        .rect();
    let button = program
        .harness
        .get_by_role_and_label(Role::Button, "Kenmerk Aantal bewerken")
        .rect();
    assert!(
        field.right() <= button.left() && button.right() <= 1300.0,
        "{field} {button}"
    );
}

#[test]
fn what_does_not_fit_the_type_is_refused_in_words_and_changes_nothing() {
    let (mut program, ids) = three();
    add(&mut program, "Sinds", AttributeType::Date);
    add(&mut program, "Aantal", AttributeType::Number);
    program.harness.run_steps(6);
    let before = program.counts().2;
    for (name, text) in [("Sinds", "30-02-2020"), ("Aantal", "veel"), ("Aantal", "1.250")] {
        type_over(&mut program, name, text);
        assert!(program.shows("past niet bij het kenmerk"), "{name}: {text}");
        assert_eq!(value(&program, ids[0], name), Value::Null);
    }
    assert_eq!(program.counts().2, before);
}

#[test]
fn a_value_for_all_that_is_selected_is_one_step_and_what_differs_says_so() {
    let (mut program, ids) = three();
    add(&mut program, "Aantal", AttributeType::WholeNumber);
    program.harness.run_steps(6);
    type_over(&mut program, "Aantal", "3");
    select(&mut program, &ids);
    assert_eq!(
        program.harness.get_by_label("Aantal").value().as_deref(),
        Some("")
    );
    let before = program.counts().2;
    type_over(&mut program, "Aantal", "7");
    assert_eq!(program.counts().2, before + 1);
    assert!(ids.iter().all(|id| value(&program, *id, "Aantal") == json!(7)));
    program.key_with(Modifiers::COMMAND, Key::Z);
    program.send(Command::Undo);
    program.harness.run_steps(6);
    assert_ne!(value(&program, ids[1], "Aantal"), json!(7));
}

#[test]
fn what_an_attribute_is_can_be_changed_where_it_stands() {
    let (mut program, ids) = three();
    add(&mut program, "Sinds", AttributeType::Text);
    program.harness.run_steps(6);
    type_over(&mut program, "Sinds", "1-2-2020");
    click(&mut program, "Kenmerk Sinds bewerken");
    pick(&mut program, "Soort van kenmerk Sinds", "datum");
    assert_eq!(value(&program, ids[0], "Sinds"), json!("2020-02-01"));
    assert_eq!(
        program.harness.get_by_label("Sinds").value().as_deref(),
        Some("01-02-2020")
    );
    type_over(&mut program, "Naam van kenmerk Sinds", "Lid sinds");
    assert_eq!(
        value(&program, ids[0], "Sinds"),
        json!("2020-02-01"),
        "the field in the file keeps its name"
    );
    program.harness.get_by_label("Lid sinds");
    click(&mut program, "Waarde wissen");
    assert_eq!(values(&program, ids[0]), Attributes::default());
    click(&mut program, "Kenmerk verwijderen (bij 0 actoren)");
    assert!(!program.shows("Lid sinds"));
    program.send(Command::Undo);
    program.send(Command::Undo);
    program.harness.run_steps(6);
    assert_eq!(value(&program, ids[0], "Sinds"), json!("2020-02-01"));
}

#[test]
fn the_table_has_a_column_per_attribute_and_its_cells_are_fields() {
    let (mut program, ids) = three();
    add(&mut program, "Aantal", AttributeType::Number);
    for (id, number) in ids.iter().zip(["10", "9,5", "100"]) {
        let number = AttributeValue::text(number);
        let owner = AttributeOwner::Actor(*id);
        program.send(Edit::SetAttribute(vec![owner], "Aantal".to_owned(), Some(number)));
    }
    program.send(DeskChange::CloseRight);
    program.send(DeskChange::OpenTable(TableTab::Actors));
    program.settle();
    click(&mut program, "Sorteer op Aantal");
    program.settle();
    let rows = |program: &Program| -> Vec<String> {
        let mut rows: Vec<(f32, String)> = ["Alkmaar", "Hoorn", "Heiloo"]
            .iter()
            .map(|name| {
                let label = format!("Rij: {name}");
                let top = program.harness.get_by_label(&label).rect().top();
                (top, (*name).to_owned())
            })
            .collect();
        rows.sort_by(|one, two| one.0.total_cmp(&two.0));
        rows.into_iter().map(|(_, name)| name).collect()
    };
    assert_eq!(rows(&program), ["Hoorn", "Alkmaar", "Heiloo"]);
    // Figures stand in the middle of their row.
    let row = program.harness.get_by_label("Rij: Heiloo").rect();
    let figure = program.harness.get_by_role_and_label(Role::Label, "100").rect();
    assert!((figure.center().y - row.center().y).abs() < 1.5, "{figure} {row}");
    type_over(&mut program, "Aantal van Alkmaar", "200");
    assert_eq!(value(&program, ids[0], "Aantal"), json!(200));
    assert_eq!(
        rows(&program),
        ["Hoorn", "Heiloo", "Alkmaar"],
        "it follows at once"
    );
}

#[test]
fn a_list_is_read_in_the_table_and_changed_beside_the_board_a_line_for_each() {
    let (mut program, ids) = three();
    add(&mut program, "Thema's", AttributeType::List);
    add(&mut program, "Code", AttributeType::Text);
    program.send(DeskChange::OpenTable(TableTab::Actors));
    program.settle();
    // The row is selected: what can be typed in a cell is a field there.
    assert!(program.shows("Code van Alkmaar"));
    assert!(!program.shows("Thema's van Alkmaar"));
    program
        .harness
        .get_by_role_and_label(Role::MultilineTextInput, "Thema's")
        .focus();
    program.harness.run_steps(4);
    program.letters("wonen");
    program.key(Key::Enter);
    program.letters("zorg");
    program.key(Key::Tab);
    program.settle();
    assert_eq!(value(&program, ids[0], "Thema's"), json!(["wonen", "zorg"]));
    let cell = program
        .harness
        .get_by_role_and_label(Role::Label, "wonen, zorg")
        .rect();
    let row = program.harness.get_by_label("Rij: Alkmaar").rect();
    assert!(row.contains(cell.center()), "{cell} {row}");
}

#[test]
fn filters_leave_out_a_word_of_an_attribute_and_numbers_outside_a_range() {
    let (mut program, ids) = three();
    add(&mut program, "Fase", AttributeType::Category);
    add(&mut program, "Omvang", AttributeType::Number);
    for (id, (phase, number)) in ids.iter().zip([("start", "1"), ("start", "2"), ("einde", "3")]) {
        let owner = AttributeOwner::Actor(*id);
        for (key, text) in [("Fase", phase), ("Omvang", number)] {
            let value = AttributeValue::text(text);
            program.send(Edit::SetAttribute(vec![owner], key.to_owned(), Some(value)));
        }
    }
    program.send(DeskChange::OpenLeft(LeftTab::Filters));
    program.settle();
    let shown = |program: &Program| -> usize {
        let actors = program.harness.state().document().constellation().actors.values();
        actors
            .filter(|actor| program.harness.state().lens().filters.shows_actor(actor))
            .count()
    };
    program
        .harness
        .get_by_role_and_label(Role::CheckBox, "start")
        .click();
    program.settle();
    assert_eq!(shown(&program), 1);
    program
        .harness
        .get_by_role_and_label(Role::CheckBox, "start")
        .click();
    program.settle();
    type_over(&mut program, "Omvang vanaf", "1,5");
    assert_eq!(shown(&program), 2);
    type_over(&mut program, "Omvang tot", "2,5");
    assert_eq!(shown(&program), 1);
    program.send(Command::ShowAll);
    program.settle();
    assert_eq!(shown(&program), 3);
}

#[test]
fn a_category_divides_the_actors_once_it_is_ticked() {
    let (mut program, ids) = three();
    add(&mut program, "Fase", AttributeType::Category);
    for (id, phase) in ids.iter().zip(["start", "start", "einde"]) {
        let owner = AttributeOwner::Actor(*id);
        let value = AttributeValue::text(phase);
        program.send(Edit::SetAttribute(vec![owner], "Fase".to_owned(), Some(value)));
    }
    let renamed = AttributeEdit::Label("Stadium".to_owned());
    program.send(Edit::EditAttribute(
        AttributeOf::Actors,
        "Fase".to_owned(),
        renamed,
    ));
    program.send(Edit::AddRelation {
        source: ids[0],
        target: ids[2],
    });
    program.send(DeskChange::OpenRight(RightTab::Centrality));
    program.settle();
    program.until("what counts", |program| program.shows("Over 3 actoren"));
    program.harness.get_by_label_contains("Over 3 actoren").click();
    program.settle();
    let divisions = |program: &Program| -> Vec<String> {
        let settings = &program.harness.state().lens().analysis_settings;
        settings.attributes.iter().cloned().collect()
    };
    assert_eq!(divisions(&program), Vec::<String>::new());
    program
        .harness
        .get_by_role_and_label(Role::CheckBox, "Stadium")
        .click_accesskit();
    program.settle();
    assert_eq!(divisions(&program), ["Fase"]);
    program.send(DeskChange::OpenRight(RightTab::Cohesion));
    program.until("the division", |program| program.shows("Stadium"));
}
