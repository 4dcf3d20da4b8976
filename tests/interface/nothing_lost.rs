//! Work is never lost: not to a file that arrives, not to a newer version of its file, not in one click.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use egui::Key;
use egui_kittest::kittest::Queryable;
use netwerkopstelling::command::{Command, Edit, FileRequest, Intent};
use netwerkopstelling::desk::{Dialog, PathPurpose, ProjectedSide, Projection};

use crate::board::bench::NAME_FIELD;
use crate::program::Program;

const UNSAVED: &str = "Eerst opslaan?";
const SAMPLE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/sample-networks/arbeidsmarktregio.opstelling.json"
);

fn labels(program: &Program) -> Vec<String> {
    let document = program.harness.state().document();
    let actors = document.constellation().actors.values();
    actors.map(|actor| actor.label.clone()).collect()
}

fn begin_board(program: &mut Program, name: &str) {
    program.send(Intent::Run(Command::New));
    program.settle();
    let middle = program.board().center();
    program.add(middle, name);
}

/// A file as another program or somebody else leaves it.
fn copy_of_sample(folder: &Path, name: &str) -> PathBuf {
    let path = folder.join(name);
    fs::copy(SAMPLE, &path).unwrap();
    path
}

fn saved(program: &mut Program, path: &Path) {
    program.send(FileRequest::PathChosen(
        PathPurpose::SaveAs,
        path.to_owned().into(),
    ));
    program.until("the save", |program| {
        path.exists() && !program.harness.state().document().has_unsaved_changes()
    });
    program.settle();
}

#[test]
fn work_done_while_a_file_opens_is_asked_about_and_stays() {
    let home = tempfile::tempdir().unwrap();
    let mut program = Program::at(home.path());
    let file = copy_of_sample(home.path(), "ander.opstelling.json");
    begin_board(&mut program, "Alkmaar");
    saved(&mut program, &home.path().join("mijn.opstelling.json"));
    // Asked for, and in the same frame the user goes on: the file is there at the earliest in the next.
    program.send(FileRequest::OpenPath(file.clone().into()));
    program.send(Edit::AddActor(netwerkopstelling::edit::operations::NewActor {
        label: "Hoorn".to_owned(),
        ..Default::default()
    }));
    program.harness.step();
    program.until_label("is ‘mijn.opstelling.json’ veranderd");
    assert!(program.shows(UNSAVED));
    program.press("Terug naar het bord");
    program.settle();
    assert_eq!(labels(&program), ["Alkmaar", "Hoorn"]);

    program.send(FileRequest::OpenPath(file.into()));
    program.until_label(UNSAVED);
    program.press("Niet opslaan");
    program.until("the file", |program| program.counts().0 > 5);
    assert!(
        !program.shows(UNSAVED),
        "what was decided about is not asked again"
    );
}

#[test]
fn work_saved_on_the_way_is_in_its_file_and_then_the_other_opens() {
    let home = tempfile::tempdir().unwrap();
    let mut program = Program::at(home.path());
    let mine = home.path().join("mijn.opstelling.json");
    begin_board(&mut program, "Alkmaar");
    saved(&mut program, &mine);
    program.send(FileRequest::OpenPath(
        copy_of_sample(home.path(), "ander.opstelling.json").into(),
    ));
    program.send(Edit::AddActor(netwerkopstelling::edit::operations::NewActor {
        label: "Hoorn".to_owned(),
        ..Default::default()
    }));
    program.until_label(UNSAVED);
    program.press("Opslaan");
    program.until("the file", |program| program.counts().0 > 5);
    assert!(fs::read_to_string(mine).unwrap().contains("Hoorn"));
}

#[test]
fn of_two_files_asked_for_the_last_one_opens() {
    let home = tempfile::tempdir().unwrap();
    let mut program = Program::at(home.path());
    begin_board(&mut program, "Alkmaar");
    let mine = home.path().join("mijn.opstelling.json");
    saved(&mut program, &mine);
    program.send(FileRequest::OpenPath(SAMPLE.into()));
    program.send(FileRequest::OpenPath(mine.into()));
    program.settle();
    program.until("the last one", |program| program.counts().2 == 0);
    std::thread::sleep(std::time::Duration::from_millis(300));
    program.settle();
    assert_eq!(labels(&program), ["Alkmaar"]);
}

