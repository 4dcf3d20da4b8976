//! The program is killed while the user is busy: what stood in a field, what was dragged, what was moved by
//! arrows held down.

use std::path::Path;

use egui::{Key, Modifiers, vec2};
use egui_kittest::kittest::Queryable;
use netwerkopstelling::command::{Command, DeskChange, Edit, FileRequest, Intent, Look};
use netwerkopstelling::desk::{PathPurpose, RightTab, TableTab};
use netwerkopstelling::edit::operations::{set_board, set_info};
use netwerkopstelling::edit::{Document, Selection};
use netwerkopstelling::formats::native;
use netwerkopstelling::model::{
    AttributeOf, AttributeType, Background, Board, Constellation, Info, Language, NoteTarget, Picture, Point,
};

use crate::board::bench::NAME_FIELD;
use crate::program::Program;

/// What is promised, in frames of the bench.
const TWO_SECS: usize = 120;

/// A program with Alkmaar on the board, and nothing under way.
fn with_alkmaar(home: &Path) -> Program {
    let mut program = Program::at(home);
    program.send(Intent::Run(Command::New));
    program.settle();
    let middle = program.board().center();
    program.add(middle, "Alkmaar");
    program
}

/// Killed, two seconds after the last key: dropped without closing. What the next program gives back.
fn killed(mut program: Program, home: &Path) -> Program {
    program.harness.run_steps(TWO_SECS);
    let steps = program.counts().2;
    drop(program);
    let mut program = Program::at(home);
    program.until_label("Niet-opgeslagen werk gevonden");
    program.press("Herstellen");
    program.until_label("Hersteld: ");
    assert!(program.shows("als laatste stap"), "{steps} steps before");
    program
}

fn labels(program: &Program) -> Vec<String> {
    let actors = &program.harness.state().document().constellation().actors;
    actors.values().map(|actor| actor.label.clone()).collect()
}

fn type_into(program: &mut Program, field: &str, text: &str) {
    let steps = program.counts().2;
    program.harness.get_by_label(field).focus();
    program.settle();
    program.harness.get_by_label(field).type_text(text);
    program.settle();
    assert_eq!(program.counts().2, steps, "typing is no step");
}

#[test]
fn a_name_being_typed_in_the_tray_survives_a_kill() {
    let home = tempfile::tempdir().unwrap();
    let mut program = with_alkmaar(home.path());
    type_into(&mut program, "Naam van een nieuwe actor", "Den Hel");
    let mut program = killed(program, home.path());
    assert_eq!(labels(&program), ["Alkmaar", "Den Hel"]);
    program
        .harness
        .key_press_modifiers(egui::Modifiers::COMMAND, Key::Z);
    program.settle();
    assert_eq!(labels(&program), ["Alkmaar"], "one step");
}

#[test]
fn a_name_being_typed_on_the_board_survives_a_kill_new_or_not() {
    let home = tempfile::tempdir().unwrap();
    let mut program = with_alkmaar(home.path());
    let beside = program.board().center() + vec2(150.0, 90.0);
    program.buttons(beside, &[true, false, true, false]);
    program.settle();
    program.harness.get_by_label(NAME_FIELD).type_text("Hoo");
    program.settle();
    let mut program = killed(program, home.path());
    assert_eq!(labels(&program), ["Alkmaar", "Hoo"]);
    let piece = program.piece("Hoo").center();
    program.buttons(piece, &[true, false]);
    program.settle();
    program.harness.key_press(Key::F2);
    program.settle();
    program.harness.get_by_label(NAME_FIELD).type_text("Hoorn aan z");
    program.settle();
    let program = killed(program, home.path());
    assert_eq!(labels(&program), ["Alkmaar", "Hoorn aan z"]);
}

