//! The thread of the interface waits for nothing and does nothing that takes as long as the board is large. Counted,
//! never timed: the whole program runs on the thread of the test, and such work is counted for its thread.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use egui::{Key, Modifiers, vec2};
use netwerkopstelling::app::clipboard_text;
use netwerkopstelling::app::journal::orphans;
use netwerkopstelling::command::{
    Command, DeskChange, Edit, FileRequest, InterfaceZoom, Look, ProgramRequest, SettingChange,
};
use netwerkopstelling::desk::{Dialog, PathPurpose, ProjectedSide, Projection, RightTab, TableTab};
use netwerkopstelling::edit::operations::{ActorEdit, NewActor, NewRelation, add_actors, add_relation, copy};
use netwerkopstelling::edit::{ActorField, Document, Selection};
use netwerkopstelling::formats::native;
use netwerkopstelling::lens::WhatIf;
use netwerkopstelling::model::{Constellation, Language, Point};
use netwerkopstelling::scene::ThemeKind;
use netwerkopstelling::store::hold_disk;
use netwerkopstelling::takeaway::{NoteKind, PictureKind};
use netwerkopstelling::tally::{self, Tally};

use crate::program::Program;

const ACTORS: u32 = 400;
/// A step may copy the few chunks that it changes, when a job holds the board at that moment. All of this board are
/// twenty chunks and more.
const MOST_COPIES: u64 = 6;
/// Places that the names of a small board look at, all in all: a few milliseconds.
const MOST_PLACES: u64 = 100_000;

/// A board of many chunks, as a file.
pub fn large_file(folder: &Path) -> PathBuf {
    let mut document = Document::new(Constellation::new(Language::Nl));
    let actor = |at: u32| NewActor {
        label: format!("Gemeente {at}"),
        pos: Some(Point::new(
            f64::from(at % 20) * 90.0 - 900.0,
            f64::from(at / 20) * 90.0 - 900.0,
        )),
        ..NewActor::default()
    };
    let ids = add_actors(&mut document, (0..ACTORS).map(actor).collect()).unwrap();
    for at in 0..2 * ids.len() {
        let new = NewRelation {
            source: ids[at % ids.len()],
            target: ids[(at * 7 + 1 + at / ids.len()) % ids.len()],
            kind: "samenwerking".into(),
            weight: 1.0,
        };
        // One that is there already is refused.
        let _ = add_relation(&mut document, new);
    }
    let path = folder.join("groot.opstelling.json");
    std::fs::write(&path, native::write(document.constellation())).unwrap();
    path
}

/// Does it, and holds what the thread of the interface did for it to nothing.
fn watched(program: &mut Program, what: &str, act: impl FnOnce(&mut Program)) {
    let before = tally::here();
    act(program);
    let done = tally::here() - before;
    assert!(done.copies <= MOST_COPIES, "{what} copies {} chunks", done.copies);
    assert!(
        done.places <= MOST_PLACES,
        "{what} looks at {} places for names",
        done.places
    );
    // What panels show of the board is looked up once for every change.
    let other = Tally {
        copies: 0,
        walks: 0,
        places: 0,
        ..done
    };
    assert_eq!(other, Tally::default(), "{what}");
}

fn is_saved(program: &Program) -> bool {
    !program.harness.state().document().has_unsaved_changes()
}

pub fn opened(home: &Path, file: &Path) -> Program {
    let mut program = Program::at(home);
    watched(&mut program, "opening", |program| {
        program.send(FileRequest::OpenPath(file.to_owned().into()));
        program.until("the file", |program| program.counts().0 == ACTORS as usize);
        program.until("its figures", |program| !program.shows("Stoppen met rekenen"));
    });
    program
}

