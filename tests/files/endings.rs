//! `.opstelling` and `.opstelling.json` are one format by two names.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use netwerkopstelling::app::files::{SaveOutcome, SaveSession, open, save};
use netwerkopstelling::app::journal::{DiskJournal, Flush, orphans, recover};
use netwerkopstelling::desk::PathPurpose;
use netwerkopstelling::edit::Document;
use netwerkopstelling::edit::operations::set_info;
use netwerkopstelling::formats::{FormatId, format, native};
use netwerkopstelling::model::{Constellation, Info};

use crate::support::rich;

const NAMES: [&str; 2] = ["net.opstelling", "net.opstelling.json"];

fn run(args: &[&Path]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_netwerkopstelling"))
        .args(args)
        .output()
        .expect("the program starts")
}

fn saved(session: &SaveSession, path: &Path, constellation: Constellation) {
    let Ok(SaveOutcome::Done(_)) = save(session.request(path, constellation)) else {
        panic!("{} is not saved", path.display());
    };
}

#[test]
fn either_ending_is_saved_kept_beside_and_opened_as_ours() {
    for name in NAMES {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join(name);
        saved(&SaveSession::default(), &path, rich());
        let mut next = SaveSession::default();
        let opened = open(&path).unwrap();
        assert_eq!(opened.loaded.format, FormatId::Native, "{name}");
        assert!(opened.loaded.report.is_clean(), "{name}");
        next.opened(&path, Some(opened.stamp));
        let before = fs::read(&path).unwrap();
        let mut later = rich();
        later.info.title = "Later".to_owned();
        saved(&next, &path, later);
        let backup = home.path().join(format!("{name}.bak"));
        assert_eq!(fs::read(backup).unwrap(), before, "{name}");
    }
}

#[test]
fn work_on_either_comes_back_after_a_crash_and_goes_to_its_own_file() {
    for name in NAMES {
        let home = tempfile::tempdir().unwrap();
        let (path, folder) = (home.path().join(name), home.path().join("journal"));
        saved(&SaveSession::default(), &path, rich());
        let mut document = Document::new(open(&path).unwrap().loaded.constellation);
        let journal = DiskJournal::create(
            &folder,
            document.constellation(),
            Some((&path).into()),
            Flush::AtOnce,
        )
        .unwrap();
        document.set_journal(Some(journal.recorder()));
        let info = Info {
            title: "Later".to_owned(),
            ..document.constellation().info.clone()
        };
        set_info(&mut document, info).unwrap();
        drop((document, journal));
        let found = orphans(&folder);
        let recovered = recover(&found[0].path, Flush::AtOnce).unwrap();
        assert_eq!(recovered.document.constellation().info.title, "Later");
        let of_file = recovered.document_path.map(|path| path.name());
        assert_eq!(of_file.as_deref(), Some(name));
    }
}

#[test]
fn commands_read_and_write_either() {
    let home = tempfile::tempdir().unwrap();
    let [short, long] = NAMES.map(|name| home.path().join(name));
    let mut whole = rich();
    // Bytes that are no picture, which `check` would say.
    whole.board.picture = None;
    fs::write(&long, native::write(&whole)).unwrap();
    let (convert, check) = (Path::new("convert"), Path::new("check"));
    let converted = run(&[convert, &long, &short]);
    assert!(converted.status.success(), "{converted:?}");
    assert_eq!(
        fs::read(&short).unwrap(),
        fs::read(&long).unwrap(),
        "everything is in it"
    );
    assert!(run(&[check, &short]).status.success());
    // A network of ours is never thrown away, whatever its name.
    let force = Path::new("--force");
    assert!(run(&[convert, &long, &short, force]).status.success());
    assert!(home.path().join("net.opstelling.bak").is_file());
}

#[test]
fn what_saving_proposes_is_in_the_table_of_formats() {
    let endings = PathPurpose::SaveAs.endings();
    for ending in format(FormatId::Native).extensions {
        assert!(endings.contains(ending), "{ending}");
        for purpose in [PathPurpose::Open, PathPurpose::Compare] {
            let behind_the_dot = ending.rsplit('.').next().unwrap();
            assert!(
                purpose.endings().contains(&behind_the_dot),
                "{purpose:?}: {ending}"
            );
        }
    }
    let proposed = PathPurpose::SaveAs.ending().unwrap();
    assert!(format(FormatId::Native).extensions.contains(&proposed));
}
