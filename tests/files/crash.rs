//! The program may die at any moment: at most the gesture in progress is lost.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use netwerkopstelling::app::files::{SaveOutcome, SaveQuestion, SaveSession, save};
use netwerkopstelling::app::journal::{
    Damage, DiskJournal, Flush, KEPT_DAYS, Origin, Orphan, discard, find, find_at, orphans, recover,
    remove_discarded, take_back,
};
use netwerkopstelling::edit::Document;
use netwerkopstelling::edit::journal::{Entry, Journal};
use netwerkopstelling::edit::operations::{NewActor, add_actor};
use netwerkopstelling::model::Constellation;
use netwerkopstelling::store::Location;

use crate::script::{KINDS, Numbers, step};
use crate::support::rich;

const FOLDER: &str = "NETWERKOPSTELLING_TEST_FOLDER";
const SEED: &str = "NETWERKOPSTELLING_TEST_SEED";

/// The step that everybody agrees on.
fn scripted(seed: u32, at: u32) -> Numbers {
    let mixed = |salt: u32| {
        let mut number = (seed ^ at.wrapping_mul(0x9e37_79b9)).wrapping_add(salt);
        for _ in 0..3 {
            number = (number ^ (number >> 16)).wrapping_mul(0x45d9_f3b5);
        }
        number ^ (number >> 16)
    };
    [mixed(1) % KINDS, mixed(2), mixed(3), mixed(4)]
}

/// The program that gets killed: edits for ever, and says after every step what was recorded.
#[test]
#[ignore = "run by the tests that kill it"]
fn child_that_edits() {
    let folder = PathBuf::from(std::env::var_os(FOLDER).expect("only as a child"));
    let seed: u32 = std::env::var(SEED).unwrap().parse().unwrap();
    let mut document = Document::new(rich());
    let journal = DiskJournal::create(&folder, document.constellation(), None, Flush::Beside).unwrap();
    document.set_journal(Some(journal.recorder()));
    let mut out = std::io::stdout();
    for at in 0..100_000 {
        let _ = step(&mut document, scripted(seed, at));
        assert!(document.take_journal_error().is_none());
        // What was handed over is written a moment later: what is said is what is there.
        journal.settle();
        writeln!(out, "\nstep {at} {}", journal.entries()).unwrap();
        out.flush().unwrap();
    }
}

struct Running {
    child: Child,
    lines: std::io::Lines<BufReader<ChildStdout>>,
    recorded: u64,
}

impl Running {
    fn start(folder: &Path, seed: u32) -> Self {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["crash::child_that_edits", "--exact", "--ignored", "--nocapture"])
            .env(FOLDER, folder)
            .env(SEED, seed.to_string())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        Self {
            child,
            lines,
            recorded: 0,
        }
    }

    /// Reads on until it has said `steps` more times what it recorded, or is dead.
    fn follow(&mut self, steps: usize) {
        let mut left = steps;
        while left > 0 {
            let Some(Ok(line)) = self.lines.next() else { return };
            let words: Vec<&str> = line.split_whitespace().collect();
            if let ["step", _, recorded] = words[..] {
                self.recorded = recorded.parse().unwrap();
                left -= 1;
            }
        }
    }

    /// SIGKILL, and what it had said by then.
    fn kill(mut self) -> u64 {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        self.follow(usize::MAX);
        self.recorded
    }
}

#[derive(Clone, Default)]
struct InMemory(Arc<Mutex<Vec<Entry>>>);

impl Journal for InMemory {
    fn record(&mut self, entry: &Entry) -> std::io::Result<()> {
        self.0.lock().unwrap().push(entry.clone());
        Ok(())
    }
}

/// What the script has made after so many entries.
fn expected(seed: u32, entries: u64) -> Document {
    let mut document = Document::new(rich());
    let journal = InMemory::default();
    document.set_journal(Some(Box::new(journal.clone())));
    let mut at = 0;
    while (journal.0.lock().unwrap().len() as u64) < entries {
        let _ = step(&mut document, scripted(seed, at));
        at += 1;
    }
    let recorded = journal.0.lock().unwrap()[..entries as usize].to_vec();
    netwerkopstelling::edit::journal::recover(rich(), recorded).unwrap()
}

