//! Whatever people do: it can be undone, redone, saved and recovered, to the byte.

use std::collections::{BTreeMap, HashMap};
use std::io;
use std::sync::{Arc, Mutex};

use netwerkopstelling::edit::journal::{Entry, Journal, recover};
use netwerkopstelling::edit::{AgreementField, AttributeOwner, Change, Document};
use netwerkopstelling::formats::stored::{Storable, StoredEntry};
use netwerkopstelling::model::{
    AgreementParty, AgreementSubject, AttributeOf, Constellation, Language, attributes_of, validate,
};
use proptest::prelude::*;

use crate::script::{KINDS, Numbers, step};
use crate::support::{read, rich, write};

/// Keeps entries as the text they would be on disk.
#[derive(Clone, Default)]
struct InMemory(Arc<Mutex<Vec<String>>>);

impl Journal for InMemory {
    fn record(&mut self, entry: &Entry) -> io::Result<()> {
        self.0
            .lock()
            .unwrap()
            .push(serde_json::to_string(&entry.stored())?);
        Ok(())
    }
}

fn entry_of(text: &str) -> Entry {
    let stored: StoredEntry = serde_json::from_str(text).unwrap();
    Entry::restored(stored).unwrap()
}

/// Every state that was reached, by name.
#[derive(Default)]
struct States(HashMap<u64, Vec<u8>>);

impl States {
    fn check(&mut self, document: &Document) {
        assert_eq!(validate(document.constellation()), vec![]);
        for of in AttributeOf::ALL {
            let found = attributes_of(document.constellation(), of);
            assert_eq!(*document.attributes(of), *found, "known to the document");
        }
        let bytes = write(document.constellation());
        let known = self.0.entry(document.state()).or_insert_with(|| bytes.clone());
        assert!(*known == bytes, "one state, two contents");
    }
}

fn play(base: &Constellation, steps: &[Numbers]) -> Document {
    let mut document = Document::new(base.clone());
    let journal = InMemory::default();
    document.set_journal(Some(Box::new(journal.clone())));
    let mut states = States::default();
    states.check(&document);
    for numbers in steps {
        let before = document.state();
        if step(&mut document, *numbers).is_err() && numbers[0] % KINDS != 20 {
            assert_eq!(
                document.state(),
                before,
                "a refused edit left a step: {numbers:?}"
            );
        }
        assert!(!document.is_in_gesture());
        states.check(&document);
    }
    let entries = journal.0.lock().unwrap().clone();
    let entries = entries.iter().map(|entry| entry_of(entry)).collect();
    let recovered = recover(base.clone(), entries).unwrap();
    assert_eq!(recovered.constellation(), document.constellation());
    assert_eq!(recovered.history().undo_label(), document.history().undo_label());
    assert_eq!(recovered.history().redo_label(), document.history().redo_label());
    while document.redo().is_some() {
        states.check(&document);
    }
    let end = write(document.constellation());
    while document.undo().is_some() {
        states.check(&document);
    }
    assert!(
        write(document.constellation()) == write(base),
        "undoing all did not lead back"
    );
    while document.redo().is_some() {
        states.check(&document);
    }
    assert!(
        write(document.constellation()) == end,
        "redoing all led elsewhere"
    );
    document
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn any_edits_can_be_undone_redone_and_recovered_to_the_byte(
        steps in prop::collection::vec(any::<Numbers>(), 1..60),
        starts_rich in any::<bool>(),
    ) {
        let base = if starts_rich { rich() } else { Constellation::new(Language::Nl) };
        let document = play(&base, &steps);
        let saved = write(document.constellation());
        let opened = read(&saved);
        prop_assert!(opened.report.is_clean(), "{:?}", opened.report);
        prop_assert!(write(&opened.constellation) == saved);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    /// As after a save: the steps before it are not in the journal, and yet they can be undone and done again.
    #[test]
    fn a_journal_that_begins_anew_at_any_moment_recovers_the_same_document(
        before in prop::collection::vec(any::<Numbers>(), 1..30),
        while_saving in prop::collection::vec(any::<Numbers>(), 0..8),
        after in prop::collection::vec(any::<Numbers>(), 1..30),
        undone in 0..20usize,
    ) {
        let mut document = Document::new(rich());
        let all = InMemory::default();
        document.set_journal(Some(Box::new(all.clone())));
        let take = |document: &mut Document, steps: &[Numbers]| {
            for numbers in steps {
                let _ = step(document, *numbers);
            }
        };
        take(&mut document, &before);
        document.set_checkpoint();
        let (base, count) = (document.constellation().clone(), all.0.lock().unwrap().len());
        take(&mut document, &while_saving);
        take(&mut document, &after);
        // Past the save and back again.
        for _ in 0..undone {
            document.undo();
        }
        take(&mut document, &while_saving);
        for _ in 0..undone / 2 {
            document.undo();
        }
        for _ in 0..undone / 3 {
            document.redo();
        }
        let entries: Vec<Entry> = all.0.lock().unwrap().iter().map(|entry| entry_of(entry)).collect();
        let recovered = recover(base, entries[count..].to_vec()).unwrap();
        prop_assert_eq!(recovered.constellation(), document.constellation());
        // The journal of before, when beginning anew failed, tells the same.
        let whole = recover(rich(), entries).unwrap();
        prop_assert_eq!(whole.constellation(), document.constellation());
        prop_assert_eq!(whole.history().undo_label(), document.history().undo_label());
        prop_assert_eq!(whole.history().redo_label(), document.history().redo_label());
    }
}

#[test]
fn the_script_reaches_every_kind_of_step() {
    let mut done = [0u32; KINDS as usize];
    let mut document = Document::new(rich());
    for round in 0..4000u32 {
        let mixed = |salt: u32| (round.wrapping_mul(2_654_435_761) ^ salt).wrapping_mul(40503) >> 7;
        let numbers = [round % KINDS, mixed(1), mixed(2), mixed(3)];
        done[(round % KINDS) as usize] += u32::from(step(&mut document, numbers).is_ok());
    }
    assert!(done.iter().all(|count| *count > 5), "{done:?}");
}

/// What a change of an attribute does, or nothing for any other.
fn of_attributes(change: &Change) -> Option<&'static str> {
    Some(match change {
        Change::Attribute { owner, to, .. } => match (owner, to) {
            (AttributeOwner::Actor(_), Some(_)) => "a value of an actor",
            (AttributeOwner::Actor(_), None) => "none of an actor",
            (AttributeOwner::Relation(_), Some(_)) => "a value of a relation",
            (AttributeOwner::Relation(_), None) => "none of a relation",
        },
        Change::AttributeDefinition { of, to, .. } => match (of, to) {
            (AttributeOf::Actors, Some(_)) => "an attribute of actors",
            (AttributeOf::Actors, None) => "no attribute of actors",
            (AttributeOf::Relations, Some(_)) => "an attribute of relations",
            (AttributeOf::Relations, None) => "no attribute of relations",
        },
        _ => return None,
    })
}

