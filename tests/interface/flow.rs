//! What a user does from start to end, through the whole program and real files.

use egui::{Key, Modifiers, pos2, vec2};
use egui_kittest::kittest::Queryable;
use netwerkopstelling::command::{Command, FileRequest, Intent};
use netwerkopstelling::desk::{Dialog, PathPurpose};
use netwerkopstelling::formats::{self, FormatId};
use netwerkopstelling::i18n::Texts;
use netwerkopstelling::store::Folders;

use crate::board::bench::NAME_FIELD;
use crate::program::Program;

const UNSAVED: &str = "Eerst opslaan?";

/// A file as a window hands it over.
#[derive(Debug)]
struct Dropped(std::path::PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &std::path::Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

fn sample(program: &mut Program) {
    let title = "Arbeidsmarktregio";
    program.until_label(title);
    let buttons: Vec<_> = program.harness.get_all_by_label_contains(title).collect();
    buttons[0].click();
    program.until("the sample on the board", |program| program.counts().0 > 5);
    program.settle();
}

#[test]
fn a_sample_is_moved_related_undone_analysed_exported_saved_and_reopened() {
    let home = tempfile::tempdir().unwrap();
    let mut program = Program::at(home.path());
    sample(&mut program);
    let (actors, relations, _) = program.counts();

    let on_board = program.pieces_on_board();
    let (first, second) = (on_board[0], on_board[1]);
    program.drag(first.center(), first.center() + vec2(23.0, 17.0));
    assert_eq!(program.counts(), (actors, relations, 1), "a drag is one step");
    let first = first.translate(vec2(23.0, 17.0));
    program.drag(pos2(first.right() - 2.0, first.center().y), second.center());
    assert_eq!(
        program.counts(),
        (actors, relations + 1, 2),
        "a drag from the rim relates"
    );
    program.harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    program.settle();
    assert_eq!(program.counts(), (actors, relations, 1));

    program.send(Intent::Run(Command::ShowSpanners));
    program.until_label("heeft contacten in ");
    let is_reason = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
        node.role() == egui::accesskit::Role::Button
            && node
                .label()
                .is_some_and(|label| label.starts_with("heeft contacten in"))
    };
    let reasons: Vec<_> = program.harness.get_all_by(is_reason).collect();
    reasons[0].click();
    program.settle();
    let highlight = program.harness.state().lens().highlight.clone();
    assert!(
        highlight.is_some_and(|lit| !lit.actors.is_empty()),
        "a reason lights up"
    );

    let files = tempfile::tempdir().unwrap();
    let figures = files.path().join("cijfers.csv");
    program.send(FileRequest::PathChosen(
        PathPurpose::ExportFigures,
        figures.clone().into(),
    ));
    program.until("the figures", |_| figures.exists());
    assert_eq!(
        std::fs::read_to_string(&figures).unwrap().lines().count(),
        actors + 1
    );
    let node_link = files.path().join("netwerk.json");
    program.send(FileRequest::PathChosen(
        PathPurpose::ExportNodeLink,
        node_link.clone().into(),
    ));
    program.until("the node-link file", |_| node_link.exists());
    let read: serde_json::Value = serde_json::from_slice(&std::fs::read(&node_link).unwrap()).unwrap();
    assert_eq!(read["nodes"].as_array().map(Vec::len), Some(actors));
    // What the other format cannot hold is said, as the command line says it.
    let losses = formats::format(FormatId::NetworkX).losses;
    let losses = losses(program.harness.state().document().constellation());
    assert!(!losses.is_empty(), "a sample has a board of its own");
    let losses = losses.iter().map(|loss| loss.text(Texts::default()));
    let said = losses.collect::<Vec<_>>().join("\n");
    program.until_label(&format!("Geëxporteerd naar {}.\n{said}", node_link.display()));

    let path = files.path().join("regio.opstelling.json");
    program.send(FileRequest::PathChosen(PathPurpose::SaveAs, path.clone().into()));
    program.until("the save", |program| {
        !program.harness.state().document().has_unsaved_changes()
    });
    let saved = program.harness.state().document().constellation().clone();
    program.send(Intent::Run(Command::New));
    program.until("a new board", |program| program.counts().0 == 0);
    program.send(FileRequest::OpenPath(path.into()));
    program.until("the file again", |program| program.counts().0 == actors);
    assert_eq!(*program.harness.state().document().constellation(), saved);
}

#[test]
fn closing_with_unsaved_work_asks_and_stays() {
    let home = tempfile::tempdir().unwrap();
    let mut program = Program::at(home.path());
    sample(&mut program);
    let piece = program.pieces_on_board()[0].center();
    program.drag(piece, piece + vec2(30.0, 0.0));
    program.close_window();
    program.until_label(UNSAVED);
    program.press("Terug naar het bord");
    assert!(!program.shows(UNSAVED));
    assert_eq!(program.counts().2, 1, "the work is still there");
}

