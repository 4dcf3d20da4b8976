//! What the journal holds: little, each picture once, since the last save, and what is not done yet.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use netwerkopstelling::app::journal::{
    DiskJournal, Flush, Orphan, discard, find, orphans, recover, take_back,
};
use netwerkopstelling::edit::operations::{
    NewActor, add_actor, edit_actors, edit_relations, set_board, set_info,
};
use netwerkopstelling::edit::{ActorField, Document, Label, RelationField};
use netwerkopstelling::i18n::Texts;
use netwerkopstelling::model::{
    Background, Board, Codes, Constellation, Info, Language, Picture, Point, Stance,
};
use netwerkopstelling::store::{self, Folders, Location, remove_leftovers};

use crate::support::{read, rich, rich_without_agreements, write};

const MIB: usize = 1 << 20;

fn picture(seed: u8) -> Picture {
    let bytes: Vec<u8> = (0..8 * MIB).map(|at| (at / 7) as u8 ^ seed).collect();
    Picture {
        name: format!("kaart {seed}.png"),
        mime: "image/png".to_owned(),
        bytes: bytes.into(),
    }
}

fn with_picture() -> Constellation {
    let mut base = Document::new(rich());
    let board = Board {
        picture: Some(picture(1)),
        background: Background::Picture,
        issue_pos: Some(Point::new(0.0, 0.0)),
        ..base.constellation().board.clone()
    };
    set_board(&mut base, board).unwrap();
    base.constellation().clone()
}

fn journaled(folder: impl Into<Location>, base: Constellation) -> (Document, DiskJournal) {
    let mut document = Document::new(base);
    let journal = DiskJournal::create(folder, document.constellation(), None, Flush::AtOnce).unwrap();
    document.set_journal(Some(journal.recorder()));
    (document, journal)
}

fn size(journal: &DiskJournal) -> usize {
    fs::metadata(journal.path()).unwrap().len() as usize
}

fn add(document: &mut Document, label: &str) {
    let new = NewActor {
        label: label.to_owned(),
        ..NewActor::default()
    };
    add_actor(document, new).unwrap();
}

fn only(folder: impl Into<Location>) -> Orphan {
    let found = orphans(folder);
    assert_eq!(found.len(), 1, "{found:?}");
    found.into_iter().next().unwrap()
}

/// As after a kill: what the journal gives back.
fn recovered(document: Document, journal: DiskJournal) -> Constellation {
    let path = journal.path();
    drop((document, journal));
    let recovered = recover(&path, Flush::AtOnce).unwrap();
    assert_eq!(recovered.damage, None);
    recovered.document.constellation().clone()
}

#[test]
fn dragging_the_question_over_a_large_picture_writes_less_than_two_kilobytes() {
    let home = tempfile::tempdir().unwrap();
    let (mut document, journal) = journaled(home.path(), with_picture());
    let before = size(&journal);
    document.begin(Label::EditBoard);
    for frame in 1..400 {
        let board = Board {
            issue_pos: Some(Point::new(f64::from(frame), 3.0)),
            ..document.constellation().board.clone()
        };
        set_board(&mut document, board).unwrap();
    }
    document.commit();
    let written = size(&journal) - before;
    assert!(written < 2048, "{written} bytes");
    let step = document.history().steps().next_back().unwrap();
    assert_eq!((step.changes.len(), step.inverses.len()), (1, 1));
    let after = document.constellation().clone();
    assert_eq!(recovered(document, journal), after);
}

#[test]
fn sliders_text_and_weights_changed_a_hundred_times_in_one_gesture_are_one_change_each() {
    let home = tempfile::tempdir().unwrap();
    let (mut document, journal) = journaled(home.path(), rich());
    let start = document.constellation().clone();
    let actors: Vec<_> = start.actors.keys().copied().collect();
    let relations: Vec<_> = start.relations.keys().copied().collect();
    document.begin(Label::EditRelation);
    for frame in 1..=100 {
        edit_relations(
            &mut document,
            &relations,
            &RelationField::Weight(f64::from(frame)).into(),
        )
        .unwrap();
        edit_actors(
            &mut document,
            &actors,
            &ActorField::Gaze(Some(f64::from(frame))).into(),
        )
        .unwrap();
        let info = Info {
            issue: format!("Vraag {frame}"),
            ..document.constellation().info.clone()
        };
        set_info(&mut document, info).unwrap();
    }
    document.commit();
    let step = document.history().steps().next_back().unwrap();
    assert_eq!(step.changes.len(), relations.len() + actors.len() + 1);
    let after = document.constellation().clone();
    document.undo();
    assert_eq!(*document.constellation(), start);
    document.redo();
    assert_eq!(*document.constellation(), after);
    assert_eq!(recovered(document, journal), after);
}

