//! Saving: the good file survives a full disk, a read-only folder, an empty board and somebody else.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use netwerkopstelling::app::files::{
    FileError, Folders, SaveOutcome, SaveQuestion, SaveRequest, SaveSession, Saved, open, save,
};
use netwerkopstelling::app::journal::{DiskJournal, Flush, orphans, recover};
use netwerkopstelling::app::settings::{MAX_RECENTS, Settings, ThemeSetting};
use netwerkopstelling::edit::Document;
use netwerkopstelling::edit::operations::{NewActor, add_actor, add_actors};
use netwerkopstelling::i18n::Texts;
use netwerkopstelling::model::{Constellation, Language};

use crate::support::{rich, write};

const FOLDER: &str = "NETWERKOPSTELLING_TEST_FOLDER";

fn done(outcome: Result<SaveOutcome, FileError>) -> Saved {
    match outcome.unwrap() {
        SaveOutcome::Done(saved) => saved,
        SaveOutcome::Asks(question, _) => panic!("{question:?}"),
    }
}

fn asks(outcome: Result<SaveOutcome, FileError>) -> (SaveQuestion, SaveRequest) {
    match outcome.unwrap() {
        SaveOutcome::Asks(question, request) => (question, *request),
        SaveOutcome::Done(saved) => panic!("{saved:?}"),
    }
}

fn names_in(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .flatten()
        .map(|file| file.file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

fn large() -> Constellation {
    let mut document = Document::new(rich());
    let new = |at: u32| NewActor {
        label: format!("actor {at}"),
        ..NewActor::default()
    };
    add_actors(&mut document, (0..2000).map(new).collect()).unwrap();
    document.constellation().clone()
}

fn titled(title: &str) -> Constellation {
    let mut constellation = rich();
    constellation.info.title = title.to_owned();
    constellation
}

#[test]
fn the_version_before_this_session_stays_beside_the_file() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("x.opstelling.json");
    let mut session = SaveSession::default();
    for title in ["een", "twee", "drie"] {
        let saved = done(save(session.request(&path, titled(title))));
        assert!(saved.backup_error.is_none());
        session.saved(&saved);
        if title == "een" {
            // The next program to open it.
            session = SaveSession::default();
        }
    }
    assert_eq!(
        names_in(home.path()),
        ["x.opstelling.json", "x.opstelling.json.bak"]
    );
    assert_eq!(fs::read(&path).unwrap(), write(&titled("drie")));
    let backup = home.path().join("x.opstelling.json.bak");
    assert_eq!(fs::read(&backup).unwrap(), write(&titled("een")));
    done(save(SaveSession::default().request(&path, titled("vier"))));
    assert_eq!(fs::read(&backup).unwrap(), write(&titled("drie")));
}

#[test]
fn an_empty_board_replaces_a_filled_file_only_when_agreed() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("x.opstelling.json");
    let session = SaveSession::default();
    let empty = || Constellation::new(Language::Nl);
    done(save(session.request(&path, empty())));
    done(save(session.request(&path, empty())));
    done(save(session.request(&path, rich())));
    let before = fs::read(&path).unwrap();
    let (question, request) = asks(save(session.request(&path, empty())));
    assert_eq!(
        question,
        SaveQuestion::EmptyOverFilled {
            actors: 3,
            relations: 4
        }
    );
    let text = question.message(&path).text(Texts::new(Language::Nl));
    assert!(text.contains("staan 3 actoren en 4 relaties"), "{text}");
    assert_eq!(fs::read(&path).unwrap(), before);
    done(save(request.agreed(question)));
    assert_eq!(fs::read(&path).unwrap(), write(&empty()));
    fs::write(&path, b"iets anders").unwrap();
    let (question, _) = asks(save(session.request(&path, empty())));
    assert_eq!(question, SaveQuestion::EmptyOverUnreadable);
}