#[test]
fn a_name_half_typed_counts_as_unsaved_work() {
    let home = tempfile::tempdir().unwrap();
    let mut program = Program::at(home.path());
    sample(&mut program);
    let piece = program.pieces_on_board()[0].center();
    program.buttons(piece, &[true, false, true, false]);
    program.settle();
    program.harness.get_by_label(NAME_FIELD).type_text("Half getypt");
    program.settle();
    program.close_window();
    program.until_label(UNSAVED);
    let has_name = |program: &Program| program.names().iter().any(|name| name.contains("Half getypt"));
    assert!(!has_name(&program), "it was not confirmed");
    program.press("Terug naar het bord");
    program.settle();
    assert_eq!(
        program.text_in(NAME_FIELD),
        "Half getypt",
        "it stands where it stood"
    );
    assert!(!has_name(&program));
    program.key(Key::Enter);
    assert!(has_name(&program), "the keyboard is back in it");
}

#[test]
fn recovered_work_counts_its_steps_in_one_way_everywhere() {
    let home = tempfile::tempdir().unwrap();
    let mut program = Program::at(home.path());
    program.send(Intent::Run(Command::New));
    program.settle();
    let middle = program.board().center();
    for (name, x) in [("Alkmaar", -200.0), ("Bergen", 0.0), ("Castricum", 200.0)] {
        program.add(middle + vec2(x, 0.0), name);
    }
    for _ in 0..2 {
        program.send(Intent::Run(Command::Undo));
        program.settle();
    }
    assert_eq!(program.counts(), (1, 0, 1));
    drop(program);

    let mut program = Program::at(home.path());
    program.until_label("Niet-opgeslagen werk gevonden");
    assert!(
        program.shows("1 actor, 0 relaties, 1 bewerking"),
        "what undo took back is no step"
    );
    program.press("Herstellen");
    program.until_label("Hersteld: 1 bewerking.");
    assert_eq!(program.counts(), (1, 0, 1));
}

#[test]
fn work_of_a_program_that_died_is_found_by_the_next_and_recovered() {
    let home = tempfile::tempdir().unwrap();
    let mut program = Program::at(home.path());
    program.send(Intent::Run(Command::New));
    program.settle();
    let middle = program.board().center();
    program.add(middle, "Alkmaar");
    // Dropped without closing: nobody was asked, nothing was tidied up.
    drop(program);

    let mut program = Program::at(home.path());
    program.until_label("Niet-opgeslagen werk gevonden");
    program.press("Herstellen");
    program.until("the recovered board", |program| program.counts().0 == 1);
    let document = program.harness.state().document();
    let labels: Vec<_> = document
        .constellation()
        .actors
        .values()
        .map(|actor| &actor.label)
        .collect();
    assert_eq!(labels, ["Alkmaar"]);
    assert!(document.has_unsaved_changes(), "it is in no file yet");
}

/// The head of a journal as a later version of the program may write it.
fn newer_head() -> String {
    let json = r#"{"header":{"version":99,"what":["else"]}}"#;
    let bytes = 0u64.to_le_bytes().into_iter().chain(json.bytes());
    let sum = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| {
        (sum ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    format!("{{\"n\":0,\"sum\":\"{sum:016x}\",\"line\":{json}}}\n")
}

#[test]
fn work_of_a_newer_program_is_named_at_the_start_cannot_be_recovered_here_and_stays() {
    let home = tempfile::tempdir().unwrap();
    let folder = Folders::at(home.path()).journals().to_owned();
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.inside("1-2-3.journal");
    std::fs::write(&path, newer_head()).unwrap();
    let mut program = Program::at(home.path());
    program.until_label("Niet-opgeslagen werk gevonden");
    let sentence = "gemaakt met een nieuwer programma";
    assert_eq!(program.harness.get_all_by_label_contains(sentence).count(), 1);
    assert!(!program.shows("Herstellen") && !program.shows("Weggooien"));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), newer_head());
}

#[test]
fn escape_takes_back_an_actor_asked_for_by_the_menu_or_its_key() {
    let mut program = Program::with_new_board();
    program.send(Intent::Run(Command::AddActor));
    program.settle();
    assert_eq!(program.counts().0, 1);
    program.harness.key_press(Key::Escape);
    program.settle();
    assert_eq!(program.counts(), (0, 0, 0));
}

