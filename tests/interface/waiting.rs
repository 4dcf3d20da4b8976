//! The thread of the interface waits for no disk. Counted, never timed: the whole program runs on the thread of the
//! test, and every wait for a disk is counted for its thread.

use egui::{Key, Modifiers, vec2};
use netwerkopstelling::app::files::synced_here;
use netwerkopstelling::app::journal::orphans;
use netwerkopstelling::command::{Command, FileRequest, InterfaceZoom, Look, ProgramRequest, SettingChange};
use netwerkopstelling::desk::PathPurpose;
use netwerkopstelling::lens::WhatIf;
use netwerkopstelling::scene::ThemeKind;

use crate::program::Program;

#[test]
fn a_session_from_new_to_saved_waits_for_no_disk() {
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("regio.opstelling.json");
    let before = synced_here();
    let mut program = Program::at(home.path());
    program.send(Command::New);
    program.settle();
    let middle = program.board().center();
    program.add(middle + vec2(-100.0, 0.0), "Alkmaar");
    program.add(middle + vec2(100.0, 0.0), "Hoorn");
    program.drag(program.piece("Hoorn").center(), middle + vec2(0.0, 120.0));
    program.send(Look::ToggleExperiment(WhatIf::Without(None)));
    program.settle();
    program.key(Key::Escape);
    for request in [
        ProgramRequest::Zoom(InterfaceZoom::Larger),
        ProgramRequest::Zoom(InterfaceZoom::Normal),
        ProgramRequest::Change(SettingChange::Theme(Some(ThemeKind::Dark))),
    ] {
        program.send(request);
        program.settle();
    }
    program.send(FileRequest::PathChosen(PathPurpose::SaveAs, file.clone()));
    program.until("the save", |program| {
        !program.harness.state().document().has_unsaved_changes()
    });
    program.key_with(Modifiers::COMMAND, Key::Z);
    program.send(FileRequest::OpenSample("arbeidsmarktregio"));
    program.settle();
    assert_eq!(synced_here(), before, "the interface waited for the disk");
}

#[test]
fn what_is_done_before_the_journal_is_there_is_in_it_and_comes_back() {
    let home = tempfile::tempdir().unwrap();
    let mut program = Program::at(home.path());
    program.send(Command::New);
    program.harness.step();
    program.send(ProgramRequest::PasteText("Alkmaar\nHoorn\nHeiloo".to_owned()));
    program.harness.step();
    assert_eq!(program.counts().0, 3);
    let journals = home.path().join("journal");
    program.until("the journal with all of it", |_| {
        let files = std::fs::read_dir(&journals).into_iter().flatten().flatten();
        files
            .filter_map(|file| std::fs::read_to_string(file.path()).ok())
            .any(|text| text.contains("Heiloo"))
    });
    // Killed: nothing is closed.
    std::mem::forget(program);
    // The lock of this very process is still there; a copy is what the next start would find.
    let elsewhere = tempfile::tempdir().unwrap();
    for file in std::fs::read_dir(&journals).unwrap().flatten() {
        std::fs::copy(file.path(), elsewhere.path().join(file.file_name())).unwrap();
    }
    let found = orphans(elsewhere.path());
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].actors, 3);
}