/// Keeps what every change of an attribute did.
#[derive(Clone, Default)]
struct AttributeCounts(Arc<Mutex<BTreeMap<&'static str, u32>>>);

impl Journal for AttributeCounts {
    fn record(&mut self, entry: &Entry) -> io::Result<()> {
        if let Entry::Commit { changes, .. } = entry {
            for what in changes.iter().filter_map(of_attributes) {
                *self.0.lock().unwrap().entry(what).or_default() += 1;
            }
        }
        Ok(())
    }
}

/// Some games of many steps, each of which gives the journal all it does.
fn record_some_steps(journal: &(impl Journal + Clone + 'static)) {
    for game in 0..6u32 {
        let mut document = Document::new(rich());
        document.set_journal(Some(Box::new(journal.clone())));
        for round in 0..2000u32 {
            let mixed = |salt: u32| {
                let seed = round.wrapping_mul(0x9e37_79b1) ^ (salt + 10 * game).wrapping_mul(0x85eb_ca6b);
                let half = (seed ^ seed >> 16).wrapping_mul(0x7feb_352d);
                let whole = (half ^ half >> 15).wrapping_mul(0x846c_a68b);
                (whole ^ whole >> 16) >> 3
            };
            let _ = step(&mut document, [round % KINDS, mixed(1), mixed(2), mixed(3)]);
        }
    }
}

/// Steps as those of the properties above: what is undone there has all that can be done to attributes in it.
#[test]
fn the_script_gives_and_takes_values_and_attributes_of_actors_and_relations() {
    let counts = AttributeCounts::default();
    record_some_steps(&counts);
    let counts = counts.0.lock().unwrap().clone();
    assert_eq!(counts.len(), 8, "{counts:?}");
    assert!(counts.values().all(|count| *count > 5), "{counts:?}");
}

/// What a change of an agreement does, or nothing for any other.
fn of_agreements(change: &Change) -> Option<&'static str> {
    Some(match change {
        Change::Agreement { to: Some(_), .. } => "an agreement",
        Change::Agreement { to: None, .. } => "none",
        Change::AgreementField { to, .. } => match to {
            AgreementField::What(_) => "what",
            AgreementField::Who(who) if who.iter().any(|one| matches!(one, AgreementParty::Gone(_))) => {
                "who is gone"
            }
            AgreementField::Who(_) => "who",
            AgreementField::When(_) => "when",
            AgreementField::About(AgreementSubject::Gone(_)) => "about who is gone",
            AgreementField::About(_) => "about",
            AgreementField::Done(_) => "done",
            AgreementField::Note(_) => "note",
        },
        _ => return None,
    })
}

#[derive(Clone, Default)]
struct AgreementCounts(Arc<Mutex<BTreeMap<&'static str, u32>>>);

impl Journal for AgreementCounts {
    fn record(&mut self, entry: &Entry) -> io::Result<()> {
        if let Entry::Commit { changes, .. } = entry {
            for what in changes.iter().filter_map(of_agreements) {
                *self.0.lock().unwrap().entry(what).or_default() += 1;
            }
        }
        Ok(())
    }
}

#[test]
fn the_script_makes_agreements_changes_every_field_of_them_and_removes_who_they_name() {
    let counts = AgreementCounts::default();
    record_some_steps(&counts);
    let counts = counts.0.lock().unwrap().clone();
    assert_eq!(counts.len(), 10, "{counts:?}");
    assert!(counts.values().all(|count| *count > 5), "{counts:?}");
}