#[test]
fn what_was_never_saved_is_never_called_saved() {
    let home = tempfile::tempdir().unwrap();
    let mut program = Program::at(home.path());
    program.send(Intent::Run(Command::New));
    program.settle();
    let says = |program: &Program, text: &str| program.harness.query_all_by_label(text).next().is_some();
    assert!(says(&program, "Nog in geen bestand") && !says(&program, "Opgeslagen"));
    let middle = program.board().center();
    program.add(middle, "Alkmaar");
    assert!(says(&program, "Niet opgeslagen"));
    saved(&mut program, &home.path().join("x.opstelling.json"));
    assert!(says(&program, "Opgeslagen"));
}

/// Where a text stands half-typed, the label of its field, and how the hand begins it.
type HalfTyped = (&'static str, &'static str, fn(&mut Program));

fn half_typed() -> [HalfTyped; 3] {
    [
        ("on the board", NAME_FIELD, |program| {
            let at = program.piece("Alkmaar").center();
            program.buttons(at, &[true, false, true, false]);
        }),
        ("in the list", "Naam van een nieuwe actor", |program| {
            program.harness.get_by_label("Naam van een nieuwe actor").focus();
        }),
        ("in a field", "Vraag", |program| {
            program.send(Command::SelectNone);
            program.settle();
            program.harness.get_by_label("Vraag").focus();
        }),
    ]
}

#[test]
fn title_and_status_call_unsaved_what_closing_asks_about() {
    let home = tempfile::tempdir().unwrap();
    for (place, field, begin) in half_typed() {
        let folder = home.path().join(place);
        fs::create_dir(&folder).unwrap();
        let mut program = Program::at(&folder);
        begin_board(&mut program, "Alkmaar");
        saved(&mut program, &folder.join("x.opstelling.json"));
        let says = |program: &Program| {
            let label = |text| program.harness.query_all_by_label(text).next().is_some();
            let has_star = program.harness.state().window_name().starts_with('*');
            (has_star, label("Opgeslagen"), label("Niet opgeslagen"))
        };
        assert_eq!(says(&program), (false, true, false), "{place}");
        begin(&mut program);
        program.settle();
        assert_eq!(says(&program), (false, true, false), "{place}: nothing is typed");
        program.letters("Hoo");
        program.settle();
        assert!(program.text_in(field).ends_with("Hoo"), "{place}");
        assert_eq!(says(&program), (true, false, true), "{place}");
        program.close_window();
        assert!(program.shows(UNSAVED), "{place}");
    }
}

#[test]
fn a_name_half_typed_on_the_board_that_may_go_is_asked_about_once() {
    let home = tempfile::tempdir().unwrap();
    let mut program = Program::at(home.path());
    begin_board(&mut program, "Alkmaar");
    saved(&mut program, &home.path().join("x.opstelling.json"));
    let at = program.piece("Alkmaar").center();
    program.buttons(at, &[true, false, true, false]);
    program.settle();
    program.letters("Hoo");
    program.send(FileRequest::OpenPath(SAMPLE.into()));
    program.until_label(UNSAVED);
    program.press("Niet opslaan");
    program.until("the file", |program| program.counts().0 > 5);
    assert!(!program.shows(UNSAVED));
}

#[test]
fn a_path_typed_by_hand_replaces_nothing_unasked() {
    let home = tempfile::tempdir().unwrap();
    let mut program = Program::at(home.path());
    let taken = copy_of_sample(home.path(), "bezet.opstelling.json");
    let figures = home.path().join("cijfers.csv");
    let network = home.path().join("netwerk.json");
    for file in [&figures, &network] {
        fs::write(file, "al;iets").unwrap();
    }
    begin_board(&mut program, "Alkmaar");
    let before = fs::read(&taken).unwrap();
    // Without the ending, too: what counts is the name that is written.
    for name in ["bezet.opstelling.json", "bezet"] {
        program.send(FileRequest::PathChosen(
            PathPurpose::SaveAs,
            home.path().join(name).into(),
        ));
        program.until_label("bestaat al");
        program.press("Terug naar het bord");
        assert_eq!(fs::read(&taken).unwrap(), before);
    }
    for (purpose, file) in [
        (PathPurpose::ExportFigures, &figures),
        (PathPurpose::ExportNodeLink, &network),
    ] {
        program.send(FileRequest::PathChosen(purpose, file.into()));
        program.until_label("bestaat al");
        program.press("Terug naar het bord");
        assert_eq!(fs::read_to_string(file).unwrap(), "al;iets");
    }
    program.send(FileRequest::PathChosen(
        PathPurpose::ExportNodeLink,
        taken.clone().into(),
    ));
    program.until_label("bestaat al");
    program.press("Toch vervangen");
    program.until("the export", |_| fs::read(&taken).unwrap() != before);
    let backup = home.path().join("bezet.opstelling.json.bak");
    assert_eq!(fs::read(backup).unwrap(), before, "a network is kept");
}

