//! A window takes the keyboard in its first field, keeps Tab inside, closes with Esc and gives it back.

use egui::accesskit::Role;
use egui::{Key, Modifiers, vec2};
use egui_kittest::kittest::{AccessKitNode, NodeT, Queryable};
use netwerkopstelling::command::{Command, DeskChange, FileRequest, Intent};
use netwerkopstelling::desk::{Dialog, PathPurpose};
use netwerkopstelling::edit::operations::WordList;

use crate::program::{Program, every_dialog};

const QUESTION: &str = "Vraag";
const TRAY: &str = "Naam van een nieuwe actor";

/// The label of what has the keyboard.
fn focused(program: &Program) -> Option<String> {
    let has_keyboard = |node: &AccessKitNode<'_>| node.is_focused() && node.role() != Role::Window;
    let node = program.harness.query_all_by(has_keyboard).next()?;
    Some(node.accesskit_node().label().unwrap_or_default())
}

fn with_actor() -> Program {
    let mut program = Program::with_new_board();
    let middle = program.board().center();
    program.add(middle, "Alkmaar");
    program
}

fn open(program: &mut Program, dialog: Dialog) {
    program.send(DeskChange::Open(dialog));
    program.harness.run_steps(2);
    program.harness.run_steps(6);
}

#[test]
fn a_new_board_begins_in_the_question_and_goes_on_to_the_names() {
    for leave in [Key::Enter, Key::Tab] {
        let mut program = Program::with_new_board();
        assert_eq!(focused(&program).as_deref(), Some(QUESTION));
        program.letters("wie bouwt");
        program.key(leave);
        let document = program.harness.state().document();
        assert_eq!(document.constellation().info.issue, "wie bouwt", "{leave:?}");
        assert_eq!(document.history().steps().len(), 1);
        assert_eq!(focused(&program).as_deref(), Some(TRAY), "{leave:?}");
        program.letters("jan");
        program.key(Key::Enter);
        assert_eq!(program.names(), ["jan"]);
    }
}

#[test]
fn a_window_takes_the_keyboard_in_its_first_field() {
    let mut program = with_actor();
    let cases = [
        (Dialog::Properties, "Titel"),
        (Dialog::FindActor, "Een paar letters van de naam"),
        (Dialog::Palette, "Typ een paar letters van een opdracht"),
        (Dialog::PathField(PathPurpose::Open), "Pad"),
        (Dialog::Vocabulary(WordList::Sectors), "Nieuw woord"),
        (Dialog::Settings, "Nederlands"),
        (Dialog::TakeAlong, "Beeld"),
    ];
    for (dialog, field) in cases {
        open(&mut program, dialog.clone());
        assert_eq!(focused(&program).as_deref(), Some(field), "{dialog:?}");
        program.key(Key::Escape);
        assert_eq!(program.harness.state().desk().dialog, None, "{dialog:?}");
    }
}

#[test]
fn tab_goes_round_within_a_window_in_both_directions() {
    let mut program = with_actor();
    for (dialog, first) in [
        (Dialog::Settings, "Nederlands"),
        (Dialog::PathField(PathPurpose::Open), "Pad"),
        (Dialog::TakeAlong, "Beeld"),
    ] {
        open(&mut program, dialog.clone());
        for modifiers in [Modifiers::NONE, Modifiers::SHIFT] {
            let mut seen = Vec::new();
            for _ in 0..30 {
                program.key_with(modifiers, Key::Tab);
                seen.push(focused(&program).expect("something has it"));
                if seen.last().map(String::as_str) == Some(first) {
                    break;
                }
            }
            assert_eq!(
                seen.last().map(String::as_str),
                Some(first),
                "{dialog:?}: {seen:?}"
            );
            assert!(
                seen.len() < 30 && seen.iter().all(|label| label != TRAY),
                "{dialog:?}: {seen:?}"
            );
        }
        program.key(Key::Escape);
    }
}

#[test]
fn tab_in_a_window_stops_only_at_what_has_a_name() {
    let mut program = with_actor();
    for dialog in every_dialog() {
        open(&mut program, dialog.clone());
        let mut seen = Vec::new();
        for _ in 0..12 {
            program.key(Key::Tab);
            seen.push(focused(&program).unwrap_or_default());
        }
        assert!(seen.iter().all(|label| !label.is_empty()), "{dialog:?}: {seen:?}");
        let titles = program.harness.query_all_by_role(Role::Window);
        for title in titles.filter_map(|node| node.accesskit_node().label()) {
            assert!(
                !title.ends_with('…'),
                "the dots of a menu promise a window: {title}"
            );
        }
        program.key(Key::Escape);
    }
}

