//! Fingerprints of what the program draws and writes: what is counted and measured of it, with a sum over all of it,
//! in a text file that later runs are compared with. A net under the tests that say what ought to be there.
//!
//! `UPDATE_SNAPSHOTS=force` stores them anew; `PICTURES_TO=folder` writes what they are of, to be laid side by side.

use std::collections::BTreeMap;
use std::fmt::{self, Display, Write};
use std::fs;
use std::path::{Path, PathBuf};

/// Between what is said of a part.
const BETWEEN: &str = " | ";
const SUBJECT: &str = "== ";
const SUM: &str = "sum";
/// Instead of what is said of a part that another subject had before.
const AS: &str = "as in";

/// A sum over all of a text or a file (FNV-1a).
#[derive(Debug, Clone, Copy)]
pub struct Sum(u64);

impl Sum {
    pub fn of_text(text: &str) -> Self {
        Self::of_bytes(text.as_bytes())
    }

    pub fn of_bytes(bytes: &[u8]) -> Self {
        let mut sum = Self(0xcbf2_9ce4_8422_2325);
        for byte in bytes {
            sum.0 = (sum.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
        sum
    }
}

impl Display for Sum {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        // So many digits are enough for a thousand of them.
        write!(formatter, "{:012x}", self.0 >> 16)
    }
}

/// One part of a subject: what is said of it, each with its name.
#[derive(Debug, Clone, PartialEq)]
struct Part {
    name: String,
    said: Vec<(String, String)>,
}

/// A picture or a file, part by part.
#[derive(Debug, Clone, PartialEq)]
pub struct Subject {
    name: String,
    parts: Vec<Part>,
}

impl Subject {
    pub fn new(name: &str) -> Self {
        Self {
            name: in_one_line(name),
            parts: Vec::new(),
        }
    }

    /// What is said of a part in words, and the sum over all of it.
    pub fn part(&mut self, name: &str, said: &[(&str, String)], sum: Sum) {
        let said = said.iter().filter(|(_, value)| !value.is_empty());
        let said = said.map(|(what, value)| ((*what).to_owned(), in_one_line(value)));
        self.parts.push(Part {
            name: in_one_line(name),
            said: said.chain([(SUM.to_owned(), sum.to_string())]).collect(),
        });
    }
}

fn in_one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").replace(BETWEEN, " / ")
}

/// A part that was there before, word for word, is said once.
fn written(subjects: &[Subject]) -> String {
    let mut text = String::new();
    let mut known: BTreeMap<String, &str> = BTreeMap::new();
    for subject in subjects {
        let _ = writeln!(text, "{SUBJECT}{}", subject.name);
        for part in &subject.parts {
            let said = part.said.iter().map(|(what, value)| format!("{what}: {value}"));
            let fields: Vec<String> = std::iter::once(part.name.clone()).chain(said).collect();
            let line = fields.join(BETWEEN);
            let first = *known.entry(line.clone()).or_insert(&subject.name);
            if first == subject.name {
                let _ = writeln!(text, "{line}");
            } else {
                let _ = writeln!(text, "{}{BETWEEN}{AS}: {first}", part.name);
            }
        }
    }
    text
}

fn read(text: &str) -> Vec<Subject> {
    let mut subjects: Vec<Subject> = Vec::new();
    for line in text.lines() {
        if let Some(name) = line.strip_prefix(SUBJECT) {
            subjects.push(Subject::new(name));
            continue;
        }
        let mut fields = line.split(BETWEEN);
        let name = fields.next().unwrap_or_default().to_owned();
        let said = fields.filter_map(|field| field.split_once(": "));
        let said = said.map(|(what, value)| (what.to_owned(), value.to_owned()));
        let mut said: Vec<(String, String)> = said.collect();
        if let Some((AS, first)) = said.first().map(|(what, first)| (what.as_str(), first)) {
            let of_first = subjects.iter().filter(|subject| subject.name == *first);
            let mut parts = of_first.flat_map(|subject| &subject.parts);
            let same = parts.find(|part| part.name == name);
            said = same.map_or_else(Vec::new, |part| part.said.clone());
        }
        if let Some(subject) = subjects.last_mut() {
            subject.parts.push(Part { name, said });
        }
    }
    subjects
}