fn only(found: Vec<Orphan>) -> Orphan {
    assert_eq!(found.len(), 1, "{found:?}");
    found.into_iter().next().unwrap()
}

/// Recovers and holds it to what the dead program had said.
fn recover_and_check(orphan: &Orphan, seed: u32, said: u64) {
    let recovered = recover(&orphan.path, Flush::AtOnce).unwrap();
    let entries = recovered.journal.entries();
    assert!(entries >= said, "{said} edits were recorded, {entries} came back");
    let steps = recovered.document.history().steps().len();
    assert_eq!((orphan.edits, orphan.damage), (steps, None));
    let expected = expected(seed, entries);
    let constellation = recovered.document.constellation();
    assert!(
        constellation == expected.constellation(),
        "another content came back"
    );
    assert_eq!(
        recovered.document.history().undo_label(),
        expected.history().undo_label()
    );
    assert!(recovered.document.has_unsaved_changes());
    assert_eq!(orphan.title, constellation.info.title);
    let counts = (constellation.actors.len(), constellation.relations.len());
    assert_eq!((orphan.actors, orphan.relations), counts);
    assert!(orphan.started.is_some() && orphan.last_edit >= orphan.started);
    recovered.journal.close().unwrap();
}

#[test]
fn a_program_killed_at_random_moments_loses_no_finished_edit() {
    for seed in 1..=12u32 {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("journal");
        let mut running = Running::start(&folder, seed);
        running.follow(1 + (seed * seed) as usize);
        std::thread::sleep(Duration::from_micros(u64::from(seed.wrapping_mul(7919) % 9000)));
        let said = running.kill();
        let found = orphans(&folder);
        if said == 0 && found.is_empty() {
            continue;
        }
        recover_and_check(&only(found), seed, said);
        assert!(orphans(&folder).is_empty());
    }
}

#[test]
fn two_programs_leave_each_others_journals_alone() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("journal");
    let (mut one, mut two) = (Running::start(&folder, 21), Running::start(&folder, 22));
    one.follow(40);
    two.follow(40);
    assert_eq!(orphans(&folder).len(), 0, "both are alive");
    let journals = |folder: &Path| -> Vec<PathBuf> {
        let all = fs::read_dir(folder).unwrap().flatten().map(|file| file.path());
        all.filter(|path| path.extension().is_some_and(|end| end == "journal"))
            .collect()
    };
    for path in journals(&folder) {
        assert!(
            recover(&path, Flush::AtOnce).is_err(),
            "a living program's journal was taken"
        );
        assert!(discard(&path).is_err());
    }
    let said = one.kill();
    let orphan = only(orphans(&folder));
    recover_and_check(&orphan, 21, said);
    two.follow(40);
    let said = two.kill();
    assert!(said > 0);
    recover_and_check(&only(orphans(&folder)), 22, said);
    assert_eq!(journals(&folder), Vec::<PathBuf>::new());
}

#[test]
fn a_program_that_looks_for_work_to_recover_takes_no_journal_that_is_being_begun() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path();
    let begun_all = std::sync::atomic::AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !begun_all.load(std::sync::atomic::Ordering::Relaxed) {
                assert_eq!(orphans(folder).len(), 0);
            }
        });
        let begun: Vec<_> = (0..300)
            .map(|_| DiskJournal::create(folder, &Constellation::default(), None, Flush::AtOnce))
            .collect();
        begun_all.store(true, std::sync::atomic::Ordering::Relaxed);
        for journal in begun {
            let path = journal.as_ref().map(DiskJournal::path);
            assert!(path.is_ok_and(|path| path.is_file()));
        }
    });
}

