//! The search for commands: by their names, and by what somebody calls what they do.

use std::collections::BTreeSet;

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use netwerkopstelling::command::{ProgramRequest, SettingChange};
use netwerkopstelling::desk::Dialog;
use netwerkopstelling::model::Language;

use crate::program::Program;

fn with_sample(language: Language) -> (Program, tempfile::TempDir) {
    let home = tempfile::tempdir().unwrap();
    let mut program = Program::at(home.path());
    program.open_sample();
    program.send(ProgramRequest::Change(SettingChange::Language(language)));
    program.settle();
    (program, home)
}

/// The commands that are found by what is typed, the first at the top.
fn found(program: &mut Program, typed: &str) -> Vec<String> {
    let shown = |program: &Program| -> Vec<String> {
        let buttons = program
            .harness
            .query_all(egui_kittest::kittest::By::new().role(Role::Button));
        let mut buttons: Vec<(f32, String)> = buttons
            .filter_map(|node| Some((node.rect().top(), node.accesskit_node().label()?)))
            .collect();
        buttons.sort_by(|a, b| a.0.total_cmp(&b.0));
        buttons.into_iter().map(|(_, label)| label).collect()
    };
    let before = shown(program);
    program.key_with(Modifiers::COMMAND, Key::K);
    program.settle();
    assert_eq!(program.harness.state().desk().dialog, Some(Dialog::Palette));
    program.letters(typed);
    program.settle();
    let mut rows = shown(program);
    for label in before {
        if let Some(at) = rows.iter().position(|row| *row == label) {
            rows.remove(at);
        }
    }
    program.key(Key::Escape);
    program.settle();
    assert_eq!(program.harness.state().desk().dialog, None);
    rows
}

#[test]
fn what_somebody_calls_it_leads_to_the_command() {
    for (language, asked) in [
        (
            Language::Nl,
            &[
                ("klembord", "Meenemen…"),
                ("afbeelding", "Meenemen…"),
                ("pdf", "Meenemen…"),
                ("verslag", "Meenemen…"),
                ("codes", "Codes in plaats van namen…"),
                ("codes", "Meenemen…"),
                ("word", "Meenemen…"),
                ("papier", "Afdrukken…"),
                ("anoniem", "Codes in plaats van namen…"),
                ("beamer", "Zaalstand"),
                ("afspraak", "Afspraak opschrijven"),
                ("wie doet wat", "Afspraak opschrijven"),
                ("taal", "Instellingen…"),
                ("sneltoetsen", "Toetsen en gebaren"),
                ("Klembord AFBEELDING", "Meenemen…"),
            ][..],
        ),
        (
            Language::En,
            &[
                ("clipboard", "Take along…"),
                ("image", "Take along…"),
                ("report", "Take along…"),
                ("spreadsheet", "Take along…"),
                ("anonymous", "Codes in place of names…"),
                ("projector", "Hall mode"),
                ("agreement", "Write down an agreement"),
                ("language", "Settings…"),
            ][..],
        ),
    ] {
        let (mut program, _home) = with_sample(language);
        for (typed, command) in asked {
            let rows = found(&mut program, typed);
            assert!(rows.iter().any(|row| row.contains(command)), "{typed}: {rows:?}");
        }
    }
}

/// Every button of the window of what is taken along, whatever is chosen in it.
fn buttons_of_take_along(program: &mut Program) -> BTreeSet<String> {
    let shown = |program: &Program| -> BTreeSet<String> {
        let buttons = program
            .harness
            .query_all(egui_kittest::kittest::By::new().role(Role::Button));
        buttons.filter_map(|node| node.accesskit_node().label()).collect()
    };
    let before = shown(program);
    program.press("Bestand");
    program.press("Meenemen…");
    program.settle();
    let mut found = BTreeSet::new();
    for sort in ["Verslag", "Gegevens", "Beeld"] {
        program
            .harness
            .get_by_role_and_label(Role::RadioButton, sort)
            .click();
        program.settle();
        found.insert(sort.to_owned());
        found.extend(shown(program).difference(&before).cloned());
        let kinds = program
            .harness
            .query_all(egui_kittest::kittest::By::new().role(Role::RadioButton));
        let kinds: Vec<String> = kinds.filter_map(|node| node.accesskit_node().label()).collect();
        for kind in kinds.iter().filter(|label| label.contains(": ")) {
            program
                .harness
                .get_by_role_and_label(Role::RadioButton, kind)
                .click();
            program.settle();
            found.extend(shown(program).difference(&before).cloned());
        }
    }
    program.key(Key::Escape);
    program.settle();
    found
}

#[test]
fn each_word_on_a_button_of_the_window_of_what_is_taken_along_leads_there() {
    let (mut program, _home) = with_sample(Language::Nl);
    let buttons = buttons_of_take_along(&mut program);
    assert!(buttons.iter().any(|text| text.contains("DOCX")), "{buttons:?}");
    let words = buttons
        .iter()
        // The cross of the window, which the toolkit names.
        .filter(|text| *text != "Close window")
        .flat_map(|text| text.split(|letter: char| !letter.is_alphanumeric()))
        .map(str::to_lowercase)
        .filter(|word| word.chars().count() > 2 && !["als", "van"].contains(&word.as_str()));
    let words: BTreeSet<String> = words.collect();
    assert!(words.contains("kopieer") && words.contains("pdf"), "{words:?}");
    for word in words {
        let rows = found(&mut program, &word);
        let leads = ["Meenemen…", "Afdrukken…", "Codes in plaats van namen…"];
        assert!(
            rows.iter().any(|row| leads.iter().any(|name| row.contains(name))),
            "{word}: {rows:?}"
        );
    }
}

#[test]
fn a_command_that_is_named_comes_before_those_that_are_meant() {
    let (mut program, _home) = with_sample(Language::Nl);
    let rows = found(&mut program, "legenda");
    let place = |name: &str| rows.iter().position(|row| row.contains(name)).expect(name);
    assert!(place("Legenda tonen") < place("Meenemen…"), "{rows:?}");
}
