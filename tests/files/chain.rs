//! Chains of recovering, editing, saving and being killed, held to a record of the test's own: a list of names
//! that is worked out here, not by the program.

use std::collections::BTreeSet;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use netwerkopstelling::app::files::{SaveOutcome, SaveSession, open, save};
use netwerkopstelling::app::journal::{DiskJournal, Flush, orphans, recover};
use netwerkopstelling::edit::operations::{NewActor, add_actor, add_actors, delete, edit_actors};
use netwerkopstelling::edit::{ActorField, Document, Label, Selection};
use netwerkopstelling::model::{Actor, ActorId, Constellation, Language};

const HOME: &str = "NETWERKOPSTELLING_TEST_FOLDER";
const FROM: &str = "NETWERKOPSTELLING_TEST_STEP";
/// How many kills there are in one chain; a thousand by hand, now and then.
const KILLS: &str = "NETWERKOPSTELLING_KILLS";

const BASE: usize = 300;

/// The record: the names on the board after every step, as one number each.
struct Record {
    after: Vec<u64>,
    names: Vec<String>,
}

fn number_of(names: &[String]) -> u64 {
    let mut hasher = DefaultHasher::new();
    names.hash(&mut hasher);
    hasher.finish()
}

fn base_names() -> Vec<String> {
    (0..BASE).map(|number| format!("basis {number}")).collect()
}

impl Record {
    fn new() -> Self {
        let names = base_names();
        Self {
            after: vec![number_of(&names)],
            names,
        }
    }

    fn work_out(&mut self, most: usize) {
        while self.after.len() <= most {
            let at = self.after.len();
            match at % 7 {
                3 => *self.names.last_mut().unwrap() = format!("anders {at}"),
                4 => drop(self.names.remove(0)),
                // Undone and done again.
                5 => {}
                _ => self.names.push(format!("naam {at}")),
            }
            self.after.push(number_of(&self.names));
        }
    }

    /// The first step from `least` on with these names; one that was just being undone counts too.
    fn step_of(&mut self, names: &[String], least: usize) -> Option<usize> {
        let (most, number) = (least + 2000, number_of(names));
        self.work_out(most);
        let found = (least..=most).find(|step| self.after[*step] == number);
        let before = least.checked_sub(1).filter(|_| (least + 1) % 7 == 5);
        found.or(before.filter(|before| self.after[*before] == number))
    }

    fn ever_had(&mut self, names: &[String]) -> bool {
        self.after.contains(&number_of(names))
    }
}

/// The same in the program. One step, one line of the record.
fn step(document: &mut Document, at: usize) {
    let ids: Vec<ActorId> = document.constellation().actors.keys().copied().collect();
    match at % 7 {
        3 => {
            let edit = ActorField::Label(format!("anders {at}")).into();
            edit_actors(document, &ids[ids.len() - 1..], &edit).unwrap();
        }
        4 => delete(document, &Selection::of_actor(ids[0]), Label::Delete).unwrap(),
        5 => {
            if document.undo().is_some() {
                document.redo();
            }
        }
        _ => drop(add_actor(document, named(&format!("naam {at}"))).unwrap()),
    }
}

fn named(label: &str) -> NewActor {
    NewActor {
        label: label.to_owned(),
        ..NewActor::default()
    }
}

fn names(constellation: &Constellation) -> Vec<String> {
    constellation
        .actors
        .values()
        .map(|actor: &Actor| actor.label.clone())
        .collect()
}

/// The document as a user gets it back: recovered, or else from the file, or else begun.
fn start(home: &Path) -> (Document, DiskJournal) {
    let (folder, file) = (home.join("journal"), home.join("x.opstelling.json"));
    if let Some(orphan) = orphans(&folder).first() {
        let recovered = recover(&orphan.path, Flush::Beside).unwrap();
        return (recovered.document, recovered.journal);
    }
    let constellation = if file.exists() {
        open(&file).unwrap().loaded.constellation
    } else {
        let mut document = Document::new(Constellation::new(Language::Nl));
        add_actors(
            &mut document,
            base_names().iter().map(|name| named(name)).collect(),
        )
        .unwrap();
        document.constellation().clone()
    };
    let mut document = Document::new(constellation);
    let journal = DiskJournal::create(
        &folder,
        document.constellation(),
        Some((&file).into()),
        Flush::Beside,
    )
    .unwrap();
    document.set_journal(Some(journal.recorder()));
    (document, journal)
}

