//! Codes in place of names, as a user turns them on: nothing on the screen and nothing that is taken along shows a name.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable;
use netwerkopstelling::command::{Command, DeskChange, Edit, FileRequest, Intent, Look};
use netwerkopstelling::desk::PathPurpose;
use netwerkopstelling::edit::ActorField;
use netwerkopstelling::formats;
use netwerkopstelling::model::{AgreementSubject, Language, Vocabulary};
use netwerkopstelling::pseudonyms::Pseudonyms;
use netwerkopstelling::takeaway::NoteKind;

use crate::program::{Program, every_dialog};

/// With codes for everybody, turned on by hand.
fn with_codes() -> (Program, Vec<String>, tempfile::TempDir) {
    let home = tempfile::tempdir().unwrap();
    let mut program = Program::at(home.path());
    program.open_sample();
    let names = program.names();
    let about = AgreementSubject::Actor(program.first_actor());
    let what = format!("{} belt {}", names[0], names[1]);
    program.send(Edit::AddAgreement(about, what));
    program.send(Intent::Run(Command::Pseudonyms));
    program.settle();
    program.click_on("Codes voor iedereen");
    (program, names, home)
}

fn turned_on() -> (Program, Vec<String>, tempfile::TempDir) {
    let (mut program, names, home) = with_codes();
    program.press("Codes tonen");
    program.settle();
    (program, names, home)
}

/// Names that are no words of the program itself.
fn telling(names: &[String]) -> Vec<String> {
    let standard = Vocabulary::standard(Language::Nl);
    let mut words: BTreeSet<String> = standard
        .actor_kinds
        .iter()
        .map(|word| word.label.clone())
        .collect();
    words.extend(standard.levels.iter().map(|word| word.label.clone()));
    words.extend(standard.sectors.iter().map(|word| word.label.clone()));
    names
        .iter()
        .filter(|name| !words.contains(*name))
        .cloned()
        .collect()
}

fn shows_nobody(program: &Program, names: &[String], where_: &str) {
    for name in names {
        let shown = program.harness.query_all_by(|node| {
            let texts = [node.label(), node.value(), node.description()];
            texts
                .into_iter()
                .flatten()
                .any(|text| text.contains(name.as_str()))
        });
        let shown: Vec<String> = shown.map(|node| format!("{node:?}")).collect();
        assert!(shown.is_empty(), "{where_}: {name}: {shown:?}");
    }
}

#[test]
fn what_codes_do_is_said_before_they_do_it() {
    let (mut program, names, _home) = with_codes();
    assert!(
        program
            .shows("23 actoren krijgen een code in plaats van een naam: 4 personen (P1 tot en met P4) en 19")
    );
    assert!(program.shows("Namen worden ook vervangen in"));
    assert!(program.shows("Blijft staan in de vraag: techniek en zorg."));
    assert!(program.shows("Hoe het bestand heet, staat in niets wat je meeneemt."));
    assert_eq!(
        program.harness.state().lens().pseudonyms,
        Pseudonyms::Nobody,
        "nothing is done yet"
    );
    assert_eq!(program.names(), names);
    program.click_on("Codes voor personen, en voor wie geen soort heeft");
    assert!(program.shows("4 actoren krijgen een code in plaats van een naam: 4 personen"));
    program.press("Codes tonen");
    assert_eq!(program.harness.state().lens().pseudonyms, Pseudonyms::Persons);
    assert!(program.shows("Codes in plaats van namen"));
    program.piece("Centrumgemeente");
    program.piece("P1");
    // The document has the names, and the codes beside them.
    assert_eq!(program.names(), names);
    assert!(
        !program
            .harness
            .state()
            .document()
            .constellation()
            .info
            .codes
            .is_empty()
    );
}