#[test]
fn a_field_of_somebody_who_is_described_at_length_is_a_short_line() {
    let home = tempfile::tempdir().unwrap();
    let (mut document, journal) = journaled(home.path(), rich());
    let (id, tie) = {
        let constellation = document.constellation();
        let first = constellation.actors.keys().next().copied();
        (first.unwrap(), *constellation.relations.keys().next().unwrap())
    };
    let note = "Een lang verhaal. ".repeat(10_000);
    edit_actors(&mut document, &[id], &ActorField::Note(note.clone()).into()).unwrap();
    edit_relations(&mut document, &[tie], &RelationField::Note(note).into()).unwrap();
    for edit in [
        ActorField::Label("Anders".to_owned()).into(),
        ActorField::Gaze(Some(90.0)).into(),
        ActorField::Influence(Some(3)).into(),
        ActorField::Stance(Some(Stance::Against)).into(),
        ActorField::Form("stichting".to_owned()).into(),
    ] {
        let before = size(&journal);
        edit_actors(&mut document, &[id], &edit).unwrap();
        let written = size(&journal) - before;
        assert!((1..400).contains(&written), "{edit:?}: {written} bytes");
    }
    let before = size(&journal);
    edit_relations(&mut document, &[tie], &RelationField::Weight(2.75).into()).unwrap();
    let written = size(&journal) - before;
    assert!((1..400).contains(&written), "{written} bytes");
    let after = document.constellation().clone();
    assert_eq!(recovered(document, journal), after);
}

#[test]
fn the_moment_of_the_last_edit_is_in_the_journal_whatever_the_time_of_the_file() {
    let home = tempfile::tempdir().unwrap();
    let (mut document, journal) = journaled(home.path(), rich());
    let before = jiff::Timestamp::now();
    add(&mut document, "Zevende gemeente");
    let after = jiff::Timestamp::now();
    let path = journal.path();
    drop((document, journal));
    // As after a backup was put back.
    let file = fs::File::options().append(true).open(&path).unwrap();
    file.set_modified(SystemTime::now() + Duration::from_secs(86_400))
        .unwrap();
    drop(file);
    let last_edit = only(home.path()).last_edit.unwrap();
    assert!((before..=after).contains(&last_edit), "{last_edit}");
}

#[test]
fn a_picture_is_written_once_and_held_once_however_often_it_is_changed() {
    let home = tempfile::tempdir().unwrap();
    let (mut document, journal) = journaled(home.path(), with_picture());
    let before = size(&journal);
    let other = picture(2);
    for round in 0..6 {
        let wanted = [None, Some(other.clone()), Some(picture(1))][round % 3].clone();
        let board = Board {
            picture: wanted,
            ..document.constellation().board.clone()
        };
        set_board(&mut document, board).unwrap();
    }
    for _ in 0..4 {
        document.undo();
    }
    document.set_checkpoint();
    document.undo();
    document.redo();
    document.redo();
    let written = size(&journal) - before;
    assert!(written < 11 * MIB, "{written} bytes for one picture of 8 MiB");
    let holders = document.history().steps().flat_map(|step| &step.changes);
    let of_other = holders
        .filter_map(|change| change.picture())
        .filter(|held| held.name == other.name);
    assert!(
        of_other
            .into_iter()
            .all(|held| Arc::ptr_eq(&held.bytes, &other.bytes))
    );
    let after = document.constellation().clone();
    assert_eq!(recovered(document, journal), after);
}

