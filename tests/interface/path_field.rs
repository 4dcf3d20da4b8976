//! A path typed by hand: what it says about the file it will be, and what it keeps for the next time.

use std::fs;

use egui::{Key, Modifiers};
use netwerkopstelling::command::{Command, DeskChange, FileRequest, Intent};
use netwerkopstelling::desk::{Dialog, PathPurpose};

use crate::program::Program;

fn open(program: &mut Program, purpose: PathPurpose) {
    program.send(DeskChange::Open(Dialog::PathField(purpose)));
    program.harness.run_steps(8);
}

#[test]
fn a_path_of_before_is_typed_over_and_is_not_offered_for_another_purpose() {
    let mut program = Program::with_new_board();
    open(&mut program, PathPurpose::Open);
    program.letters("/tmp/oud.json");
    program.key(Key::Escape);
    open(&mut program, PathPurpose::SaveAs);
    assert_eq!(program.text_in("Pad"), "");
    program.key(Key::Escape);
    open(&mut program, PathPurpose::Open);
    assert_eq!(program.text_in("Pad"), "/tmp/oud.json");
    program.letters("/tmp/n");
    program.letters("ieuw.json");
    assert_eq!(program.text_in("Pad"), "/tmp/nieuw.json");
    // Also for who comes back to the field with Tab.
    program.key(Key::Tab);
    program.key_with(Modifiers::SHIFT, Key::Tab);
    program.letters("/x.json");
    assert_eq!(program.text_in("Pad"), "/x.json");
}

#[test]
fn a_name_without_ending_is_shown_whole_before_it_is_written() {
    let mut program = Program::with_new_board();
    for (purpose, whole) in [
        (PathPurpose::SaveAs, "/dev/null.opstelling.json"),
        (PathPurpose::ExportNodeLink, "/dev/null.json"),
        (PathPurpose::ExportFigures, "/dev/null.csv"),
    ] {
        open(&mut program, purpose);
        assert!(
            !program.shows("Dit wordt het bestand"),
            "{purpose:?}: nothing is typed"
        );
        program.letters("/dev/null");
        assert!(
            program.shows(&format!("Dit wordt het bestand {whole}")),
            "{purpose:?}"
        );
        program.letters(".json");
        assert!(
            !program.shows("Dit wordt het bestand"),
            "{purpose:?}: it has its ending"
        );
        program.key(Key::Escape);
    }
    open(&mut program, PathPurpose::Open);
    program.letters("/tmp/net");
    assert!(
        !program.shows("Dit wordt het bestand"),
        "it is read as it is called"
    );
}

#[test]
#[cfg(unix)]
fn the_question_names_the_backup_that_is_made_also_through_a_link() {
    let home = tempfile::tempdir().unwrap();
    let (real, link) = (home.path().join("echt.json"), home.path().join("verwijzing.json"));
    fs::write(&real, "wat er stond").unwrap();
    std::os::unix::fs::symlink(&real, &link).unwrap();
    let mut program = Program::with_new_board();
    let middle = program.board().center();
    program.add(middle, "Alkmaar");
    program.send(Intent::Run(Command::SelectNone));
    program.send(FileRequest::PathChosen(PathPurpose::SaveAs, link.clone().into()));
    let backup = home.path().join("echt.json.bak");
    program.until_label("bestaat al");
    assert!(program.shows(&format!("blijft als {} bewaard", backup.display())));
    program.press("Toch vervangen");
    program.until("the backup", |_| backup.exists());
    assert_eq!(fs::read_to_string(&backup).unwrap(), "wat er stond");
    assert!(!home.path().join("verwijzing.json.bak").exists());
}
