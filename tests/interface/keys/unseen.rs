//! Where the board isn't in sight no command and no key reaches it: a walk over the whole table.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, vec2};
use egui_kittest::kittest::Queryable;
use netwerkopstelling::app::shortcuts::to_egui;
use netwerkopstelling::command::{
    COMMANDS, Command, CommandFamily, CommandInfo, CommandReach, DeskChange, Edit, Intent, Look,
    ProgramRequest,
};
use netwerkopstelling::desk::{Dialog, InSight, Screen};
use netwerkopstelling::formats::native;
use netwerkopstelling::i18n::Texts;
use netwerkopstelling::model::Language;

use crate::program::{Program, stroke, typed};

/// All that a command or key could change: the bytes of the file, what is chosen, the steps, what is set.
fn board(program: &Program) -> (Vec<u8>, String) {
    let app = program.harness.state();
    let (document, lens, desk) = (app.document(), app.lens(), app.desk());
    let bytes = native::write(document.constellation());
    let rest = format!(
        "{:?} {} {:?} {:?} {:?} {:?}",
        document.selection(),
        document.history().steps().len(),
        desk.renaming,
        desk.relating_from,
        lens.what_if,
        (
            desk.left_is_open,
            desk.right_is_open,
            desk.right_tab,
            desk.table_is_open,
            desk.hall_mode
        ),
    );
    (bytes, rest)
}

/// A board with work on it, an actor chosen, a step to undo and one to redo, behind the start screen.
fn behind_the_start_screen() -> Program {
    let mut program = Program::with_new_board();
    let middle = program.board().center();
    for (name, x) in [("Alkmaar", -160.0), ("Hoorn", 0.0), ("Heiloo", 160.0)] {
        program.add(middle + vec2(x, 0.0), name);
    }
    program.send(Intent::Run(Command::Undo));
    program.settle();
    program.click_at(program.piece("Alkmaar").center());
    assert_eq!(program.untouched().1.len(), 1);
    program.send(Intent::Run(Command::StartScreen));
    program.settle();
    assert_eq!(program.harness.state().desk().screen, Screen::Start);
    program
}

/// Whatever a command opened is closed, so that the next one is on the start screen too.
fn close(program: &mut Program) {
    for _ in 0..2 {
        program.key(Key::Escape);
    }
    assert_eq!(program.harness.state().desk().dialog, None);
}

#[test]
fn no_command_reaches_a_board_behind_the_start_screen() {
    let mut program = behind_the_start_screen();
    let before = board(&program);
    for info in COMMANDS
        .iter()
        .filter(|info| info.command != Command::StartScreen)
    {
        program.send(Intent::Run(info.command));
        program.harness.run_steps(4);
        close(&mut program);
        assert_eq!(board(&program), before, "{:?}", info.command);
        let screen = program.harness.state().desk().screen;
        assert_eq!(screen, Screen::Start, "{:?}", info.command);
    }
    program.send(Intent::Run(Command::StartScreen));
    program.settle();
    assert_eq!(board(&program), before);
    assert_eq!(program.harness.state().desk().screen, Screen::Board);
}

#[test]
fn no_key_reaches_a_board_behind_the_start_screen() {
    let mut program = behind_the_start_screen();
    let before = board(&program);
    let mut keys: Vec<(Modifiers, Key)> = COMMANDS
        .iter()
        .flat_map(|info| info.shortcuts)
        .filter_map(|shortcut| to_egui(*shortcut))
        .map(|keys| (keys.modifiers, keys.logical_key))
        .collect();
    // What the board itself listens to, and every other key, alone and with what can be held down.
    for held in [
        Modifiers::NONE,
        Modifiers::SHIFT,
        Modifiers::COMMAND,
        Modifiers::ALT,
    ] {
        keys.extend(Key::ALL.iter().map(|key| (held, *key)));
    }
    for (modifiers, key) in keys {
        // Enter and Space press the button that Tab went to.
        if matches!(key, Key::Tab) {
            continue;
        }
        program.at_once(stroke(modifiers, key).into());
        close(&mut program);
        assert_eq!(board(&program), before, "{modifiers:?} {key:?}");
        assert_eq!(program.harness.state().desk().screen, Screen::Start, "{key:?}");
    }
    program.at_once(typed("Nieuwe naam"));
    for event in [Event::Cut, Event::Paste("Gemeente Hoorn\nUWV".to_owned())] {
        program.at_once(vec![event]);
        assert_eq!(board(&program), before);
    }
}