#[test]
fn thrown_away_after_a_question_and_taken_back_from_the_start_screen() {
    let home = tempfile::tempdir().unwrap();
    let mut program = Program::at(home.path());
    begin_board(&mut program, "Alkmaar");
    drop(program);

    let mut program = Program::at(home.path());
    program.until_label("Niet-opgeslagen werk gevonden");
    program.press("Weggooien");
    program.until_label("Weggooien?");
    program.press("Bewaren");
    assert!(
        program.shows("Niet-opgeslagen werk gevonden"),
        "one click throws nothing away"
    );
    program.press("Weggooien");
    program.until_label("Weggooien?");
    let answers: Vec<_> = program.harness.get_all_by_label("Weggooien").collect();
    answers[answers.len() - 1].click();
    program.until_label("Onlangs weggegooid (1)");
    assert!(!program.shows("Niet-opgeslagen werk gevonden"));
    drop(program);

    let mut program = Program::at(home.path());
    program.until_label("Onlangs weggegooid (1)");
    program.harness.get_by_label("Onlangs weggegooid (1)").click();
    program.until_label("Terughalen");
    assert!(program.shows("1 actor"));
    program.settle();
    program.press("Terughalen");
    program.until("what was thrown away", |program| program.counts().0 == 1);
    assert_eq!(labels(&program), ["Alkmaar"]);
    assert!(program.harness.state().document().has_unsaved_changes());
    program.send(Intent::Run(Command::StartScreen));
    program.until("no entry any more", |program| {
        !program.shows("Onlangs weggegooid")
    });
}

#[test]
fn work_that_was_not_saved_on_request_can_be_taken_back_from_the_start_screen() {
    let home = tempfile::tempdir().unwrap();
    let mut program = Program::at(home.path());
    begin_board(&mut program, "Alkmaar");
    program.send(FileRequest::OpenPath(SAMPLE.into()));
    program.until_label(UNSAVED);
    program.press("Niet opslaan");
    program.until("the file", |program| program.counts().0 > 5);
    drop(program);

    // A file that was opened and left as it was leaves nothing behind.
    let mut program = Program::at(home.path());
    program.until_label("Onlangs weggegooid (1)");
    assert!(!program.shows("Niet-opgeslagen werk gevonden"));
    program.harness.get_by_label("Onlangs weggegooid (1)").click();
    program.until_label("Terughalen");
    program.settle();
    program.press("Terughalen");
    program.until("what was not saved", |program| program.counts().0 == 1);
    assert_eq!(labels(&program), ["Alkmaar"]);
    // In a file now: nothing of it is kept any longer.
    saved(&mut program, &home.path().join("alkmaar.opstelling.json"));
    program.send(FileRequest::OpenPath(SAMPLE.into()));
    program.until("the file", |program| program.counts().0 > 5);
    program.send(Intent::Run(Command::StartScreen));
    program.until_label("Voorbeelden");
    assert!(!program.shows("Onlangs weggegooid"));
}

#[test]
fn the_settings_say_what_is_kept_and_remove_what_was_thrown_away() {
    let home = tempfile::tempdir().unwrap();
    let mut program = Program::at(home.path());
    begin_board(&mut program, "Alkmaar");
    drop(program);
    let mut program = Program::at(home.path());
    program.until_label("Niet-opgeslagen werk gevonden");
    program.press("Weggooien");
    program.until_label("Weggooien?");
    let answers: Vec<_> = program.harness.get_all_by_label("Weggooien").collect();
    answers[answers.len() - 1].click();
    program.until_label("Onlangs weggegooid (1)");
    program.send(Intent::Run(Command::Settings));
    program.until_label("1 opstelling, ");
    assert!(program.shows(home.path().to_str().unwrap()));
    program.press("Weggegooid werk nu verwijderen");
    program.until_label("Voorgoed verwijderen?");
    program.press("Voorgoed verwijderen");
    program.until("nothing left", |program| !program.shows("Onlangs weggegooid"));
    let kept = fs::read_dir(home.path().join("journal/discarded")).unwrap();
    assert_eq!(kept.count(), 0);
}