#[test]
fn a_journal_of_version_0_1_0_is_still_recovered() {
    let home = tempfile::tempdir().unwrap();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files/v1");
    let path = home.path().join("oud.journal");
    fs::copy(folder.join("0.1.0.journal"), &path).unwrap();
    let orphan = only(home.path());
    // Nine entries, of which one took a step back.
    assert_eq!((orphan.edits, orphan.damage), (7, None));
    let recovered = recover(&path, Flush::AtOnce).unwrap();
    let expected = fs::read(folder.join("0.1.0-recovered.opstelling.json")).unwrap();
    assert!(write(recovered.document.constellation()) == expected);
    // And goes on as any other.
    let mut document = recovered.document;
    while document.undo().is_some() {}
    let mut before = rich_without_agreements();
    // That version gave out no codes.
    before.info.codes = Codes::default().into();
    assert!(write(document.constellation()) == write(&before));
    drop((document, recovered.journal));
    assert_eq!(only(home.path()).edits, 0, "all taken back");
}

#[test]
fn a_save_begins_the_journal_anew_and_what_came_after_it_is_all_that_is_offered() {
    let home = tempfile::tempdir().unwrap();
    let folders = Folders::at(home.path());
    let folder = folders.journals();
    let file = home.path().join("bestand.opstelling.json");
    let (mut document, journal) = journaled(folder, with_picture());
    for number in 0..500 {
        add(&mut document, &format!("voor {number}"));
    }
    let large = size(&journal);
    document.set_checkpoint();
    let (entries, saved) = (journal.entries(), document.constellation().clone());
    add(&mut document, "tijdens");
    let board = Board {
        picture: Some(picture(3)),
        ..document.constellation().board.clone()
    };
    set_board(&mut document, board.clone()).unwrap();
    journal.saved(entries, &saved, &file, None).unwrap();
    assert!(orphans(folder).is_empty(), "it is still open");
    add(&mut document, "daarna");
    // An undo reaches back before the save, and the picture of before it comes back.
    for _ in 0..4 {
        document.undo();
    }
    document.redo();
    document.redo();
    document.redo();
    let after = document.constellation().clone();
    assert_eq!(after.board.picture, board.picture);
    assert!(size(&journal) < large + 12 * MIB, "one picture more");
    drop((document, journal));
    let orphan = only(folder);
    assert_eq!((orphan.edits, orphan.document_path), (3, Some((&file).into())));
    let recovered = recover(&orphan.path, Flush::Beside).unwrap();
    assert_eq!(*recovered.document.constellation(), after);
    let (mut document, journal) = (recovered.document, recovered.journal);
    document.set_checkpoint();
    journal.saved(journal.entries(), &after, &file, None).unwrap();
    let names: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .flatten()
        .map(|one| one.file_name())
        .collect();
    assert_eq!(names.len(), 1, "{names:?}");
    drop((document, journal));
    assert!(orphans(folder).is_empty());
    assert_eq!(
        fs::read_dir(folder).unwrap().count(),
        0,
        "nothing to recover is nothing to keep"
    );
}

#[test]
fn five_hundred_edits_saved_leave_a_journal_as_large_as_the_document() {
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("x.opstelling.json");
    let (mut document, journal) = journaled(home.path(), rich());
    for round in 0..500 {
        let info = Info {
            description: format!("{round} {}", "lang ".repeat(200)),
            ..document.constellation().info.clone()
        };
        set_info(&mut document, info).unwrap();
        if round % 50 == 49 {
            document.set_checkpoint();
            journal
                .saved(journal.entries(), document.constellation(), &file, None)
                .unwrap();
            assert!(size(&journal) < 20_000, "{} bytes", size(&journal));
        }
    }
}

#[test]
fn a_new_beginning_that_was_killed_half_way_leaves_the_old_journal_whole() {
    let home = tempfile::tempdir().unwrap();
    let (mut document, journal) = journaled(home.path(), rich());
    add(&mut document, "een");
    let after = document.constellation().clone();
    let path = journal.path();
    drop((document, journal));
    // What stands beside it when the program dies before it takes its place: half a header, or all of it.
    let old = fs::read(&path).unwrap();
    for length in [0, 10, old.len()] {
        let beside = path.with_ending("0.new");
        fs::write(&beside, &old[..length]).unwrap();
        let orphan = only(home.path());
        assert_eq!((orphan.edits, &orphan.path), (1, &path));
        assert!(!beside.is_file());
    }
    assert_eq!(
        *recover(&path, Flush::AtOnce).unwrap().document.constellation(),
        after
    );
}

