//! The whole program seen once: every panel and every window that a command opens, one after the other.

use netwerkopstelling::command::{COMMANDS, Command, DeskChange, Intent};
use netwerkopstelling::desk::{Dialog, PathPurpose};

use crate::program::Program;

/// These need somebody at a dialog, or end all.
const LEFT_OUT: [Command; 7] = [
    Command::New,
    Command::Open,
    Command::Save,
    Command::SaveAs,
    Command::Quit,
    Command::StartScreen,
    Command::CompareWithFile,
];

/// Shows a program that has just started: its first screen, a sample, and whatever a command opens next to what is
/// there already. `look` gets the program and the name of the place.
pub fn everywhere(program: &mut Program, mut look: impl FnMut(&mut Program, &str)) {
    program.until_label("Arbeidsmarktregio");
    look(program, "start screen");
    program.open_sample();
    look(program, "board");
    for info in COMMANDS.iter().filter(|info| !LEFT_OUT.contains(&info.command)) {
        program.send(Intent::Run(info.command));
        program.harness.run_steps(3);
        look(program, &format!("after {:?}", info.command));
        if info.command == Command::HallMode {
            // The hall has no panels: what comes next is to be seen.
            program.send(Intent::Run(info.command));
            program.harness.run_steps(3);
        }
    }
    // What a system without file dialogs offers in their place.
    for purpose in [PathPurpose::Open, PathPurpose::ExportFigures] {
        program.send(DeskChange::Open(Dialog::PathField(purpose)));
        program.harness.run_steps(2);
        program.harness.run_steps(3);
        look(program, &format!("path to {purpose:?}"));
    }
}
