//! The program may die at any moment: at most the gesture in progress is lost.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use netwerkopstelling::app::journal::{Damage, DiskJournal, Flush, Orphan, discard, orphans, recover};
use netwerkopstelling::edit::Document;
use netwerkopstelling::edit::journal::{Entry, Journal};
use netwerkopstelling::edit::operations::{NewActor, add_actor};
use netwerkopstelling::model::Constellation;

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
    assert_eq!((orphan.edits, orphan.damage), (entries, None));
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
            assert!(path.is_ok_and(|path| path.exists()));
        }
    });
}

/// A journal of a few edits, left behind. The bytes, and where the header ends.
fn left_behind(folder: &Path) -> (PathBuf, Vec<u8>) {
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
    (path.clone(), fs::read(path).unwrap())
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
    let kept = home.path().join("discarded").join(path.file_name().unwrap());
    assert_eq!(
        fs::read(kept).unwrap(),
        bytes,
        "the damaged journal is kept as it was"
    );
}

#[test]
fn discarding_puts_a_journal_where_it_can_still_be_found() {
    let home = tempfile::tempdir().unwrap();
    let (path, bytes) = left_behind(home.path());
    discard(&path).unwrap();
    assert!(orphans(home.path()).is_empty());
    let kept = home.path().join("discarded").join(path.file_name().unwrap());
    assert_eq!(fs::read(kept).unwrap(), bytes);
    fs::write(home.path().join("kapot.journal"), b"geen logboek").unwrap();
    assert!(orphans(home.path()).is_empty());
    assert!(
        home.path().join("discarded/kapot.journal").exists(),
        "put away, not thrown away"
    );
}