#[test]
fn no_panel_no_window_and_not_the_hall_shows_a_name() {
    let (mut program, names, _home) = turned_on();
    let names = telling(&names);
    program.until("figures under codes", |program| program.shows("A1"));
    program.piece("P1");
    shows_nobody(&program, &names, "the board");
    for command in [
        Command::ToggleTable,
        Command::WriteAgreement,
        Command::ShowCentrality,
        Command::ShowCohesion,
        Command::ToggleHulls,
        Command::ShowTables,
        Command::ShowSpanners,
    ] {
        program.send(Intent::Run(command));
        program.settle();
        shows_nobody(&program, &names, &format!("{command:?}"));
    }
    program.send(Intent::Run(Command::SelectAll));
    program.settle();
    shows_nobody(&program, &names, "all selected");
    for dialog in every_dialog() {
        program.send(DeskChange::Open(dialog.clone()));
        program.settle();
        shows_nobody(&program, &names, &format!("{dialog:?}"));
        program.send(DeskChange::Close(dialog));
        program.settle();
    }
    program.key(Key::F5);
    program.settle();
    shows_nobody(&program, &names, "the hall");
    // What is removed is told under its code, and comes back.
    program.send(Intent::Run(Command::SelectAll));
    program.send(Intent::Run(Command::Delete));
    program.settle();
    program.send(Intent::Run(Command::Undo));
    program.settle();
    shows_nobody(&program, &names, "after an undo");
    assert!(
        !names
            .iter()
            .any(|name| program.harness.state().window_name().contains(name.as_str()))
    );
}

fn written(program: &mut Program, purpose: PathPurpose, path: &Path) -> String {
    program.send(FileRequest::PathChosen(purpose, path.to_owned().into()));
    program.until("the file", |_| path.exists());
    fs::read_to_string(path).unwrap()
}

#[test]
fn what_is_taken_along_has_codes_and_the_key_goes_apart() {
    let (mut program, names, _home) = turned_on();
    let names = telling(&names);
    let folder = tempfile::tempdir().unwrap();
    for (purpose, file) in [
        (PathPurpose::ExportNodeLink, "net.json"),
        (PathPurpose::ExportFigures, "cijfers.csv"),
        (PathPurpose::ExportFigures, "cijfers.json"),
    ] {
        let text = written(&mut program, purpose, &folder.path().join(file));
        for name in &names {
            assert!(!text.contains(name.as_str()), "{file}: {name}");
        }
        assert!(text.contains("P1") && text.contains("A1"), "{file}");
    }
    let key = written(
        &mut program,
        PathPurpose::SaveKey,
        &folder.path().join("sleutel.csv"),
    );
    for name in &names {
        assert!(key.contains(name.as_str()), "{name}");
    }
    // The file itself keeps the names, and the codes for tomorrow.
    let own = written(
        &mut program,
        PathPurpose::SaveAs,
        &folder.path().join("regio.opstelling.json"),
    );
    let saved = formats::read(own.as_bytes()).unwrap().constellation;
    assert_eq!(saved.info.codes.of.len(), 23);
    assert!(names.iter().all(|name| own.contains(name.as_str())));
}

/// What this puts on the clipboard of the system.
fn copied_by(program: &mut Program, command: Command) -> String {
    program.send(Intent::Run(command));
    for _ in 0..20 {
        program.harness.step();
        let commands = &program.harness.output().platform_output.commands;
        let copied = commands.iter().find_map(|command| match command {
            egui::OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        });
        if let Some(copied) = copied {
            return copied;
        }
    }
    panic!("{command:?} copied nothing");
}

#[test]
fn what_is_copied_is_elsewhere_under_codes_and_here_by_name() {
    let (mut program, names, _home) = turned_on();
    program.send(Intent::Run(Command::SelectAll));
    program.settle();
    for command in [Command::Copy, Command::Cut] {
        let copied = copied_by(&mut program, command);
        for name in telling(&names) {
            assert!(!copied.contains(&name), "{command:?}: {name}");
        }
        assert!(copied.contains("P1"));
        program.settle();
        program.harness.event(Event::Paste(copied));
        program.settle();
        let pasted: BTreeSet<String> = program.names().into_iter().skip(names.len()).collect();
        if command == Command::Copy {
            assert_eq!(pasted, names.iter().cloned().collect());
            program.key_with(Modifiers::COMMAND, Key::Z);
            program.send(Intent::Run(Command::SelectAll));
            program.settle();
        } else {
            assert_eq!(program.names(), names);
        }
    }
}