#[test]
fn what_is_being_typed_comes_back_as_one_step_and_leaves_none_when_it_is_done() {
    let home = tempfile::tempdir().unwrap();
    let (mut document, journal) = journaled(home.path(), rich());
    let id = *document.constellation().actors.keys().next().unwrap();
    let type_on = |document: &mut Document, text: &str| {
        let edit = ActorField::Note(text.to_owned()).into();
        document.record_draft(Label::EditActor, |document| edit_actors(document, &[id], &edit));
    };
    let steps = document.history().steps().len();
    for text in ["h", "ha", "hal", "half getyp"] {
        type_on(&mut document, text);
    }
    assert_eq!(document.history().steps().len(), steps);
    assert_eq!(document.constellation().actors[&id].note, rich().actors[&id].note);
    assert_eq!(journal.entries(), 0);
    let path = journal.path();
    drop((document, journal));
    assert_eq!(only(home.path()).edits, 1);
    let back = recover(&path, Flush::AtOnce).unwrap();
    assert!(back.has_draft);
    let (mut document, journal) = (back.document, back.journal);
    assert_eq!(document.constellation().actors[&id].note, "half getyp");
    assert_eq!(document.history().steps().len(), 1);
    // Killed again at once, it is still there: it has become a step.
    type_on(&mut document, "half getypt en weer weg");
    document.withdraw_draft();
    let path = journal.path();
    drop((document, journal));
    let back = recover(&path, Flush::AtOnce).unwrap();
    assert!(!back.has_draft);
    let (mut document, journal) = (back.document, back.journal);
    assert_eq!(document.constellation().actors[&id].note, "half getyp");
    // A drag under way, and then something else: the drag was given up.
    document.begin(Label::MoveActors);
    let to = Some(Point::new(5.0, 6.0));
    netwerkopstelling::edit::operations::place(&mut document, &[(id, to)]).unwrap();
    document.record_draft(Label::EditActor, |_| Ok(()));
    let copy = home.path().join("sleep.journal");
    fs::copy(journal.path(), &copy).unwrap();
    let dragged = recover(&copy, Flush::AtOnce).unwrap().document;
    assert_eq!(dragged.constellation().actors[&id].pos, to);
    assert_eq!(dragged.history().undo_label(), Some(Label::MoveActors));
    document.abort();
    add(&mut document, "later");
    let after = document.constellation().clone();
    assert_eq!(recovered(document, journal), after);
}

#[test]
fn the_thirty_days_count_from_the_throwing_away_and_not_from_the_work() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path();
    let (mut document, journal) = journaled(folder, rich());
    add(&mut document, "lang geleden");
    let path = journal.path();
    drop((document, journal));
    let file = fs::File::options().append(true).open(&path).unwrap();
    let long_ago = SystemTime::now() - Duration::from_secs(40 * 24 * 3600);
    file.set_modified(long_ago).unwrap();
    drop(file);
    discard(&path).unwrap();
    assert!(orphans(folder).is_empty());
    let found = find(folder).discarded;
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].edits, found[0].actors), (1, rich().actors.len() + 1));
    let back = take_back(&found[0].path).unwrap();
    assert_eq!(only(folder).path, back);
    assert_eq!(
        recover(&back, Flush::AtOnce)
            .unwrap()
            .document
            .constellation()
            .actors
            .len(),
        rich().actors.len() + 1
    );
}