#[test]
fn a_file_that_somebody_else_saved_is_asked_about() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("x.opstelling.json");
    fs::write(&path, write(&rich())).unwrap();
    let mut session = SaveSession::default();
    let opened = open(&path).unwrap();
    session.opened(&path, opened.stamp);
    let saved = done(save(session.request(&path, titled("van mij"))));
    session.saved(&saved);
    fs::write(&path, write(&large())).unwrap();
    let (question, request) = asks(save(session.request(&path, titled("weer van mij"))));
    assert_eq!(question, SaveQuestion::ChangedOnDisk);
    assert_eq!(fs::read(&path).unwrap(), write(&large()));
    done(save(request.agreed(question)));
    assert_eq!(fs::read(&path).unwrap(), write(&titled("weer van mij")));
}

#[test]
fn what_cannot_be_opened_is_said_with_its_name_and_what_to_do() {
    let home = tempfile::tempdir().unwrap();
    let broken = home.path().join("kapot.json");
    fs::write(&broken, b"{\"nodes\": [").unwrap();
    for path in [home.path().join("weg.json"), home.path().to_owned(), broken] {
        let error = open(&path).unwrap_err();
        for language in [Language::Nl, Language::En] {
            let text = error.text(Texts::new(language));
            assert!(
                text.contains(path.to_str().unwrap()) && text.ends_with('.'),
                "{text}"
            );
            assert!(!text.contains("file-") && !text.contains("read-"), "{text}");
        }
    }
}

#[test]
#[cfg(unix)]
fn a_read_only_file_or_folder_is_reported_and_the_file_survives() {
    use std::os::unix::fs::PermissionsExt;
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("x.opstelling.json");
    fs::write(&path, write(&rich())).unwrap();
    let mode = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    mode(&path, 0o444);
    let error = save(SaveSession::default().request(&path, titled("nieuw"))).unwrap_err();
    assert!(
        error.text(Texts::new(Language::Nl)).contains("alleen-lezen"),
        "{error}"
    );
    mode(&path, 0o644);
    mode(home.path(), 0o555);
    // The system lets its administrator write everywhere, save where nobody can.
    let is_root = fs::write(home.path().join("proef"), b"").is_ok();
    let closed = if is_root {
        let of_the_kernel = ["/sys/kernel", "/proc/self"];
        let found = of_the_kernel.iter().find(|path| Path::new(path).exists());
        PathBuf::from(found.expect("a folder nobody can write to"))
    } else {
        home.path().to_owned()
    };
    let target = closed.join("x.opstelling.json");
    let error = save(SaveSession::default().request(&target, titled("nieuw"))).unwrap_err();
    let text = error.text(Texts::new(Language::Nl));
    assert!(text.contains("niet bewaard"), "{text}");
    let journal = DiskJournal::create(&closed.join("journal"), &rich(), None, Flush::AtOnce);
    assert!(journal.is_err());
    mode(home.path(), 0o755);
    assert_eq!(fs::read(&path).unwrap(), write(&rich()));
}