/// What differs between what was stored and what is there now, in words: what can be counted or measured first, and
/// that something else differs only where none of that does.
fn differences(stored: &[Subject], now: &[Subject]) -> Vec<String> {
    let mut found = Vec::new();
    let of_name: BTreeMap<&str, &Subject> = stored.iter().map(|one| (one.name.as_str(), one)).collect();
    for subject in now {
        let name = &subject.name;
        match of_name.get(name.as_str()) {
            None => found.push(format!("{name}: is new")),
            Some(before) => found.extend(
                part_differences(&before.parts, &subject.parts)
                    .into_iter()
                    .map(|said| format!("{name}: {said}")),
            ),
        }
    }
    let is_gone = |one: &&Subject| !now.iter().any(|other| other.name == one.name);
    found.extend(
        stored
            .iter()
            .filter(is_gone)
            .map(|one| format!("{}: is gone", one.name)),
    );
    found
}

fn part_differences(stored: &[Part], now: &[Part]) -> Vec<String> {
    let mut found = Vec::new();
    for part in now {
        let name = &part.name;
        let Some(before) = stored.iter().find(|one| one.name == *name) else {
            found.push(format!("{name}: is new"));
            continue;
        };
        let keys = before.said.iter().chain(&part.said).map(|(what, _)| what);
        let mut keys: Vec<&String> = keys.filter(|what| *what != SUM).collect();
        keys.dedup();
        let mut seen: Vec<&String> = Vec::new();
        let before_words = found.len();
        for what in keys {
            if seen.contains(&what) {
                continue;
            }
            seen.push(what);
            let value = |part: &Part| {
                let said = part.said.iter().find(|(other, _)| other == what);
                said.map_or("nothing".to_owned(), |(_, value)| value.clone())
            };
            let (was, is) = (value(before), value(part));
            if was != is {
                found.push(format!("{name}: {what} was {was}, and is {is}"));
            }
        }
        if found.len() == before_words && before != part {
            found.push(format!(
                "{name}: what is counted and measured is as it was, and something in it moved or reads otherwise"
            ));
        }
    }
    let is_gone = |one: &&Part| !now.iter().any(|other| other.name == one.name);
    found.extend(
        stored
            .iter()
            .filter(is_gone)
            .map(|one| format!("{}: is gone", one.name)),
    );
    found
}

fn place(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/snapshots")
        .join(file)
}

/// Holds subjects to what is stored in a file of `tests/snapshots`.
///
/// # Panics
/// They differ: in words, how.
pub fn hold(file: &str, subjects: &[Subject]) {
    let now = written(subjects);
    if std::env::var("UPDATE_SNAPSHOTS").is_ok_and(|how| how == "force") {
        fs::write(place(file), &now).expect("the snapshot is written");
        return;
    }
    let stored = fs::read_to_string(place(file))
        .unwrap_or_default()
        .replace("\r\n", "\n");
    if stored == now {
        return;
    }
    // As it is read back, so that nothing is compared that the file does not hold.
    let found = differences(&read(&stored), &read(&now));
    panic!(
        "{file}: {} differences. When they are meant: UPDATE_SNAPSHOTS=force stores them; PICTURES_TO=folder writes what \
         they are of.\n{}",
        found.len(),
        found.join("\n")
    );
}

/// Writes what a fingerprint is of, for who asked to see it.
pub fn show(name: &str, ending: &str, content: &str) {
    if let Ok(folder) = std::env::var("PICTURES_TO") {
        let name = name.replace(['/', ' ', ','], "-");
        fs::write(Path::new(&folder).join(format!("{name}.{ending}")), content).expect("written");
    }
}

#[test]
fn what_differs_is_said_in_words_before_any_sum_is() {
    let subject = |marks: &str, sum: &str| {
        let mut subject = Subject::new("a board");
        subject.part("names", &[("marks", marks.to_owned())], Sum::of_text(sum));
        subject.part("groups", &[], Sum::of_text(""));
        subject
    };
    let one = subject("3 strokes", "a");
    let mut alike = one.clone();
    alike.name = "a board like it".to_owned();
    let both = [one.clone(), alike];
    assert_eq!(read(&written(&both)), both);
    let said = |other: Subject| differences(std::slice::from_ref(&one), &[other]);
    assert_eq!(said(one.clone()), [""; 0]);
    assert_eq!(
        said(subject("2 strokes", "b")),
        ["a board: names: marks was 3 strokes, and is 2 strokes"]
    );
    assert_eq!(
        said(subject("3 strokes", "b")),
        [
            "a board: names: what is counted and measured is as it was, and something in it moved or reads \
             otherwise"
        ]
    );
    assert_eq!(
        said(Subject::new("another")),
        ["another: is new", "a board: is gone"]
    );
    let mut less = Subject::new("a board");
    less.part("names", &[], Sum::of_text("a"));
    assert_eq!(
        said(less),
        [
            "a board: names: marks was 3 strokes, and is nothing",
            "a board: groups: is gone"
        ]
    );
}