#[test]
fn a_projection_comes_back_after_the_program_died() {
    let home = tempfile::tempdir().unwrap();
    let mut program = Program::at(home.path());
    let register = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/sample-networks/gemeenschappelijke-regelingen-noord-holland-noord.opstelling.json"
    );
    program.send(FileRequest::OpenPath(register.into()));
    program.until("the register", |program| program.counts().0 > 5);
    program.send(FileRequest::OpenProjection(Projection {
        side: ProjectedSide::Actors,
        counts_small_more: false,
    }));
    program.until("the projection", |program| program.counts().0 == 17);
    let made = program.harness.state().document().constellation().clone();
    drop(program);

    let mut program = Program::at(home.path());
    program.until_label("Niet-opgeslagen werk gevonden");
    program.press("Herstellen");
    program.until("the projection again", |program| program.counts().0 == 17);
    assert_eq!(*program.harness.state().document().constellation(), made);
}

#[test]
fn a_file_opened_after_the_program_died_offers_its_later_work_on_the_board() {
    let home = tempfile::tempdir().unwrap();
    let mut program = Program::at(home.path());
    let file = home.path().join("mijn.opstelling.json");
    begin_board(&mut program, "Alkmaar");
    saved(&mut program, &file);
    let place = program.board().center() + egui::vec2(150.0, 0.0);
    program.add(place, "Hoorn");
    drop(program);

    let mut program = Program::started_with(home.path(), &file);
    program.until_label("Later werk gevonden");
    assert_eq!(
        labels(&program),
        ["Alkmaar"],
        "the file is on the board meanwhile"
    );
    program.press("Nu niet");
    assert!(!program.shows("Later werk gevonden"));
    assert!(!program.shows(OTHER_WORK), "it was offered already");
    drop(program);

    let mut program = Program::at(home.path());
    program.send(FileRequest::OpenPath(file.into()));
    program.until_label("Later werk gevonden");
    program.press("Herstellen");
    program.until("the later work", |program| program.counts().0 == 2);
    assert_eq!(labels(&program), ["Alkmaar", "Hoorn"]);
}

const OTHER_WORK: &str = "Er ligt nog niet-opgeslagen werk aan een andere opstelling";

#[test]
fn who_starts_with_a_file_hears_of_work_left_on_other_boards() {
    let home = tempfile::tempdir().unwrap();
    let mut program = Program::at(home.path());
    begin_board(&mut program, "Alkmaar");
    drop(program);
    let file = copy_of_sample(home.path(), "ander.opstelling.json");

    let mut program = Program::started_with(home.path(), &file);
    program.until_label(OTHER_WORK);
    program.press("Naar het startscherm");
    program.until_label("Niet-opgeslagen werk gevonden");
    drop(program);

    // Who came by the start screen has seen it there.
    let mut program = Program::at(home.path());
    program.until_label("Niet-opgeslagen werk gevonden");
    program.send(FileRequest::OpenPath(file.into()));
    program.until("the file", |program| program.counts().0 > 5);
    program.settle();
    assert!(!program.shows(OTHER_WORK));
}

/// The journal that a program left behind here.
fn left_journal(home: &Path) -> PathBuf {
    let found = fs::read_dir(home.join("journal")).unwrap().flatten();
    let mut paths = found.map(|entry| entry.path()).filter(|path| path.is_file());
    paths.next().expect("a journal")
}

#[test]
fn work_of_a_program_that_is_still_ending_is_offered_as_soon_as_it_lets_go() {
    let home = tempfile::tempdir().unwrap();
    let mut program = Program::at(home.path());
    let file = home.path().join("mijn.opstelling.json");
    begin_board(&mut program, "Alkmaar");
    saved(&mut program, &file);
    let place = program.board().center() + egui::vec2(150.0, 0.0);
    program.add(place, "Hoorn");
    drop(program);
    // A killed program holds its journal until the system has cleared it away.
    let held = fs::File::open(left_journal(home.path())).unwrap();
    held.try_lock().unwrap();

    let mut program = Program::started_with(home.path(), &file);
    program.until("the file", |program| program.counts().0 == 1);
    program.settle();
    assert!(!program.shows("Later werk gevonden"), "it may be at work");
    held.unlock().unwrap();
    let patience = Duration::from_secs(30);
    program.until_within(patience, "the offer", |program| {
        program.shows("Later werk gevonden")
    });
    program.press("Herstellen");
    program.until("the later work", |program| program.counts().0 == 2);
    assert_eq!(labels(&program), ["Alkmaar", "Hoorn"]);
}