#[test]
fn what_is_being_typed_over_a_saved_board_survives_a_display_that_goes_away() {
    let home = tempfile::tempdir().unwrap();
    for (folder, field) in [("lijst", "Naam van een nieuwe actor"), ("bord", NAME_FIELD)] {
        let home = home.path().join(folder);
        std::fs::create_dir(&home).unwrap();
        let mut program = with_alkmaar(&home);
        let file = home.join("x.opstelling.json");
        program.send(FileRequest::PathChosen(PathPurpose::SaveAs, file.clone().into()));
        program.until("the save", |program| {
            file.exists() && !program.harness.state().document().has_unsaved_changes()
        });
        program.settle();
        if field == NAME_FIELD {
            let piece = program.piece("Alkmaar").center();
            program.buttons(piece, &[true, false, true, false]);
        } else {
            program.harness.get_by_label(field).focus();
        }
        program.settle();
        program.letters("Hoo");
        program.harness.run_steps(TWO_SECS);
        // The system ends the program as it ends all: without a question.
        eframe::App::on_exit(program.harness.state_mut(), None);
        drop(program);
        let mut program = Program::at(&home);
        program.until_label("Niet-opgeslagen werk gevonden");
        program.press("Herstellen");
        program.until_label("Hersteld: ");
        let names = labels(&program);
        assert!(
            names.iter().any(|name| name.ends_with("Hoo")),
            "{folder}: {names:?}"
        );
    }
}

#[test]
fn the_question_and_a_note_being_typed_survive_a_kill() {
    let home = tempfile::tempdir().unwrap();
    let mut program = with_alkmaar(home.path());
    program.send(Intent::Run(Command::SelectNone));
    program.settle();
    type_into(&mut program, "Vraag", "Wie bouwt de brug");
    let mut program = killed(program, home.path());
    let question = |program: &Program| {
        program
            .harness
            .state()
            .document()
            .constellation()
            .info
            .issue
            .clone()
    };
    assert_eq!(question(&program), "Wie bouwt de brug");
    program.send(Intent::Run(Command::SelectNone));
    program.settle();
    type_into(&mut program, "Nieuwe notitie, dan Enter", "Anna belt");
    let program = killed(program, home.path());
    let notes = &program.harness.state().document().constellation().notes;
    let texts: Vec<_> = notes.values().map(|note| note.text.as_str()).collect();
    assert_eq!(
        (texts, question(&program).as_str()),
        (vec!["Anna belt"], "Wie bouwt de brug")
    );
}

#[test]
fn a_cell_of_the_table_being_typed_survives_a_kill() {
    let home = tempfile::tempdir().unwrap();
    let mut program = with_alkmaar(home.path());
    program.send(DeskChange::OpenTable(TableTab::Actors));
    program.harness.run_steps(2);
    program.settle();
    type_into(&mut program, "Naam van Alkmaar", " en om");
    let program = killed(program, home.path());
    let found = labels(&program);
    assert!(
        found[0].contains(" en om") && found[0].contains("Alkmaar"),
        "{found:?}"
    );
}

/// What the notes say.
fn notes(program: &Program) -> Vec<String> {
    let notes = &program.harness.state().document().constellation().notes;
    notes.values().map(|note| note.text.clone()).collect()
}

#[test]
fn a_value_that_is_none_yet_survives_a_kill_as_a_note() {
    let home = tempfile::tempdir().unwrap();
    let mut program = with_alkmaar(home.path());
    let actors = program.harness.state().document().constellation().actors.keys();
    let alkmaar = actors.copied().next().unwrap();
    program.send(DeskChange::OpenRight(RightTab::Selection));
    program.send(Look::Select(Selection::of_actor(alkmaar)));
    for (name, of_type, half, whole) in [
        ("Sinds", AttributeType::Date, "29-11-20", "29-11-2026"),
        ("Omvang", AttributeType::WholeNumber, "12 of", "12"),
    ] {
        program.send(Edit::AddAttribute(AttributeOf::Actors, name.to_owned(), of_type));
        program.settle();
        program.harness.get_by_label(name).focus();
        program.harness.run_steps(4);
        program.letters(whole);
        program.key(Key::Tab);
        program.harness.run_steps(4);
        program.harness.get_by_label(name).focus();
        program.harness.run_steps(4);
        program.key_with(Modifiers::COMMAND, Key::A);
        program.letters(half);
        program = killed(program, home.path());
        assert_eq!(notes(&program), [format!("{name}: {half}")]);
        let value = |program: &Program| {
            let actors = &program.harness.state().document().constellation().actors;
            actors[&alkmaar].attributes.get(name).cloned()
        };
        assert!(value(&program).is_some(), "the value before it stays");
        program.send(Intent::Run(Command::Undo));
        program.settle();
        assert_eq!(notes(&program), [""; 0]);
        assert!(value(&program).is_some());
    }
}