#[test]
fn no_code_comes_in_the_place_of_a_name_and_newcomers_can_be_named() {
    let (mut program, names, _home) = turned_on();
    let first = program.first_actor();
    program.send(Edit::EditActors(
        vec![first],
        ActorField::Label("A1 en meer".to_owned()).into(),
    ));
    program.settle();
    assert!(program.shows("Er staan codes in plaats van namen op het bord. Zet ze uit"));
    assert_eq!(program.names(), names);
    let info = program.harness.state().seen().constellation().info.clone();
    program.send(Edit::SetInfo(Box::new(info)));
    program.settle();
    let issue = &program.harness.state().document().constellation().info.issue;
    assert!(issue.contains("techniek"), "{issue}");
    // Somebody new is typed by name, and stands there under a code.
    let at = program.board().left_top() + egui::vec2(60.0, 120.0);
    program.add(at, "Nieuwe Buur");
    assert_eq!(program.names().last().map(String::as_str), Some("Nieuwe Buur"));
    shows_nobody(&program, &["Nieuwe Buur".to_owned()], "a newcomer");
    program.piece("P5");
    // Enter on a piece opens no field with its name.
    program.key(Key::Enter);
    program.settle();
    shows_nobody(&program, &["Nieuwe Buur".to_owned()], "renaming");
    program.send(Intent::Run(Command::Pseudonyms));
    program.settle();
    program.click_on("Namen tonen");
    program.press("Namen tonen op het bord");
    program.settle();
    program.piece("Nieuwe Buur");
    program.piece(&names[0]);
}

/// A projector shows what stands on the screen right after the start.
#[test]
fn work_recovered_after_a_kill_stands_there_with_its_codes() {
    let (mut program, names, home) = turned_on();
    program.harness.run_steps(120);
    drop(program);
    let mut program = Program::at(home.path());
    program.until_label("Niet-opgeslagen werk gevonden");
    program.press("Herstellen");
    program.until_label("Hersteld: ");
    assert_eq!(program.harness.state().lens().pseudonyms, Pseudonyms::All);
    assert!(program.shows("Deze opstelling heeft codes; ze staan aan."));
    program.settle();
    shows_nobody(&program, &telling(&names), "after recovery");
}

fn codes(program: &Program) -> netwerkopstelling::model::Codes {
    (*program.harness.state().document().constellation().info.codes).clone()
}

/// Starts it anew after a kill, and takes the work up again.
fn after_a_kill(mut program: Program, home: &Path) -> Program {
    program.harness.run_steps(120);
    drop(program);
    let mut program = Program::at(home);
    program.until_label("Niet-opgeslagen werk gevonden");
    program.press("Herstellen");
    program.until_label("Hersteld: ");
    program.settle();
    program
}

#[test]
fn no_undo_takes_codes_away_and_what_comes_back_after_a_kill_has_them() {
    let (mut program, names, home) = turned_on();
    let given = codes(&program);
    let names = telling(&names);
    for _ in 0..3 {
        program.key_with(Modifiers::COMMAND, Key::Z);
        program.settle();
        shows_nobody(&program, &names, "after an undo");
        assert_eq!(codes(&program), given);
    }
    assert!(program.harness.state().document().has_unsaved_changes());
    // A step from before the codes goes, and they stay.
    let first = program.first_actor();
    program.send(Edit::Place(vec![(first, None)]));
    program.key_with(Modifiers::COMMAND, Key::Z);
    program.key_with(Modifiers::COMMAND, Key::Y);
    program.key_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(codes(&program), given);
    let program = after_a_kill(program, home.path());
    assert_eq!(program.harness.state().lens().pseudonyms, Pseudonyms::All);
    shows_nobody(&program, &names, "after recovery");
    assert_eq!(codes(&program), given);
}

#[test]
fn an_older_step_that_is_taken_back_leaves_the_codes() {
    let home = tempfile::tempdir().unwrap();
    let mut program = Program::at(home.path());
    program.open_sample();
    let mut info = program.harness.state().document().constellation().info.clone();
    let before = info.title.clone();
    info.title = "Heel anders".to_owned();
    program.send(Edit::SetInfo(Box::new(info)));
    program.send(Look::Pseudonyms(Pseudonyms::All));
    program.settle();
    let given = codes(&program);
    assert_eq!(given.of.len(), 23);
    program.key_with(Modifiers::COMMAND, Key::Z);
    program.settle();
    let info = &program.harness.state().document().constellation().info;
    assert_eq!((&info.title, &*info.codes), (&before, &given));
}