#[test]
fn editing_a_large_board_does_nothing_on_the_way_that_takes_as_long_as_it_is_large() {
    let home = tempfile::tempdir().unwrap();
    let file = large_file(home.path());
    let mut program = opened(home.path(), &file);
    let ids: Vec<_> = program
        .harness
        .state()
        .document()
        .constellation()
        .actors
        .keys()
        .copied()
        .collect();
    watched(&mut program, "a name", |program| {
        program.send(Edit::EditActors(
            vec![ids[7]],
            ActorEdit::Set(ActorField::Label("Alkmaar".into())),
        ));
        program.settle();
    });
    watched(&mut program, "a place", |program| {
        program.send(Edit::Place(vec![(ids[9], Some(Point::new(3.0, 4.0)))]));
        program.settle();
    });
    watched(&mut program, "a relation", |program| {
        program.send(Edit::AddRelation {
            source: ids[3],
            target: ids[200],
        });
        program.settle();
    });
    watched(&mut program, "undo and redo", |program| {
        program.key_with(Modifiers::COMMAND, Key::Z);
        program.key_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    });
    watched(&mut program, "names from a list", |program| {
        program.send(ProgramRequest::PasteText("Hoorn\nHeiloo".to_owned()));
        program.settle();
    });
    watched(&mut program, "copying the whole board", |program| {
        program.send(Command::SelectAll);
        program.send(Command::Copy);
        program.settle();
        program.send(Command::SelectNone);
        program.settle();
    });
    let document = program.harness.state().document();
    let everybody = Selection::of_actors(document.constellation().actors.keys().copied());
    let text = clipboard_text(&copy(document.constellation(), &everybody));
    let before = program.counts().0;
    watched(&mut program, "pasting a whole board", |program| {
        program.send(ProgramRequest::PasteText(text));
        program.until("twice as many", |program| program.counts().0 == 2 * before);
    });
    // The step back changes every chunk that was pasted: a job that still holds the board would make each of them a copy.
    program.until("its figures", |program| !program.shows("Stoppen met rekenen"));
    watched(&mut program, "undoing that", |program| {
        program.send(Command::Undo);
        program.settle();
    });
    assert_eq!(program.counts().0, before);
    watched(&mut program, "an experiment", |program| {
        program.send(Look::ToggleExperiment(WhatIf::Without(Some(ids[5]))));
        program.until_label("Cijfers van het netwerk");
        program.key(Key::Escape);
    });
    for tab in [
        RightTab::Cohesion,
        RightTab::Spanners,
        RightTab::Centrality,
        RightTab::Tables,
    ] {
        watched(&mut program, "a panel", |program| {
            program.send(DeskChange::OpenRight(tab));
            program.settle();
        });
    }
    watched(&mut program, "figures for a spreadsheet", |program| {
        program.send(ProgramRequest::CopyFigures);
        program.until_label("De cijfers staan op het klembord.");
    });
    watched(&mut program, "arranging", |program| {
        program.send(ProgramRequest::StopArranging);
        program.send(ProgramRequest::Arrange);
        program.settle();
        program.send(ProgramRequest::StopArranging);
        program.settle();
    });
}

#[test]
fn a_long_table_follows_the_board_and_its_rows_are_made_beside_the_interface() {
    let home = tempfile::tempdir().unwrap();
    let file = large_file(home.path());
    let mut program = opened(home.path(), &file);
    let first = program.first_actor();
    watched(&mut program, "opening a long table", |program| {
        program.send(DeskChange::OpenTable(TableTab::Actors));
        program.until_label("Rij: Gemeente 0");
    });
    watched(&mut program, "a name in a long table", |program| {
        program.send(Edit::EditActors(
            vec![first],
            ActorEdit::Set(ActorField::Label("Aalsmeer".into())),
        ));
        program.until_label("Rij: Aalsmeer");
        assert!(!program.shows("Rij: Gemeente 0"));
    });
    watched(&mut program, "another long table", |program| {
        program.send(DeskChange::OpenTable(TableTab::Relations));
        program.until_label("Rij: Aalsmeer");
    });
    watched(&mut program, "nobody left", |program| {
        program.send(Command::SelectAll);
        program.send(Command::Delete);
        program.until("an empty board", |program| program.counts().0 == 0);
        program.settle();
        assert!(!program.shows("Rij: "));
    });
}