#[test]
fn the_start_screen_shows_what_was_left_behind_since_the_start() {
    let home = tempfile::tempdir().unwrap();
    let mut program = Program::at(home.path());
    begin_board(&mut program, "Alkmaar");
    drop(program);
    let (journal, aside) = (left_journal(home.path()), home.path().join("aside"));
    fs::rename(&journal, &aside).unwrap();

    let mut program = Program::at(home.path());
    begin_board(&mut program, "Hoorn");
    fs::rename(&aside, &journal).unwrap();
    program.send(Intent::Run(Command::StartScreen));
    let left = "Niet-opgeslagen werk gevonden";
    program.until_within(Duration::from_secs(30), left, |program| program.shows(left));
}

#[test]
fn recovered_work_asks_before_it_replaces_a_newer_version_of_its_file() {
    let home = tempfile::tempdir().unwrap();
    let mut program = Program::at(home.path());
    let file = home.path().join("mijn.opstelling.json");
    begin_board(&mut program, "Alkmaar");
    saved(&mut program, &file);
    let place = program.board().center() + egui::vec2(150.0, 0.0);
    program.add(place, "Hoorn");
    drop(program);
    let newer = fs::read(SAMPLE).unwrap();
    fs::write(&file, &newer).unwrap();

    let mut program = Program::at(home.path());
    program.until_label("Niet-opgeslagen werk gevonden");
    program.press("Herstellen");
    program.until("the work", |program| program.counts().0 == 2);
    assert!(program.shows("is veranderd sinds dit werk begon"));
    program.send(Intent::Run(Command::Save));
    program.until_label("door iemand anders veranderd");
    assert_eq!(fs::read(&file).unwrap(), newer);
    program.press("Toch vervangen");
    program.until("the save", |program| {
        !program.harness.state().document().has_unsaved_changes()
    });
    assert!(fs::read_to_string(&file).unwrap().contains("Hoorn"));
    let backup = home.path().join("mijn.opstelling.json.bak");
    assert_eq!(
        fs::read(backup).unwrap(),
        newer,
        "what somebody else made is kept"
    );
}

#[test]
fn work_on_a_file_without_a_title_goes_by_the_name_of_the_file_and_a_click_beside_a_question_answers_nothing()
{
    let home = tempfile::tempdir().unwrap();
    let mut program = Program::at(home.path());
    let file = home.path().join("a.json");
    begin_board(&mut program, "Alkmaar");
    saved(&mut program, &file);
    let place = program.board().center() + egui::vec2(150.0, 0.0);
    program.add(place, "Hoorn");
    drop(program);
    let mut text = fs::read_to_string(&file).unwrap();
    text.push('\n');
    fs::write(&file, text).unwrap();

    let mut program = Program::at(home.path());
    program.until_label("Niet-opgeslagen werk gevonden");
    assert!(program.shows("a.json, ") && program.shows(": 2 actoren"));
    program.press("Weggooien");
    program.until_label("‘a.json’ van");
    let answer = program
        .harness
        .get_all_by_label("Weggooien")
        .last()
        .unwrap()
        .rect();
    program.click_at(answer.center());
    program.until_label("Onlangs weggegooid");
    program.press("Onlangs weggegooid (1)");
    program.until_label("a.json, weggegooid op");
    program.press("Terughalen");
    program.until("the work", |program| program.counts().0 == 2);
    drop(program);

    let mut program = Program::started_with(home.path(), &file);
    program.until_label("Later werk gevonden");
    assert!(program.shows("is veranderd sinds dit werk begon"));
    let beside = program.board().left_top() + egui::vec2(30.0, 30.0);
    program.click_at(beside);
    assert!(
        program.shows("Later werk gevonden"),
        "a click beside is no answer"
    );
    program.key(egui::Key::Escape);
    assert!(!program.shows("Later werk gevonden"));
}