#[test]
fn on_a_board_that_was_empty_newcomers_keep_the_codes_that_they_came_with() {
    let home = tempfile::tempdir().unwrap();
    let mut program = Program::at(home.path());
    program.send(Intent::Run(Command::New));
    program.harness.run_steps(6);
    program.send(Look::Pseudonyms(Pseudonyms::All));
    program.settle();
    let at = program.board().left_top() + egui::vec2(120.0, 160.0);
    program.add(at, "Anna");
    let first = codes(&program);
    assert_eq!(first.of.values().collect::<Vec<_>>(), ["P1"]);
    program.add(at + egui::vec2(160.0, 0.0), "Bob");
    assert_eq!(codes(&program).of.len(), 2);
    // Who was taken back and comes no more was P2; nobody else is ever called so.
    program.key_with(Modifiers::COMMAND, Key::Z);
    program.add(at + egui::vec2(160.0, 0.0), "Cor");
    program.settle();
    let then = codes(&program);
    assert_eq!(then.of.values().collect::<Vec<_>>(), ["P1", "P3"]);
    let names = ["Anna", "Bob", "Cor"].map(str::to_owned);
    shows_nobody(&program, &names, "newcomers");
    let program = after_a_kill(program, home.path());
    shows_nobody(&program, &names, "after recovery");
    assert_eq!(codes(&program), then);
}

/// A board with somebody of this name, and this title.
fn about(program: &mut Program, name: &str, title: &str) {
    program.open_sample();
    let first = program.first_actor();
    let label = ActorField::Label(name.to_owned());
    program.send(Edit::EditActors(vec![first], label.into()));
    let mut info = program.harness.state().document().constellation().info.clone();
    info.title = title.to_owned();
    program.send(Edit::SetInfo(Box::new(info)));
    program.send(Look::Pseudonyms(Pseudonyms::All));
    program.settle();
}

#[test]
fn work_that_waits_at_the_start_is_called_by_its_title_with_codes() {
    let home = tempfile::tempdir().unwrap();
    let mut program = Program::at(home.path());
    about(&mut program, "Lies Hagedoorn", "Gesprek over Lies Hagedoorn");
    program.harness.run_steps(120);
    drop(program);
    let mut program = Program::at(home.path());
    program.until_label("Niet-opgeslagen werk gevonden");
    assert!(program.shows("Gesprek over A"));
    let names = ["Hagedoorn".to_owned()];
    shows_nobody(&program, &names, "the start screen after a kill");
    program.press("Weggooien");
    shows_nobody(&program, &names, "the question");
}

#[test]
fn no_file_is_named_while_codes_are_on_neither_on_the_screen_nor_in_what_is_taken_along() {
    let home = tempfile::tempdir().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let mut program = Program::at(home.path());
    about(&mut program, "Kees Maas", "");
    let file = folder.path().join("dossier Hagedoorn.opstelling.json");
    written(&mut program, PathPurpose::SaveAs, &file);
    program.until_label("opstelling.opstelling.json");
    let names = ["Hagedoorn".to_owned()];
    shows_nobody(&program, &names, "after saving");
    for (purpose, file) in [
        (PathPurpose::ExportFigures, "cijfers.json"),
        (PathPurpose::ExportNote(NoteKind::Markdown), "verslag.md"),
    ] {
        let text = written(&mut program, purpose, &folder.path().join(file));
        assert!(
            !text.contains("Hagedoorn") && text.contains("opstelling.opstelling.json"),
            "{file}"
        );
    }
    program.settle();
    assert!(!program.harness.state().window_name().contains("Hagedoorn"));
    program.send(Intent::Run(Command::StartScreen));
    program.settle();
    assert!(program.shows("Zolang er codes op het bord staan") && program.shows("Bestand 1"));
    shows_nobody(&program, &names, "the start screen");
    program.send(Intent::Run(Command::StartScreen));
    program.settle();
    program.send(Look::Pseudonyms(Pseudonyms::Nobody));
    program.settle();
    program.send(Intent::Run(Command::StartScreen));
    program.settle();
    assert!(program.shows("dossier Hagedoorn.opstelling.json"));
}