/// A journal of a few edits, left behind. The bytes, and where the header ends.
fn left_behind(folder: &Path) -> (Location, Vec<u8>) {
    let mut document = Document::new(Constellation::default());
    let journal = DiskJournal::create(folder, document.constellation(), None, Flush::AtOnce).unwrap();
    document.set_journal(Some(journal.recorder()));
    for name in ["een", "twee", "drie", "vier"] {
        let new = NewActor {
            label: name.to_owned(),
            ..NewActor::default()
        };
        add_actor(&mut document, new).unwrap();
    }
    document.undo();
    let path = journal.path();
    let bytes = fs::read(&path).unwrap();
    (path, bytes)
}

#[test]
fn a_last_line_cut_short_costs_only_that_line() {
    let home = tempfile::tempdir().unwrap();
    let (path, whole) = left_behind(home.path());
    let ends: Vec<usize> = (0..whole.len())
        .filter(|at| whole[*at] == b'\n')
        .map(|at| at + 1)
        .collect();
    for cut in (ends[0]..whole.len()).step_by(3) {
        fs::write(&path, &whole[..cut]).unwrap();
        let recovered = recover(&path, Flush::AtOnce).unwrap();
        let whole_lines = ends.iter().filter(|end| **end <= cut).count() as u64;
        assert_eq!(
            (recovered.journal.entries(), recovered.damage),
            (whole_lines - 1, None),
            "{cut}"
        );
        // What is recorded next follows the last whole line.
        let mut document = recovered.document;
        let new = NewActor {
            label: "later".to_owned(),
            ..NewActor::default()
        };
        add_actor(&mut document, new).unwrap();
        drop((document, recovered.journal));
        let again = recover(&path, Flush::AtOnce).unwrap();
        assert_eq!(
            (again.journal.entries(), again.damage),
            (whole_lines, None),
            "{cut}"
        );
        let actors = &again.document.constellation().actors;
        assert_eq!(actors.values().next_back().unwrap().label, "later");
    }
}

#[test]
fn a_damaged_middle_gives_back_everything_before_it_and_says_so() {
    let home = tempfile::tempdir().unwrap();
    let (path, mut bytes) = left_behind(home.path());
    let third = bytes.windows(4).position(|part| part == b"drie").unwrap();
    bytes[third] = b'D';
    fs::write(&path, &bytes).unwrap();
    let damage = Some(Damage::Lines { line: 4, lost: 3 });
    assert_eq!(only(orphans(home.path())).damage, damage);
    let recovered = recover(&path, Flush::AtOnce).unwrap();
    assert_eq!((recovered.damage, recovered.journal.entries()), (damage, 2));
    let labels: Vec<_> = recovered
        .document
        .constellation()
        .actors
        .values()
        .map(|one| &one.label)
        .collect();
    assert_eq!(labels, ["een", "twee"]);
    assert_eq!(
        fs::read(&discarded_in(home.path())[0]).unwrap(),
        bytes,
        "the damaged journal is kept as it was"
    );
}

fn discarded_in(folder: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(folder.join("discarded")).unwrap();
    files.flatten().map(|file| file.path()).collect()
}

#[test]
fn what_was_thrown_away_can_be_taken_back_for_thirty_days() {
    let home = tempfile::tempdir().unwrap();
    let (path, bytes) = left_behind(home.path());
    let before = only(orphans(home.path()));
    discard(&path).unwrap();
    assert!(orphans(home.path()).is_empty());
    let found = find(home.path());
    let discarded = only(found.discarded);
    assert_eq!(found.discarded_bytes, bytes.len() as u64);
    assert_eq!(
        (discarded.actors, discarded.last_edit),
        (before.actors, before.last_edit)
    );
    let moment = discarded.discarded.unwrap();
    assert!(jiff::Timestamp::now().duration_since(moment).as_secs() < 60);

    let days = |days: i64| moment + jiff::SignedDuration::from_hours(24 * days);
    assert_eq!(
        find_at(home.path(), days(i64::from(KEPT_DAYS))).discarded.len(),
        1
    );
    let back = take_back(&discarded.path).unwrap();
    assert_eq!(fs::read(&back).unwrap(), bytes);
    assert_eq!(only(orphans(home.path())).actors, before.actors);

    discard(&back).unwrap();
    let long_after = moment + jiff::SignedDuration::from_hours(24 * i64::from(KEPT_DAYS) + 1);
    assert!(find_at(home.path(), long_after).discarded.is_empty());
    assert!(discarded_in(home.path()).is_empty(), "nothing is left of it");
}

