//! The windows for words, properties and finding.

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use netwerkopstelling::command::{DeskChange, Look};
use netwerkopstelling::desk::Dialog;
use netwerkopstelling::edit::Selection;
use netwerkopstelling::edit::operations::WordList;
use netwerkopstelling::ui::dialogs::dialogs_ui;

use super::bench::{Bench, open, small};

fn show(dialog: Dialog) -> (Harness<'static, Bench>, Vec<netwerkopstelling::model::ActorId>) {
    let (document, ids, _) = small();
    let mut bench = Bench::new(document);
    bench.desk.dialog = Some(dialog);
    (open(bench, [1000.0, 800.0], dialogs_ui), ids.into())
}

#[test]
fn a_word_is_added_renamed_and_moved() {
    let (mut harness, _) = show(Dialog::Vocabulary(WordList::Levels));
    harness.get_by_label("Nieuw woord").focus();
    harness.run();
    harness.get_by_label("Nieuw woord").type_text("Wijk");
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    harness.get_by_label("Wijk omhoog").click();
    harness.run();
    harness.get_by_label("Naam van Wijk").focus();
    harness.run();
    harness.get_by_label("Naam van Wijk").type_text(" of dorp");
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    let levels = &harness.state().session.document.constellation().vocabulary.levels;
    let labels: Vec<_> = levels.iter().map(|level| level.label.as_str()).collect();
    assert_eq!(labels[5], "Wijk of dorp");
    assert_eq!(labels[6], "Europa");
}

#[test]
fn a_word_in_use_goes_only_with_an_answer_to_what_replaces_it() {
    let (mut harness, ids) = show(Dialog::Vocabulary(WordList::Sectors));
    harness.get_by_label("Verwijder Overheid").click();
    harness.run();
    harness.get_by_label_contains("2 actoren hebben");
    assert!(harness.state().asked.is_empty());
    harness
        .get_by_role_and_label(Role::ComboBox, "Vervang door")
        .click();
    harness.run();
    harness.get_by_role_and_label(Role::Button, "Omgeving").click();
    harness.run();
    harness.get_by_label("Verwijder").click();
    harness.run();
    assert_eq!(harness.state().actor(ids[0]).sector, Some("omgeving".into()));
    assert!(harness.query_by_label("Verwijder Overheid").is_none());
}

#[test]
fn a_relation_kind_in_use_goes_when_another_takes_its_place() {
    let (mut harness, _) = show(Dialog::Vocabulary(WordList::RelationKinds));
    let kinds = |harness: &Harness<'static, Bench>| {
        let relations = harness
            .state()
            .session
            .document
            .constellation()
            .relations
            .values();
        relations
            .map(|relation| relation.kind.clone())
            .collect::<Vec<_>>()
    };
    let used = kinds(&harness)[0].clone();
    let vocabulary = harness
        .state()
        .session
        .document
        .constellation()
        .vocabulary
        .clone();
    let label = &vocabulary.relation_kind(&used).expect("known").label;
    let other = vocabulary
        .relation_kinds
        .iter()
        .find(|kind| !kinds(&harness).contains(&kind.id));
    let other = other.expect("a kind nobody uses").clone();
    harness.get_by_label(&format!("Verwijder {label}")).click();
    harness.run();
    harness
        .get_by_role_and_label(Role::ComboBox, "Vervang door")
        .click();
    harness.run();
    harness.get_by_role_and_label(Role::Button, &other.label).click();
    harness.run();
    harness.get_by_label("Verwijder").click();
    harness.run();
    assert!(!kinds(&harness).contains(&used));
    assert!(kinds(&harness).contains(&other.id));
}

#[test]
fn a_title_typed_in_the_properties_is_stored_once() {
    let (mut harness, _) = show(Dialog::Properties);
    let before = harness.state().steps();
    harness.get_by_label("Titel").focus();
    harness.run();
    harness.get_by_label("Titel").type_text("Regionale arbeidsmarkt");
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    let info = &harness.state().session.document.constellation().info;
    assert_eq!(info.title, "Regionale arbeidsmarkt");
    assert_eq!(harness.state().steps(), before + 1);
}

#[test]
fn an_actor_is_found_by_letters_and_shown_by_enter() {
    let (mut harness, ids) = show(Dialog::FindActor);
    harness
        .get_by_label("Een paar letters van de naam")
        .type_text("elan");
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    let reveal = Look::Reveal(Selection::of_actor(ids[3]));
    assert_eq!(
        harness.state().asked,
        vec![reveal.into(), DeskChange::Close(Dialog::FindActor).into()]
    );
    assert_eq!(harness.state().desk.dialog, None);
}