#[test]
fn a_message_goes_with_its_cause() {
    let home = tempfile::tempdir().unwrap();
    let mut program = Program::at(home.path());
    let file = copy_of_sample(home.path(), "heel.opstelling.json");
    let messages = |program: &Program| program.harness.query_all_by_label("Melding sluiten").count();

    // Of several that cannot be opened the last one is told of.
    for name in ["een", "twee", "drie"] {
        program.send(FileRequest::OpenPath(home.path().join(name).into()));
        let failed = format!("{name} kan niet worden geopend");
        program.until_label(&failed);
    }
    assert_eq!(messages(&program), 1);
    program.send(FileRequest::OpenPath(file.clone().into()));
    program.until("the file", |program| program.counts().0 > 5);
    assert_eq!(messages(&program), 0);

    // What could not be saved is saved after all, and then another board comes.
    program.send(Edit::AddActor(netwerkopstelling::edit::operations::NewActor {
        label: "Hoorn".to_owned(),
        ..Default::default()
    }));
    program.send(FileRequest::PathChosen(
        PathPurpose::SaveAs,
        home.path().join("geen-map/x.opstelling.json").into(),
    ));
    program.until_label("niet bewaard");
    program.send(Intent::Run(Command::Save));
    program.until_label("Opgeslagen als heel");
    assert!(!program.shows("niet bewaard"));
    program.send(Intent::Run(Command::New));
    program.until_label("Nog in geen bestand");
    assert!(!program.shows("Opgeslagen als"));
}

#[test]
fn the_message_to_save_recovered_work_goes_when_it_is_saved() {
    let home = tempfile::tempdir().unwrap();
    let mut program = Program::at(home.path());
    begin_board(&mut program, "Alkmaar");
    drop(program);
    let mut program = Program::at(home.path());
    program.until_label("Niet-opgeslagen werk gevonden");
    program.press("Herstellen");
    program.until_label("Sla het werk op");
    saved(&mut program, &home.path().join("x.opstelling.json"));
    assert!(program.shows("Opgeslagen als x") && !program.shows("Sla het werk op"));
}

const NOT_RECORDED: &str = "niet vastgelegd voor herstel";
const SMALL_HOME: &str = "NETWERKOPSTELLING_SMALL_HOME";
const RECORDED_AGAIN: &str = "Het vastleggen voor herstel werkt weer";

#[test]
fn a_system_without_a_place_for_journals_is_told_of() {
    let mut program = Program::open(None);
    program.send(Intent::Run(Command::New));
    program.until_label(NOT_RECORDED);
    assert!(program.shows("geen map voor logboeken"));
}

#[test]
fn a_folder_that_takes_no_journal_is_told_of_and_so_is_its_return() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("journal");
    // A file where the folder should be: nobody can make a journal in it.
    fs::write(&folder, "").unwrap();
    let mut program = Program::at(home.path());
    begin_board(&mut program, "Alkmaar");
    program.until_label(NOT_RECORDED);
    fs::remove_file(&folder).unwrap();
    program.until_label(RECORDED_AGAIN);
    assert!(!program.shows(NOT_RECORDED), "a message goes with its cause");
    drop(program);
    let mut program = Program::at(home.path());
    program.until_label("Niet-opgeslagen werk gevonden");
    program.press("Herstellen");
    program.until("all of it", |program| program.counts().0 == 1);
}

/// Runs under a limit on the size of files, in place of a disk that small.
#[test]
#[ignore = "run by the test that limits it"]
fn child_with_a_small_disk() {
    let home = PathBuf::from(std::env::var_os(SMALL_HOME).expect("only as a child"));
    let limit = vec![0; 40_000];
    assert!(
        fs::write(home.join("large"), limit).is_err(),
        "less room than a journal on a large disk is given"
    );
    let folder = home.join("journal");
    fs::write(&folder, "").unwrap();
    let mut program = Program::at(&home);
    begin_board(&mut program, "Alkmaar");
    program.until_label(NOT_RECORDED);
    fs::remove_file(&folder).unwrap();
    program.until_within(Duration::from_secs(60), RECORDED_AGAIN, |program| {
        program.shows(RECORDED_AGAIN)
    });
    drop(program);
    let mut program = Program::at(&home);
    program.until_label("Niet-opgeslagen werk gevonden");
}

#[test]
#[cfg(unix)]
fn on_a_small_disk_recording_comes_back_as_soon_as_the_journal_itself_has_room() {
    let home = tempfile::tempdir().unwrap();
    let output = std::process::Command::new("sh")
        .args(["-c", "trap '' XFSZ; ulimit -S -f 32; exec \"$0\" \"$@\""])
        .arg(std::env::current_exe().unwrap())
        .args(["nothing_lost::child_with_a_small_disk", "--exact", "--ignored"])
        .env(SMALL_HOME, home.path())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && said.contains("1 passed"), "{said}");
}

