//! What the computer does to the program: a share that goes away, a profile that takes nothing, a second start.

use std::fs;

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use netwerkopstelling::command::{Command, FileRequest, Intent};
use netwerkopstelling::desk::PathPurpose;

use crate::program::Program;

fn begin(program: &mut Program, name: &str) {
    program.send(Intent::Run(Command::New));
    program.settle();
    let middle = program.board().center();
    program.add(middle, name);
}

#[test]
fn a_share_that_goes_away_under_an_open_file_costs_nothing_and_takes_the_work_when_it_is_back() {
    let home = tempfile::tempdir().unwrap();
    let share = home.path().join("share");
    fs::create_dir(&share).unwrap();
    let file = share.join("net.opstelling");
    let mut program = Program::at(&home.path().join("profile"));
    begin(&mut program, "Alkmaar");
    program.send(FileRequest::PathChosen(PathPurpose::SaveAs, file.clone().into()));
    program.until("the first save", |program| {
        file.exists() && !program.harness.state().document().has_unsaved_changes()
    });
    fs::rename(&share, home.path().join("away")).unwrap();
    let beside = program.board().center() + egui::vec2(180.0, 90.0);
    program.add(beside, "Hoorn");
    program.key_with(Modifiers::COMMAND, Key::S);
    program.until_label("niet bewaard");
    assert!(program.shows("Kijk of de schijf of netwerkmap is aangesloten"));
    assert_eq!(program.names(), ["Alkmaar", "Hoorn"]);
    // The computer stops before the share is back: what was done is in the profile.
    drop(program);
    let mut program = Program::at(&home.path().join("profile"));
    program.until_label("Niet-opgeslagen werk gevonden");
    program.press("Herstellen");
    program.until("the work", |program| program.names() == ["Alkmaar", "Hoorn"]);
    fs::rename(home.path().join("away"), &share).unwrap();
    program.key_with(Modifiers::COMMAND, Key::S);
    program.until("the save", |program| {
        !program.harness.state().document().has_unsaved_changes()
    });
    assert!(fs::read_to_string(&file).unwrap().contains("Hoorn"));
}

#[test]
fn a_profile_that_takes_nothing_is_told_of_and_the_work_can_be_saved_elsewhere() {
    let home = tempfile::tempdir().unwrap();
    let profile = home.path().join("profile");
    // A file where the folder should be: no settings, no journal, no log.
    fs::write(&profile, "").unwrap();
    let mut program = Program::at(&profile);
    begin(&mut program, "Alkmaar");
    program.until_label("niet vastgelegd voor herstel");
    assert!(
        !program.shows("Kies een andere"),
        "nobody chose the place, and nobody can choose another"
    );
    let file = home.path().join("net.opstelling");
    program.send(FileRequest::PathChosen(PathPurpose::SaveAs, file.clone().into()));
    program.until("the save", |program| {
        file.exists() && !program.harness.state().document().has_unsaved_changes()
    });
    assert!(fs::read_to_string(&file).unwrap().contains("Alkmaar"));
    assert_eq!(
        fs::read_to_string(&profile).unwrap(),
        "",
        "what is in the way is left alone"
    );
}

#[test]
fn a_second_start_beside_the_first_has_its_own_journal_and_both_come_back() {
    let home = tempfile::tempdir().unwrap();
    let mut first = Program::at(home.path());
    begin(&mut first, "Alkmaar");
    let mut second = Program::at(home.path());
    second.settle();
    assert!(
        !second.shows("Niet-opgeslagen werk gevonden"),
        "the first still works on it"
    );
    begin(&mut second, "Hoorn");
    let beside = first.board().center() + egui::vec2(180.0, 90.0);
    first.add(beside, "Enkhuizen");
    assert_eq!(first.names(), ["Alkmaar", "Enkhuizen"]);
    assert_eq!(second.names(), ["Hoorn"]);
    let journals = || {
        let files = fs::read_dir(home.path().join("journal")).unwrap().flatten();
        files
            .filter(|file| file.path().extension().is_some_and(|ending| ending == "journal"))
            .count()
    };
    assert_eq!(journals(), 2);
    drop(first);
    drop(second);

    let mut found = Vec::new();
    for _ in 0..2 {
        let mut program = Program::at(home.path());
        program.until_label("Niet-opgeslagen werk gevonden");
        let offered = program
            .harness
            .query_all_by_role_and_label(Role::Button, "Herstellen");
        let offered: Vec<_> = offered.map(|node| node.rect().center()).collect();
        program.click_at(offered[0]);
        program.until("the work", |program| program.counts().0 > 0);
        found.push(program.names());
        let file = home.path().join(format!("{}.opstelling", found.len()));
        program.send(FileRequest::PathChosen(PathPurpose::SaveAs, file.clone().into()));
        program.until("the save", |program| {
            file.exists() && !program.harness.state().document().has_unsaved_changes()
        });
        program.close_window();
    }
    found.sort();
    assert_eq!(
        found,
        [
            vec!["Alkmaar".to_owned(), "Enkhuizen".to_owned()],
            vec!["Hoorn".to_owned()]
        ]
    );
}