/// Runs under a limit on the size of files, which the system reports as it does a full disk.
#[test]
#[ignore = "run by the test that limits it"]
fn child_with_a_full_disk() {
    let home = PathBuf::from(std::env::var_os(FOLDER).expect("only as a child"));
    let path = home.join("x.opstelling.json");
    let session = SaveSession::default();
    done(save(session.request(&path, rich())));
    let good = fs::read(&path).unwrap();
    let error = save(session.request(&path, large())).unwrap_err();
    let text = error.text(Texts::new(Language::Nl));
    assert!(text.contains("schijf is vol"), "{text}");
    assert_eq!(fs::read(&path).unwrap(), good);
    assert_eq!(names_in(&home), ["x.opstelling.json", "x.opstelling.json.bak"]);

    let folder = home.join("journal");
    let mut document = Document::new(rich());
    let journal = DiskJournal::create(&folder, document.constellation(), None, Flush::AtOnce).unwrap();
    document.set_journal(Some(journal.recorder()));
    let mut edits = 0;
    let error = loop {
        add_actor(&mut document, NewActor::default()).unwrap();
        edits += 1;
        if let Some(error) = document.take_journal_error() {
            break error;
        }
        assert!(edits < 10_000, "the limit was never met");
    };
    assert_eq!(error.kind(), std::io::ErrorKind::FileTooLarge);
    add_actor(&mut document, NewActor::default()).unwrap();
    assert!(document.take_journal_error().is_some());
    assert_eq!(
        document.constellation().actors.len(),
        rich().actors.len() + edits + 1,
        "editing goes on"
    );
    // Room again: what could not be written follows, and nothing is missing.
    let raised = Command::new("prlimit")
        .args(["--pid", &std::process::id().to_string(), "--fsize=unlimited"])
        .status();
    if raised.is_ok_and(|status| status.success()) {
        add_actor(&mut document, NewActor::default()).unwrap();
        assert!(document.take_journal_error().is_none());
        let after = document.constellation().clone();
        drop((document, journal));
        let orphan = orphans(&folder).remove(0);
        assert_eq!(orphan.damage, None);
        let recovered = recover(&orphan.path, Flush::AtOnce).unwrap();
        assert!(*recovered.document.constellation() == after);
    }
}

#[test]
#[cfg(unix)]
fn a_full_disk_is_reported_the_file_survives_and_the_journal_catches_up() {
    let home = tempfile::tempdir().unwrap();
    let output = Command::new("sh")
        .args(["-c", "trap '' XFSZ; ulimit -S -f 96; exec \"$0\" \"$@\""])
        .arg(std::env::current_exe().unwrap())
        .args([
            "saving::child_with_a_full_disk",
            "--exact",
            "--ignored",
            "--nocapture",
        ])
        .env(FOLDER, home.path())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success(),
        "{said}{}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert!(said.contains("1 passed"), "{said}");
}

#[test]
fn settings_are_kept_with_those_of_later_versions() {
    let home = tempfile::tempdir().unwrap();
    let folders = Folders::at(home.path());
    assert_eq!(Settings::load(&folders), (Settings::default(), None));
    fs::write(
        folders.settings_file(),
        br#"{"language": "en", "van_later": [1]}"#,
    )
    .unwrap();
    Settings::update(&folders, |settings| {
        settings.theme = ThemeSetting::HighContrast;
        settings.interface_zoom = f32::INFINITY;
        for number in 0..20 {
            settings.add_recent(&home.path().join(format!("{number}.json")));
        }
        settings.add_recent(&home.path().join("15.json"));
    })
    .unwrap();
    let (settings, message) = Settings::load(&folders);
    assert_eq!(message, None);
    assert_eq!(
        (settings.language, settings.theme),
        (Language::En, ThemeSetting::HighContrast)
    );
    assert_eq!(settings.interface_zoom, 1.0);
    assert_eq!(settings.recents.len(), MAX_RECENTS);
    assert_eq!(settings.recents[0], home.path().join("15.json"));
    assert_eq!(settings.recents[1], home.path().join("19.json"));
    assert!(settings.extra.contains_key("van_later"));
}

#[test]
fn broken_settings_are_set_aside_and_never_in_the_way() {
    let home = tempfile::tempdir().unwrap();
    let folders = Folders::at(home.path());
    for (number, broken) in ["{\"language\": ", "[]", "{\"recents\": 5}"]
        .into_iter()
        .enumerate()
    {
        fs::write(folders.settings_file(), broken).unwrap();
        let (settings, message) = Settings::load(&folders);
        assert_eq!(settings, Settings::default());
        let text = message.unwrap().text(Texts::new(Language::Nl));
        let aside = home.path().join(format!("settings.broken-{}.json", number + 1));
        assert!(text.contains(aside.to_str().unwrap()), "{text}");
        assert_eq!(fs::read_to_string(aside).unwrap(), broken);
        assert!(!folders.settings_file().exists());
    }
}