#[test]
fn a_journal_that_is_taken_away_is_begun_anew_without_a_further_edit() {
    let home = tempfile::tempdir().unwrap();
    let mut program = Program::at(home.path());
    begin_board(&mut program, "Alkmaar");
    fs::remove_dir_all(home.path().join("journal")).unwrap();
    program.until("a new journal", |_| home.path().join("journal").exists());
    program.settle();
    drop(program);
    let mut program = Program::at(home.path());
    program.until_label("Niet-opgeslagen werk gevonden");
    program.press("Herstellen");
    program.until("all of it", |program| program.counts().0 == 1);
    assert_eq!(labels(&program), ["Alkmaar"]);
}

/// A new board on which `begin` gives a field the keyboard; what is typed there stands in it when the window is
/// asked to close, and is asked about.
fn closed_while_typing(home: &Path, field: &str, text: &str, begin: impl FnOnce(&mut Program)) -> Program {
    let mut program = Program::at(home);
    program.send(Intent::Run(Command::New));
    program.settle();
    begin(&mut program);
    program.settle();
    program.harness.get_by_label(field).type_text(text);
    program.settle();
    program.close_window();
    program.until_label(UNSAVED);
    program
}

#[test]
fn a_name_typed_in_the_list_and_not_entered_is_asked_about_at_closing() {
    let home = tempfile::tempdir().unwrap();
    let field = "Naam van een nieuwe actor";
    let mut program = closed_while_typing(home.path(), field, "Gemeente Ho", |program| {
        program.harness.get_by_label(field).focus();
    });
    assert!(
        labels(&program).is_empty(),
        "only Enter or saving makes it an actor"
    );
    program.press("Terug naar het bord");
    assert_eq!(program.text_in(field), "Gemeente Ho");
}

#[test]
fn a_question_and_a_name_being_typed_on_the_board_are_asked_about_at_closing() {
    let home = tempfile::tempdir().unwrap();
    // The question has the keyboard after New.
    let mut program = closed_while_typing(home.path(), "Vraag", "Wie bouwt de br", |_| {});
    program.press("Terug naar het bord");
    let issue = |program: &Program| {
        let constellation = program.harness.state().document().constellation();
        constellation.info.issue.clone()
    };
    assert_eq!(program.text_in("Vraag"), "Wie bouwt de br");
    assert_eq!(
        issue(&program),
        "",
        "only leaving the field or saving makes it the question"
    );
    program.key(Key::Tab);
    program.settle();
    assert_eq!(issue(&program), "Wie bouwt de br");

    let other = home.path().join("ander");
    let mut program = closed_while_typing(&other, NAME_FIELD, "Hoo", |program| {
        let middle = program.board().center();
        program.buttons(middle, &[true, false, true, false]);
    });
    assert_eq!(labels(&program), [""], "not named yet");
    program.press("Terug naar het bord");
    program.settle();
    assert_eq!(program.text_in(NAME_FIELD), "Hoo");
    program.key(Key::Enter);
    assert_eq!(labels(&program), ["Hoo"]);
}

#[test]
fn a_question_that_comes_up_while_another_stands_waits_its_turn() {
    let home = tempfile::tempdir().unwrap();
    let mut program = Program::at(home.path());
    begin_board(&mut program, "Alkmaar");
    let taken = copy_of_sample(home.path(), "bezet.opstelling.json");
    program.send(Intent::Run(Command::New));
    program.until_label(UNSAVED);
    program.send(FileRequest::PathChosen(PathPurpose::ExportNodeLink, taken.into()));
    std::thread::sleep(std::time::Duration::from_millis(300));
    program.settle();
    assert!(program.shows(UNSAVED) && !program.shows("bestaat al"));
    program.press("Terug naar het bord");
    program.until_label("bestaat al");
    program.press("Terug naar het bord");
    assert_eq!(labels(&program), ["Alkmaar"]);
}

/// Where the system has a file dialog it would open, and wait for a hand.
fn has_file_dialogs() -> bool {
    let is_set = |name| std::env::var_os(name).is_some();
    is_set("DBUS_SESSION_BUS_ADDRESS") || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}