#[test]
fn a_window_gives_the_keyboard_back_to_the_field_or_the_board() {
    let mut program = with_actor();
    program.harness.get_by_label("Zoek een actor").focus();
    program.harness.run_steps(4);
    program.key_with(Modifiers::COMMAND, Key::Comma);
    assert_eq!(program.harness.state().desk().dialog, Some(Dialog::Settings));
    program.key(Key::Escape);
    assert_eq!(focused(&program).as_deref(), Some("Zoek een actor"));

    program.click_at(program.piece("Alkmaar").center());
    program.key_with(Modifiers::COMMAND, Key::Comma);
    program.key(Key::Escape);
    program.key(Key::Num6);
    let document = program.harness.state().document();
    let influence = document
        .constellation()
        .actors
        .values()
        .next()
        .and_then(|one| one.influence);
    assert_eq!(influence, Some(6), "the board has its keys again");
}

#[test]
fn a_window_that_leads_to_another_gives_back_to_what_had_it_first() {
    let mut program = with_actor();
    program.harness.get_by_label("Zoek een actor").focus();
    program.harness.run_steps(4);
    program.key_with(Modifiers::COMMAND, Key::K);
    program.letters("instell");
    program.key(Key::Enter);
    assert_eq!(program.harness.state().desk().dialog, Some(Dialog::Settings));
    assert_eq!(focused(&program).as_deref(), Some("Nederlands"));
    program.key(Key::Escape);
    assert_eq!(focused(&program).as_deref(), Some("Zoek een actor"));
}

#[test]
fn a_question_takes_the_keyboard_on_its_safest_answer_and_escape_is_that_answer() {
    let mut program = with_actor();
    program.send(Intent::Run(Command::New));
    program.settle();
    assert!(program.shows("Eerst opslaan?"));
    assert_eq!(focused(&program).as_deref(), Some("Terug naar het bord"));
    let before = program.untouched();
    program.letters("aromkv5");
    program.key(Key::Delete);
    program.key_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(program.untouched(), before);
    for _ in 0..3 {
        program.key(Key::Tab);
    }
    assert_eq!(
        focused(&program).as_deref(),
        Some("Terug naar het bord"),
        "three answers, and round"
    );
    program.key(Key::Escape);
    assert!(!program.shows("Eerst opslaan?"));
    assert_eq!(program.untouched(), before);
}

#[test]
fn a_window_leaves_the_board_to_the_hand() {
    let mut program = with_actor();
    open(&mut program, Dialog::Properties);
    let from = program.piece("Alkmaar").center();
    let corner = program.board().right_bottom() - vec2(60.0, 60.0);
    // The window may lie over the piece: what counts is that the board is not locked.
    program.click_at(corner);
    assert_eq!(program.harness.state().desk().dialog, Some(Dialog::Properties));
    program.key(Key::A);
    assert_eq!(
        program.counts().0,
        2,
        "who clicks on the board types there: {from:?}"
    );
}

#[test]
fn who_turns_back_from_the_closing_question_types_on_where_he_was() {
    let mut program = with_actor();
    for answer in ["Escape", "Terug naar het bord"] {
        program.harness.get_by_label(TRAY).focus();
        program.harness.run_steps(4);
        program.letters("half");
        program.key_with(Modifiers::COMMAND, Key::Q);
        program.harness.run_steps(4);
        assert!(program.shows("Eerst opslaan?"));
        match answer {
            "Escape" => program.key(Key::Escape),
            _ => program.press(answer),
        }
        program.harness.run_steps(4);
        assert_eq!(program.names(), ["Alkmaar"], "{answer}");
        assert_eq!(program.text_in(TRAY), "half", "{answer}");
        assert_eq!(focused(&program).as_deref(), Some(TRAY), "{answer}");
        program.key_with(Modifiers::COMMAND, Key::A);
        program.key(Key::Backspace);
        assert_eq!((program.names().len(), program.text_in(TRAY).as_str()), (1, ""));
    }
}