#[test]
fn files_of_killed_saves_are_removed_after_thirty_days_and_nothing_else() {
    let home = tempfile::tempdir().unwrap();
    let names = [
        ".kaart.json.512-0.tmp",
        ".kaart.json.512-1.bak.tmp",
        "kaart.json",
        ".kaart.json.swp",
    ];
    let month = Duration::from_secs(30 * 24 * 3600);
    let put = |age: Duration| {
        for name in names {
            let path = home.path().join(name);
            fs::write(&path, "x").unwrap();
            let file = fs::File::options().append(true).open(&path).unwrap();
            file.set_modified(SystemTime::now() - age).unwrap();
        }
    };
    let left = || {
        names
            .iter()
            .filter(|name| home.path().join(name).exists())
            .count()
    };
    let old = jiff::SignedDuration::try_from(month).unwrap();
    put(month / 2);
    remove_leftovers([home.path()], old, store::now());
    assert_eq!(left(), 4);
    put(month * 2);
    remove_leftovers([home.path()], old, store::now());
    assert_eq!(left(), 2);
}

#[cfg(unix)]
mod for_nobody_else {
    use std::os::unix::fs::PermissionsExt;
    use std::sync::atomic::{AtomicBool, Ordering};

    use netwerkopstelling::app::files::{SaveOutcome, SaveSession, save};
    use netwerkopstelling::app::settings::Settings;

    use super::*;

    fn mode(path: impl AsRef<Path>) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    fn everything_below(folder: &Path) -> Vec<PathBuf> {
        let mut found = vec![folder.to_owned()];
        for entry in fs::read_dir(folder).unwrap().flatten() {
            if entry.path().is_dir() {
                found.extend(everything_below(&entry.path()));
            } else {
                found.push(entry.path());
            }
        }
        found
    }

    #[test]
    fn journals_settings_and_what_is_put_away_are_closed_to_others() {
        let home = tempfile::tempdir().unwrap();
        let folders = Folders::at(home.path().join("eigen/map"));
        let (mut document, journal) = journaled(folders.journals(), rich());
        add(&mut document, "een");
        document.set_checkpoint();
        let file = home.path().join("x.opstelling.json");
        journal
            .saved(journal.entries(), document.constellation(), &file, None)
            .unwrap();
        add(&mut document, "twee");
        let path = journal.path();
        drop((document, journal));
        discard(&path).unwrap();
        let _kept = journaled(folders.journals(), rich());
        Settings::update(&folders, |settings| settings.add_recent(&file)).unwrap();
        let found = everything_below(&home.path().join("eigen"));
        assert!(found.len() >= 7, "{found:?}");
        for path in found {
            let wanted = if path.is_dir() { 0o700 } else { 0o600 };
            assert_eq!(mode(&path), wanted, "{}", path.display());
        }
    }

    #[test]
    fn what_an_older_version_left_open_is_closed_at_the_start() {
        let home = tempfile::tempdir().unwrap();
        let folders = Folders::at(home.path());
        fs::create_dir_all(folders.journals().inside("discarded")).unwrap();
        let files = [
            folders.settings_file(),
            folders.journals().inside("1.journal"),
            folders.journals().inside("discarded/2.journal"),
        ];
        for path in &files {
            fs::write(path, "{}").unwrap();
            fs::set_permissions(path, fs::Permissions::from_mode(0o644)).unwrap();
        }
        let open = |path: &Location| fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
        open(&home.path().into());
        open(folders.journals());
        folders.close_to_others();
        assert!(files.iter().all(|path| mode(path) == 0o600));
        assert_eq!((mode(home.path()), mode(folders.journals())), (0o700, 0o700));
    }