#[test]
fn what_was_asked_for_goes_on_after_the_save_that_came_first_also_where_a_path_is_typed() {
    if has_file_dialogs() {
        println!("Not done: the system's own file dialog would open here.");
        return;
    }
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("eerst.opstelling.json");
    let mut program = Program::at(home.path());
    program.send(Command::New);
    program.settle();
    let middle = program.board().center();
    program.add(middle, "Alkmaar");
    program.send(Command::New);
    program.settle();
    program.press("Opslaan");
    program.until("the window for a path", |program| {
        program.harness.state().desk().dialog == Some(Dialog::PathField(PathPurpose::SaveAs))
    });
    program.settle();
    program.letters(file.to_str().unwrap());
    program.key(Key::Enter);
    program.until("a new board after the save", |program| {
        file.exists() && program.counts().0 == 0
    });
    // A window that is closed without a path ends what waited for it.
    program.add(middle, "Hoorn");
    program.send(Command::New);
    program.settle();
    program.press("Opslaan");
    program.until("the window for a path again", |program| {
        program.harness.state().desk().dialog.is_some()
    });
    program.key(Key::Escape);
    program.settle();
    let later = home.path().join("later.opstelling.json");
    program.send(FileRequest::PathChosen(PathPurpose::SaveAs, later.clone().into()));
    program.until("the save", |program| {
        !program.harness.state().document().has_unsaved_changes()
    });
    program.settle();
    assert_eq!(
        program.counts().0,
        1,
        "only saved: nobody asks for a new board any more"
    );
}

#[test]
fn a_file_chosen_after_the_answer_opens_without_a_second_question() {
    if has_file_dialogs() {
        println!("Not done: the system's own file dialog would open here.");
        return;
    }
    let home = tempfile::tempdir().unwrap();
    let file = copy_of_sample(home.path(), "ander.opstelling.json");
    let mut program = Program::at(home.path());
    begin_board(&mut program, "Alkmaar");
    let choose = |program: &mut Program| {
        program.key_with(egui::Modifiers::COMMAND, Key::O);
        program.until_label(UNSAVED);
        program.press("Niet opslaan");
        program.until("the window for a path", |program| {
            program.harness.state().desk().dialog == Some(Dialog::PathField(PathPurpose::Open))
        });
        program.settle();
    };
    // Who chooses none finds the board as it was, also what was being typed; it is asked about again.
    program.harness.get_by_label("Naam van een nieuwe actor").focus();
    program.settle();
    program.letters("Hoo");
    choose(&mut program);
    program.key(Key::Escape);
    program.settle();
    assert_eq!(program.text_in("Naam van een nieuwe actor"), "Hoo");
    choose(&mut program);
    program.letters(file.to_str().unwrap());
    program.key(Key::Enter);
    program.until("the file", |program| program.counts().0 > 5);
    assert!(!program.shows(UNSAVED), "asked and answered");
    let title = program.harness.state().window_name();
    assert!(!title.starts_with('*'), "what was typed is gone with it: {title}");

    // Work that came after the answer is asked about.
    let named = |label: &str| {
        Edit::AddActor(netwerkopstelling::edit::operations::NewActor {
            label: label.to_owned(),
            ..Default::default()
        })
    };
    program.send(named("Hoorn"));
    program.settle();
    choose(&mut program);
    program.send(named("Later"));
    program.settle();
    program.letters(file.to_str().unwrap());
    program.key(Key::Enter);
    program.until_label(UNSAVED);
}

#[test]
fn saving_again_before_the_save_is_done_asks_nothing_and_the_last_state_is_in_the_file() {
    let home = tempfile::tempdir().unwrap();
    let mut program = Program::at(home.path());
    begin_board(&mut program, "Alkmaar");
    let file = home.path().join("mijn.opstelling.json");
    saved(&mut program, &file);
    let middle = program.board().center();
    for (at, name) in ["Hoorn", "Schagen", "Texel"].into_iter().enumerate() {
        program.add(middle + egui::vec2(60.0 * (at as f32 + 1.0), 40.0), name);
        program.send(Intent::Run(Command::Save));
    }
    program.until("the saves", |program| {
        assert_eq!(program.harness.state().desk().dialog, None);
        !program.harness.state().document().has_unsaved_changes()
    });
    let written = fs::read_to_string(&file).unwrap();
    assert!(written.contains("Texel"), "{written}");
}