/// The program that gets killed: edits for ever, and saves beside that all the time.
#[test]
#[ignore = "run by the test that kills it"]
fn child_that_edits_and_saves() {
    let home = std::path::PathBuf::from(std::env::var_os(HOME).expect("only as a child"));
    let from: usize = std::env::var(FROM).unwrap().parse().unwrap();
    let file = home.join("x.opstelling.json");
    let (mut document, journal) = start(&home);
    let mut saving: Option<std::thread::JoinHandle<()>> = None;
    let mut out = std::io::stdout();
    for at in from + 1.. {
        step(&mut document, at);
        assert!(document.take_journal_error().is_none());
        // What was handed over is written a moment later: what is said is what is there.
        journal.settle();
        writeln!(out, "\nstep {at}").unwrap();
        out.flush().unwrap();
        if at % 5 == 0 && saving.as_ref().is_none_or(std::thread::JoinHandle::is_finished) {
            document.set_checkpoint();
            let (entries, constellation) = (journal.entries(), document.constellation().clone());
            let (journal, file) = (journal.clone(), file.clone());
            saving = Some(std::thread::spawn(move || {
                let request = SaveSession::default().request(&file, constellation.clone());
                let SaveOutcome::Done(saved) = save(request.replacing()).unwrap() else {
                    panic!("all is agreed")
                };
                journal
                    .saved(entries, &constellation, &file, Some(saved.stamp))
                    .unwrap();
            }));
        }
        std::thread::sleep(Duration::from_micros(300));
    }
}

/// Starts it, lets it do some steps, kills it. The last step that it said it had done.
fn edit_until_killed(home: &Path, from: usize, steps: usize, then: Duration) -> usize {
    let mut child: Child = Command::new(std::env::current_exe().unwrap())
        .args([
            "chain::child_that_edits_and_saves",
            "--exact",
            "--ignored",
            "--nocapture",
        ])
        .env(HOME, home)
        .env(FROM, from.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap())
        .lines()
        .map_while(Result::ok);
    let said = |line: &String| {
        line.strip_prefix("step ")
            .map(|step| step.parse::<usize>().unwrap())
    };
    let mut last = from;
    for step in lines.by_ref().filter_map(|line| said(&line)).take(steps) {
        last = step;
    }
    std::thread::sleep(then);
    child.kill().unwrap();
    child.wait().unwrap();
    lines.filter_map(|line| said(&line)).last().unwrap_or(last)
}

#[test]
fn chains_of_recovering_editing_saving_and_being_killed_lose_nothing() {
    let kills = std::env::var(KILLS)
        .ok()
        .and_then(|kills| kills.parse().ok())
        .unwrap_or(15);
    let begun = Instant::now();
    let home = tempfile::tempdir().unwrap();
    let (folder, file) = (home.path().join("journal"), home.path().join("x.opstelling.json"));
    let (mut record, mut at) = (Record::new(), 0);
    let mut leftovers = BTreeSet::new();
    for kill in 0..kills {
        let random = (kill as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 17;
        let then = Duration::from_micros(random % 25_000);
        let said = edit_until_killed(home.path(), at, (random >> 20) as usize % 30, then);
        if file.exists() {
            let saved = open(&file).expect("a file that was being saved is whole");
            record.work_out(said + 2000);
            let saved = names(&saved.loaded.constellation);
            assert!(
                record.ever_had(&saved),
                "kill {kill}: the file holds what never was"
            );
        }
        let found = orphans(&folder);
        assert!(found.len() <= 1, "kill {kill}: {found:?}");
        assert!(
            found.iter().all(|orphan| orphan.damage.is_none()),
            "kill {kill}: {found:?}"
        );
        if said == 0 && found.is_empty() && !file.exists() {
            continue;
        }
        let (document, journal) = start(home.path());
        let back = names(document.constellation());
        let step = record.step_of(&back, said);
        let ends = |names: &[String]| names.iter().rev().take(4).cloned().collect::<Vec<_>>();
        at = step.unwrap_or_else(|| panic!("kill {kill}: step {said} was done, back came {:?}", ends(&back)));
        // Left as a program leaves it that is killed at once.
        drop((document, journal));
        for entry in fs::read_dir(&folder).unwrap().flatten() {
            leftovers.insert(entry.path().extension().map(ToOwned::to_owned));
        }
    }
    println!(
        "{kills} kills, {at} steps, {} s, left: {leftovers:?}",
        begun.elapsed().as_secs()
    );
}