#[test]
fn arrows_held_down_survive_a_kill_and_stay_one_step() {
    let home = tempfile::tempdir().unwrap();
    let mut program = with_alkmaar(home.path());
    let place = |program: &Program| {
        let document = program.harness.state().document();
        document
            .constellation()
            .actors
            .values()
            .next()
            .and_then(|actor| actor.pos)
    };
    let before = place(&program);
    let steps = program.counts().2;
    // Longer than the promise, and never so long apart that the burst ends.
    for _ in 0..12 {
        program.harness.key_press(Key::ArrowRight);
        program.harness.run_steps(TWO_SECS / 6);
    }
    assert_eq!(
        program.counts().2,
        steps,
        "all of it is one step, still under way"
    );
    assert_ne!(place(&program), before);
    drop(program);
    let mut program = Program::at(home.path());
    program.until_label("Niet-opgeslagen werk gevonden");
    program.press("Herstellen");
    program.until_label("Hersteld: ");
    let (Some(after), Some(before)) = (place(&program), before) else {
        panic!("it stands on the board");
    };
    assert!(after.x > before.x, "{before:?} {after:?}");
}

#[test]
fn what_was_typed_and_given_up_does_not_come_back() {
    let home = tempfile::tempdir().unwrap();
    let mut program = with_alkmaar(home.path());
    type_into(&mut program, "Naam van een nieuwe actor", "Toch niet");
    program.harness.run_steps(TWO_SECS);
    program.harness.key_press(Key::Escape);
    program.harness.run_steps(TWO_SECS);
    drop(program);
    let mut program = Program::at(home.path());
    program.until_label("Niet-opgeslagen werk gevonden");
    program.press("Herstellen");
    program.until_label("Hersteld: ");
    assert_eq!(labels(&program), ["Alkmaar"]);
}

/// A sound picture of eight megabytes and a bit, of few colours and a long remark.
fn large_picture() -> Picture {
    let mut png = Vec::new();
    let image = image::RgbImage::from_fn(64, 40, |x, y| image::Rgb([x as u8, y as u8, 7]));
    let mut out = std::io::Cursor::new(&mut png);
    image.write_to(&mut out, image::ImageFormat::Png).unwrap();
    // Readers pass over what follows the end.
    png.extend((0..8 << 20).map(|at: u32| (at % 251) as u8));
    Picture {
        name: "kaart.png".to_owned(),
        mime: "image/png".to_owned(),
        bytes: png.into(),
    }
}

#[test]
fn dragging_the_question_over_a_large_picture_writes_less_than_two_kilobytes() {
    let home = tempfile::tempdir().unwrap();
    let mut document = Document::new(Constellation::new(Language::Nl));
    let info = Info {
        issue: "Wie bouwt de brug?".to_owned(),
        ..document.constellation().info.clone()
    };
    set_info(&mut document, info).unwrap();
    let board = Board {
        picture: Some(large_picture()),
        background: Background::Picture,
        issue_pos: Some(Point::new(0.0, 0.0)),
        ..document.constellation().board.clone()
    };
    set_board(&mut document, board).unwrap();
    let file = home.path().join("kaart.opstelling.json");
    std::fs::write(&file, native::write(document.constellation())).unwrap();

    let mut program = Program::at(home.path());
    program.send(FileRequest::OpenPath(file.into()));
    let issue = |program: &Program| program.harness.state().document().constellation().board.issue_pos;
    program.until("the board", |program| issue(program).is_some());
    program.settle();
    let journal = || {
        let files = std::fs::read_dir(home.path().join("journal")).unwrap().flatten();
        files.map(|file| file.metadata().unwrap().len()).sum::<u64>()
    };
    program.harness.state().settle_journal();
    let before = journal();
    let middle = program.board().center();
    program.buttons(middle, &[true]);
    for frame in 1..=150 {
        let to = middle + vec2(frame as f32, frame as f32 / 2.0);
        program.harness.event(egui::Event::PointerMoved(to));
        program.harness.step();
    }
    program.buttons(middle + vec2(150.0, 75.0), &[false]);
    program.settle();
    assert!(
        issue(&program).is_some_and(|pos| pos.x > 50.0),
        "it went along: {:?}",
        issue(&program)
    );
    assert_eq!(program.counts().2, 1, "one step");
    program.harness.state().settle_journal();
    let written = journal() - before;
    assert!(written > 0 && written < 2048, "{written} bytes");
}