#[test]
fn no_request_about_the_board_is_carried_out_behind_the_start_screen() {
    let mut program = behind_the_start_screen();
    let before = board(&program);
    let everybody: Vec<_> = {
        let document = program.harness.state().document();
        document.constellation().actors.keys().copied().collect()
    };
    let moves = everybody.iter().map(|id| (*id, None)).collect();
    for intent in [
        Intent::from(ProgramRequest::PasteText("Gemeente Hoorn".to_owned())),
        Edit::Place(moves).into(),
        DeskChange::StartRename(everybody[0]).into(),
        Look::Select(Default::default()).into(),
        ProgramRequest::ArrangeEverybody.into(),
    ] {
        program.send(intent.clone());
        program.settle();
        assert_eq!(board(&program), before, "{intent:?}");
    }
}

#[test]
fn an_offer_about_the_board_waits_until_the_board_is_back() {
    let mut program = Program::with_new_board();
    let middle = program.board().center();
    program.add(middle, "Alkmaar");
    program.click_at(program.piece("Alkmaar").center());
    program.key(Key::Delete);
    program.settle();
    let undo = Texts::new(Language::Nl).t("removed-undo");
    let offers = |program: &Program| {
        let mut found = program.harness.query_all_by_role_and_label(Role::Button, &undo);
        found.next().is_some()
    };
    assert!(offers(&program));
    program.send(Intent::Run(Command::StartScreen));
    program.settle();
    assert!(!offers(&program));
    let back = program.harness.get_by_label_contains("Terug naar het bord");
    back.click();
    program.settle();
    assert!(offers(&program));
}

#[test]
fn a_window_about_the_board_closes_where_the_board_goes_and_what_was_typed_stays() {
    let mut program = Program::with_new_board();
    program.send(DeskChange::Open(Dialog::Properties));
    program.harness.run_steps(6);
    program.letters("Half");
    program.send(Intent::Run(Command::StartScreen));
    program.settle();
    let app = program.harness.state();
    assert_eq!(app.desk().dialog, None);
    assert_eq!(app.document().constellation().info.title, "Half");
}

#[test]
fn in_the_hall_what_stands_beside_the_board_does_not_open_unseen() {
    let mut program = Program::with_new_board();
    program.send(Intent::Run(Command::HallMode));
    program.settle();
    let before = board(&program);
    for info in COMMANDS.iter().filter(|info| info.reach == CommandReach::Panels) {
        program.send(Intent::Run(info.command));
        program.settle();
        assert_eq!(board(&program), before, "{:?}", info.command);
    }
}

#[test]
fn menus_and_palette_show_what_the_screen_has_a_use_for() {
    let mut program = Program::with_new_board();
    program.send(Intent::Run(Command::StartScreen));
    program.settle();
    for menu in CommandFamily::MENUS {
        let works = |info: &CommandInfo| info.family == menu && info.reach.works_in(InSight::Start);
        let name = Texts::new(Language::Nl).t(menu.key());
        let is_there = program.harness.query_by_label(&name).is_some();
        assert_eq!(is_there, COMMANDS.iter().any(works), "{name}");
    }
    program.send(Intent::Run(Command::Palette));
    program.settle();
    for (label, is_there) in [("Alles selecteren", false), ("Openen…", true)] {
        assert_eq!(program.shows(label), is_there, "{label}");
    }
}