#[test]
fn what_stands_half_typed_stays_a_draft_behind_the_question_and_behind_the_start_screen() {
    let mut program = with_actor();
    program.click_at(program.piece("Alkmaar").center());
    program.harness.get_by_label("Notitie").focus();
    program.harness.run_steps(4);
    program.letters("belt");
    program.close_window();
    assert!(program.shows("Eerst opslaan?"));
    let note = |program: &Program| {
        let constellation = program.harness.state().document().constellation();
        constellation
            .actors
            .values()
            .next()
            .map(|actor| actor.note.clone())
    };
    assert_eq!(note(&program).as_deref(), Some(""), "not confirmed");
    program.key(Key::Escape);
    program.settle();
    program.letters(" nog");
    assert_eq!(program.text_in("Notitie"), "belt nog", "and typed on");
    assert_eq!(note(&program).as_deref(), Some(""));
    program.key(Key::Tab);
    program.settle();
    assert_eq!(note(&program).as_deref(), Some("belt nog"), "left on purpose");

    program.harness.get_by_label(TRAY).focus();
    program.harness.run_steps(4);
    program.letters("half");
    program.send(Intent::Run(Command::StartScreen));
    program.settle();
    assert_eq!(program.names(), ["Alkmaar"]);
    program.send(Intent::Run(Command::StartScreen));
    program.settle();
    assert_eq!(
        (program.names().len(), program.text_in(TRAY).as_str()),
        (1, "half")
    );
}

#[test]
fn a_name_that_waits_for_enter_is_asked_about_saved_on_request_and_gone_when_not_wanted() {
    let home = tempfile::tempdir().unwrap();
    let mut program = Program::at(home.path());
    program.send(Intent::Run(Command::New));
    program.settle();
    let type_half = |program: &mut Program| {
        program.harness.get_by_label(TRAY).focus();
        program.harness.run_steps(4);
        program.letters("half");
        program.send(Intent::Run(Command::New));
        program.settle();
        assert!(program.shows("Eerst opslaan?"));
    };
    type_half(&mut program);
    program.press("Niet opslaan");
    program.settle();
    assert_eq!((program.names().len(), program.text_in(TRAY).as_str()), (0, ""));

    let file = home.path().join("x.opstelling.json");
    program.send(FileRequest::PathChosen(PathPurpose::SaveAs, file.clone().into()));
    program.until("the save", |_| file.exists());
    program.settle();
    type_half(&mut program);
    program.press("Opslaan");
    program.until("the new board", |program| program.names().is_empty());
    assert!(std::fs::read_to_string(file).unwrap().contains("half"));
}

#[test]
fn a_question_gives_the_keyboard_back_to_the_button_it_came_from() {
    let home = tempfile::tempdir().unwrap();
    let mut program = Program::at(home.path());
    program.send(Intent::Run(Command::New));
    program.settle();
    let middle = program.board().center();
    program.add(middle, "Alkmaar");
    drop(program);
    for by_key in [true, false] {
        let mut program = Program::at(home.path());
        program.until_label("Niet-opgeslagen werk gevonden");
        if by_key {
            program.harness.get_by_label("Weggooien").focus();
            program.harness.run_steps(4);
            program.key(Key::Enter);
        } else {
            program.click_on("Weggooien");
        }
        program.settle();
        if by_key {
            program.key(Key::Enter);
        } else {
            program.click_on("Bewaren");
        }
        program.settle();
        assert!(!program.shows("Weggooien?"));
        assert_eq!(
            focused(&program).as_deref(),
            Some("Weggooien"),
            "by key: {by_key}"
        );
    }
}

#[test]
fn a_new_board_begins_with_its_question_also_when_another_was_answered_first() {
    let mut program = Program::with_new_board();
    program.harness.get_by_label("Naam van een nieuwe actor").focus();
    program.harness.run_steps(4);
    program.letters("Alkmaar");
    program.key(Key::Enter);
    program.key_with(Modifiers::COMMAND, Key::N);
    program.settle();
    program.harness.get_by_label("Niet opslaan").focus();
    program.harness.run_steps(4);
    program.key(Key::Enter);
    program.settle();
    assert_eq!(program.counts().0, 0, "a new board");
    program.letters("Wie doet er mee?");
    program.key(Key::Tab);
    let constellation = program.harness.state().document().constellation();
    assert_eq!(constellation.info.issue, "Wie doet er mee?");
}