#[test]
fn a_save_in_the_window_begins_the_journal_anew() {
    let home = tempfile::tempdir().unwrap();
    let mut program = with_alkmaar(home.path());
    let journal = || {
        let files = std::fs::read_dir(home.path().join("journal")).unwrap().flatten();
        files
            .map(|file| std::fs::read_to_string(file.path()).unwrap())
            .collect::<String>()
    };
    program.harness.state().settle_journal();
    assert!(journal().lines().count() > 1);
    let path = home.path().join("x.opstelling.json");
    program.send(FileRequest::PathChosen(PathPurpose::SaveAs, path.clone().into()));
    program.until("the save", |program| {
        !program.harness.state().document().has_unsaved_changes()
    });
    assert_eq!(journal().lines().count(), 1, "{}", journal());
    // Undone past the save, and killed.
    program
        .harness
        .key_press_modifiers(egui::Modifiers::COMMAND, Key::Z);
    program.settle();
    assert_eq!(labels(&program), Vec::<String>::new());
    drop(program);
    let mut program = Program::at(home.path());
    program.until_label("Niet-opgeslagen werk gevonden");
    program.press("Herstellen");
    program.until_label("Hersteld: ");
    assert_eq!(labels(&program), Vec::<String>::new());
    program
        .harness
        .key_press_modifiers(egui::Modifiers::COMMAND | egui::Modifiers::SHIFT, Key::Z);
    program.settle();
    assert_eq!(labels(&program), ["Alkmaar"], "and it can be done again");
}

/// Of letters that are no value a note comes back, with the name of the field; leaving the field sends nothing.
#[test]
fn letters_that_are_no_number_survive_a_kill_as_a_note_and_are_sent_by_nothing() {
    let home = tempfile::tempdir().unwrap();
    let mut program = with_alkmaar(home.path());
    let actor = program.first_actor();
    let select = |program: &mut Program| {
        program.send(Look::Select(Selection::of_actor(actor)));
        program.send(DeskChange::OpenRight(RightTab::Selection));
        program.settle();
    };
    select(&mut program);
    let notes = |program: &Program| -> Vec<(NoteTarget, String)> {
        let notes = &program.harness.state().document().constellation().notes;
        notes
            .values()
            .map(|note| (note.about, note.text.clone()))
            .collect()
    };
    let is_typed = |program: &mut Program, letters: &str| {
        let steps = program.counts().2;
        program.harness.get_by_label("Invloed").focus();
        program.settle();
        program.key_with(egui::Modifiers::COMMAND, Key::A);
        program.letters(letters);
        program.settle();
        assert_eq!(program.counts().2, steps, "typing is no step");
    };
    is_typed(&mut program, "heel veel");
    program.key(Key::Tab);
    program.harness.run_steps(TWO_SECS);
    assert_eq!(notes(&program), [], "leaving the field sends nothing");
    is_typed(&mut program, "drie of vier");
    let program = killed(program, home.path());
    let kept = (NoteTarget::Actor(actor), "Invloed: drie of vier".to_owned());
    assert_eq!(notes(&program), [kept]);
}