#[test]
fn what_is_written_and_read_is_written_and_read_beside_the_interface() {
    let home = tempfile::tempdir().unwrap();
    let file = large_file(home.path());
    let mut program = opened(home.path(), &file);
    let ids: Vec<_> = program
        .harness
        .state()
        .document()
        .constellation()
        .actors
        .keys()
        .copied()
        .collect();
    watched(&mut program, "saving", |program| {
        program.send(Edit::EditActors(
            vec![ids[7]],
            ActorEdit::Set(ActorField::Label("Alkmaar".into())),
        ));
        program.settle();
        program.send(Command::Save);
        program.until("the save", is_saved);
    });
    for (purpose, name) in [
        (PathPurpose::ExportNodeLink, "uit.json"),
        (PathPurpose::ExportFigures, "uit.csv"),
        (PathPurpose::ExportFigures, "cijfers.json"),
    ] {
        let path = home.path().join(name);
        watched(&mut program, name, |program| {
            program.send(FileRequest::PathChosen(purpose, path.clone().into()));
            program.until(name, |_| path.exists());
        });
    }
    for (purpose, name) in [
        (PathPurpose::ExportPicture(PictureKind::Svg), "bord.svg"),
        (PathPurpose::ExportPicture(PictureKind::Png), "bord.png"),
        (PathPurpose::ExportPicture(PictureKind::Pdf), "bord.pdf"),
        (PathPurpose::ExportNote(NoteKind::Html), "verslag.html"),
    ] {
        let path = home.path().join(name);
        watched(&mut program, name, |program| {
            program.send(FileRequest::PathChosen(purpose, path.clone().into()));
            program.until(name, |_| path.exists());
        });
    }
    watched(&mut program, "a preview", |program| {
        program.send(DeskChange::Open(Dialog::TakeAlong));
        program.until_label("Voorbeeld van de afbeelding");
        program.send(DeskChange::Close(Dialog::TakeAlong));
        program.settle();
    });
    watched(&mut program, "a print", |program| {
        program.send(Command::Print);
        program.until("a print", |program| !program.viewed.lock().unwrap().is_empty());
    });
    watched(&mut program, "a picture for the clipboard", |program| {
        program.send(FileRequest::CopyPicture);
        program.until_label("De afbeelding staat op het klembord.");
    });
    watched(&mut program, "comparing", |program| {
        program.send(FileRequest::PathChosen(PathPurpose::Compare, file.clone().into()));
        program.until("the comparison", |program| {
            program.harness.state().desk().dialog == Some(Dialog::Comparison)
        });
        program.send(DeskChange::Close(Dialog::Comparison));
        program.settle();
    });
    watched(&mut program, "settings", |program| {
        program.send(ProgramRequest::Zoom(InterfaceZoom::Larger));
        program.send(ProgramRequest::Zoom(InterfaceZoom::Normal));
        program.send(ProgramRequest::Change(SettingChange::Theme(Some(
            ThemeKind::Dark,
        ))));
        program.settle();
    });
    watched(&mut program, "a sample", |program| {
        program.send(FileRequest::OpenSample(
            "gemeenschappelijke-regelingen-noord-holland-noord",
        ));
        program.until("the sample", |program| (6..100).contains(&program.counts().0));
    });
    watched(&mut program, "a projection", |program| {
        program.send(FileRequest::OpenProjection(Projection {
            side: ProjectedSide::Actors,
            counts_small_more: false,
        }));
        program.until("the projection", |program| program.counts().0 == 17);
    });
    // Killed: what the next start finds is this projection, which is in no file.
    program.settle();
    drop(program);
    let mut program = Program::at(home.path());
    program.until_label("Niet-opgeslagen werk gevonden");
    watched(&mut program, "recovering", |program| {
        program.press("Herstellen");
        program.until("the projection again", |program| program.counts().0 == 17);
    });
    watched(&mut program, "a new board", |program| {
        program.send(Command::Save);
        program.settle();
        program.key(Key::Escape);
        program.send(Command::New);
        program.until_label("Eerst opslaan?");
        program.press("Niet opslaan");
        program.until("an empty board", |program| program.counts().0 == 0);
    });
}

