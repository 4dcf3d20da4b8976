//! The log of a run says what went wrong, and holds nothing of the user's. Alone in its process: a program has one
//! logger.

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use egui_kittest::Harness;
use netwerkopstelling::app::App;
use netwerkopstelling::app::run_log;
use netwerkopstelling::command::{Command, Edit, FileRequest, Intent};
use netwerkopstelling::desk::PathPurpose;
use netwerkopstelling::edit::operations::NewActor;
use netwerkopstelling::jobs::{Once, Outcome};
use netwerkopstelling::store::Folders;

const NAMES: [&str; 3] = ["Pluk van de Petteflet", "Zaza", "Mevrouw Helderder"];

fn until(harness: &mut Harness<'static, App>, what: &str, is_so: impl Fn() -> bool) {
    let patience = Instant::now() + Duration::from_secs(60);
    while !is_so() {
        assert!(Instant::now() < patience, "waited in vain for: {what}");
        std::thread::sleep(Duration::from_millis(5));
        harness.step();
    }
}

fn log_in(folders: &Folders) -> String {
    let files: Vec<_> = fs::read_dir(folders.logs()).unwrap().flatten().collect();
    assert_eq!(files.len(), 1, "one file of one run");
    fs::read_to_string(files[0].path()).unwrap()
}

/// Everything that a user can make go wrong, with files called after an actor.
fn go_wrong(harness: &mut Harness<'static, App>, folders: &Folders, home: &Path) {
    let log = || log_in(folders);
    let named = format!("{}.opstelling.json", NAMES[0]);
    let nowhere = home.join(NAMES[1]).join(&named);
    harness.state_mut().send(FileRequest::PathChosen(
        PathPurpose::SaveAs,
        nowhere.clone().into(),
    ));
    until(harness, "the refused save", || log().contains("cannot save"));
    harness
        .state_mut()
        .send(FileRequest::Recover(nowhere.clone().into()));
    harness.step();
    // The question about unsaved work: away with it.
    harness.state_mut().send(FileRequest::Answer(1));
    until(harness, "the refused recovery", || {
        log().contains("cannot recover")
    });
    fs::remove_dir_all(folders.journals()).unwrap();
    fs::write(folders.journals(), "in the way").unwrap();
    harness.state_mut().send(Command::New);
    harness.step();
    harness.state_mut().send(FileRequest::Answer(1));
    until(harness, "the journal that cannot be begun", || {
        log().contains("the journal cannot be begun")
    });
}

#[test]
fn what_went_wrong_is_in_the_log_and_no_name_from_the_board() {
    let home = tempfile::tempdir().unwrap();
    let folders = Folders::at(home.path());
    run_log::begin(Some(folders.logs()), |_| {});
    let of_app = folders.clone();
    let mut harness = Harness::builder()
        .with_size([1300.0, 850.0])
        .build_eframe(move |creation| App::with_folders(creation, Some(of_app)));
    harness.run_steps(4);
    harness.state_mut().send(Intent::Run(Command::New));
    harness.run_steps(4);
    let names = NAMES.map(|name| NewActor {
        label: name.to_owned(),
        ..NewActor::default()
    });
    harness.state_mut().send(Edit::AddActors(names.into()));
    harness.run_steps(4);
    assert_eq!(harness.state().document().constellation().actors.len(), 3);
    go_wrong(&mut harness, &folders, home.path());

    let panicking = Once::start("test", Arc::new(|| {}), || -> () {
        panic!("{} is not there", NAMES[2])
    });
    let Some(Outcome::Panicked(reason)) = panicking.wait() else {
        panic!("it panicked")
    };
    log::error!(target: "netwerkopstelling::app", "as the program says it: {reason}");
    run_log::end();

    let log = log_in(&folders);
    assert!(log.contains("panic at tests/run_log.rs"), "{log}");
    assert!(log.contains(env!("CARGO_PKG_VERSION")), "{log}");
    assert!(log.trim_end().ends_with("ended"), "{log}");
    let parts = NAMES
        .iter()
        .flat_map(|name| name.split(' '))
        .filter(|part| part.len() > 3);
    for part in parts {
        assert!(!log.contains(part), "{part} in the log:\n{log}");
    }
}