    /// A private file stays private all the way, and a new one gets what the system gives new files.
    #[test]
    fn a_file_being_saved_is_for_nobody_else_until_it_is_whole() {
        let home = tempfile::tempdir().unwrap();
        let (private, new) = (home.path().join("a.json"), home.path().join("b.json"));
        fs::write(&private, write(&rich())).unwrap();
        fs::set_permissions(&private, fs::Permissions::from_mode(0o600)).unwrap();
        let is_done = AtomicBool::new(false);
        std::thread::scope(|scope| {
            let watcher = scope.spawn(|| {
                let mut seen = 0;
                while !is_done.load(Ordering::Relaxed) {
                    for entry in fs::read_dir(home.path()).unwrap().flatten() {
                        let is_temporary = entry.file_name().to_string_lossy().starts_with(".a.json");
                        let Ok(metadata) = entry.metadata() else { continue };
                        if is_temporary && entry.path().extension().is_some_and(|end| end == "tmp") {
                            seen += 1;
                            assert_eq!(metadata.permissions().mode() & 0o077, 0);
                        }
                    }
                }
                seen
            });
            for _ in 0..6 {
                let request = SaveSession::default().request(&private, with_picture());
                assert!(matches!(save(request.replacing()), Ok(SaveOutcome::Done(_))));
            }
            is_done.store(true, Ordering::Relaxed);
            assert!(watcher.join().unwrap() > 0, "never looked in time");
        });
        assert_eq!(mode(&private), 0o600);
        let request = SaveSession::default().request(&new, rich());
        assert!(matches!(save(request), Ok(SaveOutcome::Done(_))));
        let usual = home.path().join("gewoon");
        fs::write(&usual, "").unwrap();
        assert_eq!(mode(&new), mode(&usual));
        let hidden = |name: &std::ffi::OsString| name.to_string_lossy().starts_with('.');
        let names: Vec<_> = fs::read_dir(home.path())
            .unwrap()
            .flatten()
            .map(|one| one.file_name())
            .collect();
        assert!(!names.iter().any(hidden), "{names:?}");
    }
}

#[test]
fn what_the_file_has_already_is_not_offered() {
    let home = tempfile::tempdir().unwrap();
    let folders = Folders::at(home.path());
    let folder = folders.journals();
    let file = home.path().join("af.opstelling.json");
    fs::write(&file, write(&rich())).unwrap();
    let start = || {
        let base = read(&fs::read(&file).unwrap()).constellation;
        let mut document = Document::new(base);
        let path = Some(Location::from(file.as_path()));
        let journal = DiskJournal::create(folder, document.constellation(), path, Flush::AtOnce).unwrap();
        document.set_journal(Some(journal.recorder()));
        (document, journal)
    };
    // Killed after the file was written, and before the journal said so.
    let (mut document, journal) = start();
    add(&mut document, "Waterschap");
    fs::write(&file, write(document.constellation())).unwrap();
    drop((document, journal));
    assert!(orphans(folder).is_empty());
    // One more after that is offered.
    let (mut document, journal) = start();
    add(&mut document, "Veiligheidsregio");
    fs::write(&file, write(document.constellation())).unwrap();
    add(&mut document, "Omgevingsdienst");
    drop((document, journal));
    let orphan = only(folder);
    assert_eq!(orphan.actors, document_actors(&file) + 1);
    discard(&orphan.path).unwrap();
    // All taken back: the file has it, in whatever words it was written.
    let text = String::from_utf8(fs::read(&file).unwrap()).unwrap();
    fs::write(&file, text.replace("\n", "\r\n")).unwrap();
    let (mut document, journal) = start();
    add(&mut document, "Even");
    add(&mut document, "Eventjes");
    while document.undo().is_some() {}
    drop((document, journal));
    assert!(orphans(folder).is_empty());
    // Likewise without a file: a sample, or a new board.
    let (mut document, journal) = journaled(folder, rich());
    add(&mut document, "Proef");
    while document.undo().is_some() {}
    drop((document, journal));
    assert!(orphans(folder).is_empty());
}

fn document_actors(file: &Path) -> usize {
    read(&fs::read(file).unwrap()).constellation.actors.len()
}

#[test]
fn work_that_another_window_goes_on_with_is_told_as_that_and_stays_there() {
    let home = tempfile::tempdir().unwrap();
    let (mut document, journal) = journaled(home.path(), rich());
    add(&mut document, "Den Helder");
    let path = journal.path();
    let before = fs::read(&path).unwrap();
    let refused = [
        recover(&path, Flush::AtOnce).map(drop).unwrap_err(),
        discard(&path).unwrap_err(),
    ];
    for error in refused {
        let text = error.text(Texts::new(Language::Nl));
        assert_eq!(
            text,
            "Dit werk staat al in een ander venster van dit programma; daar kun je verder."
        );
    }
    assert_eq!(fs::read(&path).unwrap(), before);
}