#[test]
fn codes_of_a_large_board_are_given_out_and_passed_on_beside_the_interface() {
    let home = tempfile::tempdir().unwrap();
    let file = large_file(home.path());
    let mut program = opened(home.path(), &file);
    watched(&mut program, "what codes do", |program| {
        program.send(Command::Pseudonyms);
        program.settle();
        program.click_on("Codes voor iedereen");
        program.until_label("400 actoren krijgen een code in plaats van een naam");
        program.click_on("Codes voor personen, en voor wie geen soort heeft");
        program.until_label("400 actoren krijgen een code in plaats van een naam: 400 personen");
        program.press("Codes tonen");
        program.settle();
    });
    watched(&mut program, "a preview under codes", |program| {
        program.send(DeskChange::Open(Dialog::TakeAlong));
        program.until_label("Voorbeeld van de afbeelding");
        program.send(DeskChange::Close(Dialog::TakeAlong));
        program.settle();
    });
    watched(&mut program, "a picture under codes", |program| {
        program.send(FileRequest::CopyPicture);
        program.until_label("De afbeelding staat op het klembord.");
    });
    watched(&mut program, "a print under codes", |program| {
        program.send(Command::Print);
        program.until("a print", |program| !program.viewed.lock().unwrap().is_empty());
    });
    let path = home.path().join("bord.svg");
    watched(&mut program, "a file under codes", |program| {
        let purpose = PathPurpose::ExportPicture(PictureKind::Svg);
        program.send(FileRequest::PathChosen(purpose, path.clone().into()));
        program.until("the file", |_| path.exists());
    });
    watched(&mut program, "copying under codes", |program| {
        let first = program.first_actor();
        program.send(Look::Select(Selection::of_actor(first)));
        program.send(Command::Copy);
        program.settle();
    });
}

/// A disk that does not answer.
struct DeafDisk {
    answer: Sender<()>,
    /// Whether it was told to answer, and did not do so in the end because somebody waited for it.
    was_told: JoinHandle<bool>,
}

impl DeafDisk {
    fn new() -> Self {
        let ((answer, is_to_answer), (deaf, is_deaf)) = (channel(), channel());
        let was_told = std::thread::spawn(move || {
            let disk = hold_disk();
            deaf.send(()).unwrap();
            let told = is_to_answer.recv_timeout(Duration::from_secs(600)).is_ok();
            drop(disk);
            told
        });
        is_deaf.recv().unwrap();
        Self { answer, was_told }
    }

    fn answer(self) {
        self.answer.send(()).unwrap();
        assert!(self.was_told.join().unwrap(), "the interface waited for the disk");
    }
}

#[test]
fn whoever_types_goes_on_while_the_disk_does_not_answer() {
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("regio.opstelling.json");
    let mut program = Program::at(home.path());
    let disk = DeafDisk::new();
    program.send(Command::New);
    program.settle();
    let middle = program.board().center();
    program.add(middle + vec2(-100.0, 0.0), "Alkmaar");
    program.add(middle + vec2(100.0, 0.0), "Hoorn");
    program.send(ProgramRequest::Change(SettingChange::Theme(Some(
        ThemeKind::Dark,
    ))));
    program.send(FileRequest::PathChosen(PathPurpose::SaveAs, file.clone().into()));
    program.settle();
    program.drag(program.piece("Hoorn").center(), middle + vec2(0.0, 120.0));
    program.key_with(Modifiers::COMMAND, Key::Z);
    program.add(middle + vec2(0.0, -120.0), "Heiloo");
    assert_eq!(program.names(), ["Alkmaar", "Hoorn", "Heiloo"]);
    assert!(
        !is_saved(&program) && !file.exists(),
        "the disk has not answered yet"
    );
    disk.answer();
    program.until("the save", |_| file.exists());
    assert_eq!(program.names(), ["Alkmaar", "Hoorn", "Heiloo"]);
    let journals = home.path().join("journal");
    program.until("the journal with the last name", |_| {
        let files = std::fs::read_dir(&journals).into_iter().flatten().flatten();
        files
            .filter_map(|file| std::fs::read_to_string(file.path()).ok())
            .any(|text| text.contains("Heiloo"))
    });
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