#[test]
fn all_that_was_thrown_away_can_be_removed_at_once() {
    let home = tempfile::tempdir().unwrap();
    let (path, _) = left_behind(home.path());
    discard(&path).unwrap();
    fs::write(home.path().join("kapot.journal"), b"geen logboek").unwrap();
    let found = find(home.path());
    assert_eq!((found.left.len(), found.discarded.len()), (0, 1));
    let kept = discarded_in(home.path());
    assert_eq!(
        kept.len(),
        2,
        "what cannot be read is put away, not thrown away: {kept:?}"
    );
    let (other, _) = left_behind(home.path());
    remove_discarded(home.path()).unwrap();
    assert!(discarded_in(home.path()).is_empty());
    assert!(other.is_file(), "what was not thrown away stays");
}

#[test]
fn what_is_in_no_file_comes_back_without_a_single_edit() {
    let home = tempfile::tempdir().unwrap();
    let start = |is_in_no_file| {
        let origin = Origin {
            is_in_no_file,
            ..Origin::default()
        };
        drop(DiskJournal::begin(home.path(), &rich(), origin, Flush::AtOnce).unwrap());
    };
    start(false);
    assert!(orphans(home.path()).is_empty());
    start(true);
    let orphan = only(orphans(home.path()));
    assert_eq!((orphan.edits, orphan.actors), (0, 3));
    let recovered = recover(&orphan.path, Flush::AtOnce).unwrap();
    assert!(*recovered.document.constellation() == rich());
    assert!(recovered.document.has_unsaved_changes());
    recovered
        .journal
        .saved(0, &rich(), home.path().join("x.json"), None)
        .unwrap();
    drop(recovered);
    assert!(orphans(home.path()).is_empty(), "now a file has it");
}

#[test]
fn recovered_work_knows_the_version_of_its_file() {
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("bestand.opstelling.json");
    let session = SaveSession::default();
    let outcome = save(session.request(&file, rich())).unwrap();
    let SaveOutcome::Done(saved) = outcome else {
        panic!("nothing to ask")
    };
    for is_saved_again in [false, true] {
        let folder = home.path().join(format!("{is_saved_again}"));
        let mut document = Document::new(rich());
        let at = Location::from(&file);
        let origin = Origin {
            path: Some(&at),
            stamp: Some(saved.stamp),
            is_in_no_file: false,
        };
        let journal = DiskJournal::begin(&folder, &rich(), origin, Flush::AtOnce).unwrap();
        document.set_journal(Some(journal.recorder()));
        add_actor(&mut document, NewActor::default()).unwrap();
        if is_saved_again {
            journal.saved(0, &rich(), &file, Some(saved.stamp)).unwrap();
        }
        drop((document, journal));
        let path = only(orphans(&folder)).path;
        let look = || {
            let mut recovered = recover(&path, Flush::AtOnce).unwrap();
            recovered.look_at_file();
            recovered
        };
        assert!(!look().file_has_changed);
        let whole = fs::read(&file).unwrap();
        fs::write(&file, b"van iemand anders").unwrap();
        let recovered = look();
        assert!(recovered.file_has_changed);
        let mut session = SaveSession::default();
        session.opened(&file, recovered.stamp);
        let outcome = save(session.request(&file, rich())).unwrap();
        assert!(matches!(
            outcome,
            SaveOutcome::Asks(SaveQuestion::ChangedOnDisk, _)
        ));
        assert_eq!(fs::read(&file).unwrap(), b"van iemand anders");
        fs::write(&file, whole).unwrap();
    }
}