#[test]
fn saving_takes_along_the_name_being_typed() {
    let mut program = Program::with_new_board();
    program.send(Intent::Run(Command::AddActor));
    program.settle();
    program.harness.get_by_label(NAME_FIELD).type_text("Hoorn");
    program.settle();
    let files = tempfile::tempdir().unwrap();
    let path = files.path().join("naam.opstelling.json");
    program.send(FileRequest::PathChosen(PathPurpose::SaveAs, path.clone().into()));
    program.until("the save", |program| {
        path.exists() && !program.harness.state().document().has_unsaved_changes()
    });
    assert!(std::fs::read_to_string(&path).unwrap().contains("Hoorn"));
    assert_eq!(program.counts(), (1, 0, 1));
}

#[test]
fn nudges_undone_at_once_can_be_redone() {
    let mut program = Program::with_new_board();
    let middle = program.board().center();
    program.add(middle, "Alkmaar");
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
    program.harness.key_press(Key::ArrowRight);
    program.harness.step();
    program.harness.step();
    let after = place(&program);
    assert_ne!(before, after);
    program.send(Intent::Run(Command::Undo));
    program.harness.run_steps(2);
    assert_eq!(place(&program), before);
    program.send(Intent::Run(Command::Redo));
    program.settle();
    assert_eq!(place(&program), after);
}

#[test]
fn a_drag_whose_step_was_undone_lets_go() {
    let mut program = Program::with_new_board();
    let middle = program.board().center();
    program.add(middle, "Alkmaar");
    let at = program.piece("Alkmaar").center();
    program.buttons(at, &[true]);
    for step in 1..4 {
        program
            .harness
            .event(egui::Event::PointerMoved(at + vec2(30.0 * step as f32, 0.0)));
        program.harness.run_steps(2);
    }
    program.send(Intent::Run(Command::Undo));
    program.harness.run_steps(2);
    program
        .harness
        .event(egui::Event::PointerMoved(at + vec2(150.0, 0.0)));
    program.harness.run_steps(2);
    program.buttons(at + vec2(150.0, 0.0), &[false]);
    program.settle();
    assert_eq!(program.piece("Alkmaar").center(), at);
    assert_eq!(program.counts().2, 1);
}

#[test]
fn a_file_held_above_the_window_says_what_dropping_it_does_and_then_opens() {
    let home = tempfile::tempdir().unwrap();
    let mut program = Program::at(home.path());
    let hint = "Laat los om dit bestand te openen";
    assert!(!program.shows(hint));
    let hovered = egui::HoveredFile::default();
    program.harness.input_mut().hovered_files = vec![hovered];
    program.until_label(hint);
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/sample-networks/arbeidsmarktregio.opstelling.json"
    );
    program.harness.input_mut().hovered_files.clear();
    program.harness.input_mut().dropped_files = vec![std::sync::Arc::new(Dropped(path.into()))];
    program.harness.step();
    program.until("the dropped file on the board", |program| program.counts().0 > 5);
    assert!(!program.shows(hint));
}

#[test]
fn a_file_with_the_short_ending_opens_when_dropped_and_is_among_the_last() {
    let home = tempfile::tempdir().unwrap();
    let mut program = Program::at(home.path());
    let sample = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/sample-networks/arbeidsmarktregio.opstelling.json"
    );
    let path = home.path().join("regio.opstelling");
    std::fs::copy(sample, &path).unwrap();
    program.harness.input_mut().dropped_files = vec![std::sync::Arc::new(Dropped(path.clone()))];
    program.harness.step();
    program.until("the dropped file on the board", |program| program.counts().0 > 5);
    // It is a file of ours: saving asks for no name.
    program.send(netwerkopstelling::command::FileRequest::Save);
    let kept = path.with_extension("opstelling.bak");
    program.until("the version before is kept beside it", |_| kept.is_file());
    drop(program);
    let again = Program::at(home.path());
    assert!(again.shows("regio.opstelling"), "on the start screen");
}

#[test]
fn asking_for_the_palette_while_typing_leaves_what_was_typed() {
    let mut program = Program::with_new_board();
    let middle = program.board().center();
    program.buttons(middle, &[true, false, true, false]);
    program.settle();
    program.harness.get_by_label(NAME_FIELD).type_text("Alkmaar");
    program.settle();
    program.harness.key_press(Key::Home);
    program.harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
    program.settle();
    let desk = program.harness.state().desk();
    assert_eq!(desk.dialog, Some(Dialog::Palette));
    let actors = &program.harness.state().document().constellation().actors;
    let typed = desk.renaming.as_ref().map(|renaming| renaming.text.as_str());
    let kept = actors.values().any(|actor| actor.label == "Alkmaar") || typed == Some("Alkmaar");
    assert!(kept, "{typed:?}");
}
